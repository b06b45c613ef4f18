"""Draws every widget of the kit in the three themes and at 200 % text, to be looked at.

`python -m tests.ui.kit_gallery CARPETA` writes one picture per board and theme; names after it draw only those.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit import theme
from tests.ui.kit_boards import buttons, charts, dialog, dofa, empty, fields
from tests.ui.kit_frames import Frame, WithKeys, WithPalette

LOOKS = (("claro", 1.0), ("oscuro", 1.0), ("contraste", 1.0), ("claro", 2.0))

BOARDS: dict[str, Callable[[], QWidget]] = {
    "campos": fields,
    "botones": buttons,
    "marco": Frame,
    "dofa": dofa,
    "graficas": charts,
    "paleta": WithPalette,
    "teclas": WithKeys,
    "dialogo": dialog,
    "vacio": empty,
}


def main(folder: Path, only: list[str]) -> None:
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, scale in LOOKS:
        theme.apply(app, name, scale)
        for board, build in BOARDS.items():
            if only and board not in only:
                continue
            widget = build()
            widget.resize(1366, 768) if board != "dialogo" else widget.adjustSize()
            theme.dress(widget)
            widget.show()
            app.processEvents()
            if isinstance(widget, Frame):
                widget.after()
            app.processEvents()
            widget.grab().save(str(folder / f"{board}_{name}_{round(scale * 100)}.png"))
            widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            widget.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
