"""What is done with the commitments of the year, so that it can be drawn."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rcdesk.app.desk import Desk
from rcdesk.ui.evidence import keep
from rcdesk.ui.kit.choice import Choice
from rcdesk.ui.kit.evidence import Pending
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.work.avances_de_compromiso import correr_fecha, registrar_avance_de_compromiso, trasladar_compromiso
from rcdesk.work.compromisos import listar_compromisos
from tests.bases import PRIMERA, hearing_id
from tests.shots import Shot
from tests.typing import type_text


def promised(desk: Desk, codigo: str) -> str:
    """The key of a commitment of the hearing that took place."""
    rows = desk.ask(listar_compromisos, audiencia_id=hearing_id(desk, PRIMERA))
    return next(row.id for row in rows if row.codigo == codigo)


def lived(desk: Desk) -> None:
    """Move a date, attach what proves an advance, hand one over."""
    fourth = promised(desk, "4")
    moved = {"corte": "2026-08-20", "nueva_fecha": "2026-11-11", "texto": "La veeduría pidió dos pruebas más."}
    desk.do(correr_fecha, id=fourth, valores=moved)
    with tempfile.TemporaryDirectory() as place:
        paper = Path(place) / "Pruebas con la veeduría.pdf"
        paper.write_bytes(b"%PDF-1.7" + b" " * 180_000)
        link = Pending(None, "https://www.valle-sereno.gov.co/datos-abiertos", "2026-11-13", "")
        proofs, files = keep(desk, (Pending(paper, "", "", "4-9"), link))
    said = {"corte": "2026-11-13", "avance": "80", "texto": "Falta el visto bueno de Jurídica para publicarla."}
    desk.do(registrar_avance_de_compromiso, id=fourth, valores=said | {"evidencias": proofs}, adjuntos=files)
    desk.do(trasladar_compromiso, id=promised(desk, "5"), entidad="Gobernación", fecha="2026-11-18")


def promises(*steps: Callable[[CompromisosScreen], object]) -> Callable[[MainWindow], object]:
    """Open the list of commitments after some months, and do something there."""

    def run(window: MainWindow) -> None:
        desk = window.bases.desk
        assert desk is not None
        lived(desk)
        window.go("compromisos")
        screen = window.findChild(CompromisosScreen)
        assert screen is not None
        for step in steps:
            step(screen)
            for _ in range(4):
                QApplication.processEvents()

    return run


def fourth(screen: CompromisosScreen) -> None:
    """Open the fourth commitment of the first hearing."""
    screen.open(promised(screen.desk, "4"))


def typed(screen: CompromisosScreen) -> None:
    """An advance half typed, with a link."""
    text = screen.page.history.form.focusProxy()
    assert text is not None
    type_text(text, "Publicada la tabla con los cinco compromisos.")
    screen.page.history.form.proofs.add_link("2026-11-20")


def grouped(screen: CompromisosScreen) -> None:
    """Count by office."""
    view = screen.findChild(Choice, "ver_compromisos")
    assert view is not None
    view.set_value("dependencia")
    view.edited.emit()


def in_june(screen: CompromisosScreen) -> None:
    """Look at the end of June."""
    screen.list.bar.cut.retype("30/06/2026")
    screen.list.bar.cut.commit()


COMPROMISOS = (
    Shot("compromisos", promises()),
    Shot("compromisos_vacio", lambda window: window.go("compromisos"), empty=True),
    Shot("compromisos_grupos", promises(grouped)),
    Shot("compromisos_nuevo", promises(CompromisosScreen.new)),
    Shot("compromiso", promises(fourth)),
    Shot("compromiso_avance", promises(fourth, typed)),
    Shot("compromiso_pasado", promises(in_june, fourth)),
    Shot("compromiso_fecha", promises(fourth, lambda screen: screen.changing.when())),
)
