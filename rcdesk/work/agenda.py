"""The calendar of the entity for any mail program: its hearings, and the days on which commitments fall due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from rcdesk.documents.agenda import Evento, eventos_de
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.registro import FechaHora, FechaONoAplica
from rcdesk.domain.seguimiento import vence
from rcdesk.i18n import COLOMBIA, lista_en_palabras
from rcdesk.render.ics import to_ics
from rcdesk.store.reading import raw
from rcdesk.work.documentos import audiencia_en_pie
from rcdesk.work.estados_al_corte import CompromisoAlRow, de_la_entidad_al
from rcdesk.work.gather import reunir_registros
from rcdesk.work.nombres_reservados import sin_nombres

_AVISO = 3
"""Days before a commitment falls due in which the calendar reminds of it."""
_LUGARES = frozenset({"lugares", "canales", "sesiones"})


def calendario_ics(connection: Any, *, hoy: date) -> bytes:
    """Return the hearings from a year before `hoy` on, and every commitment that is open then and has a date.

    It says no name of a citizen. `connection` is SQLAlchemy's.
    """
    since = hoy.replace(year=hoy.year - 1, day=min(hoy.day, 28)).isoformat()
    query = "SELECT id FROM audiencias WHERE anulada_motivo IS NULL AND fecha >= ? ORDER BY fecha, orden"
    keys = [id for (id,) in raw(connection).execute(query, (since,)).fetchall()]
    hearings = reunir_registros(connection, "audiencias", keys, under=_LUGARES)
    owed = [row for row in de_la_entidad_al(connection, corte=hoy).abiertos if _dia(row)]
    events = [*(event for one in hearings for event in eventos_de(one)), *vencimientos_de(connection, owed)]
    return to_ics(events, made=datetime.combine(hoy, time(0), COLOMBIA))


def audiencia_ics(connection: Any, *, codigo: str, hoy: date) -> bytes:
    """Return one hearing, or its sessions, for the calendar. RuleError when there is none with that code."""
    audiencia = audiencia_en_pie(connection, codigo).audiencias[0]
    return to_ics(eventos_de(audiencia), made=datetime.combine(hoy, time(0), COLOMBIA))


def vencimientos_de(connection: Any, owed: Iterable[CompromisoAlRow]) -> Iterator[Evento]:
    """Yield the day on which each commitment falls due; all of them have a date."""
    by_hearing: dict[str | None, list[CompromisoAlRow]] = {}
    for row in owed:
        by_hearing.setdefault(row.audiencia_id, []).append(row)
    changed = dict(raw(connection).execute("SELECT id, actualizado FROM compromisos").fetchall())
    for hearing, rows in by_hearing.items():
        said = [row.que_hacer for row in rows]
        for row, words in zip(rows, sin_nombres(connection, hearing, said) if hearing else said, strict=True):
            yield _vencimiento(row, words, changed.get(row.id))


def _vencimiento(row: CompromisoAlRow, words: str, changed: str | None) -> Evento:
    day = _dia(row)
    assert day is not None
    who = lista_en_palabras(row.responsables)
    return Evento(
        clave=f"compromiso-{row.id}",
        titulo=f"Vence {rotulo(row.codigo)}: {words}".replace("Vence :", "Vence:"),
        desde=day,
        hecho=FechaHora(changed) if changed else None,
        detalle="\n".join(filter(None, (f"Responde: {who}" if who else "", row.procedencia_nombre))),
        aviso_dias=_AVISO,
    )


def _dia(row: CompromisoAlRow) -> date | None:
    return vence(FechaONoAplica(row.fecha)) if row.fecha else None
