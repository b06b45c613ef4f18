"""The legal term of a question as the pane tells it, with the golden values of the domain."""

from datetime import date

import pytest

from rcdesk.domain.plazo_de_pregunta import plazo
from rcdesk.domain.registro.preguntas import EstadoPregunta, TipoPregunta


def told(
    estado: EstadoPregunta | None,
    hoy: str,
    *,
    tipo: TipoPregunta | None = None,
    recibida: str | None = "2026-11-20T10:16:00-05:00",
    hecha: str | None = None,
) -> str:
    found = plazo(estado, tipo, recibida, hecha, date.fromisoformat(hoy))
    return found.en_palabras if found else ""


@pytest.mark.parametrize(
    ("tipo", "vence"),
    [(None, "30 dic 2021"), ("solicitud_de_informacion", "16 dic 2021"), ("consulta", "6 ene 2022")],
)
def test_what_was_received_in_the_emergency_has_its_longer_terms(tipo: TipoPregunta | None, vence: str) -> None:
    words = told("pendiente", "2021-11-18", tipo=tipo, recibida="2021-11-17T09:05-05:00")
    assert words.startswith(f"Vence el {vence} · faltan")


@pytest.mark.parametrize(
    ("hoy", "words"),
    [
        ("2026-11-20", "Vence el 14 dic 2026 · faltan 15 días hábiles"),
        ("2026-12-11", "Vence el 14 dic 2026 · falta 1 día hábil"),
        ("2026-12-14", "Vence hoy"),
        ("2026-12-16", "Venció el 14 dic 2026 · hace 2 días hábiles"),
    ],
)
def test_an_open_question_tells_its_last_day_and_how_many_business_days(hoy: str, words: str) -> None:
    assert told("recibida", hoy) == words


def test_late_by_a_weekend_is_late_by_no_business_day() -> None:
    assert told("pendiente", "2026-12-05", recibida="2026-11-12T08:00-05:00") == "Venció el 4 dic 2026"


def test_an_answered_one_tells_how_long_it_took_and_whether_late() -> None:
    assert told("respondida", "2026-12-30", hecha="2026-11-20T10:18-05:00") == "Respondida el mismo día"
    assert told("respondida", "2026-12-30", hecha="2026-11-23T10:18-05:00") == "Respondida en 1 día hábil"
    late = told("respondida", "2026-12-30", hecha="2026-12-16T08:00-05:00")
    assert late == "Respondida en 17 días hábiles · vencía el 14 dic 2026"
    assert told("respondida", "2026-12-30") == ""


def test_one_sent_elsewhere_had_five_business_days() -> None:
    assert told("trasladada", "2026-11-24") == "Para trasladarla había hasta el 27 nov 2026"


@pytest.mark.parametrize("estado", ["agrupada", "fuera_de_alcance"])
def test_a_question_that_owes_nothing_of_its_own_has_no_term(estado: EstadoPregunta) -> None:
    assert told(estado, "2026-11-24") == ""


def test_without_the_day_it_came_there_is_no_term() -> None:
    assert told("pendiente", "2026-11-24", recibida=None) == ""


def test_the_term_names_its_rule() -> None:
    found = plazo("pendiente", "consulta", "2026-11-20", None, date(2026, 11, 20))
    assert found is not None
    assert found.norma.startswith("30 días hábiles: Ley 1755 de 2015, art. 14")
