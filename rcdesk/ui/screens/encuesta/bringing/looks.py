"""How a column of a form's file looks: what it becomes in a word, and what is told of the file in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_de_encuesta import Columna, letras, repetidas
from rcdesk.domain.columnas_y_preguntas import FECHA, NUEVA, pregunta_algo
from rcdesk.domain.encuesta_leida import Encargo, EncuestaLeida
from rcdesk.domain.encuestas import enunciado
from rcdesk.domain.palabras import TIPO_PREGUNTA_ENCUESTA, con_mayuscula
from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.valores_de_formulario import ColumnaLeida
from rcdesk.i18n import lista_en_palabras, numero, plural
from rcdesk.store.sheet_row import COLUMNS as COLUMNAS
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import State

COUNTERS: Final = (
    ("columnas", "Columnas", "ink"),
    ("traen", "Se traen", "ok"),
    ("decidir", "Por decidir", "warn"),
    ("fuera", "No se traen", "ink"),
)
"""Each counter is a filter of the columns: its value, its words, the tone of its figure."""

ANONYMOUS: Final = "Dice quién responde: no se trae, porque la encuesta es anónima."
_FOR_ITSELF: Final = "La lleva el formulario para sí: no es una pregunta."


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as it stands now: `numero` is the place of its question in the survey, 0 when it answers none."""

    id: int
    columna: Columna
    encargo: Encargo
    leida: ColumnaLeida | None
    numero: int
    orden: str = ""
    """Of the column of dates, how they are read: «día/mes/año»."""

    @property
    def por_decidir(self) -> int:
        """How many of its values wait for the person."""
        return self.leida.por_decidir if self.leida is not None else 0

    @property
    def se_trae(self) -> bool:
        """Whether something of it comes in."""
        return self.leida is not None or self.encargo.destino == FECHA


def fate(row: ColumnRow) -> State:
    """Return what a column becomes, in a word."""
    if row.por_decidir:
        return State("Decidir", "columns-2", "warn")
    if row.encargo.destino == FECHA:
        return State("Fecha", "clock", "info")
    if row.leida is None:
        return State("No se trae", "eye-off")
    return State("Nueva", "plus", "ok") if row.encargo.destino == NUEVA else State("Se trae", "check", "ok")


def goes_to(row: ColumnRow) -> str:
    """Return the question that a column answers, in words."""
    if row.encargo.destino == FECHA:
        return "Cuándo respondió"
    if row.leida is None:
        return "–"
    return f"{row.numero}. {enunciado(row.leida.pregunta)}"


def why(row: ColumnRow) -> str:
    """Return how it is answered, or why it stays out."""
    if row.leida is not None:
        kind = con_mayuscula(TIPO_PREGUNTA_ENCUESTA[row.leida.pregunta.tipo])
        waits = plural(row.por_decidir, "valor por decidir", "valores por decidir") if row.por_decidir else ""
        return "  ·  ".join(filter(None, (kind, waits)))
    if row.columna.de_quien:
        return "Dice quién responde: la encuesta es anónima"
    return "" if pregunta_algo(row.columna) or row.encargo.destino == FECHA else "La lleva el formulario para sí"


def sentence(row: ColumnRow) -> str:
    """Return what is said of a column beside it."""
    if row.columna.de_quien:
        return ANONYMOUS
    if row.leida is None and row.encargo.destino != FECHA and not pregunta_algo(row.columna):
        return _FOR_ITSELF
    if row.orden:
        return f"Las fechas se leen como {row.orden}."
    return plural(row.columna.respondidas, "persona la respondió.", "personas la respondieron.")


def filtered(rows: Sequence[ColumnRow], which: str) -> list[ColumnRow]:
    """Return the columns that a counter counts."""
    match which:
        case "traen":
            return [row for row in rows if row.se_trae]
        case "decidir":
            return [row for row in rows if row.por_decidir]
        case "fuera":
            return [row for row in rows if not row.se_trae]
        case _:
            return list(rows)


