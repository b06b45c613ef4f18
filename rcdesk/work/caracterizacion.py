"""The enfoque diferencial: what the entity asks, what each person answered, and the figures of a hearing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, select

from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.caracterizacion import (
    AL_REGISTRAR,
    CAMPOS,
    LISTA,
    SI_NO,
    Campo,
    Tabla,
    campos_pedidos,
    contar,
    en_sus_palabras,
    opciones_de,
    respuestas,
)
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.asistentes import ENFOQUE, EnfoqueDiferencial
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.store.reading import raw
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.store.wire import shape
from rcdesk.work import action
from rcdesk.work.listas import escribir_lista, leer_listas

AlRegistrar: TypeAlias = Literal["imagen_y_voz", "caracterizacion"]
"""What the entity may also ask of someone new at the door."""

_S = JOURNALED["asistentes"].c
_ANSWERS: Final = (
    f"SELECT {', '.join(ENFOQUE + campo for campo in CAMPOS)} FROM asistentes"
    " WHERE audiencia_id = ? AND lista = 'asistentes' AND anulada_motivo IS NULL"
)
_LONGEST: Final = 60  # characters of an answer that the entity writes
_MOST: Final = 30  # answers of a field


@dataclass(frozen=True, slots=True)
class CampoRow:
    """A field that may be asked, with its answers («No responde» apart, which every field has)."""

    campo: Campo
    titulo: str
    opciones: tuple[str, ...]
    multiple: bool
    cerrado: bool
    pedido: bool


@dataclass(frozen=True, slots=True)
class PreguntasRow:
    """What the entity asks about people beyond who they are."""

    campos: tuple[CampoRow, ...]
    al_registrar: frozenset[str]

    @property
    def pedidos(self) -> tuple[CampoRow, ...]:
        """The fields that are asked."""
        return tuple(campo for campo in self.campos if campo.pedido)


@action("Anotar caracterización", merges=True)
def caracterizar(unit: Unit, *, id: str, campo: Campo, dichas: Sequence[str]) -> None:
    """Write what a person answered to one field; nothing at all is «sin preguntar»."""
    asistente = unit.get(Asistente, id)
    kept: Any
    if CAMPOS[campo].multiple:
        kept = (NO_RESPONDE,) if NO_RESPONDE in dichas else tuple(dict.fromkeys(dichas))
    else:
        kept = _value(campo, dichas[0]) if dichas else None
    setattr(asistente, ENFOQUE + campo, kept)


@action("Elegir qué se pregunta")
def pedir_campos(unit: Unit, *, campos: Sequence[Campo]) -> None:
    """Write which fields are asked from now on; what was answered before stays."""
    escribir_lista(unit, LISTA, [campo for campo in CAMPOS if campo in campos])


@action("Escribir opciones")
def escribir_opciones(unit: Unit, *, campo: Campo, opciones: Sequence[str]) -> None:
    """Write the answers that a field offers, one or more; «No responde» is always there by itself."""
    clean = list(dict.fromkeys(" ".join(una.split()) for una in opciones))
    clean = [una for una in clean if una and una.casefold() != NO_RESPONDE.casefold()]
    if CAMPOS[campo].cerrado:
        raise RuleError("Esta pregunta se responde sí o no: sus opciones no se cambian.", field="opciones")
    if not clean:
        raise RuleError("Escriba al menos una opción, una en cada renglón.", field="opciones")
    if len(clean) > _MOST or any(len(una) > _LONGEST for una in clean):
        raise RuleError(
            f"Caben {_MOST} opciones, de {_LONGEST} letras o menos cada una: quite o acorte las que pasan.",
            field="opciones",
        )
    escribir_lista(unit, f"{LISTA}_{campo}", clean)


@action("Elegir qué se pregunta al registrar")
def pedir_al_registrar(unit: Unit, *, que: Sequence[AlRegistrar]) -> None:
    """Write what else is asked of someone new at the door."""
    escribir_lista(unit, AL_REGISTRAR, sorted(set(que)))


def ver_preguntas(connection: Connection) -> PreguntasRow:
    """Return what the entity asks, and what it could."""
    listas = leer_listas(connection)
    asked = campos_pedidos(listas)
    rows = (
        CampoRow(campo, una.titulo, opciones_de(campo, listas), una.multiple, una.cerrado, campo in asked)
        for campo, una in CAMPOS.items()
    )
    return PreguntasRow(tuple(rows), frozenset(listas.get(AL_REGISTRAR, ())))


def ver_caracterizacion(connection: Connection, *, id: str) -> Mapping[Campo, tuple[str, ...]]:
    """Return what a person answered to each field, in the words of the entity; one that is not there was not asked."""
    listas = leer_listas(connection)
    row = connection.execute(select(*(_S[ENFOQUE + campo] for campo in CAMPOS)).where(_S.id == id)).one_or_none()
    if row is None:
        return {}
    said = {campo: _said(campo, value) for campo, value in zip(CAMPOS, tuple[Any, ...](row), strict=True)}
    return {
        campo: tuple(en_sus_palabras(one, opciones_de(campo, listas)) for one in answers)
        for campo, answers in said.items()
        if answers
    }


def tablas_de_audiencia(connection: Connection, *, audiencia_id: str) -> tuple[Tabla, ...]:
    """Return the exact tables of a hearing, of those registered in it: for inside, the same that the acta protects."""
    listas = leer_listas(connection)
    # the people of a hearing are many and the ways in which they answer are few: counted here, they are read once
    ways = Counter[tuple[Any, ...]](raw(connection).execute(_ANSWERS, (audiencia_id,)))
    read, made = shape("asistentes").read, list[Tabla]()
    for place, campo in enumerate(CAMPOS):
        said = Counter[tuple[str, ...]]()
        for way, people in ways.items():
            said[_said(campo, read({ENFOQUE + campo: way[place]})[ENFOQUE + campo])] += people
        made.append(contar(said, campo, opciones_de(campo, listas)))
    return tuple(table for table in made if table.preguntada)


def _value(campo: Campo, dicha: str) -> str | bool:
    """An answer in words, as the format keeps it."""
    if not CAMPOS[campo].cerrado or dicha == NO_RESPONDE:
        return dicha
    return dicha == SI_NO[0]


def _said(campo: Campo, value: Any) -> tuple[str, ...]:
    return respuestas(EnfoqueDiferencial(**{campo: value}), campo) if value is not None else ()
