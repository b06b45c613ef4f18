"""The rows of a plan as those of a sheet, and what may not be brought into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rcdesk.domain import indicadores
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cuadro.columnas import ACTIVIDADES, EJECUTADO, INDICADORES, Columna, de_periodos, periodo_de
from rcdesk.domain.cuadro.cotejo import Conocida, conocida
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import termino_en_orden

PORCENTAJE: Final = "porcentaje"
PRINCIPAL: Final = "nombre"
_CALLED: Final = ("nombre", "indicador_nombre", "meta_nombre")


def columnas_de(plan: r.Plan) -> tuple[Columna, ...]:
    """The columns of a plan: those of its activities or, of a strategic one, of its indicators; and its periods."""
    own = INDICADORES if plan.tipo == "estrategico" else ACTIVIDADES
    return (*own, *de_periodos({one.periodo for fila in _filas(plan) for one in fila[1].programacion}))


def conocidas_de(plan: r.Plan, columnas: tuple[Columna, ...]) -> tuple[Conocida, ...]:
    """The rows of a plan that were not withdrawn."""
    return tuple(
        conocida(str(fila.id), _valores(componente, fila, columnas), columnas, _porcentajes(fila, columnas))
        for componente, fila in _filas(plan)
    )


def revisar(valores: Mapping[str, Any], antes: Mapping[str, Any] | None) -> tuple[str, str] | None:
    """Say which field of a row cannot be as a file says, and why; None when it may come in."""
    if not any(valores.get(campo) for campo in _CALLED):
        return PRINCIPAL, "La fila no dice la actividad."
    try:
        indicadores.revisar(valores)
        termino_en_orden("La actividad", valores.get("desde"), valores.get("hasta"))
    except RuleError as error:
        return error.field or PRINCIPAL, str(error)
    for campo, valor in valores.items():
        wrong = _wrong(campo, valor, (antes or {}).get(campo))
        if wrong:
            return campo, wrong
    return None


def _wrong(campo: str, valor: Any, antes: Any) -> str:
    found = periodo_de(campo)
    if found is not None:
        if valor is not None and str(valor).startswith("-"):
            return "Escriba una cantidad desde 0."
        if found[0] == EJECUTADO and valor is None and antes is not None:
            return "Lo que se dijo no se borra: retire el avance en el cronograma."
        return ""
    if campo == "etapa":
        return ""
    try:
        leer(r.Actividad, campo, valor)
    except RuleError as error:
        return str(error)
    return ""


def _filas(plan: r.Plan) -> Iterator[tuple[r.Componente, r.Actividad]]:
    for componente in plan.componentes:
        for fila in componente.actividades:
            if fila.anulada is None:
                yield componente, fila


def _valores(componente: r.Componente, fila: r.Actividad, columnas: tuple[Columna, ...]) -> dict[str, Any]:
    periods = {one.periodo: one for one in reversed(fila.programacion)}  # of two alike, the first
    found: dict[str, Any] = {}
    for one in columnas:
        period = periodo_de(one.campo)
        if period is not None:
            told = periods.get(r.Periodo(period[1]))
            found[one.campo] = getattr(told, period[0]) if told is not None else None
        elif one.campo == "etapa":
            found[one.campo] = componente.nombre
        else:
            found[one.campo] = _valor(fila, one.campo)
    return found


def _valor(fila: r.Actividad, campo: str) -> Any:
    for group in ("meta", "indicador"):
        if campo.startswith(f"{group}_"):
            held = getattr(fila, group)
            return getattr(held, campo.removeprefix(f"{group}_")) if held is not None else None
    return getattr(fila, campo)


def _porcentajes(fila: r.Actividad, columnas: tuple[Columna, ...]) -> frozenset[str]:
    """Which of its quantities are percentages."""
    found = {"meta_valor"} if fila.meta is not None and fila.meta.unidad == PORCENTAJE else set[str]()
    if fila.unidad == PORCENTAJE:
        found |= {one.campo for one in columnas if periodo_de(one.campo)}
    return frozenset(found)
