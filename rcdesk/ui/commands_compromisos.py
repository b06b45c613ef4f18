"""What can be asked for in Compromisos."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

_PLACE: Final = "compromisos"
_LIST: Final = "lista_de_compromisos"

COMPROMISOS: Final = (
    Command("compromisos.nuevo", "Nuevo compromiso", "Ctrl+N", "plus", _PLACE, "new"),
    Command("compromisos.abrir", "Abrir el compromiso", "Return", "arrow-right", _PLACE, "", _LIST),
    Command("compromisos.avance", "Registrar avance", "Space", "check", _PLACE, "advance", _LIST),
    Command("compromisos.registrar", "Registrar lo escrito", "Return", "check", _PLACE, "", "avance_texto"),
    Command("compromisos.anterior", "Compromiso anterior", "Alt+Left", "chevron-left", _PLACE, "previous"),
    Command("compromisos.siguiente", "Compromiso siguiente", "Alt+Right", "chevron-right", _PLACE, "next"),
    Command("compromisos.volver", "Volver a la lista", "Esc", "list", _PLACE),
    Command("compromisos.buscar", "Buscar en los compromisos", "Ctrl+F", "search", _PLACE, "look_for"),
    Command("compromisos.exportar", "Exportar la lista", "Ctrl+E", "download", _PLACE, "export"),
    Command("compromisos.fecha", "Correr la fecha, con motivo", "", "calendar", _PLACE, "changing.when"),
    Command("compromisos.responsable", "Cambiar quién responde", "", "user", _PLACE, "changing.who"),
    Command("compromisos.cerrar", "Cerrar o abrir de nuevo", "", "square-check", _PLACE, "changing.end"),
    Command("compromisos.trasladar", "Trasladar a otra entidad", "", "corner-up-right", _PLACE, "changing.hand_over"),
    Command("compromisos.anular", "Anular el compromiso, con motivo", "Del", "trash-2", _PLACE, "annul", _LIST),
    Command("compromisos.oficios", "Guardar los oficios de requerimiento", "", "mail", _PLACE, "printing.save_letters"),
    Command(
        "compromisos.correos", "Guardar un correo para cada responsable", "", "mail", _PLACE, "printing.save_mails"
    ),
    Command("compromisos.hojas", "Guardar una hoja por responsable", "", "users", _PLACE, "printing.save_mine"),
    Command(
        "compromisos.calendario", "Guardar los vencimientos (.ics)", "", "calendar", _PLACE, "printing.save_calendar"
    ),
    Command("compromisos.ficha", "Guardar la ficha del compromiso", "", "file-text", _PLACE, "printing.save_sheet"),
    Command("compromisos.llevar", "Llevar los compromisos a Excel…", "", "download", _PLACE, "excel.take"),
    Command("compromisos.traer", "Traer de Excel…", "", "file-spreadsheet", _PLACE, "excel.choose_file"),
    Command("compromisos.pegar", "Pegar de Excel", "Ctrl+V", "clipboard-paste", _PLACE, "excel.paste"),
    Command(
        "compromisos.restaurar",
        "Restaurar el compromiso anulado",
        "Return",
        "history",
        _PLACE,
        "restore",
        "compromisos_anulados",
    ),
    Command("compromisos.hoy", "Volver al corte de hoy", "", "undo-2", _PLACE, "to_today"),
)
