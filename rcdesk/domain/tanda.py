"""Many questions at once, before any is kept: their lines, and what the person decides of each.

A line enters, joins another line or a question that stands, is skipped, or waits for the person. Nothing is lost of
what came: a skipped line stays in sight, and each keeps how it was pasted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, Final, Literal

from rcdesk.domain.captura import es_anonimo, mismo_nombre
from rcdesk.domain.errors import RuleError
from rcdesk.domain.renglones import FALTA_AUTOR, YA_ESTA, Existente, Renglon, por_palabras, ya_esta

Filtro = Literal["lineas", "entran", "unen", "saltan", "revisar"]

_NAMES: Final = tuple(field.name for field in fields(Renglon))
_VALUES: Final = attrgetter(*_NAMES)


@dataclass(frozen=True, slots=True)
class Conteo:
    """How many lines there are, and what happens with them."""

    lineas: int = 0
    entran: int = 0
    unen: int = 0
    saltan: int = 0
    revisar: int = 0
    preguntas: int = 0
    """Questions that will be kept: those that enter, and those that share an answer."""


@dataclass(frozen=True, slots=True)
class Captura:
    """A question ready to be kept. `con` is the place, in its list, of the one whose answer it shares, or -1."""

    texto: str
    autor: str = ""
    recibida: str | None = None
    tema: str = ""
    canal: str = ""
    linea: str = ""
    con: int = -1
    clave: str = ""


class Tanda:
    """The lines and what the person decides of them. Lines never move; a line cut in two leaves the rest under it."""

    def __init__(self, renglones: Sequence[Renglon], *, origen: str, con_autor: bool, canal: str = "") -> None:
        self.renglones = list(renglones)
        self.origen, self.con_autor, self.canal = origen, con_autor, canal
        self._counts: Conteo | None = None
        self._index()

    def ver(self, n: str) -> Renglon:
        """Return the line with that label."""
        return self.renglones[self._places[n]]

    def tiene(self, n: str) -> bool:
        """Say whether there is a line with that label."""
        return n in self._places

    def filtrar(self, filtro: Filtro) -> list[Renglon]:
        """Return the lines that a counter counts."""
        kinds = {"entran": "entra", "unen": "une", "saltan": "salta", "revisar": "revisar"}
        return [one for one in self.renglones if filtro == "lineas" or one.destino == kinds[filtro]]

    def contar(self) -> Conteo:
        """Return the counters."""
        if self._counts is None:
            made = [one.destino for one in self.renglones]
            joined = [one for one in self.renglones if one.destino == "une"]
            own = sum(not one.con or not _same_voice(one, self.ver(one.con).autor) for one in joined)
            enter = made.count("entra")
            few = (made.count("une"), made.count("salta"), made.count("revisar"))
            self._counts = Conteo(len(made), enter, *few, enter + own)
        return self._counts

    def cambiar(self, n: str, **valores: Any) -> Renglon:
        """Change a line."""
        changed = replace(self.ver(n), **valores)
        self.renglones[self._places[n]] = changed
        self._counts = None
        return changed

    def saltar(self, n: str) -> Renglon:
        """Skip a line, or take it back; those that joined it stand alone again."""
        line = self.ver(n)
        if line.destino == "salta":
            return self._settle(line)
        self._release(n)
        return self.cambiar(n, destino="salta", nota="", con="", clave="", codigo="", decidida=True)

    def unir(self, n: str, existente: Existente | None = None) -> Renglon:
        """Join a line to a question that stands, or to the line before it that enters; joined, it stands alone."""
        line = self.ver(n)
        if line.destino == "une":
            return self._settle(replace(line, con="", clave="", codigo=""))
        if existente is not None:
            self._release(n)
            note = f"Comparte la respuesta de la {existente.codigo}"
            return self.cambiar(
                n, destino="une", clave=existente.clave, codigo=existente.codigo, con="", nota=note, decidida=True
            )
        before = self._entering_before(n)
        if before is None:
            raise RuleError("No hay antes una línea a la cual unir esta.")
        self._release(n)
        note = (
            f"Sigue la línea {before.n}" if _same_voice(line, before.autor) else f"Pregunta lo mismo que la {before.n}"
        )
        return self.cambiar(n, destino="une", con=before.n, clave="", codigo="", nota=note, decidida=True)

    def firmar(self, n: str, autor: str) -> Renglon:
        """Say who wrote a line; what waited only for that enters."""
        line = self.cambiar(n, autor=" ".join(autor.split()))
        return self._settle(line) if line.destino == "revisar" else line

    def partir(self, n: str, lugar: int) -> Renglon:
        """Cut a line in two before the letter `lugar`, and return the second, of the same person and hour."""
        line = self.ver(n)
        first, second = line.texto[:lugar].strip(), line.texto[lugar:].strip()
        if not first or not second:
            raise RuleError("Ponga el cursor entre dos palabras, donde empieza lo otro.")
        self.cambiar(n, texto=first, decidida=True)
        label = self._free_label(n)
        made = replace(
            line,
            n=label,
            texto=second,
            destino="entra",
            nota="",
            con="",
            clave="",
            codigo="",
            parecida="",
            decidida=True,
        )
        self.renglones.insert(self._places[n] + 1, made)
        self._index()
        self._counts = None
        return self._settle(made)

    def sugerir(self, n: str, existente: Existente, *, segura: bool) -> None:
        """Offer a question that asks the same; when it is sure, the line joins it unless the person decided."""
        line = self.ver(n)
        if line.decidida or line.destino != "entra":
            self.cambiar(n, parecida=existente.clave)
            return
        note = f"Se parece a {existente.codigo}" + (f", de {existente.autor}" if existente.autor else "")
        if segura and not any(one.con == n for one in self.renglones):
            self.cambiar(
                n, parecida=existente.clave, destino="une", clave=existente.clave, codigo=existente.codigo, nota=note
            )
        else:
            self.cambiar(n, parecida=existente.clave, nota=f"{note}  ·  M la une")

    def contrastar(self, existentes: Iterable[Existente]) -> None:
        """Look again at what stands: what was kept meanwhile is skipped, and what was shared with one gone is not."""
        present = list(existentes)
        standing = por_palabras(present, self.renglones)
        keys = {one.clave for one in present}
        for line in self.renglones:
            known = ya_esta(line, standing)
            if known is not None and line.destino in ("entra", "une"):
                self._release(line.n)
                self.cambiar(line.n, destino="salta", nota=YA_ESTA.format(known.codigo), con="", clave="", codigo="")
            elif line.clave and line.clave not in keys:
                self._settle(line)

    def por_guardar(self, cuantas: int) -> list[Renglon]:
        """Return the first lines that are kept now, about so many: those that join one of them go along."""
        ready = [one for one in self.renglones if one.destino in ("entra", "une")]
        first, rest = ready[:cuantas], ready[cuantas:]
        leads = {one.n for one in first}
        return [*first, *(one for one in rest if one.con in leads)]

    def quitar(self, hechas: Iterable[str]) -> None:
        """Leave only what is not kept yet; once nothing waits, not even what was skipped stays."""
        done = set(hechas)
        self.renglones = [one for one in self.renglones if one.n not in done]
        if not any(one.destino != "salta" for one in self.renglones):
            self.renglones = []
        self._index()
        self._counts = None

    def copia(self) -> Tanda:
        """Return another with the same lines, to be asked back."""
        return Tanda(self.renglones, origen=self.origen, con_autor=self.con_autor, canal=self.canal)

    def escribir(self) -> str:
        """Write it as text, for the draft."""
        kept = {"origen": self.origen, "con_autor": self.con_autor, "canal": self.canal}
        return json.dumps({**kept, "renglones": [_VALUES(one) for one in self.renglones]}, ensure_ascii=False)

    def _settle(self, line: Renglon) -> Renglon:
        """Let a line stand alone, or wait for its author."""
        waits = self.con_autor and not line.autor.strip()
        return self.cambiar(
            line.n,
            destino="revisar" if waits else "entra",
            nota=FALTA_AUTOR if waits else "",
            con="",
            clave="",
            codigo="",
            decidida=True,
        )

    def _release(self, n: str) -> None:
        for one in [one for one in self.renglones if one.con == n]:
            self._settle(one)

    def _entering_before(self, n: str) -> Renglon | None:
        place = self._places[n] - 1
        while place >= 0 and self.renglones[place].destino != "entra":
            place -= 1
        return self.renglones[place] if place >= 0 else None

    def _free_label(self, n: str) -> str:
        stem, number = n.partition(".")[0], 2
        while f"{stem}.{number}" in self._places:
            number += 1
        return f"{stem}.{number}"

    def _index(self) -> None:
        self._places = {one.n: place for place, one in enumerate(self.renglones)}


def reunir(renglones: Iterable[Renglon]) -> list[Captura]:
    """Return the questions that lines make: the words of one person together; who asks the same keeps a question."""
    made: list[Captura] = []
    places: dict[str, int] = {}
    for line in renglones:
        lead = places.get(line.con, -1)
        if lead >= 0 and _same_voice(line, made[lead].autor):
            before = made[lead]
            whole = replace(before, texto=f"{before.texto}\n{line.texto}", linea=_joined(before, line))
            made[lead] = whole
            continue
        places[line.n] = len(made)
        pasted = line.crudo if line.crudo.strip() != line.texto else ""
        made.append(Captura(line.texto, line.autor, line.recibida, line.tema, line.canal, pasted, lead, line.clave))
    return made


def _same_voice(line: Renglon, autor: str) -> bool:
    return bool(autor) and not es_anonimo(autor) and mismo_nombre(line.autor, autor)


def _joined(before: Captura, line: Renglon) -> str:
    return f"{before.linea or before.texto}\n{line.crudo or line.texto}"


def leer_tanda(texto: str) -> Tanda | None:
    """Read what `escribir` wrote; None when it is something else."""
    try:
        found = json.loads(texto)
        lines = [Renglon(**dict(zip(_NAMES, one, strict=True))) for one in found["renglones"]]
        return Tanda(lines, origen=found["origen"], con_autor=found["con_autor"], canal=found["canal"])
    except (ValueError, KeyError, TypeError):
        return None
