"""«Probar el lector»: how what it types arrives, and whether it would be read; never what it said."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from rcdesk.i18n import plural
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.scanner import QUICK, Medida, Scanner

_ABOUT: Final = "Aquí se mide cómo escribe el lector. Lo que lee no se guarda ni se muestra, y no registra a nadie."
_FEW: Final = 4  # letters: nobody knows the pace of fewer
_KINDS: Final = {
    "codigo": "Una tarjeta o una hoja de rcdesk",
    "amarilla": "Una cédula amarilla",
    "mrz": "Una cédula digital",
}
_ENDS: Final = {"Enter": "Termina en Enter", "Tab": "Termina en Tab", "": "No termina en Enter: también sirve"}


class Trying(Dialog):
    """While it is open, nothing that is typed is kept or registered. Esc closes it."""

    def __init__(self, parent: QWidget, scanner: Scanner) -> None:
        self._glyph = Glyph("scan-line", "ink2", 28)
        self._verdict = named("prueba_veredicto", PlainLabel("Pase una tarjeta o una cédula", "title", wrap=True))
        self._how = named("prueba_detalle", PlainLabel("Esperando al lector…", "body", "ink2", wrap=True))
        well = Well()
        words = column(self._verdict, self._how, gap=4)
        well.setLayout(row(column(self._glyph, None), (words, 1), margins=(18, 16, 18, 16), gap=14))
        super().__init__(
            parent,
            "Probar el lector",
            (_ABOUT,),
            well,
            icon="scan-line",
        )
        self.setObjectName("prueba_del_lector")
        close = named("cerrar_prueba", self.add_button("Cerrar", "primary", key="Esc"))
        close.clicked.connect(self.accept)
        self._scanner = scanner
        scanner.measured.connect(self._show)
        scanner.probe(True)
        self.finished.connect(lambda _how: scanner.probe(False))

    def _show(self, measure: Medida) -> None:
        slow = measure.pausa > QUICK or measure.letras < _FEW
        if slow:
            icon, tone, verdict = "keyboard", "ink2", "Eso lo escribieron unos dedos"
        elif measure.legible and measure.clase is not None:
            icon, tone, verdict = "circle-check", "ok", f"{_KINDS[measure.clase]}: se lee bien"
        elif measure.clase is not None:
            icon, tone, verdict = "circle-alert", "danger", f"{_KINDS[measure.clase]}, pero no se leyó bien"
        else:
            icon, tone, verdict = "circle-help", "warn", "El lector funciona, pero eso no es una cédula ni una tarjeta"
        self._glyph.set_glyph(icon, tone)
        self._verdict.setText(verdict)
        self._how.setText(
            f"{plural(measure.letras, 'letra', 'letras')}, una cada {measure.pausa} milésimas de segundo "
            f"(la pausa más larga, {measure.mayor}). {_ENDS[measure.final]}."
        )
