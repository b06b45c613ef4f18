"""What is sent to the room, and that nothing else can ever be read there."""

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.proyeccion import MOSTRABLES
from rcdesk.domain.registro.preguntas import EstadoPregunta, Moderacion
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.cola import contar_preguntas
from rcdesk.work.pantalla import PantallaView, ver_pantalla
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aprobar,
    corregir_pregunta,
    declarar_improcedente,
    registrar_pregunta,
    responder_en_vivo,
)
from rcdesk.work.proyeccion import (
    apagar_pantalla,
    avisar_a_la_tarima,
    mostrar_lamina,
    mostrar_mensaje,
    mostrar_pregunta,
    mostrar_siguiente,
    poner_cintillo,
    preparar_siguiente,
    quitar_aviso,
    quitar_cintillo,
)


@action("Forzar")
def _force(unit: Unit, *, table: str, id: str, values: dict[str, Any]) -> None:
    """Leave a row as no action would."""
    unit.update(table, id, **values)


@action("Forzar proyección")
def _send(unit: Unit, *, row: dict[str, Any]) -> None:
    """Send what no action would."""
    unit.insert("proyecciones", [row])


def ask(desk: Desk, hearing: str, texto: str = "¿Cuándo arreglan la vía?", autor: str = "Eva", **known: object) -> str:
    return desk.do(registrar_pregunta, audiencia_id=hearing, texto=texto, autor=autor, valores=known)


def approved(desk: Desk, hearing: str, texto: str = "¿Cuándo arreglan la vía?", **known: Any) -> str:
    key = ask(desk, hearing, texto, **known)
    desk.do(aprobar, id=key)
    return key


def view(desk: Desk, hearing: str) -> PantallaView:
    return desk.ask(ver_pantalla, audiencia_id=hearing)


def everything(shown: PantallaView) -> str:
    return repr(shown)


def test_nothing_is_shown_until_something_is_sent(desk: Desk, segunda: str) -> None:
    shown = view(desk, segunda)
    assert (shown.tipo, shown.pregunta, shown.siguiente) == ("nada", None, None)
    assert (shown.entidad, shown.audiencia) != ("", "")


def test_an_approved_question_is_shown_and_only_the_last_one(desk: Desk, segunda: str) -> None:
    first, second = approved(desk, segunda), approved(desk, segunda, "¿Y el puente?")
    desk.do(mostrar_pregunta, id=first)
    desk.do(mostrar_pregunta, id=second)
    shown = view(desk, segunda).pregunta
    assert shown is not None
    assert (shown.codigo, shown.texto, shown.quien) == ("P-002", "¿Y el puente?", "Eva")
    desk.undo()
    assert getattr(view(desk, segunda).pregunta, "id", None) == first


def test_when_it_was_shown_is_kept(desk: Desk, segunda: str) -> None:
    desk.do(mostrar_pregunta, id=approved(desk, segunda))
    table = JOURNALED["proyecciones"].c
    rows = desk.ask(lambda connection: connection.execute(select(table.papel, table.tipo, table.cuando)).all())
    assert [tuple(row) for row in rows] == [("pantalla", "pregunta", "2026-11-20T10:41:07-05:00")]


def test_showing_what_is_shown_already_sends_nothing(desk: Desk, segunda: str) -> None:
    key = approved(desk, segunda)
    desk.do(mostrar_pregunta, id=key)
    step = desk.undo_step
    desk.do(mostrar_pregunta, id=key)
    assert desk.undo_step is step


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (lambda *_: None, "no está aprobada"),
        (lambda desk, key: desk.do(anular_pregunta, id=key, motivo="x"), "está anulada"),
        (lambda desk, key: desk.do(declarar_improcedente, id=key, razon="x"), "no procede"),
    ],
)
def test_what_the_room_may_not_read_is_refused_in_words(
    desk: Desk, segunda: str, after: Callable[[Desk, str], object], why: str
) -> None:
    key = ask(desk, segunda)
    after(desk, key)
    for put in (mostrar_pregunta, preparar_siguiente):
        with pytest.raises(RuleError, match=why):
            desk.do(put, id=key)
    assert view(desk, segunda).tipo == "nada"


