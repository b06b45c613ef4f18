"""What the window says when something goes wrong: a refusal where it happened, a bug once and without names."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rcdesk.app.program import program
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.kit.banner import Banner

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


@contextmanager
def explaining(banner: Banner, title: str) -> Iterator[None]:
    """Do something the window itself does; what is refused is said in its banner, headed by `title`."""
    banner.clear()
    try:
        yield
    except RuleError as error:
        banner.tell("warn", str(error))
    except StoreError as error:
        banner.tell("danger", title, str(error))


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what may help to mend a bug: the kind of error and the lines of the program, never its data.

    The message of the error is left out, for it may quote what a person wrote; of the paths only the file is kept.
    """
    lines = [f"{program()}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"]
    lines += [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([*lines, kind.__name__])


class Reporter:
    """Says that there was a bug, one window at a time: a bug that repeats must not bury the person in windows."""

    def __init__(self, parent: QWidget) -> None:
        self._parent, self._open = parent, False

    def tell(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Show the report of a bug, unless one is already in sight."""
        if self._open:
            return
        self._open = True
        try:
            _show(self._parent, report(kind, trace))
        finally:
            self._open = False


def _show(parent: QWidget, text: str) -> None:
    from rcdesk.ui.kit.dialog import Dialog
    from rcdesk.ui.kit.fields import Text
    from rcdesk.ui.kit.named import named

    lines = (
        "Lo guardado está a salvo y puede seguir trabajando. Si se repite, cierre el programa y ábralo de nuevo.",
        "Este informe dice dónde falló; no lleva nombres, textos ni datos de la audiencia.",
    )
    shown = named("informe_de_fallo", Text(lines=8, most=12, role="caption"), label="Informe del fallo")
    shown.set_value(text)
    shown.setReadOnly(True)
    dialog = Dialog(parent, "Algo falló dentro del programa", lines, shown, icon="life-buoy", tone="danger")
    dialog.setObjectName("fallo")
    copy = named("copiar_informe", dialog.add_button("Copiar el informe", icon="copy"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    back = named("seguir", dialog.add_button("Seguir", "primary", key="Enter"))
    back.clicked.connect(dialog.accept)
    back.setFocus()
    dialog.exec()
    dialog.deleteLater()
