"""The sentence of the results reads as a secretary would write it, and says n and base beside each percentage."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.frase_de_resultados import frase
from rcdesk.domain.registro import PreguntaEncuesta


def question(tipo: Any, enunciado: str = "¿P?", *opciones: str, **fields: Any) -> PreguntaEncuesta:
    return PreguntaEncuesta(codigo="p", enunciado=enunciado, tipo=tipo, opciones=opciones, **fields)


def test_each_kind_of_question_has_its_verb() -> None:
    assert frase(question("unica"), 27, {"Web": 9, "Invitación": 17, "WhatsApp": 1}) == (
        "El 63,0 % (17 de 27) respondió «Invitación», el 33,3 % (9 de 27) «Web» y el 3,7 % (1 de 27) «WhatsApp»."
    )
    assert frase(question("si_no"), 27, {"No": 2, "Sí": 25}) == (
        "El 92,6 % (25 de 27) respondió que sí y el 7,4 % (2 de 27) que no."
    )
    assert frase(question("si_no"), 27, {"Sí": 27, "No": 0}) == "El 100,0 % (27 de 27) respondió que sí."
    assert (
        frase(question("multiple"), 12, {"A": 10, "B": 9})
        == "El 83,3 % (10 de 12) marcó «A» y el 75,0 % (9 de 12) «B»."
    )
    grade = question("ordinal", "Con lo que escuchó, ¿cómo califica esta actividad?")
    assert frase(grade, 27, {"Excelente": 22, "Bueno": 5, "Malo": 0}) == (
        "El 81,5 % (22 de 27) calificó la actividad como «Excelente» y el 18,5 % (5 de 27) como «Bueno»."
    )
    assert frase(question("ordinal", "La claridad fue:"), 4, {"Alta": 4}) == "El 100,0 % (4 de 4) respondió «Alta»."
    counted = question("texto", grupos={"Redes sociales": ("Facebook", "face")})
    assert frase(counted, 25, {"Redes sociales": 19, "Radio": 6}).startswith("El 76,0 % (19 de 25) mencionó «Redes")


def test_options_chosen_by_as_many_are_said_as_such_and_never_cut_apart() -> None:
    assert frase(question("unica"), 4, {"A": 2, "B": 2}) == "El 50,0 % (2 de 4) respondió «A» y otro tanto «B»."
    four = {"A": 5, "B": 3, "C": 2, "D": 2}
    assert frase(question("unica"), 12, four).endswith("el 16,7 % (2 de 12) «C» y otro tanto «D».")
    many = {"A": 9, **dict.fromkeys("BCDEFG", 1)}
    assert frase(question("unica"), 15, many) == (
        "El 60,0 % (9 de 15) respondió «A» y el 40,0 % (6 de 15), otras 6 opciones."
    )
    assert frase(question("multiple"), 5, {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1}).endswith(
        "«C» y menos personas, otras 2 opciones."
    )


def test_one_person_and_nobody() -> None:
    assert frase(question("si_no"), 1, {"Sí": 1}) == "La única persona que contestó respondió que sí."
    assert frase(question("multiple"), 1, {"A": 1, "B": 1}) == "La única persona que contestó marcó «A» y «B»."
    assert frase(question("unica"), 0, {}) == frase(question("unica"), None, {"A": 3}) == ""
    assert frase(question("unica"), 5, {"A": 0}) == frase(question("texto"), 3, {"Algo": 3}) == ""


def test_numbers_are_told_by_their_ends_and_their_mean() -> None:
    assert frase(question("numero"), 3, {"18": 1, "30": 2}) == (
        "Respondieron 3 personas, con valores entre 18 y 30 y un promedio de 26,0."
    )
    age = question("numero", "¿Cuántos años tiene?")
    assert frase(age, 2, {"18": 1, "31": 1}).startswith("Respondieron 2 personas, con edades entre 18 y 31 años y")
    assert frase(age, 2, {"40": 2}) == "Respondieron 2 personas, todas con 40 años."
    assert frase(age, 1, {"40": 1}) == "Respondió una persona: 40 años."
    assert frase(age, 2, {"muchos": 2}) == ""


@given(
    cuenta=st.dictionaries(st.sampled_from("ABCDEFGHIJ"), st.integers(0, 2000), min_size=1),
    tipo=st.sampled_from(["unica", "multiple", "si_no", "ordinal"]),
    loose=st.integers(0, 50),
)
def test_no_percentage_differs_from_its_counts(cuenta: dict[str, int], tipo: str, loose: int) -> None:
    base = max(cuenta.values()) + loose if tipo == "multiple" else sum(cuenta.values()) + loose
    said = frase(question(tipo), base, cuenta)
    assert bool(said) is any(cuenta.values())
    for percent, n, whole in re.findall(r"([\d,]+) % \(([\d.]+) de ([\d.]+)\)", said):
        count, total = int(n.replace(".", "")), int(whole.replace(".", ""))
        assert total == base and porcentaje(count, base) == percent.replace(",", ".")
    if tipo == "unica" and base > 1:
        told = sum(int(n.replace(".", "")) for n in re.findall(r"\(([\d.]+) de", said))
        assert told <= base
