"""The reports of the year: what each prints, at which day, and that nothing is capped or left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rcdesk.documents.blocks import Document
from rcdesk.documents.informes.cumplimiento import informe_de_cumplimiento
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.informes.estrategia import informe_de_estrategia
from rcdesk.documents.informes.estrategico import plan_estrategico
from rcdesk.documents.informes.paac import plan_publicado
from rcdesk.domain import registro as r
from rcdesk.domain.seguimiento import plan_al
from rcdesk.render.book import book
from rcdesk.render.docx import to_bytes as to_docx
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.corpus import corpus
from tests.documents import casos_plan
from tests.render.conform import check

MAKERS = {
    "cumplimiento": informe_de_cumplimiento,
    "plan": plan_estrategico,
    "paac": plan_publicado,
    "estrategia": informe_de_estrategia,
}


def datos(plan: r.Plan, corte: date = date(2026, 11, 20), periodo: str | None = None) -> Datos:
    return Datos(casos_plan.todos(), plan_al(plan, corte), corte, periodo)


def words(document: Document) -> str:
    return to_text(document)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("informe_cumplimiento", lambda: informe_de_cumplimiento(datos(casos_plan.de_participacion()))),
        ("informe_estrategico", lambda: plan_estrategico(datos(casos_plan.estrategico()))),
        ("informe_estrategia", lambda: informe_de_estrategia(datos(casos_plan.de_participacion()))),
    ],
)
def test_the_reports_read_as_accepted(name: str, made: object, golden_folder: Path, regolden: bool) -> None:
    assert callable(made)
    text, path = words(made()), golden_folder / f"{name}.txt"
    if regolden:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_a_plan_is_told_as_it_stood_on_the_day_of_the_report() -> None:
    plan = casos_plan.de_participacion()
    told = [words(informe_de_cumplimiento(datos(plan, day))) for day in (date(2026, 4, 1), date(2026, 6, 30))]
    assert "| I cuatrimestre 2026 | 4 | 2 | 50 %\n" in told[0]
    assert "| I cuatrimestre 2026 | 4 | 6 | 150 % | Sin explicación" in told[1]
    assert "Octubre de 2026" not in told[1]


def test_a_period_counts_what_falls_whole_in_it_and_tells_what_does_not() -> None:
    text = words(informe_de_cumplimiento(datos(casos_plan.de_participacion(), periodo="2026-C1")))
    assert "se programaron 8 productos para el primer cuatrimestre de 2026 y se ejecutaron 10" in text
    assert "Lo que se programó para 2026 no se puede repartir" in text
    assert "segundo cuatrimestre" not in text.lower()


def test_a_part_that_is_not_chosen_is_not_printed_and_the_others_are_numbered_again() -> None:
    chosen = replace(datos(casos_plan.de_participacion()), partes=frozenset({"actividades", "lecciones"}))
    text = words(informe_de_cumplimiento(chosen))
    assert "## 1. Cumplimiento por actividad" in text
    assert "## 2. Lecciones aprendidas" in text
    assert "Compromisos recogidos" not in text


def hostile() -> Iterator[r.Plan]:
    """A plan with every text that breaks programs, and one with nothing at all."""
    texts = [bad.text[:400] for bad in corpus("campo")]
    rows = tuple(
        r.Actividad(
            codigo=text[:20],
            nombre=text,
            frecuencia=text,
            responsables=(text,),
            meta=r.Meta(nombre=r.TextoONoAplica(text), valor=r.Cantidad("9" * 40), unidad=text),
            indicador=r.Indicador(nombre=r.TextoONoAplica(text)),
            desde=r.Fecha("2026"),
            hasta=r.Fecha("2026-02"),
            programacion=(
                casos_plan.periodo("2026-02", "0", "3", justificacion=text),
                casos_plan.periodo("2026-S2", None, "45.50", evidencias=(r.Evidencia(texto=text, url=text),)),
            ),
        )
        for text in texts
    )
    yield r.Plan(
        codigo="x",
        nombre=texts[0],
        tipo="otro",
        objetivo=" ".join(texts)[:900],
        retos=tuple(texts),
        componentes=(
            r.Componente(nombre=texts[1], codigo=texts[2], clase="accion", actividades=rows[:3]),
            r.Componente(nombre=texts[1], actividades=rows),
        ),
        compromisos=tuple(r.Compromiso(que_hacer=text, responsables=(text,)) for text in texts[:5]),
        compromisos_por_periodo=(r.CompromisosPorPeriodo(periodo=r.Periodo("2026"), recogidos=1, nota=texts[0]),),
        conclusiones=tuple(texts),
    )
    yield r.Plan(codigo="vacio", nombre="Vacío", tipo="accion")


@pytest.mark.parametrize("name", MAKERS)
def test_each_is_made_of_whatever_a_plan_has(name: str) -> None:
    for plan in hostile():
        document = MAKERS[name](datos(plan))
        assert check(to_bytes(document)) == []
        assert to_docx(document).startswith(b"PK")
        assert not any(str(cell).startswith("=") for sheet in book(document).hojas for cell in sheet.columnas)
