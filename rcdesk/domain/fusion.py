"""Two registrations of one person become one: what stays of each, and nothing that either brought is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from rcdesk.domain.registro.asistentes import COLUMNAS_DE_ENFOQUE

Valores = Mapping[str, Any]
"""The columns of a person, by name."""

CAMPOS: Final[Mapping[str, tuple[str, ...]]] = {
    "nombre": ("nombre",),
    "documento": ("documento_tipo", "documento_numero"),
    "organizacion": ("organizacion",),
    "dependencia": ("dependencia",),
    "cargo": ("cargo",),
    "telefono": ("telefono",),
    "correo": ("correo",),
    "municipio": ("municipio",),
    "territorio": ("territorio",),
    "barrio": ("barrio",),
    "modalidad": ("modalidad",),
    "calidad": ("calidad",),
}
"""What a person chooses between two registrations → the columns that hold it."""

_AUTORIZACION: Final = ("otorgada", "version", "fecha", "puesto", "representante", "observacion")
_RENGLON: Final = ("firma", "hoja", "folio", "renglon")

COLUMNAS: Final[tuple[str, ...]] = (
    *(column for columns in CAMPOS.values() for column in columns),
    *("otros_nombres", "roles", "persona", "registro", "hora_llegada", "agregado", "extras"),
    *(f"autorizacion_{name}" for name in _AUTORIZACION),
    "autorizacion_imagen_y_voz",
    *_RENGLON,
    *COLUMNAS_DE_ENFOQUE,
)
"""The columns of a person that a union looks at."""


def fundir(queda: Valores, sale: Valores, campos: Collection[str] = ()) -> dict[str, Any]:
    """Return the columns of `queda` once `sale` is the same person; `campos` (of `CAMPOS`) are taken from `sale`.

    What `queda` lacks comes from `sale`. The first arrival counts; of two answers about personal data the last one
    given; of two signatures the one that `queda` has.
    """
    made = {column: queda[column] for column in COLUMNAS}
    for campo, columns in CAMPOS.items():
        if campo in campos or _empty(queda, columns):
            made |= {column: sale[column] for column in columns if not _empty(sale, columns)}
    made["otros_nombres"] = _other_names(made["nombre"], queda, sale)
    made["roles"] = tuple(dict.fromkeys((*(queda["roles"] or ()), *(sale["roles"] or ()))))
    made["hora_llegada"] = min(_given(queda["hora_llegada"], sale["hora_llegada"]), default=None)
    made["agregado"] = min(queda["agregado"], sale["agregado"]) if queda["agregado"] and sale["agregado"] else None
    made["extras"] = {**(sale["extras"] or {}), **(queda["extras"] or {})} if sale["extras"] else queda["extras"]
    made |= _last_answer(queda, sale)
    if _empty(queda, _RENGLON) or queda["firma"] == "sin_firma":
        made |= {column: sale[column] for column in _RENGLON if not _empty(sale, _RENGLON)}
    for column in ("persona", "registro", *COLUMNAS_DE_ENFOQUE):
        made[column] = queda[column] if not _empty(queda, (column,)) else sale[column]
    return made


def volvio(llegadas: Sequence[str | None], movimientos: Iterable[tuple[str, str]]) -> str | None:
    """Return the hour (HH:MM) at which who had gone out was registered again, or None; that is a coming back.

    `llegadas` are the two arrivals, `movimientos` every (hora, paso) of both.
    """
    came = sorted(_given(*llegadas))
    if len(came) < 2 or came[0] == came[1]:
        return None
    before = [paso for hora, paso in sorted(movimientos) if hora <= came[1]]
    return came[1] if before and before[-1] == "salida" else None


def _last_answer(queda: Valores, sale: Valores) -> dict[str, Any]:
    """The last answer that was really given about personal data, whole; image and voice are answered apart."""
    answered = [one for one in (queda, sale) if one["autorizacion_otorgada"] is not None]
    last = max(answered, key=lambda one: one["autorizacion_fecha"] or "", default=queda)
    other = sale if last is queda else queda
    found = {f"autorizacion_{name}": last[f"autorizacion_{name}"] for name in _AUTORIZACION}
    image = last["autorizacion_imagen_y_voz"]
    found["autorizacion_imagen_y_voz"] = other["autorizacion_imagen_y_voz"] if image is None else image
    found["autorizacion_representante"] = last["autorizacion_representante"] or other["autorizacion_representante"]
    return found


def _other_names(nombre: str | None, queda: Valores, sale: Valores) -> tuple[str, ...]:
    """Every way in which the name was written, but the one that stays."""
    written = (queda["nombre"], *(queda["otros_nombres"] or ()), sale["nombre"], *(sale["otros_nombres"] or ()))
    return tuple(dict.fromkeys(name for name in written if name and name != nombre))


def _given(*valores: Any) -> list[Any]:
    return [valor for valor in valores if valor]


def _empty(uno: Valores, columns: Iterable[str]) -> bool:
    return all(uno[column] is None or uno[column] in ("", ()) for column in columns)
