"""What one person answers about their data, wherever it is asked; what else is asked of them appears when it is due."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.autorizaciones import Consentimiento, Respuesta
from rcdesk.ui.kit.fields import Field, Line, Toggle
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.theme import look

ANSWERS: Final = (("si", "Sí autoriza", "S"), ("no", "No autoriza", "N"), ("papel", "Firma en papel", "P"))
"""What a person may answer about the use of their data: value, words, key."""

_IMAGE: Final = (("si", "Sí", "S"), ("no", "No", "N"))
_MINOR: Final = "es menor de edad: sin él la autorización queda incompleta"


class Consent(QWidget):
    """The answers on one line; image and voice below it if the entity asks, and who represents a minor.

    `name` is the name of the first editor; the others add `_imagen` and `_representante` to it. `silence` is what no
    answer means here. `stops()` are the editors in sight, in order, for whoever passes with Enter from one to the next.
    """

    edited = Signal()  # by the person, at every change
    committed = Signal()  # an answer was given, or the representative was typed and left

    def __init__(self, name: str, *, silence: Consentimiento | None = None, paper: bool = True, hint: str = "") -> None:
        super().__init__()
        self._silence, self._image_asked, self._minor = silence, False, False
        self.data = named(name, Toggle(ANSWERS if paper else ANSWERS[:2]))
        self.image = named(f"{name}_imagen", Toggle(_IMAGE))
        self.guardian = named(f"{name}_representante", Line(placeholder="Nombre y parentesco"))
        self._asked = Field("¿Autoriza el uso de sus datos?", self.data, hint=hint)
        self._images = Field("¿Y el de su imagen y su voz?", self.image)
        self._guarded = Field("Quién lo representa", self.guardian, hint="es menor de edad")
        self.guardian.setAccessibleDescription(_MINOR)
        self._more = boxed(column(self._images, self._guarded, gap=8))
        self.setLayout(column(self._asked, self._more, gap=8))
        for editor in (self.data, self.image, self.guardian):
            editor.edited.connect(self.edited)
            editor.committed.connect(self.committed)
        self._arrange()

    def ask(self, *, image: bool) -> None:
        """Ask also for the image and the voice, or not."""
        self._image_asked = image
        self._arrange()

    def set_minor(self, minor: bool) -> None:
        """Ask who represents them, or not."""
        self._minor = minor
        self._arrange()

    def set_hint(self, words: str) -> None:
        """Say something at the right of the question: the version of the text, what silence means."""
        self._asked.set_hint(words)

    def answer(self) -> Respuesta:
        """Return what was answered of what is asked; no answer is what `silence` said."""
        data = cast(Consentimiento, self.data.value()) if self.data.value() else self._silence
        image = self.image.value() if self._image_asked else ""
        guardian = self.guardian.value() if self._minor else ""
        return Respuesta(data, image == "si" if image else None, guardian)

    def show_answer(self, data: str | None, image: bool | None = None, guardian: str | None = None) -> None:
        """Show what somebody answered before; what is being typed stays."""
        self._asked.clear_error()
        self.data.refresh_value(data)
        self.image.refresh_value(None if image is None else "si" if image else "no")
        self.guardian.refresh_value(guardian or "")

    def start(self) -> None:
        """Leave it unanswered, for the next person."""
        for field in (self._asked, self._images):
            field.set_value(None)
        self._guarded.set_value("")

    def stops(self) -> tuple[QWidget, ...]:
        """Return the editors that are asked now, in their order."""
        image = (self.image,) if self._image_asked else ()
        return (self.data, *image, *((self.guardian,) if self._minor else ()))

    def _arrange(self) -> None:
        self._images.setVisible(self._image_asked)
        self._guarded.setVisible(self._minor)
        self._more.setVisible(self._image_asked or self._minor)
        if look().large:
            self._guarded.set_hint("")
