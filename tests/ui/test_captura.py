"""The line is read as it is typed: chips, who asks, what was asked before; no key is taken and no word is lost."""

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection, select

from rcdesk.app.desk import Desk
from rcdesk.store.clean import clean
from rcdesk.store.schema import JOURNALED
from rcdesk.ui.kit.chip import Chip
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.preguntas import registrar_pregunta
from tests.bases import copied, hearing_id, open_desk
from tests.corpus import corpus
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow, ShowScreen
from tests.widgets import find, here

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PEOPLE = (
    ("Marleny Ocoró Viáfara", "JAC La Honda"),
    ("Ana Gómez", "Veeduría"),
    ("Ana Gómez", "Asocomunal"),
    ("Luz Perdomo", ""),
)


@pytest.fixture(scope="module")
def with_some(example_folder: Path, segunda: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with some people, two of the same name, closed."""
    folder = copied(example_folder, tmp_path_factory.mktemp("con_algunos") / "Ejemplo.rcdesk")
    desk = open_desk(folder)
    let_in(desk, segunda)
    desk.close()
    return folder


@pytest.fixture
def window(open_window: OpenWindow, with_some: Path, tmp_path: Path) -> MainWindow:
    """The main window on the tab En vivo of a hearing with some people, two of the same name."""
    return open_window(copied(with_some, tmp_path / "Ejemplo.rcdesk"), "en_vivo")


@pytest.fixture
def screen(window: MainWindow) -> EnVivoScreen:
    found = window.findChild(EnVivoScreen)
    assert found is not None
    return found


def let_in(desk: Desk, hearing: str) -> None:
    for nombre, organizacion in PEOPLE:
        desk.do(
            registrar_asistente,
            audiencia_id=hearing,
            valores={"nombre": nombre, "organizacion": organizacion},
            hora="08:30",
            consentimiento="si",
        )


def kept(screen: EnVivoScreen) -> dict[str, object]:
    """The last question of the hearing, whole."""
    table = JOURNALED["preguntas"]

    def last(connection: Connection) -> dict[str, object]:
        query = select(table).where(table.c.audiencia_id == screen.audiencia_id).order_by(table.c.numero.desc())
        return dict(connection.execute(query).mappings().first() or {})

    return screen.desk.ask(last)


def chip(screen: EnVivoScreen, name: str) -> str:
    """What a chip shows, and says of it."""
    return find(screen, Chip, f"ficha_{name}").accessibleName()


def note(screen: EnVivoScreen) -> str:
    return find(screen, PlainLabel, "nota_captura").text()


def typed(text: str) -> None:
    type_text(here(), text, gap=0)


def test_the_line_fills_the_chips_and_what_it_says_is_taken_out_of_the_question(screen: EnVivoScreen) -> None:
    typed("ocoro marleny: ¿Cuándo reparan el puente? #cooperacion @planeación !queja")
    assert chip(screen, "autor") == "Autor: Marleny Ocoró Viáfara"
    assert chip(screen, "tema") == "Tema: Oficina de Cooperación y Alianzas"
    assert chip(screen, "dependencia") == "Dependencia: Secretaría de Planeación"
    assert chip(screen, "tipo") == "Tipo: Queja"
    assert len(screen.capture.line.extraSelections()) == 4
    typed("\n")
    row = kept(screen)
    assert row["texto"] == "¿Cuándo reparan el puente?"
    assert row["linea"] == "ocoro marleny: ¿Cuándo reparan el puente? #cooperacion @planeación !queja"
    assert (row["autor_nombre"], row["autor_organizacion"]) == ("Marleny Ocoró Viáfara", "JAC La Honda")
    assert row["autor_asistente"] is not None
    assert (row["tema"], row["tipo"]) == ("Oficina de Cooperación y Alianzas", "queja")
    assert (chip(screen, "autor"), chip(screen, "tema")) == ("Autor: sin indicar", "Tema: sin indicar")


def test_what_is_not_known_is_kept_letter_by_letter(screen: EnVivoScreen) -> None:
    typed("Buenos días: escriba a ana@cali.gov.co a las 10:30 #NoMás\n")
    row = kept(screen)
    assert row["texto"] == "Buenos días: escriba a ana@cali.gov.co a las 10:30 #NoMás"
    assert (row["linea"], row["autor_nombre"], row["tema"]) == (None, None, None)


def test_a_chip_set_by_its_key_wins_and_one_of_the_line_goes_with_its_mark(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    typed("¿Y? #cooperacion")
    press(window, KEY.Key_F3)
    assert find(screen, Line, "llenar_tema").value() == "Oficina de Cooperación y Alianzas"
    typed("Vías\n")
    assert here() is screen.capture.line
    assert chip(screen, "tema") == "Tema: Vías"
    typed(" @planeación")
    assert chip(screen, "dependencia") == "Dependencia: Secretaría de Planeación"
    for _ in "planeación":
        press(here(), KEY.Key_Backspace)
    assert (chip(screen, "dependencia"), chip(screen, "tema")) == ("Dependencia: sin indicar", "Tema: Vías")


def test_an_emptied_chip_leaves_its_mark_as_text(window: MainWindow, screen: EnVivoScreen) -> None:
    typed("¿Y? #cooperacion")
    press(window, KEY.Key_F3)
    press(here(), KEY.Key_Backspace)  # all of it is selected
    press(here(), KEY.Key_Return)
    assert chip(screen, "tema") == "Tema: sin indicar"
    typed("\n")
    assert (kept(screen)["texto"], kept(screen)["tema"]) == ("¿Y? #cooperacion", None)


def test_tab_confirms_what_the_caret_touches_and_else_goes_on(screen: EnVivoScreen) -> None:
    typed("Rosa Elvira:")
    assert note(screen) == "Tab: «Rosa Elvira» pregunta"
    press(here(), KEY.Key_Tab)
    assert here() is screen.capture.line
    assert chip(screen, "autor") == "Autor: Rosa Elvira, provisional"
    typed(" ¿y el agua? @plan")
    assert note(screen) == "Tab: Secretaría de Planeación"
    press(here(), KEY.Key_Tab)
    assert chip(screen, "dependencia") == "Dependencia: Secretaría de Planeación"
    press(here(), KEY.Key_Tab)
    assert here() is screen.capture.line  # by habit, over what is understood: the next letters are not lost
    typed("  ")
    press(here(), KEY.Key_Tab)
    assert here() is not screen.capture.line
    screen.capture.line.setFocus()
    typed("\n")
    row = kept(screen)
    assert (row["texto"], row["autor_nombre"], row["autor_asistente"]) == ("¿y el agua?", "Rosa Elvira", None)
    assert row["dependencia"] == "Secretaría de Planeación"


def test_of_two_with_one_name_the_person_chooses(window: MainWindow, screen: EnVivoScreen) -> None:
    typed("Ana Gómez:")
    assert chip(screen, "autor") == "Autor: sin indicar"
    assert note(screen) == "Hay 2 personas así  ·  Tab elige"
    press(here(), KEY.Key_Tab)
    line = find(screen, Line, "llenar_autor")
    assert here() is line
    typed("ana asoco")
    offered = line.completer().model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Ana Gómez  ·  Asocomunal"]
    line.retype("Ana Gómez  ·  Asocomunal")
    press(line, KEY.Key_Return)
    assert chip(screen, "autor") == "Autor: Ana Gómez"
    typed(" ¿y el agua?\n")
    row = kept(screen)
    assert (row["texto"], row["autor_nombre"], row["autor_organizacion"]) == ("¿y el agua?", "Ana Gómez", "Asocomunal")
    typed("¿Otra?")
    press(window, KEY.Key_F2)
    typed("Ana Gómez\n")
    assert chip(screen, "autor") == "Autor: Ana Gómez, hay 2: f2 elige"
    typed("\n")
    assert (kept(screen)["autor_nombre"], kept(screen)["autor_asistente"]) == ("Ana Gómez", None)


def test_the_channel_stays_across_questions_hearings_and_starts(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str
) -> None:
    first: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    first.capture.chips.fill("canal")
    choice = find(first, QWidget, "llenar_canal")
    choice.set_value("whatsapp")  # type: ignore[attr-defined]
    press(choice, KEY.Key_Return)
    for text in ("¿Una?", "¿Dos?"):
        first.capture.line.retype(text)
        press(first.capture.line, KEY.Key_Return)
        assert kept(first)["canal"] == "whatsapp"
    again: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    assert chip(again, "canal") == "Canal: WhatsApp"
    other = hearing_id(desk, "rdc-2026-1")
    again.open(other)
    assert chip(again, "canal") == "Canal: Chat en vivo"  # the last of that hearing
    again.open(audiencia_id)
    assert chip(again, "canal") == "Canal: WhatsApp"


def test_a_question_asked_before_is_told_and_joined_in_one_step(
    window: MainWindow, screen: EnVivoScreen, qtbot: QtBot
) -> None:
    typed("Luz Perdomo: ¿Cuándo vuelve el médico al puesto de salud de La Honda?\n")
    lead = kept(screen)
    typed("¿Para cuándo vuelven los médicos del puesto de salud La Honda?")
    QApplication.processEvents()
    before = screen.queue.table.geometry()
    qtbot.waitUntil(lambda: "Se parece a la P-001  ·  Ctrl M la une  ·  la hizo Luz Perdomo" in note(screen))
    assert screen.queue.table.geometry() == before
    assert here() is screen.capture.line
    press(here(), KEY.Key_M, CTRL)
    row = kept(screen)
    assert (row["numero"], row["estado"], row["agrupada_en"]) == (2, "agrupada", lead["numero"])
    assert (screen.capture.line.value(), note(screen)) == ("", "")
    window.undoing.undo()
    assert kept(screen)["numero"] == 1


def test_without_a_suggestion_ctrl_m_groups_the_question_in_hand(screen: EnVivoScreen, qtbot: QtBot) -> None:
    typed("¿Cuándo vuelve el médico al puesto de salud de La Honda?\n")
    typed("¿Y el colegio de Potrerito, cuándo lo pintan?")
    qtbot.wait(250)
    assert note(screen) == ""
    press(here(), KEY.Key_M, CTRL)
    assert here().objectName() == "agrupar_con"
    press(here(), KEY.Key_Escape)
    assert screen.capture.line.value() == "¿Y el colegio de Potrerito, cuándo lo pintan?"


def test_one_that_is_answered_is_suggested_no_more(screen: EnVivoScreen, qtbot: QtBot) -> None:
    typed("¿Cuándo vuelve el médico al puesto de salud de La Honda?\n")
    press(here(), KEY.Key_Return, CTRL)
    typed("¿Para cuándo vuelven los médicos del puesto de salud La Honda?")
    qtbot.wait(250)
    assert note(screen) == ""


def test_line_and_chips_come_back_after_a_power_cut(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str, qtbot: QtBot
) -> None:
    first: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    first.capture.line.setFocus()
    type_text(first.capture.line, "Rosa Elvira:", gap=0)
    press(first.capture.line, KEY.Key_Tab)
    type_text(first.capture.line, " ¿y el ag", gap=0)
    first.capture.chips.fill("tema")
    type_text(find(first, Line, "llenar_tema"), "Acueducto\n", gap=0)
    qtbot.waitUntil(lambda: len(desk.drafts.fresh()) == 2, timeout=2000)  # what a power cut would leave
    again: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    assert again.capture.line.value() == "Rosa Elvira: ¿y el ag"
    assert chip(again, "autor") == "Autor: Rosa Elvira, provisional"
    assert chip(again, "tema") == "Tema: Acueducto"
    type_text(again.capture.line, "ua?\n", gap=0)
    row = kept(again)
    assert (row["texto"], row["autor_nombre"], row["tema"]) == ("¿y el agua?", "Rosa Elvira", "Acueducto")
    assert desk.drafts.fresh() == {}
    first.capture.line.set_value("")
    first.capture.chips.set_value("")


@pytest.mark.parametrize("draft", ["", "[]", "{", "null", '{"fichas": 3}', '{"linea": {"a": 1}}', json.dumps([[]])])
def test_a_draft_of_chips_that_says_nothing_is_done_without(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str, draft: str
) -> None:
    desk.drafts.save(f"en_vivo/fichas/{audiencia_id}", draft)
    screen: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    assert not screen.capture.chips.is_unsaved()


def test_typing_that_never_rests_is_kept_every_second_and_a_half(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str
) -> None:
    screen: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    start, saved = time.monotonic(), ""
    while not saved and time.monotonic() < start + 5:
        type_text(screen.capture.line, "a", gap=50)
        saved = next((draft.texto for draft in desk.drafts.fresh().values()), "")
    assert time.monotonic() - start < 2
    assert len(screen.capture.line.value()) - len(saved) <= 2
    screen.capture.line.set_value("")


def test_a_million_letters_are_refused_at_once_and_the_beginning_stays(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    typed("Antes ")
    pasted = QMimeData()
    pasted.setText("x" * 1_000_000)
    start = time.thread_time()
    screen.capture.line.insertFromMimeData(pasted)
    window.repaint()
    assert time.thread_time() - start < 0.4  # 0.05 on a calm machine
    told = find(screen, PlainLabel, "falta_en_la_linea")
    assert told.isVisible()
    assert "1.000.006 caracteres y el límite es 100.000" in told.text()
    assert screen.capture.line.value().startswith("Antes xxx")
    press(here(), KEY.Key_Return)
    assert kept(screen) == {}  # what was cut is never kept for the whole
    assert "100.001 caracteres" in told.text()
    assert len(screen.capture.line.value()) == 100_001
    screen.capture.line.retype("Corta")
    assert not told.isVisible()
    press(here(), KEY.Key_Return)
    assert kept(screen)["texto"] == "Corta"


def test_a_name_too_long_is_refused_under_the_line(window: MainWindow, screen: EnVivoScreen) -> None:
    press(window, KEY.Key_F2)
    find(screen, Line, "llenar_autor").retype("n" * 200_000)
    press(here(), KEY.Key_Return)
    typed("¿Y?\n")
    assert kept(screen) == {}
    assert "el límite es 100.000" in find(screen, PlainLabel, "falta_en_la_linea").text()
    assert screen.capture.line.value() == "¿Y?"


def test_a_line_that_only_says_what_it_is_about_asks_nothing(screen: EnVivoScreen) -> None:
    typed("#cooperacion\n")
    assert kept(screen) == {}
    assert find(screen, PlainLabel, "falta_en_la_linea").text() == "Escriba la pregunta."
    assert screen.capture.line.value() == "#cooperacion"


def test_hostile_text_is_only_text_in_the_line_and_in_every_chip(screen: EnVivoScreen) -> None:
    for number, (_, _, text) in enumerate(corpus("campo"), start=1):
        screen.capture.line.retype(f"¿{text[:99_000]}")
        said: dict[str, str] = {}
        for name in ("autor", "tema", "dependencia"):
            screen.capture.chips.fill(name)
            line = find(screen, Line, f"llenar_{name}")
            line.retype(text[:2_000])
            said[name] = clean(line.value()).strip()
            press(line, KEY.Key_Return)
        shown = screen.capture.line.value()
        press(here(), KEY.Key_Return)
        row = kept(screen)
        assert row["numero"] == number, find(screen, PlainLabel, "falta_en_la_linea").text()
        assert row["texto"] == clean(shown).strip()
        assert (row["tema"] or "", row["dependencia"] or "") == (said["tema"], said["dependencia"])
        assert row["autor_nombre"] == (" ".join(said["autor"].split()) or None)


def test_the_words_of_a_name_find_it_without_accents_or_order(window: MainWindow, screen: EnVivoScreen) -> None:
    press(window, KEY.Key_F2)
    typed("ocoro mar")
    offered = find(screen, Line, "llenar_autor").completer().model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Marleny Ocoró Viáfara"]
    line = find(screen, Line, "llenar_autor")
    line.retype("ocoro marleny")
    press(line, KEY.Key_Return)
    assert chip(screen, "autor") == "Autor: Marleny Ocoró Viáfara"


def test_a_key_is_painted_at_once_in_a_large_hearing(show_screen: ShowScreen, desk: Desk, audiencia_id: str) -> None:
    for number in range(300):
        desk.do(
            registrar_pregunta, audiencia_id=audiencia_id, texto=f"¿Cuándo {number}?", valores={"tema": f"T{number}"}
        )
    desk.do(editar_audiencia, id=audiencia_id, valores={"fecha": "2026-11-20"})
    screen: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    times = []
    for letter in "Luz Perdomo: ¿cuándo vuelve el médico? #T44 @planeación":
        start = time.thread_time()
        type_text(screen.capture.line, letter, gap=0)
        screen.capture.repaint()
        times.append(time.thread_time() - start)
    assert sorted(times)[int(len(times) * 0.95)] < 0.05
    screen.capture.line.set_value("")
