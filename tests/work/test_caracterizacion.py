"""What the entity asks about people, what they answer, and the figures: the same in the base and in the file."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.app.desk import Desk
from rcdesk.domain.caracterizacion import CAMPOS, POR_DEFECTO, Campo, tablas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.work.asistentes import anular_asistente, registrar_asistente
from rcdesk.work.caracterizacion import (
    caracterizar,
    escribir_opciones,
    pedir_al_registrar,
    pedir_campos,
    tablas_de_audiencia,
    ver_caracterizacion,
    ver_preguntas,
)
from rcdesk.work.gather import reunir_audiencia
from tests.bases import SEGUNDA
from tests.people import listar_asistentes


def test_an_answer_a_silence_and_nobody_asked_are_three_things(desk: Desk, segunda: str) -> None:
    one, other, third, *_ = [row.id for row in desk.ask(listar_asistentes, audiencia_id=segunda)]
    desk.do(caracterizar, id=one, campo="victima", dichas=("Sí",))
    desk.do(caracterizar, id=other, campo="victima", dichas=(NO_RESPONDE,))
    desk.do(caracterizar, id=third, campo="otros", dichas=("Migrante", "Cuidador"))
    assert desk.ask(ver_caracterizacion, id=one) == {"victima": ("Sí",)}
    assert desk.ask(ver_caracterizacion, id=third) == {"otros": ("Migrante", "Cuidador")}
    victims, conditions = desk.ask(tablas_de_audiencia, audiencia_id=segunda)
    assert (victims.celdas, victims.base, victims.no_responde, victims.sin_preguntar) == (
        (("Sí", 1), ("No", 0)),
        1,
        1,
        victims.total - 2,
    )
    assert (conditions.base, conditions.total) == (1, victims.total)
    desk.do(caracterizar, id=third, campo="otros", dichas=("Migrante", NO_RESPONDE))
    assert desk.ask(ver_caracterizacion, id=third) == {"otros": (NO_RESPONDE,)}
    desk.do(caracterizar, id=other, campo="rango_edad", dichas=("60+",))  # as another list wrote it
    assert desk.ask(ver_caracterizacion, id=other)["rango_edad"] == ("60 o más",)
    desk.do(caracterizar, id=one, campo="victima", dichas=())
    assert desk.ask(ver_caracterizacion, id=one) == {}


def test_the_entity_chooses_what_is_asked_and_its_answers(desk: Desk) -> None:
    assert [row.campo for row in desk.ask(ver_preguntas).pedidos] == list(POR_DEFECTO)
    desk.do(pedir_campos, campos=())
    assert desk.ask(ver_preguntas).pedidos == ()
    desk.do(pedir_campos, campos=("lgbtiq", "genero"))
    desk.do(escribir_opciones, campo="genero", opciones=(" Mujer ", "Hombre", "no responde", "", "Hombre"))
    desk.do(pedir_al_registrar, que=("caracterizacion",))
    told = desk.ask(ver_preguntas)
    assert [(row.campo, row.opciones) for row in told.pedidos] == [
        ("genero", ("Mujer", "Hombre")),
        ("lgbtiq", ("Sí", "No")),
    ]
    assert told.al_registrar == {"caracterizacion"}


@pytest.mark.parametrize(
    ("field", "answers", "words"),
    [
        ("genero", ("No responde", " "), "al menos una"),
        ("victima", ("Tal vez",), "sí o no"),
        ("etnia", ("x" * 61,), "letras"),
    ],
)
def test_answers_that_cannot_be_are_refused(desk: Desk, field: Campo, answers: tuple[str, ...], words: str) -> None:
    with pytest.raises(RuleError, match=words):
        desk.do(escribir_opciones, campo=field, opciones=answers)


_fields = st.sampled_from(list(CAMPOS))


@given(steps=st.lists(st.tuples(st.integers(0, 7), _fields, st.integers(0, 9)), max_size=12))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_figures_on_screen_are_those_of_the_file(
    desk: Desk, segunda: str, steps: list[tuple[int, Campo, int]]
) -> None:
    keys = [row.id for row in desk.ask(listar_asistentes, audiencia_id=segunda)]
    for who, field, said in steps:
        answers = (*CAMPOS[field].opciones, NO_RESPONDE)
        dichas = (answers[said],) if said < len(answers) else ()
        desk.do(caracterizar, id=keys[who % len(keys)], campo=field, dichas=dichas)
    extra = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Eva"})
    desk.do(caracterizar, id=extra, campo="genero", dichas=("Otro",))
    desk.do(anular_asistente, id=extra, motivo="Repetida")
    archivo = desk.ask(reunir_audiencia, codigo=SEGUNDA)
    assert archivo is not None
    people = vigentes(archivo.audiencias[0].asistentes)
    made = tablas((one.enfoque_diferencial for one in people), archivo.listas)
    assert desk.ask(tablas_de_audiencia, audiencia_id=segunda) == made
