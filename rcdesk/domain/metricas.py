"""What a platform counts, looked at once more: figures that contradict one another are told, and kept as typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rcdesk.i18n import duracion, numero

_HOLGURA: Final = 0.2
"""Of the minutes watched, how much the product of average and views may differ: both are rounded by the platform."""


@dataclass(frozen=True, slots=True)
class Medidas:
    """The figures of one platform, as its record names them; `leido` is the most that was read while on air."""

    espectadores_maximos: int | None = None
    leido: int | None = None
    reproducciones: int | None = None
    reproducciones_3_segundos: int | None = None
    reproducciones_1_minuto: int | None = None
    segundos_promedio: int | None = None
    minutos_reproducidos: int | None = None
    duracion_segundos: int | None = None


@dataclass(frozen=True, slots=True)
class Aviso:
    """A contradiction: the field where it shows, and the sentence."""

    campo: str
    texto: str


def avisos(medidas: Medidas) -> tuple[Aviso, ...]:
    """Return what of the figures of a platform cannot be all true; never a refusal, for the platform said it so."""
    return (*_espectadores(medidas), *_reproducciones(medidas), *_tiempos(medidas))


def _espectadores(m: Medidas) -> Iterator[Aviso]:
    typed, read, views = m.espectadores_maximos, m.leido, m.reproducciones
    if typed is not None and read is not None and read > typed:
        yield Aviso("espectadores_maximos", f"Al aire se leyeron {numero(read)} espectadores: el acta dice esa cifra.")
    if typed is not None and views is not None and typed > views:
        yield Aviso("espectadores_maximos", "El máximo en vivo es mayor que las reproducciones.")


def _reproducciones(m: Medidas) -> Iterator[Aviso]:
    views, seconds, minute = m.reproducciones, m.reproducciones_3_segundos, m.reproducciones_1_minuto
    if seconds is not None and minute is not None and minute > seconds:
        yield Aviso("reproducciones_1_minuto", "Las de 1 minuto son más que las de 3 segundos.")
    elif views is not None and minute is not None and minute > views:
        yield Aviso("reproducciones_1_minuto", "Las de 1 minuto son más que todas las reproducciones.")


def _tiempos(m: Medidas) -> Iterator[Aviso]:
    views = m.reproducciones if m.reproducciones is not None else m.reproducciones_3_segundos
    average, minutes, length = m.segundos_promedio, m.minutos_reproducidos, m.duracion_segundos
    if average is not None and length is not None and average > length:
        yield Aviso("segundos_promedio", f"El promedio pasa de lo que duró la transmisión ({duracion(length)}).")
    if average is not None and minutes is not None and views is not None:
        made = average * views / 60
        if abs(made - minutes) > _HOLGURA * max(made, minutes) + 1:
            words = (
                f"{duracion(average)} de promedio por {numero(views)} reproducciones dan {numero(round(made))} minutos."
            )
            yield Aviso("minutos_reproducidos", words)
    elif minutes is not None and views is not None and length is not None and minutes * 60 > length * views:
        yield Aviso("minutos_reproducidos", "Son más minutos que si todas se hubieran visto enteras.")
