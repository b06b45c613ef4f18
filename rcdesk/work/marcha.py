"""The run of a hearing: the point of the agenda now, whose word it is, their clocks, and who is watching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import reloj as clocks
from rcdesk.domain.cifras.audiencia import minutos_entre
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import codigo_de
from rcdesk.domain.registro import Reloj
from rcdesk.domain.turnos import LISTA_DE_TIEMPOS, Clase, Tiempos, Turno, columnas_de, escribir_tiempos, leer_tiempos
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.lineas import corregir
from rcdesk.work.listas import escribir_lista, leer_lista
from rcdesk.work.transmision import Espectadores, ver_espectadores

_CLOCK: Final = tuple(field.name for field in fields(Reloj) if field.name != "presentes")


@dataclass(frozen=True, slots=True)
class PuntoEnMarcha:
    """A point of the agenda and its clock; `guion` is the private note of who moderates."""

    id: str
    numero: int
    titulo: str
    minutos: int | None
    responsable: str | None
    guion: str | None
    reloj: Reloj


@dataclass(frozen=True, slots=True)
class TurnoRow:
    """Who has the word, or waits for it. Of an answer, `pregunta` is the key of the question and `codigo` its code."""

    id: str
    orden: str
    clase: Clase
    nombre: str | None
    organizacion: str | None
    tema: str | None
    pregunta: str | None
    codigo: str
    reloj: Reloj

    @property
    def quien(self) -> str:
        """Who speaks, in words."""
        if self.clase == "respuesta":
            return f"Respuesta a la {self.codigo}" if self.codigo else "Respuesta"
        return self.nombre or "Sin nombre"

    @property
    def empezo(self) -> tuple[str, str, str]:
        """What tells which of two began later, also in one same second."""
        return self.reloj.inicio or "", self.orden, self.id


@dataclass(frozen=True, slots=True)
class MarchaView:
    """How the hearing goes. What was started and is not over is «now», also while it is paused."""

    puntos: tuple[PuntoEnMarcha, ...]
    franja: int | None
    """Minutes scheduled for the hearing."""
    punto: PuntoEnMarcha | None
    """The point now."""
    turno: TurnoRow | None
    """Who has the word now."""
    interrumpido: TurnoRow | None
    """Who waits for an interpellation to be over."""
    esperan: tuple[TurnoRow, ...]
    """Who asked for the word, in order."""
    ultimo: TurnoRow | None
    """The last who had the word, and finished."""
    espectadores: Espectadores | None
    tiempos: Tiempos
    minutos_por_intervencion: int | None

    @property
    def siguiente(self) -> PuntoEnMarcha | None:
        """The point that follows, if any."""
        return siguiente_de(self.puntos)

    @property
    def minutos(self) -> int:
        """The sum of what the points were planned to take."""
        return sum(punto.minutos or 0 for punto in self.puntos)

    @property
    def en_pausa(self) -> bool:
        """Whether something is now, and its clock is stopped."""
        current = self.turno or self.punto
        return current is not None and not clocks.corre(current.reloj)


def ver_marcha(connection: Connection, *, audiencia_id: str) -> MarchaView:
    """Return how the hearing goes; its clocks are to be read at a moment, with `domain.reloj`."""
    hearing = JOURNALED["audiencias"].c
    query = select(
        hearing.hora_inicio_programada, hearing.hora_fin_programada, hearing.reglamento_minutos_por_intervencion
    ).where(hearing.id == audiencia_id)
    start, end, minutes = connection.execute(query).one_or_none() or (None, None, None)
    puntos, turnos = leer_puntos(connection, audiencia_id), leer_turnos(connection, audiencia_id)
    started = [turno for turno in turnos if clocks.empezado(turno.reloj)]
    started.sort(key=lambda turno: (turno.clase == "interpelacion", *turno.empezo), reverse=True)
    over = [turno for turno in turnos if turno.reloj.fin is not None]
    return MarchaView(
        puntos=puntos,
        franja=minutos_entre(start, end),
        punto=punto_de_ahora(puntos),
        turno=next(iter(started), None),
        interrumpido=next(iter(started[1:]), None),
        esperan=tuple(turno for turno in turnos if turno.reloj.inicio is None),
        ultimo=max(over, key=lambda turno: (turno.reloj.fin or "", *turno.empezo), default=None),
        espectadores=ver_espectadores(connection, audiencia_id=audiencia_id),
        tiempos=ver_tiempos(connection),
        minutos_por_intervencion=minutes,
    )


def ver_tiempos(connection: Connection) -> Tiempos:
    """Return the times that the entity allots."""
    return leer_tiempos(leer_lista(connection, LISTA_DE_TIEMPOS))


def punto_de_ahora(puntos: Sequence[PuntoEnMarcha]) -> PuntoEnMarcha | None:
    """The point that was started and is not over."""
    return next((punto for punto in reversed(puntos) if clocks.empezado(punto.reloj)), None)


def siguiente_de(puntos: Sequence[PuntoEnMarcha]) -> PuntoEnMarcha | None:
    """The point after the present one; after the last that is over when there is none; else the first."""
    begun = [punto for punto in puntos if punto.reloj.inicio is not None]
    reached = punto_de_ahora(puntos) or (begun[-1] if begun else None)
    place = 0 if reached is None else reached.numero
    return puntos[place] if place < len(puntos) else None


def leer_puntos(connection: Connection, audiencia_id: str) -> tuple[PuntoEnMarcha, ...]:
    """Return the agenda with its clocks."""
    table = JOURNALED["puntos"].c
    shown = (table.id, table.titulo, table.minutos, table.responsable, table.guion)
    query = select(*shown, *_clock(table)).where(table.audiencia_id == audiencia_id, table.anulada_motivo.is_(None))
    return tuple(
        PuntoEnMarcha(found.id, number, found.titulo, found.minutos, found.responsable, found.guion, reloj_de(found))
        for number, found in enumerate(connection.execute(query.order_by(table.orden, table.id)), 1)
    )


def leer_turnos(connection: Connection, audiencia_id: str) -> tuple[TurnoRow, ...]:
    """Return the turns that were not withdrawn, in order."""
    table, asked = JOURNALED["turnos"].c, JOURNALED["preguntas"]
    shown = (table.id, table.orden, table.clase, table.nombre, table.organizacion, table.tema, table.pregunta)
    query = (
        select(*shown, asked.c.mesa, asked.c.numero, *_clock(table))
        .join_from(JOURNALED["turnos"], asked, asked.c.id == table.pregunta, isouter=True)
        .where(table.audiencia_id == audiencia_id, table.anulada_motivo.is_(None))
    )
    return tuple(
        TurnoRow(
            id=found.id,
            orden=found.orden,
            clase=found.clase,
            nombre=found.nombre,
            organizacion=found.organizacion,
            tema=found.tema,
            pregunta=found.pregunta,
            codigo="" if found.numero is None else codigo_de(found.mesa, found.numero),
            reloj=reloj_de(found),
        )
        for found in connection.execute(query.order_by(table.orden, table.id))
    )


def reloj_de(found: Any) -> Reloj:
    """Read the clock of a row that has its columns."""
    return Reloj(**{name: getattr(found, f"reloj_{name}") for name in _CLOCK})


def _clock(table: Any) -> list[Any]:
    return [table[f"reloj_{name}"] for name in _CLOCK]


# What is done with the points


@action("Pasar al punto siguiente")
def pasar_al_siguiente(unit: Unit, *, audiencia_id: str) -> str:
    """End the point of now, start the one that follows, and return its key; after the last one, empty."""
    puntos = leer_puntos(unit.connection, audiencia_id)
    target = siguiente_de(puntos)
    if target is None and punto_de_ahora(puntos) is None:
        raise RuleError("El orden del día ya terminó." if puntos else "No hay orden del día: escríbalo en Preparación.")
    _pasar(unit, audiencia_id, puntos, target)
    return target.id if target is not None else ""


@action("Volver al punto anterior")
def volver_al_anterior(unit: Unit, *, audiencia_id: str) -> str:
    """End the point of now and go on with the one before, whose time goes on from where it was; return its key."""
    puntos = leer_puntos(unit.connection, audiencia_id)
    here = punto_de_ahora(puntos)
    begun = [p for p in puntos if p.reloj.inicio is not None and (here is None or p.numero < here.numero)]
    if not begun:
        raise RuleError("No hay un punto anterior que haya empezado.")
    _pasar(unit, audiencia_id, puntos, begun[-1])
    return begun[-1].id


@action("Pasar al punto")
def pasar_al_punto(unit: Unit, *, audiencia_id: str, id: str) -> None:
    """End the point of now and start (or go on with) another."""
    puntos = leer_puntos(unit.connection, audiencia_id)
    target = next((punto for punto in puntos if punto.id == id), None)
    if target is None:
        raise RuleError("Ese punto ya no está en el orden del día.")
    if clocks.empezado(target.reloj):
        raise RuleError(f"El punto {target.numero} ya está en curso.")
    _pasar(unit, audiencia_id, puntos, target)


def _pasar(unit: Unit, audiencia_id: str, puntos: Sequence[PuntoEnMarcha], target: PuntoEnMarcha | None) -> None:
    unit.audiencia_id = audiencia_id
    now = unit.clock()
    for punto in puntos:
        if clocks.empezado(punto.reloj):
            guardar_reloj(unit, punto.id, clocks.terminar(punto.reloj, now))
    if target is not None:
        guardar_reloj(unit, target.id, clocks.iniciar(target.reloj, now, (target.minutos or 0) * 60))


def guardar_reloj(unit: Unit, punto: str, reloj: Reloj) -> None:
    """Write the clock of a point."""
    unit.update("puntos", punto, **columnas_de(reloj))


@action("Corregir los minutos del punto", merges=True)
def planear_minutos(unit: Unit, *, id: str, minutos: int | None, seen: Mapping[str, object] | None = None) -> None:
    """Write how long a point is to take; its clock, if it began, is allotted the same."""
    corregir["puntos"].run(unit, id=id, valores={"minutos": minutos}, seen=seen)
    table = JOURNALED["puntos"].c
    reloj = reloj_de(unit.connection.execute(select(*_clock(table)).where(table.id == id)).one())
    if reloj.inicio is not None:
        guardar_reloj(unit, id, replace(reloj, segundos=(minutos or 0) * 60 or None))


@action("Corregir las horas del punto", merges=True)
def corregir_horas(unit: Unit, *, id: str, inicio: str, fin: str) -> None:
    """Write when a point began and ended (HH:MM of Bogotá); both empty, it never began. Pauses stay as they were."""
    table = JOURNALED["puntos"].c
    found = unit.connection.execute(select(*_clock(table)).where(table.id == id)).one()
    guardar_reloj(unit, id, clocks.corregir(reloj_de(found), inicio, fin, datetime.fromisoformat(unit.clock())))


# What is done with whatever runs


@action("Pausar o seguir el reloj")
def pausar_o_seguir(unit: Unit, *, audiencia_id: str) -> bool:
    """Stop the clock of who has the word, else of the point, or let it go on; return whether it runs now."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    current = view.turno or view.punto
    if current is None:
        raise RuleError("No corre ningún reloj: pase al primer punto con Ctrl AvPág.")
    runs = clocks.corre(current.reloj)
    step = clocks.pausar if runs else clocks.iniciar
    _escribir(unit, current, step(current.reloj, unit.clock()))
    unit.audiencia_id = audiencia_id
    return not runs


