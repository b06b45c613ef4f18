"""The remarks of those who review a copy of the acta: written, decided, and kept with the copy that they are of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.actas import Acta
from rcdesk.domain.errors import RuleError
from rcdesk.domain.observaciones import Observacion
from rcdesk.domain.registro import Disposicion
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import acta_de

_A, _O = JOURNALED["actas"].c, JOURNALED["observaciones"].c


@dataclass(frozen=True, slots=True)
class ObservacionRow:
    """A remark, its fields named as its columns; `numero` is its place."""

    id: str
    orden: str
    numero: int
    autor: str | None
    revision: int | None
    lugar: str | None
    texto: str
    disposicion: Disposicion | None
    respuesta: str | None


@action("Agregar observación")
def agregar_observacion(unit: Unit, *, audiencia_id: str, valores: Mapping[str, object]) -> str:
    """Write a remark on the last copy of the acta that was sent, and return its key.

    RuleError when none was: a remark says of which copy it is, because its pages and lines are those of that one.
    """
    unit.audiencia_id = audiencia_id
    acta_id = unit.connection.scalar(select(_A.id).where(acta_de(audiencia_id)))
    acta = unit.get(Acta, acta_id) if acta_id is not None else Acta()
    if not acta.revision:
        raise RuleError("Envíe primero el acta a revisión: las observaciones se hacen sobre una copia numerada.")
    last = unit.last_order("observaciones", acta_id=acta.id)
    una = Observacion(acta_id=acta.id, revision=acta.revision, fecha=unit.clock(), orden=orden.despues_de(last))
    una.corregir(valores)
    return unit.add(una)


@action("Corregir observación", merges=True)
def corregir_observacion(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a remark."""
    unit.get(Observacion, id, seen=seen).corregir(valores)


@action("Decidir observación")
def decidir_observacion(unit: Unit, *, id: str, disposicion: Disposicion | None) -> None:
    """Say whether a remark is accepted; None when it is to be decided again."""
    unit.get(Observacion, id).corregir({"disposicion": disposicion})


@action("Mover observación")
def mover_observacion(unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """Put a remark between two others: their order keys, empty at the ends of the list."""
    unit.get(Observacion, id).orden = orden.entre(antes, despues)


@action("Retirar observación")
def retirar_observacion(unit: Unit, *, id: str) -> None:
    """Take out a remark that was written by mistake."""
    unit.get(Observacion, id).anular("retirada", cuando=unit.clock(), quien=unit.quien)


def listar_observaciones(connection: Connection, *, audiencia_id: str) -> list[ObservacionRow]:
    """Return the remarks on the acta of a hearing, of every copy, in their order."""
    names = [field.name for field in fields(ObservacionRow) if field.name != "numero"]
    query = select(*(_O[name] for name in names)).join(JOURNALED["actas"], _O.acta_id == _A.id)
    found = connection.execute(
        query.where(acta_de(audiencia_id), _O.anulada_motivo.is_(None)).order_by(_O.orden, _O.id)
    )
    return [ObservacionRow(numero=numero, **row._asdict()) for numero, row in enumerate(found, 1)]
