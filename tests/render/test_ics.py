"""An iCalendar file as RFC 5545 wants it, whatever somebody typed."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.documents.agenda import Evento, eventos_de
from rcdesk.domain import registro as r
from rcdesk.i18n import COLOMBIA
from rcdesk.render.ics import to_ics
from rcdesk.render.words import clean

HECHO = datetime(2026, 11, 20, tzinfo=COLOMBIA)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=200
)


def lines(*events: Evento) -> list[str]:
    """The unfolded lines of a file, each piece of which was as the standard says."""
    data = to_ics(events, made=HECHO)
    assert data.endswith(b"END:VCALENDAR\r\n")
    pieces = data.split(b"\r\n")
    assert all(len(piece) <= 75 and b"\n" not in piece and b"\r" not in piece for piece in pieces)
    for piece in pieces:
        piece.decode()  # no letter was cut in two
    return data.decode().replace("\r\n ", "").split("\r\n")


def value(found: list[str], name: str) -> str:
    return next(line.partition(":")[2] for line in found if line.partition(":")[0].partition(";")[0] == name)


def unescaped(words: str) -> str:
    out, rest = "", iter(words)
    for letter in rest:
        out += ({"n": "\n"}.get(follow := next(rest), follow)) if letter == "\\" else letter
    return out


@settings(max_examples=60)
@given(WORDS)
def test_any_title_comes_back_as_it_was_typed(words: str) -> None:
    found = lines(Evento(clave="1", titulo=words, desde=date(2026, 11, 30), detalle=f"a\n{words}"))
    begun = [line for line in found if line.startswith(("BEGIN", "END"))]
    assert begun.count("BEGIN:VEVENT") == begun.count("END:VEVENT") == 1
    assert unescaped(value(found, "SUMMARY")).split() == clean(words).split()


def test_a_due_day_takes_the_whole_day_and_warns_before() -> None:
    found = lines(Evento(clave="c-1", titulo="Vence", desde=date(2026, 12, 31), aviso_dias=3))
    assert "DTSTART;VALUE=DATE:20261231" in found
    assert "DTEND;VALUE=DATE:20270101" in found
    assert (value(found, "UID"), value(found, "TRIGGER")) == ("c-1@rcdesk", "-P3D")
    assert value(found, "TRANSP") == "TRANSPARENT"
    assert found == lines(Evento(clave="c-1", titulo="Vence", desde=date(2026, 12, 31), aviso_dias=3))


def test_a_hearing_has_its_hour_in_bogota_and_says_when_it_is_called_off() -> None:
    hearing = r.Audiencia(
        codigo="rdc-2026-2",
        nombre="Segunda audiencia; 2026",
        estado="cancelada",
        fecha=r.Fecha("2026-12-10"),
        hora_inicio_programada=r.Hora("09:00"),
        hora_fin_programada=r.Hora("11:30"),
        actualizado=r.FechaHora("2026-11-01T12:00:00Z"),
        lugares=(r.Lugar(nombre="Coliseo", municipio="Valle Sereno"),),
        canales=(r.Canal(tipo="youtube", url="https://ejemplo.gov.co/en-vivo"),),
    )
    found = lines(*eventos_de(hearing))
    assert "TZID:America/Bogota" in found
    assert "DTSTART;TZID=America/Bogota:20261210T090000" in found
    assert "DTEND;TZID=America/Bogota:20261210T113000" in found
    assert (value(found, "STATUS"), value(found, "DTSTAMP")) == ("CANCELLED", "20261101T120000Z")
    assert value(found, "SUMMARY") == "Segunda audiencia\\; 2026"
    assert value(found, "LOCATION") == "Coliseo\\, Valle Sereno"
    assert value(found, "URL") == "https://ejemplo.gov.co/en-vivo"
    assert not any("VALARM" in line for line in found)


def test_each_session_is_an_event_and_an_hour_without_end_lasts_two() -> None:
    sessions = tuple(r.Sesion(fecha=r.Fecha(f"2026-12-1{n}"), hora_inicio=r.Hora("14:00")) for n in (0, 1))
    first, second = eventos_de(r.Audiencia(codigo="x", sesiones=sessions))
    assert (first.clave, second.clave) == ("audiencia-x-1", "audiencia-x-2")
    assert isinstance(second.desde, datetime)
    assert second.desde.astimezone(UTC).hour == 19
    assert timedelta(minutes=second.minutos) == timedelta(hours=2)
    assert list(eventos_de(r.Audiencia(codigo="x", fecha=r.Fecha("2026-12")))) == []


def test_what_falls_on_the_last_day_that_there_is_has_no_end() -> None:
    days = [date.max, datetime(9999, 12, 31, 23, 30, tzinfo=COLOMBIA), date(7, 1, 2)]
    written = to_ics(
        [Evento(clave=str(n), titulo="x", desde=day, minutos=90) for n, day in enumerate(days)], made=HECHO
    )
    assert written.count(b"DTEND") == 1
    assert b"DTSTART;VALUE=DATE:00070102\r\n" in written
