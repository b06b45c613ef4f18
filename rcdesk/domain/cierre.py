"""What a hearing still lacks before it is closed, and what may wait for later: one line for each thing to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, assert_never

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.autorizaciones import incompleta
from rcdesk.domain.cifras.preguntas import referencia, sin_redactar, vencimientos
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.compromisos_anteriores import Anterior
from rcdesk.domain.cotejo import avisos, cotejo
from rcdesk.domain.dofa import citas_a_medias, cruces_sin_estrategia
from rcdesk.domain.figuras import figuras
from rcdesk.domain.hojas import Cuadre
from rcdesk.domain.numeracion import sin_numero
from rcdesk.domain.partes import vacia
from rcdesk.domain.plazos import Calendario
from rcdesk.domain.registro import (
    Acta,
    Asistente,
    Audiencia,
    Compromiso,
    Dofa,
    Encuesta,
    FormatoDocumental,
    Hoja,
    Pregunta,
)
from rcdesk.domain.textos import firmas_dadas
from rcdesk.i18n import algunas, fecha_corta, lista_en_palabras, numero, plural

Estado: TypeAlias = Literal["listo", "falta", "espera"]
Parte: TypeAlias = Literal["preparacion", "registro", "en_vivo", "encuesta", "acta"]

_NOMBRADAS: Final = 3
"""So many are named one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Punto:
    """One thing of the checklist. `parte` is the part of the hearing where it is mended, `lugar` where in it."""

    clave: str
    titulo: str
    nota: str
    estado: Estado
    parte: Parte
    lugar: str = ""


@dataclass(frozen=True, slots=True)
class Lista:
    """The two lists: what must be there before closing, and what may be left for later."""

    antes: tuple[Punto, ...]
    despues: tuple[Punto, ...]

    @property
    def faltan(self) -> int:
        """How many of the first list are missing."""
        return sum(punto.estado == "falta" for punto in self.antes)


def revisar(
    audiencia: Audiencia,
    calendario: Calendario,
    numera: FormatoDocumental | None,
    anteriores: Sequence[Anterior] = (),
) -> Lista:
    """Look at a hearing, without what was annulled.

    `calendario` is the entity's, for the terms of the answers; `numera` the format that gives its acta a number;
    `anteriores` the commitments made before it.
    """
    despues = [*_despues(audiencia, calendario, numera), *_anteriores(anteriores)]
    return Lista(tuple(_antes(audiencia)), tuple(despues))


def _antes(audiencia: Audiencia) -> Iterator[Punto]:
    preguntas = vigentes(audiencia.preguntas)
    yield _horas(audiencia)
    if audiencia.modalidad != "virtual":
        yield _lugar(audiencia)
    if audiencia.modalidad in ("virtual", "mixta"):
        yield _enlace(audiencia)
    yield _asistencia(audiencia)
    if audiencia.modalidad in ("virtual", "mixta"):
        yield _transmision(audiencia)
    yield _sin_tratar(preguntas)
    yield _por_redactar(preguntas)
    yield from (_encuesta(encuesta, "falta") for encuesta in audiencia.encuestas if encuesta.momento != "posterior")
    yield _secciones(audiencia)
    yield _dofa(audiencia)
    yield _compromisos(vigentes(audiencia.compromisos))


def _despues(audiencia: Audiencia, calendario: Calendario, numera: FormatoDocumental | None) -> Iterator[Punto]:
    yield _por_escrito(vigentes(audiencia.preguntas), calendario)
    yield from (_encuesta(encuesta, "espera") for encuesta in audiencia.encuestas if encuesta.momento == "posterior")
    acta = audiencia.acta or Acta()
    numerada = acta.numero or ("no lleva" if sin_numero(acta, numera) else "")
    estado: Estado = "listo" if numerada else "espera"
    yield Punto("numero", "Número del acta", numerada or "se asigna al aprobarla", estado, "acta", "encabezado")
    yield _aprobacion(acta)
    yield _firmas(acta)
    folios = audiencia.asistencia.folios if audiencia.asistencia else None
    yield Punto(
        "folios",
        "Folios del listado",
        plural(folios, "folio", "folios") if folios else "cuántas hojas tiene el listado firmado",
        "listo" if folios else "espera",
        "registro",
    )
    if audiencia.asistencia and audiencia.asistencia.hojas:
        yield _hojas(audiencia.asistencia.hojas, vigentes(audiencia.asistentes))
    yield _textos(audiencia, calendario)
    yield from _figuras(audiencia)
    yield from _menores(vigentes(audiencia.asistentes))


