"""The one row over every place: where one is, the state of the hearing and its tabs, the stamps, and the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel, escaped
from rcdesk.ui.kit.stamp import Stamps
from rcdesk.ui.kit.states import UNKNOWN, State
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import HEADER
from rcdesk.ui.places import TABS

Choices = Sequence[tuple[str, str, Callable[[], object]]]
"""What may be done from here: (words, icon, what it does)."""

_SMALL_HEADER: Final = 40


class Header(Dressed, QWidget):
    """It only shows; the window tells it what and hears what is chosen."""

    tab_chosen = Signal(str)
    find_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("encabezado")
        self._title = named("donde", PlainLabel("", "lead", elide=True))
        self._name = named("nombre_de_la_audiencia", PlainLabel("", "strong", elide=True))
        self._subtitle = named("donde_mas", PlainLabel("", "caption", "ink2", elide=True))
        self._pill = named("estado_de_la_audiencia", Pill(UNKNOWN))
        self._change = named(
            "cambiar_estado", Button("", "chevron-down", kind="quiet", small=True, hint="Cambiar el estado")
        )
        self._change.clicked.connect(self._offer)
        self._choices: Callable[[], Choices] = tuple
        self._hearing = boxed(row(self._pill, self._change, gap=2))
        self.tabs = named("pestanas", Tabs([(tab.id, tab.word) for tab in TABS]), label="Partes de la audiencia")
        self.tabs.chosen.connect(self.tab_chosen)
        self.stamps = Stamps()
        self._find = named("buscar", Button("Buscar", "search", "Ctrl K", small=True, hint="Buscar en todo"))
        self._find_small = named("buscar_corto", Button("Ctrl K", "search", kind="quiet", small=True))
        self._find_small.setAccessibleName("Buscar en todo")
        for button in (self._find, self._find_small):
            button.clicked.connect(self.find_wanted)
        names = column(None, self._title, self._name, 1, self._subtitle, None, gap=0)
        parts = (self._hearing, self.tabs, self.stamps, self._find, self._find_small)
        self.setLayout(row((names, 1), *parts, margins=(16, 0, 16, 0), gap=12))
        self.dress()
        self.show_place("", "")

    def show_place(self, title: str, subtitle: str) -> None:
        """Say where one is, outside a hearing."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._arrange(hearing=False)

    def show_today(self, subtitle: str) -> None:
        """Say what day it is."""
        from rcdesk.i18n import fecha_con_dia
        from rcdesk.ui.kit import moment

        date = fecha_con_dia(moment.today())
        self.show_place(date[:1].upper() + date[1:], subtitle)

    def show_hearing(self, name: str, subtitle: str, state: State, choices: Callable[[], Choices]) -> None:
        """Say which hearing is open; `choices` is asked what may become of it when the person wants to change it."""
        self._name.setText(name)
        self._subtitle.setText(subtitle)
        self._pill.set_state(state)
        self._choices = choices
        self._arrange(hearing=True)

    def dress(self) -> None:
        self.setFixedHeight(look().px(_SMALL_HEADER if look().large else HEADER))
        self._arrange(hearing=self._title.isHidden())

    def _arrange(self, *, hearing: bool) -> None:
        large = look().large
        shown: Mapping[QWidget, bool] = {
            self._title: not hearing,
            self._name: hearing,
            self._subtitle: not large,
            self._hearing: hearing,
            self.tabs: hearing,
            self._find: not hearing and not large,
            self._find_small: hearing and not large,
        }
        for widget, visible in shown.items():
            widget.setVisible(visible)

    def _offer(self) -> None:
        menu = QMenu(self)
        for words, name, run in self._choices():
            action = menu.addAction(icon(name), escaped(words))
            action.triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._change.mapToGlobal(QPoint(0, self._change.height() + 2)))