def test_a_grouped_question_is_refused_and_counts_among_those_of_its_lead(desk: Desk, segunda: str) -> None:
    lead, other = approved(desk, segunda), approved(desk, segunda, "¿La vía, cuándo?")
    desk.do(agrupar, id=other, principal=lead)
    with pytest.raises(RuleError, match="muestre la P-001"):
        desk.do(mostrar_pregunta, id=other)
    desk.do(mostrar_pregunta, id=lead)
    assert getattr(view(desk, segunda).pregunta, "quien", "") == "Eva y 1 persona más"


@pytest.mark.parametrize(
    "after",
    [
        lambda desk, key: desk.do(anular_pregunta, id=key, motivo="x"),
        lambda desk, key: desk.do(declarar_improcedente, id=key, razon="x"),
        lambda desk, key: desk.do(_force, table="preguntas", id=key, values={"moderacion": "retenida"}),
    ],
)
def test_a_question_withdrawn_while_it_is_shown_leaves_the_screen(
    desk: Desk, segunda: str, after: Callable[[Desk, str], object]
) -> None:
    key = approved(desk, segunda, "¿Y el <secreto>?")
    desk.do(mostrar_pregunta, id=key)
    desk.do(preparar_siguiente, id=key)
    after(desk, key)
    shown = view(desk, segunda)
    assert (shown.tipo, shown.pregunta, shown.siguiente) == ("nada", None, None)
    assert "secreto" not in everything(shown)


def test_the_edited_wording_is_shown_at_once(desk: Desk, segunda: str) -> None:
    key = approved(desk, segunda)
    desk.do(mostrar_pregunta, id=key)
    desk.do(corregir_pregunta, id=key, valores={"texto_editado": "¿Para cuándo queda la vía?"})
    assert getattr(view(desk, segunda).pregunta, "texto", "") == "¿Para cuándo queda la vía?"


def test_an_answered_question_may_still_be_read(desk: Desk, segunda: str) -> None:
    key = approved(desk, segunda)
    desk.do(mostrar_pregunta, id=key)
    desk.do(responder_en_vivo, id=key)
    assert view(desk, segunda).tipo == "pregunta"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.sampled_from([None, *get_args(EstadoPregunta)]),
    st.sampled_from([None, *get_args(Moderacion)]),
    st.sampled_from([None, "Repetida"]),
    st.sampled_from(["pantalla", "siguiente", "cintillo", "tarima"]),
)
def test_whatever_was_sent_only_approved_standing_text_comes_out(
    desk: Desk,
    segunda: str,
    estado: EstadoPregunta | None,
    moderacion: Moderacion | None,
    anulada: str | None,
    papel: str,
) -> None:
    key = ask(desk, segunda, "¿Y el <secreto>?", autor="Zutana Zafra")
    values = {"estado": estado, "moderacion": moderacion, "anulada_motivo": anulada}
    row = {"audiencia_id": segunda, "papel": papel, "tipo": "pregunta", "pregunta": key, "orden": f"z{key}"}
    desk.do(_force, table="preguntas", id=key, values=values)
    desk.do(_send, row={**row, "cuando": "2026-11-20T15:41:07Z"})
    shown = view(desk, segunda)
    may = moderacion == "aprobada" and anulada is None and (estado or "recibida") in MOSTRABLES
    asked = getattr(shown.pregunta if papel == "pantalla" else shown.siguiente, "id", None)
    if papel in ("pantalla", "siguiente"):
        assert (asked == key) == may
    assert may or not any(word in everything(shown) for word in ("secreto", "Zutana"))
    desk.do(_force, table="preguntas", id=key, values={"anulada_motivo": "Ya se miró"})


