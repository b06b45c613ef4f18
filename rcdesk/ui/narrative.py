"""A narrative column on screen: blocks that save when each is left, and pictures that go with them into the base."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rcdesk.domain.bloques import con_contenido
from rcdesk.domain.registro import Bloque, Figura
from rcdesk.ui.kit.blocks_editor import BlocksEditor, Shelf
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.screen import Screen
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.evidencias import encontrar
from rcdesk.work.figuras import Imagen, guardar_imagen
from rcdesk.work.narrativa import editar_narrativa


class Narrative:
    """The editor of one column of a table, and the form that saves it."""

    def __init__(self, screen: Screen, tabla: str, campo: str, placeholder: str) -> None:
        self._desk, self._tabla, self._campo = screen.desk, tabla, campo
        self._fresh: dict[str, Adjunto] = {}
        self.editor = BlocksEditor(placeholder=placeholder, shelf=Shelf(self._keep, self._find))
        self.form = Form(screen, f"{tabla}_{campo}", self._save)

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        blocks: Sequence[Bloque] = values[self._campo]
        named = {block.archivo for block in con_contenido(blocks) if isinstance(block, Figura)}
        with self._desk.own_step(self.editor.whole):
            self._desk.do(
                editar_narrativa,
                tabla=self._tabla,
                id=key,
                campo=self._campo,
                bloques=blocks,
                seen=seen.get(self._campo),
                adjuntos=[adjunto for ruta, adjunto in self._fresh.items() if ruta in named],
            )

    def _keep(self, imagen: Imagen) -> str:
        known = self._desk.ask(listar_adjuntos) | {ruta: fresh.sha256 for ruta, fresh in self._fresh.items()}
        adjunto = guardar_imagen(self._desk.folder, imagen, known)
        self._fresh[adjunto.ruta] = adjunto
        return adjunto.ruta

    def _find(self, ruta: str) -> Path | None:
        known = self._desk.ask(listar_adjuntos) | {ruta: fresh.sha256 for ruta, fresh in self._fresh.items()}
        return encontrar(self._desk.folder, ruta, known)
