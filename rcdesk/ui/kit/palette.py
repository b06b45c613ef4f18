"""Ctrl+K: one box that finds people, questions, commitments, actas and commands. The first answer is already chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.finding import COMMANDS, Entry, likest, matching
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.marked import draw_marked
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import draw_key, elided, inset, key_width
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.pill import draw_pill, pill_width
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import PILL

__all__ = ["COMMANDS", "Entry", "Palette", "matching"]

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST = 12  # rows in sight
_LIMIT = 60  # answers shown: nobody reads more, one more letter is quicker
_LISTED = Qt.ItemDataRole.UserRole

Search = Callable[[str], Sequence[Entry]]


class Palette(Panel):
    """Opens over `window` with entries, and with `search` asks for more as it is typed (people, questions…)."""

    def __init__(self, window: QWidget, *, keep: QWidget | None = None) -> None:
        self._entries: Sequence[Entry] = ()
        self._search: Search | None = None
        self.line = named(
            "buscar_en_todo", Line(role="title", bare=True, placeholder="Persona, pregunta, acta u orden")
        )
        self.line.setAccessibleName("Buscar en todo")
        self._found = _Found()
        self.list = named("encontrados", QListView(), label="Lo encontrado")
        self._none = PlainLabel("", "body", "ink2")
        self._nothing = boxed(row(self._none, margins=(22, 10, 20, 10)))
        keys = (("↑ ↓", "elegir"), ("Enter", "abrir"), (">", "solo órdenes"))
        self._answers = boxed(column(self.list, self._nothing, margins=(0, 4, 0, 6), gap=0))
        foot = [thing for key, what in keys for thing in (KeyCap(key), PlainLabel(what, "caption", "ink2"), 6)]
        top = row(Glyph("search", "ink2", 22), (self.line, 1), KeyCap("Esc"), margins=(22, 12, 18, 12), gap=12)
        body = column(
            top,
            Rule(),
            self._answers,
            Rule(),
            row(*foot, None, margins=(22, 9, 20, 11), gap=7),
            margins=(2, 2, 2, 2),
            gap=0,
        )
        super().__init__(window, body, where="top", width=720, keep=keep, typing=True)
        self.sheet.setAccessibleName("Buscar en todo")
        self._set_list()
        self.line.edited.connect(self._filter)
        self.line.installEventFilter(self)

    def offer(self, entries: Sequence[Entry], search: Search | None = None) -> None:
        """Open, empty, over these entries; `search` is asked for more with every change of what is typed."""
        self._entries, self._search = entries, search
        self.line.set_value("")
        self._filter()
        self.open(self.line)

    def found(self) -> list[Entry]:
        """Return the entries now listed."""
        return [entry for entry in self._found.lines if isinstance(entry, Entry)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _set_list(self) -> None:
        self.list.setModel(self._found)
        self.list.setItemDelegate(_FoundDelegate(self.list, self.line))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)

    def _filter(self) -> None:
        typed = self.line.text()
        found = matching(self._entries, typed)
        if self._search is not None and typed.strip() and not typed.lstrip().startswith(">"):
            found = [*self._search(typed.strip()), *found]
        self._found.show(likest(found, typed)[:_LIMIT])
        heights = sum(_height(line) for line in self._found.lines[:_MOST])
        self.list.setFixedHeight(heights)
        self.list.setVisible(bool(found))
        self._none.setText("" if found else f"Nada con «{typed.strip()}». Pruebe con otra palabra o con menos letras.")
        self._nothing.setVisible(not found)
        self._move(1, start=-1)
        self._answers.updateGeometry()  # or the sheet would be as high as what was found before
        self.place()

    def _move(self, by: int, *, start: int | None = None) -> None:
        """Choose another answer, skipping the headings."""
        lines = self._found.lines
        answers = [place for place, line in enumerate(lines) if isinstance(line, Entry)]
        if not answers:
            return
        here = self.list.currentIndex().row() if start is None else start
        order = answers.index(here) if here in answers else -1
        place = answers[min(max(order + by, 0), len(answers) - 1)]
        self.list.setCurrentIndex(self._found.index(place))
        if place == answers[0]:
            self.list.scrollToTop()

    def _run(self, index: QModelIndex) -> None:
        entry = index.data(_LISTED) if index.isValid() else None
        if isinstance(entry, Entry):
            self.close_panel()
            entry.run()


class _Found(QAbstractListModel):
    """Entries under the heading of their group."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Entry | str] = []

    def show(self, entries: Sequence[Entry]) -> None:
        groups: dict[str, list[Entry | str]] = {}
        for entry in entries:
            groups.setdefault(entry.group, [entry.group]).append(entry)
        self.beginResetModel()
        self.lines = [line for members in groups.values() for line in members]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.lines[index.row()]
        return Qt.ItemFlag.NoItemFlags if isinstance(line, str) else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == _LISTED:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else f"{line.number} {line.title}. {line.detail}".strip()
        return None


