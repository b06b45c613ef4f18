"""What is done in Ajustes, so that it can be drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from rcdesk.app.desk import Desk
from rcdesk.domain.palabras_del_acta import ListaDeFirmantes
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.ajustes import AjustesScreen
from rcdesk.ui.screens.ajustes.sample import Sample
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
from rcdesk.work.audiencias import anular_audiencia
from rcdesk.work.entidad import agregar_dependencia, agregar_habitual
from rcdesk.work.formatos import agregar_formato, corregir_formato, hacer_version_nueva, listar_formatos
from rcdesk.work.terminos import agregar_termino, corregir_termino
from tests.bases import HOY, PRIMERA, SEGUNDA, hearing_id
from tests.pause import pause
from tests.shots import Shot
from tests.typing import type_text

TODAY = HOY.date().isoformat()


def settled(desk: Desk) -> None:
    """Write the settings of an entity that has used the program for a year."""
    form = desk.ask(listar_formatos, hoy=TODAY)[0].id
    values = {"numeracion": "110.25.03.{n:2}", "primer_numero": 6}
    desk.do(corregir_formato, id=form, valores=values)
    for tipo, codigo, version in (("LISTADO DE ASISTENCIA", "GA-AD-FO-020", "02"), ("ENCUESTA DE EVALUACIÓN", "", "")):
        desk.do(agregar_formato, valores={"tipo_documental": tipo, "codigo": codigo, "version": version})
    desk.do(hacer_version_nueva, id=form, hoy=TODAY)
    usual: list[tuple[ListaDeFirmantes, str, str]] = [
        ("firmas", "Elena Mora Ruiz", "Alcaldesa"),
        ("firmas", "Luis Paz Ceballos", "Secretario de Planeación"),
        ("elaboro", "Ana María Quintero", "Contratista"),
    ]
    for lista, nombre, cargo in usual:
        desk.do(agregar_habitual, lista=lista, valores={"nombre": nombre, "cargo": cargo})
    desk.do(agregar_dependencia, valores={"nombre": "Secretaría de Cultura", "sigla": "SC"})


def numbered(desk: Desk) -> None:
    """Approve both actas, and annul one hearing."""
    settled(desk)
    for codigo in (PRIMERA, SEGUNDA):
        hearing = hearing_id(desk, codigo)
        desk.do(enviar_a_revision, audiencia_id=hearing)
        desk.do(aprobar_acta, audiencia_id=hearing, hoy=TODAY, evidencias=desk.folder)
    desk.do(anular_audiencia, id=hearing_id(desk, SEGUNDA), motivo="Se aplazó por la ola invernal")


def settings(
    section: str, prepare: Callable[[Desk], object] = settled, act: Callable[[AjustesScreen], object] = lambda _: None
) -> Callable[[MainWindow], object]:
    """Open a section of Ajustes, and wait until its sample is drawn."""

    def run(window: MainWindow) -> None:
        assert window.bases.desk is not None
        prepare(window.bases.desk)
        window.go("ajustes", section)
        screen = window.findChild(AjustesScreen)
        assert screen is not None
        pause(50)
        screen.seek(section)
        act(screen)
        for _ in range(200):
            pause(20)
            if not any(sample.busy for sample in screen.findChildren(Sample) if sample.isVisible()):
                return

    return run


def wrong_mail(screen: AjustesScreen) -> None:
    """Type an address without its end, and Enter."""
    line = screen.findChild(QLineEdit, "entidad_correo")
    assert line is not None
    line.setFocus()
    line.selectAll()
    type_text(line, "datos@puertosereno\n")


def newer_format(window: MainWindow) -> None:
    """Open the head of an acta whose entity has another format since."""
    assert window.bases.desk is not None
    settled(window.bases.desk)
    window.go("acta", f"{hearing_id(window.bases.desk, PRIMERA)}/encabezado")
    pause(400)


def emergency(desk: Desk) -> None:
    """Say the terms of a rule that the law does not have yet."""
    settled(desk)
    desk.do(agregar_termino, desde="2027-01-04")
    desk.do(corregir_termino, id="2027-01-04", valores={"general": 20, "norma": "Decreto municipal 18 de 2026"})


def nothing(_desk: Desk) -> None:
    """Leave the base as it is."""


AJUSTES = (
    Shot("ajustes_entidad", settings("entidad", act=wrong_mail)),
    Shot("ajustes_formatos", settings("formatos")),
    Shot("ajustes_numeros", settings("numeros", numbered)),
    Shot("ajustes_firmas", settings("firmas")),
    Shot("ajustes_dependencias", settings("dependencias")),
    Shot("ajustes_dias", settings("dias")),
    Shot("ajustes_terminos", settings("terminos", emergency)),
    Shot("acta_formato_nuevo", newer_format),
    Shot("ajustes_vacio", settings("formatos", nothing), empty=True),
    Shot("ajustes_entidad_vacia", settings("entidad", nothing), empty=True),
)
