"""Everything a person can ask for, as data: shortcuts, palette (Ctrl+K) and key sheet (F1) come from this one list.

To add yours: one tuple per place, in the order of the F1 sheet, and its name in `COMMANDS` at the foot.
"""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import HEARING, ORDER, WINDOW, Command
from rcdesk.ui.commands_acta import ACTA, CIERRE, ENCUESTA
from rcdesk.ui.commands_ajustes import AJUSTES
from rcdesk.ui.commands_compromisos import COMPROMISOS
from rcdesk.ui.commands_cronograma import CRONOGRAMA
from rcdesk.ui.commands_informes import INFORMES
from rcdesk.ui.commands_registro import FILAS, FOLIO, PAREJA, REGISTRO

__all__ = ["AUDIENCIA", "COMMANDS", "HEADINGS", "HEARING", "ORDER", "WINDOW", "Command"]

TABLES: Final = "tablas"
"""Not one list but any: the kit's tables mind these keys."""
EVERYWHERE: Final = (
    Command("ventana.buscar", "Buscar en todo", "Ctrl+K", "search", WINDOW, "finder.find"),
    Command("ventana.deshacer", "Deshacer", "Ctrl+Z", "undo-2", WINDOW, "undoing.undo"),
    Command("ventana.rehacer", "Rehacer", "Ctrl+Y|Ctrl+Shift+Z", "redo-2", WINDOW, "undoing.redo"),
    Command("ventana.teclas", "Teclas que funcionan ahora", "F1", "keyboard", WINDOW, "finder.show_keys"),
    Command("ventana.claro", "Tema claro", "", "eye", WINDOW, "dressing.claro"),
    Command("ventana.oscuro", "Tema oscuro", "", "eye", WINDOW, "dressing.oscuro"),
    Command("ventana.contraste", "Tema de alto contraste", "", "eye", WINDOW, "dressing.contraste"),
    Command("ventana.texto_mas", "Texto más grande", "Ctrl++|Ctrl+=", "zoom-in", WINDOW, "dressing.larger"),
    Command("ventana.texto_menos", "Texto más pequeño", "Ctrl+-", "zoom-out", WINDOW, "dressing.smaller"),
    Command("ventana.ejemplo", "Ver el ejemplo", "", "book-open", WINDOW, "open_example"),
    Command("ventana.abrir", "Abrir una base…", "Ctrl+O", "folder-open", WINDOW, "choose_base"),
    Command("ventana.mi_base", "Volver a mi base", "", "hard-drive", WINDOW, "open_own"),
    Command("ventana.copia", "Hacer una copia de seguridad ahora", "", "save", WINDOW, "bases.back_up"),
    Command("tabla.todas", "Elegir todas las filas", "Ctrl+A", "list", WINDOW, "", TABLES),
    Command("tabla.copiar", "Copiar las filas para Excel", "Ctrl+C", "copy", WINDOW, "", TABLES),
    Command("tabla.exportar", "Exportar lo que se ve a Excel", "Ctrl+E", "download", WINDOW, "", TABLES),
    Command("ventana.salir", "Salir", "Ctrl+Q", "x", WINDOW, "close"),
)

AUDIENCIA: Final = (
    Command("audiencia.convocar", "Marcar convocada", "", "calendar-days", HEARING, "convene"),
    Command("audiencia.iniciar", "Iniciar la audiencia", "", "radio", HEARING, "start"),
    Command("audiencia.cerrar", "Cerrar la audiencia", "", "lock", HEARING, "finish"),
    Command("audiencia.reabrir", "Reabrir la audiencia", "", "history", HEARING, "reopen"),
    Command("audiencia.planeada", "Volver a planeada", "", "undo-2", HEARING, "plan"),
    Command("audiencia.cancelar", "Cancelar la audiencia: no se realizará", "", "ban", HEARING, "call_off"),
)

AUDIENCIAS: Final = (
    Command("audiencias.nueva", "Nueva audiencia", "Ctrl+N", "plus", "audiencias", "new_hearing"),
    Command("audiencias.abrir", "Abrir la audiencia", "Return", "arrow-right", "audiencias", "", "lista_audiencias"),
    Command("audiencias.copiar", "Nueva audiencia a partir de esta", "", "copy", "audiencias", "copy"),
    Command("audiencias.calendario", "Guardar para el calendario", "", "calendar-days", "audiencias", "save_calendar"),
    Command(
        "audiencias.anular",
        "Anular la audiencia, con motivo",
        "Del",
        "trash-2",
        "audiencias",
        "annul",
        "lista_audiencias",
    ),
)

