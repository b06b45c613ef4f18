"""What can be asked for when a hearing is over: its survey, its acta, its close; `commands.py` joins them all."""

from __future__ import annotations

from typing import Final

from rcdesk.ui.command import Command

_REMARKS: Final = "lista_observaciones"

ACTA: Final = (
    Command("acta.pdf", "Guardar el acta en PDF", "Ctrl+P", "download", "acta", "save_pdf"),
    Command("acta.word", "Guardar el acta en Word (DOCX)", "", "file-text", "acta", "save_word"),
    Command("acta.imprimir", "Imprimir el acta", "", "printer", "acta", "print_acta"),
    Command("acta.siguiente", "Parte siguiente", "Ctrl+PgDown", "chevron-right", "acta", "next_part"),
    Command("acta.anterior", "Parte anterior", "Ctrl+PgUp", "chevron-left", "acta", "previous_part"),
    Command("acta.compromiso", "Hacer compromiso de la estrategia", "F9", "handshake", "acta", "promise"),
    Command("acta.redactar", "Redactar la frase automática", "F8", "pen-line", "acta", "reword"),
    Command("acta.generado", "Volver al texto automático", "Ctrl+G", "database", "acta", "restore"),
    Command("acta.secciones", "Usar las nueve secciones del formato", "", "list-ordered", "acta", "use_standard"),
    Command("acta.enviar", "Enviar el acta a revisión", "", "eye", "acta", "workflow.send"),
    Command("acta.devolver", "Devolver el acta a borrador", "", "undo-2", "acta", "workflow.take_back"),
    Command("acta.aprobar", "Aprobar el acta", "", "file-check", "acta", "workflow.approve"),
    Command("acta.sellar", "Sellar los PDF del acta", "", "refresh-cw", "acta", "workflow.seal"),
    Command("acta.publicar", "Publicar el acta", "", "check", "acta", "workflow.publish"),
    Command("acta.corregir", "Corregir el acta: versión nueva", "", "pen-line", "acta", "workflow.correct"),
    Command("acta.copia", "Guardar la copia de revisión", "", "download", "acta", "review.save_copy"),
    Command("acta.imprimir_copia", "Imprimir la copia de revisión", "", "printer", "acta", "review.print_copy"),
    Command("acta.observaciones", "Guardar las observaciones decididas", "", "download", "acta", "review.save_list"),
    Command("acta.acoger", "Acoger la observación", "A", "check", "acta", "review.accept", _REMARKS),
    Command("acta.en_parte", "Acogerla en parte", "P", "check", "acta", "review.accept_in_part", _REMARKS),
    Command("acta.no_acoger", "No acoger la observación", "X", "ban", "acta", "review.reject", _REMARKS),
    Command("acta.publica", "Guardar el acta pública sellada", "", "download", "acta", "versions.save_public"),
    Command("acta.adjuntar", "Adjuntar el acta firmada", "", "upload", "acta", "versions.attach"),
    Command("acta.firmada", "Guardar el acta firmada", "", "download", "acta", "versions.save_signed"),
)

_CIERRE: Final = "cierre"
CIERRE: Final = (
    Command("cierre.acta", "Guardar el acta en PDF", "Ctrl+P", "download", "cierre", "save_acta"),
    Command("cierre.publica", "Guardar la versión pública del acta", "", "download", "cierre", "save_public_acta"),
    Command("cierre.word", "Guardar el acta en Word (DOCX)", "", "file-text", "cierre", "save_word"),
    Command("cierre.lista", "Guardar el listado de asistencia en PDF", "", "printer", "cierre", "save_list"),
    Command("cierre.abiertos", "Guardar los datos abiertos", "", "database", "cierre", "save_open_data"),
    Command("cierre.datos", "Guardar los datos completos", "", "database", "cierre", "save_data"),
    Command("cierre.preguntas", "Guardar preguntas y respuestas", "", "download", _CIERRE, "others.save_questions"),
    Command("cierre.oficios", "Guardar los oficios de respuesta", "", "download", _CIERRE, "others.save_letters"),
    Command("cierre.asistencia", "Guardar el resumen de asistencia", "", "download", _CIERRE, "others.save_attendance"),
    Command("cierre.encuesta", "Guardar el informe de la encuesta", "", "download", _CIERRE, "others.save_survey"),
    Command("cierre.memoria", "Guardar la memoria de respuestas", "", "download", _CIERRE, "others.save_late_answers"),
    Command("cierre.expediente", "Guardar el expediente completo", "", "folder-open", _CIERRE, "leaving.save_package"),
    Command(
        "cierre.expediente_publico",
        "Guardar el expediente público",
        "",
        "folder-open",
        _CIERRE,
        "leaving.save_public_package",
    ),
    Command(
        "cierre.comprobar",
        "Comprobar un documento: si es el acta aprobada",
        "",
        "shield-check",
        _CIERRE,
        "leaving.ask_what_to_check",
    ),
    Command(
        "cierre.imprimir_preguntas",
        "Imprimir preguntas y respuestas",
        "",
        "printer",
        _CIERRE,
        "others.print_questions",
    ),
    Command(
        "cierre.imprimir_oficios", "Imprimir los oficios de respuesta", "", "printer", _CIERRE, "others.print_letters"
    ),
    Command(
        "cierre.imprimir_asistencia",
        "Imprimir el resumen de asistencia",
        "",
        "printer",
        _CIERRE,
        "others.print_attendance",
    ),
    Command(
        "cierre.imprimir_memoria",
        "Imprimir la memoria de respuestas",
        "",
        "printer",
        _CIERRE,
        "others.print_late_answers",
    ),
    Command(
        "cierre.imprimir_encuesta", "Imprimir el informe de la encuesta", "", "printer", _CIERRE, "others.print_survey"
    ),
)

