"""The DOFA matrix and the commitments, as they are worked on in the acta."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Text
from rcdesk.ui.kit.matrix import Matrix
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.plate import Plate
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.compromisos import listar_compromisos
from rcdesk.work.dofa import ver_dofa
from rcdesk.work.lineas import agregar
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.typing import press, type_text
from tests.ui.acta import Open, click, error_of, of, open_at, write
from tests.ui.conftest import ShowScreen
from tests.ui.reasons import answer_reason


@pytest.fixture
def primera(desk: Desk) -> str:
    return hearing_id(desk, PRIMERA)


@pytest.fixture
def segunda(desk: Desk) -> str:
    return hearing_id(desk, SEGUNDA)


@pytest.fixture
def open_acta(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> Open:
    """Return a function that opens the acta of a hearing at one of its parts."""
    return partial(open_at, show_screen, desk, qtbot)


def test_a_strategy_in_hand_lights_the_factors_it_joins(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera, "dofa")
    matrix = of(screen, Matrix, "matriz_dofa")
    assert isinstance(matrix, Matrix)
    strategy = desk.ask(ver_dofa, audiencia_id=primera).del_cruce("FO")[0]
    matrix.select(strategy.id)
    lit = {plate.code for plate in matrix.findChildren(Plate) if plate.isVisible() and plate.property("lit")}
    assert lit == {"F2", "O1"}
    text = of(screen, Text, "dofa_texto")
    assert isinstance(text, Text) and text.value() == strategy.texto


def test_factors_and_strategies_are_added_one_after_another_and_an_empty_cross_is_flagged(
    open_acta: Open, segunda: str, desk: Desk
) -> None:
    screen = open_acta(segunda, "dofa")
    for place, words in (("F", "Equipo completo"), ("A", "Lluvias")):
        click(screen, f"agregar_{place}")
        new = of(screen, Text, "nueva_linea_dofa")
        assert isinstance(new, Text)
        type_text(new, words)
        press(new, Qt.Key.Key_Return)
    view = desk.ask(ver_dofa, audiencia_id=segunda)
    assert [(each.codigo, each.texto) for each in view.factores] == [("F1", "Equipo completo"), ("A1", "Lluvias")]
    warning = of(screen, PlainLabel, "cruces_vacios")
    assert isinstance(warning, PlainLabel) and warning.text() == "Cruce sin estrategia: FA."
    click(screen, "agregar_FA")
    new = of(screen, Text, "nueva_linea_dofa")
    type_text(new, "Alquilar carpas")
    press(new, Qt.Key.Key_Return)
    assert desk.ask(ver_dofa, audiencia_id=segunda).estrategias[0].codigo == "FA1"
    assert not warning.isVisible()


def test_f9_makes_the_commitment_of_the_strategy_in_hand(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera, "dofa")
    free = next(each for each in desk.ask(ver_dofa, audiencia_id=primera).estrategias if each.compromiso is None)
    matrix = of(screen, Matrix, "matriz_dofa")
    assert isinstance(matrix, Matrix)
    matrix.select(free.id)
    assert screen.offers("promise")
    screen.promise()
    made = desk.ask(listar_compromisos, audiencia_id=primera)[-1]
    assert (made.que_hacer, made.estrategias) == (free.texto, (free.codigo,))
    assert not of(screen, Button, "hacer_compromiso").isVisible()


def test_commitments_are_added_dated_in_business_days_and_annulled_with_a_reason(
    open_acta: Open, primera: str, desk: Desk
) -> None:
    screen = open_acta(primera, "compromisos")
    write(screen, "agregar_compromiso", "Señalizar la entrada\n")
    assert desk.ask(listar_compromisos, audiencia_id=primera)[-1].codigo == "6"
    write(screen, "compromiso_fecha", "31/02/2026\n")
    assert "31/02/2026" in error_of(screen, "compromiso_fecha")
    click(screen, "dia_habil_5")
    last = desk.ask(listar_compromisos, audiencia_id=primera)[-1]
    assert (last.fecha, last.dias_habiles) == ("2026-04-22", 5)
    write(screen, "compromiso_fecha", "na\n")
    assert desk.ask(listar_compromisos, audiencia_id=primera)[-1].fecha == "N.A."
    write(screen, "compromiso_responsables", "Ana Nova; Luis Roa\n")
    assert desk.ask(listar_compromisos, audiencia_id=primera)[-1].responsables == ("Ana Nova", "Luis Roa")
    answer_reason("Se repite")
    click(screen, "anular_compromiso")
    assert desk.ask(listar_compromisos, audiencia_id=primera)[-1].anulada == "Se repite"
    click(screen, "restaurar_compromiso")
    assert desk.ask(listar_compromisos, audiencia_id=primera)[-1].anulada is None


def test_a_hearing_without_date_says_why_no_business_day_can_be_counted(
    open_acta: Open, primera: str, desk: Desk
) -> None:
    desk.do(editar_audiencia, id=primera, valores={"fecha": ""})
    screen = open_acta(primera, "compromisos")
    click(screen, "dia_habil_10")
    assert "no tiene fecha" in screen.banner.text()


def test_the_pages_beside_the_matrix_are_those_of_now(open_acta: Open, primera: str, desk: Desk, qtbot: QtBot) -> None:
    screen = open_acta(primera, "dofa")
    assert not screen.preview.isVisible()
    desk.do(editar_audiencia, id=primera, valores={"objetivo": "Otro objetivo"})
    with qtbot.waitSignal(screen.preview.drawn_anew, timeout=10_000):
        click(screen, "ver_paginas")
    assert of(screen, Matrix, "matriz_dofa").isVisible()


def test_a_strategy_says_which_factors_it_joins_and_the_hearing_proposes_others(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    screen = open_acta(primera, "dofa")
    matrix = of(screen, Matrix, "matriz_dofa")
    assert isinstance(matrix, Matrix)
    strategy = desk.ask(ver_dofa, audiencia_id=primera).del_cruce("FO")[0]
    matrix.select(strategy.id)
    box = of(screen, Check, "une_F2")
    assert isinstance(box, Check) and box.value()
    press(box, Qt.Key.Key_Space)
    assert desk.ask(ver_dofa, audiencia_id=primera).del_cruce("FO")[0].factores == ("O1",)
    warning = of(screen, PlainLabel, "cruces_vacios")
    assert isinstance(warning, PlainLabel) and warning.text() == "FO1 une factores de un solo lado."
    first = desk.ask(ver_dofa, audiencia_id=primera).propuestas[0]
    click(screen, f"proponer_0_{first.eje}")
    view = desk.ask(ver_dofa, audiencia_id=primera)
    assert first.texto in {factor.texto for factor in view.del_eje(first.eje)}
    assert matrix.selected() == view.del_eje(first.eje)[-1].id
    click(screen, "dejar_0")
    assert len(desk.ask(ver_dofa, audiencia_id=primera).propuestas) == len(view.propuestas) - 1


def test_a_cross_without_strategy_may_say_why(open_acta: Open, segunda: str, desk: Desk) -> None:
    for axis, words in (("fortalezas", "Equipo completo"), ("amenazas", "Lluvias")):
        desk.do(agregar["factores"], valores={"texto": words}, lista=axis, audiencia_id=segunda)
    screen = open_acta(segunda, "dofa")
    answer_reason("Será en salón cerrado")
    click(screen, "no_aplica_FA")
    assert desk.ask(ver_dofa, audiencia_id=segunda).sin_cruce == {"FA": "Será en salón cerrado"}
    warning = of(screen, PlainLabel, "cruces_vacios")
    assert isinstance(warning, PlainLabel) and warning.isHidden()
