"""What people answer about the use of their data (Ley 1581 de 2012), and the texts that they are asked to authorise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias, TypeVar

from rcdesk.domain.errors import RuleError
from rcdesk.domain.rangos_de_edad import leer_rango
from rcdesk.domain.registro.asistentes import Asistente
from rcdesk.domain.registro.personas import TipoDocumento

Consentimiento: TypeAlias = Literal["si", "no", "papel"]
"""What a person answers at the door about the use of their data; on paper it is a yes, signed there."""

MODELO: Final = "modelo 1"
"""The version written down when the entity has no text of its own and people are read the one of this program."""

_DE_MENORES: Final[frozenset[TipoDocumento]] = frozenset({"RC", "TI"})
_MAYORIA: Final = 18  # years


@dataclass(frozen=True, slots=True)
class Respuesta:
    """All that one person answered at once. Image and voice go apart: None is «not asked»."""

    datos: Consentimiento | None = None
    imagen_y_voz: bool | None = None
    representante: str = ""

    def __bool__(self) -> bool:
        return self.datos is not None or self.imagen_y_voz is not None or bool(self.representante)


class Texto(Protocol):
    """A version of the text."""

    @property
    def vigente_desde(self) -> str | None:
        """Its first day, AAAA-MM-DD."""


T = TypeVar("T", bound=Texto)


def en_vigor(textos: Iterable[T], fecha: str | None) -> T | None:
    """Return the newest text that was already in force on a day; the first one when all came later.

    Without a day, the newest of all. Of two of the same day the last one written holds.
    """
    ordenados = sorted(textos, key=lambda uno: uno.vigente_desde or "")
    if not ordenados:
        return None
    vigentes = [uno for uno in ordenados if not fecha or (uno.vigente_desde or "") <= fecha]
    return vigentes[-1] if vigentes else ordenados[0]


def es_menor(documento_tipo: str | None, rango_edad: str | None = None) -> bool:
    """Say whether someone is under 18, by their document (RC, TI) or by the range of ages that they gave.

    Every age that the range admits must be under 18: «12 a 17» is a minor, «14 a 28» may not be.
    """
    if documento_tipo in _DE_MENORES:
        return True
    rango = leer_rango(rango_edad)
    return rango is not None and rango.hasta is not None and rango.hasta < _MAYORIA


def falta_representante(otorgada: bool | None, *, menor: bool, representante: str | None) -> bool:
    """Say whether a yes about a minor lacks the name of who represents them: it is kept, and it is incomplete."""
    return otorgada is True and menor and not (representante or "").strip()


def incompleta(asistente: Asistente) -> bool:
    """Say the same of a record of the file."""
    dada, documento, enfoque = asistente.autorizacion, asistente.documento, asistente.enfoque_diferencial
    menor = es_menor(documento.tipo if documento else None, enfoque.rango_edad if enfoque else None)
    if dada is None:
        return False
    return falta_representante(dada.otorgada, menor=menor, representante=dada.representante)


def exigir_editable(version: str, respuestas: int) -> None:
    """Refuse to change a text that somebody already answered: what they were read must stay as it was."""
    if respuestas:
        quienes = "ya la respondió 1 persona" if respuestas == 1 else f"ya la respondieron {respuestas} personas"
        raise RuleError(f"La versión {version} {quienes}: no se cambia. Escriba una versión nueva.", field="texto")
