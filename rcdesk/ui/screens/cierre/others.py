"""The documents that are made apart from the acta, each to be saved as PDF or printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving
from rcdesk.work.documentos import (
    DocumentQuery,
    documento_asistencia,
    documento_encuesta,
    documento_preguntas,
    documento_respuestas,
)
from rcdesk.work.documentos_de_revision import documento_observaciones
from rcdesk.work.memoria import documento_memoria

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.documents.blocks import Document

_DOCUMENTS: Final = {
    "preguntas": (
        "Preguntas y respuestas",
        "Para publicar: qué se preguntó, qué se respondió y qué falta. Sin nombres no autorizados.",
        "La lista de preguntas y respuestas",
    ),
    "respuestas": (
        "Oficios de respuesta",
        "Uno por persona, con la respuesta escrita o el plazo de ley. De uso interno: llevan nombres.",
        "El documento de oficios",
    ),
    "asistencia": (
        "Resumen de asistencia",
        "Para publicar: cuántas personas y de dónde, sin un solo nombre.",
        "El resumen de asistencia",
    ),
    "encuesta": (
        "Informe de la encuesta",
        "Cada pregunta con su base, su gráfica, lo que se escribió de ella y las respuestas abiertas.",
        "El informe de la encuesta",
    ),
    "observaciones": (
        "Observaciones y su disposición",
        "Lo que pidieron quienes revisaron el acta y qué se decidió. De uso interno: lleva nombres.",
        "La lista de observaciones",
    ),
    "memoria": (
        "Memoria de respuestas",
        "Para publicar: lo que se respondió después de aprobar el acta, que ya no cambia.",
        "La memoria de respuestas",
    ),
}
"""Name → title, with which its file is called; what it is for; and what is said of it."""


class Others(Card):
    """Its methods are the commands `others.…`; `codigo` says of which hearing, when one is asked for."""

    def __init__(self, screen: Screen, saving: Saving, codigo: Callable[[], str]) -> None:
        super().__init__()
        self._screen, self._saving, self._codigo = screen, saving, codigo
        self._paper = OnPaper(screen, saving)
        lines = [self._line(name, title, note) for name, (title, note, _) in _DOCUMENTS.items()]
        self.setLayout(column(head("Otros documentos"), Rule(), *lines, margins=(1, 0, 1, 10), gap=0))

    def save_questions(self) -> None:
        """Save the questions and answers, as they are published."""
        self._save("preguntas")

    def print_questions(self) -> None:
        """Print the questions and answers, as they are published."""
        self._print("preguntas")

    def save_letters(self) -> None:
        """Save the letters to who asked."""
        self._save("respuestas")

    def print_letters(self) -> None:
        """Print the letters to who asked."""
        self._print("respuestas")

    def save_attendance(self) -> None:
        """Save who attended, in figures."""
        self._save("asistencia")

    def print_attendance(self) -> None:
        """Print who attended, in figures."""
        self._print("asistencia")

    def save_survey(self) -> None:
        """Save the report of the survey."""
        self._save("encuesta")

    def print_survey(self) -> None:
        """Print the report of the survey."""
        self._print("encuesta")

    def save_late_answers(self) -> None:
        """Save what was answered after the acta was approved."""
        self._save("memoria")

    def print_late_answers(self) -> None:
        """Print what was answered after the acta was approved."""
        self._print("memoria")

    def _line(self, name: str, title: str, note: str) -> QWidget:
        save = named(f"guardar_{name}", Button("PDF…", "download", small=True))
        save.setAccessibleName(f"Guardar en PDF: {title}")
        save.clicked.connect(lambda: self._save(name))
        out = named(f"imprimir_{name}", Button("Imprimir…", "printer", small=True))
        out.setAccessibleName(f"Imprimir: {title}")
        out.clicked.connect(lambda: self._print(name))
        said = column(PlainLabel(title, "strong", wrap=True), PlainLabel(note, "caption", "ink2", wrap=True), gap=1)
        return boxed(row((said, 1), save, out, margins=(20, 10, 14, 8), gap=6))

    def _save(self, name: str) -> None:
        work = self._work(name)
        if work is not None:
            self._saving.ask(work.to_save())

    def _print(self, name: str) -> None:
        work = self._work(name)
        if work is not None:
            self._paper.print_out(work)

    def _work(self, name: str) -> PdfWork | None:
        codigo, today = self._codigo(), date.fromisoformat(moment.today())
        return _work(self._screen.desk, name, codigo, today) if codigo else None


def _work(desk: Desk, name: str, codigo: str, hoy: date) -> PdfWork:
    queries: dict[str, DocumentQuery] = {
        "preguntas": partial(documento_preguntas, hoy=hoy),
        "respuestas": partial(documento_respuestas, hoy=hoy),
        "asistencia": documento_asistencia,
        "encuesta": documento_encuesta,
        "observaciones": documento_observaciones,
        "memoria": partial(documento_memoria, hoy=hoy),
    }

    def document() -> Document:
        return desk.ask(queries[name], codigo=codigo, evidencias=desk.folder)

    title, _, what = _DOCUMENTS[name]
    return PdfWork(what, f"{title} {codigo}", document, also=("docx",))
