"""Abbreviations that become their text while one types: «;plan» and a space is «Plan de Desarrollo Municipal»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rcdesk.domain.campos import LIMITE, largo
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes

LISTA: Final = "expansiones"
"""The list of the entity that keeps them, each as «plan: Plan de Desarrollo Municipal»."""

_NOMBRE: Final = r"[^\W\d_][\w-]{1,19}"  # two letters at least: «;D» and «;P» are faces
_PEDIDA: Final = re.compile(rf"(?:^|(?<=[\s(«\"'¿¡]));({_NOMBRE})$")
_AYUDA: Final = re.compile(r"(?:^|(?<=\s));$")
_ESCRITA: Final = re.compile(rf"\s*({_NOMBRE})\s*:\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Abreviatura:
    """What is typed after the «;» and what it becomes."""

    nombre: str
    texto: str

    @property
    def clave(self) -> str:
        """What tells it from the others: capitals and accents do not."""
        return sin_tildes(self.nombre)

    def escrita(self) -> str:
        """Return it as its list keeps it."""
        return f"{self.nombre}: {self.texto}"


def nueva(nombre: str, texto: str) -> Abreviatura:
    """Return an abbreviation as a person typed it, «;» or not; RuleError, with the field, when it does not serve."""
    bare = nombre.strip().removeprefix(";").strip()
    if not re.fullmatch(_NOMBRE, bare):
        raise RuleError("Escriba de 2 a 20 letras o números, sin espacios, que empiecen por letra.", field="nombre")
    if not texto.strip():
        raise RuleError("Escriba el texto en que se convierte.", field="texto")
    if len(texto) > LIMITE:
        raise RuleError(largo(texto), field="texto")
    return Abreviatura(bare, texto.strip())


def leer(valores: Iterable[str]) -> list[Abreviatura]:
    """Read the list of the entity; what is not «nombre: texto» is left out, and of two alike the last one counts."""
    found: dict[str, Abreviatura] = {}
    for valor in valores:
        parts = _ESCRITA.fullmatch(valor)
        if parts is not None:
            one = Abreviatura(parts[1], parts[2].strip())
            found[one.clave] = one
    return list(found.values())


def pedida(escrito: str) -> str:
    """Return the name at the end of what is typed before the caret: «…el ;plan» → «plan».

    Empty inside a word, an address or a face, where «;» is only a semicolon.
    """
    found = _PEDIDA.search(escrito)
    return found[1] if found is not None else ""


def pide_ayuda(escrito: str) -> bool:
    """Whether what is typed before the caret ends in a «;» that stands alone: with «?» it asks for the list."""
    return _AYUDA.search(escrito) is not None
