"""Looking for people written twice: in the list of a hearing, and between it and the directory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, select

from rcdesk.domain import orden
from rcdesk.domain.duplicados import Ficha, Pareja, Razon, Respiro, buscar_parejas, de_a_pocos, ficha, sin_pausa
from rcdesk.domain.errors import RuleError
from rcdesk.domain.fusion import CAMPOS
from rcdesk.domain.registro.asistentes import Calidad, Presencia
from rcdesk.domain.registro.personas import TipoDocumento
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.registrados import registrados

Lugar = Literal["asistentes", "personas"]
"""Where someone is written: the list of the hearing, or the directory."""

HALLAZGO: Final = "V11"
"""The finding of a name written in several ways, as the reviewer knows it."""
MOTIVO: Final = "No son la misma persona"

_S, _P = JOURNALED["asistentes"].c, JOURNALED["personas"].c
_D, _Q = JOURNALED["hallazgos_descartados"].c, JOURNALED["preguntas"].c
_MOST: Final = 500
"""Pairs that are brought at once: those behind come as these are decided."""
_SHOWN: Final = tuple(dict.fromkeys(column for columns in CAMPOS.values() for column in columns))


@dataclass(frozen=True, slots=True)
class ParejaRow:
    """Two that may be one: both of the hearing, or the second one of the directory."""

    una: str
    otra: str
    lugar: Lugar
    """Where the second one is written."""
    razon: Razon
    nombres: tuple[str, str]

    @property
    def id(self) -> str:
        """What tells this pair from others."""
        return f"{self.una} {self.otra}"


@dataclass(frozen=True, slots=True)
class Repetidas:
    """The pairs of a hearing to be looked at, the surest first, and how many there are in all."""

    parejas: tuple[ParejaRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RepetidaRow:
    """One of a pair, with what is compared. Someone of the directory has no presence, hour, answer or questions."""

    id: str
    lugar: Lugar
    nombre: str | None
    documento_tipo: TipoDocumento | None
    documento_numero: str | None
    organizacion: str | None
    dependencia: str | None
    cargo: str | None
    telefono: str | None
    correo: str | None
    municipio: str | None
    territorio: str | None
    barrio: str | None
    modalidad: Presencia | None = None
    calidad: Calidad | None = None
    hora_llegada: str | None = None
    agregado: str | None = None
    autorizacion_otorgada: bool | None = None
    autorizacion_fecha: str | None = None
    folio: int | None = None
    renglon: int | None = None
    preguntas: int = 0

    @property
    def datos(self) -> int:
        """How much is known: whoever has more is proposed to stay."""
        filled = sum(getattr(self, name) is not None for name in _SHOWN)
        return filled + 10 * (self.documento_numero is not None) + 5 * (self.hora_llegada is not None) + self.preguntas


def buscar_repetidas(connection: Connection, *, audiencia_id: str, respirar: Respiro = sin_pausa) -> Repetidas:
    """Return who may be written twice. It takes seconds with 50,000 people: off the thread of the window, and
    `respirar` (called every few milliseconds) lets that thread work.
    """
    fichas = _fichas(connection, audiencia_id, respirar)
    found = buscar_parejas(list(fichas.values()), _descartadas(connection, audiencia_id), respirar)
    return Repetidas(tuple(_row(pair, fichas) for pair in found[:_MOST]), len(found))


def ver_pareja(connection: Connection, *, una: str, otra: str, lugar: Lugar) -> tuple[RepetidaRow, RepetidaRow] | None:
    """Return both of a pair; None when one is no longer there."""
    first, second = _ver(connection, "asistentes", una), _ver(connection, lugar, otra)
    return None if first is None or second is None else (first, second)


@action("No son la misma persona")
def descartar_pareja(unit: Unit, *, audiencia_id: str, una: str, otra: str, lugar: Lugar = "asistentes") -> str:
    """Remember that two are not one person, so that nobody is asked again. It travels with the hearing."""
    donde = f"/asistentes/{una} /{lugar}/{otra}"
    place = unit.last_order("hallazgos_descartados", audiencia_id=audiencia_id)
    unit.audiencia_id = audiencia_id
    row = {"audiencia_id": audiencia_id, "orden": orden.despues_de(place), "codigo": HALLAZGO, "donde": donde}
    said = {"motivo": MOTIVO, "fecha": unit.clock(), "persona": unit.quien}
    return unit.insert("hallazgos_descartados", [row | said])[0]


def leer_de(unit: Unit, lugar: Lugar, id: str, columns: tuple[str, ...]) -> dict[str, Any]:
    """Return those columns of someone, None those that their table does not have. RuleError when they are gone."""
    table = JOURNALED[lugar].c
    here = [column for column in columns if column in table]
    found = unit.connection.execute(
        select(*(table[column] for column in here)).where(table.id == id, table.anulada_motivo.is_(None))
    ).one_or_none()
    if found is None:
        raise RuleError(GONE)
    return dict.fromkeys(columns) | dict(found._mapping)


def _fichas(connection: Connection, audiencia_id: str, respirar: Respiro) -> dict[str, Ficha]:
    columns = (_S.id, _S.nombre, _S.documento_tipo, _S.documento_numero, _S.persona)
    here = select(*columns).where(registrados(audiencia_id))
    known = select(_P.id, _P.nombre, _P.documento_tipo, _P.documento_numero).where(_P.anulada_motivo.is_(None))
    people = [ficha(*tuple[Any, ...](row)) for row in de_a_pocos(connection.execute(here), respirar)]
    directory = [
        ficha(*tuple[Any, ...](row), en_directorio=True) for row in de_a_pocos(connection.execute(known), respirar)
    ]
    return {one.id: one for one in (*people, *directory)}


def _descartadas(connection: Connection, audiencia_id: str) -> frozenset[frozenset[str]]:
    places = select(_D.donde).where(
        _D.audiencia_id == audiencia_id, _D.codigo == HALLAZGO, _D.donde.is_not(None), _D.anulada_motivo.is_(None)
    )
    return frozenset(
        frozenset(place.rpartition("/")[2] for place in donde.split()) for donde in connection.scalars(places)
    )


def _row(pair: Pareja, fichas: Mapping[str, Ficha]) -> ParejaRow:
    una, otra = fichas[pair.una], fichas[pair.otra]
    place: Lugar = "personas" if otra.en_directorio else "asistentes"
    return ParejaRow(una.id, otra.id, place, pair.razon, (una.nombre, otra.nombre))


def _ver(connection: Connection, lugar: Lugar, id: str) -> RepetidaRow | None:
    table = JOURNALED[lugar].c
    names = [name for name in RepetidaRow.__dataclass_fields__ if name in table]
    columns = [table[name] for name in names]
    found = connection.execute(select(*columns).where(table.id == id, table.anulada_motivo.is_(None))).one_or_none()
    if found is None:
        return None
    asked = select(func.count()).where(_Q.autor_asistente == id, _Q.anulada_motivo.is_(None))
    return RepetidaRow(lugar=lugar, preguntas=connection.scalar(asked) or 0, **dict(found._mapping))
