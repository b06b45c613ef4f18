"""Informes: how the year goes on a day, with the figures that its reports print, and the reports themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QStackedWidget

from rcdesk.app.progress import Progress
from rcdesk.documents.blocks import Block
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.hallazgos.avisos import Aviso
from rcdesk.i18n import fecha_larga
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.pdf_work import PdfWork
from rcdesk.ui.screens.informes.asked import CUMPLIMIENTO, TABS, WHOLE, Asked
from rcdesk.ui.screens.informes.bar import Bar
from rcdesk.ui.screens.informes.drawn import DrawnReport
from rcdesk.ui.screens.informes.outputs import Outputs, make, work_of
from rcdesk.ui.screens.informes.preview import Preview
from rcdesk.ui.screens.informes.summary import Summary
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.audiencias import listar_audiencias
from rcdesk.work.hallazgos_de_plan import descartar_hallazgo
from rcdesk.work.planes import PlanRow, listar_planes
from rcdesk.work.tablero import (
    AudienciaDelAnio,
    Opciones,
    Tablero,
    ver_audiencias,
    ver_avisos,
    ver_opciones,
    ver_tablero,
)

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_NOTHING, _FIGURES, _PREVIEW = range(3)
_SUMMARY, _DRAWN, _NO_PLAN = range(3)
_PLAN, _TAB, _PERIOD, _CUT = "informes.plan", "informes.vista", "informes.periodo", "informes.corte"
_EMPTY: Final = (
    "Aquí se ve cómo va el año, con las mismas cifras que imprimen sus informes: lo programado y lo ejecutado, las"
    " audiencias, las preguntas y los compromisos. Empiece por el plan o la estrategia."
)


_KEYS: Final = (
    "",
    "Ctrl E  exportar      Ctrl K  buscar      F1  teclas",
    "1 a 9  ir al aviso      Ctrl P  imprimir      Esc  volver      F1  teclas",
)
_WITHOUT: Final = (
    "Este informe es de un plan: su cronograma, sus metas y sus avances. Haga el primero, o tráigalo de Excel."
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of what is looked at."""

    options: Opciones
    tablero: Tablero | None
    blocks: tuple[Block, ...]
    hearings: tuple[AudienciaDelAnio, ...]


