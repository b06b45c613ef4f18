"""Whatever the format can say, the base can hold and give back."""

import json
import re
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from rcdesk.domain import registro as r
from rcdesk.exchange import to_json
from rcdesk.store import base
from rcdesk.store.values import INSTANTE
from rcdesk.work.gather import reunir
from rcdesk.work.intercambio import Importado, importar
from tests.exchange.trees import records
from tests.lengths import cases

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")


def content(tree: Any) -> Any:
    """The tree without identities, with every instant in Colombian time, as the base gives it."""
    if isinstance(tree, dict):
        return {key: content(value) for key, value in tree.items() if key not in ("id", "actualizado", "generado")}
    if isinstance(tree, list):
        return [content(item) for item in tree]
    if isinstance(tree, str) and _INSTANT.fullmatch(tree):
        assert INSTANTE.write is not None
        assert INSTANTE.read is not None
        return INSTANTE.read(INSTANTE.write(tree))
    return tree


@settings(
    max_examples=cases(90),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(archivo=records(r.Archivo))
def test_any_file_comes_back_from_the_base(archivo: r.Archivo) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = base.make_or_open(Path(folder) / "b", clock=time.time_ns, puesto="p", quien="Ana")
        try:
            with database.unit("Importar") as unit:
                importar.run(unit, archivo=archivo)
            with database.reading() as connection:
                back = reunir(connection)
            with database.unit("Importar") as unit:
                assert importar.run(unit, archivo=back) == Importado()
        finally:
            database.close()
    assert content(json.loads(to_json(back))) == content(json.loads(to_json(archivo)))
