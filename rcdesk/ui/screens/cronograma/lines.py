"""The table of a schedule: a line for each stage, and one for each of its activities."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from rcdesk.i18n import MESES, dias_habiles, en_dias_habiles, fecha_corta, numero, plural
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.plan import DateMark, DatesColumn, Done, DoneColumn, Group, Kind
from rcdesk.ui.kit.states import ACTIVIDAD, ANULADO, State
from rcdesk.work.filas_de_plan import ActividadRow
from rcdesk.work.vista_de_plan import ActividadVista, CronogramaView, EtapaRow

_MOST: Final = 3  # dates that a line shows

KINDS: Final[dict[str, Kind]] = {"cumplida": "done", "vencida": "late", "hoy": "today", "futura": "next"}
_TERMS: Final[dict[str, Kind]] = {"cumplida": "done", "vencida": "late", "vence_hoy": "today", "por_vencer": "today"}
_TONES: Final = {"cumplida": "ok", "vencida": "danger"}


class PlanLine:
    """A line of the table: of a stage when it has no place among its activities. `anio` is what dates need not say.

    Its activity is read when the line is looked at: of ten thousand, twenty are.
    """

    __slots__ = ("anio", "etapa", "id", "open", "place")

    def __init__(self, id: str, etapa: EtapaRow, place: int, is_open: bool, anio: str) -> None:
        self.id, self.etapa, self.place, self.open, self.anio = id, etapa, place, is_open, anio

    @property
    def is_stage(self) -> bool:
        """Whether it is the line of a stage."""
        return self.place < 0

    @property
    def actividad(self) -> ActividadRow | None:
        """The activity of the line."""
        return self.etapa.actividades[self.place] if self.place >= 0 else None


def lines_of(view: CronogramaView, closed: Collection[str], anio: str, *, filtered: bool) -> list[PlanLine]:
    """Return the lines in sight: the activities of the open stages; with a filter, stages without any are left out."""
    lines: list[PlanLine] = []
    for stage in view.etapas:
        if filtered and not stage.claves:
            continue
        is_open = stage.id not in closed
        lines.append(PlanLine(stage.id, stage, -1, is_open, anio))
        if is_open:
            lines += [PlanLine(key, stage, place, is_open, anio) for place, key in enumerate(stage.claves)]
    return lines


def group_of(line: PlanLine) -> Group | None:
    """The line of a stage, or None for an activity."""
    if not line.is_stage:
        return None
    return Group(line.etapa.nombre, told(line.etapa), line.open)


def told(stage: EtapaRow) -> str:
    """How many activities a stage has, and how many are late."""
    if not stage.total:
        return "sin actividades todavía"
    late = plural(stage.vencidas, "atrasada", "atrasadas") if stage.vencidas else "ninguna atrasada"
    return f"{plural(stage.total, 'actividad', 'actividades')} · {late}"


def mark_of(line: PlanLine) -> RowMark:
    """A withdrawn activity is struck."""
    return RowMark(annulled=line.actividad is not None and line.actividad.anulada is not None)


def short(fecha: str, anio: str) -> str:
    """«30 ene», «jul», «30 ene 2027» when it is of another year, «2026» when only the year is known."""
    year, month, day = (*fecha.split("-"), "", "")[:3]
    words = [str(int(day)) if day else "", MESES[int(month) - 1][:3] if month else "", "" if year == anio else year]
    return " ".join(filter(None, words)) or year


def dates(row: ActividadRow, anio: str) -> list[DateMark]:
    """The dates that matter now; of a long series the last met, the next ones and how many more there are."""
    if not row.marcas:
        term = " – ".join(dict.fromkeys(short(date, anio) for date in (row.desde, row.hasta) if date))
        return [DateMark(term, _TERMS.get(row.situacion, "next"))] if term else []
    marks = [DateMark(short(mark.fecha, anio), KINDS[mark.estado]) for mark in row.marcas]
    if len(marks) <= _MOST:
        return marks
    pending = next((i for i, mark in enumerate(marks) if mark.kind != "done"), len(marks) - 1)
    first = min(max(pending - 1, 0), len(marks) - 2)
    return [*marks[first : first + 2], DateMark(f"y {len(marks) - 2} más")]


def done(row: ActividadRow) -> Done:
    """«2 de 3» and its bar; a percentage reported without a programme; or why there is none."""
    tone = _TONES.get(row.situacion, "ink2")
    if row.programado is not None and row.ejecutado is not None:
        words = f"{numero(Decimal(row.ejecutado))} de {numero(Decimal(row.programado))}"
        return Done(words, row.porcentaje, tone)
    if row.avance is not None:
        return Done("avance", round(Decimal(row.avance)), tone)
    if row.situacion == "vencida":
        return Done("sin reporte")
    return Done("aún no toca" if row.periodos else "sin programar")


def goal(row: ActividadRow) -> str:
    """«3 eventos», «2 informes publicados», «100 %»."""
    if row.meta_valor is None:
        return row.meta_nombre or ""
    value = numero(Decimal(row.meta_valor))
    if row.meta_unidad == "porcentaje":
        return f"{value} %"
    if row.meta_unidad in (None, "unidades") and row.meta_nombre:
        return f"{value} {row.meta_nombre[:1].lower()}{row.meta_nombre[1:]}"
    unit = "unidad" if (value, row.meta_unidad) == ("1", "unidades") else row.meta_unidad
    return f"{value} {unit or ''}".strip()


def answerable(names: tuple[str, ...]) -> str:
    """«Hacienda y 1 más»."""
    return names[0] if len(names) == 1 else f"{names[0]} y {len(names) - 1} más" if names else ""


def due_in(found: ActividadVista) -> str:
    """«faltan 3 días hábiles», «hace 6 días hábiles»; nothing when it is done, undated, or due today."""
    if not found.dias or found.fila.anulada is not None:
        return ""
    if found.dias < 0:
        return en_dias_habiles(found.dias)
    return f"{'falta' if found.dias == 1 else 'faltan'} {dias_habiles(found.dias)}"


def state_of(row: ActividadRow) -> State:
    """How it stands, as a pill."""
    return ANULADO if row.anulada is not None else ACTIVIDAD[row.situacion]


def _dates(line: PlanLine) -> list[DateMark]:
    return dates(line.actividad, line.anio) if line.actividad else []


def number_of(line: PlanLine) -> str:
    """The number of an activity, or the name of a stage."""
    return (line.actividad.codigo or "–") if line.actividad else line.etapa.nombre


def dates_said(line: PlanLine) -> str:
    """Its dates, and how each stands, in words."""
    said = {"done": "cumplida", "late": "vencida", "today": "es hoy"}
    return "; ".join(f"{mark.words} {said.get(mark.kind, '')}".strip() for mark in _dates(line))


def _done(line: PlanLine) -> Done:
    return done(line.actividad) if line.actividad else Done("")


def _state(line: PlanLine) -> State | None:
    return state_of(line.actividad) if line.actividad else None


def _all_dates(line: PlanLine) -> str:
    """Every date of an activity, each with its year: what is copied for a spreadsheet."""
    row = line.actividad
    if row is None:
        return ""
    term = [fecha_corta(day) for day in dict.fromkeys((row.desde, row.hasta)) if day]
    return "; ".join(filter(None, (" – ".join(term), *map(fecha_corta, row.fechas))))


COLUMNS: Final = (
    Column[PlanLine]("No.", number_of, width=66, strong=True),
    Column[PlanLine]("Actividad", lambda p: p.actividad.titulo if p.actividad else "", stretch=3),
    Column[PlanLine]("Meta", lambda p: goal(p.actividad) if p.actividad else "", width=124, tone="ink2", drop=1),
    Column[PlanLine](
        "Responsables",
        lambda p: answerable(p.actividad.responsables) if p.actividad else "",
        width=164,
        given=lambda p: "; ".join(p.actividad.responsables) if p.actividad else "",
        drop=2,
    ),
    DatesColumn[PlanLine]("Fechas", dates_said, width=226, drop=4, marks=_dates, given=_all_dates),
    DoneColumn[PlanLine]("Ejecutado", lambda p: _done(p).words, width=196, drop=3, done=_done),
    Column[PlanLine]("Estado", lambda p: state.word if (state := _state(p)) else "", width=126, state=_state),
)
