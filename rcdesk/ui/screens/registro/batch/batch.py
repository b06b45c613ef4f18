"""The commands of a list of people: open a file, decide row by row, bring everything in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt

from rcdesk.domain.comparar_personas import Queda, Renglon
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lista_de_personas import Filtro, ListaDePersonas
from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.screens.registro.batch.bringing import Bringing
from rcdesk.ui.screens.registro.batch.sheet import Sheet
from rcdesk.ui.screens.registro.batch.view import BatchView

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_HINTS: Final = "1 la base   2 el archivo   N la siguiente por decidir   F1 teclas"


class Batch(QObject):
    """Its methods are the commands `batch.…` of Registro."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view = BatchView()
        self.view.setParent(screen)  # so that its list has its keys from the beginning
        self.view.hide()
        self.lista: ListaDePersonas | None = None
        self.hearing = ""
        self._filter: Filtro = "filas"
        self.sheet, self.bringing = Sheet(screen, self), Bringing(screen, self)
        open_ = named("traer_lista", Button("Traer lista…", "upload", kind="quiet", small=True))
        open_.clicked.connect(self.choose_file)
        screen.people.tools.addWidget(open_)
        view = self.view
        view.save.connect(self.bringing.bring)
        view.discard.connect(self.discard)
        view.counters.chosen.connect(self._choose)
        view.lines.row_selected.connect(self._show_line)
        view.pane.chosen.connect(self._decide_so)
        view.came_and_went.connect(self._show_hints)

    # What it knows

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        match method:
            case "choose_file":
                return not self.sheet.reading
            case "recover":
                return self.lista is not None and self.hearing == self._screen.audiencia_id and not self.in_sight()
            case _:
                return self.lista is not None and self.in_sight()

    def in_sight(self) -> bool:
        """Say whether the list is what stands in place of the door."""
        return self._screen.covered is self.view

    def is_free(self) -> bool:
        """Say whether nothing is open that would be lost from sight; when something is, the person is told."""
        if self._screen.covered is not None and not self.in_sight():
            self._screen.banner.tell("warn", "Salga primero, con Esc, de lo que está abierto.")
            return False
        if self.lista is None or not self.in_sight():
            return True
        self.view.tell("Traiga o descarte primero la lista que está abierta.")
        return False

    def refresh(self) -> None:
        """The base changed: what was compared with it is compared again."""
        if self.in_sight() and not self.bringing.busy:
            if self.lista is not None and not self.sheet.reading:
                self.sheet.compare()
            self._tell()
            self._show_hints(True)

    # Opening

    def choose_file(self) -> None:
        """Ask for a list of people and read it."""
        if not self.sheet.reading and self.is_free():
            self.sheet.choose()

    def recover(self) -> None:
        """Back to the list that was left, with what was decided of its rows."""
        if self.offers("recover"):
            self._screen.cover(self.view)
            self.sheet.compare()
            self._to_lines()

    def begin(self, title: str) -> None:
        """A file is being read: it takes the place of the door."""
        self.lista = None
        self.hearing, self._filter = self._screen.audiencia_id, "filas"
        view = self.view
        view.title.setText(title)
        view.source.setText("")
        view.tell("")
        view.mapping.forget()
        view.show_lines(())
        view.came.set_value("inscritas")
        view.mode.set_value("")
        view.counters.choose("filas")
        self._show_counts()
        self._screen.cover(view)

    def show(self, lista: ListaDePersonas, told: str) -> None:
        """Put rows in sight, as they are compared now. Nothing is kept yet."""
        before = self.lista
        if before is not None:
            lista.heredar(before)
        self.lista = lista
        self.view.source.setText(told)
        if self._filter == "filas" or before is None:
            self.view.show_lines(lista.filtrar(self._filter))
        self._show_all()
        if before is None:
            waits = [*lista.filtrar("decidir"), *lista.renglones[:1]]
            if waits:
                self.view.lines.select_key(waits[0].n)
            self._to_lines()

    # Deciding

    def skip(self) -> None:
        """Skip the row in hand, or take it back."""
        self._decide(lambda lista, line: lista.saltar(line.n))

    def keep_base(self) -> None:
        """Where they do not agree, what the base has stands."""
        self._decide_so("base")

    def keep_file(self) -> None:
        """Where they do not agree, what the file says stands."""
        self._decide_so("archivo")

    def same_for_rest(self) -> None:
        """Decide the others that wait as the one in hand."""
        line = self.view.lines.current()
        if self.lista is not None and line is not None and line.queda:
            self.lista.elegir_las_demas(line.queda)
            self._show_all()
        else:
            self.view.tell("Decida primero esta fila: 1 la base, 2 el archivo.", danger=False)

    def next_open(self) -> None:
        """Go to the next row that waits for the person."""
        if not self.view.lines.select_next(lambda one: one.destino == "decidir"):
            self.view.tell("Ninguna fila espera que se decida: Ctrl Enter las trae.", danger=False)

    def discard(self) -> None:
        """Back to the door; what was opened can be asked back."""
        if self.sheet.reading or self.bringing.busy:
            self.sheet.cancel()
            self.bringing.cancel()
        if self.lista is None:
            self.sheet.forget()
        self._leave()

    def close(self) -> None:
        """Nothing of the file is left."""
        self.lista = None
        self.sheet.forget()
        self.view.show_lines(())
        self._leave()

    # Inside

    def _leave(self) -> None:
        screen = self._screen
        if not self.in_sight():
            return
        screen.uncover()
        screen.roll.refresh()
        screen.door.take_keys()

    def _to_lines(self) -> None:
        self.view.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _decide_so(self, queda: str) -> None:
        everybody = self.view.pane.the_rest.value() and self.view.pane.the_rest.isVisibleTo(self.view.pane)

        def change(lista: ListaDePersonas, line: Renglon) -> None:
            lista.elegir(line.n, cast(Queda, queda))
            if everybody:
                lista.elegir_las_demas(cast(Queda, queda))

        self._decide(change)

    def _decide(self, change: Callable[[ListaDePersonas, Renglon], object]) -> None:
        line = self.view.lines.current()
        if self.lista is None or line is None:
            return
        self.view.tell("")
        try:
            change(self.lista, line)
        except RuleError as error:
            self.view.tell(str(error))
        self._show_all()

    def _choose(self, filtro: str) -> None:
        """Show what a counter counts; a row that is decided stays in sight until the person chooses again."""
        self._filter = cast(Filtro, filtro)
        if self.lista is not None:
            self.view.show_lines(self.lista.filtrar(self._filter))
            self.view.counters.choose(filtro)
            self._to_lines()

    def _show_all(self) -> None:
        """Show each row as it stands now, where it is."""
        if self.lista is None:
            return
        lista, shown = self.lista, self.view.lines.lines.rows
        if self._filter == "filas":
            self.view.show_lines(lista.filtrar("filas"))
        else:
            self.view.show_lines([lista.ver(one.n) for one in shown if lista.tiene(one.n)])
        self._show_counts()
        self._show_line(self.view.lines.current())
        self._tell()

    def _show_counts(self) -> None:
        lista = self.lista or ListaDePersonas(())
        self.view.show_counts(lista.contar(), len(lista.malas()))

    def _show_line(self, line: Renglon | None) -> None:
        waits = [one.n for one in self.lista.filtrar("decidir")] if self.lista is not None else []
        place = f"{waits.index(line.n) + 1} de {len(waits)}" if line is not None and line.n in waits else ""
        others = len(waits) - bool(place)
        self.view.pane.show_line(line, place, others if line is not None and line.diferencias else 0)

    def _tell(self) -> None:
        """The line of status: what waits, what cannot come in and what is not kept yet."""
        if self.in_sight() and self.lista is not None:
            counts = self.lista.contar()
            told = (
                (counts["decidir"], "por decidir", "warn"),
                (counts["no_entran"], "no entran", "danger"),
                (counts["nuevas"] + counts["cambian"], "sin guardar todavía", "ink"),
            )
            self._screen.ambient.emit([(numero(many), words, tone) for many, words, tone in told])

    def _show_hints(self, here: bool) -> None:
        self._screen.hints.emit(_HINTS if here else "")
