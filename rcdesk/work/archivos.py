"""Files beside the JSON: figures, evidence and logos, kept by their SHA-256 on import, given back on export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import RuleError, StoreError, reason
from rcdesk.domain.registro import Archivo, Valor
from rcdesk.domain.registro.caminos import caminos
from rcdesk.exchange import Leido
from rcdesk.exchange.places import shown
from rcdesk.store.evidence import evidence_path, is_digest
from rcdesk.store.files import sha256_of
from rcdesk.store.reading import raw
from rcdesk.work.adjunto import Adjunto

_FILES: Final = frozenset({"archivo", "logo", "logo_derecho", "evidencia"})
_SEALED: Final = "actas-aprobadas"
"""The folder beside the JSON with the data and the PDF files of approved actas, each by its SHA-256."""


@dataclass(frozen=True, slots=True)
class Preparado:
    """A file ready to be imported: its records, its evidence already kept, and what there is to tell."""

    archivo: Archivo
    adjuntos: tuple[Adjunto, ...]
    avisos: tuple[str, ...]


def preparar(leido: Leido, ruta: Path, guardar: Callable[[Path | bytes], str]) -> Preparado:
    """Keep the files that a rcdesk/1 file names; `guardar` returns the SHA-256 of one. A missing one is a warning."""
    adjuntos, avisos = [], list(leido.avisos)
    for nombre in dict.fromkeys(rutas(leido.archivo)):
        origen = ruta.parent / nombre
        try:
            if not origen.exists():
                missing = f"No está el archivo «{shown(nombre)}» junto a {shown(ruta.name)}"
                avisos.append(f"{missing}: los documentos saldrán sin él.")
            elif not origen.resolve().is_relative_to(ruta.parent.resolve()):
                avisos.append(f"No se guardó «{shown(nombre)}»: un enlace lleva fuera de la carpeta de {ruta.name}.")
            else:
                adjuntos.append(Adjunto(nombre, guardar(origen), origen.stat().st_size))
        except (RuleError, StoreError) as error:
            avisos.append(f"No se guardó «{shown(nombre)}»: {error}")
        except OSError as error:
            avisos.append(f"No se guardó «{shown(nombre)}»: {reason(error)}.")
    avisos += _bring_sealed(leido.archivo, ruta.parent, guardar)
    return Preparado(leido.archivo, tuple(adjuntos), tuple(avisos))


def acompanar(
    connection: Any,
    archivo: Archivo,
    *,
    evidencias: Path,
    junto_a: Path,
    escribir: Callable[[Path, bytes], None],
) -> list[str]:
    """Put the kept files beside an export, where the records say they are; a different file there is never replaced."""
    avisos = []
    for ruta, origen in imagenes(connection, archivo, evidencias).items():
        destino = junto_a.parent / ruta
        datos = origen.read_bytes()
        if not destino.exists():
            destino.parent.mkdir(parents=True, exist_ok=True)
            escribir(destino, datos)
        elif not destino.is_file() or destino.read_bytes() != datos:
            avisos.append(f"Ya hay otro archivo en «{destino}»: no se reemplazó. Exporte a otra carpeta.")
    for sha256 in () if archivo.version_publica else _sealed(archivo):
        origen, destino = evidence_path(evidencias, sha256), junto_a.parent / _SEALED / sha256
        if origen.is_file() and not destino.exists():
            destino.parent.mkdir(exist_ok=True)
            escribir(destino, origen.read_bytes())
    return avisos


def _sealed(archivo: Archivo) -> list[str]:
    """The SHA-256 of the data and of the PDF files of every approved version."""
    versiones = (version for una in archivo.audiencias if una.acta for version in una.acta.versiones)
    found = (sha256 for una in versiones for sha256 in (una.instantanea, una.pdf, una.pdf_publico))
    return [sha256 for sha256 in dict.fromkeys(found) if sha256 and is_digest(sha256)]


def _bring_sealed(archivo: Archivo, carpeta: Path, guardar: Callable[[Path | bytes], str]) -> Iterator[str]:
    """Keep what the approved versions of a file were made of; say of what is there and is not that, which it is."""
    for sha256 in _sealed(archivo):
        origen = carpeta / _SEALED / sha256
        try:
            if origen.is_symlink() or not origen.is_file():
                continue  # an acta may be told of without its papers
            if sha256_of(origen) != sha256:
                yield f"«{sha256}», de un acta aprobada, fue cambiado: no se usará. Pida otra vez la exportación."
                continue
            guardar(origen.read_bytes())  # what this program made is of any size
        except (RuleError, StoreError) as error:
            yield f"No se guardó «{sha256}», de un acta aprobada: {error}"
        except OSError as error:
            yield f"No se guardó «{sha256}», de un acta aprobada: {reason(error)}."


def imagenes(connection: Any, archivo: Archivo, evidencias: Path) -> Mapping[str, Path]:
    """Where the records say a file is → where the base keeps it; only those that are there."""
    kept = listar_adjuntos(connection)
    known = (ruta for ruta in rutas(archivo) if is_digest(kept.get(ruta, "")))  # a row changed by hand leads nowhere
    found = {ruta: evidence_path(evidencias, kept[ruta]) for ruta in known}
    return {ruta: path for ruta, path in found.items() if path.is_file()}


def rutas(registro: Any) -> Iterator[str]:
    """Every `archivo`, logo and `evidencia` that a record or what hangs from it names, as written."""
    if isinstance(registro, tuple):
        for item in registro:
            yield from rutas(item)
    elif isinstance(registro, Valor):
        kind: type = registro.__class__
        for name in _own_files(kind):
            value = getattr(registro, name)
            if isinstance(value, str):
                yield value
        for name in caminos(kind, _FILES):
            yield from rutas(getattr(registro, name))


@cache
def _own_files(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.name in _FILES)


def listar_adjuntos(connection: Any) -> dict[str, str]:
    """Return every attached file: how the records name it → its SHA-256; of several with one path, the last one."""
    sql = "SELECT ruta, sha256 FROM adjuntos WHERE anulada_motivo IS NULL ORDER BY orden"
    return dict(raw(connection).execute(sql).fetchall())
