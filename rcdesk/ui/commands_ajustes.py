"""What can be asked for in Ajustes; `commands.py` joins them all."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

_LIST: Final = "lista_habituales"

AJUSTES: Final = (
    Command("ajustes.entidad", "Escribir los datos de la entidad", "", "building-2", "ajustes", "show_entity"),
    Command("ajustes.formatos", "Ver los formatos documentales", "", "file-text", "ajustes", "show_formats"),
    Command("ajustes.numeros", "Ver el libro de números", "", "hash", "ajustes", "show_numbers"),
    Command("ajustes.firmas", "Escribir quiénes firman siempre", "", "pen-line", "ajustes", "show_signers"),
    Command("ajustes.dias", "Ver los días no hábiles", "", "calendar", "ajustes", "show_days"),
    Command(
        "ajustes.terminos",
        "Términos de ley: calcular un vencimiento",
        "",
        "alarm-clock",
        "ajustes",
        "show_terms",
    ),
    Command("ajustes.agregar", "Agregar uno a la lista", "Ctrl+N", "plus", "ajustes", "new_line"),
    Command("ajustes.version", "Versión nueva del formato", "", "copy", "ajustes", "new_version"),
    Command("ajustes.siguiente", "Sección siguiente", "Ctrl+PgDown", "chevron-right", "ajustes", "next_section"),
    Command("ajustes.anterior", "Sección anterior", "Ctrl+PgUp", "chevron-left", "ajustes", "previous_section"),
    Command("ajustes.subir", "Subir la línea", "Alt+Up", "arrow-up", "ajustes", "", _LIST),
    Command("ajustes.bajar", "Bajar la línea", "Alt+Down", "arrow-down", "ajustes", "", _LIST),
    Command("ajustes.retirar", "Retirar la línea", "Del", "trash-2", "ajustes", "", _LIST),
)
