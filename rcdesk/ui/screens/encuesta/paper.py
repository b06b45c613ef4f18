"""What is done with the forms typed from paper: store one, correct it, compare two typings, withdraw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from rcdesk.domain.doble_digitacion import comparar
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import plural
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.screens.encuesta.entry import Entry
from rcdesk.work import encuestas
from rcdesk.work.resultados import EncuestaView, FormularioRow, listar_formularios

if TYPE_CHECKING:
    from rcdesk.ui.screens.encuesta.screen import EncuestaScreen

_TOLD: Final = 4  # answers that differ, said one by one


class Paper(QObject):
    """Its methods are the commands `paper.…` of Encuesta."""

    def __init__(self, screen: EncuestaScreen, entry: Entry) -> None:
        super().__init__(screen)
        self._screen, self._entry = screen, entry
        entry.saved.connect(self._save)
        entry.retyped.connect(self._compare)
        entry.kept.connect(self._keep)
        entry.clearing.connect(self._clear_counts)
        entry.withdrawn.connect(self._withdraw)

    def offers(self, _method: str) -> bool:
        """Say whether a command can be asked for now."""
        return self._entry.isVisible()

    def show_survey(self, view: EncuestaView) -> None:
        """Show the forms of a survey, with what was half typed of one."""
        desk = self._screen.desk
        draft = desk.drafts.fresh().get(self._draft())
        forms = desk.ask(listar_formularios, encuesta_id=view.id)
        self._entry.show_survey(view, forms, draft.texto if draft else "")

    def withdraw(self) -> None:
        """Withdraw the chosen form, with its reason."""
        form = self._entry.typed.current()
        if form is not None:
            self._withdraw(form.id)

    def type_again(self) -> None:
        """Type again the chosen form, to compare both."""
        self._entry.type_again()

    def _draft(self) -> str:
        return f"encuesta/formulario/{self._screen.survey}"

    def _keep(self, text: str) -> None:
        with self._screen.attempt():
            self._screen.desk.drafts.save(self._draft(), text)

    def _save(self, values: dict[str, Any], key: str) -> None:
        """Store a form; the question whose answer does not fit is opened."""
        desk = self._screen.desk
        with self._screen.attempt() as attempt:
            try:
                if key:
                    desk.do(encuestas.corregir_formulario, id=key, valores=values)
                else:
                    survey, draft = self._screen.survey, self._draft()
                    desk.do(encuestas.registrar_formulario, encuesta_id=survey, valores=values, borrador=draft)
            except RuleError as error:
                self._entry.point_at(error.field)
                raise
        if attempt.ok:
            self._entry.begin()

    def _compare(self, values: dict[str, Any], first: FormularioRow) -> None:
        """Say what a form typed twice does not agree in; the first typing is opened there, to be corrected."""
        with self._screen.attempt():
            apart = comparar(self._entry.questions, first.valores, values)
            banner = self._screen.banner
            if not apart:
                self._entry.begin()
                banner.tell("ok", f"El formulario {first.numero} coincide", "Se digitó igual las dos veces.")
                return
            self._entry.correct(first, apart[0].codigo)
            said = "; ".join(f"{one.numero}: antes «{one.antes}», ahora «{one.ahora}»" for one in apart[:_TOLD])
            more = f"; y {len(apart) - _TOLD} más" if len(apart) > _TOLD else ""
            verb = "coincide" if len(apart) == 1 else "coinciden"
            what = f"No {verb} {plural(len(apart), 'respuesta', 'respuestas')}"
            banner.tell("warn", what, f"{said}{more}. Mire el papel y corrija; Ctrl Enter guarda.")

    def _withdraw(self, key: str) -> None:
        reason = ask_reason(self._screen, "Retirar un formulario", "¿Por qué se retira?", verb="Retirar")
        if reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(encuestas.retirar_formulario, id=key, motivo=reason)

    def _clear_counts(self) -> None:
        with self._screen.attempt() as attempt:
            self._screen.desk.do(encuestas.borrar_conteos, id=self._screen.survey)
        if attempt.ok:
            self._screen.banner.tell("ok", "Se borraron los conteos", "Ctrl Z los trae de vuelta.")
            self._entry.take_keys()
