"""The commitments of every hearing and plan at a day: what is owed, to whom it was handed over, and what moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Paragraph, bold, literal
from rcdesk.documents.debidos import LAMPARA
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import SIN_DATO, cantidad, informe, por_ciento
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.series import Columns, Kind, Series
from rcdesk.domain.cifras.compromisos import (
    Adquirido,
    Cuenta,
    Mes,
    Movimiento,
    adquiridos_al,
    cuenta,
    movidos,
    por_dependencia,
    por_lampara,
    por_mes,
    por_responsable,
)
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.palabras import ESTADO_COMPROMISO, con_mayuscula
from rcdesk.domain.periodos import cubre, en_palabras, meses, primer_dia
from rcdesk.domain.plazos import calendario
from rcdesk.domain.registro import NO_APLICA

TITULO: Final = "Informe de compromisos"

_UN_DIA: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Visto:
    """What every part tells of: the commitments are looked at once."""

    datos: Datos
    todos: list[Adquirido]


def _de_lo_visto(hacer: Callable[[_Visto], Iterable[Block]], visto: _Visto, _: Datos) -> Iterable[Block]:
    return hacer(visto)


def informe_de_compromisos(datos: Datos) -> Document:
    """How every commitment stood at the day of the report, and what moved since the last one."""
    visto = _Visto(datos, adquiridos(datos))
    secciones = ((parte, partial(_de_lo_visto, hacer, visto)) for parte, hacer in _SECCIONES)
    return informe(datos, TITULO, secciones, documental=formato_de(datos.archivo, "compromisos"), landscape=True)


def adquiridos(datos: Datos, corte: date | None = None) -> list[Adquirido]:
    """The commitments of the report, at its day or at another."""
    plan = datos.plan.codigo if datos.plan else None
    return adquiridos_al(datos.archivo, corte or datos.corte, calendario(datos.archivo), plan)


def corte_anterior(datos: Datos) -> date:
    """The day before the period that is asked for; without one, the last day of the month before."""
    desde = primer_dia(meses(datos.periodo)[0]) if datos.periodo else datos.corte.replace(day=1)
    return max(desde, date.min + _UN_DIA) - _UN_DIA


def grafica_de_meses(recogidos: Iterable[Mes]) -> Columns:
    """What was collected each month, by who must answer."""
    todos = tuple(recogidos)
    series = [
        Series("A cargo de la entidad", tuple(_o_nada(uno, uno.a_cargo) for uno in todos)),
        Series("A cargo de otra entidad", tuple(_o_nada(uno, uno.no_a_cargo) for uno in todos)),
    ]
    if any(uno.sin_clasificar for uno in todos):
        series.append(Series("Sin clasificar", tuple(_o_nada(uno, uno.sin_clasificar) for uno in todos)))
    varios = len({uno.periodo[:4] for uno in todos}) > 1
    lugares = tuple(_mes_corto(uno.periodo, con_anio=varios) for uno in todos)
    return Columns("Compromisos adquiridos por mes", lugares, tuple(series), empty="ninguno")


def _resumen(visto: _Visto) -> Iterator[Block]:
    todos = visto.todos
    if not todos:
        yield Paragraph("No se había adquirido ningún compromiso.")
        return
    yield Paragraph(_en_una_frase(cuenta(todos)))
    filas = tuple((LAMPARA[una], i18n.numero(n)) for una, n in por_lampara(todos).items())
    yield Grid(
        ("Estado al corte", "Compromisos"),
        (*filas, (bold("Total"), bold(i18n.numero(len(todos))))),
        (4, 2),
        summary="Compromisos por estado",
        kinds=(Kind.TEXT, Kind.NUMBER),
    )


def _en_una_frase(todos: Cuenta) -> str:
    """How many there are and how they stand: what is told adds up to all of them."""
    vencidos = f" ({i18n.plural(todos.vencidos, 'vencido', 'vencidos')})" if todos.vencidos else ""
    partes = [
        i18n.plural(todos.cumplidos, "cumplido", "cumplidos"),
        f"{i18n.numero(todos.abiertos)} por cumplir{vencidos}",
        i18n.plural(todos.trasladados, "trasladado a otra entidad", "trasladados a otra entidad"),
        *(i18n.plural(n, palabra, f"{palabra}s") for palabra, n in _otros(todos) if n),
    ]
    dicho = i18n.plural(todos.todos, "compromiso", "compromisos")
    return f"Al corte se habían adquirido {dicho}: {i18n.lista_en_palabras(partes)}."


def _otros(una: Cuenta) -> tuple[tuple[str, int], ...]:
    """What closed without being met, which has a place only where there is any."""
    return (("incumplido", una.incumplidos), ("cancelado", una.cancelados))


def _vencidos(visto: _Visto) -> Iterator[Block]:
    """Those that are late, the latest first, with their business days."""
    tarde = sorted((uno for uno in visto.todos if uno.lampara == "vencido"), key=lambda uno: uno.dias or 0)
    filas = tuple(
        (_codigo(uno), literal(uno.compromiso.que_hacer), _quienes(uno), _fecha(uno), i18n.numero(-(uno.dias or 0)))
        for uno in tarde
    )
    if filas:
        yield Grid(
            ("N.º", "Qué hacer", "Responsable", "Vencía", "Días hábiles"),
            filas,
            (0.9, 4, 2.4, 1.3, 1),
            summary="Compromisos vencidos",
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.NUMBER),
        )


def _dependencias(visto: _Visto) -> Iterator[Block]:
    todos = visto.todos
    if todos:
        yield _cuentas("Dependencia", por_dependencia(todos), "Sin dependencia")


def _responsables(visto: _Visto) -> Iterator[Block]:
    todos = visto.todos
    if todos:
        yield _cuentas("Responsable", por_responsable(todos), "Sin responsable")
        if any(len(uno.estado.responsables) > 1 for uno in todos):
            yield Paragraph("El de varios responsables se cuenta en cada uno: esta tabla no suma el total.", note=True)


def _cuentas(titulo: str, cuentas: Mapping[str | None, Cuenta], sin_nadie: str) -> Grid:
    hay = {palabra for una in cuentas.values() for palabra, n in _otros(una) if n}
    otros = tuple(f"{con_mayuscula(palabra)}s" for palabra, _ in _otros(cuenta(())) if palabra in hay)
    filas = (
        (
            literal(nombre) if nombre else sin_nadie,
            *map(i18n.numero, (una.todos, una.cumplidos, una.abiertos, una.vencidos, una.trasladados)),
            *(i18n.numero(n) for palabra, n in _otros(una) if palabra in hay),
        )
        for nombre, una in cuentas.items()
    )
    return Grid(
        (titulo, "Compromisos", "Cumplidos", "Por cumplir", "Vencidos", "Trasladados", *otros),
        tuple(filas),
        (3.4, 1.4, 1.3, 1.3, 1.2, 1.4, *[1.4] * len(otros)),
        summary=f"Compromisos por {titulo.lower()}",
        kinds=(Kind.TEXT, *[Kind.NUMBER] * (5 + len(otros))),
    )


def _meses(visto: _Visto) -> Iterator[Block]:
    """What was made each month, of the period if one is asked for, and how those in charge advance."""
    todos, periodo = visto.todos, visto.datos.periodo
    recogidos = tuple(uno for uno in por_mes(todos) if periodo is None or cubre(periodo, uno.periodo))
    if not recogidos:
        return
    yield grafica_de_meses(recogidos)
    yield Grid(
        ("Mes", "Adquiridos", "A cargo", "De otra entidad", "Sin clasificar", "Avance de los que están a cargo"),
        tuple(
            (
                con_mayuscula(en_palabras(uno.periodo)),
                *map(i18n.numero, (uno.recogidos, uno.a_cargo, uno.no_a_cargo, uno.sin_clasificar)),
                SIN_DATO if uno.avance is None else por_ciento(uno.avance / 100, 1),
            )
            for uno in recogidos
        ),
        (2.3, 1.3, 1.2, 1.6, 1.5, 2.1),
        summary="Compromisos adquiridos por mes",
        kinds=(Kind.TEXT, *[Kind.NUMBER] * 4, Kind.PERCENT),
    )
    yield Paragraph(
        f"Corte: {i18n.fecha_larga(visto.datos.corte.isoformat())}. Avance: promedio simple de los que están a cargo de"
        " la entidad y no se cancelaron; el que no ha reportado cuenta como 0 %, y como 100 % si está cumplido.",
        note=True,
    )
    sin_fecha = sum(1 for uno in todos if not uno.adquirido or len(uno.adquirido) < len("AAAA-MM"))
    if sin_fecha:
        dicho = i18n.plural(sin_fecha, "compromiso no dice", "compromisos no dicen")
        yield Paragraph(f"{con_mayuscula(dicho)} en qué mes se adquirieron y no están en esta tabla.", note=True)


def _traslados(visto: _Visto) -> Iterator[Block]:
    filas = tuple(
        (
            _codigo(uno),
            literal(uno.compromiso.que_hacer),
            literal(uno.compromiso.entidad_competente or SIN_DATO),
            fecha_de_formulario(uno.compromiso.fecha_traslado) if uno.compromiso.fecha_traslado else "Sin fecha",
            LAMPARA[uno.lampara],
        )
        for uno in visto.todos
        if uno.estado.trasladado
    )
    if filas:
        yield Grid(
            ("N.º", "Qué hacer", "Entidad competente", "Fecha de traslado", "Estado"),
            filas,
            (0.9, 4.1, 2.5, 1.4, 1.1),
            summary="Compromisos trasladados",
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.TEXT),
        )


def _movimientos(visto: _Visto) -> Iterator[Block]:
    """Those that are not as they were at the corte before, each with what changed."""
    if not visto.todos:
        return
    desde = corte_anterior(visto.datos)
    filas = tuple(
        (_codigo(uno.ahora), literal(uno.ahora.compromiso.que_hacer), _cambio(uno))
        for uno in movidos(visto.todos, adquiridos(visto.datos, desde))
    )
    dia = i18n.fecha_larga(desde.isoformat())
    if not filas:
        yield Paragraph(f"Ninguno cambió después del {dia}.")
        return
    yield Paragraph(f"Comparados con el {dia}, cambiaron {i18n.plural(len(filas), 'compromiso', 'compromisos')}.")
    yield Grid(("N.º", "Qué hacer", "Qué cambió"), filas, (0.9, 4.4, 4.7), summary="Compromisos que cambiaron")


def _cambio(uno: Movimiento) -> str:
    """What changed, said in a line each: «Avance: 20 % → 60 %»."""
    ahora, antes = uno.ahora, uno.antes
    if antes is None:
        return f"Nuevo: {LAMPARA[ahora.lampara].lower()}"
    pares = (
        ("Estado", ESTADO_COMPROMISO[antes.estado.estado], ESTADO_COMPROMISO[ahora.estado.estado]),
        ("Avance", cantidad(antes.estado.avance, "porcentaje"), cantidad(ahora.estado.avance, "porcentaje")),
        ("Fecha", _fecha(antes), _fecha(ahora)),
        ("Responsable", _quienes(antes), _quienes(ahora)),
    )
    lineas = [f"{nombre}: {de} → {a}" for nombre, de, a in pares if de != a]
    if ahora.estado.trasladado and not antes.estado.trasladado:
        lineas.append("Se trasladó a otra entidad")
    if ahora.estado.dicho and ahora.estado.dicho != antes.estado.dicho:
        lineas.append(literal(ahora.estado.dicho))
    return "\n".join(lineas)


def _detalle(visto: _Visto) -> Iterator[Block]:
    """Every commitment, by the hearing or the plan where it was made."""
    por_procedencia: dict[str, list[Adquirido]] = {}
    for uno in visto.todos:
        por_procedencia.setdefault(uno.procedencia, []).append(uno)
    for procedencia, suyos in por_procedencia.items():
        cuando = next((uno.adquirido for uno in suyos if uno.adquirido), None)
        dicho = f" ({fecha_de_formulario(cuando)})" if cuando and len({uno.adquirido for uno in suyos}) == 1 else ""
        yield Paragraph(f"{bold(procedencia)}{dicho}")
        yield Grid(
            ("N.º", "Qué hacer", "Responsable", "Fecha", "Estado", "Avance"),
            tuple(map(_fila, suyos)),
            (0.9, 3.7, 2.2, 1.25, 1.25, 0.95),
            summary=f"Compromisos de {literal(procedencia)}",
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.TEXT, Kind.PERCENT),
        )


def _fila(uno: Adquirido) -> tuple[str, ...]:
    quien = _quienes(uno)
    if uno.estado.trasladado:
        quien = literal(uno.compromiso.entidad_competente or "Otra entidad")
    estado = LAMPARA[uno.lampara]
    avance = cantidad(uno.estado.avance, "porcentaje")
    return (_codigo(uno), literal(uno.compromiso.que_hacer), quien, _fecha(uno), estado, avance)


def _codigo(uno: Adquirido) -> str:
    return literal(rotulo(uno.compromiso.codigo)) or SIN_DATO


def _quienes(uno: Adquirido) -> str:
    return literal(", ".join(uno.estado.responsables)) or SIN_DATO


def _fecha(uno: Adquirido) -> str:
    fecha = uno.estado.fecha
    if fecha is None:
        return "Sin fecha"
    return fecha if fecha == NO_APLICA else fecha_de_formulario(fecha)


def _o_nada(mes: Mes, valor: int) -> int | None:
    return valor if mes.recogidos else None


def _mes_corto(periodo: str, *, con_anio: bool) -> str:
    mes = i18n.MESES[int(periodo[5:7]) - 1][:3]
    return f"{mes} {periodo[:4]}" if con_anio else mes


_SECCIONES: Final[tuple[tuple[Parte, Callable[[_Visto], Iterable[Block]]], ...]] = (
    (Parte("resumen", "Cómo están al corte"), _resumen),
    (Parte("vencidos", "Vencidos"), _vencidos),
    (Parte("dependencias", "Por dependencia"), _dependencias),
    (Parte("responsables", "Por responsable"), _responsables),
    (Parte("meses", "Adquiridos por mes"), _meses),
    (Parte("traslados", "Trasladados a otra entidad"), _traslados),
    (Parte("movimientos", "Lo que cambió desde el corte anterior"), _movimientos),
    (Parte("detalle", "Todos los compromisos"), _detalle),
)

CLASE: Final = Clase(
    "compromisos",
    TITULO,
    tuple(parte for parte, _ in _SECCIONES),
    informe_de_compromisos,
    lee="sin_actividades",
    de_un_plan=False,
    con_periodo=True,
)
