"""The table of questions: each with its answer, what is still owed, and the questions that share it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, literal
from rcdesk.documents.formato import dia_de, fecha_de_formulario
from rcdesk.documents.preguntas_dichas import agrupadas, parrafos, preguntada, soporte
from rcdesk.domain.cifras.preguntas import referencia, vencimientos
from rcdesk.domain.palabras import MODO_RESPUESTA, con_mayuscula
from rcdesk.domain.preguntas import falta_redactar
from rcdesk.domain.registro import NO_APLICA, Pregunta, Respuesta

ENCABEZADOS: Final = ("No.", "PQRSD", "Respuesta", "Acciones a Desarrollar")
FUERA: Final = ("No.", "PQRSD", "Por qué no procede")
_ANCHOS: Final = (0.7, 3.3, 4.5, 1.7)
_ALINEACION: Final = (Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT)


def preguntas(ctx: Contexto) -> Iterator[Block]:
    """One row for each question that stands by itself; a grouped one is told in the row of the one it is grouped in.

    Those that were not for the hearing stand apart, with the reason.
    """
    todas = ctx.audiencia.preguntas
    if not todas:
        return
    plazos = vencimientos(todas, ctx.calendario)
    grupos = agrupadas(todas)
    juntas = {id(una) for grupo in grupos.values() for una in grupo}
    sueltas = [una for una in todas if id(una) not in juntas]
    filas = tuple(
        (
            referencia(una),
            preguntada(una, grupos.get(referencia(una), ())),
            _respuesta(una, plazos.get(referencia(una))),
            _acciones(ctx, una),
        )
        for una in sueltas
        if una.estado != "fuera_de_alcance"
    )
    fuera = tuple(
        (
            referencia(una),
            preguntada(una, grupos.get(referencia(una), ())),
            parrafos(literal(una.observacion or ""), _texto(una.respuesta or Respuesta())),
        )
        for una in sueltas
        if una.estado == "fuera_de_alcance"
    )
    resumen = "Peticiones, quejas, reclamos, sugerencias y denuncias, con su respuesta"
    if filas:
        yield Grid(ENCABEZADOS, filas, _ANCHOS, _ALINEACION, summary=resumen)
    if fuera:
        yield Paragraph("No procedían en la audiencia:")
        yield Grid(FUERA, fuera, (0.7, 3.3, 6.2), _ALINEACION[:3], summary="Preguntas que no procedían, con la razón")


def _respuesta(una: Pregunta, plazo: str | None) -> str:
    """What the entity says: the answer as given, or where the question stands and until when it may be answered."""
    respuesta = una.respuesta or Respuesta()
    dicho = _texto(respuesta)
    match una.estado:
        case "respondida":
            if falta_redactar(una.estado, respuesta.modo, respuesta.texto):
                return "Respondida verbalmente; falta redactar."
            return dicho or "Respondida; falta el texto de la respuesta."
        case "recibida" | "asignada" | "pendiente" | "aplazada":
            limite = f" Plazo legal: {fecha_de_formulario(plazo)}." if plazo else ""
            return f"Pendiente de respuesta.{limite}"
        case "trasladada":
            destino = f" a {una.trasladada_a}" if una.trasladada_a else " a la entidad competente"
            return parrafos(literal(f"Trasladada{destino}."), dicho)
        case "fuera_de_alcance":
            return dicho
        case "agrupada":
            # It stands by itself because its lead is not here, or leads back to it: nothing in the acta answers it.
            con = "otra pregunta" if una.agrupada_en is None else f"la pregunta {una.agrupada_en}"
            return parrafos(literal(f"Se agrupó con {con}. Falta su respuesta."), dicho)
        case None:
            return dicho or "Sin respuesta registrada."
        case _:
            assert_never(una.estado)


def _texto(respuesta: Respuesta) -> str:
    if not respuesta.texto:
        return ""
    return parrafos(literal(respuesta.texto), *map(soporte, respuesta.soportes), _modo(respuesta))


def _modo(respuesta: Respuesta) -> str:
    """How and when it was answered, unless it was at the hearing itself."""
    if respuesta.modo is None or respuesta.modo == "en_vivo":
        return ""
    cuando = f", {fecha_de_formulario(dia_de(respuesta.fecha))}" if respuesta.fecha else ""
    return f"({con_mayuscula(MODO_RESPUESTA[respuesta.modo])}{cuando})"


def _acciones(ctx: Contexto, una: Pregunta) -> str:
    """The action to develop: as typed, «N/A» as the form writes it, or else the commitment that came out of it."""
    if una.acciones_a_desarrollar == NO_APLICA:
        return "N/A"
    compromisos = ctx.audiencia.compromisos
    hecho = next((c.que_hacer for c in compromisos if una.compromiso and c.codigo == una.compromiso), "")
    return literal(una.acciones_a_desarrollar or hecho)
