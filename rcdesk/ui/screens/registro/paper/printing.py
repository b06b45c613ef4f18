"""What Registro puts on paper: made on another thread, saved whole or not at all, or sent to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import plural
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.screens.registro.paper.papers import Options
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.asistencia import ver_hojas
from rcdesk.work.hojas import preparar_hojas

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_NAMES: Final = {
    "lista": ("El listado de asistencia", "Listado de asistencia"),
    "hojas": ("Las hojas para firmar", "Hojas para firmar"),
    "tarjetas": ("Las tarjetas con código QR", "Tarjetas"),
    "kit": ("El kit de contingencia", "Kit de contingencia"),
}


class Printing(QObject):
    """Its methods are the commands `printing.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._paper = OnPaper(screen, screen.saving)

    def connect_parts(self) -> None:
        """Listen to the papers beside the list."""
        papers, folios = self._screen.side.papers, self._screen.folios
        papers.wanted.connect(self.put_on_paper)
        papers.prepared.connect(self.prepare)
        papers.sheet_wanted.connect(folios.open)
        papers.folio_wanted.connect(self._open_folio)

    # Commands

    def save_list(self) -> None:
        """Save the attendance list to be signed."""
        self.put_on_paper("lista", False)

    def print_list(self) -> None:
        """Print the attendance list to be signed."""
        self.put_on_paper("lista", True)

    def save_sheets(self) -> None:
        """Save the blank sheets that are not closed."""
        self.put_on_paper("hojas", False)

    def print_sheets(self) -> None:
        """Print the blank sheets that are not closed."""
        self.put_on_paper("hojas", True)

    def save_cards(self) -> None:
        """Save the cards with a code."""
        self.put_on_paper("tarjetas", False)

    def print_cards(self) -> None:
        """Print the cards with a code."""
        self.put_on_paper("tarjetas", True)

    def save_kit(self) -> None:
        """Save all that the hearing needs to go on without a computer."""
        self.put_on_paper("kit", False)

    def print_kit(self) -> None:
        """Print all that the hearing needs to go on without a computer."""
        self.put_on_paper("kit", True)

    @Slot(str, bool)
    def put_on_paper(self, kind: str, printed: bool) -> None:
        """Make one of the papers, as the person asks for it beside the list."""
        screen = self._screen
        codigo = screen.desk.ask(ver_hojas, audiencia_id=screen.audiencia_id).codigo
        work = _work(screen.desk, kind, codigo, screen.side.papers.options())
        if printed:
            self._paper.print_out(work)
        else:
            screen.saving.ask(work.to_save())

    # Sheets

    def print_sheet(self, key: str) -> None:
        """Print again one sheet, as it was: its code opens the same folio."""
        desk, papel = self._screen.desk, self._screen.side.papers.options().papel
        codigo = desk.ask(ver_hojas, audiencia_id=self._screen.audiencia_id).codigo

        def document() -> Document:
            from rcdesk.documents.blocks import Paper
            from rcdesk.work.documentos import documento_hojas

            paper, only = Paper(papel), (key,)
            return desk.ask(documento_hojas, codigo=codigo, evidencias=desk.folder, hojas=only, papel=paper)

        self._paper.print_out(PdfWork("La hoja para firmar", f"Hoja para firmar {codigo}", document))

    @Slot(int)
    def prepare(self, many: int) -> None:
        """Prepare sheets: first how many rows fit on one is measured, on another thread."""
        screen = self._screen
        desk, audiencia_id, papel = screen.desk, screen.audiencia_id, screen.side.papers.options().papel
        codigo = desk.ask(ver_hojas, audiencia_id=audiencia_id).codigo

        def job(_: Progress) -> int:
            from rcdesk.documents.blocks import Paper
            from rcdesk.work.documentos import renglones_por_hoja

            return desk.ask(renglones_por_hoja, codigo=codigo, evidencias=desk.folder, papel=Paper(papel))

        tasks_of(screen).run(
            self, job, done=lambda rows: self._prepared(audiencia_id, many, rows), failed=self._explain
        )

    def _prepared(self, audiencia_id: str, many: int, rows: int) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            screen.desk.do(preparar_hojas, audiencia_id=audiencia_id, cuantas=many, renglones=rows)
        if attempt.ok:
            made = f"{plural(many, 'hoja', 'hojas')} de {plural(rows, 'renglón', 'renglones')}"
            verb = "Se preparó" if many == 1 else "Se prepararon"
            screen.banner.tell("ok", f"{verb} {made}.", "Guárdelas en PDF o imprímalas; se pueden volver a imprimir.")

    def _explain(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError):
            raise error
        self._screen.banner.tell("warn", "No se pudieron preparar las hojas", str(error))

    @Slot(int)
    def _open_folio(self, folio: int) -> None:
        if not self._screen.folios.open_folio(folio):
            self._screen.side.papers.refuse_folio(
                f"No hay un folio {folio} en esta audiencia. Revise el número que trae la hoja."
            )


def _work(desk: Desk, kind: str, codigo: str, options: Options) -> PdfWork:
    def document() -> Document:
        from rcdesk.documents.blocks import Paper
        from rcdesk.work import documentos as make

        paper, folder = Paper(options.papel), desk.folder
        match kind:
            case "lista":
                blank = options.en_blanco
                return desk.ask(
                    make.documento_lista, codigo=codigo, evidencias=folder, papel=paper, filas_en_blanco=blank
                )
            case "hojas":
                return desk.ask(make.documento_hojas, codigo=codigo, evidencias=folder, papel=paper)
            case "kit":
                cards = options.tarjetas
                return desk.ask(make.documento_kit, codigo=codigo, evidencias=folder, papel=paper, tarjetas=cards)
            case _:
                return desk.ask(make.documento_tarjetas, codigo=codigo, evidencias=folder)

    what, name = _NAMES[kind]
    return PdfWork(what, f"{name} {codigo}", document)
