"""The commitments of a year, month by month."""

from datetime import date

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al, por_mes


def test_a_mistyped_year_does_not_fill_the_table_of_months() -> None:
    made = [r.Compromiso(que_hacer="x", adquirido=r.Fecha(dia)) for dia in ("0026-11-02", "2026-10-30", "2026-12-01")]
    plan = r.Plan(codigo="p", nombre="P", tipo="otro", compromisos=tuple(made))
    told = por_mes(adquiridos_al(r.Archivo(planes=(plan,)), date(2026, 12, 31)))
    assert [uno.periodo for uno in told] == ["0026-11", "2026-10", "2026-11", "2026-12"]
