"""What Informes shows of a plan at a day: the same figures as its reports, read from only what they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.documents.informes import compromisos, ejecutado, por_mes
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.series import Columns, Progress
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al
from rcdesk.domain.cifras.compromisos import por_mes as compromisos_por_mes
from rcdesk.domain.cifras.entre_audiencias import comparadas_al
from rcdesk.domain.cifras.plan import cifras_de_cumplimiento
from rcdesk.domain.hallazgos import avisos
from rcdesk.domain.hallazgos.avisos import Aviso
from rcdesk.domain.hallazgos.revisor import hallazgos_de_plan
from rcdesk.domain.periodos import meses, ultimo_dia
from rcdesk.domain.plan_en_periodo import cae_en, plan_en
from rcdesk.domain.seguimiento import ejecutado_al, plan_al
from rcdesk.store.reading import raw
from rcdesk.store.schema import JOURNALED
from rcdesk.uncollected import uncollected
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.gather import reunir_registros
from rcdesk.work.hallazgos_de_plan import leer_plan

_P, _A = JOURNALED["planes"].c, JOURNALED["audiencias"].c
_COMPONENTES: Final = """SELECT c.id, c.codigo, c.nombre, c.clase FROM componentes AS c
    WHERE c.plan_id = ? AND c.anulada_motivo IS NULL ORDER BY c.orden, c.id"""
_PERIODOS: Final = """SELECT a.componente_id, a.id, a.unidad, a.agregacion, p.id, p.periodo, p.programado, p.ejecutado,
    p.corte, p.justificacion
    FROM componentes AS c JOIN actividades AS a ON a.componente_id = c.id
    JOIN programaciones AS p ON p.actividad_id = a.id
    WHERE c.plan_id = ? AND c.anulada_motivo IS NULL AND a.anulada_motivo IS NULL AND p.anulada_motivo IS NULL
    ORDER BY a.orden, a.id, p.orden, p.id"""
_LOS_PERIODOS: Final = """SELECT DISTINCT p.periodo FROM componentes AS c
    JOIN actividades AS a ON a.componente_id = c.id JOIN programaciones AS p ON p.actividad_id = a.id
    WHERE c.plan_id = ? AND c.anulada_motivo IS NULL AND a.anulada_motivo IS NULL AND p.anulada_motivo IS NULL"""
_DICHOS: Final = """SELECT s.programacion_id, s.corte, s.avance FROM componentes AS c
    JOIN actividades AS a ON a.componente_id = c.id JOIN programaciones AS p ON p.actividad_id = a.id
    JOIN seguimientos AS s ON s.programacion_id = p.id
    WHERE c.plan_id = ? AND s.anulada_motivo IS NULL ORDER BY s.orden, s.id"""
_DE_COMPROMISOS: Final = frozenset({"compromisos"})
_CABEZA: Final = _DE_COMPROMISOS | {"compromisos_por_periodo"}
_DE_AUDIENCIAS: Final = frozenset({"asistentes", "conteos", "metricas", "lecturas", "preguntas", "actas"})


@dataclass(frozen=True, slots=True)
class Tablero:
    """A plan in a period, as it stood at the end of a day.

    `cumplimiento` is a percentage with two decimals by the policy of the plan, None while nothing can be counted;
    `politica` says which.
    """

    componentes: Progress | None
    meses: Columns | None
    cumplimiento: str | None
    politica: str


@dataclass(frozen=True, slots=True)
class AudienciaDelAnio:
    """A hearing in the table. `respondidas_en_vivo` is a part of 1; None when nobody asked."""

    id: str
    fecha: str
    presenciales: int
    registradas: int
    preguntas: int
    respondidas_en_vivo: Fraction | None
    aprobada: bool


@uncollected()
def ver_tablero(connection: Connection, *, plan_id: str, periodo: str | None, corte: date) -> Tablero | None:
    """Return what is shown of a plan; None when it is gone. Of each row only its amounts are read."""
    cabeza = next(iter(reunir_registros(connection, "planes", [plan_id], under=_CABEZA)), None)
    if cabeza is None:
        return None
    plan = _con_filas(connection, cabeza, periodo, corte)
    datos = Datos(archivo=r.Archivo(), plan=plan, corte=corte, periodo=periodo)
    hecho = ejecutado.Hecho(plan, cifras_de_cumplimiento(plan))
    dicho = hecho.cifras.get("cumplimiento" if plan.sin_tope else "cumplimiento_acotado")
    return Tablero(
        componentes=ejecutado.grafica(hecho),
        meses=por_mes.grafica_de_meses(datos) or _adquiridos(connection, cabeza, periodo, corte),
        cumplimiento=None if dicho is None else str(dicho),
        politica="sin tope" if plan.sin_tope else "con tope de 100 %",
    )


@dataclass(frozen=True, slots=True)
class Opciones:
    """What can be asked of the reports of a plan: its periods, the longest first; and that its averages have no cap."""

    periodos: tuple[str, ...] = ()
    sin_tope: bool = False


def ver_opciones(connection: Connection, *, plan_id: str) -> Opciones:
    """Return what can be asked of a plan; nothing of one that is gone."""
    driver = raw(connection)
    periodos = [uno for (uno,) in driver.execute(_LOS_PERIODOS, (plan_id,))]
    sin_tope = connection.scalar(select(_P.sin_tope).where(_P.id == plan_id))
    return Opciones(ofrecidos(periodos), sin_tope is True)


def ver_audiencias(connection: Connection, *, corte: date) -> tuple[AudienciaDelAnio, ...]:
    """Return the hearings held that year by the end of a day, as they are compared in their report."""
    year = _A.fecha.startswith(f"{corte.year:04}")
    keys = connection.scalars(select(_A.id).where(_A.anulada_motivo.is_(None), year))
    found = reunir_registros(connection, "audiencias", keys.all(), under=_DE_AUDIENCIAS)
    todas = comparadas_al(r.Archivo(audiencias=tuple(found)), corte, leer_calendario(connection), None)
    return tuple(
        AudienciaDelAnio(
            id=una.audiencia.id or "",
            fecha=una.audiencia.fecha or "",
            presenciales=una.presenciales,
            registradas=una.registradas,
            preguntas=una.preguntas,
            respondidas_en_vivo=una.respuesta.respondidas_en_vivo,
            aprobada=una.aprobada,
        )
        for una in todas
    )


@uncollected()
def ver_avisos(
    connection: Connection, *, plan_id: str, periodo: str | None, corte: date, cumplimiento: bool = True
) -> tuple[Aviso, ...]:
    """Return what is told before a report of a plan is printed, the gravest first; the dismissed are left out.

    `cumplimiento`: also what the averages of a period and its commitments ask for; otherwise, what its hearings do.
    """
    leido = leer_plan(connection, plan_id=plan_id)
    if leido is None:
        return ()
    plan, otros = plan_al(leido[0], corte), leido[1]
    apartados = {(uno.codigo, uno.donde) for uno in plan.hallazgos_descartados}
    found = hallazgos_de_plan(plan, leer_calendario(connection), otros=otros)
    abiertos = [uno for uno in found if (uno.codigo, uno.lugar) not in apartados]
    dichos = [*avisos.de_hallazgos(plan, abiertos, corte, periodo)]
    if cumplimiento:
        dichos += [*avisos.de_cumplimiento(plan_en(plan, periodo), corte), *avisos.de_compromisos(plan, corte, periodo)]
    else:
        keys = connection.scalars(select(_A.id).where(_A.anulada_motivo.is_(None), _A.plan == plan.codigo)).all()
        dichos += [*avisos.de_audiencias(reunir_registros(connection, "audiencias", keys, under=()))]
    return avisos.en_orden(dichos)


def ofrecidos(periodos: Sequence[str]) -> tuple[str, ...]:
    """The periods in which something falls whole, the longest first; those of the plan itself among them."""
    anios = sorted({uno[:4] for uno in periodos})
    partes = ("", "-S1", "-S2", "-C1", "-C2", "-C3", "-T1", "-T2", "-T3", "-T4")
    candidatos = [f"{anio}{parte}" for anio in anios for parte in partes]
    hay = [uno for uno in candidatos if any(cae_en(suyo, uno) for suyo in periodos)]
    return tuple(dict.fromkeys([*hay, *sorted(periodos, key=lambda uno: (uno[:4], meses(uno)))]))


def _adquiridos(connection: Connection, plan: r.Plan, periodo: str | None, corte: date) -> Columns | None:
    """The commitments of a plan that does not count them itself: its own and those of its hearings, month by month."""
    keys = connection.scalars(select(_A.id).where(_A.anulada_motivo.is_(None), _A.plan == plan.codigo)).all()
    hearings = tuple(reunir_registros(connection, "audiencias", keys, under=_DE_COMPROMISOS))
    archivo = r.Archivo(audiencias=hearings, planes=(plan,))
    todos = compromisos_por_mes(adquiridos_al(archivo, corte, plan=plan.codigo))
    dentro = [uno for uno in todos if periodo is None or cae_en(uno.periodo, periodo)]
    return compromisos.grafica_de_meses(dentro) if dentro else None


def _con_filas(connection: Connection, plan: r.Plan, periodo: str | None, corte: date) -> r.Plan:
    """The plan with the amounts of its rows in the period, as they stood at the end of the day."""
    driver = raw(connection)
    leidos = driver.execute(_PERIODOS, (plan.id,)).fetchall()
    dentro = [leido for leido in leidos if periodo is None or cae_en(leido[5], periodo)]
    tarde = {leido[4] for leido in dentro if leido[8] and ultimo_dia(leido[8]) > corte}
    dichos = _dichos(driver, plan, tarde) if tarde else {}
    suyos: defaultdict[tuple[Any, ...], list[r.Programacion]] = defaultdict(list)
    for componente, fila, unidad, agregacion, clave, suyo, programado, hecho, dia, por_que in dentro:
        uno = r.Programacion(
            periodo=suyo,
            programado=programado,
            ejecutado=hecho,
            corte=dia,
            justificacion=por_que,
            seguimientos=dichos.get(clave, ()),
        )
        suyos[componente, fila, unidad, agregacion].append(_al(uno, corte) if clave in tarde else uno)
    filas: defaultdict[str, list[r.Actividad]] = defaultdict(list)
    for (componente, _, unidad, agregacion), programacion in suyos.items():
        filas[componente].append(r.Actividad(unidad=unidad, agregacion=agregacion, programacion=tuple(programacion)))
    componentes = tuple(
        r.Componente(codigo=codigo, nombre=nombre, clase=clase, actividades=tuple(filas[clave]))
        for clave, codigo, nombre, clase in driver.execute(_COMPONENTES, (plan.id,))
    )
    return replace(plan, componentes=componentes)


def _al(periodo: r.Programacion, corte: date) -> r.Programacion:
    return replace(periodo, ejecutado=ejecutado_al(periodo, corte), seguimientos=())


def _dichos(driver: Any, plan: r.Plan, de: Collection[str]) -> dict[str, tuple[r.Seguimiento, ...]]:
    """What was said of those periods; of the others, what stands is what had been said by then."""
    found: defaultdict[str, list[r.Seguimiento]] = defaultdict(list)
    for clave, corte, avance in driver.execute(_DICHOS, (plan.id,)):
        if clave in de:
            found[clave].append(r.Seguimiento(corte=corte, avance=avance))
    return {clave: tuple(suyos) for clave, suyos in found.items()}
