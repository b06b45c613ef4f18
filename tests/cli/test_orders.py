"""The commands as a script would call them: their words, what they print, how they end."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from rcdesk.cli import main
from rcdesk.cli.orders import ORDENES
from rcdesk.i18n import plural
from rcdesk.work.informes import CLASES
from tests.exchange.golden import golden

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def example(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "Ejemplo.rcdesk"
    assert run("ejemplo", "--base", folder)[0] == 0
    return folder


def images(folder: Path) -> dict[str, str]:
    """What every file in a folder holds."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_words_are_those_that_scripts_rely_on() -> None:
    assert list(ORDENES) == [
        "ejemplo",
        "importar",
        "exportar",
        "acta",
        "aprobar",
        "publicar",
        "lista",
        "tarjetas",
        "kit",
        "preguntas",
        "respuestas",
        "asistencia",
        "encuesta",
        "formulario",
        "resumen",
        "informe",
        "abiertos",
        "requerimientos",
        "calendario",
        "memoria",
        "expediente",
        "comprobar",
        "verificar",
        "reconstruir",
    ]


@pytest.mark.parametrize("order", ORDENES)
def test_every_order_explains_itself_in_spanish(order: str, run: Run) -> None:
    code, out, err = run(order, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Uso: rcdesk {order} ")
    assert not {"usage", "options", "show this help"} & set(out.split("\n"))
    assert "show" not in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["acta", "--base", "x"], "falta --audiencia\n"),
        (["acta", "--base", "x", "--audiencia", "a"], "falta --pdf o --docx"),
        (["nada"], "no existe la orden 'nada'"),
        (["resumen", "--base"], "--base necesita un valor"),
        (["verificar", "--base", "x", "y"], "sobra y"),
        (["resumen", "--base", "x", "--json=1"], "--json no lleva valor"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_wrong(words: list[str], told: str, run: Run) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_the_documents_of_the_example_are_written(example: Path, tmp_path: Path, run: Run) -> None:
    for order in (
        "acta",
        "lista",
        "tarjetas",
        "kit",
        "preguntas",
        "respuestas",
        "asistencia",
        "encuesta",
        "formulario",
    ):
        pdf = tmp_path / f"{order}.pdf"
        code, out, err = run(order, "--base", example, "--audiencia", "rdc-2026-1", "--pdf", pdf)
        assert (code, err) == (0, "")
        with pypdfium2.PdfDocument(pdf) as document:
            assert out == f"{pdf}: {plural(len(document), 'página', 'páginas')}\n"


def test_a_report_of_the_year_is_written_in_each_form(example: Path, tmp_path: Path, run: Run) -> None:
    pdf, word, book = (tmp_path / f"cumplimiento.{kind}" for kind in ("pdf", "docx", "xlsx"))
    words = ("informe", "cumplimiento", "--base", example, "--plan", "participacion-2026", "--corte", "2026-11-20")
    files = ("--pdf", pdf, "--docx", word, "--xlsx", book)
    code, out, err = run(*words, "--periodo", "III cuatrimestre de 2026", *files)
    assert (code, err) == (0, "")
    assert [line.split(":")[0] for line in out.splitlines()] == [str(pdf), str(word), str(book)]
    with pypdfium2.PdfDocument(pdf) as document:
        assert "Tercer cuatrimestre de 2026" in document[0].get_textpage().get_text_bounded()
    assert word.read_bytes()[:2] == book.read_bytes()[:2] == b"PK"


def test_the_help_names_every_report_that_there_is(run: Run) -> None:
    told = " ".join(run("informe", "--help")[1].split()).replace(" o cronograma", ", cronograma")
    assert f"CLASE {', '.join(CLASES)} " in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--corte", "31/02/2026"), "El corte «31/02/2026» no es una fecha: escriba una como 2026-11-20.\n"),
        (
            ("--periodo", "IV cuatrimestre de 2026"),
            "«IV cuatrimestre de 2026» no es un periodo: un año tiene",
        ),
        ((), "Diga de cuál plan es el informe, con su código. Los que hay son «estrategia-rdc-2026»"),
    ],
)
def test_a_report_that_cannot_be_made_says_why(
    options: tuple[str, ...], told: str, example: Path, tmp_path: Path, run: Run
) -> None:
    pdf = tmp_path / "informe.pdf"
    code, out, err = run("informe", "cumplimiento", "--base", example, *options, "--pdf", pdf)
    assert (code, out, pdf.exists()) == (1, "", False)
    assert err.startswith(told)


def test_the_acta_is_written_as_word_alone_or_beside_the_pdf(example: Path, tmp_path: Path, run: Run) -> None:
    pdf, word = tmp_path / "acta.pdf", tmp_path / "acta.docx"
    words = ("acta", "--base", example, "--audiencia", "rdc-2026-1")
    code, out, err = run(*words, "--docx", word)
    assert (code, err) == (0, "")
    assert out == f"{word}: {round(word.stat().st_size / 1024)} kB\n"
    alone = word.read_bytes()
    assert run(*words, "--pdf", pdf, "--docx", word)[1].split("\n")[0].startswith(f"{pdf}: ")
    assert pdf.exists() and word.read_bytes() == alone


