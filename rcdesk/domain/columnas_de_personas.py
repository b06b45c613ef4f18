"""The columns of a list of people: which is what, guessed from headings in any wording and corrected by the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.i18n import sin_tildes, solo_palabras

Campo = Literal[
    "",
    "clave",
    "documento_tipo",
    "documento",
    "nombre",
    "nombres",
    "apellidos",
    "organizacion",
    "dependencia",
    "cargo",
    "telefono",
    "correo",
    "municipio",
    "territorio",
    "barrio",
    "modalidad",
    "hora",
    "autoriza",
    "imagen",
    "representante",
    "calidad",
    "cuando",
    "genero",
    "edad",
    "etnia",
    "discapacidad",
    "victima",
    "lgbtiq",
]

CAMPOS: Final[tuple[tuple[Campo, str], ...]] = (
    ("", "No se trae"),
    ("documento", "Documento"),
    ("documento_tipo", "Tipo de documento"),
    ("nombre", "Nombre"),
    ("nombres", "Nombres"),
    ("apellidos", "Apellidos"),
    ("organizacion", "Organización"),
    ("dependencia", "Dependencia"),
    ("cargo", "Cargo"),
    ("telefono", "Teléfono"),
    ("correo", "Correo"),
    ("municipio", "Municipio"),
    ("territorio", "Comuna o localidad"),
    ("barrio", "Barrio"),
    ("calidad", "Calidad"),
    ("modalidad", "Modalidad"),
    ("hora", "Hora de ingreso"),
    ("autoriza", "Autorización"),
    ("imagen", "Imagen y voz"),
    ("representante", "Representante"),
    ("cuando", "Cuándo autorizó"),
    ("genero", "Género"),
    ("edad", "Edad"),
    ("etnia", "Etnia"),
    ("discapacidad", "Discapacidad"),
    ("victima", "Víctima"),
    ("lgbtiq", "LGBTIQ+"),
    ("clave", "Clave"),
)
"""What a column may be, and how it is told to the person."""

PROPIOS: Final[tuple[tuple[str, Campo], ...]] = (
    ("Clave", "clave"),
    ("Tipo de documento", "documento_tipo"),
    ("Documento", "documento"),
    ("Nombre", "nombre"),
    ("Entidad u organización", "organizacion"),
    ("Dependencia", "dependencia"),
    ("Cargo", "cargo"),
    ("Teléfono", "telefono"),
    ("Correo", "correo"),
    ("Municipio", "municipio"),
    ("Comuna o localidad", "territorio"),
    ("Barrio", "barrio"),
    ("Modalidad", "modalidad"),
    ("Hora de ingreso", "hora"),
    ("Autoriza sus datos", "autoriza"),
    ("Imagen y voz", "imagen"),
    ("Representante", "representante"),
    ("Calidad", "calidad"),
)
"""The headings of the list that this program exports."""

MUCHAS: Final[frozenset[str]] = frozenset({"nombres", "apellidos"})
"""What several columns may be at once: first and second name, first and second surname."""

_OWN: Final = {sin_tildes(heading): field for heading, field in PROPIOS}
_PATTERNS: Final[tuple[tuple[Campo, str], ...]] = (
    ("imagen", r"\bimagen\b|\bvoz\b|fotograf|video"),
    ("autoriza", r"autoriz|consentim|habeas|tratamiento de (mis |sus |los )?datos|acept.*\bdatos\b"),
    ("representante", r"\brepresentante\b|\bacudiente\b"),
    ("lgbtiq", r"lgbt|orientacion sexual|diversidad sexual"),
    ("genero", r"\bgenero\b|\bsexo\b"),
    ("edad", r"\bedad(es)?\b|etario|ciclo de vida"),
    ("etnia", r"\betni"),
    ("discapacidad", r"discapacidad"),
    ("victima", r"\bvictima"),
    ("correo", r"\bcorreo|\be ?mail|\bmail\b"),
    ("telefono", r"\bcelular|\btelefono|\btel\b|\bmovil\b|whatsapp|\bphone|numero de contacto"),
    ("documento_tipo", r"\b(tipo|clase)s? (de |del )?(doc|ident|id\b)"),
    ("documento", r"\bcedula|\bdocumento|\bidentificacion|^c ?c$|\bcc\b|^nit$|^dni$"),
    ("cuando", r"marca temporal|timestamp|fecha (y hora )?(de |del )?(registro|inscripcion|envio)"),
    ("hora", r"\bhora\b.*(ingreso|llegada|entrada|union|unirse|conexion|acceso)|^hora$|\bjoin|primera union"),
    ("hora", r"^(hora de )?(ingreso|llegada)$"),
    ("municipio", r"\bmunicipio|\bciudad\b"),
    ("territorio", r"\bcomuna|\blocalidad\b|\bcorregimiento"),
    ("modalidad", r"\bmodalidad|(forma|medio|tipo) de (asistencia|participacion)|virtual o presencial"),
    ("modalidad", r"presencial o virtual"),
    ("calidad", r"\bcalidad\b|tipo de (participante|asistente|actor)"),
    ("cargo", r"\bcargo\b|\bocupacion\b|\bprofesion\b"),
    ("dependencia", r"\bdependencia|\boficina\b"),
    ("organizacion", r"\borganizacion|\bentidad|\bempresa|\binstitucion|\bgrupo\b|\bcolectivo"),
    ("organizacion", r"\bjac\b|\basociacion|\bveeduria|\ba quien representa|\bque representa|^org\b|\bcompany\b"),
    ("barrio", r"\bbarrio|\bvereda"),
    ("nombre", r"nombres? y apellidos?|apellidos? y nombres?|nombre completo"),
    ("apellidos", r"\bapellido"),
    ("nombres", r"^(primer|segundo) nombre|^nombres$"),
    ("nombre", r"\bnombre|\basistente|\bparticipante|\binvitado|\bciudadan[oa]\b|\bname\b|^usuario$"),
)
"""Words of a heading → what its column is; the first that has them decides."""
_WORDS: Final = tuple((field, re.compile(pattern)) for field, pattern in _PATTERNS)

_LONG_NUMBER: Final = re.compile(r"\d{5,}")
_LONGEST: Final = 2_000  # letters of a heading: the question of a form that quotes the law
_LOOKED: Final = 15  # rows in which the headings may stand, under a title or a logo
_SAMPLE: Final = 50


def desde_los_titulos(tabla: Tabla) -> Tabla:
    """Return the table from the row of its headings on; what stands over them (title, date) is not of anybody."""
    for place, row in enumerate(tabla.filas[:_LOOKED]):
        if len([cell for cell in row.celdas if _field(cell)]) > 1 and son_titulos(row):
            return replace(tabla, filas=tabla.filas[place:]) if place else tabla
    return tabla


def son_titulos(fila: Fila) -> bool:
    """Say whether a row has the headings of the others: one at least is known, and none is a person's value."""
    cells = [cell for cell in fila.celdas if cell.strip()]
    plain = all(len(cell) <= _LONGEST and "@" not in cell and not _LONG_NUMBER.search(cell) for cell in cells)
    return plain and any(_field(cell) for cell in cells)


