"""The close of the form: responsibility, observations, tasks, signatures and annexes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.anteriores import anteriores
from rcdesk.documents.acta.compromisos import compromisos
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.acta.insertos import SIN_DATOS
from rcdesk.documents.acta.personas import linea_de_firmantes
from rcdesk.documents.blocks import Block, Heading, Items, Paragraph, Signatures, Signer, literal
from rcdesk.documents.formato import SIN_DILIGENCIAR
from rcdesk.domain.registro import Acta, Anexo, Firmante, ProximaReunion

TAREAS: Final = "TAREAS Y COMPROMISOS ESTABLECIDOS EN ESTA REUNIÓN"
OBSERVACIONES: Final = "OBSERVACIONES GENERALES (Propuestas, Cambios y/o Adiciones):"


def cierre(ctx: Contexto) -> Iterator[Block]:
    """Everything after the development, in the order of the form."""
    acta = ctx.acta
    yield Heading("RESPONSABILIDAD:", 2)
    yield Paragraph(literal(acta.responsabilidad or ctx.frase("responsabilidad") or f"{SIN_DILIGENCIAR}."))
    yield Heading(OBSERVACIONES, 2)
    yield from list(ctx.narrar(acta.observaciones_generales)) or [Paragraph("Sin observaciones.")]
    yield from anteriores(ctx)
    yield Heading(TAREAS, 2)
    yield from list(compromisos(ctx)) or [Paragraph(SIN_DATOS["compromisos"])]
    yield from _proxima(acta.proxima_reunion)
    yield Heading("Firmas (responsables)", 2)
    yield Signatures(tuple(map(_firma, acta.firmas))) if acta.firmas else Paragraph(f"{SIN_DILIGENCIAR}.")
    yield from _notas(ctx)
    yield from _anexos(acta.anexos)


def _proxima(reunion: ProximaReunion | None) -> Iterator[Block]:
    if reunion is None or reunion == ProximaReunion():
        return
    cuando = i18n.fecha_larga(reunion.fecha) if reunion.fecha else ""
    hora = i18n.hora_am_pm(reunion.hora) if reunion.hora else ""
    datos = ", ".join(parte for parte in (cuando, hora, literal(reunion.lugar or "")) if parte)
    yield Heading("PRÓXIMA REUNIÓN:", 2)
    yield Paragraph("\n".join(parte for parte in (datos, literal(reunion.texto or "")) if parte))


def _firma(uno: Firmante) -> Signer:
    return Signer(literal(uno.nombre or ""), literal(uno.cargo or ""), literal(uno.dependencia or ""))


def _notas(ctx: Contexto) -> Iterator[Block]:
    acta = ctx.acta
    for nota in acta.notas or filter(None, (ctx.frase("folios"),)):
        yield Paragraph(f"**NOTA:** {literal(nota)}")
    for palabra, concepto, quienes in _quienes(acta):
        if quienes:
            yield Paragraph(f"**{palabra}:** {linea_de_firmantes(quienes, acta, concepto)}", note=True)


def _quienes(acta: Acta) -> Iterator[tuple[str, str, tuple[Firmante, ...]]]:
    yield "Elaboró", "elaboro", acta.elaboro
    yield "Revisó", "reviso", acta.reviso
    yield "Aprobó", "aprobo", acta.aprobo


def _anexos(anexos: tuple[Anexo, ...]) -> Iterator[Block]:
    if anexos:
        yield Heading("Anexos.", 3)
        yield Items(tuple(map(_anexo, anexos)), ordered=True)


def _anexo(anexo: Anexo) -> str:
    folios = f" ({i18n.plural(anexo.folios, 'folio', 'folios')})" if anexo.folios else ""
    enlace = f" {literal(anexo.url)}" if anexo.url else ""
    return f"{literal(anexo.titulo)}{folios}{enlace}"
