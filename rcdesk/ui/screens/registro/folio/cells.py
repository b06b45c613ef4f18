"""The row that has the keys: its cells, laid over the row of the grid where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rcdesk.domain.documento_de_identidad import leer_documento
from rcdesk.domain.hojas import leer_contacto
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import crisp, inset
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS
from rcdesk.ui.screens.registro.folio.answer import Answer
from rcdesk.ui.screens.registro.folio.looks import CONSENT, CONTACT, DOCUMENT, GROUP, NAME, SIGNED
from rcdesk.work.digitar import Elegida
from rcdesk.work.hojas import RenglonRow

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIGNS: Final = {"/": "illegible", "-": "empty"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What the cells say."""

    documento: str = ""
    nombre: str = ""
    grupo: str = ""
    contacto: str = ""
    autoriza: bool | None = None
    firmo: bool = True

    @property
    def is_somebody(self) -> bool:
        """Whether it says who signed."""
        return bool(self.documento or self.nombre)

    def valores(self) -> dict[str, object]:
        """Return the fields of the person."""
        tipo, numero = leer_documento(self.documento)
        telefono, correo = leer_contacto(self.contacto)
        return {
            "nombre": self.nombre,
            "documento_tipo": tipo,
            "documento_numero": numero,
            "organizacion": self.grupo,
            "telefono": telefono,
            "correo": correo,
        }


def as_typed(row: RenglonRow) -> Typed:
    """Return a stored row as its cells would say it; of one not typed yet, only that it is signed is presumed."""
    if row.clase not in ("lista", "nueva"):
        return Typed()
    kind = row.documento_tipo if row.documento_tipo not in (None, "CC", "otro") else ""
    document = " ".join(filter(None, (kind, row.documento_numero)))
    return Typed(document, row.nombre, row.organizacion, row.contacto, row.autoriza, row.firmo)