def _textos(audiencia: Audiencia, calendario: Calendario) -> Punto:
    """The texts that say something else than the figures; it leads to the first."""
    titulo, malos = "Textos y cifras", avisos(audiencia, cotejo(audiencia, calendario))
    if not malos:
        return Punto("textos", titulo, "los textos dicen lo mismo que las cifras", "listo", "acta", "desarrollo")
    coinciden = "no coincide" if len(malos) == 1 else "no coinciden"
    nota = f"{plural(len(malos), 'texto', 'textos')} {coinciden} con las cifras"
    return Punto("textos", titulo, nota, "espera", malos[0].parte, malos[0].lugar)


def _figuras(audiencia: Audiencia) -> Iterator[Punto]:
    """The pictures that nobody describes for who does not see them; nothing when the hearing has no pictures."""
    puestas = tuple(figuras(audiencia))
    mudas = [una for una in puestas if una.muda]
    if mudas:
        nota = f"{plural(len(mudas), 'figura', 'figuras')} sin texto alternativo"
        yield Punto("figuras", "Texto de las figuras", nota, "espera", mudas[0].parte, mudas[0].lugar)
    elif puestas:
        nota = f"{plural(len(puestas), 'figura', 'figuras')} con texto alternativo"
        yield Punto("figuras", "Texto de las figuras", nota, "listo", "acta", "desarrollo")


def _aprobacion(acta: Acta) -> Punto:
    """How far the acta is from being published."""
    version = f"versión {acta.version or 1}"
    match acta.estado:
        case "aprobada":
            cuando = f" el {fecha_corta(acta.fecha_aprobacion)}" if acta.fecha_aprobacion else ""
            nota = f"aprobada{cuando}, {version}; falta publicarla"
            return Punto("aprobacion", "Acta publicada", nota, "espera", "acta", "versiones")
        case "publicada":
            nota = f"el {fecha_corta(acta.fecha_publicacion)}, {version}" if acta.fecha_publicacion else version
            return Punto("aprobacion", "Acta publicada", nota, "listo", "acta", "versiones")
        case "en_revision":
            abiertas = sum(una.disposicion is None for una in acta.observaciones_de_revision)
            nota = (
                plural(abiertas, "observación por decidir", "observaciones por decidir") if abiertas else "en revisión"
            )
        case "borrador" | None:
            nota = "en borrador" if (acta.version or 1) == 1 else f"en borrador, {version}"
        case _:
            assert_never(acta.estado)
    return Punto("aprobacion", "Acta aprobada", nota, "espera", "acta", "revision")


def _firmas(acta: Acta) -> Punto:
    """Who signed the acta: nobody does before it is approved."""
    firmantes = len(acta.firmas)
    firmaron = sum(una.fecha is not None for una in acta.firmas)
    if not firmantes:
        nota = "nadie figura para firmar"
    elif acta.estado in APROBADA or firmaron:
        nota = firmas_dadas(firmaron, firmantes)
    else:
        nota = f"{plural(firmantes, 'firmante', 'firmantes')}; se firma cuando se apruebe"
    listas = firmantes > 0 and firmaron == firmantes
    return Punto("firmas", "Firmas del acta", nota, "listo" if listas else "espera", "acta", "firmas")


def _menores(asistentes: Sequence[Asistente]) -> Iterator[Punto]:
    """Minors whose yes has nobody who represents them; nothing when there are none."""
    incompletas = [uno for uno in asistentes if incompleta(uno)]
    if incompletas:
        quienes = _pocas([uno.nombre or "sin nombre" for uno in incompletas])
        nota = f"falta quién representa a {quienes}"
        lugar = incompletas[0].id or ""
        yield Punto("menores", "Autorización de datos de menores", nota, "espera", "registro", lugar)


