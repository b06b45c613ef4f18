"""What somebody answers for, as the letters and the sheets of commitments print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.domain.compromisos_anteriores import porciento
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.registro import NO_APLICA, Archivo, Cantidad
from rcdesk.domain.seguimiento import Lampara

LAMPARA: Final[dict[Lampara, str]] = {
    "vencido": "Vencido",
    "vence_hoy": "Vence hoy",
    "por_vencer": "Por vencer",
    "en_avance": "En avance",
    "por_iniciar": "Por iniciar",
    "trasladado": "Trasladado",
    "cumplido": "Cumplido",
    "incumplido": "Incumplido",
    "cancelado": "Cancelado",
}


@dataclass(frozen=True, slots=True)
class Debido:
    """A commitment as it stood on a day. `dias` are the business days to its date, negative if late."""

    codigo: str
    que_hacer: str
    procedencia: str
    adquirido: str | None
    fecha: str | None
    dias: int | None
    avance: Cantidad | None
    lampara: Lampara
    responsables: tuple[str, ...]
    dependencia: str | None

    @property
    def vencido(self) -> bool:
        """Whether its date is past and it is still owed."""
        return self.lampara == "vencido"

    @property
    def cerca(self) -> bool:
        """Whether it falls due within some days."""
        return self.lampara in ("vence_hoy", "por_vencer")


@dataclass(frozen=True, slots=True)
class Quien:
    """Someone, or an office, and what they answer for."""

    nombre: str
    debidos: tuple[Debido, ...]


def fecha_debida(uno: Debido) -> str:
    """Its date, or that it has none."""
    if uno.fecha is None:
        return "Sin fecha"
    return uno.fecha if uno.fecha == NO_APLICA else fecha_de_formulario(uno.fecha)


def como_va(uno: Debido) -> str:
    """Its state, how much was done, and how late it is."""
    avance = (
        f", {porciento(uno.avance)}" if uno.avance is not None and uno.lampara not in ("cumplido", "trasladado") else ""
    )
    tarde = f"\n{tardanza(uno)}" if uno.vencido else ""
    return f"{LAMPARA[uno.lampara]}{avance}{tarde}"


def tardanza(uno: Debido) -> str:
    """How late: «Hace 12 días hábiles»."""
    return con_mayuscula(i18n.en_dias_habiles(uno.dias or 0))


def de_donde(uno: Debido) -> str:
    """Where it was made, and when."""
    cuando = f" ({fecha_de_formulario(uno.adquirido)})" if uno.adquirido else ""
    return f"{literal(uno.procedencia)}{cuando}"


def que_hacer(uno: Debido) -> str:
    """Its number and what is to be done."""
    return f"{literal(uno.codigo)}. {literal(uno.que_hacer)}" if uno.codigo else literal(uno.que_hacer)


def entidad(archivo: Archivo) -> str:
    """Who asks."""
    return literal((archivo.entidad.nombre if archivo.entidad else None) or "Entidad sin nombre")


def hecho_el(hoy: date) -> datetime:
    """What dates the document: the day it is asked for."""
    return datetime.combine(hoy, time(0), i18n.COLOMBIA)
