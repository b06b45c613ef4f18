"""Draws every place at 1366×768 in the three themes and at 200 % text, with the example's data, to be looked at.

    python -m tests.screens FOLDER [NAME…]

To add yours: a line in `SHOTS`, with what the person did to see it; `window.go(place)` and then real clicks and keys.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit import moment, theme
from rcdesk.ui.kit.fields import TimeField
from rcdesk.ui.kit.matrix import Matrix
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.work.actas import listar_secciones
from rcdesk.work.dofa import ver_dofa
from tests import in_hand
from tests.acts import (
    answering,
    asking_again,
    incident,
    missing,
    palette,
    running,
    to_queue,
    typing,
    wait_for_pages,
)
from tests.acts_triage import imported, imported_badly, naming, pasted
from tests.aprobacion_acts import APROBACION
from tests.bases import HOY, PRIMERA, SEGUNDA, copied, hearing_id, make_example
from tests.carried_acts import DE_UNA_A_OTRA
from tests.cierre_acts import leaving, not_the_acta, other_documents
from tests.excel_acts import EXCEL
from tests.form_acts import form_file, form_new, form_value, grouping
from tests.informes_acts import INFORMES
from tests.pause import pause
from tests.promise_acts import COMPROMISOS
from tests.queue_acts import assigned, handed_over, in_turns, left_out, looking
from tests.record_acts import FICHA
from tests.registro_shots import REGISTRO
from tests.room_acts import dark, message, named, on_stage, panel, projected, room_window, sheet
from tests.run_acts import asking_viewers, at_point, crowded, ending, happened, over, queued, run_at, watched
from tests.schedule_acts import CRONOGRAMA
from tests.sentence_acts import FRASES
from tests.settings_acts import AJUSTES
from tests.shots import Shot
from tests.studio_acts import ESTUDIO
from tests.survey_acts import read_whole
from tests.typing import type_text

SIZE = (1366, 768)
LOOKS = (("claro", 1.0), ("oscuro", 1.0), ("contraste", 1.0), ("claro", 2.0))


def hearing(window: MainWindow, codigo: str = SEGUNDA) -> str:
    """Return the key of a hearing of the example."""
    assert window.bases.desk is not None
    return hearing_id(window.bases.desk, codigo)


def tab(place: str, codigo: str = PRIMERA) -> Callable[[MainWindow], object]:
    """Open a tab of a hearing of the example."""
    return lambda window: window.go(place, hearing(window, codigo))


def acta(part: str, codigo: str = PRIMERA) -> Callable[[MainWindow], object]:
    """Open a part of the acta, and wait until its pages are drawn."""

    def run(window: MainWindow) -> None:
        window.go("acta", f"{hearing(window, codigo)}/{part}")
        wait_for_pages(window)

    return run


def section(window: MainWindow, number: int) -> str:
    """Return the key of a section of the acta."""
    assert window.bases.desk is not None
    rows = window.bases.desk.ask(listar_secciones, audiencia_id=hearing(window, PRIMERA))
    return rows[number - 1].id


def strategy(window: MainWindow) -> None:
    """Open the DOFA with its second strategy in hand."""
    acta("dofa")(window)
    matrix = window.findChild(Matrix, "matriz_dofa")
    assert matrix is not None and window.bases.desk is not None
    view = window.bases.desk.ask(ver_dofa, audiencia_id=hearing(window, PRIMERA))
    matrix.select(view.estrategias[1].id)


def plan(*steps: Callable[[CronogramaScreen], object]) -> Callable[[MainWindow], object]:
    """Open the schedule with an overdue activity chosen, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("cronograma")
        screen = window.findChild(CronogramaScreen)
        assert screen is not None
        lines = [line for line in screen.work.lines if line.actividad and line.actividad.codigo == "4.2"]
        if lines:
            screen.table.select_key(lines[0].id)
        for step in steps:
            step(screen)

    return run


