"""What will happen with each line of a chat: proposed with its reason, decided by the person, kept as one."""

from dataclasses import replace

import pytest

from rcdesk.domain.errors import RuleError
from rcdesk.domain.renglones import Existente, Renglon, proponer
from rcdesk.domain.ruido import motivo_para_saltar
from rcdesk.domain.tanda import Tanda, leer_tanda, reunir

P9 = Existente("k9", "P-009", "Rosalba Ocampo", "¿Por qué va lento el alumbrado?", True)


def line(n: str, texto: str, autor: str = "Ana", hour: str = "10:38:00", **values: str) -> Renglon:
    return Renglon(n=n, texto=texto, autor=autor, recibida=f"2026-11-20T{hour}-05:00", **values)  # type: ignore[arg-type]


def batch(*lines: Renglon, con_autor: bool = True) -> Tanda:
    return Tanda(proponer(lines, [P9], con_autor=con_autor), origen="del chat", con_autor=con_autor)


def fates(made: Tanda) -> list[str]:
    return [one.destino for one in made.renglones]


@pytest.mark.parametrize(
    "text",
    ["jajajajaja", "JAJAJA jeje", "😀😀👏🏽", "...", "Buenos días a todos, bendiciones desde El Mirador", "Hola",
     "Excelente gestión señora alcaldesa", "xd", ""],
)  # fmt: skip
def test_what_nobody_answers_is_proposed_to_skip(text: str) -> None:
    assert motivo_para_saltar(text)


@pytest.mark.parametrize(
    "text",
    ["Buenos días, arreglen la vía", "BUENOS DIAS ARREGLEN LA VIA", "¿Hola?", "Jairo", "Buen puente ese", "14",
     "Gracias pero falta la vía", "Propongo que se haga en el corregimiento", "no", "agua"],
)  # fmt: skip
def test_what_may_say_something_enters(text: str) -> None:
    assert not motivo_para_saltar(text)


def test_each_line_says_what_will_happen_and_why() -> None:
    made = batch(
        line("1", "Buenos días a todos"),
        line("2", "¿Cuándo terminan la calle 70?", "Óscar"),
        line("3", "El comercio se quiebra", "Óscar", "10:38:12"),
        line("4", "y para cuándo el médico??", ""),
        line("5", "¿Cuándo terminan la calle 70?", "Óscar"),
        line("6", "cuando terminan la calle 70", "Eva"),
        line("7", "¿Por qué va lento el alumbrado?", "Rosalba Ocampo"),
    )
    assert fates(made) == ["salta", "entra", "une", "revisar", "salta", "une", "salta"]
    assert made.ver("3").nota == "Sigue la línea 2: mismo autor, 12 s después"
    assert made.ver("4").nota.startswith("Falta el autor")
    assert made.ver("5").nota == "Repite la línea 2"
    assert (made.ver("6").con, made.ver("7").nota) == ("2", "Ya está: es la P-009")
    count = made.contar()
    assert (count.lineas, count.entran, count.unen, count.saltan, count.revisar, count.preguntas) == (7, 1, 2, 3, 1, 2)


def test_a_second_question_of_the_same_person_stands_alone() -> None:
    assert fates(batch(line("1", "¿Y la vía?"), line("2", "¿Y el puente?"))) == ["entra", "entra"]
    assert fates(batch(line("1", "La vía"), line("2", "El puente", hour="10:50:00"))) == ["entra", "entra"]


def test_a_form_may_not_say_who() -> None:
    assert fates(batch(line("1", "Arreglen la vía", ""), con_autor=False)) == ["entra"]


def test_skipping_a_line_frees_those_that_joined_it_and_skipping_again_takes_it_back() -> None:
    made = batch(line("1", "¿La vía?"), line("2", "ya es hora"))
    made.saltar("1")
    assert fates(made) == ["salta", "entra"]
    made.saltar("1")
    assert fates(made) == ["entra", "entra"]


def test_a_line_joins_the_one_before_or_a_question_that_stands() -> None:
    made = batch(line("1", "¿La vía?"), line("2", "¿El alumbrado?", "Eva"))
    made.unir("2")
    assert made.ver("2").con == "1"
    made.unir("2")
    assert made.ver("2").destino == "entra"
    made.unir("2", P9)
    assert (made.ver("2").codigo, made.contar().preguntas) == ("P-009", 2)
    with pytest.raises(RuleError, match="No hay antes"):
        made.unir("1")


def test_who_wrote_it_is_all_that_a_line_waited_for() -> None:
    made = batch(line("1", "y el médico??", ""))
    assert made.firmar("1", "anónimo").destino == "entra"


def test_a_line_cut_in_two_is_two_questions_of_one_person() -> None:
    made = batch(line("1", "¿La vía? ¿El puente?"), line("2", "¿Otra?"))
    made.partir("1", 8)
    made.partir("1.2", 4)
    assert [(one.n, one.texto) for one in made.renglones] == [
        ("1", "¿La vía?"), ("1.2", "¿El"), ("1.3", "puente?"), ("2", "¿Otra?")]  # fmt: skip
    with pytest.raises(RuleError, match="cursor"):
        made.partir("2", 0)


def test_a_likeness_is_offered_and_taken_only_when_sure_and_never_over_the_person() -> None:
    made = batch(line("1", "¿Uno?"), line("2", "¿Dos?", "Eva"), line("3", "¿Tres?", "Luz"))
    made.cambiar("3", decidida=True)
    made.sugerir("1", P9, segura=True)
    made.sugerir("2", P9, segura=False)
    made.sugerir("3", P9, segura=True)
    assert fates(made) == ["une", "entra", "entra"]
    assert made.ver("1").nota == "Se parece a P-009, de Rosalba Ocampo"
    assert made.ver("2").nota.endswith("M la une")
    assert made.ver("3").parecida == "k9"


def test_the_words_of_one_person_are_one_question_and_who_asks_the_same_keeps_theirs() -> None:
    made = batch(
        line("1", "¿La vía?", crudo="Ana: ¿La vía?"), line("2", "ya es hora", crudo="Ana: ya es hora"),
        line("3", "la via", "Eva"), line("4", "el agua", "Luz"))  # fmt: skip
    made.unir("4", P9)
    first, second, third = reunir(made.por_guardar(500))
    assert (first.texto, first.linea) == ("¿La vía?\nya es hora", "Ana: ¿La vía?\nAna: ya es hora")
    assert (second.autor, second.con, third.clave) == ("Eva", 0, "k9")


def test_what_is_kept_leaves_the_grid_and_the_rest_waits() -> None:
    made = batch(
        line("1", "¿La vía?"), line("2", "¿El agua?", ""), line("3", "¿El puente?"), line("4", "la via", "Eva")
    )
    kept = made.por_guardar(1)
    assert [one.n for one in kept] == ["1", "4"]
    made.quitar(one.n for one in kept)
    assert [one.n for one in made.renglones] == ["2", "3"]


def test_it_comes_back_from_its_draft_as_it_was_decided() -> None:
    made = batch(line("1", "¿La vía?"), line("2", "¿El agua?", ""))
    made.saltar("1")
    back = leer_tanda(made.escribir())
    assert back is not None and back.renglones == made.renglones
    assert leer_tanda("cualquier cosa") is None and leer_tanda('{"renglones": 3}') is None
    assert replace(made.ver("1"), n="9").n == "9"
