"""Autoevaluación: how the team judges its own hearing."""

from __future__ import annotations

from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.ui.screens.acta.writing import Blocks, Writing
from rcdesk.work.actas import ver_autoevaluacion
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.narrativa import editar_narrativa


class AssessmentPart(Part):
    """One narrative, that belongs to the hearing and is printed by its section."""

    rewords = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._writing = Writing(
            tab,
            "autoevaluacion",
            ("audiencias", "autoevaluacion"),
            self._save,
            label="Texto de la autoevaluación",
            placeholder="¿Qué salió bien, qué faltó, qué se haría distinto?",
        )
        self._writing.typing.connect(self.typing)
        note = "Lo que el equipo piensa de su propia audiencia. La matriz DOFA viene después."
        self.setLayout(column(heading("Autoevaluación", note=note), 4, self._writing.field, None, gap=8))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the narrative."""
        self._writing.tell(estado)
        self.landmark = estado.titulos.get("autoevaluacion", "")
        self._writing.show(self.audiencia_id, self.tab.desk.ask(ver_autoevaluacion, audiencia_id=self.audiencia_id))

    def reword(self) -> None:
        """Turn the generated sentence in hand into a paragraph."""
        self._writing.editor.reword()

    def restore(self) -> None:
        """Bring the generated sentence back."""
        self._writing.editor.restore()

    def leave(self) -> None:
        """Save what is unsaved."""
        self._writing.leave()

    def take_keys(self) -> None:
        """One begins to write where the text ends."""
        self._writing.editor.take_keys()

    def _save(self, key: str, blocks: Blocks, seen: Blocks | None, adjuntos: tuple[Adjunto, ...]) -> None:
        self.tab.desk.do(
            editar_narrativa,
            tabla="audiencias",
            id=key,
            campo="autoevaluacion",
            bloques=blocks,
            seen=seen,
            adjuntos=adjuntos,
        )
