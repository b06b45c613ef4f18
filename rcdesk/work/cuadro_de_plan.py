"""A plan in a spreadsheet: it goes out to be edited, and what a file says of it is brought, all in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, assert_never

from sqlalchemy import Connection, select

from rcdesk.documents.cuadro import planilla_de_cuadro
from rcdesk.documents.planilla import Planilla
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cuadro.columnas import EJECUTADO, PROGRAMADO, periodo_de
from rcdesk.domain.cuadro.cotejo import Renglon
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.domain.cuadro.plan import PRINCIPAL, columnas_de, conocidas_de, revisar
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import meses, ultimo_dia
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.i18n import plural, sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.avances_de_actividad import programar_periodo, registrar_avance
from rcdesk.work.gather import reunir_registro
from rcdesk.work.indicadores import corregir_indicador

_C, _P = JOURNALED["componentes"].c, JOURNALED["programaciones"].c
_CHUNK: Final = 100  # rows between two words of how far it is
_NEW_STAGE: Final = "Actividades"


def ver_cuadro_de_plan(connection: Connection, *, plan_id: str) -> Cuadro:
    """Return a plan as what a sheet of it is compared with."""
    plan: r.Plan | None = reunir_registro(connection, "planes", plan_id)
    if plan is None:
        raise RuleError("El plan ya no está en la base.")
    columnas = columnas_de(plan)
    return Cuadro(plan.nombre, columnas, conocidas_de(plan, columnas), PRINCIPAL, revisar, plan.vigencia)


def planilla_de_plan(connection: Connection, *, plan_id: str) -> Planilla:
    """Return a plan as a sheet that is edited and brought back."""
    view = ver_cuadro_de_plan(connection, plan_id=plan_id)
    return planilla_de_cuadro(view.titulo, view.columnas, view.conocidas)


@action("Traer de Excel", long=True)
def traer_al_plan(unit: Unit, *, plan_id: str, renglones: Sequence[Renglon], archivo: str = "") -> list[str]:
    """Write in a plan the rows that come in, change or are withdrawn, and return the keys of the new ones.

    `archivo` is the name of the file: what was done is told to come from it.

    RuleError, with nothing written, when one of them cannot be, or somebody changed it since it was looked at.
    """
    if not renglones:
        raise RuleError("No hay nada por traer: todas las filas dicen lo mismo, o no entran.")
    plan, made = _Plan(unit, plan_id, de_donde(archivo)), list[str]()
    for step, one in enumerate(renglones):
        if step % _CHUNK == 0:
            unit.progress(step, len(renglones), "Guardando las filas")
        try:
            made += plan.bring(one)
        except RuleError as error:
            raise RuleError(f"Fila {one.numero}: {error}") from None
    plan.cite()
    return made


def con_nombre(cuantas: int) -> Action[..., list[str]]:
    """Return the action under the name that Undo shows: «Traer 12 filas de Excel»."""
    return replace(traer_al_plan, name=f"Traer {plural(cuantas, 'fila', 'filas')} de Excel")


def de_donde(archivo: str) -> str:
    """What the history says of what came in a file, or was pasted."""
    return f"Traído de «{archivo}»." if archivo else "Pegado de una hoja de cálculo."


class _Plan:
    """The plan that rows are written in: its stages, by name."""

    def __init__(self, unit: Unit, plan_id: str, source: str) -> None:
        self._unit, self._plan_id, self._source = unit, plan_id, source
        self._cited: list[tuple[int, str, str | None]] = []
        self._today = dia_en_colombia(r.FechaHora(unit.clock()))
        query = select(_C.id, _C.nombre).where(_C.plan_id == plan_id, _C.anulada_motivo.is_(None))
        found = unit.connection.execute(query.order_by(_C.orden, _C.id)).all()
        self._stages: dict[str, str] = {}
        for key, name in found:  # of two with the same name, the first
            self._stages.setdefault(_llave(name), key)
        self._last = unit.last_order("componentes", plan_id=plan_id)

    def bring(self, one: Renglon) -> list[str]:
        """Write a row; return its key if it is new."""
        match one.suerte:
            case "nueva":
                return [self._add(one)]
            case "cambia":
                self._change(one)
            case "retira":
                self._withdraw(one)
            case "igual" | "no_entra":
                raise RuleError("No hay qué traer de ella.")
            case _:
                assert_never(one.suerte)
        return []

    def _add(self, one: Renglon) -> str:
        values = {change.campo: change.valor for change in one.cambios}
        stage = self._stage(str(values.pop("etapa", None) or ""))
        place = orden.despues_de(self._unit.last_order("actividades", componente_id=stage))
        row = {campo: leer(r.Actividad, campo, valor) for campo, valor in self._own(values).items()}
        key = self._unit.insert("actividades", [row | {"componente_id": stage, "orden": place}])[0]
        self._periods(key, values)
        self._cite(one, key, values)
        return key

    def _change(self, one: Renglon) -> None:
        self._unit.check_seen("actividades", one.id, {**_plain(one.seen), "anulada_motivo": None})
        values = {change.campo: change.valor for change in one.cambios}
        own = self._own(values)
        if own:
            corregir_indicador.run(self._unit, id=one.id, valores=own)  # whoever cites it cites it by its new name
        if "etapa" in values:
            stage = self._stage(str(values["etapa"] or ""))
            place = orden.despues_de(self._unit.last_order("actividades", componente_id=stage))
            self._unit.update("actividades", one.id, componente_id=stage, orden=place)
        self._periods(one.id, values)
        self._cite(one, one.id, values)

    def cite(self) -> None:
        """Say what each row contributes to, once all of them are there; RuleError names the row that cannot."""
        for number, key, whole in self._cited:
            try:
                corregir_indicador.run(self._unit, id=key, valores={"aporta_a": whole})
            except RuleError as error:
                raise RuleError(f"Fila {number}: {error}") from None

    def _cite(self, one: Renglon, key: str, values: Mapping[str, Any]) -> None:
        if "aporta_a" in values:
            self._cited.append((one.numero, key, values["aporta_a"]))

    def _own(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {campo: valor for campo, valor in _plain(values).items() if campo != "aporta_a"}

    def _withdraw(self, one: Renglon) -> None:
        self._unit.check_seen("actividades", one.id, {"anulada_motivo": None})
        self._unit.withdraw("actividades", one.id, one.motivo)

    def _stage(self, name: str) -> str:
        """The stage of that name, made at the end of the plan when there is none."""
        if not name and self._stages:
            return next(reversed(self._stages.values()))
        key = self._stages.get(_llave(name or _NEW_STAGE))
        if key is None:
            self._last = orden.despues_de(self._last)
            row = {"plan_id": self._plan_id, "nombre": name or _NEW_STAGE, "orden": self._last}
            key = self._unit.insert("componentes", [row])[0]
            self._stages[_llave(name or _NEW_STAGE)] = key
        return key

    def _periods(self, actividad_id: str, values: Mapping[str, Any]) -> None:
        """What was programmed is written; what was done is an advance, and what was said before stays."""
        periods: dict[str, dict[str, Any]] = {}
        for campo, valor in values.items():
            found = periodo_de(campo)
            if found is not None:
                periods.setdefault(found[1], {})[found[0]] = valor
        for periodo, told in periods.items():
            if PROGRAMADO in told:
                programar_periodo.run(
                    self._unit, actividad_id=actividad_id, periodo=periodo, programado=told[PROGRAMADO]
                )
            if told.get(EJECUTADO) is not None:
                self._advance(actividad_id, periodo, told[EJECUTADO])

    def _advance(self, actividad_id: str, periodo: str, ejecutado: str) -> None:
        """The file does not say when: by the end of the period, or today while it goes on; never before what was said.

        What was said before stays, and the history says where this comes from.
        """
        unit = self._unit
        mine = select(_P.corte).where(
            _P.actividad_id == actividad_id, _P.periodo == periodo, _P.anulada_motivo.is_(None)
        )
        said = unit.connection.scalar(mine.order_by(_P.orden, _P.id).limit(1))
        cut = min(self._today, max(ultimo_dia(meses(periodo)[1]), ultimo_dia(said) if said else date.min))
        told = {"periodo": periodo, "ejecutado": ejecutado, "corte": cut.isoformat(), "texto": self._source}
        registrar_avance.run(unit, actividad_id=actividad_id, hoy=self._today.isoformat(), valores=told)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {campo: valor for campo, valor in values.items() if campo != "etapa" and periodo_de(campo) is None}


def _llave(name: str) -> str:
    return " ".join(sin_tildes(name).split())
