"""What can be asked for in Cronograma."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

_PLAN: Final = "tabla_cronograma"
_GRID: Final = "tabla_indicadores"
_FOUND: Final = "tabla_avisos"

CRONOGRAMA: Final = (
    Command("cronograma.nueva", "Nueva actividad", "Ctrl+N", "plus", "cronograma", "new_activity"),
    Command("cronograma.abrir", "Ver la actividad", "Return", "panel-right", "cronograma", "", _PLAN),
    Command("cronograma.avance", "Registrar avance", "Space", "check", "cronograma", "advancing.register", _PLAN),
    Command(
        "cronograma.avance_en_barras",
        "Registrar avance",
        "Space",
        "check",
        "cronograma",
        "advancing.register",
        "tabla_gantt",
    ),
    Command(
        "cronograma.fijar", "Fijar la fecha en el día elegido", "F", "calendar", "cronograma", "", "mes_cronograma"
    ),
    Command("cronograma.mes", "Pasar de mes", "PgUp|PgDown", "calendar-days", "cronograma", "", "mes_cronograma"),
    Command("cronograma.atender", "Ir a atenderlo", "Return", "arrow-right", "cronograma", "", "tabla_vence"),
    Command("cronograma.imprimir", "Imprimir el cronograma", "Ctrl+P", "printer", "cronograma", "printing.print_out"),
    Command(
        "cronograma.guardar", "Guardar el cronograma (PDF, Word o Excel)", "", "download", "cronograma", "printing.save"
    ),
    Command(
        "cronograma.celda", "Escribir en la celda, o ver el indicador", "Return", "pen-line", "cronograma", "", _GRID
    ),
    Command(
        "cronograma.avance_en_cifras", "Registrar avance", "Space", "check", "cronograma", "advancing.register", _GRID
    ),
    Command("cronograma.rama", "Ir a la actividad", "Return", "arrow-right", "cronograma", "", "tabla_cascada"),
    Command("cronograma.plegar", "Plegar la etapa", "Left", "layers", "cronograma", "", _PLAN),
    Command("cronograma.subir", "Subir en su etapa", "Alt+Up", "arrow-up", "cronograma", "up"),
    Command("cronograma.bajar", "Bajar en su etapa", "Alt+Down", "arrow-down", "cronograma", "down"),
    Command("cronograma.anular", "Anular la actividad, con motivo", "Del", "trash-2", "cronograma", "annul", _PLAN),
    Command("cronograma.restaurar", "Restaurar la actividad", "", "history", "cronograma", "restore"),
    Command("cronograma.etapa", "Agregar etapa", "", "layers", "cronograma", "new_stage"),
    Command("cronograma.datos", "Datos del plan", "", "pen-line", "cronograma", "edit_plan"),
    Command("cronograma.plan", "Nuevo plan", "", "plus", "cronograma", "new_plan"),
    Command("cronograma.llevar", "Llevar el plan a Excel…", "Ctrl+E", "download", "cronograma", "excel.take"),
    Command("cronograma.traer", "Traer de Excel…", "", "file-spreadsheet", "cronograma", "excel.choose_file"),
    Command("cronograma.pegar", "Pegar de Excel", "Ctrl+V", "clipboard-paste", "cronograma", "excel.paste"),
    Command("cronograma.corregir", "Ir a corregirlo", "Return", "arrow-right", "cronograma", "", _FOUND),
    Command("cronograma.descartar", "Descartar el aviso, con motivo", "X", "ban", "cronograma", "", _FOUND),
)
