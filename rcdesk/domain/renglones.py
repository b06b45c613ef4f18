"""One line of many that come at once, and what should happen with it, before anybody decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from rcdesk.domain.captura import es_anonimo
from rcdesk.domain.ruido import motivo_para_saltar
from rcdesk.i18n import sin_tildes

Destino = Literal["entra", "une", "salta", "revisar"]

FALTA_AUTOR: Final = "Falta el autor. Escríbalo, o A para «anónimo»"
YA_ESTA: Final = "Ya está: es la {}"
_NOT_WORDS: Final = re.compile(r"[\W_]+")
_TOGETHER: Final = 60  # seconds within which the same person goes on with what they were saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Renglon:
    """One line of the grid. `con` is the label of the line that it joins; `clave` and `codigo`, the question."""

    n: str
    texto: str
    autor: str = ""
    recibida: str | None = None
    tema: str = ""
    canal: str = ""
    crudo: str = ""
    destino: Destino = "entra"
    nota: str = ""
    con: str = ""
    clave: str = ""
    codigo: str = ""
    parecida: str = ""
    """The key of an open question that asks the same, offered but not taken."""
    decidida: bool = False
    """The person said so: nothing proposes otherwise any more."""


@dataclass(frozen=True, slots=True)
class Existente:
    """A question that stands in the hearing."""

    clave: str
    codigo: str
    autor: str
    texto: str
    abierta: bool


PorPalabras: TypeAlias = Mapping[tuple[str, str], Existente]
"""Words and author, folded → the question that says so."""


def proponer(renglones: Iterable[Renglon], existentes: Iterable[Existente], *, con_autor: bool) -> list[Renglon]:
    """Say what should happen with each line; `con_autor`, that each should say who: a chat does, a form may not."""
    lines = list(renglones)
    standing = por_palabras(existentes, lines)
    seen: dict[str, Renglon] = {}
    found: list[Renglon] = []
    before: Renglon | None = None
    for line in lines:
        made = line if line.decidida or line.destino == "salta" else _propose(line, before, seen, standing, con_autor)
        found.append(made)
        if made.destino != "salta":
            seen.setdefault(_bare(made.texto), made)
            before = made
    return found


def por_palabras(existentes: Iterable[Existente], renglones: Iterable[Renglon]) -> PorPalabras:
    """Return by words and author the questions of who wrote these lines: the others need not be compared."""
    authors = {sin_tildes(line.autor) for line in renglones}
    found: dict[tuple[str, str], Existente] = {}
    for one in existentes:
        author = sin_tildes(one.autor)
        if author in authors:
            found.setdefault((_bare(one.texto), author), one)
    return found


def ya_esta(renglon: Renglon, existentes: PorPalabras) -> Existente | None:
    """Return the question that a line already is, of the same person in the same words."""
    return existentes.get((_bare(renglon.texto), sin_tildes(renglon.autor)))


def _propose(
    line: Renglon,
    before: Renglon | None,
    seen: Mapping[str, Renglon],
    standing: PorPalabras,
    with_author: bool,
) -> Renglon:
    if why := motivo_para_saltar(line.texto):
        return replace(line, destino="salta", nota=why)
    known = ya_esta(line, standing)
    if known is not None:
        return replace(line, destino="salta", nota=YA_ESTA.format(known.codigo))
    same = seen.get(_bare(line.texto))
    if same is not None and sin_tildes(same.autor) == sin_tildes(line.autor):
        return replace(line, destino="salta", nota=f"Repite la línea {same.n}")
    if with_author and not line.autor.strip():
        return replace(line, destino="revisar", nota=FALTA_AUTOR)
    if same is not None and same.destino == "entra":
        return replace(line, destino="une", con=same.n, nota=f"Igual a la línea {same.n}")
    if before is not None and _goes_on(line, before):
        return _following(line, before)
    return replace(line, destino="entra")


def _goes_on(line: Renglon, before: Renglon) -> bool:
    """Say whether the same person goes on with what they were saying, without asking something else."""
    same = bool(line.autor) and sin_tildes(line.autor) == sin_tildes(before.autor) and not es_anonimo(line.autor)
    if not same or before.destino not in ("entra", "une") or "?" in line.texto or "¿" in line.texto:
        return False
    return _seconds(line, before) is None or abs(_seconds(line, before) or 0) <= _TOGETHER


def _following(line: Renglon, before: Renglon) -> Renglon:
    target = before.con if before.con and not before.clave else before.n
    after = _seconds(line, before)
    when = f", {after} s después" if after else ""
    if before.clave:
        return replace(line, destino="une", clave=before.clave, codigo=before.codigo, nota=f"Sigue la línea {before.n}")
    return replace(line, destino="une", con=target, nota=f"Sigue la línea {target}: mismo autor{when}")


def _seconds(line: Renglon, before: Renglon) -> int | None:
    if not line.recibida or not before.recibida or line.recibida[:10] != before.recibida[:10]:
        return None
    here, there = (
        sum(int(x) * y for x, y in zip(m[11:19].split(":"), (3600, 60, 1), strict=True))
        for m in (line.recibida, before.recibida)
    )
    return here - there


def _bare(texto: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", sin_tildes(texto[:2000])).split())