_PREPARACION: Final = "preparacion"
PREPARACION: Final = (
    Command("preparacion.siguiente", "Parte siguiente", "Ctrl+PgDown", "chevron-right", _PREPARACION, "next_part"),
    Command("preparacion.anterior", "Parte anterior", "Ctrl+PgUp", "chevron-left", _PREPARACION, "previous_part"),
    Command("preparacion.abrir", "Ver la línea elegida", "Return", "panel-right", _PREPARACION),
    Command("preparacion.subir", "Subir la línea", "Alt+Up", "arrow-up", _PREPARACION, "move_up"),
    Command("preparacion.bajar", "Bajar la línea", "Alt+Down", "arrow-down", _PREPARACION, "move_down"),
    Command("preparacion.meter", "Meter la sección en la anterior", "Alt+Right", "arrow-right", _PREPARACION),
    Command("preparacion.sacar", "Sacar la sección", "Alt+Left", "arrow-left", _PREPARACION),
    Command("preparacion.retirar", "Retirar la línea", "Del", "trash-2", _PREPARACION),
    Command("preparacion.negrita", "Negrita en el texto", "Ctrl+B", "bold", _PREPARACION),
    Command("preparacion.datos", "Ir a Datos", "", "clipboard-list", _PREPARACION, "show_datos"),
    Command("preparacion.orden", "Ir al Orden del día", "", "list-ordered", _PREPARACION, "show_orden"),
    Command("preparacion.temas", "Ir a Temas", "", "layers", _PREPARACION, "show_temas"),
    Command("preparacion.informacion", "Ir a Información", "", "book-open", _PREPARACION, "show_informacion"),
    Command("preparacion.convocatoria", "Ir a Convocatoria", "", "mail", _PREPARACION, "show_convocatoria"),
    Command("preparacion.equipo", "Ir a Equipo", "", "users", _PREPARACION, "show_equipo"),
    Command("preparacion.ultima_vez", "De la última vez", "", "history", _PREPARACION, "last_time.open"),
    Command("preparacion.accesibilidad", "Ir a Accesibilidad", "", "accessibility", _PREPARACION, "show_accesibilidad"),
)

