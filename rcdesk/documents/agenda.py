"""What goes on a calendar: a hearing at its hour, or a day on which something falls due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from rcdesk import i18n
from rcdesk.domain.cifras.audiencia import minutos_entre
from rcdesk.domain.plazos import dia_exacto
from rcdesk.domain.registro import Audiencia, FechaHora

Situacion = Literal["confirmado", "por_confirmar", "cancelado"]

_HORAS: Final = 2
"""How long a hearing is that does not say when it ends."""


@dataclass(frozen=True, slots=True)
class Evento:
    """Something on a calendar. `desde` is a day, or an instant in Colombia that lasts `minutos`.

    `clave` is always the same for the same thing, so that bringing the file again corrects it. `hecho` is when its data
    were last changed.
    """

    clave: str
    titulo: str
    desde: date | datetime
    hecho: FechaHora | None = None
    minutos: int = 0
    detalle: str = ""
    lugar: str = ""
    url: str = ""
    situacion: Situacion = "confirmado"
    aviso_dias: int = 0


def eventos_de(audiencia: Audiencia) -> Iterator[Evento]:
    """A hearing on the calendar, or each of its sessions; nothing while it has no day. It names no citizen."""
    sesiones = [
        (una.fecha, una.hora_inicio, una.hora_fin, una.lugar, f"-{numero}")
        for numero, una in enumerate(audiencia.sesiones, 1)
    ]
    lugares = i18n.lista_en_palabras([_lugar(uno.nombre, uno.direccion, uno.municipio) for uno in audiencia.lugares])
    inicio, fin = audiencia.hora_inicio_programada, audiencia.hora_fin_programada
    unica = (audiencia.fecha, inicio or audiencia.hora_inicio, fin or audiencia.hora_fin, None, "")
    for fecha, hora, hasta, lugar, sufijo in sesiones or [unica]:
        dia = dia_exacto(fecha)
        if dia is not None:
            minutos = minutos_entre(hora, hasta) or 0
            yield Evento(
                clave=f"audiencia-{audiencia.id or audiencia.codigo}{sufijo}",  # two entities may say one code
                titulo=audiencia.nombre or audiencia.codigo,
                desde=_cuando(dia, hora),
                hecho=audiencia.actualizado,
                minutos=minutos if minutos > 0 else _HORAS * 60,
                detalle=_detalle(audiencia),
                lugar=lugar or lugares,
                url=next((canal.url for canal in audiencia.canales if canal.url), ""),
                situacion=_situacion(audiencia),
                aviso_dias=1,
            )


def _cuando(dia: date, hora: str | None) -> date | datetime:
    return datetime.fromisoformat(f"{dia.isoformat()}T{hora}").replace(tzinfo=i18n.COLOMBIA) if hora else dia


def _lugar(nombre: str, direccion: str | None, municipio: str | None) -> str:
    return ", ".join(filter(None, (nombre, direccion, municipio)))


def _detalle(audiencia: Audiencia) -> str:
    """What it is for, and where it is broadcast."""
    canales = [f"{canal.nombre or 'Transmisión'}: {canal.url}" for canal in audiencia.canales if canal.url]
    return "\n".join(filter(None, (audiencia.objetivo, *canales)))


def _situacion(audiencia: Audiencia) -> Situacion:
    if audiencia.estado == "cancelada":
        return "cancelado"
    return "por_confirmar" if audiencia.estado in (None, "planeada") else "confirmado"