def prepare(
    part: str, act: Callable[[PreparacionScreen], object] = lambda _: None, codigo: str = SEGUNDA
) -> Callable[[MainWindow], object]:
    """Open a part of Preparación, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("preparacion", f"{hearing(window, codigo)}/{part}")
        screen = window.findChild(PreparacionScreen)
        assert screen is not None
        for _ in range(6):
            QApplication.processEvents()
        act(screen)
        for _ in range(6):
            QApplication.processEvents()

    return run


def wrong_hours(screen: PreparacionScreen) -> None:
    """Type an hour of the end that is before the beginning, and Enter."""
    line = screen.findChild(TimeField, "audiencias_hora_fin_programada")
    assert line is not None
    line.setFocus()
    line.selectAll()
    type_text(line, "8:00\n")


def open_line(screen: PreparacionScreen) -> None:
    """Enter on the line that is chosen."""
    table = screen.findChild(Table, "lista_puntos")
    assert table is not None
    table.row_activated.emit(table.current())


def second_line(screen: PreparacionScreen) -> None:
    """Choose the second line of the list, and look at it."""
    table = screen.findChild(Table, "lista_piezas")
    assert table is not None
    table.setCurrentIndex(table.model().index(1, 0))


def to_table(screen: PreparacionScreen) -> None:
    """Choose a section that has a table."""
    table = screen.findChild(Table, "lista_secciones")
    assert table is not None
    table.setCurrentIndex(table.model().index(3, 0))


def survey(part: str, *steps: Callable[[EncuestaScreen], object]) -> Callable[[MainWindow], object]:
    """Open a part of the survey that was answered, with a question of options chosen, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("encuesta", hearing(window, PRIMERA))
        screen = window.findChild(EncuestaScreen)
        assert screen is not None
        QApplication.processEvents()
        screen.show_part(part)
        for name in ("preguntas_resultados", "preguntas_conteos", "preguntas_formulario"):
            table = window.findChild(Table, name)
            assert table is not None
            table.setCurrentIndex(table.model().index(6, 0))
        for step in steps:
            step(screen)
        pause(200)  # the cards that come while nobody waits have their room

    return run


def counting(window: MainWindow) -> None:
    """A new survey whose results come already added up."""
    window.go("encuesta", hearing(window, SEGUNDA))
    screen = window.findChild(EncuestaScreen)
    assert screen is not None
    QApplication.processEvents()
    screen.use_template()
    screen.show_part("conteos")
    table = window.findChild(Table, "preguntas_conteos")
    assert table is not None
    table.setCurrentIndex(table.model().index(6, 0))
    for name, text in (("respondieron", "27\n"), ("Invitación directa", "17\n"), ("WhatsApp", "1\n")):
        typing(name, text)(window)


def half_typed(screen: EncuestaScreen) -> None:
    """Half a form on paper: up to the means by which one is told of the next hearing."""
    for letter in (
        "6",
        "1",
        "\n",
        "4",
        "1",
        "6",
        "2",
        "2",
        "1",
        "\n",
        "1",
        "1",
        "1",
        "\n",
        "1",
        "\n",
        "1",
        "2",
        "1",
        "\n",
        "1",
        "3",
    ):
        focus = screen.focusWidget() or screen.entry.box
        type_text(focus, letter)


