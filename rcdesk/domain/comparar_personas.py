"""Each row of a list of people beside whom the hearing has: who is new, who is the same, what does not agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal

from rcdesk.domain.caracterizacion import Campo
from rcdesk.domain.celdas_de_personas import (
    CeldaMala,
    CeldaSinEntender,
    Valores,
    leer_autorizacion,
    leer_calidad,
    leer_imagen,
    leer_modalidad,
    leer_tipo,
    una_linea,
)
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.documento_de_identidad import llave_de_documento
from rcdesk.domain.mojibake import reparar
from rcdesk.domain.organizaciones import Catalogo, forma
from rcdesk.domain.personas_leidas import Celdas, Leida, celdas_de, lectores, leer_fila
from rcdesk.domain.registro.asistentes import ENFOQUE
from rcdesk.i18n import numero, sin_tildes

Destino = Literal["nueva", "igual", "cambia", "decidir", "no_entra", "salta"]
Queda = Literal["", "base", "archivo"]

COLUMNA_DE: Final[Mapping[str, str]] = {
    "documento_tipo": "documento_tipo",
    "documento": "documento_numero",
    "nombre": "nombre",
    "organizacion": "organizacion",
    "dependencia": "dependencia",
    "cargo": "cargo",
    "telefono": "telefono",
    "correo": "correo",
    "municipio": "municipio",
    "territorio": "territorio",
    "barrio": "barrio",
    "modalidad": "modalidad",
    "hora": "hora_llegada",
    "autoriza": "autorizacion_otorgada",
    "imagen": "autorizacion_imagen_y_voz",
    "representante": "autorizacion_representante",
    "calidad": "calidad",
}
"""What a column of the file is → the column of the base that it fills."""

COMPANIONS: Final = frozenset({"autorizacion_fecha", "firma"})
"""Columns that only go along with an answer about the data."""

_CODED: Final[Mapping[str, Callable[[str], Valores]]] = {
    "documento_tipo": lambda text: {"documento_tipo": leer_tipo(text)},
    "modalidad": leer_modalidad,
    "autoriza": leer_autorizacion,
    "imagen": leer_imagen,
    "calidad": leer_calidad,
}
_ASIDE: Final = frozenset({"documento_numero", "tipo_dicho", *COMPANIONS})
_TELL: Final = 1_000  # rows between two words of how far it is
_LONGEST_CELL: Final = 32_000  # letters from which a spreadsheet may have cut a text

_NOTHING_JOINED: Final = Catalogo()

Progreso = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Conocida:
    """Someone of the list of the hearing: the columns of the base that a file may fill."""

    id: str
    valores: Mapping[str, Any]
    anulada: bool = False


@dataclass(frozen=True, slots=True)
class Diferencia:
    """A column in which the base and the file do not agree; the base may hold nothing there."""

    columna: str
    base: Any
    archivo: Any


@dataclass(frozen=True, slots=True)
class Renglon:
    """A row of the file and what happens with it; `propuesto` is what happened before the person decided."""

    leida: Leida
    destino: Destino
    nota: str = ""
    id: str = ""
    diferencias: tuple[Diferencia, ...] = ()
    queda: Queda = ""
    propuesto: Destino = "nueva"

    @property
    def n(self) -> int:
        """Its number in the file."""
        return self.leida.fila.numero


@dataclass(frozen=True, slots=True)
class PorDefecto:
    """What is said of the whole file: how they come, and since when who came without an hour of their own."""

    modalidad: str = ""
    hora: str = ""

    def valores(self) -> Valores:
        """The columns that it fills where the row and the base say nothing."""
        said = {"modalidad": self.modalidad, "hora_llegada": self.hora}
        return {column: value for column, value in said.items() if value}


class Comparacion:
    """Whom the base has, and the rows as they are compared with them, one after another."""

    def __init__(
        self,
        conocidas: Iterable[Conocida],
        por_defecto: PorDefecto,
        ahora: datetime,
        opciones: Mapping[Campo, Sequence[str]],
        catalogo: Catalogo = _NOTHING_JOINED,
    ) -> None:
        self._by_key: dict[str, Conocida] = {}
        self._by_document: dict[str, Conocida] = {}
        self._by_name: dict[str, list[Conocida]] = defaultdict(list)
        self._rest, self._readers = por_defecto.valores(), lectores(ahora, opciones)
        self._catalogue = catalogo
        self._claimed: set[str] = set()  # keys that a row has said
        self._taken: set[str] = set()  # who was recognised without a key or a document
        for known in conocidas:
            self._by_key[known.id] = known
            if known.anulada:
                continue
            if number := llave_de_documento(str(known.valores.get("documento_numero") or "")):
                self._by_document.setdefault(number, known)
            for name in (known.valores.get("nombre"), *known.valores.get("otros_nombres", ())):
                self._by_name[_bare(name)].append(known)

    def comparar(self, tabla: Tabla, campos: Sequence[str], *, titulos: bool, progreso: Progreso) -> list[Renglon]:
        """Return the rows that are somebody's, each with what is proposed for it."""
        total = len(tabla.filas)
        found: list[tuple[Leida, Conocida | None]] = []
        for step, (row, cells) in enumerate(celdas_de(tabla, campos, titulos=titulos)):
            if step % _TELL == 0:
                progreso(step, total, f"Leyendo las filas: van {numero(step)}")
            found.append(self._read(row, cells))
        return [*self._proposals(found, progreso)]

    def _read(self, fila: Fila, celdas: Celdas) -> tuple[Leida, Conocida | None]:
        key = celdas.get("clave", "")
        known = self._by_key.get(key) if key not in self._claimed else None
        if known is None:
            read = leer_fila(fila, celdas, self._readers)
            return read, self._recognise(read) if not read.problema else None
        self._claimed.add(key)
        if known.anulada:
            return Leida(fila, celdas, campo="clave", problema="En la base su registro está anulado"), None
        changed = {campo: text for campo, text in celdas.items() if not _as_exported(campo, text, known.valores)}
        return leer_fila(fila, celdas, self._readers, cambian=changed), known

    def _recognise(self, read: Leida) -> Conocida | None:
        """Who this is without a key: the same document; without one, the same name and e-mail, or all the same."""
        if number := read.llave:
            return self._by_document.get(number)
        for known in self._by_name.get(_bare(read.valores["nombre"]), ()):
            email = read.valores.get("correo")
            if email and _same("correo", known.valores.get("correo"), email):
                return known
            if known.id not in self._taken and not known.valores.get("documento_numero") and _agrees(read, known):
                self._taken.add(known.id)
                return known
        return None

    def _proposals(self, found: Sequence[tuple[Leida, Conocida | None]], progreso: Progreso) -> Iterator[Renglon]:
        leads = _merged(found)
        names: dict[str, int] = {}
        for step, (read, known) in enumerate(found):
            if step % _TELL == 0:
                progreso(step, len(found), f"Comparando con la base: van {numero(step)}")
            if read.problema:
                yield Renglon(read, "no_entra", read.problema, propuesto="no_entra")
            elif (lead := leads.get(step)) is not None:
                yield Renglon(read, "igual", lead, propuesto="igual")
            elif known is not None:
                yield self._beside(read, known)
            else:
                yield self._new(read, names)

    def _new(self, read: Leida, names: dict[str, int]) -> Renglon:
        name, row = _bare(read.valores["nombre"]), read.fila.numero
        notes = [*read.avisos]
        if self._by_name.get(name):
            notes.append("En la base hay alguien con ese nombre. Espacio la salta")
        elif name in names:
            notes.append(f"Se llama igual que la fila {numero(names[name])}. Espacio la salta")
        elif not read.valores.get("documento_numero"):
            notes.append("Sin documento: entra solo con el nombre")
        names.setdefault(name, row)
        read.valores = {**self._rest, **read.valores}
        return Renglon(read, "nueva", ".  ".join(notes))

    def _beside(self, read: Leida, known: Conocida) -> Renglon:
        by_key = read.celdas.get("clave") == known.id
        found = [*self._differences(read.valores, known.valores, by_key=by_key)]
        said = {one.columna for one in found}
        for column, value in self._rest.items():
            if column not in said and known.valores.get(column) is None and column not in read.valores:
                found.append(Diferencia(column, None, value))
        waits = any(one.base is not None for one in found)
        fate: Destino = "decidir" if waits else "cambia" if found else "igual"
        note = ".  ".join(read.avisos)
        line = Renglon(read, fate, note, known.id, tuple(found), propuesto=fate)
        return replace(line, queda="archivo") if fate == "cambia" else line

    def _differences(self, valores: Valores, base: Mapping[str, Any], *, by_key: bool) -> Iterator[Diferencia]:
        """What the file says otherwise. Who is known by the key of our own list is compared letter by letter."""
        guessed = not valores.get("tipo_dicho")
        for column, value in valores.items():
            stands = base.get(column)
            if column == "documento_tipo" and guessed and not (by_key and "documento_numero" in valores):
                differs = False
            elif by_key:
                differs = column not in COMPANIONS and column != "tipo_dicho" and value != stands
            elif column in _ASIDE:
                differs = False
            elif stands is not None and (column == "hora_llegada" or column.startswith(ENFOQUE)):
                differs = False  # who came in at the door, and what they told there, stay
            else:
                differs = not self._agree(column, base, value)
            if differs:
                yield Diferencia(column, stands, value)

    def _agree(self, column: str, base: Mapping[str, Any], value: Any) -> bool:
        """Whether the base says the same: also by another of their names, or of whom they come for."""
        match column:
            case "nombre":
                return any(_same(column, name, value) for name in (base.get(column), *base.get("otros_nombres", ())))
            case "organizacion" if base.get(column):
                one, other = map(self._catalogue.canonica, (base[column], value))
                return _same(column, base[column], value) or (one is not None and forma(one) == forma(other))
            case _:
                return _same(column, base.get(column), value)


