"""A plan carried to another year keeps what was to be done, and its dates fall on business days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.copiar_plan import FechaCorrida, copiar
from rcdesk.domain.plazos import LEY, es_habil

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31)).map(lambda day: r.Fecha(day.isoformat()))
MONTHS = st.dates(date(2000, 1, 1), date(2060, 12, 31)).map(lambda day: r.Fecha(f"{day:%Y-%m}"))
PERIODS = st.sampled_from(["2025", "2025-S2", "2025-C3", "2025-T4", "2025-11"]).map(r.Periodo)


def one(**fields: object) -> r.Plan:
    row = r.Actividad(codigo="1.1", nombre="Taller 2025", **fields)  # type: ignore[arg-type]
    stage = r.Componente(nombre="Etapa", actividades=(row,))
    return r.Plan(codigo="e-2025", nombre="Estrategia 2025", tipo="estrategia_rdc", vigencia=2025, componentes=(stage,))


def carried(plan: r.Plan, years: int = 1) -> r.Actividad:
    return copiar(plan, years, LEY).plan.componentes[0].actividades[0]


def test_a_date_that_is_no_business_day_is_moved_inside_its_month_and_told() -> None:
    dates = ("2025-02-28", "2025-05-15", "2025-05-16", "2025-07-31")
    copy = copiar(one(fechas=tuple(map(r.Fecha, dates)), hasta=r.Fecha("2025-10")), 1, LEY)
    row = copy.plan.componentes[0].actividades[0]
    # Saturday 28/02/2026 falls back to the 27th: there is no business day after it in its month.
    assert row.fechas == ("2026-02-27", "2026-05-15", "2026-05-19", "2026-07-31")
    assert (row.nombre, row.hasta, copy.plan.nombre) == ("Taller 2026", "2026-10", "Estrategia 2026")
    assert copy.corridas == (
        FechaCorrida("1.1", "2026-02-28", "2026-02-27"),
        FechaCorrida("1.1", "2026-05-16", "2026-05-19"),  # Monday 18 is a holiday
    )


def test_nothing_that_was_done_comes_and_what_was_programmed_does() -> None:
    told = r.Seguimiento(corte=r.Fecha("2025-03-31"), avance=r.Cantidad("3"))
    done = r.Programacion(
        periodo=r.Periodo("2025-T1"),
        programado=r.Cantidad("2"),
        ejecutado=r.Cantidad("3"),
        justificacion="Se pidió uno más",
        evidencias=(r.Evidencia(texto="Acta"),),
        seguimientos=(told,),
    )
    loose = r.Programacion(periodo=r.Periodo("2025-T2"), ejecutado=r.Cantidad("1"))
    row = carried(one(programacion=(done, loose), aporta_a="e-2025/2.1", id=r.Id("x")))
    assert row.programacion == (r.Programacion(periodo=r.Periodo("2026-T1"), programado=r.Cantidad("2")),)
    assert (row.aporta_a, row.id) == ("2.1", None)


def test_a_span_of_years_in_a_name_is_not_its_year() -> None:
    row = r.Actividad(nombre="Informe 2025 del plan 2025-2028 y 2024-2025")
    plan = r.Plan(
        codigo="p", nombre="P", tipo="otro", vigencia=2025, componentes=(r.Componente(nombre="C", actividades=(row,)),)
    )
    assert carried(plan).nombre == "Informe 2026 del plan 2025-2028 y 2024-2025"


@given(st.lists(DAYS, unique=True, max_size=6), st.integers(-3, 9))
def test_every_date_stays_in_its_month_on_a_business_day_of_its_own(dates: list[r.Fecha], years: int) -> None:
    row = carried(one(fechas=tuple(dates)), years)
    assert list(row.fechas) == sorted(set(row.fechas))
    assert all(es_habil(date.fromisoformat(day)) for day in row.fechas)
    assert [f"{int(day[:4]) + years}{day[4:7]}" for day in sorted(dates)] == [day[:7] for day in row.fechas]


@given(MONTHS, PERIODS, st.integers(1, 9))
def test_carrying_forth_and_back_leaves_months_and_periods_as_they_were(
    month: r.Fecha, period: r.Periodo, years: int
) -> None:
    plan = one(desde=month, programacion=(r.Programacion(periodo=period, programado=r.Cantidad("1.50")),))
    back = copiar(copiar(plan, years, LEY).plan, -years, LEY).plan
    assert back == plan


@given(DAYS, DAYS, st.integers(-3, 9))
def test_what_began_before_it_ended_still_does(one_day: r.Fecha, other: r.Fecha, years: int) -> None:
    first, last = sorted((one_day, other))
    row = carried(one(desde=first, hasta=last), years)
    assert row.desde is not None and row.hasta is not None and row.desde <= row.hasta
