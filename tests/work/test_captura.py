"""A captured question keeps the line it was read from, who of several asked, and the one it asks again."""

from typing import Any

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.captura import AbiertaRow, leer_textos, llaves_abiertas, ver_abierta
from rcdesk.work.cola import ofrecer
from rcdesk.work.preguntas import anular_pregunta, registrar_pregunta, responder_en_vivo


def let_in(desk: Desk, hearing: str, nombre: str, organizacion: str = "") -> str:
    values: dict[str, Any] = {"nombre": nombre, "organizacion": organizacion}
    return desk.do(registrar_asistente, audiencia_id=hearing, valores=values, hora="08:30", consentimiento="si")


def kept(desk: Desk, key: str) -> dict[str, Any]:
    table = JOURNALED["preguntas"]
    return desk.ask(
        lambda connection: dict(connection.execute(select(table).where(table.c.id == key)).mappings().one())
    )


def ask(desk: Desk, hearing: str, texto: str = "¿Y?", **values: Any) -> dict[str, Any]:
    return kept(desk, desk.do(registrar_pregunta, audiencia_id=hearing, texto=texto, **values))


def test_the_line_is_kept_whole_beside_what_was_asked(desk: Desk, segunda: str) -> None:
    row = ask(desk, segunda, "¿Cuándo?", linea="Ana: ¿Cuándo? #vías", autor="Ana")
    assert (row["texto"], row["linea"]) == ("¿Cuándo?", "Ana: ¿Cuándo? #vías")
    assert ask(desk, segunda)["linea"] is None


def test_a_name_links_the_only_one_who_has_it_in_any_order(desk: Desk, segunda: str) -> None:
    key = let_in(desk, segunda, "Marleny Ocoró", "JAC")
    row = ask(desk, segunda, autor="ocoro  MARLENY")
    assert (row["autor_nombre"], row["autor_asistente"], row["autor_organizacion"]) == ("Marleny Ocoró", key, "JAC")


def test_of_two_with_one_name_only_a_key_says_which(desk: Desk, segunda: str) -> None:
    let_in(desk, segunda, "Ana Gómez", "Veeduría")
    second = let_in(desk, segunda, "Ana Gómez", "Asocomunal")
    row = ask(desk, segunda, autor="Ana Gómez")
    assert (row["autor_nombre"], row["autor_asistente"], row["autor_organizacion"]) == ("Ana Gómez", None, None)
    row = ask(desk, segunda, autor="Ana Gómez", asistente=second)
    assert (row["autor_asistente"], row["autor_organizacion"]) == (second, "Asocomunal")


def test_a_key_of_somebody_else_or_of_nobody_links_nothing(desk: Desk, segunda: str) -> None:
    key = let_in(desk, segunda, "Ana Gómez")
    for asistente in (key, "0190-nobody"):
        row = ask(desk, segunda, autor="Rosa Elvira", asistente=asistente)
        assert (row["autor_nombre"], row["autor_asistente"]) == ("Rosa Elvira", None)


def test_a_question_is_captured_and_grouped_in_one_step(desk: Desk, segunda: str) -> None:
    lead = ask(desk, segunda, "¿Cuándo?")
    row = ask(desk, segunda, "¿Para cuándo?", agrupar_con=lead["id"])
    assert (row["estado"], row["agrupada_en"]) == ("agrupada", lead["numero"])
    desk.undo()
    assert desk.ask(llaves_abiertas, audiencia_id=segunda) == [lead["id"]]


def test_what_asks_a_withdrawn_or_grouped_question_again_is_refused_and_nothing_is_kept(
    desk: Desk, segunda: str
) -> None:
    lead = ask(desk, segunda)
    second = ask(desk, segunda, agrupar_con=lead["id"])
    third = ask(desk, segunda)
    desk.do(anular_pregunta, id=third["id"], motivo="Repetida")
    for key, words in ((second["id"], "ya está agrupada en otra"), (third["id"], "está anulada")):
        with pytest.raises(RuleError, match=words):
            ask(desk, segunda, agrupar_con=key)
    assert ask(desk, segunda)["numero"] == 4


def test_those_that_owe_an_answer_are_known_and_named(desk: Desk, segunda: str) -> None:
    first = ask(desk, segunda, "¿Una?", autor="Eva")["id"]
    ask(desk, segunda, "¿Dos?", agrupar_con=first)
    anonymous = ask(desk, segunda, "¿Tres?", autor="anónimo")["id"]
    desk.do(responder_en_vivo, id=ask(desk, segunda, "¿Cuatro?")["id"])
    open_ones = desk.ask(llaves_abiertas, audiencia_id=segunda)
    assert set(open_ones) == {first, anonymous}
    assert desk.ask(leer_textos, ids=open_ones) == {first: "¿Una?", anonymous: "¿Tres?"}
    assert desk.ask(ver_abierta, id=first) == AbiertaRow(first, "P-001", "Eva")
    assert desk.ask(ver_abierta, id=anonymous) == AbiertaRow(anonymous, "P-003", "")
    assert desk.ask(ver_abierta, id="nobody") is None


def test_the_channel_offered_is_that_of_the_last_question(desk: Desk, segunda: str) -> None:
    assert desk.ask(ofrecer, audiencia_id=segunda).canal == "chat_en_vivo"  # the last of another hearing
    ask(desk, segunda, valores={"canal": "whatsapp"})
    assert desk.ask(ofrecer, audiencia_id=segunda).canal == "whatsapp"
    ask(desk, segunda)
    assert desk.ask(ofrecer, audiencia_id=segunda).canal is None


def test_all_the_drafts_that_a_question_was_are_used_with_it(desk: Desk, segunda: str) -> None:
    for name in ("a", "b", "c"):
        desk.drafts.save(name, "¿Y?")
    ask(desk, segunda, borradores=("a", "b"))
    assert set(desk.drafts.fresh()) == {"c"}


def test_a_name_longer_than_a_field_is_refused(desk: Desk, segunda: str) -> None:
    with pytest.raises(RuleError, match="el límite es"):
        ask(desk, segunda, autor="n" * 100_001)
