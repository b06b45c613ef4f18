"""Tabs of a place: boxes in the header, underlined words at the second level. At large text they become one choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rcdesk.ui.kit.choice import Choice
from rcdesk.ui.kit.layout import emptied, row
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, inset
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS


class _Tab(Dressed, QAbstractButton):
    def __init__(self, words: str, under: bool) -> None:
        super().__init__()
        self._under = under
        self.set_words(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dress()

    def set_words(self, words: str) -> None:
        self._words = words
        self.setText(escaped(words))
        self.setAccessibleName(words)
        self.updateGeometry()

    def dress(self) -> None:
        self.setFont(look().font("body", weight=600))

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + look().gap(22), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box, here = look(), crisp(self), QRectF(self.rect()), self.isChecked()
        if here and self._under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("ink"))
            side = now.gap(11)
            painter.drawRoundedRect(QRectF(side, box.bottom() - 2, box.width() - 2 * side, 2), 1, 1)
        elif here:
            painter.setPen(QPen(now.color("edge" if now.c.outlined else "line"), 1))
            painter.setBrush(now.color("surface"))
            painter.drawRoundedRect(inset(box), RADIUS, RADIUS)
        if self.hasFocus():
            draw_focus(painter, box)
        painter.setFont(now.font("body", weight=600 if here else 500))
        painter.setPen(now.color("ink" if here or self.underMouse() else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class Tabs(Dressed, QWidget):
    """Entries are (id, words). `under` draws the second level. Left and right arrows move from tab to tab."""

    chosen = Signal(str)  # the id, by the person

    def __init__(self, entries: Sequence[tuple[str, str]], *, under: bool = False) -> None:
        super().__init__()
        self._entries = list(entries)
        self._under, self._here, self._large = under, "", look().large
        self._tabs: dict[str, _Tab] = {}
        self._choice: Choice | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(gap=0))
        self.set_entries(entries)

    def here(self) -> str:
        """Return the id of the chosen tab."""
        return self._here

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show other tabs; the chosen one stays if it is among them, else the first one is."""
        self._entries = list(entries)
        layout = self.layout()
        assert layout is not None  # given in __init__
        emptied(layout)
        self._tabs, self._choice = {}, None
        if look().large:
            self._choice = Choice(self._entries)
            self._choice.setAccessibleName("Parte")
            self._choice.edited.connect(self._pick)
            layout.addWidget(self._choice)
        for id_, words in () if look().large else self._entries:
            tab = _Tab(words, self._under)
            tab.clicked.connect(lambda _checked=False, id_=id_: self._go(id_))
            self._tabs[id_] = tab
            layout.addWidget(tab)
        ids = [id_ for id_, _ in self._entries]
        self.choose(self._here if self._here in ids else next(iter(ids), ""))

    def set_words(self, id_: str, words: str) -> None:
        """Say something else in a tab: how many things wait in it."""
        self._entries = [(each, words if each == id_ else said) for each, said in self._entries]
        if id_ in self._tabs:
            self._tabs[id_].set_words(words)
        if self._choice is not None:
            self._choice.set_options(self._entries)
            self._choice.set_value(self._here)

    def choose(self, id_: str) -> None:
        """Mark a tab as chosen, without telling."""
        self._here = id_
        for each, tab in self._tabs.items():
            tab.setChecked(each == id_)
            tab.update()
        if self._choice is not None:
            self._choice.set_value(id_)

    def dress(self) -> None:
        if look().large != self._large:
            self._large = look().large
            self.set_entries(self._entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        ids = list(self._tabs)
        if not step or self._here not in ids:
            super().keyPressEvent(event)
            return
        place = ids.index(self._here) + step
        if 0 <= place < len(ids):
            self._tabs[ids[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self._go(ids[place])

    def _pick(self) -> None:
        if self._choice is not None:
            self._go(self._choice.value())

    def _go(self, id_: str) -> None:
        moved = id_ != self._here
        self.choose(id_)
        if moved:
            self.chosen.emit(id_)
