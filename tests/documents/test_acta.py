"""What an acta does with every kind of hearing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from rcdesk.documents.acta import SECCIONES_ESTANDAR, acta
from rcdesk.documents.blocks import Chart, Document, Figure, Grid, Heading, Signatures
from rcdesk.domain import registro as r
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.documents import casos, casos_encuesta, casos_hostil
from tests.render.conform import check

PICTURE = b"a picture"
LOST = r.Figura(fuente="Prensa", archivo="perdida.png")
ALL = (
    casos.recien_creada,
    casos.dieciseis_puntos,
    casos.agrupadas,
    casos.dos_sedes,
    casos_encuesta.encuesta_individual,
    casos_encuesta.encuesta_contada,
    casos_hostil.hostil,
)


def made(audiencia: r.Audiencia, **others: Any) -> Document:
    return acta(casos.archivo(audiencia), audiencia, datos=None, **others)


def text(audiencia: r.Audiencia) -> str:
    return to_text(made(audiencia))


def con_acta(**campos: Any) -> r.Audiencia:
    return replace(casos.recien_creada(), acta=r.Acta(**campos))


@pytest.mark.parametrize("caso", ALL, ids=lambda caso: caso.__name__)
def test_the_acta_of_every_hearing_conforms(caso: Any) -> None:
    audiencia = caso()
    assert check(to_bytes(acta(casos.archivo(audiencia), audiencia, datos=b"{}"))) == []


def test_nothing_that_was_typed_is_obeyed() -> None:
    words = text(casos_hostil.hostil())
    assert words.count("<b>Pérez</b> **negrita** & {x} ' OR 1=1 😀") + words.count("pérez</b> **negrita**") >= 70
    assert words.lower().count("negrita") == words.lower().count("**negrita**")
    assert "\x07" not in words
    assert "\u202e" not in words


def test_a_title_that_looks_like_mark_up_is_the_title_of_the_file() -> None:
    with pikepdf.open(BytesIO(to_bytes(made(casos_hostil.hostil())))) as pdf:
        assert "<b>Pérez</b> **negrita** & {x}" in str(pdf.docinfo["/Title"])
        assert "<b>Pérez</b> **negrita** & {x}" in str(pdf.docinfo["/Author"])


def test_an_enormous_answer_is_printed_whole() -> None:
    assert text(casos_hostil.hostil()).count(casos_hostil.LARGO) == 2


@pytest.mark.parametrize("caso", ALL, ids=lambda caso: caso.__name__)
def test_what_was_annulled_is_nowhere(caso: Any) -> None:
    assert "No debe salir" not in text(caso())


def test_the_document_is_dated_when_the_hearing_ended() -> None:
    bogota = timezone(timedelta(hours=-5))
    assert made(casos.dieciseis_puntos()).created == datetime(2025, 12, 3, 12, 0, tzinfo=bogota)
    assert made(casos.dos_sedes()).created == datetime(2026, 5, 7, 16, 30, tzinfo=bogota)


@pytest.mark.parametrize(
    ("fecha", "vigencia", "year", "month"),
    [("2026-11", 2025, 2026, 11), ("2026", None, 2026, 1), (None, 2025, 2025, 1)],
)
def test_a_date_that_is_not_known_to_the_day_still_dates_the_document(
    fecha: Any, vigencia: int | None, year: int, month: int
) -> None:
    created = made(r.Audiencia(codigo="x", fecha=fecha, vigencia=vigencia)).created
    assert (created.year, created.month, created.day) == (year, month, 1)


def test_the_document_says_who_answers_for_it() -> None:
    audiencia = replace(casos.recien_creada(), dependencia_responsable="Secretaría de Planeación")
    assert made(audiencia).author == "Secretaría de Planeación"
    assert made(casos.recien_creada()).author == "Alcaldía de Piedra Clara"
    assert acta(r.Archivo(), casos.recien_creada(), datos=None).author == "Entidad sin nombre"
    assert made(audiencia).subject == "Audiencia de rendición de cuentas 2026"


def test_the_open_data_travel_inside_only_when_given() -> None:
    audiencia = casos.recien_creada()
    assert made(audiencia).attachment is None
    attached = acta(casos.archivo(audiencia), audiencia, datos=b"{}").attachment
    assert attached is not None
    assert (attached.name, attached.data, attached.mime) == ("datos-abiertos.json", b"{}", "application/json")


def test_the_acta_keeps_its_own_format_and_otherwise_takes_the_newest_of_the_entity() -> None:
    nuevo = replace(casos.FORMATO, version="03", vigente_desde=r.Fecha("2025-01-01"))
    entidad = replace(casos.ENTIDAD, formatos=(nuevo, casos.FORMATO, r.FormatoDocumental(tipo_documental="LISTADO")))
    sin_acta, con_la_suya = casos.recien_creada(), con_acta(formato=casos.FORMATO)
    assert acta(casos.archivo(sin_acta, entidad=entidad), sin_acta, datos=None).form.version == "03"
    assert acta(casos.archivo(con_la_suya, entidad=entidad), con_la_suya, datos=None).form.version == "02"


def test_the_logo_is_the_format_s_or_the_entity_s() -> None:
    entidad = replace(casos.ENTIDAD, logo="escudo.png")
    audiencia = con_acta(formato=replace(casos.FORMATO, logo="perdido.png"))
    form = acta(casos.archivo(audiencia, entidad=entidad), audiencia, datos=None, imagenes={"escudo.png": PICTURE}).form
    assert form.logo == PICTURE


def test_a_hearing_without_sections_has_the_nine_of_the_format() -> None:
    titles = [block.text for block in made(casos.recien_creada()).blocks if isinstance(block, Heading)]
    assert [title for title in titles if title[0].isdigit()] == [
        f"{number}. {estandar.titulo}" for number, estandar in enumerate(SECCIONES_ESTANDAR, 1)
    ]


def test_a_picture_at_hand_is_printed_and_a_lost_one_says_its_words() -> None:
    audiencia = con_acta(desarrollo=(r.Seccion(titulo="Uno", bloques=(replace(LOST, archivo="a.png"), LOST)),))
    blocks = made(audiencia, imagenes={"a.png": PICTURE}).blocks
    figures = [(block.image, block.source) for block in blocks if isinstance(block, Figure)]
    assert figures == [(PICTURE, "Prensa"), (None, "Prensa")]


def analysis(*bloques: r.Bloque) -> Document:
    desarrollo = (r.Seccion(titulo="Análisis de las preguntas", bloques=bloques),)
    return made(replace(casos.agrupadas(), acta=r.Acta(desarrollo=desarrollo)))


def test_the_lost_chart_of_the_questions_is_drawn_again_with_its_source() -> None:
    drawn = analysis(r.Figura(fuente="Secretaría"))
    assert [block.caption for block in drawn.blocks if isinstance(block, Chart)] == ["Fuente: Secretaría"]
    assert not any(isinstance(block, Figure) for block in drawn.blocks)


def test_the_source_of_an_inserto_goes_after_what_keeps_each_chart_from_being_misread() -> None:
    desarrollo = (r.Seccion(titulo="Encuesta", bloques=(r.Inserto(dato="encuestas", fuente="Formulario"),)),)
    drawn = made(replace(casos_encuesta.encuesta_individual(), acta=r.Acta(desarrollo=desarrollo)))
    captions = [block.caption for block in drawn.blocks if isinstance(block, Chart)]
    assert "Fuente: Formulario" in captions
    assert "Cada persona pudo marcar varias: no suma 100 %. Fuente: Formulario" in captions


def test_the_chart_of_the_questions_is_drawn_once() -> None:
    asked = analysis(r.Inserto(dato="preguntas_por_tema"), r.Figura(fuente="Secretaría"))
    assert sum(isinstance(block, Chart) for block in asked.blocks) == 1
    assert sum(isinstance(block, Figure) for block in asked.blocks) == 1
    assert sum(isinstance(block, Chart) for block in analysis().blocks) == 1


def test_a_part_inside_itself_is_printed_once() -> None:
    inside = r.Seccion(titulo="Obras", bloques=(r.Inserto(dato="informacion_divulgada"),))
    audiencia = replace(casos.recien_creada(), informacion_divulgada=(inside,))
    assert text(audiencia).count("Obras") == 1


def test_questions_grouped_in_a_circle_are_all_printed() -> None:
    circle = (casos.pregunta(1, estado="agrupada", agrupada_en=2), casos.pregunta(2, estado="agrupada", agrupada_en=1))
    words = text(replace(casos.recien_creada(), preguntas=circle))
    assert "obra 1" in words
    assert "obra 2" in words


def test_a_question_grouped_in_a_grouped_one_is_told_with_the_one_that_is_answered() -> None:
    chain = (
        casos.pregunta(1, estado="agrupada", agrupada_en="A-2"),
        casos.pregunta(2, mesa="A", estado="agrupada", agrupada_en=3),
        casos.pregunta(3, estado="respondida", respuesta=r.Respuesta(texto="Sí.")),
    )
    rows = [
        block.rows for block in made(replace(casos.recien_creada(), preguntas=chain)).blocks if isinstance(block, Grid)
    ]
    asked = next(row for grid in rows for row in grid if row[0] == "3")
    assert "1. Sin nombre" in asked[1]
    assert "A-2. Sin nombre" in asked[1]


def test_an_open_question_keeps_its_draft_answer_to_itself() -> None:
    draft = casos.pregunta(1, estado="asignada", respuesta=r.Respuesta(texto="borrador de respuesta"))
    assert "borrador" not in text(replace(casos.recien_creada(), preguntas=(draft,)))


def declared(concepto: str, dicho: str) -> tuple[r.Declarado, ...]:
    return (r.Declarado(concepto=concepto, texto=dicho),)


def test_the_line_of_attendees_is_as_declared_while_it_names_them_all() -> None:
    dicho = "Ilda Peñaranda, quien preside, y Nidia Roa."
    acta_dicha = r.Acta(declarado=declared("asistentes", dicho))
    ilda, nidia = r.Asistente(nombre="Ilda Peñaranda"), r.Asistente(nombre="Nidia Roa", cargo="Secretaria")
    fiel = replace(casos.recien_creada(), acta=acta_dicha, asistentes=(ilda, nidia))
    assert f"ASISTENTES: {dicho}" in text(fiel)
    otra = r.Asistente(nombre="Otra Persona")
    assert "ASISTENTES: Ilda Peñaranda, Nidia Roa - Secretaria, Otra Persona." in text(
        replace(fiel, asistentes=(ilda, nidia, otra))
    )


def test_the_line_of_the_place_is_as_declared_while_it_names_every_venue() -> None:
    acta_dicha = r.Acta(declarado=declared("lugar", "En la Casa de Cultura, piso 2"))
    casa = r.Lugar(nombre="Casa de la Cultura", otros_nombres=("Casa de Cultura",))
    fiel = replace(casos.recien_creada(), acta=acta_dicha, lugares=(casa,))
    assert "LUGAR: En la Casa de Cultura, piso 2" in text(fiel)
    assert "LUGAR: Casa de la Cultura; Coliseo" in text(replace(fiel, lugares=(casa, r.Lugar(nombre="Coliseo"))))


def test_a_crowd_of_citizens_is_counted_in_the_line_of_attendees() -> None:
    crowd = tuple(r.Asistente(nombre=f"N{n}", calidad="ciudadano") for n in range(13))
    assert "ASISTENTES: 13 asistentes. (Ver listado de asistencia)." in text(
        replace(casos.recien_creada(), asistentes=crowd)
    )


def test_a_signature_that_nobody_could_read_is_counted_in_the_line_of_attendees() -> None:
    firmas = tuple(r.Asistente(nombre=None, firma="papel", hoja="h", folio=1, renglon=n) for n in (4, 5))
    pocos = (r.Asistente(nombre="Nidia Roa"), *firmas)
    told = text(replace(casos.recien_creada(), asistentes=pocos))
    assert "ASISTENTES: Nidia Roa y 2 firmas ilegibles. (Ver listado de asistencia)." in told
    muchos = (*(r.Asistente(nombre=f"Persona {n}") for n in range(12)), *firmas)
    assert "ASISTENTES: 14 asistentes. (Ver" in text(replace(casos.recien_creada(), asistentes=muchos))


def test_what_does_not_apply_is_not_the_same_as_what_was_not_filled() -> None:
    words = text(replace(casos.recien_creada(), ausentes="N.A."))
    assert "AUSENTES: N.A." in words
    assert "INVITADOS: Sin diligenciar" in words


def test_a_final_acta_says_nothing_of_its_state() -> None:
    assert "no ha sido aprobada" in text(con_acta(estado="borrador"))
    assert "no ha sido aprobada" not in text(con_acta(estado="aprobada"))
    assert "no ha sido aprobada" not in text(con_acta())


def test_every_signer_has_a_place() -> None:
    (places,) = [block for block in made(casos.dos_sedes()).blocks if isinstance(block, Signatures)]
    assert len(places.signers) == 21
    assert len({signer.name for signer in places.signers}) == 21


def test_the_same_data_make_the_same_file() -> None:
    assert to_bytes(made(casos.dos_sedes())) == to_bytes(made(casos.dos_sedes()))


def test_a_hearing_that_ended_without_questions_owes_no_answers() -> None:
    assert "RESPONSABILIDAD:\n\nSin diligenciar." in text(casos.recien_creada())
    assert "RESPONSABILIDAD:\n\nNo se recibieron preguntas" in text(replace(casos.recien_creada(), estado="cerrada"))
