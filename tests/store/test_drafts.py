"""Half-typed text comes back, in its own field, until its action stores it."""

from __future__ import annotations

from pathlib import Path

from rcdesk.app.desk import Desk
from rcdesk.store.database import Database
from rcdesk.store.unit import Unit
from rcdesk.work import action
from tests.store.desks import Clock, crear_audiencia, entries, open_base, registrar

FIELD = "preguntas/texto/nueva"


@action("Registrar")
def registrar_lo_escrito(unit: Unit, *, audiencia_id: str, texto: str) -> None:
    registrar.run(unit, audiencia_id=audiencia_id, texto=texto)
    unit.used_draft(FIELD)


def test_a_draft_survives_the_program(folder: Path) -> None:
    database = open_base(folder)
    Desk(database).drafts.save(FIELD, "¿Cuándo pavim\x00")
    database.close()
    database = open_base(folder)
    assert {key: draft.texto for key, draft in Desk(database).drafts.fresh().items()} == {FIELD: "¿Cuándo pavim\ufffd"}
    assert entries(database) == []
    database.close()


def test_the_action_that_stores_the_text_uses_the_draft(desk: Desk) -> None:
    hearing = desk.do(crear_audiencia, codigo="a")
    desk.drafts.save(FIELD, "¿Cuándo?")
    desk.do(registrar_lo_escrito, audiencia_id=hearing, texto="¿Cuándo?")
    assert desk.drafts.fresh() == {}
    desk.drafts.save(FIELD, "¿Y dónde?")
    assert desk.drafts.fresh()[FIELD].texto == "¿Y dónde?"


def test_a_field_emptied_by_hand_leaves_no_draft(desk: Desk) -> None:
    desk.drafts.save(FIELD, "¿?")
    desk.drafts.save(FIELD, "")
    assert desk.drafts.fresh() == {}


def test_what_was_set_aside_can_be_asked_back_until_it_is_swept(desk: Desk, clock: Clock) -> None:
    desk.drafts.save("uno", "a")
    desk.drafts.used("uno")
    assert desk.drafts.fresh() == {}
    found = desk.drafts.last("uno")
    assert found is not None
    assert found.texto == "a"
    clock.pass_(days=8)
    desk.drafts.sweep()
    assert desk.drafts.last("uno") is None


def test_only_used_drafts_are_swept_and_after_a_week(desk: Desk, database: Database, clock: Clock) -> None:
    desk.drafts.save("uno", "a")
    desk.drafts.save("dos", "b")
    desk.drafts.used("uno")

    def left() -> int:
        with database.writing() as wire:
            return int((wire.one("SELECT count(*) FROM borradores") or (0,))[0])

    clock.pass_(days=6)
    desk.drafts.sweep()
    assert left() == 2
    clock.pass_(days=2)
    desk.drafts.sweep()
    assert left() == 1
    assert list(desk.drafts.fresh()) == ["dos"]
