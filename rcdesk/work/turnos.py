"""The word: who asks for it, who has it, and the answers, which are timed as turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, select

from rcdesk.domain import orden
from rcdesk.domain import reloj as clocks
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Reloj
from rcdesk.domain.turnos import Clase, Turno, lugar_en_la_fila
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.marcha import MarchaView, TurnoRow, guardar_reloj, ver_marcha
from rcdesk.work.presentes import reconocer

_T, _I = JOURNALED["turnos"].c, JOURNALED["intervenciones"].c
_USUALES: Final = 3
"""Minutes of a turn when the rules of the hearing say nothing."""


@action("Inscribir para hablar")
def pedir_la_palabra(
    unit: Unit,
    *,
    audiencia_id: str,
    valores: Mapping[str, object],
    clase: Clase = "orador",
    minutos: int | None = None,
) -> str:
    """Put someone in the queue and return the key of the turn.

    `valores` are nombre, organizacion and tema; what is known from the attendance is completed. A point of order and an
    interpellation go first. Without `minutos`, those of the rules of the hearing.
    """
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    if minutos is not None and not 1 <= minutos <= 240:
        raise RuleError("Escriba entre 1 y 240 minutos.", field="minutos")
    allotted = minutos or view.minutos_por_intervencion or _USUALES
    place = lugar_en_la_fila(clase, [row.clase for row in view.esperan])
    turno = Turno(audiencia_id=audiencia_id, clase=clase, orden=_orden(unit, audiencia_id, view.esperan, place))
    turno.reloj = Reloj(segundos=allotted * 60)
    turno.corregir(_con_asistencia(unit, audiencia_id, valores))
    return unit.add(turno)


@action("Mover en la lista de oradores")
def mover_turno(unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """Move who waits; `antes` and `despues` are the order keys of the new neighbours, empty at the ends."""
    unit.get(Turno, id).orden = orden.entre(antes, despues)


@action("Retirar de la lista de oradores")
def retirar_turno(unit: Unit, *, id: str) -> None:
    """Take off the queue someone who no longer wants the word."""
    unit.get(Turno, id).retirar(cuando=unit.clock(), quien=unit.quien)


@action("Dar la palabra")
def dar_la_palabra(unit: Unit, *, id: str) -> None:
    """Start the clock of who waits. Who had the word finishes; an interpellation only pauses them."""
    turno = unit.get(Turno, id)
    if turno.reloj_inicio is not None:
        raise RuleError("Ese turno ya empezó.")
    view = ver_marcha(unit.connection, audiencia_id=turno.audiencia_id)
    _ceder(unit, view, interpela=turno.clase == "interpelacion")
    turno.reloj = clocks.iniciar(turno.reloj, unit.clock())


@action("Dar la palabra al siguiente")
def dar_la_palabra_al_siguiente(unit: Unit, *, audiencia_id: str) -> None:
    """Start the clock of the first who waits."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    if not view.esperan:
        raise RuleError("Nadie espera la palabra: inscriba a quien la pidió.")
    dar_la_palabra.run(unit, id=view.esperan[0].id)


@action("Terminar el turno")
def terminar_turno(unit: Unit, *, audiencia_id: str) -> None:
    """End the turn of now. A speaker's goes to the acta as an intervention; who was interrupted goes on."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    if view.turno is None:
        raise RuleError("Nadie tiene la palabra.")
    _terminar(unit, view.turno.id)
    if view.turno.clase == "interpelacion" and view.interrumpido is not None:
        _seguir(unit, view.interrumpido)


@action("Devolver la palabra al último")
def devolver_la_palabra(unit: Unit, *, audiencia_id: str) -> None:
    """Let the last who finished go on, with the times they had; who has the word now finishes."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    if view.ultimo is None:
        raise RuleError("Todavía nadie ha terminado de hablar.")
    _ceder(unit, view, interpela=view.ultimo.clase == "interpelacion")
    turno = unit.get(Turno, view.ultimo.id)
    turno.devolver(unit.clock())
    if unit.connection.execute(select(_I.id).where(_I.id == turno.id)).first() is not None:
        withdrawn = {"anulada_motivo": "sigue hablando", "anulada_cuando": unit.clock(), "anulada_quien": unit.quien}
        unit.update("intervenciones", turno.id, **withdrawn)


