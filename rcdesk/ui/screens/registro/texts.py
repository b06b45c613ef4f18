"""The consent that people are asked for, by version: which is in force, and a new one written or begun from ours."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLayout

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import fecha_corta, numero, plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import DateField, Field, Line, Text
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, into_sight, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.work.autorizaciones import (
    TextoRow,
    corregir_texto,
    escribir_texto,
    listar_textos,
    retirar_texto,
    texto_de_autorizacion,
    texto_modelo,
)

_TEACH: Final = (
    "Lo que la persona oye o lee antes de responder. Una versión ya respondida no se cambia: se escribe otra."
)
_EMPTY: Final = "La entidad no ha escrito el suyo: se usa el modelo del programa."
_DRAFT: Final = "registro/texto_de_autorizacion"
_FIELDS: Final = ("version", "vigente_desde", "texto")
_HERE: Final = State("Rige esta audiencia", "check", "ok")
_LIST: Final = 112  # px of the list at 100 % text
_LEAST: Final = 124  # px that list and fields need: at large text they scroll


class Texts(Panel):
    """The versions, and under them the one chosen or the one being written, which survives a crash."""

    def __init__(self, screen: HearingScreen) -> None:
        self._screen, self._here = screen, ""
        self._chosen: TextoRow | None = None
        columns = (
            Column[TextoRow]("Versión", lambda one: one.version, 110, strong=True),
            Column[TextoRow]("Rige desde", lambda one: fecha_corta(one.vigente_desde or "") or "siempre", 120),
            Column[TextoRow]("La respondieron", lambda one: numero(one.respuestas), 130, align="right", drop=1),
            Column[TextoRow]("", lambda one: _HERE.word if self._holds(one) else "", state=self._state, drop=2),
        )
        self._model: RowsModel[TextoRow] = RowsModel(columns)
        self.table = named("textos_autorizacion", Table(self._model, empty=_EMPTY), label="Versiones del texto")
        self.version = named("autorizacion_version", Line())
        self.since = named("autorizacion_vigente_desde", DateField(partial=False))
        self.text = named("autorizacion_texto", Text(lines=3 if look().large else 7, most=9))
        self._told = PlainLabel("", "caption", "ink2", wrap=True)
        self._fields = (Field("Versión", self.version), Field("Rige desde", self.since), Field("Texto", self.text))
        self.new = named("texto_nuevo", Button("Versión nueva", "plus", small=True))
        self.ready = named("texto_modelo", Button("Partir del modelo", "file-text", small=True))
        self.take = named("retirar_texto", Button("Retirar", "trash-2", kind="quiet", small=True))
        self.save = named("guardar_texto", Button("Guardar", "check", kind="primary"))
        super().__init__(screen, self._laid_out(), where="top", width=760, typing=True)
        self._pause = Pause(self)
        self._pause.timeout.connect(self._keep_draft)
        self._listen()

    def _laid_out(self) -> QLayout:
        self.table.setFixedHeight(look().px(_LIST))
        teach = PlainLabel(_TEACH, "body", "ink2", wrap=True)
        if look().large:
            teach.hide()
        head = column(PlainLabel("Texto de autorización de datos", "title"), teach, margins=(24, 16, 24, 10), gap=4)
        version, since, text = self._fields
        dates = Flow((version, 1), (since, 1), units=2, least=140)
        fields = column(dates, text, self._told, margins=(24, 10, 24, 10), gap=8)
        body = column(self.table, Rule(), fields, None, gap=0)
        area = scrolling(body)
        area.setMinimumHeight(look().px(_LEAST) if look().large else body.totalSizeHint().height())
        foot = row(self.new, self.ready, self.take, None, self.save, margins=(24, 10, 24, 14), gap=8)
        return column(head, Rule(), (area, 1), Rule(), foot, margins=(1, 1, 1, 1), gap=0)

    def _listen(self) -> None:
        self.table.row_selected.connect(self._show)
        self.new.clicked.connect(lambda: self._begin(self.text.value()))
        self.ready.clicked.connect(lambda: self._begin(self._screen.desk.ask(texto_modelo)))
        self.take.clicked.connect(self._withdraw)
        self.save.clicked.connect(self._store)
        self.closed.connect(self._keep_draft)
        for editor in (self.version, self.since, self.text):
            editor.edited.connect(self._pause.note)

    def look(self, audiencia_id: str) -> None:
        """Open it, on the text of this hearing or on what was half written."""
        self._here = self._screen.desk.ask(texto_de_autorizacion, audiencia_id=audiencia_id).version
        self._read(self._here)
        draft = self._screen.desk.drafts.fresh().get(_DRAFT)
        if draft is not None:
            self._recover(draft.texto)
        elif not self._model.rows:
            self._begin(self._screen.desk.ask(texto_modelo))
        self.open(self.text if draft is not None or not self._model.rows else self.table)

    def _holds(self, one: TextoRow) -> bool:
        return one.version == self._here

    def _state(self, one: TextoRow) -> State | None:
        return _HERE if self._holds(one) else None

    def _read(self, version: str = "") -> None:
        rows = self._screen.desk.ask(listar_textos)
        self._model.show(rows)
        place = next((i for i, one in enumerate(rows) if one.version == version), 0)
        self.table.setCurrentIndex(self._model.index(place, 0) if rows else QModelIndex())
        self._show(self.table.current())

    def _show(self, one: TextoRow | None) -> None:
        """Show a version; one that was answered can only be read."""
        self._chosen = one
        self._fill(one.version if one else "", (one.vigente_desde or "") if one else "", one.texto if one else "")
        self._lock(one.respuestas if one else 0)
        self.take.setEnabled(one is not None and not one.respuestas)

    def _fill(self, version: str, since: str, text: str) -> None:
        for field, value in zip(self._fields, (version, since, text), strict=True):
            field.set_value(value)

    def _lock(self, answers: int) -> None:
        for editor in (self.version, self.since, self.text):
            editor.setReadOnly(bool(answers))
        self.save.setEnabled(not answers)
        people = plural(answers, "persona la respondió", "personas la respondieron")
        self._tell(f"{people}: se conserva como está." if answers else "")

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _begin(self, text: str) -> None:
        """Begin a version, in force from today, with a text to change."""
        self.table.setCurrentIndex(QModelIndex())
        self._show(None)
        known = [int(one.version) for one in self._model.rows if one.version.isdecimal()]
        self._fill("", "", "")
        values = (str(max(known, default=0) + 1), fecha_corta(moment.today()), text)
        self._retype(values)
        self.text.setFocus()
        into_sight(self.text)

    def _store(self) -> None:
        desk, one = self._screen.desk, self._chosen
        with self._screen.attempt() as attempt:
            try:
                values = {name: field.value() for name, field in zip(_FIELDS, self._fields, strict=True)}
                if one is None:
                    desk.do(escribir_texto, **values, borrador=_DRAFT)
                else:
                    seen = {"version": one.version, "vigente_desde": one.vigente_desde, "texto": one.texto}
                    desk.do(corregir_texto, id=one.id, valores=values, seen=seen, borrador=_DRAFT)
            except RuleError as error:
                raise RuleError(str(error), field=f"autorizacion_{error.field.removeprefix('autorizacion_')}") from None
        if attempt.ok:
            self._pause.stop()
            self._read(values["version"])
            self.table.setFocus()

    def _withdraw(self) -> None:
        if self._chosen is not None:
            with self._screen.attempt():
                self._screen.desk.do(retirar_texto, id=self._chosen.id)
            self._read()

    def _keep_draft(self) -> None:
        """Keep what is half written, and of which version."""
        self._pause.stop()
        editors = (self.version, self.since, self.text)
        if not any(editor.is_unsaved() for editor in editors):
            return
        typed = [self._chosen.id if self._chosen is not None else "", *(editor.typed() for editor in editors)]
        self._screen.keep_draft(_DRAFT, json.dumps(typed, ensure_ascii=False))

    def _recover(self, draft: str) -> None:
        key, *typed = json.loads(draft)
        if not (key and self.table.select_key(key)):
            self.table.setCurrentIndex(QModelIndex())
            self._show(None)
        self._retype(typed)
        self._tell("Recuperado, sin guardar.")

    def _retype(self, values: Sequence[str]) -> None:
        """Type the three fields anew: they are unsaved."""
        version, since, text = values
        self.version.retype(version)
        self.since.retype(since)
        self.text.retype(text)
