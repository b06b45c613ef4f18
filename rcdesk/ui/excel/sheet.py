"""The file that is brought: chosen, dropped or pasted, read on another thread, and compared as its columns say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.columnas import Tabla
from rcdesk.domain.cuadro.copiado import tabla_copiada
from rcdesk.domain.cuadro.cotejo import Renglon
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.domain.cuadro.filas import Lectura
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import numero
from rcdesk.ui.headings import told_of_file
from rcdesk.ui.kit import moment
from rcdesk.ui.opened_file import Kind, OpenedFile
from rcdesk.uncollected import uncollected

if TYPE_CHECKING:
    from rcdesk.ui.excel.bringing import Excel

_FILTER: Final = "Hojas de cálculo (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;Todos los archivos (*)"
_AT_ONCE: Final = 300  # rows that are compared without another thread


class Sheet(OpenedFile):
    """Compared with what there is each time that a column becomes another."""

    def __init__(self, excel: Excel, place: str) -> None:
        super().__init__(excel, excel.screen, excel.view, Kind("Traer de Excel", _FILTER, place))
        self._excel = excel
        self._how = Lectura(0, ())
        self._cuadro: Cuadro | None = None
        excel.view.hidden_wanted.connect(self.rebuild)

    @property
    def from_file(self) -> bool:
        """Whether it was read from a file, and not pasted."""
        return self._path is not None

    def read(self, path: Path, hoja: str = "") -> None:
        """Read a file away from the screen's thread; nothing of it is kept."""
        if self.reading or not self._excel.begin(path.name):
            return
        self._path = path

        def job(progress: Progress) -> tuple[Tabla, Cuadro]:
            from rcdesk.store.sheets import read_table  # with what it needs to read them

            with uncollected(keeping=True):
                table = read_table(path, hoja=hoja, progress=progress, forma=True)
                return table, self._excel.ask_cuadro()

        self._run(job, lambda found: self._show(*found), f"Leyendo «{path.name}»")

    def paste(self) -> None:
        """Read what was copied in a spreadsheet."""
        if self.reading:
            return
        try:
            table = tabla_copiada(QGuiApplication.clipboard().text(), moment.now())
        except RuleError as error:
            self._where.banner.tell("warn", str(error))
            return
        if self._excel.begin("Lo copiado en Excel"):
            self._path = None
            asked = self._excel.ask_cuadro
            self._run(lambda _progress: asked(), lambda cuadro: self._show(table, cuadro), "Mirando lo que hay")

    def forget(self) -> None:
        """The file is no longer open."""
        self.cancel()
        self._task, self._mark, self._cuadro = None, object(), None
        super().forget()

    def rebuild(self) -> None:
        """Compare the rows with what the columns now say."""
        if self.table is None or self._cuadro is None:
            return
        table, cuadro, view = self.table, self._cuadro, self._excel.view
        own = self._how.propia
        how = self._how if own else replace(self._how, campos=view.mapping.fields(), ocultas=view.hidden.value())
        if not own and not view.mapping.headings.value():
            how = replace(how, titulos=0)
        self.cancel()
        self._mark = object()

        def job() -> tuple[Renglon, ...]:
            with uncollected(keeping=True):
                return cuadro.cotejar(table, how)

        if len(table.filas) <= _AT_ONCE:
            self._task = None
            self._told(table, job())
        else:
            self._run(lambda _progress: job(), lambda lines: self._told(table, lines), "Comparando con lo que hay")

    def _show(self, table: Tabla, cuadro: Cuadro) -> None:
        """Guess what its columns are, say it, and compare."""
        self.table, self._cuadro = table, cuadro
        self._how = how = cuadro.como_se_lee(table)
        mapping, view = self._excel.view.mapping, self._excel.view
        shown = _from_headings(table, how)
        if how.propia and len(table.hojas) < 2:
            mapping.forget()
        elif how.propia:
            mapping.show_table(shown, (), titles=True)
        else:
            columns = cuadro.columnas_de(how)
            mapping.set_fields([("", "No se trae"), *((one.campo, one.titulo) for one in columns)])
            fields = self._headings.recall(shown, len(how.campos)) or how.campos
            mapping.show_table(shown, fields, titles=how.titulos > 0)
            mapping.headings.setVisible(how.titulos > 0)
        hidden = "" if how.propia else table.dibujo.ocultas()
        view.hidden.set_words(f"Traer también lo oculto: {hidden}")
        view.hidden.set_value(False)
        view.hidden.setVisible(bool(hidden))
        self.rebuild()
        view.take_keys()

    def _told(self, table: Tabla, lines: tuple[Renglon, ...]) -> None:
        view, how = self._excel.view, self._how
        parts = [told_of_file(table)]
        if how.propia:
            parts.append("salió de aquí: se mira qué cambió")
        view.source.setText("  ·  ".join(parts))
        said = [*table.avisos]
        if how.propia and self._cuadro is not None:
            said += _absent(self._cuadro, lines)
        if not how.propia and not {"nombre", "que_hacer", "codigo"} & set(view.mapping.fields()):
            promise = self._cuadro is not None and self._cuadro.principal == "que_hacer"
            what = "el compromiso" if promise else "la actividad"
            said.append(f"Diga qué columna es {what}: arriba de cada una está lo que se cree que es.")
        view.tell("  ".join(said), danger=bool(table.avisos))
        self._excel.show(lines)

    def _failed(self, error: BaseException) -> None:
        self._excel.close()
        if isinstance(error, RuleError | StoreError):
            self._where.banner.tell("danger", "No se trajo nada", str(error))
        elif not isinstance(error, Cancelled):
            raise error


def _absent(cuadro: Cuadro, lines: tuple[Renglon, ...]) -> list[str]:
    """Say how many rows the sheet does not have: they stay."""
    missing = len({one.id for one in cuadro.conocidas} - {one.id for one in lines})
    if not missing:
        return []
    if missing == 1:
        return ["Una fila de aquí no está en la hoja: se queda como está."]
    return [f"{numero(missing)} filas de aquí no están en la hoja: se quedan como están."]


def _from_headings(table: Tabla, how: Lectura) -> Tabla:
    """The table with its headings first, as its columns are shown."""
    rows = tuple(row for row in table.filas if row.numero >= how.titulos)
    return replace(table, filas=rows)
