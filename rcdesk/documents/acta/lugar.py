"""Where and when the hearing was held, in a line of the form and as a table."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Grid, literal
from rcdesk.documents.formato import SIN_DILIGENCIAR, fecha_de_formulario
from rcdesk.domain.cifras.audiencia import minutos_entre
from rcdesk.domain.palabras import MODALIDAD, TIPO_CANAL, con_mayuscula
from rcdesk.domain.registro import Acta, Audiencia, Canal, Hora, Lugar, Sesion
from rcdesk.domain.textos import duracion


def linea_de_lugar(audiencia: Audiencia, acta: Acta) -> str:
    """Venues and broadcast in one line, as the form asks; as the acta declares it while it still names them all."""
    lugares = "; ".join(map(_lugar, audiencia.lugares))
    canales = "; ".join(map(transmision, audiencia.canales))
    dichos = canales if canales.casefold().startswith("transmisión") else canales and f"transmisión {canales}"
    derivada = " – ".join(parte for parte in (lugares, dichos) if parte)
    dicho = next((dato.texto for dato in acta.declarado if dato.concepto == "lugar" and dato.texto), None)
    if dicho and all(any(nombre in dicho for nombre in nombres) for nombres in _nombrados(audiencia)):
        return literal(dicho)
    return literal(derivada) or SIN_DILIGENCIAR


def hora(real: Hora | None, programada: Hora | None) -> str:
    """`09:00 am`; the scheduled one says so."""
    if real:
        return i18n.hora_am_pm(real)
    return f"{i18n.hora_am_pm(programada)} (programada)" if programada else SIN_DILIGENCIAR


def sesiones(audiencia: Audiencia) -> Iterator[Block]:
    """The sessions of a hearing that has several."""
    if len(audiencia.sesiones) > 1:
        filas = tuple(_sesion(numero, sesion) for numero, sesion in enumerate(audiencia.sesiones, 1))
        header = ("Sesión", "Fecha", "Hora inicial", "Hora final", "Lugar", "Objetivo")
        yield Grid(header, filas, (0.9, 1.5, 1.3, 1.3, 2.6, 2.6), summary="Sesiones de la audiencia")


def fecha_y_lugar(ctx: Contexto) -> Iterator[Block]:
    """Date, hours, venues, modality and links, row by row."""
    audiencia = ctx.audiencia
    horas = (
        hora(audiencia.hora_inicio, audiencia.hora_inicio_programada),
        hora(audiencia.hora_fin, audiencia.hora_fin_programada),
    )
    filas = (
        ("Fecha", i18n.fecha_con_dia(audiencia.fecha) if audiencia.fecha else ""),
        ("Hora", " a ".join(una for una in horas if una != SIN_DILIGENCIAR) + _duracion(audiencia)),
        ("Lugar", "\n".join(literal(_lugar(lugar)) for lugar in audiencia.lugares)),
        ("Modalidad", con_mayuscula(MODALIDAD[audiencia.modalidad]) if audiencia.modalidad else ""),
        ("Transmisión", "\n".join(literal(transmision(canal)) for canal in audiencia.canales)),
        ("Grabación", literal((audiencia.grabacion and audiencia.grabacion.url) or "")),
    )
    llenas = tuple(fila for fila in filas if fila[1])
    if llenas:
        yield Grid((), llenas, (1.6, 8.4), summary="Fecha y lugar de la actividad")
    yield from sesiones(audiencia)


def transmision(canal: Canal) -> str:
    """Where it was broadcast: the channel, its account and its address."""
    nombre = canal.nombre or (con_mayuscula(TIPO_CANAL[canal.tipo]) if canal.tipo else "")
    dicho = " ".join(parte for parte in (nombre, canal.cuenta) if parte)
    return f"{dicho} - Link {canal.url}" if canal.url and dicho else dicho or (canal.url or "")


def _duracion(audiencia: Audiencia) -> str:
    minutos = minutos_entre(audiencia.hora_inicio, audiencia.hora_fin) or 0
    return f" ({duracion(minutos)})" if minutos > 0 else ""


def _lugar(lugar: Lugar) -> str:
    return ", ".join(parte for parte in (lugar.nombre, lugar.direccion, lugar.municipio) if parte)


def _nombrados(audiencia: Audiencia) -> Iterator[tuple[str, ...]]:
    """What a declared line must name to be still true: each venue, by any of its names, and each link."""
    yield from ((lugar.nombre, *lugar.otros_nombres) for lugar in audiencia.lugares)
    yield from ((canal.url,) for canal in audiencia.canales if canal.url)


def _sesion(numero: int, sesion: Sesion) -> tuple[str, ...]:
    return (
        str(numero),
        fecha_de_formulario(sesion.fecha) if sesion.fecha else "",
        i18n.hora_am_pm(sesion.hora_inicio) if sesion.hora_inicio else "",
        i18n.hora_am_pm(sesion.hora_fin) if sesion.hora_fin else "",
        literal(sesion.lugar or ""),
        literal(sesion.objetivo or ""),
    )
