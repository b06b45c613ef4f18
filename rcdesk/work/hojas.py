"""The blank sheets of a hearing: preparing them to be printed, how far each one is typed, and closing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, select

from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.errors import RuleError
from rcdesk.domain.hojas import MAXIMO, Clase, Cuadre, Estado, Hoja, estado
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

_H = JOURNALED["hojas"].c
_S = JOURNALED["asistentes"].c
_A = JOURNALED["audiencias"].c
NO_SE_USO: Final = "No se usó"


@dataclass(frozen=True, slots=True)
class HojaRow:
    """A sheet in the list of them; `por_identificar` are its signatures that nobody could read."""

    id: str
    folio: int
    renglones: int
    estado: Estado
    cuadre: Cuadre
    por_identificar: int


@dataclass(frozen=True, slots=True)
class RenglonRow:
    """One row of the paper. `autoriza` is None while nobody has asked; `firmo`, whether the row has a signature."""

    numero: int
    clase: Clase
    asistente_id: str = ""
    nombre: str = ""
    documento_tipo: str | None = None
    documento_numero: str | None = None
    organizacion: str = ""
    contacto: str = ""
    """Telephone and e-mail."""
    autoriza: bool | None = None
    firmo: bool = False


@dataclass(frozen=True, slots=True)
class HojaView:
    """A sheet and its rows. `hora` (HH:MM) is when its people are taken to have come in, unless they already were."""

    id: str
    audiencia_id: str
    folio: int
    cerrada: str | None
    cuadre: Cuadre
    hora: str
    renglones: tuple[RenglonRow, ...]

    @property
    def cuentas(self) -> Mapping[Clase, int]:
        """How many rows turned out to be of each kind."""
        return {clase: sum(uno.clase == clase for uno in self.renglones) for clase in CLASES}


CLASES: Final[tuple[Clase, ...]] = ("lista", "nueva", "ilegible", "repetida", "vacio", "pendiente")


@action("Preparar hojas para firmar")
def preparar_hojas(unit: Unit, *, audiencia_id: str, cuantas: int, renglones: int) -> list[str]:
    """Number new sheets after the last folio, and return their keys. A folio that was printed is not used again."""
    if not 1 <= cuantas <= MAXIMO:
        raise RuleError(f"Escriba cuántas hojas: de 1 a {MAXIMO}.", field="cuantas_hojas")
    first = unit.next_number("hojas", "folio", audiencia_id=audiencia_id)
    place, rows = unit.last_order("hojas", audiencia_id=audiencia_id), []
    for folio in range(first, first + cuantas):
        place = orden.despues_de(place)
        rows.append({"audiencia_id": audiencia_id, "orden": place, "folio": folio, "renglones": renglones})
    unit.audiencia_id = audiencia_id
    return unit.insert("hojas", rows)


@action("Contar firmas del papel", merges=True)
def contar_firmas(unit: Unit, *, id: str, firmas: int | None) -> None:
    """Write how many signatures somebody counted on a sheet."""
    hoja = unit.get(Hoja, id)
    hoja.contar(firmas)


@action("Cerrar folio")
def cerrar_hoja(unit: Unit, *, id: str) -> None:
    """Say that all of a sheet was typed, even when it does not square: the difference stays written."""
    hoja = unit.get(Hoja, id)
    hoja.cerrar(unit.clock())


@action("Reabrir folio")
def reabrir_hoja(unit: Unit, *, id: str) -> None:
    """Go on typing a sheet that was closed."""
    hoja = unit.get(Hoja, id)
    hoja.reabrir()


@action("Anular folio")
def anular_hoja(unit: Unit, *, id: str, motivo: str = NO_SE_USO) -> None:
    """Withdraw a sheet on which nobody signed: it was not used, or it was printed badly."""
    hoja = unit.get(Hoja, id)
    if _digitadas(unit.connection, [id])[id].total:
        raise RuleError(f"El folio {hoja.folio} tiene personas digitadas: retírelas primero.")
    hoja.anular(motivo, cuando=unit.clock(), quien=unit.quien)


def anotar_repetida(unit: Unit, asistente: Asistente) -> None:
    """Keep the signature of someone who turned out to be another that had signed: it is on the paper, and nobody's."""
    standing = select(_H.id).where(_H.id == asistente.hoja, _H.anulada_motivo.is_(None))
    if asistente.firma == "papel" and asistente.renglon and unit.connection.scalar(standing) is not None:
        unit.get(Hoja, str(asistente.hoja)).repetir(asistente.renglon)


