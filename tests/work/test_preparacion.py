"""What is prepared for a hearing: written line by line, read as its screen shows it."""

from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.campos import LIMITE
from rcdesk.domain.cifras.audiencia import cifras_de_audiencia
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Bloque, Figura, Item, Lista, Parrafo, Tabla
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.convocatoria import ver_anuncio
from rcdesk.work.equipo import agregar_al_equipo, corregir_integrante, listar_equipo, retirar_del_equipo
from rcdesk.work.evidencias import encontrar, tomar
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.preparacion import (
    MEDIDAS_USUALES,
    agregar_medidas_usuales,
    listar_canales,
    listar_lugares,
    listar_medidas,
    listar_sesiones,
    listar_temas,
    ver_datos,
    ver_orden_del_dia,
    ver_sugerencias,
)
from rcdesk.work.secciones import listar_secciones, meter_seccion, sacar_seccion, ver_seccion
from tests.bases import PRIMERA


def test_the_agenda_adds_its_minutes_and_says_when_each_point_begins(desk: Desk, segunda: str) -> None:
    agenda = desk.ask(ver_orden_del_dia, audiencia_id=segunda)
    assert [(p.numero, p.inicia) for p in agenda.puntos[:3]] == [(1, "09:00"), (2, "09:05"), (3, "09:20")]
    assert agenda.minutos == sum(p.minutos or 0 for p in agenda.puntos)
    assert (agenda.franja, agenda.sin_minutos) == (120, 0)
    desk.do(corregir["puntos"], id=agenda.puntos[1].id, valores={"minutos": None})
    agenda = desk.ask(ver_orden_del_dia, audiencia_id=segunda)
    assert [p.inicia for p in agenda.puntos[:4]] == ["09:00", "09:05", None, None]
    assert agenda.sin_minutos == 1
    assert not any(p.de_mas for p in agenda.puntos)
    desk.do(corregir["puntos"], id=agenda.puntos[-2].id, valores={"minutos": 37})
    assert [p.de_mas for p in desk.ask(ver_orden_del_dia, audiencia_id=segunda).puntos[-3:]] == [0, 7, 12]


def test_a_point_moves_between_its_new_neighbours(desk: Desk, segunda: str) -> None:
    first, second, third = desk.ask(ver_orden_del_dia, audiencia_id=segunda).puntos[:3]
    desk.do(mover["puntos"], id=third.id, antes=first.orden, despues=second.orden)
    assert [p.id for p in desk.ask(ver_orden_del_dia, audiencia_id=segunda).puntos[:3]] == [
        first.id,
        third.id,
        second.id,
    ]
    desk.do(retirar["puntos"], id=first.id)
    assert [p.numero for p in desk.ask(ver_orden_del_dia, audiencia_id=segunda).puntos[:2]] == [1, 2]


def test_an_agenda_without_hours_has_no_slot(desk: Desk, segunda: str) -> None:
    desk.do(editar_audiencia, id=segunda, valores={"hora_inicio_programada": "", "hora_fin_programada": ""})
    agenda = desk.ask(ver_orden_del_dia, audiencia_id=segunda)
    assert agenda.franja is None
    assert {p.inicia for p in agenda.puntos} == {None}


def test_what_the_screen_counts_is_what_the_acta_counts(desk: Desk, primera: str) -> None:
    archivo = desk.ask(reunir_audiencia, PRIMERA)
    assert archivo is not None
    figures = cifras_de_audiencia(archivo.audiencias[0])
    groups = desk.ask(listar_temas, audiencia_id=primera)
    notice = desk.ask(ver_anuncio, audiencia_id=primera)
    sections = desk.ask(listar_secciones, audiencia_id=primera)
    assert [len(group.temas) for group in groups] == figures["temas_por_grupo"]
    assert len(notice.piezas) == figures["piezas"]
    assert {"primera": notice.primera, "ultima": notice.ultima} == figures["dias_de_antelacion"]
    assert sum(row.nivel == 1 for row in sections) == figures["secciones_informacion"]
    assert len(desk.ask(ver_orden_del_dia, audiencia_id=primera).puntos) == figures["orden_del_dia"]


