"""What a reader types is told by its shape; of a cédula only who it is comes out; what does not square is nobody."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.codigos import codigo_de
from rcdesk.domain.lector import Cedula, Codigo, Ilegible, leer
from rcdesk.domain.lector.cedulas import edad
from rcdesk.domain.lector.division import diccionario, dividir, escribir
from rcdesk.domain.lector.formas import clase_de, es_entera, puede_ser
from rcdesk.domain.lector.mrz import cuadra, digito
from tests import readings

HOY = date(2026, 11, 20)
ID = "01890a5d-ac96-774b-bcce-b302099a8057"
WORDS = diccionario(
    ["Ana", "Milena", "María", "Juan", "Carlos", "Rosa", "Elvira", "Carmen", "Pedro", "Pablo", "Luis", "Ángel"],
    ["Zuluaga", "Ríos", "Peña", "Muñoz", "Torres", "Nieto", "Hoz", "García", "López", "Correa", "Quintero", "Pérez"],
)


def burst(text: str) -> bytearray:
    return bytearray(text.encode("latin-1"))


def of(text: str) -> object:
    """What is made of a text, by the class that its shape has."""
    kind = clase_de(burst(text))
    assert kind is not None, "no shape"
    return leer(kind, burst(text), HOY)


def said(cedula: object) -> tuple[object, ...]:
    assert isinstance(cedula, Cedula)
    return cedula.tipo, cedula.numero, cedula.apellidos, cedula.nombres, cedula.sexo, cedula.nacimiento


@pytest.mark.parametrize("filler", ["\0", " ", "@", "?", "\x1f"])
def test_a_yellow_cedula_is_read_by_its_anchors_with_its_four_fields(filler: str) -> None:
    found = of(readings.yellow(filler=filler))
    assert said(found) == ("CC", "1107220556", "ZULUAGA RIOS", "ANA MILENA", "F", date(1990, 5, 17))


def test_without_fillers_the_name_stays_undivided_until_someone_confirms_it() -> None:
    found = of(readings.yellow(numero="31820207"))
    assert said(found) == ("CC", "31820207", "", "", "F", date(1990, 5, 17))
    assert isinstance(found, Cedula) and found.juntos == "ZULUAGARIOSANAMILENA"


def test_capitals_locked_another_keyboard_and_an_enie_change_nothing() -> None:
    typed = readings.yellow(nombre=("MUÑOZ", "", "JOSE", ""), filler="\0", sexo="M", tipo="02")
    locked = typed[:170].swapcase().replace("_", "?").replace("ñ", ";")
    found = of(locked)
    assert isinstance(found, Cedula)
    assert (found.numero, found.apellidos, found.nombres, found.sexo) == ("1107220556", "MUÑOZ", "JOSE", "M")
    assert said(of(readings.yellow(tipo="I3", nacimiento=date(2011, 2, 3), filler="\0")))[0] == "TI"


def test_nothing_else_of_a_cedula_comes_out() -> None:
    for typed in (readings.yellow(filler="\0"), readings.yellow(), readings.new()):
        found = of(typed)
        assert isinstance(found, Cedula)
        kept = " ".join(str(getattr(found, name)) for name in Cedula.__slots__)
        assert not [mark for mark in readings.BURIED if mark in kept]
        assert "ZULUAGA" not in repr(found) and "1107220556" not in repr(found)


def test_a_yellow_cedula_is_whole_at_its_birth_and_the_rest_need_not_be_held() -> None:
    typed = burst(readings.yellow(filler="\0"))
    whole = next(n for n in range(1, len(typed)) if es_entera("amarilla", typed[:n]))
    assert typed[:whole].endswith(b"0F19900517")
    assert b"HUELLA" not in typed[:whole] and readings.SANGRE.encode() not in typed[:whole]


@pytest.mark.parametrize(
    ("between", "filler"), [("\r", "<"), ("", "<"), ("\r\n", ";"), ("\t", ">"), ("\r", "*"), (" ", "?")]
)
def test_the_new_cedula_is_read_however_its_lines_and_fillers_come(between: str, filler: str) -> None:
    found = of(readings.new(between=between, filler=filler))
    assert said(found) == ("CC", "1107220556", "ZULUAGA RIOS", "ANA MILENA", "F", date(1990, 5, 17))
    assert said(of(readings.new(between=between, filler=filler).lower())) == said(found)


def test_a_cedula_of_a_foreigner_has_its_number_in_the_first_line() -> None:
    found = of(readings.new(nacionalidad="ECU", tarjeta="445566", codigo="I<", apellidos="QUISPE", nombres="INTI"))
    assert said(found)[:4] == ("CE", "445566", "QUISPE", "INTI")


def test_the_check_digits_are_those_of_the_examples_of_icao() -> None:
    # Doc 9303 part 3 (appendix A) and the specimen of part 5
    assert [digito(field) for field in ("520727", "AB2134<<<", "D23145890", "740812", "120415")] == [3, 5, 7, 2, 9]
    one, two = "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"
    assert cuadra(one, two)
    for place in (*range(5, 15), *range(30, 37), *range(38, 45), *range(48, 60)):
        spoilt = list(one + two)
        spoilt[place] = "1" if spoilt[place] != "1" else "2"
        assert not cuadra("".join(spoilt[:30]), "".join(spoilt[30:]))


@given(st.integers(0, 89), st.sampled_from("0123456789ABCXYZ<"))
def test_a_figure_read_badly_is_nobody(place: int, letter: str) -> None:
    """Only the names of the third line have no check digit: their letters are read by the person who confirms."""
    good = readings.new(between="")
    bad = good[:place] + letter + good[place + 1 :]
    found = leer("mrz", burst(bad), HOY)
    if isinstance(found, Cedula) and bad != good:
        assert found.numero == "1107220556" and (found.nacimiento == date(1990, 5, 17) or place in range(30, 37))


@pytest.mark.parametrize(
    "typed",
    [
        readings.yellow()[:60],
        readings.yellow().replace("0F1990", "0F1X90"),
        readings.yellow(nacimiento=date(2031, 1, 1)),
        readings.yellow(numero="0"),
        readings.yellow(nombre=("Z?#U", "&%", "A", "")),
        readings.yellow().replace("19900517", "19900231"),
        readings.new()[:70],
        readings.new(numero=""),
        codigo_de("persona", ID)[:20],
        codigo_de("persona", ID)[:-1] + "?",
    ],
)
def test_what_was_garbled_says_only_how_long_it_was(typed: str) -> None:
    found = of(typed)
    assert isinstance(found, Ilegible)
    assert found.letras <= len(typed)


def test_a_code_of_ours_is_read_also_in_small_letters() -> None:
    code = codigo_de("hoja", ID)
    assert of(code) == of(code.lower()) == Codigo("hoja", str(UUID(ID)))
    assert es_entera("codigo", burst(code)) and not es_entera("codigo", burst(code[:-1]))


@given(
    st.sampled_from(
        [*(readings.yellow(filler=one) for one in ("", "\0", " ", "@")), readings.new(), codigo_de("hoja", ID)]
    )
)
def test_every_beginning_of_a_reading_may_still_be_one(typed: str) -> None:
    for end in range(1, 60):
        assert puede_ser(burst(typed[:end])), typed[:end]


@pytest.mark.parametrize(
    "typed",
    [
        "rosa",
        "RCDT",
        "ra",
        "incolora",
        "iccolegio",
        "icola",
        "0315x",
        "300",
        "16",
        "i3x",
        "Ñ",
        "77012",
        "0123456\r",
        "0\r",
        "0 3",
    ],
)
def test_what_people_type_stops_looking_like_a_reading_soon(typed: str) -> None:
    assert clase_de(burst(typed)) is None
    assert not puede_ser(burst(typed))


@given(st.binary(max_size=700))
def test_whatever_a_reader_types_is_read_or_is_not(typed: bytes) -> None:
    assert puede_ser(bytearray(typed)) or clase_de(bytearray(typed)) is None
    for kind in ("codigo", "amarilla", "mrz"):
        assert isinstance(leer(kind, bytearray(typed), HOY), Codigo | Cedula | Ilegible)


def test_a_name_without_spaces_is_divided_by_the_names_that_are_known() -> None:
    said = {
        "ZULUAGARIOSANAMILENA": "Ana Milena Zuluaga Ríos",
        "MUÑOZTORRESLUISANGEL": "Luis Ángel Muñoz Torres",
        "NIETODELAHOZROSAELVIRA": "Rosa Elvira Nieto de la Hoz",
        "QUINTEROPEREZMARIADELCARMEN": "María del Carmen Quintero Pérez",
        "CHARAPEDROPABLO": "Pedro Pablo Chara",
        "PEREZ ANA MARIA": "Ana María Pérez",
        "PEREZ CORREA ANA": "Ana Pérez Correa",
        "MUÑOZDE LA HOZROSAELVIRA": "Rosa Elvira Muñoz de la Hoz",
        "PEREZ TOMBE ANA": "Ana Pérez Tombe",
        "DE LA HOZ JUAN": "Juan de la Hoz",
    }
    assert {letters: dividir(letters, WORDS).completo for letters in said} == said
    assert escribir("PEÑA DE LA HOZ", WORDS) == "Peña de la Hoz"


@given(st.text("ABCDEIÑOÁ ß", max_size=60))
def test_dividing_loses_no_letter(letters: str) -> None:
    divided = dividir(letters, WORDS)
    assert sorted(divided.completo.replace(" ", "").upper()) == sorted(letters.replace(" ", "").upper())


def test_an_age_range_changes_on_the_birthday() -> None:
    born = date(1997, 11, 20)
    assert [edad(born, day) for day in (date(2026, 11, 19), date(2026, 11, 20))] == [28, 29]
    assert edad(date(1950, 1, 1), HOY) == 76
    assert edad(date(2009, 1, 1), HOY) == 17