class InformesScreen(Screen):
    """Everything is read off the GUI thread: what is in sight stays until there is something newer."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            *("planes", "componentes", "actividades", "programaciones", "seguimientos", "compromisos_por_periodo"),
            *("audiencias", "asistentes", "conteos", "preguntas", "actas", "compromisos", "hallazgos_descartados"),
            *("encuestas", "respuestas_encuesta", "resultados", "metricas", "piezas", "publicaciones", "entidades"),
        }
    )

    outputs: Outputs

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plans: dict[str, PlanRow] = {}
        self._running, self._again, self._warned = False, False, 0
        self._shown: Asked | None = None
        self._warnings_of: Asked | None = None
        self._avisos: tuple[Aviso, ...] = ()
        self._options = Opciones()
        self.bar, self.summary, self.drawn, self.preview = Bar(), Summary(), DrawnReport(), Preview()
        self._empty = named("sin_planes", EmptyState("chart-column", "Informes", _EMPTY, "Nuevo plan", shaped=True))
        self._no_plan = EmptyState("calendar-days", "Todavía no hay un plan", _WITHOUT, "Nuevo plan")
        self._views, self._pages = QStackedWidget(), QStackedWidget()
        self.outputs = Outputs(self)
        self._build()

    def _build(self) -> None:
        nothing, none = Card(), Card()
        nothing.setLayout(column((self._empty, 1)))
        none.setLayout(column((self._no_plan, 1)))
        for view in (self.summary, self.drawn, boxed(column((none, 1), margins=(0, 0, 0, 8)))):
            self._views.addWidget(view)
        self._pages.addWidget(boxed(column((nothing, 1), margins=(8, 0, 8, 8))))
        self._pages.addWidget(boxed(column(self.bar, (self._views, 1), margins=(8, 0, 8, 0))))
        self._pages.addWidget(boxed(column((self.preview, 1), margins=(8, 0, 8, 0))))
        self.fill(column((self._pages, 1)))
        for empty in (self._empty, self._no_plan):
            empty.started.connect(lambda: self.wants.emit("cronograma", ""))
        self.bar.changed.connect(self._choose)
        self.bar.cut.misread.connect(lambda why: self.banner.tell("warn", "El corte no es una fecha", why))
        self.bar.wanted.connect(self._do)
        self.summary.hearing_wanted.connect(lambda key: self.wants.emit("cierre", key))
        self.preview.wanted.connect(self._do)
        self.preview.changed.connect(self._redraw)
        self.preview.went_back.connect(self.back_to_figures)
        for warnings in (self.summary.warnings, self.preview.warnings):
            warnings.wanted.connect(lambda aviso: self.wants.emit(aviso.lugar, aviso.clave))
            warnings.dismissed.connect(self._dismiss)

    # Reading

    def refresh(self) -> None:
        """Read the plans now, and what is looked at as soon as it is read."""
        self._plans = {plan.id: plan for plan in self.desk.ask(listar_planes)}
        kept = self.bar.plan.value() or chosen(self, _PLAN)
        plan_id = kept if kept in self._plans else next(iter(self._plans), "")
        self.bar.show_plans(list(self._plans.values()), plan_id)
        if not self._plans and not self.desk.ask(listar_audiencias):
            self._pages.setCurrentIndex(_NOTHING)
            self.hints.emit(_KEYS[_NOTHING])
            self.setFocusProxy(self._empty.button)
            self.ambient.emit([("0", "planes", "ink")])
            return
        if self._pages.currentIndex() == _NOTHING:
            self._pages.setCurrentIndex(_FIGURES)
            self.bar.tabs.choose(chosen(self, _TAB) or TABS[0].id)
            self.bar.show_day(chosen(self, _CUT) or moment.today())
            if plan_id:
                self._recall_period(self._plans[plan_id])
        if self._pages.currentIndex() == _PREVIEW:
            self._redraw()
            return
        self.setFocusProxy(self.bar.tabs)
        self._read()

    def seek(self, key: str) -> None:
        """Look at the plan with this key."""
        if key in self._plans and key != self.bar.plan.value():
            self.bar.plan.set_value(key)
            self._choose()

    def asked(self) -> Asked:
        """What is being looked at."""
        tab = next(tab for tab in TABS if tab.id == self.bar.tabs.here())
        plan = self._plans.get(self.bar.plan.value())
        return Asked(tab.clase, plan, self.bar.period.value(), self.bar.day(moment.now().date()))

    def _read(self) -> None:
        asked = self.asked()
        summary, blind = asked.clase == CUMPLIMIENTO, asked.needs_plan and asked.plan is None
        self.bar.show_what_matters(plan=asked.of_plan is not None, period=asked.clase == CUMPLIMIENTO)
        self._views.setCurrentIndex(_NO_PLAN if blind else _SUMMARY if summary else _DRAWN)
        if blind:
            self._tell(asked)
            return
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        job = partial(
            _read_summary if summary else _read_blocks, self.desk, asked, make(self, asked, **asked.on_screen)
        )
        tasks_of(self).run(self, job, done=lambda found: self._show(asked, found), failed=self._explain_figures)

    def _show(self, asked: Asked, found: _Found) -> None:
        self._running = False
        if self._again:
            self._read()
            return
        self._shown, self._options = asked, found.options
        if found.tablero is not None:
            self.bar.show_periods(found.options.periodos, asked.periodo)
            self.summary.show_figures(found.tablero)
            self.summary.show_hearings(asked.corte.year, found.hearings)
        else:
            self.drawn.show_blocks(found.blocks)
        self._tell(asked)
        self._read_warnings(asked)

    def _read_warnings(self, asked: Asked) -> None:
        self._warnings_of = asked
        plan = asked.plan if asked.clase == CUMPLIMIENTO else asked.of_plan
        if plan is None:
            self._show_warnings(asked, ())
            return
        self._warned += 1
        job = partial(_warnings, self.desk, asked, plan.id)
        tasks_of(self).run(self, job, done=lambda avisos: self._take(asked, avisos), failed=self._explain_warnings)

    def _take(self, asked: Asked, avisos: tuple[Aviso, ...]) -> None:
        self._warned -= 1
        if asked is self._warnings_of:  # those of an earlier question are of no use
            self._show_warnings(asked, avisos)

    def _explain_warnings(self, error: BaseException) -> None:
        self._warned -= 1
        self._explain(error)

    def _show_warnings(self, asked: Asked, avisos: tuple[Aviso, ...]) -> None:
        self._avisos = avisos
        if self._pages.currentIndex() == _PREVIEW:
            self.preview.show_warnings(avisos)
        if asked.clase == CUMPLIMIENTO:
            self.summary.show_warnings(avisos)
        self._tell(asked)

    def _tell(self, asked: Asked) -> None:
        self.hints.emit(_KEYS[self._pages.currentIndex()])
        counts = [(fecha_larga(asked.corte.isoformat()), "de corte", "ink")]
        for grado, words, tone in (("explicar", "por explicar", "danger"), ("revisar", "para revisar", "warn")):
            n = sum(aviso.grado == grado for aviso in self._avisos)
            if n:
                counts.append((str(n), words, tone))
        self.ambient.emit(counts)

    def _explain_figures(self, error: BaseException) -> None:
        self._running = False
        if self._again:
            self._read()
        self._explain(error)

    def _explain(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError):
            raise error
        self.banner.tell("warn", "No se pudo hacer el informe", str(error))

    @property
    def busy(self) -> bool:
        """Whether something asked for is still being read or drawn."""
        return (
            self._running
            or self._warned > 0
            or self.drawn.busy
            or (self._pages.currentIndex() == _PREVIEW and self.preview.busy)
        )

    # What commands and buttons ask for

    def offers(self, method: str) -> bool:
        """A report needs a plan; what is done to its pages, its pages."""
        here = self._pages.currentIndex()
        match method:
            case "back_to_figures" | "outputs.print_out":
                return here == _PREVIEW
            case "preview_report":
                return here == _FIGURES and self._views.currentIndex() != _NO_PLAN
            case _:
                return here != _NOTHING

    def preview_report(self) -> None:
        """See the report in sight as it prints."""
        asked = self.asked()
        if asked.needs_plan and asked.plan is None:
            return
        self._pages.setCurrentIndex(_PREVIEW)
        self.preview.options.show_asked(asked, self._options)
        self.setFocusProxy(self.preview.pages.view)
        self.preview.pages.view.setFocus()
        self._redraw()

    def back_to_figures(self) -> None:
        """Go back to the figures."""
        if self._pages.currentIndex() == _PREVIEW:
            self._pages.setCurrentIndex(_FIGURES)
            self.setFocusProxy(self.bar.tabs)
            self.bar.print.setFocus()
            self._read()

    def with_report(self, do: Callable[[PdfWork], Any]) -> None:
        """Do something with the report in sight: the one of the pages, or that of the figures."""
        if self._pages.currentIndex() == _PREVIEW:
            options = self.preview.options
            do(work_of(self, options.now(moment.now().date()), **options.rest()))
        elif self._views.currentIndex() != _NO_PLAN:
            do(work_of(self, self.asked()))

    def _do(self, method: str) -> None:
        owner, _, name = method.rpartition(".")
        getattr(getattr(self, owner) if owner else self, name)()

    def _choose(self) -> None:
        self.banner.clear()
        asked = self.asked()
        keep_choice(self, _TAB, self.bar.tabs.here())
        keep_choice(self, _PLAN, self.bar.plan.value())
        typed = asked.corte.isoformat()
        keep_choice(self, _CUT, typed if typed != moment.today() else "")
        before = self._shown.plan if self._shown is not None else None
        if asked.plan is not None and before is not None and asked.plan.id == before.id:
            keep_choice(self, self._period_name(asked.plan), asked.periodo if asked.periodo != WHOLE else "")
        elif asked.plan is not None:
            self._recall_period(asked.plan)
        self._read()

    def _recall_period(self, plan: PlanRow) -> None:
        """Offer the period in which a plan was looked at last; the rest of them come with its figures."""
        period = chosen(self, self._period_name(plan))
        self.bar.show_periods([period] if period else [], period)

    def _period_name(self, plan: PlanRow) -> str:
        return f"{_PERIOD}.{plan.codigo}"

    def _redraw(self) -> None:
        options = self.preview.options
        asked = options.now(moment.now().date())
        self.preview.show_report(asked, make(self, asked, **options.rest()))
        self._read_warnings(asked)

    def _dismiss(self, aviso: Aviso) -> None:
        plan = self._plans.get(self.bar.plan.value())
        reason = ask_reason(self, "Descartar el aviso", "¿Por qué no es un error?", verb="Descartar") if plan else None
        if plan is not None and reason is not None:
            with self.attempt():
                self.desk.do(
                    descartar_hallazgo,
                    plan_id=plan.id,
                    codigo=aviso.codigo,
                    registro=aviso.registro,
                    campo=aviso.campo,
                    detalle=aviso.detalle,
                    motivo=reason,
                )


def _read_summary(desk: Desk, asked: Asked, _make: Callable[[], Any], _: Progress) -> _Found:
    assert asked.plan is not None
    tablero = desk.ask(ver_tablero, plan_id=asked.plan.id, periodo=asked.period, corte=asked.corte)
    options = desk.ask(ver_opciones, plan_id=asked.plan.id)
    return _Found(options, tablero, (), desk.ask(ver_audiencias, corte=asked.corte))


def _read_blocks(desk: Desk, asked: Asked, make_: Callable[[], Any], _: Progress) -> _Found:
    options = desk.ask(ver_opciones, plan_id=asked.plan.id) if asked.plan is not None else Opciones()
    return _Found(options, None, tuple(make_().blocks), ())


def _warnings(desk: Desk, asked: Asked, plan_id: str, _: Progress) -> tuple[Aviso, ...]:
    return desk.ask(
        ver_avisos,
        plan_id=plan_id,
        periodo=asked.period,
        corte=asked.corte,
        cumplimiento=asked.clase == CUMPLIMIENTO,
    )
