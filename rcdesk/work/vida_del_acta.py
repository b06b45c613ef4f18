"""Where the acta of a hearing stands between its draft and its publication, and what approving it now would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from rcdesk.domain import plazos
from rcdesk.domain import registro as r
from rcdesk.domain.cotejo import avisos, cotejo
from rcdesk.domain.numeracion import SIN_NUMERO
from rcdesk.domain.partes import partes
from rcdesk.domain.registro import EstadoActa
from rcdesk.domain.sello import codigo_corto
from rcdesk.store.schema import JOURNALED
from rcdesk.work.actas import acta_de
from rcdesk.work.aprobacion import numero_que_sigue, numeros_sin_dar, patron_vigente
from rcdesk.work.cierre import reunir_por_id
from rcdesk.work.instantaneas import version_vigente

_A, _F, _O = JOURNALED["actas"].c, JOURNALED["firmantes"].c, JOURNALED["observaciones"].c


@dataclass(frozen=True, slots=True)
class VidaDelActa:
    """How far the acta is: `revision` copies were sent, `por_decidir` remarks wait, `firmaron` of those who sign."""

    estado: EstadoActa = "borrador"
    version: int = 1
    revision: int = 0
    numero: str = ""
    motivo: str = ""
    observaciones: int = 0
    por_decidir: int = 0
    firmantes: int = 0
    firmaron: int = 0
    version_id: str = ""
    codigo: str = ""
    sellada: bool = False
    """Key and short code of the approved version in force, and whether its files are sealed."""

    @property
    def aprobada(self) -> bool:
        """Whether what it tells is final."""
        return bool(self.version_id)


@dataclass(frozen=True, slots=True)
class PorAprobar:
    """What approving would do: its number (empty when nobody can tell), what it leaves unused, and what is missing."""

    numero: str
    numerada: bool
    """Whether its entity numbers its actas."""
    saltos: tuple[str, ...]
    faltan: tuple[str, ...]
    contradicen: int
    """How many texts say something else than the figures."""
    version: int
    por_decidir: int
    motivo: str
    sin_cerrar: bool
    """Whether the hearing is not over yet: what happens in it afterwards could not be written down."""


def ver_vida(connection: Connection, *, audiencia_id: str) -> VidaDelActa:
    """Look at how far the acta of a hearing is; a draft while nobody opened it."""
    names = (_A.id, _A.estado, _A.version, _A.revision, _A.numero, _A.motivo_correccion)
    found = connection.execute(select(*names).where(acta_de(audiencia_id))).first()
    if found is None:
        return VidaDelActa()
    observaciones, por_decidir = _cuenta(connection, _O, _O.disposicion.is_(None), found.id)
    firmantes, faltan = _cuenta(connection, _F, _F.fecha.is_(None), found.id, _F.lista == "firmas")
    vigente = version_vigente(connection, audiencia_id)
    return VidaDelActa(
        estado=found.estado or "borrador",
        version=found.version or 1,
        revision=found.revision or 0,
        numero=found.numero or "",
        motivo=found.motivo_correccion or "",
        observaciones=observaciones,
        por_decidir=por_decidir,
        firmantes=firmantes,
        firmaron=firmantes - faltan,
        version_id=vigente.id if vigente else "",
        codigo=codigo_corto(vigente.instantanea) if vigente else "",
        sellada=vigente is not None and vigente.pdf is not None,
    )


def ver_por_aprobar(connection: Connection, *, audiencia_id: str) -> PorAprobar:
    """Look at what approving the acta now would do. RuleError when its number asks for what the hearing has not."""
    archivo = reunir_por_id(connection, audiencia_id)
    audiencia = archivo.audiencias[0]
    acta = audiencia.acta or r.Acta()
    numero = (acta.numero or "").strip() or numero_que_sigue(connection, archivo)
    vida = ver_vida(connection, audiencia_id=audiencia_id)
    return PorAprobar(
        numero=numero,
        numerada=patron_vigente(archivo) != SIN_NUMERO,
        saltos=numeros_sin_dar(connection, archivo, numero),
        faltan=tuple(parte.titulo for parte in partes(audiencia) if parte.estado == "falta" and not parte.numero),
        contradicen=len(avisos(audiencia, cotejo(audiencia, plazos.calendario(archivo)))),
        version=vida.version,
        por_decidir=vida.por_decidir,
        motivo=vida.motivo,
        sin_cerrar=audiencia.estado != "cerrada",
    )


def _cuenta(connection: Connection, c: Any, falta: Any, acta_id: str, *mas: Any) -> tuple[int, int]:
    """How many lines of the acta stand, and how many of them lack something."""
    query = select(func.count(), func.count().filter(falta)).where(c.acta_id == acta_id, c.anulada_motivo.is_(None))
    total, faltan = connection.execute(query.where(*mas)).one()
    return int(total), int(faltan)
