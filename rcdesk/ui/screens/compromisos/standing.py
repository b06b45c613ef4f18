"""How the commitment stands at the day looked at: its progress, its days, its curve, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.avances_de_compromiso import Retraso
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.seguimiento import ABIERTOS, vence
from rcdesk.i18n import dia_de_la_semana, fecha_corta, lista_en_palabras, numero, peso
from rcdesk.ui.evidence import is_link, open_file, open_link
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.evidence import icon_of
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.compromisos.curve import Curve
from rcdesk.ui.screens.compromisos.texts import progress_words
from rcdesk.work.ver_compromiso import CompromisoVista, EvidenciaRow


class Standing(Card):
    """Its state at the day, and the curve."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel("Estado al corte", "lead")
        self._day = PlainLabel("", "body", "ink2")
        self._percent = named("avance_al_corte", PlainLabel("", "display"))
        self._days = named("dias_al_corte", PlainLabel("", "display"))
        self._days_word = PlainLabel("", "caption", "ink2")
        self._curve = named("curva_de_avance", Curve())
        figures = row(
            column(self._percent, PlainLabel("avance", "caption", "ink2"), gap=0),
            20,
            column(self._days, self._days_word, gap=0),
            None,
        )
        self._counted = named("dias_contados", PlainLabel("", "caption", "ink2", wrap=True))
        head = row(self._title, None, self._day)
        self.setLayout(column(head, figures, self._curve, self._counted, margins=(18, 14, 14, 12), gap=8))

    def show_view(self, view: CompromisoVista, cut: date) -> None:
        """Show the figures of that day."""
        al = view.al
        self._day.setText(fecha_corta(cut.isoformat()))
        self._percent.setText(progress_words(al))
        closed = al.estado not in ABIERTOS or al.trasladado
        shown = al.dias is not None and not closed
        dias = al.dias or 0
        self._days.setText(numero(abs(dias)) if shown else "")
        self._days.set_tone("danger" if dias < 0 else "ink")
        self._days_word.setText(_after_number(dias) if shown else "")
        told = late_words(view.retraso) if view.retraso is not None else ""
        self._counted.setText(told)
        self._counted.setVisible(bool(told))
        start = primer_dia(al.adquirido) if al.adquirido else _first(view, cut)
        due = vence(al.fecha)
        self._curve.show_steps(start, [(day, Decimal(said)) for day, said in view.curva], due, cut, owed=not closed)


class Evidence(Card):
    """What proves the advances until that day. `wanted` names what to attach: «file» or «link»."""

    wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._count = PlainLabel("", "lead", "ink2")
        self._list = column(gap=6)
        self._lacking = boxed(
            row(
                Glyph("triangle-alert", "warn", 14),
                (
                    PlainLabel(
                        "Está cumplido y nada lo prueba: adjunte el documento o el enlace.", "caption", wrap=True
                    ),
                    1,
                ),
                gap=8,
            )
        )
        self._file = named("adjuntar_evidencia", Button("Adjuntar", "upload", kind="quiet", small=True))
        self._link = named("poner_enlace", Button("Poner enlace", "link", kind="quiet", small=True))
        self._file.clicked.connect(lambda: self.wanted.emit("file"))
        self._link.clicked.connect(lambda: self.wanted.emit("link"))
        self.setLayout(
            column(
                row(PlainLabel("Evidencias", "lead"), self._count, None, gap=8),
                self._list,
                self._lacking,
                row(self._file, self._link, None),
                margins=(18, 12, 14, 12),
                gap=8,
            )
        )

    def show_view(self, view: CompromisoVista, *, past: bool) -> None:
        """Show what is attached; in the past nothing is."""
        self._count.setText(numero(len(view.evidencias)))
        emptied(self._list)
        for number, one in enumerate(view.evidencias, 1):
            self._list.addWidget(self._line(one, number))
        whole = view.al.estado == "cumplido" or (view.al.avance is not None and Decimal(view.al.avance) >= 100)
        self._lacking.setVisible(whole and not view.evidencias)
        self._file.setVisible(not past)
        self._link.setVisible(not past)

    def _line(self, one: EvidenciaRow, number: int) -> QWidget:
        name = one.texto or one.url or one.archivo or "Sin descripción"
        notes = [f"páginas {one.paginas}"] if one.paginas else []
        notes += [f"consultado el {fecha_corta(one.consultada)}"] if one.consultada else []
        lost = one.archivo is not None and one.ruta is None
        notes += ["el archivo no está en la base"] if lost else []
        icon = "link" if one.url and not one.archivo else icon_of(one.archivo or "")
        words: Sequence[QWidget] = [PlainLabel(name, "body", elide=True)]
        if notes:
            words = [*words, PlainLabel(", ".join(notes), "caption", "warn" if lost else "ink2", elide=True)]
        weight = PlainLabel(peso(one.octetos) if one.ruta else "", "caption", "ink2")
        line = row(Glyph(icon), (column(*words, gap=0), 1), weight, gap=8)
        if one.ruta is not None or is_link(one.url):
            hint = "Abrir el archivo" if one.ruta is not None else "Abrir el enlace"
            opener = named(f"abrir_evidencia_{number}", Button("", "eye", kind="quiet", small=True, hint=hint))
            opener.setAccessibleName(f"{hint}: {name}")
            opener.clicked.connect(lambda: self._open(one))
            line.addWidget(opener, 0, Qt.AlignmentFlag.AlignVCenter)
        return boxed(line)

    def _open(self, one: EvidenciaRow) -> None:
        with self._screen.attempt():
            if one.ruta is not None:
                open_file(one.ruta, PurePosixPath(one.archivo or "").name)
            elif one.url:
                open_link(one.url)


def _after_number(dias: int) -> str:
    """The words under the number of business days."""
    if dias == 0:
        return "vence hoy"
    days = "día hábil" if abs(dias) == 1 else "días hábiles"
    return f"{days} de retraso" if dias < 0 else f"{days} para la fecha"


def late_words(found: Retraso) -> str:
    """Say which days count: «Cuentan 12, 13, 17, 18, 19 y 20; el lunes 16 no se trabajó.»."""
    if not found.cuentan:
        return ""
    days = lista_en_palabras([str(day.day) for day in found.cuentan])
    verb = "Cuenta el" if len(found.cuentan) == 1 else "Cuentan"
    names = [f"el {dia_de_la_semana(day.isoformat())} {day.day}" for day in found.feriados]
    off = f"; {lista_en_palabras(names)} no se {'trabajó' if len(names) == 1 else 'trabajaron'}" if names else ""
    return f"{verb} {days}{off}."


def _first(view: CompromisoVista, cut: date) -> date:
    return view.curva[0][0] if view.curva else cut
