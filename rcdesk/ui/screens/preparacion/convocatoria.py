"""Convocatoria: the text and the media of the announcement, its pieces, and when each was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain.palabras import MEDIO, con_mayuscula
from rcdesk.i18n import fecha_corta, plural
from rcdesk.ui.kit.fields import DateField, Field, Line, NumberField, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.narrative import Narrative
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.editors import BareField, choice_of, from_lines, to_lines
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.notice import Notice
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.ui.screens.preparacion.strips import Strips
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.convocatoria import Anuncio, PiezaRow, ver_anuncio
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.preparacion import ver_datos

_WHOLE = "general"  # the line that stands for the announcement as a whole


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list: the announcement as a whole, or a piece."""

    id: str
    orden: str
    numero: str
    titulo: str
    nota: str
    primera: str
    antelacion: str
    pieza: PiezaRow | None


_COLUMNS: tuple[Column[_Line], ...] = (
    Column("", lambda r: r.numero, width=52, align="right", strong=True),
    Column("Pieza", lambda r: r.titulo, note=lambda r: r.nota),
    Column("Primera fecha", lambda r: r.primera, width=116, tone=lambda r: _tone(r), drop=2),
    Column("Antelación", lambda r: r.antelacion, width=104, align="right", tone="ink2", drop=1),
)
_EMPTY = (
    "mail",
    "Todavía no hay piezas",
    "Cada aviso con su medio y las fechas en que se publicó.",
    "Escribir la primera",
)