def _hojas(hojas: Sequence[Hoja], asistentes: Sequence[Asistente]) -> Punto:
    """The sheets signed on paper: those not typed whole, and those that do not square with what was counted."""
    firmas = Counter(uno.hoja for uno in asistentes if uno.firma == "papel")
    abiertas = [hoja for hoja in hojas if not hoja.cerrada]
    cuadres = [(hoja, Cuadre(hoja.firmas, firmas[hoja.id], len(hoja.repetidos))) for hoja in hojas if hoja.cerrada]
    notas = [f"por digitar: {_pocas([f'folio {hoja.folio}' for hoja in abiertas])}"] if abiertas else []
    sin_cuadrar = [f"folio {hoja.folio} ({cuadre.diferencia()})" for hoja, cuadre in cuadres if cuadre.faltan]
    notas += [f"sin cuadrar: {_pocas(sin_cuadrar)}"] if sin_cuadrar else []
    bien = f"{plural(len(hojas), 'hoja digitada', 'hojas digitadas')}, con lo que hay en el papel"
    estado: Estado = "espera" if notas else "listo"
    return Punto("hojas", "Hojas firmadas en papel", "; ".join(notas) or bien, estado, "registro", "folios")


def _horas(audiencia: Audiencia) -> Punto:
    inicio, fin = audiencia.hora_inicio, audiencia.hora_fin
    if inicio and audiencia.estado == "en_curso":
        nota = f"comenzó a las {inicio}; la final se anota al cerrar"
        return _punto("horas", "Horas de inicio y final", nota, True, "preparacion", "datos")
    falta = [palabra for palabra, hora in (("la de inicio", inicio), ("la final", fin)) if not hora]
    nota = lista_en_palabras(falta) if falta else f"de {inicio} a {fin}"
    return _punto("horas", "Horas de inicio y final", nota, not falta, "preparacion", "datos")


def _lugar(audiencia: Audiencia) -> Punto:
    nombres = [lugar.nombre for lugar in audiencia.lugares]
    nota = lista_en_palabras(nombres) if nombres else "dónde se hizo"
    return _punto("lugar", "Lugar", nota, bool(nombres), "preparacion", "datos")


def _enlace(audiencia: Audiencia) -> Punto:
    con_url = sum(bool(canal.url) for canal in audiencia.canales)
    nota = plural(con_url, "enlace", "enlaces") if con_url else "una audiencia virtual o mixta lleva su enlace"
    return _punto("enlace", "Enlace de la transmisión", nota, con_url > 0, "preparacion", "datos")


def _asistencia(audiencia: Audiencia) -> Punto:
    registrados = len(vigentes(audiencia.asistentes))
    contados = sum(conteo.cantidad for conteo in audiencia.asistencia.conteos) if audiencia.asistencia else 0
    notas = [plural(registrados, "persona registrada", "personas registradas")] if registrados else []
    notas += [f"{numero(contados)} contadas sin nombre"] if contados else []
    hay = bool(registrados or contados)
    return _punto("asistencia", "Asistencia", "; ".join(notas) or "nadie registrado ni contado", hay, "registro")


def _transmision(audiencia: Audiencia) -> Punto:
    cuantas = len(audiencia.metricas_virtuales)
    nota = plural(cuantas, "plataforma", "plataformas") if cuantas else "espectadores, vistas y comentarios"
    return _punto("metricas", "Cifras de la transmisión", nota, cuantas > 0, "registro")


def _sin_tratar(preguntas: Sequence[Pregunta]) -> Punto:
    """Those that nobody answered, sent elsewhere nor left for a written answer."""
    abiertas = [pregunta for pregunta in preguntas if (pregunta.estado or "recibida") in ("recibida", "asignada")]
    if abiertas:
        return _punto("preguntas", "Preguntas sin respuesta", _nombradas(abiertas), False, "en_vivo", "pendientes")
    nota = f"{len(preguntas)} de {len(preguntas)} con estado" if preguntas else "no se recibieron preguntas"
    return _punto("preguntas", "Preguntas con estado", nota, True, "en_vivo")


def _por_redactar(preguntas: Sequence[Pregunta]) -> Punto:
    debidas = sin_redactar(preguntas)
    nota = f"{_nombradas(debidas)}, dichas en vivo" if debidas else "ninguna"
    return _punto("redactar", "Respuestas por redactar", nota, not debidas, "en_vivo", "falta_redactar")


def _por_escrito(preguntas: Sequence[Pregunta], calendario: Calendario) -> Punto:
    abiertas = [pregunta for pregunta in preguntas if pregunta.estado in ("pendiente", "aplazada")]
    plazos = vencimientos(abiertas, calendario)
    hasta = f", hasta el {fecha_corta(max(plazos.values()))}" if plazos else ""
    nota = f"{_nombradas(abiertas)}{hasta}" if abiertas else "ninguna"
    estado: Estado = "espera" if abiertas else "listo"
    return Punto("por_escrito", "Respuestas por escrito", nota, estado, "en_vivo", "pendientes")