def test_a_question_of_another_hearing_never_comes_out(desk: Desk, primera: str, segunda: str) -> None:
    key = approved(desk, primera, "¿La de <allá>?")
    row = {"audiencia_id": segunda, "papel": "pantalla", "tipo": "pregunta", "pregunta": key, "orden": "z"}
    desk.do(_send, row={**row, "cuando": "2026-11-20T15:41:07Z"})
    assert view(desk, segunda).pregunta is None


def test_no_document_telephone_or_e_mail_is_ever_shown(desk: Desk, segunda: str) -> None:
    person: dict[str, object] = {"nombre": "Ana Ruiz", "documento_tipo": "CC", "documento_numero": "654321"}
    desk.do(registrar_asistente, audiencia_id=segunda, valores=person)
    text = "Soy Ana, 654321, cédula 31445207, 310 555 01 23, ana@correo.co: ¿y la vía de 7 km en 2026?"
    key = approved(desk, segunda, text, autor="Ana 3105550123", tema="Vías 654321", dependencia="a@b.co")
    desk.do(mostrar_pregunta, id=key)
    said = everything(view(desk, segunda))
    for secret in ("654321", "31445207", "555", "correo.co", "a@b.co"):
        assert secret not in said.replace(segunda, "").replace(key, "")
    assert "7 km en 2026" in said


def test_a_name_is_told_unless_its_owner_refused(desk: Desk, segunda: str) -> None:
    person: dict[str, object] = {"nombre": "Ana Ruiz Peña", "organizacion": "JAC Sur"}
    who = desk.do(registrar_asistente, audiencia_id=segunda, valores=person, consentimiento="no")
    key = approved(desk, segunda, autor="Ana Ruiz Peña", autor_organizacion="JAC Sur", tema="Vías")
    desk.do(mostrar_pregunta, id=key)
    shown = view(desk, segunda).pregunta
    assert shown is not None
    assert (shown.quien, shown.de) == ("Ciudadano/a", "Vías")
    desk.do(_force, table="asistentes", id=who, values={"autorizacion_otorgada": True})
    shown = view(desk, segunda).pregunta
    assert shown is not None
    assert (shown.quien, shown.de) == ("Ana Ruiz Peña", "JAC Sur  ·  Vías")
    desk.do(_force, table="preguntas", id=key, values={"autor_autoriza_publicar_nombre": False})
    assert getattr(view(desk, segunda).pregunta, "quien", "") == "Ciudadano/a"
    desk.do(_force, table="preguntas", id=key, values={"anonima": True})
    assert getattr(view(desk, segunda).pregunta, "quien", "") == "Anónimo"


def test_the_next_one_is_the_first_of_the_queue_unless_another_is_staged(desk: Desk, segunda: str) -> None:
    first, second, third = (approved(desk, segunda, f"¿{n}?") for n in range(3))
    desk.do(_force, table="preguntas", id=third, values={"orden_en_cola": 1})
    assert getattr(view(desk, segunda).siguiente, "id", None) == third
    assert not view(desk, segunda).preparada
    desk.do(preparar_siguiente, id=second)
    shown = view(desk, segunda)
    assert (getattr(shown.siguiente, "id", None), shown.preparada) == (second, True)
    desk.do(mostrar_siguiente, audiencia_id=segunda)
    shown = view(desk, segunda)
    assert getattr(shown.pregunta, "id", None) == second
    assert (getattr(shown.siguiente, "id", None), shown.preparada) == (third, False)
    desk.undo()
    assert getattr(view(desk, segunda).siguiente, "id", None) == second
    desk.do(mostrar_pregunta, id=first)
    assert getattr(view(desk, segunda).siguiente, "id", None) == second