def test_the_figures_are_printed_as_json_by_their_names(example: Path, run: Run) -> None:
    code, out, _ = run("resumen", "--base", example, "--audiencia", "rdc-2026-1", "--json")
    figures = json.loads(out)["audiencias"]["rdc-2026-1"]
    assert code == 0
    assert (figures["preguntas"], figures["porcentaje_respondidas"]) == (14, "100.0")
    assert figures["encuestas"]["evaluacion"]["encuestados"] == 27
    assert "porcentaje respondidas: 100.0" in run("resumen", "--base", example)[1]


def test_the_seed_goes_in_and_comes_out(tmp_path: Path, run: Run) -> None:
    source = golden("cali_2021")
    assert run("importar", source, "--base", tmp_path / "b")[0] == 0
    assert run("exportar", "--base", tmp_path / "b", "--salida", tmp_path / "x.json")[0] == 0
    assert (
        json.loads((tmp_path / "x.json").read_text("utf-8"))["fuente"]
        == json.loads(source.read_text("utf-8"))["fuente"]
    )


def test_a_base_is_proved_and_a_change_from_outside_is_named(example: Path, run: Run) -> None:
    assert run("verificar", "--base", example)[0] == 0
    with sqlite3.connect(example / "datos.db") as outside:
        outside.execute("UPDATE preguntas SET texto = 'otra' WHERE numero = 3")
    outside.close()
    code, out, err = run("verificar", "--base", example)
    assert (code, out) == (1, "")
    assert "«preguntas»" in err
    assert "se cambió por fuera del programa" in err


def test_a_base_is_rebuilt_from_its_text_and_proves_whole(example: Path, tmp_path: Path, run: Run) -> None:
    again = tmp_path / "otra"
    assert run("reconstruir", "--espejo", example, "--base", again)[0] == 0
    assert run("verificar", "--base", again)[0] == 0
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for folder, file in zip((example, again), files, strict=True):
        run("exportar", "--base", folder, "--salida", file)
    first, second = (json.loads(file.read_text("utf-8")) | {"generado": ""} for file in files)
    assert first == second


@pytest.mark.parametrize("order", ["exportar", "acta", "lista", "resumen", "verificar"])
def test_a_missing_or_empty_base_is_refused_and_not_made(order: str, tmp_path: Path, run: Run) -> None:
    extra = {
        "exportar": ["--salida", "x"],
        "acta": ["--audiencia", "a", "--pdf", "x"],
        "lista": ["--audiencia", "a", "--pdf", "x"],
    }
    (tmp_path / "vacia").mkdir()
    for folder in (tmp_path / "no-hay", tmp_path / "vacia"):
        code, out, err = run(order, "--base", folder, *extra.get(order, []))
        assert (code, out) == (1, "")
        assert str(folder) in err
    assert not (tmp_path / "no-hay").exists()
    assert not list((tmp_path / "vacia").iterdir())


@pytest.mark.parametrize("order", ["ejemplo", "resumen"])
def test_a_newer_base_and_a_folder_that_is_not_one_are_left_untouched(order: str, example: Path, run: Run) -> None:
    with sqlite3.connect(example / "datos.db") as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    other = example.parent / "fotos"
    other.mkdir()
    (other / "foto.txt").write_text("x")
    for folder in (example, other):
        before = images(folder)
        code, _, err = run(order, "--base", folder)
        assert code == 1
        assert str(folder) in err
        assert images(folder) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "JSON"),
        ('{"formato": "rcdesk/2"}', "Actualice rcdesk"),
        ('{"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "fecha": "2026-02-31"}]}', "audiencias[0].fecha"),
        ('{"formato": "rcdesk/1", "entidad": {"nombre": "E", "logo": "../fuera.png"}}', "entidad.logo"),
    ],
)
def test_a_broken_file_is_refused_whole(content: str, told: str, tmp_path: Path, example: Path, run: Run) -> None:
    file = tmp_path / "malo.json"
    file.write_text(content, "utf-8")
    before = run("resumen", "--base", example, "--json")[1]
    code, out, err = run("importar", file, "--base", example)
    assert (code, out) == (1, "")
    assert "malo.json" in err
    assert told in err
    assert run("resumen", "--base", example, "--json")[1] == before
    assert run("importar", file, "--base", tmp_path / "nueva")[0] == 1
    assert not (tmp_path / "nueva").exists()


def test_an_unknown_key_is_named_and_the_rest_imported(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "colour": 1, "nombre": "Una"}]}', "utf-8")
    code, out, err = run("importar", file, "--base", tmp_path / "b")
    assert code == 0
    assert "colour" in err
    assert "2 registros nuevos" in out


def test_a_hearing_that_is_not_there_is_said(example: Path, tmp_path: Path, run: Run) -> None:
    code, _, err = run("acta", "--base", example, "--audiencia", "rdc-9", "--pdf", tmp_path / "x.pdf")
    assert code == 1
    assert "«rdc-9»" in err
    assert not (tmp_path / "x.pdf").exists()


