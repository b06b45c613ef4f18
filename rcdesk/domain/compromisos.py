"""Commitments: what will be done, by whom, by when."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro.compromisos import Alcance, EstadoCompromiso, OrigenCompromiso

_DIGITS: Final = 9
"""A longer code is no number that somebody counted."""


@dataclass(eq=False, kw_only=True)
class Compromiso(Linea):
    """A commitment or task of a hearing or a plan."""

    record: ClassVar[type[r.Valor]] = r.Compromiso

    audiencia_id: str | None = None
    plan_id: str | None = None
    codigo: str | None = None
    que_hacer: str = ""
    alcance: Alcance | None = None
    entidad_competente: str | None = None
    fecha_traslado: str | None = None
    responsables: tuple[str, ...] = ()
    dependencia: str | None = None
    adquirido: str | None = None
    fecha: str | None = None
    prioridad: str | None = None
    estado: EstadoCompromiso | None = None
    origen: OrigenCompromiso | None = None
    origen_detalle: str | None = None
    preguntas: tuple[r.RefPregunta, ...] = ()

    def revisar(self) -> None:
        """A commitment says at least what will be done."""
        exigir(self.que_hacer, "que_hacer", "qué se va a hacer")


def siguiente_codigo(usados: Iterable[str | None]) -> str:
    """Return the next whole number that no commitment of the hearing has, as text."""
    numbers = [int(code) for code in usados if code and code.isdecimal() and len(code) <= _DIGITS]
    return str(max(numbers, default=0) + 1)


def rotulo(codigo: str | None) -> str:
    """How a commitment is called: «C-031»; empty without a code."""
    if not codigo:
        return ""
    return f"C-{codigo.zfill(3)}" if codigo.isdecimal() else f"C-{codigo}"


def dependencia_de(dependencia: str | None, responsables: Iterable[str], conocidas: Container[str]) -> str | None:
    """The office where a commitment counts: its own, or the first that answers for it and is one of the entity's."""
    return dependencia or next((uno for uno in responsables if uno in conocidas), None)