def test_a_piece_says_how_many_days_ahead_it_first_came_out(desk: Desk, primera: str, segunda: str) -> None:
    piece = desk.ask(ver_anuncio, audiencia_id=primera).piezas[0]
    assert (piece.primera, piece.dias) == ("2026-03-13", 33)
    ahead = desk.ask(ver_anuncio, audiencia_id=segunda)
    assert (ahead.primera, ahead.sin_fecha) == (None, len(ahead.piezas))
    desk.do(agregar["publicaciones"], valores={"fuente": "Radio", "fecha": "2026-11"}, pieza_id=ahead.piezas[0].id)
    month_only = desk.ask(ver_anuncio, audiencia_id=segunda)
    assert (month_only.piezas[0].primera, month_only.piezas[0].dias) == ("2026-11", None)
    assert month_only.sin_fecha == len(ahead.piezas) - 1


def test_a_withdrawn_group_takes_its_topics_out_of_sight(desk: Desk, primera: str) -> None:
    groups = desk.ask(listar_temas, audiencia_id=primera)
    desk.do(retirar["grupos_de_temas"], id=groups[0].id)
    assert [g.id for g in desk.ask(listar_temas, audiencia_id=primera)] == [g.id for g in groups[1:]]


def test_the_usual_measures_are_added_once_and_nobody_has_decided_them(desk: Desk, segunda: str) -> None:
    already = desk.ask(listar_medidas, audiencia_id=segunda)
    desk.do(agregar["medidas"], valores={"medida": MEDIDAS_USUALES[0].upper()}, audiencia_id=segunda)
    assert desk.do(agregar_medidas_usuales, audiencia_id=segunda) == len(MEDIDAS_USUALES) - 1
    assert desk.do(agregar_medidas_usuales, audiencia_id=segunda) == 0
    added = desk.ask(listar_medidas, audiencia_id=segunda)[len(already) + 1 :]
    assert [m.medida for m in added] == list(MEDIDAS_USUALES[1:])
    assert {(m.prevista, m.cumplida) for m in added} == {(None, None)}


def test_a_session_cannot_end_before_it_starts(desk: Desk, segunda: str) -> None:
    key = desk.do(agregar["sesiones"], valores={"fecha": "2026-12-10", "hora_inicio": "09:00"}, audiencia_id=segunda)
    with pytest.raises(RuleError, match="posterior") as refusal:
        desk.do(corregir["sesiones"], id=key, valores={"hora_fin": "08:00"})
    assert refusal.value.field == "hora_fin"
    assert desk.ask(listar_sesiones, audiencia_id=segunda)[0].hora_fin is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"fecha": "2026-02-31"}, "fecha"),
        ({"hora_fin_programada": "08:00"}, "hora_fin_programada"),
        ({"nombre": "  "}, "nombre"),
        ({"codigo": "rdc 2026"}, "codigo"),
        ({"codigo": PRIMERA}, "codigo"),
        ({"ordinal": 0}, "ordinal"),
        ({"reglamento_inscripcion_hasta": "2026-11-01"}, "reglamento_inscripcion_hasta"),
    ],
)
def test_what_a_hearing_does_not_admit_is_refused_beside_its_field(
    desk: Desk, segunda: str, values: dict[str, object], field: str
) -> None:
    before = desk.ask(ver_datos, id=segunda)
    with pytest.raises(RuleError) as refusal:
        desk.do(editar_audiencia, id=segunda, valores=values)
    assert refusal.value.field == field
    assert desk.ask(ver_datos, id=segunda) == before


@pytest.mark.parametrize(
    ("table", "values", "field"),
    [
        ("puntos", {"titulo": " "}, "titulo"),
        ("puntos", {"minutos": "diez"}, "minutos"),
        ("temas", {"texto": ""}, "texto"),
        ("publicaciones", {"fuente": "Radio", "fecha": "2026-02-31"}, "fecha"),
        ("lugares", {"nombre": ""}, "nombre"),
        ("canales", {"nombre": "Canal", "tipo": "paloma"}, "tipo"),
    ],
)
def test_a_line_that_says_nothing_or_says_it_badly_is_refused(
    desk: Desk, segunda: str, table: str, values: dict[str, object], field: str
) -> None:
    parents = {"temas": "grupo_id", "publicaciones": "pieza_id"}
    with pytest.raises(RuleError) as refusal:
        desk.do(agregar[table], valores=values, **{parents.get(table, "audiencia_id"): segunda})
    assert refusal.value.field == field