SHOTS = (
    Shot("inicio", lambda window: window.go("inicio")),
    Shot("inicio_vacio", lambda window: window.go("inicio"), empty=True),
    Shot("audiencias", lambda window: window.go("audiencias", hearing(window))),
    Shot("audiencias_vacio", lambda window: window.go("audiencias"), empty=True),
    Shot("cronograma", plan()),
    Shot("cronograma_actividad", plan(CronogramaScreen.detail)),
    Shot("cronograma_avance", plan(lambda screen: screen.advancing.register())),
    Shot("cronograma_plan", plan(CronogramaScreen.new_plan)),
    Shot("cronograma_vacio", plan(), empty=True),
    *CRONOGRAMA,
    *EXCEL,
    *FICHA,
    *COMPROMISOS,
    *INFORMES,
    Shot("informes_vacio", lambda window: window.go("informes"), empty=True),
    Shot("preparacion_datos", prepare("datos")),
    Shot("preparacion_error", prepare("datos", wrong_hours)),
    Shot("preparacion_orden", prepare("orden")),
    Shot("preparacion_orden_punto", prepare("orden", open_line)),
    Shot("preparacion_temas", prepare("temas", codigo=PRIMERA)),
    Shot("preparacion_informacion", prepare("informacion", to_table, codigo=PRIMERA)),
    Shot("preparacion_convocatoria", prepare("convocatoria", second_line, codigo=PRIMERA)),
    Shot("preparacion_equipo", prepare("equipo")),
    Shot("preparacion_accesibilidad", prepare("accesibilidad", codigo=PRIMERA)),
    Shot("preparacion_vacio", prepare("informacion")),
    Shot("encuesta", survey("resultados")),
    Shot("encuesta_pregunta", survey("resultados", read_whole)),
    Shot("encuesta_digitacion", survey("digitacion", half_typed)),
    Shot("encuesta_conteos", counting),
    Shot("encuesta_formulario", survey("formulario")),
    Shot("encuesta_vacio", tab("encuesta", SEGUNDA)),
    Shot("encuesta_archivo", form_file),
    Shot("encuesta_archivo_valor", form_value),
    Shot("encuesta_archivo_nueva", form_new),
    Shot("encuesta_agrupar", grouping),
    Shot("paleta", palette),
    *REGISTRO,
    Shot("en_vivo", running("en_vivo", asking_again)),
    Shot("en_vivo_provisional", running("en_vivo", typing("linea_captura", "Rosa Elvira:\t ¿Y el agua? #NoMás"))),
    Shot("en_vivo_cola", running("en_vivo", to_queue)),
    Shot("en_vivo_turnos", running("en_vivo", in_turns)),
    Shot("en_vivo_buscar", running("en_vivo", looking("alumbrado"))),
    Shot("en_vivo_buscar_nada", running("en_vivo", looking("zapato"))),
    Shot("en_vivo_no_procede", running("en_vivo", left_out)),
    Shot("en_vivo_trasladar", running("en_vivo", handed_over)),
    Shot("en_vivo_asignar", running("en_vivo", assigned)),
    Shot("en_vivo_respuesta", running("en_vivo", answering)),
    Shot("en_vivo_respondida", running("en_vivo", in_hand.answered)),
    Shot("en_vivo_historia", running("en_vivo", in_hand.its_history)),
    Shot("en_vivo_redaccion", running("en_vivo", in_hand.other_wording)),
    Shot("en_vivo_varias", running("en_vivo", in_hand.several_askers)),
    Shot("en_vivo_agrupada", running("en_vivo", in_hand.grouped)),
    Shot("en_vivo_abreviaturas", running("en_vivo", in_hand.abbreviations)),
    Shot("en_vivo_sin_abreviaturas", running("en_vivo", in_hand.no_abbreviations)),
    Shot("en_vivo_incidente", running("en_vivo", incident)),
    Shot("en_vivo_punto", running("en_vivo", run_at(at_point, watched))),
    Shot("en_vivo_excedido", running("en_vivo", run_at(over, watched))),
    Shot("en_vivo_termina", running("en_vivo", run_at(ending))),
    Shot("en_vivo_palabra", running("en_vivo", run_at(at_point, queued, section=1))),
    Shot("en_vivo_orden", running("en_vivo", run_at(crowded, watched, section=0))),
    Shot("en_vivo_lecturas", running("en_vivo", run_at(at_point, watched, section=2))),
    Shot("en_vivo_acceso", running("en_vivo", run_at(at_point, happened, section=3))),
    Shot("en_vivo_sucesos", running("en_vivo", run_at(at_point, happened, section=4))),
    Shot("en_vivo_espectadores", running("en_vivo", asking_viewers)),
    Shot("en_vivo_cierre", running("en_vivo", missing)),
    Shot("en_vivo_pegado", running("en_vivo", pasted)),
    Shot("en_vivo_pegado_autor", running("en_vivo", naming)),
    Shot("en_vivo_importar", running("en_vivo", imported)),
    Shot("en_vivo_importar_mal", running("en_vivo", imported_badly)),
    Shot("en_vivo_pantalla", running("en_vivo", projected())),
    Shot("en_vivo_pantallas", running("en_vivo", projected(panel))),
    Shot("proyector", running("en_vivo", projected()), room="proyector"),
    Shot("proyector_cintillo", running("en_vivo", projected(named)), room="proyector"),
    Shot("proyector_mensaje", running("en_vivo", projected(message)), room="proyector"),
    Shot("proyector_cifras", running("en_vivo", projected(sheet("cifras"))), room="proyector"),
    Shot("proyector_entidad", running("en_vivo", projected(sheet("logos"))), room="proyector"),
    Shot("proyector_apagado", running("en_vivo", projected(dark)), room="proyector"),
    Shot("tarima", running("en_vivo", projected(on_stage)), room="tarima"),
    Shot("en_vivo_vacio", tab("en_vivo", SEGUNDA)),
    Shot("en_vivo_cerrada", tab("en_vivo")),
    Shot("acta_encabezado", acta("encabezado")),
    Shot("acta_asistentes", acta("asistentes")),
    Shot("acta_desarrollo", acta("desarrollo")),
    Shot("acta_desarrollo_vacio", acta("desarrollo", SEGUNDA)),
    Shot("acta_seccion", lambda window: acta(f"seccion/{section(window, 7)}")(window)),
    Shot("acta_analisis", acta("analisis")),
    *FRASES,
    Shot("acta_autoevaluacion", acta("autoevaluacion")),
    Shot("acta_dofa", strategy),
    Shot("acta_compromisos", acta("compromisos")),
    Shot("acta_cierre", acta("cierre")),
    Shot("acta_firmas", acta("firmas")),
    Shot("acta_anexos", acta("anexos")),
    *ESTUDIO,
    *APROBACION,
    Shot("cierre", tab("cierre")),
    Shot("cierre_por_hacer", tab("cierre", SEGUNDA)),
    Shot("cierre_otros", other_documents),
    Shot("cierre_expediente", leaving),
    Shot("cierre_no_es_el_acta", not_the_acta),
    *DE_UNA_A_OTRA,
    *AJUSTES,
    Shot("teclas", lambda window: window.finder.show_keys()),
)


