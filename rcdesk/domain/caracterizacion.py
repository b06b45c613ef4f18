"""Who attended, as figures only: the enfoque diferencial that an entity asks, counted, and made safe to publish.

What each person answered is sensitive (Ley 1581 de 2012, art. 5) and is never printed: these tables are. The table for
inside is exact. The one to publish hides small cells (`proteger`), because «1 persona indígena» names somebody in a
room of neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from rcdesk.domain.rangos_de_edad import leer_rango
from rcdesk.domain.registro.asistentes import EnfoqueDiferencial
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.i18n import sin_tildes

Campo: TypeAlias = Literal["genero", "rango_edad", "etnia", "discapacidad", "victima", "lgbtiq", "otros"]

MINIMO: Final = 5
"""A cell of fewer people than this is not published."""

SIN_PREGUNTAR: Final = "Sin preguntar"
OTRA: Final = "Otra respuesta"

LISTA: Final = "caracterizacion"
"""The list of the entity that names the fields it asks."""
AL_REGISTRAR: Final = "al_registrar"
"""The list of the entity that says what else is asked of someone new at the door."""


@dataclass(frozen=True, slots=True)
class Definicion:
    """A field: its title, how it is asked, and its answers unless the entity writes others."""

    titulo: str
    opciones: tuple[str, ...]
    multiple: bool = False

    @property
    def cerrado(self) -> bool:
        """Whether its answers belong to the format, and no entity writes others."""
        return self.opciones == SI_NO


SI_NO: Final = ("Sí", "No")

CAMPOS: Final[Mapping[Campo, Definicion]] = {
    "genero": Definicion("Género", ("Femenino", "Masculino", "No binario", "Trans", "Otro")),
    "rango_edad": Definicion("Rango de edad", ("0 a 5", "6 a 11", "12 a 17", "18 a 28", "29 a 59", "60 o más")),
    "etnia": Definicion(
        "Pertenencia étnica",
        ("Indígena", "Rrom", "Raizal", "Palenquero", "Negro o afrocolombiano", "Ninguna"),
    ),
    "discapacidad": Definicion(
        "Discapacidad",
        ("Física", "Visual", "Auditiva", "Sordoceguera", "Intelectual", "Psicosocial", "Múltiple", "Ninguna"),
    ),
    "victima": Definicion("Víctima del conflicto armado", SI_NO),
    "lgbtiq": Definicion("Población LGBTIQ+", SI_NO),
    "otros": Definicion("Otras condiciones", ("Campesino", "Migrante", "Cuidador", "Cabeza de familia"), multiple=True),
}
"""Every field that can be asked, in the order of the forms (lists of the usual formats of public entities)."""

POR_DEFECTO: Final[tuple[Campo, ...]] = ("genero", "rango_edad", "etnia", "discapacidad", "victima")
"""What is asked until the entity chooses."""


@dataclass(frozen=True, slots=True)
class Tabla:
    """The exact counts of one field. «No responde» is an answer, not having been asked is not: each has its own n."""

    campo: Campo
    titulo: str
    celdas: tuple[tuple[str, int], ...]
    no_responde: int
    sin_preguntar: int
    total: int
    multiple: bool = False

    @property
    def base(self) -> int:
        """How many said something; what the percentages are of."""
        return self.total - self.no_responde - self.sin_preguntar

    @property
    def preguntada(self) -> bool:
        """Whether anybody was asked."""
        return self.sin_preguntar < self.total


@dataclass(frozen=True, slots=True)
class Celda:
    """A cell to publish; without `n` it is reserved."""

    opcion: str
    n: int | None


@dataclass(frozen=True, slots=True)
class TablaPublica:
    """What may be published of one field: «No responde» and «Sin preguntar» are two more cells of it."""

    campo: Campo
    titulo: str
    celdas: tuple[Celda, ...]
    total: int
    multiple: bool = False

    @property
    def callada(self) -> bool:
        """Whether all of it is."""
        return all(celda.n is None for celda in self.celdas)


def campos_pedidos(listas: Mapping[str, Sequence[str]]) -> tuple[Campo, ...]:
    """Return the fields that the entity asks, in their order; a list that is written empty asks nothing."""
    escritos = listas.get(LISTA)
    return POR_DEFECTO if escritos is None else tuple(campo for campo in CAMPOS if campo in escritos)


def opciones_de(campo: Campo, listas: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the answers of a field, without «No responde», which every field has."""
    definida = CAMPOS[campo]
    return definida.opciones if definida.cerrado else tuple(listas.get(f"{LISTA}_{campo}") or definida.opciones)


def respuestas(enfoque: EnfoqueDiferencial | None, campo: Campo) -> tuple[str, ...]:
    """Return what someone answered to a field, in words; nothing when they were not asked."""
    valor = getattr(enfoque, campo) if enfoque is not None else None
    if isinstance(valor, bool):
        return (SI_NO[0] if valor else SI_NO[1],)
    return tuple(valor) if isinstance(valor, tuple) else (valor,) if valor else ()


