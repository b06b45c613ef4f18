from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.layout import column, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Announcer, Screen


@dataclass(frozen=True)
class Changed:
    """As the desk's: the kit needs only its tables."""

    tables: frozenset[str]


@dataclass
class Refusal:
    error: Exception | None = None
    times: int = field(default=0)


class Nombres(Screen):
    reads = frozenset({"asistentes"})

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(cast(Any, None))
        self.refusal = refusal
        self.field = Field("Nombre", named("nombre", Line()))
        filler = [Field(f"Dato {i}", Line()) for i in range(12)]
        self.fill(column((scrolling(column(*filler, self.field, None)), 1)))

    def refresh(self) -> None:
        self.refusal.times += 1
        if self.refusal.error is not None:
            raise self.refusal.error


@pytest.fixture
def screen(qtbot: QtBot) -> Nombres:
    made = Nombres(Refusal())
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_a_screen_reads_when_shown_and_when_its_tables_change(screen: Nombres) -> None:
    assert screen.refusal.times == 1
    screen.heard(cast(Any, Changed(frozenset({"preguntas"}))))
    assert screen.refusal.times == 1
    screen.heard(cast(Any, Changed(frozenset({"asistentes", "indice"}))))
    assert screen.refusal.times == 2


def test_a_hidden_screen_only_remembers_and_catches_up_once(screen: Nombres) -> None:
    announcer = Announcer()
    announcer.changed.connect(screen.heard)
    screen.hide()
    for _ in range(3):
        announcer.changed.emit(Changed(frozenset({"asistentes"})))
    assert screen.refusal.times == 1
    screen.show()
    assert screen.refusal.times == 2
    screen.hide()
    screen.show()
    assert screen.refusal.times == 2


def test_a_broken_rule_is_said_under_its_field_in_sight_and_with_the_keys(screen: Nombres) -> None:
    with screen.attempt() as attempt:
        raise RuleError("Escriba el nombre.", field="nombre")
    assert not attempt.ok
    assert screen.field.error() == "Escriba el nombre."
    assert screen.field.editor.hasFocus()
    assert not screen.field.visibleRegion().isEmpty()
    assert not screen.banner.text()
    with screen.attempt() as attempt:
        pass
    assert attempt.ok
    assert not screen.field.error()


@pytest.mark.parametrize("name", ["", "no_existe"])
def test_a_rule_without_a_field_in_sight_is_said_in_the_banner(screen: Nombres, name: str) -> None:
    with screen.attempt():
        raise RuleError("La audiencia ya cerró.", field=name)
    assert screen.banner.text() == "La audiencia ya cerró."


def test_a_rule_whose_field_is_hidden_is_said_in_the_banner(screen: Nombres) -> None:
    screen.field.hide()
    with screen.attempt():
        raise RuleError("Escriba el nombre.", field="nombre")
    assert screen.banner.text() == "Escriba el nombre."


def test_a_refusal_of_the_machine_is_a_banner_and_the_text_is_safe(screen: Nombres) -> None:
    line = cast(Line, screen.field.editor)
    line.setText("Ana")
    with screen.attempt():
        raise StoreError("El disco está lleno: libere espacio.")
    assert "El disco está lleno" in screen.banner.text()
    assert line.value() == "Ana"


def test_a_bug_is_never_caught(screen: Nombres) -> None:
    with pytest.raises(ZeroDivisionError), screen.attempt():
        raise ZeroDivisionError


def test_a_base_that_cannot_be_read_is_said_and_what_was_explained_stays(screen: Nombres) -> None:
    with screen.attempt():
        raise RuleError("Escriba el nombre.", field="nombre")
    screen.refusal.error = StoreError("La base está en uso.")
    screen.make_stale()
    assert "La base está en uso." in screen.banner.text()
    assert screen.field.error() == "Escriba el nombre."
