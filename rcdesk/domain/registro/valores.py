"""What every record of rcdesk/1 shares: its kinds of text, and where it comes from.

All values are the texts and integers of the format itself; nothing here is parsed further. The patterns are those of
`resources/rcdesk-1.schema.json`; the sentence beside each says, to the person, what the format expects.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final, Literal, NewType, TypeAlias

Fecha = NewType("Fecha", str)  # AAAA, AAAA-MM or AAAA-MM-DD
FechaHora = NewType("FechaHora", str)  # AAAA-MM-DD, or with THH:MM[:SS] and its zone
Hora = NewType("Hora", str)  # HH:MM, 24 hours, Colombian time
Cantidad = NewType("Cantidad", str)  # decimal as typed: point, no thousands separator
Periodo = NewType("Periodo", str)  # 2021, 2021-S2, 2021-C3, 2021-T4, 2021-11
Desfase = NewType("Desfase", str)  # HH:MM:SS from the start of the recording
Id = NewType("Id", str)  # UUID


@dataclass(frozen=True, slots=True)
class Marca:
    """What the format asks of a value beyond its Python type; carried by `Annotated`, invisible to plain type hints."""

    minimo: int = 0  # the least integer
    maximo: int = 0  # the largest, when it is not 0
    patron: str = ""  # a name in PATRONES
    ruta: bool = False  # a path relative to the file that never leaves its folder
    nulo: bool = True  # whether a file may state it as null


NO_NULO: Final = Marca(nulo=False)
Positivo: TypeAlias = Annotated[int, Marca(minimo=1)]
Anio: TypeAlias = Annotated[int, Marca(minimo=1990, maximo=9999)]
Mesa: TypeAlias = Annotated[str, Marca(patron="Mesa")]
Sha256: TypeAlias = Annotated[str, Marca(patron="Sha256")]
Ruta: TypeAlias = Annotated[str, Marca(ruta=True)]

NoAplica: TypeAlias = Literal["N.A."]
TextoONoAplica = NewType("TextoONoAplica", str)  # free text, where «N/A», «N.A», «NA» and «No aplica» read as «N.A.»
FechaONoAplica = NewType("FechaONoAplica", str)  # a Fecha or «N.A.»
RefPregunta: TypeAlias = int | str  # number of a question, or «A-3» when the desk has a letter

Escalar: TypeAlias = str | int | float | bool | None

NO_APLICA: Final = "N.A."
NO_RESPONDE: Final = "No responde"

_FECHA = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
PATRONES: Final[Mapping[str, tuple[str, str]]] = {
    "Fecha": (_FECHA, "una fecha AAAA-MM-DD (o AAAA-MM, o AAAA)"),
    "FechaONoAplica": (rf"{_FECHA}|N\.A\.", "una fecha AAAA-MM-DD o «N.A.»"),
    "FechaHora": (
        r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?",
        "un instante AAAA-MM-DDTHH:MM-05:00 (o solo la fecha)",
    ),
    "Hora": (r"([01]\d|2[0-3]):[0-5]\d", "una hora HH:MM de 24 horas"),
    "Cantidad": (r"-?(0|[1-9]\d*)(\.\d+)?", "un decimal en texto, con punto y sin separador de miles («89.35»)"),
    "Periodo": (
        r"\d{4}(-(S[12]|C[1-3]|T[1-4]|0[1-9]|1[0-2]))?",
        "un periodo (2021, 2021-S2, 2021-C3, 2021-T4, 2021-11)",
    ),
    "Desfase": (r"\d{2,}:[0-5]\d:[0-5]\d", "un desfase HH:MM:SS"),
    "Mesa": (r"[A-Z]{1,3}", "la letra de un puesto (de «A» a «ZZZ»)"),
    "Sha256": (r"[0-9a-f]{64}", "una huella SHA-256 (64 cifras hexadecimales en minúsculas)"),
    "Id": (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "un identificador UUID en minúsculas"),
}
"""Name of a kind of text → its pattern, whole match, and what to say when it fails."""

REF_PREGUNTA: Final = r"[A-Z]{1,3}-[1-9]\d*"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Valor:
    """A group of values without an identity of its own.

    `presentes` are the keys that the file states although they hold nothing (null, [] or {}): stated empty is not the
    same as absent, when importing (absent leaves what the base has) and for some derived figures. They do not count
    when two records are compared.

    Comparing and showing are written here once, for every kind: written by `dataclass` for each of seventy, they took
    a third of the time of importing them.
    """

    presentes: frozenset[str] = frozenset()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared())

    def __hash__(self) -> int:
        return hash((self.__class__, *(getattr(self, name) for name in self._compared())))

    def __repr__(self) -> str:
        filled = ((name, getattr(self, name)) for name in self._compared())
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in filled if value)})"

    @classmethod
    def _compared(cls) -> Iterable[str]:
        return (name for name in cls.__dataclass_fields__ if name != "presentes")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reloj(Valor):
    """How long something took, by the clock on the wall: it goes on through a crash, and its pauses do not count."""

    segundos: Positivo | None = None  # allotted
    usados: int | None = None  # seconds that ran before `corre_desde`
    corre_desde: FechaHora | None = None  # absent while it is paused or over
    inicio: FechaHora | None = None
    fin: FechaHora | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Declarado(Valor):
    """A derived value as its source prints it; nobody corrects it."""

    concepto: str
    etiqueta: str | None = None
    texto: str | None = None
    valor: Cantidad | None = None
    unidad: str | None = None
    numerador: Cantidad | None = None
    denominador: Cantidad | None = None
    periodo: Periodo | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Registro(Valor):
    """A record: it may carry an identity, what its source declares, what was inferred, and columns of the entity."""

    id: Annotated[Id | None, NO_NULO] = None
    actualizado: FechaHora | None = None
    declarado: tuple[Declarado, ...] = ()
    inferidos: tuple[str, ...] = ()
    extras: Annotated[Mapping[str, Escalar], NO_NULO] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Anulada(Valor):
    """The record was annulled: it stays, and counts in no figure."""

    motivo: str
    cuando: FechaHora | None = None
    quien: str | None = None
