"""The survey of a hearing: its questions, the forms typed from paper, or the counts that come already added up.

A survey has forms or counts, never both: forms are counted by the program, counts are typed with their base.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import encuestas, orden
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import motivo_escrito
from rcdesk.exchange.text import decode_text
from rcdesk.resources import resource
from rcdesk.store.records import from_row, to_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action

_E, _P = JOURNALED["encuestas"].c, JOURNALED["preguntas_encuesta"].c
_F, _R = JOURNALED["respuestas_encuesta"].c, JOURNALED["resultados"].c

_DEFINEN: Final = frozenset({"tipo", "opciones", "admite_otro"})
"""What cannot change under the answers that a question already has, unless they still fit."""


@cache
def encuesta_de_evaluacion() -> r.Encuesta:
    """The survey that is offered to a hearing without one."""
    text = resource("templates", "encuesta_evaluacion.json").read_text("utf-8")
    found: r.Encuesta = decode_text(r.Encuesta, text)
    return found


@action("Crear encuesta")
def crear_encuesta(unit: Unit, *, audiencia_id: str, encuesta: r.Encuesta) -> str:
    """Add a survey to a hearing with the questions of `encuesta`, without answers, and return its key."""
    codes = frozenset(unit.connection.scalars(select(_E.codigo).where(_E.audiencia_id == audiencia_id)))
    code = encuestas.proponer_codigo(encuesta.codigo or encuesta.titulo or "encuesta", codes)
    place = orden.despues_de(unit.last_order("encuestas", audiencia_id=audiencia_id))
    head = to_row("encuestas", replace(encuesta, codigo=code, encuestados=None))
    key = unit.insert("encuestas", [head | {"audiencia_id": audiencia_id, "orden": place}])[0]
    places = orden.repartidas(len(encuesta.preguntas))
    rows = [
        to_row("preguntas_encuesta", replace(pregunta, respondieron=None)) | {"encuesta_id": key, "orden": where}
        for pregunta, where in zip(encuesta.preguntas, places, strict=True)
    ]
    unit.insert("preguntas_encuesta", rows)
    unit.audiencia_id = audiencia_id
    return key


@action("Agregar pregunta de la encuesta")
def agregar_pregunta(unit: Unit, *, encuesta_id: str, valores: Mapping[str, object]) -> str:
    """Add a question at the end of a survey and return its key; without `codigo` it gets one from its words."""
    before = preguntas_de(unit.connection, encuesta_id)
    row: dict[str, Any] = _leidos(valores)
    row["codigo"] = row.get("codigo") or encuestas.proponer_codigo(
        row.get("enunciado") or "", [pregunta.codigo for pregunta in before]
    )
    row.setdefault("tipo", "unica")
    encuestas.revisar_pregunta(_registro(row), before)
    row |= {
        "encuesta_id": encuesta_id,
        "orden": orden.despues_de(unit.last_order("preguntas_encuesta", encuesta_id=encuesta_id)),
    }
    return unit.insert("preguntas_encuesta", [row])[0]


@action("Corregir pregunta de la encuesta", merges=True)
def corregir_pregunta(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a question; what was already answered must still fit. `seen` as on screen."""
    unit.check_seen("preguntas_encuesta", id, seen or {})
    row = _pregunta(unit, id)
    changes = _leidos(valores)
    if "condicion_pregunta" in changes and not changes["condicion_pregunta"]:
        changes["condicion_es"] = ()
    after = _registro({**row, **changes})
    questions = preguntas_de(unit.connection, row["encuesta_id"])
    place = next(i for i, pregunta in enumerate(questions) if pregunta.id == id)
    encuestas.revisar_pregunta(after, questions[:place])
    if _DEFINEN & changes.keys():
        _exigir_que_quepan(unit, row["encuesta_id"], after)
        for other in questions[place + 1 :]:
            if other.condicion is not None and other.condicion.pregunta == after.codigo:
                encuestas.revisar_pregunta(other, [after])
    unit.update("preguntas_encuesta", id, **changes)


@action("Mover pregunta de la encuesta")
def mover_pregunta(unit: Unit, *, id: str, pasos: int) -> bool:
    """Move a question up (negative) or down; say whether it moved. A condition stays after its question."""
    survey = _pregunta(unit, id)["encuesta_id"]
    questions = list(preguntas_de(unit.connection, survey))
    place = next(i for i, pregunta in enumerate(questions) if pregunta.id == id)
    target = min(max(place + pasos, 0), len(questions) - 1)
    if target == place:
        return False
    moved = questions.pop(place)
    questions.insert(target, moved)
    for i, pregunta in enumerate(questions):
        if pregunta.condicion is not None:
            encuestas.revisar_pregunta(pregunta, questions[:i])
    rows = unit.connection.execute(select(_P.id, _P.orden).where(_P.encuesta_id == survey))
    keys = {row.id: row.orden for row in rows}
    before = keys[str(questions[target - 1].id)] if target else ""
    after = keys[str(questions[target + 1].id)] if target + 1 < len(questions) else ""
    unit.update("preguntas_encuesta", id, orden=orden.entre(before, after))
    return True


