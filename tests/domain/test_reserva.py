"""What looks personal in a citizen's words is hidden; money, counts and codes are not."""

import pytest

from rcdesk.domain.reserva import CORREO, NUMERO, Reserva, enmascarar, por_palabra, reserva, solo_digitos

HIDDEN = [
    ("Mi correo es rosa.nieto@correo.co.", f"Mi correo es {CORREO}."),
    ("Llámeme al 300 123 4567 o al +57 3001234567", f"Llámeme al {NUMERO} o al {NUMERO}"),
    ("(602) 555 1234", NUMERO),
    ("tel 555 12 34", f"tel {NUMERO}"),
    ("WhatsApp: 3151234567.", f"WhatsApp: {NUMERO}."),
    ("cc 1.144.034.567", f"cc {NUMERO}"),
    ("C.C. No. 66.812.345 de Villa Aurora", f"C.C. No. {NUMERO} de Villa Aurora"),
    ("mi cédula de ciudadanía es la 66812345", f"mi cédula de ciudadanía es la {NUMERO}"),
    ("1144034567", NUMERO),
    ("soy 66812345, vivo aquí", f"soy {NUMERO}, vivo aquí"),
    ("１１４４０３４５６７", NUMERO),
    ("cédula 66'812.345", f"cédula {NUMERO}"),
    ("315\u00a0777–8899", NUMERO),
    ("rosa @ correo.co", CORREO),
    ("cc 1144\u00ad034\u200b567", f"cc {NUMERO}"),
]

KEPT = [
    "¿Por qué costó $1.752.560.630?",
    "costó $ 35000001",
    "costó 1.752.560.630 pesos",
    "costó 5000000",
    "son 1234567 pesos",
    "12345678 habitantes",
    "12345678,90",
    "2,345,678",
    "el contrato 4161.010.26.1.123-2021",
    "el proyecto BP-26002678",
    "radicado 20214173 de 2021",
    "radicado No. 202141730100012345",
    "BPIN 2020760010123",
    "el 2021-11-17 a las 09:05",
    "la vía 4-72 con carrera 100",
    "¿a@ b?",
    "",
]


@pytest.mark.parametrize(("said", "published"), HIDDEN)
def test_documents_telephones_and_e_mails_are_hidden(said: str, published: str) -> None:
    assert enmascarar(said) == published


@pytest.mark.parametrize("said", KEPT)
def test_money_counts_dates_and_codes_stay(said: str) -> None:
    assert enmascarar(said) == said


def test_masking_again_changes_nothing() -> None:
    for said, published in HIDDEN:
        assert enmascarar(enmascarar(said)) == published


def test_a_known_document_is_found_however_its_digits_are_grouped() -> None:
    known = reserva(["1.144.034.567", "300 123 4567", "12"], [])
    for said in ("1144034567", "1.144.034.567", "1 144 034 567", "+57 300-123-4567", "3001234567"):
        assert known.quitar(f"Dijo {said} y se fue") == f"Dijo {NUMERO} y se fue"
    assert known.quitar("300 123 4567 1144034567 99") == f"{NUMERO} {NUMERO} 99"
    for said in (
        "1'144.034.567",
        "1,144,034,567",
        "1\u00a0144\u202f034 567",
        "1_144_034_567",
        "1144/034–567",
        "(300) 123-4567",
    ):
        assert known.quitar(f"Dijo {said} y se fue") == f"Dijo {NUMERO} y se fue"
    assert known.quitar("CC1144034567,3001234567") == f"CC{NUMERO},{NUMERO}"
    for said in ("11440345678", "12", "$1.144.034.568", "$1.144.034.567"):
        assert known.quitar(said) == said


def test_a_known_e_mail_is_found_in_any_case_and_another_stays() -> None:
    known = reserva([], ["Rosa@Correo.co"])
    assert known.quitar("A ROSA@correo.co. No a rosa@correo.com") == f"A {CORREO}. No a rosa@correo.com"


def test_a_full_name_is_found_without_accents_or_case_and_the_longest_wins() -> None:
    known = Reserva(nombres=por_palabra({"Rosa Elvira Nieto": "A", "rosa elvira": "B", "Luz": "C"}))
    assert known.quitar("ROSA  ELVÍRA\nNieto, Rosa Elvira; Luz y Rosa.") == "A, B; Luz y Rosa."
    assert known.quitar("Rosaura Elvira") == "Rosaura Elvira"


def test_the_country_code_is_no_part_of_a_telephone() -> None:
    assert solo_digitos("+57 (300) 123-4567") == "3001234567"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["1 ", "a ", "a@", "1.", "cc ", "a.a@a.", "a", "1", "cc de ", "cc 1 ", "300 "])
def test_no_text_is_quadratic(piece: str) -> None:
    known = Reserva(frozenset({"1144034567"}), frozenset({"a@b.co"}), por_palabra({"a a a a b": "X"}))
    assert "1144034567" not in known.quitar(enmascarar(piece * (100_000 // len(piece)) + "\n1144034567"))