def test_a_section_goes_into_another_and_comes_out_after_it(desk: Desk, primera: str) -> None:
    tree = desk.ask(listar_secciones, audiencia_id=primera)
    tops = [row for row in tree if row.nivel == 1]
    leaf = next(row for row in reversed(tops) if not row.subsecciones)
    holder = next(row for row in tops if row.id != leaf.id)
    desk.do(meter_seccion, id=leaf.id, padre=holder.id)
    inside = next(row for row in desk.ask(listar_secciones, audiencia_id=primera) if row.id == leaf.id)
    assert (inside.padre, inside.nivel, inside.numero) == (holder.id, 2, f"1.{holder.subsecciones + 1}")
    desk.do(sacar_seccion, id=leaf.id)
    outside = [row for row in desk.ask(listar_secciones, audiencia_id=primera) if row.nivel == 1]
    assert [row.id for row in outside[:2]] == [holder.id, leaf.id]


def test_sections_have_one_level_inside(desk: Desk, primera: str) -> None:
    tree = desk.ask(listar_secciones, audiencia_id=primera)
    full = next(row for row in tree if row.subsecciones)
    inner = next(row for row in tree if row.padre == full.id)
    other = next(row for row in tree if row.nivel == 1 and row.id != full.id)
    with pytest.raises(RuleError, match="otras adentro"):
        desk.do(meter_seccion, id=full.id, padre=other.id)
    with pytest.raises(RuleError, match="otras adentro"):
        desk.do(meter_seccion, id=other.id, padre=inner.id)
    with pytest.raises(RuleError, match="primer nivel"):
        desk.do(sacar_seccion, id=other.id)


def test_narrative_is_kept_as_blocks_without_the_empty_ones(desk: Desk, primera: str) -> None:
    key = desk.ask(listar_secciones, audiencia_id=primera)[0].id
    was = desk.ask(ver_seccion, id=key)
    assert was is not None
    written = (Parrafo(texto="Uno & <b>dos</b>"), Parrafo(texto="  "), Lista(items=("a", "b")), Figura())
    desk.do(editar_narrativa, tabla="secciones", id=key, campo="bloques", bloques=written, seen=was.bloques)
    now = desk.ask(ver_seccion, id=key)
    assert now is not None and now.bloques == (written[0], written[2])
    with pytest.raises(RuleError, match="Mientras escribía"):
        desk.do(editar_narrativa, tabla="secciones", id=key, campo="bloques", bloques=(), seen=was.bloques)


def test_an_attached_picture_is_kept_once_and_found_by_its_path(desk: Desk, primera: str, tmp_path: Path) -> None:
    key = desk.ask(listar_secciones, audiencia_id=primera)[0].id
    source = tmp_path / "Barras de ejecución.PNG"
    source.write_bytes(b"\x89PNG not really")
    kept = tomar(desk.folder, source, desk.ask(listar_adjuntos))
    assert kept.ruta == "figuras/barras-de-ejecucion.png"
    for text in ("Ejecución", "Ejecución al corte"):
        block = Figura(leyenda=text, archivo=kept.ruta)
        desk.do(editar_narrativa, tabla="secciones", id=key, campo="bloques", bloques=(block,), adjuntos=(kept,))
    listed = desk.ask(listar_adjuntos)
    assert listed == {kept.ruta: kept.sha256}
    found = encontrar(desk.folder, kept.ruta, listed)
    assert found is not None and found.read_bytes() == source.read_bytes()
    source.write_bytes(b"another one")
    assert tomar(desk.folder, source, listed).ruta == "figuras/barras-de-ejecucion-2.png"
    assert encontrar(desk.folder, "figuras/otra.png", listed) is None


def test_the_team_is_who_has_a_role(desk: Desk, primera: str, segunda: str) -> None:
    team = desk.ask(listar_equipo, audiencia_id=segunda)
    assert (team[0].nombre, team[0].roles) == ("Amparo Villalba Rengifo", ("preside", "expositor"))
    assert not team[0].llego
    assert all(person.llego for person in desk.ask(listar_equipo, audiencia_id=primera) if person.cargo == "Intérprete")


