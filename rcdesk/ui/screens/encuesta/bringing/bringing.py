"""The commands of a form's file: open it, say what its columns are, decide its odd values, bring the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject

from rcdesk.app.progress import Cancelled
from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_y_preguntas import FECHA, FUERA, NUEVA, adivinar, pregunta_algo
from rcdesk.domain.encuesta_leida import Encargo
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.registro import PreguntaEncuesta, TipoPreguntaEncuesta
from rcdesk.domain.valores_de_formulario import OTRO
from rcdesk.i18n import numero, plural
from rcdesk.ui.headings import told_of_file
from rcdesk.ui.screens.encuesta.bringing.file import Compared, FormFile
from rcdesk.ui.screens.encuesta.bringing.looks import ANONYMOUS, ColumnRow, counts, filtered, said_of
from rcdesk.ui.screens.encuesta.bringing.view import NEW_SURVEY, BringingView
from rcdesk.ui.tasks import Task, tasks_of
from rcdesk.work.encuestas import preguntas_de
from rcdesk.work.resultados import listar_encuestas
from rcdesk.work.traer_encuesta import con_nombre

if TYPE_CHECKING:
    from rcdesk.ui.screens.encuesta.screen import EncuestaScreen

_HINTS: Final = "Espacio traer o no   Enter decidir   N la siguiente por decidir   F1 teclas"
_AT_ONCE: Final = 200  # answers that are written without the screen being seen to stop


class Bringing(QObject):
    """Its methods are the commands `bringing.…` of Encuesta."""

    def __init__(self, screen: EncuestaScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view = BringingView()
        self.file = FormFile(screen, self)
        self.orders: list[Encargo] = []
        self.compared: Compared | None = None
        self._rows: list[ColumnRow] = []
        self._filter, self._hearing = "columnas", ""
        self._task: Task | None = None
        view = self.view
        view.save.connect(self.bring)
        view.discard.connect(self.close)
        view.aimed.connect(self._aim)
        view.counters.chosen.connect(self._choose)
        view.columns_table.row_selected.connect(self._show_column)
        view.pane.sent.connect(self._send)
        view.pane.typed.connect(self._type)
        view.pane.decided.connect(self._decide)
        view.pane.the_rest.connect(self.same_for_rest)
        view.pane.the_next.connect(self.next_open)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._task is not None

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        return not self.file.reading if method == "choose_file" else self.in_sight()

    def in_sight(self) -> bool:
        """Say whether the file is what stands in place of the survey."""
        return self._screen.covered is self.view

    # Opening

    def choose_file(self) -> None:
        """Ask for the file of a form and read it."""
        if not self.file.reading and not self.busy:
            self.file.choose()

    def begin(self, title: str) -> None:
        """A file is being read: it takes the place of the survey."""
        self.compared, self._rows, self._filter = None, [], "columnas"
        self._hearing = self._screen.audiencia_id
        view = self.view
        view.title.setText(title)
        view.source.setText("")
        view.tell("")
        view.mapping.forget()
        view.show_lines(())
        view.show_many(0)
        view.target.hide()
        self._screen.cover(view, view.columns_table)

    def opened(self, table: Tabla) -> None:
        """The file was read: it is for the survey in hand, unless hardly a column of it answers a question of that."""
        view = self.view
        view.source.setText(told_of_file(table))
        surveys = self._screen.desk.ask(listar_encuestas, audiencia_id=self._hearing)
        view.target.set_options([*surveys, (NEW_SURVEY, "una encuesta nueva, con estas preguntas")])
        view.target.setVisible(bool(surveys))
        here = self._screen.survey
        guess = self.file.guess(self._questions(here))
        asking = sum(pregunta_algo(one) for one in self.file.columns)
        matched = sum(one.destino not in (FUERA, FECHA, NUEVA) for one in guess)
        view.target.set_value(here if here and matched * 3 >= asking else NEW_SURVEY)
        self._aim()
        waits = [*filtered(self._rows, "decidir"), *self._rows[:1]]
        if waits:
            view.columns_table.select_key(waits[0].id)
        view.take_keys()

    def compare(self, told: str = "") -> None:
        """Compare the file again with the survey; `told` is said first once it is done."""
        self.file.compare(self.orders, self.view.target.value(), lambda found: self._show(found, told))

    # Deciding

    def toggle(self) -> None:
        """Leave out the column in hand, or bring it again where it was guessed to go."""
        found = self.view.columns_table.current()
        if found is not None:
            guessed = adivinar(self.file.columns, self._questions(self.view.target.value()))[found.id]
            self._send(FUERA if found.se_trae else guessed or NUEVA)

    def next_open(self) -> None:
        """Go to the next column with values that wait for the person."""
        if self.view.columns_table.select_next(lambda one: one.por_decidir > 0):
            self.view.open_row()
        else:
            self.view.tell("Ningún valor espera que se decida: Ctrl Enter trae las respuestas.", danger=False)

    def same_for_rest(self) -> None:
        """The values of the column in hand that wait stay as they are written, as another answer."""
        found = self.view.columns_table.current()
        if found is not None and found.leida is not None:
            waiting = {one.texto: OTRO for one in found.leida.valores if one.como == "abierto"}
            if waiting:
                self._order(lambda one: replace(one, decididos={**(one.decididos or {}), **waiting}))

    def close(self) -> None:
        """Back to the survey; nothing of the file is left."""
        if self._task is not None:
            self._task.cancel()
            return
        self.compared, self._rows, self.orders = None, [], []
        self.file.forget()
        self.view.hide_progress()
        self._screen.uncover(self.view)

    def refresh(self) -> None:
        """The base changed: the file is compared with it again."""
        if self.in_sight():
            self._tell()
            if self.compared is not None and not self.busy and not self.file.reading:
                self.compare()

    # Writing

    def bring(self) -> None:
        """Write the answers that are new, in one step."""
        found, view = self.compared, self.view
        if found is None or self.busy or self.file.reading:
            return
        waiting = found.leida.por_decidir
        if waiting:
            view.tell(f"Decida primero {plural(waiting, 'valor', 'valores')}: N va al siguiente.")
            return
        many, there = len(found.leida.nuevas), found.leida.ya_estaban  # once written, all of them are there
        arguments = {
            "encuesta_id": view.target.value(),
            "audiencia_id": self._hearing,
            "titulo": _title(view.title.text()),
            "preguntas": found.leida.preguntas,
            "respuestas": found.leida.nuevas,
            "vistas": found.vistas,
        }
        try:
            if many <= _AT_ONCE:
                self._ended(self._screen.desk.do(con_nombre(many), **arguments), many, there)
                return
            self._task = tasks_of(self._screen).do_long(
                self,
                self._screen.desk,
                con_nombre(many),
                done=lambda key: self._ended(key, many, there),
                failed=self._failed,
                advanced=view.progress.advance,
                **arguments,
            )
        except (RuleError, StoreError) as error:
            view.tell(str(error))
            return
        view.show_progress(self._task.cancel, many, "Guardando las respuestas")

    def _ended(self, key: str, many: int, there: int) -> None:
        self._task = None
        name = self.view.title.text()
        self.close()
        self._screen.show_brought(key)
        brought = f"Se {'trajo' if many == 1 else 'trajeron'} {plural(many, 'respuesta', 'respuestas')} de «{name}»"
        before = f" Ya {'estaba una' if there == 1 else f'estaban {numero(there)}'}." if there else ""
        self._screen.banner.tell("ok", brought, f"Ctrl Z las quita todas.{before}")

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.view.hide_progress()
        if self._screen.audiencia_id != self._hearing:  # the person went to another hearing meanwhile
            self.close()
        if isinstance(error, RuleError | StoreError):
            self.view.tell(str(error))
        elif isinstance(error, Cancelled):
            self.compare("Se detuvo y no quedó ninguna respuesta. Ctrl Enter las trae.")
        else:
            raise error

    # Inside

    def _questions(self, survey: str) -> Sequence[PreguntaEncuesta]:
        return self._screen.desk.ask(preguntas_de, survey) if survey else ()

    def _aim(self) -> None:
        """The answers are for another survey: each column goes where it is guessed to go in that one."""
        self.orders = self.file.guess(self._questions(self.view.target.value()))
        self.compare()

    def _send(self, where: str) -> None:
        """Send the column in hand elsewhere; the one that was there stays out."""
        found = self.view.columns_table.current()
        if found is None:
            return
        if found.columna.de_quien:
            self.view.tell(ANONYMOUS)
            return
        if where not in (FUERA, NUEVA):
            self.orders = [replace(one, destino=FUERA) if one.destino == where else one for one in self.orders]
        self._order(lambda one: replace(one, destino=where, decididos=None))

    def _type(self, kind: str) -> None:
        """The question that the column in hand makes is answered in another way."""
        self._order(lambda one: replace(one, tipo=cast(TipoPreguntaEncuesta, kind), decididos=None))

    def _decide(self, text: str, becomes: str) -> None:
        """A value of the column in hand becomes something, or waits again."""

        def decided(order: Encargo) -> Encargo:
            others = {one: what for one, what in (order.decididos or {}).items() if one != text}
            return replace(order, decididos={**others, text: becomes} if becomes else others)

        self._order(decided)

    def _order(self, change: Callable[[Encargo], Encargo]) -> None:
        """Change what is done with the column in hand, as it was last said: the file may still be being compared."""
        found = self.view.columns_table.current()
        if found is not None:
            self.orders[found.id] = change(self.orders[found.id])
            self.view.tell("")
            told = ""
            try:
                self.file.remember(self.orders)
            except StoreError as error:  # only for the next file of the form: this one goes on
                told = str(error)
            self.compare(told)

    def _show(self, found: Compared, told: str) -> None:
        """Show each column as it stands now, and what would come in."""
        self.compared = found
        codes = [one.codigo for one in found.leida.preguntas]
        self._rows = []
        for place, (column, order) in enumerate(zip(self.file.columns, self.orders, strict=True)):
            read = found.leida.columnas.get(place)
            number = codes.index(read.pregunta.codigo) + 1 if read is not None else 0
            dates = found.leida.fechas if order.destino == FECHA else None
            self._rows.append(ColumnRow(place, column, order, read, number, dates.orden if dates else ""))
        view = self.view
        view.show_lines(filtered(self._rows, self._filter))
        view.counters.show_counts(counts(self._rows))
        view.show_many(len(found.leida.nuevas))
        if self.file.table is not None:
            said = said_of(self.file.table, self.file.columns, self._rows, found.leida)
            view.tell("  ".join(filter(None, (told, said))), danger=bool(self.file.table.avisos))
        self._show_column(view.columns_table.current())
        self._tell()

    def _choose(self, which: str) -> None:
        self._filter = which
        self.view.show_lines(filtered(self._rows, which))
        self.view.take_keys()

    def _show_column(self, found: ColumnRow | None) -> None:
        here = next((one for one in self._rows if found is not None and one.id == found.id), None)
        self.view.pane.show_column(here, self.compared.preguntas if self.compared is not None else ())

    def _tell(self) -> None:
        """The line of status: rows, what would come in, what was there, what is blank, what waits."""
        if self.compared is not None:
            read = self.compared.leida
            told = (
                (read.filas, "filas", "ink"),
                (len(read.nuevas), "respuestas nuevas", "ok"),
                (read.ya_estaban, "ya estaban", "ink"),
                (len(read.en_blanco), "en blanco", "ink"),
                (read.por_decidir, "por decidir", "warn" if read.por_decidir else "ink"),
            )
            self._screen.ambient.emit([(numero(many), words, tone) for many, words, tone in told])
        self._screen.hints.emit(_HINTS)


def _title(name: str) -> str:
    """Return the name of a file as the title of its survey; one that a machine made says nothing."""
    words = Path(name).stem.replace("_", " ")[:120]
    return "Encuesta" if sum(map(str.isdigit, words)) > 4 else words
