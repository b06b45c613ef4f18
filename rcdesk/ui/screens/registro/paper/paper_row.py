"""One thing that is put on paper: what it is, what is asked of it, and its two buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.fields import NumberField
from rcdesk.ui.kit.layout import Item, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel

_BESIDE: Final = 32  # px beside the digits, inside the field


class Count(NumberField):
    """How many, remembered for the next time under `choice`; what cannot be read counts as `usual`."""

    def __init__(self, choice: str, usual: int | None, most: int, *, least: int = 1) -> None:
        super().__init__(least=least, most=most)
        self._choice, self._usual = choice, usual
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + _BESIDE)
        self.committed.connect(self._keep)

    def recall(self) -> None:
        """Show what was written last."""
        words = chosen(self, self._choice)
        self.set_value(int(words) if words.isdecimal() else self._usual)

    def number(self) -> int | None:
        """Return what is written."""
        try:
            number = self.value()
        except RuleError:
            return self._usual
        return self._usual if number is None else number

    def _keep(self) -> None:
        number = self.number()
        keep_choice(self, self._choice, "" if number == self._usual else str(number))
        self.settle()


class PaperRow(QWidget):
    """`saved` asks for it as PDF, `printed` to print it. `asked` stands before the buttons."""

    saved = Signal()
    printed = Signal()

    def __init__(self, name: str, title: str, words: str, *asked: Item) -> None:
        super().__init__()
        self._words = PlainLabel(words, "caption", "ink2", wrap=True)
        self._save = named(f"guardar_{name}", Button("PDF…", "download", small=True))
        self._print = named(f"imprimir_{name}", Button("Imprimir…", "printer", small=True))
        for button, verb in ((self._save, "Guardar en PDF"), (self._print, "Imprimir")):
            button.setAccessibleName(f"{verb}: {title.lower()}")
        self._save.clicked.connect(self.saved)
        self._print.clicked.connect(self.printed)
        buttons = row(*asked, None, self._save, self._print, gap=6)
        self.setLayout(column(PlainLabel(title, "strong"), self._words, buttons, gap=4))

    def tell(self, words: str, *, ready: bool = True) -> None:
        """Say something else of it, and whether there is anything to put on paper."""
        self._words.setText(words)
        self._save.setEnabled(ready)
        self._print.setEnabled(ready)
