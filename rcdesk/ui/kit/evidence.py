"""What proves an advance, while it is being registered: files and links, each with its pages. Files may be dropped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import peso
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.drops import Drops
from rcdesk.ui.kit.fields import DateField, Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

KINDS: Final = (
    "Documentos e imágenes (*.pdf *.docx *.xlsx *.pptx *.odt *.ods *.csv *.txt *.jpg *.jpeg *.png *.zip);;"
    "Todos los archivos (*)"
)
_ICONS: Final = {".xlsx": "table", ".ods": "table", ".csv": "table", ".jpg": "image", ".jpeg": "image", ".png": "image"}
_PAGES: Final = 96  # px at 100 %
_DAY: Final = 128


@dataclass(frozen=True, slots=True)
class Pending:
    """Evidence not kept yet: a file of this machine, or a link and the day when it was seen."""

    path: Path | None
    url: str
    consultada: str
    paginas: str


def icon_of(name: str) -> str:
    """Return the icon of a file by its name."""
    return _ICONS.get(Path(name).suffix.lower(), "file-text")


class Proofs(QWidget):
    """The evidence of what is about to be registered. `today` is the day proposed as that when a link was seen."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Evidencia que se adjunta")
        self._lines: list[_Line] = []
        self._list = column(gap=4)
        self.setLayout(self._list)
        self.hide()

    def accept_drops_on(self, widget: QWidget) -> None:
        """Take the files that are dropped on a widget."""
        Drops(widget).dropped.connect(self.add_file)

    def choose_file(self) -> None:
        """Ask for a file, and add it."""
        path = ask_file(self, "Adjuntar evidencia", KINDS)
        if path is not None:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Add a file; it is copied when the advance is registered."""
        self._add(_FileLine(path))

    def add_link(self, today: str) -> None:
        """Add a link, and go to it."""
        line = _LinkLine(today)
        self._add(line)
        line.take_keys()

    def pending(self) -> list[Pending]:
        """Return what is attached; RuleError beside a link that cannot be."""
        return [line.pending() for line in self._lines]

    def clear(self) -> None:
        """Forget everything: it is kept already, or not wanted."""
        for line in [*self._lines]:
            self._drop(line)

    def _add(self, line: _Line) -> None:
        number = len(self._lines) + 1
        line.name_parts(f"{self.objectName()}_{number}")
        line.dropped.connect(lambda: self._drop(line))
        self._lines.append(line)
        self._list.addWidget(line)
        self.show()
        self.changed.emit()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.setVisible(bool(self._lines))
        self.changed.emit()


class _Line(Well):
    dropped = Signal()

    def __init__(self, icon: str, what: QWidget, *more: QWidget) -> None:
        super().__init__()
        self.pages = Line(placeholder="páginas")
        self.pages.setFixedWidth(look().px(_PAGES))
        self.shut = Button("", "x", kind="quiet", small=True, hint="No adjuntar")
        self.shut.clicked.connect(self.dropped)
        rest = boxed(row(*more, self.pages, None if look().large else 0, self.shut, gap=4))
        if look().large:
            self.setLayout(column(row(Glyph(icon), (what, 1), gap=8), rest, margins=(8, 4, 4, 4), gap=4))
        else:
            self.setLayout(row(Glyph(icon), (what, 1), rest, margins=(10, 3, 4, 3), gap=8))

    def name_parts(self, name: str) -> None:
        named(f"{name}_paginas", self.pages, label="Páginas")
        named(f"{name}_quitar", self.shut, label="No adjuntar")

    def pending(self) -> Pending:
        """Return what is attached, with what was typed of it."""
        raise NotImplementedError


class _FileLine(_Line):
    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            weight = peso(path.stat().st_size)
        except OSError:
            weight = "no está"
        super().__init__(
            icon_of(path.name), PlainLabel(path.name, "body", elide=True), PlainLabel(weight, "caption", "ink2")
        )

    def pending(self) -> Pending:
        return Pending(self._path, "", "", self.pages.value())


class _LinkLine(_Line):
    def __init__(self, today: str) -> None:
        self._url, self._seen = Line(placeholder="https://…"), DateField(partial=False, placeholder="consultado el")
        self._seen.setFixedWidth(look().px(_DAY))
        self._seen.set_value(today)
        super().__init__("link", self._url, self._seen)

    def name_parts(self, name: str) -> None:
        super().name_parts(name)
        named(f"{name}_enlace", self._url, label="Enlace")
        named(f"{name}_consultado", self._seen, label="Consultado el")

    def take_keys(self) -> None:
        """Type here."""
        self._url.setFocus()

    def pending(self) -> Pending:
        url = self._url.value()
        if not url.lower().startswith(("http://", "https://")) or " " in url:
            raise RuleError("El enlace empieza por https:// y no lleva espacios.", field=self._url.objectName())
        return Pending(None, url, self._seen.value(), self.pages.value())
