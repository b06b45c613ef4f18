"""What can be asked for in Ajustes; `commands.py` joins them all."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

AJUSTES: Final = (
    Command("ajustes.agregar", "Agregar uno a la lista", "Ctrl+N", "plus", "ajustes", "new_line"),
    Command("ajustes.version", "Versión nueva del formato", "", "copy", "ajustes", "new_version"),
    Command("ajustes.siguiente", "Sección siguiente", "Ctrl+PgDown", "chevron-right", "ajustes", "next_section"),
    Command("ajustes.anterior", "Sección anterior", "Ctrl+PgUp", "chevron-left", "ajustes", "previous_section"),
)
