"""What is on air, over everything: lit while the hearing runs; before and after, when it starts or how long it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain.textos import duracion
from rcdesk.i18n import COLOMBIA, fecha_larga, numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.strip import LiveStrip, OnAir
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import STRIP
from rcdesk.ui.screens.en_vivo.run.words import Countdown, clocked, countdown, point_now
from rcdesk.work.cola import AireRow
from rcdesk.work.marcha import MarchaView


class Air(Dressed, QStackedWidget):
    """`begin` is asked by its button, when the hearing may begin (or begin again)."""

    begin = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = named("tira", LiveStrip())
        self._glyph = Glyph("radio", "ink2", 22)
        self._title, self._sentence = PlainLabel("", "lead", elide=True), PlainLabel("", "body", "ink2", elide=True)
        self._clock = PlainLabel("", "title")
        self.start = named("iniciar", Button("Iniciar la audiencia", "play"))
        self.start.clicked.connect(self.begin)
        calm = Card(fill="sunken", border="edge", raised=False)
        words = column(None, self._title, self._sentence, None, gap=2)
        self._hour = boxed(column(None, self._clock, PlainLabel("hora de Bogotá", "caption", "ink2"), None, gap=1))
        calm.setLayout(row(self._glyph, (words, 1), self._hour, self.start, margins=(22, 0, 16, 0), gap=18))
        self.addWidget(calm)
        self.addWidget(self.strip)
        self.dress()

    def dress(self) -> None:
        self.setFixedHeight(look().px(50 if look().large else STRIP))
        self._sentence.setVisible(not look().large)
        self._hour.setVisible(not look().large)

    def show_air(self, air: AireRow, now: datetime, run: MarchaView | None = None) -> None:
        """Tell how the hearing goes at a moment of Bogotá; call it every second."""
        live = air.estado == "en_curso"
        shown: QWidget | None = self.widget(1 if live else 0)
        if shown is not None and shown is not self.currentWidget():
            self.setCurrentWidget(shown)
        if live:
            self.strip.show_now(on_air(air, now, run))
            return
        title, sentence = calm_words(air, now)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._clock.setText(f"{now:%H:%M}")
        self.start.setVisible(air.estado in ("planeada", "convocada", "cerrada") and not air.anulada)
        self.start.set_words("Reabrir la audiencia" if air.estado == "cerrada" else "Iniciar la audiencia")


def on_air(air: AireRow, now: datetime, run: MarchaView | None = None) -> OnAir:
    """Return what the strip says: by the clock on the wall, so that closing the program stops nothing.

    Who has the word, else the point of the agenda; before the first one, how long is left of the hearing.
    """
    said = _hearing(air, now)
    if run is None:
        return said
    if run.espectadores is not None:
        watch = run.espectadores
        peak = f"espectadores · máx. {numero(watch.maximo)}"
        said = replace(said, viewers=numero(watch.ahora), peak=peak, series=watch.serie)
    current = run.turno or run.punto
    if current is not None:
        return _running(said, run, countdown(current.reloj, now, run.tiempos.aviso), now)
    following = run.siguiente
    if following is None:
        return said
    return replace(said, step=f"{said.step} · Ctrl AvPág empieza el punto {following.numero}")


def _running(said: OnAir, run: MarchaView, time: Countdown, now: datetime) -> OnAir:
    """The point of now, or who has the word in it."""
    step, item = point_now(run), run.punto.titulo if run.punto is not None else ""
    if run.turno is not None:
        word = "" if run.turno.clase == "respuesta" else "Tiene la palabra "
        item = f"{word}{run.turno.quien}"
        if run.punto is not None:
            rest = countdown(run.punto.reloj, now, run.tiempos.aviso)
            step = f"Punto {run.punto.numero} de {len(run.puntos)} · {rest.left} {rest.of}"
    if run.en_pausa:
        item = f"En pausa · {item}"
    step = step or said.step
    return replace(
        said, step=step, item=item, left=time.left, of=time.of, part=time.part, over=time.over, warn=time.warn
    )


def _hearing(air: AireRow, now: datetime) -> OnAir:
    """What the strip says while no point runs."""
    begun, end = _moment(air.fecha, air.hora_inicio), _moment(air.fecha, air.hora_fin_programada)
    today = air.fecha == now.date().isoformat()
    elapsed = clocked(int((now - begun).total_seconds())) if begun and today and begun <= now else ""
    step = f"En curso desde las {air.hora_inicio}" if air.hora_inicio else "En curso"
    if not today or end is None or begun is None or end <= begun:
        return OnAir(elapsed=elapsed, step=step, item=air.nombre, clock=f"{now:%H:%M}")
    left = end - now
    over = left < timedelta()
    return OnAir(
        elapsed=elapsed,
        step=step,
        item=air.nombre,
        left=f"+{int(-left.total_seconds()) // 60} min" if over else clocked(int(left.total_seconds())),
        of=f"sobre las {air.hora_fin_programada}" if over else f"restan hasta las {air.hora_fin_programada}",
        part=(now - begun) / (end - begun),
        over=over,
        clock=f"{now:%H:%M}",
    )


def time_left(air: AireRow, now: datetime) -> tuple[str, str, str] | None:
    """Return the part of the line of status that tells it: the minutes, their words and their tone."""
    end = _moment(air.fecha, air.hora_fin_programada)
    if air.estado != "en_curso" or end is None or air.fecha != now.date().isoformat():
        return None
    left = end - now
    if left < timedelta():
        return f"+{int(-left.total_seconds()) // 60} min", "sobre la hora", "danger"
    return f"{int(left.total_seconds()) // 60} min", "para terminar", "ink"


def calm_words(air: AireRow, now: datetime) -> tuple[str, str]:
    """Return what is said of a hearing that is not on air: a title and a sentence."""
    early = "Puede capturar desde ya: quedan como preguntas previas."
    if air.anulada:
        return "Esta audiencia está anulada", "Sus preguntas siguen aquí y no cuentan en ninguna cifra."
    match air.estado:
        case "cerrada":
            lasted = _lasted(air)
            return f"Cerrada{lasted}", "Lo que falta por redactar se puede responder aquí."
        case "cancelada":
            return "Esta audiencia se canceló", "Lo capturado sigue aquí."
        case _:
            return _until(air, now), early


def _until(air: AireRow, now: datetime) -> str:
    start = _moment(air.fecha, air.hora_inicio_programada)
    if air.fecha is None or len(air.fecha) < 10:
        return "Sin fecha todavía"
    days = (date.fromisoformat(air.fecha) - now.date()).days
    hour = f" a las {air.hora_inicio_programada}" if air.hora_inicio_programada else ""
    if days == 0 and start is not None:
        left = int((start - now).total_seconds()) // 60
        return f"Empieza{hour}, en {duracion(left)}" if left > 0 else f"Debía empezar{hour}"
    if days == 0:
        return "Es hoy"
    if days < 0:
        return f"Era el {fecha_larga(air.fecha)}{hour}"
    return f"Empieza mañana{hour}" if days == 1 else f"Empieza el {fecha_larga(air.fecha)}{hour}"


def _lasted(air: AireRow) -> str:
    begun, end = _moment(air.fecha, air.hora_inicio), _moment(air.fecha, air.hora_fin)
    if end is None:
        return ""
    if begun is None or end <= begun:
        return f" a las {air.hora_fin}"
    return f" a las {air.hora_fin}; duró {duracion(int((end - begun).total_seconds()) // 60)}"


def _moment(fecha: str | None, hora: str | None) -> datetime | None:
    if not fecha or len(fecha) < 10 or not hora:
        return None
    return datetime.fromisoformat(f"{fecha}T{hora[:5]}").replace(tzinfo=COLOMBIA)
