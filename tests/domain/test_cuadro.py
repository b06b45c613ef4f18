"""A plan as a sheet: what goes out comes back the same, what was edited is told, and any matrix is understood."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.documents.cuadro import planilla_de_cuadro
from rcdesk.documents.planilla import Planilla, escrita
from rcdesk.domain import registro as r
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.cuadro.columnas import COMPROMISOS
from rcdesk.domain.cuadro.cotejo import Renglon, conocida
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.domain.cuadro.plan import PRINCIPAL, columnas_de, conocidas_de, revisar
from rcdesk.domain.forma_de_hoja import Forma
from rcdesk.exchange.read import read
from tests.exchange.golden import NAMES, golden

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(lambda text: text.strip()),
    st.sampled_from(
        ["=1+1", "-", "007", "4.10", 'Ñandú «x» "y"', "una\nlínea; y otra / más", "N.A.", "45%", "x" * 40_000]
    ),
)
DATES = st.sampled_from(["2026", "2026-05", "2026-05-31", "2024-02-29", "1990-01-01"])
FIGURES = st.sampled_from(["0", "4", "4.10", "-3.5", "89.35", "13200000", "12345678901234567.25"])


def quantities(**given_: Any) -> st.SearchStrategy[r.Programacion]:
    return st.builds(r.Programacion, programado=st.none() | FIGURES, ejecutado=st.none() | FIGURES, **given_)


ROWS = st.builds(
    r.Actividad,
    codigo=st.none() | WORDS,
    nombre=st.none() | WORDS,
    tipo=st.none() | st.sampled_from(["informacion", "dialogo", "otra"]),
    responsables=st.lists(WORDS, max_size=3).map(tuple),
    desde=st.none() | DATES,
    hasta=st.none() | DATES,
    fechas=st.lists(DATES, max_size=3).map(tuple),
    unidad=st.none() | st.sampled_from(["porcentaje", "talleres"]),
    meta=st.none()
    | st.builds(
        r.Meta,
        nombre=st.none() | WORDS,
        valor=st.none() | FIGURES,
        unidad=st.none() | st.sampled_from(["porcentaje", "informes"]),
    ),
    indicador=st.none() | st.builds(r.Indicador, nombre=st.none() | WORDS),
    programacion=st.lists(
        quantities(periodo=st.sampled_from(["2026", "2026-S1", "2026-C2", "2026-T3", "2026-11"])),
        max_size=3,
        unique_by=lambda one: one.periodo,
    ).map(tuple),
)


@st.composite
def plans(draw: st.DrawFn) -> r.Plan:
    stages = []
    for _ in range(draw(st.integers(0, 2))):
        rows = draw(st.lists(ROWS, max_size=3))
        stages.append(r.Componente(nombre=draw(WORDS), actividades=tuple(rows)))
    plan = r.Plan(codigo="p", nombre="Plan", tipo="paac", vigencia=2026, componentes=tuple(stages))
    return with_keys(replace(plan, tipo="estrategico") if draw(st.booleans()) else plan)


def with_keys(plan: r.Plan) -> r.Plan:
    """The plan with a key in each row, as the base has them."""
    return replace(
        plan,
        componentes=tuple(
            replace(
                stage,
                actividades=tuple(
                    replace(row, id=r.Id(f"{number}-{place}")) for place, row in enumerate(stage.actividades)
                ),
            )
            for number, stage in enumerate(plan.componentes)
        ),
    )


def cuadro(plan: r.Plan) -> Cuadro:
    columnas = columnas_de(plan)
    return Cuadro(plan.nombre, columnas, conocidas_de(plan, columnas), PRINCIPAL, revisar, plan.vigencia)


def sheet(plan: r.Plan) -> Planilla:
    own = cuadro(plan)
    return planilla_de_cuadro(own.titulo, own.columnas, own.conocidas)


def as_read(*rows: tuple[Any, ...], forma: Forma | None = None) -> Tabla:
    """The table that reading those rows gives: days as a spreadsheet gives them."""
    lines = tuple(
        Fila(number, tuple(cell.isoformat() if isinstance(cell, date) else escrita(cell) for cell in row))
        for number, row in enumerate(rows, 1)
        if any(cell != "" for cell in row)
    )
    return Tabla("p.xlsx", lines, len(lines), datetime(2026, 11, 28, tzinfo=UTC), dibujo=forma or Forma())


def compared(own: Cuadro, tabla: Tabla) -> tuple[Renglon, ...]:
    return own.cotejar(tabla, own.como_se_lee(tabla))


@settings(max_examples=40, deadline=None)
@given(plans())
def test_what_goes_out_and_comes_back_changes_nothing(plan: r.Plan) -> None:
    made = sheet(plan)
    found = compared(cuadro(plan), as_read(made.columnas, *made.filas))
    assert [one for one in found if one.suerte != "igual"] == []
    assert len(found) == len(made.filas)


PLANS = [name for name in NAMES if name != "cali_2021"]  # which is of a hearing


@pytest.mark.parametrize("name", PLANS)
def test_the_plans_of_real_entities_come_back_the_same_and_are_read_whole_as_any_matrix(name: str) -> None:
    for plan in read(golden(name)).archivo.planes:
        made = sheet(with_keys(plan))
        found = compared(cuadro(with_keys(plan)), as_read(made.columnas, *made.filas))
        assert [one for one in found if one.suerte != "igual"] == []
        shown = [row[:-2] for row in (made.columnas, *made.filas)]  # without what tells that it is ours
        fresh = compared(replace(cuadro(plan), conocidas=()), as_read(*shown))
        assert [one.suerte for one in fresh] == ["nueva"] * len(made.filas)


PLAN = r.Plan(
    codigo="estrategia",
    nombre="Estrategia",
    tipo="estrategia_rdc",
    vigencia=2026,
    componentes=(
        r.Componente(
            nombre="Preparación",
            actividades=(
                r.Actividad(id=r.Id("a"), codigo="1.1", nombre="Convocar a las mesas", responsables=("Planeación",)),
                r.Actividad(id=r.Id("b"), codigo="1.2", nombre="Publicar el informe", fechas=(r.Fecha("2026-03-15"),)),
            ),
        ),
    ),
)


def edited(changes: dict[tuple[int, str], Any], *more: tuple[Any, ...]) -> Tabla:
    """The sheet of the plan with some cells written again (row from 0, heading), and rows added."""
    made = sheet(PLAN)
    rows = [list(row) for row in made.filas]
    for (row, title), cell in changes.items():
        rows[row][made.columnas.index(title)] = cell
    return as_read(made.columnas, *map(tuple, rows), *more)


def test_each_row_says_what_it_would_change_from_what_to_what() -> None:
    width = len(sheet(PLAN).columnas)
    fresh = ("", "Ejecución", "Taller de rendición", *("" for _ in range(width - 3)))
    table = edited(
        {
            (0, "Responsables"): "Planeación\nHacienda",
            (0, "Hasta"): date(2026, 4, 1),
            (1, "Retirar (escriba el motivo)"): "No va",
        },
        fresh,
    )
    first, second, third = compared(cuadro(PLAN), table)
    assert [(one.titulo, one.antes, one.despues) for one in first.cambios] == [
        ("Responsables", "Planeación", "Planeación\nHacienda"),
        ("Hasta", "", "01/abr/2026"),
    ]
    assert (first.suerte, first.id, first.seen) == ("cambia", "a", {"responsables": ("Planeación",), "hasta": None})
    assert (second.suerte, second.motivo) == ("retira", "No va")
    assert (third.suerte, third.titulo, third.entra) == ("nueva", "Taller de rendición", True)


def test_what_was_changed_here_meanwhile_stays_unless_the_file_changed_it_too() -> None:
    stage = PLAN.componentes[0]
    moved = replace(stage.actividades[0], nombre="Convocar a todos", responsables=("Alcaldía",))
    now = replace(PLAN, componentes=(replace(stage, actividades=(moved, stage.actividades[1])),))
    found = compared(cuadro(now), edited({(0, "Actividad"): "Convocar por radio"}))
    assert [(one.campo, one.antes, one.despues, bool(one.aviso)) for one in found[0].cambios] == [
        ("nombre", "Convocar a todos", "Convocar por radio", True)
    ]
    assert not found[0].entra
    assert found[0].avisos == ("Queda lo que cambió aquí después de llevarla: responsables.",)
    assert found[1].suerte == "igual"


@pytest.mark.parametrize(
    ("title", "cell", "campo", "words"),
    [
        ("Desde", "31/02/2026", "desde", "«31/02/2026» no es una fecha"),
        ("Desde", "03/25/2026", "desde", "«03/25/2026» no es una fecha"),
        ("Cuánto", "cuatro", "meta_valor", "«cuatro» no es un número"),
        ("Tipo", "fiesta", "tipo", "«fiesta» no es una de: información, diálogo"),
        ("Actividad", "", "nombre", "La fila no dice la actividad."),
        ("Código", "x" * 100_001, "codigo", "El texto tiene"),
    ],
)
def test_a_cell_that_is_not_understood_keeps_its_row_out_and_says_why(
    title: str, cell: str, campo: str, words: str
) -> None:
    row = compared(cuadro(PLAN), edited({(0, title): cell}))[0]
    assert (row.suerte, row.campo) == ("no_entra", campo)
    assert row.motivo.startswith(words)


def test_months_reversed_are_refused_beside_their_cell() -> None:
    row = compared(cuadro(PLAN), edited({(0, "Desde"): "2026-09", (0, "Hasta"): date(2026, 4, 1)}))[0]
    assert (row.suerte, row.campo, row.motivo) == (
        "no_entra",
        "hasta",
        "La actividad termina (01/abr/2026) antes de empezar (sep/2026).",
    )


def test_a_copied_row_and_two_codes_alike_are_told() -> None:
    made = sheet(PLAN)
    rows = compared(cuadro(PLAN), as_read(made.columnas, made.filas[0], made.filas[0]))
    assert [(one.suerte, one.id) for one in rows] == [("igual", "a"), ("nueva", "")]
    assert rows[1].avisos == ("El código 1.1 está en 2 filas.", "Es copia de la fila 2: entra como nueva.")


MATRIX = (
    ("ALCALDÍA DE VALLE SERENO", "", "", "", "", ""),
    ("Subcomponente", "Actividades", "Meta o producto", "Indicador", "Responsable", "Fecha programada"),
    ("Información", "Publicar el informe", "4", "Informes publicados", "Planeación / Prensa", "15/03/2026"),
    ("", "", "", "", "", "15/06/2026"),
    ("", "Actualizar la página", "100%", "Página al día", "Prensa", "Julio - diciembre"),
    ("Diálogo", "Audiencia", "1", "", "Alcalde\nPlaneación", "25/11/2026 y 26/11/2026"),
    ("", "Oculta", "", "", "", ""),
    ("Subcomponente 3. Incentivos", "", "", "", "", ""),
    ("", "Concurso", "tres colegios", "", "", "octubre"),
)
DRAWN = Forma(
    combinadas=(((1, 0), (1, 5)), ((3, 0), (5, 0)), ((3, 1), (4, 1)), ((6, 0), (7, 0)), ((8, 0), (8, 5))),
    filas_ocultas=frozenset({7}),
)


def test_a_matrix_of_any_entity_is_understood_with_its_merged_cells_and_its_dates() -> None:
    empty = replace(PLAN, componentes=())
    found = compared(cuadro(empty), as_read(*MATRIX, forma=DRAWN))
    told = [{one.campo: one.valor for one in row.cambios} for row in found]
    assert told == [
        {
            "etapa": "Información",
            "nombre": "Publicar el informe",
            "responsables": ("Planeación", "Prensa"),
            "fechas": ("2026-03-15", "2026-06-15"),
            "meta_valor": "4",
            "indicador_nombre": "Informes publicados",
        },
        {
            "etapa": "Información",
            "nombre": "Actualizar la página",
            "responsables": ("Prensa",),
            "desde": "2026-07",
            "hasta": "2026-12",
            "meta_valor": "100",
            "meta_unidad": "porcentaje",
            "indicador_nombre": "Página al día",
        },
        {
            "etapa": "Diálogo",
            "nombre": "Audiencia",
            "responsables": ("Alcalde", "Planeación"),
            "fechas": ("2026-11-25", "2026-11-26"),
            "meta_valor": "1",
        },
        {
            "etapa": "Subcomponente 3. Incentivos",
            "nombre": "Concurso",
            "fechas": ("2026-10",),
            "meta_nombre": "tres colegios",
        },
    ]


def test_what_is_hidden_comes_only_when_the_person_says_so() -> None:
    own, table = cuadro(replace(PLAN, componentes=())), as_read(*MATRIX, forma=DRAWN)
    how = replace(own.como_se_lee(table), ocultas=True)
    assert "Oculta" in [row.titulo for row in own.cotejar(table, how)]


def test_a_paste_without_headings_is_read_by_place_and_known_rows_are_found_by_what_they_say() -> None:
    table = as_read(("1.2", "", "", "", "", "Prensa"), ("", "", "Convocar a las mesas", "", "cada mes"))
    rows = compared(cuadro(PLAN), table)
    assert [(row.suerte, row.id, [one.campo for one in row.cambios]) for row in rows] == [
        ("cambia", "b", ["responsables"]),
        ("cambia", "a", ["frecuencia"]),
    ]


PROMISES = st.fixed_dictionaries(
    {
        "codigo": st.none() | WORDS,
        "procedencia": WORDS,
        "que_hacer": WORDS,
        "alcance": st.sampled_from([None, "a_cargo", "no_a_cargo"]),
        "responsables": st.lists(WORDS, max_size=3).map(tuple),
        "dependencia": st.none() | WORDS,
        "adquirido": st.none() | DATES,
        "fecha": st.none() | DATES | st.just("N.A."),
        "estado": st.sampled_from(["pendiente", "en_curso", "cumplido", "incumplido", "cancelado"]),
        "avance": st.none() | st.sampled_from(["0", "45", "45.50", "100", "33.3333333333333333333"]),
        "corte": st.none() | DATES,
        "texto": st.none() | WORDS,
        "evidencia": st.none() | WORDS,
        "enlace": st.none() | WORDS,
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PROMISES, max_size=4))
def test_commitments_that_go_out_and_come_back_change_nothing(promises: list[dict[str, Any]]) -> None:
    rows = tuple(conocida(str(place), one, COMPROMISOS, frozenset()) for place, one in enumerate(promises))
    own = Cuadro("Compromisos", COMPROMISOS, rows, "que_hacer", lambda *_: None, 2026)
    made = planilla_de_cuadro(own.titulo, own.columnas, rows)
    assert [one.suerte for one in compared(own, as_read(made.columnas, *made.filas))] == ["igual"] * len(promises)


def test_a_narrow_paste_without_headings_is_read_by_what_its_cells_are() -> None:
    own = cuadro(replace(PLAN, componentes=()))
    names = as_read(("Taller de rendición",), ("Feria de la transparencia",))
    assert own.como_se_lee(names).campos == ("nombre",)
    three = as_read(
        ("Taller de rendición", date(2026, 5, 3), "1.1"), ("Feria de la transparencia", "junio de 2026", "1.2")
    )
    assert own.como_se_lee(three).campos == ("nombre", "fechas", "codigo")