class ConvocatoriaSection(SplitSection[_Line]):
    """The announcement as a whole and its pieces at the left; the chosen one at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"audiencias", "piezas", "publicaciones", "adjuntos"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._notice_data = Anuncio((), None, None, 0)
        adder = Adder(tab, "piezas", "Escriba el título de una pieza y oprima Enter", self._add)
        self._ahead = Notice()
        lines = LineList("piezas", "Convocatoria", _COLUMNS, adder, empty=_EMPTY, foot=self._ahead)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._whole_page())
        self._pages.addWidget(self._piece_page())
        self.build(lines, Detail("Convocatoria", column(self._pages), "pieza"), back="Convocatoria", shares=(1, 1))

    def _whole_page(self) -> QWidget:
        self._whole = self.form("convocatoria", editar_audiencia)
        self._text = Narrative(
            self.tab, "audiencias", "convocatoria_bloques", "Cómo se convocó. El acta lo imprime así."
        )
        self.follow(self._text.form)
        bind = self._whole.bind
        media = Field("Medios", Text(lines=3))
        tags = Field("Etiquetas en redes", Text(lines=1))
        numbers = Flow(
            (bind("convocatoria_correo_preguntas", Field("Correo para enviar preguntas", Line())), 3),
            (bind("convocatoria_publicaciones_en_redes", Field("Publicaciones en redes", NumberField())), 2),
            units=5,
            least=92,
        )
        return boxed(
            column(
                PlainLabel("Texto de la convocatoria", "strong"),
                self._text.form.bind("convocatoria_bloques", BareField("Texto de la convocatoria", self._text.editor)),
                6,
                bind("convocatoria_medios", media, shown=to_lines, stored=from_lines, hint="uno por renglón"),
                numbers,
                bind("convocatoria_etiquetas", tags, shown=to_lines, stored=from_lines, hint="una por renglón"),
                None,
                gap=10,
            )
        )

    def _piece_page(self) -> QWidget:
        self._piece = self.form("piezas", corregir["piezas"])
        self._pictures = Narrative(self.tab, "piezas", "figuras", "Agregue con los botones la imagen de la pieza.")
        self.follow(self._pictures.form)
        self._published = Strips(
            self, "publicaciones", "pieza_id", "Escriba dónde se publicó y oprima Enter", _publication, carded=True
        )
        bind = self._piece.bind
        return boxed(
            column(
                bind("titulo", Field("Título", Line())),
                bind("medio", Field("Medio", choice_of(MEDIO, "Sin indicar"))),
                bind("texto", Field("Texto de la pieza", Text(lines=2))),
                6,
                PlainLabel("Publicaciones", "strong"),
                self._published,
                6,
                PlainLabel("Imagen", "strong"),
                self._pictures.form.bind("figuras", BareField("Imagen", self._pictures.editor)),
                None,
                gap=10,
            )
        )

    def refresh(self) -> None:
        self._notice_data = notice = self.ask(ver_anuncio)
        whole = _Line(_WHOLE, "", "", "Texto, medios y correo", "La convocatoria en su conjunto", "", "", None)
        self.show_lines((whole, *map(_piece_line, notice.piezas)), plural(len(notice.piezas), "pieza", "piezas"))
        self._ahead.say(*_verdict(notice))

    def show_detail(self, row: _Line) -> None:
        self._pages.setCurrentIndex(0 if row.pieza is None else 1)
        self.detail.buttons.setVisible(row.pieza is not None)
        if row.pieza is None:
            self._leave_piece()
            data = self.tab.desk.ask(ver_datos, id=self.hearing)
            if data is not None:
                self._whole.show(self.hearing, data)
                self._text.form.show(self.hearing, data)
            self.detail.set_title("Texto, medios y correo")
            return
        self._piece.show(row.id, row.pieza)
        self._pictures.form.show(row.id, row.pieza)
        self._published.show_rows(row.id, row.pieza.publicaciones)
        self.detail.set_title(f"Pieza {row.numero}")

    def leave_detail(self) -> None:
        self._whole.leave()
        self._text.form.leave()
        self._leave_piece()

    def move_line(self, by: int) -> None:
        self.move_with(mover["piezas"], self._notice_data.piezas, by)

    def withdraw_line(self) -> None:
        row = self.lines.table.current()
        if row is not None and row.pieza is not None:
            self.withdraw_with(retirar["piezas"])

    def status(self) -> Status:
        notice = self._notice_data
        parts = [(str(len(notice.piezas)), "piezas", "ink")]
        return (*parts, (str(notice.sin_fecha), "sin fecha", "warn")) if notice.sin_fecha else tuple(parts)

    def _leave_piece(self) -> None:
        self._piece.leave()
        self._pictures.form.leave()
        self._published.forget()

    def _add(self, words: str) -> bool:
        return self.added(self.do(agregar["piezas"], valores={"titulo": words}, audiencia_id=self.hearing))


def _publication(form: Form) -> QWidget:
    return Flow(
        (form.bind("fuente", Field("Fuente", Line())), 4),
        (form.bind("fecha", Field("Fecha", DateField())), 2),
        (form.bind("hora", Field("Hora", TimeField())), 2),
        (form.bind("url", Field("Enlace", Line(placeholder="https://"))), 8),
        units=8,
        least=52,
        gap=8,
    )


def _piece_line(piece: PiezaRow) -> _Line:
    medium = con_mayuscula(MEDIO[piece.medio]) if piece.medio else ""
    times = plural(len(piece.publicaciones), "publicación", "publicaciones") if piece.publicaciones else ""
    return _Line(
        piece.id,
        piece.orden,
        str(piece.numero),
        piece.titulo,
        " · ".join(part for part in (medium, times) if part),
        fecha_corta(piece.primera) if piece.primera else "sin fecha",
        "" if piece.dias is None else _days(piece.dias),
        piece,
    )


def _days(days: int) -> str:
    if days < 0:
        return f"{plural(-days, 'día', 'días')} después"
    return plural(days, "día", "días") if days else "el mismo día"


def _tone(line: _Line) -> str:
    return "warn" if line.pieza is not None and line.pieza.primera is None else "ink2"


def _verdict(notice: Anuncio) -> tuple[State | None, str]:
    """Say how many days ahead the announcement began, and what has no date."""
    if not notice.piezas:
        return None, ""
    undated = plural(notice.sin_fecha, "pieza no tiene fecha", "piezas no tienen fecha") if notice.sin_fecha else ""
    if notice.primera is None or notice.ultima is None:
        return State("Sin fechas", "calendar", "warn"), f"{undated.capitalize()}." if undated else ""
    first, last = _days(notice.primera), _days(notice.ultima)
    said = f"La primera publicación salió con {first} de antelación y la última con {last}."
    return State(first, "calendar-days"), f"{said} {undated}." if undated else said
