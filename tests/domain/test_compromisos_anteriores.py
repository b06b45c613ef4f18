"""What a hearing tells of the commitments made before it."""

from datetime import date

from rcdesk.domain import registro as r
from rcdesk.domain.compromisos_anteriores import (
    DESCARTE,
    Procedencia,
    anteriores,
    como_va,
    conservados,
    frase_de_anteriores,
    lugar,
    tardanza,
)

DIA, PREVIA = date(2026, 12, 10), date(2026, 4, 15)
DE_ABRIL = Procedencia("rdc-2026-1", "Primera audiencia", r.Fecha("2026-04-15"))
DEL_PLAN = Procedencia("participacion-2026", "Plan de participación")


def hecho(corte: str, **fields: object) -> r.Seguimiento:
    return r.Seguimiento(corte=r.Fecha(corte), **fields)  # type: ignore[arg-type]


def uno(codigo: str, *hechos: r.Seguimiento, **fields: object) -> r.Compromiso:
    return r.Compromiso(id=codigo, codigo=codigo, que_hacer="Abrir la sede", seguimientos=hechos, **fields)  # type: ignore[arg-type]


def dichos(*compromisos: r.Compromiso, donde: Procedencia = DE_ABRIL, previa: date | None = PREVIA) -> list[str]:
    found = anteriores(DIA, previa, [(donde, uno) for uno in compromisos])
    return [f"{each.dicho.codigo} {como_va(each.dicho)}" for each in found]


def test_it_tells_the_open_ones_and_those_closed_since_the_last_hearing() -> None:
    assert dichos(
        uno("1"),
        uno("2", hecho("2026-05-20", avance="62.5")),
        uno("3", hecho("2026-06-01", avance="100", texto="Hecho", estado="cumplido")),
        uno("4", hecho("2026-12-11", estado="cumplido")),
        uno("5", alcance="no_a_cargo", entidad_competente="Hospital", fecha_traslado=r.Fecha("2026-04-20")),
        uno("6", anulada=r.Anulada(motivo="Repetido")),
    ) == ["1 Pendiente", "2 En curso, 62,5 %", "3 Cumplido", "4 Pendiente", "5 Trasladado"]


def test_what_was_told_closed_at_the_last_hearing_is_not_told_again() -> None:
    viejo = Procedencia("rdc-2025-1", "La de 2025", r.Fecha("2025-11-20"))
    closed = uno("7", hecho("2026-03-01", estado="cumplido"))
    assert dichos(closed, donde=viejo) == []
    assert (
        dichos(uno("8", hecho("2026-03-01", estado="cumplido"), hecho("2026-07-01", texto="Con placa")), donde=viejo)
        == []
    )
    reopened = uno("9", hecho("2026-03-01", estado="cumplido"), hecho("2026-05-01", estado="en_curso"))
    assert dichos(reopened, donde=viejo) == ["9 En curso"]
    assert dichos(closed, donde=viejo, previa=None) == []


def test_those_of_a_plan_are_told_from_the_day_after_they_were_made() -> None:
    made = [uno(dia, adquirido=r.Fecha(f"2026-12-{dia}")) for dia in ("09", "10", "11")]
    assert dichos(*made, donde=DEL_PLAN) == ["09 Pendiente"]


def test_one_left_out_keeps_its_reason_and_the_dates_are_those_of_the_day() -> None:
    moved = uno("1", hecho("2026-06-01", nueva_fecha=r.FechaONoAplica("2026-11-03"), responsables=("Ana",)))
    out = r.HallazgoDescartado(codigo=DESCARTE, donde=lugar("rdc-2026-1", "1"), motivo="Ya se contó")
    [found] = anteriores(DIA, PREVIA, [(DE_ABRIL, moved)], [out])
    told = found.dicho
    assert (told.fecha, told.responsables, told.descartado) == ("2026-11-03", ("Ana",), "Ya se contó")
    assert (told.adquirido, told.procedencia_nombre) == ("2026-04-15", "Primera audiencia")
    assert tardanza(told, DIA) == "Vencido hace 25 días hábiles"
    assert frase_de_anteriores([told], DIA) == (
        "Se da cuenta de 1 compromiso adquirido antes de esta audiencia: 1 en curso. De ellos, 1 está vencido."
    )
    assert tardanza(told, None) == ""


def test_what_came_from_elsewhere_is_kept_and_what_this_base_knows_is_told_anew() -> None:
    kept = tuple(r.CompromisoAnterior(procedencia=code, que_hacer="Algo") for code in ("rdc-2026-1", "de-otra-base"))
    assert conservados(kept, ["rdc-2026-1"]) == kept[1:]
