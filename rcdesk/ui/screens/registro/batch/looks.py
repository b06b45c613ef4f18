"""How a row of a list of people looks: what will happen with it in a word, why in a smaller one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, assert_never

from rcdesk.domain.columnas_de_personas import CAMPOS
from rcdesk.domain.comparar_personas import COLUMNA_DE, Diferencia, Renglon
from rcdesk.domain.palabras import CALIDAD, PRESENCIA, con_mayuscula
from rcdesk.domain.registro.asistentes import ENFOQUE
from rcdesk.i18n import lista_en_palabras, plural
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.registro.looks import veiled

COUNTERS: Final = (
    ("filas", "Filas", "ink"),
    ("nuevas", "Nuevas", "ok"),
    ("iguales", "Iguales", "ink"),
    ("cambian", "Cambian", "info"),
    ("decidir", "Por decidir", "warn"),
    ("no_entran", "No entran", "danger"),
)
"""Each counter is a filter: its value, its words, the tone of its figure."""

_LABELS: Final[Mapping[str, str]] = {COLUMNA_DE.get(field, field): words for field, words in CAMPOS}
_CODED: Final[Mapping[str, Mapping[Any, str]]] = {"calidad": CALIDAD, "modalidad": PRESENCIA}
_NOTHING: Final = "sin dato"


def fate(line: Renglon) -> State:
    """Return what will happen with a row."""
    match line.destino:
        case "nueva":
            return State("Nueva", "plus", "ok")
        case "igual":
            return State("Igual", "check")
        case "cambia":
            return State("Cambia", "pen-line", "info")
        case "decidir":
            return State("Decidir", "columns-2", "warn")
        case "no_entra":
            return State("No entra", "circle-alert", "danger")
        case "salta":
            return State("Se salta", "eye-off")
        case _:
            assert_never(line.destino)


def label(column: str) -> str:
    """Return how a column of the base is told to the person."""
    return "Caracterización" if column.startswith(ENFOQUE) else _LABELS.get(column, con_mayuscula(column))


def told(column: str, value: Any) -> str:
    """Return a value of a column in words; what somebody told of themselves is not shown."""
    if value is None or value == "":
        return _NOTHING
    if column.startswith(ENFOQUE):
        return "se trae, sin mostrarse"
    if isinstance(value, bool):
        return "Sí" if value else "No"
    return con_mayuscula(_CODED[column][value]) if column in _CODED else str(value)


def document(line: Renglon) -> str:
    """Return the document of a row with its middle hidden, as it is in the file when it is wrong there."""
    written = line.leida.celdas.get("documento", "")
    bare = "".join(filter(str.isalnum, written))
    if bare.isdecimal():
        return veiled(None, bare)
    return f"{bare[:4]}•••{bare[-3:]}" if len(bare) > 4 else bare or "sin documento"


def named_columns(differences: tuple[Diferencia, ...]) -> str:
    """Return the columns in which the base and the file do not agree, in words."""
    return lista_en_palabras([*dict.fromkeys(label(one.columna).lower() for one in differences)])


def why(line: Renglon) -> str:
    """Return why it will happen, in a sentence."""
    match line.destino:
        case "cambia" if line.propuesto == "cambia":
            said = f"Se completa: {named_columns(line.diferencias)}"
        case "cambia":
            said = "Queda lo del archivo"
        case "decidir":
            said = f"No coincide: {named_columns(tuple(one for one in line.diferencias if one.base is not None))}"
        case "igual" if line.queda == "base":
            said = "Queda lo de la base"
        case _:
            said = ""
    return ".  ".join(filter(None, (said, line.nota)))


def sentence(line: Renglon) -> str:
    """Return what is said of a row beside it."""
    match line.destino:
        case "nueva":
            return line.nota or "No está en la lista: entra."
        case "igual" if line.queda == "base":
            return "Queda lo de la base; lo del archivo no se trae."
        case "igual":
            return line.nota or "Ya está en la lista, con los mismos datos."
        case "cambia" if line.propuesto == "cambia":
            return "Ya está en la lista; se completa lo que le falta."
        case "cambia" | "decidir":
            many = plural(len(line.diferencias), "dato no coincide", "datos no coinciden")
            return f"Ya está en la lista, y {many}."
        case "no_entra":
            return f"{line.nota}. Corríjala en el archivo y ábralo otra vez: las que ya entraron saldrán iguales."
        case "salta":
            return "No se trae. Espacio la toma otra vez."
        case _:
            assert_never(line.destino)


def _tone(line: Renglon) -> str:
    return "ink3" if line.destino == "salta" else "ink"


def _cell_tone(field: str, line: Renglon) -> str:
    return "danger" if line.leida.campo == field else _tone(line)


def _note_tone(line: Renglon) -> str:
    return "danger" if line.destino == "no_entra" else "warn" if line.destino == "decidir" else "ink2"


def _in_base(line: Renglon) -> str:
    found = next((one for one in line.diferencias if one.columna == "organizacion" and one.base), None)
    return f"En la base: {found.base}" if found is not None and line.destino == "decidir" else ""


def _cell(field: str) -> Callable[[Renglon], str]:
    return lambda line: line.leida.celdas.get(field, "")


COLUMNS: Final = (
    Column[Renglon]("Fila", lambda r: str(r.n), 70, "right", "ink3"),
    Column[Renglon]("Documento", document, 152, tone=lambda r: _cell_tone("documento", r), drop=2),
    Column[Renglon](
        "Nombre",
        _cell("nombre"),
        tone=lambda r: _cell_tone("nombre", r),
        strong=True,
        note=why,
        note_tone=_note_tone,
        struck=lambda r: r.destino == "salta",
        stretch=3,
    ),
    Column[Renglon](
        "Organización", _cell("organizacion"), tone=_tone, note=_in_base, note_tone=_note_tone, stretch=2, drop=3
    ),
    Column[Renglon]("Autoriza", _cell("autoriza"), 96, tone=_tone, drop=1),
    Column[Renglon]("Qué pasa", lambda r: fate(r).word, 142, state=fate),
)
WRONG: Final[Mapping[str, int]] = {"documento": 1, "nombre": 2, "organizacion": 3, "autoriza": 4}
"""What is wrong in a row → the column that is marked."""
