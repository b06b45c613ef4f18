"""What was said of a commitment, the latest first, and the lines where one more advance is registered."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import fecha_corta, numero, plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.evidence import Proofs
from rcdesk.ui.kit.fields import Check, DateField, DecimalField, Field, Text
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.compromisos.texts import breakable, percent_words, said_icon, said_words
from rcdesk.work.ver_compromiso import CompromisoVista, DichoRow

_WHOLE = Decimal(100)


class NewAdvance(QWidget):
    """Enter registers what is typed; its day is today unless another is written."""

    wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._text = named(
            "avance_texto", Text(lines=2, most=7, placeholder="Qué se hizo. Enter lo registra.", enter_commits=True)
        )
        self._draft = Draft(screen, self._text, "compromiso/avance")
        self._percent = named("avance_avance", DecimalField(placeholder="0 a 100"))
        self._day = named("avance_corte", DateField(partial=False))
        self._done = named("avance_cumplido", Check("Con esto queda cumplido"))
        self.proofs = Proofs("avance_evidencia")
        self.proofs.accept_drops_on(self)
        file = named("avance_archivo", Button("", "upload", hint="Adjuntar un archivo que lo prueba"))
        link = named("avance_enlace", Button("", "link", hint="Poner el enlace de lo que lo prueba"))
        self.save = named("registrar_avance", Button("Registrar", key="Enter", kind="primary"))
        file.clicked.connect(self.proofs.choose_file)
        link.clicked.connect(lambda: self.proofs.add_link(moment.today()))
        self.save.clicked.connect(self.wanted)
        self._text.entered.connect(self.wanted)
        for line in (self._percent, self._day):
            line.returnPressed.connect(self.wanted)
        self._percent.edited.connect(self._propose)
        percent, day = Field("Avance, %", self._percent), Field("Día", self._day)
        percent.setFixedWidth(look().px(100))
        day.setFixedWidth(look().px(130))
        tools = boxed(row(file, link, None, self.save))
        below = boxed(column(None, tools, gap=0))
        fields = row(percent, day, None) if look().large else row(percent, day, (below, 1), gap=8)
        words = Field("Nuevo avance", self._text)
        self.setLayout(column(words, fields, *((tools,) if look().large else ()), self._done, self.proofs, gap=8))
        self._done.hide()
        self.setFocusProxy(self._text)

    def open(self, view: CompromisoVista) -> None:
        """Type for a commitment from now on, with what was half typed for it."""
        self._draft.open(view.al.id)
        self._blank(view)

    def tell(self, view: CompromisoVista) -> None:
        """Tell how far it goes where more is typed, also after the last was taken back."""
        said = view.al.avance
        self._percent.setPlaceholderText(f"va en {numero(Decimal(said))}" if said is not None else "0 a 100")

    def values(self) -> dict[str, Any]:
        """Return the fields of what is typed; RuleError when one cannot be read."""
        percent = self._percent.value()
        found: dict[str, Any] = {"corte": self._day.value(), "texto": self._text.value()}
        if percent is not None:
            found["avance"] = f"{percent:f}"
        if self._done.value() and not self._done.isHidden():
            found["estado"] = "cumplido"
        return found

    def done(self, view: CompromisoVista) -> None:
        """It is registered: the next one begins empty."""
        self._draft.done()
        self.proofs.clear()
        self._blank(view)

    def _blank(self, view: CompromisoVista) -> None:
        self._percent.set_value(None)
        self.tell(view)
        self._day.set_value(moment.today())
        self._propose()

    def _propose(self) -> None:
        """What is whole is usually done: it is proposed, and can be unmarked."""
        whole = self._percent.text().strip().rstrip("%").strip() == "100"
        if whole and self._done.isHidden():
            self._done.set_value(True)
        self._done.setVisible(whole)


class History(Card):
    """`withdrawn` carries the key of something that was said by mistake."""

    withdrawn = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.form = NewAdvance(screen)
        self._count = PlainLabel("", "lead", "ink2")
        self._list = column(gap=12)
        self._shown: tuple[object, ...] | None = None
        self._past = named("vista_del_pasado", PlainLabel("", "body", wrap=True))
        self.to_today = named("volver_a_hoy", Button("Volver a hoy", "undo-2", small=True))
        back = row(Glyph("history", "ink2"), (self._past, 1), self.to_today, gap=8)
        self._gone = boxed(back)
        head = row(PlainLabel("Avances", "lead"), self._count, None, gap=8)
        top = column(head, self._gone, self.form, margins=(18, 12, 16, 12), gap=8)
        body = column(self._list, None, margins=(18, 12, 16, 12))
        if look().large:
            self.setLayout(column(top, Rule(), body, gap=0))
        else:
            self.setLayout(column(top, Rule(), (scrolling(body), 1), margins=(1, 0, 1, 2), gap=0))

    def show_view(self, view: CompromisoVista, cut: str, *, past: bool) -> None:
        """Show what had been said by that day; in the past nothing is registered."""
        self._count.setText(numero(sum(one.retirado is None for one in view.dichos)))
        later = f" Después se dijeron {plural(view.despues, 'cosa', 'cosas')}." if view.despues > 1 else ""
        later = " Después se dijo una cosa." if view.despues == 1 else later
        self._past.setText(f"Así estaba el {fecha_corta(cut)}.{later}")
        self._gone.setVisible(past)
        self.form.setVisible(not past)
        self.form.tell(view)
        shown = (view.al.id, past, view.dichos, view.al.adquirido, view.al.procedencia_nombre)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._list)
        for one in view.dichos:
            self._list.addWidget(self._line(one, past=past))
        self._list.addWidget(_born(view))

    def _line(self, one: DichoRow, *, past: bool) -> QWidget:
        gone = one.retirado is not None
        icon, tone = said_icon(one)
        quiet = "ink3" if gone else "ink"
        when = fecha_corta(one.corte) if one.corte else "Sin fecha"
        head = row(
            PlainLabel(when, "strong", quiet),
            (PlainLabel(one.autor or "", "caption", "ink2", elide=True), 1),
            PlainLabel(percent_words(one.avance), "strong", quiet),
            gap=8,
        )
        if not gone and not past:
            withdraw = named(f"retirar_{one.id}", Button("", "trash-2", kind="quiet", small=True))
            withdraw.set_words("", "Retirar, con motivo")
            withdraw.clicked.connect(lambda: self.withdrawn.emit(one.id))
            head.addWidget(withdraw)
        texts = [text for text in (said_words(one), one.texto) if text]
        lines: list[QWidget] = [PlainLabel(breakable(text), "body", quiet, wrap=True) for text in texts]
        if one.evidencias:
            proofs = plural(one.evidencias, "evidencia", "evidencias")
            lines.append(PlainLabel(proofs, "caption", "ink2"))
        if gone:
            lines.append(PlainLabel(f"Retirado: {breakable(one.retirado or '')}", "caption", "ink2", wrap=True))
        return _marked(icon, tone, head, lines)


def _born(view: CompromisoVista) -> QWidget:
    al = view.al
    when = fecha_corta(al.adquirido) if al.adquirido else "Sin fecha"
    head = row(PlainLabel(when, "strong"), None)
    where = PlainLabel(f"Se prometió en {al.procedencia_nombre}.", "body", "ink2", wrap=True)
    return _marked("circle", "ink3", head, [where])


def _marked(icon: str, tone: str, head: Any, lines: Sequence[QWidget]) -> QWidget:
    mark = boxed(column(3, Glyph(icon, tone), None, gap=0))
    mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return boxed(row(mark, (column(head, *lines, gap=2), 1), gap=12))
