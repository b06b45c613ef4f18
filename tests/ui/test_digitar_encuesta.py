"""A form on paper is typed by number keys: how many they are, and how long the program takes to answer each."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication

from rcdesk.app.desk import Desk
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.work.resultados import listar_formularios
from tests.typing import type_text

Show = Callable[..., EncuestaScreen]
PAPER = "47\n116211\n111\n1lFacebook\n121\n\n"
"""A whole form: age, who they are, how they heard, «por qué» blank, where it was published in their own words."""
PER_SECOND = 3  # keys of a person who reads the paper meanwhile
LONGEST = 20  # seconds for a form (FEATURES, row 64)


def keys(text: str) -> None:
    """Type each key where the keys are."""
    for key in text:
        here = QApplication.focusWidget()
        assert here is not None
        type_text(here, key, gap=0)


def test_a_form_of_the_template_takes_less_than_twenty_seconds_of_keys(
    show_screen: Show, desk: Desk, segunda: str
) -> None:
    screen = show_screen(EncuestaScreen, desk, segunda)
    screen.use_template()
    screen.show_part("digitacion")
    taken = []
    for key in PAPER:
        start = perf_counter()
        keys(key)
        taken.append(perf_counter() - start)
    [form] = desk.ask(listar_formularios, encuesta_id=screen.survey)
    assert (form.valores["edad"], form.valores["medio_publicacion"]) == (47, "Facebook")
    assert form.en_blanco == 4  # the «por qué» and the topic
    assert len(PAPER) / PER_SECOND < LONGEST
    assert median(taken) < 0.1
    assert screen.entry.values == {}  # ready for the next one


def test_a_form_typed_again_says_where_both_typings_part(show_screen: Show, desk: Desk, segunda: str) -> None:
    screen = show_screen(EncuestaScreen, desk, segunda)
    screen.use_template()
    screen.show_part("digitacion")
    keys("47\n")
    screen.save_form()
    screen.entry.typed.select_key(desk.ask(listar_formularios, encuesta_id=screen.survey)[0].id)
    screen.paper.type_again()
    keys("47\n")
    screen.save_form()
    assert screen.banner.text() == "El formulario 1 coincide Se digitó igual las dos veces."
    screen.paper.type_again()
    keys("74\n2")
    screen.save_form()
    assert screen.banner.text().startswith(
        "No coinciden 2 respuestas 1: antes «47», ahora «74»; 2: antes «en blanco», ahora «Zona rural»."
    )
    [form] = desk.ask(listar_formularios, encuesta_id=screen.survey)
    assert (form.valores["edad"], screen.entry.editing) == (47, form.id)  # nothing was stored, and it is open
