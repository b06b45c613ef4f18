"""A chat that was pasted is kept whole, in order, with one step to undo."""

from time import thread_time

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.tanda import Captura
from rcdesk.work.pregunta import ver_pregunta
from rcdesk.work.preguntas import anular_pregunta, registrar_pregunta
from rcdesk.work.tanda import con_nombre, listar_existentes, registrar_tanda
from tests.people import listar_asistentes
from tests.questions import listar_preguntas


def test_the_lines_are_numbered_in_their_order_after_what_there_was(desk: Desk, segunda: str) -> None:
    first = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿La vía?")
    person = desk.ask(listar_asistentes, audiencia_id=segunda)[0]
    name = "Registrar 4 preguntas del chat"
    keys = desk.do(
        con_nombre(4, "del chat"),
        audiencia_id=segunda,
        capturas=(
            Captura("¿El agua?", person.nombre.upper(), "2026-11-18T16:20:00-05:00", "Agua", linea="Ana: ¿El agua?"),
            Captura("¿Y el agua?", "anónimo", con=0),
            Captura("¿Qué pasa con la vía?", "Nadie Registrado", clave=first),
            Captura("=1+1", canal="correo"),
        ),
        canal="chat_en_vivo",
    )
    rows = desk.ask(listar_preguntas, audiencia_id=segunda)
    assert [row.codigo for row in rows] == ["P-001", "P-002", "P-003", "P-004", "P-005"]
    assert [row.estado for row in rows] == ["recibida", "recibida", "agrupada", "agrupada", "recibida"]
    assert [row.agrupada_en for row in rows] == [None, None, 2, 1, None]
    assert [row.canal for row in rows[1:]] == ["chat_en_vivo", "chat_en_vivo", "chat_en_vivo", "correo"]
    vista = desk.ask(ver_pregunta, id=keys[0])
    assert vista is not None and vista.recibida == "2026-11-18T16:20:00-05:00"
    assert rows[1].autor_nombre == person.nombre
    assert desk.undo_step is not None and desk.undo_step.name == name
    desk.undo()
    assert len(desk.ask(listar_preguntas, audiencia_id=segunda)) == 1


def test_one_line_that_breaks_a_rule_keeps_none(desk: Desk, segunda: str) -> None:
    good, bad = Captura("¿El agua?", "Ana"), Captura("x" * 100_001, "Eva")
    with pytest.raises(RuleError, match="La línea de Eva"):
        desk.do(registrar_tanda, audiencia_id=segunda, capturas=(good, bad))
    assert desk.ask(listar_preguntas, audiencia_id=segunda) == []
    with pytest.raises(RuleError, match="No hay preguntas por guardar"):
        desk.do(registrar_tanda, audiencia_id=segunda, capturas=())


def test_what_comes_is_compared_with_what_stands(desk: Desk, segunda: str) -> None:
    kept = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿La vía?", autor="Ana")
    gone = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿El agua?")
    desk.do(anular_pregunta, id=gone, motivo="Repetida")
    [one] = desk.ask(listar_existentes, audiencia_id=segunda)
    assert (one.clave, one.codigo, one.autor, one.abierta) == (kept, "P-001", "Ana", True)


def test_five_hundred_are_kept_in_a_moment(desk: Desk, segunda: str) -> None:
    many = tuple(Captura(f"¿Cuándo arreglan la calle {n}?", f"Vecina Número {n}") for n in range(500))
    start = thread_time()
    desk.do(registrar_tanda, audiencia_id=segunda, capturas=many, canal="chat_en_vivo")
    print("500:", thread_time() - start)
    assert thread_time() - start < 1.0  # the screen measures what a person feels; this, that it is no square
    assert len(desk.ask(listar_preguntas, audiencia_id=segunda)) == 500
