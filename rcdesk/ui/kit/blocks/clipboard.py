"""What the clipboard, or something dropped, brings to a narrative: blocks, a few words, or pictures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from rcdesk.domain.pegado import Pegado, bloques_de_texto, bloques_pegados
from rcdesk.domain.registro import Bloque, Parrafo
from rcdesk.ui.kit.picture import png

_OURS: Final = 'name="qrichtext"'  # what a text of this program says of itself: its marks are marks
_HEAD: Final = 400  # letters where it says so


@dataclass(frozen=True, slots=True)
class Brought:
    """`words` go where the caret is; `blocks` divide the text there; `notices` say what was left behind."""

    words: str = ""
    blocks: tuple[Bloque, ...] = ()
    pictures: tuple[Path | bytes, ...] = ()
    notices: tuple[str, ...] = ()


def brought(source: QMimeData) -> Brought:
    """Read it as the best that it is."""
    files = files_of(source)
    if files:
        return Brought(pictures=files)
    text = source.text()
    pasted = _pasted(source, text)
    if not pasted.bloques and not text.strip() and source.hasImage():
        image = source.imageData()
        return Brought(pictures=(png(image),)) if isinstance(image, QImage) and not image.isNull() else Brought()
    if len(pasted.bloques) == 1 and isinstance(only := pasted.bloques[0], Parrafo):
        before, after = text[:1].isspace() and text[:1] != "\n", text[-1:].isspace() and text[-1:] != "\n"
        return Brought(words=f"{' ' * before}{only.texto}{' ' * after}", notices=pasted.avisos)
    return Brought(blocks=pasted.bloques, notices=pasted.avisos)


def files_of(source: QMimeData) -> tuple[Path, ...]:
    """Return the files that it names, when it names nothing else."""
    urls = source.urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if urls and all(url.isLocalFile() for url in urls) else ()


def _pasted(source: QMimeData, text: str) -> Pegado:
    html = source.html() if source.hasHtml() else ""
    if not html or _OURS in html[:_HEAD]:
        return bloques_de_texto(text)
    pasted = bloques_pegados(html)
    if pasted.bloques or not text.strip():
        return pasted
    return Pegado(bloques_de_texto(text).bloques, pasted.avisos)
