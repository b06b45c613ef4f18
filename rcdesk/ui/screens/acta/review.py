"""Revisión: the copy that is sent with its lines numbered, what its reviewers ask for, and what is decided about it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.observaciones import pagina_de
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.palabras_del_acta import DISPOSICION
from rcdesk.domain.registro import Disposicion
from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.fields import Field, Line, Text, Toggle
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.lines import Lines, Work
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.ui.screens.acta.workflow import Workflow
from rcdesk.work.documentos_de_revision import documento_copia, documento_observaciones
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.revision import (
    ObservacionRow,
    agregar_observacion,
    corregir_observacion,
    decidir_observacion,
    listar_observaciones,
    mover_observacion,
    retirar_observacion,
)

_LOOKS: Final[dict[Disposicion | None, State]] = {
    None: State("Por decidir", "clock", "warn"),
    "acogida": State("Acogida", "check", "ok"),
    "acogida_en_parte": State("En parte", "check", "info"),
    "no_acogida": State("No acogida", "ban"),
}
_KEYS: Final[dict[Disposicion, str]] = {"acogida": "A", "acogida_en_parte": "P", "no_acogida": "X"}
_COLUMNS: Final = (
    Column[ObservacionRow]("No.", lambda o: str(o.numero), width=60, align="right", tone="ink2"),
    Column[ObservacionRow]("Observación", lambda o: o.texto, strong=True, note=lambda o: _place(o)),
    Column[ObservacionRow](
        "Disposición", lambda o: _LOOKS[o.disposicion].word, width=136, state=lambda o: _LOOKS[o.disposicion]
    ),
)


class RevisionPart(Part):
    """Remarks are written one per line; A, P and X decide the one in hand. Those of earlier copies stay."""

    landmark = "ACTA"
    lives = True
    page_wanted = Signal(int)  # the page that the remark in hand points at

    def __init__(self, screen: HearingScreen, workflow: Workflow, saving: Saving, paper: OnPaper) -> None:
        super().__init__(screen)
        self._workflow, self._saving, self._paper = workflow, saving, paper
        self._rows: list[ObservacionRow] = []
        self._codigo = ""
        self._back = named("devolver_a_borrador", Button("Devolver a borrador", "undo-2", kind="quiet", small=True))
        self._back.clicked.connect(workflow.take_back)
        self._told = named("observaciones_por_decidir", PlainLabel("", "body", "ink2", wrap=True))
        self._lines = Lines(
            screen,
            "observaciones",
            _COLUMNS,
            self._work(),
            self._bind,
            label="Observaciones",
            add="Qué se observa, y Enter",
            empty="Ninguna todavía. Escriba arriba la primera y oprima Enter.",
            most=6,
        )
        self._lines.table.row_selected.connect(self._look)
        self._again = named("enviar_otra_copia", Button("Enviar otra copia", "refresh-cw", kind="quiet", small=True))
        self._again.clicked.connect(workflow.send)
        note = "Lo que piden quienes revisan el acta, y qué se decidió."
        top = heading("Revisión", self._again, self._back, note=note)
        self.setLayout(column(top, self._copy(), self._told, self._lines, self._list(), None, gap=10))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the remarks, and which copy is out."""
        vida, self._codigo = self._workflow.vida, estado.codigo
        self._rows = self.tab.desk.ask(listar_observaciones, audiencia_id=self.audiencia_id)
        self._back.setVisible(self._workflow.offers("take_back"))
        sent = f"Copia de revisión {vida.revision}" if vida.revision else "Todavía no se ha enviado a revisión"
        self._sent.setText(sent)
        first = "Al enviarla se hace una copia con los renglones numerados, para guardarla o imprimirla."
        self._about.setText("con los renglones numerados" if vida.revision else first)
        for button in (self._save, self._print):
            button.setVisible(vida.revision > 0 and not vida.aprobada)
        self._again.setVisible(vida.estado == "en_revision")
        self._told.setText(_count(len(self._rows), vida.por_decidir))
        self._told.setVisible(bool(self._rows))
        self._lines.show_rows(self._rows)
        self._lines.setVisible(bool(vida.revision or self._rows))
        self._lines.freeze(vida.aprobada)
        self._filed.setVisible(bool(self._rows))
        self._authors.set_suggestions(list(dict.fromkeys(o.autor for o in self._rows if o.autor)))

    def leave(self) -> None:
        """Save what is unsaved."""
        self._lines.leave()

    def offers(self, method: str) -> bool:
        """The copy is given while it is reviewed; remarks are decided until the acta is approved."""
        vida = self._workflow.vida
        if method in ("save_list", "print_list"):
            return vida.observaciones > 0
        return vida.revision > 0 and not vida.aprobada

    def accept(self) -> None:
        """What is asked for was done."""
        self._decide("acogida")

    def accept_in_part(self) -> None:
        """Some of what is asked for was done."""
        self._decide("acogida_en_parte")

    def reject(self) -> None:
        """What is asked for is not done; why is written beside."""
        self._decide("no_acogida")

    def save_copy(self) -> None:
        """Save the copy for revision."""
        self._workflow.keep()
        self._saving.ask(self._copy_work().to_save())

    def print_copy(self) -> None:
        """Print the copy for revision."""
        self._workflow.keep()
        self._paper.print_out(self._copy_work())

    def save_list(self) -> None:
        """Save the remarks with what was decided."""
        self.leave()
        self._saving.ask(self._list_work().to_save())

    def print_list(self) -> None:
        """Print the remarks with what was decided."""
        self.leave()
        self._paper.print_out(self._list_work())

    def _decide(self, disposicion: Disposicion) -> None:
        current = self._lines.table.current()
        if current is None or self._workflow.vida.aprobada:
            return
        self._lines.form.commit()
        with self.tab.attempt() as attempt:
            self.tab.desk.do(decidir_observacion, id=current.id, disposicion=disposicion)
        if attempt.ok and not self._lines.table.select_next(lambda o: o.disposicion is None):
            self.tab.said.emit("Todas las observaciones están decididas. Ctrl Z deshace la última decisión.")

    def _look(self, remark: ObservacionRow | None) -> None:
        page = pagina_de(remark.lugar) if remark is not None else None
        if page is not None and self.isVisible():
            self.page_wanted.emit(page)

    def _copy(self) -> Well:
        self._sent = named("copia_de_revision", PlainLabel("", "strong", wrap=True))
        self._save = named("guardar_copia", Button("Guardar PDF…", "download", small=True))
        self._save.setAccessibleName("Guardar en PDF la copia de revisión")
        self._save.clicked.connect(self.save_copy)
        self._print = named("imprimir_copia", Button("Imprimir…", "printer", small=True))
        self._print.setAccessibleName("Imprimir la copia de revisión")
        self._print.clicked.connect(self.print_copy)
        self._about = PlainLabel("", "caption", "ink2", wrap=True)
        card = Well()
        said = column(self._sent, self._about, gap=1)
        card.setLayout(row((said, 1), self._save, self._print, margins=(14, 8, 10, 8), gap=6))
        return card

    def _list(self) -> QWidget:
        save = named("guardar_observaciones", Button("Guardar PDF…", "download", small=True))
        save.setAccessibleName("Guardar en PDF: Observaciones y su disposición")
        save.clicked.connect(self.save_list)
        out = named("imprimir_observaciones", Button("Imprimir…", "printer", small=True))
        out.setAccessibleName("Imprimir: Observaciones y su disposición")
        out.clicked.connect(self.print_list)
        self._filed = boxed(row((PlainLabel("Observaciones y su disposición", "strong", wrap=True), 1), save, out))
        return self._filed

    def _bind(self, form: Form) -> list[tuple[QWidget, int]]:
        self._authors = Line()
        none = or_none
        decided = Toggle([(key, con_mayuscula(words), _KEYS[key]) for key, words in DISPOSICION.items()])
        return [
            (form.bind("texto", Field("Observación", Text(lines=2, most=6))), 5),
            (form.bind("autor", Field("Quién", self._authors), stored=none), 3),
            (form.bind("lugar", Field("Dónde", Line(placeholder="página 3, renglón 12")), stored=none), 2),
            (form.bind("disposicion", Field("Disposición", decided), stored=none), 5),
            (form.bind("respuesta", Field("Qué se hizo, o por qué no", Text(lines=2, most=6)), stored=none), 5),
        ]

    def _work(self) -> Work:
        desk = self.tab.desk
        return Work(
            add=lambda text: desk.do(
                agregar_observacion,
                audiencia_id=self.audiencia_id,
                valores={"texto": text, "autor": self._rows[-1].autor if self._rows else None},
            ),
            correct=lambda key, values, seen: desk.do(corregir_observacion, id=key, valores=values, seen=seen),
            move=lambda key, before, after: desk.do(mover_observacion, id=key, antes=before, despues=after),
            withdraw=lambda key: desk.do(retirar_observacion, id=key),
        )

    def _copy_work(self) -> PdfWork:
        desk, hearing = self.tab.desk, self.audiencia_id
        name = f"Copia de revisión {self._workflow.vida.revision}"
        made = partial(desk.ask, documento_copia, audiencia_id=hearing, evidencias=desk.folder, hecha=moment.now())
        return PdfWork("La copia de revisión", name, made, also=("docx",))

    def _list_work(self) -> PdfWork:
        desk = self.tab.desk
        made = partial(desk.ask, documento_observaciones, codigo=self._codigo, evidencias=desk.folder)
        return PdfWork("La lista de observaciones", f"Observaciones y su disposición {self._codigo}", made, ("docx",))


def _place(o: ObservacionRow) -> str:
    copy = f"copia {o.revision}" if o.revision else ""
    return " · ".join(part for part in (o.autor or "", copy, o.lugar or "") if part)


def _count(total: int, waiting: int) -> str:
    if not waiting:
        return f"{plural(total, 'observación, decidida', 'observaciones, todas decididas')}."
    waits = plural(waiting, "espera", "esperan")
    return f"{plural(total, 'observación', 'observaciones')}; {waits} decisión: A se acoge, P en parte, X no se acoge."
