"""Entidad: written once, printed in every document."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QBoxLayout, QWidget

from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.logo import Logo
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.logos import keep_logo
from rcdesk.ui.screens.ajustes.sample import Sample
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.entidad import editar_entidad, poner_logo_de_la_entidad, ver_entidad
from rcdesk.work.evidencias import encontrar

_KEY: Final = "entidad"  # there is one, also before it is written


class EntitySection(Section):
    """The fields, the logo, and the head of an acta as it prints."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._form = Form(screen, "entidad", self._save)
        self._logo = Logo("logo_de_la_entidad", "Escudo o logo", "Sin imagen", pictured=True)
        self._logo.chosen.connect(self.put_logo)
        self.sample = Sample(screen.desk)
        beside = row((self._fields(), 1), self._logo, gap=28)
        if look().large:
            beside.setDirection(QBoxLayout.Direction.TopToBottom)
        said = row(PlainLabel("Así se imprime", "label", "ink2"), None, gap=8)
        said.addWidget(PlainLabel("las actas ya aprobadas no cambian", "caption", "ink2"))
        self.lay(
            "Entidad",
            "Se escribe una vez y sale en todos los documentos.",
            body=(beside, 2, Rule(), 2, said, self.sample),
        )

    def refresh(self) -> None:
        entidad, desk = self.ask(ver_entidad), self.screen_of.desk
        self._form.show(_KEY, entidad)
        path = encontrar(desk.folder, entidad.logo, self.ask(listar_adjuntos)) if entidad.logo else None
        self._logo.show_logo(entidad.logo, path)
        self.sample.show_format("")

    def leave(self) -> None:
        self._form.leave()

    def put_logo(self, path: Path | None) -> None:
        """Head the documents with a picture, or with none."""
        desk = self.screen_of.desk
        with self.screen_of.attempt():
            desk.do(poner_logo_de_la_entidad, adjunto=keep_logo(desk, path))

    def _fields(self) -> QWidget:
        return Flow(
            (self._line("nombre", "Nombre como se imprime", "Alcaldía de Puerto Sereno"), 6),
            (self._line("sigla", "Sigla", "APS"), 2),
            (self._line("nit", "NIT", "890.399.000-1"), 4),
            (self._line("departamento", "Departamento"), 3),
            (self._line("municipio", "Municipio"), 3),
            (self._line("sitio_web", "Página", "puertosereno.gov.co"), 3),
            (self._line("correo", "Correo", "contacto@puertosereno.gov.co"), 3),
            units=6,
        )

    def _line(self, campo: str, label: str, example: str = "") -> Field:
        return self._form.bind(campo, Field(label, Line(placeholder=example)), stored=or_none)

    def _save(self, _key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.screen_of.desk.do(editar_entidad, valores=values, seen=seen)