_COLA: Final = "cola_preguntas"
_LINEAS: Final = "lineas_por_decidir"
EN_VIVO: Final = (
    Command("en_vivo.guardar", "Guardar la pregunta y seguir", "Return", "check", "en_vivo", "", "linea_captura"),
    Command("en_vivo.renglon", "Otro renglón", "Shift+Return", "text-cursor-input", "en_vivo", "", "linea_captura"),
    Command("en_vivo.confirmar", "Confirmar lo que la línea propone", "Tab", "check", "en_vivo", "", "linea_captura"),
    Command("en_vivo.modo", "Captura o cola", "Esc", "list", "en_vivo"),
    Command("en_vivo.autor", "Autor", "F2", "user", "en_vivo", "fill_author"),
    Command("en_vivo.tema", "Tema", "F3", "hash", "en_vivo", "fill_topic"),
    Command("en_vivo.dependencia", "Dependencia", "F4", "building-2", "en_vivo", "fill_office"),
    Command("en_vivo.tipo", "Tipo de pregunta", "F6", "tag", "en_vivo", "fill_kind"),
    Command("en_vivo.canal", "Canal", "F7", "message-circle", "en_vivo", "fill_channel"),
    Command(
        "en_vivo.verbal",
        "Respondida verbalmente",
        "Ctrl+Return|Space",
        "check",
        "en_vivo",
        "hand.answered_aloud",
        _COLA,
    ),
    Command("en_vivo.responder", "Escribir la respuesta", "F8", "pen-line", "en_vivo", "hand.write_answer"),
    Command("en_vivo.compromiso", "Convertir en compromiso", "F9|C", "handshake", "en_vivo", "hand.promise", _COLA),
    Command("en_vivo.agrupar", "Agrupar con otra", "Ctrl+M|M", "layers", "en_vivo", "group", _COLA),
    Command("en_vivo.incidente", "Anotar un incidente o receso", "Ctrl+I", "triangle-alert", "en_vivo", "run.incident"),
    Command("en_vivo.aprobar", "Aprobar la pregunta", "A", "check", "en_vivo", "hand.approve", _COLA),
    Command("en_vivo.improcedente", "No procede, con motivo", "X", "ban", "en_vivo", "hand.out_of_place", _COLA),
    Command("en_vivo.desagrupar", "Desagrupar", "Shift+M", "layers", "en_vivo", "hand.ungroup", _COLA),
    Command("en_vivo.subir", "Subir en la cola", "Alt+Up", "arrow-up", "en_vivo", "hand.up", _COLA),
    Command("en_vivo.bajar", "Bajar en la cola", "Alt+Down", "arrow-down", "en_vivo", "hand.down", _COLA),
    Command("en_vivo.buscar", "Buscar en las preguntas", "Ctrl+F", "search", "en_vivo", "look_for"),
    Command("en_vivo.nuevas", "Ver las nuevas", "R", "plus", "en_vivo", "take_news", _COLA),
    Command("en_vivo.captura", "Volver a captura", "I", "text-cursor-input", "en_vivo", "to_capture", _COLA),
    Command("en_vivo.anular", "Anular la pregunta, con motivo", "Del", "trash-2", "en_vivo", "hand.annul", _COLA),
    Command("en_vivo.redactar", "Siguiente por redactar", "Ctrl+F8", "skip-forward", "en_vivo", "pen.next_owed"),
    Command("en_vivo.historia", "Historia de la pregunta", "Ctrl+H", "history", "en_vivo", "pen.history"),
    Command("en_vivo.grabacion", "La grabación empieza ahora", "", "timer", "en_vivo", "pen.start_recording"),
    Command("en_vivo.abreviaturas", "Abreviaturas", "", "text-cursor-input", "en_vivo", "pen.abbreviations"),
    Command(
        "en_vivo.mostrar", "Proyectar en pantalla", "F5|Return", "monitor", "en_vivo", "projection.show_hand", _COLA
    ),
    Command("en_vivo.apagar", "Apagar la pantalla", "Shift+F5", "monitor-off", "en_vivo", "projection.blank"),
    Command("en_vivo.preparar", "Preparar como siguiente", "Ctrl+F5", "list-ordered", "en_vivo", "projection.stage"),
    Command("en_vivo.poner", "Mostrar la siguiente", "Ctrl+Shift+F5", "skip-forward", "en_vivo", "projection.push"),
    Command("en_vivo.pantallas", "Proyector y tarima", "F11", "monitor-play", "en_vivo", "projection.look"),
    Command("en_vivo.cierre", "Qué falta para cerrar", "F12", "shield-check", "en_vivo", "closing.look"),
    Command("en_vivo.reabrir", "Volver a pendiente", "", "undo-2", "en_vivo", "hand.reopen"),
    Command("en_vivo.retener", "Retener la pregunta", "", "pause", "en_vivo", "hand.hold"),
    Command("en_vivo.revisar", "Volver a revisión", "", "eye", "en_vivo", "hand.review_again"),
    Command("en_vivo.asignar", "Asignar a una dependencia", "", "user-check", "en_vivo", "hand.assign"),
    Command("en_vivo.aplazar", "Aplazar la pregunta", "", "clock", "en_vivo", "hand.postpone"),
    Command("en_vivo.pendiente", "Dejar pendiente", "", "clock", "en_vivo", "hand.leave_pending"),
    Command("en_vivo.trasladar", "Trasladar a otra entidad", "", "corner-up-right", "en_vivo", "hand.hand_over"),
    Command("en_vivo.pegar", "Pegar un chat copiado", "Ctrl+Shift+V", "clipboard-paste", "en_vivo", "batch.paste"),
    Command("en_vivo.recuperar_pegado", "Recuperar el último pegado", "", "history", "en_vivo", "batch.recover"),
    Command(
        "en_vivo.importar",
        "Importar preguntas de un archivo…",
        "",
        "file-spreadsheet",
        "en_vivo",
        "batch.choose_file",
    ),
    Command("en_vivo.saltar", "Saltar la línea, o tomarla", "Space", "eye-off", "en_vivo", "batch.skip", _LINEAS),
    Command("en_vivo.unir", "Unir la línea, o separarla", "M", "git-merge", "en_vivo", "batch.join", _LINEAS),
    Command("en_vivo.anonima", "Línea anónima", "A", "user", "en_vivo", "batch.anonymous", _LINEAS),
    Command("en_vivo.partir", "Partir la línea en dos", "Shift+Return", "scissors", "en_vivo", "batch.split", _LINEAS),
    Command(
        "en_vivo.por_revisar",
        "Siguiente línea por revisar",
        "Return",
        "skip-forward",
        "en_vivo",
        "batch.next_open",
        _LINEAS,
    ),
    Command("en_vivo.guardar_lineas", "Guardar las líneas", "Ctrl+Return", "check", "en_vivo", "", _LINEAS),
)

