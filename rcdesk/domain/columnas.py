"""The columns of a file of questions: which is what, guessed from its headings and corrected by the person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from rcdesk.domain.campos import LIMITE
from rcdesk.domain.forma_de_hoja import SIN_DIBUJO, Forma
from rcdesk.domain.horas_de_chat import fecha_y_hora, momento
from rcdesk.domain.palabras import CANAL_PREGUNTA
from rcdesk.domain.registro.preguntas import CanalPregunta
from rcdesk.domain.renglones import Renglon
from rcdesk.i18n import numero, sin_tildes

Campo = Literal["", "texto", "autor", "recibida", "hora", "canal", "tema"]

CAMPOS: Final[tuple[tuple[Campo, str], ...]] = (
    ("", "No se trae"),
    ("texto", "Mensaje"),
    ("autor", "Autor"),
    ("recibida", "Fecha"),
    ("hora", "Hora"),
    ("canal", "Canal"),
    ("tema", "Tema"),
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS: Final[Mapping[Campo, frozenset[str]]] = {
    "": _words("id url link enlace correo email mail telefono celular cedula documento likes reacciones"),
    "recibida": _words("fecha marca timestamp date created recibida recibido enviado enviada"),
    "hora": _words("hora time"),
    "canal": _words("canal medio channel fuente source origen"),
    "tema": _words("tema asunto topic categoria subject eje"),
    "autor": _words("autor nombre nombres name author usuario user from quien ciudadano remitente"),
    "texto": _words(
        "mensaje comentario comment message pregunta preguntas texto text inquietud solicitud peticion question"
        " contenido content observacion"
    ),
}
"""Words of a heading → what its column is; the first that has one of them decides."""
_CHANNELS: Final[Mapping[str, CanalPregunta]] = {
    "correo": "correo",
    "mail": "correo",
    "facebook": "redes_sociales",
    "redes": "redes_sociales",
    "instagram": "redes_sociales",
    "youtube": "chat_en_vivo",
    "chat": "chat_en_vivo",
    "whatsapp": "whatsapp",
    "web": "formulario_web",
    "formulario": "formulario_web",
    "urna": "buzon",
    "buzon": "buzon",
    "taller": "taller_previo",
    "micrositio": "micrositio",
    "telefono": "telefono",
    "llamada": "telefono",
    "ventanilla": "ventanilla",
    "sala": "verbal_en_sala",
}
_LONG_HEADING: Final = 80


class Fila(NamedTuple):
    """A row of a file: its number there, its cells as text, and what is wrong with it."""

    numero: int
    celdas: tuple[str, ...]
    aviso: str = ""


@dataclass(frozen=True, slots=True)
class Tabla:
    """A sheet of a file, read. `total` are its rows, of which `filas` may be only the first."""

    archivo: str
    filas: tuple[Fila, ...]
    total: int
    modificado: datetime
    hoja: str = ""
    hojas: tuple[str, ...] = ()
    avisos: tuple[str, ...] = ()
    forma: str = ""
    """How it was read: «separado por punto y coma»."""
    dibujo: Forma = SIN_DIBUJO


def son_titulos(fila: Fila) -> bool:
    """Say whether a row has the headings of the others: short words, of which one at least is known."""
    cells = [cell for cell in fila.celdas if cell.strip()]
    short = all(len(cell) <= _LONG_HEADING for cell in cells)
    return short and any(_field(cell) for cell in cells)


def adivinar(tabla: Tabla) -> tuple[Campo, ...]:
    """Return what each column is: by its heading; without any, the one with most letters is the message."""
    if not tabla.filas:
        return ()
    width = max(len(row.celdas) for row in tabla.filas[:50])
    found: list[Campo] = [""] * width
    if son_titulos(tabla.filas[0]):
        for place, cell in enumerate(tabla.filas[0].celdas):
            field = _field(cell)
            if field and field not in found:
                found[place] = field
    if "texto" not in found:
        letters = [sum(len(row.celdas[i]) for row in tabla.filas[1:50] if i < len(row.celdas)) for i in range(width)]
        free = [place for place in range(width) if not found[place]]
        if free:
            found[max(free, key=lambda place: letters[place])] = "texto"
    return tuple(found)


def repetidos(tabla: Tabla) -> list[str]:
    """Return the headings that two columns have."""
    titles = [cell.strip() for cell in tabla.filas[0].celdas if cell.strip()] if tabla.filas else []
    return list(dict.fromkeys(title for title in titles if titles.count(title) > 1))


def renglones(tabla: Tabla, campos: Sequence[str], *, titulos: bool, ahora: datetime) -> Iterator[Renglon]:
    """Return the lines that the rows make; without a date of its own, a row has that of its file."""
    places = {campo: place for place, campo in enumerate(campos) if campo in get_args(Campo) and campo}
    of_file = f"{tabla.modificado:%Y-%m-%dT%H:%M:%S}-05:00"
    for row in tabla.filas[1:] if titulos else tabla.filas:
        cells = {campo: row.celdas[place].strip() if place < len(row.celdas) else "" for campo, place in places.items()}
        yield _line(row, cells, of_file, ahora)


def _line(row: Fila, cells: Mapping[str, str], of_file: str, now: datetime) -> Renglon:
    text, day, hour = cells.get("texto", ""), cells.get("recibida", ""), cells.get("hora", "")
    moment = (fecha_y_hora(day, hour, now) if hour and day else None) or momento(day or hour, now)
    line = Renglon(
        n=str(row.numero),
        texto=text,
        autor=" ".join(cells.get("autor", "").split())[:200],
        recibida=moment or of_file,
        tema=" ".join(cells.get("tema", "").split())[:200],
        canal=canal_de(cells.get("canal", "")) or "",
        crudo="  |  ".join(filter(None, (cell.strip() for cell in row.celdas)))[:LIMITE],
    )
    return _judged(line, row.aviso, (day or hour) if moment is None else "")


def _judged(line: Renglon, wrong: str, date: str) -> Renglon:
    if len(line.texto) > LIMITE:
        why = f"Tiene {numero(len(line.texto))} caracteres y caben {numero(LIMITE)}"
        return replace(line, destino="salta", nota=why)
    if not line.texto:
        return replace(line, destino="salta", nota=wrong or "La fila no trae mensaje")
    if wrong:
        return replace(line, destino="revisar", nota=f"{wrong}. F2 y Enter la acepta", decidida=True)
    return replace(line, nota=f"No se entendió la fecha «{date[:30]}»: queda la del archivo") if date else line


def canal_de(palabras: str) -> CanalPregunta | None:
    """Return the channel that some words name."""
    bare = sin_tildes(palabras.strip()[:80])
    for value, words in CANAL_PREGUNTA.items():
        if bare in (value, sin_tildes(words)):
            return value
    return next((value for word, value in _CHANNELS.items() if word in bare), None)


def _field(heading: str) -> Campo:
    words = set(re.findall(r"[a-z]+", sin_tildes(heading[:_LONG_HEADING])))
    return next((field for field, known in _WORDS.items() if words & known), "")
