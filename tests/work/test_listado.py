"""What the list of questions shows: filters that drop nothing under the eyes, turns, words, and counts that agree."""

from collections.abc import Callable
from itertools import count
from typing import Any, Final, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import PASOS, admite
from rcdesk.store.schema import JOURNALED
from rcdesk.work.audiencias import crear_audiencia
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow, contar_preguntas
from rcdesk.work.documentos import cifras
from rcdesk.work.listado import Filtro, clave_de, leer, listar, ver_conjunto
from rcdesk.work.orden_en_cola import mover_en_cola
from rcdesk.work.pregunta import ver_pregunta
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aplazar,
    aprobar,
    asignar,
    declarar_improcedente,
    dejar_pendiente,
    desagrupar,
    reabrir_pregunta,
    registrar_pregunta,
    responder_en_vivo,
    responder_pregunta,
    retener,
    trasladar,
    volver_a_revision,
)
from tests.corpus import corpus
from tests.questions import listar_preguntas


def capture(desk: Desk, audiencia_id: str, *texts: str) -> list[str]:
    return [desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=text) for text in texts]


def listed(desk: Desk, audiencia_id: str, filtro: Filtro = "todas", **how: Any) -> list[PreguntaRow]:
    found = desk.ask(listar, audiencia_id=audiencia_id, filtro=filtro, **how)
    rows = desk.ask(leer, claves=found, conjunto=desk.ask(ver_conjunto, audiencia_id=audiencia_id))
    return [rows[key] for key in found]


def codes(rows: list[PreguntaRow]) -> list[str]:
    return [row.codigo for row in rows]


def turns(desk: Desk, audiencia_id: str) -> list[tuple[str, int]]:
    return [(row.codigo, row.turno) for row in listed(desk, audiencia_id, "en_cola")]


def counts(desk: Desk, audiencia_id: str) -> ConteoDePreguntas:
    return desk.ask(contar_preguntas, audiencia_id=audiencia_id)


def test_each_filter_lets_its_own_through(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, *(f"¿{n}?" for n in range(8)))
    desk.do(aprobar, id=keys[1])
    desk.do(responder_en_vivo, id=keys[2])
    desk.do(responder_pregunta, id=keys[3], texto="Sí.")
    desk.do(agrupar, id=keys[4], principal=keys[1])
    desk.do(declarar_improcedente, id=keys[5], razon="Es de la nación")
    desk.do(anular_pregunta, id=keys[6], motivo="Repetida")
    desk.do(retener, id=keys[7])
    expected: dict[Filtro, list[int]] = {
        "todas": list(range(8)),
        "por_moderar": [0],
        "en_cola": [1],
        "pendientes": [0, 1, 7],
        "falta_redactar": [2],
        "respondidas": [2, 3],
        "agrupadas": [4],
        "no_proceden": [5],
        "anuladas": [6],
    }
    assert set(expected) == set(get_args(Filtro))
    for filtro, places in expected.items():
        assert [row.id for row in listed(desk, segunda, filtro)] == [keys[n] for n in places], filtro
    told = counts(desk, segunda)
    assert (told.por_moderar, told.respondidas) == (len(expected["por_moderar"]), len(expected["respondidas"]))
    assert [row.juntas for row in listed(desk, segunda, "en_cola")] == [1]


def test_what_the_filter_drops_stays_where_it_was_until_the_person_filters_again(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, "¿a?", "¿b?", "¿c?", "¿d?")
    before = desk.ask(listar, audiencia_id=segunda, filtro="pendientes")
    desk.do(responder_en_vivo, id=keys[0])
    desk.do(responder_en_vivo, id=keys[2])
    capture(desk, segunda, "¿e?")
    stays = listed(desk, segunda, "pendientes", estaban=before)
    assert codes(stays) == ["P-001", "P-002", "P-003", "P-004", "P-005"]
    assert codes(listed(desk, segunda, "pendientes")) == ["P-002", "P-004", "P-005"]


def test_a_capture_taken_back_never_stays(desk: Desk, segunda: str) -> None:
    capture(desk, segunda, "¿a?", "¿b?")
    before = desk.ask(listar, audiencia_id=segunda, filtro="todas")
    desk.undo()
    assert codes(listed(desk, segunda, "todas", estaban=before)) == ["P-001"]
    other = listed(desk, segunda, "respondidas", estaban=before)
    assert codes(other) == ["P-001"]


