"""What was promised, who answers and by when; and where it comes from: the words of who asked, and the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rcdesk.domain.avances_de_compromiso import NORMA_DEL_TRASLADO, TRASLADO
from rcdesk.domain.palabras import CANAL_PREGUNTA, MODO_RESPUESTA
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Well
from rcdesk.ui.kit.fields import Field, Segmented
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.compromisos.texts import breakable, date_words, origin
from rcdesk.work.ver_compromiso import CompromisoVista, PreguntaDeOrigen

_LONG, _LONGEST = 240, 2_000  # letters in sight, and in the tooltip
_TIMES = ("", "se corrió una vez", "se corrió dos veces", "se corrió tres veces")


class Facts(Card):
    """`wanted` names a method of the screen; `classified` says whether the entity answers for it."""

    wanted = Signal(str)
    classified = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._what = named("que_hacer_elegido", PlainLabel("", "lead", wrap=True))
        self._correct = named("corregir_este", Button("", "pen-line", kind="quiet", small=True, hint="Corregir"))
        self._reach = named("alcance", Segmented((("a_cargo", "A cargo"), ("no_a_cargo", "No a cargo"))))
        self._reach_field = Field("Alcance", self._reach)
        self._about = PlainLabel("", "caption", "ink2", wrap=True)
        self._who, self._office = PlainLabel("", "body", wrap=True), PlainLabel("", "caption", "ink2", wrap=True)
        self._due = named("fecha_elegida", PlainLabel("", "body", wrap=True))
        self._moved = PlainLabel("", "caption", "ink2", wrap=True)
        who = named("cambiar_responsables", Button("Cambiar…", "user", kind="quiet", small=True))
        due = named("correr_fecha", Button("Correr…", "calendar", kind="quiet", small=True))
        self._changes = (who, due, self._correct)
        self._reach.edited.connect(lambda: self.classified.emit(self._reach.value()))
        self._correct.clicked.connect(lambda: self.wanted.emit("changing.correct"))
        who.clicked.connect(lambda: self.wanted.emit("changing.who"))
        due.clicked.connect(lambda: self.wanted.emit("changing.when"))
        self.setLayout(
            column(
                row((self._what, 1), column(self._correct, None), gap=4),
                self._reach_field,
                self._about,
                4,
                PlainLabel("Responsable", "label", "ink2"),
                row((column(self._who, self._office, gap=0), 1), column(who, None), gap=4),
                4,
                PlainLabel("Fecha", "label", "ink2"),
                row((column(self._due, self._moved, gap=0), 1), column(due, None), gap=4),
                margins=(20, 14, 12, 14),
                gap=4,
            )
        )

    def show_view(self, view: CompromisoVista, *, past: bool) -> None:
        """Show what it was at that day; the past is not changed."""
        al = view.al
        self._what.setText(breakable(al.que_hacer, _LONG))
        plain_tooltip(self._what, al.que_hacer[:_LONGEST] if len(al.que_hacer) > _LONG else "")
        self._reach_field.clear_error()
        self.show_reach(view)
        self._reach.setEnabled(not past)
        self._about.setText(_about_transfer(view))
        names = "; ".join(al.responsables)
        self._who.setText(breakable(names, _LONG) or "Nadie responde todavía")
        plain_tooltip(self._who, names[:_LONGEST] if len(names) > _LONG else "")
        office = al.dependencia if al.dependencia and al.dependencia not in al.responsables else ""
        self._office.setText(office)
        self._office.setVisible(bool(office))
        self._due.setText(date_words(al.fecha))
        times = view.corrimientos
        moved = _TIMES[times] if times < len(_TIMES) else f"se corrió {times} veces"
        self._moved.setText(f"Era {date_words(view.fecha_original)}; {moved}." if times else "")
        self._moved.setVisible(bool(times))
        for button in self._changes:
            button.setVisible(not past)
        self._correct.setVisible(not past and not view.acta_aprobada)

    def show_reach(self, view: CompromisoVista) -> None:
        """Show whether the entity answers for it."""
        self._reach.set_value("no_a_cargo" if view.al.trasladado else "a_cargo")


def _about_transfer(view: CompromisoVista) -> str:
    al, limit = view.al, view.plazo_de_traslado
    last = f"{TRASLADO} días hábiles, hasta el {fecha_corta(limit.isoformat())} ({NORMA_DEL_TRASLADO})" if limit else ""
    if not al.trasladado:
        return "No cuenta en el cumplimiento lo que es de otra entidad: se traslada."
    to = al.entidad_competente or "otra entidad"
    if view.fecha_traslado is None:
        return f"Lo debe hacer {to}. Falta trasladarlo: {last}." if last else f"Lo debe hacer {to}. Falta trasladarlo."
    late = bool(limit) and view.fecha_traslado > str(limit)
    told = f"Se trasladó a {to} el {fecha_corta(view.fecha_traslado)}."
    return f"{told} El plazo era de {last}." if late else told


class Origin(Card):
    """`gone` carries the place to go, and what to look for there."""

    gone = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._where = PlainLabel("", "caption", "ink2", elide=True)
        self._words = column(gap=8)
        self._buttons = column(gap=6)
        body = column(self._words, None)
        inside = boxed(body) if look().large else scrolling(body)
        self.setLayout(
            column(
                row(PlainLabel("Origen", "lead"), (self._where, 1), gap=10),
                (inside, 1),
                self._buttons,
                margins=(20, 14, 12, 14),
                gap=8,
            )
        )

    def show_view(self, view: CompromisoVista) -> None:
        """Show where it comes from."""
        al = view.al
        self._where.setText(origin(al))
        emptied(self._words)
        emptied(self._buttons)
        for question in view.preguntas:
            self._add_question(question)
        if not view.preguntas and al.origen_detalle:
            self._words.addWidget(PlainLabel(breakable(al.origen_detalle), "body", wrap=True))
        self._words.addWidget(PlainLabel(al.procedencia_nombre, "caption", "ink2", wrap=True))
        goes = [(f"Ver {one.codigo}", "message-circle", "en_vivo", one.id) for one in view.preguntas[:2]]
        if al.audiencia_id is not None:
            goes.append(("Ver en el acta", "file-text", "acta", f"{al.audiencia_id}/compromisos/{al.id}"))
        elif al.plan_id is not None:
            goes.append(("Ver el plan", "calendar-days", "cronograma", al.plan_id))
        line = row(gap=6)
        for words, icon, place, key in goes:
            button = named(f"ir_{place}_{key}", Button(words, icon, small=True), label=words)
            target = f"{al.audiencia_id}/{key}" if place == "en_vivo" else key
            button.clicked.connect(lambda _checked=False, place=place, key=target: self.gone.emit(place, key))
            line.addWidget(button)
        line.addStretch(1)
        self._buttons.addLayout(line)

    def _add_question(self, one: PreguntaDeOrigen) -> None:
        well = Well()
        hour = one.recibida[11:16] if one.recibida and "T" in one.recibida else ""
        channel = CANAL_PREGUNTA[one.canal] if one.canal else ""
        who = " · ".join(filter(None, (one.autor, channel, hour)))
        well.setLayout(
            column(
                PlainLabel(f"«{breakable(one.texto)}»", "body", wrap=True),
                PlainLabel(who, "caption", "ink2", wrap=True),
                margins=(14, 10, 12, 10),
                gap=4,
            )
        )
        self._words.addWidget(well)
        if one.respuesta:
            mode = MODO_RESPUESTA[one.modo] if one.modo else ""
            answered = ", ".join(filter(None, (one.responde, mode))) or "La entidad"
            self._words.addWidget(PlainLabel(f"Respondió {answered}:", "caption", "ink2", wrap=True))
            self._words.addWidget(PlainLabel(f"«{breakable(one.respuesta)}»", "body", wrap=True))
