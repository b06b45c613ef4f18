"""Datos: what the hearing is, when and where it takes place, who answers for it, and the rules of the space."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.palabras import CANAL_PREGUNTA, MODALIDAD, TIPO_AUDIENCIA, TIPO_CANAL, con_mayuscula
from rcdesk.i18n import dia_de_la_semana
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, NumberField, Segmented, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import Item, boxed, column, row, scrolling
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.narrative import Narrative
from rcdesk.ui.screens.preparacion.checks import Checks
from rcdesk.ui.screens.preparacion.editors import (
    BareField,
    InstantField,
    PeriodField,
    YearField,
    choice_of,
    from_answer,
    three_states,
    to_answer,
)
from rcdesk.ui.screens.preparacion.section import Section, Status
from rcdesk.ui.screens.preparacion.strips import Strips
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.preparacion import (
    DatosRow,
    listar_canales,
    listar_lugares,
    listar_sesiones,
    ver_datos,
    ver_sugerencias,
)

_MODES = [(value, con_mayuscula(word)) for value, word in MODALIDAD.items()]
_MINUTES = 1440


class DatosSection(Section):
    """Two columns of cards while they fit, one otherwise."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"audiencias", "lugares", "canales", "sesiones", "planes", "dependencias", "personas", "asistentes"}
    )

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._data: DatosRow | None = None
        self._form = self.form("audiencias", editar_audiencia)
        self._rules = Narrative(
            self.tab, "audiencias", "reglamento_bloques", "Las reglas, con las palabras de la entidad."
        )
        self.follow(self._rules.form)
        self._plan = Choice([("", "Sin plan")])
        self._office, self._chair, self._convener = Line(), Line(), Line()
        self._places = Strips(self, "lugares", "audiencia_id", "Escriba un lugar y oprima Enter", _place, carded=True)
        self._channels = Strips(
            self, "canales", "audiencia_id", "Escriba un canal y oprima Enter", _channel, carded=True
        )
        self._sessions = Strips(
            self,
            "sesiones",
            "audiencia_id",
            "Escriba la fecha de una sesión (2026-12-10) y oprima Enter",
            _session,
            carded=True,
        )
        left = boxed(column(self._identity(), self._time(), self._answerable(), None, gap=8))
        right = boxed(column(self._where(), self._rulebook(), self._recording(), None, gap=8))
        self._area = scrolling(column(Flow((left, 1), (right, 1), units=2, least=430, gap=8), None))
        self.setLayout(column(self._area))

    def refresh(self) -> None:
        self._data = self.tab.desk.ask(ver_datos, id=self.hearing)
        if self._data is None:
            return
        offered = self.ask(ver_sugerencias)
        self._office.set_suggestions(offered.dependencias)
        self._convener.set_suggestions((*offered.dependencias, *offered.personas))
        self._chair.set_suggestions(offered.personas)
        self._plan.set_options([("", "Sin plan"), *offered.planes])
        self._form.show(self.hearing, self._data)
        self._rules.form.show(self.hearing, self._data)
        self._places.show_rows(self.hearing, self.ask(listar_lugares))
        self._channels.show_rows(self.hearing, self.ask(listar_canales))
        self._sessions.show_rows(self.hearing, self.ask(listar_sesiones))
        self._date.set_hint(_weekday(self._data.fecha))

    def reset(self) -> None:
        self._form.leave()
        self._rules.form.leave()
        for strips in (self._places, self._channels, self._sessions):
            strips.forget()

    def take_keys(self) -> None:
        self._name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> Status:
        data = self._data
        if data is None:
            return ()
        missing = [data.fecha, data.modalidad, data.hora_inicio_programada, data.hora_fin_programada, data.objetivo]
        empty = sum(not value for value in missing)
        return ((str(empty), "datos principales por llenar", "warn"),) if empty else ()

    def _identity(self) -> QWidget:
        bind = self._form.bind
        self._name = bind("nombre", Field("Nombre", Line()))
        kinds = Flow(
            (bind("codigo", Field("Código", Line())), 2),
            (bind("tipo", Field("Tipo", choice_of(TIPO_AUDIENCIA, "Sin indicar"))), 2),
            (bind("ordinal", Field("Número en el año", NumberField(least=1, most=999))), 2),
            (bind("vigencia", Field("Vigencia", YearField()), shown=lambda year: year), 2),
            (bind("periodo", Field("Periodo que se informa", PeriodField())), 4),
        )
        return _card(
            "Qué es",
            self._name,
            kinds,
            bind("plan", Field("Plan al que pertenece", self._plan)),
            bind("objetivo", Field("Objetivo", Text(lines=3))),
        )

    def _time(self) -> QWidget:
        bind = self._form.bind
        self._date = bind("fecha", Field("Fecha", DateField()))
        hours = Flow(
            (bind("hora_inicio_programada", Field("Inicio programado", TimeField())), 1),
            (bind("hora_fin_programada", Field("Fin programado", TimeField())), 1),
            (bind("hora_inicio", Field("Inicio real", TimeField())), 1),
            (bind("hora_fin", Field("Fin real", TimeField())), 1),
            units=4,
            least=116,
        )
        when = Flow((self._date, 1), (bind("modalidad", Field("Modalidad", Segmented(_MODES))), 1), units=2, least=240)
        return _card("Cuándo", when, hours, PlainLabel("Sesiones, si son varias", "label", "ink2"), self._sessions)

    def _answerable(self) -> QWidget:
        bind = self._form.bind
        return _card(
            "Quién responde",
            bind("dependencia_responsable", Field("Dependencia responsable", self._office)),
            Flow(
                (bind("preside", Field("Preside", self._chair)), 1),
                (bind("convoca", Field("Convoca", self._convener)), 1),
                units=2,
                least=200,
            ),
        )

    def _where(self) -> QWidget:
        return _card(
            "Dónde",
            PlainLabel("Lugares", "label", "ink2"),
            self._places,
            4,
            PlainLabel("Canales de transmisión y participación", "label", "ink2"),
            self._channels,
        )

    def _rulebook(self) -> QWidget:
        def number(campo: str, label: str, most: int = 365) -> tuple[QWidget, int]:
            return self._form.bind(f"reglamento_{campo}", Field(label, NumberField(most=most))), 2

        bind = self._form.bind
        answer = Field("¿Hay formulario escrito?", three_states("Sin decidir", "Sí", "No"))
        channels = Field("Por dónde se reciben preguntas", Checks("canal_preguntas", CANAL_PREGUNTA, columns=3))
        return _card(
            "Reglamento",
            Flow(
                number("minutos_preguntas", "Minutos de preguntas", _MINUTES),
                number("minutos_por_intervencion", "Minutos por intervención", _MINUTES),
                number("dias_habiles_respuesta", "Días hábiles para responder"),
                number("dias_habiles_memorias", "Días hábiles para memorias"),
                number("dias_publicacion_informe", "Informe: días antes"),
            ),
            Flow(
                (bind("reglamento_inscripcion_desde", Field("Inscripción desde", DateField())), 1),
                (bind("reglamento_inscripcion_hasta", Field("Inscripción hasta", DateField())), 1),
                units=2,
                least=160,
            ),
            bind("reglamento_formulario_escrito", answer, shown=to_answer, stored=from_answer),
            bind("reglamento_canales_preguntas", channels),
            PlainLabel("Texto del reglamento", "label", "ink2"),
            self._rules.form.bind("reglamento_bloques", BareField("Texto del reglamento", self._rules.editor)),
        )

    def _recording(self) -> QWidget:
        bind = self._form.bind
        begins = Field("Comienza", InstantField())
        return _card(
            "Grabación",
            Flow(
                (bind("grabacion_inicio", begins, hint="sitúa cada pregunta"), 2),
                (bind("grabacion_url", Field("Enlace", Line(placeholder="https://"))), 3),
                units=5,
                least=100,
            ),
        )


