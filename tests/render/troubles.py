"""Documents that break renderers: each has one kind of trouble in it."""

from __future__ import annotations

from rcdesk.documents.blocks import (
    Block,
    Chart,
    ChartKind,
    Figure,
    Grid,
    Heading,
    Item,
    Items,
    Matrix,
    PageBreak,
    Paragraph,
    Qr,
    Quadrant,
    Signatures,
    Signer,
)
from rcdesk.documents.series import Advance, Columns, Progress, Series

LONG = ("Respuesta muy larga con cifras $1.752.560.630 y nada más. " * 600)[:30_000]
OK = ("1", "¿Cuándo?", "Mañana.", "N.A.")


def table(*rows: tuple[str, str, str, str]) -> tuple[Block, ...]:
    """A table of questions among other blocks."""
    return (
        Heading("Acta de prueba", 1),
        Heading("Preguntas"),
        Grid(("No.", "PQRSD", "Respuesta", "Acciones"), rows, (0.7, 3.2, 4.7, 1.4)),
        Signatures((Signer("Ana\nMaría", "Secretaria 👍"),)),
    )


def _nested(depth: int) -> Item:
    return Item(f"Nivel {depth} " * 6, (_nested(depth - 1), "Hermano") if depth else (), ordered=depth % 2 == 0)


def _dofa() -> Matrix:
    return Matrix(
        "DOFA",
        (Quadrant("F", (LONG[:4000],)), Quadrant("D", ())),
        (Quadrant("O", ("x",)), Quadrant("A", (LONG[:9000],))),
        ((Quadrant("FO", ()), Quadrant("DO", ("y",))), (Quadrant("FA", ("z",)), Quadrant("DA", ()))),
    )


TROUBLES: dict[str, tuple[Block, ...]] = {
    "emoji": table(("1", "👍🏽 Gracias ☑ 👩‍👧 🇨🇴 中文 العربية", "→ ✓ ½ № “comillas” … – — € ñ n̈ \U0001f9ff 𝓗𝓸𝓵𝓪", "□")),
    "a very long answer": table(OK, ("2", "¿Larga?", LONG, "N/A"), OK),
    "several long cells": table(("1", LONG[:6000], LONG[:20_000], LONG[:3000])),
    "long words": table(("1", "x" * 2000, "https://example.org/" + "a" * 1900, "W" * 300), OK),
    "empty cells": table(("", "", "", ""), ("1", "", "  ", "\n\n"), OK),
    "controls": table(
        ("1", "a\x00b\x07c\x1bd\x7f\x85e", "tab\tulada\r\nnueva\u2028otra\ufffe\ud800\u202ex\u200b\u00adz", "\ufeff")
    ),
    "mark-up": table(
        ("1", "<b>no es negrita</b> & &amp; <para>", "**sí** ** suelto **mal", "\\n (paréntesis) \\( % {} </font>")
    ),
    "unclosed bold": (Paragraph("**a " * 5000),),
    "skipped levels": (
        Heading("Salto", 3),
        Heading("Uno", 1),
        Heading("Otro salto", 4),
        Heading("Profundo", 9),
        Heading(""),
        Paragraph("**Texto** con https://example.org/a?b=c&d=(e), fin."),
    ),
    "a heading last": (Paragraph("Texto"), Heading("Sin nada debajo")),
    "a long heading": (Heading("Título que no acaba " * 40), Paragraph("Texto")),
    "figures": (
        Figure("", ""),
        Figure("Foto", "Leyenda\nde dos líneas", "Prensa"),
        Chart("Vacío", (), 0),
        Chart("Cero", (("Nada 👍", 0), ("x" * 300, 0)), 0),
        Chart("Uno", (("Todo", 5),), 5, kind=ChartKind.PIE),
        Chart("Más que la base", (("Múltiple", 30),), 27),
        Qr("https://example.org/" + "q" * 300, "Texto"),
        Qr("https://example.org/" + "q" * 3000, "No cabe en un código"),
        Qr("https://example.org/", "Muchas palabras que no caben al lado. " * 40),
    ),
    "bars and columns": (
        Progress("", ()),
        Progress("Nada que medir", (Advance("", None, None), Advance("<b>👍 **x**</b>" * 40, 5, 0))),
        Progress("Muy por encima", (Advance("W" * 300, 10**9, 1), Advance("−", -4, 20, told="<para>"))),
        Progress("Muchos", tuple(Advance(f"Dependencia {n} " * (1 + n % 4), n, 40) for n in range(90))),
        Columns("", (), ()),
        Columns("Sin series", ("a", "b"), ()),
        Columns("Nada", ("<b>uno</b>", "x" * 200), (Series("👍", (None, None)), Series("", (0, None)))),
        Columns("Muchos", tuple(f"mes {n}" for n in range(120)), (Series("", tuple(range(120))),)),
    ),
    "many options": (
        Chart("Comuna", tuple((f"Comuna o corregimiento {n}" * (1 + n % 5), n) for n in range(90)), 4005),
        Chart("Torta", tuple((f"Opción {n}", 3) for n in range(12)), 36, kind=ChartKind.PIE),
    ),
    "21 signers": (
        Heading("Firmas"),
        Signatures(tuple(Signer("Nombre muy largo " * 6, "Cargo " * 20, "Oficina") for _ in range(21))),
    ),
    "a signer taller than a page": (
        Heading("Firmas"),
        Signatures((Signer("Ana", LONG[:9000]), Signer("Luis", "Asesor"), Signer("Eva", "Jefe"))),
    ),
    "a long list": (Items(tuple(f"Elemento **{n}** con https://example.org/{n}" for n in range(300)), True), Items(())),
    "a deep list": (Items((_nested(9),)), Items((Item("Sola"), Item("", ("Sin título",)), "a\nb"), ordered=True)),
    "ragged rows": (
        Grid(("A", "B"), (("1",), ("1", "2", "3")), (1, 1)),
        Grid(("A", "B"), (), (1, 1)),
        Grid((), (("Fila", "x"),), (1, 1)),
        PageBreak(),
        PageBreak(),
        Paragraph("Fin"),
    ),
    "a header taller than a page": (Grid((LONG[:6000], "B"), (("1", "2"),) * 3, (1, 1)),),
    "a huge matrix": (_dofa(),),
    "long quotations": (Paragraph(LONG[:9000], quote=True), Paragraph("\n\n", quote=True), Paragraph("", note=True)),
    "a form to fill by hand": (
        Grid(("Nombre", "Firma"), (("", ""),) * 60, (1, 1), row_height=26, ruled=True, fill=61),
    ),
}
