"""The hearings and other spaces of a strategy: when and where each was, and who took part, by populations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcdesk import i18n
from rcdesk.documents.acta.lugar import transmision
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, bold, literal
from rcdesk.documents.folios import donde, nombre
from rcdesk.documents.informes.comun import SIN_DATO
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.series import Kind
from rcdesk.domain import registro as r
from rcdesk.domain.cifras import participacion
from rcdesk.domain.cifras.audiencia import contados, espectadores_maximos
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import TIPO_AUDIENCIA, con_mayuscula
from rcdesk.domain.periodos import primer_dia


def del_plan(datos: Datos) -> tuple[r.Audiencia, ...]:
    """The spaces of the plan that had been held, or had no date, at the day of the report."""
    assert datos.plan is not None
    codigo = datos.plan.codigo
    return tuple(
        una
        for una in vigentes(datos.archivo.audiencias)
        if una.plan == codigo and (una.fecha is None or primer_dia(una.fecha) <= datos.corte)
    )


def espacios(datos: Datos) -> Iterator[Block]:
    """What was held, who convened it when it was somebody else, and its participants."""
    todos = del_plan(datos)
    if not todos:
        return
    ajenos = any(una.convoca for una in todos)
    titulos = ("Espacio", "Fecha y hora", "Lugar y transmisión", *(("Convoca",) if ajenos else ()))
    filas = tuple(_fila(una, ajenos=ajenos) for una in todos)
    anchos = (3.2, 2.6, 2.6, 1.6) if ajenos else (3.6, 3, 3.4)
    yield Grid(titulos, filas, anchos, summary="Espacios de diálogo de la estrategia")
    for una in todos:
        temas = [tema for grupo in una.temas for tema in grupo.items]
        if temas and una.tipo != "audiencia_publica":
            yield Paragraph(f"Temas de {bold(una.nombre or una.codigo)}: {literal(i18n.lista_en_palabras(temas))}.")


def participantes(datos: Datos) -> Iterator[Block]:
    """People counted in person and on line, with their total; who registered and the peak of viewers stand apart."""
    todos = [una for una in del_plan(datos) if contados(una.asistencia) or una.asistentes]
    if not todos:
        return
    cifras = participacion(todos)
    total = cifras["participantes"]
    if total:
        filas = tuple(_contados(una) for una in todos if contados(una.asistencia))
        juntas = ("Total", *(i18n.numero(int(str(cifras[clave]))) for clave in _POBLACIONES))
        yield Grid(
            ("Espacio", "Presenciales", "Virtuales", "Participantes"),
            (*filas, tuple(map(bold, juntas))) if len(filas) > 1 else filas,
            (5.2, 1.6, 1.6, 1.6),
            (Align.LEFT, *[Align.RIGHT] * 3),
            summary="Participantes contados, por modalidad",
            kinds=(Kind.TEXT, *[Kind.NUMBER] * 3),
        )
        virtual = str(cifras.get("porcentaje_virtual", "")).replace(".", ",")
        if virtual:
            de = i18n.numero(int(str(cifras["virtuales"])))
            yield Paragraph(f"Participaron {i18n.numero(int(str(total)))}: por medios virtuales, {de} ({virtual} %).")
    yield from _otras_poblaciones(todos)


_POBLACIONES = ("presenciales", "virtuales", "participantes")


def _fila(una: r.Audiencia, *, ajenos: bool) -> tuple[str, ...]:
    tipo = con_mayuscula(TIPO_AUDIENCIA[una.tipo]) if una.tipo else ""
    dicho = nombre(una) if not tipo or tipo.casefold() in nombre(una).casefold() else f"{nombre(una)}\n{tipo}"
    otros = i18n.lista_en_palabras([f"«{literal(otro)}»" for otro in una.otros_nombres])
    dicho += f"\nTambién se anunció como {otros}" if otros else ""
    if una.estado == "cancelada":
        dicho += "\nSe canceló"
    lugar = "\n".join(filter(None, (donde(una), *(literal(transmision(canal)) for canal in una.canales))))
    propio = (dicho, _cuando(una), lugar)
    return (*propio, literal(una.convoca or "")) if ajenos else propio


def _cuando(una: r.Audiencia) -> str:
    horas = (una.hora_inicio or una.hora_inicio_programada, una.hora_fin or una.hora_fin_programada)
    dichas = " a ".join(i18n.hora_am_pm(hora) for hora in horas if hora)
    fecha = con_mayuscula(i18n.fecha_con_dia(una.fecha)) if una.fecha else SIN_DATO
    return f"{fecha}\n{dichas}" if dichas else fecha


def _contados(una: r.Audiencia) -> tuple[str, ...]:
    cuantos = (contados(una.asistencia, "presencial"), contados(una.asistencia, "virtual"), contados(una.asistencia))
    return (nombre(una), *map(i18n.numero, cuantos))


def _otras_poblaciones(todos: Sequence[r.Audiencia]) -> Iterator[Block]:
    """Who signed the list, and how many were watching at once: other people, or the same, so they are not added."""
    filas = tuple(
        (nombre(una), i18n.numero(len(una.asistentes)) if una.asistentes else SIN_DATO, _pico(una))
        for una in todos
        if una.asistentes or espectadores_maximos(una.metricas_virtuales) is not None
    )
    if not filas:
        return
    yield Grid(
        ("Espacio", "Registradas en el listado", "Máximo de espectadores en vivo"),
        filas,
        (5.2, 2.2, 2.6),
        (Align.LEFT, Align.RIGHT, Align.RIGHT),
        summary="Personas registradas y máximo de espectadores en vivo",
        kinds=(Kind.TEXT, Kind.NUMBER, Kind.NUMBER),
    )
    yield Paragraph(
        "Las personas contadas, las registradas en el listado y los espectadores en vivo son poblaciones distintas: una"
        " persona puede estar en varias, y por eso no se suman.",
        note=True,
    )


def _pico(una: r.Audiencia) -> str:
    maximo = espectadores_maximos(una.metricas_virtuales)
    return SIN_DATO if maximo is None else i18n.numero(maximo)
