"""Saving a document to a file of the person's: asks where, makes it off the GUI thread, and tells where it is."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.palabras import con_minuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import LABELS
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.tasks import tasks_of

if TYPE_CHECKING:
    from rcdesk.work.entidad import Falta

KINDS: Final = {
    "pdf": "Documento PDF (*.pdf)",
    "docx": "Documento de Word (*.docx)",
    "json": "Datos abiertos rcdesk/1 (*.json)",
    "xlsx": "Libro de Excel (*.xlsx)",
    "csv": "Texto separado por punto y coma (*.csv)",
    "svg": "Dibujo que se agranda sin perder nitidez (*.svg)",
    "ics": "Cita para el calendario (*.ics)",
    "zip": "Varios archivos en uno solo (*.zip)",
    "jpg": "Imagen JPG (*.jpg)",
    "jpeg": "Imagen JPG (*.jpeg)",
    "png": "Imagen PNG (*.png)",
}

_FOLDER: Final = "guardar.carpeta"
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_IN_USE: Final = frozenset((errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY))
_LONGEST: Final = 120  # letters of a name: Windows admits 255 with the folder


def nothing() -> None:
    """What a work has of what it may have, unless it says so: none."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document to save: what it is («El acta»), its proposed name, and how it is made.

    `make` runs on another thread, writes the file whole or not at all, and returns what to say of it («23 páginas»);
    what takes a sentence goes in a line under that.
    Of other kinds that it can be, `also`, the person chooses one, and `make` knows it by the end of the name.
    What takes long is made by `steps` instead, which tells how far it is, and may be stopped.
    `lacks`, called on that thread too, tells what its head is printed without: it is offered to be written.
    """

    what: str
    name: str
    kind: str
    make: Callable[[Path], str]
    also: tuple[str, ...] = ()
    steps: Callable[[Path, Progress], str] | None = None
    lacks: Callable[[], Falta | None] = nothing


class Saving(QObject):
    """Saves the documents of one screen, and tells it in the screen's banner."""

    saved = Signal(str)  # the path

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._busy = ""

    def ask(self, work: Work) -> None:
        """Ask where, and save it there; nothing happens when the person goes back."""
        if self._busy:
            self._screen.banner.tell("warn", f"Espere: todavía se está guardando {self._busy}.")
            return
        path = ask_where(self._screen, f"Guardar {con_minuscula(work.what)}", work.name, work.kind, *work.also)
        if path is not None:
            self.save(work, path)

    def save(self, work: Work, path: Path) -> None:
        """Save it in `path`."""
        self._busy = con_minuscula(work.what)

        def job(progress: Progress) -> tuple[str, Falta | None]:
            lacking = work.lacks()
            return (work.make(path) if work.steps is None else work.steps(path, progress)), lacking

        task = tasks_of(self._screen).run(
            self,
            job,
            done=lambda made: self._tell(work, path, *made),
            failed=lambda error: self._explain(work, path, error),
            advanced=self._advance,
        )
        stop = named("detener_el_guardado", Button("Cancelar", "x", small=True))
        stop.clicked.connect(lambda: task.cancel())
        buttons = [] if work.steps is None else [stop]
        self._screen.banner.tell("neutral", f"Guardando {self._busy}…", str(path), *buttons, icon="clock")

    def _advance(self, step: int, total: int, words: str) -> None:
        self._screen.banner.go_on(f"{step + 1} de {total}: {words}")

    def _tell(self, work: Work, path: Path, words: str, lacking: Falta | None) -> None:
        self._busy = ""
        show = named("abrir_archivo", Button("Abrir", "file-text", small=True))
        folder = named("abrir_carpeta", Button("Abrir la carpeta", "folder-open", small=True))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))
        first, _, more = words.partition("\n")
        under = f"{more}\n{path}" if more else str(path)
        beside = folder
        if lacking is not None:
            under = f"{under}\n{_without(lacking)}"
            beside = named("escribir_la_entidad", Button("Escribir los datos de la entidad", "building-2", small=True))
            place = "entidad" if lacking.nombre else "formatos"
            beside.clicked.connect(lambda: self._screen.wants.emit("ajustes", place))
        self._screen.banner.tell("ok", f"Se guardó {con_minuscula(work.what)}: {first}", under, show, beside)
        self.saved.emit(str(path))

    def _explain(self, work: Work, path: Path, error: BaseException) -> None:
        self._busy, buttons = "", list[Button]()
        match error:
            case Cancelled():
                said = f"No se guardó {con_minuscula(work.what)}: se canceló"
                self._screen.banner.tell("neutral", said, "Lo anterior sigue intacto.")
                return
            case RuleError() | StoreError():
                why = str(error)
            case OSError():
                why = _reason(error)
                if error.errno in _IN_USE and path.exists():
                    buttons.append(self._with_another_name(work, path))
            case _:
                self._screen.banner.clear()
                raise error
        self._screen.banner.tell(
            "danger", f"No se pudo guardar {con_minuscula(work.what)}", f"{why} Lo anterior sigue intacto.", *buttons
        )

    def _with_another_name(self, work: Work, path: Path) -> Button:
        """The way on when the file is open in another program: beside it, with a name that is free."""
        numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(1))
        other = next(name for name in numbered if not name.exists())
        again = named("guardar_con_otro_nombre", Button(f"Guardar como «{other.name}»", "download", small=True))
        again.clicked.connect(lambda: self.save(work, other))
        return again