@action("Cronometrar la respuesta")
def cronometrar_respuesta(unit: Unit, *, audiencia_id: str, pregunta: str) -> str:
    """Start the clock of the answer to a question, and return the key of the turn; who had the word finishes."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    if view.turno is not None and view.turno.pregunta == pregunta:
        raise RuleError("Esa respuesta ya se está cronometrando.")
    _ceder(unit, view)
    last = unit.last_order("turnos", audiencia_id=audiencia_id)
    turno = Turno(audiencia_id=audiencia_id, clase="respuesta", pregunta=pregunta, orden=orden.despues_de(last))
    turno.reloj = clocks.iniciar(None, unit.clock(), view.tiempos.respuesta)
    return unit.add(turno)


def terminar_respuesta(unit: Unit, pregunta: str) -> None:
    """End the answer to that question, if it is being timed."""
    mine = and_(_T.pregunta == pregunta, _T.clase == "respuesta", _T.anulada_motivo.is_(None))
    running = select(_T.id).where(mine, _T.reloj_inicio.is_not(None), _T.reloj_fin.is_(None))
    for key in unit.connection.scalars(running).all():
        _terminar(unit, key)


def terminar_todo(unit: Unit, audiencia_id: str) -> None:
    """End every turn that began and the point of now: the hearing is over."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    for row in (view.turno, view.interrumpido):
        if row is not None:
            _terminar(unit, row.id)
    if view.punto is not None:
        guardar_reloj(unit, view.punto.id, clocks.terminar(view.punto.reloj, unit.clock()))


def _ceder(unit: Unit, view: MarchaView, *, interpela: bool = False) -> None:
    """Make room for another: who has the word finishes, or is only paused; who was interrupted finishes too."""
    if view.turno is not None and interpela and view.turno.clase != "interpelacion":
        if clocks.corre(view.turno.reloj):
            held = unit.get(Turno, view.turno.id)
            held.reloj = clocks.pausar(held.reloj, unit.clock())
        return
    for row in (view.turno, None if interpela else view.interrumpido):
        if row is not None:
            _terminar(unit, row.id)


def _terminar(unit: Unit, id: str) -> None:
    turno, now = unit.get(Turno, id), unit.clock()
    turno.reloj = clocks.terminar(turno.reloj, now)
    unit.audiencia_id = turno.audiencia_id
    if turno.clase == "orador":
        _anotar_intervencion(unit, turno, turno.minutos(datetime.fromisoformat(now)))


def _seguir(unit: Unit, row: TurnoRow) -> None:
    held = unit.get(Turno, row.id)
    if not clocks.corre(held.reloj):
        held.reloj = clocks.iniciar(held.reloj, unit.clock())


def _anotar_intervencion(unit: Unit, turno: Turno, minutos: int) -> None:
    """Its key is that of the turn, so that giving the word back finds it."""
    if unit.connection.execute(select(_I.id).where(_I.id == turno.id)).first() is not None:
        stands: dict[str, Any] = dict.fromkeys(("anulada_motivo", "anulada_cuando", "anulada_quien"))
        unit.update("intervenciones", turno.id, minutos=minutos, **stands)
        return
    last = unit.last_order("intervenciones", audiencia_id=turno.audiencia_id)
    row = {
        "id": turno.id,
        "audiencia_id": turno.audiencia_id,
        "orden": orden.despues_de(last),
        "nombre": turno.nombre,
        "cargo": turno.organizacion,
        "tema": turno.tema,
        "minutos": minutos,
    }
    unit.insert("intervenciones", [row])


def _orden(unit: Unit, audiencia_id: str, esperan: Sequence[TurnoRow], place: int) -> str:
    """The order key of a new turn at a place of the queue."""
    if place >= len(esperan):
        return orden.despues_de(unit.last_order("turnos", audiencia_id=audiencia_id))
    return orden.entre(esperan[place - 1].orden if place else "", esperan[place].orden)


def _con_asistencia(unit: Unit, audiencia_id: str, valores: Mapping[str, object]) -> dict[str, object]:
    """What was typed, with the name and the organisation that someone of that name is registered with."""
    nombre = " ".join(str(valores.get("nombre") or "").split())
    found = {**valores, "nombre": nombre}
    person = reconocer(unit, audiencia_id, nombre)
    if person is not None:
        found["nombre"] = person.nombre
        found["organizacion"] = valores.get("organizacion") or person.organizacion or person.dependencia
    return found
