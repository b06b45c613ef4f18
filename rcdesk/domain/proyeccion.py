"""What may be shown to the room: approved, standing questions and the desk's own words; never a person's data."""

from __future__ import annotations

from typing import Final, Literal

from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import exigir
from rcdesk.domain.preguntas import ABIERTOS, Pregunta, escribir_referencia
from rcdesk.domain.registro.preguntas import EstadoPregunta
from rcdesk.domain.reserva import enmascarar

Papel = Literal["pantalla", "siguiente", "cintillo", "tarima"]
"""Where a thing sent goes: the projector, its next turn, its lower third, or the bar of those on stage."""
Tipo = Literal["pregunta", "mensaje", "cifras", "logos", "nada"]
Lamina = Literal["cifras", "logos"]
"""What is shown without anybody having to write it."""

MOSTRABLES: Final[frozenset[EstadoPregunta]] = ABIERTOS | {"respondida", "trasladada"}
"""States of a question that the room may read, once it is approved."""

LARGO: Final = {"mensaje": 240, "cintillo_nombre": 60, "cintillo_entidad": 80, "aviso_tarima": 120}
"""Longest text of each kind, in characters: what is read at a glance from the last row."""

SIN_NOMBRE: Final = "Ciudadano/a"


def exigir_mostrable(pregunta: Pregunta) -> None:
    """Refuse a question that the room may not read, and say what would let it."""
    estado = pregunta.estado or "recibida"
    if pregunta.anulada:
        raise RuleError(f"La {pregunta.codigo} está anulada: no se puede mostrar.")
    if estado == "agrupada":
        lead = escribir_referencia(pregunta.agrupada_en)
        raise RuleError(f"La {pregunta.codigo} está agrupada: muestre la {lead}, que responde por ella.")
    if estado not in MOSTRABLES:
        raise RuleError(f"La {pregunta.codigo} no procede: no se puede mostrar. «Volver a pendiente» la devuelve.")
    if pregunta.moderacion == "retenida":
        raise RuleError(f"La {pregunta.codigo} está retenida: apruébela (A, en la cola) para mostrarla.")
    if pregunta.moderacion != "aprobada":
        raise RuleError(f"La {pregunta.codigo} no está aprobada: oprima A en la cola y muéstrela.")


def leer_palabras(texto: str, campo: str, que: str) -> str:
    """Read what the desk itself wrote for a screen; RuleError beside `campo` when it is empty, long or personal."""
    exigir(texto, campo, que)
    words = texto.strip()
    over = len(words) - LARGO[campo]
    if over > 0:
        raise RuleError(f"De lejos se leen {LARGO[campo]} letras: quite {over}.", field=campo)
    if enmascarar(words) != words:
        raise RuleError("Tiene un correo, un teléfono o un documento: eso no va en las pantallas.", field=campo)
    return words


def firma(nombre: str | None, *, anonima: bool, autoriza: bool, juntas: int) -> str:
    """Return who asks as the room reads it: «Rosalba Ocampo y 2 personas más».

    A name that its owner did not want published is «Ciudadano/a»; `juntas` are the questions that share the answer.
    """
    who = "Anónimo" if anonima else nombre if nombre and autoriza else SIN_NOMBRE
    if not juntas:
        return who
    return f"{who} y 1 persona más" if juntas == 1 else f"{who} y {juntas} personas más"
