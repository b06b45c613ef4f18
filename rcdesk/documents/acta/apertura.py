"""The opening of an acta: its number, when and where, what for, who, and the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.acta.lugar import hora, linea_de_lugar, sesiones
from rcdesk.documents.acta.personas import linea_de_asistentes, linea_de_personas
from rcdesk.documents.blocks import Block, Grid, Heading, Items, Paragraph, literal
from rcdesk.documents.formato import SIN_DILIGENCIAR, fecha_de_formulario, que_numera
from rcdesk.domain.caracterizacion import MINIMO
from rcdesk.domain.numeracion import sin_numero
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.palabras_del_acta import ESTADO_ACTA
from rcdesk.domain.registro import Acta, Archivo, Audiencia

_PUBLICA: Final = (
    "No lleva documentos, teléfonos, correos ni firmas de las personas. Quien no está por su cargo ni autorizó "
    "publicar su nombre aparece con sus iniciales, o como «Ciudadano/a» con un número. De la encuesta no se dice "
    f"cuántos son cuando son menos de {MINIMO}."
)


def apertura(ctx: Contexto, titulos: Sequence[str]) -> Iterator[Block]:
    """Everything before the development; `titulos` are those of its sections, for a hearing without agenda."""
    audiencia, acta = ctx.audiencia, ctx.acta
    yield Heading(con_numero("ACTA", ctx.archivo, acta), 1)
    if ctx.archivo.version_publica:
        yield Paragraph(f"**Versión pública.** {_PUBLICA}", note=True)
    yield from _estado(acta)
    yield Grid((), _momento(audiencia), (2, 8), summary="Fecha y hora de la reunión")
    yield from sesiones(audiencia)
    yield from _linea("OBJETIVO", literal(acta.objetivo or audiencia.objetivo or SIN_DILIGENCIAR))
    yield from _linea("LUGAR", linea_de_lugar(audiencia, acta))
    yield from _linea("ASISTENTES", linea_de_asistentes(audiencia, acta))
    yield from _linea("AUSENTES", linea_de_personas(audiencia.ausentes))
    yield from _linea("INVITADOS", linea_de_personas(audiencia.invitados))
    yield Heading("ORDEN DEL DÍA:", 2)
    yield Items(_agenda(audiencia) or tuple(titulos), ordered=True)


def con_numero(palabra: str, archivo: Archivo, acta: Acta) -> str:
    """How an acta is called, with its number; alone, where the format says that actas bear none."""
    if sin_numero(acta, que_numera(archivo, acta)):
        return palabra
    return f"{palabra} No. {literal(acta.numero or SIN_DILIGENCIAR)}"


def _momento(audiencia: Audiencia) -> tuple[tuple[str, str], ...]:
    fecha = fecha_de_formulario(audiencia.fecha) if audiencia.fecha else SIN_DILIGENCIAR
    return (
        ("FECHA:", fecha),
        ("HORA INICIAL:", hora(audiencia.hora_inicio, audiencia.hora_inicio_programada)),
        ("HORA FINAL:", hora(audiencia.hora_fin, audiencia.hora_fin_programada)),
    )


def _estado(acta: Acta) -> Iterator[Block]:
    """What a reader must know before reading: that it is no final text, or what it corrects."""
    if acta.estado in ("borrador", "en_revision"):
        yield Paragraph(f"{con_mayuscula(ESTADO_ACTA[acta.estado])}: esta acta no ha sido aprobada.", note=True)
    if acta.motivo_correccion:
        yield Paragraph(f"Versión {acta.version or 1} del acta. Motivo: {literal(acta.motivo_correccion)}", note=True)


def _linea(palabra: str, texto: str) -> Iterator[Block]:
    yield Paragraph(f"**{palabra}:** {texto}")


def _agenda(audiencia: Audiencia) -> tuple[str, ...]:
    return tuple(
        f"{literal(punto.titulo)}\n{literal(punto.detalle)}" if punto.detalle else literal(punto.titulo)
        for punto in audiencia.orden_del_dia
    )
