"""What a typed text says against the figures: a sentence that somebody reworded, a percentage that cannot be.

A text in which only the figures differ from the sentence must have each in its place. In other words, every figure of
the text must be one of the sentence's, or of what else is known of its subject. A number counts what comes after it:
one that counts something that the sentence does not («dos bloques») is not compared, nor is what counts nothing (an
article, a year, «P-013»: see `cifras_escritas`). A text that leaves figures out is right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from rcdesk import i18n
from rcdesk.domain.cifras.redondeo import porcentaje as en_porcentaje
from rcdesk.domain.cifras.redondeo import redondear
from rcdesk.domain.cifras_escritas import Escrita, cifras_escritas
from rcdesk.i18n import sin_tildes

_RAIZ: Final = 5
"""So many letters tell a noun whatever its ending: «pregunta», «preguntas»."""

_SE_CUENTAN: Final = (
    ("pregunta", "inquietud", "peticion", "solicitud", "consulta", "intervencion", "respuesta", "pqrs", "propuesta"),
    ("persona", "asistente", "ciudadano", "ciudadana", "participante", "espectador", "encuestado", "formulario"),
    ("pieza", "publicacion", "medio"),
    ("folio", "hoja"),
    ("compromiso", "tarea"),
    ("minuto", "hora"),
)
"""Words that count the same thing: whoever rewords a sentence may use any of them."""

_SIN_NOMBRE: Final = re.compile(
    r"al?|con|del?|desde|e[ln]?|entre|es|est[ae]|fue|fueron|han?|hasta|l[ao]s?|mas|no|o|para|pero|por|queda|quedan"
    r"|quedaron|que|se|sin|sobre|solo|son|tod[ao]s|ya?|.+(?:ad[ao]s?|id[ao]s?|aron|ieron)"
)
"""After one of these a number counts what was named before."""

_SE_DICEN: Final = 2
"""So many figures are offered for a wrong one."""

_PORCENTAJE: Final = re.compile(r"%|por\s+ciento", re.IGNORECASE)
_FIN: Final = re.compile(r"[.;]\s")
_DE: Final = re.compile(r"\)?(?:\s+[^\W\d]+){0,3}\s+de\s+(?:l[oa]s\s+|un total de\s+)?|\s?/\s?")
_CUALES: Final = re.compile(r"de l[oa]s cuales\s+$")
_DE_LOS: Final = re.compile(r"\bde l[oa]s\s+$", re.IGNORECASE)
_JUNTO: Final = re.compile(r"[\s,(:]*")
_ANTES: Final = 12  # letters, with room for «de los»
_ES_DECIR: Final = re.compile(
    r"(?:\(|(?:,|es decir|o sea|esto es|equivalen? a|equivalentes? a|correspondiente a|para|que (?:son|es|representan?|"
    r"corresponden? a|equivalen? a)),?)\s*(?:el|al|un)?\s*$"
)
_CIERRA: Final = re.compile(r"\s*(?:[.,;)]|$)")
_PARENTESIS: Final = re.compile(r"\s*\(\s*")
_CERCA: Final = re.compile(r"[^.;\d%]*")
_AJENO: Final = re.compile(r"presupuest|ejecu|meta|cumplimient|avance|inversion|recurso|gasto|tecnolog")
"""What percentages are told of that are nobody's answers."""


@dataclass(frozen=True, slots=True)
class Diferencia:
    """A figure of a text that is not right. `hay` is what the base says instead, or `cuenta` the sum that it fails."""

    dice: str
    hay: tuple[str, ...] = ()
    cuenta: str = ""

    def __str__(self) -> str:
        if self.cuenta:
            return f"Dice {self.dice}; {self.cuenta}."
        if not self.hay:
            return f"Dice {self.dice}, y esa cifra no está en la base."
        return f"Dice {self.dice}; en la base: {i18n.lista_en_palabras(self.hay)}."


def difiere(texto: str, frase: str, tambien: Iterable[str] = ()) -> tuple[Diferencia, ...]:
    """Every figure of a reworded sentence that is not one of `frase`, nor of the sentences `tambien` of its subject."""
    if texto == frase:
        return ()
    suyas, dichas = cifras_escritas(frase), cifras_escritas(texto)
    if _sin_cifras(texto, dichas) == _sin_cifras(frase, suyas):
        return _unicas((una, (otra,)) for una, otra in zip(dichas, suyas, strict=True) if not _es(una, otra))
    conocidas = [*suyas, *(una for otra in tambien for una in cifras_escritas(otra))]
    nombres = _nombres(suyas)
    comparables = [
        una for una in dichas if una.clase != "pregunta" and _es_suya(una, nombres) and not _ajena(texto, una)
    ]
    calladas = [otra for otra in suyas if not any(_es(una, otra) for una in dichas)]
    repetidas = _mal_repetidas(texto, dichas)
    malas = [una for una in comparables if una not in repetidas and not any(_es(una, otra) for otra in conocidas)]
    dichas_mal = (Diferencia(dicha, cuenta="las palabras y la cifra no son iguales") for dicha in repetidas.values())
    return (*dichas_mal, *_unicas((una, _en_su_lugar(una, calladas) or _en_su_lugar(una, suyas)) for una in malas))


