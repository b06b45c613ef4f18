"""What each one answers for, to be asked about or handed over on paper: letters, and a sheet for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    letters = _por_quien(owed)
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
) -> Document:
    """A sheet for each who answers, or for one, or for one office. RuleError when there is nothing of that one."""
    rows = estados_al(connection, corte=hoy)
    if dependencia is not None:
        mine = [row for row in rows if sin_tildes(row.dependencia or "") == sin_tildes(dependencia)]
        sheets = [Quien(dependencia, tuple(map(_debido, _en_orden(mine))))] if mine else []
    else:
        sheets = [one for one in _por_quien(rows) if responsable is None or _same(one.nombre, responsable)]
    if not sheets and (dependencia or responsable):
        raise RuleError(f"«{dependencia or responsable}» no tiene compromisos.", field="responsable")
    archivo = reunir_entidad(connection)
    return mis_compromisos(archivo, sheets, hoy=hoy, imagenes=imagenes(connection, archivo, evidencias))


def debidos_por_quien(connection: Any, *, hoy: date) -> dict[str, list[CompromisoAlRow]]:
    """Return what each owes that is late or near on a day, by name; what several answer for is of each of them."""
    return _agrupados(row for row in estados_al(connection, corte=hoy) if row.lampara in _REQUERIDAS)


def _agrupados(rows: Iterable[CompromisoAlRow]) -> dict[str, list[CompromisoAlRow]]:
    found: dict[str, list[CompromisoAlRow]] = {}
    for row in rows:
        for name in _nombres(row):
            found.setdefault(name, []).append(row)
    return {name: _en_orden(found[name]) for name in sorted(found, key=sin_tildes)}


def _por_quien(rows: Iterable[CompromisoAlRow]) -> list[Quien]:
    return [Quien(name, tuple(map(_debido, mine))) for name, mine in _agrupados(rows).items()]


def _nombres(row: CompromisoAlRow) -> tuple[str, ...]:
    """Who answers for it, otherwise the office where it counts."""
    return row.responsables or ((row.dependencia,) if row.dependencia else ())


def _same(one: str, other: str) -> bool:
    return sin_tildes(one) == sin_tildes(other)


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