_FORM: Final = "pregunta_abierta"
_FILE: Final = "columnas_del_formulario"
_WORDS: Final = "respuestas_libres"

ENCUESTA: Final = (
    Command("encuesta.usar", "Usar la encuesta de evaluación", "", "plus", "encuesta", "use_template"),
    Command("encuesta.blanco", "Nueva encuesta en blanco", "", "plus", "encuesta", "begin_blank"),
    Command("encuesta.resultados", "Resultados de la encuesta", "", "chart-column", "encuesta", "to_results"),
    Command("encuesta.digitar", "Digitar formularios en papel", "", "keyboard", "encuesta", "to_entry"),
    Command("encuesta.conteos", "Escribir conteos ya sumados", "", "table", "encuesta", "to_counts"),
    Command("encuesta.preguntas", "Preguntas de la encuesta", "", "list", "encuesta", "to_questions"),
    Command("encuesta.texto", "Escribir el texto para el acta", "F8", "pen-line", "encuesta", "write_text"),
    Command("encuesta.generado", "Volver al texto automático", "Ctrl+G", "database", "encuesta", "results.restore"),
    Command("encuesta.grafica", "Guardar la gráfica…", "", "image", "encuesta", "outputs.save_chart"),
    Command("encuesta.exportar", "Exportar los resultados…", "", "download", "encuesta", "outputs.save_results"),
    Command("encuesta.respuestas", "Exportar las respuestas…", "", "download", "encuesta", "outputs.save_answers"),
    Command("encuesta.imprimir", "Imprimir el formulario en papel", "", "printer", "encuesta", "outputs.print_form"),
    Command("encuesta.formulario", "Guardar el formulario en papel", "", "download", "encuesta", "outputs.save_form"),
    Command("encuesta.marcar", "Marcar una opción: su número", "1", "list-ordered", "encuesta", "", _FORM),
    Command("encuesta.no_responde", "No responde", "0", "ban", "encuesta", "", _FORM),
    Command("encuesta.escribir", "Escribir la respuesta", "L", "text-cursor-input", "encuesta", "", _FORM),
    Command("encuesta.siguiente", "Siguiente pregunta", "Return", "arrow-right", "encuesta", "", _FORM),
    Command("encuesta.anterior", "Pregunta anterior", "Backspace", "arrow-left", "encuesta", "", _FORM),
    Command("encuesta.guardar", "Guardar el formulario", "Ctrl+Return", "check", "encuesta", "save_form"),
    Command(
        "encuesta.traer", "Traer las respuestas de un formulario", "", "upload", "encuesta", "bringing.choose_file"
    ),
    Command("encuesta.columna", "Traer la columna, o no", "Space", "eye-off", "encuesta", "bringing.toggle", _FILE),
    Command(
        "encuesta.por_decidir", "Siguiente por decidir", "N", "skip-forward", "encuesta", "bringing.next_open", _FILE
    ),
    Command(
        "encuesta.demas", "Las demás, como otra respuesta", "L", "layers", "encuesta", "bringing.same_for_rest", _FILE
    ),
    Command("encuesta.agrupar", "Agrupar respuestas abiertas", "Ctrl+J", "git-merge", "encuesta", "grouping.begin"),
    Command("encuesta.al_grupo", "Poner en el grupo de ese número", "1", "layers", "encuesta", "", _WORDS),
    Command("encuesta.grupo", "Poner en otro grupo", "G", "layers", "encuesta", "grouping.name_group", _WORDS),
    Command("encuesta.aceptar", "Aceptar el grupo propuesto", "A", "check", "encuesta", "grouping.accept", _WORDS),
    Command("encuesta.aceptar_todos", "Aceptar todos", "T", "check", "encuesta", "grouping.accept_all", _WORDS),
    Command("encuesta.nombre", "Cambiar el nombre del grupo", "R", "pen-line", "encuesta", "grouping.rename", _WORDS),
    Command("encuesta.varias", "Marcar la respuesta", "Space", "square-check", "encuesta", "grouping.mark", _WORDS),
    Command("encuesta.sacar", "Sacar del grupo", "Del", "x", "encuesta", "grouping.take_out", _WORDS),
    Command(
        "encuesta.comprobar",
        "Digitarlo otra vez y comparar",
        "V",
        "check",
        "encuesta",
        "paper.type_again",
        "formularios",
    ),
    Command("encuesta.retirar", "Retirar el formulario", "Del", "trash-2", "encuesta", "paper.withdraw", "formularios"),
)
