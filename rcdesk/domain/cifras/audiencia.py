"""Figures of a hearing, one function for each group of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.encuesta import cifras_de_encuesta
from rcdesk.domain.cifras.preguntas import cifras_de_preguntas
from rcdesk.domain.cifras.redondeo import exacto, numero, porcentaje
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.dofa import codigos_dofa, estrategias_sin_compromiso
from rcdesk.domain.organizaciones import de_quienes_asisten
from rcdesk.domain.plazos import LEY, Calendario, dia_exacto, habiles_entre
from rcdesk.domain.registro import (
    Asistencia,
    Audiencia,
    Compromiso,
    Convocatoria,
    Declarado,
    Dofa,
    Encuesta,
    Hora,
    Metrica,
    Organizacion,
    Presencia,
    Publicacion,
    Seccion,
)
from rcdesk.i18n import dia_de_la_semana


def cifras_de_audiencia(
    audiencia: Audiencia, calendario: Calendario = LEY, organizaciones: Iterable[Organizacion] = ()
) -> Cifras:
    """All the figures of one hearing; `calendario` is the entity's, `organizaciones` its catalogue."""
    fecha = dia_exacto(audiencia.fecha)
    return {
        **cifras_de_tiempo(audiencia),
        **cifras_de_contenido(audiencia),
        **cifras_de_informacion(audiencia.informacion_divulgada),
        **cifras_de_convocatoria(audiencia.convocatoria, fecha),
        **cifras_de_preguntas(audiencia.preguntas, calendario),
        **cifras_de_personas(audiencia, organizaciones),
        **cifras_de_dofa(audiencia.dofa),
        **cifras_de_compromisos(audiencia.compromisos, fecha, calendario),
        "encuestas": _encuestas(audiencia.encuestas, espectadores_maximos(audiencia.metricas_virtuales)),
    }


def minutos_entre(desde: Hora | None, hasta: Hora | None) -> int | None:
    """Minutes from one hour to another of the same day, negative if earlier; None unless both are known."""
    return _minutos(hasta) - _minutos(desde) if desde is not None and hasta is not None else None


def cifras_de_tiempo(audiencia: Audiencia) -> Cifras:
    """How long it lasted, how late it began, and the day of the week."""
    cifras: Cifras = {
        "duracion_minutos": minutos_entre(audiencia.hora_inicio, audiencia.hora_fin),
        "retraso_minutos": minutos_entre(audiencia.hora_inicio_programada, audiencia.hora_inicio),
        "dia_de_la_semana": dia_de_la_semana(audiencia.fecha or "") or None,
    }
    return {nombre: cifra for nombre, cifra in cifras.items() if cifra is not None}


def cifras_de_contenido(audiencia: Audiencia) -> Cifras:
    """Points, topics, minutes spoken and signers."""
    por_grupo = [len(grupo.items) for grupo in audiencia.temas]
    return {
        "orden_del_dia": len(audiencia.orden_del_dia),
        "temas_por_grupo": por_grupo,
        "temas": sum(por_grupo),
        "minutos_intervenciones": sum(intervencion.minutos or 0 for intervencion in audiencia.intervenciones),
        "firmas": len(audiencia.acta.firmas) if audiencia.acta is not None else 0,
    }


def cifras_de_informacion(secciones: Sequence[Seccion]) -> Cifras:
    """The disclosed sections: repeated numbers, and the money they report beside the money they declare."""
    numeros = Counter(dato.texto for dato in _declarados(secciones, "numero") if dato.texto is not None)
    cifras: Cifras = {
        "secciones_informacion": len(secciones),
        "numeros_repetidos": sorted(texto for texto, veces in numeros.items() if veces > 1),
    }
    inversion, ingresos, gastos = (_suma(secciones, concepto) for concepto in ("inversion", "ingresos", "gastos"))
    if inversion is not None:
        cifras["inversion"] = {"derivado": exacto(inversion), "declarado": _valor_declarado(secciones, "inversion")}
    if ingresos is not None and gastos is not None:
        cifras["saldo"] = {"derivado": exacto(ingresos - gastos), "declarado": _valor_declarado(secciones, "saldo")}
    return cifras


def cifras_de_convocatoria(convocatoria: Convocatoria | None, fecha: date | None) -> Cifras:
    """Pieces, dated publications, and how many calendar days ahead of `fecha` the first and the last came out."""
    piezas = vigentes(convocatoria.piezas) if convocatoria is not None else ()
    fechadas = [salida for pieza in piezas for salida in pieza.publicaciones if salida.fecha is not None]
    inferidas = sum("fecha" in salida.inferidos for salida in fechadas)
    cifras: Cifras = {
        "piezas": len(piezas),
        "publicaciones_fechadas": {"en_la_fuente": len(fechadas) - inferidas, "inferidas": inferidas},
    }
    antelacion = _dias_de_antelacion(fechadas, fecha)
    if antelacion:
        cifras["dias_de_antelacion"] = {"primera": max(antelacion), "ultima": min(antelacion)}
    return cifras


def pico(metrica: Metrica) -> int | None:
    """The most who were watching a platform at once: what it said afterwards, or what was read live if greater."""
    leidos = [lectura.espectadores for lectura in metrica.lecturas]
    dicho = metrica.espectadores_maximos
    return max([*leidos, *([] if dicho is None else [dicho])], default=None)


