"""What is asked about people besides who they are, done in the window so that it can be drawn."""

from PySide6.QtWidgets import QScrollArea

from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.screens.registro.platforms import Evidence
from rcdesk.work.asistentes import corregir_asistente
from rcdesk.work.autorizaciones import anotar_autorizacion, revocar_autorizacion
from rcdesk.work.caracterizacion import caracterizar, pedir_al_registrar
from rcdesk.work.lineas import agregar
from tests.acts import hearing_of, typing
from tests.pause import pause
from tests.people import listar_asistentes


def minor_revoked(window: MainWindow) -> None:
    """Choose a minor whose yes was revoked and given again, without anybody who represents them."""
    desk, screen = window.bases.desk, window.findChild(RegistroScreen)
    assert desk is not None
    assert screen is not None
    person = desk.ask(listar_asistentes, audiencia_id=hearing_of(window))[0]
    desk.do(corregir_asistente, id=person.id, valores={"documento_tipo": "TI"})
    desk.do(anotar_autorizacion, id=person.id, consentimiento=Respuesta("si", imagen_y_voz=True))
    desk.do(revocar_autorizacion, id=person.id, motivo="por correo, el 19 de noviembre")
    desk.do(anotar_autorizacion, id=person.id, consentimiento=Respuesta("si", imagen_y_voz=False))
    desk.do(caracterizar, id=person.id, campo="victima", dichas=("No responde",))
    screen.seek(person.id)


def its_focus(window: MainWindow) -> None:
    """The fields of the enfoque diferencial of that person."""
    minor_revoked(window)
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    pause(50)  # the height of what was made is known once it is laid out
    screen.side.person.take_characterization()
    pause(50)


def figures(window: MainWindow) -> None:
    """The people of the hearing as figures."""
    desk, screen = window.bases.desk, window.findChild(RegistroScreen)
    assert desk is not None
    assert screen is not None
    hearing = hearing_of(window)
    for place, person in enumerate(desk.ask(listar_asistentes, audiencia_id=hearing)):
        desk.do(caracterizar, id=person.id, campo="genero", dichas=(("Femenino", "Masculino", NO_RESPONDE)[place % 3],))
        if place % 4:
            desk.do(caracterizar, id=person.id, campo="rango_edad", dichas=(("12 a 17", "29 a 59")[place % 2],))
    for channel, peak, views in (("YouTube", "25", "1204"), ("TikTok", "12", "310")):
        values = {"canal": channel, "espectadores_maximos": peak, "reproducciones": views}
        desk.do(agregar["metricas"], valores=values, audiencia_id=hearing)
    screen.side.show_part("datos")
    screen.panes.open_detail()
    for _ in range(200):
        if screen.findChild(ChartView) is not None:
            break
        pause(20)


def figures_below(window: MainWindow) -> None:
    """The charts of the figures."""
    figures(window)
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    pause(50)
    for area in screen.side.data.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def platform(window: MainWindow) -> None:
    """A platform whose figures contradict one another, with the capture of what it showed."""
    desk, screen = window.bases.desk, window.findChild(RegistroScreen)
    assert desk is not None
    assert screen is not None
    values = {
        "canal": "YouTube",
        "corte": "2026-11-20T10:35-05:00",
        "espectadores_maximos": "70",
        "reproducciones": "1204",
        "reproducciones_3_segundos": "900",
        "reproducciones_1_minuto": "950",
        "segundos_promedio": "45",
        "minutos_reproducidos": "5000",
        "duracion_segundos": "4530",
    }
    key = desk.do(agregar["metricas"], valores=values, audiencia_id=hearing_of(window))
    screen.side.show_part("metricas")
    screen.side.platforms.choose(key)
    screen.panes.open_detail()
    capture = desk.folder / "captura.png"
    window.grab().save(str(capture))
    evidence = screen.findChild(Evidence)
    assert evidence is not None
    evidence.attach(capture)
    pause(50)
    for area in screen.side.platforms.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def asked_fields(window: MainWindow) -> None:
    """What is asked of people."""
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    screen.asking.fields()


def consent_texts(window: MainWindow) -> None:
    """A version of the consent being written."""
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    screen.asking.text()
    button = screen.findChild(Button, "texto_nuevo")
    assert button is not None
    button.click()


def minor_at_the_door(window: MainWindow) -> None:
    """Someone new under 18, in an entity that asks also for image and voice."""
    desk = window.bases.desk
    assert desk is not None
    desk.do(pedir_al_registrar, que=("imagen_y_voz",))
    typing("buscar_persona", "Maricel Balanta\nTI 1107000111")(window)
