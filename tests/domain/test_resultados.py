"""What results say, and the notes that keep them from being misread."""

from typing import Any

from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.resultados import abiertas, frase, notas, puntos


def question(tipo: Any, *opciones: str, **fields: Any) -> PreguntaEncuesta:
    return PreguntaEncuesta(codigo="p", enunciado="¿P?", tipo=tipo, opciones=opciones, **fields)


def test_a_chart_shows_also_what_nobody_chose() -> None:
    grade = question("ordinal", "Excelente", "Bueno", "Regular")
    assert puntos(grade, {"Excelente": 5}) == (("Excelente", 5), ("Bueno", 0), ("Regular", 0))
    untold = question("si_no", "Sí", "No", respondieron=27)
    assert puntos(untold, {"Sí": 3}) == (("Sí", 3),)
    assert puntos(grade, {}) == ()


def test_many_different_ages_are_told_by_tens() -> None:
    ages = {str(age): 1 for age in range(18, 40)}
    assert puntos(question("numero"), ages) == (("10 a 19", 2), ("20 a 29", 10), ("30 a 39", 10))
    assert puntos(question("numero"), {"34.5": 2, "18": 1}) == (("18", 1), ("34,5", 2))


def test_a_note_says_why_the_percentages_do_not_add_up() -> None:
    choice = question("unica", "A", "B", "C")
    assert notas(choice, 27, {"A": 17, "B": 9, "C": 1}) == ("Suma 100,0 %.",)
    assert notas(choice, 30, {"A": 10, "B": 10, "C": 10}) == ("Suma 99,9 % por redondeo.",)
    assert notas(choice, 27, {"A": 20, "B": 5}) == ("De 27 respuestas, 2 sin discriminar.",)
    assert notas(choice, 27, {"A": 20, "B": 9}) == ("Las opciones suman 29, y respondieron 27: revise las cantidades.",)
    assert notas(question("multiple", "A", "B"), 12, {"A": 10, "B": 9}) == (
        "Cada persona pudo marcar varias: no suma 100 %.",
    )
    assert "Base menor de 10" in notas(choice, 4, {"A": 4})[-1]
    assert notas(question("texto"), 4, {"Algo": 4}) == ()
    assert notas(choice, None, {"A": 4}) == ()


def test_the_proposed_sentence_says_each_percentage_with_its_n_and_its_base() -> None:
    choice = question("unica", "Web", "Invitación", "WhatsApp")
    assert frase(choice, 27, {"Web": 9, "Invitación": 17, "WhatsApp": 1}) == (
        "El 63,0 % (17 de 27) respondió «Invitación», el 33,3 % (9 de 27) «Web» y el 3,7 % (1 de 27) «WhatsApp»."
    )
    assert frase(question("si_no"), 27, {"Sí": 27, "No": 0}) == "El 100,0 % (27 de 27) respondió «Sí»."
    many = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1}
    assert frase(question("unica"), 15, many).endswith("(3 de 15) «C» y el resto, otras 2 opciones.")
    assert frase(question("multiple"), 5, {"A": 5}) == "El 100,0 % (5 de 5) marcó «A»."
    assert frase(question("numero"), 3, {"18": 1, "30": 2}) == (
        "Respondieron 3 personas, con valores entre 18 y 30 y un promedio de 26,0."
    )
    assert frase(question("texto"), 3, {"Algo": 3}) == ""
    assert frase(choice, 0, {}) == ""


def test_the_open_answers_begin_with_those_chosen_for_the_acta() -> None:
    assert abiertas({"Vías": 2, "Agua": 1}, ("Agua", "Empleo")) == ("Agua", "Empleo", "Vías")
