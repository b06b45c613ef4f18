"""The figures of the attendance that are looked at from afar: those of the acta, and who is in now."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge, Card
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import plain_tooltip
from rcdesk.work.asistentes import ConteoDeAsistencia


class Counters(Card):
    """Those counted without a name and the viewers are elsewhere: never added to these."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contadores")
        self._badges = tuple(Badge("0", word) for word in ("presentes", "registradas", "organizaciones", "virtuales"))
        self.sound = named("sonido", Button("", "volume-x", kind="quiet", small=True))
        self.setLayout(row(*self._badges, None, column(self.sound, None), margins=(18, 10, 8, 12), gap=22))
        self.show_sound(on=False)

    def show_sound(self, *, on: bool) -> None:
        """Show whether the answers of the desk sound."""
        self.sound.set_icon("volume-2" if on else "volume-x")
        self.sound.set_words("", "Sonido: encendido" if on else "Sonido: apagado")

    def show_counts(self, counts: ConteoDeAsistencia) -> None:
        """Show the four that are looked at from afar; all of them are said and in the tooltip."""
        figures = tuple(_figures(counts))
        for badge, (figure, word) in zip(self._badges, figures, strict=False):
            badge.set_count(numero(figure), word)
        told = ", ".join(f"{numero(figure)} {word}" for figure, word in figures)
        self.setAccessibleName(told)
        plain_tooltip(self, told)


def _figures(counts: ConteoDeAsistencia) -> Iterator[tuple[int, str]]:
    told = (
        (counts.presentes, "presente", "presentes"),
        (counts.registrados, "registrada", "registradas"),
        (counts.organizaciones, "organización", "organizaciones"),
        (counts.virtuales, "virtual", "virtuales"),
        (counts.presenciales, "presencial", "presenciales"),
        (counts.por_llegar, "por llegar", "por llegar"),
        (counts.sin_autorizacion, "no autoriza", "no autorizan"),
    )
    for figure, one, many in told:
        yield figure, one if figure == 1 else many