def espectadores_maximos(metricas: Sequence[Metrica]) -> int | None:
    """The peak of live viewers; None unless exactly one platform gives it, for peaks cannot be added."""
    picos = [found for metrica in metricas if (found := pico(metrica)) is not None]
    return picos[0] if len(picos) == 1 else None


def contados(asistencia: Asistencia | None, modalidad: Presencia | None = None) -> int:
    """People counted and not named, of a kind of presence or all; those registered are another population."""
    conteos = asistencia.conteos if asistencia is not None else ()
    return sum(conteo.cantidad for conteo in conteos if modalidad is None or conteo.modalidad == modalidad)


def cifras_de_personas(audiencia: Audiencia, organizaciones: Iterable[Organizacion] = ()) -> Cifras:
    """The populations of a hearing, never added to one another: registered, counted, and viewers at the peak."""
    asistentes, asistencia = vigentes(audiencia.asistentes), audiencia.asistencia
    modos = Counter(asistente.modalidad for asistente in asistentes)
    permisos = [asistente.autorizacion for asistente in asistentes if asistente.autorizacion is not None]
    cifras: Cifras = {
        "registrados": len(asistentes),
        "registrados_presencial": modos["presencial"],
        "registrados_virtual": modos["virtual"],
        "sin_autorizacion": sum(permiso.otorgada is False for permiso in permisos),
        "presenciales": contados(asistencia, "presencial"),
        "virtuales": contados(asistencia, "virtual"),
        "participantes": contados(asistencia),
    }
    if asistencia is not None and asistencia.convocados:
        cifras["porcentaje_asistencia"] = porcentaje(contados(asistencia, "presencial"), asistencia.convocados)
    representadas = de_quienes_asisten(audiencia.asistentes, organizaciones)
    if representadas:
        cifras["organizaciones"] = len(representadas)
    maximo = espectadores_maximos(audiencia.metricas_virtuales)
    if maximo is not None:
        cifras["espectadores_maximos"] = maximo
    return cifras


def cifras_de_dofa(dofa: Dofa | None) -> Cifras:
    """Factors by list, codes of the strategies, and the strategies without commitment."""
    matriz = dofa or Dofa()
    return {
        "dofa": {
            "fortalezas": len(matriz.fortalezas),
            "debilidades": len(matriz.debilidades),
            "oportunidades": len(matriz.oportunidades),
            "amenazas": len(matriz.amenazas),
        },
        "estrategias": list(codigos_dofa(matriz.estrategias)),
        "estrategias_sin_compromiso": len(estrategias_sin_compromiso(matriz.estrategias)),
    }


def dias_habiles_de_compromisos(
    compromisos: Iterable[Compromiso], fecha: date, calendario: Calendario = LEY
) -> dict[str, int]:
    """Codigo → business days after `fecha` up to the commitment's date, inclusive, of those dated to the day."""
    fechados = ((compromiso.codigo, dia_exacto(compromiso.fecha)) for compromiso in vigentes(compromisos))
    return {
        codigo: habiles_entre(fecha, dia, calendario)
        for codigo, dia in fechados
        if codigo is not None and dia is not None
    }


def cifras_de_compromisos(
    compromisos: Iterable[Compromiso], fecha: date | None, calendario: Calendario = LEY
) -> Cifras:
    """Commitments, those without date and from questions, and the business days they have from the hearing on."""
    todos = vigentes(compromisos)
    cifras: Cifras = {
        "compromisos": len(todos),
        "compromisos_sin_fecha": sum(compromiso.fecha is None for compromiso in todos),
        "compromisos_de_preguntas": sum(bool(compromiso.preguntas) for compromiso in todos),
    }
    if fecha is not None:
        cifras["dias_habiles_de_compromisos"] = dias_habiles_de_compromisos(todos, fecha, calendario)
    return cifras


def _encuestas(encuestas: Iterable[Encuesta], pico: int | None) -> dict[str, Cifras]:
    """Codigo → figures; a survey without codigo goes by its place, from 1."""
    return {
        encuesta.codigo or str(lugar): cifras_de_encuesta(encuesta, pico) for lugar, encuesta in enumerate(encuestas, 1)
    }


def _minutos(hora: Hora) -> int:
    horas, minutos = hora.split(":")
    return int(horas) * 60 + int(minutos)


def _declarados(secciones: Iterable[Seccion], concepto: str) -> Iterator[Declarado]:
    """What the sections declare, and then what their figures do, about one thing."""
    for seccion in secciones:
        for registro in (seccion, *seccion.cifras):
            yield from (dato for dato in registro.declarado if dato.concepto == concepto)


def _suma(secciones: Iterable[Seccion], concepto: str) -> Fraction | None:
    """Sum of the figures about one thing; None when no section gives any."""
    valores = [
        numero(cifra.valor)
        for seccion in secciones
        for cifra in seccion.cifras
        if cifra.concepto == concepto and cifra.valor is not None
    ]
    return sum(valores, Fraction()) if valores else None


def _valor_declarado(secciones: Iterable[Seccion], concepto: str) -> str | None:
    """The first value that the sections declare about one thing, as written."""
    return next((dato.valor for dato in _declarados(secciones, concepto) if dato.valor is not None), None)


def _dias_de_antelacion(fechadas: Iterable[Publicacion], fecha: date | None) -> list[int]:
    dias = [dia_exacto(salida.fecha) for salida in fechadas]
    return [(fecha - dia).days for dia in dias if dia is not None] if fecha is not None else []
