"""A file of outside is opened in a process of its own, which holds little, says only text and never stays behind."""

import os
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcdesk.app.progress import Cancelled
from rcdesk.domain.errors import StoreError
from rcdesk.store import sheet_process
from rcdesk.store.sheets import read_table

OURS = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
    "from rcdesk.store import sheet_child, sheet_text\n"
)
"""How a script begins that puts another reader in the process."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")


def children() -> list[int]:
    """The processes that this one has."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = (entry / "stat").read_text().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if int(parent) == os.getpid():
                found.append(int(entry.name))
    return found


@pytest.fixture
def mute(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a script in place of the process that reads."""

    def put(script: str) -> None:
        monkeypatch.setattr(sheet_process, "_command", lambda: [sys.executable, "-I", "-c", script])

    return put


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "p.csv"
    path.write_text("Nombre;Pregunta\nAna;uno\n")
    return path


@pytest.fixture(autouse=True)
def _no_process_stays() -> Iterator[None]:
    yield
    if sys.platform == "linux":
        assert children() == []


def test_who_cancels_is_heard_at_once_although_the_file_says_nothing(sheet: Path, mute: Callable[[str], None]) -> None:
    mute("import time; time.sleep(60)")
    start = time.monotonic()

    def progress(_step: int, _total: int, _words: str) -> None:
        if time.monotonic() - start > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_table(sheet, progress=progress)
    assert time.monotonic() - start < 1


def test_one_that_says_nothing_for_long_is_ended(sheet: Path, mute: Callable[[str], None]) -> None:
    mute("import time; time.sleep(60)")
    with pytest.raises(StoreError, match="tardaba demasiado"):
        list(sheet_process.answers(sheet, "", waiting=lambda: None, silence=0.2))


def test_one_that_dies_is_told_in_words(sheet: Path, mute: Callable[[str], None]) -> None:
    mute("import os; os.abort()")
    with pytest.raises(StoreError, match=r"«p\.csv» no se abrió"):
        read_table(sheet)
    mute("import os, signal; os.kill(os.getpid(), signal.SIGALRM)")
    if sys.platform != "win32":
        with pytest.raises(StoreError, match="tardaba demasiado"):
            read_table(sheet)


@pytest.mark.parametrize(
    "frame",
    [
        '["rows",["1"],[],"a"]',
        '["rows",[1,2],[],"a"]',
        '["rows",[1],[],2]',
        '["ejecutar","x"]',
        '["end","1",0]',
        "{}",
        "[[",
    ],
)
def test_what_comes_back_is_text_and_numbers_or_an_error_of_ours(
    sheet: Path, mute: Callable[[str], None], frame: str
) -> None:
    mute(f"import os; f={frame!r}.encode(); os.write(1, len(f).to_bytes(4, 'big') + f)")
    with pytest.raises((ValueError, TypeError, KeyError)):
        read_table(sheet)


def test_a_fault_of_ours_is_raised_here_without_words_of_the_file(sheet: Path, mute: Callable[[str], None]) -> None:
    mute(OURS + "sheet_text.rows = lambda path: {}['1.144.034.567']\nsheet_child.main()")
    with pytest.raises(RuntimeError, match=r"KeyError \(.*sheet_child\.py:\d+") as caught:
        read_table(sheet)
    assert "034" not in str(caught.value)
    for script in ("import rcdesk.no_esta", "pass"):  # one that does not even start
        mute(script)
        with pytest.raises(RuntimeError, match="did not work"):
            read_table(sheet)


def test_one_that_says_half_or_what_is_no_frame_is_not_waited_for(sheet: Path, mute: Callable[[str], None]) -> None:
    mute("import os; os.write(1, b'\\0\\0\\1\\0[\"rows'); os.abort()")
    with pytest.raises(StoreError, match=r"«p\.csv» no se abrió"):
        read_table(sheet)
    mute("import os, time; os.write(1, b'\\xff' * 9); time.sleep(60)")
    with pytest.raises(RuntimeError, match="did not work"):
        read_table(sheet)


def test_a_library_that_gives_up_is_a_file_that_is_damaged(sheet: Path, mute: Callable[[str], None]) -> None:
    mute(
        OURS + "class PanicException(BaseException): pass\n"
        "def rows(path): raise PanicException('1.144.034.567')\n"
        "sheet_text.rows = rows\nsheet_child.main()"
    )
    with pytest.raises(StoreError, match=r"«p\.csv» está dañado o incompleto: no se pudo abrir"):
        read_table(sheet)


@linux
def test_it_ends_with_the_program_however_that_ends(tmp_path: Path) -> None:
    fifo = tmp_path / "nunca.csv"  # opening it never ends: the process waits there
    os.mkfifo(fifo)
    script = (
        "import sys; from pathlib import Path; from rcdesk.store.sheet_process import answers\n"
        "list(answers(Path(sys.argv[1]), '', waiting=lambda: None))"
    )
    parent = subprocess.Popen([sys.executable, "-c", script, str(fifo)], cwd=Path(__file__).parents[2])
    child = _child_of(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    limit = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and time.monotonic() < limit:
        time.sleep(0.01)
    assert not Path(f"/proc/{child}").exists()


def _child_of(pid: int) -> int:
    limit = time.monotonic() + 5
    while time.monotonic() < limit:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            if found := task.read_text().split():
                command = Path(f"/proc/{found[0]}/cmdline").read_bytes()
                if b"sheet_child" in command:
                    time.sleep(0.2)  # it has read its order
                    return int(found[0])
        time.sleep(0.01)
    pytest.fail("it never started")


@linux
def test_what_asks_for_much_memory_is_refused_in_words(sheet: Path, mute: Callable[[str], None]) -> None:
    mute(OURS + "sheet_text.rows = lambda path: bytearray(1_500_000_000)\nsheet_child.main()")
    with pytest.raises(StoreError, match="pide más memoria"):
        read_table(sheet)


@pytest.mark.parametrize(("summed", "words"), [(1_000, "dañado o incompleto"), (1_001, "se volvería")])
def test_a_spreadsheet_that_tells_less_than_it_holds_is_refused_in_a_moment(
    tmp_path: Path, summed: int, words: str
) -> None:
    path = tmp_path / "p.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/sheet1.xml", "w") as part:
        for _ in range(150):
            part.write(b"<r/>" * 250_000)
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")  # the directory tells a size and a sum
    data[place + 16 : place + 20] = zlib.crc32((b"<r/>" * 300)[:summed]).to_bytes(4, "little")
    data[place + 24 : place + 28] = (1_000).to_bytes(4, "little")
    path.write_bytes(data)
    start = time.perf_counter()
    with pytest.raises(StoreError, match=words):
        read_table(path)
    assert time.perf_counter() - start < 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are none")
def test_only_a_file_is_opened(tmp_path: Path) -> None:
    fifo = tmp_path / "tubo.csv"
    os.mkfifo(fifo)
    for path in (fifo, Path("/dev/zero"), tmp_path):
        with pytest.raises(StoreError, match="no es un archivo"):
            read_table(path)


def test_the_program_in_one_file_becomes_the_process_that_reads(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    executable, order = sheet_process._command()
    assert executable == sys.executable
    monkeypatch.setattr(sheet_process, "_command", lambda: [sys.executable, "-I", "-m", "rcdesk", order])
    assert [row.celdas for row in read_table(sheet).filas] == [("Nombre", "Pregunta"), ("Ana", "uno")]
