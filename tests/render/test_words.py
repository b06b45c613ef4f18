"""Text is cleaned and marked up in one place, and what somebody typed is obeyed by nobody."""

from __future__ import annotations

import pytest

from rcdesk.documents.blocks import bold, literal
from rcdesk.render.words import clean, one_line, paragraphs, plain, spans
from rcdesk.render.wrap import Measure, lines


def test_ordinary_text_is_left_alone() -> None:
    assert clean("¿Cuándo llega el acueducto? — «pronto»") == "¿Cuándo llega el acueducto? — «pronto»"


def test_controls_and_joiners_disappear_and_blanks_become_one_space() -> None:
    assert clean("a\x00b\u200b\tc   d\x0be") == "ab c d e"


def test_every_kind_of_newline_separates_paragraphs() -> None:
    assert paragraphs("uno\r\ndos\rtres\u2028cuatro\n\n cinco ") == ["uno", "dos", "tres", "cuatro", "cinco"]


def test_letters_are_composed() -> None:
    assert clean("an\u0303o") == "año"


def test_a_text_without_words_has_one_empty_paragraph() -> None:
    assert paragraphs(" \n ") == [""]


def test_titles_take_one_line() -> None:
    assert one_line("Ana\n María\t Ruiz") == "Ana María Ruiz"


def test_bold_and_addresses_are_told_apart() -> None:
    found = [tuple(span) for span in spans("Vea **ya** https://a.co/x, y **https://b.co**")]
    assert found == [
        ("Vea ", False, ""),
        ("ya", True, ""),
        (" ", False, ""),
        ("https://a.co/x", False, "https://a.co/x"),
        (", y ", False, ""),
        ("https://b.co", True, "https://b.co"),
    ]


@pytest.mark.parametrize("text", ["** suelto **", "**", "a ** b", "2**3"])
def test_loose_asterisks_are_not_mark_up(text: str) -> None:
    assert [tuple(span) for span in spans(text)] == [(text, False, "")]


@pytest.mark.parametrize("text", ["**negrita**", "*", "***a***", "https://a.co/**b**"])
def test_literal_text_reads_back_as_typed(text: str) -> None:
    assert plain(literal(text)) == text
    assert not any(span.bold for span in spans(literal(text)))


def test_the_protecting_character_itself_is_dropped_when_typed() -> None:
    assert plain(literal("a\ue02ab")) == "ab"


def test_bold_text_is_bold_in_each_paragraph_and_keeps_its_asterisks() -> None:
    assert bold("Ana **Sol**\n\n  Ruiz ").split("\n") == [f"**{literal('Ana **Sol**')}**", "**Ruiz**"]
    assert [tuple(span) for span in spans(bold("Ana **Sol**"))] == [("Ana **Sol**", True, "")]
    assert bold("  ") == ""


@pytest.mark.parametrize(
    "text", ["el 75 % de la n.º 12 y No. 3", "**el 75 %** de la n.º 12 y No. 3", "el **75** % de **No. 3**"]
)
def test_a_number_and_its_sign_are_never_in_two_lines(text: str) -> None:
    for width in range(30, 160):  # from the narrowest where both fit
        made = [
            line if isinstance(line, str) else "".join(run.text for run in line)
            for line in lines(text, Measure(width, 9))
        ]
        assert " ".join(made) == text.replace("**", "")
        assert not any(line.startswith(("%", "12", "3")) for line in made)
