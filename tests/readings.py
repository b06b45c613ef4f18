"""What a reader types, made up: cédulas of nobody, with marks in everything that must be thrown away.

The marks (`BURIED`) are looked for afterwards in every file of the base.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from rcdesk.domain.lector.mrz import digito

AFIS, TARJETA, LUGAR, SANGRE = "48151623", "77665544", "76109", "AB-"
HUELLA: Final = b"\x02\x1f\x00HUELLA\xff\x80\x80\r\x09DACTILAR\x1b\xa9Zq7"
BURIED: Final = (AFIS, TARJETA, f"{LUGAR}0{SANGRE}", "HUELLA", "DACTILAR", "PubDSK_1")
"""What no file may hold after a cédula was read."""

WHOLE: Final = 531
"""Bytes of the barcode of the yellow cédula."""


def yellow(
    numero: str = "1107220556",
    nombre: tuple[str, str, str, str] = ("ZULUAGA", "RIOS", "ANA", "MILENA"),
    *,
    sexo: str = "F",
    nacimiento: date = date(1990, 5, 17),
    filler: str = "",
    tipo: str = "03",
) -> str:
    """Return the barcode as typed in keyboard mode; `filler` is what the reader makes of each NUL."""
    fields = "".join(part.ljust(23, "\0") for part in nombre)
    who = f"0{sexo}{nacimiento:%Y%m%d}{LUGAR}0{SANGRE}"
    head = f"{tipo}{AFIS}".ljust(24, "\0") + "PubDSK_1" + "\0" * 8 + TARJETA
    data = f"{head}{numero.zfill(10)}{fields}{who}".encode("latin-1")
    prints = (HUELLA * 40)[: WHOLE - len(data)]
    return (data + prints).decode("latin-1").replace("\0", filler)


def lines(
    numero: str = "1107220556",
    apellidos: str = "ZULUAGA RIOS",
    nombres: str = "ANA MILENA",
    *,
    sexo: str = "F",
    nacimiento: date = date(1990, 5, 17),
    nacionalidad: str = "COL",
    tarjeta: str = "012345678",
    codigo: str = "IC",
) -> list[str]:
    """Return the three lines of the new cédula; of a cédula de extranjería when the nationality is another."""
    card = tarjeta.ljust(9, "<")
    one = f"{codigo}COL{card}{digito(card)}".ljust(30, "<")
    born, until = f"{nacimiento:%y%m%d}", "330517"
    optional = (numero if nacionalidad == "COL" else "").ljust(11, "<")
    two = f"{born}{digito(born)}{sexo}{until}{digito(until)}{nacionalidad}{optional}"
    two += str(digito(one[5:] + two[:7] + two[8:15] + two[18:29]))
    three = f"{apellidos.replace(' ', '<')}<<{nombres.replace(' ', '<')}".ljust(30, "<")[:30]
    return [one, two, three]


def new(numero: str = "1107220556", *, between: str = "\r", filler: str = "<", **rest: str) -> str:
    """Return the three lines as typed, divided by `between`; `filler` is what the keyboard makes of `<`."""
    return between.join(lines(numero, **rest)).replace("<", filler)  # type: ignore[arg-type]
