"""The life of the acta: sent to be reviewed, approved and sealed, published, corrected with a new version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.registro import EstadoActa
from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.approved import ApprovedNote
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.acta.approving import ApprovePanel, PublishPanel
from rcdesk.ui.screens.acta.index import Line
from rcdesk.ui.sealing import seal
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.actas import editar_acta
from rcdesk.work.aprobacion import (
    aprobar_acta,
    corregir_version,
    devolver_a_borrador,
    enviar_a_revision,
    publicar_acta,
)
from rcdesk.work.vida_del_acta import VidaDelActa, ver_por_aprobar, ver_vida

_STEPS: Final[dict[EstadoActa, tuple[str, str]]] = {
    "borrador": ("Enviar a revisión", "send"),
    "en_revision": ("Aprobar…", "approve"),
    "aprobada": ("Publicar…", "publish"),
    "publicada": ("Corregir…", "correct"),
}
"""State → the words and the method of the step that comes next."""
_IN: Final[dict[str, frozenset[EstadoActa]]] = {
    "send": frozenset({"borrador", "en_revision"}),
    "take_back": frozenset({"en_revision"}),
    "approve": frozenset({"en_revision"}),
    "publish": frozenset({"aprobada"}),
    "correct": frozenset({"aprobada", "publicada"}),
}
"""Method → the states in which it may be asked for."""


class Workflow(QObject):
    """Its methods are the commands `workflow.…`. `keep` saves what is being typed; `go` opens a part of the acta."""

    def __init__(self, screen: HearingScreen, keep: Callable[[], object], go: Callable[[str], object]) -> None:
        super().__init__(screen)
        self._screen, self.keep, self._go = screen, keep, go
        self.vida = VidaDelActa()
        self._sealing, self._given_up, self._fresh = "", "", False
        self.step = named("paso_del_acta", Button("Enviar a revisión", kind="primary"))
        self.step.clicked.connect(self.advance)
        self.note = ApprovedNote()
        self.note.asked.connect(self.correct)
        self._approving = ApprovePanel(screen)
        self._approving.approved.connect(self._approve)
        self._approving.remarks_wanted.connect(lambda: go("revision"))
        self._publishing = PublishPanel(screen)
        self._publishing.published.connect(self._publish)

    def refresh(self) -> None:
        """Read where the acta stands; files that were left unsealed are made now, without being asked."""
        self.vida = self._screen.desk.ask(ver_vida, audiencia_id=self._screen.audiencia_id)
        self.step.set_words(_STEPS[self.vida.estado][0])
        self.step.set_kind("secondary" if self.vida.estado == "publicada" else "primary")
        self.note.show_version(self.vida.version if self.vida.aprobada else None)
        waiting = self.vida.version_id if not self.vida.sellada else ""
        if waiting and waiting not in (self._sealing, self._given_up):
            self.seal()

    def lines(self) -> tuple[Line, Line]:
        """How the review and the versions stand, for the index."""
        vida = self.vida
        if vida.por_decidir:
            words = plural(vida.por_decidir, "observación por decidir", "observaciones por decidir")
            review = State(words, "clock", "warn")
        elif vida.observaciones or vida.aprobada:
            review = State("Todo decidido", "check", "ok")
        else:
            sent = f"Copia {vida.revision}, sin observaciones" if vida.revision else "Sin enviar"
            review = State(sent, "eye" if vida.revision else "circle-dashed", "ink3")
        if vida.aprobada:
            versions = seal_state(vida.sellada)
        elif vida.version == 1:
            versions = State("La primera se aprueba después", "circle", "ink3")
        else:
            versions = State(f"La {vida.version - 1} está aprobada; la {vida.version} se prepara", "file-check", "ok")
        return Line("revision", "Revisión", review), Line("versiones", "Versiones", versions)

    def offers(self, method: str) -> bool:
        """Say whether a step may be taken now."""
        if method == "seal":
            return self.vida.aprobada and not self.vida.sellada
        return self.vida.estado in _IN[method]

    def advance(self) -> None:
        """Take the step that comes next."""
        getattr(self, _STEPS[self.vida.estado][1])()

    def send(self) -> None:
        """Hand over a numbered copy to be reviewed: the first, or another once something changed."""
        if not self.offers("send"):
            return
        self.keep()
        with self._screen.attempt() as attempt:
            self._screen.desk.do(enviar_a_revision, audiencia_id=self._screen.audiencia_id)
        if attempt.ok:
            self._go("revision")
            title = f"El acta está en revisión: copia {self.vida.revision}"
            self._screen.banner.tell("ok", title, "Guarde o imprima la copia y entréguela a quienes revisan.")

    def take_back(self) -> None:
        """Go on writing: the copies that were sent, and what was said of them, stay."""
        if self.offers("take_back"):
            with self._screen.attempt():
                self._screen.desk.do(devolver_a_borrador, audiencia_id=self._screen.audiencia_id)
                self._screen.said.emit("El acta volvió a borrador. Ctrl Z lo deshace.")

    def approve(self) -> None:
        """Say what approving does, and ask."""
        if not self.offers("approve"):
            return
        self.keep()
        with self._screen.attempt():
            self._approving.ask(self._screen.desk.ask(ver_por_aprobar, audiencia_id=self._screen.audiencia_id))

    def publish(self) -> None:
        """Ask where it was published."""
        if self.offers("publish"):
            self._publishing.ask(moment.today())

    def correct(self) -> None:
        """Ask why, and begin the next version; the approved one stays as it is."""
        if not self.offers("correct"):
            return
        title = f"Versión {self.vida.version + 1} del acta"
        reason = ask_reason(self._screen.window(), title, "Por qué se corrige", verb="Empezar la versión")
        if reason is None:
            return
        with self._screen.attempt() as attempt:
            self._screen.desk.do(corregir_version, audiencia_id=self._screen.audiencia_id, motivo=reason)
        if attempt.ok:
            self._screen.said.emit(f"Versión {self.vida.version} en borrador. La aprobada queda en Versiones.")

    def seal(self) -> None:
        """Make the PDF files of the approved version, and seal them."""
        if not self.offers("seal") or self._sealing:
            return
        vida = self.vida
        self._sealing, self._given_up = vida.version_id, ""
        title = _approved(vida) if self._fresh else "Faltaba sellar los PDF del acta aprobada"
        self._screen.banner.tell("neutral", title, "Haciendo sus PDF…", icon="clock")
        seal(
            self,
            self._screen.desk,
            tasks_of(self._screen),
            [vida.version_id],
            done=lambda _count: self._sealed(vida),
            failed=lambda error: self._not_sealed(vida, error),
            advanced=lambda _step, _total, words: self._screen.banner.go_on(f"{words}…"),
        )

    def _approve(self, number: str) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            if number:
                screen.desk.do(editar_acta, audiencia_id=screen.audiencia_id, valores={"numero": number})
            self._fresh = True  # it begins to be sealed as soon as the screen hears of it
            screen.desk.do(
                aprobar_acta, audiencia_id=screen.audiencia_id, hoy=moment.today(), evidencias=screen.desk.folder
            )
        self._fresh = False
        if attempt.ok or not self._approving.field.error():
            self._approving.close_panel()

    def _sealed(self, vida: VidaDelActa) -> None:
        self._sealing = ""
        words = "Sus dos PDF, el interno y el público, están sellados: se guardan y se imprimen desde Versiones."
        self._screen.banner.tell("ok", _approved(vida), words)

    def _not_sealed(self, vida: VidaDelActa, error: BaseException) -> None:
        self._sealing, self._given_up = "", vida.version_id
        if not isinstance(error, RuleError | StoreError):
            self._screen.banner.clear()
            raise error
        again = named("sellar_otra_vez", Button("Reintentar", "refresh-cw", small=True))
        again.clicked.connect(self.seal)
        self._screen.banner.tell(
            "danger",
            f"{_approved(vida)}, pero falta sellar sus PDF",
            f"{error} La aprobación no se pierde: oprima Reintentar, o se hará al abrir la base otra vez.",
            again,
        )

    def _publish(self, url: str, date: str) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            screen.desk.do(publicar_acta, audiencia_id=screen.audiencia_id, hoy=date or moment.today(), url=url or None)
        if attempt.ok or not self._publishing.troubled():
            self._publishing.close_panel()
        if attempt.ok:
            screen.banner.tell("ok", "El acta está publicada")


def seal_state(sealed: bool) -> State:
    """Say whether the files of an approved version are sealed."""
    return State("Sellada", "file-check", "ok") if sealed else State("Sin sellar", "clock", "warn")


def _approved(vida: VidaDelActa) -> str:
    number = f" {vida.numero}" if vida.numero else ""
    return f"Acta{number} aprobada · código {vida.codigo}"
