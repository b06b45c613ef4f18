"""What can be asked for in Registro: part of the one list of `commands.py`."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

PAREJA: Final = "pareja"
FILAS: Final = "filas_de_personas"
FOLIO: Final = "renglones_del_folio"
REGISTRO: Final = (
    Command("registro.ingresar", "Registrar el ingreso", "Return", "check", "registro", "", "buscar_persona"),
    Command("registro.nueva", "Persona nueva", "Ins", "user-plus", "registro", "door.new_person", "buscar_persona"),
    Command(
        "registro.reingreso", "Reingreso: salió y vuelve a entrar", "Ctrl+1", "undo-2", "registro", "door.come_back"
    ),
    Command(
        "registro.aparte",
        "Registrar aparte, con la misma cédula",
        "Ctrl+2",
        "user-plus",
        "registro",
        "door.register_apart",
    ),
    Command("registro.error", "El ingreso fue un error: anularlo", "Ctrl+3", "trash-2", "registro", "door.annul_told"),
    Command("registro.salida", "Anotar salida", "Ctrl+4", "corner-up-right", "registro", "door.go_out"),
    Command("registro.probar", "Probar el lector", "", "scan-line", "registro", "reader.probe"),
    Command(
        "registro.directo",
        "Ingresar sin Enter al leer tarjetas QR: encender o apagar",
        "",
        "qr-code",
        "registro",
        "reader.switch_straight",
    ),
    Command("registro.sonido", "Sonido al registrar: encender o apagar", "", "volume-2", "registro", "door.sound"),
    Command(
        "registro.anular", "Anular el registro, con motivo", "Del", "trash-2", "registro", "roll.annul", "personas"
    ),
    Command("registro.traer", "Traer una lista de personas", "", "upload", "registro", "batch.choose_file"),
    Command(
        "registro.exportar",
        "Exportar la lista (Excel o CSV)",
        "",
        "file-spreadsheet",
        "registro",
        "exporting.save_list",
    ),
    Command(
        "registro.contactos",
        "Exportar los contactos que autorizaron",
        "",
        "mail",
        "registro",
        "exporting.save_contacts",
    ),
    Command("registro.retomar", "Volver a la lista que se dejó", "", "history", "registro", "batch.recover"),
    Command("registro.saltar", "Saltar la fila, o tomarla", "Space", "eye-off", "registro", "batch.skip", FILAS),
    Command("registro.base", "Queda lo de la base", "1", "database", "registro", "batch.keep_base", FILAS),
    Command("registro.archivo", "Queda lo del archivo", "2", "file-text", "registro", "batch.keep_file", FILAS),
    Command("registro.demas", "Lo mismo para las otras", "L", "layers", "registro", "batch.same_for_rest", FILAS),
    Command("registro.por_decidir", "Siguiente por decidir", "N", "skip-forward", "registro", "batch.next_open", FILAS),
    Command("registro.folio", "Transcribir un folio firmado", "Ctrl+L", "pen-line", "registro", "folios.resume"),
    Command("registro.folio_mas", "Folio siguiente", "Ctrl+PgDown", "chevron-right", "registro", "folios.next_sheet"),
    Command("registro.folio_menos", "Folio anterior", "Ctrl+PgUp", "chevron-left", "registro", "folios.previous_sheet"),
    Command("registro.folio_ilegible", "Firma ilegible", "/", "circle-help", "registro", "", FOLIO),
    Command("registro.folio_si", "Autoriza sus datos", "S", "check", "registro", "", FOLIO),
    Command("registro.folio_no", "No autoriza sus datos", "N", "ban", "registro", "", FOLIO),
    Command("registro.folio_vacio", "Renglón vacío", "-", "circle", "registro", "", FOLIO),
    Command("registro.folio_igual", "Como la de arriba", "=", "copy", "registro", "", FOLIO),
    Command("registro.folio_hasta", "Repetir hasta abajo", "Ctrl+Down", "arrow-down", "registro", "", FOLIO),
    Command("registro.folio_cerrar", "Cerrar el folio", "Ctrl+Return", "check", "registro", "", FOLIO),
    Command("registro.lista", "Guardar el listado (PDF)", "", "printer", "registro", "printing.save_list"),
    Command("registro.imprimir", "Imprimir el listado", "", "printer", "registro", "printing.print_list"),
    Command("registro.hojas", "Guardar las hojas en blanco (PDF)", "", "printer", "registro", "printing.save_sheets"),
    Command("registro.hojas_a", "Imprimir las hojas en blanco", "", "printer", "registro", "printing.print_sheets"),
    Command("registro.tarjetas", "Guardar las tarjetas QR (PDF)", "", "qr-code", "registro", "printing.save_cards"),
    Command("registro.tarjetas_a", "Imprimir las tarjetas QR", "", "qr-code", "registro", "printing.print_cards"),
    Command("registro.kit", "Guardar el kit de contingencia (PDF)", "", "printer", "registro", "printing.save_kit"),
    Command("registro.kit_a", "Imprimir el kit de contingencia", "", "printer", "registro", "printing.print_kit"),
    Command("registro.preguntas", "Qué se pregunta de las personas", "", "circle-help", "registro", "asking.fields"),
    Command("registro.autorizacion", "Texto de autorización de datos", "", "file-text", "registro", "asking.text"),
    Command(
        "registro.repetidas",
        "Personas que pueden estar dos veces",
        "R",
        "git-merge",
        "registro",
        "doubles.look",
        "personas",
    ),
    Command("registro.queda_primera", "Queda la primera", "1", "check", "registro", "doubles.first", PAREJA),
    Command("registro.queda_segunda", "Queda la segunda", "2", "check", "registro", "doubles.second", PAREJA),
    Command(
        "registro.dato_primera",
        "Este dato, de la primera",
        "Left",
        "arrow-left",
        "registro",
        "doubles.take_first",
        PAREJA,
    ),
    Command(
        "registro.dato_segunda",
        "Este dato, de la segunda",
        "Right",
        "arrow-right",
        "registro",
        "doubles.take_second",
        PAREJA,
    ),
    Command("registro.unir", "Unir las dos en una", "Return", "git-merge", "registro", "doubles.join", PAREJA),
    Command("registro.no_son", "No son la misma persona", "X", "x", "registro", "doubles.tell_apart", PAREJA),
    Command("registro.pareja", "Pareja siguiente", "N", "skip-forward", "registro", "doubles.next", PAREJA),
    Command(
        "registro.organizaciones", "Organizaciones", "O", "building-2", "registro", "organizations.look", "personas"
    ),
    Command(
        "registro.marcar", "Marcar para unir", "Space", "check", "registro", "organizations.mark", "organizaciones"
    ),
    Command(
        "registro.unir_organizaciones",
        "Unir con las marcadas, o con la parecida",
        "Return",
        "git-merge",
        "registro",
        "organizations.join",
        "organizaciones",
    ),
    Command(
        "registro.separar",
        "Separar sus otros nombres",
        "S",
        "scissors",
        "registro",
        "organizations.part",
        "organizaciones",
    ),
)