@action("Retirar pregunta de la encuesta")
def retirar_pregunta(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a question with the reason; one on which another depends stays."""
    why = motivo_escrito(motivo, "se retira")
    row = _pregunta(unit, id)
    for other in preguntas_de(unit.connection, row["encuesta_id"]):
        if other.condicion is not None and other.condicion.pregunta == row["codigo"]:
            raise RuleError(f"De ella depende «{encuestas.enunciado(other)}». Quite primero esa condición.")
    unit.withdraw("preguntas_encuesta", id, why)


@action("Digitar formulario")
def registrar_formulario(
    unit: Unit,
    *,
    encuesta_id: str,
    valores: Mapping[str, r.ValorDeRespuesta],
    aplicacion: r.AplicacionRespuesta = "papel",
    borrador: str = "",
) -> str:
    """Add the answers of one person, by the code of each question, and return the key of the form.

    `borrador` is the draft that kept it while it was typed.
    """
    exigir_sin_conteos(unit, encuesta_id)
    unit.used_draft(borrador)
    questions = preguntas_de(unit.connection, encuesta_id)
    row = {
        "encuesta_id": encuesta_id,
        "orden": orden.despues_de(unit.last_order("respuestas_encuesta", encuesta_id=encuesta_id)),
        "fecha": unit.clock(),
        "aplicacion": aplicacion,
        "valores": encuestas.leer_formulario(questions, valores),
    }
    return unit.insert("respuestas_encuesta", [row])[0]


@action("Corregir formulario")
def corregir_formulario(unit: Unit, *, id: str, valores: Mapping[str, r.ValorDeRespuesta]) -> None:
    """Write the answers of a form anew; those to questions that are no longer in the survey stay."""
    found = unit.connection.execute(select(_F.encuesta_id, _F.valores, _F.anulada_motivo).where(_F.id == id)).first()
    if found is None or found.anulada_motivo is not None:
        raise RuleError(GONE)
    read = encuestas.leer_formulario(preguntas_de(unit.connection, found.encuesta_id), valores)
    unit.update("respuestas_encuesta", id, valores={**found.valores, **read})


@action("Retirar formulario")
def retirar_formulario(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a form, with the reason; it counts in no figure."""
    why = motivo_escrito(motivo, "se retira")
    unit.withdraw("respuestas_encuesta", id, why)


@action("Anotar resultados", merges=True)
def anotar_resultados(
    unit: Unit, *, id: str, respondieron: int | None, cantidades: Mapping[str, int | None] | None = None
) -> None:
    """Write how many answered a question and how many chose each option; an option with None loses its count."""
    row = _pregunta(unit, id)
    _exigir_sin_formularios(unit, row["encuesta_id"])
    query = select(_R.id, _R.opcion, _R.cantidad).where(_R.pregunta_id == id, _R.anulada_motivo.is_(None))
    known = {found.opcion: found for found in unit.connection.execute(query)}
    base = leer(r.PreguntaEncuesta, "respondieron", respondieron)
    written = {option: leer(r.Resultado, "cantidad", n) for option, n in (cantidades or {}).items()}
    kept = {**{option: found.cantidad for option, found in known.items()}, **written}
    encuestas.revisar_resultados(_registro(row), base, {o: n for o, n in kept.items() if n is not None})
    unit.update("preguntas_encuesta", id, respondieron=base)
    for option, n in written.items():
        found = known.get(option)
        if found is None and n is not None:
            place = orden.despues_de(unit.last_order("resultados", pregunta_id=id))
            unit.insert("resultados", [{"pregunta_id": id, "orden": place, "opcion": option, "cantidad": n}])
        elif found is not None and n is None:
            unit.withdraw("resultados", found.id, "conteo borrado")
        elif found is not None:
            unit.update("resultados", found.id, cantidad=n)


@action("Anotar encuestados", merges=True)
def anotar_encuestados(unit: Unit, *, id: str, encuestados: int | None) -> None:
    """Write how many people answered a survey whose forms are not here."""
    _exigir_sin_formularios(unit, id)
    unit.update("encuestas", id, encuestados=leer(r.Encuesta, "encuestados", encuestados))


@action("Borrar los conteos")
def borrar_conteos(unit: Unit, *, id: str) -> None:
    """Take away every typed count of a survey, so that its forms may be typed."""
    unit.update("encuestas", id, encuestados=None)
    for pregunta in preguntas_de(unit.connection, id):
        if pregunta.respondieron is not None:
            unit.update("preguntas_encuesta", str(pregunta.id), respondieron=None)
    for key in _conteos(unit, id):
        unit.withdraw("resultados", key, "conteo borrado")


def preguntas_de(connection: Connection, encuesta_id: str) -> tuple[r.PreguntaEncuesta, ...]:
    """Return the questions of a survey in their order, without their typed counts."""
    query = select(JOURNALED["preguntas_encuesta"]).where(_P.encuesta_id == encuesta_id, _P.anulada_motivo.is_(None))
    found = connection.execute(query.order_by(_P.orden, _P.id))
    return tuple(from_row("preguntas_encuesta", dict(row._mapping), {}) for row in found)


def exigir_sin_conteos(unit: Unit, encuesta_id: str) -> None:
    """Refuse single answers for a survey that has counts written."""
    if _tiene_conteos(unit, encuesta_id):
        raise RuleError(
            "Esta encuesta tiene conteos escritos. Bórrelos antes de traer o digitar formularios: nunca van los dos."
        )


def _leidos(valores: Mapping[str, object]) -> dict[str, Any]:
    read = {campo: leer(r.PreguntaEncuesta, campo, valor) for campo, valor in valores.items()}
    for campo in ("opciones", "muestra", "condicion_es"):
        if campo in read:
            read[campo] = tuple(texto for raw in read[campo] or () if (texto := str(raw).strip()))
    return read


def _registro(row: Mapping[str, Any]) -> r.PreguntaEncuesta:
    empty: dict[str, Any] = dict.fromkeys(_P.keys())
    found: r.PreguntaEncuesta = from_row("preguntas_encuesta", {**empty, **row}, {})
    return found


def _pregunta(unit: Unit, id: str) -> dict[str, Any]:
    row = unit.connection.execute(select(JOURNALED["preguntas_encuesta"]).where(_P.id == id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La pregunta ya no está en la encuesta.")
    return dict(row._mapping)


def _exigir_que_quepan(unit: Unit, encuesta_id: str, pregunta: r.PreguntaEncuesta) -> None:
    """Refuse a change of kind or options that what was answered does not admit."""
    answers = [values.get(pregunta.codigo) for values in _valores(unit, encuesta_id)]
    query = select(_R.opcion).where(_R.pregunta_id == pregunta.id, _R.anulada_motivo.is_(None))
    for answer in (*answers, *unit.connection.scalars(query)):
        try:
            encuestas.leer_respuesta(pregunta, answer)
        except RuleError:
            said = ", ".join(answer) if isinstance(answer, tuple) else answer
            text = f"Ya respondieron «{said}»: no se puede quitar ni cambiar. Corrija antes esas respuestas."
            raise RuleError(text, field="opciones") from None


def _valores(unit: Unit, encuesta_id: str) -> Iterator[Mapping[str, r.ValorDeRespuesta]]:
    query = select(_F.valores).where(_F.encuesta_id == encuesta_id, _F.anulada_motivo.is_(None))
    yield from unit.connection.scalars(query)


def _conteos(unit: Unit, encuesta_id: str) -> list[str]:
    below = select(_R.id).join(JOURNALED["preguntas_encuesta"], _P.id == _R.pregunta_id)
    return list(unit.connection.scalars(below.where(_P.encuesta_id == encuesta_id, _R.anulada_motivo.is_(None))))


def _tiene_conteos(unit: Unit, encuesta_id: str) -> bool:
    stated = select(_E.encuestados).where(_E.id == encuesta_id)
    bases = select(_P.respondieron).where(_P.encuesta_id == encuesta_id, _P.respondieron.is_not(None))
    said = unit.connection.scalar(stated) is not None or unit.connection.scalar(bases.limit(1)) is not None
    return said or bool(_conteos(unit, encuesta_id))


def _exigir_sin_formularios(unit: Unit, encuesta_id: str) -> None:
    query = select(_F.id).where(_F.encuesta_id == encuesta_id, _F.anulada_motivo.is_(None)).limit(1)
    if unit.connection.scalar(query) is not None:
        raise RuleError("Esta encuesta tiene formularios digitados: sus resultados los cuenta el programa.")
