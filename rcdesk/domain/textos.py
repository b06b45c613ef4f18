"""Spanish sentences that are computed, never typed: numbers in words, and what the figures of a hearing say.

They carry no mark and no citizen's word except the name given to `espectadores`; a document escapes them as any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias, assert_never

from rcdesk import i18n
from rcdesk.domain.cifras.preguntas import pendientes, referencia, respondidas, sin_redactar, vencimientos
from rcdesk.domain.cifras.redondeo import porcentaje, porcentajes, redondear
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.domain.registro import Porcentajes, Pregunta

Forma: TypeAlias = Literal["sola", "masculina", "femenina"]
"""«uno», «un folio», «una hora»."""

MAXIMO_EN_PALABRAS: Final = 999_999

_HASTA_29: Final = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_DECENAS: Final = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_CENTENAS: Final = [
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


def en_palabras(n: int, forma: Forma = "sola") -> str:
    """A number from 0 to 999.999 in words, agreeing with what follows it; ValueError for any other."""
    if not 0 <= n <= MAXIMO_EN_PALABRAS:
        raise ValueError(f"{n} is not between 0 and {MAXIMO_EN_PALABRAS}")
    miles, resto = divmod(n, 1000)
    palabras = [_miles(miles, forma)] if miles else []
    if resto or not miles:
        palabras.append(_menor_de_mil(resto, forma))
    return " ".join(palabras)


def en_palabras_y_cifras(n: int, uno: str, varios: str, forma: Forma = "masculina") -> str:
    """«tres (3) folios», «un (1) folio»; above 999.999 the figure alone («1.200.000 folios»)."""
    if n > MAXIMO_EN_PALABRAS:
        return i18n.plural(n, uno, varios)
    return f"{en_palabras(n, forma)} ({i18n.numero(n)}) {uno if n == 1 else varios}"


def nota_de_folios(folios: int) -> str:
    """What the acta notes about the attendance list that goes with it."""
    return f"Se anexa listado de asistencia compuesto por {en_palabras_y_cifras(folios, 'folio', 'folios')}."


def espectadores(maximo: int, canal: str = "") -> str:
    """The peak of live viewers in the words of the form; `canal` when several platforms give theirs."""
    donde = f" en {canal}" if canal else ""
    return (
        f"El número máximo de espectadores en vivo{donde} fue de ({i18n.numero(maximo)}) "
        f"{'persona' if maximo == 1 else 'personas'}."
    )


def parte(n: int, base: int) -> str:
    """The percentage that n is of base («35,7 %»): 100 and 0 only when it is all or nothing (1999 of 2000: 99,95 %).

    ZeroDivisionError when base is 0.
    """
    if n in (0, base):
        return f"{porcentaje(n, base, 0)} %"
    decimales = 1
    while Decimal(dicho := porcentaje(n, base, decimales)) in (0, 100):
        decimales += 1
    return f"{dicho.replace('.', ',')} %"


def partes_dichas(conteos: Sequence[int], modo: Porcentajes | None = None) -> tuple[str, ...]:
    """The percentages of the parts of one whole as an acta tells them; with a decimal, 100 and 0 as `parte` says."""
    if modo is None:
        return tuple(parte(n, sum(conteos)) for n in conteos)
    return tuple(f"{dicho} %" for dicho in porcentajes(conteos, modo))


def nota_de_redondeo(conteos: Sequence[int], modo: Porcentajes | None = None) -> str:
    """What keeps a reader from adding the percentages up in vain; empty when they add up by themselves."""
    if modo == "suman_100":
        return "Los porcentajes se redondearon por el método del resto mayor para que sumen 100 %."
    suma = sum((Fraction(dicho) for dicho in porcentajes(conteos, modo)), Fraction())
    if suma in (0, 100):
        return ""
    decimales = 0 if modo else 1
    return f"Los porcentajes suman {redondear(suma, decimales).replace('.', ',')} % por el redondeo de cada uno."


def preguntas_respondidas(preguntas: Sequence[Pregunta]) -> str:
    """«Se respondieron 14 de 14 preguntas (100 %)», without full stop."""
    todas = vigentes(preguntas)
    if not todas:
        return "No se recibieron preguntas"
    contestadas = len(respondidas(todas))
    if len(todas) == 1:
        return "Se respondió la única pregunta (100 %)" if contestadas else "La única pregunta no se ha respondido"
    if not contestadas:
        return f"No se ha respondido ninguna de las {i18n.numero(len(todas))} preguntas"
    verbo = "Se respondió" if contestadas == 1 else "Se respondieron"
    cuantas = f"{i18n.numero(contestadas)} de {i18n.numero(len(todas))} preguntas"
    return f"{verbo} {cuantas} ({parte(contestadas, len(todas))})"


def responsabilidad(preguntas: Sequence[Pregunta], calendario: Calendario = LEY) -> str:
    """What the entity still owes, told from the state of each question and never typed.

    Names the open ones, each with its last day to be answered, and says how many answers given aloud are not written.
    """
    todas = vigentes(preguntas)
    if not todas:
        return f"{preguntas_respondidas(todas)}: no quedan respuestas pendientes."
    abiertas = pendientes(todas)
    frases = [preguntas_respondidas(todas), *_sin_redactar(todas)]
    if not abiertas:
        dichas = ". ".join(frases)
        return f"No quedan preguntas pendientes de respuesta: {dichas[0].lower()}{dichas[1:]}."
    plazos = vencimientos(abiertas, calendario)
    cuales = i18n.lista_en_palabras([_debida(una, plazos.get(referencia(una))) for una in abiertas])
    quedan = "Queda pendiente de respuesta la pregunta" if len(abiertas) == 1 else "Quedan pendientes las preguntas"
    return f"{quedan} {cuales}. {'. '.join(frases)}."


def firmas_dadas(firmaron: int, firmantes: int) -> str:
    """«3 de 4 firmaron», of those who sign an acta."""
    return f"{firmaron} de {firmantes} {'firmó' if firmantes == 1 else 'firmaron'}"


def duracion(minutos: int) -> str:
    """«1 hora y 15 minutos», «45 minutos», «2 horas»."""
    horas, resto = divmod(minutos, 60)
    partes = [i18n.plural(horas, "hora", "horas")] if horas else []
    if resto or not horas:
        partes.append(i18n.plural(resto, "minuto", "minutos"))
    return i18n.lista_en_palabras(partes)


def _miles(miles: int, forma: Forma) -> str:
    """«mil», «veintiún mil», «doscientas mil»: before «mil», one is always masculine."""
    if miles == 1:
        return "mil"
    dichos = _menor_de_mil(miles, "femenina" if forma == "femenina" else "masculina")
    return f"{_cambiar(_cambiar(dichos, 'veintiuna', 'veintiún'), 'una', 'un')} mil"


def _menor_de_mil(n: int, forma: Forma) -> str:
    centenas, resto = divmod(n, 100)
    if n == 100:
        return "cien"
    palabras = [_concordar(_CENTENAS[centenas - 1], forma)] if centenas else []
    if resto or not centenas:
        palabras.append(_concordar(_menor_de_cien(resto), forma))
    return " ".join(palabras)


def _menor_de_cien(n: int) -> str:
    if n < len(_HASTA_29):
        return _HASTA_29[n]
    decenas, unidades = divmod(n, 10)
    return _DECENAS[decenas - 3] + (f" y {_HASTA_29[unidades]}" if unidades else "")


def _concordar(palabra: str, forma: Forma) -> str:
    """The same number before a noun: «uno» loses its end, «doscientos» takes the gender."""
    match forma:
        case "sola":
            return palabra
        case "masculina":
            return "veintiún" if palabra == "veintiuno" else _cambiar(palabra, "uno", "un")
        case "femenina":
            return _cambiar(_cambiar(palabra, "uno", "una"), "ientos", "ientas")
        case _:
            assert_never(forma)


def _cambiar(palabra: str, final: str, otro: str) -> str:
    return palabra.removesuffix(final) + otro if palabra.endswith(final) else palabra


def _sin_redactar(preguntas: Sequence[Pregunta]) -> list[str]:
    """The answers given aloud that nobody has written yet."""
    dichas = sin_redactar(preguntas)
    if not dichas:
        return []
    cuantas = i18n.plural(len(dichas), "respuesta dada en vivo", "respuestas dadas en vivo")
    return [f"Falta redactar {cuantas}"]


def _debida(pregunta: Pregunta, plazo: str | None) -> str:
    return f"{referencia(pregunta)} (hasta el {i18n.fecha_larga(plazo)})" if plazo else referencia(pregunta)
