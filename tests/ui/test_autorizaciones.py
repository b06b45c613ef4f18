"""What is asked about people at the desk: consent and what comes with it, characterisation, figures of platforms."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.fields import Choice, Field, Line, Text, Toggle, TypedLine
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.screens.registro.platforms import Evidence
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.asistencia import MetricaRow, listar_metricas
from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.autorizaciones import AutorizacionRow, listar_textos, ver_autorizacion
from rcdesk.work.caracterizacion import (
    caracterizar,
    pedir_al_registrar,
    pedir_campos,
    ver_caracterizacion,
    ver_preguntas,
)
from tests.people import listar_asistentes
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.widgets import here

KEY = Qt.Key


@pytest.fixture
def screen(show_screen: ShowScreen, peopled_desk: Desk, segunda: str, qtbot: QtBot) -> RegistroScreen:
    """Registro of the hearing that is being prepared, with people in."""
    shown: RegistroScreen = show_screen(RegistroScreen, peopled_desk, segunda)
    qtbot.waitUntil(shown.isActiveWindow)
    shown.door.box.line.setFocus()
    return shown


def write(text: str) -> None:
    """Type, each line wherever the keys are by then."""
    for part in text.splitlines(keepends=True):
        type_text(here(), part, gap=0)


def person(screen: RegistroScreen, nombre: str) -> AsistenteRow:
    rows = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)
    return next(row for row in rows if row.nombre == nombre)


def consent(screen: RegistroScreen, nombre: str) -> AutorizacionRow:
    row = screen.desk.ask(ver_autorizacion, id=person(screen, nombre).id)
    assert row is not None
    return row


def find(screen: RegistroScreen, name: str) -> QWidget:
    widget = screen.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def text_of(screen: RegistroScreen, name: str) -> str:
    return str(find(screen, name).text())  # type: ignore[attr-defined]


def test_someone_new_is_four_fields_and_a_minor_brings_who_represents_them(screen: RegistroScreen) -> None:
    assert here() is screen.door.box.line
    write("Maricel Balanta\n")
    assert not find(screen, "autoriza_nueva_representante").isVisible()
    assert not find(screen, "autoriza_nueva_imagen").isVisible()
    write("TI 1107000111")
    assert find(screen, "autoriza_nueva_representante").isVisible()
    write("\n\n")  # the name is there; the group is left empty
    write("s\n")
    assert here().objectName() == "autoriza_nueva_representante"
    write("Rosa Balanta, madre\n")
    row = consent(screen, "Maricel Balanta")
    assert (row.otorgada, row.representante, row.incompleta, row.version) == (True, "Rosa Balanta, madre", False, "1")


def test_image_and_voice_are_asked_at_the_door_only_if_the_entity_wants(screen: RegistroScreen) -> None:
    screen.desk.do(pedir_al_registrar, que=("imagen_y_voz",))
    write("Maricel Balanta\n")
    write("1.130.664.299\n\n")
    write("s\n")
    assert here().objectName() == "autoriza_nueva_imagen"
    write("n\n")
    row = consent(screen, "Maricel Balanta")
    assert (row.otorgada, row.imagen_y_voz) == (True, False)


def test_refusing_never_keeps_anybody_out(screen: RegistroScreen) -> None:
    write("Maricel Balanta\n")
    write("1.130.664.299\n\n")
    write("n\n")
    assert person(screen, "Maricel Balanta").hora_llegada == "10:41"
    assert consent(screen, "Maricel Balanta").otorgada is False


def test_the_person_in_hand_shows_their_answers_and_revokes_them(screen: RegistroScreen) -> None:
    name = "Zulma Yaneth Portocarrero"
    screen.seek(person(screen, name).id)
    toggle = find(screen, "autorizacion_imagen")
    toggle.setFocus()
    write("s")
    assert consent(screen, name).imagen_y_voz is True
    assert "texto versión 1" in text_of(screen, "autorizacion_cuando")

    def reason() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        text = dialog.findChild(Text, "motivo")
        assert text is not None
        type_text(text, "por correo\n", gap=0)

    QTimer.singleShot(0, reason)
    revoke = find(screen, "revocar_autorizacion")
    assert isinstance(revoke, Button)
    revoke.click()
    assert (consent(screen, name).otorgada, consent(screen, name).imagen_y_voz) == (False, False)
    assert text_of(screen, "autorizacion_cuando").endswith("Revocada: por correo")
    assert "sí, imagen y voz sí" in text_of(screen, "autorizacion_historia")
    assert not revoke.isVisible()
    screen.desk.undo()
    assert consent(screen, name).otorgada is True
    shown = find(screen, "autorizacion")
    assert isinstance(shown, Toggle)
    assert shown.value() == "si"


def shown_of(screen: RegistroScreen, name: str) -> list[str]:
    """What the list shows of a person."""
    table = screen.people.table
    assert table.select_key(person(screen, name).id)
    row, model = table.currentIndex().row(), table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_minor_in_hand_is_incomplete_until_somebody_represents_them(screen: RegistroScreen) -> None:
    name = "Zulma Yaneth Portocarrero"
    screen.seek(person(screen, name).id)
    kind = find(screen, "asistente_documento_tipo")
    assert isinstance(kind, Choice)
    kind.set_value("TI")
    kind.committed.emit()
    guardian = find(screen, "autorizacion_representante")
    assert isinstance(guardian, Line)
    assert guardian.isVisible()
    assert consent(screen, name).incompleta
    assert "Falta representante" in shown_of(screen, name)
    guardian.setFocus()
    write("Rosa Cuero, madre\n")
    assert not consent(screen, name).incompleta
    assert "Autorizó sus datos" in shown_of(screen, name)
    assert not guardian.is_unsaved()


def test_characterisation_goes_on_after_saving_if_the_entity_wants(screen: RegistroScreen) -> None:
    screen.desk.do(pedir_al_registrar, que=("caracterizacion",))
    screen.desk.do(pedir_campos, campos=("genero", "victima", "otros"))
    write("Maricel Balanta\n")
    write("1.130.664.299\n\n")
    write("s\n")
    gender = here()
    assert gender.objectName() == "caracterizacion_genero"
    write("f")
    key = person(screen, "Maricel Balanta").id
    assert screen.desk.ask(ver_caracterizacion, id=key) == {"genero": ("Femenino",)}
    tick = find(screen, "caracterizacion_otros_1")
    tick.setFocus()
    press(tick, KEY.Key_Space)
    assert screen.desk.ask(ver_caracterizacion, id=key)["otros"] == ("Migrante",)
    silent = find(screen, "caracterizacion_otros_4")
    press(silent, KEY.Key_Space)
    assert screen.desk.ask(ver_caracterizacion, id=key)["otros"] == (NO_RESPONDE,)
    assert not tick.isChecked()  # type: ignore[attr-defined]
    press(here(), KEY.Key_Escape)
    assert here() is screen.door.box.line


def test_an_answer_that_is_not_offered_is_shown_and_kept_and_never_offered_to_another(screen: RegistroScreen) -> None:
    screen.desk.do(pedir_campos, campos=("etnia", "otros"))
    one = person(screen, "Zulma Yaneth Portocarrero").id
    screen.desk.do(caracterizar, id=one, campo="etnia", dichas=("Wounaan",))
    screen.desk.do(caracterizar, id=one, campo="otros", dichas=("Pescador",))
    screen.seek(one)
    ethnic = find(screen, "caracterizacion_etnia")
    assert isinstance(ethnic, Choice)
    assert ethnic.value() == "Wounaan"
    tick = find(screen, "caracterizacion_otros_0")
    tick.setFocus()
    press(tick, KEY.Key_Space)
    assert screen.desk.ask(ver_caracterizacion, id=one)["otros"] == ("Campesino", "Pescador")
    screen.seek(person(screen, "Wilmer Hurtado Angulo").id)
    assert (ethnic.value(), ethnic.findText("Wounaan")) == ("", -1)


def test_the_figures_are_told_by_their_names_and_never_added(screen: RegistroScreen, qtbot: QtBot) -> None:
    screen.side.show_part("metricas")
    screen.side.platforms.add.setFocus()
    write("YouTube\n")
    views = find(screen, "metrica_reproducciones")
    views.setFocus()
    write("1,2 K\n")
    screen.side.show_part("datos")
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "poblacion_0") is not None)
    told = [find(screen, f"poblacion_{place}").accessibleName() for place in range(4)]
    assert told == [
        "Personas registradas: 14",
        "Máximo en vivo: 62",
        "Reproducciones: 1.200",
        "Respondieron la encuesta: —",
    ]
    assert text_of(screen, "cifras_autorizacion") == "10 autorizan  ·  1 no  ·  3 sin preguntar"
    assert screen.findChild(ChartView) is None
    key = person(screen, "Zulma Yaneth Portocarrero").id
    screen.seek(key)
    gender = find(screen, "caracterizacion_genero")
    gender.setFocus()
    write("f")
    screen.side.show_part("datos")
    qtbot.waitUntil(lambda: screen.findChild(ChartView) is not None)
    chart = find(screen, "caracterizacion_genero_cifras")
    assert chart.accessibleName().startswith("Género. Gráfico de barras. Base: 1. Femenino: 1 (100,0\u00a0%)")
    assert chart.accessibleName().endswith("No responde 0  ·  Sin preguntar 13")


def metric(screen: RegistroScreen) -> MetricaRow:
    return screen.desk.ask(listar_metricas, audiencia_id=screen.audiencia_id)[-1]


def fill(screen: RegistroScreen, name: str, text: str) -> TypedLine[object]:
    editor = find(screen, f"metrica_{name}")
    assert isinstance(editor, TypedLine)
    editor.setFocus()
    editor.selectAll()
    write(f"{text}\n")
    return editor


def test_a_platform_is_typed_as_it_shows_its_figures_and_contradictions_are_told(screen: RegistroScreen) -> None:
    screen.side.show_part("metricas")
    screen.side.platforms.add.setFocus()
    write("YouTube\n")
    fill(screen, "corte", "20/11/2026 10:35")
    fill(screen, "reproducciones", "70 mil")
    fill(screen, "espectadores_maximos", "1.204")
    fill(screen, "segundos_promedio", "0:45")
    length = fill(screen, "duracion_segundos", "1:15:30")
    row = metric(screen)
    assert (row.reproducciones, row.espectadores_maximos) == (70000, 1204)
    assert (row.segundos_promedio, row.duracion_segundos, length.text()) == (45, 4530, "1:15:30")
    assert row.corte is not None
    assert row.corte.startswith("2026-11-20T10:35")
    assert not find(screen, "avisos_metrica").isVisible()
    fill(screen, "minutos_reproducidos", "5000")
    assert text_of(screen, "avisos_metrica") == "0:45 de promedio por 70.000 reproducciones dan 52.500 minutos."
    wrong = fill(screen, "reacciones", "muchas")
    around = Field.around(wrong)
    assert around is not None
    assert "no es una cifra" in around.error()
    assert metric(screen).reacciones is None


def test_a_capture_is_kept_with_the_base_and_shown_with_its_words(screen: RegistroScreen, tmp_path: Path) -> None:
    screen.side.show_part("metricas")
    screen.side.platforms.add.setFocus()
    write("YouTube\n")
    fill(screen, "corte", "20/11/2026 10:35")
    evidence = screen.findChild(Evidence)
    assert evidence is not None
    (tmp_path / "nota.png").write_text("no es una imagen")
    evidence.attach(tmp_path / "nota.png")
    assert "no es una imagen PNG o JPEG" in text_of(screen, "evidencia_de_metrica")
    assert metric(screen).evidencia is None
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(tmp_path / "captura.png"))
    evidence.attach(tmp_path / "captura.png")
    path = metric(screen).evidencia
    assert path == "figuras/captura.png"
    kept = screen.desk.folder / "evidencias" / screen.desk.ask(listar_adjuntos)[path]
    assert kept.read_bytes() == (tmp_path / "captura.png").read_bytes()
    assert text_of(screen, "evidencia_de_metrica") == "Cifras de YouTube, leídas el 20/nov/2026 a las 10:35"
    remove = find(screen, "quitar_captura")
    assert isinstance(remove, Button)
    remove.click()
    assert metric(screen).evidencia is None


def test_the_entity_writes_another_version_and_the_one_answered_stays(screen: RegistroScreen) -> None:
    screen.asking.text()
    version, text = find(screen, "autorizacion_version"), find(screen, "autorizacion_texto")
    assert isinstance(version, Line)
    assert isinstance(text, Text)
    assert version.isReadOnly()
    new, save = find(screen, "texto_nuevo"), find(screen, "guardar_texto")
    assert isinstance(new, Button)
    assert isinstance(save, Button)
    new.click()
    assert (version.text(), text.isReadOnly()) == ("2", False)
    text.selectAll()
    type_text(text, "El nuestro.", gap=0)
    press(here(), KEY.Key_Escape)
    screen.asking.text()  # what was half written is there
    assert (version.text(), text.toPlainText()) == ("2", "El nuestro.")
    version.selectAll()
    type_text(version, "1", gap=0)
    save.click()
    around = Field.around(version)
    assert around is not None
    assert "Ya hay una versión" in around.error()
    version.selectAll()
    type_text(version, "2", gap=0)
    save.click()
    rows = screen.desk.ask(listar_textos)
    assert [(row.version, row.vigente_desde) for row in rows] == [("2", "2026-11-20"), ("1", "2026-01-13")]
    assert "registro/texto_de_autorizacion" not in screen.desk.drafts.fresh()
    press(here(), KEY.Key_Escape)


def test_what_is_asked_is_chosen_with_the_keyboard(screen: RegistroScreen) -> None:
    screen.asking.fields()
    assert here().objectName() == "preguntar_genero"
    press(here(), KEY.Key_Space)
    told = screen.desk.ask(ver_preguntas)
    assert "genero" not in {row.campo for row in told.pedidos}
    options = find(screen, "opciones")
    assert isinstance(options, Text)
    options.setFocus()
    options.selectAll()
    type_text(options, "Mujer\nHombre", gap=0)
    press(here(), KEY.Key_Escape)
    told = screen.desk.ask(ver_preguntas)
    assert next(row.opciones for row in told.campos if row.campo == "genero") == ("Mujer", "Hombre")
