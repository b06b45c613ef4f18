"""What a typed text says against the figures of the hearing."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.cifras_escritas import cifras_escritas
from rcdesk.domain.contraste import difiere, imposible, mal_calculadas, sin_base, sumas
from rcdesk.domain.frases import FRASES, frase
from rcdesk.domain.registro import (
    Asistencia,
    Asistente,
    Audiencia,
    Compromiso,
    Conteo,
    Convocatoria,
    Encuesta,
    EstadoPregunta,
    Fecha,
    FechaHora,
    GrupoDeTemas,
    Hora,
    Metrica,
    Pieza,
    Pregunta,
    Presencia,
)
from rcdesk.domain.textos import Forma, en_palabras

RECIBIDAS = "Se recibieron catorce (14) preguntas y se respondieron 14 de 14 preguntas (100 %)."
PENDIENTE = "Queda la pregunta 3 (hasta el 9 de diciembre de 2021)."
HORARIO = "La actividad comenzó a las 09:00 am y terminó a las 10:15 am: duró 1 hora y 15 minutos."


def said(texto: str, sentence: str, *also: str) -> list[str]:
    return [una.dice for una in difiere(texto, sentence, also)]


@pytest.mark.parametrize(
    ("texto", "sentence", "wrong"),
    [
        ("Llegaron quince (15) inquietudes y todas se contestaron.", RECIBIDAS, ["quince"]),
        ("Llegaron catorce inquietudes en dos bloques (artículo 56 de la Ley 1757 de 2015).", RECIBIDAS, []),
        ("La P-013 y la pregunta 9 se juntaron en 2026; hubo 3 moderadores y $1.752.560.630.", RECIBIDAS, []),
        ("Se respondió el 93,3 % de las 14 preguntas.", RECIBIDAS, ["93,3 %"]),
        ("Se respondió el cien por ciento.", RECIBIDAS, []),
        ("Las 14 preguntas (catorce (15)) se respondieron.", RECIBIDAS, ["catorce (15)"]),
        ("Empezó a las 9:00 a. m. y terminó a las diez y cuarto.", HORARIO, []),
        ("Empezó a las 9 de la mañana y terminó a las 10:30.", HORARIO, ["10:30"]),
        ("Duró 75 minutos, hasta las 10.15 a. m.", HORARIO, ["75"]),
        ("«14 de 15 preguntas» fue el titular.", RECIBIDAS, []),
        ("Se trató del 36 % de las preguntas.", "De 14 preguntas, el 35,7 % (5) trató de «Gestión».", []),
        ("Quedan por contestar hasta el 10/dic/2021.", PENDIENTE, ["10/dic/2021"]),
        ("Vence el 9 de diciembre.", PENDIENTE, []),
        ("Comenzó a las nueve de la mañana y acabó a las diez y quince de la mañana.", HORARIO, []),
        (
            "Comenzó a las nueve de la noche y acabó a las diez y veinte.",
            HORARIO,
            ["nueve de la noche", "diez y veinte"],
        ),
        ("Se oyeron 14 preguntas en 2 de las 3 mesas, con el 16 % del presupuesto.", RECIBIDAS, []),
        ("Se respondió el 99,9 % de las preguntas.", RECIBIDAS, ["99,9 %"]),
        ("Se respondió el 100 % de las 300.", "Se respondieron 299 de 300 preguntas (99,7 %).", ["100 %"]),
    ],
)
def test_only_a_figure_of_the_sentence_that_is_another_is_marked(texto: str, sentence: str, wrong: list[str]) -> None:
    assert said(texto, sentence) == wrong


def test_a_difference_says_what_the_base_has_and_other_sentences_of_the_subject_are_known() -> None:
    (found,) = difiere("Se recibieron 13 preguntas.", RECIBIDAS)
    assert str(found) == "Dice 13; en la base: 14."
    assert said("Duró 75 minutos.", HORARIO, "75 minutos") == []
    swapped = RECIBIDAS.replace("14 de 14", "14 de 13")
    assert [str(una) for una in difiere(swapped, RECIBIDAS)] == ["Dice 13; en la base: 14."]


@given(n=st.integers(0, 999), forma=st.sampled_from(get_args(Forma)))
@settings(max_examples=60)
def test_a_number_is_read_in_words_as_it_is_written(n: int, forma: Forma) -> None:
    read = cifras_escritas(f"Hubo {en_palabras(n, forma)} ({n}) cosas.")
    assert [int(una.valores[0]) for una in read] == ([n] if n == 1 else [n, n])


@st.composite
def hearings(draw: st.DrawFn) -> Audiencia:
    estados: list[EstadoPregunta] = ["respondida", "pendiente", "agrupada", "trasladada"]
    temas = st.sampled_from(["Gestión", "Comuna 7", None])
    recibida = FechaHora("2021-11-17T09:40-05:00")
    preguntas = tuple(
        Pregunta(numero=n, texto="¿?", estado=draw(st.sampled_from(estados)), tema=draw(temas), recibida=recibida)
        for n in range(1, draw(st.integers(1, 12)))
    )
    modos: st.SearchStrategy[Presencia] = st.sampled_from(get_args(Presencia))
    many = st.sampled_from([1, 2, 21, 101, 1000, 2021, 54_321])
    return Audiencia(
        codigo="x",
        fecha=Fecha("2021-11-17"),
        hora_inicio=Hora("09:00"),
        hora_fin=Hora(draw(st.sampled_from(["10:15", "09:45", "11:00"]))),
        temas=(GrupoDeTemas(items=tuple("abcde"[: draw(st.integers(1, 5))])), GrupoDeTemas(items=("f",))),
        asistentes=tuple(Asistente(nombre="Ana", modalidad=m) for m in draw(st.lists(modos, max_size=4))),
        asistencia=Asistencia(folios=draw(many), conteos=(Conteo(cantidad=draw(many)),)),
        metricas_virtuales=(Metrica(espectadores_maximos=draw(many)),),
        convocatoria=Convocatoria(piezas=(Pieza(titulo="Afiche"),) * draw(st.integers(1, 3))),
        preguntas=preguntas,
        encuestas=(Encuesta(preguntas=(), encuestados=draw(many)),),
        compromisos=(Compromiso(que_hacer="x"),) * draw(st.integers(1, 3)),
    )


@given(hearing=hearings(), data=st.data())
@settings(max_examples=50)
def test_a_sentence_never_differs_from_itself_and_any_digit_changed_in_it_is_found(
    hearing: Audiencia, data: st.DataObject
) -> None:
    cual = data.draw(st.sampled_from(FRASES))
    dicha = frase(cual, hearing)
    assert difiere(dicha, dicha) == ()
    assert difiere(f"{dicha} ", dicha) == ()
    quoted = [i for i, letter in enumerate(dicha) if "«" in dicha[:i] and dicha[:i].count("«") > dicha[:i].count("»")]
    digits = [i for i, letter in enumerate(dicha) if letter.isdigit() and i not in quoted]
    if not digits:
        return
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != dicha[place]]))
    assert difiere(dicha[:place] + other + dicha[place + 1 :], dicha, [frase(una, hearing) for una in FRASES])


@given(n=st.integers(0, 300), base=st.integers(1, 300), decimales=st.integers(0, 2))
@settings(max_examples=60)
def test_the_percentage_of_a_whole_number_is_possible(n: int, base: int, decimales: int) -> None:
    dicho = porcentaje(min(n, base), base, decimales)
    assert not imposible(dicho, min(n, base), base)
    assert not imposible(dicho, None, base)


def test_the_wrong_percentages_of_the_real_acta_are_found() -> None:
    assert imposible("29.8", None, 27)
    assert not imposible("29.6", None, 27)
    assert imposible("66.6", 12, 27)
    assert imposible("66.6", 12, 18)  # cut off, not rounded
    of_those = (
        "Se han radicado 27 proyectos de acuerdo durante el 2021, de los cuales 12 se presentaron, es decir el 66,6%."
    )
    assert [str(una) for una in mal_calculadas(of_those)] == ["Dice 66,6%; 12 de 27 es el 44,4 %."]
    of_the = "De los 27 proyectos radicados 26 pasaron por el Concejo, el 94,4%. Un (1) proyecto se archivó."
    assert [str(una) for una in mal_calculadas(of_the)] == ["Dice 94,4%; 26 de 27 es el 96,3 %."]
    beside = "El 29,8 % (8 de 27) la calificó como buena y el 70,4 % (19 de 27), como excelente."
    assert [str(una) for una in mal_calculadas(beside)] == ["Dice 29,8 %; 8 de 27 es el 29,6 %."]
    assert mal_calculadas("De las 14 preguntas, 8 llegaron por Facebook y el 36 % trató de la gestión.") == ()
    loose = "El 70.4% la calificó como excelente y el 29.8% como buena; se ejecutó el 77 % del presupuesto."
    assert [str(una) for una in sin_base(loose, {27: range(28)})] == [
        "Dice 29.8%; lo más cercano: 8 de 27 es el 29,6 %."
    ]
    assert sin_base(loose, {}) == ()
    chosen = {27: sumas((19, 8, 0))}
    assert sin_base("El 100 % respondió: el 70,4 % excelente y el 29,6 % buena.", chosen) == ()
    assert [una.dice for una in sin_base("El 81,5 % la calificó como excelente.", chosen)] == ["81,5 %"]


@pytest.mark.parametrize("piece", ["Hubo 14 (catorce) preguntas, el 35,7 %. ", "9, ", "a", "1", "1.", "@", "«"])
def test_texts_of_any_length_are_read_in_a_moment(piece: str) -> None:
    long = piece * (30_000 // len(piece))
    begun = time.process_time()
    difiere(long, RECIBIDAS)
    mal_calculadas(f"{long}%")
    sin_base(f"{long}%", {27: range(28)})
    assert time.process_time() - begun < 2.0


@given(texto=st.text(alphabet="0123456789.,:%()-«»$ yamcienuoábP", max_size=60))
@settings(max_examples=60)
def test_no_text_breaks_the_reading_of_its_figures(texto: str) -> None:
    for una in cifras_escritas(texto):
        assert texto[una.desde : una.hasta] == una.texto
    assert difiere(texto, texto) == ()
    assert all(una.dice in texto for una in (*difiere(texto, RECIBIDAS), *mal_calculadas(texto)))
