"""How dates, hours, numbers and lists are written and read in the Spanish of Colombia.

Dates travel as ISO text (`2021-11-17`, or `2021-11` and `2021` when that is all that is known) and hours as `HH:MM`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal

COLOMBIA = timezone(timedelta(hours=-5))
"""Colombian time: no summer time since 1993."""

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")

_VARIANTS = {"sept": "sep", "set": "sep", "setiembre": "sep"}
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:\s*°|º)?[-/. ]+)?([a-z]{3,})\.?[-/. ]+(\d{4}|\d{2})")
_FIGURE = re.compile(r"(\d+(?:[.,]\d{3})*|\d+[.,]\d+)\s*(k|mil|m|mill|millon|millones)?(?:\s+[a-z ]+)?")
_TIMES = {"k": 1_000, "mil": 1_000, "m": 1_000_000, "mill": 1_000_000, "millon": 1_000_000, "millones": 1_000_000}
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_SPOKEN = re.compile(r"(?:(\d+)\s*h[a-z]*\.?)?\s*(?:(\d+)\s*m[a-z]*\.?)?\s*(?:(\d+)\s*s[a-z]*\.?)?")
_HOUR = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?(?::\d{2})?\s*(?:h|hs|hrs|horas?)?\s*(am|pm|m)?")


def sin_tildes(text: str) -> str:
    """Return `text` in lower case, without accents or diaeresis, for comparing what was typed (ñ becomes n)."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def solo_palabras(text: str) -> str:
    """Return the words and the numbers of a text alone, to compare it: «Sí.» is «si»."""
    return " ".join(re.findall(r"[a-z0-9]+", sin_tildes(text)))


def leer_fecha(text: str) -> str | None:
    """Return the ISO date that a person typed, or None when it is not one.

    Understands `17/11/2021`, `17-11-21`, `17/nov/2021`, `17 de noviembre de 2021` and `2021-11-17`; without the day,
    `2021-11`, `11/2021` or `noviembre de 2021`; and a year alone, `2021`. Two figures of a year are of this century.
    """
    words = " ".join(re.sub(r"\bdel?\b", " ", sin_tildes(text)).replace(",", " ").split())
    words = re.sub(r"^(" + "|".join(sin_tildes(dia) for dia in DIAS) + r") ", "", words)
    if re.fullmatch(r"\d{4}", words):
        return f"{int(words):04}" if int(words) else None  # whatever the alphabet of its figures
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(words):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(words):
        day, (month, year) = None, found.groups()
    elif found := _WORDS.fullmatch(words):
        day, name, year = found.groups()
        month = _month(name)
    else:
        return None
    return _iso(year, month, day)


def _month(name: str) -> str:
    """Return the number of a month by its name or the beginning of it; 0 when there is none."""
    return str(next((i for i, mes in enumerate(MESES, 1) if mes.startswith(_VARIANTS.get(name, name))), 0))


def _iso(year: str, month: str, day: str | None) -> str | None:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        made = date(full, int(month), int(day or 1))
    except ValueError:
        return None
    return made.isoformat() if day else made.isoformat()[:7]


def leer_hora(text: str) -> str | None:
    """Return the hour that a person typed as `HH:MM`, or None when it is not one.

    Understands `9`, `9:00`, `09.30`, `0900`, `9 am`, `2:15 p. m.`, `14h30` and `12 m` (noon).
    """
    words = re.sub(r"\b([ap])?[. ]*m\b\.?$", lambda found: (found.group(1) or "") + "m", sin_tildes(text).strip())
    found = _HOUR.fullmatch(" ".join(words.split()))
    if found is None:
        return None
    hour, minute, half = int(found.group(1)), int(found.group(2) or 0), found.group(3)
    if half is not None and not 1 <= hour <= 12:
        return None
    if half == "m" and hour != 12:
        return None
    if half in ("pm", "m") and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def fecha_larga(iso: str) -> str:
    """Return `17 de noviembre de 2021`; `noviembre de 2021` or `2021` when the day or the month is not known."""
    year, month, day = _parts(iso)
    if not month:
        return year
    return f"{int(day)} de {MESES[month - 1]} de {year}" if day else f"{MESES[month - 1]} de {year}"


