"""Acta: the parts at the left, the one being written in the middle, the pages that will print at the right."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.app.desk import Desk
from rcdesk.domain.palabras_del_acta import ESTADO_ACTA
from rcdesk.ui.acta_work import acta_work
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.states import ACTA
from rcdesk.ui.kit.theme import look
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.acta.analysis import AnalysisPart
from rcdesk.ui.screens.acta.assessment import AssessmentPart
from rcdesk.ui.screens.acta.closing import ClosingPart
from rcdesk.ui.screens.acta.cross import DofaPart
from rcdesk.ui.screens.acta.development import DevelopmentPart, SectionPart
from rcdesk.ui.screens.acta.heading import HeadingPart
from rcdesk.ui.screens.acta.index import Index
from rcdesk.ui.screens.acta.part import Part
from rcdesk.ui.screens.acta.people import PeoplePart
from rcdesk.ui.screens.acta.preview import Preview
from rcdesk.ui.screens.acta.promises import PromisesPart
from rcdesk.ui.screens.acta.review import RevisionPart
from rcdesk.ui.screens.acta.signing import AnnexesPart, SignersPart
from rcdesk.ui.screens.acta.versions import VersionsPart
from rcdesk.ui.screens.acta.workflow import Workflow
from rcdesk.work.estado_del_acta import EstadoDelActa, ver_estado_del_acta
from rcdesk.work.subsecciones import abrir_seccion

_PARTS: Final[dict[str, type[Part]]] = {
    "encabezado": HeadingPart,
    "asistentes": PeoplePart,
    "desarrollo": DevelopmentPart,
    "seccion": SectionPart,
    "analisis": AnalysisPart,
    "autoevaluacion": AssessmentPart,
    "dofa": DofaPart,
    "compromisos": PromisesPart,
    "cierre": ClosingPart,
    "firmas": SignersPart,
    "anexos": AnnexesPart,
}
_INDEX, _WRITING = 252, 560  # px at 100 % text
_PAGES_LEAST, _PAGES = 320, 424  # px at 100 % text
_GAPS, _LEAST = 40, 96  # px
_TITLE: Final = 18  # letters
_NO_LIMIT: Final = 16_777_215  # px: Qt's own


class ActaScreen(HearingScreen):
    """A part is made the first time it is opened. Where there is no room, one pane at a time."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            *("audiencias", "lugares", "canales", "sesiones", "medidas", "incidentes", "grupos_de_temas", "temas"),
            *("piezas", "publicaciones", "puntos", "asistentes", "conteos", "metricas", "intervenciones"),
            *("decisiones", "preguntas", "encuestas", "preguntas_encuesta", "resultados", "respuestas_encuesta"),
            *(
                "factores",
                "estrategias",
                "compromisos",
                "seguimientos",
                "actas",
                "secciones",
                "firmantes",
                "anexos",
                "entidades",
            ),
            *("formatos", "dias_no_habiles", "adjuntos", "hallazgos_descartados", "observaciones", "versiones"),
        }
    )

    workflow: Workflow
    review: RevisionPart
    versions: VersionsPart

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._estado: EstadoDelActa | None = None
        self._here, self._pane = "encabezado", "texto"
        self._parts: dict[str, Part] = {}
        self._frames: dict[Part, QWidget] = {}
        self.saving = Saving(self)
        self.paper = OnPaper(self, self.saving)
        self.workflow = Workflow(self, self._keep, self._write)
        self.review = RevisionPart(self, self.workflow, self.saving, self.paper)
        self.versions = VersionsPart(self, self.workflow, self.saving, self.paper)
        self.index = named("partes_del_acta", Index(), label="Partes del acta")
        self.index.chosen.connect(self.open_part)
        self.preview = named("vista_de_paginas", Preview(desk), label="Páginas")
        self.preview.save_asked.connect(lambda: (self.review.save_copy if self._reviewing else self.save_pdf)())
        self.preview.word_asked.connect(self.save_word)
        self.preview.print_asked.connect(lambda: (self.review.print_copy if self._reviewing else self.print_acta)())
        self.preview.drawn_anew.connect(lambda _pages: self._tell())
        self.preview.back.clicked.connect(lambda: self._show_pane("texto"))
        self._stack = QStackedWidget()
        self._before = named("parte_anterior", Button("", "chevron-left", kind="quiet", small=True, hint="Anterior"))
        self._after = named("parte_siguiente", Button("", "chevron-right", kind="quiet", small=True))
        self._list = named("ver_partes", Button("Partes", "list", kind="quiet", small=True))
        self._paper = named("ver_paginas", Button("Como se imprime", "eye", kind="quiet", small=True))
        self._before.clicked.connect(self.previous_part)
        self._after.clicked.connect(self.next_part)
        self._list.clicked.connect(lambda: self._show_pane("texto" if self._pane == "partes" else "partes"))
        self._paper.clicked.connect(lambda: self._show_pane("texto" if self._pane == "paginas" else "paginas"))
        self.review.page_wanted.connect(lambda page: self.preview.view.go_to(page, 0.0))
        self._keep_part("revision", self.review)
        self._keep_part("versiones", self.versions)
        self._build()

    def _build(self) -> None:
        foot = row(
            self._before,
            self._after,
            self._list,
            None,
            self._paper,
            self.workflow.step,
            margins=(12, 8, 12, 10),
            gap=6,
        )
        note = column(self.workflow.note, margins=(12, 8, 12, 0))
        self._middle = Card()
        self._middle.setMinimumWidth(_LEAST)  # its foot would keep the window from being made so narrow that it folds
        self._middle.setLayout(column(note, (self._stack, 1), Rule(), foot, margins=(1, 0, 1, 2), gap=0))
        self.fill(row(self.index, (self._middle, 1), self.preview, margins=(8, 0, 8, 8), gap=8))
        self._arrange()  # before it is measured: three panes at once would make the window wider than the screen

    def reset(self) -> None:
        """Another hearing: its acta is opened at the beginning."""
        for part in self._parts.values():
            part.leave()
        self._here, self._pane, self._estado = "encabezado", "texto", None

    def refresh(self) -> None:
        """Read how the acta stands, and the part that is open."""
        self._estado = self.desk.ask(ver_estado_del_acta, audiencia_id=self.audiencia_id)
        self.workflow.refresh()
        self._mend()
        self._open()
        self.preview.show_hearing(self.audiencia_id)
        self.preview.ask()

    def seek(self, key: str) -> None:
        """Open a part by its name, «seccion/» and a key, or «compromisos/» and a key."""
        name, _, record = key.partition("/")
        self.open_part(key if name == "seccion" else name)
        part = self._parts.get(name)
        if record and isinstance(part, PromisesPart):
            part.seek(record)
        elif part is not None and self._estado is not None:
            part.take_keys()

    def offers(self, method: str) -> bool:
        """F9 needs a strategy in hand; F8 and Ctrl+G, a part with sentences; the steps of the acta, their turn."""
        owner, _, step = method.rpartition(".")
        match owner:
            case "workflow":
                return self.workflow.offers(step)
            case "review":
                return self.review.offers(step)
            case "versions":
                return self.versions.offers(step)
            case _ if method in ("reword", "restore"):
                return _PARTS.get(self._here.partition("/")[0], Part).rewords
            case _:
                return method != "promise" or self._here == "dofa"

    def open_part(self, key: str) -> None:
        """Open a part of the acta."""
        if key.partition("/")[0] not in {*_PARTS, *self._parts}:
            return
        if key != self._here:
            self._part().leave()
            self._here = key
        self._pane = "texto"
        if self.isVisible() and self._estado is not None:
            self._mend()
            self._open()

    def next_part(self) -> None:
        """Open the part that follows."""
        self._go(1)

    def previous_part(self) -> None:
        """Open the part before."""
        self._go(-1)

    def use_standard(self) -> None:
        """Add the nine sections of the real format, and show them."""
        self._part().use_standard()
        self._write("desarrollo")

    def reword(self) -> None:
        """F8: the generated sentence in hand becomes a text of one's own."""
        self._part().reword()

    def restore(self) -> None:
        """Ctrl+G: the text that the figures write comes back in place of the one in hand."""
        self._part().restore()

    def promise(self) -> None:
        """F9: the strategy in hand becomes a commitment."""
        part = self._parts.get("dofa")
        if self._here == "dofa" and isinstance(part, DofaPart):
            part.promise()

    def save_pdf(self) -> None:
        """Ask where, and write the acta there."""
        work = self._acta_as_it_is()
        if work is not None:
            self.saving.ask(work.to_save())

    def save_word(self) -> None:
        """Ask where, and write the acta there as Word."""
        work = self._acta_as_it_is()
        if work is not None:
            self.saving.ask(work.to_save("docx"))

    def print_acta(self) -> None:
        """Print the acta."""
        work = self._acta_as_it_is()
        if work is not None:
            self.paper.print_out(work)

    def _acta_as_it_is(self) -> PdfWork | None:
        """Keep what is being typed, and return the acta with it."""
        if self._estado is None:
            return None
        self._keep()
        return acta_work(self.desk, self._estado.codigo, self._estado.numero)

    @property
    def _reviewing(self) -> bool:
        """Whether the pages are those of the copy that is out."""
        return self._here == "revision" and self.workflow.vida.estado == "en_revision"

    def _keep(self) -> None:
        """Keep what is being typed."""
        if self._estado is not None:
            self._part().leave()
            self._part().refresh(self._estado)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to the part that is open."""
        super().focusInEvent(event)
        if self._estado is not None:
            self._part().take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pane != "texto":
            self._show_pane("texto")
            self._part().take_keys()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _go(self, by: int) -> None:
        key = self.index.step(by)
        if key:
            self._write(key)

    def _write(self, key: str) -> None:
        """Open a part from a list of another one, or as a step of the acta leads there: the keys go to its text."""
        self.open_part(key)
        self._part().take_keys()

    def _mend(self) -> None:
        """A section that was withdrawn is no longer open."""
        name, _, section = self._here.partition("/")
        if name == "seccion" and self.desk.ask(abrir_seccion, id=section) is None:
            self._here = "desarrollo"

    def _open(self) -> None:
        assert self._estado is not None
        part = self._part()
        part.refresh(self._estado)
        part.setEnabled(part.lives or not self.workflow.vida.aprobada)
        self._stack.setCurrentWidget(self._frames[part])
        for life in (self.review, self.versions):
            if life is not part:
                life.refresh(self._estado)
        listed = f"seccion/{part.listed}" if isinstance(part, SectionPart) else self._here
        self.index.show_parts(self._estado.partes, self.workflow.lines(), listed)
        self.index.show_state(ACTA[self._estado.estado], f"Versión {self.workflow.vida.version}")
        self.preview.show_copy(self._reviewing)
        self.preview.go_to(part.landmark)
        self._name_neighbours()
        self._arrange()
        self._tell()

    def _name_neighbours(self) -> None:
        """Say in the foot which parts come before and after; at large text, only that they do."""
        before, after = self.index.step(-1), self.index.step(1)
        large = look().large
        self._before.set_words("" if large else _short(self.index.title_of(before)), "Parte anterior")
        self._before.setVisible(bool(before))
        self._after.set_words("" if large else _short(self.index.title_of(after)), "Parte siguiente")
        self._after.setVisible(bool(after))

    def _part(self) -> Part:
        """Return the open part, made now if it was not."""
        name, _, section = self._here.partition("/")
        part = self._parts.get(name)
        if part is None:
            part = self._keep_part(name, _PARTS[name](self))
            part.typing.connect(self.preview.ask)
            if isinstance(part, DevelopmentPart | SectionPart | AnalysisPart):
                part.opened.connect(lambda key: self._write(f"seccion/{key}"))
        if isinstance(part, SectionPart):
            part.open(section)
        return part

    def _keep_part(self, name: str, part: Part) -> Part:
        """Hold a part from now on, scrolling if it may not fit."""
        self._parts[name] = part
        framed: QWidget = part
        if not part.wide:
            framed = scrolling(column((part, 1), margins=(24, 16, 20, 16)))
        self._frames[part] = framed
        self._stack.addWidget(framed)
        return part

    def _show_pane(self, pane: str) -> None:
        self._pane = pane
        self._arrange()
        if pane == "partes":
            self.index.setFocus()

    def _arrange(self) -> None:
        """Give the room to what is being done: three panes, two, or one at a time."""
        px, wide = look().px, self._here == "dofa"
        room = self.width() - px(_WRITING) - _GAPS
        two, three = room >= px(_PAGES_LEAST), room >= px(_INDEX + _PAGES_LEAST)
        alone = not two and self._pane != "texto"
        parts = (three and not wide) or self._pane == "partes"
        pages = self._pane == "paginas" or (two and not wide and (three or self._pane != "partes"))
        self.index.setVisible(parts)
        self.preview.setVisible(pages)
        self.preview.back.setVisible(alone)
        self._middle.setVisible(not alone)
        self._list.setVisible(wide or not three)
        self._paper.setVisible(wide or not two)
        left = room - (px(_INDEX) if parts else 0)
        for pane, size in ((self.index, px(_INDEX)), (self.preview, min(max(left, px(_PAGES_LEAST)), px(_PAGES)))):
            pane.setMinimumWidth(0 if alone else size)
            pane.setMaximumWidth(_NO_LIMIT if alone else size)

    def _tell(self) -> None:
        if self._estado is None:
            return
        missing = sum(parte.estado == "falta" and not parte.numero for parte in self._estado.partes)
        vida, pages = self.workflow.vida, self.preview.view.count()
        counts = (
            (missing, "parte falta", "partes faltan", "warn"),
            (vida.por_decidir, "observación por decidir", "observaciones por decidir", "warn"),
            (pages, "página", "páginas", "ink"),
        )
        parts = [(f"Versión {vida.version}", ESTADO_ACTA[vida.estado], "ink")]
        parts += [(str(n), one if n == 1 else many, tone) for n, one, many, tone in counts if n]
        self.ambient.emit(parts)


def _short(words: str) -> str:
    """A title that fits in a button."""
    return words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0].rstrip(".,;:") + "…"
