"""The open-data package says the year of an entity, and nothing of anybody in it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al
from rcdesk.domain.datos_abiertos import tablas
from rcdesk.domain.datos_abiertos.fugas import COLUMNA, fugas
from rcdesk.domain.datos_abiertos.tabla import Columna, Tabla
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import reservado, version_publica
from rcdesk.domain.reserva import reserva, solo_digitos
from rcdesk.domain.telling import silent
from rcdesk.store.reading import reading
from rcdesk.work.datos_abiertos import descripcion_del_formato, empacar_datos_abiertos, tablas_abiertas
from rcdesk.work.gather import reunir

CORTE = date(2026, 11, 20)


@pytest.fixture(scope="module")
def base(example: Path) -> Iterator[r.Archivo]:
    with reading(example) as connection:
        yield reunir(connection)


def test_the_package_holds_every_table_twice_each_column_described_and_a_licence(
    example: Path, base: r.Archivo, tmp_path: Path
) -> None:
    salida = tmp_path / "abiertos.zip"
    with reading(example) as connection:
        hecho = empacar_datos_abiertos(connection, corte=CORTE, salida=salida, avance=silent)
        primero = salida.read_bytes()
        empacar_datos_abiertos(connection, corte=CORTE, salida=salida, avance=silent)
    assert salida.read_bytes() == primero and hecho.octetos == len(primero)
    with zipfile.ZipFile(salida) as archivo:
        partes = {nombre: archivo.read(nombre) for nombre in archivo.namelist()}
    descritas = {
        (fila["tabla"], fila["columna"]): fila["descripción"] for fila in json.loads(partes["diccionario.json"])
    }
    assert [columna for columna, dicha in descritas.items() if not dicha] == []
    hechas, escondidas = tablas_abiertas(base, CORTE)
    assert escondidas == hecho.tapadas == 0
    assert hecho.tablas == len(hechas) == 9 and hecho.filas == sum(len(una.filas) for una in hechas)
    for una in hechas:
        en_csv = [*csv.reader(io.StringIO(partes[f"datos/{una.nombre}.csv"].decode("utf-8-sig")), delimiter=";")]
        en_json = json.loads(partes[f"datos/{una.nombre}.json"])
        assert en_csv[0] == [columna.nombre for columna in una.columnas]
        assert len(en_csv) - 1 == len(en_json) == len(una.filas)
        assert {(una.nombre, nombre) for nombre in en_csv[0]} <= descritas.keys()
    assert "CC BY 4.0" in partes["LEEME.txt"].decode() and "Alcaldía de Valle Sereno" in partes["LEEME.txt"].decode()
    assert partes["datos/compromisos.csv"].startswith(b"\xef\xbb\xbfprocedencia;")


def test_the_commitments_that_are_published_are_those_of_the_reports(base: r.Archivo) -> None:
    (compromisos,) = (una for una in tablas_abiertas(base, CORTE)[0] if una.nombre == "compromisos")
    lugar = {columna.nombre: n for n, columna in enumerate(compromisos.columnas)}
    dichos = [(fila[lugar["que_hacer"]], fila[lugar["situacion"]], fila[lugar["avance"]]) for fila in compromisos.filas]
    assert dichos == [
        (uno.compromiso.que_hacer, uno.lampara, uno.estado.avance and Decimal(uno.estado.avance))
        for uno in adquiridos_al(version_publica(base), CORTE)
    ]


def test_nothing_of_anybody_leaves(base: r.Archivo) -> None:
    dicho = json.dumps(
        [[una.nombre, *map(str, una.filas)] for una in tablas_abiertas(base, CORTE)[0]], ensure_ascii=False
    )
    personas = [persona for audiencia in base.audiencias for persona in audiencia.asistentes]
    reservados = [persona for persona in personas if persona.calidad == "ciudadano" and persona.nombre]
    assert len(reservados) > 5
    assert not [persona.id for persona in reservados if persona.nombre and persona.nombre in dicho]
    numeros = {solo_digitos(persona.telefono) for persona in personas if persona.telefono}
    documentos = [persona.documento.numero for persona in personas if persona.documento]
    numeros |= {solo_digitos(numero) for numero in documentos if numero}
    assert numeros and not [numero for numero in numeros if numero in dicho.replace(".", "").replace(" ", "")]


CUIDADO = r.Audiencia(
    codigo="rdc-1",
    fecha=r.Fecha("2026-04-15"),
    asistentes=(
        r.Asistente(
            nombre="Rosalba Peñuela Tique",
            calidad="ciudadano",
            telefono="3105550147",
            documento=r.Documento(tipo="CC", numero="52.888.147"),
            autorizacion=r.Autorizacion(otorgada=False),
        ),
    ),
)


def _partes(texto: str) -> Iterator[str]:
    """What was planted, of what is still said."""
    return (planted for planted in ("310 555", "41.234", "rosa.p", "Rosalba") if planted in texto)


@pytest.mark.parametrize(
    ("escrito", "que"),
    [
        ("Llamar a doña Rosa al 310 555 0199 para avisarle", "parece un documento o un teléfono"),
        ("Cédula 41.234.567 de la solicitante", "parece un documento o un teléfono"),
        ("Escribir a rosa.p@correo.example", "parece un correo electrónico"),
        ("Visitar a Rosalba Peñuela Tique en su casa", "CONOCIDO"),
        ("Confirmar con el 52888147", "CONOCIDO"),
    ],
)
def test_what_is_personal_inside_a_text_is_refused_saying_where_and_not_what(escrito: str, que: str) -> None:
    plan = r.Plan(codigo="p", nombre="Plan", tipo="otro", compromisos=(r.Compromiso(codigo="1", que_hacer=escrito),))
    archivo = r.Archivo(formato="rcdesk/1", entidad=r.Entidad(nombre="X"), audiencias=(CUIDADO,), planes=(plan,))
    if que == "CONOCIDO":  # what the base knows of somebody is taken out by the public version itself
        said = str(tablas_abiertas(archivo, CORTE))
        assert "52888147" not in said and "Rosalba" not in said
        return
    with pytest.raises(RuleError) as refused:
        tablas_abiertas(archivo, CORTE)
    assert f"compromisos, fila 1, columna que_hacer: {que}" in str(refused.value)
    assert "310" not in str(refused.value) and "Rosa" not in str(refused.value)
    tapadas, cuantas = tablas_abiertas(archivo, CORTE, tapar=True)
    assert cuantas == 1 and not [*_partes(str(tapadas))]


def test_a_refusal_counts_what_it_does_not_name() -> None:
    plan = r.Plan(
        codigo="p",
        nombre="Plan",
        tipo="otro",
        compromisos=tuple(r.Compromiso(codigo=str(n), que_hacer=f"llame al 31055501{n:02}") for n in range(20)),
    )
    with pytest.raises(RuleError, match="fila 8, columna que_hacer: parece un documento o un teléfono; y 12 otras"):
        tablas_abiertas(r.Archivo(formato="rcdesk/1", planes=(plan,)), CORTE)


def test_a_column_of_personal_data_is_refused_whatever_it_holds() -> None:
    columnas = ("telefono", "correo_del_autor", "documento", "que_hacer")
    tabla = Tabla("t", "T", tuple(Columna(nombre, "texto", "x") for nombre in columnas), (("",) * len(columnas),))
    assert [(una.columna, una.que) for una in fugas([tabla], reserva((), ()))] == [
        (nombre, COLUMNA) for nombre in columnas[:-1]
    ]


def test_what_is_of_the_entity_is_published() -> None:
    dichos = (
        "Escriba a transparencia@vallesereno.gov.co",
        "Contrato 4600012345 por $ 3.105.550.147",
        "https://www.youtube.com/watch?v=3105550147",
        "Resolución 1234567 de 2026",
    )
    tabla = Tabla("t", "T", (Columna("texto", "texto", "x"),), tuple((dicho,) for dicho in dichos))
    assert [*fugas([tabla], reserva((), ()))] == []


def test_every_column_that_cites_the_format_is_described_by_it(base: r.Archivo) -> None:
    citados = {
        columna.campo for una in tablas(version_publica(base), CORTE) for columna in una.columnas if columna.campo
    }
    assert [campo for campo in citados if not descripcion_del_formato(campo)] == []
    assert descripcion_del_formato("compromiso.alcance").startswith("Si está a cargo")


def test_a_name_that_some_hearing_publishes_is_not_looked_for() -> None:
    permitida = replace(CUIDADO.asistentes[0], autorizacion=r.Autorizacion(otorgada=True))
    otra = replace(CUIDADO, codigo="rdc-2", asistentes=(permitida,))
    texto = "Rosalba Peñuela Tique"
    solo_una = reservado(r.Archivo(formato="rcdesk/1", audiencias=(CUIDADO,)))
    ambas = reservado(r.Archivo(formato="rcdesk/1", audiencias=(CUIDADO, otra)))
    assert solo_una.quitar(texto) != texto and ambas.quitar(texto) == texto
