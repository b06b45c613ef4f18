"""The pages of the acta as they print, at the right of what is being written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.proofs import Pages
from rcdesk.work.vista_previa import EnCurso, acta_en_curso

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document


class Preview(Pages):
    """`save_asked`, `word_asked` and `print_asked` are its buttons."""

    save_asked = Signal()
    word_asked = Signal()
    print_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("del_acta", "del acta")
        self._desk = desk
        self._audiencia_id, self._copy = "", False
        self._en_curso: EnCurso | None = None
        self.back = named("volver_al_texto", Button("Volver", "arrow-left", "Esc", kind="quiet", small=True))
        self.back.hide()
        self.save = named("guardar_pdf", Button("Guardar PDF", "download", small=True))
        self.save.clicked.connect(self.save_asked)
        self.word = named(
            "guardar_word", Button("", "file-text", kind="quiet", small=True, hint="Guardar el acta en Word (DOCX)")
        )
        self.word.clicked.connect(self.word_asked)
        self.print = named("imprimir_acta", Button("", "printer", kind="quiet", small=True, hint="Imprimir el acta"))
        self.print.clicked.connect(self.print_asked)
        self.build([self.back], [self.print, self.word, self.save])

    def show_hearing(self, audiencia_id: str) -> None:
        """Draw the acta of another hearing."""
        if audiencia_id != self._audiencia_id:
            self._audiencia_id = audiencia_id
            self.ask()

    def ask(self, en_curso: EnCurso | None = None) -> None:
        """Draw again after the pause, with the narrative that is being typed, if any."""
        self._en_curso = en_curso
        self.draw(self._audiencia_id)

    def show_copy(self, copy: bool) -> None:
        """Show the copy that is being reviewed, with its lines numbered; or again the acta as it will be."""
        if copy != self._copy:
            self._copy = copy
            self.ask(self._en_curso)

    def document(self) -> Callable[[], Document]:
        """The acta, or its copy as it is asked for at this hour."""
        return partial(
            self._desk.ask,
            acta_en_curso,
            audiencia_id=self._audiencia_id,
            evidencias=self._desk.folder,
            en_curso=self._en_curso,
            copia=moment.now() if self._copy else None,
        )