def ask_where(screen: Screen, title: str, name: str, *kinds: str) -> Path | None:
    """Ask for a file to write; None when going back; one that exists is asked about.

    It begins in the folder where something was saved last, and until then in the person's documents. The file is of
    the first of `kinds` unless the person chooses another.
    """
    folder = chosen(screen, _FOLDER)
    if not (folder and Path(folder).is_dir()):
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    by_words = {KINDS[kind]: kind for kind in kinds}
    dialog = QFileDialog(screen, title, folder, ";;".join(by_words))
    dialog.setObjectName("guardar_como")
    for label, words in (*LABELS.items(), (QFileDialog.DialogLabel.Accept, "Guardar")):
        dialog.setLabelText(label, words)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds[0])
    proposed = file_name(name)
    dotted = len(kinds) == 1 or "." in proposed  # «Acta 110.25.03.07»: no suffix is added to what seems to have one
    dialog.selectFile(f"{proposed}.{kinds[0]}" if dotted else proposed)

    def follow(words: str) -> None:
        dialog.setDefaultSuffix(by_words[words])
        typed = Path(dialog.selectedFiles()[0])
        if dotted and typed.suffix.removeprefix(".") in kinds:
            dialog.selectFile(f"{typed.stem}.{by_words[words]}")

    dialog.filterSelected.connect(follow)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    if not (accepted and files):
        return None
    path = Path(files[0])
    keep_choice(screen, _FOLDER, str(path.parent))
    return path


def file_name(words: str) -> str:
    """Return words as a file name that every system admits, without suffix."""
    return _FORBIDDEN.sub(" ", words).strip(" .")[:_LONGEST] or "documento"


def _without(lacking: Falta) -> str:
    """Say what a head was printed without."""
    words = (("el nombre de la entidad", lacking.nombre), ("el código del formato", lacking.codigo))
    return f"Salió sin {' ni '.join(word for word, lacks in words if lacks)}. Se escribe una vez, en Ajustes."


def _reason(error: OSError) -> str:
    match error.errno:
        case number if number in _IN_USE:
            return (
                "No se puede escribir ahí. Si el archivo está abierto en otro programa, ciérrelo; o elija otra carpeta."
            )
        case errno.ENOSPC | errno.EDQUOT:
            return "No queda espacio en el disco. Libere espacio o elija otra carpeta."
        case errno.ENOENT | errno.ENOTDIR:
            return "La carpeta ya no está. Elija otra."
        case _:
            return "El disco no respondió. Elija otra carpeta."
