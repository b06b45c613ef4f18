"""What was copied from Word, Writer, Google Docs, a web page or a sheet, as blocks of narrative.

Paragraphs, lists, bold and simple tables come in; looks, pictures and whatever else are left behind. Nothing here is
obeyed: a text that looks like a tag, or like our `**bold**`, stays as it was copied.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias, assert_never

from rcdesk.domain.bloques import anidados, con_contenido
from rcdesk.domain.etiquetas import Abre, Cierra, Condicion, fichas
from rcdesk.domain.registro import Bloque, Lista, Parrafo, Tabla
from rcdesk.domain.renglon_pegado import Renglon, limpio
from rcdesk.domain.tabla_pegada import WIDEST, TablaEnCurso, con_encabezados
from rcdesk.i18n import numero, plural

LARGEST: Final = 2_000_000
"""Characters of HTML, pictures apart, that are read."""
MOST: Final = 2_000
"""Blocks that a paste may bring, and rows of each table: some eighty pages."""

_PICTURE: Final = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]*+")
_LOOSE: Final = frozenset({"br", "hr", "img", "meta", "link", "col", "input", "wbr", "area", "base", "source"})
_CELLS: Final = frozenset({"table", "tr", "td", "th"})
_APART: Final = frozenset(
    {
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre"),
        *("section", "article", "header", "footer", "address", "figure", "figcaption", "main", "nav", "aside", "form"),
        *("body", "html", "center", "fieldset", "details", "summary", "caption", "hr"),
    }
)
_HEADING: Final = re.compile(r"h[1-6]")
_WEIGHT: Final = re.compile(r"(?<![\w-])font-weight\s*:\s*([a-z]+|\d{1,4})")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment")
_LEVEL: Final = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])")
_DEEPEST: Final = 3  # levels inside the first
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,4}){0,4}[.)]?|[a-zA-Z]{1,6}[.)])")
_BULLET: Final = re.compile(r"[·•▪◦]\s+")

Destino: TypeAlias = Literal["texto", "marca", "nada"]


@dataclass(frozen=True, slots=True)
class Pegado:
    """The blocks, and the sentences that say what of it was left behind."""

    bloques: tuple[Bloque, ...]
    avisos: tuple[str, ...] = ()


def bloques_pegados(html: str) -> Pegado:
    """Return the blocks that a copied HTML says; without blocks when it is too long, and a sentence that says so."""
    bare = _PICTURE.sub("", html)
    if len(bare) > LARGEST:
        return Pegado((), ("Lo copiado es demasiado largo para pegarlo con su forma: se pegó solo el texto.",))
    reader = _Lector()
    for token in fichas(bare):
        if reader.lleno:
            break
        match token:
            case str():
                reader.texto(token)
            case Abre():
                reader.abre(token)
            case Cierra(nombre=nombre):
                reader.cierra(nombre)
            case Condicion(texto=texto):
                reader.condicion(texto)
            case _:
                assert_never(token)
    return _acotado(reader.fin(), [_sin_imagenes(reader.imagenes)] if reader.imagenes else [])


def _acotado(bloques: list[Bloque], notices: list[str]) -> Pegado:
    found = con_contenido(bloques)
    if len(found) > MOST:
        notices.append(f"Se pegaron los primeros {numero(MOST)} párrafos y listas. Pegue aparte el resto.")
    shown = tuple(map(_shorter, found[:MOST]))
    if shown != found[:MOST]:
        notices.append(f"De la tabla se pegaron las primeras {numero(MOST)} filas, de {WIDEST} columnas a lo más.")
    return Pegado(shown, tuple(notices))


def _shorter(block: Bloque) -> Bloque:
    """The block without the rows and columns that nobody reads in an acta: a whole sheet has a million rows."""
    if not isinstance(block, Tabla) or (len(block.filas) <= MOST and all(len(row) <= WIDEST for row in block.filas)):
        return block
    rows = tuple(row[:WIDEST] for row in block.filas[:MOST])
    return replace(block, encabezados=block.encabezados[:WIDEST], filas=rows)


def bloques_de_texto(texto: str) -> Pegado:
    """Return the blocks of a copied text without form: a table of a sheet, or the paragraphs and the bullets it has."""
    table = tabla_de_texto(texto)
    if table is not None:
        return _acotado([table], [])
    reader = _Lector()
    for line in texto.splitlines():
        if reader.lleno:
            break
        reader.linea(line)
    return _acotado(reader.fin(), [])


def tabla_de_texto(texto: str) -> Tabla | None:
    """Return as a table a text copied from a sheet: lines with the same cells, divided by tabs; None when it is not."""
    lines = [line for line in texto.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    cells = [line.split("\t") for line in lines]
    wide = len(cells[0]) if cells else 0
    if len(cells) < 2 or wide < 2 or any(len(line) != wide for line in cells):
        return None
    if not any(line[0].strip() for line in cells):  # paragraphs that begin with a tab
        return None
    return con_encabezados([[limpio(cell) for cell in line] for line in cells], titled=False)


def intercalados(hay: Parrafo, antes: str, nuevos: tuple[Bloque, ...], despues: str) -> tuple[tuple[Bloque, ...], int]:
    """Return a paragraph with blocks put where the caret is, and how many letters of the last one are new.

    `antes` and `despues` are what the paragraph says at both sides of the caret.
    """
    first, *others = nuevos
    if isinstance(first, Parrafo):
        made = [replace(hay, texto=antes + first.texto), *others]
    else:
        made = [*([replace(hay, texto=antes)] if antes.strip() else []), *nuevos]
    last = made[-1]
    if isinstance(last, Parrafo):
        return (*made[:-1], replace(last, texto=last.texto + despues)), len(last.texto)
    return (*made, *([Parrafo(texto=despues)] if despues.strip() else [])), 0


def _sin_imagenes(how_many: int) -> str:
    left = plural(how_many, "imagen no se pegó: agréguela", "imágenes no se pegaron: agréguelas")
    return f"{left} con «Figura» y «Elegir imagen»."


@dataclass(frozen=True, slots=True)
class _Abierta:
    """A tag that is open, and what becomes of the text inside: it is told, or it is a bullet, or it is left aside."""

    nombre: str
    negrita: bool = False
    titulo: bool = False
    destino: Destino = "texto"


@dataclass(slots=True)
class _Lector:
    """Reads the tokens one after another; nothing in it calls itself, so no depth of tags stops it."""

    imagenes: int = 0
    _bloques: list[Bloque] = field(default_factory=list)
    _abiertas: list[_Abierta] = field(default_factory=lambda: [_Abierta("")])
    _cuantas: Counter[str] = field(default_factory=Counter)
    _renglon: Renglon = field(default_factory=Renglon)
    _marca: Renglon = field(default_factory=Renglon)  # the bullet that Word draws for those without lists
    _sin_listas: bool = False
    _listas: list[bool] = field(default_factory=list)  # numbered or not, from outside in
    _nivel_word: int | None = None
    _otra: bool = True  # the line begins an entry
    _entradas: list[tuple[int, str]] = field(default_factory=list)
    _numerada: bool = False
    _tabla: TablaEnCurso | None = None

    @property
    def lleno(self) -> bool:
        """Whether there is already more than a paste may bring."""
        return len(self._bloques) > MOST

    def texto(self, text: str) -> None:
        """Take a text, as it weighs where it is."""
        here = self._abiertas[-1]
        if here.destino == "nada":
            return
        if self._sin_listas or here.destino == "marca":
            self._marca.escribir(text)
        else:
            self._renglon.escribir(text, negrita=here.negrita or here.titulo, tal_cual=self._cuantas["pre"] > 0)

    def linea(self, text: str) -> None:
        """Take a whole line of plain text, whose marks are marks."""
        line = " ".join(text.split())
        bullet = _BULLET.match(line)
        if bullet:
            self._otra = True
            self._entrada(0, line[bullet.end() :], numerada=False)
        elif line:
            self._fin_de_lista()
            self._bloques.append(Parrafo(texto=line))

    def condicion(self, text: str | None) -> None:
        """Know what Word writes only for those that have no lists."""
        self._sin_listas = text is not None and "supportlists" in text.lower()

    def abre(self, tag: Abre) -> None:
        """Take a tag that opens."""
        name, values = tag.nombre, tag.valores()
        style = values.get("style", "").lower()
        if name in _APART or name in _CELLS:
            self._cortar()
        if name == "img":
            self.imagenes += values.get("width") not in ("0", "1")
        elif name == "br":
            self._renglon.partir()
        elif name in ("ul", "ol"):
            self._listas.append(name == "ol")
        elif name in _CELLS:
            self._abre_en_tabla(name, values)
        if name in ("li", "ul", "ol"):
            self._otra = True
        if name == "p":
            level = _LEVEL.search(style)
            self._nivel_word = int(level[1]) - 1 if level else None
        if name not in _LOOSE:
            self._abiertas.append(_opened(name, style, self._abiertas[-1]))
            self._cuantas[name] += 1

    def cierra(self, name: str) -> None:
        """Take a tag that closes: with it, those that were left open inside."""
        while self._cuantas[name]:
            closed = self._abiertas.pop().nombre
            self._cuantas[closed] -= 1
            self._acaba(closed)
            if closed == name:
                return

    def fin(self) -> list[Bloque]:
        """Return all that was read, whatever was left open."""
        while len(self._abiertas) > 1:
            left = self._abiertas.pop().nombre
            self._cuantas[left] -= 1
            self._acaba(left)
        self._cortar()
        self._fin_de_lista()
        return self._bloques

    def _acaba(self, name: str) -> None:
        if name in _APART or name in _CELLS:
            self._cortar()
        if name == "p":
            self._nivel_word = None
        elif name in ("ul", "ol"):
            self._listas.pop()
            self._otra = True
            if not self._listas:
                self._fin_de_lista()
        elif name == "table":
            self._acaba_tabla()
        elif name in ("td", "th") and self._tabla is not None and self._cuantas["table"] == 1:
            self._tabla.fin_de_celda()

    def _abre_en_tabla(self, name: str, values: dict[str, str]) -> None:
        """A table inside another one is text of its cell."""
        if name == "table" and self._tabla is None:
            self._fin_de_lista()
            self._tabla = TablaEnCurso()
        elif self._tabla is not None and self._cuantas["table"] == 1:
            if name == "tr":
                self._tabla.fila()
            elif name in ("td", "th"):
                head = name == "th" or self._cuantas["thead"] > 0
                self._tabla.celda(titulo=head, ancho=values.get("colspan", ""), alto=values.get("rowspan", ""))

    def _acaba_tabla(self) -> None:
        """A table of one cell is how a page is laid out: its text is what it says."""
        if self._tabla is None or self._cuantas["table"]:
            return
        made, self._tabla = self._tabla.tabla(), None
        if made is None:
            return
        if not made.encabezados and len(made.filas) == 1 and len(made.filas[0]) == 1:
            lines = (made.filas[0][0] or "").split("\n")
            self._bloques += [Parrafo(texto=line) for line in lines]
        else:
            self._bloques.append(made)

    def _cortar(self) -> None:
        """End the line that is being read: it is a paragraph, an entry of a list, or a line of a cell."""
        if self._tabla is not None:
            text = self._renglon.llano()
            if text:
                self._tabla.linea(text)
            return
        mark = self._marca.llano()
        for text in self._renglon.tomar():
            bullet = _BULLET.match(text)
            if self._listas:
                self._entrada(min(len(self._listas) - 1, _DEEPEST), text, numerada=self._listas[0])
            elif self._nivel_word is not None:
                self._otra = True
                numbered = bool(_NUMBERED.fullmatch(mark))
                self._entrada(min(self._nivel_word, _DEEPEST), text, numerada=numbered)
            elif bullet:
                self._otra = True
                self._entrada(0, text[bullet.end() :], numerada=False)
            else:
                self._fin_de_lista()
                self._bloques.append(Parrafo(texto=text))

    def _entrada(self, level: int, text: str, *, numerada: bool) -> None:
        """An entry; what comes in the same one is another line of it. Another kind of list is another list."""
        if self._otra or not self._entradas:
            if not level and numerada != self._numerada:
                self._fin_de_lista()
            if not self._entradas:
                self._numerada = numerada
            self._entradas.append((level, text))
        else:
            before, words = self._entradas[-1]
            self._entradas[-1] = (before, f"{words}\n{text}")
        self._otra = False

    def _fin_de_lista(self) -> None:
        if self._entradas:
            least = self._entradas[0][0]
            flat = [(max(level - least, 0), text) for level, text in self._entradas]
            self._bloques.append(Lista(items=anidados(flat), numerada=self._numerada or None))
            self._entradas.clear()


def _opened(name: str, style: str, outer: _Abierta) -> _Abierta:
    """A tag that opens inside another one."""
    destination = outer.destino
    if name == "del" or _HIDDEN.search(style):
        destination = "nada"
    elif "mso-list:ignore" in style.replace(" ", "") and destination == "texto":
        destination = "marca"
    weight = _WEIGHT.search(style)
    if weight:
        bold = weight[1] in ("bold", "bolder") or (weight[1].isdigit() and int(weight[1]) >= 600)
    else:
        bold = outer.negrita or name in ("b", "strong")
    return _Abierta(name, bold, outer.titulo or bool(_HEADING.fullmatch(name)), destination)
