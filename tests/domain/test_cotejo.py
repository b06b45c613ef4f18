"""The texts of an acta beside its figures."""

from __future__ import annotations

from dataclasses import replace

from rcdesk.domain.cotejo import avisos, cotejo
from rcdesk.domain.registro import (
    Acta,
    Audiencia,
    Cita,
    Encuesta,
    Id,
    Inserto,
    Lista,
    Parrafo,
    Pregunta,
    PreguntaEncuesta,
    Resultado,
    Seccion,
)

PREGUNTAS = tuple(Pregunta(numero=n, texto="¿?", estado="respondida", tema=f"t{n % 3}") for n in range(14))
GESTION = PreguntaEncuesta(
    codigo="p14",
    id=Id("clave"),
    tipo="unica",
    opciones=("Excelente", "Buena"),
    respondieron=27,
    resultados=(Resultado(opcion="Excelente", cantidad=19), Resultado(opcion="Buena", cantidad=8)),
)
FALSA = Parrafo(texto="El 70.4% dijo que excelente y el 29.8% que buena.")


def found(audiencia: Audiencia) -> list[tuple[str, str, list[str]]]:
    told = avisos(audiencia, cotejo(audiencia))
    return [(aviso.parte, aviso.lugar, [una.dice for una in aviso.diferencias]) for aviso in told]


def test_a_section_that_analyses_tells_only_percentages_of_what_it_prints() -> None:
    told = (Parrafo(texto="El 36 % preguntó por la gestión, el 30 % por las vías."), Lista(items=("Otro 21,4 %",)))
    plain = Seccion(id=Id("a"), bloques=told)
    analyses = Seccion(id=Id("b"), bloques=(*told, Inserto(dato="preguntas_por_tema")))
    audiencia = Audiencia(codigo="x", preguntas=PREGUNTAS, acta=Acta(desarrollo=(plain, analyses)))
    assert found(audiencia) == [("acta", "seccion/b", ["30 %"])]
    assert found(replace(audiencia, preguntas=PREGUNTAS[:10])) == [("acta", "seccion/b", ["36 %"]),
                                                                   ("acta", "seccion/b", ["21,4 %"])]  # fmt: skip


def test_what_is_written_of_a_survey_question_is_of_its_answers() -> None:
    survey = Encuesta(preguntas=(replace(GESTION, analisis=(FALSA, Cita(texto="29,8 %"))),))
    assert found(Audiencia(codigo="x", encuestas=(survey,))) == [("encuesta", "clave", ["29.8%"])]
    together = replace(GESTION, analisis=(Parrafo(texto="El 100 % la aprobó; el 70,4 % (19 de 27) con excelente."),))
    assert found(Audiencia(codigo="x", encuestas=(Encuesta(preguntas=(together,)),))) == []
    stale = replace(GESTION, analisis=(Parrafo(texto="El 81,5 % dijo que excelente."),))
    assert found(Audiencia(codigo="x", encuestas=(Encuesta(preguntas=(stale,)),)))[0][2] == ["81,5 %"]


def test_the_close_and_the_sums_of_any_narrative_are_compared() -> None:
    acta = Acta(
        responsabilidad="Se respondieron las 13 preguntas.",
        observaciones_generales=(Parrafo(texto="Votaron 12 de 27 (66,6 %)."),),
        notas=("Nota 9 de la sesión.",),
    )
    told = (Seccion(id=Id("i"), secciones=(Seccion(bloques=(Parrafo(texto="12 de 27 obras (66,6 %)."),)),)),)
    audiencia = Audiencia(codigo="x", preguntas=PREGUNTAS, acta=acta, informacion_divulgada=told)
    assert found(audiencia) == [
        ("acta", "cierre", ["13"]),
        ("acta", "cierre", ["66,6 %"]),
        ("preparacion", "informacion", ["66,6 %"]),
    ]
    assert found(replace(audiencia, acta=replace(acta, estado="aprobada"))) == []
