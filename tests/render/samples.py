"""A small invented acta with one of everything, for the tests of the renderers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from rcdesk.documents.blocks import (
    Align,
    Attachment,
    Block,
    Chart,
    ChartKind,
    Document,
    Figure,
    Format,
    Grid,
    Heading,
    Item,
    Items,
    Matrix,
    Paragraph,
    Qr,
    Quadrant,
    Signatures,
    Signer,
)
from rcdesk.documents.series import Advance, Columns, Kind, Progress, Series

BOGOTA = timezone(timedelta(hours=-5))
ENDED = datetime(2026, 4, 15, 11, 30, tzinfo=BOGOTA)

FORM = Format(
    entity="Alcaldía de Valle Sereno",
    kind="ACTA DE REUNIÓN",
    system=("GESTIÓN DOCUMENTAL", "SISTEMA INTEGRADO DE GESTIÓN"),
    code="GD-F-014",
    version="3",
    in_force="2/ene/2026",
)

QUESTIONS = Grid(
    header=("No.", "PQRSD", "Respuesta", "Acciones"),
    rows=(
        ("1", "**Rosa Peña**\n¿Cuándo abren el puente?", "En mayo. Ver https://valle-sereno.gov.co/puente", "N.A."),
        ("2", "**Anónimo**\n¿Y la biblioteca?", "Ya abrió.", "Publicar horario"),
    ),
    widths=(0.7, 3.2, 4.7, 1.6),
    aligns=(Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT),
    summary="Preguntas de la ciudadanía",
)

DOFA = Matrix(
    corner="DOFA",
    columns=(Quadrant("Fortalezas", ("Equipo completo",)), Quadrant("Debilidades", ("Poco tiempo",))),
    rows=(Quadrant("Oportunidades", ("Más redes",)), Quadrant("Amenazas", ("Sin internet",))),
    crossings=(
        (Quadrant("Estrategias FO", ("**FO1** Publicar antes",)), Quadrant("Estrategias DO", ("**DO1** Subtitular",))),
        (Quadrant("Estrategias FA", ("**FA1** Usar radio",)), Quadrant("Estrategias DA", ("**DA1** Traducir",))),
    ),
)

PROGRESS = Progress(
    "Cumplimiento por componente",
    (
        Advance("Participación", 18, 16),
        Advance("Gobierno abierto", 29, 20),
        Advance("Alumbrado y *espacio* público", 12, 25),
        Advance("Sin reporte", None, 20),
    ),
    caption="Corte: 20 de noviembre de 2026.",
)

COLUMNS = Columns(
    "Compromisos recogidos por mes",
    ("agosto", "septiembre", "octubre"),
    (Series("A cargo", (24, 8, None)), Series("De otra entidad", (6, 0, None))),
    caption="En octubre no se recogieron compromisos.",
)

BESIDE = Columns(
    "Comparación entre audiencias",
    ("14/may/2026", "18/sep/2026"),
    (Series("Respondidas", (Decimal("97.0"), Decimal("86.4"))), Series("En término", (Decimal("100.0"), None))),
    stacked=False,
    kind=Kind.PERCENT,
)

BLOCKS: tuple[Block, ...] = (
    Heading("Acta No. 7", 1),
    Grid((), (("Fecha", "15/abr/2026"), ("Lugar", "Casa de la Cultura")), (2, 8), summary="Datos de la reunión"),
    Heading("Orden del día"),
    Items(("Saludo", Item("Temas:", ("Vías", "Salud")), "Cierre"), ordered=True),
    Heading("Desarrollo"),
    Heading("Preguntas", 3),
    Paragraph("Se recibieron **dos** preguntas 👍."),
    Paragraph("El puente se abre en mayo.\nCon o sin lluvia.", quote=True),
    QUESTIONS,
    Paragraph("Fuente: formulario de la audiencia", note=True),
    Figure("Público sentado en la sala", "Asistentes a la audiencia", "Oficina de Prensa"),
    Heading("Detalle", 4),
    Chart("¿Le pareció clara?", (("Sí", 17), ("No", 10)), 27, "Fuente: encuesta.", ChartKind.PIE),
    Chart("¿Cómo se enteró?", (("Radio", 9), ("Página web", 18)), 27),
    PROGRESS,
    COLUMNS,
    BESIDE,
    DOFA,
    Heading("Firmas"),
    Signatures((Signer("Ana Ruiz", "Secretaria", "Gobierno"), Signer("Luis Gil", "Asesor"), Signer("Eva Paz", "Jefe"))),
    Qr("https://valle-sereno.gov.co/actas/7", "**Verifique esta acta**"),
)

ACTA = Document(
    title="Acta No. 7",
    subject="Primera audiencia de 2026",
    author="Secretaría de Gobierno",
    created=ENDED,
    form=FORM,
    blocks=BLOCKS,
    attachment=Attachment("datos.json", b'{"formato": "rcdesk/1"}', "application/json", "Datos abiertos"),
    contents_over=0,
)


def of(*blocks: Block, **changes: object) -> Document:
    """A document of other blocks, or otherwise changed, without contents nor attachment."""
    plain = replace(ACTA, blocks=blocks, contents_over=99, attachment=None)
    return replace(plain, **changes)  # type: ignore[arg-type]
