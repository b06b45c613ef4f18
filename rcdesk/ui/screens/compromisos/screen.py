"""Compromisos: what the entity promised in any hearing or plan, as it stands on a day, and what is said of it since."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from rcdesk.domain.registro.compromisos import Alcance
from rcdesk.i18n import fecha_corta, numero, plural, porcentaje
from rcdesk.ui.evidence import keep
from rcdesk.ui.excel.bringing import Excel, excel_button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.copying import sheet_of
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.compromisos.changing import Changing
from rcdesk.ui.screens.compromisos.excel import subject
from rcdesk.ui.screens.compromisos.forms import fields_of
from rcdesk.ui.screens.compromisos.listing import Listing
from rcdesk.ui.screens.compromisos.page import Page
from rcdesk.ui.screens.compromisos.printing import Printing
from rcdesk.ui.screens.compromisos.texts import COUNTERS, number_of
from rcdesk.work.avances_de_compromiso import (
    clasificar_compromiso,
    registrar_avance_de_compromiso,
    retirar_avance_de_compromiso,
)
from rcdesk.work.compromisos import anular_compromiso, restaurar_compromiso
from rcdesk.work.compromisos_al_corte import Cifras, CompromisosView, listar_anulados, listar_compromisos_al
from rcdesk.work.estados_al_corte import CompromisoAlRow
from rcdesk.work.ver_compromiso import CompromisoVista, ver_compromiso

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_NOTHING, _LIST, _PAGE = range(3)
_EMPTY: Final = (
    "Un compromiso nace casi siempre de una pregunta: en En vivo, F9 lo anota con su responsable y su fecha, "
    "y desde aquí se le sigue el avance."
)
_LIST_HINTS: Final = "Enter abrir   Espacio registrar avance   F1 teclas"
_PAGE_HINTS: Final = "Alt+← → anterior y siguiente   Esc volver a la lista   F1 teclas"


class CompromisosScreen(Screen):
    """The list, and over it the commitment that is open. Both are of the day that the bar says."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"compromisos", "seguimientos", "audiencias", "planes", "preguntas", "dependencias", "actas", "dias_no_habiles"}
    )
    changing: Changing
    printing: Printing
    excel: Excel

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._open = ""
        self._recalled = False
        self.list = Listing()
        self.page = Page(self)
        self.printing = Printing(self)
        self.changing = Changing(self, lambda: self._held(), self._show_new)
        self.excel = Excel(self, subject(self))
        self._pages = QStackedWidget()
        self._view: CompromisosView | None = None
        self._build()

    def _build(self) -> None:
        self._nothing = EmptyState(
            "handshake", "Todavía no se ha prometido nada", _EMPTY, "Nuevo compromiso", shaped=True, primary=True
        )
        self._nothing.started.connect(self.new)
        empty = Card()
        empty.setLayout(column((self._nothing, 1)))
        self._pages.addWidget(boxed(column((empty, 1), margins=(8, 0, 8, 8))))
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.page)
        self.fill(column((self._pages, 1)))
        excel = excel_button()
        excel.clicked.connect(self.excel.offer)
        self.list.bar.more.addWidget(excel)
        self.list.changed.connect(self.refresh)
        self.list.opened.connect(self.open)
        self.list.gone.row_activated.connect(lambda _row: self.restore())
        self.list.bar.wanted.connect(self._do)
        self.list.bar.refused.connect(lambda text: self.banner.tell("warn", text))
        self.page.wanted.connect(self._do)
        self.page.origin.gone.connect(self.wants)
        self.page.facts.classified.connect(self._classify)
        self.page.history.form.wanted.connect(self._register)
        self.page.history.withdrawn.connect(self._withdraw)
        self.page.history.to_today.clicked.connect(self.list.bar.to_today)

    # Reading

    def refresh(self) -> None:
        """Read the list as it stood on the day of the bar, and the commitment that is open."""
        bar = self.list.bar
        if not self._recalled:
            self._recalled = True
            bar.recall()
        bar.show_cut()
        self._view = self.desk.ask(
            listar_compromisos_al, corte=bar.corte(), filtro=self.list.lamp, **bar.asked().filtros
        )
        if bar.asked().anulados:
            self.list.gone.shown.show(self.desk.ask(listar_anulados))
        self.list.show_view(self._view)
        self._show()

    def _show(self) -> None:
        """Show the open commitment, or else the list that was read."""
        if self._view is None:
            return
        if self._open and not self._show_open():
            self._open = ""
        nothing = not self._view.todos and not self.list.bar.is_past() and not self._open
        self._pages.setCurrentIndex(_NOTHING if nothing else _PAGE if self._open else _LIST)
        self.setFocusProxy(self._nothing.button if nothing else self.page if self._open else self.list)
        self.ambient.emit(self.page.told() if self._open else _counts(self._view.cifras))
        self.hints.emit(_PAGE_HINTS if self._open else _LIST_HINTS)

    def _show_open(self) -> bool:
        cut = self.list.bar.corte()
        found = self.desk.ask(ver_compromiso, id=self._open, corte=cut, carpeta=self.desk.folder)
        if found is None:
            if self.list.bar.is_past():
                day = fecha_corta(cut.isoformat())
                self.banner.tell("warn", f"El {day} ese compromiso todavía no se había hecho.")
            return False
        self.page.show_view(found, cut, self._place())
        return True

    def _place(self) -> str:
        """Where the open commitment stands in what is listed: «1 de 2 vencidos»."""
        keys = [row.id for row in self.list.rows]
        if self._open not in keys:
            return ""
        word = next(word.lower() for value, word, _ in COUNTERS if value == self.list.lamp)
        return f"{numero(keys.index(self._open) + 1)} de {numero(len(keys))}{f' {word}' if self.list.lamp else ''}"

    def seek(self, key: str) -> None:
        """Open the commitment with this key, whatever the filters were; «vencido» or another lamp lists those.

        «dependencia» tells how each office stands.
        """
        if key in {value for value, *_ in COUNTERS if value}:
            self._open = ""
            self.list.show_only(key)
            self.list.setFocus()
        elif key == "dependencia":
            self._open = ""
            self.list.clear()
            self.list.bar.look(key)
            self.list.setFocus()
        elif key:
            if not self.list.select(key):
                self.list.clear()
                self.refresh()
                self.list.select(key)
            self.open(key)

    def offers(self, method: str) -> bool:
        """What is done to a commitment needs one in hand; nothing is done in the past."""
        past = self.list.bar.is_past()
        if method.startswith("printing.") and method != "printing.save_sheet":
            return True
        match method:
            case "new" | "look_for":
                return True
            case "printing.save_sheet":
                return self._in_hand() is not None
            case "export":
                return not self._open
            case "excel.take" | "excel.choose_file" | "excel.paste":
                return self.excel.offers(method.removeprefix("excel."))
            case "to_today":
                return past
            case "restore":
                return self.list.table_in_sight() is self.list.gone and self.list.gone.current() is not None
            case "back" | "previous" | "next":
                return bool(self._open)
            case _:
                return not past and self._in_hand() is not None

    # What commands and buttons ask for

    def new(self) -> None:
        """Ask for a new commitment."""
        self.changing.new()

    def open(self, key: str) -> None:
        """Show one whole."""
        self._open = key
        if self._view is None:
            self.refresh()
        else:
            self._show()
        if self._open:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def advance(self) -> None:
        """Open the chosen one where an advance is registered."""
        row = self.list.current()
        if row is not None:
            self.open(row.id)

    def back(self) -> None:
        """Go back to the list, where it was left."""
        if self._open:
            key, self._open = self._open, ""
            self._show()
            self.list.select(key)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def previous(self) -> None:
        """Open the one before in the list."""
        self._step(-1)

    def next(self) -> None:
        """Open the one after in the list."""
        self._step(1)

    def look_for(self) -> None:
        """Go to the words that are looked for."""
        self.back()
        self.list.look_for()

    def to_today(self) -> None:
        """Look at today again."""
        self.list.bar.to_today()

    def export(self) -> None:
        """Save what the list shows as a sheet."""
        table = self.list.table_in_sight()
        title = f"Compromisos al {fecha_corta(self.list.bar.corte().isoformat()).replace('/', ' ')}"
        self.gives.emit(sheet_of(title, table.shown.columns, table.shown.rows))

    def annul(self) -> None:
        """Withdraw a commitment that should not have been, with its reason."""
        row = self._in_hand()
        if row is None:
            return
        prompt = "¿Por qué se anula? Si no se va a hacer, es mejor cerrarlo."
        reason = ask_reason(self, f"Anular {number_of(row)}", prompt)
        if reason is not None:
            with self.attempt():
                self.desk.do(anular_compromiso, id=row.id, motivo=reason)

    def restore(self) -> None:
        """Take back that the chosen one was withdrawn."""
        row = self.list.gone.current()
        if row is not None:
            with self.attempt():
                self.desk.do(restaurar_compromiso, id=row.id)

    # Doing

    def _do(self, method: str) -> None:
        target: object = self
        for name in method.split("."):
            target = getattr(target, name)
        assert callable(target)
        target()

    def _in_hand(self) -> CompromisoAlRow | None:
        return self.page.view.al if self._open and self.page.view is not None else self.list.current()

    def _held(self) -> CompromisoVista | None:
        """The commitment in hand, whole: the open one, or the one chosen in the list."""
        if self._open:
            return self.page.view
        row = self.list.current()
        if row is None:
            return None
        return self.desk.ask(ver_compromiso, id=row.id, corte=self.list.bar.corte(), carpeta=self.desk.folder)

    def _step(self, by: int) -> None:
        keys = [row.id for row in self.list.rows]
        if self._open not in keys:
            return
        place = keys.index(self._open) + by
        if 0 <= place < len(keys):
            self.list.select(keys[place])
            self.open(keys[place])

    def _show_new(self, key: str) -> None:
        self.list.clear()
        self._open = ""
        self.refresh()
        self.list.select(key)
        self.said.emit(f"Se creó el compromiso. {plural(self._total(), 'compromiso', 'compromisos')} en total.")

    def _total(self) -> int:
        return self._view.todos if self._view is not None else 0

    def _register(self) -> None:
        view, form = self.page.view, self.page.history.form
        if view is None:
            return
        with self.attempt() as attempt, fields_of("avance"):
            values = form.values()
            proofs, files = keep(self.desk, form.proofs.pending())
            self.desk.do(
                registrar_avance_de_compromiso, id=view.al.id, valores=values | {"evidencias": proofs}, adjuntos=files
            )
        if attempt.ok and self.page.view is not None:
            met = self.page.view.al.estado == "cumplido" and view.al.estado != "cumplido"
            form.done(self.page.view)
            self.said.emit(f"Avance registrado.{' El compromiso queda cumplido.' if met else ''}")

    def _withdraw(self, key: str) -> None:
        prompt = "¿Por qué se retira? Queda a la vista, sin contar."
        reason = ask_reason(self, "Retirar lo que se dijo", prompt, verb="Retirar")
        if reason is not None:
            with self.attempt():
                self.desk.do(retirar_avance_de_compromiso, id=key, motivo=reason)

    def _classify(self, reach: Alcance) -> None:
        view = self.page.view
        if view is None:
            return
        with self.attempt() as attempt:
            self.desk.do(clasificar_compromiso, id=view.al.id, alcance=reach)
        if not attempt.ok:
            self.page.facts.show_reach(view)


def _counts(cifras: Cifras) -> list[tuple[str, str, str]]:
    """The line of status of the list."""
    if not cifras.total:
        return [("0", "compromisos", "ink")]
    others = cifras.total - cifras.a_cargo
    counts = [(numero(cifras.a_cargo), "a cargo", "ink"), (numero(others), "de otra entidad", "ink")]
    if (met := cifras.porcentaje_cumplidos) is not None:
        counts.append((porcentaje(Decimal(met)), "cumplidos de los a cargo", "ink"))
    return counts
