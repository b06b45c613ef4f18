"""«Pantallas»: where each window of the room goes, what it shows now, and the words that the desk sends to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.proyeccion import LARGO
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Choice, Field, Line, Text
from rcdesk.ui.kit.layout import Item, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.room.places import KINDS, WORDS, Kind
from rcdesk.ui.room.sheet import picture
from rcdesk.work import proyeccion as actions
from rcdesk.work.pantalla import PantallaView

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.projection import Projection
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_DRAFT: Final = "en_vivo/pantallas"


class ScreensPanel(Panel):
    """Beside the queue, which stays in sight. What is half typed in it is kept as a draft."""

    def __init__(self, screen: EnVivoScreen, projection: Projection, keep: QWidget) -> None:
        self._screen, self._projection = screen, projection
        self._drafts: list[Draft] = []
        self._preview = named("vista_proyector", _Preview(), label="Lo que ve la sala")
        self._now = named("en_la_sala", PlainLabel("", "strong", elide=True))
        self._next = named("sigue", PlainLabel("", "body", "ink2", elide=True))
        self._choice = {kind: named(f"pantalla_de_{kind}", Choice(icon="monitor"), label=WORDS[kind]) for kind in KINDS}
        self._open = {kind: named(f"abrir_{kind}", Button("Abrir")) for kind in KINDS}
        self._message = named("mensaje", Text(lines=2, most=4, enter_commits=True))
        self._name, self._entity = named("cintillo_nombre", Line()), named("cintillo_entidad", Line())
        self._notice = named("aviso_tarima", Line())
        body = column(
            *self._sending(), Rule(), *self._windows(), Rule(), *self._writing(), None, margins=(24, 8, 16, 16)
        )
        title = row(PlainLabel("Proyector y tarima", "title"), None, PlainLabel("Esc vuelve", "caption", "ink2"))
        title.setContentsMargins(look().gap(24), look().gap(18), look().gap(20), look().gap(6))
        self._area = scrolling(body)
        layout = column(title, (self._area, 1), margins=(1, 1, 1, 1), gap=0)
        super().__init__(screen, layout, where="right", width=520, keep=keep)
        self._drafts = [
            Draft(screen, editor, f"{_DRAFT}/{editor.objectName()}")
            for editor in (self._message, self._name, self._entity, self._notice)
        ]
        self._connect()

    def look(self) -> None:
        """Open it."""
        self.open_drafts()
        self.show_state()
        closed = next((kind for kind in KINDS if not self._projection.room.is_open(kind)), None)
        self.open(self._open[closed] if closed == "proyector" else self._message)
        self.show_state()

    def open_drafts(self) -> None:
        """Bring back what was half typed for this hearing."""
        for draft in self._drafts:
            draft.open(self._screen.audiencia_id)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for draft in self._drafts:
            draft.keep()

    def show_state(self) -> None:
        """Tell what is open and in force."""
        if self.isHidden():
            return
        view, room = self._projection.view, self._projection.room
        self._preview.show_view(view)
        self._now.setText(now_words(view, is_open=room.is_open("proyector")))
        self._next.setText(next_words(view))
        self._push.setEnabled(view.siguiente is not None)
        self._blank.setEnabled(self._projection.offers("blank"))
        self._unname.setVisible(view.cintillo is not None)
        self._read.setVisible(bool(view.aviso))
        screens = room.screens()
        for kind in KINDS:
            self._choice[kind].set_options(screens)
            self._choice[kind].set_value(room.place(kind))
            self._open[kind].set_words("Cerrar" if room.is_open(kind) else "Abrir")

    # Parts

    def _sending(self) -> tuple[Item, ...]:
        self._blank = named("apagar", Button("Apagar", "monitor-off", "Mayús F5", small=True))
        self._counts = named("mostrar_cifras", Button("Cifras", "chart-column", small=True))
        self._logos = named("mostrar_entidad", Button("Entidad", "building-2", small=True))
        self._push = named("poner_siguiente", Button("Poner", "", "Ctrl Mayús F5", small=True))
        return (
            row(self._preview, column(None, self._blank, self._counts, self._logos, gap=8), None, gap=16),
            self._now,
            row((self._next, 1), self._push, gap=8),
        )

    def _windows(self) -> tuple[Item, ...]:
        return tuple(row((Field(WORDS[kind], self._choice[kind]), 1), _low(self._open[kind]), gap=8) for kind in KINDS)

    def _writing(self) -> tuple[Item, ...]:
        self._show = named("mostrar_mensaje", Button("Mostrar", "monitor", "Enter", small=True))
        self._put = named("poner_cintillo", Button("Poner", "", "Enter", small=True))
        self._unname = named("quitar_cintillo", Button("Quitar", "x", small=True))
        self._tell = named("avisar", Button("Enviar", "", "Enter", small=True))
        self._read = named("quitar_aviso", Button("Quitar", "x", small=True))
        return (
            Field("Mensaje para la sala", self._message, hint=_most("mensaje")),
            row(None, self._show),
            row(
                (Field("Cintillo: quién habla", self._name, hint=_most("cintillo_nombre")), 1),
                (Field("Cargo o entidad", self._entity, hint=_most("cintillo_entidad")), 1),
            ),
            row(None, self._unname, self._put),
            Field("Aviso para la tarima, que la sala no ve", self._notice, hint=_most("aviso_tarima")),
            row(None, self._read, self._tell),
        )

    def _connect(self) -> None:
        do = self._projection
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow)
        self._blank.clicked.connect(do.blank)
        self._push.clicked.connect(do.push)
        self._counts.clicked.connect(lambda: self._send(actions.mostrar_lamina, lamina="cifras"))
        self._logos.clicked.connect(lambda: self._send(actions.mostrar_lamina, lamina="logos"))
        self._unname.clicked.connect(lambda: self._send(actions.quitar_cintillo))
        self._read.clicked.connect(lambda: self._send(actions.quitar_aviso))
        for entered in (self._message.entered, self._show.clicked):
            entered.connect(self._show_message)
        for entered in (self._name.returnPressed, self._entity.returnPressed, self._put.clicked):
            entered.connect(self._put_name)
        for entered in (self._notice.returnPressed, self._tell.clicked):
            entered.connect(self._send_notice)
        for kind in KINDS:
            self._choice[kind].edited.connect(lambda kind=kind: do.room.choose(kind, self._choice[kind].value()))
            self._open[kind].clicked.connect(lambda _=False, kind=kind: self._turn(kind))

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring into sight what has the keys."""
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)

    # What is done

    def _turn(self, kind: Kind) -> None:
        room = self._projection.room
        if room.is_open(kind):
            room.close(kind)
        else:
            room.show_hearing(self._screen.desk, self._screen.audiencia_id)
            room.open(kind)

    def _send(self, action: object, **values: object) -> bool:
        return self._projection.send(action, audiencia_id=self._screen.audiencia_id, **values)

    def _show_message(self) -> None:
        if self._send(actions.mostrar_mensaje, texto=self._message.value(), borrador=self._kept_at(self._message)):
            self._drafts[0].done()

    def _put_name(self) -> None:
        name, entity = self._name, self._entity
        kept = {"borradores": (self._kept_at(name), self._kept_at(entity))}
        if self._send(actions.poner_cintillo, nombre=name.value(), entidad=entity.value(), **kept):
            for draft in self._drafts[1:3]:
                draft.done()

    def _send_notice(self) -> None:
        notice = self._notice
        if self._send(actions.avisar_a_la_tarima, texto=notice.value(), borrador=self._kept_at(notice)):
            self._drafts[3].done()

    def _kept_at(self, editor: QWidget) -> str:
        """Where the base keeps the draft of a field."""
        return f"{_DRAFT}/{editor.objectName()}/{self._screen.audiencia_id}"