def fecha_corta(iso: str) -> str:
    """Return `17/nov/2021`; `nov/2021` or `2021` when the day or the month is not known."""
    year, month, day = _parts(iso)
    if not month:
        return year
    return f"{day}/{MESES[month - 1][:3]}/{year}" if day else f"{MESES[month - 1][:3]}/{year}"


def fecha_con_dia(iso: str) -> str:
    """Return `miércoles 17 de noviembre de 2021`."""
    return f"{dia_de_la_semana(iso)} {fecha_larga(iso)}".strip()


def _parts(iso: str) -> tuple[str, int, str]:
    """Return (year, month or 0, day or empty) of an ISO date, with or without an hour after it."""
    pieces = [*iso.split("T")[0].split("-"), "", ""]
    return pieces[0], int(pieces[1] or 0), pieces[2]


def dia_de_la_semana(iso: str) -> str:
    """Return `miércoles`; nothing when the day is not known."""
    pieces = iso.split("T")[0]
    return DIAS[date.fromisoformat(pieces).weekday()] if len(pieces) == 10 else ""


def hora_am_pm(hora: str) -> str:
    """Return `09:00 am`, `12:00 pm` (noon), `12:30 am`, from `HH:MM` or `HH:MM:SS`."""
    hour, minute = int(hora[:2]), hora[3:5]
    return f"{(hour + 11) % 12 + 1:02}:{minute} {'am' if hour < 12 else 'pm'}"


def a_las(hora: str) -> str:
    """Return `a las 09:00 am`, and `a la 01:30 pm`."""
    dicha = hora_am_pm(hora)
    return f"a la {dicha}" if dicha.startswith("01") else f"a las {dicha}"


def fecha_y_hora(momento: datetime) -> str:
    """Return `18 de noviembre de 2021 a las 09:00 am`, of the hour as it is."""
    return f"{fecha_larga(momento.date().isoformat())} {a_las(f'{momento:%H:%M}')}"


def numero(valor: Decimal | int) -> str:
    """Return `1.234,50`: a point between thousands and a decimal comma, with the decimals that the number has."""
    return f"{valor:,f}".translate({ord(","): ".", ord("."): ","}) if isinstance(valor, Decimal) else _entero(valor)


def peso(octetos: int) -> str:
    """Return what a file weighs: `1.234 kB`, one at least."""
    return f"{_entero(max(1, round(octetos / 1024)))} kB"


def _entero(valor: int) -> str:
    return f"{valor:,}".replace(",", ".")


def leer_numero(text: str) -> Decimal | None:
    """Return the number that a person typed, or None when it is not one.

    Understands `1234`, `1.234`, `1 234,5`, `1.234,50` and, since spreadsheets give it, `1234.5`.
    """
    words = "".join(text.split()).removesuffix("%")
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+,\d+", words):
        words = words.replace(".", "").replace(",", ".")
    return Decimal(words) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", words) else None


def leer_cifra(text: str) -> int | None:
    """Return the count that a platform shows, or None: `1.204`, `1,204`, `1,2 K`, `70 mil`, `1,5 M de vistas`.

    A count is whole, so a comma before three figures is of thousands, as in an English page.
    """
    found = _FIGURE.fullmatch(sin_tildes(" ".join(text.split())))
    if found is None:
        return None
    digits, unit = found.groups()
    times = _TIMES.get(unit or "", 1)
    if times == 1:
        return int(re.sub(r"[.,]", "", digits)) if re.fullmatch(r"\d+|\d{1,3}([.,]\d{3})+", digits) else None
    value = Decimal(digits.replace(",", ".")) * times if re.fullmatch(r"\d+([.,]\d+)?", digits) else None
    return int(value) if value is not None and value == value.to_integral_value() else None


