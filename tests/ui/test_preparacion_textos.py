"""Whatever is typed in Preparación is kept and shown letter by letter, or refused beside its field."""

import pytest
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.campos import LIMITE
from rcdesk.store.clean import clean
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.fields import Line, Text
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.work.preparacion import ver_orden_del_dia
from rcdesk.work.secciones import listar_secciones, ver_seccion
from tests.bases import PRIMERA, hearing_id
from tests.corpus import corpus
from tests.ui.conftest import ShowScreen
from tests.ui.preparando import data, error_of, find, go


@pytest.fixture
def screen(desk: Desk, show_screen: ShowScreen, qtbot: QtBot) -> PreparacionScreen:
    """The hearing that took place: it has something of everything."""
    shown: PreparacionScreen = show_screen(PreparacionScreen, desk, hearing_id(desk, PRIMERA))
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_every_text_of_the_corpus_is_kept_or_refused_in_a_text(screen: PreparacionScreen, desk: Desk) -> None:
    key = hearing_id(desk, PRIMERA)
    go(screen, "orden")
    title = find(screen, Text, "puntos_titulo")
    title.setFocus()
    for name, _, text in corpus("campo"):
        title.retype(text)
        title.commit()
        kept = desk.ask(ver_orden_del_dia, audiencia_id=key).puntos[0].titulo
        assert error_of(title) or kept == clean(title.value().strip()), name


def test_every_text_of_the_corpus_is_kept_or_refused_in_a_line(screen: PreparacionScreen, desk: Desk) -> None:
    key = hearing_id(desk, PRIMERA)
    line = find(screen, Line, "audiencias_preside")
    line.setFocus()
    for name, _, text in corpus("campo"):
        line.retype(text)
        line.commit()
        assert error_of(line) or (data(desk, key).preside or "") == clean(line.value()), name


def test_every_text_of_the_corpus_is_kept_or_refused_in_a_block(screen: PreparacionScreen, desk: Desk) -> None:
    go(screen, "informacion")
    section = desk.ask(listar_secciones, audiencia_id=hearing_id(desk, PRIMERA))[0].id
    blocks = find(screen, BlocksEditor, "secciones_bloques_bloques")
    blocks.take_keys()
    blocks.make("cita")
    prose = screen.focusWidget()
    assert isinstance(prose, Prose)
    for name, _, text in corpus("campo"):
        prose.retype(text)
        blocks.commit()
        written = desk.ask(ver_seccion, id=section)
        assert error_of(blocks) or (written is not None and written.bloques == blocks.value()), name


def test_a_text_over_the_limit_is_refused_and_stays_in_its_field(screen: PreparacionScreen, desk: Desk) -> None:
    goal = find(screen, Text, "audiencias_objetivo")
    goal.setFocus()
    goal.retype("x" * (LIMITE + 1))
    goal.commit()
    assert "el límite es" in error_of(goal)
    assert len(goal.value()) == LIMITE + 1
