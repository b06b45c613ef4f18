"""All that a hearing leaves, in one zip that says what each file is and proves it: for the archive, or to be published.

It is made of the data alone: the same base gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.documents.planilla import Planilla
from rcdesk.domain.palabras import ESTADO_PREGUNTA, MODO_RESPUESTA
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.publica import sin_rutas, version_publica
from rcdesk.domain.registro import Archivo, FechaHora
from rcdesk.domain.telling import Telling
from rcdesk.exchange import to_json
from rcdesk.store import bitacora
from rcdesk.store.evidence import evidence_path
from rcdesk.store.mirror import line_of
from rcdesk.store.package import LOG, Part, write_package
from rcdesk.store.service import bitacora as entradas
from rcdesk.work.archivos import imagenes
from rcdesk.work.cierre import reunir_como_se_cuenta
from rcdesk.work.documentos import (
    DocumentQuery,
    documento_acta,
    documento_asistencia,
    documento_encuesta,
    documento_lista,
    documento_preguntas,
    documento_respuestas,
)
from rcdesk.work.documentos_de_revision import documento_observaciones
from rcdesk.work.exportar import planilla_de_asistencia
from rcdesk.work.instantaneas import octetos_aprobados, ver_version, version_vigente
from rcdesk.work.memoria import documento_memoria
from rcdesk.work.sellado import hacer_pdf, pdf_sellado
from rcdesk.work.versiones import VersionRow, acta_firmada, listar_versiones

_FORBIDDEN: Final = re.compile(r"[^\w.-]+")
_LONGEST: Final = 80  # letters of a name


@dataclass(frozen=True, slots=True)
class Hecho:
    """What was written: how many files that the manifest answers for, and bytes of the whole."""

    archivos: int
    octetos: int


def hacer_expediente(
    connection: Connection,
    *,
    audiencia_id: str,
    evidencias: Path,
    salida: Path,
    publico: bool,
    programa: str,
    avance: Telling,
) -> Hecho:
    """Write in `salida` the expediente of a hearing: all of it, or (`publico`) only what may be published.

    `evidencias` is the folder of the base, `programa` says which program makes it. OSError when it cannot be written,
    StoreError when something that was sealed is gone; then, or when `avance` raises, the file that was there stays.
    """
    caso = _caso(connection, audiencia_id, evidencias)
    parts = tuple(_publicas(caso) if publico else _internas(caso))
    header = {
        "clase": "publico" if publico else "interno",
        "programa": programa,
        "audiencia": {"codigo": caso.codigo, "nombre": caso.archivo.audiencias[0].nombre or caso.codigo},
        "datos_hasta": caso.hasta,
        "cabezas": bitacora.written(bitacora.heads(connection)),
        "versiones": [
            {"version": una.version, "numero": una.numero, "codigo": una.codigo} for una in reversed(caso.versiones)
        ],
    }
    leeme = partial(_leeme, caso, parts, publico=publico)
    readme = Part("LEEME.txt", "Qué hay en este expediente y cómo se comprueba", leeme, personal=False)
    return Hecho(len(parts) + 1, write_package(salida, header, (readme, *parts), avance))


@dataclass(frozen=True, slots=True)
class _Caso:
    """The hearing whose expediente is made; `hoy` and `hasta` are the day and the instant of the last thing done."""

    connection: Connection
    audiencia_id: str
    codigo: str
    evidencias: Path
    archivo: Archivo
    versiones: tuple[VersionRow, ...]
    hoy: date
    hasta: str

    @property
    def aprobada(self) -> bool:
        return version_vigente(self.connection, self.audiencia_id) is not None

    def pdf(self, make: DocumentQuery) -> Callable[[], bytes]:
        """How a document is made when its turn comes, as PDF."""

        def made() -> bytes:
            from rcdesk.render.pdf import to_bytes  # ReportLab takes 0.2 s to import

            return to_bytes(make(self.connection, codigo=self.codigo, evidencias=self.evidencias))

        return made

    def docx(self, make: DocumentQuery) -> bytes:
        """A document as DOCX."""
        from rcdesk.render.docx import to_bytes

        return to_bytes(make(self.connection, codigo=self.codigo, evidencias=self.evidencias))


def _caso(connection: Connection, audiencia_id: str, evidencias: Path) -> _Caso:
    archivo = reunir_como_se_cuenta(connection, audiencia_id)
    last = connection.scalar(select(entradas.c.momento).order_by(entradas.c.hlc.desc()).limit(1)) or ""
    return _Caso(
        connection,
        audiencia_id,
        archivo.audiencias[0].codigo,
        evidencias,
        archivo,
        tuple(listar_versiones(connection, audiencia_id=audiencia_id)),
        dia_en_colombia(FechaHora(last)),
        last,
    )


def _internas(caso: _Caso) -> Iterator[Part]:
    yield from _actas(caso, publica=False)
    yield from _actas(caso, publica=True)
    yield Part("asistencia/listado.pdf", "Listado de asistencia", caso.pdf(documento_lista))
    yield Part(
        "preguntas/oficios.pdf",
        "Oficios de respuesta a quienes preguntaron",
        caso.pdf(partial(documento_respuestas, hoy=caso.hoy)),
    )
    yield from _separados(caso)
    if caso.archivo.audiencias[0].acta and caso.archivo.audiencias[0].acta.observaciones_de_revision:
        yield Part(
            "acta/observaciones.pdf",
            "Observaciones de quienes revisaron el acta, y qué se decidió",
            caso.pdf(documento_observaciones),
        )
    yield Part("datos/completos.json", "La audiencia entera (rcdesk/1)", partial(to_json, caso.archivo))
    asistencia = partial(planilla_de_asistencia, caso.connection, audiencia_id=caso.audiencia_id)
    yield Part("datos/asistencia.csv", "Listado de asistencia, como tabla", partial(_csv, asistencia))
    yield from _abiertos(caso)
    for una in caso.versiones:
        version = ver_version(caso.connection, una.id)
        yield Part(
            f"instantaneas/v{una.version}-{version.instantanea}.json",
            f"Los datos con que se aprobó la versión {una.version} del acta",
            partial(octetos_aprobados, caso.evidencias, version.instantanea),
        )
    for ruta, path in sorted(imagenes(caso.connection, caso.archivo, caso.evidencias).items()):
        yield Part(f"evidencias/{path.name[:8]}-{_llano(ruta)}", f"Archivo adjunto «{ruta}»", path)
    yield Part(LOG, "La bitácora de la base, con su cadena", partial(_bitacora, caso.connection))


def _publicas(caso: _Caso) -> Iterator[Part]:
    yield from _actas(caso, publica=True)
    yield from _separados(caso)
    yield from _abiertos(caso)


def _actas(caso: _Caso, *, publica: bool) -> Iterator[Part]:
    """Every approved version as it was sealed, and its signed paper; the draft only inside, and marked so."""
    tipo, cual = ("-publica", ", versión pública") if publica else ("", "")
    for una in reversed(caso.versiones):
        yield Part(
            f"acta/acta-v{una.version}{tipo}.pdf",
            f"Acta {una.numero}, versión {una.version} aprobada{cual}",
            partial(_sellado, caso, una, publica=publica),
            not publica,
        )
        if una.archivo and not publica:
            yield Part(
                f"acta/acta-v{una.version}-firmada{PurePosixPath(una.archivo).suffix.lower()}",
                f"Acta firmada en papel, versión {una.version}",
                partial(acta_firmada, caso.connection, version_id=una.id, evidencias=caso.evidencias),
            )
    draft = not caso.aprobada
    if draft and publica:
        return
    acta = partial(documento_acta, publica=publica)
    if draft:
        yield Part("acta/acta-BORRADOR.pdf", "Acta en borrador: no ha sido aprobada", caso.pdf(acta))
    name = "BORRADOR" if draft else f"v{caso.versiones[0].version}"
    yield Part(f"acta/acta-{name}{tipo}.docx", f"La misma acta, en Word{cual}", partial(caso.docx, acta), not publica)


def _separados(caso: _Caso) -> Iterator[Part]:
    """The documents that may be published; of the letters, the list and the remarks there is no such version."""
    audiencia = caso.archivo.audiencias[0]
    yield Part("asistencia/resumen.pdf", "Resumen de asistencia", caso.pdf(documento_asistencia), False)
    yield Part(
        "preguntas/preguntas-y-respuestas.pdf",
        "Preguntas y respuestas",
        caso.pdf(partial(documento_preguntas, hoy=caso.hoy)),
        False,
    )
    if audiencia.encuestas:
        informe = caso.pdf(documento_encuesta)
        yield Part("encuesta/informe.pdf", "Informe de la encuesta", informe, False)
    if caso.aprobada:
        memoria = caso.pdf(partial(documento_memoria, hoy=caso.hoy))
        yield Part("memoria/memoria.pdf", "Memoria de respuestas posteriores al acta", memoria, False)


def _abiertos(caso: _Caso) -> Iterator[Part]:
    publico = version_publica(caso.archivo, iniciales=True)
    datos = partial(to_json, sin_rutas(publico))
    yield Part("datos/abiertos.json", "Datos abiertos de la audiencia (rcdesk/1)", datos, False)
    yield Part("datos/preguntas.csv", "Preguntas, como tabla", partial(_csv, partial(_preguntas, publico)), False)
    compromisos = partial(_csv, partial(_compromisos, publico))
    yield Part("datos/compromisos.csv", "Compromisos, como tabla", compromisos, False)


def _sellado(caso: _Caso, una: VersionRow, *, publica: bool) -> bytes:
    """The sealed file; of a version whose program ended before sealing it, the one that will be."""
    sealed = pdf_sellado(caso.connection, version_id=una.id, evidencias=caso.evidencias, publica=publica)
    if sealed is not None:
        return sealed
    made = hacer_pdf(caso.connection, version_id=una.id, evidencias=caso.evidencias)
    return evidence_path(caso.evidencias, made.pdf_publico if publica else made.pdf).read_bytes()


def _csv(planilla: Callable[[], Planilla]) -> bytes:
    from rcdesk.render.csv import to_bytes

    return to_bytes(planilla())


def _preguntas(publico: Archivo) -> Planilla:
    filas = tuple(
        (
            f"{una.mesa or ''}{'-' if una.mesa else ''}{una.numero}",
            una.tema or "",
            (una.autor and una.autor.nombre) or "",
            una.texto_editado or una.texto,
            ESTADO_PREGUNTA[una.estado] if una.estado else "",
            (una.respuesta and una.respuesta.texto) or "",
            MODO_RESPUESTA[una.respuesta.modo] if una.respuesta and una.respuesta.modo else "",
            (una.respuesta and una.respuesta.dependencia) or una.dependencia or "",
        )
        for una in publico.audiencias[0].preguntas
    )
    columnas = ("No.", "Tema", "Quién preguntó", "Pregunta", "Estado", "Respuesta", "Cómo se respondió", "Dependencia")
    return Planilla("Preguntas", columnas, filas)


def _compromisos(publico: Archivo) -> Planilla:
    filas = tuple(
        (una.codigo or "", una.que_hacer or "", "; ".join(una.responsables), una.fecha or "", una.estado or "")
        for una in publico.audiencias[0].compromisos
    )
    return Planilla("Compromisos", ("Código", "Qué hacer", "Responsables", "Fecha", "Estado"), filas)


def _bitacora(connection: Connection) -> bytes:
    return b"".join(line_of(entry) for _, entry in bitacora.read(connection))


def _llano(ruta: str) -> str:
    """The last name of a path, in letters that every system takes."""
    return _FORBIDDEN.sub("_", PurePosixPath(ruta).name)[-_LONGEST:] or "archivo"


def _leeme(caso: _Caso, parts: tuple[Part, ...], *, publico: bool) -> bytes:
    audiencia = caso.archivo.audiencias[0]
    clase = "PÚBLICO: se puede publicar" if publico else "INTERNO: lleva datos personales, no se publica"
    estado = "" if caso.aprobada else "El acta de esta audiencia todavía no está aprobada.\n"
    lines = [f"  {part.name}{' (datos personales)' if part.personal else ''}\n      {part.what}" for part in parts]
    return _LEEME.format(
        nombre=audiencia.nombre or audiencia.codigo, clase=clase, estado=estado, lista="\n".join(lines)
    ).encode()


_LEEME: Final = """EXPEDIENTE DE LA AUDIENCIA
{nombre}

Expediente {clase}.
{estado}
Qué hay
{lista}
  manifiesto.json
      De cada archivo: su huella SHA-256, su tamaño, qué es y si lleva datos personales

Cómo se comprueba
  Con el programa:   rcdesk verificar --expediente ARCHIVO.zip
  Sin el programa:   calcule la huella SHA-256 de cada archivo y compárela con la de manifiesto.json
                     (en Windows: certutil -hashfile ARCHIVO SHA256; en Linux: sha256sum ARCHIVO)
  El acta:           rcdesk comprobar ACTA.pdf --base CARPETA, en la entidad, dice si es la aprobada
"""
