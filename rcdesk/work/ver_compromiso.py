"""One commitment as it stood on a day: what was asked and promised, what was said of it since, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, select

from rcdesk.domain import registro as r
from rcdesk.domain.avances_de_compromiso import Retraso, curva, retraso, ultimo_dia_de_traslado
from rcdesk.domain.preguntas import codigo_de, leer_codigo
from rcdesk.domain.registro.compromisos import Alcance, EstadoCompromiso
from rcdesk.domain.registro.preguntas import CanalPregunta, ModoRespuesta
from rcdesk.domain.seguimiento import cuenta_al, en_orden, vence
from rcdesk.store.evidence import evidence_path, is_digest
from rcdesk.store.records import from_row
from rcdesk.store.schema import JOURNALED
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.estados_al_corte import CompromisoAlRow, estado_de_uno
from rcdesk.work.instantaneas import version_vigente

_C: Final = JOURNALED["compromisos"].c
_S: Final = JOURNALED["seguimientos"]
_P: Final = JOURNALED["preguntas"].c


@dataclass(frozen=True, slots=True)
class PreguntaDeOrigen:
    """A question from which a commitment comes: the words of who asked, and what was answered."""

    id: str
    codigo: str
    texto: str
    autor: str
    canal: CanalPregunta | None
    recibida: str | None
    respuesta: str | None
    responde: str | None
    modo: ModoRespuesta | None


@dataclass(frozen=True, slots=True)
class EvidenciaRow:
    """What proves an advance. `ruta` is where the base keeps its file; None when it names none, or it is not there."""

    seguimiento_id: str
    texto: str | None
    url: str | None
    archivo: str | None
    paginas: str | None
    consultada: str | None
    ruta: Path | None
    octetos: int


@dataclass(frozen=True, slots=True)
class DichoRow:
    """Something that was said of a commitment. `retirado` says why it no longer counts."""

    id: str
    corte: str | None
    avance: r.Cantidad | None
    texto: str | None
    estado: EstadoCompromiso | None
    nueva_fecha: str | None
    responsables: tuple[str, ...]
    autor: str | None
    evidencias: int
    antes: EstadoCompromiso | None
    """Its state before this, as far as it was said."""
    fecha_antes: str | None
    """Its date before this."""
    retirado: str | None


@dataclass(frozen=True, slots=True)
class CompromisoVista:
    """A commitment whole. `dichos` are those of the day asked for and before, the latest first."""

    al: CompromisoAlRow
    alcance: Alcance | None
    fecha_original: str | None
    corrimientos: int
    """How many times its date was moved."""
    fecha_traslado: str | None
    plazo_de_traslado: date | None
    """The last day to hand it over, if another entity must do it."""
    prioridad: str | None
    acta_aprobada: bool
    """What the acta tells of it (what, who, when at first) does not change."""
    preguntas: tuple[PreguntaDeOrigen, ...]
    dichos: tuple[DichoRow, ...]
    despues: int
    """How many things were said after that day."""
    curva: tuple[tuple[date, r.Cantidad], ...]
    evidencias: tuple[EvidenciaRow, ...]
    dependencia: str | None
    """The office that it says itself; that of `al` may be known by who answers."""
    retraso: Retraso | None
    """The days that it is late, while they are few and it is open."""


def ver_compromiso(connection: Connection, *, id: str, corte: date, carpeta: Path) -> CompromisoVista | None:
    """Return a commitment as it stood at the end of a day; None when it had not been made by then, or was withdrawn.

    `carpeta` is the folder of the base, where the files of its evidence are.
    """
    al = estado_de_uno(connection, id=id, corte=corte)
    if al is None:
        return None
    calendario = leer_calendario(connection)
    dia = vence(al.fecha)
    found = connection.execute(select(JOURNALED["compromisos"]).where(_C.id == id)).one()
    rows = connection.execute(select(_S).where(_S.c.compromiso_id == id).order_by(_S.c.orden, _S.c.id)).all()
    said = {row.id: row for row in rows}
    every = en_orden(_seguimiento(row) for row in rows)
    until = [uno for uno in every if cuenta_al(uno, corte)]
    counted = [uno for uno in until if said[str(uno.id)].anulada_motivo is None]
    aprobada = al.audiencia_id is not None and version_vigente(connection, al.audiencia_id) is not None
    return CompromisoVista(
        al=al,
        alcance=found.alcance,
        fecha_original=found.fecha,
        corrimientos=sum(uno.nueva_fecha is not None for uno in counted),
        fecha_traslado=found.fecha_traslado,
        plazo_de_traslado=ultimo_dia_de_traslado(al.adquirido, calendario),
        prioridad=found.prioridad,
        acta_aprobada=aprobada,
        preguntas=_preguntas(connection, al),
        dichos=tuple(reversed(_dichos(until, said, found.fecha))),
        despues=sum(said[str(uno.id)].anulada_motivo is None for uno in every) - len(counted),
        curva=curva(counted, corte),
        evidencias=_evidencias(connection, counted, carpeta),
        dependencia=found.dependencia,
        retraso=retraso(dia, corte, calendario) if dia and al.lampara == "vencido" else None,
    )


def _seguimiento(row: Row[Any]) -> r.Seguimiento:
    uno: r.Seguimiento = from_row("seguimientos", dict(row._mapping), {})
    return uno


def _dichos(until: list[r.Seguimiento], said: dict[str, Row[Any]], fecha: str | None) -> list[DichoRow]:
    estado: EstadoCompromiso | None = None
    rows = []
    for uno in until:
        gone = said[str(uno.id)].anulada_motivo
        rows.append(
            DichoRow(
                id=str(uno.id),
                corte=uno.corte,
                avance=uno.avance,
                texto=uno.texto,
                estado=uno.estado,
                nueva_fecha=uno.nueva_fecha,
                responsables=uno.responsables,
                autor=uno.autor,
                evidencias=len(uno.evidencias),
                antes=estado,
                fecha_antes=fecha,
                retirado=gone,
            )
        )
        if gone is None:
            estado, fecha = uno.estado or estado, uno.nueva_fecha or fecha
    return rows


def _preguntas(connection: Connection, al: CompromisoAlRow) -> tuple[PreguntaDeOrigen, ...]:
    wanted = [leer_codigo(str(one)) for one in al.preguntas]
    if al.audiencia_id is None or not wanted:
        return ()
    mine = and_(_P.audiencia_id == al.audiencia_id, _P.numero.in_([one[1] for one in wanted if one]))
    rows = connection.execute(select(JOURNALED["preguntas"]).where(mine).order_by(_P.numero)).all()
    return tuple(_pregunta(row) for row in rows if (row.mesa, row.numero) in wanted)


def _pregunta(row: Row[Any]) -> PreguntaDeOrigen:
    return PreguntaDeOrigen(
        id=row.id,
        codigo=codigo_de(row.mesa, row.numero),
        texto=row.texto or "",
        autor="Anónimo" if row.anonima else row.autor_nombre or "Sin nombre",
        canal=row.canal,
        recibida=row.recibida,
        respuesta=row.respuesta_texto,
        responde=row.respuesta_responde,
        modo=row.respuesta_modo,
    )


def _evidencias(connection: Connection, counted: list[r.Seguimiento], carpeta: Path) -> tuple[EvidenciaRow, ...]:
    kept = listar_adjuntos(connection) if any(proof.archivo for uno in counted for proof in uno.evidencias) else {}
    return tuple(_evidencia(proof, str(uno.id), kept, carpeta) for uno in reversed(counted) for proof in uno.evidencias)


def _evidencia(proof: r.Evidencia, seguimiento: str, kept: dict[str, str], carpeta: Path) -> EvidenciaRow:
    digest = kept.get(proof.archivo or "", "")
    path = evidence_path(carpeta, digest) if is_digest(digest) else None
    there = path if path is not None and path.is_file() else None
    return EvidenciaRow(
        seguimiento_id=seguimiento,
        texto=proof.texto,
        url=proof.url,
        archivo=proof.archivo,
        paginas=proof.paginas,
        consultada=proof.consultada,
        ruta=there,
        octetos=there.stat().st_size if there else 0,
    )
