"""What a new hearing begins with: nothing, or what was prepared for another; what comes is told before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.copiar_audiencia import PIEZAS, Pieza
from rcdesk.i18n import plural
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Choice, Field
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.audiencias import AudienciaRow
from rcdesk.work.copiar_audiencia import PiezaRow

_WORDS: Final[dict[Pieza, tuple[str, str, str]]] = {
    "datos": ("Objetivo, lugar y reglas", "dato", "datos"),
    "orden": ("Orden del día", "punto", "puntos"),
    "temas": ("Temas", "tema", "temas"),
    "equipo": ("Equipo de la entidad", "persona", "personas"),
    "encuesta": ("Encuesta", "pregunta", "preguntas"),
    "accesibilidad": ("Accesibilidad", "medida", "medidas"),
    "convocatoria": ("Convocatoria, sin fechas", "medio o pieza", "medios y piezas"),
}
_NEVER: Final = "No vienen asistentes, preguntas, respuestas, firmas ni compromisos. Las fechas se corren a la nueva."


class Origin(QWidget):
    """`foresee` tells what a hearing has to give."""

    def __init__(self, foresee: Callable[[str], Sequence[PiezaRow]]) -> None:
        super().__init__()
        self._foresee = foresee
        self._choice = named("a_partir_de", Choice())
        self._choice.edited.connect(self._tell)
        self._checks: dict[Pieza, Check] = {pieza: named(f"traer_{pieza}", Check("")) for pieza in PIEZAS}
        for check in self._checks.values():
            check.setChecked(True)
        self._well = Well()
        note = PlainLabel(_NEVER, "caption", "ink2", wrap=True)
        self._well.setLayout(column(*self._checks.values(), note, margins=(14, 10, 14, 12), gap=6))
        self.setLayout(column(Field("A partir de", self._choice), self._well, gap=8))

    def offer(self, hearings: Sequence[AudienciaRow], chosen: str) -> None:
        """Offer the hearings that there are, one of them chosen, or none."""
        self._choice.set_options([("", "Nada: audiencia en blanco"), *((each.id, each.nombre) for each in hearings)])
        self._choice.set_value(chosen)
        self.setVisible(bool(hearings))
        self._tell()

    @property
    def hearing(self) -> str:
        """The key of the hearing that is copied; empty for none."""
        return self._choice.value()

    @property
    def pieces(self) -> tuple[Pieza, ...]:
        """What comes of it."""
        return tuple(pieza for pieza, check in self._checks.items() if check.isVisibleTo(self) and check.isChecked())

    def _tell(self) -> None:
        found = {row.pieza: row.cuantas for row in self._foresee(self.hearing)} if self.hearing else {}
        self._well.setVisible(bool(self.hearing))
        for pieza, check in self._checks.items():
            title, one, many = _WORDS[pieza]
            check.setVisible(pieza in found)
            check.set_words(f"{title} ({plural(found.get(pieza, 0), one, many)})")
