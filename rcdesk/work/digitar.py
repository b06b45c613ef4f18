"""Typing a sheet that was signed on paper, row by row: who is on the list is checked in, who is not is added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import select

from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.errors import RuleError
from rcdesk.domain.hojas import Hoja
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.store.wire import shape
from rcdesk.work import action
from rcdesk.work.agregados import marca
from rcdesk.work.asistentes import con_documento, registrar_conocido, ya_registrado
from rcdesk.work.autorizaciones import consentir
from rcdesk.work.hojas import en_la_hoja

_S: Final = JOURNALED["asistentes"].c
_SIGNED: Final = (
    "SELECT antes, despues FROM cambios WHERE tabla = 'asistentes' AND fila = ? "
    "AND json_extract(despues, '$.hoja') = ? ORDER BY id DESC LIMIT 1"
)
REPETIDA: Final = "firma_repetida"
"""The field of the refusal that says where someone had already signed."""

_TYPED: Final = ("nombre", "documento_tipo", "documento_numero", "organizacion", "telefono", "correo")
"""What is typed of a person on a sheet."""


@dataclass(frozen=True, slots=True)
class Elegida:
    """Who was chosen, among those found, as the one that signed."""

    origen: Literal["asistente", "invitado", "persona"]
    id: str


@dataclass(frozen=True, slots=True)
class Firma:
    """What the row says besides who it is. `hora` (HH:MM) is when they came in, unless they already were."""

    firmo: bool = True
    autoriza: bool | None = None
    """What they marked about the use of their data; None when the row does not say."""
    hora: str = ""


@action("Digitar renglón")
def digitar_renglon(
    unit: Unit,
    *,
    hoja_id: str,
    renglon: int,
    valores: Mapping[str, object],
    elegida: Elegida | None = None,
    firma: Firma = Firma(),
    borrador: str = "",
) -> str:
    """Write who signed in a row, and return their key.

    Without `elegida` the document says whether they are on the list; else they are new, or whoever was typed there,
    corrected. RuleError when they had signed elsewhere: nobody counts twice.
    """
    hoja, late = _abierta(unit, hoja_id, renglon)
    before = _en_renglon(unit, hoja_id, renglon)
    who = (
        _elegida(unit, hoja, elegida, firma.hora) or _con_documento(unit, hoja, valores) or _corregida(before, valores)
    )
    if who is not None:
        _exigir_una_vez(who, hoja, renglon)
    if before is not None and before is not who:
        _soltar(unit, before, hoja, renglon)
    asistente = who or _agregada(unit, hoja, late)
    _escribir(asistente, valores)
    _firmar(unit, asistente, hoja, renglon, firma, late)
    unit.used_draft(borrador)
    return unit.add(asistente) if who is None else asistente.id


@action("Digitar renglón ilegible")
def digitar_ilegible(unit: Unit, *, hoja_id: str, renglon: int, hora: str = "", borrador: str = "") -> str:
    """Count a signature that nobody can read, as someone without a name; return their key."""
    hoja, late = _abierta(unit, hoja_id, renglon)
    before = _en_renglon(unit, hoja_id, renglon)
    if before is not None:
        _soltar(unit, before, hoja, renglon)
    asistente = _agregada(unit, hoja, late)
    _firmar(unit, asistente, hoja, renglon, Firma(hora=hora), late)
    asistente.revisar()
    unit.used_draft(borrador)
    return unit.add(asistente)


@action("Dejar renglón vacío")
def dejar_vacio(unit: Unit, *, hoja_id: str, renglon: int, borrador: str = "") -> None:
    """Say that nobody signed in a row; whoever was typed there by mistake goes out of it."""
    hoja = _vaciado(unit, hoja_id, renglon)
    hoja.dejar_vacio(renglon)
    unit.used_draft(borrador)


@action("Dejar vacíos los demás renglones")
def dejar_vacios(unit: Unit, *, hoja_id: str, desde: int) -> int:
    """Say that nobody signed from a row on, where nothing was typed; return how many rows those are."""
    hoja, _ = _abierta(unit, hoja_id, desde)
    taken = {*unit.connection.scalars(select(_S.renglon).where(en_la_hoja(hoja_id))), *hoja.repetidos, *hoja.vacios}
    left = [renglon for renglon in range(desde, hoja.renglones + 1) if renglon not in taken]
    for renglon in left:
        hoja.dejar_vacio(renglon)
    return len(left)


@action("Anotar firma repetida")
def repetir_firma(unit: Unit, *, hoja_id: str, renglon: int, borrador: str = "") -> None:
    """Say that who signed in a row had already signed: the signature is on the paper, and nobody counts twice."""
    hoja = _vaciado(unit, hoja_id, renglon)
    hoja.repetir(renglon)
    unit.used_draft(borrador)


@action("Borrar renglón")
def borrar_renglon(unit: Unit, *, hoja_id: str, renglon: int, borrador: str = "") -> None:
    """Leave a row as if it had not been typed."""
    hoja = _vaciado(unit, hoja_id, renglon)
    hoja.ocupar(renglon)
    unit.used_draft(borrador)


def _abierta(unit: Unit, hoja_id: str, renglon: int) -> tuple[Hoja, str | None]:
    hoja = unit.get(Hoja, hoja_id)
    unit.audiencia_id = hoja.audiencia_id
    late = marca(unit, hoja.audiencia_id)
    hoja.exigir(renglon)
    return hoja, late


def _vaciado(unit: Unit, hoja_id: str, renglon: int) -> Hoja:
    hoja, _ = _abierta(unit, hoja_id, renglon)
    before = _en_renglon(unit, hoja_id, renglon)
    if before is not None:
        _soltar(unit, before, hoja, renglon)
    return hoja


def _en_renglon(unit: Unit, hoja_id: str, renglon: int) -> Asistente | None:
    query = select(_S.id).where(en_la_hoja(hoja_id), _S.renglon == renglon).order_by(_S.orden.desc()).limit(1)
    key = unit.connection.scalar(query)
    return None if key is None else unit.get(Asistente, key)


def _elegida(unit: Unit, hoja: Hoja, elegida: Elegida | None, hora: str) -> Asistente | None:
    if elegida is None:
        return None
    id = elegida.id
    if elegida.origen != "asistente":
        where, origen = hoja.audiencia_id, elegida.origen
        known = ya_registrado(unit.connection, audiencia_id=where, origen=origen, id=id)
        if known is None:
            key = registrar_conocido.run(unit, audiencia_id=where, origen=origen, id=id, hora=hora)
            added = unit.get(Asistente, key)
            added.registro, added.hora_llegada = "papel", hora or None
            return added
        id = known.id
    asistente = unit.get(Asistente, id)
    if asistente.anulada or asistente.audiencia_id != hoja.audiencia_id:
        raise RuleError("Esa persona ya no está en el registro de esta audiencia.", field="nombre")
    return asistente


def _con_documento(unit: Unit, hoja: Hoja, valores: Mapping[str, object]) -> Asistente | None:
    """The same document is the same person."""
    number = str(valores.get("documento_numero") or "")
    known = con_documento(unit.connection, audiencia_id=hoja.audiencia_id, numero=number)
    return None if known is None else unit.get(Asistente, known.id)


def _corregida(before: Asistente | None, valores: Mapping[str, object]) -> Asistente | None:
    """Who was typed in the row, unless they are someone of the list and the row now says another name or document."""
    if before is None or before.registro == "papel":
        return before
    name, number = str(valores.get("nombre") or ""), str(valores.get("documento_numero") or "")
    other_name = bool(name) and sin_tildes(name) != sin_tildes(before.nombre or "")
    return None if other_name or (number and before.documento_numero not in (None, number)) else before


def _agregada(unit: Unit, hoja: Hoja, late: str | None) -> Asistente:
    place = unit.last_order("asistentes", audiencia_id=hoja.audiencia_id, lista="asistentes")
    asistente = Asistente(audiencia_id=hoja.audiencia_id, orden=orden.despues_de(place), agregado=late)
    asistente.registro = "papel"
    return asistente


def _escribir(asistente: Asistente, valores: Mapping[str, object]) -> None:
    """What the list has of someone stands, and the paper fills what it lacks; who is new is only on the paper."""
    added = asistente.registro == "papel"
    typed = {name: valores[name] for name in _TYPED if name in valores and (added or not getattr(asistente, name))}
    if added and not str(typed.get("nombre", asistente.nombre) or "").strip():
        raise RuleError("Escriba el nombre. Si no se lee, «/» lo deja por identificar.", field="nombre")
    asistente.corregir(typed)


def _exigir_una_vez(asistente: Asistente, hoja: Hoja, renglon: int) -> None:
    if asistente.hoja is None or (asistente.hoja, asistente.renglon) == (hoja.id, renglon):
        return
    where = f"en el renglón {asistente.renglon}" if asistente.hoja == hoja.id else f"en el folio {asistente.folio}"
    if asistente.hoja != hoja.id and asistente.renglon:
        where += f", renglón {asistente.renglon}"
    raise RuleError(f"{asistente.nombre or 'Esta persona'} ya firmó {where}.", field=REPETIDA)


def _firmar(unit: Unit, asistente: Asistente, hoja: Hoja, renglon: int, firma: Firma, late: str | None) -> None:
    hoja.ocupar(renglon)
    asistente.hoja, asistente.folio, asistente.renglon = hoja.id, hoja.folio, renglon
    asistente.firma = "papel" if firma.firmo else "sin_firma"
    if not asistente.hora_llegada:
        asistente.agregado = asistente.agregado or late
        if firma.hora:
            asistente.llegar(firma.hora)
        asistente.modalidad = asistente.modalidad or "presencial"
    if firma.autoriza is not None and firma.autoriza != asistente.autorizacion_otorgada:
        consentir(unit, asistente, ("papel" if firma.firmo else "si") if firma.autoriza else "no")


def _soltar(unit: Unit, asistente: Asistente, hoja: Hoja, renglon: int) -> None:
    """Take someone out of a row: who was added by it is withdrawn, who was on the list is as they were before it."""
    if asistente.registro == "papel":
        reason = f"Se corrigió el renglón {renglon} del folio {hoja.folio}"
        asistente.anular(reason, cuando=unit.clock(), quien=unit.quien)
        return
    before, after = unit.wire.one(_SIGNED, (asistente.id, hoja.id)) or (None, None)
    was: dict[str, Any] = json.loads(before) if before else {}
    written: dict[str, Any] = json.loads(after) if before else {}
    shapes = shape("asistentes")
    for name, value in written.items():  # what was changed since by someone else stays
        if shapes.bind({name: getattr(asistente, name, None)})[name] == value:
            setattr(asistente, name, shapes.read({name: was.get(name)})[name])
    asistente.hoja = asistente.folio = asistente.renglon = None
