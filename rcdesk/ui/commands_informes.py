"""What can be asked for in Informes."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

_PAGES: Final = "paginas_del_informe"

INFORMES: Final = (
    Command("informes.exportar", "Exportar las cifras a Excel", "Ctrl+E", "download", "informes", "outputs.save_sheet"),
    Command("informes.vista_previa", "Ver el informe como se imprime", "", "eye", "informes", "preview_report"),
    Command("informes.imprimir", "Imprimir el informe", "Ctrl+P", "printer", "informes", "outputs.print_out"),
    Command("informes.pdf", "Guardar el informe en PDF", "", "download", "informes", "outputs.save_pdf"),
    Command("informes.word", "Guardar el informe en Word (DOCX)", "", "file-text", "informes", "outputs.save_word"),
    Command(
        "informes.abiertos",
        "Guardar los datos abiertos de la base",
        "",
        "database",
        "informes",
        "outputs.save_open_data",
    ),
    Command("informes.volver", "Volver a las cifras", "Esc", "arrow-left", "informes", "", _PAGES),
    Command(
        "informes.aviso", "Ir al aviso de ese número, del 1 al 5", "1|2|3|4|5", "triangle-alert", "informes", "", _PAGES
    ),
)