def listar_hojas(connection: Connection, *, audiencia_id: str) -> list[HojaRow]:
    """Return the sheets of a hearing that stand, by folio."""
    columns = (_H.id, _H.folio, _H.renglones, _H.firmas, _H.cerrada, _H.vacios, _H.repetidos)
    standing = (_H.audiencia_id == audiencia_id, _H.anulada_motivo.is_(None))
    found = connection.execute(select(*columns).where(*standing).order_by(_H.folio, _H.orden)).all()
    typed = _digitadas(connection, [row.id for row in found])
    rows = []
    for row in found:
        cuadre = Cuadre(row.firmas, typed[row.id].firmaron, len(row.repetidos))
        how = estado(cuadre, cerrada=bool(row.cerrada), vacios=len(row.vacios))
        rows.append(HojaRow(row.id, row.folio, row.renglones, how, cuadre, typed[row.id].ilegibles))
    return rows


def ver_hoja(connection: Connection, *, id: str) -> HojaView | None:
    """Return a sheet with all its rows, typed or not; None when there is none with that key, or it was withdrawn."""
    query = (
        select(*_H, _A.hora_inicio, _A.hora_inicio_programada)
        .join(JOURNALED["audiencias"], _A.id == _H.audiencia_id)
        .where(_H.id == id, _H.anulada_motivo.is_(None))
    )
    hoja = connection.execute(query).one_or_none()
    if hoja is None:
        return None
    people = {row.numero: row for row in _personas(connection, id)}
    blank = {numero: RenglonRow(numero, "vacio") for numero in hoja.vacios}
    again = {numero: RenglonRow(numero, "repetida", firmo=True) for numero in hoja.repetidos}
    most = max(hoja.renglones, *people, 0)
    rows = tuple(
        people.get(n) or again.get(n) or blank.get(n) or RenglonRow(n, "pendiente") for n in range(1, most + 1)
    )
    cuadre = Cuadre(hoja.firmas, sum(row.firmo for row in people.values()), len(hoja.repetidos))
    hora = hoja.hora_inicio or hoja.hora_inicio_programada or ""
    return HojaView(hoja.id, hoja.audiencia_id, hoja.folio, hoja.cerrada, cuadre, hora, rows)


def hoja_con_folio(connection: Connection, *, audiencia_id: str, folio: int) -> str | None:
    """Return the key of the sheet with that folio; None when there is none."""
    standing = (_H.audiencia_id == audiencia_id, _H.folio == folio, _H.anulada_motivo.is_(None))
    return connection.scalar(select(_H.id).where(*standing).order_by(_H.orden).limit(1))


@dataclass(frozen=True, slots=True)
class _Typed:
    total: int = 0
    firmaron: int = 0
    ilegibles: int = 0


def _digitadas(connection: Connection, hojas: Iterable[str]) -> dict[str, _Typed]:
    """How many people were typed of each sheet."""
    keys = list(hojas)
    query = (
        select(
            _S.hoja,
            func.count(),
            func.count().filter(_S.firma == "papel"),
            func.count().filter(_S.nombre.is_(None)),
        )
        .where(_S.hoja.in_(keys), _S.lista == "asistentes", _S.anulada_motivo.is_(None))
        .group_by(_S.hoja)
    )
    found = {hoja: _Typed(*figures) for hoja, *figures in connection.execute(query)} if keys else {}
    return {key: found.get(key, _Typed()) for key in keys}


def en_la_hoja(hoja: str) -> ColumnElement[bool]:
    """Say which people stand in a row of a sheet."""
    return and_(_S.hoja == hoja, _S.lista == "asistentes", _S.anulada_motivo.is_(None), _S.renglon.is_not(None))


def _personas(connection: Connection, hoja: str) -> Iterable[RenglonRow]:
    columns: tuple[Any, ...] = (
        _S.renglon,
        _S.id,
        _S.nombre,
        _S.documento_tipo,
        _S.documento_numero,
        func.coalesce(_S.organizacion, _S.dependencia, ""),
        _S.telefono,
        _S.correo,
        _S.autorizacion_otorgada,
        _S.firma,
        _S.registro,
    )
    for found in connection.execute(select(*columns).where(en_la_hoja(hoja)).order_by(_S.renglon, _S.orden.desc())):
        numero, id, nombre, tipo, documento, organizacion, telefono, correo, autoriza, firma, registro = found
        clase: Clase = "ilegible" if nombre is None else "nueva" if registro == "papel" else "lista"
        contacto = " ".join(filter(None, (telefono, correo)))
        known = (id, nombre or "", tipo, documento, organizacion, contacto, autoriza)
        yield RenglonRow(numero, clase, *known, firmo=firma == "papel")
