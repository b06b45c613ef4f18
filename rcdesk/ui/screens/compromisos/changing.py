"""What is changed of a commitment with a panel: a new one, its date, who answers, its end, whose it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.avances_de_compromiso import NORMA_DEL_TRASLADO, TRASLADO
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.registro.compromisos import EstadoCompromiso
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.fields import Choice, DateField, DecimalField, Line, Segmented, Text
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.compromisos.forms import Ask, fields_of
from rcdesk.ui.screens.compromisos.texts import date_words
from rcdesk.work.audiencias import AudienciaRow, listar_audiencias
from rcdesk.work.avances_de_compromiso import (
    cambiar_estado_de_compromiso,
    cambiar_responsables,
    correr_fecha,
    crear_compromiso_de_plan,
    trasladar_compromiso,
)
from rcdesk.work.compromisos import corregir_compromiso, crear_compromiso
from rcdesk.work.entidad import listar_dependencias
from rcdesk.work.planes import listar_planes
from rcdesk.work.ver_compromiso import CompromisoVista

_BY_SEMICOLON: Final = "separados por ;"
_CLOSING: Final = (("cumplido", "Cumplido"), ("incumplido", "Incumplido"), ("cancelado", "Cancelado"))
_REOPENING: Final = (("en_curso", "En curso"),)
_HEARING, _PLAN = "a:", "p:"
_Asked = tuple[str, str, QWidget, str]


class Changing:
    """`holding` gives the commitment in hand, and `made` is told the key of a new one."""

    def __init__(self, screen: Screen, holding: Callable[[], CompromisoVista | None], made: Callable[[str], object]):
        self._screen, self._holding, self._made = screen, holding, made
        self._seen: dict[str, object] = {}
        """What the commitment said when it began to be corrected."""

    # What commands and buttons ask for

    def new(self) -> None:
        """Ask for a commitment made in a hearing, or out of any, in a table."""
        desk = self._screen.desk
        rows = [row for row in desk.ask(listar_audiencias) if not row.anulada]
        hearings = [(f"{_HEARING}{row.id}", row.nombre) for row in rows]
        plans = [(f"{_PLAN}{row.id}", f"Sin audiencia: {row.nombre}") for row in desk.ask(listar_planes)]
        if not hearings and not plans:
            self._screen.explain("Primero cree la audiencia o el plan del que sale el compromiso.")
            return
        place = self._new.fields["donde"].editor
        assert isinstance(place, Choice)
        place.set_options([*hearings, *plans])
        self._offer_offices(self._new)
        held = _last_held(rows)
        self._new.ask({"donde": f"{_HEARING}{held}"} if held else {})
        self._follow_place()

    def correct(self) -> None:
        """Ask for what the commitment says, while no approved acta tells it."""
        view = self._held()
        if view is not None:
            self._seen = {
                "que_hacer": view.al.que_hacer,
                "dependencia": view.dependencia,
                "origen_detalle": view.al.origen_detalle,
            }
            self._offer_offices(self._correct)
            values = {name: value or "" for name, value in self._seen.items()}
            self._correct.ask(values, title=f"Corregir {rotulo(view.al.codigo)}")

    def when(self) -> None:
        """Ask for another date, and why."""
        view = self._held()
        if view is not None:
            values = {"nueva_fecha": "", "texto": "", "corte": moment.today()}
            self._when.ask(values, f"Hoy tiene {date_words(view.al.fecha)}. Lo que dice el acta no cambia.")

    def who(self) -> None:
        """Ask who answers from now on."""
        view = self._held()
        if view is not None:
            values = {"responsables": "; ".join(view.al.responsables), "texto": "", "corte": moment.today()}
            self._who.ask(values, "Quien respondía antes queda en la historia.")

    def hand_over(self) -> None:
        """Ask for the entity that must do it."""
        view = self._held()
        if view is None:
            return
        limit = view.plazo_de_traslado
        until = f", hasta el {fecha_corta(limit.isoformat())}" if limit else ""
        about = f"El plazo son {TRASLADO} días hábiles{until} ({NORMA_DEL_TRASLADO})."
        values = {"entidad_competente": view.al.entidad_competente or "", "texto": ""}
        self._over.ask({**values, "fecha_traslado": view.fecha_traslado or moment.today()}, about)

    def end(self) -> None:
        """Ask how it ends, or open it again."""
        view = self._held()
        if view is not None:
            closed = view.al.estado in dict(_CLOSING)
            form = self._reopen if closed else self._end
            values = {"estado": "en_curso" if closed else "cumplido", "texto": "", "corte": moment.today()}
            form.ask(values | ({"avance": None} if closed else {}))

    # The panels

    @cached_property
    def _new(self) -> Ask:
        form = Ask(
            self._screen,
            "nuevo",
            "Nuevo compromiso",
            "Crear",
            (
                ("que_hacer", "Qué se va a hacer", Text(lines=3, most=7, enter_commits=True), ""),
                ("donde", "Dónde se prometió", Choice(), ""),
                ("adquirido", "Cuándo se prometió", DateField(), ""),
                ("origen_detalle", "En qué espacio", Line(placeholder="Mesa, visita, recorrido"), ""),
                ("responsables", "Responsables", Line(), _BY_SEMICOLON),
                ("dependencia", "Dependencia", Line(), "si no es quien responde"),
                ("fecha", "Para cuándo", DateField(), ""),
            ),
        )
        place = form.fields["donde"].editor
        assert isinstance(place, Choice)
        place.edited.connect(self._follow_place)
        form.wanted.connect(self._save_new)
        return form

    @cached_property
    def _correct(self) -> Ask:
        fields = (
            ("que_hacer", "Qué se va a hacer", Text(lines=3, most=7, enter_commits=True), ""),
            ("dependencia", "Dependencia", Line(), "si no es quien responde"),
            ("origen_detalle", "De dónde sale", Line(), ""),
        )
        return self._form("correccion", "Corregir", "Guardar", fields, self._save_correction)

    @cached_property
    def _when(self) -> Ask:
        fields = (
            ("nueva_fecha", "Fecha nueva", DateField(), ""),
            ("texto", "Por qué se corre", Text(lines=2, most=5, enter_commits=True), "queda en la historia"),
            ("corte", "Desde qué día", DateField(partial=False), ""),
        )
        return self._form("corrimiento", "Correr la fecha", "Correr la fecha", fields, self._save(correr_fecha))

    @cached_property
    def _who(self) -> Ask:
        fields = (
            ("responsables", "Responde desde ahora", Line(), _BY_SEMICOLON),
            ("texto", "Nota", Text(lines=2, most=5, enter_commits=True), "si hace falta"),
            ("corte", "Desde qué día", DateField(partial=False), ""),
        )
        return self._form("cambio", "Cambiar quién responde", "Cambiar", fields, self._save(cambiar_responsables))

    @cached_property
    def _over(self) -> Ask:
        fields = (
            (
                "entidad_competente",
                "Entidad que debe hacerlo",
                Line(placeholder="Gobernación, ministerio, empresa"),
                "",
            ),
            ("fecha_traslado", "Día del traslado", DateField(partial=False), ""),
            ("texto", "Nota", Text(lines=2, most=5, enter_commits=True), "oficio, radicado"),
        )
        return self._form("traslado", "Trasladar", "Trasladar", fields, self._save_transfer)

    @cached_property
    def _end(self) -> Ask:
        return self._ending("cierre", "Cómo termina", _CLOSING)

    @cached_property
    def _reopen(self) -> Ask:
        percent = ("avance", "En cuánto queda (%)", DecimalField(placeholder="0 a 100"), "lo que de verdad va")
        return self._ending("reapertura", "Abrir de nuevo", _REOPENING, percent)

    def _ending(self, prefix: str, title: str, options: tuple[tuple[str, str], ...], *more: _Asked) -> Ask:
        fields = (
            ("estado", "Queda", Segmented(options), ""),
            ("texto", "Por qué", Text(lines=2, most=5, enter_commits=True), "queda en la historia"),
            *more,
            ("corte", "Desde qué día", DateField(partial=False), ""),
        )
        form = self._form(prefix, title, "Guardar", fields, self._save_end)
        if len(options) == 1:
            form.fields["estado"].hide()
        return form

    def _form(
        self, prefix: str, title: str, verb: str, fields: Any, save: Callable[[Ask, str, dict[str, Any]], object]
    ) -> Ask:
        form = Ask(self._screen, prefix, title, verb, fields)

        def run() -> None:
            view = self._held()
            if view is None:
                return
            with self._screen.attempt() as attempt, fields_of(form.prefix, form.fields):
                save(form, view.al.id, form.values())
            if attempt.ok:
                form.close_panel()

        form.wanted.connect(run)
        return form

    # Doing

    def _save(self, action: Any) -> Callable[[Ask, str, dict[str, Any]], object]:
        def run(_form: Ask, key: str, values: dict[str, Any]) -> object:
            return self._screen.desk.do(action, id=key, valores=_listed(values))

        return run

    def _save_correction(self, _form: Ask, key: str, values: dict[str, Any]) -> None:
        self._screen.desk.do(corregir_compromiso, id=key, valores=values, seen=self._seen)

    def _save_transfer(self, _form: Ask, key: str, values: dict[str, Any]) -> None:
        self._screen.desk.do(
            trasladar_compromiso,
            id=key,
            entidad=values["entidad_competente"],
            fecha=values["fecha_traslado"],
            motivo=values["texto"],
        )

    def _save_end(self, _form: Ask, key: str, values: dict[str, Any]) -> None:
        estado: EstadoCompromiso = values.pop("estado")
        if values.get("avance") is not None:
            values["avance"] = f"{values['avance']:f}"
        self._screen.desk.do(cambiar_estado_de_compromiso, id=key, estado=estado, valores=values)

    def _save_new(self) -> None:
        form, made = self._new, ""
        with self._screen.attempt() as attempt, fields_of(form.prefix, form.fields):
            values = _listed(form.values())
            place = values.pop("donde")
            if place.startswith(_HEARING):
                key, plain = place.removeprefix(_HEARING), {n: v for n, v in values.items() if n != "adquirido"}
                made = self._screen.desk.do(crear_compromiso, audiencia_id=key, valores=plain)
            else:
                made = self._screen.desk.do(crear_compromiso_de_plan, plan_id=place.removeprefix(_PLAN), valores=values)
        if attempt.ok:
            for name in ("que_hacer", "origen_detalle", "responsables", "dependencia", "fecha"):
                form.fields[name].set_value("")
            form.close_panel()
            self._made(made)

    def _follow_place(self) -> None:
        """A commitment of a hearing was made on its day."""
        form = self._new
        of_a_plan = str(form.fields["donde"].value()).startswith(_PLAN)
        form.fields["adquirido"].setVisible(of_a_plan)
        form.fields["origen_detalle"].setVisible(of_a_plan)

    def _offer_offices(self, form: Ask) -> None:
        line = form.fields["dependencia"].editor
        assert isinstance(line, Line)
        line.set_suggestions([office.nombre for office in self._screen.desk.ask(listar_dependencias)])

    def _held(self) -> CompromisoVista | None:
        return self._holding()


def _listed(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with who answers as a list."""
    found = dict(values)
    if "responsables" in found:
        names = (name.strip() for name in str(found["responsables"]).split(";"))
        found["responsables"] = tuple(dict.fromkeys(filter(None, names)))
    return found


def _last_held(rows: Sequence[AudienciaRow]) -> str:
    """The key of the last hearing that was held: what is written now was most likely promised there."""
    past = [(row.fecha, row.id) for row in rows if row.fecha and row.fecha <= moment.today()]
    return max(past)[1] if past else ""