def test_who_is_already_registered_is_not_written_twice(desk: Desk, primera: str) -> None:
    people = desk.ask(reunir_audiencia, PRIMERA)
    assert people is not None
    citizen = next(p for p in people.audiencias[0].asistentes if not p.roles and p.nombre)
    key = desk.do(agregar_al_equipo, audiencia_id=primera, nombre=str(citizen.nombre).upper(), roles=("apoyo",))
    after = desk.ask(reunir_audiencia, PRIMERA)
    assert after is not None and len(after.audiencias[0].asistentes) == len(people.audiencias[0].asistentes)
    with pytest.raises(RuleError, match="ya está en el equipo"):
        desk.do(agregar_al_equipo, audiencia_id=primera, nombre=str(citizen.nombre))
    desk.do(retirar_del_equipo, id=key)
    again = desk.ask(reunir_audiencia, PRIMERA)
    assert again is not None and len(again.audiencias[0].asistentes) == len(people.audiencias[0].asistentes)


def test_who_leaves_the_team_before_arriving_leaves_the_list(desk: Desk, segunda: str) -> None:
    key = desk.do(agregar_al_equipo, audiencia_id=segunda, nombre="Ana Nova", cargo="Relatora")
    person = desk.ask(listar_equipo, audiencia_id=segunda)[-1]
    assert (person.id, person.cargo, person.roles) == (key, "Relatora", ("apoyo",))
    with pytest.raises(RuleError, match="al menos un papel"):
        desk.do(corregir_integrante, id=key, valores={"roles": ()})
    desk.do(retirar_del_equipo, id=key)
    assert key not in {p.id for p in desk.ask(listar_equipo, audiencia_id=segunda)}


def test_a_person_of_the_team_has_a_name(desk: Desk, segunda: str) -> None:
    with pytest.raises(RuleError, match="nombre"):
        desk.do(agregar_al_equipo, audiencia_id=segunda, nombre="  ")


def test_what_is_offered_while_typing_comes_from_the_base(desk: Desk, segunda: str) -> None:
    offered = desk.ask(ver_sugerencias, audiencia_id=segunda)
    assert "Secretaría de Gobierno" in offered.dependencias
    assert "Amparo Villalba Rengifo" in offered.personas
    assert offered.planes[0][0] == "estrategia-rdc-2026"
    assert len(set(offered.personas)) == len(offered.personas)


def test_places_and_channels_are_lines(desk: Desk, segunda: str) -> None:
    desk.do(agregar["lugares"], valores={"nombre": "Caseta comunal", "aforo": "40"}, audiencia_id=segunda)
    desk.do(agregar["canales"], valores={"nombre": "Emisora", "tipo": "radio"}, audiencia_id=segunda)
    assert [p.aforo for p in desk.ask(listar_lugares, audiencia_id=segunda)] == [300, 40]
    assert [c.tipo for c in desk.ask(listar_canales, audiencia_id=segunda)] == ["sitio_web", "radio", "radio"]


def test_two_fields_corrected_one_after_the_other_are_two_steps_to_undo(desk: Desk, segunda: str) -> None:
    was = desk.ask(ver_datos, id=segunda)
    desk.do(editar_audiencia, id=segunda, valores={"preside": "Ana Nova"})
    desk.do(editar_audiencia, id=segunda, valores={"convoca": "Luz Paz"})
    desk.undo()
    now = desk.ask(ver_datos, id=segunda)
    assert now is not None and (now.preside, now.convoca) == ("Ana Nova", None)
    desk.undo()
    assert desk.ask(ver_datos, id=segunda) == was


def test_the_directory_fills_in_what_it_knows(desk: Desk, segunda: str) -> None:
    head = desk.ask(listar_equipo, audiencia_id=segunda)[0]
    desk.do(retirar_del_equipo, id=head.id)
    desk.do(agregar_al_equipo, audiencia_id=segunda, nombre="AMPARO VILLALBA RENGÍFO", roles=("preside",))
    again = desk.ask(listar_equipo, audiencia_id=segunda)[-1]
    assert (again.cargo, again.dependencia, again.roles) == (head.cargo, head.dependencia, ("preside",))


def test_a_block_over_the_limit_is_refused_wherever_it_is_inside(desk: Desk, primera: str) -> None:
    key = desk.ask(listar_secciones, audiencia_id=primera)[0].id
    long = "x" * (LIMITE + 1)
    inside: tuple[Bloque, ...] = (
        Parrafo(texto=long),
        Lista(items=("a", Item(texto="b", items=(long,)))),
        Tabla(filas=((None, long),)),
        Figura(leyenda=long),
    )
    for block in inside:
        with pytest.raises(RuleError, match=r"100\.001 caracteres") as refusal:
            desk.do(editar_narrativa, tabla="secciones", id=key, campo="bloques", bloques=(block,))
        assert refusal.value.field == "bloques"