def test_the_queue_is_in_turns_and_one_answered_stays_in_its_place_of_the_list(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, "¿a?", "¿b?", "¿c?")
    for key in (keys[2], keys[0], keys[1]):
        desk.do(aprobar, id=key)
    assert turns(desk, segunda) == [("P-003", 1), ("P-001", 2), ("P-002", 3)]
    before = desk.ask(listar, audiencia_id=segunda, filtro="en_cola")
    desk.do(responder_en_vivo, id=keys[0])
    stays = listed(desk, segunda, "en_cola", estaban=before)
    assert [(row.codigo, row.turno) for row in stays] == [("P-003", 1), ("P-001", 0), ("P-002", 2)]
    desk.do(reabrir_pregunta, id=keys[0])  # it was approved: it waits again, behind the others
    assert turns(desk, segunda) == [("P-003", 1), ("P-002", 2), ("P-001", 3)]
    desk.do(aplazar, id=keys[2])
    assert turns(desk, segunda) == [("P-002", 1), ("P-001", 2), ("P-003", 3)]
    desk.do(volver_a_revision, id=keys[1])
    assert turns(desk, segunda) == [("P-001", 1), ("P-003", 2)]
    assert [row.turno for row in listed(desk, segunda)] == [1, 0, 2]


def test_a_question_moves_in_the_queue_and_stops_at_its_ends(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, "¿a?", "¿b?", "¿c?", "¿d?")
    for key in keys:
        desk.do(aprobar, id=key)
    assert desk.do(mover_en_cola, id=keys[3], lugares=-1) == 3
    assert [code for code, _ in turns(desk, segunda)] == ["P-001", "P-002", "P-004", "P-003"]
    assert desk.do(mover_en_cola, id=keys[3], lugares=-9) == 1
    assert desk.do(mover_en_cola, id=keys[0], lugares=9) == 4
    assert [code for code, _ in turns(desk, segunda)] == ["P-004", "P-002", "P-003", "P-001"]
    before = dump(desk)
    assert desk.do(mover_en_cola, id=keys[3], lugares=-1) == 1
    assert dump(desk) == before
    desk.undo()
    assert [code for code, _ in turns(desk, segunda)] == ["P-004", "P-001", "P-002", "P-003"]
    desk.do(responder_en_vivo, id=keys[1])
    with pytest.raises(RuleError, match="no está en la cola"):
        desk.do(mover_en_cola, id=keys[1], lugares=1)


