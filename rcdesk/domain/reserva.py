"""Personal data inside free text, for what is published (Ley 1581 de 2012).

Two rules. What is known to be personal (a document, telephone, e-mail or name taken out of a record) is taken out of
every text, however its digits are grouped. In a citizen's own words, also what looks like it:

- an e-mail address;
- a Colombian telephone: 10 digits beginning with 3 or 60, with or without +57, grouped or not;
- 6 to 12 digits, grouped or not, after a word that announces them (cédula, C.C., documento, celular, WhatsApp…);
- 7 to 10 digits together, unless they are money or a count (after `$`, before pesos, millones, habitantes…, or ending
  in 000) or a code (after radicado, contrato, proyecto…, or joined to letters, points, hyphens or slashes).

What is in doubt is hidden: a figure can be asked for again, a published cédula cannot be called back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import Final, TypeAlias

CORREO: Final = "[correo reservado]"
NUMERO: Final = "[número reservado]"

_SHORTEST: Final = 6
"""Digits of the shortest document or telephone looked for in a text."""
_LONGEST: Final = 14
"""Digits of the longest one, with the code of the country."""

_EMAIL: Final = re.compile(
    r"[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)  # bounded: a run of letters is not quadratic
_GAP: Final = r"[\s.,'’´·_/\-‐-―]"
"""What people put between the figures of a number: «66'812.345», «315–777–8899», a space that does not break."""
_DIGITS: Final = re.compile(rf"(?<![\d$])\+?\(?\d(?:{_GAP}?\(?\d\)?){{5,}}(?!\d)")
_RUN: Final = re.compile(r"\+?\d+")
_SIX_DIGITS: Final = re.compile(r"\d(?:\D{0,2}\d){5}")
"""The least that a document or telephone needs, however grouped: texts without it are nearly all, and end here."""
_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile(r"(?<=\w)[\u00ad\u200b\u200c\u2060\ufeff](?=\w)")
"""What parts a word without showing: with it a number or a name would not be found."""

_ANNOUNCED: Final = re.compile(
    r"\b(?:c[eé]dulas?|c\.\s?c\.?|cc|t\.\s?i\.?|c\.\s?e\.?|ppt|pep|documento|identificaci[oó]n|identidad|pasaporte"
    r"|tel[eé]fonos?|tel|cel|celular(?:es)?|m[oó]vil|whatsapp|wasap|watsap|n[uú]mero de contacto|ll[aá]m[ea]\w*)"
    r"(?P<gap>[\s:.,#°ºn-]{0,4}(?:(?:es|el|al|n[uú]mero|no|nro|de|mi|ciudadan[ií]a|extranjer[ií]a)\b[\s:.,#°º]{0,3}){0,4})"
    r"(?P<number>\+?\d(?:[\s.,'’´·\-‐-―]?\d){5,11})(?!\w)",
    re.IGNORECASE,
)
_TELEPHONE: Final = re.compile(
    r"(?<![\w$./-])(?:\+?57[\s.‐-―-]?)?\(?(?:3\d\d|60\d)\)?[\s.‐-―-]?\d{3}[\s.‐-―-]?\d{2}[\s.‐-―-]?\d{2}"
    r"(?![\w/-]|[.,]\d)"
)
_TOGETHER: Final = re.compile(r"(?<![\w$#./-])(?<!\$ )\d{7,10}(?![\w/%-]|[.,]\d)")
_CODE_BEFORE: Final = re.compile(
    r"(?:radicad|contrat|convenio|proyecto|resoluci|decreto|acuerdo|c[oó]digo|ficha|factura|proceso|predi|p[oó]liza"
    r"|matr[ií]cula|expediente|orfeo|bpin|secop|nit|acta|oficio|ticket|caso)\w*[\s:.#°ºn]*(?:(?:n[uú]mero|no|nro)\b[\s:.#°º]*)?$",
    re.IGNORECASE,
)
_AMOUNT_AFTER: Final = re.compile(
    r"\s*(?:de\s+)?(?:pesos|cop\b|mil|millon|d[oó]lares|usd|euros|habitantes|personas|votos|ciudadan|metros|m2|m3"
    r"|kil[oó]metros|toneladas|hect[aá]reas|visitas|usuarios|beneficiari)",
    re.IGNORECASE,
)


def enmascarar(texto: str) -> str:
    """A citizen's own words without what looks like a document, a telephone or an e-mail."""
    texto = _seguido(texto)
    if "@" in texto:
        texto = _EMAIL.sub(CORREO, texto)
    if not _SIX_DIGITS.search(texto):
        return texto
    texto = _ANNOUNCED.sub(lambda found: found[0][: -len(found["number"])] + NUMERO, texto)
    texto = _TELEPHONE.sub(NUMERO, texto)
    return _TOGETHER.sub(_unless_figure, texto)


