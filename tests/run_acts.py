"""A hearing that runs: some points behind it, people who wait for the word, viewers read, a measure that failed."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from rcdesk.app.desk import Desk
from rcdesk.domain import reloj as clocks
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work import Action
from rcdesk.work.incidentes import incumplir_medida, registrar_incidente
from rcdesk.work.lineas import corregir
from rcdesk.work.marcha import guardar_reloj, planear_minutos, ver_marcha
from rcdesk.work.preparacion import listar_medidas
from rcdesk.work.transmision import anotar_espectadores
from rcdesk.work.turnos import dar_la_palabra, pedir_la_palabra
from tests.bases import HOY


def at_point(desk: Desk, hearing: str, *, minutes: int = 17, seconds: int = 12) -> None:
    """Let the questions run, planned for half an hour, since so long ago."""
    points = desk.ask(ver_marcha, audiencia_id=hearing).puntos
    questions = points[5]
    desk.do(planear_minutos, id=questions.id, minutos=30)
    desk.do(
        corregir["puntos"],
        id=questions.id,
        valores={"guion": "Recordar el tiempo de tres minutos; dar la palabra primero a quien no ha hablado."},
    )
    ago = HOY - timedelta(minutes=minutes, seconds=seconds)
    for point in points[:5]:
        _stamp(desk, point.id, clocks.terminar(clocks.iniciar(None, _text(ago - timedelta(minutes=9))), _text(ago)))
    _stamp(desk, questions.id, clocks.iniciar(None, _text(ago), 30 * 60))


def watched(desk: Desk, hearing: str) -> None:
    """Read the viewers some times."""
    for count in ("41", "48", "52", "50", "63", "70", "66", "62"):
        desk.do(anotar_espectadores, audiencia_id=hearing, canal="Facebook Live", espectadores=count)


def queued(desk: Desk, hearing: str, *, speaking: bool = True) -> None:
    """Let some ask for the word, and give it to the first."""
    people: tuple[tuple[str, str, str, Any], ...] = (
        ("Marleny Ocoró", "JAC Los Almendros", "Puente peatonal", "orador"),
        ("Sigifredo Tombé", "Cabildo La Honda", "Placa huella", "orador"),
        ("Wilmer Hurtado", "", "Escenarios deportivos", "orador"),
        ("Nubia Arboleda", "Veeduría Salud", "Orden de las respuestas", "mocion"),
    )
    keys = [
        desk.do(
            pedir_la_palabra,
            audiencia_id=hearing,
            valores={"nombre": name, "organizacion": organization, "tema": topic},
            clase=kind,
        )
        for name, organization, topic, kind in people
    ]
    if speaking:
        desk.do(dar_la_palabra, id=keys[0])


def happened(desk: Desk, hearing: str) -> None:
    """A failed measure, a recess and its end."""
    measures = desk.ask(listar_medidas, audiencia_id=hearing)
    for measure in measures[1:3]:
        desk.do(corregir["medidas"], id=measure.id, valores={"cumplida": True})
    desk.do(incumplir_medida, id=measures[0].id, hora="09:12")
    desk.do(registrar_incidente, audiencia_id=hearing, hora="10:05", tipo="falla_tecnica", texto="Se fue el sonido")


def run_at(*steps: Callable[[Desk, str], object], section: int | None = None) -> Callable[[MainWindow], object]:
    """Do these steps in the hearing on air, and open a section of the run."""

    def run(window: MainWindow) -> None:
        screen = window.findChild(EnVivoScreen)
        assert screen is not None
        for step in steps:
            step(screen.desk, screen.audiencia_id)
        if section is not None:
            screen.run.open()
            screen.run.pane.choose(section)

    return run


def asking_viewers(window: MainWindow) -> None:
    """Ask how many watch."""
    run_at(at_point, watched)(window)
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    screen.run.viewers()


def over(desk: Desk, hearing: str) -> None:
    """The questions take twelve minutes more than planned."""
    at_point(desk, hearing, minutes=42)


def crowded(desk: Desk, hearing: str) -> None:
    """The points do not fit in the time of the hearing."""
    over(desk, hearing)
    desk.do(planear_minutos, id=desk.ask(ver_marcha, audiencia_id=hearing).puntos[6].id, minutos=42)


def ending(desk: Desk, hearing: str) -> None:
    """Forty seconds are left."""
    at_point(desk, hearing, minutes=29, seconds=20)


def _stamp(desk: Desk, point: str, reloj: Any) -> None:
    desk.do(Action("Preparar la prueba", lambda unit: guardar_reloj(unit, point, reloj)))


def _text(moment: datetime) -> str:
    return moment.isoformat()