def _encuesta(encuesta: Encuesta, si_falta: Estado) -> Punto:
    contadas = any(pregunta.resultados for pregunta in encuesta.preguntas)
    cuantas = len(encuesta.respuestas) or encuesta.encuestados or 0
    nota = (
        plural(cuantas, "formulario", "formularios") if cuantas else "con resultados" if contadas else "sin resultados"
    )
    hay = bool(contadas or encuesta.respuestas)
    return Punto("encuesta", encuesta.titulo or "Encuesta", nota, "listo" if hay else si_falta, "encuesta")


def _secciones(audiencia: Audiencia) -> Punto:
    """Sections are written, or none is and the acta prints the nine standard ones from the data."""
    secciones = audiencia.acta.desarrollo if audiencia.acta else ()
    vacias = [str(lugar) for lugar, seccion in enumerate(secciones, 1) if vacia(seccion)]
    if len(vacias) == 1:
        nota = f"la sección {vacias[0]} no dice nada"
    elif vacias:
        nota = f"las secciones {lista_en_palabras(vacias)} no dicen nada"
    else:
        nota = plural(len(secciones), "sección", "secciones") if secciones else "las nueve del formato, con los datos"
    return _punto("secciones", "Secciones del acta", nota, not vacias, "acta", "desarrollo")


def _dofa(audiencia: Audiencia) -> Punto:
    dofa = audiencia.dofa or Dofa()
    vacios, a_medias = cruces_sin_estrategia(dofa, audiencia.hallazgos_descartados), citas_a_medias(dofa)
    if dofa == Dofa():
        nota = "sin factores ni estrategias"
    elif vacios:
        nota = f"{'el cruce' if len(vacios) == 1 else 'los cruces'} {lista_en_palabras(vacios)}"
    elif a_medias:
        nota = f"{lista_en_palabras(a_medias)}: factores de un solo lado"
    else:
        nota = plural(len(dofa.estrategias), "estrategia", "estrategias")
    hay = bool(dofa.estrategias) and not vacios and not a_medias
    return _punto("dofa", "Matriz DOFA", nota, hay, "acta", "dofa")


def _compromisos(compromisos: Sequence[Compromiso]) -> Punto:
    sueltos = [uno for uno in compromisos if not uno.responsables or uno.fecha is None]
    titulo = "Compromisos con responsable y fecha"
    if sueltos:
        nombres = [f"n.º {uno.codigo}" if uno.codigo else "uno sin número" for uno in sueltos]
        nota = f"sin responsable o sin fecha: {_pocas(nombres)}"
    else:
        nota = f"{len(compromisos)} de {len(compromisos)}" if compromisos else "no se hicieron compromisos"
    return _punto("compromisos", titulo, nota, not sueltos, "acta", "compromisos")


def _anteriores(todos: Sequence[Anterior]) -> Iterator[Punto]:
    """What the acta tells of earlier commitments; nothing when there are none."""
    if not todos:
        return
    fuera = sum(uno.dicho.descartado is not None for uno in todos)
    quietos = sum(uno.quieto and uno.dicho.descartado is None for uno in todos)
    notas = [f"{len(todos) - fuera} en el acta"]
    notas += [f"{fuera} fuera de ella, con motivo"] if fuera else []
    notas += [f"{quietos} sin avances desde la última audiencia"] if quietos else []
    estado: Estado = "espera" if quietos else "listo"
    yield Punto("anteriores", "Compromisos anteriores", "; ".join(notas), estado, "acta", "compromisos")


def _punto(clave: str, titulo: str, nota: str, hay: bool, parte: Parte, lugar: str = "") -> Punto:
    return Punto(clave, titulo, nota, "listo" if hay else "falta", parte, lugar)


def _nombradas(preguntas: Sequence[Pregunta]) -> str:
    return _pocas([_codigo(pregunta) for pregunta in preguntas])


def _codigo(pregunta: Pregunta) -> str:
    return referencia(pregunta) if pregunta.mesa else f"P-{pregunta.numero:03}"


def _pocas(nombres: Sequence[str]) -> str:
    return algunas(nombres, _NOMBRADAS)
