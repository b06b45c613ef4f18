"""Two registrations side by side: what each says of every thing, and what will stay."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rcdesk.domain.palabras import CALIDAD, PRESENCIA, con_mayuscula
from rcdesk.i18n import fecha_corta, numero, plural
from rcdesk.work.duplicados import RepetidaRow

Side = Literal[0, 1]
"""The first of the pair or the second."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One thing that both may say. `side` is whose stays; None where nothing is to be chosen."""

    id: str
    title: str
    said: tuple[str, str]
    side: Side | None
    stays: str
    free: bool = False
    """Whether the person can choose: both say something, and not the same."""


def _document(one: RepetidaRow) -> str:
    number = one.documento_numero or ""
    shown = numero(int(number)) if number.isascii() and number.isdigit() and number[0] != "0" else number
    return f"{one.documento_tipo} {shown}" if number and one.documento_tipo not in (None, "otro") else shown


def _answer(one: RepetidaRow) -> str:
    if one.autorizacion_otorgada is None:
        return ""
    when = f" el {fecha_corta(one.autorizacion_fecha)}" if one.autorizacion_fecha else ""
    return f"{'Autorizó' if one.autorizacion_otorgada else 'No autorizó'}{when}"


def _signed(one: RepetidaRow) -> str:
    parts = ((one.folio, "folio"), (one.renglon, "renglón"))
    return ", ".join(f"{word} {value}" for value, word in parts if value is not None)


_CHOSEN: Final[Mapping[str, tuple[str, Callable[[RepetidaRow], str]]]] = {
    "nombre": ("Nombre", lambda one: one.nombre or ""),
    "documento": ("Documento", _document),
    "organizacion": ("Entidad u organización", lambda one: one.organizacion or ""),
    "dependencia": ("Dependencia", lambda one: one.dependencia or ""),
    "cargo": ("Cargo", lambda one: one.cargo or ""),
    "telefono": ("Teléfono", lambda one: one.telefono or ""),
    "correo": ("Correo", lambda one: one.correo or ""),
    "municipio": ("Municipio", lambda one: one.municipio or ""),
    "territorio": ("Comuna o localidad", lambda one: one.territorio or ""),
    "barrio": ("Barrio", lambda one: one.barrio or ""),
    "modalidad": ("Modalidad", lambda one: con_mayuscula(PRESENCIA[one.modalidad]) if one.modalidad else ""),
    "calidad": ("Viene como", lambda one: con_mayuscula(CALIDAD[one.calidad]) if one.calidad else ""),
}
"""Field of `domain/fusion.CAMPOS` → its words, and how one of a pair says it."""


def field_rows(pair: tuple[RepetidaRow, RepetidaRow], stays: Side, turned: Collection[str]) -> list[FieldRow]:
    """Return what both say; `stays` is who remains, `turned` the fields that are taken from the other."""
    rows = []
    for id, (title, say) in _CHOSEN.items():
        said = (say(pair[0]), say(pair[1]))
        if any(said):
            side = stays if said[stays] else _other(stays)
            free = all(said) and said[0] != said[1]
            side = _other(side) if free and id in turned else side
            rows.append(FieldRow(id, title, said, side, said[side], free))
    return [*rows, *_what_happened(pair)]


def taken(rows: Collection[FieldRow], stays: Side) -> tuple[str, ...]:
    """Return the fields that come from who does not stay, as the action wants them."""
    return tuple(row.id for row in rows if row.free and row.side != stays)


def _what_happened(pair: tuple[RepetidaRow, RepetidaRow]) -> list[FieldRow]:
    """What nobody chooses, since nothing of it is lost."""
    one, other = pair
    first = min(filter(None, (one.hora_llegada, other.hora_llegada)), default="")
    answered = [each for each in pair if each.autorizacion_otorgada is not None]
    last = max(answered, key=lambda each: each.autorizacion_fecha or "", default=None)
    asked = one.preguntas + other.preguntas
    found = (
        ("llegada", "Ingreso", (one.hora_llegada or "", other.hora_llegada or ""), first),
        ("autorizacion", "Sus datos", (_answer(one), _answer(other)), _answer(last) if last else ""),
        ("firma", "Firma en papel", (_signed(one), _signed(other)), _signed(one) or _signed(other)),
        ("preguntas", "Preguntas", (_asked(one.preguntas), _asked(other.preguntas)), _asked(asked)),
        ("agregado", "Agregado después", (_added(one), _added(other)), _added(one) if other.agregado else ""),
    )
    return [FieldRow(id, title, said, None, stays) for id, title, said, stays in found if any(said)]


def _asked(count: int) -> str:
    return plural(count, "pregunta", "preguntas") if count else ""


def _added(one: RepetidaRow) -> str:
    return fecha_corta(one.agregado) if one.agregado else ""


def _other(side: Side) -> Side:
    return 0 if side else 1
