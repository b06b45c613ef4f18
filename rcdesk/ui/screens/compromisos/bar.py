"""The bar over the commitments: which of them, as they stood on what day, in what order or in what groups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.fields import Choice, DateField, Line
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.work.compromisos_al_corte import Agrupado, CompromisosView, Orden

ANNULLED: Final = "anulados"
_REACH: Final = (("", "Todos"), ("a_cargo", "A cargo"), ("no_a_cargo", "No a cargo"))
_VIEW: Final = (
    ("urgencia", "Por urgencia"),
    ("fecha", "Por fecha"),
    ("numero", "Por audiencia"),
    ("dependencia", "Por dependencia"),
    ("responsable", "Por responsable"),
    (ANNULLED, "Anulados"),
)
_GROUPS: Final = frozenset({"dependencia", "responsable"})
_ORDERS: Final = frozenset({"urgencia", "fecha", "numero"})
_REMEMBERED: Final = "compromisos.ver"
_OFFICE, _PERSON = "d:", "r:"
_WIDEST: Final = 226  # px at 100 %
_DAY: Final = 126


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the bar asks of the list; `agrupado` shows the groups instead, and `anulados` what was withdrawn."""

    filtros: dict[str, Any]
    agrupado: Agrupado | None
    anulados: bool


class Bar(QWidget):
    """`changed` when something else is wanted; `wanted` names a method of the screen."""

    changed = Signal()
    wanted = Signal(str)
    refused = Signal(str)  # why a day cannot be looked at

    def __init__(self) -> None:
        super().__init__()
        self.words = named("buscar_compromiso", Line(placeholder="Buscar"), label="Buscar en los compromisos")
        self.cut = named("corte_de_compromisos", DateField(partial=False), label="Corte: día al que se mira el estado")
        self._who = named("quien_responde", Choice([("", "Todos")], icon="users", prefix="Responde"))
        self._reach = named("alcance_buscado", Choice(_REACH, prefix="Alcance"))
        self._view = named("ver_compromisos", Choice(_VIEW, prefix="Ver"))
        self.new = named("nuevo_compromiso", Button("Nuevo compromiso", "plus", kind="primary"))
        self._pause = Pause(self)
        self._cut = ""
        self._build()

    def _build(self) -> None:
        self.words.edited.connect(self._pause.note)
        self._pause.timeout.connect(self.changed)
        self.words.returnPressed.connect(self._at_once)
        self.cut.committed.connect(self._take_cut)
        self.cut.misread.connect(self.refused)
        for editor in (self._who, self._reach, self._view):
            editor.edited.connect(self.changed)
            if not look().large:
                editor.setMaximumWidth(look().px(_WIDEST))
        self._view.edited.connect(self._remember)
        self.new.clicked.connect(lambda: self.wanted.emit("new"))
        self.cut.setFixedWidth(look().px(_DAY))
        plain_tooltip(self.cut, "El estado, el avance y los días de cada compromiso son los de ese día.")
        excel = named("exportar_compromisos", Button("Exportar", "download", "Ctrl E"))
        excel.clicked.connect(lambda: self.wanted.emit("export"))
        self._today = named("corte_de_hoy", Button("Hoy", "undo-2", kind="quiet", small=True, hint="Volver a hoy"))
        self._today.clicked.connect(self.to_today)
        self._today.hide()
        cut = boxed(row(PlainLabel("Corte", "body", "ink3"), self.cut, self._today, gap=6))
        self.more = row(gap=8)
        if look().large:
            self._build_large(cut, excel)
        else:
            self.setLayout(
                column(
                    row((self.words, 1), cut, self.new),
                    row(self._view, self._who, self._reach, None, self.more, excel),
                    margins=(20, 12, 14, 10),
                )
            )

    def _build_large(self, cut: QWidget, excel: Button) -> None:
        """What is asked seldom waits behind a button."""
        self.new.set_words("Nuevo", "Nuevo compromiso")
        seldom = boxed(
            column(row((self.words, 1), cut), row((self._view, 1), (self._who, 1)), row(self._reach, None, excel))
        )
        seldom.hide()
        shown = named("mostrar_filtros", Button("", "filter", hint="Buscar y filtrar"))
        shown.clicked.connect(lambda: seldom.setVisible(seldom.isHidden()))
        self.first = row(gap=8)
        self.setLayout(column(row((self.first, 1), shown, self.more, self.new), seldom, margins=(14, 8, 12, 8)))

    def hold_counters(self, counters: QWidget) -> None:
        """Give room to the counters of large text, which are a list that drops."""
        self.first.addWidget(counters)

    def show_view(self, view: CompromisosView) -> None:
        """Offer those who answer at that day."""
        offices = [(_OFFICE + name, name) for name in view.dependencias]
        people = [(_PERSON + name, name) for name in view.responsables if name not in view.dependencias]
        self._who.set_options([("", "Todos"), *offices, *people])

    def recall(self) -> None:
        """Look at the list as it was looked at last; the window must be there."""
        self._view.set_value(chosen(self, _REMEMBERED, "urgencia"))

    def corte(self) -> date:
        """The day asked for; today unless another was typed."""
        return date.fromisoformat(self._cut or moment.today())

    def is_past(self) -> bool:
        """Whether the day asked for is not today."""
        return bool(self._cut)

    def to_today(self) -> None:
        """Look at today again, whatever was typed for a day."""
        self._cut = ""
        self.cut.set_value(moment.today())
        self.show_cut()
        self.changed.emit()

    def show_cut(self) -> None:
        """Show the day that is asked for, and the way back to today from another."""
        self._today.setVisible(self.is_past())
        self.cut.refresh_value(self._cut or moment.today())

    def asked(self) -> Wanted:
        """What is wanted of the list."""
        view, who = self._view.value(), self._who.value()
        grouped = cast(Agrupado, view) if view in _GROUPS else None
        filtros = {
            "responsable": who.removeprefix(_PERSON) if who.startswith(_PERSON) else "",
            "dependencia": who.removeprefix(_OFFICE) if who.startswith(_OFFICE) else "",
            "alcance": self._reach.value(),
            "texto": self.words.value(),
            "orden": cast(Orden, view if view in _ORDERS else "urgencia"),
        }
        return Wanted(filtros, grouped, view == ANNULLED)

    def is_filtered(self) -> bool:
        """Whether some commitments are left out."""
        return bool(self._who.value() or self._reach.value() or self.words.value())

    def only(self, kind: Literal["dependencia", "responsable"], name: str) -> None:
        """List those of a group."""
        self._who.set_value((_OFFICE if kind == "dependencia" else _PERSON) + name)
        self._view.set_value("urgencia")
        self.changed.emit()

    def look(self, view: str) -> None:
        """See the list in another way: an order, groups, or what was withdrawn."""
        self._view.set_value(view)
        self.changed.emit()

    def clear(self) -> None:
        """Let every commitment of today be seen, in a list."""
        self._cut = ""
        self.words.set_value("")
        self._reach.set_value("")
        self._who.set_value("")
        if self._view.value() not in _ORDERS:
            self._view.set_value("urgencia")
        self.show_cut()

    def _remember(self) -> None:
        if self._view.value() != ANNULLED:
            keep_choice(self, _REMEMBERED, self._view.value())

    def _at_once(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _take_cut(self) -> None:
        typed, today = self.cut.value(), moment.today()
        if typed > today:
            self.refused.emit(f"El {fecha_corta(typed)} todavía no llega: el corte es de hoy o de antes.")
            return
        self._cut = "" if typed == today else typed
        self.cut.set_value(typed or today)
        self.changed.emit()
