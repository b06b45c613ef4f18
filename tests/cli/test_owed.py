"""What is owed, as a script asks for it: the letters, and the calendar."""

from pathlib import Path

import pytest

from rcdesk.cli import main
from tests.bases import SEGUNDA, make_example


def test_the_letters_and_the_calendar_are_written_where_they_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = make_example(tmp_path / "Ejemplo.rcdesk")
    pdf, docx, ics = tmp_path / "oficios.pdf", tmp_path / "oficios.docx", tmp_path / "fechas.ics"

    def call(*words: object) -> tuple[int, str]:
        code = main([*map(str, words), "--base", str(base)])
        told = capsys.readouterr()
        return code, told.out + told.err

    code, told = call("requerimientos", "--pdf", pdf, "--docx", docx)
    assert (code, told.count("\n")) == (0, 2)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert docx.stat().st_size > 5000
    assert call("requerimientos", "--pdf", pdf, "--responsable", "Nadie")[0] == 1
    assert call("calendario", "--ics", ics)[0] == 0
    assert ics.read_bytes().count(b"BEGIN:VEVENT") > 2
    assert call("calendario", "--ics", ics, "--audiencia", SEGUNDA)[0] == 0
    assert ics.read_bytes().count(b"BEGIN:VEVENT") == 1
    code, told = call("calendario", "--ics", tmp_path / "no" / "x.ics")
    assert (code, "no existe la carpeta" in told) == (1, True)
