"""The attendance of a hearing as sheets to work with outside: all its list, or only whom may be written to.

What each person told of themselves to be characterised is in neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, assert_never

from sqlalchemy import Connection, Select, and_, select

from rcdesk.documents.planilla import Planilla
from rcdesk.domain.autorizaciones import es_menor, falta_representante
from rcdesk.domain.columnas_de_personas import PROPIOS
from rcdesk.domain.comparar_personas import COLUMNA_DE
from rcdesk.domain.palabras import CALIDAD, PRESENCIA
from rcdesk.i18n import lista_en_palabras, numero, plural
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import indice
from rcdesk.work.registrados import registrados

Fuera = Literal["no_autoriza", "sin_preguntar", "sin_representante", "sin_datos"]
"""Why someone is not in the list of contacts."""

_S = JOURNALED["asistentes"].c
_YES_OR_NO: Final[Mapping[bool | None, str]] = {True: "Sí", False: "No", None: ""}
_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "autorizacion_otorgada": _YES_OR_NO.__getitem__,
    "autorizacion_imagen_y_voz": _YES_OR_NO.__getitem__,
    "modalidad": lambda value: PRESENCIA[value] if value else "",
    "calidad": lambda value: CALIDAD[value] if value else "",
}
_CONTACT: Final = (
    "Nombre",
    "Entidad u organización",
    "Teléfono",
    "Correo",
    "Texto que autorizó",
    "Autorizó el",
)


@dataclass(frozen=True, slots=True)
class Contactos:
    """Who may be written to, and how many others are registered, by why they may not."""

    planilla: Planilla
    fuera: Mapping[Fuera, int]

    def en_palabras(self) -> str:
        """Return how many they are and, in a line of its own, who was left out: to be told once the file is kept."""
        inside = plural(len(self.planilla.filas), "persona que autorizó", "personas que autorizaron")
        if not self.fuera:
            return inside
        reasons = [_reason(why, many) for why, many in sorted(self.fuera.items())]
        return f"{inside}\nPor fuera: {lista_en_palabras(reasons)}."


def planilla_de_asistencia(connection: Connection, *, audiencia_id: str) -> Planilla:
    """Return the attendance list of a hearing, by name; its first column is the key with which it is brought back."""
    columns = ["id" if field == "clave" else COLUMNA_DE[field] for _, field in PROPIOS]
    rows = connection.execute(_standing(audiencia_id, *columns)).all()
    words = [_WORDS.get(name, _as_it_is) for name in columns]
    return Planilla(
        "Asistencia",
        tuple(heading for heading, _ in PROPIOS),
        tuple(tuple(say(value) for say, value in zip(words, row, strict=True)) for row in rows),
    )


def planilla_de_contactos(connection: Connection, *, audiencia_id: str) -> Contactos:
    """Return who authorised the use of their data and left a phone or an e-mail; and why the others are not there."""
    query = _standing(
        audiencia_id,
        "nombre",
        "organizacion",
        "telefono",
        "correo",
        "autorizacion_version",
        "autorizacion_fecha",
        "autorizacion_otorgada",
        "autorizacion_representante",
        "documento_tipo",
        "enfoque_diferencial_rango_edad",
    )
    inside: list[tuple[str, ...]] = []
    outside: Counter[Fuera] = Counter()
    for name, group, phone, email, version, when, granted, guardian, kind, ages in connection.execute(query):
        minor = es_menor(kind, ages)
        if granted is None:
            outside["sin_preguntar"] += 1
        elif not granted:
            outside["no_autoriza"] += 1
        elif falta_representante(granted, menor=minor, representante=guardian):
            outside["sin_representante"] += 1
        elif not (phone or email):
            outside["sin_datos"] += 1
        else:
            inside.append((name or "", group or "", phone or "", email or "", version or "", _moment(when)))
    return Contactos(Planilla("Contactos que autorizaron", _CONTACT, tuple(inside)), dict(outside))


def _standing(audiencia_id: str, *columns: str) -> Select[Any]:
    key = and_(indice.c.tabla == "asistentes", indice.c.fila == _S.id)
    query = select(*(_S[name] for name in columns)).outerjoin(indice, key)
    return query.where(registrados(audiencia_id)).order_by(indice.c.clave, _S.id)


def _as_it_is(value: str | None) -> str:
    return value or ""


def _moment(text: str | None) -> str:
    """Return an instant of Colombia as it is read there: 20/11/2026 10:41."""
    if not text:
        return ""
    day, _, hour = text.partition("T")
    return f"{day[8:10]}/{day[5:7]}/{day[:4]} {hour[:5]}".strip()


def _reason(why: Fuera, many: int) -> str:
    match why:
        case "no_autoriza":
            return plural(many, "no autorizó", "no autorizaron")
        case "sin_preguntar":
            return f"a {numero(many)} no se les preguntó" if many > 1 else "a 1 no se le preguntó"
        case "sin_representante":
            return plural(many, "menor sin representante", "menores sin representante")
        case "sin_datos":
            return f"{numero(many)} sin teléfono ni correo"
        case _:
            assert_never(why)