def test_a_move_writes_one_row_however_often_it_is_made(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, *(f"¿{n}?" for n in range(6)))
    for key in keys:
        desk.do(aprobar, id=key)
    written = []
    for turn in range(60):  # always into the same gap: now and then there is no room, and all are spread again
        before = dict(places(desk, segunda))
        desk.do(mover_en_cola, id=keys[(turn * 5) % 6], lugares=(-1, 1)[turn % 2])
        after = dict(places(desk, segunda))
        written.append(sum(before[key] != after[key] for key in keys))
    assert sorted(written)[len(written) // 2] <= 1
    assert len({place for _, place in places(desk, segunda)}) == 6


def dump(desk: Desk) -> list[tuple[Any, ...]]:
    """Every question of the base, whole."""
    return [tuple(row) for row in desk.ask(lambda c: c.execute(JOURNALED["preguntas"].select()).all())]


def places(desk: Desk, audiencia_id: str) -> list[tuple[str, int | None]]:
    table = JOURNALED["preguntas"]
    rows = desk.ask(lambda c: c.execute(table.select().where(table.c.audiencia_id == audiencia_id)).all())
    return [(row.id, row.orden_en_cola) for row in rows]


def test_approved_elsewhere_without_a_place_it_comes_last_and_can_be_moved(desk: Desk, primera: str) -> None:
    keys = capture(desk, primera, "¿a?", "¿b?")
    for key in keys:
        desk.do(aprobar, id=key)
    table = JOURNALED["preguntas"]
    from rcdesk.store.unit import Unit
    from rcdesk.work import action

    @action("Traer")
    def bring(unit: Unit) -> None:
        unit.update(table, keys[0], orden_en_cola=None)

    desk.do(bring)
    assert [row.id for row in listed(desk, primera, "en_cola")] == [keys[1], keys[0]]
    assert desk.do(mover_en_cola, id=keys[0], lugares=-1) == 1
    assert [row.id for row in listed(desk, primera, "en_cola")] == keys


WORDS: Final[tuple[tuple[str, list[int]], ...]] = (
    ("alumbrado", [1]),
    ("ALUMBRÁDO", [1]),
    ("lumbra", [1]),
    ("via señora", [2]),
    ("senora", [2]),
    ("Rosalba", [1]),
    ("vías rurales", [3]),
    ("marzo", [3]),
    ("P-002", [2]),
    ("p3", [3]),
    ("2", [2, 4]),
    ("zzz", []),
    ("%", []),
    ("   ", [1, 2, 3, 4]),
)


@pytest.mark.parametrize(("words", "found"), WORDS)
def test_questions_are_found_by_text_author_topic_answer_and_code(
    desk: Desk, segunda: str, words: str, found: list[int]
) -> None:
    desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Y el alumbrado?", autor="Rosalba Ocampo")
    desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿La vía, señora?")
    other = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo?", valores={"tema": "Vías rurales"})
    desk.do(responder_pregunta, id=other, texto="En marzo.")
    desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Los 2 contratos?")
    assert [row.numero for row in listed(desk, segunda, buscado=words)] == found


def test_words_and_filter_are_asked_together(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, "¿El alumbrado?", "¿Más alumbrado?", "¿Otra?")
    for key in reversed(keys):
        desk.do(aprobar, id=key)
    desk.do(responder_en_vivo, id=keys[2])
    assert codes(listed(desk, segunda, "en_cola", buscado="alumbrado")) == ["P-002", "P-001"]
    assert codes(listed(desk, segunda, "respondidas", buscado="alumbrado")) == []


def test_nothing_that_is_typed_breaks_the_search(desk: Desk, segunda: str) -> None:
    capture(desk, segunda, "¿La vía 4-72?", "juan@cali.gov.co pregunta", "80% _ \\ listo", "W" * 10_000)
    for _, _, text in corpus("buscar", "campo"):
        listed(desk, segunda, buscado=text)
    found = {text: codes(listed(desk, segunda, buscado=text)) for text in ("vía 4-72", "juan@cali.gov.co", '"', "*")}
    assert list(found.values()) == [["P-001"], ["P-002"], [], []]


def test_the_key_of_a_question_in_the_list_is_found_by_its_id(desk: Desk, segunda: str) -> None:
    keys = capture(desk, segunda, "¿a?", "¿b?")
    found = desk.ask(listar, audiencia_id=segunda, filtro="todas")
    assert [desk.ask(clave_de, id=key) for key in keys] == list(found)
    assert desk.ask(clave_de, id="no está") is None


def test_a_reason_is_kept_letter_by_letter_or_refused_in_words(desk: Desk, segunda: str) -> None:
    [key] = capture(desk, segunda, "¿a?")
    for code, _, text in corpus("campo"):
        try:
            desk.do(declarar_improcedente, id=key, razon=text)
        except RuleError as error:
            assert error.field == "observacion", code
            assert code in ("F14", "F23"), (code, str(error))
            continue
        vista = desk.ask(ver_pregunta, id=key)
        assert vista is not None
        if text.isprintable() and text.isascii():
            assert vista.observacion == text, code
        assert vista.observacion


STEPS: Final[dict[str, Callable[[Desk, str, str], object]]] = {
    "asignar": lambda desk, key, _: desk.do(asignar, id=key, dependencia="Obras"),
    "aplazar": lambda desk, key, _: desk.do(aplazar, id=key),
    "dejar_pendiente": lambda desk, key, _: desk.do(dejar_pendiente, id=key),
    "trasladar": lambda desk, key, _: desk.do(trasladar, id=key, entidad="Gobernación", fecha="2026-11-23"),
    "responder": lambda desk, key, _: desk.do(responder_pregunta, id=key, texto="Sí."),
    "responder_en_vivo": lambda desk, key, _: desk.do(responder_en_vivo, id=key),
    "declarar_improcedente": lambda desk, key, _: desk.do(declarar_improcedente, id=key, razon="=1+1 <b>"),
    "agrupar": lambda desk, key, other: desk.do(agrupar, id=key, principal=other),
    "desagrupar": lambda desk, key, _: desk.do(desagrupar, id=key),
    "reabrir": lambda desk, key, _: desk.do(reabrir_pregunta, id=key),
    "aprobar": lambda desk, key, _: desk.do(aprobar, id=key),
    "retener": lambda desk, key, _: desk.do(retener, id=key),
    "volver_a_revision": lambda desk, key, _: desk.do(volver_a_revision, id=key),
    "anular": lambda desk, key, _: desk.do(anular_pregunta, id=key, motivo="Repetida"),
    "subir": lambda desk, key, _: desk.do(mover_en_cola, id=key, lugares=-1),
    "deshacer": lambda desk, _key, _: desk.undo(),
    "rehacer": lambda desk, _key, _: desk.redo(),
}
_number = count(1)


@given(steps=st.lists(st.tuples(st.sampled_from(["capturar", *STEPS]), st.integers(0, 5), st.integers(0, 5))))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_the_counts_agree_and_numbers_have_no_gaps(
    desk: Desk, steps: list[tuple[str, int, int]]
) -> None:
    codigo = f"azar-{next(_number)}"
    hearing = desk.do(crear_audiencia, valores={"codigo": codigo, "nombre": "Al azar", "fecha": "2026-11-20"})
    start, first = dump(desk), desk.undo_step
    capture(desk, hearing, "¿Una?", "¿Otra?")
    for name, one, other in steps:
        rows = desk.ask(listar_preguntas, audiencia_id=hearing)
        if name == "capturar":
            capture(desk, hearing, "¿Más?")
        elif name in ("deshacer", "rehacer"):
            if name == "rehacer" or len(rows) > 1:
                STEPS[name](desk, "", "")
        elif rows:
            take(desk, name, rows[one % len(rows)], rows[other % len(rows)])
        agree(desk, hearing, codigo)
    while desk.undo_step != first:
        desk.undo()
    assert dump(desk) == start


def take(desk: Desk, name: str, row: PreguntaRow, other: PreguntaRow) -> None:
    """Take a step; the table says whether it is refused, and where it leads."""
    try:
        STEPS[name](desk, row.id, other.id)
    except RuleError:
        after = desk.ask(ver_pregunta, id=row.id)
        assert after is not None
        assert (after.estado, after.moderacion) == (row.estado, row.moderacion)
        return
    after = desk.ask(ver_pregunta, id=row.id)
    assert after is not None
    if name in PASOS:
        assert row.anulada is None
        assert admite(row.estado, name)  # type: ignore[arg-type]
        assert after.estado == PASOS[name].hacia  # type: ignore[index]
    else:
        assert after.estado == row.estado


def agree(desk: Desk, hearing: str, codigo: str) -> None:
    """The counts of the screen are those of the figures, and those of the rows themselves."""
    told, rows = counts(desk, hearing), desk.ask(listar_preguntas, audiencia_id=hearing)
    assert told.preguntas == told.unicas + told.agrupadas + told.no_proceden
    assert [row.numero for row in rows] == list(range(1, len(rows) + 1))
    standing = [row for row in rows if row.anulada is None]
    assert (told.preguntas, told.anuladas) == (len(standing), len(rows) - len(standing))
    tree: dict[str, Any] = dict(desk.ask(cifras, codigo=codigo))
    [figures] = tree["audiencias"].values()
    for name in ("unicas", "agrupadas", "no_proceden", "respondidas", "pendientes", "trasladadas", "falta_redactar"):
        assert getattr(told, name) == figures[name], name
    assert told.preguntas == figures["preguntas"]
    waiting = listed(desk, hearing, "en_cola")
    assert told.en_cola == len(waiting)
    assert [row.turno for row in waiting] == list(range(1, len(waiting) + 1))
    assert {row.id for row in waiting} == {row.id for row in rows if row.espera}
    found = dict(places(desk, hearing))
    assert all(row.espera == (found[row.id] is not None) for row in rows)
