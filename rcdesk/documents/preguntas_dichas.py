"""How a question is told in every document that has it: who asked, with what supports, and which share its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rcdesk.documents.blocks import bold, literal
from rcdesk.domain.cifras.preguntas import referencia
from rcdesk.domain.registro import Evidencia, Pregunta
from rcdesk.domain.reserva import enmascarar


def agrupadas(todas: Sequence[Pregunta]) -> Mapping[str, tuple[Pregunta, ...]]:
    """Reference of a question → those grouped in it, also through another grouped one.

    One whose lead is not here (annulled, or never was), or that leads back to itself, belongs to no group.
    """
    por_referencia = {referencia(una): una for una in todas}
    grupos: dict[str, tuple[Pregunta, ...]] = {}
    for una in todas:
        principal = _principal(una, por_referencia)
        if principal is not None:
            grupos[principal] = (*grupos.get(principal, ()), una)
    return grupos


def preguntada(una: Pregunta, juntas: Sequence[Pregunta]) -> str:
    """Who asked and what, and its radicados; then who asked and what in those that share its answer."""
    otras = [_dicha(otra, f"{referencia(otra)}. {_autor(otra)}:") for otra in juntas]
    return parrafos(_dicha(una, f"{_autor(una)}:"), radicado(una), *otras)


def radicado(una: Pregunta) -> str:
    """The numbers under which it was filed; empty when there is none."""
    return f"Radicado {literal(', '.join(una.radicados))}" if una.radicados else ""


def soporte(evidencia: Evidencia) -> str:
    """Where what an answer says can be seen; empty when nobody wrote it."""
    partes = (evidencia.texto, evidencia.url, evidencia.paginas and f"p. {evidencia.paginas}")
    escrito = ", ".join(parte for parte in partes if parte)
    return f"Soporte: {literal(escrito)}" if escrito else ""


def parrafos(*partes: str) -> str:
    """The parts that say something, each a paragraph."""
    return "\n".join(parte for parte in partes if parte)


def _autor(una: Pregunta) -> str:
    nombre = una.autor.nombre if una.autor else None
    return "Anónimo" if una.anonima else nombre or "Sin nombre"


def _dicha(una: Pregunta, quien: str) -> str:
    """What was asked; of one that nobody edited, without the telephone that the citizen may have said."""
    return f"{bold(quien)}\n{literal(una.texto_editado or enmascarar(una.texto))}"


def _principal(una: Pregunta, por_referencia: Mapping[str, Pregunta]) -> str | None:
    vistas = {referencia(una)}
    actual = una
    while actual.estado == "agrupada" and actual.agrupada_en is not None:
        siguiente = por_referencia.get(str(actual.agrupada_en))
        if siguiente is None or referencia(siguiente) in vistas:
            return None
        vistas.add(referencia(siguiente))
        actual = siguiente
    return None if actual is una else referencia(actual)
