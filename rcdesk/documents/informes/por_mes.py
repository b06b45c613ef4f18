"""The commitments that a plan collected month by month, and how those in charge of the entity advance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, bold, literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.documents.informes.comun import SIN_DATO, por_ciento
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.series import Columns, Kind, Series
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al
from rcdesk.domain.cifras.compromisos import por_mes as meses_de
from rcdesk.domain.cifras.plan import cifras_de_compromisos_por_periodo
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras, meses, primer_dia
from rcdesk.domain.plan_en_periodo import cae_en

_CIEN: Final = 100
_NOTA: Final = "No se recogieron compromisos."


def por_mes(datos: Datos) -> Iterator[Block]:
    """Each period with what was collected and who must answer; what nobody classified is told, never given to one."""
    entradas = _entradas(datos)
    if not entradas:
        return
    yield Paragraph(_resumen(entradas))
    grafica = grafica_de_meses(datos)
    if grafica is not None:
        yield grafica
    por_periodo = _avances(datos)
    avances = [por_periodo.get(una.periodo, "") for una in entradas]
    con_avance = any(avances)
    yield Grid(
        (
            "Mes",
            "Recogidos",
            "A cargo",
            "De otra entidad",
            "Sin clasificar",
            *(("Avance",) if con_avance else ()),
            "Corte",
        ),
        tuple(_fila(una, avance, con_avance=con_avance) for una, avance in zip(entradas, avances, strict=True)),
        (2.2, 1.5, 1.2, 1.2, 1.5, 1.4, 1.7) if con_avance else (2.2, 1.3, 1.2, 1.5, 1.5, 1.6),
        (Align.LEFT, *[Align.RIGHT] * (5 if con_avance else 4), Align.LEFT),
        summary="Compromisos recogidos por mes",
        kinds=(Kind.TEXT, *[Kind.NUMBER] * 4, *((Kind.TEXT,) if con_avance else ()), Kind.DATE),
    )
    yield from _notas(entradas, con_avance=con_avance)


def grafica_de_meses(datos: Datos) -> Columns | None:
    """What was collected in each period, by who must answer; None when there is nothing to tell."""
    entradas = _entradas(datos)
    if not entradas:
        return None
    return Columns(
        "Compromisos recogidos",
        tuple(_lugar(una) for una in entradas),
        (
            Series("A cargo de la entidad", tuple(una.a_cargo if una.recogidos else 0 for una in entradas)),
            Series("A cargo de otra entidad", tuple(una.no_a_cargo if una.recogidos else 0 for una in entradas)),
            Series("Sin clasificar", tuple(_sin_clasificar(una) if una.recogidos else 0 for una in entradas)),
        ),
    )


def _entradas(datos: Datos) -> tuple[r.CompromisosPorPeriodo, ...]:
    """Those of the period asked for that had begun at the day of the report."""
    todas = datos.plan.compromisos_por_periodo if datos.plan else ()
    return tuple(
        una
        for una in todas
        if primer_dia(meses(una.periodo)[0]) <= datos.corte
        and (datos.periodo is None or cae_en(una.periodo, datos.periodo))
    )


def _resumen(entradas: Sequence[r.CompromisosPorPeriodo]) -> str:
    cifras = cifras_de_compromisos_por_periodo(entradas)["compromisos"]
    assert isinstance(cifras, dict)
    recogidos, propios, ajenos, sueltos = (
        int(str(cifras[clave])) for clave in ("recogidos", "a_cargo", "no_a_cargo", "sin_clasificar")
    )
    dicho = i18n.plural(recogidos, "compromiso", "compromisos")
    partes = [f"{i18n.numero(propios)} a cargo de la entidad", f"{i18n.numero(ajenos)} de otras entidades"]
    if sueltos:
        partes.append(f"{i18n.numero(sueltos)} sin clasificar")
    espacios = dict.fromkeys(una.espacio for una in entradas if una.espacio)
    donde = f" en {literal(i18n.lista_en_palabras([*espacios]))}" if espacios else ""
    return f"Se recogieron {dicho}{donde}: {i18n.lista_en_palabras(partes)}."


def _lugar(una: r.CompromisosPorPeriodo) -> str:
    """The month without its year, as a column is called; a longer period by its name."""
    desde, hasta = meses(una.periodo)
    return i18n.MESES[int(desde[5:7]) - 1][:3] if desde == hasta else en_palabras(una.periodo)


def _fila(una: r.CompromisosPorPeriodo, avance: str, *, con_avance: bool) -> tuple[str, ...]:
    cifras = (una.recogidos, una.a_cargo, una.no_a_cargo, _sin_clasificar(una))
    return (
        con_mayuscula(en_palabras(una.periodo)),
        *(SIN_DATO if cifra is None else i18n.numero(cifra) for cifra in cifras),
        *((avance or SIN_DATO,) if con_avance else ()),
        fecha_de_formulario(una.corte) if una.corte else SIN_DATO,
    )


def _sin_clasificar(una: r.CompromisosPorPeriodo) -> int:
    return una.recogidos if una.a_cargo is None else 0


def _avances(datos: Datos) -> Mapping[str, str]:
    """Month → the mean progress of the commitments in charge that the plan made in it, and how many: «55 % (2)»."""
    assert datos.plan is not None
    propios = adquiridos_al(replace(datos.archivo, audiencias=()), datos.corte, plan=datos.plan.codigo)
    return {
        uno.periodo: f"{por_ciento(uno.avance / _CIEN)} ({i18n.numero(uno.a_cargo)})"
        for uno in meses_de(propios)
        if uno.avance is not None
    }


def _notas(entradas: Sequence[r.CompromisosPorPeriodo], *, con_avance: bool) -> Iterator[Block]:
    """What each month explains, and what does not add up."""
    if con_avance:
        yield Paragraph(
            "Avance: promedio simple de los compromisos del plan a cargo de la entidad que se adquirieron en el mes, al"
            " corte del informe; entre paréntesis, cuántos están a cargo. El que no reporta avance cuenta como 0 %, el"
            " cumplido como 100 % y el cancelado no cuenta.",
            note=True,
        )
    for una in entradas:
        dichas = [una.nota or ("" if una.recogidos else _NOTA)]
        suma = (una.a_cargo or 0) + (una.no_a_cargo or 0)
        if una.a_cargo is not None and suma != una.recogidos:
            dichas.append(f"La clasificación suma {i18n.numero(suma)} y se recogieron {i18n.numero(una.recogidos)}.")
        texto = " ".join(map(literal, filter(None, dichas)))
        if texto:
            yield Paragraph(f"{bold(con_mayuscula(en_palabras(una.periodo)))}: {texto}", note=True)
