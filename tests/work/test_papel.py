"""What is printed to go on without a computer, from what a base holds."""

from __future__ import annotations

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Document, Paper
from rcdesk.domain.codigos import codigo_de
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.work.documentos import documento_hojas, documento_kit, documento_lista, renglones_por_hoja
from rcdesk.work.hojas import anular_hoja, cerrar_hoja, contar_firmas, preparar_hojas
from rcdesk.work.lineas import corregir
from rcdesk.work.marcha import ver_marcha
from tests.bases import SEGUNDA
from tests.render import reading
from tests.render.conform import check


def prepared(desk: Desk, segunda: str, cuantas: int) -> tuple[list[str], int]:
    """Sheets of as many rows as a page holds."""
    rows = desk.ask(renglones_por_hoja, codigo=SEGUNDA, evidencias=desk.folder)
    return desk.do(preparar_hojas, audiencia_id=segunda, cuantas=cuantas, renglones=rows), rows


def hojas(desk: Desk, *ids: str) -> Document:
    return desk.ask(documento_hojas, codigo=SEGUNDA, evidencias=desk.folder, hojas=ids or None)


def test_each_prepared_sheet_is_a_page_with_its_code_and_its_rows(desk: Desk, segunda: str) -> None:
    keys, rows = prepared(desk, segunda, 3)
    data = to_bytes(hojas(desk))
    assert check(data) == []
    seen = reading.pages(data)
    assert len(seen) == 3 and rows >= 8
    for folio, (key, page) in enumerate(zip(keys, seen, strict=True), 1):
        assert f"Folio {folio} de 3" in page.text and codigo_de("hoja", key) in page.text
        assert page.text.count("☐ Sí") == rows


def test_one_sheet_can_be_printed_again_and_the_closed_and_withdrawn_are_not_printed_by_themselves(
    desk: Desk, segunda: str
) -> None:
    (first, second, third), _ = prepared(desk, segunda, 3)
    desk.do(contar_firmas, id=first, firmas=0)
    desk.do(cerrar_hoja, id=first)
    desk.do(anular_hoja, id=second)
    assert codigo_de("hoja", third) in to_text(hojas(desk))
    assert not any(codigo_de("hoja", key) in to_text(hojas(desk)) for key in (first, second))
    assert "# Folio 1 de 3" in to_text(hojas(desk, first))


def test_a_sheet_prepared_with_more_rows_than_now_fit_is_still_one_page(desk: Desk, segunda: str) -> None:
    rows = desk.ask(renglones_por_hoja, codigo=SEGUNDA, evidencias=desk.folder)
    desk.do(preparar_hojas, audiencia_id=segunda, cuantas=1, renglones=rows + 3)
    (page,) = reading.pages(to_bytes(hojas(desk)))
    assert page.text.count("☐ Sí") == rows + 3


def test_the_kit_has_the_sheets_of_the_base_and_no_private_note(desk: Desk, segunda: str) -> None:
    keys, _ = prepared(desk, segunda, 2)
    secret = "Interrumpir a quien se pase"
    desk.do(corregir["puntos"], id=desk.ask(ver_marcha, audiencia_id=segunda).puntos[0].id, valores={"guion": secret})
    document = desk.ask(documento_kit, codigo=SEGUNDA, evidencias=desk.folder, tarjetas=4)
    words = to_text(document)
    assert all(codigo_de("hoja", key) in words for key in keys)
    assert "Tarjeta 4" in words and "Tarjeta 5" not in words
    assert secret not in words
    assert check(to_bytes(document)) == []


def test_the_list_is_printed_on_the_paper_and_with_the_rows_that_were_asked(desk: Desk) -> None:
    document = desk.ask(documento_lista, codigo=SEGUNDA, evidencias=desk.folder, papel=Paper.LEGAL, filas_en_blanco=20)
    assert {page.width for page in reading.pages(to_bytes(document))} == {1008}
    assert sum(line.endswith("|  |  |  |  |  |  |  |") for line in to_text(document).splitlines()) == 20
