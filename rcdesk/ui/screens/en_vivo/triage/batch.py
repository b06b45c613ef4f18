"""The commands of the triage: open a block or a file, decide line by line, keep everything in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.chat import leer_chat
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.renglones import Existente, Renglon
from rcdesk.domain.tanda import Filtro, Tanda, leer_tanda, reunir
from rcdesk.domain.telling import silent
from rcdesk.i18n import numero
from rcdesk.ui.kit import moment
from rcdesk.ui.screens.en_vivo.triage.lines import What
from rcdesk.ui.screens.en_vivo.triage.opening import from_chat, told_of
from rcdesk.ui.screens.en_vivo.triage.resemblance import Resemblance
from rcdesk.ui.screens.en_vivo.triage.sheet import Sheet
from rcdesk.ui.screens.en_vivo.triage.view import Triage
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.cola import ConteoDePreguntas, ofrecer
from rcdesk.work.tanda import con_nombre, listar_existentes

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_DRAFT: Final = "en_vivo/tanda"
_AT_ONCE: Final = 300  # questions that are kept without the screen being seen to stop
_PAUSE: Final = 1_500  # ms between what is decided and its draft
_REMEMBERED: Final = 6_000  # lines that are written in a draft
_LONGEST: Final = 1_000_000  # letters of a block
_GLANCE: Final = 6_000  # letters that tell whether what is pasted is a chat, and that are read at once


class Batch(QObject):
    """Its methods are the commands `batch.…` of the list of commands."""

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view = Triage()
        self.view.hide()
        self.tanda: Tanda | None = None
        self._last: Tanda | None = None  # discarded or kept: it can be asked back
        self._last_text = ""
        self._standing: dict[str, Existente] = {}
        self._filter: Filtro = "lineas"
        self._before = 0
        self._hearing = ""
        self._alike = Resemblance(self, self._show_all)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._remember)
        self.sheet = Sheet(screen, self)
        view = self.view
        view.save.connect(self.save)
        view.discard.connect(self.discard)
        view.counters.chosen.connect(self._choose)
        view.lines.row_selected.connect(self._show_line)
        view.lines.typed.connect(self._typed)
        view.lines.cut.connect(self._cut)
        view.pane.join.connect(self.join)

    # What it knows

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        if method in ("paste", "choose_file", "recover"):
            return not self.sheet.reading
        return self.tanda is not None

    def ambient(self, counts: ConteoDePreguntas) -> list[tuple[str, str, str]]:
        """Return the line of status: how the queue stands, and what came to it meanwhile."""
        new = max(0, counts.preguntas - self._before)
        news = (str(new), "nueva mientras tanto" if new == 1 else "nuevas mientras tanto", "ink")
        return [(str(counts.en_cola), "en cola", "ink"), news]

    # Opening

    def take_paste(self, text: str) -> bool:
        """Open a block that was pasted in the capture line, if it is a chat; say whether it was."""
        if "\n" not in text.strip() or len(text) > _LONGEST:
            return False
        found = leer_chat(text[:_GLANCE], ahora=moment.now()).parece_chat
        if found:
            self._open_text(text)
        return found

    def paste(self) -> None:
        """Open what was copied, line by line; if it is what was left, it comes back with what was decided."""
        text = QGuiApplication.clipboard().text()
        if len(text) > _LONGEST:
            many = f"Lo copiado tiene {numero(len(text))} letras; caben {numero(_LONGEST)}"
            self._screen.banner.tell("warn", many, "Cópielo por partes, o guárdelo en un archivo e impórtelo.")
        elif not text.strip() or (self._last is not None and text == self._last_text):
            self.recover()
        elif self.is_free():
            self._open_text(text)

    def is_free(self) -> bool:
        """Say whether nothing is open that would be lost from sight; when something is, the person is told."""
        if self.tanda is not None:
            self.view.tell("Guarde o descarte primero las líneas que están abiertas.")
        return self.tanda is None

    def recover(self) -> None:
        """Bring back the last block that was discarded or kept, with what was decided of its lines."""
        if not self.is_free():
            return
        self._hearing = self._screen.audiencia_id
        draft = self._screen.desk.drafts.last(self._place())
        found = self._last or (leer_tanda(draft.texto) if draft else None)
        if found is None:
            self._screen.banner.tell("info", "No hay nada que recuperar", "Copie el chat y oprima Ctrl Mayús V.")
        else:
            found.contrastar(self.standing())
            self.open(found, "Lo último que se abrió", "Recuperado con lo que ya había decidido")

    def choose_file(self) -> None:
        """Ask for a file of questions and read it."""
        self.sheet.choose()

    def standing(self) -> list[Existente]:
        """Read again the questions that stand."""
        found = self._screen.desk.ask(listar_existentes, audiencia_id=self._screen.audiencia_id)
        self._standing = {one.clave: one for one in found}
        return found

    def open(self, tanda: Tanda, title: str, told: str, *, fresh: bool = True) -> None:
        """Put lines in sight in place of the queue; those of before are the last ones. Nothing is kept yet."""
        view = self.view
        if fresh:
            view.mapping.forget()
            self.sheet.forget()
        self.tanda, self._filter, self._hearing = tanda, "lineas", self._screen.audiencia_id
        self._before = self._screen.counted()
        view.title.setText(title)
        view.source.setText(told)
        view.tell("")
        view.channel.set_value(tanda.canal)
        offered = self._screen.desk.ask(ofrecer, audiencia_id=self._screen.audiencia_id)
        view.lines.offer([one.nombre for one in offered.personas], offered.temas)
        view.counters.choose("lineas")
        self._show_all()
        self._screen.show_batch(True)
        waits = [one.n for one in tanda.renglones if one.destino == "revisar"]
        view.lines.select_key((waits or [one.n for one in tanda.renglones] or [""])[0])
        view.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self._alike.begin(tanda, [one for one in self._standing.values() if one.abierta])

    def _open_text(self, text: str) -> None:
        now = moment.now()
        self._last_text, existing = text, self.standing()

        def job(_progress: Progress) -> tuple[Tanda, str]:
            chat = leer_chat(text, ahora=now)
            return from_chat(chat, existing), told_of(chat, now)

        def show(found: tuple[Tanda, str]) -> None:
            self.open(found[0], "Chat pegado", found[1])

        if len(text) <= _GLANCE:
            show(job(silent))
        else:
            tasks_of(self._screen).run(self, job, done=show, failed=self._failed)

    # Deciding

    def skip(self) -> None:
        """Skip the line in hand, or take it back."""
        self._decide(lambda tanda, line: tanda.saltar(line.n))

    def join(self) -> None:
        """Join the line in hand to the question that it resembles, or to the line before; or part it from them."""
        self._decide(lambda tanda, line: tanda.unir(line.n, self._standing.get(line.parecida)))

    def anonymous(self) -> None:
        """Nobody says who asks."""
        self._decide(lambda tanda, line: tanda.firmar(line.n, "anónimo"))

    def split(self) -> None:
        """Cut the line in hand in two, where the person says."""
        self.view.lines.edit_cell("partir")

    def fill(self, name: str) -> None:
        """Type the author or the topic of the line in hand, or choose the channel of all."""
        if name in ("autor", "tema"):
            self.view.lines.edit_cell(cast(What, name))
        elif name == "canal":
            self.view.channel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_open(self) -> None:
        """Go to the next line that waits for the person."""
        if not self.view.lines.select_next(lambda one: one.destino == "revisar"):
            self.view.tell("Ninguna línea espera revisión: Ctrl Enter las guarda.", danger=False)

    # Ending

    def save(self) -> None:
        """Keep what enters. A hearing that runs takes them by hundreds, so that nothing else waits."""
        if self.tanda is None or self.view.progress.isVisible():
            return
        self.view.lines.leave()
        self.view.tell("")
        lines = self.tanda.por_guardar(len(self.tanda.renglones))
        if len(lines) > _AT_ONCE and not self._screen.is_live:
            self._save_long(lines)
            return
        lines = self.tanda.por_guardar(_AT_ONCE)
        captures = reunir(lines)
        try:
            action = con_nombre(len(captures), self.tanda.origen)
            self._screen.desk.do(action, **self._what(captures))
        except (RuleError, StoreError) as error:
            self.view.tell(str(error))
        else:
            self._saved(lines, len(captures))

    def discard(self) -> None:
        """Go back to the queue; what was opened can be asked back."""
        if self.sheet.reading:
            self.sheet.cancel()
        if self.tanda is not None:
            self._remember()
            self._last = self.tanda
            self._screen.desk.drafts.used(self._place())
        self._close()

    def forget(self) -> None:
        """Another hearing: the lines stay with theirs."""
        if self.tanda is not None:
            self._remember()
        self._last, self._last_text = None, ""
        self._close()

    def _save_long(self, lines: list[Renglon]) -> None:
        assert self.tanda is not None
        captures = reunir(lines)
        try:
            task = tasks_of(self._screen).do_long(
                self,
                self._screen.desk,
                con_nombre(len(captures), self.tanda.origen),
                done=lambda _keys: self._saved(lines, len(captures)),
                failed=self._failed,
                advanced=self.view.progress.advance,
                **self._what(captures),
            )
        except (RuleError, StoreError) as error:
            self.view.tell(str(error))
            return
        self.view.show_progress(task.cancel, len(captures), "Guardando las preguntas")

    def _what(self, captures: object) -> dict[str, Any]:
        return {"audiencia_id": self._hearing, "capturas": captures, "canal": self.view.channel.value()}

    def _saved(self, lines: list[Renglon], questions: int) -> None:
        self.view.hide_progress()
        if self.tanda is None:
            return
        self._last = self.tanda.copia()
        self.tanda.quitar(one.n for one in lines)
        left = self.tanda.contar()
        if not left.lineas:
            self._close()
            self._screen.desk.drafts.used(self._place())
            return
        self._before += questions
        self._show_all()
        self._choose("lineas")
        self._say_left(questions, left.entran + left.unen, left.revisar)

    def _say_left(self, kept: int, ready: int, waiting: int) -> None:
        done = "Se guardó una pregunta" if kept == 1 else f"Se guardaron {numero(kept)} preguntas"
        if ready:
            left = (
                f"quedan {numero(ready)} líneas: con la audiencia en curso se guardan de a {_AT_ONCE}. Ctrl Enter sigue"
            )
        else:
            left = "queda una línea por revisar" if waiting == 1 else f"quedan {numero(waiting)} líneas por revisar"
        self.view.tell(f"{done}; {left}.", danger=False)

    def _failed(self, error: BaseException) -> None:
        self.view.hide_progress()
        if isinstance(error, RuleError | StoreError):
            self.view.tell(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    def _close(self) -> None:
        self._alike.stop()
        self._soon.stop()
        self.tanda = None
        self.view.lines.leave()
        self.view.mapping.forget()
        self.sheet.forget()
        self.view.show_lines(())
        self._screen.show_batch(False)

    # Inside

    def _decide(self, change: Callable[[Tanda, Renglon], object]) -> None:
        line = self.view.lines.current()
        if self.tanda is None or line is None:
            return
        self.view.tell("")
        try:
            change(self.tanda, line)
        except RuleError as error:
            self.view.tell(str(error))
        self._show_all()

    def _typed(self, n: str, what: str, words: str) -> None:
        if self.tanda is not None and what == "autor":
            self.tanda.firmar(n, words)
        elif self.tanda is not None:
            self.tanda.cambiar(n, tema=words)
        self._show_all()

    def _cut(self, n: str, place: int) -> None:
        if self.tanda is None:
            return
        try:
            made = self.tanda.partir(n, place)
        except RuleError as error:
            self.view.tell(str(error))
            return
        shown = [one.n for one in self.view.lines.lines.rows]
        shown.insert(shown.index(n) + 1, made.n)
        self.view.show_lines([self.tanda.ver(one) for one in shown])
        self._show_all()

    def _choose(self, filtro: str) -> None:
        """Show what a counter counts; a line that is decided stays in sight until the person chooses again."""
        self._filter = cast(Filtro, filtro)
        if self.tanda is not None:
            self.view.show_lines(self.tanda.filtrar(self._filter))
            self.view.counters.choose(self._filter)
            self.view.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        """Show each line as it stands now, where it is."""
        if self.tanda is None:
            return
        if not self._soon.isActive():
            self._soon.start()
        shown = self.view.lines.lines.rows
        if self._filter == "lineas":
            self.view.show_lines(list(self.tanda.renglones))
        else:
            self.view.show_lines([self.tanda.ver(one.n) for one in shown if self.tanda.tiene(one.n)])
        self.view.show_counts(self.tanda.contar())
        self._show_line(self.view.lines.current())

    def _show_line(self, line: Renglon | None) -> None:
        alike = self._standing.get(line.clave or line.parecida) if line is not None else None
        self.view.pane.show_line(line, alike)

    def _remember(self) -> None:
        """Keep the lines as a draft; those of a file so large are in the file."""
        if self.tanda is not None and len(self.tanda.renglones) <= _REMEMBERED:
            try:
                self._screen.desk.drafts.save(self._place(), self.tanda.escribir())
            except StoreError as error:
                self.view.tell(str(error))

    def _place(self) -> str:
        return f"{_DRAFT}/{self._hearing}"