class _Preview(Dressed, QWidget):
    """What the room sees, as wide as the panel."""

    def __init__(self) -> None:
        super().__init__()
        self._view = PantallaView()
        self.dress()

    def show_view(self, view: PantallaView) -> None:
        if view != self._view:
            self._view = view
            self.update()

    def dress(self) -> None:
        high = look().gap(150)
        self.setFixedSize(high * 16 // 9, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        box = QRectF(self.rect())
        shot = picture(self._view, self.size(), self.devicePixelRatioF())
        painter.drawPixmap(box, shot, QRectF(shot.rect()))
        painter.setPen(QPen(look().color("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inset(box))
        painter.end()


def now_words(view: PantallaView, *, is_open: bool) -> str:
    """Return what the room sees, in a line."""
    if view.pregunta is not None:
        what = f"{view.pregunta.codigo}  {view.pregunta.texto}"
    else:
        words = {"mensaje": "Un mensaje", "cifras": "Las cifras", "logos": "La entidad", "nada": "Nada"}
        what = words[view.tipo]
    return f"En la sala: {what}" if is_open else f"Cerrado. Al abrirlo: {what}"


def next_words(view: PantallaView) -> str:
    """Return what follows, in a line."""
    if view.siguiente is None:
        return "Sigue: ninguna pregunta aprobada espera"
    return f"Sigue: {view.siguiente.codigo}  {view.siguiente.texto}"


def _most(campo: str) -> str:
    return f"hasta {LARGO[campo]} letras"


def _low(button: Button) -> Item:
    """Stand a button beside a field, at its foot."""
    return column(None, button)