def _seguido(texto: str) -> str:
    return texto if texto.isascii() else _UNSEEN.sub("", texto)


def _unless_figure(found: re.Match[str]) -> str:
    before, after = found.string[max(0, found.start() - 40) : found.start()], found.string[found.end() :]
    figure = found[0].endswith("000") or _AMOUNT_AFTER.match(after) or _CODE_BEFORE.search(before)
    return found[0] if figure else NUMERO


def doblado(texto: str) -> str:
    """The text to compare names by: without case, accents or repeated spaces."""
    letras = unicodedata.normalize("NFD", " ".join(texto.split()).casefold())
    return letras if letras.isascii() else "".join(filterfalse(unicodedata.combining, letras))


def solo_digitos(texto: str) -> str:
    """The digits of a document or telephone; Colombia's +57 is not part of it."""
    digits = "".join(letra for letra in unicodedata.normalize("NFKC", texto) if letra.isdigit())
    return digits[2:] if len(digits) == 12 and digits.startswith("57") else digits


Nombres: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a folded name → the whole names that begin so, longest first, and what stands for each."""


def por_palabra(nombres: Mapping[str, str]) -> Nombres:
    """Names to look for in texts, each with what stands for it; a name of one word is not looked for."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, label in nombres.items():
        words = tuple(_WORD.findall(doblado(name)))
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, label))
    return {first: tuple(sorted(names, key=lambda name: -len(name[0]))) for first, names in found.items()}


@dataclass(frozen=True, slots=True)
class Reserva:
    """Values that a publication leaves out, and the name each person is given instead."""

    numeros: frozenset[str] = frozenset()
    correos: frozenset[str] = frozenset()
    nombres: Nombres = field(default_factory=dict)

    def quitar(self, texto: str) -> str:
        """The text without those values."""
        texto = _seguido(texto)
        if self.correos and "@" in texto:
            texto = _EMAIL.sub(lambda found: CORREO if self._conoce(found[0]) else found[0], texto)
        if self.numeros:
            texto = _DIGITS.sub(self._sin_numeros, texto)
        return self._sin_nombres(texto) if self.nombres else texto

    def _conoce(self, correo: str) -> bool:
        return "".join(correo.casefold().split()).strip(".") in self.correos

    def _sin_numeros(self, found: re.Match[str]) -> str:
        """Numbers written one after another are tried each by itself and joined: «300 123 4567» is one."""
        text, written, done = found[0], list[str](), 0
        runs = [(run.start(), run.end()) for run in _RUN.finditer(text)]
        at = 0
        while at < len(runs):
            last = next(
                (end for end in self._reach(runs, at) if self._es_de_alguien(text, runs[at][0], runs[end][1])), -1
            )
            if last >= 0:
                written += [text[done : runs[at][0]].removesuffix("("), NUMERO]
                done = runs[last][1]
            at = max(at, last) + 1
        return "".join(written) + text[done:] if written else text

    def _reach(self, runs: list[tuple[int, int]], at: int) -> Iterator[int]:
        """The runs of figures up to which one number may go that begins with the run `at`, the farthest first."""
        digits, last = 0, at
        for end in range(at, len(runs)):
            digits += runs[end][1] - runs[end][0]
            if digits > _LONGEST + 1:
                break
            last = end
        return iter(range(last, at - 1, -1))

    def _es_de_alguien(self, text: str, start: int, end: int) -> bool:
        return solo_digitos(text[start:end]) in self.numeros

    def _sin_nombres(self, texto: str) -> str:
        if self.nombres.keys().isdisjoint(_WORD.findall(doblado(texto))):
            return texto
        spans = list(_WORD.finditer(texto))
        folded = tuple(doblado(span[0]) for span in spans)
        written: list[str] = []
        done = i = 0
        while i < len(spans):
            named = (name for name in self.nombres.get(folded[i], ()) if folded[i : i + len(name[0])] == name[0])
            words, label = next(named, ((), ""))
            if words:
                written += [texto[done : spans[i].start()], label]
                done = spans[i + len(words) - 1].end()
            i += len(words) or 1
        return "".join(written) + texto[done:]


def reserva(numeros: Iterable[str], correos: Iterable[str]) -> Reserva:
    """The documents, telephones and e-mails to leave out; too short a number is not looked for in texts."""
    digits = (solo_digitos(numero) for numero in numeros)
    return Reserva(
        frozenset(numero for numero in digits if len(numero) >= _SHORTEST),
        frozenset(correo.casefold().strip() for correo in correos if "@" in correo),
    )
