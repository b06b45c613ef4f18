"""What was done in an activity, by period: advances are added, and withdrawn with a reason; none is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from sqlalchemy import select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.avances_de_actividad import Registrada, heredado, periodo_para, revisar_avance
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import motivo_escrito
from rcdesk.domain.seguimiento import en_orden
from rcdesk.store.records import to_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.evidencias import anotar
from rcdesk.work.gather import reunir_registro

_T, _S = JOURNALED["programaciones"].c, JOURNALED["seguimientos"].c


@action("Registrar avance")
def registrar_avance(
    unit: Unit,
    *,
    actividad_id: str,
    hoy: str,
    valores: Mapping[str, object],
    evidencias: Iterable[r.Evidencia] = (),
    adjuntos: Iterable[Adjunto] = (),
) -> str:
    """Say how much of an activity was done until a day, with what proves it, and return the key of the advance.

    `valores`: corte (the day), ejecutado (until then, in its unit), texto, periodo (if it is not the one of that day),
    and of the period programado and justificacion. The bytes of `adjuntos` are kept already. `hoy` is AAAA-MM-DD.
    """
    actividad = _actividad(unit, actividad_id)
    nuevo = r.Seguimiento(
        corte=leer(r.Seguimiento, "corte", valores.get("corte")),
        avance=_cantidad(valores, "ejecutado"),
        texto=leer(r.Seguimiento, "texto", valores.get("texto")),
        evidencias=tuple(evidencias),
        autor=unit.quien,
    )
    periodo = _periodo(actividad, valores, nuevo.corte or hoy)
    found = next((uno for uno in actividad.programacion if uno.periodo == periodo), None)
    previo = heredado(found) if found is not None else None
    dichos = found.seguimientos if found is not None else ()
    contra = Registrada(_desde(actividad), (*((previo,) if previo else ()), *dichos), date.fromisoformat(hoy))
    nuevo = revisar_avance(contra, nuevo)
    key = str(found.id) if found is not None else _programar(unit, actividad_id, periodo)
    _decir(unit, key, valores)
    if previo is not None:
        _agregar(unit, key, previo)
    anotar(unit, adjuntos)
    made = _agregar(unit, key, nuevo)
    _poner_al_dia(unit, key)
    return made


@action("Retirar avance")
def retirar_avance(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw an advance, with the reason: it stays in the base, and its period tells what the others say."""
    why = motivo_escrito(motivo, "se retira")
    found = unit.connection.execute(select(_S.programacion_id, _S.anulada_motivo).where(_S.id == id)).one_or_none()
    if found is None or found.programacion_id is None or found.anulada_motivo is not None:
        raise RuleError(GONE)
    unit.withdraw("seguimientos", id, why)
    _poner_al_dia(unit, found.programacion_id)


@action("Programar periodo")
def programar_periodo(unit: Unit, *, actividad_id: str, periodo: str, programado: str | None) -> str:
    """Say how much of an activity is programmed in a period, and return the key of the period."""
    actividad = _actividad(unit, actividad_id)
    wanted = leer(r.Programacion, "periodo", periodo)
    if wanted is None:
        raise RuleError("Elija el periodo.", field="periodo")
    found = next((uno for uno in actividad.programacion if uno.periodo == wanted), None)
    key = str(found.id) if found is not None else _programar(unit, actividad_id, wanted)
    _decir(unit, key, {"programado": programado})
    return key


@action("Corregir periodo", merges=True)
def corregir_periodo(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write what a period programmes, or why more or less was done; what was done is said by its advances."""
    unit.check_seen("programaciones", id, seen or {})
    _decir(unit, id, {name: value for name, value in valores.items() if name in ("programado", "justificacion")})


@action("Retirar periodo")
def retirar_periodo(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a period with its advances, and the reason; it stays in the base and counts in no figure."""
    unit.withdraw("programaciones", id, motivo_escrito(motivo, "se retira"))


def _actividad(unit: Unit, id: str) -> r.Actividad:
    found: r.Actividad | None = reunir_registro(unit.connection, "actividades", id)
    if found is None or found.anulada is not None:
        raise RuleError(GONE)
    return found


def _desde(actividad: r.Actividad) -> str | None:
    return actividad.desde or (actividad.fechas[0] if actividad.fechas and not actividad.hasta else None)


def _periodo(actividad: r.Actividad, valores: Mapping[str, object], dia: str) -> r.Periodo:
    chosen = leer(r.Programacion, "periodo", valores.get("periodo"))
    if chosen is None:
        chosen = r.Periodo(periodo_para(dia, [uno.periodo for uno in actividad.programacion]))
    return cast(r.Periodo, chosen)


def _cantidad(valores: Mapping[str, object], campo: str) -> r.Cantidad | None:
    read: r.Cantidad | None = leer(r.Programacion, campo, valores.get(campo))
    if read is not None and read.startswith("-"):
        raise RuleError("Escriba una cantidad desde 0.", field=campo)
    return read


def _programar(unit: Unit, actividad_id: str, periodo: str) -> str:
    """Add a period to an activity, in its place among the others."""
    rows = unit.connection.execute(
        select(_T.periodo, _T.orden)
        .where(_T.actividad_id == actividad_id, _T.anulada_motivo.is_(None))
        .order_by(_T.orden, _T.id)
    ).all()
    place = next((here for here, row in enumerate(rows) if row.periodo > periodo), len(rows))
    before, after = rows[place - 1].orden if place else "", rows[place].orden if place < len(rows) else ""
    own = {"actividad_id": actividad_id, "periodo": periodo, "orden": orden.entre(before, after)}
    return unit.insert("programaciones", [own])[0]


def _decir(unit: Unit, id: str, valores: Mapping[str, object]) -> None:
    """Write what is said of a period itself."""
    row: dict[str, Any] = {}
    if "programado" in valores:
        row["programado"] = _cantidad(valores, "programado")
    if "justificacion" in valores:
        row["justificacion"] = leer(r.Programacion, "justificacion", valores["justificacion"])
    if row:
        unit.update("programaciones", id, **row)


def _agregar(unit: Unit, programacion_id: str, uno: r.Seguimiento) -> str:
    row = {name: value for name, value in to_row("seguimientos", uno).items() if value not in (None, ())}
    place = orden.despues_de(unit.last_order("seguimientos", programacion_id=programacion_id))
    return unit.insert("seguimientos", [row | {"programacion_id": programacion_id, "orden": place}])[0]


def _poner_al_dia(unit: Unit, programacion_id: str) -> None:
    """Write in a period what the last of its advances says: who reads only the period reads the same."""
    periodo: r.Programacion = reunir_registro(unit.connection, "programaciones", programacion_id)
    dichos = [uno for uno in en_orden(periodo.seguimientos) if uno.avance is not None]
    ultimo = dichos[-1] if dichos else r.Seguimiento()
    unit.update("programaciones", programacion_id, ejecutado=ultimo.avance, corte=ultimo.corte)
