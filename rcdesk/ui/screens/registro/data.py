"""The people of the hearing as figures: what they authorise, the four populations, and their characterisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.documents.blocks import Chart, literal
from rcdesk.domain.caracterizacion import Tabla
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.registro.presence import Presence
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.asistencia import Poblaciones, ver_poblaciones
from rcdesk.work.autorizaciones import ConteoDeAutorizaciones, contar_autorizaciones
from rcdesk.work.caracterizacion import tablas_de_audiencia

if TYPE_CHECKING:
    from rcdesk.app.progress import Progress

Figures: TypeAlias = tuple[ConteoDeAutorizaciones, Poblaciones, tuple[Tabla, ...]]

_FOUR: Final = "Son cuatro poblaciones distintas: ninguna se suma con otra."
_EXACT: Final = "Cifras exactas, para adentro. En el acta se reservan las de menos de 5 personas."
_NOBODY: Final = "Todavía no se le ha preguntado a nadie. Se pregunta en «Persona», al final; es voluntario."
_INCOMPLETE: Final = ("menor sin representante", "menores sin representante")


class Data(QWidget):
    """It reads when it comes into sight, and while it is. `asking_wanted` and `text_wanted` open what is configured."""

    asking_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._shown: tuple[Tabla, ...] | None = None
        self._hearing, self._reading, self._again = "", False, False
        self._consent = named("cifras_autorizacion", PlainLabel("", "body", wrap=True))
        self._image = PlainLabel("", "caption", "ink2", wrap=True)
        self._incomplete = Pill(State("", "circle-alert", "warn"))
        self._populations: QVBoxLayout = column(gap=2)
        self._tables: QVBoxLayout = column(gap=14)
        self._told = PlainLabel("", "caption", "ink2", wrap=True)
        self.presence = Presence(screen)
        self.text = named("texto_autorizacion", Button("Texto…", "file-text", small=True, hint="Texto de autorización"))
        self.text.clicked.connect(self.text_wanted)
        self.asking = named("que_se_pregunta", Button("Qué se pregunta…", "circle-help", small=True))
        self.asking.clicked.connect(self.asking_wanted)
        self.setLayout(column((scrolling(self._whole()), 1)))

    def _whole(self) -> QVBoxLayout:
        consent = column(
            row(PlainLabel("Autorización de datos", "strong"), None, self.text),
            self._consent,
            self._image,
            row(self._incomplete, None),
            gap=3,
        )
        populations = column(
            PlainLabel("Cuántos son", "strong"),
            self._populations,
            PlainLabel(_FOUR, "caption", "ink2", wrap=True),
            gap=4,
        )
        people = column(
            row(PlainLabel("Caracterización", "strong"), None, self.asking), self._told, self._tables, gap=6
        )
        return column(
            consent, Rule(), populations, Rule(), self.presence, Rule(), people, None, margins=(20, 12, 16, 14), gap=12
        )

    def show_hearing(self, audiencia_id: str) -> None:
        """Read the figures of a hearing, on another thread: 50,000 people take a fifth of a second."""
        self._hearing = audiencia_id
        self.presence.show_hearing(audiencia_id)
        if self._reading:
            self._again = True
            return
        self._reading, desk = True, self._screen.desk

        def job(_: Progress) -> Figures:
            return (
                desk.ask(contar_autorizaciones, audiencia_id=audiencia_id),
                desk.ask(ver_poblaciones, audiencia_id=audiencia_id),
                desk.ask(tablas_de_audiencia, audiencia_id=audiencia_id),
            )

        tasks_of(self).run(self, job, done=lambda figures: self._show(audiencia_id, figures), failed=self._explain)

    def _show(self, hearing: str, figures: Figures) -> None:
        """Show what was read, if it is still what is looked at; read again when something changed meanwhile."""
        consent, populations, tables = figures
        if hearing == self._hearing:
            self._show_consent(consent)
            self._show_populations(populations)
            self._show_tables(tables)
        self._read_again()

    def _explain(self, error: BaseException) -> None:
        self._again = False
        self._read_again()
        if not isinstance(error, RuleError | StoreError):
            raise error
        self._told.setText(str(error))

    def _read_again(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self.show_hearing(self._hearing)

    def _show_consent(self, counts: ConteoDeAutorizaciones) -> None:
        said = (
            plural(counts.autorizan, "autoriza", "autorizan"),
            f"{numero(counts.no_autorizan)} no",
            f"{numero(counts.sin_preguntar)} sin preguntar",
        )
        self._consent.setText("  ·  ".join(said))
        self._image.setText(f"Imagen y voz: {numero(counts.imagen_si)} sí  ·  {numero(counts.imagen_no)} no")
        few = plural(counts.incompletas, *_INCOMPLETE)
        self._incomplete.set_state(State(few, "circle-alert", "warn") if counts.incompletas else None)

    def _show_populations(self, found: Poblaciones) -> None:
        emptied(self._populations)
        for place, (words, figure) in enumerate(_told(found)):
            label = PlainLabel(words, "body", "ink2", elide=True)
            line = named(f"poblacion_{place}", boxed(row((label, 1), PlainLabel(figure, "strong"), gap=8)))
            line.setAccessibleName(f"{words}: {figure}")
            self._populations.addWidget(line)

    def _show_tables(self, tables: tuple[Tabla, ...]) -> None:
        self._told.setText(_EXACT if tables else _NOBODY)
        if tables == self._shown:
            return
        self._shown = tables
        emptied(self._tables)
        for table in tables:
            self._tables.addWidget(_drawn(table))


def _drawn(table: Tabla) -> QWidget:
    chart = named(f"caracterizacion_{table.campo}_cifras", ChartView())
    points = tuple((literal(option), n) for option, n in table.celdas)
    chart.show_chart(Chart("", points, table.base), f"Base {numero(table.base)}")
    chart.setAccessibleName(f"{table.titulo}. {chart.accessibleName()} {_apart(table)}")
    several = "Cada persona pudo dar varias respuestas." if table.multiple else ""
    notes = "  ·  ".join(filter(None, (_apart(table), several)))
    title = PlainLabel(table.titulo, "label", "ink2")
    return boxed(column(title, chart, PlainLabel(notes, "caption", "ink2", wrap=True), gap=1))


def _apart(table: Tabla) -> str:
    return f"No responde {numero(table.no_responde)}  ·  Sin preguntar {numero(table.sin_preguntar)}"


def _told(found: Poblaciones) -> Iterator[tuple[str, str]]:
    """The four, each by its name; of several platforms, the figure of each."""
    yield "Personas registradas", numero(found.registradas)
    yield from _several("Máximo en vivo", found.en_vivo)
    yield from _several("Reproducciones", found.reproducciones)
    yield from _several("Respondieron la encuesta", found.encuestadas)


def _several(words: str, figures: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    if not figures:
        yield words, "—"
    for name, n in figures:
        yield f"{words}: {name or 'sin nombre'}" if len(figures) > 1 else words, numero(n)
