"""«De la última vez»: what is still owed, what went badly and what was learnt, each a step from where it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain.palabras import con_mayuscula
from rcdesk.i18n import fecha_corta, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import Item, boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.ultima_vez import hay_ultima_vez, ver_ultima_vez

_WIDE: Final = 520
_SHOWN: Final = 8
"""So many of each are read here; the rest, where they are."""
_LEARNT: Final = {
    "lecciones_aprendidas": "Lección",
    "buenas_practicas": "Buena práctica",
    "conclusiones": "Conclusión",
}

_NOTHING: Final = (
    "Nada quedó pendiente. Aquí aparecen los compromisos abiertos, las debilidades de la última audiencia y lo que los "
    "planes dicen que se aprendió."
)

READS: Final = frozenset(
    {"audiencias", "compromisos", "seguimientos", "factores", "planes", "hallazgos_descartados", "actas"}
)


class LastTime(QObject):
    """The button at the end of the bar, and its panel. There is no button while nothing can have been left."""

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._tab = tab
        self._there = False
        self._panel: Panel | None = None
        self.stale = True
        self.button = named("ultima_vez", Button("", "history", kind="quiet", small=True))
        self.button.set_words("" if look().large else "De la última vez", "De la última vez")
        self.button.clicked.connect(self.open)
        self.button.hide()

    @property
    def offered(self) -> bool:
        """Whether there may be something to look at."""
        return self._there

    def refresh(self) -> None:
        """Offer it, if something may have been left; read it again only while it is looked at."""
        if not self.stale:
            return
        self.stale = False
        self._there = self._tab.desk.ask(hay_ultima_vez, audiencia_id=self._tab.audiencia_id)
        self.button.setVisible(self._there)
        if self._panel is not None and self._panel.isVisible():
            self._show()

    def open(self) -> None:
        """Show what was left over the work."""
        if not self._there:
            return
        if self._panel is None:
            self._panel = self._make()
        self._show()
        self._panel.open()

    def _make(self) -> Panel:
        self._before = PlainLabel("", "caption", "ink2", wrap=True)
        self._lines: QVBoxLayout = column(gap=16)
        back = named("volver_a_preparar", Button("Volver", key="Esc", kind="quiet"))
        head = column(PlainLabel("De la última vez", "title"), self._before, margins=(24, 20, 24, 14), gap=3)
        body = scrolling(column(self._lines, None, margins=(24, 16, 24, 16)))
        foot = row(None, back, margins=(16, 12, 20, 14))
        made = Panel(self._tab, column(head, Rule(), (body, 1), Rule(), foot, gap=0), where="right", width=_WIDE)
        made.setObjectName("panel_ultima_vez")
        made.sheet.setAccessibleName("De la última vez")
        back.clicked.connect(made.close_panel)
        return made

    def _show(self) -> None:
        found = self._tab.desk.ask(ver_ultima_vez, audiencia_id=self._tab.audiencia_id)
        before = f"La audiencia anterior fue «{found.previa.nombre}»." if found.previa else "No hay una anterior."
        if not found.dia:
            before = "Esta todavía no tiene fecha: con ella se sabe cuál fue la anterior y qué quedó debiendo."
        counted = f" Los días se cuentan al de esta, {fecha_corta(found.dia)}." if found.dia else ""
        self._before.setText(f"{before}{counted}")
        emptied(self._lines)
        owed = [
            f"{uno.codigo}. {uno.que_hacer} ({'; '.join(filter(None, (uno.edad, uno.tardanza.lower())))})"
            for uno in found.abiertos
        ]
        learnt = [f"{_LEARNT[uno.clase]}: {uno.texto} ({', '.join(uno.planes)})" for uno in found.aprendido]
        title = plural(len(owed), "compromiso abierto", "compromisos abiertos")
        self._add(title, "handshake", owed, "Verlos en el acta", "acta", "compromisos")
        title = plural(len(found.debilidades), "debilidad", "debilidades")
        self._add(f"{title} de esa audiencia", "triangle-alert", found.debilidades, "Ir a la DOFA", "acta", "dofa")
        self._add("Lo aprendido", "book-open", learnt, "Ir a Cronograma", "cronograma", "")
        if not (owed or found.debilidades or learnt):
            self._lines.addWidget(PlainLabel(_NOTHING, "body", "ink2", wrap=True))

    def _add(self, title: str, glyph: str, texts: Sequence[str], verb: str, place: str, part: str) -> None:
        """A part of the panel: what there is, and the button that goes where it is used; nothing when there is none."""
        if not texts:
            return
        go = named(f"ir_{part or place}", Button(verb, "arrow-right", kind="quiet", small=True))
        go.clicked.connect(lambda: self._go(place, part))
        lines: list[Item] = [_line(glyph, con_mayuscula(text)) for text in texts[:_SHOWN]]
        if len(texts) > _SHOWN:
            lines.append(PlainLabel(f"y {len(texts) - _SHOWN} más", "caption", "ink2"))
        self._lines.addWidget(boxed(column(row(PlainLabel(title, "strong"), None, go), *lines, gap=6)))

    def _go(self, place: str, part: str) -> None:
        if self._panel is not None:
            self._panel.close_panel()
        self._tab.wants.emit(place, f"{self._tab.audiencia_id}/{part}" if part else "")


def _line(glyph: str, text: str) -> QWidget:
    mark = boxed(column(2, Glyph(glyph, "ink2", 14), None, gap=0))
    return boxed(row(mark, (PlainLabel(text, "body", wrap=True), 1), gap=8))
