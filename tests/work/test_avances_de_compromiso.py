"""A commitment is followed for a year: append-only, with the same answer for the row, the list and any past day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.seguimiento import estado_al, lampara
from rcdesk.exchange import read, to_json
from rcdesk.store.evidence import store_evidence
from rcdesk.store.files import write_atomic
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.archivos import acompanar, listar_adjuntos, preparar
from rcdesk.work.avances_de_compromiso import (
    cambiar_estado_de_compromiso,
    cambiar_responsables,
    clasificar_compromiso,
    correr_fecha,
    crear_compromiso_de_plan,
    registrar_avance_de_compromiso,
    retirar_avance_de_compromiso,
    trasladar_compromiso,
)
from rcdesk.work.compromisos import corregir_compromiso
from rcdesk.work.compromisos_al_corte import agrupar, listar_compromisos_al
from rcdesk.work.estados_al_corte import CompromisoAlRow, estado_de_uno, estados_al
from rcdesk.work.evidencias import tomar
from rcdesk.work.gather import reunir, reunir_registro
from rcdesk.work.intercambio import importar
from rcdesk.work.planes import listar_planes
from rcdesk.work.ver_compromiso import CompromisoVista, ver_compromiso
from tests.bases import PRIMERA, copied, open_desk
from tests.work.conftest import hearing
from tests.work.follow_actions import promised

HOY = date(2026, 11, 20)
_C = JOURNALED["compromisos"].c


@pytest.fixture
def fourth(desk: Desk) -> str:
    """The commitment of the first hearing that goes on: 30 % in July, 60 % in October."""
    return promised(desk, {PRIMERA: hearing(desk, PRIMERA)})


def stored(desk: Desk, id: str) -> str:
    return str(desk.ask(lambda connection: connection.scalar(select(_C.estado).where(_C.id == id))))


def at(desk: Desk, id: str, day: date = HOY) -> CompromisoAlRow:
    found = desk.ask(estado_de_uno, id=id, corte=day)
    assert found is not None
    return found


def whole(desk: Desk, id: str, day: date = HOY) -> CompromisoVista:
    found = desk.ask(ver_compromiso, id=id, corte=day, carpeta=desk.folder)
    assert found is not None
    return found


def test_a_commitment_is_followed_and_each_past_day_is_told_as_it_was(desk: Desk, fourth: str) -> None:
    days = [date(2026, 4, 14) + timedelta(days=11 * step) for step in range(20)]
    before = [desk.ask(estado_de_uno, id=fourth, corte=day) for day in days]
    desk.do(correr_fecha, id=fourth, valores={"corte": "2026-11-20", "nueva_fecha": "2026-12-15", "texto": "Pruebas"})
    desk.do(cambiar_responsables, id=fourth, valores={"corte": "2026-11-20", "responsables": ("Sistemas",)})
    desk.do(
        registrar_avance_de_compromiso,
        id=fourth,
        valores={"corte": "2026-11-20", "avance": "85", "texto": "En revisión."},
    )
    assert stored(desk, fourth) == at(desk, fourth).estado == "en_curso"
    said = desk.do(cambiar_estado_de_compromiso, id=fourth, estado="cumplido", valores={"corte": "2026-11-20"})
    assert stored(desk, fourth) == "cumplido"
    shown = whole(desk, fourth)
    assert (shown.al.fecha, shown.al.responsables, shown.al.avance) == ("2026-12-15", ("Sistemas",), "100")
    assert (shown.fecha_original, shown.corrimientos, len(shown.dichos)) == ("2026-11-30", 1, 6)
    assert [percent for _, percent in shown.curva] == ["30", "60", "85", "100"]
    desk.do(retirar_avance_de_compromiso, id=said, motivo="Falta publicarlo")
    assert (stored(desk, fourth), at(desk, fourth).avance) == ("en_curso", "85")
    assert whole(desk, fourth).dichos[0].retirado == "Falta publicarlo"
    assert [desk.ask(estado_de_uno, id=fourth, corte=day) for day in days] == before


def test_what_was_whole_and_is_opened_again_says_how_far_it_really_goes(desk: Desk, fourth: str) -> None:
    desk.do(cambiar_estado_de_compromiso, id=fourth, estado="cumplido", valores={"corte": "2026-11-20"})
    again = {"corte": "2026-11-20", "texto": "No se publicó"}
    with pytest.raises(RuleError, match="en cuánto queda") as refused:
        desk.do(cambiar_estado_de_compromiso, id=fourth, estado="en_curso", valores=again)
    assert refused.value.field == "avance"
    desk.do(cambiar_estado_de_compromiso, id=fourth, estado="en_curso", valores=again | {"avance": "70"})
    assert (stored(desk, fourth), at(desk, fourth).avance) == ("en_curso", "70")


def test_the_days_that_it_is_late_are_told_one_by_one_while_they_are_few(desk: Desk, fourth: str) -> None:
    moved = {"corte": "2026-08-20", "nueva_fecha": "2026-11-11", "texto": "Dos pruebas más"}
    desk.do(correr_fecha, id=fourth, valores=moved)
    late = whole(desk, fourth).retraso
    assert late is not None
    assert [day.day for day in late.cuentan] == [12, 13, 17, 18, 19, 20]
    assert [day.day for day in late.feriados] == [16]
    assert len(late.cuentan) == -(at(desk, fourth).dias or 0)
    assert whole(desk, fourth, date(2026, 11, 11)).retraso is None


def test_what_is_said_late_counts_on_its_day_and_the_last_day_still_rules(desk: Desk, fourth: str) -> None:
    desk.do(registrar_avance_de_compromiso, id=fourth, valores={"corte": "2026-08-03", "avance": "45"})
    assert at(desk, fourth, date(2026, 8, 2)).avance == "30"
    assert at(desk, fourth, date(2026, 8, 3)).avance == "45"
    assert at(desk, fourth).avance == "60"


@action("Traer con otro estado")
def silent(unit: Unit, *, id: str, estado: str) -> None:
    """Write a state that no advance tells, as an import brings it."""
    unit.update("compromisos", id, estado=estado)


def test_a_state_that_is_corrected_in_the_acta_counts_from_today(desk: Desk, fourth: str) -> None:
    before = at(desk, fourth, date(2026, 11, 19))
    desk.do(corregir_compromiso, id=fourth, valores={"estado": "incumplido"})
    assert (stored(desk, fourth), at(desk, fourth).estado) == ("incumplido", "incumplido")
    assert at(desk, fourth, date(2026, 11, 19)) == before


def test_a_state_that_no_advance_tells_is_told_before_one_more_would_change_the_past(desk: Desk, fourth: str) -> None:
    desk.do(silent, id=fourth, estado="incumplido")
    before = at(desk, fourth, date(2026, 11, 1))
    desk.do(cambiar_estado_de_compromiso, id=fourth, estado="en_curso", valores={"corte": "2026-11-20", "texto": "Sí"})
    assert (before.estado, at(desk, fourth, date(2026, 11, 1)), stored(desk, fourth)) == (
        "incumplido",
        before,
        "en_curso",
    )


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"corte": "2026-11-20"}, "texto"),
    ({"corte": "", "texto": "Va"}, "corte"),
    ({"corte": "2026-11-21", "texto": "Va"}, "corte"),
    ({"corte": "2026-04-14", "texto": "Va"}, "corte"),
    ({"corte": "2026-02-31", "texto": "Va"}, "corte"),
    ({"corte": "2026-11-20", "avance": "50"}, "texto"),
    ({"corte": "2026-11-20", "avance": "101"}, "avance"),
    ({"corte": "2026-11-20", "avance": "-1"}, "avance"),
    ({"corte": "2026-11-20", "avance": "mucho"}, "avance"),
]


def test_what_cannot_be_is_refused_beside_its_field_and_nothing_changes(desk: Desk, fourth: str) -> None:
    before = whole(desk, fourth)
    for values, field in REFUSED:
        with pytest.raises(RuleError) as refusal:
            desk.do(registrar_avance_de_compromiso, id=fourth, valores=values)
        assert refusal.value.field == field, values
    day: dict[str, object] = {"corte": "2026-11-20"}
    for run, field in (
        (lambda: desk.do(correr_fecha, id=fourth, valores=day | {"nueva_fecha": "2026-12-15"}), "texto"),
        (lambda: desk.do(correr_fecha, id=fourth, valores=day | {"texto": "Sí"}), "nueva_fecha"),
        (lambda: desk.do(correr_fecha, id=fourth, valores=day | {"nueva_fecha": "2026-01-01"}), "nueva_fecha"),
        (lambda: desk.do(correr_fecha, id=fourth, valores=day | {"nueva_fecha": "2026-11-30"}), "nueva_fecha"),
        (lambda: desk.do(cambiar_responsables, id=fourth, valores=day), "responsables"),
        (lambda: desk.do(cambiar_estado_de_compromiso, id=fourth, estado="incumplido", valores=day), "texto"),
        (lambda: desk.do(cambiar_estado_de_compromiso, id=fourth, estado="cancelado", valores=day), "texto"),
        (lambda: desk.do(trasladar_compromiso, id=fourth, entidad=" ", fecha="2026-11-20"), "entidad_competente"),
        (lambda: desk.do(trasladar_compromiso, id=fourth, entidad="Otra", fecha="2027-01-01"), "fecha_traslado"),
    ):
        with pytest.raises(RuleError) as refusal:
            run()
        assert refusal.value.field == field
    assert whole(desk, fourth) == before


def test_an_approved_acta_stays_as_it_is_while_its_commitments_go_on(sealed: Desk) -> None:
    fourth = promised(sealed, {PRIMERA: hearing(sealed, PRIMERA)})
    assert whole(sealed, fourth).acta_aprobada
    sealed.do(correr_fecha, id=fourth, valores={"corte": "2026-11-20", "nueva_fecha": "2026-12-15", "texto": "Pruebas"})
    sealed.do(trasladar_compromiso, id=fourth, entidad="Gobernación", fecha="2026-11-20")
    assert at(sealed, fourth).lampara == "trasladado"
    sealed.do(clasificar_compromiso, id=fourth, alcance="a_cargo")  # a mistake: it is ours
    assert at(sealed, fourth).lampara == "en_avance"
    with pytest.raises(RuleError, match="Trasladar"):
        sealed.do(clasificar_compromiso, id=fourth, alcance="no_a_cargo")


def test_evidence_goes_with_the_advance_and_one_that_is_not_there_is_told(
    desk: Desk, fourth: str, tmp_path: Path
) -> None:
    paper = tmp_path / "Informe de pruebas.pdf"
    paper.write_bytes(b"%PDF-1.7 informe")
    kept = tomar(desk.folder, paper, desk.ask(listar_adjuntos), carpeta="evidencias")
    proofs = (
        r.Evidencia(texto="Informe", archivo=r.Ruta(kept.ruta)),
        r.Evidencia(url="https://www.valle-sereno.gov.co", consultada=r.Fecha("2026-11-20"), paginas="2-4"),
    )
    desk.do(
        registrar_avance_de_compromiso,
        id=fourth,
        valores={"corte": "2026-11-20", "evidencias": proofs},
        adjuntos=(kept,),
    )
    file, link, *_ = whole(desk, fourth).evidencias
    assert (file.octetos, kept.ruta) == (16, "evidencias/informe-de-pruebas.pdf")
    assert (link.ruta, link.consultada, link.paginas) == (None, "2026-11-20", "2-4")
    other = carried(desk, tmp_path)
    try:
        again = promised(other, {PRIMERA: hearing(other, PRIMERA)})
        brought = whole(other, again).evidencias
        assert [(one.archivo, one.url, one.octetos) for one in brought][:2] == [
            (file.archivo, None, 16),
            (None, link.url, 0),
        ]
    finally:
        other.close()
    assert file.ruta is not None
    file.ruta.unlink()
    assert whole(desk, fourth).evidencias[0].ruta is None


def carried(desk: Desk, folder: Path) -> Desk:
    """A desk over another base, with what this one exports, its files beside it."""
    out = folder / "salida" / "base.json"
    out.parent.mkdir()
    archivo = desk.ask(reunir)
    out.write_bytes(to_json(archivo))
    desk.ask(acompanar, archivo, evidencias=desk.folder, junto_a=out, escribir=write_atomic)
    other = open_desk(folder / "Otra.rcdesk")
    ready = preparar(read(out), out, lambda path: store_evidence(other.folder, path))
    other.do(importar, archivo=ready.archivo, adjuntos=ready.adjuntos)
    return other


def test_the_list_counts_what_its_filters_let_through_and_groups_it(desk: Desk) -> None:
    view = desk.ask(listar_compromisos_al, corte=HOY)
    assert view.todos == view.cifras.total == len(view.filas) == sum(view.cifras.por_lampara.values())
    late = desk.ask(listar_compromisos_al, corte=HOY, filtro="vencido")
    assert len(late.filas) == view.cifras.por_lampara["vencido"] > 0
    assert late.cifras == view.cifras
    assert [row.lampara for row in view.filas][: len(late.filas)] == ["vencido"] * len(late.filas)
    offices = agrupar(view.filas, "dependencia")
    assert sum(group.cifras.total for group in offices) == view.cifras.total
    name = next(group.nombre for group in offices if group.cifras.abiertos)
    assert desk.ask(listar_compromisos_al, corte=HOY, dependencia=name).cifras == offices[0].cifras
    [found] = desk.ask(listar_compromisos_al, corte=HOY, texto="subtitulos vivo").filas
    assert (found.codigo, found.procedencia) == ("5", PRIMERA)
    assert desk.ask(listar_compromisos_al, corte=date(2025, 1, 1)).cifras.promedio is None
    assert {row.id: row.estado for row in view.filas} == {row.id: stored(desk, row.id) for row in view.filas}


def test_a_commitment_of_a_table_needs_its_day_and_has_the_next_number(desk: Desk) -> None:
    plan = desk.ask(listar_planes)[0].id
    with pytest.raises(RuleError, match="cuándo"):
        desk.do(crear_compromiso_de_plan, plan_id=plan, valores={"que_hacer": "Visitar"})
    made = desk.do(crear_compromiso_de_plan, plan_id=plan, valores={"que_hacer": "Visitar", "adquirido": "2026-08-04"})
    assert desk.ask(estado_de_uno, id=made, corte=date(2026, 8, 3)) is None
    assert (at(desk, made).estado, at(desk, made).origen) == ("pendiente", "mesa")


@action("Sembrar")
def sow(unit: Unit, *, audiencia_id: str, compromiso: r.Compromiso) -> str:
    """Write a commitment as an import brings it."""
    fields = ("que_hacer", "estado", "alcance", "responsables", "fecha", "adquirido", "fecha_traslado")
    row = {name: getattr(compromiso, name) for name in fields}
    [key] = unit.insert("compromisos", [row | {"audiencia_id": audiencia_id, "orden": "9"}])
    said = ("corte", "avance", "texto", "estado", "nueva_fecha", "responsables")
    unit.insert(
        "seguimientos",
        [
            {name: getattr(uno, name) for name in said} | {"compromiso_id": key, "orden": str(place)}
            for place, uno in enumerate(compromiso.seguimientos, 1)
        ],
    )
    return key


_DAYS = st.integers(0, 400).map(lambda n: (date(2026, 1, 1) + timedelta(n)).isoformat())
_FECHAS = st.one_of(_DAYS, _DAYS.map(lambda day: day[:7]), st.just("2026")).map(r.Fecha)
_ESTADOS = st.sampled_from([None, "pendiente", "en_curso", "cumplido", "incumplido", "cancelado"])
_SAID = st.builds(
    r.Seguimiento,
    corte=st.none() | _FECHAS,
    avance=st.none() | st.integers(0, 130).map(lambda n: r.Cantidad(str(n))),
    texto=st.none() | st.sampled_from(["Va", "Falta  el visto bueno", " 2026-01-01 a x "]),
    estado=_ESTADOS,
    nueva_fecha=st.none() | _FECHAS.map(r.FechaONoAplica) | st.just(r.FechaONoAplica("N.A.")),
    responsables=st.sampled_from([(), ("Obras",), ("Salud", "Ana «la» Ñáñez")]),
)
_PROMISED = st.builds(
    r.Compromiso,
    que_hacer=st.just("Reponer"),
    estado=_ESTADOS,
    alcance=st.sampled_from([None, "a_cargo", "no_a_cargo"]),
    responsables=st.sampled_from([(), ("Gobierno",)]),
    fecha=st.none() | _FECHAS.map(r.FechaONoAplica),
    adquirido=st.none() | _FECHAS,
    fecha_traslado=st.none() | _FECHAS,
    seguimientos=st.lists(_SAID, max_size=6).map(tuple),
)


@pytest.fixture(scope="module")
def shared(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on which examples of one test add up."""
    opened = open_desk(copied(example, tmp_path_factory.mktemp("sembrada") / "Base.rcdesk"))
    yield opened
    opened.close()


