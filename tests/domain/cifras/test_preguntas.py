"""Figures of the questions."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.preguntas import (
    cifras_de_preguntas,
    pendientes,
    porcentaje_por_tema,
    preguntas_por_tema,
    referencia,
    respondidas,
    vencimientos,
)
from rcdesk.domain.plazos import Calendario
from rcdesk.domain.registro import (
    NO_APLICA,
    Anulada,
    Autor,
    EstadoPregunta,
    FechaHora,
    Pregunta,
    Respuesta,
    TextoONoAplica,
)

TEMAS = st.none() | st.sampled_from(["Vías", "Salud", "Cultura"])
PREGUNTAS = st.lists(
    st.builds(
        Pregunta,
        numero=st.integers(1, 99),
        texto=st.just("¿Cuándo?"),
        tema=TEMAS,
        estado=st.none() | st.sampled_from(get_args(EstadoPregunta)),
        anulada=st.none() | st.just(Anulada(motivo="repetida")),
    )
)


def pregunta(numero: int = 1, **campos: object) -> Pregunta:
    return Pregunta(numero=numero, texto="¿Cuándo?", **campos)  # type: ignore[arg-type]


def test_no_question_gives_zeros_and_no_percentage() -> None:
    cifras = cifras_de_preguntas(())
    assert cifras["preguntas"] == cifras["respondidas"] == cifras["pendientes"] == 0
    assert cifras["preguntas_por_tema"] == cifras["vencimientos"] == {}
    assert "porcentaje_respondidas" not in cifras


def test_topics_are_counted_in_the_order_in_which_they_appear() -> None:
    todas = [pregunta(tema=tema) for tema in ("Vías", "Salud", "Vías")] + [pregunta()]
    assert list(preguntas_por_tema(todas).items()) == [("Vías", 2), ("Salud", 1)]
    assert porcentaje_por_tema(todas) == {"Vías": "50.0", "Salud": "25.0"}


def test_a_question_is_open_in_four_states_and_answered_in_one() -> None:
    todas = [pregunta(n, estado=estado) for n, estado in enumerate(get_args(EstadoPregunta), 1)]
    assert {abierta.estado for abierta in pendientes(todas)} == {"recibida", "asignada", "pendiente", "aplazada"}
    assert {contestada.estado for contestada in respondidas(todas)} == {"respondida"}
    assert cifras_de_preguntas(todas)["porcentaje_respondidas"] == "12.5"


def test_an_answer_counts_by_its_mode_only_when_it_is_an_answer() -> None:
    todas = [
        pregunta(1, estado="respondida", respuesta=Respuesta(modo="en_vivo")),
        pregunta(2, estado="respondida", respuesta=Respuesta(texto="Sí.")),
        pregunta(3, estado="respondida"),
        pregunta(4, estado="pendiente", respuesta=Respuesta(modo="por_escrito")),
    ]
    assert cifras_de_preguntas(todas)["respuestas_por_modo"] == {"en_vivo": 1}


def test_registry_numbers_anonymous_and_actions_that_do_not_apply_are_counted() -> None:
    todas = [
        pregunta(1, radicados=("2021-1", "2021-2"), anonima=True),
        pregunta(2, radicados=("2021-3",), anonima=False, acciones_a_desarrollar=TextoONoAplica(NO_APLICA)),
        pregunta(3, acciones_a_desarrollar=TextoONoAplica("Visitar el barrio")),
    ]
    cifras = cifras_de_preguntas(todas)
    assert (cifras["radicados"], cifras["anonimas"], cifras["acciones_no_aplica"]) == (3, 1, 1)


def test_an_author_is_repeated_when_the_name_is_exactly_the_same() -> None:
    nombres = ["Ana Ruiz", "ANA RUIZ", "Ana Ruiz", None]
    todas = [pregunta(n, autor=Autor(nombre=nombre)) for n, nombre in enumerate(nombres, 1)]
    assert cifras_de_preguntas([*todas, pregunta(9)])["autores_repetidos"] == {"Ana Ruiz": 2}


def test_a_question_is_named_with_the_letter_of_its_desk() -> None:
    assert referencia(pregunta(3)) == "3"
    assert referencia(pregunta(3, mesa="A")) == "A-3"


def test_open_and_answered_questions_have_their_own_last_days() -> None:
    recibida = FechaHora("2021-11-17T09:40-05:00")
    todas = [
        pregunta(1, estado="pendiente", recibida=recibida),
        pregunta(2, mesa="B", estado="recibida", recibida=recibida, tipo="solicitud_de_informacion"),
        pregunta(3, estado="respondida", recibida=FechaHora("2021-11-18T02:00Z"), tipo="consulta"),
        pregunta(4, estado="asignada"),
        pregunta(5, estado="trasladada", recibida=recibida),
    ]
    cifras = cifras_de_preguntas(todas)
    assert cifras["vencimientos"] == {"1": "2021-12-30", "B-2": "2021-12-16"}
    assert cifras["vencimientos_de_respondidas"] == {"3": "2022-01-06"}


def test_a_closed_day_of_the_entity_moves_the_last_day() -> None:
    una = pregunta(1, recibida=FechaHora("2026-03-12"))
    assert vencimientos([una]) == {"1": "2026-04-07"}
    assert vencimientos([una], Calendario({date(2026, 3, 13): False})) == {"1": "2026-04-08"}


@given(PREGUNTAS)
def test_annulled_questions_change_no_figure(todas: Sequence[Pregunta]) -> None:
    vivas = [pregunta for pregunta in todas if pregunta.anulada is None]
    assert cifras_de_preguntas(todas) == cifras_de_preguntas(vivas)


@given(PREGUNTAS)
def test_questions_by_topic_and_those_without_add_up_to_all(todas: Sequence[Pregunta]) -> None:
    vivas = [pregunta for pregunta in todas if pregunta.anulada is None]
    sin_tema = sum(pregunta.tema is None for pregunta in vivas)
    assert sum(preguntas_por_tema(todas).values()) + sin_tema == len(vivas)
    assert sum(Fraction(parte) for parte in porcentaje_por_tema(todas, 6).values()) <= 100 + Fraction(3, 10**6)
