"""The sentences that the program writes by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.registro import Anulada, EstadoPregunta, FechaHora, ModoRespuesta, Pregunta, Respuesta
from rcdesk.domain.textos import (
    Forma,
    duracion,
    en_palabras,
    en_palabras_y_cifras,
    espectadores,
    nota_de_folios,
    parte,
    preguntas_respondidas,
    responsabilidad,
)

RECIBIDA = FechaHora("2021-11-17T09:40-05:00")


def pregunta(numero: int, estado: EstadoPregunta | None, *, mesa: str | None = None) -> Pregunta:
    return Pregunta(numero=numero, mesa=mesa, texto="¿Cuándo?", estado=estado, recibida=RECIBIDA)


@pytest.mark.parametrize(
    ("n", "sola", "masculina", "femenina"),
    [
        (0, "cero", "cero", "cero"),
        (1, "uno", "un", "una"),
        (3, "tres", "tres", "tres"),
        (16, "dieciséis", "dieciséis", "dieciséis"),
        (21, "veintiuno", "veintiún", "veintiuna"),
        (22, "veintidós", "veintidós", "veintidós"),
        (30, "treinta", "treinta", "treinta"),
        (31, "treinta y uno", "treinta y un", "treinta y una"),
        (99, "noventa y nueve", "noventa y nueve", "noventa y nueve"),
        (100, "cien", "cien", "cien"),
        (101, "ciento uno", "ciento un", "ciento una"),
        (200, "doscientos", "doscientos", "doscientas"),
        (521, "quinientos veintiuno", "quinientos veintiún", "quinientas veintiuna"),
        (700, "setecientos", "setecientos", "setecientas"),
        (1000, "mil", "mil", "mil"),
        (1001, "mil uno", "mil un", "mil una"),
        (21_000, "veintiún mil", "veintiún mil", "veintiún mil"),
        (
            231_500,
            "doscientos treinta y un mil quinientos",
            "doscientos treinta y un mil quinientos",
            "doscientas treinta y un mil quinientas",
        ),
        (999, "novecientos noventa y nueve", "novecientos noventa y nueve", "novecientas noventa y nueve"),
    ],
)
def test_a_number_in_words_agrees_with_its_noun(n: int, sola: str, masculina: str, femenina: str) -> None:
    formas: tuple[Forma, ...] = ("sola", "masculina", "femenina")
    assert tuple(en_palabras(n, forma) for forma in formas) == (sola, masculina, femenina)


def test_every_number_has_words_of_its_own() -> None:
    assert len({en_palabras(n) for n in range(1000)}) == 1000


@pytest.mark.parametrize("n", [-1, 1_000_000])
def test_there_are_no_words_outside_zero_to_999999(n: int) -> None:
    with pytest.raises(ValueError, match="between 0 and 999999"):
        en_palabras(n)


def test_words_and_figure_go_together_while_there_are_words() -> None:
    assert en_palabras_y_cifras(3, "folio", "folios") == "tres (3) folios"
    assert en_palabras_y_cifras(1, "folio", "folios") == "un (1) folio"
    assert en_palabras_y_cifras(21, "hora", "horas", "femenina") == "veintiuna (21) horas"
    assert en_palabras_y_cifras(1200, "folio", "folios") == "mil doscientos (1.200) folios"
    assert en_palabras_y_cifras(1_200_000, "folio", "folios") == "1.200.000 folios"


def test_the_note_counts_the_sheets_of_the_list() -> None:
    assert nota_de_folios(3) == "Se anexa listado de asistencia compuesto por tres (3) folios."


def test_the_peak_of_viewers_is_told_in_the_words_of_the_form() -> None:
    assert espectadores(70) == "El número máximo de espectadores en vivo fue de (70) personas."
    assert espectadores(1, "YouTube") == "El número máximo de espectadores en vivo en YouTube fue de (1) persona."
    assert espectadores(1250) == "El número máximo de espectadores en vivo fue de (1.250) personas."


@pytest.mark.parametrize(
    ("n", "base", "dicho"),
    [(14, 14, "100 %"), (0, 14, "0 %"), (5, 14, "35,7 %"), (1999, 2000, "99,95 %"), (1, 30000, "0,003 %")],
)
def test_a_part_is_all_or_nothing_only_when_it_is(n: int, base: int, dicho: str) -> None:
    assert parte(n, base) == dicho


@given(base=st.integers(1, 10**6), n=st.integers(0, 10**6))
def test_a_part_never_says_one_hundred_while_something_is_missing(base: int, n: int) -> None:
    if n < base:
        assert not parte(n, base).startswith("100")


def test_answered_questions_are_told_of_those_that_stand() -> None:
    contestadas = [pregunta(n, "respondida") for n in range(1, 15)]
    assert preguntas_respondidas(contestadas) == "Se respondieron 14 de 14 preguntas (100 %)"
    assert preguntas_respondidas([pregunta(1, "pendiente")]) == "La única pregunta no se ha respondido"
    assert preguntas_respondidas([pregunta(1, "pendiente")] * 2) == "No se ha respondido ninguna de las 2 preguntas"
    retirada = Pregunta(numero=1, texto="¿?", anulada=Anulada(motivo="repetida"))
    assert preguntas_respondidas([retirada]) == "No se recibieron preguntas"


def test_nothing_is_owed_when_no_question_is_open() -> None:
    cerradas = [pregunta(1, "respondida"), pregunta(2, "trasladada")]
    assert responsabilidad(cerradas) == (
        "No quedan preguntas pendientes de respuesta: se respondió 1 de 2 preguntas (50,0 %)."
    )
    assert responsabilidad([]) == "No se recibieron preguntas: no quedan respuestas pendientes."


def test_what_is_owed_is_named_with_its_last_day() -> None:
    todas = [pregunta(1, "respondida"), pregunta(2, "pendiente"), pregunta(5, "asignada", mesa="A")]
    assert responsabilidad(todas) == (
        "Quedan pendientes las preguntas 2 (hasta el 30 de diciembre de 2021) y A-5 (hasta el 30 de diciembre de 2021)."
        " Se respondió 1 de 3 preguntas (33,3 %)."
    )
    sin_fecha = Pregunta(numero=2, texto="¿?", estado="recibida")
    assert responsabilidad([sin_fecha]) == (
        "Queda pendiente de respuesta la pregunta 2. La única pregunta no se ha respondido."
    )


@pytest.mark.parametrize(
    ("modo", "texto", "dicho"),
    [("en_vivo", None, True), ("en_vivo", "Sí.", False), ("por_escrito", None, False)],
)
def test_an_answer_given_aloud_is_owed_in_writing(modo: ModoRespuesta, texto: str | None, dicho: bool) -> None:
    una = Pregunta(numero=1, texto="¿?", estado="respondida", respuesta=Respuesta(modo=modo, texto=texto))
    assert ("Falta redactar 1 respuesta dada en vivo." in responsabilidad([una])) is dicho


@pytest.mark.parametrize(
    ("minutos", "dicho"),
    [(75, "1 hora y 15 minutos"), (120, "2 horas"), (45, "45 minutos"), (0, "0 minutos"), (61, "1 hora y 1 minuto")],
)
def test_a_duration_is_told_in_hours_and_minutes(minutos: int, dicho: str) -> None:
    assert duracion(minutos) == dicho
