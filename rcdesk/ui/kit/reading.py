"""Lines that read what people type: dates, hours, durations, numbers. What they cannot read they keep, and say so."""

from __future__ import annotations

from decimal import Decimal

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import (
    duracion,
    fecha_corta,
    leer_cifra,
    leer_duracion,
    leer_fecha,
    leer_hora,
    leer_momento,
    leer_numero,
    numero,
)
from rcdesk.ui.kit.line import TypedLine


class DateField(TypedLine[str]):
    """A date as ISO text, or empty. With `partial` a month (`2021-11`) or a year is enough."""

    def __init__(self, *, partial: bool = True, placeholder: str = "día/mes/año") -> None:
        super().__init__(placeholder=placeholder)
        self._partial = partial

    def _read(self, text: str) -> str:
        if not text.strip():
            return ""
        iso = leer_fecha(text)
        if iso is None:
            raise RuleError(f"«{text.strip()}» no es una fecha. Escríbala como 17/11/2021.")
        if not self._partial and len(iso) < 10:
            raise RuleError("Falta el día. Escriba la fecha como 17/11/2021.")
        return iso

    def _write(self, value: str) -> str:
        return fecha_corta(value) if value else ""


class TimeField(TypedLine[str]):
    """An hour as `HH:MM`, or empty."""

    def __init__(self, *, placeholder: str = "9:00") -> None:
        super().__init__(placeholder=placeholder)

    def _read(self, text: str) -> str:
        if not text.strip():
            return ""
        hour = leer_hora(text)
        if hour is None:
            raise RuleError(f"«{text.strip()}» no es una hora. Escríbala como 9:00 o 2:30 pm.")
        return hour

    def _write(self, value: str) -> str:
        return value[:5]


class NumberField(TypedLine[int | None]):
    """A whole number from `least` to `most`, or None."""

    def __init__(self, *, least: int = 0, most: int = 999_999_999, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder)
        self._least, self._most = least, most

    def _read(self, text: str) -> int | None:
        if not text.strip():
            return None
        number = leer_numero(text)
        if number is None or number != number.to_integral_value():
            raise RuleError(f"«{text.strip()}» no es un número entero.")
        if not self._least <= number <= self._most:
            raise RuleError(f"Escriba un número entre {numero(self._least)} y {numero(self._most)}.")
        return int(number)

    def _write(self, value: int | None) -> str:
        return "" if value is None else numero(value)


class FigureField(NumberField):
    """A count as a platform shows it: `1.204`, `1,2 K`, `70 mil`."""

    def _read(self, text: str) -> int | None:
        if not text.strip():
            return None
        figure = leer_cifra(text)
        if figure is None:
            raise RuleError(f"«{text.strip()}» no es una cifra. Escríbala como 1.204, 1,2 K o 70 mil.")
        return super()._read(str(figure))


class DurationField(TypedLine[int | None]):
    """How long something lasted, in seconds; a number alone is of seconds."""

    def __init__(self, *, placeholder: str = "1:15:30") -> None:
        super().__init__(placeholder=placeholder)

    def _read(self, text: str) -> int | None:
        if not text.strip():
            return None
        seconds = leer_duracion(text)
        if seconds is None:
            raise RuleError(f"«{text.strip()}» no es una duración. Escríbala como 1:15:30 o 45 s.")
        return seconds

    def _write(self, value: int | None) -> str:
        return "" if value is None else duracion(value)


class MomentField(TypedLine[str]):
    """A day and, if it is known, its hour of Colombia, as an ISO instant; or empty."""

    def __init__(self, *, placeholder: str = "17/11/2021 10:15") -> None:
        super().__init__(placeholder=placeholder)

    def _read(self, text: str) -> str:
        if not text.strip():
            return ""
        moment = leer_momento(text)
        if moment is None:
            raise RuleError(f"«{text.strip()}» no es un día con su hora. Escríbalos como 17/11/2021 10:15.")
        return moment

    def _write(self, value: str) -> str:
        day, _, hour = value.partition("T")
        return " ".join(filter(None, (fecha_corta(day) if day else "", hour[:5])))


class DecimalField(TypedLine[Decimal | None]):
    """A number with the decimals that were typed, or None."""

    def _read(self, text: str) -> Decimal | None:
        if not text.strip():
            return None
        number = leer_numero(text)
        if number is None:
            raise RuleError(f"«{text.strip()}» no es un número. Escríbalo como 1.234,5.")
        return number

    def _write(self, value: Decimal | None) -> str:
        return "" if value is None else numero(value)
