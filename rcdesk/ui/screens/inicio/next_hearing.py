"""The one dark thing on the page: the next hearing, which becomes the live strip when it starts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from rcdesk.i18n import COLOMBIA, dia_de_la_semana, fecha_larga, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.inicio import ProximaRow


class NextHearing(Card):
    """Says how long until it starts, or since it did."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(fill="strip", border="strip_line", raised=False)
        self.setObjectName("proxima_audiencia")
        self.open = named("abrir_audiencia", Button("Abrir la audiencia", kind="strip_primary"))
        self.open.clicked.connect(self.opened)
        self._label = PlainLabel("", "caption", "strip_ink2")
        self._count = named("cuanto_falta", PlainLabel("", "hero", "strip_ink"))
        self._when = PlainLabel("", "caption", "strip_ink2", elide=True)
        self._name = PlainLabel("", "title", "strip_ink", elide=True)
        self._facts = PlainLabel("", "body", "strip_ink2", elide=True)
        count = column(self._label, self._count, gap=2)
        what = column(self._when, self._name, self._facts, gap=4)
        self.setLayout(row(count, 8, (what, 1), self.open, margins=(24, 18, 20, 20), gap=16))
        self._when.setVisible(not look().large)
        self._facts.setVisible(not look().large)

    def show_row(self, row_: ProximaRow, now: datetime) -> None:
        """Tell about a hearing at a moment of Bogotá."""
        hearing = row_.audiencia
        label, count = _until(row_, now)
        self._label.setText(label)
        self._count.setText(count)
        self._label.set_tone("strip_over" if hearing.estado == "en_curso" else "strip_ink2")
        hours = " a ".join(filter(None, (hearing.hora, hearing.hora_fin)))
        day = (
            f"{dia_de_la_semana(hearing.fecha)} {fecha_larga(hearing.fecha)}".strip() if hearing.fecha else "Sin fecha"
        )
        when = f"{day[:1].upper()}{day[1:]}{', ' + hours if hours else ''}"
        self._when.setText("  ·  ".join(filter(None, (when, hearing.lugar, *row_.canales))))
        self._name.setText(hearing.nombre)
        facts = (
            row_.dependencia,
            plural(row_.personas, "persona en la lista", "personas en la lista"),
            plural(row_.previas, "pregunta", "preguntas"),
        )
        self._facts.setText("  ·  ".join(filter(None, facts)))
        self.setAccessibleName(f"{label} {count}. {hearing.nombre}. {when}")


def _until(row_: ProximaRow, now: datetime) -> tuple[str, str]:
    """Return the words over the count, and the count."""
    hearing = row_.audiencia
    start = _start(hearing.fecha, hearing.hora)
    if hearing.estado == "en_curso":
        return "EN VIVO desde hace", _span((now - start).total_seconds()) if start and start <= now else "un momento"
    if hearing.fecha is None or len(hearing.fecha) < 10:
        return "Falta", "la fecha"
    days = (datetime.fromisoformat(hearing.fecha).date() - now.date()).days
    if days > 1:
        return "Faltan", f"{days} días"
    if days == 1:
        return "Es", "mañana"
    if days < 0:
        return "Debió ser hace", plural(-days, "día", "días")
    if start is None:
        return "Es", "hoy"
    left = (start - now).total_seconds()
    return ("Empieza en", _span(left)) if left > 0 else ("Debió empezar hace", _span(-left))


def _start(date: str | None, hour: str | None) -> datetime | None:
    if not date or len(date) < 10 or not hour:
        return None
    return datetime.fromisoformat(f"{date}T{hour[:5]}").replace(tzinfo=COLOMBIA)


def _span(seconds: float) -> str:
    hours, minutes = divmod(int(seconds) // 60, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
