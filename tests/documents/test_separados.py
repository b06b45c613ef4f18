"""The documents that are made apart from the acta: what each publishes or sends, and what it never does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import pytest

from rcdesk.documents.blocks import Document, Grid, Heading
from rcdesk.documents.formato import DOCUMENTOS
from rcdesk.documents.guion import guion
from rcdesk.documents.informe_de_encuesta import informe_de_encuesta
from rcdesk.documents.observaciones import observaciones_y_disposicion
from rcdesk.documents.preguntas import lista_de_preguntas
from rcdesk.documents.respuesta import oficios_de_respuesta
from rcdesk.documents.resumen_de_asistencia import resumen_de_asistencia
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.preguntas import cifras_de_preguntas
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.corpus import corpus
from tests.documents import casos, casos_encuesta, casos_hostil
from tests.documents.test_caracterizacion import people
from tests.render import reading
from tests.render.conform import check

HOY: Final = date(2026, 4, 10)
oficios = partial(oficios_de_respuesta, hoy=HOY)
ALL: Final[dict[str, Callable[..., Document]]] = {
    "preguntas": lista_de_preguntas,
    "respuestas": oficios,
    "asistencia": resumen_de_asistencia,
    "encuesta": informe_de_encuesta,
}
PERSONA: Final = r.Asistente(
    nombre="Nelly Viveros",
    documento=r.Documento(tipo="CC", numero="31208755"),
    correo="nelly@example.org",
    telefono="3104445566",
    organizacion="Nelly Viveros",
    modalidad="presencial",
    agregado=r.FechaHora("2026-11-29T02:30:00Z"),
)


def made(name: str, audiencia: r.Audiencia) -> Document:
    return ALL[name](casos.archivo(audiencia), audiencia)


def words(name: str, audiencia: r.Audiencia) -> str:
    return " ".join(to_text(made(name, audiencia)).split())


@pytest.mark.parametrize("make", [*ALL.values(), guion, observaciones_y_disposicion])
def test_each_says_at_the_foot_of_its_pages_what_its_format_says(make: Callable[..., Document]) -> None:
    documental = r.FormatoDocumental(tipo_documental=" ".join(DOCUMENTOS), pie="Elaborado por: Sandra Ríos")
    archivo = casos.archivo(casos.recien_creada(), entidad=replace(casos.ENTIDAD, formatos=(documental,)))
    assert make(archivo, casos.recien_creada()).layout.foot == "Elaborado por: Sandra Ríos"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    "caso",
    [
        casos.recien_creada,
        casos.con_nombre,
        casos.dos_sedes,
        casos_encuesta.encuesta_individual,
        casos_encuesta.encuesta_contada,
        casos_hostil.hostil,
    ],
    ids=lambda caso: caso.__name__,
)
def test_each_conforms_whatever_the_hearing_has(name: str, caso: Callable[[], r.Audiencia]) -> None:
    document = made(name, caso())
    assert check(to_bytes(document)) == []
    assert to_text(document).lower().count("negrita") == to_text(document).lower().count("**negrita**")
    assert "No debe salir" not in to_text(document)


@pytest.mark.parametrize("name", ALL)
def test_each_is_made_with_the_texts_that_break_programs(name: str) -> None:
    texts = [bad.text[:900] for bad in corpus("campo")]
    autor = r.Autor(nombre=texts[0], correo=texts[1])
    preguntas = tuple(
        casos.pregunta(n, texto=text, autor=autor, estado="pendiente", dependencia=text[:200])
        for n, text in enumerate(texts, 1)
    )
    audiencia = replace(
        casos.recien_creada(),
        nombre=texts[0],
        preguntas=preguntas,
        asistentes=tuple(r.Asistente(nombre=text, organizacion=text[:200]) for text in texts),
        encuestas=(
            r.Encuesta(
                titulo=texts[0],
                preguntas=(r.PreguntaEncuesta(codigo="a", tipo="texto"),),
                respuestas=tuple(r.RespuestaEncuesta(valores={"a": text}) for text in texts),
            ),
        ),
    )
    assert check(to_bytes(made(name, audiencia))) == []


def test_the_totals_of_the_questions_are_the_derived_figures_and_add_up() -> None:
    audiencia = casos.agrupadas()
    cifras = cifras_de_preguntas(audiencia.preguntas)
    blocks = made("preguntas", audiencia).blocks
    totals = next(one for one in blocks if isinstance(one, Grid) and one.header[:1] == ("Recibidas",))
    told = dict(zip(totals.header, map(int, totals.rows[0]), strict=True))
    names = {"Recibidas": "preguntas", "Agrupadas en otra": "agrupadas", "No proceden": "no_proceden"}
    for title in ("Recibidas", "Respondidas", "Pendientes", "Trasladadas", "Agrupadas en otra", "No proceden"):
        assert told[title] == cifras[names.get(title, title.lower())], title
    assert told.pop("Recibidas") == sum(told.values())


def test_what_is_published_names_nobody_without_leave_nor_says_a_draft() -> None:
    draft = casos.pregunta(
        40,
        estado="asignada",
        texto="Soy Nelly Viveros, CC 31.208.755, llámenme al 310 444 5566",
        autor=r.Autor(nombre="Nelly Viveros", correo="nelly@example.org", telefono="3104445566"),
        respuesta=r.Respuesta(texto="borrador de respuesta"),
    )
    libre = casos.pregunta(41, estado="pendiente", autor=r.Autor(nombre="Ciro Paz", autoriza_publicar_nombre=True))
    abierta = r.PreguntaEncuesta(codigo="a", tipo="texto", muestra=("Que llamen a nelly@example.org",))
    audiencia = replace(
        casos.agrupadas(),
        preguntas=(draft, libre),
        asistentes=(PERSONA,),
        encuestas=(r.Encuesta(preguntas=(abierta,), encuestados=1),),
    )
    for name in ("preguntas", "asistencia", "encuesta"):
        said = words(name, audiencia)
        for secret in ("Nelly", "31.208.755", "31208755", "310 444", "3104445566", "nelly@", "borrador"):
            assert secret not in said, (name, secret)
    assert "Ciro Paz" in words("preguntas", audiencia)


def letters(audiencia: r.Audiencia) -> dict[str, str]:
    """Reference of a question → its letter, as text."""
    text = to_text(made("respuestas", audiencia))
    parts = text.split("\n# Respuesta a la pregunta ")[1:]
    return {head: " ".join(body.split()) for head, _, body in (part.partition("\n") for part in parts)}


def test_each_letter_is_for_one_person_and_says_nothing_of_another() -> None:
    said = letters(casos.con_nombre())
    assert list(said) == ["5", "6", "7", "10", "A-14"]
    for number, letter in said.items():
        assert letter.count("@example.org") == 1
        assert f"persona{number.removeprefix('A-')}@example.org" in letter
        assert sum(name in letter for name in ("Ana Roa", "Berta Ñáñez", "Ciro Paz")) == 1
        assert "3001112233" not in letter, "one way to reach them is enough"


def test_a_letter_says_the_answer_or_the_day_of_the_law() -> None:
    said = letters(casos.con_nombre())
    assert "20 de marzo de 2026" in said["10"] and "Se adjunta el contrato." in said["10"]
    assert "10 de abril de 2026" in said["5"]
    assert "a más tardar el 28 de abril de 2026" in said["5"], "30 business days for a consulta"
    assert "a más tardar el 28 de abril de 2026" not in said["7"], "its own term ends before that of its group"
    assert "venció el 27 de marzo de 2026" in said["7"] and "Motivo de la demora: ____" in said["7"]


def test_a_grouped_question_is_answered_with_the_answer_of_its_group() -> None:
    escrita = r.Respuesta(texto="La obra se entrega en mayo.", modo="por_escrito", responde="Ilda Peñaranda")
    audiencia = casos.con_nombre()
    cinco = replace(audiencia.preguntas[4], estado="respondida", respuesta=escrita)
    answered = replace(audiencia, preguntas=(*audiencia.preguntas[:4], cinco, *audiencia.preguntas[5:]))
    for number in ("5", "6", "7"):
        assert "La obra se entrega en mayo." in letters(answered)[number]
        assert letters(answered)[number].endswith("Ilda Peñaranda | Secretaría de Salud")


def test_each_letter_begins_a_page_and_has_a_bookmark_by_its_number() -> None:
    document = made("respuestas", casos.con_nombre())
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert titles[1:] == [f"Respuesta a la pregunta {n}" for n in ("5", "6", "7", "10", "A-14")]
    pages = reading.pages(to_bytes(document))
    assert len(pages) == 6
    assert all(title in page.text for title, page in zip(titles, pages, strict=True))
    assert "Sin oficio, porque no se sabe el nombre de quien preguntó: 8." in words("respuestas", casos.con_nombre())


def test_the_populations_stand_side_by_side_and_are_never_added() -> None:
    audiencia = replace(
        casos.dos_sedes(),
        metricas_virtuales=(r.Metrica(canal="YouTube", espectadores_maximos=41),),
        encuestas=casos_encuesta.encuesta_individual().encuestas,
    )
    said = words("asistencia", audiencia)
    assert "Respondieron la encuesta 30 | 124 | 41 | 14 " in said
    assert "no se suman" in said
    assert not {"154", "195", "209"} & set(said.split())


def test_the_summary_tells_no_name_and_reserves_small_figures() -> None:
    audiencia = replace(casos.recien_creada(), asistentes=(*people(), PERSONA))
    said = words("asistencia", audiencia)
    assert "Persona 1" not in said and "Trans," in said and "Trans |" not in said
    assert "Femenino | 7 | 46,7" in said
    assert "Una persona se agregó al listado después de terminada la audiencia" in said


def test_the_survey_says_of_which_people_each_figure_is() -> None:
    audiencia = replace(
        casos_encuesta.encuesta_individual(), metricas_virtuales=(r.Metrica(canal="YouTube", espectadores_maximos=41),)
    )
    said = words("encuesta", audiencia)
    assert "Frente al máximo de espectadores en vivo | 14 de 41 (34,1 %)" in said
    assert "no una tasa de respuesta" in said
    asked = "n = 12. Se preguntó a quienes respondieron «Sí» a «¿Fue clara?» (13 personas)."
    assert f"Mala: 0 (0,0 %) {asked}" in said
    assert "La mayoría la calificó bien." in said, "what somebody wrote takes the place of the derived sentence"
    assert "(9 de 12)" not in said
