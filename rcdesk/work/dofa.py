"""The DOFA matrix of a hearing: factors, strategies where two of them cross, and what each strategy became.

Strategies are plain lines, and so are factors but for their place: a strategy cites them by the code that it gives
them, so moving or withdrawing a factor writes the citations anew (`lineas` adds and corrects both kinds).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.dofa import (
    CRUCES,
    DESCARTE,
    Propuesta,
    citas_a_medias,
    codigos_del_cruce,
    codigos_dofa,
    cruces_sin_estrategia,
    lugar_del_cruce,
    proponer,
    recodificar,
    revisar_cita,
)
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.dofa import Cruce
from rcdesk.store.records import from_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.lineas import agregar

EJES: Final[Mapping[str, str]] = {
    "F": "fortalezas",
    "D": "debilidades",
    "O": "oportunidades",
    "A": "amenazas",
}
"""Letter → the list that holds its factors."""

TOMADA: Final = "Está en la matriz"
DEJADA: Final = "No es un factor"

_F, _E, _H = JOURNALED["factores"].c, JOURNALED["estrategias"].c, JOURNALED["audiencias"].c
_RETIRADO: Final = "retirado de la matriz"


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor; its code is its letter and its place (F1)."""

    id: str
    orden: str
    eje: str
    codigo: str
    texto: str


@dataclass(frozen=True, slots=True)
class EstrategiaRow:
    """A strategy; its code is its cross and its place in it (FO1). `compromiso` is the number of its commitment.

    `factores` are the codes of those it crosses, and `posibles` of those it may; without any, it crosses both axes.
    """

    id: str
    orden: str
    cruce: Cruce
    codigo: str
    texto: str
    compromiso: str | None
    factores: tuple[str, ...] = ()
    posibles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DofaView:
    """The whole matrix. `cruces_vacios` have factors on both sides and no strategy, and `sin_cruce` say why not."""

    factores: tuple[FactorRow, ...]
    estrategias: tuple[EstrategiaRow, ...]
    cruces_vacios: tuple[Cruce, ...]
    cierre: tuple[r.Bloque, ...]
    sin_cruce: Mapping[Cruce, str]
    """Cross → why no strategy is called for, said by a person."""
    propuestas: tuple[Propuesta, ...]
    a_medias: tuple[str, ...]
    """Codes of the strategies that cite factors of one of their axes only."""

    def del_eje(self, eje: str) -> tuple[FactorRow, ...]:
        """The factors of a letter."""
        return tuple(factor for factor in self.factores if factor.eje == eje)

    def del_cruce(self, cruce: str) -> tuple[EstrategiaRow, ...]:
        """The strategies of a cross."""
        return tuple(estrategia for estrategia in self.estrategias if estrategia.cruce == cruce)


