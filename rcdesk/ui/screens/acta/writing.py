"""A narrative that is written here: its blocks, its pictures, and what is being typed, shown on the pages at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from rcdesk.domain.palabras_del_acta import DATO
from rcdesk.domain.partes import datos_de
from rcdesk.domain.registro import Bloque, Figura
from rcdesk.ui.kit.blocks.told import Told
from rcdesk.ui.kit.blocks_editor import BlocksEditor, Shelf
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.acta.figures import part_words
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.evidencias import encontrar
from rcdesk.work.figuras import Imagen, guardar_imagen
from rcdesk.work.vista_previa import EnCurso

Blocks = tuple[Bloque, ...]
Save = Callable[[str, Blocks, Blocks | None, tuple[Adjunto, ...]], object]
"""Stores blocks under a key, given those that were seen and the files that they name."""


class Writing(QObject):
    """Ties a `BlocksEditor` to the column `campo` of `tabla`. `field` is what goes in a layout."""

    typing = Signal(object)  # EnCurso, or None when it was saved

    def __init__(
        self, screen: Screen, name: str, place: tuple[str, str], save: Save, *, label: str, placeholder: str
    ) -> None:
        super().__init__(screen)
        self._screen, self._save = screen, save
        self._tabla, self._campo = place
        self._taken: dict[str, Adjunto] = {}
        self._known: dict[str, str] = {}
        datos = [(dato, words) for dato, words in DATO.items()]
        shelf = Shelf(self._keep, self._find)
        self.editor = BlocksEditor(placeholder=placeholder, shelf=shelf, datos=datos)
        self.field = Field(label, self.editor)
        self.form = Form(screen, name, self._store)
        self.form.bind(self._campo, self.field, shown=_shown, stored=tuple)
        self.editor.edited.connect(self._tell)

    def show(self, key: str, row: object) -> None:
        """Show the narrative of a record."""
        self._known = self._screen.desk.ask(listar_adjuntos)
        self.form.show(key, row)

    def tell(self, estado: EstadoDelActa) -> None:
        """Know the figures of now; beside a part that is figures, only percentages of them are right."""
        contra = estado.datos.cotejo
        junto_a = tuple(datos_de(self.editor.value()))  # once: a part put in or taken out is saved, and told, at once

        def against(bloque: Bloque) -> str:
            return " ".join(map(str, contra.bloque(bloque, junto_a=junto_a)))

        self.editor.tell(Told(contra.frases, part_words(estado.datos), against))

    def leave(self) -> None:
        """Save what is unsaved and let go of the record."""
        self.form.leave()

    def _tell(self) -> None:
        if self.form.key:
            self.typing.emit(EnCurso(self._tabla, self.form.key, self._campo, self.editor.value()))

    def _store(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        blocks: Blocks = values[self._campo]
        used = {block.archivo for block in blocks if isinstance(block, Figura)}
        with self._screen.desk.own_step(self.editor.whole):
            self._save(key, blocks, seen.get(self._campo), tuple(a for ruta, a in self._taken.items() if ruta in used))
        self.typing.emit(None)

    def _keep(self, imagen: Imagen) -> str:
        taken = {ruta: adjunto.sha256 for ruta, adjunto in self._taken.items()}
        adjunto = guardar_imagen(self._screen.desk.folder, imagen, {**self._known, **taken})
        self._taken[adjunto.ruta] = adjunto
        return adjunto.ruta

    def _find(self, ruta: str) -> Path | None:
        taken = {name: adjunto.sha256 for name, adjunto in self._taken.items()}
        return encontrar(self._screen.desk.folder, ruta, {**self._known, **taken})


def _shown(value: Blocks | None) -> Blocks:
    return value or ()
