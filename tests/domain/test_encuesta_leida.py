"""A form's file read as answers: its columns, values and dates; nobody who answered is told, nothing comes twice."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.columnas_de_encuesta import columnas, letras, repetidas
from rcdesk.domain.columnas_y_preguntas import FECHA, FUERA, NUEVA, adivinar
from rcdesk.domain.encuesta_leida import Encargo, EncuestaLeida, Respondida, leer_encuesta
from rcdesk.domain.fechas_de_formulario import leer_fechas
from rcdesk.domain.registro import Condicion, PreguntaEncuesta, TipoPreguntaEncuesta
from rcdesk.domain.valores_de_formulario import NADA, OTRO
from rcdesk.domain.valores_de_formulario import NUEVA as OPCION_NUEVA
from rcdesk.store.sheet_text import rows as text_rows
from rcdesk.work.encuestas import encuesta_de_evaluacion
from tests.form_files import LIME, MICROSOFT

WRITTEN = datetime(2026, 11, 21, 15, tzinfo=UTC)


def table(rows: Sequence[Sequence[str]]) -> Tabla:
    filas = tuple(Fila(place, tuple(cells)) for place, cells in enumerate(rows, 1))
    return Tabla("f.csv", filas, len(filas), WRITTEN)


def asked(
    tipo: TipoPreguntaEncuesta,
    *opciones: str,
    codigo: str = "una",
    enunciado: str = "",
    condicion: Condicion | None = None,
    admite_otro: bool | None = None,
) -> PreguntaEncuesta:
    return PreguntaEncuesta(
        codigo=codigo,
        enunciado=enunciado or codigo,
        tipo=tipo,
        opciones=opciones,
        condicion=condicion,
        admite_otro=admite_otro,
    )


def brought(
    rows: Sequence[Sequence[str]],
    questions: Sequence[PreguntaEncuesta] = (),
    there: Sequence[Respondida] = (),
    **decided: dict[str, str],
) -> EncuestaLeida:
    found = table(rows)
    asks = columnas(found)
    orders = [Encargo(one, decididos=decided.get(one)) for one in adivinar(asks, questions)]
    return leer_encuesta(found, asks, orders, questions, there)


def lines(text: str, tmp_path: Path) -> list[tuple[str, ...]]:
    path = tmp_path / "f.csv"
    path.write_text(text, encoding="utf-8")
    return [cells for _, cells, _ in text_rows(path)[0]]


def test_a_heading_that_asks_who_answers_is_known_however_it_is_worded() -> None:
    who = (
        "¿Cuál es tu nombre?",
        "¿Cómo se llama?",
        "Nombre del encuestado",
        "Nombres y apellidos completos",
        "Firma",
        "Nombre (opcional)",
        "Nombre y cédula",
        "No. de documento",
        "Celular (WhatsApp)",
        "Número telefónico",
        "C.C.",
        "Correo institucional *",
        "Tipo y número de documento",
        "Dirección de su casa",
        "Quién responde",
        "firstname",
    )
    not_who = (
        "Nombre de la organización a la que pertenece",
        "¿Qué nombre le pondría al parque?",
        "Tipo de documento",
        "¿Por qué correo se enteró?",
        "¿Está de acuerdo con la dirección del evento?",
        "¿Cree que el documento es claro?",
    )
    found = columnas(table([(*who, *not_who), ("x",) * (len(who) + len(not_who))]))
    assert [one.titulo for one in found if one.de_quien] == list(who)


def test_the_columns_that_tell_who_answered_never_come_in_whatever_their_heading_says() -> None:
    rows = [
        ("Marca temporal", "Nombre completo", "Contacto", "¿Un teléfono?", "¿Volvería?", "Nombre de su vereda"),
        ("20/11/2026 10:00:00", "Rosa Cuero", "rosa@piedraclara.example", "310 555 0101", "Sí", "El Jardín"),
        ("20/11/2026 10:01:00", "Yilmar", "", "3205550102", "No", "La Loma"),
    ]
    asks = columnas(table(rows))
    assert [one.de_quien for one in asks] == [False, True, True, True, False, False]
    assert adivinar(asks, ()) == [FECHA, FUERA, FUERA, FUERA, NUEVA, NUEVA]
    assert [one.valores for one in brought(rows).nuevas] == [
        {"volveria": "Sí", "nombre_de_su_vereda": "El Jardín"},
        {"volveria": "No", "nombre_de_su_vereda": "La Loma"},
    ]


def test_limesurvey_joins_the_columns_of_one_question_and_its_other(tmp_path: Path) -> None:
    read = brought(lines(LIME, tmp_path))
    zone, media, mark = read.preguntas
    assert (zone.tipo, zone.opciones, zone.admite_otro) == ("unica", ("Urbana", "Rural"), True)
    assert (media.tipo, media.opciones, media.admite_otro) == ("multiple", ("Radio", "WhatsApp"), True)
    assert (mark.tipo, mark.opciones) == ("ordinal", ("Excelente", "Bueno", "Malo"))
    second = read.nuevas[1]
    assert second.fecha is None  # LimeSurvey writes 1980 when it keeps no date
    assert dict(second.valores) == {
        zone.codigo: "En la vereda",
        media.codigo: ("WhatsApp", "La cartelera"),
        mark.codigo: "Malo",
    }
    codes = [("Q1", "Q2[SQ001]", "Q2[SQ002]"), ("A2", "Y", ""), ("A1", "Y", "Y")]
    survey = (asked("unica", "Urbana", "Rural", codigo="zona"), asked("multiple", "Radio", "Web", codigo="medio"))
    assert [one.valores for one in brought(codes, survey).nuevas] == [
        {"zona": "Rural", "medio": ("Radio",)},
        {"zona": "Urbana", "medio": ("Radio", "Web")},
    ]


def test_microsoft_divides_by_semicolons_and_writes_the_month_first() -> None:
    read = brought(MICROSOFT)
    assert [one.tipo for one in read.preguntas] == ["multiple", "si_no"]
    assert read.nuevas[0] == Respondida(
        "2026-11-20T10:44:00-05:00", {"que_le_intereso": ("Salud", "Vías"), "volveria": "Sí"}
    )


def test_a_comma_divides_answers_but_not_an_option_that_has_it() -> None:
    question = asked("multiple", "Clara, oportuna", "Breve", admite_otro=True)
    read = brought([("una",), ("Clara, oportuna, Breve",), ("breve, Con señas",)], [question])
    assert [one.valores["una"] for one in read.nuevas] == [("Clara, oportuna", "Breve"), ("Breve", "Con señas")]


def test_what_is_no_option_waits_for_the_person_and_becomes_what_they_say() -> None:
    question = asked("ordinal", "Excelente", "Bueno")
    rows = [("una",), ("exelente",), ("BUENO.",), ("Ni fu ni fa",), ("Pésimo",), ("Pésimo",), ("ns/nr",)]
    read = brought(rows, [question])
    assert read.por_decidir == 2
    assert [(one.texto, one.cuantas, one.como) for one in read.columnas[0].valores] == [
        ("Pésimo", 2, "abierto"),
        ("exelente", 1, "parecido"),
        ("Ni fu ni fa", 1, "abierto"),
    ]
    done = brought(rows, [question], una={"Pésimo": OPCION_NUEVA, "Ni fu ni fa": NADA})
    assert (done.por_decidir, done.preguntas[0].opciones) == (0, ("Excelente", "Bueno", "Pésimo"))
    assert [one.valores["una"] for one in done.nuevas] == ["Excelente", "Bueno", "Pésimo", "Pésimo"]
    assert done.en_blanco == (4, 7)
    other = brought(rows, [question], una={"Pésimo": OTRO, "Ni fu ni fa": OTRO})
    assert other.preguntas[0].admite_otro


def test_what_was_not_asked_of_somebody_does_not_count_and_is_told() -> None:
    media = asked("texto", codigo="medio", condicion=Condicion(pregunta="vio", es=("Sí",)))
    read = brought(
        [("vio", "medio"), ("Sí", "Radio"), ("No", "Radio"), ("No", "")], [asked("si_no", codigo="vio"), media]
    )
    assert dict(read.fuera_de_condicion) == {"medio": 1}
    assert [one.valores["medio"] for one in read.nuevas] == ["Radio", "N.A.", "N.A."]


def test_equal_headings_are_told_apart_by_their_place() -> None:
    questions = [asked("texto", codigo=code, enunciado="¿Por qué?") for code in ("a", "b")]
    asks = columnas(table([("¿Por qué?", "¿Por qué?"), ("x", "y")]))
    assert (repetidas(asks), [letras(one) for one in asks]) == (["¿Por qué?"], ["A", "B"])
    assert adivinar(asks, questions) == ["a", "b"]


def test_a_question_is_found_by_other_words_of_it_or_by_its_place_between_two_that_are_known() -> None:
    survey = encuesta_de_evaluacion().preguntas
    titles = ("Edad", "Género", "¿Volverías a participar?", "Explicación", "¿Qué tema propone?", "¿Me ayuda?")
    asks = columnas(table([titles, ("34", "Mujer", "Sí", "Clara y a tiempo", "El agua", "No")]))
    assert adivinar(asks, survey) == ["edad", "genero", "volveria", "explicacion", "tema_proxima", ""]
    pair = [asked("si_no", codigo="a"), asked("ordinal", "Bueno", "Malo", codigo="x"), asked("si_no", codigo="b")]
    between = columnas(table([("a", "¿Qué tal?", "b"), ("Sí", "malo", "No"), ("Sí", "Bueno", "")]))
    assert adivinar(between, pair) == ["a", "x", "b"]


@pytest.mark.parametrize(
    ("texts", "order", "first"),
    [
        (["20/11/2026 3:05:00 p. m."], "día/mes/año", "2026-11-20T15:05:00-05:00"),
        (["11/20/2026 10:00", "11/05/2026 9:00"], "mes/día/año", "2026-11-20T10:00:00-05:00"),
        (["11/12/2026 10:00"], "mes/día/año", "2026-11-12T10:00:00-05:00"),  # 11 December had not come
        (["2026/11/20 10:41:07 a. m. GMT-5"], "año/mes/día", "2026-11-20T10:41:07-05:00"),
        (["20.11.26"], "día/mes/año", "2026-11-20"),
        (["1980-01-01 00:00:00"], "año/mes/día", None),
        (["31/02/2026 10:00"], "día/mes/año", None),
    ],
)
def test_the_order_of_a_date_is_told_by_all_of_them(texts: list[str], order: str, first: str | None) -> None:
    found = leer_fechas(texts, WRITTEN)
    assert (found.orden, found.leer(texts[0])) == (order, first)


@given(
    st.lists(st.tuples(st.sampled_from(["Sí", "si", "NO", ""]), st.sampled_from(["", "El agua", "=1+1"])), max_size=12),
    st.integers(0, 12),
    st.booleans(),
)
def test_as_many_answers_as_rows_that_say_something_and_a_longer_file_adds_only_the_rest(
    rows: list[tuple[str, str]], known: int, dated: bool
) -> None:
    when = [f"20/11/2026 10:00:{place:02}" if dated else "" for place in range(len(rows))]
    whole = [("Marca temporal", "¿Volvería?", "¿Un tema?"), *((at, *row) for at, row in zip(when, rows, strict=True))]
    questions = [
        asked("si_no", codigo="volveria", enunciado="¿Volvería?"),
        asked("texto", codigo="tema", enunciado="¿Un tema?"),
    ]
    before, after = brought(whole[: known + 1], questions), brought(whole, questions)
    assert len(after.nuevas) == sum(any(row) for row in rows)
    assert len(after.nuevas) + len(after.en_blanco) == len(rows)
    rest = brought(whole, questions, before.nuevas)
    assert (len(rest.nuevas), rest.ya_estaban) == (len(after.nuevas) - len(before.nuevas), len(before.nuevas))


def test_what_somebody_wrote_with_a_semicolon_is_no_list_of_options_and_many_options_are_read_in_a_moment() -> None:
    opinions = [(f"Me gustó la parte {n} de la audiencia",) for n in range(40)]
    rows = [("¿Qué opina?",), *opinions, ("Todo bien; gracias",)]
    assert [one.tipo for one in brought(rows).preguntas] == ["texto"]
    chosen = [("¿Por dónde?",), *[("Radio; Afiche" if n % 2 else "Afiche; Perifoneo",) for n in range(40)]]
    assert [one.tipo for one in brought(chosen).preguntas] == ["multiple"]
    options = tuple(f"opción {n}" for n in range(2_000))
    began = time.process_time()
    many = brought([("una",), *((option.upper(),) for option in options)], [asked("unica", *options)])
    assert len(many.nuevas) == 2_000
    assert time.process_time() - began < 1