def leer_duracion(text: str) -> int | None:
    """Return the seconds of `1:15:30`, `4:05`, `1 h 15 min`, `45 s` or, alone, `45`; None when it is no duration."""
    words = sin_tildes(" ".join(text.split()))
    if words.isdecimal():
        return int(words)
    if found := _CLOCK.fullmatch(words):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        late = seconds > 59 or (found.group(1) is not None and minutes > 59)
        return None if late else hours * 3600 + minutes * 60 + seconds
    found = _SPOKEN.fullmatch(words)
    if found is None or not any(found.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds


def duracion(segundos: int) -> str:
    """Return `1:15:30`, `4:05`, `0:45`."""
    minutes, seconds = divmod(segundos, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def leer_momento(text: str) -> str | None:
    """Return the instant that a person typed, `2021-11-17T10:15-05:00`, or its day when no hour was; None otherwise.

    Understands any date of `leer_fecha` followed, or not, by any hour of `leer_hora`: `17/11/2021 10:15 am`.
    """
    words = text.replace(",", " ").split()
    for place in range(len(words), 0, -1):
        day, rest = leer_fecha(" ".join(words[:place])), " ".join(words[place:]).removeprefix("a las ")
        hour = leer_hora(rest) if rest else ""
        if day is not None and len(day) == 10 and hour is not None:
            return f"{day}T{hour}-05:00" if hour else day
    return None


def porcentaje(valor: Decimal | int, decimales: int = 1) -> str:
    """Return `63,0 %`, rounded half up as an office does it by hand."""
    exact, step = Decimal(valor), Decimal(1).scaleb(-decimales)
    figures = Context(prec=max(28, exact.adjusted() + decimales + 2))  # whatever a file says, however absurd
    return f"{numero(exact.quantize(step, ROUND_HALF_UP, figures))} %"


def plural(n: int, uno: str, varios: str) -> str:
    """Return `1 pregunta`, `14 preguntas`, `0 preguntas`."""
    return f"{_entero(n)} {uno if n == 1 else varios}"


def dias_habiles(n: int) -> str:
    """Return `1 día hábil`, `12 días hábiles`, of as many as there are in either direction."""
    return plural(abs(n), "día hábil", "días hábiles")


def en_dias_habiles(n: int) -> str:
    """Return when something is, from its business days: `hace 6 días hábiles`, `hoy`, `en 3 días hábiles`."""
    if n == 0:
        return "hoy"
    return f"{'hace' if n < 0 else 'en'} {dias_habiles(n)}"


def lista_en_palabras(cosas: Sequence[str]) -> str:
    """Return `a, b y c`, with «e» before the sound i (`padres e hijos`, but `agua y hielo`)."""
    if len(cosas) < 2:
        return "".join(cosas)
    last = sin_tildes(cosas[-1]).lstrip("«\"'¿¡(")
    sounds_like_i = re.match(r"h?i(?![aeou])|y(?![aeiou])", last) is not None
    return f"{', '.join(cosas[:-1])} {'e' if sounds_like_i else 'y'} {cosas[-1]}"


def algunas(cosas: Sequence[str], cuantas: int) -> str:
    """Return `a, b, c y 4 más`: so many by their name, and the rest counted; one left over is named too."""
    resto = len(cosas) - cuantas
    return lista_en_palabras([*cosas[:cuantas], f"{resto} más"] if resto > 1 else cosas)


def hace(tiempo: timedelta) -> str:
    """Return how long ago something was: `ahora`, `hace 4 min`, `hace 3 h`, `hace 2 días`."""
    minutes = int(tiempo.total_seconds() // 60)
    if minutes < 1:
        return "ahora"
    if minutes < 60:
        return f"hace {minutes} min"
    if minutes < 48 * 60:
        return f"hace {minutes // 60} h"
    return f"hace {minutes // (24 * 60)} días"
