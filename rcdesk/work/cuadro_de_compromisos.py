"""The commitments in a spreadsheet: they go out as they stand, and what a file says of them is added in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.documents.cuadro import planilla_de_cuadro
from rcdesk.documents.planilla import Planilla
from rcdesk.domain import registro as r
from rcdesk.domain.actas import APROBADA
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.cuadro.columnas import COMPROMISOS
from rcdesk.domain.cuadro.compromisos import CONGELADO, DICHO, PRINCIPAL, SIN_AVANCES, Revisor
from rcdesk.domain.cuadro.cotejo import Conocida, Renglon, conocida
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.domain.errors import RuleError
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.i18n import plural
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.avances_de_compromiso import (
    clasificar_compromiso,
    crear_compromiso_de_plan,
    registrar_avance_de_compromiso,
)
from rcdesk.work.codigos_de_compromiso import repetidos
from rcdesk.work.compromisos import anular_compromiso, corregir_compromiso, crear_compromiso
from rcdesk.work.cuadro_de_plan import de_donde
from rcdesk.work.estados_al_corte import CompromisoAlRow, estados_al

_A, _H, _P = JOURNALED["actas"].c, JOURNALED["audiencias"].c, JOURNALED["planes"].c
_K, _S = JOURNALED["compromisos"].c, JOURNALED["seguimientos"].c
_CHUNK: Final = 100  # rows between two words of how far it is
_FEW: Final = 500  # keys that a query names one by one
_TITLE: Final = "Compromisos"
_OWN: Final = ("que_hacer", "dependencia", "adquirido", "codigo")
_SAID: Final = {"avance": "avance", "estado": "estado", "fecha": "nueva_fecha", "responsables": "responsables"}


def ver_cuadro_de_compromisos(connection: Connection, *, hoy: date) -> Cuadro:
    """Return the commitments, as they stand today, as what a sheet of them is compared with."""
    frozen = _congeladas(connection)
    query = select(_H.id, _H.codigo).where(_H.anulada_motivo.is_(None))
    hearings = {row.id: row.codigo for row in connection.execute(query)}
    plans = frozenset(connection.scalars(select(_P.codigo).where(_P.anulada_motivo.is_(None))))
    closed = frozenset(code for key, code in hearings.items() if key in frozen)
    revisor = Revisor(frozenset(hearings.values()) - closed, closed, plans, hoy)
    rows = tuple(_conocidas(connection, hoy, frozen))
    return Cuadro(_TITLE, COMPROMISOS, rows, PRINCIPAL, revisor, hoy.year)


def planilla_de_compromisos(connection: Connection, *, hoy: date) -> Planilla:
    """Return the commitments as a sheet that is edited and brought back."""
    cuadro = ver_cuadro_de_compromisos(connection, hoy=hoy)
    return planilla_de_cuadro(cuadro.titulo, cuadro.columnas, cuadro.conocidas)


@action("Traer compromisos de Excel", long=True)
def traer_compromisos(unit: Unit, *, renglones: Sequence[Renglon], archivo: str = "") -> list[str]:
    """Write the commitments that come in, change or are withdrawn, and return the keys of the new ones.

    How one goes is added to what was said of it, and told to come from `archivo`. RuleError, with nothing written, when
    one of them cannot be, or somebody changed it since it was looked at.
    """
    if not renglones:
        raise RuleError("No hay nada por traer: todas las filas dicen lo mismo, o no entran.")
    made, source = list[str](), de_donde(archivo)
    today = dia_en_colombia(r.FechaHora(unit.clock()))
    wanted = {one.id for one in renglones if one.id}
    before = repetidos(unit)
    rows = {one.id: one for one in _conocidas(unit.connection, today, _congeladas(unit.connection), wanted)}
    for step, one in enumerate(renglones):
        if step % _CHUNK == 0:
            unit.progress(step, len(renglones), "Guardando los compromisos")
        try:
            made += _bring(unit, one, rows.get(one.id), today, source)
        except RuleError as error:
            raise RuleError(f"Fila {one.numero}: {error}") from None
    twice = next(iter(sorted(repetidos(unit) - before)), None)
    if twice is not None:
        raise RuleError(
            f"Dos compromisos del mismo lugar quedarían con el código {rotulo(twice)}: cambie uno de los dos."
        )
    return made


def con_nombre(cuantas: int) -> Action[..., list[str]]:
    """Return the action under the name that Undo shows: «Traer 12 compromisos de Excel»."""
    return replace(traer_compromisos, name=f"Traer {plural(cuantas, 'compromiso', 'compromisos')} de Excel")


def _bring(unit: Unit, one: Renglon, here: Conocida | None, today: date, source: str) -> list[str]:
    if one.suerte in ("igual", "no_entra"):
        raise RuleError("No hay qué traer de ella.")
    values = {change.campo: change.valor for change in one.cambios}
    if one.suerte == "nueva":
        key = _add(unit, values)
        _say(unit, key, {name: value for name, value in values.items() if name not in _WITH_IT}, today, source)
        return [key]
    if here is None:
        raise RuleError("El compromiso ya no está.")
    if one.suerte == "retira":
        anular_compromiso.run(unit, id=one.id, motivo=one.motivo)
        return []
    stale = next((campo for campo, value in one.seen.items() if here.valores.get(campo) != value), None)
    if stale is not None:
        raise RuleError("Mientras miraba el archivo cambió aquí: mire otra vez.", field=stale)
    _correct(unit, one.id, values, here)
    _say(unit, one.id, values, today, source)
    return []


_WITH_IT: Final = ("fecha", "responsables")
"""What a new commitment says by itself, and is no advance."""


def _add(unit: Unit, values: Mapping[str, Any]) -> str:
    names = (*_OWN, "alcance", *_WITH_IT)
    told = {name: values[name] for name in names if values.get(name)}
    code = values["procedencia"]
    plan = unit.connection.scalar(select(_P.id).where(_P.codigo == code, _P.anulada_motivo.is_(None)))
    if plan is not None:
        return crear_compromiso_de_plan.run(unit, plan_id=plan, valores=told)
    hearing = unit.connection.scalar(select(_H.id).where(_H.codigo == code, _H.anulada_motivo.is_(None)))
    if hearing is None:
        raise RuleError(f"No hay audiencia ni plan con el código «{code}».")
    return crear_compromiso.run(unit, audiencia_id=hearing, valores=told)


def _correct(unit: Unit, id: str, values: dict[str, Any], here: Conocida) -> None:
    """Write what the commitment says of itself; its date and who answers too, while nothing was said of it."""
    if "alcance" in values:
        clasificar_compromiso.run(unit, id=id, alcance=values.pop("alcance"))
    free = here.valores[SIN_AVANCES] and not here.valores[CONGELADO]
    names = (*_OWN, *_WITH_IT) if free else _OWN
    told = {name: values.pop(name) for name in names if name in values}
    if told:
        corregir_compromiso.run(unit, id=id, valores=told)


def _say(unit: Unit, id: str, values: Mapping[str, Any], today: date, source: str) -> None:
    """Add to what was said of it, in one advance."""
    told: dict[str, Any] = {_SAID[name]: values[name] for name in _SAID if values.get(name)}
    proof = r.Evidencia(texto=values.get("evidencia") or None, url=values.get("enlace") or None)
    if proof.texto or proof.url:
        told["evidencias"] = (proof,)
    if told or values.get("texto"):
        when = values.get("corte") or today.isoformat()
        registrar_avance_de_compromiso.run(
            unit, id=id, valores={**told, "corte": when, "texto": values.get("texto") or source}
        )


def _congeladas(connection: Connection) -> frozenset[str]:
    """The hearings whose acta is approved."""
    query = select(_A.audiencia_id).where(_A.estado.in_(APROBADA), _A.anulada_motivo.is_(None))
    return frozenset(connection.scalars(query))


def _conocidas(
    connection: Connection, hoy: date, frozen: frozenset[str], wanted: Collection[str] | None = None
) -> Iterator[Conocida]:
    """The commitments as they stand, all of them or those of some keys."""
    said = _dichos(connection, wanted)
    own = {
        key: {"dependencia": office, "adquirido": made, "alcance": scope}
        for key, office, made, scope in connection.execute(
            select(_K.id, _K.dependencia, _K.adquirido, _K.alcance).where(_K.anulada_motivo.is_(None))
        )
    }
    for row in estados_al(connection, corte=hoy):
        if wanted is not None and row.id not in wanted:
            continue
        values = _valores(row) | own[row.id] | said.get(row.id, {})
        values |= {CONGELADO: row.audiencia_id in frozen, SIN_AVANCES: row.id not in said}
        yield conocida(row.id, values, COMPROMISOS, frozenset())


def _valores(row: CompromisoAlRow) -> dict[str, Any]:
    names = ("codigo", "procedencia", "que_hacer", "responsables", "fecha", "estado", "avance")
    return {**dict.fromkeys(DICHO), **{name: getattr(row, name) for name in names}}


def _dichos(connection: Connection, wanted: Collection[str] | None) -> dict[str, dict[str, Any]]:
    """What was said last of each commitment: its day, its words and what proves it."""
    query = select(_S.compromiso_id, _S.corte, _S.texto, _S.evidencias).where(
        _S.compromiso_id.is_not(None), _S.anulada_motivo.is_(None)
    )
    if wanted is not None and len(wanted) <= _FEW:
        query = query.where(_S.compromiso_id.in_(wanted))
    found: dict[str, dict[str, Any]] = {}
    for key, cut, words, proofs in connection.execute(query.order_by(_S.corte, _S.orden, _S.id)):
        told = found.setdefault(key, {})
        told["corte"] = cut or told.get("corte")
        told["texto"] = words or told.get("texto")
        for proof in proofs or ():
            told["evidencia"], told["enlace"] = proof.texto, proof.url
    return found