def _height(line: Entry | str) -> int:
    if isinstance(line, str):
        return look().px(28)
    return look().px(44 if line.detail else 36)


class _FoundDelegate(QStyledItemDelegate):
    """Two lines like a question: words first, where it lives second, state or key at the right edge."""

    def __init__(self, view: QListView, line: Line) -> None:
        super().__init__(view)
        self._line = line

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _height(index.data(_LISTED)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_LISTED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            painter.setFont(look().font("label"))
            painter.setPen(look().color("ink2"))
            box = QRectF(option.rect).adjusted(look().gap(22), look().px(4), 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
        else:
            here = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_entry(painter, QRectF(option.rect).adjusted(8, 1, -8, -1), line, here)
        painter.restore()

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry, here: bool) -> None:
        now = look()
        if here:
            painter.setPen(QPen(now.color("accent"), 2) if now.c.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(now.color("select"))
            painter.drawRoundedRect(inset(box), 7, 7)
            painter.fillRect(QRectF(box.left(), box.top() + 9, 3, box.height() - 18), now.color("accent"))
        size, x = now.px(18), box.left() + now.gap(14)
        painter.drawPixmap(QPointF(x, round(box.center().y() - size / 2)), pixmap(entry.icon, "ink2", 18))
        x += size + now.gap(12)
        right = self._paint_edge(painter, box, entry) - now.gap(12)
        high = now.px(20)
        top = box.top() + now.px(3) if entry.detail else box.center().y() - high / 2
        shift = 0
        if entry.number:
            painter.setFont(now.font("strong"))
            painter.setPen(now.color("ink"))
            painter.drawText(QRectF(x, top, 200, high), Qt.AlignmentFlag.AlignVCenter, entry.number)
            shift = painter.fontMetrics().horizontalAdvance(entry.number) + now.gap(10)
        draw_marked(painter, QRectF(x + shift, top, right - x - shift, high), entry.title, self._line.text())
        if entry.detail:
            painter.setFont(now.font("caption"))
            painter.setPen(now.color("ink2"))
            below = QRectF(x, top + high, right - x, now.px(17))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, elided(painter, entry.detail, below.width()))

    def _paint_edge(self, painter: QPainter, box: QRectF, entry: Entry) -> float:
        """Draw the state or the key at the right edge, and return where it begins."""
        now, right = look(), box.right() - look().gap(12)
        if entry.state is not None:
            right -= pill_width(entry.state)
            draw_pill(painter, QPointF(right, round(box.center().y() - now.px(PILL) / 2)), entry.state)
        elif entry.key:
            wide, high = key_width(entry.key), now.px(18)
            right -= wide
            cap = QRectF(right, round(box.center().y() - high / 2), wide, high)
            draw_key(painter, cap, entry.key, now.color("ink2"))
        return right
