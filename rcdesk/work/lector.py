"""Whom a reading means: who carries a code, who has a document; and letting them in with the name of their cédula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sqlalchemy import Connection, or_, select

from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.domain.lector.cedulas import Cedula, edad
from rcdesk.domain.lector.division import Diccionario, diccionario, dividir, escribir, mismas_letras
from rcdesk.domain.rangos_de_edad import rango_de_edad
from rcdesk.domain.registro.asistentes import ENFOQUE
from rcdesk.i18n import lista_en_palabras
from rcdesk.resources import resource
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.asistentes import registrar_conocido, registrar_llegada
from rcdesk.work.candidatos import CandidatoRow, Origen, ver_candidato, ver_persona
from rcdesk.work.caracterizacion import ver_preguntas
from rcdesk.work.registrados import LISTAS, esperados, hallados

_S = JOURNALED["asistentes"].c
_P = JOURNALED["personas"].c
_A = JOURNALED["audiencias"].c
_MOST: Final = 5_000
"""Names of the base that teach how names are written: more would not teach more."""
_SURNAMES: Final = 2
_GENEROS: Final = {"F": "Femenino", "M": "Masculino", "": ""}


@dataclass(frozen=True, slots=True, repr=False)
class CedulaRow:
    """What is kept of a cédula: its name, divided and written as names are, and what the entity asks."""

    nombre: str
    identico: bool
    """Whether it is the name that was known, but for accents and order."""
    genero: str
    rango_edad: str
    """Empty when the entity does not ask it."""
    valores: Mapping[str, object]
    """Field of the base → value, without the name."""

    @property
    def guarda(self) -> str:
        """Say what is kept of it."""
        asked = [words for words, kept in (("rango de edad", self.rango_edad), ("sexo", self.genero)) if kept]
        return f"De la cédula se guardan {lista_en_palabras(['documento', 'nombres', *asked])}. Lo demás se olvida."


@action("Registrar ingreso")
def registrar_leido(
    unit: Unit,
    *,
    audiencia_id: str,
    origen: Origen,
    id: str,
    hora: str,
    valores: Mapping[str, object],
    consentimiento: Respuesta | None = None,
) -> str:
    """Check in whoever was read, with what their cédula says in `valores`, and return the key of their registration.

    RuleError, with the hour, when they were in. `hora` is HH:MM of Bogotá.
    """
    key = id
    if origen == "asistente":
        registrar_llegada.run(unit, id=id, hora=hora, consentimiento=consentimiento)
    else:
        key = registrar_conocido.run(
            unit, audiencia_id=audiencia_id, origen=origen, id=id, hora=hora, consentimiento=consentimiento
        )
    asistente = unit.get(Asistente, key)
    said = {name for name in valores if name.startswith(ENFOQUE) and getattr(asistente, name) is not None}
    new = {name: value for name, value in valores.items() if name not in said}  # what they said of themselves stands
    if new:
        asistente.corregir(new)
    return key


def quien_tiene(connection: Connection, *, audiencia_id: str, numero: str) -> CandidatoRow | None:
    """Return who has a document: on the list of the hearing, else among its guests, else in the directory."""
    here = select(_S.id).where(esperados(audiencia_id), _S.documento_numero == numero)
    # «asistentes» before «invitados»; who came in, before who did not
    ordered = here.order_by(_S.lista, _S.hora_llegada.is_(None), _S.orden).limit(1)
    found = connection.scalars(ordered).first()
    if found is not None:
        return ver_candidato(connection, audiencia_id=audiencia_id, id=found)
    known = select(_P.id).where(_P.documento_numero == numero, _P.anulada_motivo.is_(None)).order_by(_P.orden).limit(1)
    person = connection.scalars(known).first()
    return None if person is None else ver_persona(connection, id=person)


def quien_lleva(
    connection: Connection, *, audiencia_id: str, clase: Literal["asistente", "persona"], id: str
) -> CandidatoRow | None:
    """Return who carries the card with this key; None when it is nobody's of this hearing nor of the directory."""
    if clase == "asistente":
        return ver_candidato(connection, audiencia_id=audiencia_id, id=id)
    person = ver_persona(connection, id=id)
    if person is None:
        return None
    same = [_S.persona == id]
    if person.documento_numero:
        same.append(_S.documento_numero == person.documento_numero)
    query = select(_S.id).where(or_(*same), hallados(audiencia_id, LISTAS)).order_by(_S.lista, _S.orden).limit(1)
    found = connection.scalars(query).first()
    return person if found is None else ver_candidato(connection, audiencia_id=audiencia_id, id=found)


def ver_cedula(connection: Connection, *, audiencia_id: str, cedula: Cedula, conocido: str, hoy: date) -> CedulaRow:
    """Return what is kept of a cédula; `conocido` is the name by which its holder is known here, if they are.

    Of sex and birth only what the entity asks stays, in its own words: the range of ages on the day of the hearing,
    never the birth.
    """
    asked = {row.campo: row.opciones for row in ver_preguntas(connection).pedidos}
    day = connection.scalar(select(_A.fecha).where(_A.id == audiencia_id))
    held = date.fromisoformat(day) if day else hoy
    gender = _GENEROS[cedula.sexo] if _GENEROS[cedula.sexo] in asked.get("genero", ()) else ""
    years = edad(cedula.nacimiento, held) if cedula.nacimiento else None
    ages = (rango_de_edad(years, asked.get("rango_edad", ())) if years is not None else None) or ""
    kept: dict[str, object] = {"documento_tipo": cedula.tipo, "documento_numero": cedula.numero}
    kept |= {f"{ENFOQUE}genero": gender} if gender else {}
    kept |= {f"{ENFOQUE}rango_edad": ages} if ages else {}
    same = mismas_letras(conocido, cedula.juntos or f"{cedula.nombres} {cedula.apellidos}")
    name = conocido if same else _name(cedula, _known_names(connection, audiencia_id, conocido))
    return CedulaRow(name, same, gender, ages, kept)


def _name(cedula: Cedula, known: Diccionario) -> str:
    if cedula.juntos:
        return dividir(cedula.juntos, known).completo
    return escribir(f"{cedula.nombres} {cedula.apellidos}".strip(), known)


def _known_names(connection: Connection, audiencia_id: str, first: str) -> Diccionario:
    """The names and surnames known here: those of whoever it may be, of the hearing and of the directory; the usual."""
    here = select(_S.nombre).where(_S.audiencia_id == audiencia_id, _S.nombre.is_not(None)).limit(_MOST)
    known = select(_P.nombre).where(_P.nombre.is_not(None)).limit(_MOST)
    given, surnames = _words("nombres"), _words("apellidos")
    usual = diccionario(given, surnames)
    for whole in (first, *connection.scalars(here), *connection.scalars(known)):
        words = [word for word in str(whole).split() if word.isalpha() and word[:1].isupper() and not word.isupper()]
        if len(words) > _SURNAMES:
            given += words[: len(words) - _SURNAMES]
            surnames += words[-_SURNAMES:]
    found = diccionario(given, surnames)
    # a usual surname is not a given name because someone has three, nor the other way round
    return Diccionario(
        {word: told for word, told in found.nombres.items() if word in usual.nombres or word not in usual.apellidos},
        {word: told for word, told in found.apellidos.items() if word in usual.apellidos or word not in usual.nombres},
    )


def _words(kind: str) -> list[str]:
    return resource("nombres", f"{kind}.txt").read_text("utf-8").split()
