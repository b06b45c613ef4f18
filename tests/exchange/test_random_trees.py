"""Whatever the records can hold, the format can carry."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import version_publica
from rcdesk.exchange import canonical, decode, decode_text, read, to_json
from rcdesk.exchange.decode import reader
from rcdesk.exchange.encode import plain
from rcdesk.exchange.places import Notes
from rcdesk.resources import resource
from tests.exchange.golden import NAMES, golden
from tests.exchange.trees import records
from tests.lengths import cases

QUICK = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
VALIDATOR = jsonschema.Draft202012Validator(json.loads(resource("rcdesk-1.schema.json").read_text("utf-8")))
KINDS = sorted(
    (kind for kind in vars(r).values() if isinstance(kind, type) and issubclass(kind, r.Valor)),
    key=lambda kind: kind.__name__,
)


def reread(kind: type, value: Any) -> Any:
    """Return a record after a trip through JSON."""
    notes = Notes()
    found = reader(kind)(json.loads(json.dumps(plain(value))), None, notes)
    assert [said for said in notes.problems if "ya es el de otro" not in said] == []
    assert notes.avisos == []
    return found


@pytest.mark.parametrize("kind", KINDS)
@QUICK
@given(data=st.data())
def test_a_record_comes_back_equal_and_says_the_same_of_what_is_empty(kind: type, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    back = reread(kind, record)
    assert back == record
    assert plain(back) == plain(record)
    assert decode_text(kind, canonical(record)) == record


@settings(QUICK, max_examples=cases(120))
@given(archivo=records(r.Archivo))
def test_whatever_is_written_follows_the_schema(archivo: r.Archivo) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(to_json(archivo)))) == []


@settings(QUICK, max_examples=cases(90))
@given(archivo=records(r.Archivo))
def test_the_public_version_follows_the_schema_and_is_public_already(archivo: r.Archivo) -> None:
    for initials in (False, True):
        public = version_publica(archivo, iniciales=initials)
        VALIDATOR.validate(json.loads(to_json(public)))
        assert version_publica(public, iniciales=initials) == public


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_file_is_written_following_the_schema(name: str) -> None:
    archivo = read(golden(name)).archivo
    for one in (archivo, version_publica(archivo)):
        assert list(VALIDATOR.iter_errors(json.loads(to_json(one)))) == []


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "tipo", "texto", "x"]), inner),
    max_leaves=8,
)


@settings(QUICK, max_examples=cases(300))
@given(data=st.data())
def test_any_json_where_a_value_was_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    tree = json.loads(to_json(data.draw(records(r.Archivo))))
    node: Any = tree
    while isinstance(node, dict | list) and node:
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if data.draw(st.booleans()) or not isinstance(node[key], dict | list):
            node[key] = data.draw(JSON)
            break
        node = node[key]
    try:
        leido = decode(json.dumps(tree).encode(), "x.json")
    except RuleError as refused:
        assert str(refused).startswith("No se leyó «x.json»: ")
    else:
        VALIDATOR.validate(json.loads(to_json(leido.archivo)))


@settings(QUICK, max_examples=cases(200))
@given(data=st.binary(max_size=60))
def test_any_bytes_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(RuleError, match=r"^No se leyó «x»: "):
        decode(data, "x")
