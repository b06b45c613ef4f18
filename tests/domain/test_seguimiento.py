"""How a commitment and a plan stood on a day: what is said later never changes what was told before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.seguimiento import (
    EstadoAl,
    Lampara,
    actividad_al,
    dias_de_plazo,
    ejecutado_al,
    estado_al,
    lampara,
    plazo,
)

DIA = date(2026, 11, 20)
AVANCES = st.builds(
    r.Seguimiento,
    corte=st.one_of(
        st.none(), st.integers(0, 700).map(lambda n: r.Fecha((date(2026, 1, 1) + timedelta(n)).isoformat()))
    ),
    avance=st.one_of(st.none(), st.integers(0, 130).map(lambda n: r.Cantidad(str(n)))),
    estado=st.sampled_from([None, "pendiente", "en_curso", "cumplido", "incumplido", "cancelado"]),
    nueva_fecha=st.sampled_from([None, r.FechaONoAplica("2026-12-15"), r.FechaONoAplica("N.A.")]),
)


def seguimiento(corte: str, avance: str | None = None, **fields: object) -> r.Seguimiento:
    return r.Seguimiento(corte=r.Fecha(corte), avance=r.Cantidad(avance) if avance else None, **fields)  # type: ignore[arg-type]


def compromiso(*avances: r.Seguimiento, **fields: object) -> r.Compromiso:
    return r.Compromiso(que_hacer="Reponer las luminarias", seguimientos=avances, **fields)  # type: ignore[arg-type]


@given(st.lists(AVANCES, max_size=6), st.lists(AVANCES, max_size=4), st.integers(0, 700))
def test_what_is_said_after_a_day_changes_nothing_of_how_it_stood(
    antes: list[r.Seguimiento], despues: list[r.Seguimiento], dia: int
) -> None:
    corte = date(2026, 1, 1) + timedelta(dia)
    dichos = [uno for uno in antes if uno.corte is None or uno.corte <= corte.isoformat()]
    luego = [uno for uno in despues if uno.corte is not None and uno.corte > corte.isoformat()]
    assert estado_al(compromiso(*dichos), corte) == estado_al(compromiso(*dichos, *luego), corte)


def test_a_commitment_is_told_as_it_stood_on_each_day() -> None:
    uno = compromiso(
        seguimiento("2026-05-08", "40", texto="Contratada."),
        seguimiento("2026-05-20", nueva_fecha=r.FechaONoAplica("2026-06-15"), responsables=("Obras",)),
        seguimiento("2026-06-10", "100", estado="cumplido"),
        adquirido=r.Fecha("2026-04-15"),
        fecha=r.FechaONoAplica("2026-05-29"),
        responsables=("Gobierno",),
        estado="cumplido",
    )
    assert estado_al(uno, date(2026, 4, 14)) is None
    told = [estado_al(uno, date.fromisoformat(dia)) for dia in ("2026-05-07", "2026-05-08", "2026-06-09", "2026-06-10")]
    assert told == [
        EstadoAl("pendiente", None, r.FechaONoAplica("2026-05-29"), ("Gobierno",), False, None),
        EstadoAl("en_curso", r.Cantidad("40"), r.FechaONoAplica("2026-05-29"), ("Gobierno",), False, "Contratada."),
        EstadoAl("en_curso", r.Cantidad("40"), r.FechaONoAplica("2026-06-15"), ("Obras",), False, "Contratada."),
        EstadoAl("cumplido", r.Cantidad("100"), r.FechaONoAplica("2026-06-15"), ("Obras",), False, "Contratada."),
    ]


def test_a_state_without_the_advance_that_says_it_holds_from_its_last_advance_on() -> None:
    uno = compromiso(seguimiento("2026-05-08", "40"), estado="incumplido")
    before, after = estado_al(uno, date(2026, 5, 7)), estado_al(uno, date(2026, 5, 8))
    assert before is not None and before.estado == "pendiente"
    assert after is not None and after.estado == "incumplido"


@pytest.mark.parametrize(
    ("fecha", "fields", "shown"),
    [
        ("2026-11-19", {}, "vencido"),
        ("2026-11-20", {}, "vence_hoy"),
        ("2026-11-27", {}, "por_vencer"),
        ("2026-11-30", {}, "por_iniciar"),
        ("2026-11-30", {"seguimientos": (seguimiento("2026-11-01", "10"),)}, "en_avance"),
        ("2026-11", {}, "por_iniciar"),
        ("N.A.", {}, "por_iniciar"),
        ("2026-11-19", {"fecha_traslado": r.Fecha("2026-11-20")}, "trasladado"),
        ("2026-11-19", {"fecha_traslado": r.Fecha("2026-11-21")}, "vencido"),
        ("2026-11-19", {"alcance": "no_a_cargo"}, "trasladado"),
        ("2026-11-19", {"estado": "cumplido"}, "cumplido"),
    ],
)
def test_the_lamp_of_a_commitment_says_what_matters_on_the_day(
    fecha: str, fields: dict[str, object], shown: Lampara
) -> None:
    seguimientos = fields.pop("seguimientos", ())
    uno = compromiso(*seguimientos, fecha=r.FechaONoAplica(fecha), **fields)  # type: ignore[misc]
    found = estado_al(uno, DIA)
    assert found is not None
    assert lampara(found, DIA) == shown


def test_only_its_very_day_is_today_and_what_is_late_is_late_since_a_weekend_too() -> None:
    friday, saturday, monday = DIA, date(2026, 11, 21), date(2026, 11, 23)
    assert [dias_de_plazo(friday, dia) for dia in (friday, saturday, monday)] == [0, 1, 1]
    assert dias_de_plazo(monday, saturday) == -1
    assert [plazo(dias) for dias in (-1, 0, 5, 6)] == ["vencido", "hoy", "por_vencer", "con_tiempo"]


def test_a_period_is_told_by_its_advances_and_without_them_by_what_it_says() -> None:
    said = r.Programacion(
        periodo=r.Periodo("2026-T2"),
        programado=r.Cantidad("3"),
        ejecutado=r.Cantidad("2"),
        seguimientos=(seguimiento("2026-04-10", "1"), seguimiento("2026-06-10", "2")),
    )
    assert [ejecutado_al(said, date(2026, mes, 1)) for mes in (4, 5, 7)] == [None, "1", "2"]
    stated = r.Programacion(periodo=r.Periodo("2020"), ejecutado=r.Cantidad("100"), corte=r.Fecha("2020-12"))
    assert [ejecutado_al(stated, dia) for dia in (date(2020, 12, 30), date(2020, 12, 31))] == [None, "100"]
    plan = r.Actividad(nombre="Mesas", programacion=(said,))
    assert actividad_al(plan, date(2026, 5, 1)).programacion[0].ejecutado == "1"
