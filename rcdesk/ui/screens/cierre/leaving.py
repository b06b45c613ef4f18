"""What leaves the house when the acta is done: the expediente, whole or public. And whether a file is that acta."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.telling import silent
from rcdesk.i18n import peso, plural
from rcdesk.ui.kit.banner import Banner, Tone
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.drops import Drops
from rcdesk.ui.kit.layout import boxed, column, into_sight, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.saving import Saving, Work
from rcdesk.ui.tasks import tasks_of

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.work.comprobar import Veredicto

_KINDS: Final = "Actas y expedientes (*.pdf *.jpg *.jpeg *.png *.zip);;Todos los archivos (*)"
_SETTLED: Final = 60  # ms in which what holds the answer makes room for it, one inside another
_ZIP: Final = ("Guardar ZIP", "download")
_SAID: Final[dict[Veredicto, tuple[Tone, str]]] = {
    "aprobada": ("ok", "Es el acta aprobada"),
    "reparos": ("warn", "Es un acta aprobada, con reparos"),
    "alterada": ("danger", "Lo que prueba esta acta fue alterado"),
    "distinta": ("danger", "No es el acta aprobada, aunque lo dice"),
    "desconocida": ("warn", "No es un acta aprobada de esta base"),
}
"""Verdict → its tone, which has its icon, and its words."""


class Leaving(Card):
    """Its methods are the commands `leaving.…`; `hearing` gives the key and the code of the one in sight, if any."""

    def __init__(self, screen: Screen, saving: Saving, hearing: Callable[[], tuple[str, str] | None]) -> None:
        super().__init__()
        self._screen, self._saving, self._hearing = screen, saving, hearing
        self.answer = named("resultado_de_comprobar", Banner())
        Drops(self).dropped.connect(self.check)
        self.setLayout(
            column(
                head("Expediente"),
                Rule(),
                _line(
                    _ZIP,
                    "guardar_expediente",
                    "Expediente completo",
                    "Un zip con el acta, los listados, las respuestas, la encuesta, los adjuntos y los datos, cada uno "
                    "con su huella. Lleva datos personales: no se publica.",
                    self.save_package,
                ),
                _line(
                    _ZIP,
                    "guardar_expediente_publico",
                    "Expediente público",
                    "Lo mismo, solo con lo que se puede publicar.",
                    self.save_public_package,
                ),
                _line(
                    ("Comprobar…", "shield-check"),
                    "comprobar_documento",
                    "Comprobar un documento",
                    "Dice si un PDF, un acta firmada o un expediente es el que se guardó. También puede soltarlo aquí.",
                    self.ask_what_to_check,
                ),
                column(self.answer, margins=(14, 0, 14, 0)),
                margins=(1, 0, 1, 10),
                gap=0,
            )
        )

    def save_package(self) -> None:
        """Ask where, and write the whole expediente there."""
        self._save(publico=False)

    def save_public_package(self) -> None:
        """Ask where, and write there what may be published."""
        self._save(publico=True)

    def ask_what_to_check(self) -> None:
        """Ask for a file, and say whether it is the acta that was approved."""
        path = ask_file(self._screen, "Comprobar un documento", _KINDS)
        if path is not None:
            self.check(path)

    def check(self, path: Path) -> None:
        """Say whether a file is an acta approved in this base, or a whole expediente."""
        desk = self._screen.desk
        self.answer.tell("neutral", "Comprobando…", path.name, icon="clock")
        tasks_of(self._screen).run(
            self,
            lambda _: _look(desk, path),
            done=lambda told: self._say(*told),
            failed=partial(self._explain, path.name),
        )

    def _say(self, tone: Tone, title: str, sentence: str) -> None:
        self.answer.tell(tone, title, sentence)
        QTimer.singleShot(_SETTLED, self.answer, partial(into_sight, self.answer))

    def _explain(self, name: str, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError):
            self.answer.clear()
            raise error
        self._say("warn", f"No se pudo comprobar «{name}»", str(error))

    def _save(self, *, publico: bool) -> None:
        hearing = self._hearing()
        if hearing is not None:
            self._saving.ask(_work(self._screen.desk, *hearing, publico=publico))


def _line(look: tuple[str, str], name: str, title: str, note: str, do: Callable[[], None]) -> QWidget:
    words, icon = look
    button = named(name, Button(words, icon, small=True))
    button.setAccessibleName(f"{words}: {title}")
    button.clicked.connect(do)
    said = column(PlainLabel(title, "strong", wrap=True), PlainLabel(note, "caption", "ink2", wrap=True), gap=1)
    return boxed(row((said, 1), button, margins=(20, 10, 14, 8), gap=12))


def _work(desk: Desk, audiencia_id: str, codigo: str, *, publico: bool) -> Work:
    def steps(path: Path, progress: Progress) -> str:
        from rcdesk.app.program import program
        from rcdesk.work.expediente import hacer_expediente  # with every document that goes in it

        done = desk.ask(
            hacer_expediente,
            audiencia_id=audiencia_id,
            evidencias=desk.folder,
            salida=path,
            publico=publico,
            programa=program(),
            avance=progress,
        )
        return f"{plural(done.archivos, 'archivo', 'archivos')}, {peso(done.octetos)}"

    words = "Expediente público" if publico else "Expediente"
    return Work(f"El {words.lower()}", f"{words} {codigo}", "zip", lambda path: steps(path, silent), steps=steps)


def _look(desk: Desk, path: Path) -> tuple[Tone, str, str]:
    """Look at a file, on another thread: how it is told."""
    if path.suffix.lower() == ".zip":
        return _look_at_package(path)
    from rcdesk.work.comprobar import comprobar

    found = desk.ask(comprobar, archivo=path, evidencias=desk.folder)
    tone, title = _SAID[found.veredicto]
    return tone, title, "\n".join((found.dicho, *found.detalles))


def _look_at_package(path: Path) -> tuple[Tone, str, str]:
    from rcdesk.store.package_check import check_package, in_words

    found = check_package(path)
    sentence = "\n".join(in_words(found, path.name))
    return ("danger", "El expediente no está íntegro", sentence) if found.problemas else ("ok", "Íntegro", sentence)
