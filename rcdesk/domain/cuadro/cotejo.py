"""What a sheet would change: row by row, and in each, cell by cell, from what it says here to what the file says.

A row that went out from here carries a mark of each cell. A cell with its mark was not touched in the spreadsheet, and
what changed meanwhile in the program stays; one that was changed on both sides is told, and waits for the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final, Literal

from rcdesk.domain.cuadro.celdas import legible, plana, valor
from rcdesk.domain.cuadro.columnas import RETIRAR, Columna
from rcdesk.domain.cuadro.filas import Leida
from rcdesk.i18n import lista_en_palabras, sin_tildes

Suerte = Literal["nueva", "cambia", "retira", "igual", "no_entra"]
"""What becomes of a row: comes in, changes what there is, withdraws it, says the same, or cannot come in."""

Revisar = Callable[[Mapping[str, Any], Mapping[str, Any] | None], tuple[str, str] | None]
"""Given the values of a row as they would be, and those it has (None when new), the field that is wrong and why."""

_MARK: Final = 6
_BOTH: Final = "También cambió aquí desde que se llevó a Excel."


@dataclass(frozen=True, slots=True)
class Conocida:
    """A row of the base: its values by field, and the plain text of each of its cells."""

    id: str
    valores: Mapping[str, Any]
    planas: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cambio:
    """A cell that changes, in words. `aviso` says that somebody changed it here too since it went out.

    `prosa` says that it is a text, whose two wordings are worth being seen word by word.
    """

    campo: str
    titulo: str
    antes: str
    despues: str
    valor: Any
    aviso: str = ""
    prosa: bool = True


@dataclass(frozen=True, slots=True)
class Renglon:
    """A row of the file and what becomes of it; `entra` is what is proposed, and the person may say otherwise."""

    numero: int
    titulo: str
    suerte: Suerte
    cambios: tuple[Cambio, ...] = ()
    id: str = ""
    motivo: str = ""
    """Why it cannot come in, or why it is withdrawn."""
    campo: str = ""
    """The cell that is wrong."""
    avisos: tuple[str, ...] = ()
    seen: Mapping[str, Any] = field(default_factory=dict)

    @property
    def entra(self) -> bool:
        """Whether it is brought unless the person says otherwise: what was changed on both sides waits."""
        return self.suerte in ("nueva", "cambia", "retira") and not any(one.aviso for one in self.cambios)


def conocida(id: str, valores: Mapping[str, Any], columnas: Iterable[Columna], porcentajes: frozenset[str]) -> Conocida:
    """A row of the base, with the plain text of each of its cells."""
    plain = {one.campo: plana(one, valores.get(one.campo), porcentaje=one.campo in porcentajes) for one in columnas}
    return Conocida(id, valores, plain)


def marcas_de(planas: Mapping[str, str]) -> str:
    """The mark of each cell as it goes out: `nombre=1a2b3c …`."""
    return " ".join(f"{campo}={_marca(text)}" for campo, text in planas.items())


def comparar(
    conocidas: Sequence[Conocida],
    leidas: Sequence[Leida],
    columnas: Sequence[Columna],
    *,
    principal: str,
    propia: bool,
    revisar: Revisar,
) -> tuple[Renglon, ...]:
    """Return what each row of a sheet would do. `principal` is the field without which a new row says nothing."""
    here = {one.id: one for one in conocidas}
    by_code, by_name = _unicas(conocidas, "codigo"), _unicas(conocidas, principal)
    codes = Counter(row.planas.get("codigo", "") for row in leidas)
    taken, found = dict[str, int](), list[Renglon]()
    for row in leidas:
        known = here.get(row.id) if propia else _la_misma(row, by_code, by_name, principal)
        notes = (
            [f"El código {row.planas['codigo']} está en {codes[row.planas['codigo']]} filas."]
            if (row.planas.get("codigo") and codes[row.planas["codigo"]] > 1)
            else []
        )
        if known is not None and known.id in taken:
            notes.append(f"Es copia de la fila {taken[known.id]}: entra como nueva.")
            known = None
        elif known is None and propia and row.id:
            notes.append("Ya no está aquí, o es de otro plan: entra como nueva.")
        if known is not None:
            taken[known.id] = row.numero
        found.append(_Fila(row, known, columnas, propia).renglon(principal, revisar, tuple(notes)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Fila:
    """A row of a sheet before the one of the base that it is, if any."""

    row: Leida
    known: Conocida | None
    columnas: Sequence[Columna]
    propia: bool

    def renglon(self, principal: str, revisar: Revisar, notes: tuple[str, ...]) -> Renglon:
        """What becomes of it."""
        row, known = self.row, self.known
        title = row.planas.get(principal) or (known.planas.get(principal, "") if known else "") or self._other_title()
        key = known.id if known else ""
        if row.aviso:
            return Renglon(row.numero, title, "no_entra", id=key, motivo=row.aviso)
        if known is not None and row.planas.get(RETIRAR.campo):
            return Renglon(row.numero, title, "retira", id=key, motivo=row.planas[RETIRAR.campo], avisos=notes)
        notes = (*notes, *self._stayed())
        changes, wrong = self._changes()
        if wrong is not None:
            return Renglon(row.numero, title, "no_entra", changes, key, str(wrong), wrong.campo, notes)
        if not changes:
            return Renglon(row.numero, title, "igual", id=key, avisos=notes)
        before = known.valores if known else None
        bad = revisar({**(before or {}), **{one.campo: one.valor for one in changes}}, before)
        if bad is not None:
            campo, why = bad
            return Renglon(row.numero, title, "no_entra", changes, key, why, campo, notes)
        if known is None and not row.planas.get("etapa") and any(one.campo == "etapa" for one in self.columnas):
            notes = (*notes, "Sin etapa: va al final de la última.")
        seen = {one.campo: before.get(one.campo) for one in changes} if before is not None else {}
        return Renglon(row.numero, title, "cambia" if known else "nueva", changes, key, avisos=notes, seen=seen)

    def _stayed(self) -> Iterator[str]:
        """Say what changed here since it went out, and came as it went: it stays."""
        if self.known is None:
            return
        here = [
            one.titulo.lower()
            for one in self.columnas
            if (mark := self._marks.get(one.campo)) is not None
            and mark == _marca(self.row.planas.get(one.campo, ""))
            and mark != _marca(self.known.planas.get(one.campo, ""))
        ]
        if here:
            yield f"Queda lo que cambió aquí después de llevarla: {lista_en_palabras(here)}."

    @property
    def _marks(self) -> dict[str, str]:
        """How each of its cells went out."""
        return dict(one.partition("=")[::2] for one in self.row.marcas.split())

    def _changes(self) -> tuple[tuple[Cambio, ...], _WrongCell | None]:
        """The cells that change, and the first that is not understood."""
        marks = self._marks if self.known else {}
        found, wrong = list[Cambio](), None
        for one in self.columnas:
            try:
                change = self._change(one, marks)
            except _WrongCell as error:
                wrong = wrong or error
                change = error.change
            if change is not None:
                found.append(change)
        return tuple(found), wrong

    def _change(self, one: Columna, marks: Mapping[str, str]) -> Cambio | None:
        """What a cell changes; None when it says the same, or nothing."""
        if one.campo == RETIRAR.campo or one.campo not in self.row.planas:
            return None
        after = self.row.planas[one.campo]
        before = self.known.planas.get(one.campo, "") if self.known else ""
        if after == before or (not after and not self.propia):
            return None  # an empty cell of another's file says nothing
        if one.campo in marks and _marca(after) == marks[one.campo]:
            return None  # it came as it went: what changed here meanwhile stays
        said = Cambio(one.campo, one.titulo, legible(one, before), legible(one, after), None, "", one.clase == "texto")
        try:
            value = valor(one, after)
        except ValueError as error:
            raise _WrongCell(str(error), said) from None
        if self.known is not None and value == self.known.valores.get(one.campo):
            return None
        moved = one.campo in marks and _marca(before) != marks[one.campo]
        return replace(said, valor=value, aviso=_BOTH if moved else "")

    def _other_title(self) -> str:
        words = (self.row.planas.get(name) for name in ("indicador_nombre", "meta_nombre", "codigo"))
        return next(filter(None, words), f"Fila {self.row.numero}")


class _WrongCell(ValueError):
    """A cell that is not understood, and what it would change."""

    def __init__(self, why: str, change: Cambio) -> None:
        super().__init__(why)
        self.change, self.campo = change, change.campo


def _la_misma(
    row: Leida, by_code: Mapping[str, Conocida], by_name: Mapping[str, Conocida], principal: str
) -> Conocida | None:
    """The row of the base that one of another's file is: by its code or, without it, by what it says."""
    code, name = _llave(row.planas.get("codigo", "")), _llave(row.planas.get(principal, ""))
    found = by_code.get(code) if code else None
    return found or (by_name.get(name) if name else None)


def _unicas(rows: Iterable[Conocida], campo: str) -> dict[str, Conocida]:
    """The rows that no other resembles in a field, by it."""
    rows = tuple(rows)
    many = Counter(_llave(row.planas.get(campo, "")) for row in rows)
    return {key: row for row in rows if (key := _llave(row.planas.get(campo, ""))) and many[key] == 1}


def _llave(text: str) -> str:
    return " ".join(sin_tildes(text).split())


def _marca(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
