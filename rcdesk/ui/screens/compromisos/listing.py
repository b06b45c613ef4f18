"""The list of commitments: the counters that filter it, the table or its groups, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain.seguimiento import Lampara
from rcdesk.i18n import fecha_corta, lista_en_palabras, numero, plural, porcentaje
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.rows import RowMark, RowsModel, Table
from rcdesk.ui.kit.tally import Tally
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.compromisos.bar import Bar
from rcdesk.ui.screens.compromisos.texts import COLUMNS, COUNTERS, GONE, RARE, WRAPPED, group_columns
from rcdesk.work.compromisos_al_corte import Agrupado, AnuladoRow, Cifras, CompromisosView, GrupoRow, agrupar
from rcdesk.work.estados_al_corte import CompromisoAlRow

_AVERAGE: Final = (
    "Promedio simple de los compromisos a cargo que no se cancelaron: el que nadie ha reportado cuenta como 0 %, "
    "y el cumplido, como 100 %."
)
_TITLES: Final[dict[Agrupado, str]] = {"dependencia": "Dependencia", "responsable": "Responsable"}


class Listing(QWidget):
    """`changed` when something else is to be seen; `opened` with the key of a commitment."""

    changed = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar()
        self._lamp: Lampara | Literal[""] = ""
        self._model: RowsModel[CompromisoAlRow] = RowsModel(WRAPPED if look().large else COLUMNS)
        self.table = named("lista_de_compromisos", Table(self._model), label="Compromisos")
        self._groups: dict[Agrupado, Table[GrupoRow]] = {}
        self.gone: Table[AnuladoRow] = named(
            "compromisos_anulados",
            Table(RowsModel(GONE, mark=lambda _: RowMark(annulled=True)), empty="No se ha anulado ningún compromiso."),
            label="Compromisos anulados",
        )
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.gone)
        self._counters = self._make_counters()
        self._told = PlainLabel("", "caption", "ink2", elide=True)
        self._average_word = PlainLabel("Avance promedio, a cargo", "caption", "ink2")
        self._average = named("avance_promedio", PlainLabel("", "strong"))
        plain_tooltip(self._average_word, _AVERAGE)
        plain_tooltip(self._average, _AVERAGE)
        self._build()

    def _build(self) -> None:
        foot = row((self._told, 1), self._average_word, self._average, margins=(20, 8, 20, 8))
        card = Card()
        card.setLayout(column(self.bar, (self._tables, 1), Rule(), foot, margins=(1, 0, 1, 2), gap=0))
        if isinstance(self._counters, Choice):
            self.bar.hold_counters(self._counters)
            self.setLayout(column((card, 1), margins=(8, 0, 8, 8)))
        else:
            body = boxed(column((card, 1), margins=(8, 0, 8, 8)))
            self.setLayout(column(self._counters, (body, 1), gap=0))
        self.bar.changed.connect(self.changed)
        self.table.row_activated.connect(lambda found: self.opened.emit(found.id))
        self.setFocusProxy(self.table)

    def _make_counters(self) -> Tally | Choice:
        if look().large:
            choice = named("contadores_de_compromisos", Choice(prefix="Ver"))
            choice.edited.connect(lambda: self._choose(choice.value()))
            return choice
        tally = named("contadores_de_compromisos", Tally(COUNTERS), label="Compromisos por estado")
        tally.chosen.connect(self._choose)
        return tally

    @property
    def rows(self) -> Sequence[CompromisoAlRow]:
        """The commitments listed, in order."""
        return self._model.rows

    @property
    def lamp(self) -> Lampara | Literal[""]:
        """The lamp that is let through; empty for all."""
        return self._lamp

    def grouped_by(self) -> Agrupado | None:
        """How the commitments are grouped, while they are."""
        return self.bar.asked().agrupado

    def current(self) -> CompromisoAlRow | None:
        """The commitment chosen in the list; none while something else is shown."""
        return self.table.current() if self.table_in_sight() is self.table else None

    def table_in_sight(self) -> Table[Any]:
        """The table that is shown."""
        asked = self.bar.asked()
        if asked.anulados:
            return self.gone
        return self.table if asked.agrupado is None else self._groups[asked.agrupado]

    def show_view(self, view: CompromisosView) -> None:
        """Show what was asked for."""
        self.bar.show_view(view)
        self._show_counts(view.cifras)
        self._model.show(view.filas)
        if view.filas and self.table.current() is None:
            self.table.select_key(view.filas[0].id)
        self.table.set_empty(self._empty())
        kind = self.grouped_by()
        if kind is not None:
            self._group(kind).shown.show(agrupar(view.filas, kind))
        self._tables.setCurrentWidget(self.table_in_sight())
        self.setFocusProxy(self.table_in_sight())
        self._told.setText(self._shown_words(view))
        average = view.cifras.promedio
        self._average.setText(porcentaje(Decimal(average)) if average is not None else "–")

    def select(self, key: str) -> bool:
        """Choose a commitment; say whether it is listed."""
        return self.table.select_key(key)

    def clear(self) -> None:
        """Let every commitment be seen."""
        self.bar.clear()
        self._set_lamp("")

    def show_only(self, lamp: str) -> None:
        """List those of a lamp."""
        self.bar.clear()
        self._choose(lamp)

    def look_for(self) -> None:
        """Go to the line where the words that are looked for are typed."""
        self.bar.words.setFocus()
        self.bar.words.selectAll()

    def _group(self, kind: Agrupado) -> Table[GrupoRow]:
        if kind not in self._groups:
            model: RowsModel[GrupoRow] = RowsModel(group_columns(_TITLES[kind]), key=lambda found: found.nombre)
            table = named(f"compromisos_por_{kind}", Table(model), label=f"Compromisos por {kind}")
            table.set_empty("Ningún compromiso con esos filtros.")
            table.row_activated.connect(lambda found: self.bar.only(kind, found.nombre))
            self._groups[kind] = table
            self._tables.addWidget(table)
        return self._groups[kind]

    def _choose(self, value: str) -> None:
        self._set_lamp(value)
        self.changed.emit()

    def _set_lamp(self, value: str) -> None:
        self._lamp = value  # type: ignore[assignment]  # a key of COUNTERS
        if isinstance(self._counters, Choice):
            self._counters.set_value(value)
        else:
            self._counters.choose(value)

    def _show_counts(self, cifras: Cifras) -> None:
        counts: dict[str, int] = {"": cifras.total} | {str(lamp): n for lamp, n in cifras.por_lampara.items()}
        seen = [value for value, *_ in COUNTERS if value not in RARE or counts[value] or value == self._lamp]
        if isinstance(self._counters, Choice):
            words = {value: word for value, word, _ in COUNTERS}
            self._counters.set_options([(value, f"{words[value]} {numero(counts[value])}") for value in seen])
            self._counters.set_value(self._lamp)
            return
        self._counters.show_counts(counts)
        for value, button in self._counters.buttons.items():
            button.setVisible(value in seen)

    def _shown_words(self, view: CompromisosView) -> str:
        places = [plural(view.audiencias, "audiencia", "audiencias")] if view.audiencias else []
        places += [plural(view.planes, "plan", "planes")] if view.planes else []
        whole = plural(view.todos, "compromiso", "compromisos")
        where = f" de {lista_en_palabras(places)}" if places else ""
        told = whole if len(view.filas) == view.todos else f"{numero(len(view.filas))} de {whole}"
        return f"{told}{where}, al corte del {fecha_corta(self.bar.corte().isoformat())}"

    def _empty(self) -> str:
        if self.bar.is_filtered() or self._lamp:
            return "Ningún compromiso con esos filtros. «Todos» los muestra otra vez."
        return "A esa fecha todavía no se había prometido nada."
