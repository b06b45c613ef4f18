"""How a row of a plan is told in the cells of a table: its goal, who answers, when, how much was done and the proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.blocks import literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.documents.informes.comun import SIN_DATO, cantidad, por_ciento
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cumplimiento import razon_de
from rcdesk.domain.periodos import en_corto
from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import MESES, sin_tildes

SIN_EVIDENCIA: Final = "Sin evidencia"
SIN_REPORTE: Final = "Sin reporte"
_MES: Final = len("2026-11")
_CIEN: Final = 100


def nombre(fila: r.Actividad) -> str:
    """The code and the words of a row; one that only has an indicator goes by it."""
    dicho = fila.nombre or (fila.indicador and fila.indicador.nombre) or nombre_corto(fila)
    return literal(f"{fila.codigo} {dicho}" if fila.codigo else dicho)


def con_otros_nombres(fila: r.Actividad) -> str:
    """The same, and the other ways in which the source words it."""
    return "\n".join((nombre(fila), *(f"También: «{literal(otro)}»" for otro in fila.otros_nombres)))


def meta(fila: r.Actividad) -> str:
    """The goal or product: its words, its amount, or both; a percentage never looks like a count."""
    una = fila.meta
    if una is None:
        return ""
    dicha = "" if una.nombre is None else literal(una.nombre)
    if una.valor is None:
        return dicha
    unidad = una.unidad or ""
    valor = cantidad(una.valor, unidad)
    if unidad not in ("", "porcentaje", "unidades"):
        valor = f"{valor} {literal(unidad)}"
    return f"{dicha}: {valor}" if dicha else valor


def indicador(fila: r.Actividad) -> str:
    """The name of what is measured."""
    return literal((fila.indicador and fila.indicador.nombre) or "")


def responsables(fila: r.Actividad) -> str:
    """Who answer for a row, each on a line."""
    return "\n".join(map(literal, fila.responsables))


def cuando(fila: r.Actividad) -> str:
    """Every date of a row, or from when until when."""
    if fila.fechas:
        return "\n".join(map(fecha_de_formulario, fila.fechas))
    if fila.desde and fila.hasta:
        return _lapso(fila.desde, fila.hasta)
    return fecha_de_formulario(fila.desde or fila.hasta or "") if fila.desde or fila.hasta else ""


def cuando_o_cuanto(fila: r.Actividad) -> str:
    """Every date of a row; of one programmed by periods and without dates, how much in each."""
    return cuando(fila) or "\n".join(
        f"{en_corto(uno.periodo)}: {cantidad(uno.programado, fila.unidad)}" for uno in fila.programacion
    )


def ejecucion(fila: r.Actividad) -> str:
    """How much was done in each period, and of how much: «100 %», «II trimestre 2026: 29 de 20 (145 %)»."""
    dichas = tuple((uno.periodo, _hecho(fila, uno)) for uno in fila.programacion)
    return _por_periodo(dichas) or SIN_REPORTE


def evidencias(fila: r.Actividad) -> str:
    """What proves what was done in each period, and what its advances brought; it is said when nothing does."""
    return _por_periodo(tuple((uno.periodo, _prueba(uno)) for uno in fila.programacion if _hay(uno)))


def sin_evidencia(fila: r.Actividad) -> int:
    """How many periods of a row say that something was done and prove nothing."""
    return sum(_hay(uno) and _prueba(uno) == SIN_EVIDENCIA for uno in fila.programacion)


def con_frecuencia(fila: r.Actividad) -> str:
    """The name of an action, with how often it is done when its name does not say it."""
    dicha = fila.frecuencia or ""
    if not dicha or sin_tildes(dicha) in sin_tildes(fila.nombre or ""):
        return nombre(fila)
    return f"{nombre(fila)} ({literal(dicha)})"


def o_no_aplica(texto: str | None) -> str:
    """A text where «N.A.» is an answer, and nothing is not."""
    if texto is None:
        return SIN_DATO
    return texto if texto == NO_APLICA else literal(texto)


def _lapso(desde: str, hasta: str) -> str:
    """«Julio a diciembre de 2020», «13/ene/2026 a 6/feb/2026»."""
    if len(desde) == len(hasta) == _MES and desde[:4] == hasta[:4]:
        primero, ultimo = (MESES[int(fecha[5:7]) - 1] for fecha in (desde, hasta))
        dicho = primero if desde == hasta else f"{primero} a {ultimo}"
        return f"{dicho} de {desde[:4]}".capitalize()
    return f"{fecha_de_formulario(desde)} a {fecha_de_formulario(hasta)}"


def _por_periodo(dichas: Sequence[tuple[str, str]]) -> str:
    """Each period on a line, by its name when there are several."""
    if len(dichas) == 1:
        return dichas[0][1]
    return "\n".join(f"{en_corto(periodo)}: {dicho}" for periodo, dicho in dichas)


def _hecho(fila: r.Actividad, periodo: r.Programacion) -> str:
    if periodo.ejecutado is None:
        return SIN_REPORTE.lower() if len(fila.programacion) > 1 else SIN_REPORTE
    hecho = cantidad(periodo.ejecutado, fila.unidad)
    razon = razon_de(fila, periodo)
    if razon is None or (fila.unidad == "porcentaje" and razon.programado == _CIEN):
        return hecho
    return f"{hecho} de {cantidad(periodo.programado, fila.unidad)} ({por_ciento(razon.real)})"


def _hay(periodo: r.Programacion) -> bool:
    """Whether something was done: what was not needs no proof."""
    return periodo.ejecutado is not None and numero(periodo.ejecutado) != 0


def _prueba(periodo: r.Programacion) -> str:
    todas = (*periodo.evidencias, *(una for dicho in periodo.seguimientos for una in dicho.evidencias))
    return "\n".join(dict.fromkeys(map(_evidencia, todas))) or SIN_EVIDENCIA


def _evidencia(una: r.Evidencia) -> str:
    return " ".join(_partes(una))


def _partes(una: r.Evidencia) -> Iterator[str]:
    dicho = literal(una.texto or "")
    if dicho or not una.url:
        yield dicho or "Documento guardado"
    if una.paginas:
        yield f"({'pág.' if una.paginas.strip().isdigit() else 'págs.'} {literal(una.paginas)})"
    if una.url:
        yield literal(una.url)
    if una.consultada:
        yield f"(consultada el {fecha_de_formulario(una.consultada)})"
