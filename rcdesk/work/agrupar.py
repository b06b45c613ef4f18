"""The free answers of a survey, grouped by a person under names; each stays as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from rcdesk.domain import grupos_de_respuestas as de_grupos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras import encuesta as cifras
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.encuestas import enunciado, opciones
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.gather import reunir_registro

_P = JOURNALED["preguntas_encuesta"].c


@dataclass(frozen=True, slots=True)
class RespuestaLibreRow:
    """An answer as it was typed, how many gave it, the group it is in and the one it could be in."""

    id: str
    cuantas: int
    grupo: str
    propuesto: str


@dataclass(frozen=True, slots=True)
class GrupoRow:
    """A group: its place from 1, how many people it counts and which part of those who answered."""

    id: str
    numero: int
    cuantas: int
    porcentaje: str


@dataclass(frozen=True, slots=True)
class GruposView:
    """The free answers of a question and their groups. `propuestas` are those that a person has not accepted."""

    id: str
    enunciado: str
    base: int
    respuestas: tuple[RespuestaLibreRow, ...]
    grupos: tuple[GrupoRow, ...]
    propuestas: tuple[de_grupos.Propuesta, ...]
    actuales: Mapping[str, tuple[str, ...]]


@action("Agrupar respuestas")
def agrupar_respuestas(
    unit: Unit,
    *,
    id: str,
    grupos: Mapping[str, tuple[str, ...]],
    seen: Mapping[str, tuple[str, ...]] | None = None,
) -> None:
    """Write the groups of the free answers of a question: name → answers as typed. `seen` are those on screen."""
    if seen is not None:
        unit.check_seen("preguntas_encuesta", id, {"grupos": seen})
    found = unit.connection.execute(select(_P.anulada_motivo).where(_P.id == id)).one_or_none()
    if found is None or found.anulada_motivo is not None:
        raise RuleError("La pregunta ya no está en la encuesta.")
    texts = [text for group in grupos.values() for text in group]
    if len(texts) > len(set(texts)):
        raise RuleError("Una respuesta no puede estar en dos grupos: déjela en uno solo.")
    for name in grupos:
        de_grupos.revisar_nombre(name, {})
    unit.update("preguntas_encuesta", id, grupos={name: tuple(group) for name, group in grupos.items() if group})


def como(nombre: str) -> Action[..., None]:
    """Return the action under the name that Undo shows: «Poner 3 respuestas en «Radio»»."""
    return replace(agrupar_respuestas, name=nombre)


def ver_grupos(connection: Connection, *, encuesta_id: str, id: str) -> GruposView | None:
    """Return the free answers of a question of a survey; None when it is gone."""
    survey: r.Encuesta | None = reunir_registro(connection, "encuestas", encuesta_id)
    question = next((one for one in survey.preguntas if one.id == id), None) if survey is not None else None
    if survey is None or question is None:
        return None
    texts = de_grupos.libres(question, survey.respuestas)
    proposed = de_grupos.proponer(texts, question.grupos, opciones(question) if question.tipo != "texto" else ())
    of = {text: one.nombre for one in proposed for text in one.respuestas}
    group = de_grupos.de_grupo(question)
    base = cifras.base(question, survey.respuestas) or 0
    count = cifras.conteos(question, survey.respuestas)
    names = sorted(question.grupos, key=lambda name: (-count.get(name, 0), name))
    return GruposView(
        id=id,
        enunciado=enunciado(question),
        base=base,
        respuestas=tuple(
            RespuestaLibreRow(text, many, group.get(text, ""), of.get(text, "")) for text, many in texts.items()
        ),
        grupos=tuple(
            GrupoRow(name, place, count.get(name, 0), porcentaje(count.get(name, 0), base) if base else "")
            for place, name in enumerate(names, 1)
        ),
        propuestas=tuple(proposed),
        actuales=question.grupos,
    )


def preguntas_agrupables(connection: Connection, *, encuesta_id: str) -> list[tuple[str, str]]:
    """Return the questions of a survey in which people wrote: (key, «15. ¿Dónde la encontró?»)."""
    survey: r.Encuesta | None = reunir_registro(connection, "encuestas", encuesta_id)
    if survey is None:
        return []
    return [
        (str(one.id), f"{place}. {enunciado(one)}")
        for place, one in enumerate(survey.preguntas, 1)
        if de_grupos.agrupable(one) and de_grupos.libres(one, survey.respuestas)
    ]