_DONE = st.lists(
    st.tuples(
        st.sampled_from(["avance", "cumplido", "incumplido", "en_curso", "fecha", "retirar", "acta", "trasladar"]),
        st.integers(0, 219).map(lambda n: (date(2026, 4, 15) + timedelta(n)).isoformat()),
        st.integers(0, 100).map(str),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=20, deadline=None)
@given(_PROMISED, _DONE)
def test_whatever_is_done_the_row_says_the_state_of_today_and_no_earlier_day_changes(
    shared: Desk, compromiso: r.Compromiso, done: list[tuple[str, str, str]]
) -> None:
    made = replace(compromiso, seguimientos=(), adquirido=None, fecha_traslado=None)
    key = shared.do(sow, audiencia_id=hearing(shared, PRIMERA), compromiso=made)
    for what, day, percent in done:
        before = shared.ask(estado_de_uno, id=key, corte=date.fromisoformat(day) - timedelta(1))
        try:
            follow(shared, key, what, day, percent)
        except RuleError:
            continue
        if what in ("avance", "cumplido", "incumplido", "en_curso", "fecha", "trasladar"):
            earlier = shared.ask(estado_de_uno, id=key, corte=date.fromisoformat(day) - timedelta(1))
            assert (earlier and told(earlier)) == (before and told(before)), what
        assert stored(shared, key) == at(shared, key).estado, what


def told(row: CompromisoAlRow) -> tuple[object, ...]:
    """What a past day says of a commitment; it was not handed over before it was."""
    return row.estado, row.avance, row.fecha, row.responsables


def follow(desk: Desk, key: str, what: str, day: str, percent: str) -> None:
    """Do one thing to a commitment."""
    values: dict[str, object] = {"corte": day, "texto": "Así fue"}
    match what:
        case "avance":
            desk.do(registrar_avance_de_compromiso, id=key, valores=values | {"avance": percent})
        case "cumplido" | "incumplido" | "en_curso":
            desk.do(cambiar_estado_de_compromiso, id=key, estado=what, valores=values)
        case "fecha":
            desk.do(correr_fecha, id=key, valores=values | {"nueva_fecha": "2026-12-31"})
        case "retirar":
            said = whole(desk, key).dichos
            desk.do(
                retirar_avance_de_compromiso, id=said[0].id if said else "", motivo="Era de otro"
            )  # refused if there is none
        case "acta":
            desk.do(corregir_compromiso, id=key, valores={"estado": "en_curso"})
        case _:
            desk.do(trasladar_compromiso, id=key, entidad="Gobernación", fecha=day, motivo="Es suya")


@settings(max_examples=40, deadline=None)
@given(_PROMISED, _DAYS)
def test_the_base_tells_each_day_as_the_records_do(shared: Desk, compromiso: r.Compromiso, day: str) -> None:
    key = shared.do(sow, audiencia_id=hearing(shared, PRIMERA), compromiso=compromiso)
    record = shared.ask(reunir_registro, "compromisos", key)
    for corte in (date.fromisoformat(day), HOY):
        told = estado_al(record, corte, adquirido=r.Fecha("2026-04-15"))
        found = shared.ask(estado_de_uno, id=key, corte=corte)
        every = {row.id: row for row in shared.ask(estados_al, corte=corte)}
        assert every.get(key) == found
        if told is None:
            assert found is None
            continue
        assert found is not None
        same = (found.estado, found.avance, found.fecha, found.responsables, found.trasladado)
        assert same == (told.estado, told.avance, told.fecha, told.responsables, told.trasladado)
        assert found.lampara == lampara(told, corte)