def _card(title: str, *items: Item) -> Card:
    card = Card()
    inside: QLayout = column(row(PlainLabel(title, "lead"), None), *items, margins=(20, 14, 20, 18), gap=10)
    card.setLayout(inside)
    return card


def _place(form: Form) -> QWidget:
    return Flow(
        (form.bind("nombre", Field("Nombre", Line())), 6),
        (form.bind("direccion", Field("Dirección", Line())), 3),
        (form.bind("municipio", Field("Municipio", Line())), 2),
        (form.bind("aforo", Field("Aforo", NumberField())), 1),
        least=76,
        gap=8,
    )


def _channel(form: Form) -> QWidget:
    return Flow(
        (form.bind("nombre", Field("Nombre", Line())), 4),
        (form.bind("tipo", Field("Tipo", choice_of(TIPO_CANAL, "Sin indicar"))), 2),
        (form.bind("cuenta", Field("Cuenta", Line(placeholder="@entidad"))), 2),
        (form.bind("url", Field("Enlace", Line(placeholder="https://"))), 4),
        least=76,
        gap=8,
    )


def _session(form: Form) -> QWidget:
    return Flow(
        (form.bind("fecha", Field("Fecha", DateField())), 2),
        (form.bind("hora_inicio", Field("Inicio", TimeField())), 2),
        (form.bind("hora_fin", Field("Fin", TimeField())), 2),
        (form.bind("lugar", Field("Lugar", Line())), 3),
        (form.bind("objetivo", Field("Objetivo", Line())), 3),
        least=76,
        gap=8,
    )


def _weekday(fecha: str | None) -> str:
    """«jueves», and «es hoy» on the day."""
    if not fecha:
        return ""
    day = dia_de_la_semana(fecha)
    return f"{day}, es hoy" if day and fecha == moment.today() else day
