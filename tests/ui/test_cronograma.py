"""The schedule as a planner uses it: typing activities, fixing dates, registering what was done."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.lines import done, short
from rcdesk.work.cronograma import corregir_actividad
from rcdesk.work.filas_de_plan import ActividadRow
from rcdesk.work.indicadores import ver_indicadores
from rcdesk.work.planes import listar_planes
from rcdesk.work.vista_de_plan import PeriodoRow, ver_actividad
from tests.pause import pause
from tests.typing import press, type_text

Show = Callable[..., CronogramaScreen]
K = Qt.Key


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CronogramaScreen:
    return show_screen(CronogramaScreen, desk)


def numbers(screen: CronogramaScreen) -> list[str | None]:
    return [line.actividad.codigo for line in screen.work.lines if line.actividad]


def chosen(screen: CronogramaScreen, codigo: str) -> ActividadRow:
    line = next(line for line in screen.work.lines if line.actividad and line.actividad.codigo == codigo)
    screen.table.select_key(line.id)
    assert line.actividad is not None
    return line.actividad


def periods(screen: CronogramaScreen, codigo: str) -> tuple[PeriodoRow, ...]:
    found = screen.desk.ask(ver_actividad, id=chosen(screen, codigo).id, corte="2026-11-20")
    assert found is not None
    return found.periodos


def part(screen: CronogramaScreen, name: str) -> QWidget:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def put(screen: CronogramaScreen, name: str, text: str) -> QWidget:
    """Replace what a field says and leave it, as a person does."""
    field = part(screen, name)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    type_text(field, text)
    screen.table.setFocus()
    return field


def test_the_plan_is_shown_by_stages_with_what_is_late(screen: CronogramaScreen) -> None:
    lines = screen.work.lines
    assert [line.etapa.nombre for line in lines if line.actividad is None][:2] == ["Aprestamiento", "Diseño"]
    assert len(numbers(screen)) == 17
    model = screen.table.model()
    assert "vencida" in model.data(model.index([line.id for line in lines].index(chosen(screen, "4.2").id), 4))


def test_what_is_counted_is_told_in_the_line_of_status(desk: Desk, show_screen: Show, qtbot: QtBot) -> None:
    screen = show_screen(CronogramaScreen, desk)
    with qtbot.waitSignal(screen.ambient) as told:
        screen.refresh()
    assert told.args == [
        [
            ("17", "actividades", "ink"),
            ("3", "atrasadas", "danger"),
            ("77,4 %", "de lo programado, con tope de 100 %", "ink"),
        ]
    ]


def test_an_activity_is_typed_and_enter_adds_it_to_the_stage_in_hand(screen: CronogramaScreen) -> None:
    chosen(screen, "3.1")
    line = part(screen, "nueva_actividad_linea")
    screen.new_activity()
    assert line.hasFocus()
    type_text(line, "Imprimir el volante ñandú\n")
    added = screen.activity()
    assert added is not None
    assert (added.codigo, added.nombre, added.situacion) == ("3.4", "Imprimir el volante ñandú", "sin_fecha")
    assert line.hasFocus()
    type_text(line, "Otra\n")
    assert numbers(screen)[10:12] == ["3.4", "3.5"]
    screen.desk.undo()
    assert "3.5" not in numbers(screen)


def test_each_field_is_saved_when_it_is_left_and_refused_in_its_place(screen: CronogramaScreen) -> None:
    row = chosen(screen, "4.3")
    screen.table.setFocus()
    press(screen.table, K.Key_Return)
    put(screen, "actividad_responsables", "Veeduría / Personería")
    put(screen, "actividad_fechas", "11/12/2026 y 4 de diciembre de 2026")
    found = chosen(screen, "4.3")
    assert found.responsables == ("Veeduría", "Personería")
    assert found.fechas == ("2026-12-04", "2026-12-11")
    field = put(screen, "actividad_hasta", "1/ene/2026")
    around = Field.around(field)
    assert around is not None and "antes de empezar" in around.error()
    put(screen, "actividad_hasta", "11/dic/2026")
    put(screen, "actividad_fechas", "pronto")
    days = Field.around(part(screen, "actividad_fechas"))
    assert days is not None and "«pronto» no es una fecha" in days.error()
    assert (row.hasta, chosen(screen, "4.3").fechas) == ("2026-12-11", found.fechas)


def test_the_table_keeps_what_is_chosen_when_another_hand_changes_it(screen: CronogramaScreen) -> None:
    row = chosen(screen, "2.2")
    screen.desk.do(corregir_actividad, id=row.id, valores={"nombre": "Otro nombre"})
    now = screen.activity()
    assert now is not None and (now.id, now.nombre) == (row.id, "Otro nombre")


def test_space_registers_an_advance_with_what_proves_it(screen: CronogramaScreen) -> None:
    chosen(screen, "3.3")
    screen.advancing.register()
    amount = part(screen, "ejecutado")
    assert amount.hasFocus()
    assert amount.text() == "1"  # type: ignore[attr-defined]
    proof = part(screen, "evidencia")
    proof.setFocus()
    type_text(proof, "Contrato 114")
    press(amount, K.Key_Return)
    found = chosen(screen, "3.3")
    assert (found.situacion, found.porcentaje) == ("cumplida", 100)
    [period] = periods(screen, "3.3")
    assert [one.texto for one in period.avances[0].evidencias] == ["Contrato 114"]
    assert (period.corte, period.avances[0].avance) == ("2026-11-20", "1")
    assert not part(screen, "guardar_avance").isVisible()


def test_an_advance_that_cannot_be_read_says_so_beside_its_figure(screen: CronogramaScreen) -> None:
    chosen(screen, "1.4")
    screen.advancing.register()
    amount = part(screen, "ejecutado")
    type_text(amount, "muchos")
    part(screen, "guardar_avance").click()  # type: ignore[attr-defined]
    around = Field.around(amount)
    assert around is not None and "no es un número" in around.error()
    press(amount, K.Key_Escape)
    assert not amount.isVisible()


def test_what_was_said_is_withdrawn_with_its_reason_and_more_than_programmed_asks_why(
    screen: CronogramaScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(screen, "3.2")
    screen.advancing.register()
    amount = part(screen, "ejecutado")
    assert not part(screen, "justificacion").isVisible()
    type_text(amount, "9")
    assert part(screen, "justificacion").isVisible()
    press(amount, K.Key_Return)
    assert chosen(screen, "3.2").ejecutado == "9"
    [period] = periods(screen, "3.2")
    assert period.exceso == "sin explicación"
    part(screen, f"corregir_{period.id}").click()  # type: ignore[attr-defined]
    type_text(part(screen, "justificacion"), "Se sumaron dos emisoras\n")
    [period] = periods(screen, "3.2")
    assert period.exceso == "Se sumaron dos emisoras"
    monkeypatch.setattr("rcdesk.ui.screens.cronograma.advancing.ask_reason", lambda *_, **__: "Era de otra")
    part(screen, f"retirar_{period.avances[0].id}").click()  # type: ignore[attr-defined]
    [period] = periods(screen, "3.2")
    assert (period.ejecutado, period.avances[0].retirado) == ("2", "Era de otra")


def test_a_percentage_is_refused_where_things_are_counted_and_less_than_before_wants_words(
    screen: CronogramaScreen,
) -> None:
    chosen(screen, "4.2")
    screen.advancing.register()
    amount = part(screen, "ejecutado")
    type_text(amount, "67 %\n")
    around = Field.around(amount)
    assert around is not None and "cuántas, no el porcentaje" in around.error()
    day = part(screen, "corte")
    day.selectAll()  # type: ignore[attr-defined]
    type_text(day, "31/02/2026\n")
    said = Field.around(day)
    assert said is not None and "no es una fecha" in said.error()


def test_what_proves_an_advance_survives_half_typed(desk: Desk, show_screen: Show, screen: CronogramaScreen) -> None:
    row = chosen(screen, "3.3")
    screen.advancing.register()
    proof = part(screen, "texto")
    proof.setFocus()
    type_text(proof, "Contrato a medias")
    line = part(screen, "nueva_actividad_linea")
    line.setFocus()
    type_text(line, "Media actividad")
    pause(600)
    other = show_screen(CronogramaScreen, desk)
    chosen(other, "3.3")
    assert part(other, "nueva_actividad_linea").text() == "Media actividad"  # type: ignore[attr-defined]
    other.advancing.register()
    assert part(other, "texto").value() == "Contrato a medias"  # type: ignore[attr-defined]
    part(other, "guardar_avance").click()  # type: ignore[attr-defined]
    type_text(part(other, "nueva_actividad_linea"), "\n")
    assert desk.drafts.fresh() == {}
    assert periods(other, "3.3")[0].avances[0].texto == "Contrato a medias" and row.id


def test_only_the_late_ones_are_listed_when_asked(screen: CronogramaScreen) -> None:
    choice = part(screen, "ver")
    choice.set_value("vencidas")  # type: ignore[attr-defined]
    choice.edited.emit()  # type: ignore[attr-defined]
    assert numbers(screen) == ["1.4", "3.3", "4.2"]
    assert [line.etapa.nombre for line in screen.work.lines if not line.actividad] == [
        "Aprestamiento",
        "Preparación",
        "Ejecución",
    ]
    screen.seek(screen.desk.ask(listar_planes)[0].id)
    assert len(numbers(screen)) == 17


def test_a_stage_folds_with_the_left_arrow_and_opens_with_the_right(screen: CronogramaScreen) -> None:
    chosen(screen, "2.2")
    press(screen.table, K.Key_Left)
    assert "2.2" not in numbers(screen)
    line = screen.table.current()
    assert line is not None and line.actividad is None and line.etapa.nombre == "Diseño"
    press(screen.table, K.Key_Right)
    assert "2.2" in numbers(screen)


def test_what_is_found_in_the_palette_is_chosen_even_if_it_was_folded(screen: CronogramaScreen) -> None:
    row = chosen(screen, "2.2")
    press(screen.table, K.Key_Left)
    screen.seek(row.id)
    now = screen.activity()
    assert now is not None and now.id == row.id


def test_an_activity_moves_and_is_withdrawn_with_a_reason(
    screen: CronogramaScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(screen, "2.3")
    screen.up()
    assert numbers(screen)[4:7] == ["2.1", "2.3", "2.2"]
    screen.down()
    assert numbers(screen)[4:7] == ["2.1", "2.2", "2.3"]
    monkeypatch.setattr("rcdesk.ui.screens.cronograma.screen.ask_reason", lambda *_: "No va")
    assert screen.offers("annul") and not screen.offers("restore")
    screen.annul()
    assert "2.3" not in numbers(screen)
    choice = part(screen, "ver")
    choice.set_value("anuladas")  # type: ignore[attr-defined]
    choice.edited.emit()  # type: ignore[attr-defined]
    chosen(screen, "2.3")
    assert screen.offers("restore")
    screen.restore()
    assert numbers(screen) == []


def test_a_stage_is_added_named_moved_and_withdrawn(screen: CronogramaScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.new_stage()
    name = part(screen, "etapa_nombre")
    assert name.hasFocus()
    name.selectAll()  # type: ignore[attr-defined]
    type_text(name, "Cierre\n")
    stages = [line.etapa.nombre for line in screen.work.lines if not line.actividad]
    assert stages[-1] == "Cierre"
    part(screen, "etapa_up").click()  # type: ignore[attr-defined]
    assert [line.etapa.nombre for line in screen.work.lines if not line.actividad][-2] == "Cierre"
    monkeypatch.setattr("rcdesk.ui.screens.cronograma.screen.ask_reason", lambda *_: "Sobra")
    part(screen, "etapa_withdraw_stage").click()  # type: ignore[attr-defined]
    assert "Cierre" not in [line.etapa.nombre for line in screen.work.lines]


def test_an_empty_place_begins_a_plan_with_the_five_stages(empty_desk: Desk, show_screen: Show) -> None:
    screen = show_screen(CronogramaScreen, empty_desk)
    assert screen.offers("new_plan") and not screen.offers("new_activity")
    screen.new_plan()
    assert part(screen, "codigo").text() == "estrategia-rdc-2026"  # type: ignore[attr-defined]
    name = part(screen, "nombre")
    assert name.text() == "Estrategia de rendición de cuentas 2026"  # type: ignore[attr-defined]
    name.clear()  # type: ignore[attr-defined]
    part(screen, "guardar_plan").click()  # type: ignore[attr-defined]
    around = Field.around(name)
    assert around is not None and "Escriba el nombre del plan" in around.error()
    name.setFocus()
    type_text(name, "Estrategia 2026\n")
    assert [line.etapa.nombre for line in screen.work.lines if line.is_stage] == [
        "Aprestamiento",
        "Diseño",
        "Preparación",
        "Ejecución",
        "Seguimiento y evaluación",
    ]
    assert len(numbers(screen)) == 17
    type_text(part(screen, "nueva_actividad_linea"), "Nombrar al relator\n")
    assert numbers(screen)[4] == "1.5"


def test_a_plan_is_made_from_another_and_what_comes_is_seen_before(screen: CronogramaScreen) -> None:
    origin = screen.desk.ask(listar_planes)[0]
    screen.new_plan()
    start = part(screen, "empezar_con")
    start.set_value(origin.id)  # type: ignore[attr-defined]
    start.edited.emit()  # type: ignore[attr-defined]
    said = [label.text() for label in screen.findChildren(PlainLabel)]
    assert "Vienen 17 actividades en 5 grupos." in said
    assert any(text.startswith("10 fechas no caen en día hábil y se corren:") for text in said)
    assert part(screen, "codigo").text() == "estrategia-rdc-2027"  # type: ignore[attr-defined]
    start.set_value(next(row.id for row in screen.desk.ask(listar_planes) if row.tipo == "estrategico"))  # type: ignore[attr-defined]
    start.edited.emit()  # type: ignore[attr-defined]
    assert part(screen, "codigo").text() == "plan-estrategico-2025"  # type: ignore[attr-defined]
    start.set_value(origin.id)  # type: ignore[attr-defined]
    start.edited.emit()  # type: ignore[attr-defined]
    type_text(part(screen, "nombre"), "\n")
    made = screen.desk.ask(listar_planes)[0]
    assert (made.nombre, made.vigencia, made.corte) == ("Estrategia de rendición de cuentas 2027", 2027, None)
    assert len(numbers(screen)) == 17


def test_a_strategic_plan_is_proposed_for_four_years_and_each_is_a_column(screen: CronogramaScreen) -> None:
    screen.new_plan()
    start = part(screen, "empezar_con")
    start.set_value("estrategico")  # type: ignore[attr-defined]
    start.edited.emit()  # type: ignore[attr-defined]
    assert part(screen, "desde").value() == "2026-01"  # type: ignore[attr-defined]
    part(screen, "guardar_plan").click()  # type: ignore[attr-defined]
    made = next(row for row in screen.desk.ask(listar_planes) if row.codigo == "plan-estrategico-2026")
    view = screen.desk.ask(ver_indicadores, plan_id=made.id, corte="2026-11-20")
    assert view is not None and view.periodos == ("2026", "2027", "2028", "2029")


def test_a_plan_whose_rows_come_from_excel_asks_for_the_file(
    screen: CronogramaScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(screen.excel, "choose_file", lambda: asked.append("file"))
    screen.new_plan()
    start = part(screen, "empezar_con")
    start.set_value("excel")  # type: ignore[attr-defined]
    start.edited.emit()  # type: ignore[attr-defined]
    put(screen, "nombre", "Plan de la hoja")
    part(screen, "guardar_plan").click()  # type: ignore[attr-defined]
    assert (asked, numbers(screen)) == (["file"], [])


def test_the_fields_of_a_plan_are_corrected_and_only_what_changed_is_written(screen: CronogramaScreen) -> None:
    screen.edit_plan()
    assert part(screen, "vigencia").text() == "2026"  # type: ignore[attr-defined]
    put(screen, "nombre", "Estrategia de Valle Sereno")
    part(screen, "guardar_plan").click()  # type: ignore[attr-defined]
    plan = screen.desk.ask(listar_planes)[0]
    assert (plan.nombre, plan.vigencia, plan.corte) == ("Estrategia de Valle Sereno", 2026, "2026-11-13")


def test_the_cut_of_the_plan_is_offered_beside_today(screen: CronogramaScreen) -> None:
    cut = part(screen, "corte_de_vista")
    assert [cut.itemText(i) for i in range(2)] == ["Hoy, 20/nov/2026", "13/nov/2026, del plan"]  # type: ignore[attr-defined]
    cut.set_value("2026-11-13")  # type: ignore[attr-defined]
    cut.edited.emit()  # type: ignore[attr-defined]
    assert chosen(screen, "3.3").situacion == "vence_hoy"


def test_dates_are_short_and_say_the_year_only_when_it_is_another(screen: CronogramaScreen) -> None:
    assert [short(date, "2026") for date in ("2026-01-30", "2026-07", "2026", "2027-01-30")] == [
        "30 ene",
        "jul",
        "2026",
        "30 ene 2027",
    ]
    assert done(chosen(screen, "1.3")).percent == 125
    assert done(chosen(screen, "1.4")).words == "sin reporte"
    assert done(chosen(screen, "4.3")).words == "aún no toca"