@action("Mover factor")
def mover_factor(unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """Put a factor between two others of its list: their order keys, empty at the ends. It is still cited."""
    with_codes = _Codigos(unit, id)
    unit.update("factores", id, orden=orden.entre(antes, despues))
    with_codes.renew()


@action("Retirar factor")
def retirar_factor(unit: Unit, *, id: str) -> None:
    """Take a factor out of the matrix; the strategies that cited it no longer do."""
    with_codes = _Codigos(unit, id)
    unit.withdraw("factores", id, _RETIRADO)
    with_codes.renew()


@action("Unir factores")
def citar_factores(unit: Unit, *, id: str, factores: Sequence[str]) -> None:
    """Say which factors a strategy crosses, by their codes; none says that it crosses its two axes whole."""
    row = _estrategia(unit, id)
    matriz = _matriz(unit.connection, row.audiencia_id)
    unit.update("estrategias", id, factores=revisar_cita(matriz, row.cruce, factores))


@action("Mover de cruce")
def cambiar_de_cruce(unit: Unit, *, id: str, cruce: Cruce) -> None:
    """Move a strategy to another cross, as its last one; it keeps the factors that are of both."""
    row = _estrategia(unit, id)
    last = unit.last_order("estrategias", audiencia_id=row.audiencia_id)
    kept = tuple(codigo for codigo in row.factores or () if codigo[0] in cruce)
    unit.update("estrategias", id, cruce=cruce, orden=orden.despues_de(last), factores=kept)


@action("Unir estrategia y compromiso")
def enlazar_compromiso(unit: Unit, *, id: str, codigo: str) -> None:
    """Say which commitment carries out a strategy; an empty number says none."""
    row = _estrategia(unit, id)
    if codigo and not _vigente(unit, row.audiencia_id, codigo):
        raise RuleError(f"No hay un compromiso {codigo} en esta audiencia.", field="compromiso")
    unit.update("estrategias", id, compromiso=codigo or None)


@action("Llevar a la matriz")
def tomar_propuesta(unit: Unit, *, audiencia_id: str, propuesta: Propuesta, eje: str) -> str:
    """Make a factor of what the hearing proposes, on the axis that the person says, and return its key."""
    _apartar(unit, audiencia_id, propuesta.donde, TOMADA)
    values: dict[str, object] = {"texto": propuesta.texto}
    return agregar["factores"].run(unit, valores=values, lista=EJES[eje], audiencia_id=audiencia_id)


@action("Dejar fuera de la matriz")
def dejar_propuesta(unit: Unit, *, audiencia_id: str, propuesta: Propuesta) -> None:
    """Remember that what the hearing proposes is no factor, so that it is not proposed again."""
    _apartar(unit, audiencia_id, propuesta.donde, DEJADA)


@action("Cruce sin estrategia, con motivo")
def dejar_cruce(unit: Unit, *, audiencia_id: str, cruce: Cruce, motivo: str) -> None:
    """Say why a cross calls for no strategy."""
    if not motivo.strip():
        raise RuleError("Escriba por qué el cruce no lleva estrategia.", field="motivo")
    _apartar(unit, audiencia_id, lugar_del_cruce(cruce), motivo.strip())


def ver_dofa(connection: Connection, *, audiencia_id: str) -> DofaView:
    """Return the matrix of a hearing, with its codes, and what the hearing proposes for it."""
    audiencia = _audiencia(connection, audiencia_id)
    matriz, aparte = audiencia.dofa or r.Dofa(), _apartadas(audiencia)
    return DofaView(
        _factores(connection, audiencia_id),
        listar_estrategias(connection, audiencia_id=audiencia_id),
        cruces_sin_estrategia(matriz, audiencia.hallazgos_descartados),
        matriz.cierre,
        {cruce: motivo for cruce in CRUCES if (motivo := aparte.get(lugar_del_cruce(cruce)))},
        proponer(audiencia, _anterior(connection, audiencia)),
        citas_a_medias(matriz),
    )


def listar_estrategias(connection: Connection, *, audiencia_id: str) -> tuple[EstrategiaRow, ...]:
    """Return the strategies of a hearing in their order."""
    matriz = _matriz(connection, audiencia_id)
    found = _filas(connection, "estrategias", audiencia_id=audiencia_id)
    return tuple(
        EstrategiaRow(
            row["id"],
            row["orden"],
            row["cruce"],
            code,
            row["texto"],
            row["compromiso"],
            row["factores"] or (),
            codigos_del_cruce(matriz, row["cruce"]),
        )
        for row, code in zip(found, codigos_dofa(matriz.estrategias), strict=True)
    )


class _Codigos:
    """The codes of the factors of a hearing before a change of their places, to write the citations anew after it."""

    def __init__(self, unit: Unit, factor: str) -> None:
        query = select(_F.audiencia_id).where(_F.id == factor, _F.anulada_motivo.is_(None))
        hearing: str | None = unit.connection.scalar(query)
        if hearing is None:
            raise RuleError("El factor ya no está en la matriz.")
        self._unit, self._hearing = unit, hearing
        self._before = self._codes()
        unit.audiencia_id = hearing

    def renew(self) -> None:
        """Write what each strategy cites with the codes of now."""
        after = self._codes()
        changes = {code: after.get(key) for key, code in self._before.items() if after.get(key) != code}
        for row in _filas(self._unit.connection, "estrategias", audiencia_id=self._hearing):
            cited: tuple[str, ...] = row["factores"] or ()
            if not changes.keys().isdisjoint(cited):
                self._unit.update("estrategias", row["id"], factores=recodificar(cited, changes))

    def _codes(self) -> dict[str, str]:
        return {factor.id: factor.codigo for factor in _factores(self._unit.connection, self._hearing)}


def _audiencia(connection: Connection, audiencia_id: str) -> r.Audiencia:
    """A hearing with the little that its matrix is made from: a list of 50,000 people is not read for it."""
    row = connection.execute(select(_H.codigo, _H.fecha, _H.dofa_cierre).where(_H.id == audiencia_id)).one()
    return r.Audiencia(
        codigo=row.codigo,
        fecha=row.fecha,
        incidentes=_registros(connection, "incidentes", audiencia_id),
        accesibilidad=_registros(connection, "medidas", audiencia_id),
        hallazgos_descartados=_registros(connection, "hallazgos_descartados", audiencia_id),
        dofa=_matriz(connection, audiencia_id, row.dofa_cierre or ()),
    )


def _anterior(connection: Connection, audiencia: r.Audiencia) -> r.Audiencia | None:
    """The hearing before this one whose matrix has weaknesses."""
    if audiencia.fecha is None:
        return None
    with_factors = select(_F.id).where(_F.audiencia_id == _H.id, _F.lista == EJES["D"], _F.anulada_motivo.is_(None))
    query = select(_H.id).where(_H.fecha < audiencia.fecha, _H.anulada_motivo.is_(None), with_factors.exists())
    found = connection.scalar(query.order_by(_H.fecha.desc(), _H.orden.desc()).limit(1))
    return _audiencia(connection, found) if found else None


def _matriz(connection: Connection, audiencia_id: str, cierre: tuple[r.Bloque, ...] = ()) -> r.Dofa:
    """The matrix as the format writes it, for its rules."""
    found = _factores(connection, audiencia_id)
    texts = {eje: tuple(factor.texto for factor in found if factor.eje == eje) for eje in EJES}
    return r.Dofa(
        fortalezas=texts["F"],
        debilidades=texts["D"],
        oportunidades=texts["O"],
        amenazas=texts["A"],
        estrategias=_registros(connection, "estrategias", audiencia_id),
        cierre=cierre,
    )


def _factores(connection: Connection, audiencia_id: str) -> tuple[FactorRow, ...]:
    found = _filas(connection, "factores", audiencia_id=audiencia_id)
    return tuple(
        FactorRow(row["id"], row["orden"], eje, f"{eje}{place}", row["texto"])
        for eje, lista in EJES.items()
        for place, row in enumerate((row for row in found if row["lista"] == lista), 1)
    )


def _registros(connection: Connection, table: str, audiencia_id: str) -> Any:
    return tuple(from_row(table, row, {}) for row in _filas(connection, table, audiencia_id=audiencia_id))


def _filas(connection: Connection, table: str, *, audiencia_id: str) -> list[dict[str, Any]]:
    """The whole rows of a hearing that stand, in their order."""
    lines = JOURNALED[table]
    query = select(lines).where(lines.c.audiencia_id == audiencia_id, lines.c.anulada_motivo.is_(None))
    return [dict(row._mapping) for row in connection.execute(query.order_by(lines.c.orden, lines.c.id))]


def _apartadas(audiencia: r.Audiencia) -> dict[str | None, str]:
    return {uno.donde: uno.motivo for uno in audiencia.hallazgos_descartados if uno.codigo == DESCARTE}


def _apartar(unit: Unit, audiencia_id: str, donde: str, motivo: str) -> None:
    place = orden.despues_de(unit.last_order("hallazgos_descartados", audiencia_id=audiencia_id))
    said = {"codigo": DESCARTE, "donde": donde, "motivo": motivo, "fecha": unit.clock(), "persona": unit.quien}
    unit.insert("hallazgos_descartados", [{"audiencia_id": audiencia_id, "orden": place} | said])
    unit.audiencia_id = audiencia_id


def _estrategia(unit: Unit, id: str) -> Any:
    row = unit.connection.execute(select(JOURNALED["estrategias"]).where(_E.id == id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La estrategia ya no está en la matriz.")
    unit.audiencia_id = row.audiencia_id
    return row


def _vigente(unit: Unit, audiencia_id: str, codigo: str) -> bool:
    c = JOURNALED["compromisos"].c
    query = select(c.id).where(c.audiencia_id == audiencia_id, c.codigo == codigo, c.anulada_motivo.is_(None))
    return unit.connection.execute(query).first() is not None
