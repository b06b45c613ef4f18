"""The short form that says how much of an activity was done until a day, or what a period programmes."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal

from rcdesk.domain.avances_de_actividad import periodo_para
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import del_anio, en_palabras
from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.evidence import Proofs
from rcdesk.ui.kit.fields import Choice, DateField, DecimalField, Field, Line, Text
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.work.vista_de_plan import ActividadVista, PeriodoRow


class QuantityField(DecimalField):
    """How much was done, in the unit of its activity: a percentage is refused where things are counted."""

    percent = False

    def _read(self, text: str) -> Decimal | None:
        if text.strip().endswith("%") and not self.percent:
            raise RuleError("Esta actividad se cuenta por unidades: escriba cuántas, no el porcentaje.")
        return super()._read(text)


class AdvanceForm(Well):
    """Asks for one advance, or for what a period says of itself. `wanted` saves it."""

    wanted = Signal()
    closed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._activity: ActividadVista | None = None
        self._today = ""
        self.period: PeriodoRow | None = None
        """The period being corrected; None while an advance is asked for."""
        self._cut, self._done = named("corte", DateField(partial=False)), named("ejecutado", QuantityField())
        self._period = named("periodo", Choice())
        self._planned = named("programado", QuantityField())
        self._text = named("texto", Text(lines=2, most=5, placeholder="Qué se hizo, o por qué cambió"))
        self._draft = Draft(screen, self._text, "actividad/avance")
        self._proof = named("evidencia", Line(placeholder="Acta, contrato, listado, foto…"))
        self.proofs = Proofs("actividad_evidencia")
        self.proofs.accept_drops_on(self)
        self._attach = named("adjuntar_archivo", Button("Archivo…", "file-text", kind="quiet", small=True))
        self._link = named("adjuntar_enlace", Button("Enlace", "link", kind="quiet", small=True))
        self._reason = named("justificacion", Line(placeholder="Por qué se hizo más o menos de lo programado"))
        self._build()

    def _build(self) -> None:
        save = named("guardar_avance", Button("Guardar", key="Enter", kind="primary"))
        back = named("cerrar_avance", Button("Volver", key="Esc", kind="quiet"))
        save.clicked.connect(self.wanted)
        back.clicked.connect(self.closed)
        self._attach.clicked.connect(self.proofs.choose_file)
        self._link.clicked.connect(lambda: self.proofs.add_link(self._today))
        for line in (self._cut, self._done, self._planned, self._proof, self._reason):
            line.returnPressed.connect(self.wanted)
        self._cut.edited.connect(self._follow_day)
        self._period.edited.connect(self._propose)
        self._done.edited.connect(self._arrange)
        self._planned.edited.connect(self._arrange)
        self._fields = {
            "corte": Field("Hasta el día", self._cut),
            "ejecutado": Field("Hecho hasta entonces", self._done),
            "periodo": Field("Cuenta en", self._period),
            "programado": Field("Programado en el periodo", self._planned),
            "texto": Field("Qué se hizo", self._text),
            "evidencia": Field("Qué lo prueba", self._proof),
            "justificacion": Field("Explicación", self._reason),
        }
        f = self._fields
        when = row((f["corte"], 1), (f["ejecutado"], 1), gap=12)
        rest = [f[name] for name in ("periodo", "programado", "justificacion", "texto", "evidencia")]
        self._more = boxed(column(self.proofs, row(self._attach, self._link, None), gap=4))
        self.setLayout(column(when, *rest, self._more, row(back, None, save), margins=(14, 12, 14, 12), gap=10))

    def ask(self, activity: ActividadVista, today: str, year: str) -> None:
        """Ask for an advance until today, in the period where it counts; what that period programmes is proposed."""
        self._begin(activity)
        self._today = today
        known = [one.periodo for one in activity.periodos]
        self._cut.set_value(today)
        counted = periodo_para(today, known)
        periods = dict.fromkeys((*known, counted, *del_anio(year)))
        self._period.set_options([(period, con_mayuscula(en_palabras(period))) for period in periods])
        self._period.set_value(counted)
        self._draft.open(activity.fila.id)
        self._proof.set_value("")
        self.proofs.clear()
        self._propose()
        self._done.setFocus()
        self._done.selectAll()

    def correct(self, activity: ActividadVista, period: PeriodoRow) -> None:
        """Ask for what a period programmes, and why more or less was done."""
        self._begin(activity)
        self.period = period
        self._period.set_options([(period.periodo, con_mayuscula(en_palabras(period.periodo)))])
        self._period.set_value(period.periodo)
        self._planned.set_value(Decimal(period.programado) if period.programado is not None else None)
        self._reason.set_value(period.justificacion or "")
        self._arrange()
        self._planned.setFocus()
        self._planned.selectAll()

    def values(self) -> dict[str, object]:
        """Return the fields in sight; RuleError when one cannot be read."""
        found: dict[str, object] = {}
        for name, field in self._fields.items():
            if field.isVisibleTo(self) and name != "evidencia":
                value = field.value()
                found[name] = f"{value:f}" if isinstance(value, Decimal) else value
        return found

    def words(self) -> str:
        """Return what proves it, in words; files and links are in `proofs`."""
        return self._proof.value().strip()

    def done(self) -> None:
        """It was saved."""
        if self.period is None:
            self._draft.done()
            self.proofs.clear()

    def _begin(self, activity: ActividadVista) -> None:
        self._activity, self.period = activity, None
        for field in self._fields.values():
            field.clear_error()
        percent = activity.fila.unidad == "porcentaje"
        for editor in (self._done, self._planned):
            editor.percent = percent
        self._fields["ejecutado"].set_hint("%" if percent else activity.fila.meta_unidad or "")

    def _known(self) -> PeriodoRow | None:
        """The chosen period, if the activity has it."""
        periods = self._activity.periodos if self._activity is not None else ()
        return next((one for one in periods if one.periodo == self._period.value()), None)

    def _follow_day(self) -> None:
        """Count what is said in the period of its day."""
        if self._activity is None or self.period is not None:
            return
        try:
            day = self._cut.value()
        except RuleError:
            return
        if day:
            self._period.set_value(periodo_para(day, [one.periodo for one in self._activity.periodos]))
            self._propose()

    def _propose(self) -> None:
        """Show what the period programmes, proposed as done; what it programmes is asked for only once."""
        found, activity = self._known(), self._activity
        if activity is None or self.period is not None:
            return
        planned = Decimal(found.programado) if found is not None and found.programado is not None else None
        if found is None:
            goal = activity.fila.meta_valor
            planned = Decimal(goal or 1) if not activity.periodos else Decimal(1)
        self._planned.set_value(planned)
        done = Decimal(found.ejecutado) if found is not None and found.ejecutado is not None else None
        if not self._done.is_unsaved():
            self._done.set_value(done if done else planned)
        self._reason.set_value((found.justificacion or "") if found is not None else "")
        said = f"ya se dijo {numero(done)}" if done is not None else "por el día; se puede cambiar"
        self._fields["periodo"].set_hint(said)
        self._arrange()

    def _arrange(self) -> None:
        """Ask for what the period programmes while nobody has said it, and for the reason of doing more."""
        new = self.period is None
        for name in ("corte", "ejecutado", "texto", "evidencia"):
            self._fields[name].setVisible(new)
        self._more.setVisible(new)
        found = self._known()
        self._fields["programado"].setVisible(not new or found is None or found.programado is None)
        self._fields["justificacion"].setVisible(not new or self._beyond())

    def _beyond(self) -> bool:
        try:
            done, planned = self._done.value(), self._planned.value()
        except RuleError:
            return False
        return done is not None and planned is not None and done > planned
