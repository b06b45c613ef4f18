"""How the documents of a series are numbered: a pattern, its consecutive without gaps, and the numbers already given.

A pattern is text with one `{n}`, the consecutive («4112.020.14.12.{n}»; `{n:3}` fills with zeros up to three figures),
and perhaps `{vigencia}`, the year of the hearing. The consecutive is one per pattern: with the year in it, it begins
again every year (Acuerdo AGN 060 de 2001, art. 6: acts are numbered in order, and a number is never given twice).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Acta, FormatoDocumental
from rcdesk.i18n import sin_tildes

SIN_NUMERO: Final = "sin número"
"""The pattern of an entity whose documents bear no number."""
EJEMPLO: Final = "4112.020.14.12.{n}"
_CONSECUTIVO: Final = re.compile(r"\{n(?::([1-9]))?\}")
_VIGENCIA: Final = "{vigencia}"


def revisar_patron(patron: str, campo: str = "numeracion") -> None:
    """Refuse a pattern that gives no consecutive, gives two, or holds braces that mean nothing."""
    if len(_CONSECUTIVO.findall(patron)) != 1:
        raise RuleError(
            f"Escriba {{n}} una sola vez, donde va el consecutivo: {EJEMPLO}, o {{n:3}} para 001, 002… "
            f"Si sus actas no llevan número, escriba «{SIN_NUMERO}».",
            field=campo,
        )
    if re.search(r"[{}]", _CONSECUTIVO.sub("", patron).replace(_VIGENCIA, "")):
        raise RuleError("Entre llaves solo van {n}, {n:3} y {vigencia}. Quite las demás llaves.", field=campo)


def patron_escrito(texto: str | None, campo: str = "numeracion") -> str | None:
    """The pattern that a person wrote, «sin numero» in its one spelling; RuleError when it is none."""
    texto = " ".join((texto or "").split())  # a number is stored without the spaces around it
    if not texto or sin_tildes(texto) == sin_tildes(SIN_NUMERO):
        return SIN_NUMERO if texto else None
    revisar_patron(texto, campo)
    return texto


def sin_numero(acta: Acta, numera: FormatoDocumental | None) -> bool:
    """Whether an acta bears none, and not for want of it: so says the format that `numera` it."""
    return not acta.numero and numera is not None and numera.numeracion == SIN_NUMERO


def numero_de(patron: str, consecutivo: int, vigencia: int | None) -> str:
    """The number of a document. RuleError when it asks for a year that the hearing does not have."""
    return _CONSECUTIVO.sub(lambda found: str(consecutivo).zfill(int(found[1] or 0)), _con_vigencia(patron, vigencia))


def consecutivo_de(patron: str, numero: str, vigencia: int | None) -> int | None:
    """The consecutive in a number; None when it was not made with that pattern (and year)."""
    before, after = _CONSECUTIVO.sub("\0", _con_vigencia(patron, vigencia)).split("\0")
    found = re.fullmatch(rf"{re.escape(before)}(\d{{1,18}}){re.escape(after)}", numero.strip())
    return int(found[1]) if found else None


def siguiente(patron: str, dados: Iterable[str], vigencia: int | None, primero: int = 1) -> str:
    """The number that follows those already given, also to what was annulled later."""
    usados = [n for numero in dados if (n := consecutivo_de(patron, numero, vigencia)) is not None]
    return numero_de(patron, max([primero - 1, *usados]) + 1, vigencia)


def saltos(patron: str, dados: Iterable[str], vigencia: int | None, primero: int = 1) -> tuple[str, ...]:
    """The numbers that nobody was given between the first and the last one: gaps to be explained.

    Several in a row are told as one: «4112.020.14.12.3 a 4112.020.14.12.9».
    """
    usados = {n for numero in dados if (n := consecutivo_de(patron, numero, vigencia)) is not None}
    tramos = ((antes + 1, n - 1) for antes, n in pairwise(sorted({primero - 1, *usados})) if n - antes > 1)
    extremos = (dict.fromkeys(numero_de(patron, n, vigencia) for n in tramo) for tramo in tramos if tramo[0] >= primero)
    return tuple(" a ".join(tramo) for tramo in extremos)


def _con_vigencia(patron: str, vigencia: int | None) -> str:
    if _VIGENCIA not in patron:
        return patron
    if vigencia is None:
        raise RuleError("El número lleva la vigencia y la audiencia no la tiene. Escríbala en Preparación, en Datos.")
    return patron.replace(_VIGENCIA, str(vigencia))
