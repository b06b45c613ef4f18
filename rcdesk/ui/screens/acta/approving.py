"""The two steps that cannot be taken back, each in a panel over the acta: approving it and saying it was published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import algunas, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule, Well
from rcdesk.ui.kit.fields import DateField, Field, Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.vida_del_acta import PorAprobar

_NAMED: Final = 4
"""So many are named one by one; the rest are counted."""


class ApprovePanel(Panel):
    """Says what approving gives and forbids before it is done."""

    approved = Signal(str)  # the number as typed; empty when it was known
    remarks_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        self._title = named("titulo_de_aprobar", PlainLabel("", "title", wrap=True))
        self._number = named("numero_que_tendra", PlainLabel("", "display"))
        self._card = Well()
        self._card.setLayout(
            column(PlainLabel("Número del acta", "caption", "ink2"), self._number, margins=(16, 8, 16, 10), gap=2)
        )
        self._line = named("numero", Line(placeholder="110.25.03.08"))
        self.field = Field("Número del acta", self._line)
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        self._go = named("aprobar_acta", Button("Aprobar", "file-check", "Enter", "primary"))
        self._review = named("ver_observaciones", Button("Ver las observaciones", "arrow-right", kind="primary"))
        self._leave = named("volver", Button("Volver", key="Esc", kind="quiet"))
        foot = row(None, self._leave, self._review, self._go, margins=(24, 12, 20, 16), gap=8)
        body = column(self._title, self._card, self.field, self._said, margins=(24, 20, 24, 16), gap=12)
        super().__init__(window, column(body, Rule(), foot, gap=0), width=560, typing=True)
        self.setObjectName("panel_de_aprobar")
        self.setAccessibleName("Aprobar el acta")
        self._leave.clicked.connect(self.close_panel)
        self._review.clicked.connect(self._to_remarks)
        self._go.clicked.connect(self._approve)
        self._line.returnPressed.connect(self._approve)
        self._asks = False

    def ask(self, what: PorAprobar) -> None:
        """Open with what approving would do now."""
        self._asks = what.numerada and not what.numero
        self._title.setText("Aprobar el acta" if what.version == 1 else f"Aprobar la versión {what.version} del acta")
        self._number.setText(what.numero or "Sin número")
        self._card.setVisible(not self._asks)
        self.field.setVisible(self._asks)
        self.field.set_value("")
        emptied(self._said)
        for icon, tone, words in _said(what):
            self._said.addWidget(_line(icon, tone, words))
        refused = what.por_decidir > 0
        self._go.setVisible(not refused)
        self._review.setVisible(refused)
        sure = self._leave if what.sin_cerrar else self._go  # an Enter too many never ends a hearing that is to come
        self._go.set_key("" if what.sin_cerrar and not self._asks else "Enter")
        self.open(self._review if refused else self._line if self._asks else sure)

    def _approve(self) -> None:
        if self._go.isVisibleTo(self):
            self.approved.emit(self._line.value() if self._asks else "")

    def _to_remarks(self) -> None:
        self.close_panel()
        self.remarks_wanted.emit()


class PublishPanel(Panel):
    """Asks where the acta was published, and when; both may be corrected before, and neither after."""

    published = Signal(str, str)  # the address and the date as typed

    def __init__(self, window: QWidget) -> None:
        self._url = named("url", Line(placeholder="https://…"))
        self._date = named("fecha_publicacion", DateField(partial=False))
        self._fields = Field("Dirección en internet", self._url, hint="si la tiene"), Field("Fecha", self._date)
        go = named("publicar_acta", Button("Está publicada", "check", "Enter", "primary"))
        back = named("volver", Button("Volver", key="Esc", kind="quiet"))
        said = PlainLabel(
            "Publique el PDF público, que está en Versiones: no lleva documentos, teléfonos ni correos. "
            "Anote aquí dónde y cuándo quedó. No se puede deshacer.",
            "body",
            "ink2",
            wrap=True,
        )
        body = column(
            PlainLabel("Publicar el acta", "title"),
            said,
            row((self._fields[0], 3), (self._fields[1], 1), gap=12),
            margins=(24, 20, 24, 16),
            gap=12,
        )
        foot = row(None, back, go, margins=(24, 12, 20, 16), gap=8)
        super().__init__(window, column(body, Rule(), foot, gap=0), width=600, typing=True)
        self.setObjectName("panel_de_publicar")
        self.setAccessibleName("Publicar el acta")
        back.clicked.connect(self.close_panel)
        go.clicked.connect(self._publish)
        for field in (self._url, self._date):
            field.returnPressed.connect(self._publish)

    def ask(self, today: str) -> None:
        """Open with the date of today."""
        for field, value in zip(self._fields, ("", today), strict=True):
            field.set_value(value)
        self.open(self._url)

    def troubled(self) -> bool:
        """Say whether a field says what is wrong with it."""
        return any(field.error() for field in self._fields)

    def _publish(self) -> None:
        try:
            date = self._date.value()
        except RuleError as error:
            self._fields[1].show_error(str(error))
            self._date.setFocus()
        else:
            self.published.emit(self._url.value(), date)


def _line(icon: str, tone: str, words: str) -> QWidget:
    mark = boxed(column(2, Glyph(icon, tone, 16), None))
    return boxed(row(mark, (PlainLabel(words, "body", wrap=True), 1), margins=(0, 4, 0, 4), gap=10))


def _said(what: PorAprobar) -> Iterator[tuple[str, str, str]]:
    """What there is to know, each with its icon and tone; what forbids comes first."""
    if what.por_decidir:
        waits = plural(what.por_decidir, "observación sin decidir", "observaciones sin decidir")
        yield "circle-alert", "danger", f"Hay {waits}. Diga si se acoge o no, y qué se hizo, antes de aprobar."
    if what.sin_cerrar:
        words = "La audiencia no está cerrada. Si aprueba el acta, lo que pase en ella ya no se podrá registrar."
        yield "circle-alert", "danger", words
    if what.saltos:
        skipped = algunas(what.saltos, _NAMED)
        yield "triangle-alert", "warn", f"En la serie quedan sin dar: {skipped}. Un número no se da después."
    if what.faltan:
        missing = "Falta una parte" if len(what.faltan) == 1 else f"Faltan {len(what.faltan)} partes"
        yield "triangle-alert", "warn", f"{missing}: {algunas(what.faltan, _NAMED)}. Se puede aprobar así."
    if what.contradicen:
        texts = plural(what.contradicen, "texto no dice lo mismo", "textos no dicen lo mismo")
        yield "triangle-alert", "warn", f"{texts} que las cifras; el índice los marca. Se puede aprobar así."
    if what.version > 1 and what.motivo:
        yield "pen-line", "ink2", f"Corrige la versión {what.version - 1}: {what.motivo}"
    yield (
        "lock",
        "ink2",
        "No se puede deshacer. Lo que el acta dice ya no cambia; para corregirlo se hace una versión nueva, con su "
        "motivo.",
    )
