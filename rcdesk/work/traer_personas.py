"""A list of people brought into the attendance of a hearing, all in one step; and whom it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.comparar_personas import COLUMNA_DE, Conocida
from rcdesk.domain.documento_de_identidad import llave_de_documento
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lista_de_personas import Cambio, PorTraer
from rcdesk.domain.registro.asistentes import COLUMNAS_DE_ENFOQUE
from rcdesk.i18n import numero, plural
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.agregados import marca
from rcdesk.work.autorizaciones import texto_de_autorizacion
from rcdesk.work.registrados import de_la_lista, registrados

_S = JOURNALED["asistentes"].c
_P = JOURNALED["personas"].c
_H = JOURNALED["audiencias"].c
_CHUNK: Final = 500  # rows between two words of how far it is
_COMPARED: Final = (*COLUMNA_DE.values(), "otros_nombres", *COLUMNAS_DE_ENFOQUE)
_ANSWERS: Final = frozenset({"autorizacion_otorgada", "autorizacion_imagen_y_voz"})
_MEANWHILE: Final = "Mientras miraba el archivo se registró {}. Mire otra vez: ya no es nueva."


@action("Traer personas", long=True)
def traer_personas(unit: Unit, *, audiencia_id: str, traer: PorTraer, archivo: str = "") -> list[str]:
    """Write who is new and what changes of who was there, and return the keys of who is new.

    `archivo` is the name of the file: whoever answered in it about their data is told to have answered there.

    RuleError, with nothing written, when somebody was registered or changed since the file was looked at, or when the
    acta is approved.
    """
    if not len(traer):
        raise RuleError("No hay personas por traer: todas las filas son iguales, esperan o no entran.")
    late = marca(unit, audiencia_id)
    unit.audiencia_id = audiencia_id
    answered = {
        "autorizacion_version": texto_de_autorizacion(unit.connection, audiencia_id=audiencia_id).version or None,
        "autorizacion_fecha": unit.clock(),
        "autorizacion_observacion": f"Según «{archivo}»" if archivo else None,
    }
    known = _directory(unit.connection) if any(one.get("documento_numero") for one in traer.nuevas) else {}
    _refuse_registered(unit.connection, audiencia_id, traer.nuevas)
    made: list[str] = []
    rows = _rows(unit, audiencia_id, traer.nuevas, known, late, answered)
    for start in range(0, len(traer.nuevas), _CHUNK):
        unit.progress(start, len(traer), "Guardando las personas")
        made += unit.insert("asistentes", [next(rows) for _ in traer.nuevas[start : start + _CHUNK]])
    for step, change in enumerate(traer.cambios, len(traer.nuevas)):
        if step % _CHUNK == 0:
            unit.progress(step, len(traer), "Guardando lo que cambia")
        _change(unit, change, late, answered)
    return made


def con_nombre(cuantas: int) -> Action[..., list[str]]:
    """Return the action under the name that Undo shows: «Traer 131 personas»."""
    return replace(traer_personas, name=f"Traer {plural(cuantas, 'persona', 'personas')}")


def conocidas(connection: Connection, *, audiencia_id: str) -> list[Conocida]:
    """Return the people of the list of a hearing, withdrawn or not, with what a file may say of them."""
    query = select(_S.id, _S.anulada_motivo, *(_S[name] for name in _COMPARED)).where(de_la_lista(audiencia_id))
    found = connection.execute(query.order_by(_S.orden, _S.id)).all()
    return [Conocida(id, _filled(values), anulada=why is not None) for id, why, *values in found]


def _filled(values: Sequence[Any]) -> dict[str, Any]:
    return {name: value for name, value in zip(_COMPARED, values, strict=True) if value is not None}


def hora_de_inicio(connection: Connection, *, audiencia_id: str) -> str:
    """Return the hour (HH:MM) at which a hearing began or, not begun yet, is to begin; empty when nobody said it."""
    query = select(_H.hora_inicio, _H.hora_inicio_programada).where(_H.id == audiencia_id)
    row = connection.execute(query).one()
    return str(row[0] or row[1] or "")


def _rows(
    unit: Unit,
    audiencia_id: str,
    people: Sequence[Mapping[str, Any]],
    known: Mapping[str, str],
    late: str | None,
    answered: Mapping[str, Any],
) -> Iterator[dict[str, Any]]:
    place = unit.last_order("asistentes", audiencia_id=audiencia_id, lista="asistentes")
    common = {"audiencia_id": audiencia_id, "lista": "asistentes", "registro": "importado", "agregado": late}
    for values in people:
        place = orden.despues_de(place)
        row = {**common, **_dated(values, answered), "orden": place}
        number = values.get("documento_numero")
        if number and (person := known.get(llave_de_documento(number))):
            row["persona"] = person
        yield row


def _dated(values: Mapping[str, Any], answered: Mapping[str, Any]) -> dict[str, Any]:
    """Add to an answer about the data to which text it was, and when unless the file says it."""
    if not _ANSWERS.isdisjoint(values):
        return {**answered, **values}
    return {name: value for name, value in values.items() if name != "autorizacion_fecha"}


def _change(unit: Unit, change: Cambio, late: str | None, answered: Mapping[str, Any]) -> None:
    unit.check_seen("asistentes", change.id, {**change.seen, "anulada_motivo": None})
    values = _dated(change.valores, answered)
    if late and "hora_llegada" in values:
        values["agregado"] = late
    unit.update("asistentes", change.id, **values)


def _refuse_registered(connection: Connection, audiencia_id: str, people: Sequence[Mapping[str, Any]]) -> None:
    """Somebody may have come in at the door while the file was being looked at."""
    query = select(_S.documento_numero).where(registrados(audiencia_id), _S.documento_numero.is_not(None))
    here = {llave_de_documento(number) for number in connection.scalars(query)}
    came = [one for one in people if (number := one.get("documento_numero")) and llave_de_documento(number) in here]
    if came:
        first = str(came[0]["nombre"])
        others = f" y {numero(len(came) - 1)} más" if len(came) > 1 else ""
        raise RuleError(_MEANWHILE.format(f"{first}{others}"))


def _directory(connection: Connection) -> dict[str, str]:
    """Return the keys of the directory by document."""
    query = select(_P.documento_numero, _P.id).where(_P.documento_numero.is_not(None))
    return {llave_de_documento(number): id for number, id in connection.execute(query)}