def _merged(found: Sequence[tuple[Leida, Conocida | None]]) -> dict[int, str]:
    """Tell which rows repeat the person of another; what only they say goes to the first one."""
    firsts: dict[object, Leida] = {}
    told: dict[int, str] = {}
    for step, (read, known) in enumerate(found):
        who = _identity(read, known)
        if read.problema or who is None:
            continue
        first = firsts.setdefault(who, read)
        if first is read:
            continue
        differs = any(not _same(column, first.valores.get(column), value) for column, value in _said(read, first))
        row = numero(first.fila.numero)
        told[step] = f"Es la persona de la fila {row}" + (", y no dice lo mismo: queda aquella" if differs else "")
        for column, value in read.valores.items():
            if known is None or known.valores.get(column) is None:
                first.valores.setdefault(column, value)
        if known is None and (hour := read.valores.get("hora_llegada")) and hour < first.valores["hora_llegada"]:
            first.valores["hora_llegada"] = hour  # who joined a call several times came with the first
    return told


def _said(read: Leida, first: Leida) -> Iterator[tuple[str, Any]]:
    said = read.valores.items()
    return ((column, value) for column, value in said if column in first.valores and column != "hora_llegada")


def _identity(read: Leida, known: Conocida | None) -> object:
    if known is not None:
        return known.id
    if read.llave:
        return ("documento", read.llave)
    email = read.valores.get("correo")
    return (_bare(read.valores.get("nombre")), email.casefold()) if email else None


