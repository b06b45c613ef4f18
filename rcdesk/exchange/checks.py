"""What no record can tell alone: that one code names one thing, and that references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rcdesk.domain.registro import Archivo, Audiencia, Encuesta, Plan, Pregunta, Registro
from rcdesk.exchange.places import Notes, Place, shown, where


def check(archivo: Archivo, notes: Notes) -> None:
    """Add to `notes` what does not hold between the parts of a file.

    References to what is not in the file are avisos: a file may carry a part of what the base has.
    """
    if archivo.entidad is not None:
        formats = ((f.codigo and (f.codigo, f.version or ""), f) for f in archivo.entidad.formatos)
        _unique(formats, ((None, "entidad"), "formatos"), "el formato", notes)
    _unique(((a.codigo, a) for a in archivo.audiencias), (None, "audiencias"), "la audiencia", notes)
    _unique(((p.codigo, p) for p in archivo.planes), (None, "planes"), "el plan", notes)
    plans = {plan.codigo for plan in archivo.planes}
    people = {person.id for person in archivo.personas}
    for i, audiencia in enumerate(archivo.audiencias):
        place = ((None, "audiencias"), i)
        _missing(audiencia.plan, plans, (place, "plan"), "el plan", notes)
        _hearing(audiencia, place, notes)
        for j, asistente in enumerate(audiencia.asistentes):
            _missing(asistente.persona, people, (((place, "asistentes"), j), "persona"), "la persona", notes)
    for i, plan in enumerate(archivo.planes):
        _plan(plan, ((None, "planes"), i), notes)


def _unique(keyed: Iterable[tuple[Any, Registro]], place: Place, what: str, notes: Notes) -> None:
    """No two records of a list with one natural key. An annulled one with an id is matched by it."""
    seen: dict[Any, int] = {}
    for i, (key, record) in enumerate(keyed):
        if not key or (record.id is not None and getattr(record, "anulada", None) is not None):
            continue
        if key in seen:
            there = where((place, seen[key])).removeprefix("En ")
            notes.problem((place, i), f"{what} «{_named(key)}» ya está en {there}")
        seen.setdefault(key, i)


def _named(key: Any) -> str:
    return shown(" ".join(str(part) for part in key if part) if isinstance(key, tuple) else key)


def _missing(reference: Any, known: Iterable[Any], place: Place, what: str, notes: Notes) -> None:
    if reference is not None and reference not in known:
        notes.aviso(place, f"{what} «{shown(reference)}» no está en este archivo")


def _hearing(audiencia: Audiencia, place: Place, notes: Notes) -> None:
    questions = {_reference(pregunta) for pregunta in audiencia.preguntas}
    commitments = {compromiso.codigo for compromiso in audiencia.compromisos}
    people = {asistente.id for asistente in audiencia.asistentes}
    _unique(((_reference(p), p) for p in audiencia.preguntas), (place, "preguntas"), "la pregunta", notes)
    for i, pregunta in enumerate(audiencia.preguntas):
        here = ((place, "preguntas"), i)
        _missing(pregunta.compromiso, commitments, (here, "compromiso"), "el compromiso", notes)
        _missing(pregunta.agrupada_en, questions, (here, "agrupada_en"), "la pregunta", notes)
        if pregunta.autor is not None:
            _missing(pregunta.autor.asistente, people, ((here, "autor"), "asistente"), "el asistente", notes)
    _unique(((c.codigo, c) for c in audiencia.compromisos), (place, "compromisos"), "el compromiso", notes)
    for i, compromiso in enumerate(audiencia.compromisos):
        for j, numero in enumerate(compromiso.preguntas):
            _missing(numero, questions, ((((place, "compromisos"), i), "preguntas"), j), "la pregunta", notes)
    for i, estrategia in enumerate(audiencia.dofa.estrategias if audiencia.dofa else ()):
        strategies = ((place, "dofa"), "estrategias")
        _missing(estrategia.compromiso, commitments, ((strategies, i), "compromiso"), "el compromiso", notes)
    _unique(((e.codigo, e) for e in audiencia.encuestas), (place, "encuestas"), "la encuesta", notes)
    for i, encuesta in enumerate(audiencia.encuestas):
        _survey(encuesta, ((place, "encuestas"), i), notes)


def _reference(pregunta: Pregunta) -> int | str:
    """How another record names a question: its number, «A-3» when a desk numbered it."""
    return f"{pregunta.mesa}-{pregunta.numero}" if pregunta.mesa else pregunta.numero


def _survey(encuesta: Encuesta, place: Place, notes: Notes) -> None:
    codes = {pregunta.codigo for pregunta in encuesta.preguntas}
    _unique(((p.codigo, p) for p in encuesta.preguntas), (place, "preguntas"), "la pregunta", notes)
    for i, pregunta in enumerate(encuesta.preguntas):
        if pregunta.condicion is not None:
            here = (((place, "preguntas"), i), "condicion")
            _missing(pregunta.condicion.pregunta, codes, (here, "pregunta"), "la pregunta", notes)
    if encuesta.respuestas and any(pregunta.resultados for pregunta in encuesta.preguntas):
        notes.problem(place, "la encuesta trae a la vez respuestas una por una y resultados contados; deje solo unas")
    for i, respuesta in enumerate(encuesta.respuestas):
        for code in respuesta.valores:
            _missing(code, codes, (((place, "respuestas"), i), "valores"), "la pregunta", notes)


def _plan(plan: Plan, place: Place, notes: Notes) -> None:
    _unique(((c.codigo, c) for c in plan.compromisos), (place, "compromisos"), "el compromiso", notes)
    for i, componente in enumerate(plan.componentes):
        for j, actividad in enumerate(componente.actividades):
            here = ((((place, "componentes"), i), "actividades"), j)
            periods = ((p.periodo, p) for p in actividad.programacion)
            _unique(periods, (here, "programacion"), "el periodo", notes)