def imposible(porcentaje: str, n: int | None, base: int) -> bool:
    """Whether a printed percentage («29.8») is not that of n of base, or, without n, of any whole number of base.

    It is rounded half up at the decimals that it has. ZeroDivisionError when base is 0.
    """
    dicho, decimales = Fraction(porcentaje), len(porcentaje.partition(".")[2])
    cerca = int(dicho * base / 100)
    posibles = (n,) if n is not None else (cerca, cerca + 1)
    return all(Fraction(en_porcentaje(cuantos, base, decimales)) != dicho for cuantos in posibles)


def mal_calculadas(texto: str) -> tuple[Diferencia, ...]:
    """The percentages that are not those of the quantities told with them: «12 de 27 (66,6 %)»; it needs no data."""
    if not _PORCENTAJE.search(texto):
        return ()
    escritas = _juntas(texto, cifras_escritas(texto))
    malas = []
    for lugar, (una, otra) in enumerate(pairwise(escritas)):
        par = _n_y_base(texto, una, otra)
        if par is None:
            continue
        unidas = [p for p in escritas[:lugar][-1:] if _JUNTO.fullmatch(texto[p.hasta : una.desde])]
        unidas += [p for p in escritas[lugar + 2 : lugar + 3] if _acaba(texto, otra.hasta, p)]
        for dicho in unidas:
            if dicho.clase == "porcentaje" and imposible(_valor(dicho), *par):
                malas.append(Diferencia(dicho.texto, cuenta=_cuenta(*par, dicho.decimales)))
    return tuple(dict.fromkeys(malas))


def sin_base(
    texto: str, posibles: Mapping[int, Collection[int]], tambien: Iterable[str] = ()
) -> tuple[Diferencia, ...]:
    """The percentages of a text that are of nobody: base → how many of it may be told (`range(base + 1)`, anyone).

    Those of the sentences `tambien` are right, however they were rounded.
    """
    malas: list[Diferencia] = []
    for una in cifras_escritas(texto) if _PORCENTAJE.search(texto) else ():
        if una.clase != "porcentaje" or not posibles or una.valores[-1] > 100 or _ajena(texto, una):
            continue
        if any(_es(una, otra) for dicha in tambien for otra in cifras_escritas(dicha)):
            continue
        cercanas = {base: _cercanas(una, base, cuantos) for base, cuantos in posibles.items() if base and cuantos}
        if all(imposible(_valor(una), n, base) for base, todas in cercanas.items() for n in todas):
            mejor = min(cercanas, key=lambda base: abs(Fraction(cercanas[base][0] * 100, base) - una.valores[-1]))
            dicho = _cuenta(cercanas[mejor][0], mejor, una.decimales)
            malas.append(Diferencia(una.texto, cuenta=f"lo más cercano: {dicho}"))
    return tuple(dict.fromkeys(malas))


def sumas(cuentas: Iterable[int]) -> frozenset[int]:
    """How many people several options together may have: «el 92,6 % la calificó como buena o excelente»."""
    found = {0}
    for cuenta in cuentas:
        found |= {antes + cuenta for antes in found}
    return frozenset(found)


def _ajena(texto: str, una: Escrita) -> bool:
    """Whether a percentage is not of people nor of questions: «el 16 % del presupuesto»."""
    que = _CERCA.match(texto, una.hasta) if una.clase == "porcentaje" else None
    return que is not None and _AJENO.search(sin_tildes(que[0])) is not None


def _n_y_base(texto: str, una: Escrita, otra: Escrita) -> tuple[int, int] | None:
    """What is told as part of a whole by two quantities: «12 de 27», «27, de los cuales 12», «de las 27… 26»."""
    entre = texto[una.hasta : otra.desde]
    enteras = all(u.clase == "cantidad" and u.valores[0].denominator == 1 for u in (una, otra))
    if not enteras or _FIN.search(entre):
        return None
    primera, segunda = int(una.valores[0]), int(otra.valores[0])
    if _DE.fullmatch(entre):
        n, base = primera, segunda
    elif _CUALES.search(entre) or _DE_LOS.search(texto[max(0, una.desde - _ANTES) : una.desde]):
        n, base = segunda, primera
    else:
        return None
    return (n, base) if base > 0 and n <= base else None


def _acaba(texto: str, desde: int, dicho: Escrita) -> bool:
    """Whether a percentage says anew the quantities before it: «…, es decir el 44,4 %.», «… (44,4 %)»."""
    entre = texto[desde : dicho.desde]
    return not _FIN.search(entre) and bool(_ES_DECIR.search(entre)) and bool(_CIERRA.match(texto, dicho.hasta))


