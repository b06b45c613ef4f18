"""Files of questions: chosen, dropped on the screen, read on another thread, and shown with what each column is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.chat import Chat, leer_chat
from rcdesk.domain.columnas import Tabla, adivinar, renglones, son_titulos
from rcdesk.domain.errors import StoreError
from rcdesk.domain.renglones import proponer
from rcdesk.domain.tanda import Tanda
from rcdesk.domain.telling import silent
from rcdesk.ui.headings import told_of_file
from rcdesk.ui.kit import moment
from rcdesk.ui.opened_file import Kind, OpenedFile
from rcdesk.ui.screens.en_vivo.triage.opening import from_chat, told_of

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen
    from rcdesk.ui.screens.en_vivo.triage.batch import Batch

_KIND: Final = Kind(
    "Importar preguntas de un archivo",
    "Tablas, listas y chats (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;Todos los archivos (*)",
    "en_vivo/columnas",
)
_AT_ONCE: Final = 300  # rows that are looked at without another thread


@dataclass(frozen=True, slots=True)
class _ChatFile:
    """A text file that is a chat: its lines, what is said of it, and what is wrong with it."""

    tanda: Tanda
    told: str
    notes: tuple[str, ...]


class Sheet(OpenedFile):
    """Read as a chat when it is one; else each row is a question, as its columns say."""

    def __init__(self, screen: EnVivoScreen, batch: Batch) -> None:
        super().__init__(batch, screen, batch.view, _KIND)
        self._screen, self._batch = screen, batch

    def read(self, path: Path, hoja: str = "") -> None:
        """Read a file away from the screen's thread; nothing of it is kept."""
        again = self._path is not None and path == self._path  # another sheet of it
        if self.reading or not (again or self._batch.is_free()):
            return
        now = moment.now()
        self._batch.view.title.setText(path.name)
        self._batch.view.source.setText("")
        self._screen.show_batch(True)
        self._path = path

        existing = self._batch.standing()

        def job(progress: Progress) -> Tabla | _ChatFile:
            from rcdesk.store.sheets import read_table  # with the libraries that read them

            table = read_table(path, hoja=hoja, progress=progress)
            chat = _as_chat(table, now) if path.suffix.lower() == ".txt" else None
            return table if chat is None else _ChatFile(from_chat(chat, existing), told_of(chat, now), table.avisos)

        self._run(job, self._show, f"Leyendo «{path.name}»")

    def _show(self, found: Tabla | _ChatFile) -> None:
        view = self._batch.view
        if isinstance(found, _ChatFile):
            self._batch.open(found.tanda, view.title.text(), found.told)
            view.tell("  ".join(found.notes))
            return
        self.table = found
        titles = bool(found.filas) and son_titulos(found.filas[0])
        guess = adivinar(found)
        view.mapping.show_table(found, self._headings.recall(found, len(guess)) or guess, titles=titles)
        self.rebuild()

    def rebuild(self) -> None:
        """Make the lines that the columns say."""
        table, view = self.table, self._batch.view
        if table is None:
            return
        titles, fields = view.mapping.headings.value(), view.mapping.fields()
        existing, now = self._batch.standing(), moment.now()
        channel = view.channel.value() or "formulario_web"

        def job(_progress: Progress) -> Tanda:
            lines = renglones(table, fields, titulos=titles, ahora=now)
            return Tanda(
                proponer(lines, existing, con_autor=False), origen="del archivo", con_autor=False, canal=channel
            )

        def show(tanda: Tanda) -> None:
            if table is self.table:
                self._batch.open(tanda, table.archivo, told_of_file(table), fresh=False)
                view.tell("  ".join(self.notes(table)), danger=bool(table.avisos))

        if len(table.filas) <= _AT_ONCE:
            show(job(silent))
        else:
            self._run(job, show, "Mirando qué pasa con cada fila")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, StoreError | Cancelled):
            raise error
        if self._batch.tanda is None:
            self.forget()
            self._screen.show_batch(False)
        if isinstance(error, StoreError):
            self._screen.banner.tell("danger", "No se trajo nada", str(error))


def _as_chat(table: Tabla, now: datetime) -> Chat | None:
    """Return the lines of a text file as a chat, if they are one."""
    mark = "\t" if "tabulador" in table.forma else ";" if "punto y coma" in table.forma else ","
    chat = leer_chat("\n".join(mark.join(row.celdas) for row in table.filas), ahora=now)
    return chat if chat.parece_chat else None
