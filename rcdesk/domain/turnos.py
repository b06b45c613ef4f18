"""Whose word it is: who asked for it, who has it, for how long; and the answer to a question, timed as a turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import ClassVar, Final, Literal

from rcdesk.domain import reloj as clocks
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro import FechaHora, Reloj, Valor

Clase = Literal["orador", "mocion", "interpelacion", "respuesta"]
PRIMERO: Final[Sequence[Clase]] = ("interpelacion", "mocion")
"""Kinds that go before those who wait, the first of them first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pedido(Valor):
    """What is typed of a turn."""

    nombre: str | None = None
    organizacion: str | None = None
    tema: str | None = None


@dataclass(eq=False, kw_only=True)
class Turno(Linea):
    """A turn: it waits, its clock runs (or is paused), it is over."""

    record: ClassVar[type[Valor]] = Pedido

    audiencia_id: str = ""
    clase: Clase = "orador"
    nombre: str | None = None
    organizacion: str | None = None
    tema: str | None = None
    pregunta: str | None = None
    reloj_segundos: int | None = None
    reloj_usados: int | None = None
    reloj_corre_desde: str | None = None
    reloj_inicio: str | None = None
    reloj_fin: str | None = None

    def revisar(self) -> None:
        """Nobody has the word without a name."""
        if self.clase != "respuesta":
            exigir(self.nombre, "nombre", "el nombre de quien pide la palabra")

    @property
    def reloj(self) -> Reloj:
        """Its clock."""
        return Reloj(
            segundos=self.reloj_segundos,
            usados=self.reloj_usados,
            corre_desde=_instant(self.reloj_corre_desde),
            inicio=_instant(self.reloj_inicio),
            fin=_instant(self.reloj_fin),
        )

    @reloj.setter
    def reloj(self, value: Reloj) -> None:
        for name, each in columnas_de(value).items():
            setattr(self, name, each)

    def retirar(self, *, cuando: str, quien: str) -> None:
        """Take it off the queue before it begins."""
        if self.reloj_inicio is not None:
            raise RuleError("Ese turno ya empezó: termínelo.")
        self.anular("retirado de la lista de oradores", cuando=cuando, quien=quien)

    def devolver(self, cuando: str) -> None:
        """Go on with a turn that was over, with the times it had."""
        if self.reloj_fin is None:
            raise RuleError("Ese turno no ha terminado.")
        self.reloj = clocks.iniciar(self.reloj, cuando)

    def minutos(self, ahora: datetime) -> int:
        """Minutes spoken, begun ones counted whole."""
        return max(1, -(-clocks.transcurridos(self.reloj, ahora) // 60))


def columnas_de(reloj: Reloj) -> dict[str, int | str | None]:
    """Return a clock as the columns of its row: reloj_segundos, reloj_usados…"""
    names = (field.name for field in fields(Reloj) if field.name != "presentes")
    return {f"reloj_{name}": getattr(reloj, name) for name in names}


def _instant(text: str | None) -> FechaHora | None:
    return None if text is None else FechaHora(text)


def lugar_en_la_fila(clase: Clase, esperan: Iterable[Clase]) -> int:
    """Return before how many of those who wait goes a new one: a point of order and an interpellation go first."""
    if clase not in PRIMERO:
        return len(tuple(esperan))
    rank = PRIMERO.index(clase)
    ahead = PRIMERO[: rank + 1]
    return sum(1 for other in esperan if other in ahead)


@dataclass(frozen=True, slots=True)
class Tiempos:
    """The times that the entity allots, in seconds: each answer, and how long before the end the clock warns."""

    respuesta: int = 180
    aviso: int = 60


LISTA_DE_TIEMPOS: Final = "tiempos_en_vivo"
"""The list of the entity that holds them, as «respuesta=180» and «aviso=60»."""


def leer_tiempos(valores: Iterable[str]) -> Tiempos:
    """Read them; what is missing or is no number stays as usual."""
    known = dict(value.partition("=")[::2] for value in valores)
    usual = Tiempos()
    found = {name: known.get(name, "") for name in ("respuesta", "aviso")}
    read = {name: int(text) for name, text in found.items() if text.isascii() and text.isdigit() and len(text) < 6}
    return Tiempos(read.get("respuesta") or usual.respuesta, read.get("aviso", usual.aviso))


def escribir_tiempos(tiempos: Tiempos) -> tuple[str, ...]:
    """Write them as the list holds them."""
    return f"respuesta={tiempos.respuesta}", f"aviso={tiempos.aviso}"
