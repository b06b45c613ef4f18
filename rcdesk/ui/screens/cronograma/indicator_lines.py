"""The lines of the indicators of a plan: an objective and, under it, what measures it; and the columns of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from rcdesk.domain.indicadores import COMO_SE_SUMA
from rcdesk.domain.palabras import AGREGACION, CLASE_COMPONENTE, con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import MESES, numero, porcentaje
from rcdesk.ui.kit.columns import Column
from rcdesk.work.indicadores import CeldaRow, CumplimientoRow, IndicadoresView, IndicadorRow, ObjetivoRow

Shown = Literal["programado", "ejecutado"]
"""Which figure of each period is typed; the other one stands under it."""

_LEAST, _AROUND = 92, 28  # px at 100 % of a column of figures
_PER_DIGIT, _PER_LETTER = 8, 6.4  # px of a digit, and of a letter of what stands under it
_ALL: Final = 100  # percent
_MEASURED: Final = 300  # lines
_LONG = 8  # digits of what was done, beyond which only its part is told beside what was programmed
_TONES: Final = {"exacta": "ink2", "redondeo": "ink2", "lejos": "danger", "falta": "warn"}


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A line of the table: of an objective when it has no indicator."""

    id: str
    objetivo: ObjetivoRow
    place: int  # of the indicator in its objective; -1 on the line of the objective
    shown: Shown = "programado"
    sin_tope: bool = False

    @property
    def indicador(self) -> IndicadorRow | None:
        """The indicator of the line."""
        return self.objetivo.indicadores[self.place] if self.place >= 0 else None

    def cell(self, place: int) -> CeldaRow | None:
        """Its cell in the period at that place."""
        return self.indicador.celdas[place] if self.indicador is not None else None

    def met(self, place: int) -> CumplimientoRow:
        """How its objective stood in the period at that place."""
        return self.objetivo.cumplimientos[place]


def lines_of(view: IndicadoresView, shown: Shown) -> list[IndicatorLine]:
    """Return a line for each objective, and after it one for each of its indicators."""

    def every() -> Iterator[IndicatorLine]:
        for one in view.objetivos:
            yield IndicatorLine(one.id, one, -1, shown, view.sin_tope)
            for place, key in enumerate(one.claves):
                yield IndicatorLine(key, one, place, shown, view.sin_tope)

    return list(every())


def columns_for(periods: Sequence[str], lines: Sequence[IndicatorLine]) -> tuple[Column[IndicatorLine], ...]:
    """The columns of a plan with these periods, as wide as what these lines say in each."""
    by_period = tuple(_wide_enough(_period_column(place, period), lines) for place, period in enumerate(periods))
    total = Column("Total", _total, align="right", note=_total_said, note_tone=_total_tone)
    return (
        Column("Código", _code, width=92, tone="ink2"),
        Column("Objetivo e indicador", _title, note=_under_title, strong=False),
        Column("Peso", _weight, width=96, align="right", note=_weights_said, note_tone=_weights_tone),
        *by_period,
        _wide_enough(total, lines),
    )


def explained(line: IndicatorLine, place: int) -> str:
    """How a figure was worked out: the formula of an objective; of an indicator, why more or less was done."""
    cell = line.cell(place)
    if cell is None:
        met = line.met(place)
        return f"{con_mayuscula(en_palabras(met.periodo))}: {met.formula}"
    if cell.real is None:
        return ""
    why = cell.justificacion or ("sin explicación" if cell.real > _ALL else "")
    row = line.indicador
    unit = row.unidad if row is not None else None
    done, planned = figure(cell.ejecutado, unit), figure(cell.programado, unit)
    falls = row is not None and row.agregacion == "decreciente"
    how = f"llegó a {done} y debía bajar a {planned}" if falls else f"se hizo {done} de {planned}"
    said = f"{con_mayuscula(en_palabras(cell.periodo))}: {how}; cumplimiento {cell.real} %"
    return f"{said}. {con_mayuscula(why)}" if why else f"{said}."