def test_pushing_again_and_again_goes_through_the_queue_although_nothing_is_answered(desk: Desk, segunda: str) -> None:
    keys = [approved(desk, segunda, f"¿{n}?") for n in range(3)]
    shown = []
    for _ in range(4):
        desk.do(mostrar_siguiente, audiencia_id=segunda)
        shown.append(getattr(view(desk, segunda).pregunta, "id", None))
    assert shown == [*keys, keys[0]]


def test_without_a_next_one_it_says_what_to_do(desk: Desk, segunda: str) -> None:
    ask(desk, segunda)
    with pytest.raises(RuleError, match="apruebe una"):
        desk.do(mostrar_siguiente, audiencia_id=segunda)


def test_a_message_the_counts_and_the_logos_take_the_screen_in_turn(desk: Desk, segunda: str) -> None:
    desk.do(mostrar_pregunta, id=approved(desk, segunda))
    desk.do(mostrar_mensaje, audiencia_id=segunda, texto=" <b>Receso</b> de 10 minutos ")
    shown = view(desk, segunda)
    assert (shown.tipo, shown.mensaje, shown.pregunta) == ("mensaje", "<b>Receso</b> de 10 minutos", None)
    desk.do(mostrar_lamina, audiencia_id=segunda, lamina="cifras")
    shown, counts = view(desk, segunda), desk.ask(contar_preguntas, audiencia_id=segunda)
    assert (shown.tipo, shown.mensaje) == ("cifras", "")
    assert (shown.recibidas, shown.respondidas) == (counts.preguntas, counts.respondidas) == (1, 0)
    desk.do(mostrar_lamina, audiencia_id=segunda, lamina="logos")
    assert view(desk, segunda).tipo == "logos"


def test_blanking_leaves_it_dark_and_one_undo_brings_all_back(desk: Desk, segunda: str) -> None:
    desk.do(mostrar_pregunta, id=approved(desk, segunda))
    desk.do(poner_cintillo, audiencia_id=segunda, nombre="Nubia Arboleda", entidad="Secretaría de Gobierno")
    before = view(desk, segunda)
    assert before.cintillo is not None
    assert (before.cintillo.nombre, before.cintillo.entidad) == ("Nubia Arboleda", "Secretaría de Gobierno")
    desk.do(apagar_pantalla, audiencia_id=segunda)
    shown = view(desk, segunda)
    assert (shown.tipo, shown.cintillo) == ("nada", None)
    desk.undo()
    assert view(desk, segunda) == before
    desk.do(quitar_cintillo, audiencia_id=segunda)
    assert (view(desk, segunda).tipo, view(desk, segunda).cintillo) == ("pregunta", None)


def test_the_stage_is_told_apart_from_the_room(desk: Desk, segunda: str) -> None:
    desk.do(avisar_a_la_tarima, audiencia_id=segunda, texto="Más despacio, por la intérprete")
    shown = view(desk, segunda)
    assert (shown.tipo, shown.aviso) == ("nada", "Más despacio, por la intérprete")
    desk.do(quitar_aviso, audiencia_id=segunda)
    assert view(desk, segunda).aviso == ""


@pytest.mark.parametrize("take", [quitar_cintillo, quitar_aviso, apagar_pantalla, mostrar_siguiente])
def test_what_is_taken_away_or_pushed_comes_back_with_undo_and_goes_with_redo(
    desk: Desk, segunda: str, take: Any
) -> None:
    desk.do(mostrar_pregunta, id=approved(desk, segunda))
    desk.do(preparar_siguiente, id=approved(desk, segunda, "¿Y el puente?"))
    desk.do(poner_cintillo, audiencia_id=segunda, nombre="Nubia")
    desk.do(avisar_a_la_tarima, audiencia_id=segunda, texto="Cierre")
    before = view(desk, segunda)
    desk.do(take, audiencia_id=segunda)
    after = view(desk, segunda)
    assert after != before
    desk.undo()
    assert view(desk, segunda) == before
    desk.redo()
    assert view(desk, segunda) == after
