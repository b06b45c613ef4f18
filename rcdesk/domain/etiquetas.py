"""The tags and texts of HTML that another program left in the clipboard, in time that grows with its length.

`html.parser` of Python takes minutes on a hostile text of a megabyte, and reads Word's conditions in a different way
from one Python to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final, TypeAlias

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)")
_REST: Final = re.compile(r"(?:[^>=]|=\s*+(?:\"[^\"]*\"|'[^']*'|[^\s>]?))*+>")
_ATTRIBUTE: Final = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']++))")
_CONDITION: Final = re.compile(r"\[\s*(if|endif)\b([^\]]*)\]", re.IGNORECASE)

_UNREAD: Final = frozenset(
    {"style", "script", "title", "xml", "template", "textarea", "select", "svg", "math", "iframe"}
)
"""What is between these tags is no text of the document."""


@dataclass(frozen=True, slots=True)
class Abre:
    """A tag that opens; one like `<br/>` opens and nothing closes it."""

    nombre: str
    atributos: str

    def valores(self) -> dict[str, str]:
        """Return its attributes, entities read; the first one counts when there are two of a name."""
        found: dict[str, str] = {}
        for name, *values in _ATTRIBUTE.findall(self.atributos):
            found.setdefault(name.lower(), unescape("".join(values)))
        return found


@dataclass(frozen=True, slots=True)
class Cierra:
    """A tag that closes."""

    nombre: str


@dataclass(frozen=True, slots=True)
class Condicion:
    """Word's `<![if !supportLists]>`: what follows is for readers without lists; None where that ends."""

    texto: str | None


Ficha: TypeAlias = str | Abre | Cierra | Condicion
"""A text, entities read, or a tag."""


def fichas(html: str) -> Iterator[Ficha]:
    """Yield what the HTML is made of, as a browser would read it; comments are left out."""
    at = 0
    while at < len(html):
        less = html.find("<", at)
        if less < 0:
            less = len(html)
        if less > at:
            yield unescape(html[at:less])
        if less == len(html):
            return
        token, at = _read(html, less)
        if token is not None:
            yield token
        if isinstance(token, Abre) and token.nombre in _UNREAD:
            at = _after(html, token.nombre, at)


def _read(html: str, less: int) -> tuple[Ficha | None, int]:
    """The token that begins at a `<`, and where it ends."""
    if html.startswith("<!--", less):
        end = html.find("-->", less + 4)
        inner = html[less + 4 : end] if end >= 0 else ""
        whole = _condition(inner) if inner.startswith("[") and inner.endswith("]") else None
        return whole, end + 3 if end >= 0 else len(html)
    if html.startswith(("<!", "<?"), less):
        end = html.find(">", less)
        return _condition(html[less + 2 : end]), end + 1 if end >= 0 else len(html)
    tag = _TAG.match(html, less)
    if tag is None:
        return "<", less + 1
    rest = _REST.match(html, tag.end())
    if rest is None:
        return None, len(html)
    name = tag[2].lower()
    token = Cierra(name) if tag[1] else Abre(name, rest[0][:-1])
    return token, rest.end()


def _condition(inner: str) -> Condicion | None:
    found = _CONDITION.match(inner)
    if found is None:
        return None
    return Condicion(None if found[1].lower() == "endif" else found[2].strip())


def _after(html: str, name: str, at: int) -> int:
    """Where the text goes on after what is not text."""
    found = re.compile(f"</{name}\\b", re.IGNORECASE).search(html, at)
    end = html.find(">", found.end()) if found else -1
    return end + 1 if end >= 0 else len(html)
