"""A mail for each who owes something, not yet sent: with the letter, and its dates for their calendar."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import COLOMBIA, fecha_larga, plural, sin_tildes
from rcdesk.render.eml import Attached, to_eml
from rcdesk.render.ics import to_ics
from rcdesk.render.zipped import zipped
from rcdesk.work.agenda import vencimientos_de
from rcdesk.work.gather import reunir_entidad
from rcdesk.work.requerimientos import debidos_por_quien, documento_requerimientos

_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 60  # letters of a name


def correos_de_requerimiento(connection: Any, *, evidencias: Path, hoy: date) -> bytes:
    """Return a zip with a mail for each who has commitments that are late or near on a day. RuleError when nobody has.

    They are addressed to nobody: whose mail is which, the person knows.
    """
    from rcdesk.render.pdf import to_bytes  # ReportLab takes 0.2 s to import

    owed = debidos_por_quien(connection, hoy=hoy)
    if not owed:
        raise RuleError("No hay compromisos vencidos ni por vencer: no hay a quién escribirle.")
    entidad = reunir_entidad(connection).entidad
    made = datetime.combine(hoy, time(0), COLOMBIA)
    mails: dict[str, str | bytes] = {}
    for number, (name, rows) in enumerate(owed.items(), 1):
        letter = documento_requerimientos(connection, evidencias=evidencias, hoy=hoy, responsable=name)
        attached = (
            Attached("requerimiento.pdf", to_bytes(letter), "application/pdf"),
            Attached("fechas.ics", to_ics(vencimientos_de(connection, rows), made=made), "text/calendar"),
        )
        subject = f"Requerimiento de {plural(len(rows), 'compromiso', 'compromisos')}: {name}"
        words = _words(name, len(rows), hoy, (entidad.nombre if entidad else None) or "")
        mails[f"{number:02} {_file(name)}.eml"] = to_eml(subject, words, attached, made=made)
    return zipped(mails)


def _words(name: str, count: int, hoy: date, entidad: str) -> str:
    owed = plural(count, "compromiso vencido o por vencer", "compromisos vencidos o por vencer")
    return (
        f"{name}:\n\nAl {fecha_larga(hoy.isoformat())} tiene {owed}. En el oficio adjunto está cuáles son, desde "
        f"cuándo y hasta qué día se puede informar. El archivo «fechas.ics» los pone en su calendario.\n\n{entidad}\n"
    )


def _file(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", sin_tildes(name)).strip()[:_LONGEST].strip() or "responsable"
