"""Files of people: chosen or dropped, read on another thread, and compared with the hearing as its columns say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_de_personas import adivinar, desde_los_titulos, son_titulos
from rcdesk.domain.comparar_personas import Comparacion, PorDefecto
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.lista_de_personas import ListaDePersonas
from rcdesk.domain.personas_leidas import CAMPO_DE_ENFOQUE
from rcdesk.domain.telling import silent
from rcdesk.ui.headings import told_of_file
from rcdesk.ui.kit import moment
from rcdesk.ui.opened_file import Kind, OpenedFile
from rcdesk.uncollected import uncollected
from rcdesk.work.caracterizacion import ver_preguntas
from rcdesk.work.organizaciones import catalogo
from rcdesk.work.traer_personas import conocidas, hora_de_inicio

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.batch.batch import Batch
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_KIND: Final = Kind(
    "Traer una lista de personas",
    "Listas de personas (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.json);;Todos los archivos (*)",
    "registro/columnas",
)
_AT_ONCE: Final = 300  # rows that are compared without another thread


class Sheet(OpenedFile):
    """Compared with the hearing as its columns say, each time that either changes."""

    def __init__(self, screen: RegistroScreen, batch: Batch) -> None:
        super().__init__(batch, screen, batch.view, _KIND)
        self._screen, self._batch = screen, batch
        batch.view.said.connect(self.rebuild)

    def read(self, path: Path, hoja: str = "") -> None:
        """Read a file away from the screen's thread; nothing of it is kept."""
        again = path == self._path and self._batch.in_sight()  # another sheet of it
        if self.reading or not (again or self._batch.is_free()):
            return
        self._batch.begin(path.name)
        self._path = path

        def job(progress: Progress) -> Tabla:
            from rcdesk.store.sheets import read_table  # with what it needs to read them

            with uncollected(keeping=True):
                return read_table(path, hoja=hoja, progress=progress)

        self._run(job, self._show, f"Leyendo «{path.name}»")

    def forget(self) -> None:
        """The file is no longer open."""
        self.cancel()
        self._task = None
        super().forget()

    def rebuild(self) -> None:
        """Compare the rows with what the columns now say."""
        self.compare()

    def compare(self, told: str = "", *, danger: bool = False) -> None:
        """Compare the rows with who is on the list now; what was decided stays where the same is proposed.

        `told` is said once it is done.
        """
        table, view, hearing, desk = self.table, self._batch.view, self._batch.hearing, self._screen.desk
        if table is None:
            return
        self.cancel()
        self._mark = object()
        titles, fields, now = view.mapping.headings.value(), view.mapping.fields(), moment.now()
        came = view.came.value() == "llegaron"
        start = (desk.ask(hora_de_inicio, audiencia_id=hearing) or f"{now:%H:%M}") if came else ""
        rest = PorDefecto(view.mode.value(), start)

        def job(progress: Progress) -> ListaDePersonas:
            with uncollected(keeping=True):
                known, asked = desk.ask(conocidas, audiencia_id=hearing), desk.ask(ver_preguntas)
                answers = {one.campo: one.opciones for one in asked.campos}
                beside = Comparacion(known, rest, now, answers, desk.ask(catalogo))
                made = beside.comparar(table, fields, titulos=titles, progreso=progress)
                return ListaDePersonas(made)

        def show(found: ListaDePersonas) -> None:
            if table is self.table:
                self._batch.show(found, told_of_file(table))
                self._tell(table, start, told, danger)

        if len(table.filas) <= _AT_ONCE:
            self._task = None
            try:
                show(job(silent))
            except (RuleError, StoreError) as error:
                view.tell(str(error))
        else:
            self._run(job, show, "Comparando con la base")

    def _show(self, found: Tabla) -> None:
        whole = desde_los_titulos(found)
        self.table = whole
        asked = {one.campo for one in self._screen.desk.ask(ver_preguntas).pedidos}
        unasked = {field for field, campo in CAMPO_DE_ENFOQUE.items() if campo not in asked}
        guess = tuple("" if field in unasked else field for field in adivinar(whole))
        fields = self._headings.recall(whole, len(guess)) or guess
        self._batch.view.mapping.show_table(whole, fields, titles=bool(whole.filas) and son_titulos(whole.filas[0]))
        self.compare()

    def _tell(self, table: Tabla, start: str, told: str, danger: bool) -> None:
        said = [told, *self.notes(table)] if told else self.notes(table)
        if start:
            said.append(f"Quien no trae hora de ingreso queda con las {start}.")
        self._batch.view.tell("  ".join(said), danger=danger or bool(table.avisos))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError | Cancelled):
            self._batch.close()
            raise error
        if self._batch.lista is None:
            self._batch.close()
        if not isinstance(error, Cancelled):
            self._screen.banner.tell("danger", "No se trajo nada", str(error))