def draw(shot: Shot, example: Path, folder: Path, theme_name: str, scale: float) -> Path:
    """Take one picture and return its file."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme_name, scale)
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / ("Base.rcdesk" if shot.empty else "Ejemplo.rcdesk")
        keeper = Keeper(Path(place) / "preferencias.json")
        keeper.keep(tema=theme_name, texto=scale)
        window = MainWindow(keeper)
        window.resize(*SIZE)
        window.show()
        window.furnish()
        app.processEvents()  # only now are its parts in sight, and take the keys
        if shot.empty:
            window.bases.open(base, make=True)
            window.bases.close()
        else:
            copied(example, base)
        window.start(base)
        shot.act(window)
        for _ in range(6):
            app.processEvents()
        target = folder / f"{shot.name}_{theme_name}{'' if scale == 1 else f'_{scale:.0%}'.rstrip('%')}.png"
        (room_window(shot.room) if shot.room else window).grab().save(str(target))
        window.close()
        window.deleteLater()
    return target


def main(arguments: list[str]) -> None:
    """Draw the pictures named, or all."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.screens", description=__doc__, usage="%(prog)s FOLDER [NAME…]"
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args(arguments)
    folder, names = asked.folder, set(asked.names)
    if unknown := names - {shot.name for shot in SHOTS}:
        parser.error(f"no shot is called {', '.join(sorted(unknown))}")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    moment.set_clock(app, lambda: HOY)
    with tempfile.TemporaryDirectory() as place:
        example = make_example(Path(place) / "Ejemplo.rcdesk")
        for shot in SHOTS:
            if not names or shot.name in names:
                for theme_name, scale in LOOKS:
                    print(draw(shot, example, folder, theme_name, scale))


if __name__ == "__main__":
    main(sys.argv[1:])
