"""The figures that a person wrote in a text: quantities in digits or words, percentages, dates and hours.

What is not a figure is passed over: a law and its article, a year, a code («P-013»), money, an ordinal, an address of
the web, and whatever stands between quotation marks, which is a name or somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final, Literal, TypeAlias

from rcdesk import i18n
from rcdesk.domain.textos import en_palabras

Clase: TypeAlias = Literal["cantidad", "porcentaje", "fecha", "hora", "pregunta"]
"""A `pregunta` is the number of a question, which counts nothing."""


@dataclass(frozen=True, slots=True)
class Escrita:
    """A figure as it is written, from `desde` to `hasta` in the text, and what it may mean.

    A quantity or a percentage is worth itself; an hour, its minutes from midnight (both, when it may be of the morning
    or of the afternoon); a date, its month × 100 + its day, with its year apart. `cuenta` are the words that follow.
    """

    clase: Clase
    valores: tuple[Fraction, ...]
    texto: str
    desde: int
    hasta: int
    cuenta: tuple[str, ...] = ()
    anio: int = 0
    decimales: int = 0
    en_palabras: bool = False


_LLANO: Final = str.maketrans(
    "áéíóúüñÁÉÍÓÚÜÑABCDEFGHIJKLMNOPQRSTUVWXYZ\u00a0\u202f\u2009",
    "aeiouunaeiouunabcdefghijklmnopqrstuvwxyz   ",
)
_EXACTAS: Final = {
    i18n.sin_tildes(en_palabras(n, forma)): n for n in range(31) for forma in ("sola", "masculina", "femenina")
}
_DECENAS: Final = {en_palabras(n): n for n in range(30, 100, 10)}
_CENTENAS: Final = {"ciento": 100, "cien": 100} | {
    word: n for n in range(200, 1000, 100) for word in (en_palabras(n), en_palabras(n, "femenina"))
}
_VALOR: Final = {**_EXACTAS, **_DECENAS, **_CENTENAS}
_MENOR_DE_CIEN = (
    rf"(?:(?:{'|'.join(_DECENAS)})(?:\s+y\s+(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?"
    rf"|{'|'.join(sorted(_EXACTAS, key=len, reverse=True))})\b"
)
_MENOR_DE_MIL = rf"(?:(?:{'|'.join(_CENTENAS)})\b(?:\s+{_MENOR_DE_CIEN})?|{_MENOR_DE_CIEN})"
_PALABRAS = rf"\b(?:(?:{_MENOR_DE_MIL}\s+)?mil\b(?:\s+{_MENOR_DE_MIL})?|{_MENOR_DE_MIL})"
_CIFRA = (  # no longer than what anybody counts: an interpreter refuses to read more than 4,300 digits
    r"(?:\d{1,3}(?:[. ]\d{3}){1,5}(?!\d)(?:,\d{1,9})?|\d{1,3}(?:,\d{3}){1,5}(?!\d)(?:\.\d{1,9})?"
    r"|\d{1,15}(?:[.,]\d{1,9})?(?!\d))"
)
_MES = rf"(?:{'|'.join(i18n.MESES)}|setiembre)"
_CITADO = (
    r"ley(?:es)?|decretos?|resolucion(?:es)?|acuerdos?|circular(?:es)?|ordenanza|directiva|sentencia|articulos?|arts?"
    r"|numeral(?:es)?|literal|inciso|paragrafo|capitulo|titulo|seccion(?:es)?|subseccion|paginas?|pags?|anexos?|puntos?"
    r"|tablas?|graficas?|figuras?|oficios?|actas?|contratos?|convenios?|codigo|formato|version|vigencias?"
    r"|anos?|comunas?|localidad(?:es)?|calle|carrera|avenida|diagonal|transversal|kilometro|piso|salon|sala|linea"
    r"|telefono|celular|numero|folios?|no|num|n|nit|sesion|mesa|nodo|zona|sector|ficha|meta"
)
_NADA: Final = (
    r"https?://\S+|www\.\S+|\S{1,64}@\S+",
    r"«[^«»]*»|“[^“”]*”",
    rf"\$\s*{_CIFRA}(?:\s+(?:mil|millones|billones))*|{_CIFRA}\s+(?:mil\s+)?(?:millones\s+)?(?:de\s+)?pesos\b",
    rf"\b(?:{_CITADO})\b[.º°]*\s*(?:(?:no|n|num)\b[.º°]*\s*)?(?:\d[\d.,/-]*\d|\d)"
    r"(?:(?:\s*,\s*|\s+[yea]\s+|\s*[-–]\s*)(?:\d[\d.,/-]*\d|\d)(?!\s*[%(]))*(?:\s+del?\s+(?:ano\s+)?\d{4}\b)?",
    r"[^\W\d_]{1,30}-?\d[\w./-]*",
    r"\d+(?:\s?\.?[ºª°]|\.?(?:er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na)\b)",
    r"\d+[a-z]\w*",
    r"(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}",
    r"\d+(?:-\d+)+|\d{7,}|3\d\d \d{3} \d{4}\b",
    r"(?<![\d.,])(?:19|20)\d\d(?![\d:]|[.,]\d|\s*%)",
)
"""What has digits and counts nothing."""

_FIGURA: Final = "|".join(
    (
        rf"(?P<fecha>(?P<dias>(?:\d{{1,2}}\s*(?:,|y|e|al?|-)\s*(?:el\s+)?){{0,9}})(?P<dia>\d{{1,2}}|{_PALABRAS})[º°]?"
        rf"\s+de\s+(?P<mes>{_MES})\b(?:\s+(?:del?\s+)?(?:ano\s+)?(?P<anio>\d{{4}})\b)?)",
        r"(?P<corta>\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/-](?:\d{1,2}|[a-z]{3,10})[/-]\d{2,4})\b)",
        r"(?P<hora>\b(?P<h>\d{1,2})(?:[:h](?P<m>\d{2})(?::\d{2})?|(?:\.(?P<m2>\d{2}))?(?=\s*(?:[ap]\.?\s?m\b|de la "
        r"(?:manana|tarde|noche)\b)))(?:\s*(?P<marca>[ap])\.?\s?m\b\.?|\s+de la (?P<parte>manana|tarde|noche)\b)?)",
        rf"(?P<vispera>\b(?:a|desde|hasta|sobre)\s+las?\s+)(?P<las>\d{{1,2}}|{_PALABRAS})(?P<mas>\s+y\s+"
        rf"(?:media\b|cuarto\b|{_MENOR_DE_CIEN}))?(?:\s+(?:de la (?P<parte2>manana|tarde|noche)\b"
        r"|(?P<marca2>[ap])\.?\s?m\b\.?)|(?=\s*(?:[.,;:](?!\d)|\)|$|y\b(?!\s+\d)|(?:a|hasta|en)\b)))",
        rf"(?P<porcentaje>(?:{_CIFRA}|{_PALABRAS})\s*(?:%|por\s+ciento\b))",
        r"(?P<preguntas>\bpreguntas?\s+\d+(?:(?:,\s*|\s+[ye]\s+)\d+)*\b(?![.,]?\d|\s*%)|\b[a-z]-\d+\b)",
        rf"(?P<nada>{'|'.join(_NADA)})",
        rf"(?P<cifra>{_CIFRA})",
        rf"(?P<palabras>{_PALABRAS})",
    )
)
_CUENTA: Final = (
    rf"\)?(?:\s*\(\s*{_CIFRA}\s*\))?(?:\s+(?:[yaoe]|de(?:\s+l[oa]s)?)\s+(?:{_CIFRA}|{_PALABRAS})"
    rf"(?:\s*\(\s*{_CIFRA}\s*\))?)?((?:\s+[a-z]+)*)"
)
_UNO: Final = frozenset({"un", "una", "uno"})
"""Articles as often as numbers: only the digit beside them is read."""
_LARGO: Final = 20_000  # letters
_PALABRAS_DESPUES: Final = 4
_DESPUES: Final = 120  # letters, with room for another figure in words


def cifras_escritas(texto: str) -> tuple[Escrita, ...]:
    """Every figure of a text, in its order; of one longer than any paragraph, those of its beginning."""
    llano = texto[:_LARGO].translate(_LLANO)
    return tuple(una for found in _patron(_FIGURA).finditer(llano) for una in _leer(found, texto))


@cache
def _patron(escrito: str) -> re.Pattern[str]:
    """Compiled when a text is first read: it takes as long as a screen that only needs what is here by name."""
    return re.compile(escrito)


def _leer(found: re.Match[str], texto: str) -> Iterator[Escrita]:
    dicho, lugar = found[0], found.span()
    if found["nada"] is not None:
        return
    if found["fecha"] is not None:
        yield from _fechas(found, texto)
    elif found["corta"] is not None:
        yield _corta(dicho, lugar, texto)
    elif found["hora"] is not None or found["las"] is not None:
        yield _una("hora", _horas(found), lugar if found["hora"] else (found.start("las"), found.end()), texto)
    elif found["preguntas"] is not None:
        for numero in re.finditer(r"\d+", dicho):
            donde = lugar[0] + numero.start(), lugar[0] + numero.end()
            yield _una("pregunta", (Fraction(numero[0]),), donde, texto)
    elif found["porcentaje"] is not None:
        solo = re.sub(r"\s*(?:%|por\s+ciento)$", "", dicho)
        yield replace(_una("porcentaje", _valores(solo, decimal=True), lugar, texto), decimales=_decimales(solo))
    elif found["cifra"] is not None:
        yield _una("cantidad", _valores(dicho), lugar, texto)
    elif dicho not in _UNO:
        yield replace(_una("cantidad", _valores(dicho), lugar, texto), en_palabras=True)


def _una(clase: Clase, valores: tuple[Fraction, ...], lugar: tuple[int, int], texto: str) -> Escrita:
    desde, hasta = lugar
    cuenta = _lo_que_cuenta(texto[hasta : hasta + _DESPUES].translate(_LLANO)) if clase == "cantidad" else ()
    return Escrita(clase, valores, texto[desde:hasta], desde, hasta, cuenta)


def _lo_que_cuenta(despues: str) -> tuple[str, ...]:
    """The words that follow a figure up to a comma: what it counts stands among them."""
    found = _patron(_CUENTA).match(despues)
    return tuple(found[1].split()[:_PALABRAS_DESPUES]) if found else ()


def _fechas(found: re.Match[str], texto: str) -> Iterator[Escrita]:
    """«el 17 y el 20 de abril de 2026» are two days of the same month; a day that no month has is a quantity."""
    mes = i18n.MESES.index(found["mes"].replace("setiembre", "septiembre")) + 1
    dias = [(numero[0], found.start("dias") + numero.start()) for numero in re.finditer(r"\d+", found["dias"])]
    for dia, desde in (*dias, (found["dia"], found.start("dia"))):
        valor = _valores(dia)[0]
        hasta = desde + len(dia) if (dia, desde) in dias else found.end()
        if 1 <= valor <= 31:
            hecha = _una("fecha", (mes * 100 + valor,), (desde, hasta), texto)
            yield replace(hecha, anio=int(found["anio"] or 0))
        else:
            yield _una("cantidad", (valor,), (desde, desde + len(dia)), texto)


def _corta(dicho: str, lugar: tuple[int, int], texto: str) -> Escrita:
    iso = i18n.leer_fecha(dicho) or "0-0-0"
    anio, mes, dia = (int(parte) for parte in iso.split("-"))
    return replace(_una("fecha", (Fraction(mes * 100 + dia),), lugar, texto), anio=anio)


def _horas(found: re.Match[str]) -> tuple[Fraction, ...]:
    if found["las"] is not None:
        hora, minutos = _valores(found["las"])[0], _pasados(found["mas"])
    else:
        hora, minutos = Fraction(found["h"]), int(found["m"] or found["m2"] or 0)
    parte = found["parte"] or found["parte2"] or ""
    marca = found["marca"] or found["marca2"] or {"manana": "a", "tarde": "p", "noche": "p"}.get(parte, "")
    if hora > 12 or (not marca and hora == 0):
        return (hora * 60 + minutos,)
    antes, despues = hora % 12 * 60 + minutos, (hora % 12 + 12) * 60 + minutos
    return {"a": (antes,), "p": (despues,)}.get(marca, (antes, despues))


def _pasados(mas: str | None) -> int:
    """The minutes after the hour in words: « y media», « y quince»; 0 when there are none."""
    dicho = (mas or "").strip().removeprefix("y").strip()
    if not dicho:
        return 0
    return {"media": 30, "cuarto": 15}.get(dicho) or _en_cifras(dicho)


def _valores(dicho: str, *, decimal: bool = False) -> tuple[Fraction, ...]:
    """What a number may be worth: «1.200» is of thousands, and in a percentage also of decimals, as «1,200» is."""
    if not dicho[0].isdigit():
        return (Fraction(_en_cifras(dicho)),)
    if re.fullmatch(r"\d{1,3}([.,\s]\d{3})+", dicho):
        entero = Fraction(re.sub(r"\D", "", dicho))
        suelto = re.fullmatch(r"\d+,\d+" if not decimal else r"\d+[.,]\d+", dicho)
        return (entero, Fraction(dicho.replace(",", "."))) if suelto else (entero,)
    if re.search(r"[. ]\d{3}", dicho) and "," in dicho:
        return (Fraction(re.sub(r"[. ]", "", dicho).replace(",", ".")),)
    return (Fraction(dicho.replace(",", ".")),) if dicho.count(",") < 2 else (Fraction(dicho.replace(",", "")),)


def _en_cifras(dicho: str) -> int:
    total = 0
    for palabra in dicho.split():
        if palabra == "mil":
            total = (total or 1) * 1000
        elif palabra != "y":
            total += _VALOR[palabra]
    return total


def _decimales(dicho: str) -> int:
    found = re.search(r"[.,](\d+)$", dicho)
    return len(found[1]) if found else 0