def _as_exported(campo: str, text: str, base: Mapping[str, Any]) -> bool:
    """Whether a cell of our own list says what the base has: whatever it is, it is not read again."""
    column = COLUMNA_DE.get(campo)
    if column is None:
        return campo == "clave"
    stands = base.get(column)
    if campo in _CODED:
        try:
            return bool(_CODED[campo](text).get(column) == stands)
        except (CeldaMala, CeldaSinEntender):
            return False
    known, cell = una_linea(str(stands or "")), una_linea(text)
    cut = len(text) >= _LONGEST_CELL and known.startswith(cell.removesuffix("…"))
    return cut or cell in (known, una_linea(reparar(known)))


def _agrees(read: Leida, known: Conocida) -> bool:
    return all(_same(column, known.valores.get(column), value) for column, value in read.valores.items())


def _same(column: str, base: Any, value: Any) -> bool:
    """Whether two values say the same, however they are written."""
    if not isinstance(base, str) or not isinstance(value, str):
        return bool(base == value)
    match column:
        case "documento_numero":
            return llave_de_documento(base) == llave_de_documento(value)
        case "telefono":
            return re.sub(r"\D", "", base)[-10:] == re.sub(r"\D", "", value)[-10:]
        case "nombre":  # the base may say more of it, in any order
            return set(_bare(value).split()) <= set(_bare(base).split())
        case _:
            return _bare(base) == _bare(value)


def _bare(text: Any) -> str:
    return " ".join(re.findall(r"[\w@.+-]+", sin_tildes(str(text or ""))))
