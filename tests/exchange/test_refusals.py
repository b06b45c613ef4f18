"""A broken or foreign file is refused whole, in a sentence that says file, place and reason."""

import os
from pathlib import Path

import pytest

from rcdesk.domain.errors import RuleError
from rcdesk.exchange import decode, read, to_json
from tests.exchange.files import hearing, of, refusal
from tests.exchange.golden import golden

NOT_OURS = [
    (b"", "no es JSON válido: hay un error en la línea 1, columna 1."),
    (b'{"formato": "rcdesk/1",\n "planes": [}', "no es JSON válido: hay un error en la línea 2, columna 13."),
    (
        b'{"formato":\n "rcdesk/1", "fuente": "Cali \xe1"}',
        "no está en UTF-8 (línea 2): guárdelo de nuevo con esa codificación.",
    ),
    ('{"formato": "rcdesk/1"}'.encode("utf-16"), "está en UTF-16: guárdelo de nuevo como UTF-8."),
    (b"[]", "no es un archivo rcdesk/1: se esperaba un objeto y llegó una lista."),
    (b"{}", "no es un archivo rcdesk/1: le falta la clave «formato»."),
    (b'{"formato": "otro"}', "no es un archivo rcdesk/1: en «formato» dice el texto «otro»."),
    (b'{"formato": 1}', "no es un archivo rcdesk/1: en «formato» dice el número 1."),
    (b'{"formato": "rcdesk/2"}', "es de una versión más nueva del formato (rcdesk/2). Actualice rcdesk para leerlo."),
    (b'{"formato": "rcdesk/12"}', "es de una versión más nueva del formato (rcdesk/12). Actualice rcdesk para leerlo."),
]


@pytest.mark.parametrize(("data", "sentence"), NOT_OURS)
def test_what_is_not_rcdesk_1_is_refused_with_its_reason(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


DEEP = "tiene más de 60 niveles de listas y objetos, uno dentro de otro."
HOSTILE = [
    (b'{"formato": "rcdesk/1", "a": {"b": [NaN]}}', "en a.b[0]: NaN no es un valor de JSON."),
    (b'{"formato": "rcdesk/1", "a": -Infinity}', "en a: -Infinity no es un valor de JSON."),
    (b'{"formato": "rcdesk/1", "a": 1e999}', "en a: el número 1e999 es demasiado grande."),
    (b'{"formato": "rcdesk/1", "a": 1%s}' % (b"0" * 20), "en a: el número 100000000000000000000 es demasiado grande."),
    (b'{"formato": "rcdesk/1", "a": {"b": 1, "b": 2}}', "en a: la clave «b» está dos veces en el mismo objeto."),
    (
        b'{"formato": "rcdesk/1", "formato": "rcdesk/1"}',
        "en el archivo: la clave «formato» está dos veces en el mismo objeto.",
    ),
    (
        b'{"formato": "rcdesk/1", "a": %s%s}' % (b"[" * 61, b"]" * 61),
        DEEP,
    ),
    (b"[" * 100_000, DEEP),
]


@pytest.mark.parametrize(("data", "sentence"), HOSTILE)
def test_json_that_only_a_hostile_writer_makes_is_refused_wherever_it_is(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


def test_a_number_of_five_megabytes_is_refused_without_showing_it_whole() -> None:
    sentence = refusal(b'{"formato": "rcdesk/1", "fuente": %s}' % (b"1" * 5_000_000))
    assert sentence == f"en fuente: el número {'1' * 30}… es demasiado grande."


def test_sixty_levels_are_read() -> None:
    assert decode(b'{"formato": "rcdesk/1", "a": %s%s}' % (b"[" * 59, b"]" * 59), "x").avisos


def test_every_problem_is_listed_up_to_twenty() -> None:
    assert refusal(hearing(fecha="x", vigencia=3)).splitlines() == [
        "hay 2 problemas.",
        "En audiencias[0].fecha: se esperaba una fecha AAAA-MM-DD (o AAAA-MM, o AAAA) y llegó el texto «x».",
        "En audiencias[0].vigencia: se esperaba un número entero desde 1990 hasta 9999 y llegó el número 3.",
    ]
    lines = refusal(hearing(preguntas=[{"numero": i, "texto": 3} for i in range(1, 31)])).splitlines()
    assert lines[0] == "hay 30 problemas."
    assert lines[20].startswith("En audiencias[0].preguntas[19].texto:")
    assert lines[21:] == ["Y 10 más."]


def test_a_long_hostile_key_is_shown_short_and_on_one_line() -> None:
    sentence = refusal(of(audiencias=[{"codigo": "a", "extras": {"x\n\x1b\u202e" + "y" * 1000: []}}]))
    assert "\n" not in sentence
    assert "\u202e" not in sentence
    assert len(sentence) < 250


def test_what_is_not_a_regular_file_is_refused_before_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tubo.json")
    for path in (tmp_path / "no_existe.json", tmp_path, tmp_path / "tubo.json"):
        with pytest.raises(RuleError, match=r"no existe, o no es un archivo\. Revise la ruta\.$"):
            read(path)


def test_a_file_too_large_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "enorme.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024 + 1)  # sparse: it takes no room
    with pytest.raises(RuleError, match=r"^No se leyó «enorme\.json»: pesa más de 200 MiB\.$"):
        read(path)


def test_a_cut_file_is_refused_at_any_length() -> None:
    whole = to_json(read(golden("municipio_paac_2020")).archivo).rstrip()
    for length in range(0, len(whole), 997):
        with pytest.raises(RuleError, match=r"no es JSON válido|no está en UTF-8"):
            decode(whole[:length], "x")
