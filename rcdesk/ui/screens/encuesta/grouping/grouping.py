"""The commands of grouping: put answers in a group by its number or its name, accept what is proposed, take out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from rcdesk.domain.errors import RuleError
from rcdesk.domain.grupos_de_respuestas import poner, renombrar, sacar
from rcdesk.i18n import plural
from rcdesk.ui.screens.encuesta.grouping.view import GroupingView
from rcdesk.work.agrupar import GruposView, RespuestaLibreRow, como, preguntas_agrupables, ver_grupos

if TYPE_CHECKING:
    from rcdesk.ui.screens.encuesta.screen import EncuestaScreen

_HINTS: Final = "1-9 al grupo   G otro grupo   A aceptar   Espacio marcar   Supr sacar   F1 teclas"


class Grouping(QObject):
    """Its methods are the commands `grouping.…` of Encuesta; each one is a step that Ctrl Z takes back."""

    def __init__(self, screen: EncuestaScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view = GroupingView()
        self._found: GruposView | None = None
        self._renaming = ""
        view = self.view
        view.left.connect(self.close)
        view.asked.connect(self._ask)
        view.numbered.connect(self.put_in)
        view.given.connect(self._name)
        view.accepted.connect(self._accept)
        view.all.clicked.connect(self.accept_all)
        view.answers.row_activated.connect(lambda _row: self.name_group())

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        return bool(self._screen.survey) and self._screen.covered is None if method == "begin" else self.in_sight()

    def in_sight(self) -> bool:
        """Say whether the answers stand in place of the survey."""
        return self._screen.covered is self.view

    def begin(self) -> None:
        """Group the answers of the question in hand, or of the first one in which people wrote."""
        if self._screen.covered is not None:
            return
        questions = self._screen.desk.ask(preguntas_agrupables, encuesta_id=self._screen.survey)
        if not questions:
            which = "Se agrupan las de las preguntas abiertas y las que dicen otra cosa que las opciones."
            self._screen.banner.tell("warn", "No hay respuestas escritas que agrupar", which)
            return
        here = self._screen.results.questions.current()
        keys = [key for key, _ in questions]
        self.view.question.set_options(questions)
        self._screen.cover(self.view, self.view.answers)
        self._ask(here.id if here is not None and here.id in keys else keys[0])
        self.view.take_keys()

    def close(self) -> None:
        """Back to the results, with the question whose answers were being grouped."""
        question = self._found.id if self._found is not None else ""
        self._found = None
        self._screen.uncover(self.view)
        if question:
            self._screen.seek(question)

    def refresh(self) -> None:
        """The base changed: its groups are shown again."""
        if self.in_sight() and self._found is not None:
            self._ask(self._found.id)

    def mark(self) -> None:
        """Mark the answer in hand, or unmark it: the marked ones go together."""
        found = self.view.answers.current()
        if found is not None:
            self.view.marked ^= {found.id}
            self.view.answers.viewport().update()
            self._next()

    def put_in(self, number: int) -> None:
        """Put the answers in hand in the group of that number."""
        groups = self._found.grupos if self._found is not None else ()
        name = next((one.id for one in groups if one.numero == number), "")
        if name:
            self._put(name, self._in_hand())

    def accept(self) -> None:
        """Accept the group that is proposed for the answer in hand, whole."""
        found = self.view.answers.current()
        if found is not None and found.propuesto and not found.grupo:
            self._accept(found.propuesto)

    def accept_all(self) -> None:
        """Accept every group that is proposed, in one step."""
        if self._found is None or not self._found.propuestas:
            return
        groups = dict(self._found.actuales)
        for one in self._found.propuestas:
            groups = poner(groups, one.nombre, one.respuestas)
        self._write(f"Aceptar {plural(len(self._found.propuestas), 'grupo', 'grupos')} de respuestas", groups)

    def take_out(self) -> None:
        """Take the answers in hand out of their groups."""
        texts = [text for text in self._in_hand() if self._group_of(text)]
        if texts and self._found is not None:
            self._write(f"Sacar {_many(texts)} de su grupo", sacar(self._found.actuales, texts))

    def name_group(self) -> None:
        """Write the name of the group in which the answers in hand go."""
        found = self.view.answers.current()
        if found is not None:
            self._renaming = ""
            self.view.begin_name(found.propuesto or found.grupo or found.id[:80])

    def rename(self) -> None:
        """Write another name for the group of the answer in hand."""
        found = self.view.answers.current()
        if found is not None and found.grupo:
            self._renaming = found.grupo
            self.view.begin_name(found.grupo)

    def _ask(self, key: str) -> None:
        self._found = self._screen.desk.ask(ver_grupos, encuesta_id=self._screen.survey, id=key)
        if self._found is None:
            self.close()
            return
        self.view.question.set_value(key)
        self.view.show_answers(self._found)
        if self.view.answers.current() is None and self._found.respuestas:
            self.view.answers.select_key(self._found.respuestas[0].id)
        self._screen.hints.emit(_HINTS)

    def _in_hand(self) -> list[str]:
        """The marked answers, else the selected one."""
        found = self.view.answers.current()
        if self._found is None or found is None:
            return []
        marked = [one.id for one in self._found.respuestas if one.id in self.view.marked]
        return marked or [found.id]

    def _name(self, name: str) -> None:
        if self._found is None:
            return
        try:
            if self._renaming:
                groups = renombrar(self._found.actuales, self._renaming, name)
                self._write(f"Llamar «{name.strip()}» al grupo «{self._renaming}»", groups)
            else:
                self._put(name, self._in_hand())
        except RuleError as error:
            self._screen.explain(str(error), error.field)
            return
        self.view.name.set_value("")
        self.view.take_keys()

    def _accept(self, name: str) -> None:
        found = self._found
        one = next((one for one in found.propuestas if one.nombre == name), None) if found is not None else None
        if one is not None:
            self._put(name, one.respuestas)

    def _put(self, name: str, texts: Collection[str]) -> None:
        if self._found is not None and texts:
            groups = poner(self._found.actuales, name, texts)
            self._write(f"Poner {_many(texts)} en «{name.strip()}»", groups)

    def _write(self, words: str, groups: Mapping[str, tuple[str, ...]]) -> None:
        """Write the groups and go on to the next answer that is in none."""
        if self._found is None:
            return
        with self._screen.attempt() as attempt:
            self._screen.desk.do(como(words), id=self._found.id, grupos=groups, seen=self._found.actuales)
        if attempt.ok:
            self.view.marked.clear()
            self._ask(self._found.id)
            self._next()

    def _next(self) -> None:
        self.view.answers.select_next(lambda one: not one.grupo)

    def _group_of(self, text: str) -> str:
        rows: tuple[RespuestaLibreRow, ...] = self._found.respuestas if self._found is not None else ()
        return next((one.grupo for one in rows if one.id == text), "")


def _many(texts: Collection[str]) -> str:
    only = next(iter(texts))
    return f"«{only[:40]}»" if len(texts) == 1 else plural(len(texts), "respuesta", "respuestas")