def adivinar(tabla: Tabla) -> tuple[Campo, ...]:
    """Return what each column is: by its heading or, without headings, by what it holds."""
    if not tabla.filas:
        return ()
    width = max(len(row.celdas) for row in tabla.filas[:_SAMPLE])
    titled = son_titulos(tabla.filas[0])
    guessed = [_field(cell) for cell in tabla.filas[0].celdas] if titled else _by_content(tabla, width)
    found: list[Campo] = [""] * width
    for place, field in enumerate(guessed):
        if field in MUCHAS or field not in found:
            found[place] = field
    if "apellidos" in found and "nombre" in found and not _says_both(tabla, found):
        found[found.index("nombre")] = "nombres"
    elif "apellidos" not in found and "nombre" not in found and "nombres" in found:
        found[found.index("nombres")] = "nombre"
    return tuple(found)


def _says_both(tabla: Tabla, found: Sequence[str]) -> bool:
    """Whether the column of the name has the surnames too."""
    return "completo" in (bare := sin_tildes(tabla.filas[0].celdas[found.index("nombre")])) or "apellido" in bare


def _field(heading: str) -> Campo:
    words = solo_palabras(heading[:_LONGEST])
    own = _OWN.get(sin_tildes(heading[:_LONGEST]).strip())
    if own or not words:
        return own or ""
    return next((field for field, pattern in _WORDS if pattern.search(words)), "")


def _by_content(tabla: Tabla, width: int) -> list[Campo]:
    """Guess a list without headings: documents are long numbers, a name is some words, an e-mail has its sign."""
    kinds: list[Campo] = []
    for place in range(width):
        cells = [row.celdas[place].strip() for row in tabla.filas[:_SAMPLE] if place < len(row.celdas)]
        cells = [cell for cell in cells if cell]
        most = len(cells) * 0.6
        if cells and sum("@" in cell for cell in cells) > most:
            kinds.append("correo")
        elif cells and sum(_is_number(cell) for cell in cells) > most:
            phones = sum(cell.startswith("3") and len(re.sub(r"\D", "", cell)) == 10 for cell in cells) > most
            kinds.append("telefono" if phones and "telefono" not in kinds else "documento")
        elif cells and sum(cell.count(" ") in (1, 2, 3, 4) and not _is_number(cell) for cell in cells) > most:
            kinds.append("nombre" if "nombre" not in kinds else "organizacion")
        else:
            kinds.append("")
    return kinds


def _is_number(cell: str) -> bool:
    digits = re.sub(r"[\s.,-]", "", cell)
    return digits.isdigit() and len(digits) > 5
