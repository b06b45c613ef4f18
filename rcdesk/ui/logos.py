"""The picture that a person chose as a logo, kept with the base."""

from __future__ import annotations

from pathlib import Path

from rcdesk.app.desk import Desk
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.figuras import guardar_imagen, preparar


def keep_logo(desk: Desk, path: Path | None) -> Adjunto | None:
    """Keep a picture in the base, fit to be printed, and return how the records call it; None stays None.

    RuleError when it is not a picture that can be printed; StoreError when it cannot be read or kept.
    """
    return guardar_imagen(desk.folder, preparar(path), desk.ask(listar_adjuntos)) if path is not None else None