def counts(rows: Sequence[ColumnRow]) -> Mapping[str, int]:
    """Return the figure of each counter; what waits is counted by its values."""
    found = {value: len(filtered(rows, value)) for value, _, _ in COUNTERS}
    return {**found, "decidir": sum(row.por_decidir for row in rows)}


def said_of(tabla: Tabla, columnas: Sequence[Columna], rows: Sequence[ColumnRow], leida: EncuestaLeida) -> str:
    """Return what the person must know of the file, in sentences."""
    wide = len(tabla.filas[0].celdas) >= COLUMNAS
    cut = (f"Se leyeron las primeras {COLUMNAS} columnas: si el archivo trae más, divídalo.",) if wide else ()
    return "  ".join([*tabla.avisos, *cut, *_of_columns(columnas, rows, leida), *_of_rows(leida)])


def _of_columns(columns: Sequence[Columna], rows: Sequence[ColumnRow], read: EncuestaLeida) -> Iterator[str]:
    who = [f"{letras(one)} ({one.titulo[:40]})" for one in columns if one.de_quien]
    if who:
        verb = "No se trae" if len(who) == 1 else "No se traen"
        yield f"{verb} {lista_en_palabras(who)}: la encuesta es anónima."
    for title in repetidas(columns)[:2]:
        where = lista_en_palabras([letras(one) for one in columns if one.titulo == title])
        yield f"{where} se llaman igual, «{title[:40]}»."
    answered = {row.leida.pregunta.codigo for row in rows if row.leida is not None}
    missing = [str(n) for n, one in enumerate(read.preguntas, 1) if one.codigo not in answered]
    if missing:
        which = f"la pregunta {missing[0]}" if len(missing) == 1 else f"las preguntas {lista_en_palabras(missing)}"
        yield f"El archivo no trae columna para {which}."
    if read.fechas is not None and read.fechas.supuesto:
        yield f"Las fechas se leyeron como {read.fechas.orden}, aunque ninguna dice cuál es el día."


def _of_rows(read: EncuestaLeida) -> Iterator[str]:
    if read.ya_estaban:
        yield f"{_were(read.ya_estaban)} ya en la encuesta: no se {'repite' if read.ya_estaban == 1 else 'repiten'}."
    if read.en_blanco:
        places = ", ".join(map(str, read.en_blanco[:5])) + ("…" if len(read.en_blanco) > 5 else "")
        blank = plural(len(read.en_blanco), "fila está", "filas están")
        yield f"{blank} en blanco y no se {'trae' if len(read.en_blanco) == 1 else 'traen'} ({places})."
    for code, many in read.fuera_de_condicion.items():
        question = _of_code(read.preguntas, code)
        said = plural(many, "respuesta", "respuestas")
        whose = "es de quien no debía" if many == 1 else "son de quienes no debían"
        yield f"{said} a «{question}» {whose} responderla: no se {'trae' if many == 1 else 'traen'}."
    if read.sin_fecha:
        yield f"{plural(read.sin_fecha, 'respuesta queda', 'respuestas quedan')} sin fecha."


def _were(many: int) -> str:
    return "Una respuesta estaba" if many == 1 else f"{numero(many)} respuestas estaban"


def _of_code(questions: Sequence[PreguntaEncuesta], code: str) -> str:
    return next((enunciado(one)[:60] for one in questions if one.codigo == code), code)


def _dull(row: ColumnRow) -> str:
    return "ink" if row.se_trae else "ink3"


COLUMNS: Final = (
    Column[ColumnRow]("Col.", lambda row: letras(row.columna), 64, tone="ink3"),
    Column[ColumnRow]("En el archivo", lambda row: row.columna.titulo or "sin título", tone=_dull, drop=3),
    Column[ColumnRow](
        "Pregunta de la encuesta",
        goes_to,
        tone=_dull,
        strong=True,
        note=why,
        note_tone=lambda row: "warn" if row.por_decidir else "ink2",
    ),
    Column[ColumnRow]("Resp.", lambda row: numero(row.columna.respondidas), 76, "right", "ink2", drop=2),
    Column[ColumnRow]("Qué pasa", lambda row: fate(row).word, 138, state=fate),
)