def test_files_beside_the_json_are_kept_and_given_back(tmp_path: Path, run: Run) -> None:
    source = tmp_path / "de" / "x.json"
    (source.parent / "fotos").mkdir(parents=True)
    (source.parent / "fotos" / "a.png").write_bytes(b"bytes of a picture")
    source.write_text('{"formato": "rcdesk/1", "entidad": {"nombre": "E", "logo": "fotos/a.png"}}', "utf-8")
    run("importar", source, "--base", tmp_path / "b")
    given = tmp_path / "a" / "y.json"
    given.parent.mkdir()
    assert run("exportar", "--base", tmp_path / "b", "--salida", given) == (0, f"Exportado: {given}\n", "")
    assert (given.parent / "fotos" / "a.png").read_bytes() == b"bytes of a picture"
    (given.parent / "fotos" / "a.png").write_bytes(b"other")
    assert "Ya hay otro archivo" in run("exportar", "--base", tmp_path / "b", "--salida", given)[2]
    assert (given.parent / "fotos" / "a.png").read_bytes() == b"other"


@pytest.mark.parametrize("order", ["acta", "lista", "exportar"])
@pytest.mark.parametrize(("place", "why"), [("", "es una carpeta"), ("no hay/x", "no existe la carpeta")])
def test_a_result_without_a_place_is_refused_by_the_name_asked_for(
    order: str, place: str, why: str, example: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / place
    words = ["--salida", target] if order == "exportar" else ["--audiencia", "rdc-2026-1", "--pdf", target]
    code, out, err = run(order, "--base", example, *words)
    assert (code, out) == (1, "")
    assert err.startswith(f"No se pudo escribir «{target}»: {why}")


def test_the_reason_of_the_system_is_said_in_spanish(tmp_path: Path, run: Run) -> None:
    (tmp_path / "archivo").write_text("x")
    code, _, err = run("ejemplo", "--base", tmp_path / "archivo" / "base")
    assert code == 1
    assert "una parte de la ruta es un archivo, no una carpeta" in err
    code, _, err = run("verificar", "--base", tmp_path / ("x" * 300))
    assert (code, "el nombre es demasiado largo" in err) == (1, True)


def test_an_annulled_hearing_has_no_documents_and_leaves_its_code_to_another(tmp_path: Path, run: Run) -> None:
    gone = {"codigo": "a", "nombre": "Anulada", "id": "01a1f92d-f0f3-7633-8493-a89508fe3fed"}
    gone |= {"anulada": {"motivo": "repetida"}}  # type: ignore[dict-item]
    file, base, pdf = tmp_path / "x.json", tmp_path / "b", tmp_path / "x.pdf"
    file.write_text(json.dumps({"formato": "rcdesk/1", "audiencias": [gone]}), "utf-8")
    assert run("importar", file, "--base", base)[0] == 0
    words = ("--base", base, "--audiencia", "a")
    for order in (["acta", *words, "--pdf", pdf], ["lista", *words, "--pdf", pdf], ["resumen", *words, "--json"]):
        code, out, err = run(*order)
        assert (code, out) == (1, "")
        assert "«a» está anulada" in err
    stands = {
        "codigo": "a",
        "nombre": "La que sigue",
        "id": "01a1f92d-f0f3-7633-8493-a89508fe3fee",
        "fecha": "2026-04-15",
    }
    file.write_text(json.dumps({"formato": "rcdesk/1", "audiencias": [gone, stands]}), "utf-8")
    assert run("importar", file, "--base", base)[0] == 0
    assert json.loads(run("resumen", *words, "--json")[1])["audiencias"]["a"]["dia_de_la_semana"] == "miércoles"
    assert run("acta", *words, "--pdf", pdf)[0] == 0


@pytest.mark.parametrize("kind", ["preguntas", "personas"])
def test_an_id_that_is_of_another_record_of_the_base_is_refused_whole(kind: str, tmp_path: Path, run: Run) -> None:
    key = "01a1f92d-f0f3-7633-8493-a89508fe3fed"
    question = {"numero": 1, "texto": "¿?", "estado": "recibida", "id": key}
    first, second, base = tmp_path / "uno.json", tmp_path / "dos.json", tmp_path / "b"
    hearings = [{"codigo": code, "nombre": "N", "preguntas": [question]} for code in ("a", "b")]
    other = {"audiencias": hearings[1:]} if kind == "preguntas" else {"personas": [{"nombre": "P", "id": key}]}
    first.write_text(json.dumps({"formato": "rcdesk/1", "audiencias": hearings[:1]}), "utf-8")
    second.write_text(json.dumps({"formato": "rcdesk/1", **other}), "utf-8")
    assert run("importar", first, "--base", base)[0] == 0
    before = run("resumen", "--base", base, "--json")[1]
    code, out, err = run("importar", second, "--base", base)
    assert (code, out) == (1, "")
    assert err.startswith(f"No se importó «dos.json»; nada cambió. El archivo da a un registro nuevo de «{kind}»")
    assert key in err
    assert run("resumen", "--base", base, "--json")[1] == before
