"""What leaves Compromisos on paper or to a calendar: letters, a sheet for each who answers, one commitment whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from rcdesk.i18n import peso
from rcdesk.ui.calendar_work import due_work
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving, Work

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.screens.compromisos.screen import CompromisosScreen

_DOCX: Final = ("docx",)


class Printing(QObject):
    """Its methods are the commands `printing.…`; what the bar asks for narrows what is printed to who answers."""

    def __init__(self, screen: CompromisosScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.saving = Saving(screen)
        self._paper = OnPaper(screen, self.saving)
        large = look().large
        self._button = named("imprimir_compromisos", Button("", "printer", kind="quiet", small=large))
        self._button.set_words("" if large else "Imprimir", "Oficios, hojas y calendario de los compromisos")
        self._button.clicked.connect(self._offer)
        screen.list.bar.more.addWidget(self._button)
        sheet = named("ficha_de_compromiso", Button("", "file-text", hint="Guardar la ficha en PDF o Word"))
        sheet.set_words("" if large else "Ficha", "Guardar la ficha del compromiso en PDF o Word")
        sheet.clicked.connect(self.save_sheet)
        screen.page.more.addWidget(sheet)

    def save_letters(self) -> None:
        """Save the letters to who has commitments that are late or near."""
        self.saving.ask(self._letters().to_save())

    def print_letters(self) -> None:
        """Print them."""
        self._paper.print_out(self._letters())

    def save_mails(self) -> None:
        """Save a mail for each of them, to be read over, addressed and sent."""
        desk, today = self._screen.desk, _today()

        def make(path: Path) -> str:
            from rcdesk.store.files import write_atomic
            from rcdesk.work.borradores_de_correo import correos_de_requerimiento

            data = desk.ask(correos_de_requerimiento, evidencias=desk.folder, hoy=today)
            write_atomic(path, data)
            return f"{peso(len(data))}\nUn correo sin enviar por cada responsable, con su oficio y sus fechas."

        self.saving.ask(Work("Los correos de requerimiento", _name("Correos", None), "zip", make))

    def save_mine(self) -> None:
        """Save a sheet for each who answers, or each office if they are grouped so, or the one that the bar says."""
        self.saving.ask(self._mine().to_save())

    def save_calendar(self) -> None:
        """Save for a mail program every day on which something falls due."""
        self.saving.ask(due_work(self._screen.desk))

    def save_sheet(self) -> None:
        """Save the commitment in hand, whole, as it stands on the day of the bar."""
        view = self._screen.page.view
        row = view.al if view is not None and self._screen.page.isVisible() else self._screen.list.current()
        if row is not None:
            from rcdesk.work.requerimientos import documento_ficha  # documents are loaded when one is asked for

            name = f"Compromiso {row.procedencia} {row.codigo}".strip()
            cut = self._screen.list.bar.corte()
            made = self._document(documento_ficha, cut, compromiso_id=row.id)
            self.saving.ask(PdfWork("La ficha del compromiso", name, made, also=_DOCX).to_save())

    def _letters(self) -> PdfWork:
        from rcdesk.work.requerimientos import documento_requerimientos

        asked = self._screen.list.bar.asked().filtros
        who = asked["responsable"] or asked["dependencia"] or None
        made = self._document(documento_requerimientos, _today(), responsable=who)
        return PdfWork("Los oficios de requerimiento", _name("Requerimientos", who), made, also=_DOCX)

    def _mine(self) -> PdfWork:
        from rcdesk.work.requerimientos import documento_mis_compromisos

        wanted, cut = self._screen.list.bar.asked(), self._screen.list.bar.corte()
        person, office = wanted.filtros["responsable"] or None, wanted.filtros["dependencia"] or None
        made = self._document(
            documento_mis_compromisos,
            cut,
            responsable=person,
            dependencia=office,
            por_dependencia=wanted.agrupado == "dependencia" and person is None,
        )
        return PdfWork("Los compromisos por responsable", _name("Compromisos", person or office), made, also=_DOCX)

    def _document(self, query: Callable[..., Document], hoy: date, **asked: Any) -> Callable[[], Document]:
        """How a document is made, on another thread."""
        desk = self._screen.desk
        return partial(desk.ask, query, evidencias=desk.folder, hoy=hoy, **asked)

    def _offer(self) -> None:
        menu = named("menu_imprimir", QMenu(self._button), label="Imprimir")
        choices: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("Guardar los oficios de requerimiento…", "file-text", self.save_letters),
            ("Imprimir los oficios…", "printer", self.print_letters),
            ("Guardar un correo para cada responsable…", "mail", self.save_mails),
            ("Guardar una hoja por responsable…", "users", self.save_mine),
            ("Guardar los vencimientos para el calendario…", "calendar-days", self.save_calendar),
        )
        for words, glyph, run in choices:
            menu.addAction(icon(glyph), escaped(words)).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))


def _today() -> date:
    return date.fromisoformat(moment.today())


def _name(what: str, who: str | None) -> str:
    return f"{what} {who or moment.today()}"
