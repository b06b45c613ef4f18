"""What each one answers for, to be asked about or handed over on paper: letters, and a sheet for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from rcdesk.documents.blocks import Document
from rcdesk.documents.debidos import Debido, Quien
from rcdesk.documents.ficha_de_compromiso import Ficha, ficha_de_compromiso
from rcdesk.documents.mis_compromisos import mis_compromisos
from rcdesk.documents.requerimiento import requerimientos
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import ORIGEN_COMPROMISO, con_mayuscula
from rcdesk.domain.plazos import sumar_habiles
from rcdesk.domain.seguimiento import cuenta_al, en_orden
from rcdesk.i18n import fecha_larga, sin_tildes
from rcdesk.work.archivos import imagenes
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.estados_al_corte import CompromisoAlRow, estados_al
from rcdesk.work.gather import reunir_entidad, reunir_registros
from rcdesk.work.ver_compromiso import ver_compromiso

_REQUERIDAS: Final = frozenset({"vencido", "vence_hoy", "por_vencer"})
PLAZO: Final = 5
"""Business days to answer a letter."""


def documento_requerimientos(
    connection: Any, *, evidencias: Path, hoy: date, responsable: str | None = None
) -> Document:
    """The letters to who owes something that is late or near on a day: all, or that of `responsable`.

    RuleError when that one owes nothing.
    """
    owed = [row for row in estados_al(connection, corte=hoy) if row.lampara in _REQUERIDAS]
    letters = _hojas(owed, _nombres)
    if responsable is not None:
        letters = [one for one in letters if sin_tildes(one.nombre) == sin_tildes(responsable)]
        if not letters:
            raise RuleError(f"«{responsable}» no tiene compromisos vencidos ni por vencer.", field="responsable")
    archivo = reunir_entidad(connection)
    return requerimientos(
        archivo,
        letters,
        [_debido(row) for row in owed if not _nombres(row)] if responsable is None else (),
        hoy=hoy,
        responder=sumar_habiles(hoy, PLAZO, leer_calendario(connection)),
        imagenes=imagenes(connection, archivo, evidencias),
    )


def documento_mis_compromisos(
    connection: Any,
    *,
    evidencias: Path,
    hoy: date,
    responsable: str | None = None,
    dependencia: str | None = None,
    por_dependencia: bool = False,
) -> Document:
    """A sheet for each who answers or, `por_dependencia`, for each office; or for one of them.

    RuleError when there is nothing of that one.
    """
    rows = estados_al(connection, corte=hoy)
    by_office = por_dependencia or dependencia is not None
    wanted = dependencia if by_office else responsable
    every = _hojas(rows, _dependencia if by_office else _nombres)
    sheets = [one for one in every if wanted is None or sin_tildes(one.nombre) == sin_tildes(wanted)]
    if not sheets and wanted:
        raise RuleError(
            f"«{wanted}» no tiene compromisos. Elija otro de la lista.",
            field="dependencia" if by_office else "responsable",
        )
    archivo = reunir_entidad(connection)
    return mis_compromisos(archivo, sheets, hoy=hoy, imagenes=imagenes(connection, archivo, evidencias))


def debidos_por_quien(connection: Any, *, hoy: date) -> dict[str, list[CompromisoAlRow]]:
    """Return what each owes that is late or near on a day, by name; what several answer for is of each of them."""
    late = (row for row in estados_al(connection, corte=hoy) if row.lampara in _REQUERIDAS)
    return _agrupados(late, _nombres)


def _agrupados(
    rows: Iterable[CompromisoAlRow], nombres: Callable[[CompromisoAlRow], tuple[str, ...]]
) -> dict[str, list[CompromisoAlRow]]:
    found: dict[str, list[CompromisoAlRow]] = {}
    for row in rows:
        for name in nombres(row):
            found.setdefault(name, []).append(row)
    return {name: _en_orden(found[name]) for name in sorted(found, key=sin_tildes)}


def _hojas(rows: Iterable[CompromisoAlRow], nombres: Callable[[CompromisoAlRow], tuple[str, ...]]) -> list[Quien]:
    return [Quien(name, tuple(map(_debido, mine))) for name, mine in _agrupados(rows, nombres).items()]


def _nombres(row: CompromisoAlRow) -> tuple[str, ...]:
    """Who answers for it, otherwise the office where it counts."""
    return row.responsables or ((row.dependencia,) if row.dependencia else ())


def _dependencia(row: CompromisoAlRow) -> tuple[str, ...]:
    return (row.dependencia or "Sin dependencia",)


def _en_orden(rows: Sequence[CompromisoAlRow]) -> list[CompromisoAlRow]:
    """By their date; those without any, last."""
    return sorted(rows, key=lambda row: row.fecha if row.fecha and row.fecha[0].isdigit() else "9999")


def _debido(row: CompromisoAlRow) -> Debido:
    return Debido(
        codigo=rotulo(row.codigo),
        que_hacer=row.que_hacer,
        procedencia=row.procedencia_nombre or row.procedencia,
        adquirido=row.adquirido,
        fecha=row.fecha,
        dias=row.dias,
        avance=row.avance,
        lampara=row.lampara,
        responsables=row.responsables,
        dependencia=row.dependencia,
    )


def documento_ficha(connection: Any, *, evidencias: Path, hoy: date, compromiso_id: str) -> Document:
    """The sheet of one commitment as it stands on a day. RuleError when it had not been made, or was withdrawn."""
    vista = ver_compromiso(connection, id=compromiso_id, corte=hoy, carpeta=evidencias)
    if vista is None:
        raise RuleError("Ese compromiso ya no está en la base.")
    al = vista.al
    [compromiso] = reunir_registros(connection, "compromisos", [compromiso_id])
    moved = al.fecha != vista.fecha_original
    ficha = Ficha(
        debido=_debido(al),
        origen=al.origen_detalle or (con_mayuscula(ORIGEN_COMPROMISO[al.origen]) if al.origen else ""),
        preguntas=tuple(reunir_registros(connection, "preguntas", [una.id for una in vista.preguntas])),
        a_cargo_de=_traslado(al.entidad_competente, vista.fecha_traslado) if al.trasladado else "",
        fecha_inicial=vista.fecha_original if moved else None,
        seguimientos=tuple(uno for uno in en_orden(compromiso.seguimientos) if cuenta_al(uno, hoy)),
    )
    archivo = reunir_entidad(connection)
    return ficha_de_compromiso(archivo, ficha, hoy=hoy, imagenes=imagenes(connection, archivo, evidencias))


def _traslado(entidad: str | None, fecha: str | None) -> str:
    cuando = f", trasladado el {fecha_larga(fecha)}" if fecha else ""
    return f"{entidad or 'otra entidad'}{cuando}"
