"""A list of people in any wording is read, and each row is put beside whom the hearing has."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.caracterizacion import CAMPOS
from rcdesk.domain.celdas_de_personas import (
    CeldaMala,
    CeldaSinEntender,
    leer_autorizacion,
    leer_correo,
    leer_dato,
    leer_enfoque,
    leer_hora_de_ingreso,
    leer_modalidad,
    leer_nombre,
    leer_numero_de_documento,
    leer_tipo,
)
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.columnas_de_personas import PROPIOS, adivinar, desde_los_titulos, son_titulos
from rcdesk.domain.comparar_personas import Comparacion, Conocida, PorDefecto
from rcdesk.domain.documento_de_identidad import llave_de_documento
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lista_de_personas import ListaDePersonas, reunir
from rcdesk.domain.organizaciones import Catalogo
from rcdesk.domain.palabras import TIPO_DOCUMENTO
from rcdesk.domain.registro import Organizacion
from rcdesk.i18n import COLOMBIA

NOW = datetime(2026, 11, 20, 10, 41, 7, tzinfo=COLOMBIA)
OPTIONS = {campo: one.opciones for campo, one in CAMPOS.items()}
CATALOGUE = Catalogo([Organizacion(nombre="Junta de Acción Comunal El Jardín", otros_nombres=("JAC El Jardín",))])
HEADINGS = ("Cédula", "Nombre", "Entidad", "Celular", "Correo", "¿Autoriza?", "Hora de ingreso")
ZULMA = Conocida(
    "k1",
    {"nombre": "Zulma Yaneth Portocarrero", "documento_tipo": "CC", "documento_numero": "66310182",
     "organizacion": "Asocomunal", "hora_llegada": "09:15", "autorizacion_otorgada": True},
)  # fmt: skip
RAMIRO = Conocida("k2", {"nombre": "Ramiro Velasco", "organizacion": "Ciudadano"})


def table(*rows: Sequence[str]) -> Tabla:
    return Tabla("lista.csv", tuple(Fila(n, tuple(cells)) for n, cells in enumerate(rows, 1)), len(rows), NOW)


def look(*rows: Sequence[str], known: Sequence[Conocida] = (ZULMA, RAMIRO), **rest: str) -> ListaDePersonas:
    made = table(*rows)
    return ListaDePersonas(
        Comparacion(known, PorDefecto(**rest), NOW, OPTIONS, CATALOGUE).comparar(
            made, adivinar(made), titulos=son_titulos(made.filas[0]), progreso=lambda *_: None
        )
    )


def fates(made: ListaDePersonas) -> list[str]:
    return [one.destino for one in made.renglones]


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("CEDULA|Nombres y apellidos|Org. / barrio|Celular|Autoriza datos|Almuerzo",
         "documento nombre organizacion telefono autoriza -"),
        ("Marca temporal|Dirección de correo electrónico|Número de identificación|Nombres|Apellidos|"
         "¿A quién representa?|Comuna|Barrio|¿Acepta el tratamiento de sus datos personales (Ley 1581 de 2012)?",
         "cuando correo documento nombres apellidos organizacion territorio barrio autoriza"),
        ("Tipo de documento|No. documento|Primer nombre|Segundo nombre|Primer apellido|Segundo apellido|Sexo|Edad|"
         "Pertenencia étnica|¿Tiene alguna discapacidad?|¿Es víctima del conflicto?",
         "documento_tipo documento nombres nombres apellidos apellidos genero edad etnia discapacidad victima"),
        ("Nombre (nombre original)|Correo electrónico|Hora para unirse|Hora para salir|Duración (minutos)",
         "nombre correo hora - -"),
        ("No.|Nombre del asistente|Cargo|Dependencia|Entidad|Teléfono|Municipio|Modalidad|Firma",
         "- nombre cargo dependencia organizacion telefono municipio modalidad -"),
        ("|".join(heading for heading, _ in PROPIOS), " ".join(field for _, field in PROPIOS)),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_the_headings_of_many_programs(headings: str, fields: str) -> None:
    cells = headings.split("|")
    expected = tuple("" if one == "-" else one for one in fields.split())
    assert son_titulos(Fila(1, tuple(cells)))
    assert adivinar(table(cells, [""] * len(cells))) == expected


def test_a_title_over_the_headings_is_nobody() -> None:
    rows = table(["Listado de asistencia"], ["20/11/2026", ""], ["Documento", "Nombre"], ["66310182", "Zulma"])
    assert [row.numero for row in desde_los_titulos(rows).filas] == [3, 4]


def test_without_headings_the_columns_say_by_themselves_what_they_are() -> None:
    rows = table(["66310182", "Zulma Portocarrero", "zul@correo.co"], ["31820207", "María Angulo", "mz@correo.co"])
    assert not son_titulos(rows.filas[0])
    assert adivinar(rows) == ("documento", "nombre", "correo")


@pytest.mark.parametrize(
    ("written", "number", "kind"),
    [("CC 1.144.034.567", "1144034567", "CC"), ("1144034567", "1144034567", "CC"), ("31820207.0", "31820207", "CC"),
     ("１１４４０３４５６７", "1144034567", "CC"), ("T.I. 1.107.220.556", "1107220556", "TI"),
     ("Cédula de ciudadanía No. 31.820.207", "31820207", "CC"), ("PA AB12C345", "AB12C345", "PA"),
     ("AV123456", "AV123456", "otro"), ("CE E445566", "E445566", "CE"), ("NIT 900.000.000-5", "900000000-5", "NIT")],
)  # fmt: skip
def test_a_document_is_read_however_it_is_written(written: str, number: str, kind: str) -> None:
    found = leer_numero_de_documento(written)
    assert (found["documento_numero"], found["documento_tipo"]) == (number, kind)


@pytest.mark.parametrize(
    ("written", "why"),
    [("1107O20556", "letra O"), ("1l44034567", "letra L"), ("1,14403E+09", "Excel"), ("12345678901234", "dos números"),
     ("66310182/31820207", "dos números"), ("pendiente", "letra P")],
)  # fmt: skip
def test_a_document_that_cannot_be_one_is_refused_with_its_reason(written: str, why: str) -> None:
    with pytest.raises(CeldaMala, match=why):
        leer_numero_de_documento(written)


@pytest.mark.parametrize("written", ["", "-", "N/A", "no tiene", "Sin documento", "0", "NINGUNO"])
def test_a_cell_that_says_there_is_no_document_is_none(written: str) -> None:
    assert leer_numero_de_documento(written) == {}


@given(st.text())
def test_any_text_is_a_document_none_or_a_reason(text: str) -> None:
    try:
        found = leer_numero_de_documento(text)
    except CeldaMala as error:
        assert error.motivo
    else:
        assert not found or llave_de_documento(found["documento_numero"])


def test_only_a_clear_yes_is_one() -> None:
    yes = ["Sí", "si", "S", "X", "Acepto", "AUTORIZO", "Sí, autorizo el uso de mis datos", "En papel", "1", "true"]
    assert all(leer_autorizacion(one)["autorizacion_otorgada"] is True for one in yes)
    assert all(leer_autorizacion(one) == {"autorizacion_otorgada": False} for one in ["No", "n", "No acepto", "0"])
    assert all(leer_autorizacion(one) == {} for one in ["", "-", "No responde", "Falta preguntar", "N/R"])
    for doubtful in ("tal vez", "Sindicato", "más tarde"):
        with pytest.raises(CeldaSinEntender):
            leer_autorizacion(doubtful)
    assert leer_autorizacion("Sí, en papel")["firma"] == "papel"


def test_other_cells_are_read_as_the_base_keeps_them() -> None:
    assert leer_nombre("  Eva\u200b  \u202ePaz\ufeff ") == {"nombre": "Eva Paz"}
    assert leer_correo(" mailto:eva@correo.com.co ") == {"correo": "eva@correo.com.co"}
    for broken in ("eva@", "eva.correo.co", "eva@correo", "eva@@correo.co", "a@b.co, c@d.co"):
        with pytest.raises(CeldaMala):
            leer_correo(broken)
    assert leer_hora_de_ingreso("2026-11-20 09:14:33", NOW) == {"hora_llegada": "09:14"}
    assert leer_hora_de_ingreso("2:05 p. m.", NOW) == {"hora_llegada": "14:05"}
    with pytest.raises(CeldaMala):
        leer_hora_de_ingreso("25:80", NOW)
    with pytest.raises(CeldaMala, match="Cargo: tiene 501 letras y caben 500"):
        leer_dato("cargo", "Cargo")("x" * 501)
    assert leer_modalidad("Virtual (Zoom)") == {"modalidad": "virtual"}
    ages = {"17": "12 a 17", "18": "18 a 28", "60 años": "60 o más", "29-59": "29 a 59", "60+": "60 o más",
            "Entre 18 y 28 años": "18 a 28", "Prefiero no decir": "No responde"}  # fmt: skip
    found = {one: leer_enfoque("rango_edad", one, OPTIONS["rango_edad"]) for one in ages}
    assert {one: said["enfoque_diferencial_rango_edad"] for one, said in found.items()} == ages
    with pytest.raises(CeldaSinEntender):
        leer_enfoque("rango_edad", "mayor", OPTIONS["rango_edad"])
    words = {"F": "Femenino", "MUJER": "Femenino", "hombre": "Masculino", "Otro": "Otro", "Travesti": "Travesti"}
    assert {one: leer_enfoque("genero", one, OPTIONS["genero"])["enfoque_diferencial_genero"] for one in words} == words
    ethnic = {"Afrodescendiente": "Negro o afrocolombiano", "indígena Nasa": "Indígena", "No": "Ninguna"}
    assert {one: leer_enfoque("etnia", one, OPTIONS["etnia"])["enfoque_diferencial_etnia"] for one in ethnic} == ethnic
    assert leer_enfoque("victima", "Sí", ()) == {"enfoque_diferencial_victima": True}
    assert all(leer_tipo(words) == kind for kind, words in TIPO_DOCUMENTO.items())


def test_each_row_is_new_the_same_to_decide_or_does_not_come_in() -> None:
    made = look(
        HEADINGS,
        ["66.310.182", "Zulma Portocarrero", "ASOCOMUNAL", "", "", "Sí", "10:00"],  # the base says more of the name
        ["", "Ramiro Velasco", "Ciudadano", "", "", "", ""],
        ["1107O20556", "Ana Ríos", "", "", "", "Sí", ""],
        ["31820207", "María Angulo", "", "", "eva@", "Sí", ""],
        ["31820208", "", "", "", "", "Sí", ""],
        ["94320031", "Héctor Lugo", "Concejo", "", "", "Sí", "9:40"],
        ["", "Héctor Lugo", "Concejo", "", "", "", ""],
    )
    assert fates(made) == ["igual", "igual", "no_entra", "no_entra", "no_entra", "nueva", "nueva"]
    assert [one.leida.campo for one in made.malas()] == ["documento", "correo", "nombre"]
    assert "fila 7" in made.ver(8).nota  # the same name: only told
    assert made.ver(7).leida.valores["hora_llegada"] == "09:40"
    assert made.contar() == {"filas": 7, "nuevas": 2, "iguales": 2, "cambian": 0, "decidir": 0, "no_entran": 3}


def test_what_the_base_lacks_is_completed_and_what_it_has_waits_for_the_person() -> None:
    gap = look(HEADINGS, ["66310182", "Zulma Portocarrero", "", "310 555", "", "", ""])
    assert fates(gap) == ["cambia"]
    assert [one.valores for one in reunir(gap.por_traer()).cambios] == [{"telefono": "310 555"}]
    made = look(HEADINGS, ["66310182", "Zulma Portocarrero", "Asocomunal El Jardín", "310 555", "", "No", "11:00"])
    assert fates(made) == ["decidir"]
    assert {one.columna for one in made.ver(2).diferencias} == {"organizacion", "telefono", "autorizacion_otorgada"}
    assert not made.por_traer()
    made.elegir(2, "base")
    assert fates(made) == ["igual"] and not made.por_traer()
    made.elegir(2, "archivo")
    [change] = reunir(made.por_traer()).cambios
    assert change.valores["autorizacion_otorgada"] is False and "hora_llegada" not in change.valores
    assert change.seen["organizacion"] == "Asocomunal"


def test_another_name_of_somebody_or_of_whom_they_come_for_is_the_same() -> None:
    known = {"nombre": "Yaneth Portocarrero", "otros_nombres": ("Yhaneth Portocarrero",),
             "documento_numero": "66310182", "organizacion": "JAC El Jardín"}  # fmt: skip
    row = ["66310182", "YHANETH PORTOCARRERO", "Junta de Accion Comunal el Jardin", *[""] * 4]
    assert fates(look(HEADINGS, row, known=[Conocida("k1", known)])) == ["igual"]


def test_the_same_citizen_three_times_is_one_and_the_others_are_told() -> None:
    made = look(
        HEADINGS,
        ["CC 1.144.034.567", "Eva Paz", "", "", "", "Sí", ""],
        ["1144034567", "EVA PAZ", "JAC", "", "eva@correo.co", "", ""],
        ["１１４４０３４５６７", "Eva Paz", "Otra", "", "", "", ""],
    )
    assert fates(made) == ["nueva", "igual", "igual"]
    [eva] = reunir(made.por_traer()).nuevas
    assert (eva["organizacion"], eva["correo"]) == ("JAC", "eva@correo.co")  # what only the others say is not lost
    assert "fila 2" in made.ver(3).nota and "no dice lo mismo" in made.ver(4).nota


def test_who_joined_a_call_several_times_came_once_with_the_first() -> None:
    headings = ("Nombre (nombre original)", "Correo electrónico", "Hora para unirse")
    joined = (["Nata Hrdz", "nata@correo.co", hour] for hour in ("09:40:11", "09:14:02", "10:05:00"))
    made = look(headings, *joined, modalidad="virtual")
    assert fates(made) == ["nueva", "igual", "igual"]
    assert made.ver(3).nota == "Es la persona de la fila 2"
    [nata] = reunir(made.por_traer()).nuevas
    assert (nata["hora_llegada"], nata["modalidad"]) == ("09:14", "virtual")


def test_who_is_in_already_and_repeated_in_a_file_stays_in_since_the_hour_of_the_door() -> None:
    rows = (["66310182", "Zulma Portocarrero", *[""] * 5], ["66310182", "Zulma Portocarrero", *[""] * 4, "08:50"])
    made = look(HEADINGS, *rows)
    assert fates(made) == ["igual", "igual"] and not made.por_traer()


def test_what_is_said_of_the_whole_file_fills_only_what_nobody_says() -> None:
    rows = (HEADINGS, ["66310182", "Zulma Portocarrero", *[""] * 5], ["", "Ramiro Velasco", *[""] * 5],
            ["31820207", "María Angulo", "", "", "", "", "09:50"], ["31820208", "Luz Angulo", *[""] * 5])  # fmt: skip
    made = look(*rows, modalidad="virtual", hora="09:00")
    assert fates(made) == ["cambia", "cambia", "nueva", "nueva"]
    changes = [dict(one.valores) for one in reunir(made.por_traer()).cambios]
    assert changes == [{"modalidad": "virtual"}, {"modalidad": "virtual", "hora_llegada": "09:00"}]
    assert [one["hora_llegada"] for one in reunir(made.por_traer()).nuevas] == ["09:50", "09:00"]


def test_the_key_of_our_own_list_decides_who_it_is_and_only_what_was_edited_is_read() -> None:
    odd = Conocida("k9", {"nombre": "Eva  Paz", "documento_numero": "11O7", "documento_tipo": "otro", "correo": "eva@"})
    headings = ("Clave", "Tipo de documento", "Documento", "Nombre", "Correo", "Entidad u organización")
    same = look(headings, ["k9", "otro", "11O7", "Eva Paz", "eva@", ""], known=[odd])
    assert fates(same) == ["igual"]
    moved = look(headings, ["k9", "otro", "11O7", "Éva Paz", "", "JAC"], known=[odd])
    assert fates(moved) == ["decidir"]  # letter by letter; an empty cell takes nothing away
    assert {one.columna: one.archivo for one in moved.ver(2).diferencias} == {
        "nombre": "Éva Paz",
        "organizacion": "JAC",
    }
    gone = look(
        headings, ["k9", "otro", "11O7", "Eva Paz", "eva@", ""], known=[Conocida("k9", odd.valores, anulada=True)]
    )
    assert fates(gone) == ["no_entra"] and "anulado" in gone.ver(2).nota
    copied = look(headings, *[["k9", "CC", number, "Eva Paz", "", ""] for number in ("11O7", "31820207")], known=[odd])
    assert fates(copied)[1] == "nueva"  # a row copied to write another person under it


def test_a_row_of_our_list_and_another_of_the_same_person_only_complete_what_is_missing() -> None:
    headings = ("Clave", "Documento", "Nombre", "Teléfono", "Correo")
    base = Conocida("k1", {"nombre": "Eva Paz", "documento_numero": "31820207", "telefono": "310 555"})
    rows = (["k1", "31820207", "Eva Paz", "310 555", ""], ["", "31820207", "EVA PAZ", "(310) 555", "eva@correo.co"])
    made = look(headings, *rows, known=[base])
    assert fates(made) == ["cambia", "igual"]
    assert [dict(one.valores) for one in reunir(made.por_traer()).cambios] == [{"correo": "eva@correo.co"}]


def test_what_was_decided_stays_when_the_file_is_compared_again() -> None:
    rows = (HEADINGS, ["66310182", "Zulma Portocarrero", "Otra", *[""] * 4], ["31820207", "María Angulo", *[""] * 5])
    first, again = look(*rows), look(*rows)
    first.elegir(2, "archivo")
    first.saltar(3)
    again.heredar(first)
    assert fates(again) == ["cambia", "salta"]
    again.saltar(3)
    assert fates(again) == ["cambia", "nueva"]
    assert again.elegir_las_demas("base") == 0
    with pytest.raises(RuleError):
        again.elegir(3, "base")


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8))
def test_any_table_is_compared_and_every_row_gets_one_fate(cells: list[list[str]]) -> None:
    if not cells:
        return
    made = table(*cells)
    fields: Any = ("documento", "nombre", "correo", "autoriza", "hora", "modalidad", "clave", "edad")
    lines = Comparacion([ZULMA, RAMIRO], PorDefecto(), NOW, OPTIONS, CATALOGUE).comparar(
        made, fields, titulos=False, progreso=lambda *_: None
    )
    lista = ListaDePersonas(lines)
    counts = lista.contar()
    assert counts["filas"] == sum(counts.values()) - counts["filas"] == len(lines)
    assert all(one.nota for one in lista.malas())
    assert len(reunir(lista.por_traer())) == counts["nuevas"] + counts["cambian"]
