"""An organisation counts once however it was written, the same number in the screens, the figures and the acta."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.app.desk import Desk
from rcdesk.documents.acta import acta
from rcdesk.domain.cifras.audiencia import cifras_de_personas
from rcdesk.domain.errors import RuleError
from rcdesk.domain.organizaciones import Catalogo, forma
from rcdesk.domain.organizaciones_parecidas import parecidas
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Organizacion
from rcdesk.render.text import to_text
from rcdesk.work.asistentes import contar_asistentes, registrar_asistente, ver_asistente
from rcdesk.work.cierre import reunir_por_id
from rcdesk.work.organizaciones import (
    listar_organizaciones,
    ofrecer_organizaciones,
    organizaciones_representadas,
    separar_organizaciones,
    unir_organizaciones,
)

JARDIN, JUNTA = "JAC El Jardín", "Junta de Acción Comunal El Jardin"


def person(desk: Desk, hearing: str, nombre: str, organizacion: str | None, hora: str = "09:00") -> str:
    values = {"nombre": nombre, "organizacion": organizacion}
    return desk.do(registrar_asistente, audiencia_id=hearing, valores=values, hora=hora)


def counted(desk: Desk, hearing: str) -> list[tuple[str, int]]:
    return [(one.nombre, one.personas) for one in desk.ask(organizaciones_representadas, audiencia_id=hearing)]


def printed(desk: Desk, hearing: str, *, public: bool = False) -> str:
    archivo = desk.ask(reunir_por_id, hearing)
    archivo = version_publica(archivo) if public else archivo
    return to_text(acta(archivo, archivo.audiencias[0], datos=None))


def test_two_names_of_one_organisation_are_proposed_joined_by_the_person_and_counted_as_one(
    desk: Desk, segunda: str
) -> None:
    ids = [person(desk, segunda, f"Eva {n}", name) for n, name in enumerate((JARDIN, "jac el jardin", JUNTA))]
    person(desk, segunda, "Ana", "Ciudadana")
    person(desk, segunda, "Luz", "JAC El Portal")
    assert counted(desk, segunda) == [(JARDIN, 2), ("JAC El Portal", 1), (JUNTA, 1)]
    rows = {row.nombre: row for row in desk.ask(listar_organizaciones, audiencia_id=segunda)}
    assert rows[JARDIN].parecidas == (JUNTA,) and rows["JAC El Portal"].parecidas == ()
    desk.do(unir_organizaciones, nombre=JARDIN, otras=(JUNTA,))
    assert counted(desk, segunda) == [(JARDIN, 3), ("JAC El Portal", 1)]
    kept = desk.ask(ver_asistente, id=ids[2])
    assert kept is not None and kept.organizacion == JUNTA  # as it was written
    [offer] = [row for row in desk.ask(ofrecer_organizaciones, audiencia_id=segunda) if "Jard" in row.nombre]
    assert offer.nombre == JARDIN and JUNTA in offer.busca
    archivo = desk.ask(reunir_por_id, segunda)
    assert cifras_de_personas(archivo.audiencias[0], archivo.organizaciones)["organizaciones"] == 2
    text = printed(desk, segunda)
    assert f"{JARDIN} | 3" in text and "JAC El Portal | 1" in text and f"{JUNTA} |" not in text
    desk.do(separar_organizaciones, nombre=JARDIN, otras=("junta de accion comunal el jardin",))
    assert counted(desk, segunda)[0] == (JARDIN, 2)
    with pytest.raises(RuleError, match="no tiene esos otros nombres"):
        desk.do(separar_organizaciones, nombre=JARDIN, otras=(JUNTA,))
    with pytest.raises(RuleError, match="dos organizaciones distintas"):
        desk.do(unir_organizaciones, nombre=JARDIN, otras=("J.A.C. EL JARDIN",))


def test_joining_two_that_were_joined_before_keeps_every_other_name(desk: Desk, segunda: str) -> None:
    desk.do(unir_organizaciones, nombre="A", otras=("a uno", "a dos"))
    desk.do(unir_organizaciones, nombre="B", otras=("b uno",))
    desk.do(unir_organizaciones, nombre="b uno", otras=("A",))
    for number, name in enumerate(("A", "a uno", "a dos", "B", "b uno")):
        person(desk, segunda, f"Eva {number}", name)
    assert counted(desk, segunda) == [("b uno", 5)]
    desk.undo()
    assert desk.undo_step is not None


def test_a_name_of_a_person_written_as_organisation_is_in_no_public_figure(desk: Desk, segunda: str) -> None:
    person(desk, segunda, "Rosalba Ocampo Vélez", "ROSALBA OCAMPO VELEZ")
    person(desk, segunda, "Pedro Pablo Chará", JUNTA)
    desk.do(unir_organizaciones, nombre=JARDIN, otras=(JUNTA,))
    public = printed(desk, segunda, public=True)
    assert "Rosalba" not in public and "OCAMPO" not in public and f"{JARDIN} | 1" in public
    archivo = version_publica(desk.ask(reunir_por_id, segunda))
    assert archivo.organizaciones == () and version_publica(archivo) == archivo
    assert "ROSALBA OCAMPO VELEZ | 1" in printed(desk, segunda)


NAMES = st.sampled_from(["A", "a", "Á", "B", "b.", "C", "Ciudadano", None, "n.a."])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "09:00"])), max_size=8), st.data())
def test_the_live_count_is_what_the_gathered_file_gives(
    desk: Desk, segunda: str, people: list[tuple[str | None, str]], data: st.DataObject
) -> None:
    for number, (name, hour) in enumerate(people):
        person(desk, segunda, f"Persona {number}", name, hour)
    if data.draw(st.booleans()):
        desk.do(unir_organizaciones, nombre="A", otras=(data.draw(st.sampled_from(["B", "C", "b."])),))
    archivo = desk.ask(reunir_por_id, segunda)
    figures: Any = cifras_de_personas(archivo.audiencias[0], archivo.organizaciones)
    live = desk.ask(contar_asistentes, audiencia_id=segunda).organizaciones
    assert figures.get("organizaciones", 0) == len(counted(desk, segunda)) == live


def test_what_an_organisation_is_tells_two_apart_and_its_short_form_does_not() -> None:
    names = ["U. del Litoral", "Universidad del Litoral", "Asociación Nuevo Amanecer", "I.E. Nuevo Amanecer", JARDIN]
    assert parecidas([*names, JUNTA, "JAC El Portal"]) == [
        (JARDIN, JUNTA),
        ("U. del Litoral", "Universidad del Litoral"),
    ]
    assert forma("  J.A.C.  El-Jardín ") == "jac el jardin"
    catalogue = Catalogo([Organizacion(nombre=JARDIN, otros_nombres=(JUNTA,))])
    assert catalogue.canonica("junta de accion comunal el jardin") == JARDIN
    assert catalogue.canonica("No aplica") is None and catalogue.canonica("Peña") == "Peña"