class Cells(QWidget):
    """`left` is leaving the row, forwards (1) or back (-1); `looked` that what a cell says may be somebody known."""

    edited = Signal()
    looked = Signal(int)  # the column
    left = Signal(int)
    signed = Signal(str)  # «illegible» or «empty», said with one sign in a row where nothing is typed
    repeated = Signal()  # down to the last row
    closing = Signal()  # Ctrl Enter

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = named("folio_documento", Line(bare=True), label="Documento")
        self.name = named("folio_nombre", Line(bare=True), label="Nombre y apellidos")
        self.group = named("folio_grupo", Line(bare=True), label="Entidad o grupo")
        self.contact = named("folio_contacto", Line(bare=True), label="Teléfono o correo")
        self.consent = named("folio_autoriza", Answer(may_be_silent=True), label="Autoriza el uso de sus datos")
        self.signature = named("folio_firmo", Answer(may_be_silent=False), label="Firmó")
        self.divert: Callable[[QKeyEvent], bool] = lambda _event: False
        """Takes a key before the cells do: the list of who was found."""
        self.row = RenglonRow(0, "pendiente")
        self.chosen: Elegida | None = None
        self.above = ""
        """The organisation of the row before."""
        self.confirming = False
        """Something was told of the row that another Enter, in any cell, accepts."""
        self._stored = Typed()
        self._boxes: dict[int, QRect] = {}
        for column, cell in self._cells.items():
            cell.setParent(self)
            cell.installEventFilter(self)
            cell.edited.connect(lambda column=column: self._note(column))
        self.setAutoFillBackground(False)

    @property
    def _cells(self) -> dict[int, Line | Answer]:
        return {
            DOCUMENT: self.document,
            NAME: self.name,
            GROUP: self.group,
            CONTACT: self.contact,
            CONSENT: self.consent,
            SIGNED: self.signature,
        }

    def show_row(self, row: RenglonRow, *, above: str, group: str = "") -> None:
        """Take a row; `group` is the organisation that is repeated down to the last one."""
        self.row, self.above, self.chosen = row, above, None
        self._stored = as_typed(row)
        shown = self._stored
        if row.clase == "pendiente" and group:
            self._stored = shown = Typed(grupo=group)
        self._show(shown)

    def refresh_row(self, row: RenglonRow) -> None:
        """The stored row changed: what is being typed stays."""
        if not self.is_unsaved():
            self.show_row(row, above=self.above, group=self._stored.grupo if row.clase == "pendiente" else "")
        self.row = row

    def value(self) -> Typed:
        """Return what the cells say."""
        return Typed(
            self.document.text().strip(),
            " ".join(self.name.text().split()),
            " ".join(self.group.text().split()),
            " ".join(self.contact.text().split()),
            self.consent.value(),
            bool(self.signature.value()),
        )

    def is_unsaved(self) -> bool:
        """Say whether something was typed or chosen in this row."""
        return self.chosen is not None or self.value() != self._stored

    def choose(self, elegida: Elegida, typed: Typed) -> None:
        """Take someone known as the one who signed."""
        self._show(typed)
        self.chosen = elegida
        self.edited.emit()

    def draft(self) -> str:
        """Return what is half typed, as text; nothing when nothing is."""
        now = self.value()
        chosen = (self.chosen.origen, self.chosen.id) if self.chosen else None
        told = [now.documento, now.nombre, now.grupo, now.contacto, now.autoriza, now.firmo, chosen]
        return json.dumps(told, ensure_ascii=False) if self.is_unsaved() else ""

    def recover(self, draft: str) -> None:
        """Type again what was half typed."""
        *told, chosen = json.loads(draft)
        self._show(Typed(*told))
        self.chosen = Elegida(*chosen) if chosen else None

    def take_keys(self, column: int = DOCUMENT) -> None:
        """Put the keys in a cell."""
        self._cells[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def column(self) -> int:
        """Return the column that has the keys; the first one when none has."""
        return next((column for column, cell in self._cells.items() if cell.hasFocus()), DOCUMENT)

    def set_boxes(self, boxes: Sequence[tuple[int, QRect]]) -> None:
        """Lay the cells over those of the grid; a column that is not in sight has no cell."""
        self._boxes = dict(boxes)
        pad, own = look().gap(12), 2  # px that Qt keeps at the left of a line
        for column, cell in self._cells.items():
            box = self._boxes.get(column)
            cell.setVisible(box is not None)
            if box is not None:
                line = isinstance(cell, Line)
                cell.setGeometry(box.adjusted(pad - own, 1, -4, -5) if line else box.adjusted(pad, 3, -4, -3))
        self.update()

    def box(self, column: int) -> QRect:
        """Return where a cell lies."""
        return self._boxes.get(column, QRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.divert(event) or self._pressed(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        painter.fillRect(box, now.color("select"))
        painter.fillRect(QRectF(0, 0, 3, box.height()), now.color("accent"))
        painter.setFont(now.font("strong"))
        painter.setPen(now.color("ink"))
        number = QRectF(self._boxes.get(0, QRect())).adjusted(0, 0, -now.gap(12), 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.row.numero))
        if any(cell.hasFocus() for cell in self._cells.values()):
            frame = QRectF(self._boxes.get(self.column(), QRect())).adjusted(now.gap(4), 2, 0, -2)
            painter.setPen(QPen(now.color("accent"), 2))
            painter.setBrush(now.color("surface"))
            painter.drawRoundedRect(inset(frame, 1), RADIUS, RADIUS)
        painter.end()

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if control and key in _ENTER:
            self.closing.emit()
        elif control and key == Qt.Key.Key_Down:
            self.repeated.emit()
        elif held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return False
        elif key in _ENTER and self.confirming:
            self.left.emit(1)
        elif key in _ENTER and self.column() == CONSENT:
            self.left.emit(1)  # nearly every row is signed: Tab goes to the one that is not
        elif key in _ENTER or key == Qt.Key.Key_Tab:
            self._next()
        elif key == Qt.Key.Key_Backtab:
            self._before()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            return self._sign(event.text())
        return True

    def _sign(self, sign: str) -> bool:
        """A sign that stands for a whole row, or for the organisation of the row before."""
        column = self.column()
        if sign == "=" and column == GROUP and not self.group.text() and self.above:
            self.group.retype(self.above)
            return True
        if sign in _SIGNS and column in (DOCUMENT, NAME) and not self.value().is_somebody:
            self.signed.emit(_SIGNS[sign])
            return True
        return False

    def _next(self) -> None:
        """The next cell that says nothing yet of who was chosen; after the last one, the next row."""
        seen = [column for column in self._cells if column in self._boxes]
        after = [column for column in seen if column > self.column()]
        if self.chosen is not None:
            after = [column for column in after if column >= CONSENT]
        if after:
            self.take_keys(after[0])
        else:
            self.left.emit(1)

    def _before(self) -> None:
        before = [column for column in self._cells if column in self._boxes and column < self.column()]
        if before:
            self.take_keys(before[-1])

    def _note(self, column: int) -> None:
        if column in (DOCUMENT, NAME):
            self.chosen = None  # another word, and it may be another person
            self.looked.emit(column)
        if column == SIGNED and not self.signature.value():
            self.consent.set_value(None)
        self.edited.emit()

    def _show(self, typed: Typed) -> None:
        self.document.set_value(typed.documento)
        self.name.set_value(typed.nombre)
        self.group.set_value(typed.grupo)
        self.contact.set_value(typed.contacto)
        self.consent.set_value(typed.autoriza)
        self.signature.set_value(typed.firmo)
