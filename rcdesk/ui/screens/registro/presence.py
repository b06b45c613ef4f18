"""How many people by name were in at an hour: who arrived, and had not gone out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import plural
from rcdesk.ui.kit.fields import TimeField
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.work.movimientos import presentes_a


class Presence(QWidget):
    """An hour to type, and the figure under it; without an hour, that of now."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._hearing = screen, ""
        self._hour = named("hora_de_presentes", TimeField(), label="Presentes a esta hora")
        self._hour.setFixedWidth(look().px(92))
        self._hour.edited.connect(self._read)
        self._told = named("presentes_a_esa_hora", PlainLabel("", "body", "ink2", wrap=True))
        title = row(PlainLabel("Presentes a las", "strong"), self._hour, None, gap=8)
        self.setLayout(column(title, self._told, gap=4))

    def show_hearing(self, audiencia_id: str) -> None:
        """Read the figure of a hearing."""
        self._hearing = audiencia_id
        self._read()

    def _read(self) -> None:
        try:
            hour = self._hour.value()
        except RuleError:
            return  # half typed
        found = self._screen.desk.ask(presentes_a, audiencia_id=self._hearing, hora=hour or None)
        verb = "Hay ahora" if not hour else "Había"
        self._told.setText(
            f"{verb} {plural(found, 'persona', 'personas')} con nombre" + (f" a las {hour}." if hour else ".")
        )
