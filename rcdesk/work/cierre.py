"""The end of a hearing: what it still lacks, what may wait, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from rcdesk.documents.formato import que_numera
from rcdesk.domain import plazos
from rcdesk.domain.cierre import Lista, revisar
from rcdesk.domain.cifras.audiencia import contados, espectadores_maximos
from rcdesk.domain.cifras.encuesta import encuestados
from rcdesk.domain.cifras.preguntas import respondidas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import sin_rutas, version_publica
from rcdesk.domain.registro import Archivo, Audiencia
from rcdesk.domain.registro.audiencias import EstadoAudiencia
from rcdesk.exchange import to_json
from rcdesk.store.schema import JOURNALED
from rcdesk.work.archivos import acompanar
from rcdesk.work.compromisos_anteriores import con_anteriores, reunir_anteriores
from rcdesk.work.gather import reunir_audiencia


@dataclass(frozen=True, slots=True)
class Cifras:
    """What happened, in numbers: the same that the acta prints. None where there is no such figure."""

    registrados: int
    contados: int
    espectadores_maximos: int | None
    preguntas: int
    respondidas: int
    encuestados: int | None
    compromisos: int


@dataclass(frozen=True, slots=True)
class CierreView:
    """The checklist of a hearing and its figures."""

    codigo: str
    nombre: str
    estado: EstadoAudiencia
    numero_de_acta: str | None
    lista: Lista
    cifras: Cifras


def ver_cierre(connection: Connection, *, audiencia_id: str) -> CierreView:
    """Look at a whole hearing. RuleError when it is no longer in the base."""
    archivo = reunir_por_id(connection, audiencia_id)
    audiencia = archivo.audiencias[0]
    earlier = reunir_anteriores(connection, audiencia_id)
    return CierreView(
        codigo=audiencia.codigo,
        nombre=audiencia.nombre or audiencia.codigo,
        estado=audiencia.estado or "planeada",
        numero_de_acta=audiencia.acta.numero if audiencia.acta else None,
        lista=revisar(
            audiencia,
            plazos.calendario(archivo),
            que_numera(archivo, audiencia.acta),
            earlier.compromisos if earlier else (),
        ),
        cifras=_cifras(audiencia),
    )


def exportar_audiencia(connection: Connection, *, audiencia_id: str, publica: bool = False) -> bytes:
    """Return one hearing as a rcdesk/1 file: whole, with its personal data, or (`publica`) without them."""
    archivo = reunir_como_se_cuenta(connection, audiencia_id)
    return to_json(sin_rutas(version_publica(archivo)) if publica else archivo)


def acompanar_audiencia(
    connection: Connection,
    *,
    audiencia_id: str,
    evidencias: Path,
    junto_a: Path,
    escribir: Callable[[Path, bytes], None],
) -> list[str]:
    """Put the pictures of a hearing beside its file and return what there is to tell; `evidencias` is the base."""
    archivo = reunir_como_se_cuenta(connection, audiencia_id)
    return acompanar(connection, archivo, evidencias=evidencias, junto_a=junto_a, escribir=escribir)


def reunir_como_se_cuenta(connection: Connection, audiencia_id: str) -> Archivo:
    """Return the file of one hearing as its acta tells it: with the earlier commitments. RuleError when it is gone."""
    return con_anteriores(connection, reunir_por_id(connection, audiencia_id))


def reunir_por_id(connection: Connection, audiencia_id: str) -> Archivo:
    """Return the file of one hearing by its key. RuleError when it is no longer in the base."""
    hearing = JOURNALED["audiencias"].c
    codigo = connection.scalar(select(hearing.codigo).where(hearing.id == audiencia_id))
    archivo = reunir_audiencia(connection, codigo) if codigo else None
    if archivo is None:
        raise RuleError("Esa audiencia ya no está en la base.")
    return archivo


def _cifras(audiencia: Audiencia) -> Cifras:
    bases = [n for encuesta in audiencia.encuestas if (n := encuestados(encuesta))]
    return Cifras(
        registrados=len(vigentes(audiencia.asistentes)),
        contados=contados(audiencia.asistencia),
        espectadores_maximos=espectadores_maximos(audiencia.metricas_virtuales),
        preguntas=len(vigentes(audiencia.preguntas)),
        respondidas=len(respondidas(audiencia.preguntas)),
        encuestados=max(bases, default=None),
        compromisos=len(vigentes(audiencia.compromisos)),
    )
