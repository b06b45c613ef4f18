"""The Word file given to LibreOffice holds the words of our document: the comparison is of the same content."""

from pathlib import Path

import pytest

from rcdesk.documents.acta import acta
from rcdesk.documents.blocks import Grid
from tests.bench.synthetic import example, hearing


def test_the_word_file_holds_every_cell_of_every_table(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx no está (grupo bench)")
    from tests.bench.docx import write_docx

    document = acta(example(), hearing(), datos=None)
    write_docx(document, tmp_path / "acta.docx")
    written = {cell.text for table in docx.Document(tmp_path / "acta.docx").tables for cell in table._cells}
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    cells = {cell.replace("**", "").replace("\ue02a", "*") for grid in grids for row in grid.rows for cell in row}
    assert grids
    assert cells <= written
