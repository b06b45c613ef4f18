"""What each platform counted, with the capture that shows it; figures that contradict one another are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.metricas import avisos
from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import DurationField, Field, FigureField, Line, MomentField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Save
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.picture import FORMATS, Picture, check_picture
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.registro.lines import Lines
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.asistencia import MetricaRow, guardar_evidencia
from rcdesk.work.evidencias import encontrar, tomar

_COUNTS: Final = (
    ("espectadores_maximos", "Máximo en vivo"),
    ("reproducciones", "Reproducciones"),
    ("reproducciones_3_segundos", "De 3 segundos"),
    ("reproducciones_1_minuto", "De 1 minuto"),
    ("minutos_reproducidos", "Minutos vistos"),
    ("reacciones", "Reacciones"),
    ("comentarios", "Comentarios"),
    ("compartidos", "Compartidos"),
)
_DURATIONS: Final = (("segundos_promedio", "Promedio visto"), ("duracion_segundos", "Duración"))
_NOTE: Final = "Lo que contó cada plataforma. No son personas registradas y no se suman entre ellas."


class Platforms(Lines):
    """A line for each platform, read at one moment. Counts are typed as it shows them: 1.204, 1,2 K, 70 mil."""

    def __init__(self, screen: Screen, save: Save) -> None:
        self._evidence = Evidence(screen)
        self._doubts = named("avisos_metrica", PlainLabel("", "caption", "warn", wrap=True))
        self._doubted = boxed(row(column(2, Glyph("triangle-alert", "warn", 14), None), (self._doubts, 1), gap=6))
        columns = (
            Column[MetricaRow]("Plataforma", lambda r: r.canal or "Sin nombre"),
            Column[MetricaRow]("Máximo", lambda r: _figure(r.pico), 150, align="right", tone="ink2"),
        )
        super().__init__(screen, "metrica", save, _NOTE, "Nombre de la plataforma: Facebook Live", columns)

    def _fields(self) -> QWidget:
        bind = self.form.bind
        cells = [
            (bind("canal", Field("Plataforma", Line())), 4),
            (bind("corte", Field("Cifras leídas el", MomentField(), hint="día y hora")), 4),
        ]
        cells += [(bind(name, Field(words, FigureField())), 2) for name, words in _COUNTS]
        cells += [(bind(name, Field(words, DurationField())), 2) for name, words in _DURATIONS]
        return boxed(column(Flow(*cells, units=4, least=72), self._doubted, self._evidence, gap=10))

    def _show(self, row_: Any) -> None:
        super()._show(row_)
        if isinstance(row_, MetricaRow):
            found = avisos(row_.medidas)
            self._doubts.setText("\n".join(one.texto for one in found))
            self._doubted.setVisible(bool(found))
            self._evidence.show_platform(row_)


class Evidence(QWidget):
    """The capture of what the platform showed, small, with the words that say what it is."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._key = screen, ""
        self._picture = Picture()
        self._words = named("evidencia_de_metrica", PlainLabel("", "caption", "ink2", wrap=True))
        self.choose = named("adjuntar_captura", Button("Adjuntar captura…", "image", small=True))
        self.choose.clicked.connect(self._ask)
        self._remove = named(
            "quitar_captura", Button("", "x", kind="quiet", small=True, hint="Quitar la captura de esta plataforma")
        )
        self._remove.clicked.connect(self._take_away)
        side = column(self._words, row(self.choose, self._remove, None, gap=4), None, gap=6)
        self.setLayout(row(self._picture, (side, 1), gap=12))

    def show_platform(self, row_: MetricaRow) -> None:
        """Show what is kept of a platform."""
        self._key, desk = row_.id, self._screen.desk
        path = encontrar(desk.folder, row_.evidencia, desk.ask(listar_adjuntos)) if row_.evidencia else None
        self._picture.show_file(path)
        self._picture.setAccessibleName(described(row_) if path else "Sin captura")
        if row_.evidencia and path is None:
            self._words.setText(f"{row_.evidencia}: no está en la base.")
        else:
            self._words.setText(described(row_) if path else "Evidencia: la captura de lo que mostró la plataforma.")
        self.choose.set_words("Cambiar…" if row_.evidencia else "Adjuntar captura…")
        self._remove.setVisible(bool(row_.evidencia))

    def attach(self, path: Path) -> None:
        """Keep a picture and make it the evidence of this platform; what cannot be is explained in place."""
        desk = self._screen.desk
        try:
            check_picture(path)
            adjunto = tomar(desk.folder, path, desk.ask(listar_adjuntos))
        except (RuleError, StoreError) as error:
            self._words.setText(str(error))
            return
        with self._screen.attempt():
            desk.do(guardar_evidencia, id=self._key, adjunto=adjunto)

    def _ask(self) -> None:
        path = ask_file(self, "Elegir la captura", FORMATS)
        if path is not None:
            self.attach(path)

    def _take_away(self) -> None:
        with self._screen.attempt():
            self._screen.desk.do(guardar_evidencia, id=self._key, adjunto=None)


def described(row_: MetricaRow) -> str:
    """Return the words of a capture: what it is of, and when it was read."""
    day, _, hour = (row_.corte or "").partition("T")
    when = f", leídas el {fecha_corta(day)}" if day else ""
    return f"Cifras de {row_.canal or 'la transmisión'}{when}{f' a las {hour[:5]}' if hour else ''}"


def _figure(value: int | None) -> str:
    return f"{numero(value)} en vivo" if value is not None else ""
