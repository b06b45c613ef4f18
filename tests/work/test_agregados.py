"""Who is added after the hearing ended is marked, in every way of adding; once the acta is approved, nobody is."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.documents.acta import acta
from rcdesk.domain.errors import RuleError
from rcdesk.exchange import decode, to_json
from rcdesk.render.text import to_text
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import agregar_persona, marcar_no_aplica
from rcdesk.work.agregados import ver_puerta
from rcdesk.work.asistentes import (
    anular_asistente,
    corregir_asistente,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
)
from rcdesk.work.autorizaciones import revocar_autorizacion
from rcdesk.work.caracterizacion import caracterizar
from rcdesk.work.cierre import reunir_por_id
from rcdesk.work.equipo import agregar_al_equipo, retirar_del_equipo
from rcdesk.work.fusion import fusionar_personas
from rcdesk.work.gather import reunir
from rcdesk.work.hojas import anular_hoja, preparar_hojas
from rcdesk.work.intercambio import Importado, importar
from tests.bases import SEGUNDA


@action("Dar un estado")
def _state(unit: Unit, /, hearing: str, estado: str, acta_: str | None = None) -> None:
    """What ends a hearing and approves its acta, without their own conditions."""
    unit.update("audiencias", hearing, estado=estado)
    if acta_ is not None:
        actas = JOURNALED["actas"].c
        id = unit.connection.scalar(select(actas.id).where(actas.audiencia_id == hearing))
        if id is None:
            unit.insert("actas", [{"audiencia_id": hearing, "orden": "1", "estado": acta_}])
        else:
            unit.update("actas", id, estado=acta_, version=2 if acta_ == "borrador" else 1)


def late(desk: Desk, id: str) -> str | None:
    query = select(JOURNALED["asistentes"].c.agregado).where(JOURNALED["asistentes"].c.id == id)
    return desk.ask(lambda connection: connection.scalar(query))


def known(desk: Desk) -> str:
    return str(desk.ask(lambda connection: connection.scalar(select(JOURNALED["personas"].c.id).limit(1))))


WAYS: dict[str, Callable[[Desk, str, str], Any]] = {
    "a new person": lambda desk, hearing, _: desk.do(
        registrar_asistente, audiencia_id=hearing, valores={"nombre": "Eva"}, hora="09:00"
    ),
    "someone expected": lambda desk, _, expected: desk.do(registrar_llegada, id=expected, hora="09:00"),
    "someone of the directory": lambda desk, hearing, _: desk.do(
        registrar_conocido, audiencia_id=hearing, origen="persona", id=known(desk), hora="09:00"
    ),
    "one of the team": lambda desk, hearing, _: desk.do(agregar_al_equipo, audiencia_id=hearing, nombre="Zoila Rosa"),
}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_is_added_late_says_so_and_is_refused_after_the_approval(desk: Desk, segunda: str, way: str) -> None:
    expected = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Ana"})
    assert late(desk, expected) is None
    desk.do(_state, segunda, "cerrada")
    made = WAYS[way](desk, segunda, expected) or expected
    when = late(desk, made)
    assert when is not None and when.startswith("2026-11-20T")
    desk.undo()
    desk.do(_state, segunda, "cerrada", "aprobada")
    with pytest.raises(RuleError, match=r"está aprobada \(versión 1\) y lo que ella dice ya no cambia"):
        WAYS[way](desk, segunda, expected)
    desk.do(_state, segunda, "en_curso", "borrador")
    assert late(desk, WAYS[way](desk, segunda, expected) or expected) is None


Change = Callable[[Desk, str, str, str, str], Any]
"""Does something to a hearing: its key, those of two people of its list, and that of a sheet."""

FINAL: dict[str, Change] = {
    "join": lambda desk, _h, one, other, _s: desk.do(fusionar_personas, queda=one, sale=other),
    "correct": lambda desk, _h, one, _o, _s: desk.do(corregir_asistente, id=one, valores={"nombre": "Eva"}),
    "withdraw": lambda desk, _h, one, _o, _s: desk.do(anular_asistente, id=one, motivo="Repetida"),
    "characterise": lambda desk, _h, one, _o, _s: desk.do(caracterizar, id=one, campo="genero", dichas=("Femenino",)),
    "prepare sheets": lambda desk, hearing, *_: desk.do(preparar_hojas, audiencia_id=hearing, cuantas=1, renglones=10),
    "withdraw a sheet": lambda desk, _h, _one, _other, sheet: desk.do(anular_hoja, id=sheet),
    "give a role": lambda desk, hearing, *_: desk.do(agregar_al_equipo, audiencia_id=hearing, nombre="Eva Mina"),
    "leave the team": lambda desk, _h, one, _o, _s: desk.do(retirar_del_equipo, id=one),
    "name a guest": lambda desk, hearing, *_: desk.do(
        agregar_persona, audiencia_id=hearing, lista="invitados", valores={"nombre": "Eva"}
    ),
    "nobody was absent": lambda desk, hearing, *_: desk.do(
        marcar_no_aplica, audiencia_id=hearing, lista="ausentes", aplica=False
    ),
}


def test_nothing_of_the_attendance_changes_once_the_acta_is_approved(desk: Desk, segunda: str) -> None:
    one = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Eva Mina"}, consentimiento="si")
    other = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Eva Mína"})
    [sheet] = desk.do(preparar_hojas, audiencia_id=segunda, cuantas=1, renglones=10)
    desk.do(_state, segunda, "cerrada", "publicada")
    for change in FINAL.values():
        with pytest.raises(RuleError, match="aprobada"):
            change(desk, segunda, one, other, sheet)
    found = desk.ask(ver_puerta, audiencia_id=segunda)
    assert found.terminada and found.aprobada
    desk.do(corregir_asistente, id=one, valores={"telefono": "310 555 0101", "correo": "eva@correo.example"})
    desk.do(revocar_autorizacion, id=one, motivo="Por escrito")
    desk.do(_state, segunda, "cerrada", "borrador")
    for change in (FINAL["correct"], FINAL["characterise"], FINAL["withdraw a sheet"], FINAL["withdraw"]):
        change(desk, segunda, one, other, sheet)


def test_the_acta_says_how_many_were_added_and_when(desk: Desk, segunda: str) -> None:
    archivo = desk.ask(reunir_por_id, segunda)
    assert "después de terminada" not in to_text(acta(archivo, archivo.audiencias[0], datos=None))
    desk.do(_state, segunda, "cerrada")
    for name in ("Eva", "Ana"):
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": name}, hora="09:00")
    archivo = desk.ask(reunir_por_id, segunda)
    text = to_text(acta(archivo, archivo.audiencias[0], datos=None))
    assert "2 personas se agregaron al listado después de terminada la audiencia, el " in text


def test_a_file_changes_who_came_only_with_another_version_of_the_acta(desk: Desk, segunda: str) -> None:
    one = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Eva Mina"})
    desk.do(_state, segunda, "cerrada", "aprobada")
    told = json.loads(to_json(desk.ask(reunir)))
    [hearing] = [each for each in told["audiencias"] if each["codigo"] == SEGUNDA]
    [eva] = [each for each in hearing["asistentes"] if each["id"] == one]

    def bring() -> Importado:
        return desk.do(importar, archivo=decode(json.dumps(told).encode(), "x").archivo)

    assert bring() == Importado()
    eva["telefono"] = "310 555 0101"  # no acta says it
    assert bring() == Importado(cambiados=1)
    eva["nombre"] = "Eva Mina Lugo"
    with pytest.raises(RuleError, match=r"está aprobada \(versión 1\)"):
        bring()
    eva["nombre"] = "Eva Mina"
    hearing["asistentes"].append({"nombre": "Otra Persona"})
    with pytest.raises(RuleError, match="versión nueva del acta"):
        bring()
    hearing["acta"] |= {"version": 2, "estado": "borrador"}
    assert bring().nuevos == 1
