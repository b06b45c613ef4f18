"""Evidence between the screen and the base: what is attached is kept before the action that names it, and opened."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QUrl
from PySide6.QtGui import QDesktopServices

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError, reason
from rcdesk.ui.kit.evidence import Pending
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.evidencias import tomar

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_FOLDER: Final = "evidencias"
_DOCUMENTS: Final = "pdf docx doc xlsx xls pptx ppt odt ods odp csv txt jpg jpeg png gif zip mp3 mp4"
_OPENED: Final = frozenset(f".{kind}" for kind in _DOCUMENTS.split(" "))
"""What the system may be asked to open: never a program."""


def keep(desk: Desk, pending: Iterable[Pending]) -> tuple[tuple[r.Evidencia, ...], tuple[Adjunto, ...]]:
    """Copy the files into the base and return the evidence as records name it, and the files to note with it."""
    used = dict(desk.ask(listar_adjuntos))
    proofs: list[r.Evidencia] = []
    files: list[Adjunto] = []
    for one in pending:
        pages = one.paginas or None
        if one.path is None:
            seen = r.Fecha(one.consultada) if one.consultada else None
            proofs.append(r.Evidencia(url=one.url, consultada=seen, paginas=pages))
            continue
        file = tomar(desk.folder, one.path, used, carpeta=_FOLDER)
        used[file.ruta] = file.sha256
        files.append(file)
        proofs.append(r.Evidencia(texto=one.path.name, archivo=r.Ruta(file.ruta), paginas=pages))
    return tuple(proofs), tuple(files)


def is_link(url: str | None) -> bool:
    """Whether an address may be opened: of the web, and nothing else."""
    return bool(url) and str(url).lower().startswith(("http://", "https://"))


def open_link(url: str) -> None:
    """Open a link with the system's program."""
    if is_link(url):
        QDesktopServices.openUrl(QUrl(url))


def open_file(kept: Path, name: str) -> None:
    """Open a kept file as it was called: a copy, so that nothing changes what was attached.

    RuleError for what is no document, and when it cannot be copied.
    """
    if Path(name).suffix.lower() not in _OPENED:
        raise RuleError(f"«{Path(name).name}» no es un documento que se pueda abrir desde aquí.")
    copy = Path(QDir.tempPath()) / "rcdesk" / kept.name[:16] / Path(name).name
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, copy)
    except OSError as error:
        raise RuleError(
            f"No se pudo abrir «{copy.name}»: {reason(error)}. Si está abierto, ciérrelo y ábralo otra vez desde aquí."
        ) from error
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
