"""How the acta of a hearing stands, and the data that it takes from the other parts of the hearing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rcdesk.documents.acta.secciones import SECCIONES_ESTANDAR
from rcdesk.documents.acta.temas_de_preguntas import grafica_de_temas
from rcdesk.documents.blocks import Chart
from rcdesk.domain import plazos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.audiencia import contados, espectadores_maximos
from rcdesk.domain.cifras.encuesta import encuestados
from rcdesk.domain.cifras.preguntas import preguntas_por_tema, respondidas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cotejo import Cotejo, avisos, cotejo
from rcdesk.domain.partes import Parte, analiza, partes
from rcdesk.domain.registro.actas import EstadoActa
from rcdesk.store.schema import JOURNALED
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.cierre import reunir_por_id


@dataclass(frozen=True, slots=True)
class DatosDelActa:
    """What the acta prints and is written elsewhere, counted by the functions that the acta itself uses."""

    fecha: str | None
    hora_inicio: str | None
    hora_fin: str | None
    lugares: tuple[str, ...]
    objetivo: str | None
    temas: int
    puntos: int
    piezas: int
    informacion: int
    registrados: int
    contados: int
    espectadores_maximos: int | None
    plataformas: int
    preguntas: int
    respondidas: int
    preguntas_por_tema: tuple[tuple[str, int], ...]
    grafica_de_temas: Chart | None
    """The chart that the acta prints."""
    encuestados: int | None
    intervenciones: int
    decisiones: int
    factores: int
    estrategias: int
    compromisos: int
    cotejo: Cotejo
    """Each sentence that the figures write, empty while it has no data, and what a text may say of them."""

    @property
    def frases(self) -> Mapping[r.Frase, str]:
        """Each sentence that the figures write."""
        return self.cotejo.frases


@dataclass(frozen=True, slots=True)
class EstadoDelActa:
    """The acta as its author finds it. `analisis` are the keys of the sections that analyse."""

    codigo: str
    nombre: str
    numero: str | None
    estado: EstadoActa
    partes: tuple[Parte, ...]
    analisis: tuple[str, ...]
    titulos: Mapping[r.Dato, str]
    """Part of the hearing → the heading of the section that prints it: «9. Autoevaluación.»."""
    datos: DatosDelActa


def ver_estado_del_acta(connection: Connection, *, audiencia_id: str) -> EstadoDelActa:
    """Look at the acta of a hearing. RuleError when the hearing is gone."""
    archivo = reunir_por_id(connection, audiencia_id)
    audiencia = archivo.audiencias[0]
    acta = audiencia.acta or r.Acta()
    contra = cotejo(audiencia, plazos.calendario(archivo))
    avisados = [aviso.lugar for aviso in avisos(audiencia, contra) if aviso.parte == "acta"]
    return EstadoDelActa(
        codigo=audiencia.codigo,
        nombre=audiencia.nombre or audiencia.codigo,
        numero=acta.numero,
        estado=acta.estado or "borrador",
        partes=partes(audiencia, avisados),
        analisis=tuple(seccion.id or "" for seccion in acta.desarrollo if analiza(seccion)),
        titulos=_titulos(acta),
        datos=_datos(audiencia, contra),
    )


def ver_dia_habil(connection: Connection, *, audiencia_id: str, dias: int) -> str | None:
    """Return the date of the n-th business day after the hearing; None while its day is not known."""
    hearing = JOURNALED["audiencias"].c
    fecha = connection.scalar(select(hearing.fecha).where(hearing.id == audiencia_id))
    dia = plazos.dia_exacto(fecha)
    return plazos.sumar_habiles(dia, dias, leer_calendario(connection)).isoformat() if dia else None


def _titulos(acta: r.Acta) -> Mapping[r.Dato, str]:
    found: dict[r.Dato, str] = {}
    if not acta.desarrollo:
        for numero, estandar in enumerate(SECCIONES_ESTANDAR, 1):
            found |= dict.fromkeys(estandar.datos, f"{numero}. {estandar.titulo}")
    for numero, seccion in enumerate(acta.desarrollo, 1):
        for bloque in seccion.bloques:
            if isinstance(bloque, r.Inserto):
                found.setdefault(bloque.dato, f"{numero}. {seccion.titulo or ''}")
    return found


def _datos(audiencia: r.Audiencia, contra: Cotejo) -> DatosDelActa:
    asistencia = audiencia.asistencia
    dofa = audiencia.dofa or r.Dofa()
    bases = [n for encuesta in audiencia.encuestas if (n := encuestados(encuesta))]
    return DatosDelActa(
        fecha=audiencia.fecha,
        hora_inicio=audiencia.hora_inicio or audiencia.hora_inicio_programada,
        hora_fin=audiencia.hora_fin or audiencia.hora_fin_programada,
        lugares=tuple(lugar.nombre for lugar in audiencia.lugares),
        objetivo=audiencia.objetivo,
        temas=sum(len(grupo.items) for grupo in audiencia.temas),
        puntos=len(audiencia.orden_del_dia),
        piezas=len(vigentes(audiencia.convocatoria.piezas)) if audiencia.convocatoria else 0,
        informacion=len(audiencia.informacion_divulgada),
        registrados=len(vigentes(audiencia.asistentes)),
        contados=contados(asistencia),
        espectadores_maximos=espectadores_maximos(audiencia.metricas_virtuales),
        plataformas=len(audiencia.metricas_virtuales),
        preguntas=len(vigentes(audiencia.preguntas)),
        respondidas=len(respondidas(audiencia.preguntas)),
        preguntas_por_tema=tuple(preguntas_por_tema(audiencia.preguntas).items()),
        grafica_de_temas=grafica_de_temas(audiencia.preguntas, audiencia.acta.porcentajes if audiencia.acta else None),
        encuestados=max(bases, default=None),
        intervenciones=len(audiencia.intervenciones),
        decisiones=len(audiencia.decisiones),
        factores=sum(map(len, (dofa.fortalezas, dofa.debilidades, dofa.oportunidades, dofa.amenazas))),
        estrategias=len(dofa.estrategias),
        compromisos=len(vigentes(audiencia.compromisos)),
        cotejo=contra,
    )
