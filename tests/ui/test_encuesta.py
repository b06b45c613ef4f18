"""The survey as an office uses it: begun from the template, typed from paper by number keys, read with its charts."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Desk
from rcdesk.domain.encuestas import parrafos
from rcdesk.domain.registro import Figura, Parrafo
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.resultados import PreguntaRow, listar_encuestas, listar_formularios, ver_encuesta
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text

Show = Callable[..., EncuestaScreen]
K = Qt.Key


@pytest.fixture
def answered(desk: Desk, show_screen: Show) -> EncuestaScreen:
    """The survey of the example with 27 forms, once every question is in sight."""
    screen = show_screen(EncuestaScreen, desk, hearing_id(desk, PRIMERA))
    while screen.results._coming.isActive():
        QApplication.processEvents()
    return screen


@pytest.fixture
def fresh(desk: Desk, show_screen: Show, audiencia_id: str) -> EncuestaScreen:
    """A survey just begun from the template."""
    screen = show_screen(EncuestaScreen, desk, audiencia_id)
    screen.use_template()
    return screen


def part(screen: EncuestaScreen, name: str) -> Any:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def question(screen: EncuestaScreen, codigo: str) -> PreguntaRow:
    key = screen.desk.ask(listar_encuestas, audiencia_id=screen.audiencia_id)[0][0]
    view = screen.desk.ask(ver_encuesta, id=key)
    assert view is not None
    return next(row for row in view.preguntas if row.pregunta.codigo == codigo)


def choose(screen: EncuestaScreen, table: str, codigo: str) -> PreguntaRow:
    row = question(screen, codigo)
    assert part(screen, table).select_key(row.id)
    return row


def keys(screen: EncuestaScreen, text: str) -> None:
    """Type each key where the keys are."""
    for letter in text:
        here = QApplication.focusWidget()
        assert here is not None
        type_text(here, letter)


def put(screen: EncuestaScreen, name: str, text: str) -> Any:
    field = part(screen, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    screen.tabs.setFocus()
    part(screen, "preguntas_formulario").setFocus()
    return field


def test_an_empty_place_begins_with_the_evaluation_survey(desk: Desk, show_screen: Show, audiencia_id: str) -> None:
    screen = show_screen(EncuestaScreen, desk, audiencia_id)
    assert screen.offers("use_template") and not screen.offers("save_form")
    screen._nothing.button.click()
    assert len(screen.writing._rows) == 20
    assert screen.tabs.here() == "formulario"
    desk.undo()
    assert not screen.offers("save_form")


def test_every_question_says_its_n_percent_and_base_with_the_chart_that_is_printed(answered: EncuestaScreen) -> None:
    said = part(answered, "grafica_como_se_entero").accessibleName()
    points = "Invitación directa: 17 (63,0\u00a0%); Publicación en el sitio web: 9 (33,3\u00a0%)"
    assert said.startswith(f"Gráfico de torta. Base: 27. {points}")
    assert part(answered, "notas_como_se_entero").text() == "Suma 100,0 %."
    assert part(answered, "notas_canales_preferidos").text() == "Cada persona pudo marcar varias: no suma 100 %."
    assert question(answered, "genero").base_dicha == "Base 26 de 27 formularios"
    assert question(answered, "grupo_cual").base_dicha == "Base 7 de 7 a quienes se preguntó"
    assert not part(answered, "grafica_grupo_cual").isVisibleTo(answered)


def test_the_text_for_the_acta_is_saved_when_it_is_left_and_other_blocks_stay(answered: EncuestaScreen) -> None:
    row = choose(answered, "preguntas_resultados", "volveria")
    blocks = (Parrafo(texto="Antes."), Figura(leyenda="Gráfica"))
    answered.desk.do(editar_narrativa, tabla="preguntas_encuesta", id=row.id, campo="analisis", bloques=blocks)
    text = part(answered, "resultado_volveria_analisis")
    assert text.value() == "Antes."
    answered.write_text()
    assert text.hasFocus()
    text.selectAll()
    type_text(text, "Todas volverían.")
    answered.tabs.setFocus()
    part(answered, "preguntas_resultados").setFocus()
    assert question(answered, "volveria").analisis == (Parrafo(texto="Todas volverían."), Figura(leyenda="Gráfica"))


def test_until_somebody_writes_it_the_text_is_that_of_the_figures_and_it_comes_back(answered: EncuestaScreen) -> None:
    row = choose(answered, "preguntas_resultados", "volveria")
    text, back = part(answered, "resultado_volveria_analisis"), part(answered, "volver_automatico_volveria")
    assert text.value() == parrafos(row.analisis) and back.isVisible()
    assert answered.offers("results.restore")
    answered.results.restore()
    assert text.value() == "El 100,0 % (27 de 27) respondió que sí."
    assert question(answered, "volveria").analisis == () and not back.isVisible()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    type_text(text, " Nadie dijo que no.")
    part(answered, "preguntas_resultados").setFocus()
    said = "El 100,0 % (27 de 27) respondió que sí. Nadie dijo que no."
    assert parrafos(question(answered, "volveria").analisis) == said and back.isVisible()
    for _ in range(2):
        answered.desk.undo()
    assert question(answered, "volveria").analisis == row.analisis


def test_reading_a_card_chooses_its_question_without_moving_what_is_read(answered: EncuestaScreen) -> None:
    choose(answered, "preguntas_resultados", "edad")
    before = answered.results._area.verticalScrollBar().value()
    text = part(answered, "resultado_territorio_analisis")
    text.setFocus()
    current = answered.results.current()
    assert current is not None and current.text is text
    QApplication.processEvents()
    assert answered.results._area.verticalScrollBar().value() == before


def test_a_form_on_paper_is_typed_with_number_keys_alone(fresh: EncuestaScreen) -> None:
    fresh.show_part("digitacion")
    keys(fresh, "47\n")  # edad
    keys(fresh, "1")  # zona urbana
    keys(fresh, "0")  # género: no responde
    keys(fresh, "6")  # universitaria
    keys(fresh, "2")  # no pertenece a un grupo: la pregunta siguiente no aplica
    keys(fresh, "2")  # invitación directa
    keys(fresh, "1")  # explicación clara
    keys(fresh, "lPorque hablaron despacio\n")
    keys(fresh, "1111\n")  # oportunidad, intereses, resultados; «1» no marca en una abierta
    press(fresh.entry.box, K.Key_Return, Qt.KeyboardModifier.NoModifier)
    fresh.save_form()
    forms = fresh.desk.ask(listar_formularios, encuesta_id=fresh._survey)
    assert len(forms) == 1
    values = forms[0].valores
    assert [values[code] for code in ("edad", "territorio", "genero")] == [47, "Zona urbana", "No responde"]
    assert [values[code] for code in ("grupo", "grupo_cual")] == ["No", "N.A."]
    assert (values["como_se_entero"], values["razones_explicacion"]) == (
        "Invitación directa",
        "Porque hablaron despacio",
    )
    assert values["resultados"] == "Sí"
    assert fresh.entry.values == {}
    fresh.desk.undo()
    assert fresh.desk.ask(listar_formularios, encuesta_id=fresh._survey) == []


def test_several_answers_are_marked_and_unmarked_before_going_on(answered: EncuestaScreen) -> None:
    answered.show_part("digitacion")
    answered.entry.point_at("canales_preferidos")
    keys(answered, "132")
    values = answered.entry.values
    assert values.get("canales_preferidos") == ("WhatsApp", "Correo electrónico", "Emisora comunitaria")
    keys(answered, "3")
    assert values.get("canales_preferidos") == ("WhatsApp", "Emisora comunitaria")
    keys(answered, "lFax")
    assert values.get("canales_preferidos") == ("WhatsApp", "Emisora comunitaria", "Fax")


def test_backspace_goes_to_the_question_before_that_applies(fresh: EncuestaScreen) -> None:
    fresh.show_part("digitacion")
    fresh.entry.point_at("grupo")
    keys(fresh, "2")
    assert "¿Cómo supo" in fresh.entry.box.accessibleName()
    press(fresh.entry.box, K.Key_Backspace)
    assert fresh.entry.box.accessibleName().startswith("5.")


def test_half_a_form_survives_the_end_of_the_program(desk: Desk, show_screen: Show, fresh: EncuestaScreen) -> None:
    fresh.show_part("digitacion")
    keys(fresh, "47\n1")
    other = show_screen(EncuestaScreen, desk, fresh.audiencia_id)
    assert other.entry.values == {"edad": "47", "territorio": "Zona urbana"}
    fresh.save_form()
    assert fresh.desk.drafts.fresh() == {}


def test_an_empty_form_is_refused_where_it_is_typed(fresh: EncuestaScreen) -> None:
    fresh.show_part("digitacion")
    fresh.save_form()
    assert "El formulario está vacío" in fresh.banner.text()


def test_an_answer_that_does_not_fit_opens_its_question(fresh: EncuestaScreen) -> None:
    fresh.show_part("digitacion")
    keys(fresh, "4x\n2")
    fresh.save_form()
    assert "no es un número" in fresh.banner.text()
    assert fresh.entry.box.accessibleName().startswith("1.")


def test_a_typed_form_is_corrected_and_withdrawn(answered: EncuestaScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    answered.show_part("digitacion")
    forms = part(answered, "formularios")
    last = answered.desk.ask(listar_formularios, encuesta_id=answered._survey)[0]
    forms.select_key(last.id)
    part(answered, "corregir_formulario").click()
    answered.entry.point_at("volveria")
    keys(answered, "2")
    answered.save_form()
    assert dict(question(answered, "volveria").puntos) == {"Sí": 26, "No": 1}
    monkeypatch.setattr("rcdesk.ui.screens.encuesta.paper.ask_reason", lambda *_, **__: "Repetido")
    forms.select_key(last.id)
    answered.paper.withdraw()
    assert question(answered, "volveria").base == 26


def test_counts_are_typed_field_by_field_and_keep_the_keys(fresh: EncuestaScreen) -> None:
    fresh.show_part("conteos")
    choose(fresh, "preguntas_conteos", "volveria")
    base = part(fresh, "respondieron")
    base.setFocus()
    type_text(base, "27\n")
    assert part(fresh, "Sí").hasFocus()
    keys(fresh, "25\n")
    keys(fresh, "3\n")
    around = Field.around(part(fresh, "respondieron"))
    assert around is not None and "suman 28" in around.error()
    wrong = part(fresh, "No")
    wrong.setFocus()
    wrong.selectAll()
    type_text(wrong, "2\n")
    assert question(fresh, "volveria").cantidades == {"Sí": 25, "No": 2}
    assert fresh.banner.text() == ""


def test_an_option_that_was_not_offered_is_added_to_the_counts(fresh: EncuestaScreen) -> None:
    fresh.show_part("conteos")
    choose(fresh, "preguntas_conteos", "medio_publicacion")
    other = part(fresh, "otra_opcion")
    other.setFocus()
    type_text(other, "Redes sociales\n")
    assert part(fresh, "Redes sociales").hasFocus()
    keys(fresh, "19\n")
    assert question(fresh, "medio_publicacion").cantidades == {"Redes sociales": 19}


def test_forms_and_counts_are_never_both(fresh: EncuestaScreen, answered: EncuestaScreen) -> None:
    people = part(fresh, "encuestados")
    fresh.show_part("conteos")
    people.setFocus()
    type_text(people, "27\n")
    fresh.show_part("digitacion")
    assert fresh.entry._counted.isVisible() and not fresh.entry.box.isVisible()
    fresh.entry._counted.button.click()
    assert fresh.entry.box.isVisible()
    answered.show_part("conteos")
    assert not part(answered, "encuestados").isVisible()


def test_a_question_is_added_and_written_in_place(fresh: EncuestaScreen) -> None:
    line = part(fresh, "nueva_pregunta")
    line.setFocus()
    type_text(line, "¿El lugar fue cómodo?\n")
    added = question(fresh, "el_lugar_fue_comodo")
    assert (added.numero, added.pregunta.tipo) == (21, "si_no")
    kind = part(fresh, "pregunta_tipo")
    kind.set_value("ordinal")
    kind.edited.emit()
    kind.committed.emit()
    assert question(fresh, "el_lugar_fue_comodo").pregunta.opciones[0] == "Excelente"
    put(fresh, "pregunta_opciones", "Cómodo\nIncómodo")
    assert question(fresh, "el_lugar_fue_comodo").pregunta.opciones == ("Cómodo", "Incómodo")
    field = put(fresh, "pregunta_opciones", "Una")
    around = Field.around(field)
    assert around is not None and "dos opciones" in around.error()


def test_a_condition_begins_with_the_first_answer_and_is_taken_away(fresh: EncuestaScreen) -> None:
    choose(fresh, "preguntas_formulario", "razones_volveria")
    on = part(fresh, "pregunta_condicion_pregunta")
    on.set_value("volveria")
    on.committed.emit()
    assert question(fresh, "razones_volveria").pregunta.condicion is not None
    answer = part(fresh, "pregunta_condicion_es")
    assert answer.value() == "Sí"
    answer.set_value("No")
    answer.committed.emit()
    assert question(fresh, "razones_volveria").condicion == "Solo si respondió «No» en la 18"
    on.set_value("")
    on.committed.emit()
    assert question(fresh, "razones_volveria").pregunta.condicion is None


def test_a_question_moves_and_is_withdrawn_with_a_reason(
    fresh: EncuestaScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(fresh, "preguntas_formulario", "tema_proxima")
    part(fresh, "pregunta_up").click()
    assert question(fresh, "tema_proxima").numero == 19
    part(fresh, "pregunta_down").click()
    monkeypatch.setattr("rcdesk.ui.screens.encuesta.screen.ask_reason", lambda *_, **__: "Sobra")
    part(fresh, "pregunta_withdraw").click()
    assert len(fresh.writing._rows) == 19
    choose(fresh, "preguntas_formulario", "volveria")


def test_the_survey_says_its_title_and_is_withdrawn(fresh: EncuestaScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    part(fresh, "datos_de_encuesta").click()
    put(fresh, "encuesta_titulo", "Encuesta de la segunda audiencia")
    assert fresh.desk.ask(listar_encuestas, audiencia_id=fresh.audiencia_id)[0][1] == "Encuesta de la segunda audiencia"
    monkeypatch.setattr("rcdesk.ui.screens.encuesta.screen.ask_reason", lambda *_, **__: "Prueba")
    part(fresh, "retirar_encuesta").click()
    assert fresh._nothing.isVisible()


def test_two_surveys_of_a_hearing_are_chosen_by_their_title(fresh: EncuestaScreen) -> None:
    fresh.begin_blank()
    which = part(fresh, "encuesta")
    assert which.isVisible() and which.count() == 2
    assert fresh.writing._rows == ()
    which.set_value(which.itemData(0))
    which.edited.emit()
    assert len(fresh.writing._rows) == 20
