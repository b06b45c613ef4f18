"""How people look at the desk: their state in a word, and a document that the next in the queue cannot read."""

from __future__ import annotations

from typing import Final

from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import ANULADO, State
from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.candidatos import CandidatoRow

POR_LLEGAR: Final = State("No ha llegado", "circle-dashed")
SIN_PREGUNTAR: Final = State("Falta preguntar", "circle-help", "warn")
POR_IDENTIFICAR: Final = State("Por identificar", "circle-help", "warn")
AUTORIZO: Final = State("Autorizó sus datos", "check", "ok")
SIN_REPRESENTANTE: Final = State("Falta representante", "circle-alert", "warn")
NO_AUTORIZO: Final = State("No autorizó", "ban")


def consent(answer: bool | None) -> State:
    """Return what someone answered about their data."""
    if answer is None:
        return SIN_PREGUNTAR
    return AUTORIZO if answer else NO_AUTORIZO


def arrival(hora: str | None) -> State:
    """Return whether someone is in, and since when."""
    return State(f"Ingresó {hora}", "check", "ok") if hora else POR_LLEGAR


def went_out(hora: str) -> State:
    """Return that someone who was in is out, and since when."""
    return State(f"Salió {hora}", "corner-up-right", "warn")


def veiled(tipo: str | None, documento: str | None) -> str:
    """Return a document with its middle hidden: «CC 1.144.•••.318»; nothing when there is none."""
    if not documento:
        return ""
    if documento.isdecimal() and len(documento) > 5:
        parts = numero(int(documento)).split(".")
        shown = ".".join([*parts[:-2], "•••", parts[-1]])
    else:
        shown = f"{documento[:2]}•••{documento[-2:]}" if len(documento) > 4 else "•••"
    return f"{tipo} {shown}" if tipo and tipo != "otro" else shown


def _state(row: AsistenteRow) -> State:
    if row.anulada is not None:
        return ANULADO
    if not row.nombre:
        return POR_IDENTIFICAR
    if not row.hora_llegada:
        return POR_LLEGAR
    return SIN_REPRESENTANTE if row.incompleta else consent(row.autorizacion_otorgada)


def _note(row: AsistenteRow) -> str:
    if row.anulada is not None:
        return f"Anulado: {row.anulada}"
    out = f"salió a las {row.fuera}" if row.fuera else ""
    late = f"agregado el {fecha_corta(row.agregado)}" if row.agregado else ""
    return "  ·  ".join(filter(None, (late, row.grupo or row.cargo, out)))


LOST: Final = AsistenteRow("", "No se pudo leer a esta persona.", *(None,) * 10, (), *(None,) * 11)
"""Stands in the table for someone who could not be read."""

PEOPLE: Final = (
    Column[AsistenteRow]("Hora", lambda r: r.hora_llegada or "", 84),
    Column[AsistenteRow]("Persona", lambda r: r.nombre or "Ilegible", strong=True, note=_note),
    Column[AsistenteRow]("Documento", lambda r: veiled(r.documento_tipo, r.documento_numero), 168, drop=1),
    Column[AsistenteRow]("Modalidad", lambda r: r.modalidad or "", 104, tone="ink2", drop=2),
    Column[AsistenteRow]("Estado", lambda r: _state(r).word, 176, state=_state, drop=3),
)

_ORIGINS: Final = {"asistente": "", "invitado": "Invitado", "persona": "En el directorio"}


def origin(row: CandidatoRow) -> State:
    """Return whether who was found is in, went out, is expected, or is only known."""
    if row.fuera:
        return went_out(row.fuera)
    if row.origen == "asistente":
        return arrival(row.hora_llegada)
    return State(_ORIGINS[row.origen], "users", "info")