_SPEAKERS: Final = "oradores"
MARCHA: Final = (
    Command("marcha.ver", "Marcha: puntos y reloj", "F10", "list-ordered", "en_vivo", "run.open"),
    Command(
        "marcha.siguiente", "Pasar al punto siguiente", "Ctrl+PgDown", "chevron-right", "en_vivo", "run.next_point"
    ),
    Command(
        "marcha.anterior", "Volver al punto anterior", "Ctrl+PgUp", "chevron-left", "en_vivo", "run.previous_point"
    ),
    Command("marcha.reloj", "Pausar o seguir el reloj", "Ctrl+T", "pause", "en_vivo", "run.clock"),
    Command("marcha.minuto", "Dar un minuto más", "Ctrl+Shift+T", "timer", "en_vivo", "run.more_time"),
    Command("marcha.oradores", "Quién pide la palabra: oradores", "", "mic", "en_vivo", "run.speakers"),
    Command("marcha.palabra", "Dar la palabra al siguiente", "Ctrl+D", "mic", "en_vivo", "run.next_speaker"),
    Command("marcha.terminar", "Terminar el turno", "Ctrl+Shift+F", "check", "en_vivo", "run.finish_turn"),
    Command(
        "marcha.devolver", "Devolver la palabra al último", "Ctrl+Shift+D", "undo-2", "en_vivo", "run.last_speaker"
    ),
    Command("marcha.respuesta", "Cronometrar la respuesta", "Ctrl+R", "alarm-clock", "en_vivo", "run.time_answer"),
    Command("marcha.espectadores", "Espectadores ahora", "Ctrl+E", "eye", "en_vivo", "run.viewers"),
    Command("marcha.pasar", "Pasar a este punto", "Return", "play", "en_vivo", "", "puntos_en_marcha"),
    Command("marcha.dar", "Dar la palabra", "Return", "mic", "en_vivo", "", _SPEAKERS),
    Command("marcha.subir", "Subir en la lista", "Alt+Up", "arrow-up", "en_vivo", "", _SPEAKERS),
    Command("marcha.bajar", "Bajar en la lista", "Alt+Down", "arrow-down", "en_vivo", "", _SPEAKERS),
    Command("marcha.retirar", "Retirar de la lista", "Del", "trash-2", "en_vivo", "", _SPEAKERS),
    Command("marcha.cumple", "La medida se cumple", "Space", "check", "en_vivo", "", "medidas_en_vivo"),
    Command("marcha.incumple", "No se cumple: anota el incidente", "N", "ban", "en_vivo", "", "medidas_en_vivo"),
    Command("marcha.sin_incidente", "Retirar el incidente", "Del", "trash-2", "en_vivo", "", "incidentes"),
    Command("marcha.sin_lectura", "Retirar la lectura", "Del", "trash-2", "en_vivo", "", "lecturas"),
)

HEADINGS: Final = {
    TABLES: "En cualquier tabla",
    "marcha": "Marcha de la audiencia",
    "linea_captura": "En la línea de captura",
    _COLA: "En la cola",
    _LINEAS: "En las líneas de un chat",
    "buscar_persona": "En la línea de la puerta",
    "personas": "En la lista de personas",
    FILAS: "En las filas de un archivo",
    PAREJA: "Ante dos que pueden ser una",
    "organizaciones": "En las organizaciones",
    FOLIO: "En un folio firmado",
    "tabla_cronograma": "En la tabla del cronograma",
    "tabla_gantt": "En las barras del cronograma",
    "mes_cronograma": "En el mes",
    "tabla_vence": "En lo que vence",
    "tabla_indicadores": "En los indicadores",
    "tabla_cascada": "En la cascada de los indicadores",
    "tabla_avisos": "En los avisos del plan",
    "puntos_en_marcha": "En las listas de la marcha",
    _SPEAKERS: "En las listas de la marcha",
    "medidas_en_vivo": "En las listas de la marcha",
    "incidentes": "En las listas de la marcha",
    "lecturas": "En las listas de la marcha",
    "lista_habituales": "En las listas de Ajustes",
    "lista_observaciones": "En las observaciones del acta",
    "pregunta_abierta": "En un formulario en papel",
    "formularios": "En los formularios digitados",
    "columnas_del_formulario": "En las columnas de un archivo",
    "respuestas_libres": "En las respuestas por agrupar",
    "lista_de_compromisos": "En la lista de compromisos",
    "avance_texto": "Al escribir un avance",
    "compromisos_anulados": "En los compromisos anulados",
    "paginas_del_informe": "Ante las páginas de un informe",
}
"""What F1 calls the keys of a list, by its name, and those of a part of a place, by how its ids begin."""

COMMANDS: Final = (
    *EVERYWHERE,
    *AUDIENCIA,
    *AUDIENCIAS,
    *PREPARACION,
    *CRONOGRAMA,
    *COMPROMISOS,
    *INFORMES,
    *ENCUESTA,
    *REGISTRO,
    *EN_VIVO,
    *MARCHA,
    *ACTA,
    *CIERRE,
    *AJUSTES,
)
