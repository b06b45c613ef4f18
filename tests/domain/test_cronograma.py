"""How an activity stands: from what was programmed, what was done, and its dates."""

from datetime import date
from typing import Any

import pytest

from rcdesk.domain import registro as r
from rcdesk.domain.cronograma import Actividad, proponer_numero
from rcdesk.domain.errors import RuleError
from rcdesk.domain.situacion import FechaMarcada, cumplida, debida, dia_de, fechas_marcadas, situada

HOY = "2026-11-20"


def periods(*reports: tuple[str, str | None, str | None]) -> tuple[r.Programacion, ...]:
    return tuple(
        r.Programacion(
            periodo=r.Periodo(period),
            programado=r.Cantidad(planned) if planned else None,
            ejecutado=r.Cantidad(done) if done else None,
        )
        for period, planned, done in reports
    )


def situacion_de(made: r.Actividad, day: str) -> str:
    return situada(debida(made), dia_de(date.fromisoformat(day))).situacion


def proxima(made: r.Actividad, day: str) -> str:
    return situada(debida(made), dia_de(date.fromisoformat(day))).proxima


def marks(made: r.Actividad, day: str) -> tuple[FechaMarcada, ...]:
    return fechas_marcadas(debida(made), day)


def activity(*reports: tuple[str, str | None, str | None], **fields: Any) -> r.Actividad:
    return r.Actividad(nombre="Mesas de diálogo", programacion=periods(*reports), **fields)


@pytest.mark.parametrize(
    ("desde", "hasta", "expected"),
    [
        (None, None, "sin_fecha"),
        ("2026-12-01", None, "programada"),
        ("2026-11-27", None, "por_vencer"),
        ("2026-11-28", None, "por_vencer"),
        ("2026-11-30", None, "programada"),
        ("2026-11-01", "2026-12-01", "en_curso"),
        ("2026-11", "2026-11", "en_curso"),
        ("2026-10-01", "2026-11-20", "vence_hoy"),
        ("2026-10-01", "2026-11-19", "vencida"),
        ("2026-07", "2026-10", "vencida"),
    ],
)
def test_an_activity_with_a_term_stands_by_its_term(desde: str | None, hasta: str | None, expected: str) -> None:
    assert situacion_de(activity(desde=desde, hasta=hasta), HOY) == expected
    assert situacion_de(activity(("2026", "1", "1"), desde=desde, hasta=hasta), HOY) == "cumplida"


def test_each_date_is_met_by_what_its_own_period_did() -> None:
    four = activity(
        ("2026-T1", "2", "2"),
        ("2026-T4", "300", "150"),
        fechas=("2026-02-04", "2026-03-04", "2026-10-05", "2026-11-11"),
    )
    assert [mark.estado for mark in marks(four, HOY)] == ["cumplida", "cumplida", "cumplida", "vencida"]
    assert situacion_de(four, HOY) == "vencida"
    assert situacion_de(four, "2026-11-11") == "vence_hoy"
    assert situacion_de(four, "2026-11-01") == "en_curso"


def test_dates_to_come_without_any_advance_are_programmed() -> None:
    coming = activity(("2026-T4", "1", None), fechas=("2026-12", "2026"))
    assert situacion_de(coming, HOY) == "programada"
    assert [mark.estado for mark in marks(coming, HOY)] == ["futura", "futura"]
    assert proxima(coming, HOY) == "2026-12-31"


@pytest.mark.parametrize(
    ("made", "done"),
    [
        (activity(), False),
        (activity(("2026-T1", "1", None)), False),
        (activity(("2026-T1", "1", "0")), False),
        (activity(("2026-T1", "1", "1"), ("2026-T4", "1", None)), False),
        (activity(("2026-T1", "3", "5"), ("2026-T4", "1", None)), True),
        (activity(("2026", None, "99"), unidad="porcentaje"), False),
        (activity(("2026", None, "100"), unidad="porcentaje"), True),
        (activity(("2026-T1", "1", "1"), meta=r.Meta(valor=r.Cantidad("3"), unidad="unidades")), False),
        (activity(("2026-T1", "100", "100"), meta=r.Meta(valor=r.Cantidad("300"), unidad="porcentaje")), True),
        (activity(("2026-T1", "5", "5"), ("2026-T2", "20", "20"), agregacion="acumulado"), True),
        (activity(("2026-T1", "5", "5"), ("2026-T2", "20", "18"), agregacion="acumulado"), False),
        (activity(("2026-T1", "9", "9"), ("2026-T2", "9", None), agregacion="constante"), False),
        (activity(("2026-T1", "9", "9"), ("2026-T2", "4", "3"), agregacion="decreciente"), True),
        (activity(("2026-T1", "9", "9"), ("2026-T2", "4", "6"), agregacion="decreciente"), False),
    ],
)
def test_an_activity_is_done_when_all_it_programmed_is(made: r.Actividad, done: bool) -> None:
    assert cumplida(debida(made)) is done
    if done:
        assert situacion_de(made, HOY) == "cumplida"
        assert proxima(made, HOY) == ""


def test_an_activity_that_only_programmes_periods_is_due_when_the_first_undone_one_ends() -> None:
    yearly = activity(("2025", "4", "4"), ("2026-S2", "2", None), ("2027", "5", None))
    assert situacion_de(yearly, HOY) == "en_curso"
    assert situacion_de(yearly, "2027-01-01") == "vencida"
    assert proxima(yearly, HOY) == "2026-12-31"
    assert situacion_de(activity(("2027", "1", None)), HOY) == "programada"


def test_a_term_is_due_on_the_last_day_that_is_known() -> None:
    assert proxima(activity(desde="2026-02", hasta="2026-02"), HOY) == "2026-02-28"
    assert proxima(activity(hasta="2026-12"), HOY) == "2026-12-31"
    assert proxima(activity(), HOY) == ""


def test_dates_typed_in_any_order_are_kept_in_order_once_each() -> None:
    made = Actividad(nombre="Taller")
    made.corregir({"fechas": ("2026-05-14", "2026-02-12", "2026-05-14")})
    assert made.fechas == ("2026-02-12", "2026-05-14")
    with pytest.raises(RuleError, match="2026-02-31") as refusal:
        made.corregir({"fechas": ("2026-02-31",)})
    assert refusal.value.field == "fechas"


@pytest.mark.parametrize(
    ("sisters", "everyone", "number"),
    [
        ([], [], "3.1"),
        ([], ["1.1"], "3.1"),
        (["3.1", "3.2"], ["3.1", "3.2"], "3.3"),
        (["3.2", "3.10"], ["3.2", "3.10"], "3.11"),
        (["A", None], ["A", None], "3.1"),
        ([None], [None, None], None),
    ],
)
def test_a_new_activity_is_numbered_as_its_sisters_are(
    sisters: list[str | None], everyone: list[str | None], number: str | None
) -> None:
    assert proponer_numero(3, sisters, everyone) == number
