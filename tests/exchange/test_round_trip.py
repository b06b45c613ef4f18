"""What is read is what is written: nothing lost, nothing added, and the stated empty told from the absent."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from rcdesk.domain import registro as r
from rcdesk.exchange import canonical, decode, decode_text, read, to_json
from rcdesk.exchange.encode import plain
from tests.exchange.golden import NAMES, golden


def _read(tree: dict[str, Any]) -> r.Archivo:
    return decode(json.dumps({"formato": "rcdesk/1", **tree}).encode(), "prueba.json").archivo


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_file_comes_back_exactly_as_it_was(name: str) -> None:
    path = golden(name)
    read_file = read(path)
    assert read_file.avisos == ()
    assert json.loads(to_json(read_file.archivo)) == json.loads(path.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    once = to_json(read(golden(name)).archivo)
    assert to_json(decode(once, "x").archivo) == once


def test_keys_are_written_in_the_order_of_the_schema_and_text_without_escapes() -> None:
    written = to_json(_read({"planes": [], "entidad": {"sigla": "Ñ", "nombre": "Alcaldía"}})).decode()
    assert written.startswith('{\n "formato": "rcdesk/1",\n "entidad": {\n  "nombre": "Alcaldía"')
    assert '"Ñ"' in written
    assert written.endswith("}\n")


def test_what_is_stated_as_empty_stays_apart_from_what_is_absent() -> None:
    tree: dict[str, Any] = {
        "codigo": "a",
        "objetivo": None,
        "temas": [],
        "asistencia": {},
        "extras": {},
        "acta": {"observaciones_generales": [], "proxima_reunion": {"fecha": None}},
    }
    hearing = _read({"audiencias": [tree]}).audiencias[0]
    assert hearing.presentes == {"objetivo", "temas", "asistencia", "extras"}
    assert hearing.acta is not None
    assert hearing.acta.presentes == {"observaciones_generales"}
    assert plain(hearing) == tree


def test_a_list_stated_as_null_is_written_as_an_empty_list() -> None:
    hearing = _read({"audiencias": [{"codigo": "a", "temas": None}]}).audiencias[0]
    assert hearing.presentes == {"temas"}
    assert plain(hearing) == {"codigo": "a", "temas": []}


def test_required_keys_are_written_even_when_empty() -> None:
    assert plain(r.Firmante(nombre=None)) == {"nombre": None}
    assert plain(r.GrupoDeTemas(items=())) == {"items": []}
    assert plain(r.RespuestaEncuesta(valores={})) == {"valores": {}}
    assert plain(r.Parrafo(texto="")) == {"tipo": "parrafo", "texto": ""}


def test_false_zero_and_the_empty_text_are_values() -> None:
    assert plain(r.Punto(titulo="", minutos=0)) == {"titulo": "", "minutos": 0}
    assert plain(r.Medida(medida="Rampa", prevista=False)) == {"medida": "Rampa", "prevista": False}


def test_canonical_text_sorts_keys_and_leaves_no_spaces() -> None:
    assert canonical(r.Parrafo(texto="año")) == '{"texto":"año","tipo":"parrafo"}'
    assert canonical({"b": 1, "a": (True, None)}) == '{"a":[true,null],"b":1}'


def test_what_the_format_does_not_know_is_not_written() -> None:
    with pytest.raises(TypeError):
        canonical(object())
    with pytest.raises(ValueError, match="Out of range"):
        canonical(float("nan"))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (tuple[r.Bloque, ...], (r.Parrafo(texto="«a»\n<b>"), r.Lista(items=("x", r.Item(texto="y", items=("z",)))))),
        (tuple[r.Declarado, ...], (r.Declarado(concepto="numero", texto="5.10"),)),
        (tuple[r.RefPregunta, ...], (3, "A-3")),
        (tuple[str, ...], ()),
        (Mapping[str, r.Escalar], {"código": 1.5, "vacío": None}),
        (Mapping[str, r.ValorDeRespuesta], {"p1": ("a", "b"), "p2": "No responde"}),
    ],
)
def test_the_text_of_a_column_reads_back_as_its_value(kind: Any, value: Any) -> None:
    assert decode_text(kind, canonical(value)) == value


@pytest.mark.parametrize(
    "text", ['[{"tipo":"video"}]', '[{"tipo":"parrafo"}]', '[{"tipo":"parrafo","texto":"a","x":1}]']
)
def test_a_column_altered_by_hand_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^En \[0\]"):
        decode_text(tuple[r.Bloque, ...], text)
