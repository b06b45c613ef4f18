"""A list of people is written whole or not at all; our own list, brought back, changes only what was edited."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from rcdesk.app.desk import Desk
from rcdesk.documents.planilla import Planilla, escrita
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.columnas_de_personas import PROPIOS, adivinar
from rcdesk.domain.comparar_personas import Comparacion, PorDefecto
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lista_de_personas import Cambio, ListaDePersonas, PorTraer, reunir
from rcdesk.domain.organizaciones import Catalogo
from rcdesk.i18n import COLOMBIA
from rcdesk.render.csv import to_csv
from rcdesk.render.xlsx import to_xlsx
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora
from rcdesk.store.sheets import read_table
from rcdesk.work.asistentes import AsistenteRow, anular_asistente, registrar_asistente
from rcdesk.work.audiencias import cambiar_estado, crear_audiencia
from rcdesk.work.exportar import planilla_de_asistencia
from rcdesk.work.traer_personas import conocidas, hora_de_inicio, traer_personas
from tests.bases import HOY, open_desk
from tests.people import listar_asistentes

NOW = HOY.astimezone(COLOMBIA)
ODD = ("=1+1", "+57 310 555 01 02", "-", "'hola", "@eva", "../../etc/passwd", "<b>x</b>", "Núñez", "a\nb", "Ã¡", "007")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = open_desk(tmp_path_factory.mktemp("listas") / "Base.rcdesk")
    yield opened
    opened.close()


@pytest.fixture
def audiencia(desk: Desk) -> str:
    return new_hearing(desk)


def new_hearing(desk: Desk) -> str:
    codes = desk.ask(lambda connection: connection.scalar(select(func.count()).select_from(JOURNALED["audiencias"])))
    return str(desk.do(crear_audiencia, valores={"codigo": f"a-{codes}", "nombre": "Diálogo"}, lugar="Parque"))


def entries(desk: Desk) -> int:
    return int(desk.ask(lambda connection: connection.scalar(select(func.count()).select_from(bitacora))) or 0)


def people(desk: Desk, audiencia: str) -> list[AsistenteRow]:
    return desk.ask(listar_asistentes, audiencia_id=audiencia)


def stored(desk: Desk, audiencia: str) -> dict[str, dict[str, Any]]:
    return {one.id: dict(one.valores) for one in desk.ask(conocidas, audiencia_id=audiencia)}


def as_table(sheet: Planilla) -> Tabla:
    rows = tuple(Fila(n, tuple(map(escrita, cells))) for n, cells in enumerate((sheet.columnas, *sheet.filas), 1))
    return Tabla("lista.xlsx", rows, len(rows), NOW)


def compared(desk: Desk, audiencia: str, table: Tabla) -> ListaDePersonas:
    known = desk.ask(conocidas, audiencia_id=audiencia)
    lines = Comparacion(known, PorDefecto(), NOW, {}, Catalogo()).comparar(
        table, adivinar(table), titulos=True, progreso=lambda *_: None
    )
    return ListaDePersonas(lines)


def brought(desk: Desk, audiencia: str, lista: ListaDePersonas) -> list[str]:
    return desk.do(traer_personas, audiencia_id=audiencia, traer=reunir(lista.por_traer()), archivo="lista.xlsx")


WORDS = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
PEOPLE = st.fixed_dictionaries(
    {"nombre": WORDS.filter(lambda text: bool(text.strip()))},
    optional={
        "documento_tipo": st.sampled_from(["RC", "TI", "CC", "CE", "PA", "PEP", "PPT", "NIT", "otro"]),
        "documento_numero": st.one_of(st.from_regex(r"[0-9]{4,10}", fullmatch=True), WORDS),
        **dict.fromkeys(("organizacion", "dependencia", "cargo", "telefono", "correo", "municipio"), WORDS),
        **dict.fromkeys(("territorio", "barrio", "autorizacion_representante"), WORDS),
        "modalidad": st.sampled_from(["presencial", "virtual"]),
        "calidad": st.sampled_from(["servidor", "contratista", "ciudadano", "organizacion", "organo_de_control",
                                    "medio_de_comunicacion", "otro"]),
        "hora_llegada": st.from_regex(r"(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]", fullmatch=True),
        "autorizacion_otorgada": st.booleans(),
        "autorizacion_imagen_y_voz": st.booleans(),
    },
)  # fmt: skip
EDITED = {
    "Nombre": ("nombre", "Otro Nombre"),
    "Teléfono": ("telefono", "300 111 22 33"),
    "Correo": ("correo", "otro@correo.co"),
    "Documento": ("documento_numero", "987654321"),
    "Modalidad": ("modalidad", "virtual"),
    "Hora de ingreso": ("hora_llegada", "23:59"),
    "Autoriza sus datos": ("autorizacion_otorgada", "No"),
    "Calidad": ("calidad", "órgano de control"),
    "Barrio": ("barrio", "Piedra Clara"),
}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PEOPLE, min_size=1, max_size=4), st.sampled_from(sorted(EDITED)), st.data())
def test_our_own_list_brought_back_changes_only_the_cell_that_was_edited(
    desk: Desk, values: list[dict[str, Any]], heading: str, data: st.DataObject
) -> None:
    audiencia = new_hearing(desk)
    brought_now = desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer(values))
    assert len(brought_now) == len(values)
    sheet = desk.ask(planilla_de_asistencia, audiencia_id=audiencia)
    same = compared(desk, audiencia, as_table(sheet))
    assert {one.destino for one in same.renglones} == {"igual"}
    row = data.draw(st.integers(0, len(values) - 1))
    place = [name for name, _ in PROPIOS].index(heading)
    column, written = EDITED[heading]
    cells = list(sheet.filas[row])
    cells[place] = written
    rows = (*sheet.filas[:row], tuple(cells), *sheet.filas[row + 1 :])
    edited = compared(desk, audiencia, as_table(Planilla(sheet.titulo, sheet.columnas, rows)))
    edited.elegir_las_demas("archivo")
    if not edited.por_traer():  # it said that already
        return
    before = stored(desk, audiencia)
    brought(desk, audiencia, edited)
    after = stored(desk, audiencia)
    key = escrita(cells[0])
    assert {one for one in after if after[one] != before[one]} == {key}
    was, now = before[key], after[key]
    differing = {name for name in was | now if was.get(name) != now.get(name)}
    assert column in differing <= {column, "documento_tipo"}
    desk.undo()
    assert stored(desk, audiencia) == before


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_our_own_list_read_from_its_file_changes_nothing(desk: Desk, audiencia: str, tmp_path: Path, kind: str) -> None:
    odd = [{"nombre": text, "telefono": text, "organizacion": text, "documento_numero": text} for text in ODD]
    desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer(odd))
    sheet, path = desk.ask(planilla_de_asistencia, audiencia_id=audiencia), tmp_path / f"lista.{kind}"
    (to_xlsx if kind == "xlsx" else to_csv)(sheet, path)
    before = entries(desk)
    found = compared(desk, audiencia, read_table(path))
    assert [one.destino for one in found.renglones] == ["igual"] * len(ODD)
    with pytest.raises(RuleError, match="No hay personas"):
        brought(desk, audiencia, found)
    assert entries(desk) == before


def test_the_same_list_brought_again_brings_nobody(desk: Desk, audiencia: str) -> None:
    rows = (("Documento", "Nombre", "Entidad", "¿Autoriza?", "Marca temporal"),
            ("66.310.182", "Zulma Portocarrero", "Asocomunal", "Sí", "18/11/2026 16:20:05"),
            ("", "María López", "Ciudadana", "", ""), ("", "María López", "Ciudadana", "", ""))  # fmt: skip
    table = Tabla("f.csv", tuple(Fila(n, cells) for n, cells in enumerate(rows, 1)), 4, NOW)
    assert len(brought(desk, audiencia, compared(desk, audiencia, table))) == 3
    assert {one.destino for one in compared(desk, audiencia, table).renglones} == {"igual"}
    table_ = JOURNALED["asistentes"].c
    answered = desk.ask(
        lambda connection: connection.execute(
            select(table_.autorizacion_fecha, table_.autorizacion_observacion, table_.registro, table_.hora_llegada)
            .where(table_.audiencia_id == audiencia, table_.documento_numero == "66310182")
        ).one()
    )  # fmt: skip
    assert tuple(answered) == ("2026-11-18T16:20:05-05:00", "Según «lista.xlsx»", "importado", None)


def test_who_came_in_meanwhile_is_not_registered_twice_and_nothing_is_written(desk: Desk, audiencia: str) -> None:
    desk.do(registrar_asistente, audiencia_id=audiencia, valores={"nombre": "Eva Paz", "documento_numero": "31820207"})
    before = people(desk, audiencia)
    new = ({"nombre": "Ana Ríos"}, {"nombre": "Eva Paz", "documento_numero": "31820207"})
    with pytest.raises(RuleError, match="Eva Paz"):
        desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer(new))
    stale = Cambio(before[0].id, {"telefono": "310"}, {"telefono": "320"})
    with pytest.raises(RuleError, match="lo cambió"):
        desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer((), (stale,)))
    assert people(desk, audiencia) == before
    desk.do(anular_asistente, id=before[0].id, motivo="Repetida")
    filled = Cambio(before[0].id, {"telefono": "310"}, {"telefono": None})
    with pytest.raises(RuleError, match="lo cambió"):  # they were withdrawn
        desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer(({"nombre": "Ana Ríos"},), (filled,)))
    assert not people(desk, audiencia)


def test_who_is_brought_after_the_end_is_marked(desk: Desk, audiencia: str) -> None:
    desk.do(cambiar_estado, id=audiencia, estado="en_curso", hoy="2026-11-20", hora="09:00")
    assert desk.ask(hora_de_inicio, audiencia_id=audiencia) == "09:00"
    desk.do(cambiar_estado, id=audiencia, estado="cerrada", hoy="2026-11-20", hora="11:00")
    desk.do(traer_personas, audiencia_id=audiencia, traer=PorTraer(({"nombre": "Ana", "hora_llegada": "09:00"},)))
    [ana] = people(desk, audiencia)
    assert ana.agregado is not None
