"""The shipped example is valid, says the figures of seed 004 and names nobody real."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "../shared"
OWN_DOMAINS = ("example.org", "valle-sereno.gov.co")
PROMISES = ("vamos a", "estamos revisando", "se espera", "se revisará", "trabajaremos", "lo tendremos en cuenta")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def example() -> Json:
    loaded: Json = json.loads((ROOT / "resources/example/ejemplo.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def hearing(example: Json) -> Json:
    first: Json = example["audiencias"][0]
    return first


@pytest.fixture(scope="module")
def survey(hearing: Json) -> Json:
    only: Json = hearing["encuestas"][0]
    return only


def values_of(node: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text below a node, with the key that holds it."""
    match node:
        case dict():
            for name, value in node.items():
                yield from values_of(value, name)
        case list():
            for value in node:
                yield from values_of(value, key)
        case str():
            yield key, node


def sections_of(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from sections_of(section.get("secciones", []))


def plain(text: str) -> str:
    """Lower case and without accents, to compare names written by different hands."""
    split = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in split if not unicodedata.combining(c)).split())


def runs_of_words(node: object, length: int) -> set[str]:
    runs: set[str] = set()
    for _, text in values_of(node):
        words = re.findall(r"\w+", plain(text))
        runs.update(" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
    return runs


def percentage(part: int, whole: int) -> str:
    exact = Decimal(100 * part) / Decimal(whole)
    return str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)).replace(".", ",")


def goldens() -> list[Json]:
    files = sorted((SHARED / "golden").glob("*_20*.json"))
    if not files:
        pytest.skip("../shared no está")
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def test_it_is_valid_by_the_schema(example: Json) -> None:
    shipped = ROOT / "resources/rcdesk-1.schema.json"
    file = shipped if shipped.is_file() else SHARED / "exchange/rcdesk-1.schema.json"
    if not file.is_file():
        pytest.skip("../shared no está")
    validator = jsonschema.Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(example)] == []


def test_its_counts_are_those_of_seed_004(hearing: Json) -> None:
    assert len(hearing["orden_del_dia"]) == 9
    assert [len(group["items"]) for group in hearing["temas"]] == [5, 6, 8, 6]
    assert len(hearing["convocatoria"]["piezas"]) == 7
    assert [entry["espectadores_maximos"] for entry in hearing["metricas_virtuales"]] == [70]
    assert [len(hearing["dofa"][k]) for k in ("fortalezas", "debilidades", "oportunidades", "amenazas")] == [2, 1, 1, 1]
    assert [strategy["cruce"] for strategy in hearing["dofa"]["estrategias"]] == ["FO", "FO", "DO", "FA", "DA", "DA"]
    acta = hearing["acta"]
    assert [len(acta[part]) for part in ("firmas", "elaboro", "reviso", "anexos")] == [4, 3, 1, 2]


def test_fourteen_questions_are_answered_in_four_topics(hearing: Json) -> None:
    questions = hearing["preguntas"]
    assert [question["numero"] for question in questions] == list(range(1, 15))
    assert sorted(Counter(question["tema"] for question in questions).values(), reverse=True) == [5, 3, 3, 3]
    assert {question["estado"] for question in questions} == {"respondida"}
    assert [percentage(count, 14) for count in (5, 3)] == ["35,7", "21,4"]


def test_twenty_seven_people_give_the_percentages_of_seed_004(survey: Json) -> None:
    answers = [answer["valores"] for answer in survey["respuestas"]]
    assert (len(answers), percentage(len(answers), 70)) == (27, "38,6")
    expected = {
        "como_se_entero": ["63,0", "33,3", "3,7"],
        "publicacion_previa": ["92,6", "7,4"],
        "califica_audiencia": ["81,5", "18,5"],
        "califica_gestion": ["70,4", "29,6"],
        "explicacion": ["100,0"],
        "oportunidad": ["100,0"],
        "intereses": ["100,0"],
        "resultados": ["100,0"],
        "volveria": ["100,0"],
    }
    for code, percentages in expected.items():
        counts = Counter(answer[code] for answer in answers)
        assert [percentage(count, 27) for _, count in counts.most_common()] == percentages, code


