"""The file of a form opened in the window, to be looked at."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QApplication

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.work.traer_encuesta import traer_respuestas
from tests.acts import hearing_of
from tests.form_files import LIME, MEDIA, answered_in, google, question_key
from tests.pause import pause


def screen_of(window: MainWindow) -> EncuestaScreen:
    """Return the window's survey, begun from the template, in the hearing that is being prepared."""
    window.go("encuesta", hearing_of(window))
    screen = window.findChild(EncuestaScreen)
    assert screen is not None
    QApplication.processEvents()
    return screen


def opened(name: str, content: str, *, begun: bool = True) -> Callable[[MainWindow], EncuestaScreen]:
    """Open a file of this content."""

    def run(window: MainWindow) -> EncuestaScreen:
        screen = screen_of(window)
        if begun:
            screen.use_template()
        path = Path(mkdtemp()) / name
        path.write_text(content, encoding="utf-8")
        screen.bringing.file.read(path)
        for _ in range(100):
            pause(20)
            if screen.bringing.compared is not None:
                break
        return screen

    return run


def form_file(window: MainWindow) -> None:
    """A file of Google beside the survey of evaluation: a value waits to be decided."""
    opened("encuesta_evaluacion.csv", google(27))(window)


def form_value(window: MainWindow) -> None:
    """The value that waits, in hand."""
    opened("encuesta_evaluacion.csv", google(27))(window).bringing.next_open()


def grouping(window: MainWindow) -> None:
    """Answers of a form as people wrote them: some in a group, some proposed."""
    screen = screen_of(window)
    screen.use_template()
    assert window.bases.desk is not None
    window.bases.desk.do(traer_respuestas, encuesta_id=screen.survey, respuestas=answered_in(MEDIA), vistas=0)
    QApplication.processEvents()
    screen.show_part("resultados")
    screen.seek(question_key(window.bases.desk, screen.survey, "medio_publicacion"))
    screen.grouping.begin()
    screen.grouping.accept()
    screen.grouping.mark()


def form_new(window: MainWindow) -> None:
    """A file of LimeSurvey from which a survey is made."""
    opened("results-survey482911.csv", LIME, begun=False)(window)
