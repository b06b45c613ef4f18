"""Whatever is typed or pasted can be stored, shown and printed."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.app.desk import Desk
from rcdesk.exchange.encode import canonical
from rcdesk.store.clean import clean, clean_json
from rcdesk.store.database import Database
from tests.corpus import corpus
from tests.store.desks import crear_audiencia, registrar, texts_of


@given(st.text())
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode()


@given(st.lists(st.text(alphabet=st.characters() | st.sampled_from('\\\x00\x1f\r\n\t"u0'))))
def test_the_texts_inside_json_are_cleaned_like_any_other(texts: list[str]) -> None:
    assert json.loads(clean_json(canonical(texts))) == [clean(text) for text in texts]


def test_controls_and_lone_surrogates_become_the_replacement_character() -> None:
    assert clean("a\x00b\x07c\x1b[31md\ud800") == "a\ufffdb\ufffdc\ufffd[31md\ufffd"
    assert clean("uno\r\ndos\rtres\tñ") == "uno\ndos\ntres\tñ"
    assert clean("Nu\u0301n\u0303ez") == "Núñez"


def test_the_whole_corpus_of_bad_texts_is_stored_and_read_back(database: Database, desk: Desk) -> None:
    hearing = desk.do(crear_audiencia, codigo="a")
    wanted = {}
    for _, _, payload in corpus("campo"):
        if payload.strip():
            wanted[desk.do(registrar, audiencia_id=hearing, texto=payload)] = clean(payload)
    assert texts_of(database) == wanted
