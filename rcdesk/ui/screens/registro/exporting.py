"""What Registro gives out to be worked with in a spreadsheet: the list, and whom may be written to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look
from rcdesk.ui.saving import Work
from rcdesk.work.asistencia import ver_hojas

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.documents.planilla import Planilla
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_LIST: Final = "Lista de asistencia…"
_CONTACTS: Final = "Contactos que autorizaron…"


class Exporting(QObject):
    """Its methods are the commands `exporting.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._button = named("exportar", Button("", "download", kind="quiet", small=True))
        self._button.set_words("" if look().large else "Exportar", "Exportar la lista o los contactos")
        self._button.clicked.connect(self._offer)
        screen.people.tools.addWidget(self._button)

    def save_list(self) -> None:
        """Save the list of the hearing, which can be corrected outside and brought back."""
        self._screen.saving.ask(list_work(self._screen.desk, self._screen.audiencia_id, self._code()))

    def save_contacts(self) -> None:
        """Save whom may be written to: only who authorised it."""
        self._screen.saving.ask(contacts_work(self._screen.desk, self._screen.audiencia_id, self._code()))

    def _code(self) -> str:
        return self._screen.desk.ask(ver_hojas, audiencia_id=self._screen.audiencia_id).codigo

    def _offer(self) -> None:
        menu = named("menu_exportar", QMenu(self._button), label="Exportar")
        choices: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (_LIST, "file-spreadsheet", self.save_list),
            (_CONTACTS, "mail", self.save_contacts),
        )
        for words, glyph, run in choices:
            menu.addAction(icon(glyph), escaped(words)).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))


def list_work(desk: Desk, audiencia_id: str, codigo: str) -> Work:
    """Return how the whole list is saved."""

    def make(path: Path) -> str:
        from rcdesk.work.exportar import planilla_de_asistencia

        made = desk.ask(planilla_de_asistencia, audiencia_id=audiencia_id)
        return plural(len(made.filas), "persona", "personas") + _write(made, path)

    return Work("La lista de asistencia", f"Asistencia {codigo}", "xlsx", make, also=("csv",))


def contacts_work(desk: Desk, audiencia_id: str, codigo: str) -> Work:
    """Return how whom may be written to is saved; what is told says who was left out."""

    def make(path: Path) -> str:
        from rcdesk.work.exportar import planilla_de_contactos

        made = desk.ask(planilla_de_contactos, audiencia_id=audiencia_id)
        return made.en_palabras() + _write(made.planilla, path)

    return Work("La lista de contactos", f"Contactos {codigo}", "xlsx", make, also=("csv",))


def _write(planilla: Planilla, path: Path) -> str:
    """Write it as the end of the name says, and return what is to be told of it."""
    from rcdesk.render.csv import to_csv
    from rcdesk.render.xlsx import to_xlsx

    cut = (to_csv if path.suffix.lower() == ".csv" else to_xlsx)(planilla, path)
    return f"\n{plural(cut, 'celda no cupo entera', 'celdas no cupieron enteras')}: en «…» se cortó." if cut else ""