def test_every_survey_answer_is_an_option_of_its_question_and_meets_its_condition(survey: Json) -> None:
    for question in survey["preguntas"]:
        code, condition = question["codigo"], question.get("condicion")
        for answer in (answer["valores"] for answer in survey["respuestas"]):
            value = answer[code]
            if condition is not None:
                assert (value == "N.A.") == (answer[condition["pregunta"]] not in condition["es"]), code
            elif "opciones" in question and value != "No responde":
                assert set(value if isinstance(value, list) else [value]) <= set(question["opciones"]), code


def test_a_percentage_in_a_survey_comment_is_one_of_its_results(survey: Json) -> None:
    for question in survey["preguntas"]:
        printed = set(re.findall(r"(\d+,\d) %", json.dumps(question.get("analisis", []), ensure_ascii=False)))
        values = [str(answer["valores"][question["codigo"]]) for answer in survey["respuestas"]]
        assert printed <= {percentage(count, 27) for count in Counter(values).values()}, question["codigo"]


def test_published_open_answers_were_really_given(survey: Json) -> None:
    for question in survey["preguntas"]:
        given = {str(answer["valores"][question["codigo"]]) for answer in survey["respuestas"]}
        assert set(question.get("muestra", [])) <= given, question["codigo"]


def test_every_announced_topic_has_its_section_and_the_acta_follows_the_agenda(hearing: Json) -> None:
    announced = [topic for group in hearing["temas"] for topic in group["items"]]
    assert sorted(section["titulo"] for section in sections_of(hearing["informacion_divulgada"])) == sorted(announced)
    agenda = [point["titulo"] for point in hearing["orden_del_dia"]]
    assert [section["titulo"] for section in hearing["acta"]["desarrollo"]] == agenda


def test_a_promise_and_a_linked_strategy_lead_to_a_commitment_that_exists(hearing: Json) -> None:
    codes = {commitment["codigo"]: commitment for commitment in hearing["compromisos"]}
    for question in hearing["preguntas"]:
        if question["acciones_a_desarrollar"] == "N.A.":
            assert not [promise for promise in PROMISES if promise in question["respuesta"]["texto"].casefold()]
        else:
            assert question["numero"] in codes[question["compromiso"]]["preguntas"]
    assert {strategy["compromiso"] for strategy in hearing["dofa"]["estrategias"] if "compromiso" in strategy} <= set(
        codes
    )
    assert [codes[code]["fecha"] for code in ("1", "2")] == ["2026-04-22", "2026-04-29"]


def test_whoever_signs_was_present_and_whoever_reviews_did_not_write(hearing: Json) -> None:
    acta, present = hearing["acta"], {person["nombre"] for person in hearing["asistentes"]}
    assert {signer["nombre"] for signer in acta["firmas"]} <= present
    assert not {person["nombre"] for person in acta["elaboro"]} & {person["nombre"] for person in acta["reviso"]}
    folios = {person["folio"] for person in hearing["asistentes"] if "folio" in person}
    assert folios == set(range(1, hearing["asistencia"]["folios"] + 1))


def test_addresses_belong_to_invented_domains_and_documents_to_nobody(example: Json) -> None:
    for key, text in values_of(example):
        for domain in re.findall(r"(?:@|https?://(?:www\.)?)([\w-]+(?:\.[\w-]+)+)", text):
            assert domain in OWN_DOMAINS, (key, text)
    people = [person for audience in example["audiencias"] for person in audience["asistentes"]] + example["personas"]
    assert {person["documento"]["numero"][0] for person in people if "documento" in person} == {"9"}


def test_it_ships_without_files_or_printed_totals(example: Json) -> None:
    assert [key for key, _ in values_of(example) if key in ("archivo", "logo")] == []
    assert '"declarado"' not in json.dumps(example)


def test_it_shares_no_name_and_no_sentence_with_the_golden_data(example: Json) -> None:
    golden = goldens()
    named = {plain(text) for file in golden for key, text in values_of(file) if key == "nombre"}
    # A golden record may name an office in words any entity uses; a person's name has no such excuse.
    ours = {plain(text) for key, text in values_of(example) if key == "nombre"} - {"secretaria de gobierno"}
    assert ours & named == set()
    assert runs_of_words(example, 8) & set().union(*(runs_of_words(file, 8) for file in golden)) == set()
