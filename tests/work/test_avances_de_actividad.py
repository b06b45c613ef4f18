"""What is said of an activity is added, never rewritten: any day tells what was known then."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.avances_de_actividad import periodo_para
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import cubre, meses
from rcdesk.domain.seguimiento import actividad_al
from rcdesk.domain.situacion import debida, dia_de, situada
from rcdesk.store.schema import JOURNALED
from rcdesk.work.avances_de_actividad import corregir_periodo, retirar_avance
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.cronograma import corregir_actividad
from rcdesk.work.filas_de_plan import leer_filas
from rcdesk.work.gather import reunir_registro
from rcdesk.work.planes import listar_planes
from tests.work.advance_actions import HOY, activity, periods, say


def test_each_advance_stays_as_it_was_said_and_the_period_tells_the_last_by_its_day(desk: Desk) -> None:
    [before] = periods(desk, "3.2")
    assert (before.ejecutado, before.programado, before.avances) == ("2", "6", ())
    say(desk, "3.2", ejecutado="7", corte="2026-11-18")
    say(desk, "3.2", ejecutado="5", corte="2026-11-16", texto="Faltaba una")
    [now] = periods(desk, "3.2")
    assert (now.ejecutado, now.corte, now.porcentaje) == ("7", "2026-11-18", 117)
    assert [one.avance for one in now.avances] == ["7", "5", "2"]
    assert [one.ejecutado for one in periods(desk, "3.2", "2026-11-17")] == ["5"]
    [old] = periods(desk, "3.2", before.corte or "")
    assert (old.ejecutado, len(old.avances)) == ("2", 1)
    stored = JOURNALED["programaciones"].c
    row = desk.ask(lambda c: c.execute(select(stored.ejecutado, stored.corte).where(stored.id == now.id)).one())
    assert tuple(row) == ("7", "2026-11-18")


def test_more_than_was_programmed_is_never_capped_in_silence(desk: Desk) -> None:
    assert any(one.exceso == one.justificacion for one in periods(desk, "1.3"))
    say(desk, "3.2", ejecutado="9")
    [found] = periods(desk, "3.2")
    assert (found.porcentaje, found.exceso) == (150, "sin explicación")
    desk.do(corregir_periodo, id=found.id, valores={"justificacion": "Se sumaron dos emisoras"})
    assert periods(desk, "3.2")[0].exceso == "Se sumaron dos emisoras"


def test_a_withdrawn_advance_is_kept_with_its_reason_and_counts_no_more(desk: Desk) -> None:
    key = say(desk, "3.3", ejecutado="1")
    assert periods(desk, "3.3")[0].ejecutado == "1"
    desk.do(retirar_avance, id=key, motivo="Era de otra actividad")
    [found] = periods(desk, "3.3")
    assert found.ejecutado == "0"
    assert [one.retirado for one in found.avances if one.id == key] == ["Era de otra actividad"]
    with pytest.raises(RuleError, match="ya no existe"):
        desk.do(retirar_avance, id=key, motivo="Otra vez")


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"ejecutado": "1", "corte": "2026-02-31"}, "corte", "no sirve"),
        ({"ejecutado": "1", "corte": "2026-11"}, "corte", "día"),
        ({"ejecutado": "1", "corte": "2026-11-21"}, "corte", "todavía no llega"),
        ({"ejecutado": "1", "corte": "2026-05-31"}, "corte", "empieza después"),
        ({"ejecutado": ""}, "ejecutado", "cuánto"),
        ({"ejecutado": "-1"}, "ejecutado", "desde 0"),
        ({"ejecutado": "uno"}, "ejecutado", "decimal"),
        ({"ejecutado": "1", "periodo": "2026-T9"}, "periodo", "periodo"),
        ({"ejecutado": "1", "programado": "-2"}, "programado", "desde 0"),
    ],
)
def test_what_cannot_have_been_done_is_refused_in_its_place(
    desk: Desk, said: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(RuleError, match=words) as refusal:
        say(desk, "1.4", **said)
    assert refusal.value.field == field


def test_less_than_was_said_wants_words(desk: Desk) -> None:
    say(desk, "3.2", ejecutado="5", corte="2026-11-18")
    with pytest.raises(RuleError, match="Ya se había dicho 5, el 18/nov/2026") as refusal:
        say(desk, "3.2", ejecutado="4", texto="")
    assert refusal.value.field == "texto"
    with pytest.raises(RuleError, match="Después se dijo 5"):
        say(desk, "3.2", ejecutado="6", corte="2026-11-17", texto="")
    say(desk, "3.2", ejecutado="4", texto="Una emisora no salió al aire")
    assert periods(desk, "3.2")[0].ejecutado == "4"


def test_the_rows_of_the_base_stand_as_their_records_do_on_any_day(desk: Desk) -> None:
    say(desk, "3.3", ejecutado="1")
    say(desk, "1.4", ejecutado="1", corte="2026-09-30")
    desk.do(corregir_actividad, id=activity(desk, "4.3"), valores={"fechas": ("2026-11-25", "2026-12")})
    for day in (date(2026, 3, 31), date(2026, 9, 30), date(2026, 11, 20), date(2027, 1, 4)):
        at = dia_de(day, desk.ask(leer_calendario))
        rows = {row.id: row for row in desk.ask(leer_filas, at)}
        for plan in desk.ask(listar_planes):
            record = desk.ask(reunir_registro, "planes", plan.id)
            for one in (one for stage in record.componentes for one in stage.actividades):
                owed = debida(actividad_al(one, day))
                assert rows[str(one.id)].debida == owed
                assert rows[str(one.id)].situada == situada(owed, at)
    assert len(HOY) == 10


PERIODS = st.sampled_from(["2026", "2026-S1", "2026-S2", "2026-C3", "2026-T1", "2026-T4", "2026-02", "2026-11"])


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.lists(PERIODS, unique=True))
def test_what_is_done_counts_in_a_period_of_its_day_or_in_the_last_before_it(day: date, periods: list[str]) -> None:
    found = periodo_para(day.isoformat(), periods)
    if found in periods and not cubre(found, day.isoformat()):
        assert not any(cubre(one, day.isoformat()) for one in periods)
        assert meses(found)[1] < day.isoformat()[:7]
    else:
        assert cubre(found, day.isoformat())
