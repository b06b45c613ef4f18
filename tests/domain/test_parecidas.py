"""A question asked again in other words is found; one that only has the words of any question is not."""

import time

import pytest

from rcdesk.domain.parecidas import Parecidas
from rcdesk.domain.raices import raices
from tests.running import QUESTIONS

ALIKE = (
    (
        "¿Cuándo reparan el puente peatonal de la calle 70, si ya hubo dos accidentes?",
        "para cuando el arreglo del puente de la calle 70",
    ),
    (
        "¿Por qué el plan de alumbrado va en 48 % si el año ya se está acabando?",
        "Porque el plan de alumbrado solo va en el 48% y ya se acaba el año",
    ),
    (
        "¿Cuándo vuelve el médico al puesto de salud de La Honda? Llevamos tres meses esperando.",
        "Para cuándo vuelven los médicos del puesto de salud La Honda",
    ),
    (
        "¿Por qué quitaron la ruta de las 5 de la mañana que servía al barrio Los Almendros?",
        "la ruta de las 5 de la mañana en Los Almendros la quitaron, por que?",
    ),
    (
        "¿Cuántas cámaras de la zona norte están funcionando y quién las revisa de noche?",
        "cuantas camaras funcionan en la zona norte",
    ),
    ("¿Cuánta plata de cooperación llegó y en qué se gastó?", "¿En qué se gastaron los recursos de cooperación?"),
    (
        "¿Cuándo pavimentan la vía del corregimiento de El Hormiguero?",
        "Señor alcalde, ¿cuándo van a pavimentar la carretera a El Hormiguero?",
    ),
    ("¿Cuándo pavimentan la vía del corregimiento de El Hormiguero?", "CUANDO PAVIMETAN LA VIA DEL HORMIGERO"),
    ("¿Por qué no hay agua en el barrio Terrón Colorado?", "En Terron Colorado no hay agua hace dias"),
)
DIFFERENT = (
    ("¿Cuándo reparan el puente peatonal de la calle 70?", "¿Cuándo pavimentan la calle 70?"),
    ("¿Cuándo pavimentan la vía a Potrerito?", "¿Cuándo pavimentan la vía a Villacarmelo?"),
    ("¿Por qué el plan de alumbrado va en 48 %?", "¿Por qué el plan de vacunación va en 30 %?"),
    (
        "¿Cuándo vuelve el médico al puesto de salud de La Honda?",
        "¿Cuándo arreglan el techo del puesto de salud de Los Almendros?",
    ),
    ("¿Cuánta plata se gastó en cooperación?", "¿Cuánta plata se gastó en publicidad?"),
    (
        "Buenas tardes señor alcalde, quiero saber cuándo arreglan la vía",
        "Buenas tardes señor alcalde, quiero saber cuándo abren el colegio",
    ),
    ("¿Qué pasó con el contrato de alimentación escolar?", "¿Qué pasó con el contrato de las motos de la policía?"),
    ("¿Por qué quitaron la ruta de las 5 de la mañana?", "¿Por qué quitaron el subsidio de la tercera edad?"),
    ("¿Qué van a hacer con la seguridad en el centro?", "¿Qué van a hacer con las ventas ambulantes en el centro?"),
    ("¿Cuántas viviendas se entregaron este año?", "¿Cuántas becas se entregaron este año?"),
    ("¿Y el alumbrado?", "El alumbrado, señor alcalde"),
)
"""The last pair says a subject, and nothing else."""


def index(*texts: str) -> Parecidas:
    made = Parecidas()
    for place, text in enumerate(texts):
        made.poner(str(place), text)
    return made


@pytest.mark.parametrize(("asked", "again"), ALIKE)
def test_what_was_asked_is_found_in_other_words(asked: str, again: str) -> None:
    others = [text for text, _, _ in QUESTIONS if text != asked]
    for known in (index(asked), index(asked, *others)):
        found = known.buscar(again)
        assert found is not None
        assert found.clave == "0"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_common_words_make_nothing_alike(one: str, other: str) -> None:
    others = [text for text, _, _ in QUESTIONS if text not in (one, other) and "alumbrado" not in text]
    for known in (index(one), index(one, *others)):
        assert known.buscar(other) is None


@pytest.mark.parametrize("text", ["", "   ", "¿?", "que de la el", "🐟", "x" * 100_000])
def test_what_says_nothing_is_like_nothing(text: str) -> None:
    assert index(*(asked for asked, _ in ALIKE)).buscar(text) is None


def test_half_of_a_question_already_finds_it() -> None:
    assert index(*(text for text, _, _ in QUESTIONS)).buscar("¿Cuántas cámaras de la zona norte están") is not None


def test_one_that_owes_nothing_any_more_is_forgotten() -> None:
    known = index("¿Cuándo reparan el puente peatonal?", "¿Y el colegio?")
    known.quitar("0")
    assert known.buscar("¿Cuándo reparan el puente peatonal?") is None
    assert set(known.claves()) == {"1"}
    known.quitar("1")
    known.poner("2", "¿Cuándo reparan el puente peatonal?")
    found = known.buscar("el puente peatonal, ¿cuándo lo reparan?")
    assert found is not None
    assert (found.clave, round(found.puntaje, 2)) == ("2", 1.0)


def test_endings_accents_and_other_names_of_a_thing_are_one_word() -> None:
    assert raices("reparan REPARACIÓN arreglo") == raices("arreglar")
    assert raices("los médicos") == raices("medico")
    assert raices("¿por qué no?") == ()


def test_it_answers_while_one_types() -> None:
    known = index(*(f"¿Cuándo {verb} el {thing} de la vereda {place}?" for verb, thing, place in _made(10_000)))
    start = time.thread_time()
    for number in range(20):
        known.buscar(f"¿Cuándo reparan el puente de la vereda Lugar{number}?")
    assert (time.thread_time() - start) / 20 < 0.05  # the bench promises 10 ms


def _made(count: int) -> list[tuple[str, str, str]]:
    verbs, things = ("reparan", "abren", "pintan", "limpian"), ("puente", "colegio", "parque", "caño", "hospital")
    return [(verbs[n % 4], things[n % 5], f"Lugar{n % 700}") for n in range(count)]
