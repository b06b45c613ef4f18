"""The commitments that one hearing tells of those before it: derived while its acta is not approved, then kept.

What they say is read without the names of citizens of the hearing where they were made: those were given for that one,
and no version of this acta, not even the public one, could know whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from rcdesk.domain import registro as r
from rcdesk.domain.actas import APROBADA
from rcdesk.domain.compromisos_anteriores import (
    Anterior,
    Procedencia,
    anteriores,
    conservados,
    lugar,
)
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.plazos import dia_exacto
from rcdesk.store.reading import raw
from rcdesk.work.gather import reunir_registros
from rcdesk.work.nombres_reservados import sin_nombres

_ACTA: Final = frozenset({"actas", "hallazgos_descartados"})
_AUDIENCIAS: Final = (
    "SELECT id, codigo, coalesce(nombre, codigo), fecha FROM audiencias "
    "WHERE anulada_motivo IS NULL AND coalesce(estado, '') <> 'cancelada' AND id <> ? ORDER BY fecha, orden"
)
_PLANES: Final = "SELECT id, codigo, coalesce(nombre, codigo) FROM planes WHERE anulada_motivo IS NULL"
_ADQUIRIDOS: Final = (
    "SELECT c.id, c.audiencia_id, c.plan_id FROM compromisos AS c LEFT JOIN audiencias AS h ON h.id = c.audiencia_id "
    "WHERE c.anulada_motivo IS NULL AND NOT (coalesce(c.estado, '') IN ('cumplido', 'incumplido', 'cancelado') "
    "AND coalesce(c.adquirido, h.fecha, '') < ?1 AND NOT EXISTS (SELECT 1 FROM seguimientos AS s "
    "WHERE s.compromiso_id = c.id AND s.anulada_motivo IS NULL AND coalesce(s.corte, '') >= ?1))"
)
"""All but those that were closed before a day (`?1`, AAAA-MM-DD) and of which nothing was said since."""

_NOMBRADOS: Final = (
    "SELECT c.id, coalesce(h.codigo, p.codigo), c.codigo FROM compromisos AS c "
    "LEFT JOIN audiencias AS h ON h.id = c.audiencia_id LEFT JOIN planes AS p ON p.id = c.plan_id "
    "WHERE c.anulada_motivo IS NULL AND c.codigo IS NOT NULL"
)


class Previa(NamedTuple):
    """The hearing before one."""

    codigo: str
    nombre: str
    fecha: str


def con_anteriores(connection: Any, archivo: r.Archivo) -> r.Archivo:
    """The file of one hearing with what its acta tells of earlier commitments.

    `connection` may be the driver's own, as the command line opens it.
    """
    if not archivo.audiencias:
        return archivo
    audiencia = archivo.audiencias[0]
    if _aprobada(audiencia):
        return archivo
    told = tuple(uno.dicho for uno in _derivados(connection, audiencia, _previas(connection, audiencia)))
    if told == audiencia.compromisos_anteriores:
        return archivo
    return replace(archivo, audiencias=(replace(audiencia, compromisos_anteriores=told), *archivo.audiencias[1:]))


class Contados(NamedTuple):
    """What a hearing tells of earlier commitments, those left out among them; `fijos` once its acta is approved."""

    audiencia: r.Audiencia
    previa: Previa | None
    compromisos: tuple[Anterior, ...]
    fijos: bool


def reunir_anteriores(connection: Any, audiencia_id: str) -> Contados | None:
    """Return what a hearing tells of earlier commitments; None when it is gone."""
    audiencia = next(iter(reunir_registros(connection, "audiencias", [audiencia_id], under=_ACTA)), None)
    if audiencia is None:
        return None
    previas, fijos = _previas(connection, audiencia), _aprobada(audiencia)
    found = _guardados(connection, audiencia) if fijos else _derivados(connection, audiencia, previas)
    return Contados(audiencia, _ultima(previas), found, fijos)


def _aprobada(audiencia: r.Audiencia) -> bool:
    return audiencia.acta is not None and audiencia.acta.estado in APROBADA


def _ultima(previas: Mapping[str, Procedencia]) -> Previa | None:
    una = max(previas.values(), key=lambda una: ultimo_dia(una.fecha or ""), default=None)
    return Previa(una.codigo, una.nombre, una.fecha or "") if una else None


def _derivados(connection: Any, audiencia: r.Audiencia, previas: Mapping[str, Procedencia]) -> tuple[Anterior, ...]:
    """As they stood on the day of the hearing, and those kept of where this base has nothing."""
    kept, dia, previa = audiencia.compromisos_anteriores, dia_exacto(audiencia.fecha), _ultima(previas)
    if dia is None:
        return tuple(map(_de_fuera, kept))
    planes = {id: Procedencia(codigo, nombre) for id, codigo, nombre in _filas(connection, _PLANES)}
    origins = {**previas, **planes}
    since = ultimo_dia(previa.fecha) if previa else None
    found = anteriores(dia, since, _adquiridos(connection, origins, since or dia), audiencia.hallazgos_descartados)
    elsewhere = conservados(kept, (una.codigo for una in origins.values()))
    return (*_sin_nombres(connection, previas, found), *map(_de_fuera, elsewhere))


def _guardados(connection: Any, audiencia: r.Audiencia) -> tuple[Anterior, ...]:
    """As an approved acta told them, each with its key if it is in this base."""
    known = {(place, codigo): id for id, place, codigo in _filas(connection, _NOMBRADOS)}
    return tuple(
        replace(_de_fuera(uno), id=known.get((uno.procedencia, uno.codigo), _de_fuera(uno).id))
        for uno in audiencia.compromisos_anteriores
    )


def _de_fuera(uno: r.CompromisoAnterior) -> Anterior:
    return Anterior(lugar(uno.procedencia, uno.codigo or uno.que_hacer), uno, None, avanzo=uno.texto is not None)


def _previas(connection: Any, audiencia: r.Audiencia) -> dict[str, Procedencia]:
    """The hearings before one, by their keys."""
    dia = dia_exacto(audiencia.fecha)
    return {
        key: Procedencia(codigo, nombre, fecha)
        for key, codigo, nombre, fecha in _filas(connection, _AUDIENCIAS, audiencia.id)
        if dia and fecha and ultimo_dia(fecha) < dia
    }


def _adquiridos(
    connection: Any, origins: Mapping[str, Procedencia], since: date
) -> Iterator[tuple[Procedencia, r.Compromiso]]:
    where: dict[str, str] = {}
    for id, hearing, plan in _filas(connection, _ADQUIRIDOS, since.isoformat()):
        if (hearing or plan) in origins:
            where[id] = hearing or plan
    for compromiso in reunir_registros(connection, "compromisos", list(where)):
        yield origins[where[compromiso.id or ""]], compromiso


def _sin_nombres(connection: Any, hearings: Mapping[str, Procedencia], found: Iterable[Anterior]) -> Iterator[Anterior]:
    """Each, without the names of the citizens of the hearing where it was made; of a plan, of every one of them."""
    keys = {una.codigo: key for key, una in hearings.items()}
    by_place: dict[str, list[Anterior]] = {}
    for uno in found:
        by_place.setdefault(uno.dicho.procedencia, []).append(uno)
    clean: dict[str, Anterior] = {}
    for procedencia, suyos in by_place.items():
        for key in [keys[procedencia]] if procedencia in keys else hearings:
            suyos = [*_limpios(connection, key, suyos)]
        clean |= {uno.id: uno for uno in suyos}
    return (clean.get(uno.id, uno) for uno in found)


def _limpios(connection: Any, audiencia_id: str, suyos: Sequence[Anterior]) -> Iterator[Anterior]:
    said = [
        text
        for uno in suyos
        for text in (uno.dicho.que_hacer, uno.dicho.texto or "", uno.dicho.entidad_competente or "")
    ]
    clean = iter(sin_nombres(connection, audiencia_id, said))
    for uno in suyos:
        what, told, other = next(clean), next(clean) or None, next(clean) or None
        yield replace(uno, dicho=replace(uno.dicho, que_hacer=what, texto=told, entidad_competente=other))


def _filas(connection: Any, query: str, *values: object) -> list[Any]:
    return list(raw(connection).execute(query, values).fetchall())
