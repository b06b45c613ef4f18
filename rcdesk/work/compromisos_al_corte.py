"""The list of commitments of every hearing and plan as they stood on a day, filtered, in order, counted and grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, assert_never, get_args

from sqlalchemy import Connection, select

from rcdesk.domain.cifras.compromisos import ABIERTAS, avance_medio
from rcdesk.domain.cifras.redondeo import porcentaje, redondear
from rcdesk.domain.registro.compromisos import Alcance
from rcdesk.domain.seguimiento import Lampara
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import filas
from rcdesk.work.estados_al_corte import CompromisoAlRow, estados_al

Orden = Literal["urgencia", "fecha", "numero"]
Agrupado = Literal["dependencia", "responsable"]

SIN_NADIE: Final[Mapping[Agrupado, str]] = {"dependencia": "Sin dependencia", "responsable": "Sin responsable"}
"""What a group without a name is called."""

_C: Final = JOURNALED["compromisos"].c
_H: Final = JOURNALED["audiencias"].c
_P: Final = JOURNALED["planes"].c
_LAMPARAS: Final[tuple[Lampara, ...]] = get_args(Lampara)
"""In the order in which they ask for attention."""
_URGENCIA: Final = {lampara: place for place, lampara in enumerate(_LAMPARAS)}
_SIN_FECHA: Final = "9999"


@dataclass(frozen=True, slots=True)
class Cifras:
    """What is counted of some commitments. The advance is a simple average: one that nobody reported counts as 0,
    and one that was met as 100, whatever was last said of its progress."""

    total: int
    por_lampara: Mapping[Lampara, int]
    a_cargo: int
    """Those that the entity answers for: they have not been handed over."""
    cumplidos: int
    """Of those that the entity answers for."""
    promedio: str | None
    """Percent with one decimal, of those that the entity answers for and were not called off; None of none."""

    @property
    def porcentaje_cumplidos(self) -> str | None:
        """Those that were met, in percent with one decimal of those that the entity answers for; None of none."""
        return porcentaje(self.cumplidos, self.a_cargo) if self.a_cargo else None

    @property
    def abiertos(self) -> int:
        """Those that the entity still has to do."""
        return sum(n for lampara, n in self.por_lampara.items() if lampara in ABIERTAS)


@dataclass(frozen=True, slots=True)
class GrupoRow:
    """The commitments of an office or of someone who answers."""

    nombre: str
    cifras: Cifras


@dataclass(frozen=True, slots=True)
class CompromisosView:
    """A page of the list. `cifras` count what every filter but the one by lamp lets through."""

    filas: tuple[CompromisoAlRow, ...]
    cifras: Cifras
    todos: int
    """All those of the base at that day, whatever the filters."""
    audiencias: int
    planes: int
    responsables: tuple[str, ...]
    dependencias: tuple[str, ...]


def listar_compromisos_al(
    connection: Connection,
    *,
    corte: date,
    filtro: Lampara | Literal[""] = "",
    responsable: str = "",
    dependencia: str = "",
    alcance: Alcance | Literal[""] = "",
    texto: str = "",
    orden: Orden = "urgencia",
) -> CompromisosView:
    """Return the commitments that some filters let through, as they stood at the end of a day."""
    every = estados_al(connection, corte=corte)
    wanted = _filters(connection, responsable, dependencia, alcance, texto)
    found = [row for row in every if all(passes(row) for passes in wanted)] if wanted else every
    shown = [row for row in found if row.lampara == filtro] if filtro else found
    return CompromisosView(
        filas=tuple(sorted(shown, key=_order(orden))),
        cifras=contar(found),
        todos=len(every),
        audiencias=len({row.audiencia_id for row in every} - {None}),
        planes=len({row.plan_id for row in every} - {None}),
        responsables=_in_order(name for row in every for name in row.responsables),
        dependencias=_in_order(row.dependencia for row in every if row.dependencia),
    )


@dataclass(frozen=True, slots=True)
class AnuladoRow:
    """A commitment that was withdrawn, and why: it counts in nothing until it is restored."""

    id: str
    codigo: str
    que_hacer: str
    procedencia: str
    motivo: str
    quien: str
    cuando: str | None


def listar_anulados(connection: Connection) -> list[AnuladoRow]:
    """Return the commitments that were withdrawn, the last one first."""
    query = (
        select(_C.id, _C.codigo, _C.que_hacer, _H.codigo.label("audiencia"), _P.codigo.label("plan"))
        .add_columns(_C.anulada_motivo, _C.anulada_quien, _C.anulada_cuando)
        .outerjoin(JOURNALED["audiencias"], _H.id == _C.audiencia_id)
        .outerjoin(JOURNALED["planes"], _P.id == _C.plan_id)
        .where(_C.anulada_motivo.is_not(None))
        .order_by(_C.anulada_cuando.desc(), _C.id)
    )
    return [
        AnuladoRow(
            id=row.id,
            codigo=row.codigo or "",
            que_hacer=row.que_hacer or "",
            procedencia=row.audiencia or row.plan or "",
            motivo=row.anulada_motivo,
            quien=row.anulada_quien or "",
            cuando=row.anulada_cuando,
        )
        for row in connection.execute(query)
    ]


def contar(filas: Sequence[CompromisoAlRow]) -> Cifras:
    """Count some commitments."""
    own = [row for row in filas if not row.trasladado]
    promedio = avance_medio((row.estado, row.avance) for row in own)
    by_lamp = Counter(row.lampara for row in filas)
    return Cifras(
        total=len(filas),
        por_lampara={lampara: by_lamp[lampara] for lampara in _LAMPARAS},
        a_cargo=len(own),
        cumplidos=sum(row.estado == "cumplido" for row in own),
        promedio=None if promedio is None else redondear(promedio, 1),
    )


def agrupar(filas: Iterable[CompromisoAlRow], por: Agrupado) -> list[GrupoRow]:
    """Count commitments by office or by who answers, those with most to do first.

    One that several answer for counts in each of them: the groups add up to more than the list.
    """
    groups: dict[str, list[CompromisoAlRow]] = {}
    for row in filas:
        for name in _names(row, por):
            groups.setdefault(name, []).append(row)
    rows = [GrupoRow(name, contar(found)) for name, found in groups.items()]
    return sorted(rows, key=lambda row: (-row.cifras.abiertos, sin_tildes(row.nombre)))


def _names(row: CompromisoAlRow, por: Agrupado) -> tuple[str, ...]:
    match por:
        case "dependencia":
            return (row.dependencia or SIN_NADIE[por],)
        case "responsable":
            return row.responsables or (SIN_NADIE[por],)
        case _:
            assert_never(por)


def _filters(
    connection: Connection, responsable: str, dependencia: str, alcance: str, texto: str
) -> list[Callable[[CompromisoAlRow], bool]]:
    wanted: list[Callable[[CompromisoAlRow], bool]] = []
    if responsable:
        none = responsable == SIN_NADIE["responsable"]
        wanted.append(lambda row: not row.responsables if none else responsable in row.responsables)
    if dependencia:
        none_ = dependencia == SIN_NADIE["dependencia"]
        wanted.append(lambda row: row.dependencia is None if none_ else row.dependencia == dependencia)
    if alcance:
        wanted.append(lambda row: row.trasladado == (alcance == "no_a_cargo"))
    if texto.strip():
        ids = set(connection.scalars(filas("compromisos", texto)))
        code = texto.strip().upper().removeprefix("C-").lstrip("0")
        wanted.append(lambda row: row.id in ids or (bool(code) and row.codigo.lstrip("0").upper() == code))
    return wanted


def _order(orden: Orden) -> Callable[[CompromisoAlRow], Any]:
    match orden:
        case "urgencia":
            return lambda row: (_URGENCIA[row.lampara], _when(row))
        case "fecha":
            return _when
        case "numero":
            return lambda row: (row.adquirido or "", row.procedencia)  # the sort is stable: within it, their own order
        case _:
            assert_never(orden)


def _when(row: CompromisoAlRow) -> str:
    return row.fecha if row.fecha and row.fecha[0].isdigit() else _SIN_FECHA


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(names), key=sin_tildes))
