"""The book of numbers: every number that an acta was given, whose it is, and those that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, select

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.errors import RuleError
from rcdesk.domain.numeracion import SIN_NUMERO, consecutivo_de, saltos
from rcdesk.store.schema import JOURNALED
from rcdesk.work.formatos import formato_vigente

EstadoDeNumero: TypeAlias = Literal["aprobada", "publicada", "correccion", "anulada", "salto"]

_A, _H, _V = (JOURNALED[table].c for table in ("actas", "audiencias", "versiones"))
_SIN_SERIE: Final = ("", None)


@dataclass(frozen=True, slots=True)
class NumeroRow:
    """A number and the acta that has it, in its last version; or a gap, with the numbers that nobody has.

    `motivo` says why its hearing or its acta was annulled, which gives the number to no other.
    """

    id: str
    numero: str
    estado: EstadoDeNumero
    audiencia_id: str = ""
    audiencia: str = ""
    version: int | None = None
    fecha: str | None = None
    motivo: str | None = None


@dataclass(frozen=True, slots=True)
class _Dado:
    row: NumeroRow
    vigencia: int | None
    patron: str | None


def libro_de_numeros(connection: Connection) -> list[NumeroRow]:
    """Return every number given, by series and in order, with its gaps; those of no series come last."""
    formato = formato_vigente(connection)
    patron = formato.numeracion if formato else None
    primero = (formato.primer_numero if formato else None) or 1
    dados = _dados(connection)
    series: dict[tuple[str, int | None], dict[int, NumeroRow]] = {}
    sueltos = []
    for dado in dados:
        serie, consecutivo = _lugar(dado, patron)
        if consecutivo is None:
            sueltos.append(dado.row)
        else:
            series.setdefault(serie, {})[consecutivo] = dado.row
    return [
        *(row for serie in sorted(series, key=str) for row in _serie(serie, series[serie], primero)),
        *sorted(sueltos, key=lambda row: (row.fecha or "", row.numero)),
    ]


def _lugar(dado: _Dado, patron: str | None) -> tuple[tuple[str, int | None], int | None]:
    """The series of a number and its consecutive in it: by the pattern of its own acta, or that of the entity."""
    for each in dict.fromkeys((dado.patron, patron)):
        if not each or each == SIN_NUMERO:
            continue
        try:
            found = consecutivo_de(each, dado.row.numero, dado.vigencia)
        except RuleError:  # its hearing has no year, and the pattern asks for it
            continue
        if found is not None:
            return (each, dado.vigencia if "{vigencia}" in each else None), found
    return _SIN_SERIE, None


def _serie(serie: tuple[str, int | None], rows: dict[int, NumeroRow], primero: int) -> list[NumeroRow]:
    """The rows of a series in order, each gap before the number that it comes before."""
    patron, vigencia = serie
    found: list[NumeroRow] = []
    last = primero - 1
    for n in sorted(rows):
        for salto in saltos(patron, [rows[n].numero], vigencia, last + 1):
            found.append(NumeroRow(f"{patron}/{vigencia}/{salto}", salto, "salto"))
        found.append(rows[n])
        last = n
    return found


def _dados(connection: Connection) -> list[_Dado]:
    """Each number once, with the last version that has it; an acta that was brought approved has its own."""
    names = (_A.id, _A.estado, _A.fecha_aprobacion, _A.formato_numeracion, _A.anulada_motivo, _A.audiencia_id)
    hearing = (_H.codigo, _H.nombre, _H.vigencia, _H.anulada_motivo.label("audiencia_anulada"))
    both = _A.id.table.join(_H.id.table, _H.id == _A.audiencia_id)
    given = select(*names, *hearing, _V.numero, _V.version).select_from(both.join(_V.id.table, _V.acta_id == _A.id))
    brought = select(*names, *hearing, _A.numero, _A.version).select_from(both)
    found: dict[tuple[str, str], _Dado] = {}
    for row in connection.execute(given.where(_V.numero.is_not(None)).order_by(_V.version)):
        found[row.id, row.numero] = _dado(row)
    for row in connection.execute(brought.where(_A.numero.is_not(None), _A.fecha_aprobacion.is_not(None))):
        found.setdefault((row.id, row.numero), _dado(row))
    return list(found.values())


def _dado(row: Any) -> _Dado:
    motivo = row.anulada_motivo or row.audiencia_anulada
    estado: EstadoDeNumero = "anulada" if motivo else row.estado if row.estado in APROBADA else "correccion"
    whose = row.nombre or row.codigo or ""
    shown = NumeroRow(
        f"{row.id}/{row.numero}", row.numero, estado, row.audiencia_id, whose, row.version, row.fecha_aprobacion, motivo
    )
    return _Dado(shown, row.vigencia, row.formato_numeracion)