def _wide_enough(column: Column[IndicatorLine], lines: Sequence[IndicatorLine]) -> Column[IndicatorLine]:
    """A column of figures never cuts one: half a number is another number. Of very many lines, some are measured."""
    lines = lines[:: max(1, len(lines) // _MEASURED)]
    note = column.note or (lambda _: "")
    main = max((len(column.cell(one)) for one in lines), default=0) * _PER_DIGIT
    under = max((len(note(one)) for one in lines), default=0) * _PER_LETTER
    return replace(column, width=max(_LEAST, round(max(main, under)) + _AROUND))


def short_period(period: str) -> str:
    """«2026», «T3 2026», «nov 2026»: a period in few letters."""
    year, _, part = period.partition("-")
    if not part:
        return year
    return f"{part} {year}" if part[0].isalpha() else f"{MESES[int(part) - 1][:3]} {year}"


def figure(value: str | None, unit: str | None = None) -> str:
    """A quantity as it is read: «13.200.000», «87,5 %»; a dash when there is none."""
    if value is None:
        return "–"
    return f"{numero(Decimal(value))} %" if unit == "porcentaje" else numero(Decimal(value))


def _period_column(place: int, period: str) -> Column[IndicatorLine]:
    def main(line: IndicatorLine) -> str:
        cell = line.cell(place)
        if cell is not None:
            unit = line.indicador.unidad if line.indicador else None
            return figure(getattr(cell, line.shown), unit)
        met = line.met(place)
        value = met.real if line.sin_tope else met.acotado
        if value is None:
            return ""
        return porcentaje(Decimal(value)) if met.reportado else "–"

    def under(line: IndicatorLine) -> str:
        cell = line.cell(place)
        return _objective_said(line.met(place), line.sin_tope) if cell is None else _other_said(line, cell)

    def tone(line: IndicatorLine) -> str:
        cell = line.cell(place)
        beyond = cell is not None and cell.real is not None and cell.real > 100 and not cell.justificacion
        return "warn" if beyond or (cell is None and line.met(place).sin_reporte) else "ink2"

    return Column(short_period(period), main, width=118, align="right", note=under, note_tone=tone)


def _other_said(line: IndicatorLine, cell: CeldaRow) -> str:
    unit = line.indicador.unidad if line.indicador else None
    if cell.programado is None and cell.ejecutado is None:
        return ""
    if line.shown == "ejecutado":
        return f"de {figure(cell.programado, unit)}"
    if cell.ejecutado is None:
        return "sin reporte"
    done = figure(cell.ejecutado, unit)
    if cell.real is None or unit == "porcentaje":
        return f"hecho {done}"
    return f"hecho {cell.real} %" if len(done) > _LONG else f"hecho {done} · {cell.real} %"


def _objective_said(met: CumplimientoRow, sin_tope: bool) -> str:
    other, word = (met.acotado, "con tope") if sin_tope else (met.real, "sin tope")
    main = met.real if sin_tope else met.acotado
    said = [f"{word} {porcentaje(Decimal(other))}"] if other is not None and other != main else []
    if met.sin_reporte:
        said.append(f"{met.sin_reporte} sin reporte")
    return ", ".join(said)


def _code(line: IndicatorLine) -> str:
    if line.indicador is None:
        return line.objetivo.codigo or ""
    return line.indicador.indicador_codigo or line.indicador.codigo or ""


def _title(line: IndicatorLine) -> str:
    return line.objetivo.nombre if line.indicador is None else line.indicador.titulo


def _under_title(line: IndicatorLine) -> str:
    row = line.indicador
    if row is None:
        return CLASE_COMPONENTE[line.objetivo.clase] if line.objetivo.clase else ""
    goal = row.meta_nombre if row.meta_nombre not in (None, NO_APLICA, row.titulo) else ""
    return " · ".join(filter(None, (row.meta_codigo, goal, row.unidad)))


def _weight(line: IndicatorLine) -> str:
    if line.indicador is not None:
        return figure(line.indicador.ponderacion) if line.indicador.ponderacion is not None else ""
    found = line.objetivo.pesos
    return figure(found.suma) if found is not None and found.suma is not None else ""


def _weights_said(line: IndicatorLine) -> str:
    found = line.objetivo.pesos if line.indicador is None else None
    if found is None or found.estado == "exacta":
        return ""
    if found.estado == "falta":
        return found.dicho.split(":", 1)[0]
    return found.dicho.split(": ", 1)[1]


def _weights_tone(line: IndicatorLine) -> str:
    return _TONES[line.objetivo.pesos.estado] if line.objetivo.pesos is not None else "ink2"


def _total(line: IndicatorLine) -> str:
    row = line.indicador
    return figure(row.total, row.unidad) if row is not None and any(c.programado for c in row.celdas) else ""


def _total_said(line: IndicatorLine) -> str:
    row = line.indicador
    if row is None:
        return ""
    if row.difiere:
        return f"dice {figure(row.declarado, row.unidad)}"
    return AGREGACION[row.agregacion] if row.agregacion else ""


def _total_tone(line: IndicatorLine) -> str:
    return "danger" if line.indicador is not None and line.indicador.difiere else "ink2"


AGREGACIONES: Final = [
    ("", "Sin decir (suma)"),
    *((key, f"{con_mayuscula(AGREGACION[key])}: {how}") for key, how in COMO_SE_SUMA.items()),
]
"""How totals are made, as they are offered."""