@action("Ampliar el tiempo")
def ampliar_tiempo(unit: Unit, *, audiencia_id: str, segundos: int = 60) -> None:
    """Allot more seconds to who has the word, else to the point."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    current = view.turno or view.punto
    if current is None:
        raise RuleError("No corre ningún reloj: pase al primer punto con Ctrl AvPág.")
    _escribir(unit, current, clocks.ampliar(current.reloj, segundos))
    unit.audiencia_id = audiencia_id


def detener_todo(unit: Unit, audiencia_id: str) -> None:
    """Pause every clock that runs: the hearing is in recess."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    for current in (view.turno, view.punto):
        if current is not None and clocks.corre(current.reloj):
            _escribir(unit, current, clocks.pausar(current.reloj, unit.clock()))


def seguir_todo(unit: Unit, audiencia_id: str) -> None:
    """Let every clock of now go on: the recess is over."""
    view = ver_marcha(unit.connection, audiencia_id=audiencia_id)
    for current in (view.turno, view.punto):
        if current is not None and not clocks.corre(current.reloj):
            _escribir(unit, current, clocks.iniciar(current.reloj, unit.clock()))


def _escribir(unit: Unit, current: PuntoEnMarcha | TurnoRow, reloj: Reloj) -> None:
    if isinstance(current, PuntoEnMarcha):
        guardar_reloj(unit, current.id, reloj)
    else:
        unit.get(Turno, current.id).reloj = reloj


@action("Fijar los tiempos", merges=True)
def fijar_tiempos(unit: Unit, *, tiempos: Tiempos) -> None:
    """Write the times that the entity allots."""
    escribir_lista(unit, LISTA_DE_TIEMPOS, escribir_tiempos(tiempos))