def contar(dichas: Mapping[tuple[str, ...], int], campo: Campo, opciones: Sequence[str]) -> Tabla:
    """Count one field: what was answered → by how many. Answers that the entity does not list go after its own."""
    cuentas: Counter[str] = Counter()
    for varias, personas in dichas.items():
        for una in {en_sus_palabras(una, opciones) for una in varias} - {NO_RESPONDE}:
            cuentas[una] += personas
    orden = dict.fromkeys([*opciones, *sorted(cuentas.keys() - set(opciones))])
    return Tabla(
        campo=campo,
        titulo=CAMPOS[campo].titulo,
        celdas=tuple((opcion, cuentas[opcion]) for opcion in orden),
        no_responde=sum(personas for varias, personas in dichas.items() if _calla(varias)),
        sin_preguntar=dichas.get((), 0),
        total=sum(dichas.values()),
        multiple=CAMPOS[campo].multiple,
    )


def en_sus_palabras(dicha: str, opciones: Sequence[str]) -> str:
    """Return the option of the entity that an answer of elsewhere is («femenino», «29-59», «60+»), or the answer."""
    llave = _llave(dicha)
    return next((opcion for opcion in (*opciones, NO_RESPONDE) if _llave(opcion) == llave), dicha)


def _llave(texto: str) -> object:
    """What makes two ways of writing an answer one: without accents or capitals; of a range of ages, its ages."""
    return leer_rango(texto) or sin_tildes(" ".join(texto.split()))


def _calla(varias: Sequence[str]) -> bool:
    return len(varias) == 1 and _llave(varias[0]) == _llave(NO_RESPONDE)


def tablas(enfoques: Iterable[EnfoqueDiferencial | None], listas: Mapping[str, Sequence[str]]) -> tuple[Tabla, ...]:
    """Return the tables of every field that somebody was asked, also of one that is no longer asked."""
    todos = tuple(enfoques)
    hechas = (
        contar(Counter(respuestas(uno, campo) for uno in todos), campo, opciones_de(campo, listas)) for campo in CAMPOS
    )
    return tuple(tabla for tabla in hechas if tabla.preguntada)


def protegidas(
    enfoques: Iterable[EnfoqueDiferencial | None], listas: Mapping[str, Sequence[str]]
) -> tuple[TablaPublica, ...]:
    """Return what may be published of every field that somebody was asked."""
    return tuple(proteger(tabla, opciones_de(tabla.campo, listas)) for tabla in tablas(enfoques, listas))


def proteger(tabla: Tabla, opciones: Sequence[str]) -> TablaPublica:
    """Return the table with its small cells hidden, and with them what would give them away.

    The rule (primary and complementary suppression, Hundepool et al., «Statistical Disclosure Control», ch. 4; the
    floor of 5 is that of the issue): the cells of one field, «No responde» and «Sin preguntar» among them, add up to
    the people registered, which anybody knows. When somebody is alone or almost (a cell of 1 to 4), every cell under 5
    is hidden, zeros too, all with one mark; and if those are fewer than two, or of fewer than 5 people in all, or all
    of exactly 4, also the next smallest cells, one value after another, until they are not. So what is hidden is
    settled by the values alone, ties together, never by whose they are: any exchange of the hidden values among the
    hidden cells publishes the very same table. Whoever knows the rule, the total and every other table finds at least
    two values possible for each hidden cell (a test tries all the tables there are, up to some size).

    A table with zeros and no small cell hides nobody, and is whole. Each field is a table of its own: crossings of two
    are never published, so two tables share only the total. In a field of several answers the cells do not add up:
    every cell under 5 is hidden, zero or not, and how many answered is not told.

    Answers that the entity does not list go together in «Otra respuesta», that stands whenever something is hidden:
    that it is there says nothing. What the rule cannot see is a second publication of the same hearing some people
    later: the difference between both is of those people.
    """
    listadas = [(opcion, n) for opcion, n in tabla.celdas if opcion in opciones]
    otras = sum(n for opcion, n in tabla.celdas if opcion not in opciones)
    listadas += [] if CAMPOS[tabla.campo].cerrado else [(OTRA, otras)]
    celdas = [*listadas, (NO_RESPONDE, tabla.no_responde), (SIN_PREGUNTAR, tabla.sin_preguntar)]
    if tabla.multiple:
        publicas = [Celda(opcion, n if n >= MINIMO else None) for opcion, n in listadas]
    else:
        tope = hasta(n for _, n in celdas)
        publicas = [Celda(opcion, n if n > tope else None) for opcion, n in celdas]
    if all(celda.n is not None for celda in publicas):
        publicas = [celda for celda in publicas if celda.n or celda.opcion != OTRA]
    return TablaPublica(tabla.campo, tabla.titulo, tuple(publicas), tabla.total, tabla.multiple)


def hasta(valores: Iterable[int]) -> int:
    """The greatest value that is hidden in cells that add up to a total that is known; -1 when none is."""
    ordenados = sorted(valores)
    if not any(0 < n < MINIMO for n in ordenados):
        return -1
    for tope in sorted({MINIMO - 1, *(n for n in ordenados if n >= MINIMO)}):
        ocultas = [n for n in ordenados if n <= tope]
        if len(ocultas) > 1 and MINIMO <= sum(ocultas) != (MINIMO - 1) * len(ocultas):
            return tope
    return ordenados[-1]
