"""A hearing made from another: what comes is told before, and its dates move with the new one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.audiencias import Audiencia, vigencia_de
from rcdesk.domain.copiar_audiencia import PIEZAS, Pieza, copiar, cuantas
from rcdesk.domain.errors import RuleError
from rcdesk.domain.plazos import dia_exacto
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.audiencias import exigir_codigo_libre
from rcdesk.work.gather import reunir_registros
from rcdesk.work.plantar import plantar

_LINEAS = frozenset(
    {
        *("lugares", "canales", "sesiones", "medidas", "grupos_de_temas", "temas", "piezas", "puntos", "asistentes"),
        *("encuestas", "preguntas_encuesta"),
    }
)


@dataclass(frozen=True, slots=True)
class PiezaRow:
    """Something that may come from another hearing, and how many lines it has."""

    pieza: Pieza
    cuantas: int


@action("Crear audiencia a partir de otra")
def copiar_audiencia(
    unit: Unit, *, origen: str, valores: Mapping[str, object], piezas: Collection[Pieza] = PIEZAS, lugar: str = ""
) -> str:
    """Add a planned hearing with those pieces of another, and return its key; what `valores` fill is as they say.

    `lugar` is its venue, when it is another.
    """
    before = _leer(unit.connection, origen)
    said = Audiencia(estado="planeada")
    said.corregir(valores)
    if not (said.nombre or "").strip():
        raise RuleError("Escriba el nombre de la audiencia.", field="nombre")
    exigir_codigo_libre(unit, said)
    made = copiar(before, piezas, dia_exacto(before.fecha), _dia(said.fecha))
    vigencia = said.vigencia or vigencia_de(said.fecha)
    same_year = before.plan if vigencia is not None and vigencia == before.vigencia else None
    typed = _hora(said.hora_inicio_programada), _hora(said.hora_fin_programada)
    hours = typed if any(typed) else (made.hora_inicio_programada, made.hora_fin_programada)
    made = replace(
        made,
        codigo=said.codigo,
        nombre=said.nombre,
        fecha=r.Fecha(said.fecha) if said.fecha else None,
        vigencia=vigencia,
        plan=same_year,
        modalidad=said.modalidad or made.modalidad,
        hora_inicio_programada=hours[0],
        hora_fin_programada=hours[1],
        lugares=(r.Lugar(nombre=lugar.strip()),)
        if lugar.strip() and lugar.strip() not in _nombres(made)
        else made.lugares,
    )
    key = plantar(unit, "audiencias", made, {"orden": orden.despues_de(unit.last_order("audiencias"))})
    unit.audiencia_id = key
    return key


def ver_que_viene(connection: Connection, *, origen: str) -> tuple[PiezaRow, ...]:
    """Return what a hearing has to give to another; what it lacks is not there. RuleError when it is gone."""
    found = cuantas(_leer(connection, origen))
    return tuple(PiezaRow(pieza, found[pieza]) for pieza in PIEZAS if found[pieza])


def _leer(connection: Connection, origen: str) -> r.Audiencia:
    found: r.Audiencia | None = next(iter(reunir_registros(connection, "audiencias", [origen], under=_LINEAS)), None)
    if found is None:
        raise RuleError(GONE)
    return found


def _dia(fecha: str | None) -> date | None:
    return dia_exacto(r.Fecha(fecha)) if fecha else None


def _hora(hora: str | None) -> r.Hora | None:
    return r.Hora(hora) if hora else None


def _nombres(audiencia: r.Audiencia) -> set[str]:
    return {uno.nombre for uno in audiencia.lugares}
