"""By when a question has to be answered, and how that stands on a day: in business days of the entity's calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from rcdesk.domain.plazos import LEY, Calendario, dia_en_colombia, habiles_entre, termino, vencimiento
from rcdesk.domain.preguntas import DIAS_DE_TRASLADO, plazo_de_traslado
from rcdesk.domain.registro.preguntas import EstadoPregunta, TipoPregunta
from rcdesk.domain.registro.valores import FechaHora
from rcdesk.i18n import MESES, dias_habiles

Situacion = Literal["corre", "hoy", "vencida", "respondida", "trasladada"]


@dataclass(frozen=True, slots=True)
class Plazo:
    """The last day, how it stands, and the business days that say it: those left, late, taken, or given."""

    vence: date
    situacion: Situacion
    dias: int
    norma: str
    a_tiempo: bool = True
    """Whether it was answered by the last day."""

    @property
    def en_palabras(self) -> str:
        """«Vence el 9 dic 2026 · faltan 13 días hábiles»."""
        day = f"{self.vence.day} {MESES[self.vence.month - 1][:3]} {self.vence.year}"
        many = dias_habiles(self.dias)
        match self.situacion:
            case "corre":
                return f"Vence el {day} · {'falta' if self.dias == 1 else 'faltan'} {many}"
            case "hoy":
                return "Vence hoy"
            case "vencida":
                return f"Venció el {day} · hace {many}" if self.dias else f"Venció el {day}"
            case "respondida":
                when = f"Respondida en {many}" if self.dias else "Respondida el mismo día"
                return when if self.a_tiempo else f"{when} · vencía el {day}"
            case "trasladada":
                return f"Para trasladarla había hasta el {day}"
            case _:
                assert_never(self.situacion)


def plazo(
    estado: EstadoPregunta | None,
    tipo: TipoPregunta | None,
    recibida: str | None,
    hecha: str | None,
    hoy: date,
    calendario: Calendario = LEY,
) -> Plazo | None:
    """Return how the legal term of a question stands on the day `hoy`; None when it has none, or no day is known.

    `recibida` and `hecha` (when it was answered) are instants of rcdesk/1. One that is grouped
    or not for the hearing has no term of its own.
    """
    if recibida is None or estado in ("agrupada", "fuera_de_alcance"):
        return None
    desde = dia_en_colombia(FechaHora(recibida))
    if estado == "trasladada":
        limite = plazo_de_traslado(recibida, calendario)
        norma = f"{DIAS_DE_TRASLADO} días hábiles: Ley 1755 de 2015, art. 21"
    else:
        limite = vencimiento(desde, tipo, calendario)
        regla = termino(desde, calendario)
        norma = f"{regla.dias(tipo)} días hábiles: {regla.norma}"
    if estado == "trasladada":  # when it was sent is only in its note
        return Plazo(limite, "trasladada", DIAS_DE_TRASLADO, norma)
    if estado == "respondida":
        if hecha is None:
            return None
        cuando = dia_en_colombia(FechaHora(hecha))
        return Plazo(limite, "respondida", habiles_entre(desde, cuando, calendario), norma, a_tiempo=cuando <= limite)
    if hoy == limite:
        return Plazo(limite, "hoy", 0, norma)
    if hoy < limite:
        return Plazo(limite, "corre", habiles_entre(hoy, limite, calendario), norma)
    return Plazo(limite, "vencida", habiles_entre(limite, hoy, calendario), norma)