def _juntas(texto: str, escritas: Iterable[Escrita]) -> list[Escrita]:
    """«catorce (14)» is one figure, that of its digits."""
    found: list[Escrita] = []
    for una in escritas:
        if found and found[-1].en_palabras and _PARENTESIS.fullmatch(texto[found[-1].hasta : una.desde]):
            una = replace(una, desde=found.pop().desde)
        found.append(una)
    return found


def _mal_repetidas(texto: str, escritas: Iterable[Escrita]) -> dict[Escrita, str]:
    """The digits that are not the number of the words before them, and both as written: «catorce (15)»."""
    return {
        otra: texto[una.desde : otra.hasta + 1]
        for una, otra in pairwise(escritas)
        if una.en_palabras
        and otra.clase == "cantidad"
        and _PARENTESIS.fullmatch(texto[una.hasta : otra.desde])
        and not _es(una, otra)
    }


def _sin_cifras(texto: str, escritas: Iterable[Escrita]) -> tuple[str, ...]:
    """The words of a text with the kind of each figure in its place."""
    partes, desde = [], 0
    for una in escritas:
        partes += [texto[desde : una.desde], f"<{una.clase}>"]
        desde = una.hasta
    return tuple(" ".join((*partes, texto[desde:])).split())


def _es(una: Escrita, otra: Escrita) -> bool:
    """Whether two figures are the same; a percentage may be written with fewer decimals, but not be all or nothing."""
    if una.clase != otra.clase:
        return {una.clase, otra.clase} == {"cantidad", "pregunta"} and una.valores == otra.valores
    if una.clase == "porcentaje":
        if {0, 100} & {una.valores[-1], otra.valores[-1]}:
            return una.valores[-1] == otra.valores[-1]
        decimales = min(una.decimales, otra.decimales)
        return redondear(una.valores[-1], decimales) == redondear(otra.valores[-1], decimales)
    mismo_anio = una.anio == otra.anio or 0 in (una.anio, otra.anio)
    return mismo_anio and bool(set(una.valores) & set(otra.valores))


def _nombres(escritas: Iterable[Escrita]) -> frozenset[str]:
    """What a sentence counts, and the other names of the same."""
    contadas = {_raiz(una.cuenta[0]) for una in escritas if una.cuenta and not _SIN_NOMBRE.fullmatch(una.cuenta[0])}
    iguales = (set(map(_raiz, nombres)) for nombres in _SE_CUENTAN)
    return frozenset(contadas.union(*(nombres for nombres in iguales if nombres & contadas)))


def _es_suya(una: Escrita, nombres: Collection[str]) -> bool:
    """Whether a figure tells something that the sentence tells."""
    if una.clase != "cantidad" or not una.cuenta:
        return True
    sin_nombre = _SIN_NOMBRE.fullmatch(una.cuenta[0]) is not None
    return sin_nombre or any(_raiz(palabra) in nombres for palabra in una.cuenta[:2])


def _en_su_lugar(una: Escrita, calladas: Iterable[Escrita]) -> Sequence[Escrita]:
    """What the sentence says and the text does not, of the same kind: of the same thing, if there is any."""
    suyas = [otra for otra in calladas if otra.clase == una.clase and not otra.en_palabras]
    mismas = [otra for otra in suyas if una.cuenta[:1] == otra.cuenta[:1]]
    return (mismas or suyas)[:_SE_DICEN]


def _unicas(pares: Iterable[tuple[Escrita, Sequence[Escrita]]]) -> tuple[Diferencia, ...]:
    """«quince (15)» is told once."""
    found: dict[object, Diferencia] = {}
    for una, hay in pares:
        dichas = tuple(dict.fromkeys(otra.texto for otra in hay))
        found.setdefault((una.clase, una.valores), Diferencia(una.texto, dichas))
    return tuple(found.values())


def _raiz(palabra: str) -> str:
    return palabra[:_RAIZ].rstrip("s")


def _valor(una: Escrita) -> str:
    return redondear(una.valores[-1], una.decimales)


def _cercanas(una: Escrita, base: int, cuantos: Collection[int]) -> list[int]:
    """The numbers that give the nearest percentages, the nearest first."""
    exacta = una.valores[-1] * base / 100
    suelta = int(exacta)
    juntas = [n for n in (suelta, suelta + 1) if n in cuantos] or cuantos
    return sorted(juntas, key=lambda n: abs(n - exacta))[:2]


def _cuenta(n: int, base: int, decimales: int) -> str:
    dicho = en_porcentaje(n, base, decimales).replace(".", ",")
    return f"{i18n.numero(n)} de {i18n.numero(base)} es el {dicho} %"
