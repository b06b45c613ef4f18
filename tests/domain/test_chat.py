"""A copied block is read by its form; no word of a person is lost, and no text whatever makes the reader fail."""

from collections import Counter
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.chat import Chat, leer_chat
from rcdesk.domain.horas_de_chat import hace_cuanto, momento
from rcdesk.i18n import COLOMBIA

NOW = datetime(2026, 11, 20, 10, 41, 20, tzinfo=COLOMBIA)

FACEBOOK = """Foto del perfil de Nidia Esperanza Lasso
Nidia Esperanza Lasso
Buenos días a todos
Me gusta
Responder
3 min
Edinson Caicedo
Fan destacado
¿Cuándo arreglan el alumbrado de la comuna 14?
Llevamos 3 meses a oscuras
Me gusta · Responder · 2 min
4
Óscar Iván Benavides
¿Cuándo terminan las obras de la calle 70?
Me gustaResponder2 minEditado
y para cuándo el médico del puesto de salud??
Me gusta · Responder · 2 min
Ver 2 respuestas"""

FORMS = {
    "youtube": "10:38 AM\u200bAna Ruiz\u200b¿Cuándo?\n10:39 AM\u200bJosé\u200b$20.000\u200bplata para la vía",
    "whatsapp": "[20/11/26, 10:38:12 a. m.] Ana Ruiz: ¿Cuándo?\n20/11/26, 10:39 - José: plata para la vía",
    "zoom": "10:38:12\t From Ana Ruiz to Everyone:\n\t¿Cuándo?\n10:39:00 De José a Todos: plata para la vía",
    "nombres": "• Ana Ruiz: ¿Cuándo?\n• José Paz: plata para la vía\n2. Eva: otra",
    "parrafos": "Ana Ruiz\n¿Cuándo?\n\nJosé\nplata para la vía",
}


def read(text: str) -> Chat:
    return leer_chat(text, ahora=NOW)


def said(text: str) -> list[tuple[str, str]]:
    return [(one.autor, one.texto) for one in read(text).mensajes]


def test_facebook_gives_who_and_what_without_its_buttons() -> None:
    assert said(FACEBOOK) == [
        ("Nidia Esperanza Lasso", "Buenos días a todos"),
        ("Edinson Caicedo", "¿Cuándo arreglan el alumbrado de la comuna 14?\nLlevamos 3 meses a oscuras"),
        ("Óscar Iván Benavides", "¿Cuándo terminan las obras de la calle 70?"),
        ("", "y para cuándo el médico del puesto de salud??"),
    ]


def test_an_age_is_counted_back_from_when_it_was_copied() -> None:
    assert read(FACEBOOK).mensajes[0].recibida == "2026-11-20T10:38:20-05:00"
    assert hace_cuanto("la semana pasada") is None


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_known_by_its_evidence(form: str) -> None:
    chat = read(FORMS[form])
    assert chat.forma == form
    assert chat.parece_chat
    first, second = chat.mensajes[:2]
    assert (first.autor, first.texto) == ("Ana Ruiz", "¿Cuándo?")
    assert second.autor.startswith("José") and second.texto == "plata para la vía"


def test_youtube_in_three_lines_and_its_amounts() -> None:
    text = "10:38 a. m.\nAna Ruiz\n¿Cuándo?\n10:39 a. m.\nJosé\nCOP 20,000\nplata"
    assert said(text) == [("Ana Ruiz", "¿Cuándo?"), ("José", "plata")]


def test_an_hour_that_has_not_come_is_of_yesterday() -> None:
    found = read("11:38 PM\u200bAna\u200buno\n11:39 PM\u200bEva\u200bdos").mensajes
    assert found[0].recibida == "2026-11-19T23:38:00-05:00"


def test_what_whatsapp_says_itself_is_set_apart_and_lines_go_on() -> None:
    day = "20/11/26, 10:"
    text = f"{day}38 - Ana creó el grupo\n{day}39 - Ana: uno\ndos\n{day}40 - Eva: <Multimedia omitido>"
    notice, message, picture = read(text).mensajes
    assert (notice.aviso, message.aviso, picture.aviso) == (True, False, True)
    assert message.texto == "uno\ndos"
    assert message.recibida == "2026-11-20T10:39:00-05:00"


@pytest.mark.parametrize(
    "text",
    [
        "¿Cuándo arreglan la vía?",
        "Buenos días: quiero saber de la vía",
        "¿Cuándo arreglan la vía?\nLlevamos años esperando",
        "Son tres cosas:\n- la vía\n- el puente\n- la escuela",
        "A las 10:30 no había nadie\nA las 11:00 tampoco",
        "Me gusta que arreglen la vía\nPero ¿cuándo?",
    ],
)
def test_a_question_of_several_lines_is_not_a_chat(text: str) -> None:
    assert not read(text).parece_chat


def test_without_any_form_each_line_is_a_message_of_nobody() -> None:
    assert said("una cosa\n\n  otra cosa  ") == [("", "una cosa"), ("", "otra cosa")]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026-11-18 16:20:05", "2026-11-18T16:20:05-05:00"),
        ("18/11/2026", "2026-11-18T00:00:00-05:00"),
        ("18/11/2026 4:20 p. m.", "2026-11-18T16:20:00-05:00"),
        ("10:38", "2026-11-20T10:38:00-05:00"),
        ("31/02/2026", None),
        ("ayer", None),
        ("", None),
    ],
)
def test_the_moment_of_a_cell(cell: str, moment: str | None) -> None:
    assert momento(cell, NOW) == moment


LINES = st.sampled_from([*FACEBOOK.split("\n"), *(line for text in FORMS.values() for line in text.split("\n")), ""])


def _letters(*texts: str) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if letter.isalnum())


@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=20))).map("\n".join)))
def test_any_text_is_read_and_no_letter_is_lost(text: str) -> None:
    messages = read(text).mensajes
    for one in messages:
        assert _letters(one.crudo) == _letters(one.autor, one.texto, *one.quitado)
    assert _letters(text.replace("\r", "\n")) == _letters(*(one.crudo for one in messages))


@pytest.mark.parametrize("text", ["W" * 100_000, "a: " * 30_000, "línea\n" * 5_000, "10:38 " * 20_000, "<b>" * 3_000])
def test_a_huge_text_is_read_in_a_moment(text: str) -> None:
    assert _letters(*(one.texto for one in read(text).mensajes)) or text.startswith(("a:", "<b>"))
