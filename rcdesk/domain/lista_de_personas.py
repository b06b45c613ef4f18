"""A list of people before any is brought: what the person decides of each row, and what is then written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from rcdesk.domain.comparar_personas import COMPANIONS, Destino, Queda, Renglon
from rcdesk.domain.errors import RuleError

Filtro = Literal["filas", "nuevas", "iguales", "cambian", "decidir", "no_entran"]

_COUNTED: Final[Mapping[Filtro, tuple[Destino, ...]]] = {
    "filas": (),
    "nuevas": ("nueva",),
    "iguales": ("igual",),
    "cambian": ("cambia",),
    "decidir": ("decidir",),
    "no_entran": ("no_entra", "salta"),
}


@dataclass(frozen=True, slots=True)
class Cambio:
    """What is written of somebody who was already on the list, and what the base had there."""

    id: str
    valores: Mapping[str, Any]
    seen: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PorTraer:
    """What a part of the list writes."""

    nuevas: Sequence[Mapping[str, Any]] = ()
    cambios: Sequence[Cambio] = ()

    def __len__(self) -> int:
        return len(self.nuevas) + len(self.cambios)


class ListaDePersonas:
    """The rows, in the order of the file, and what the person decides of them. Rows never move."""

    def __init__(self, renglones: Sequence[Renglon]) -> None:
        self.renglones = list(renglones)
        self._index()

    def ver(self, n: int) -> Renglon:
        """Return the row with that number."""
        return self.renglones[self._places[n]]

    def tiene(self, n: int) -> bool:
        """Say whether there is a row with that number."""
        return n in self._places

    def filtrar(self, filtro: Filtro) -> list[Renglon]:
        """Return the rows that a counter counts."""
        if filtro == "filas":
            return list(self.renglones)
        return [one for one in self.renglones if one.destino in _COUNTED[filtro]]

    def contar(self) -> dict[str, int]:
        """Return the counters."""
        many = self._many
        found: dict[str, int] = {name: sum(many[one] for one in fates) for name, fates in _COUNTED.items()}
        return {**found, "filas": len(self.renglones)}

    def malas(self) -> list[Renglon]:
        """Return the rows that cannot come in as they are."""
        return [one for one in self.renglones if one.destino == "no_entra"]

    def saltar(self, n: int) -> None:
        """Skip a row, or take it back as it was proposed."""
        line = self.ver(n)
        if line.destino == "salta":
            back: Queda = "archivo" if line.propuesto == "cambia" else ""
            self._put(replace(line, destino=line.propuesto, queda=back))
        elif line.destino == "no_entra":
            raise RuleError("Esa fila no entra: corríjala en el archivo y ábralo otra vez.")
        else:
            self._put(replace(line, destino="salta", queda=""))

    def elegir(self, n: int, queda: Queda) -> None:
        """Say which stands where the base and the file do not agree."""
        line = self.ver(n)
        if not line.diferencias:
            raise RuleError("En esa fila no hay nada que decidir.")
        self._put(replace(line, destino="cambia" if queda == "archivo" else "igual", queda=queda))

    def elegir_las_demas(self, queda: Queda) -> int:
        """Decide in the same way every row that waits, and return how many were."""
        waiting = self.filtrar("decidir")
        for line in waiting:
            self.elegir(line.n, queda)
        return len(waiting)

    def heredar(self, anterior: ListaDePersonas) -> None:
        """Keep what was decided of rows for which the same is proposed as before."""
        for line in self.renglones:
            before = anterior.ver(line.n) if anterior.tiene(line.n) else None
            if before is None or before.destino == before.propuesto or before.propuesto != line.propuesto:
                continue
            if before.destino == "salta" or line.diferencias:
                self._put(replace(line, destino=before.destino, queda=before.queda))

    def por_traer(self) -> list[Renglon]:
        """Return the rows that are written."""
        return [one for one in self.renglones if one.destino in ("nueva", "cambia")]

    def _put(self, line: Renglon) -> None:
        place = self._places[line.n]
        self._many[self.renglones[place].destino] -= 1
        self._many[line.destino] += 1
        self.renglones[place] = line

    def _index(self) -> None:
        self._places = {one.n: place for place, one in enumerate(self.renglones)}
        self._many = Counter(one.destino for one in self.renglones)


def reunir(renglones: Iterable[Renglon]) -> PorTraer:
    """Return what some rows write: who is new, and of who was there only what differs."""
    new: list[Mapping[str, Any]] = []
    changes: list[Cambio] = []
    for line in renglones:
        if line.destino == "nueva":
            new.append({name: value for name, value in line.leida.valores.items() if name != "tipo_dicho"})
            continue
        values = {one.columna: one.archivo for one in line.diferencias}
        seen = {one.columna: one.base for one in line.diferencias}
        if "autorizacion_otorgada" in values:
            values |= {name: value for name, value in line.leida.valores.items() if name in COMPANIONS}
        changes.append(Cambio(line.id, values, seen))
    return PorTraer(new, changes)
