"""Who came, how many, and what the platforms counted."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from rcdesk.domain.registro.personas import Documento
from rcdesk.domain.registro.valores import Anulada, FechaHora, Hora, Positivo, Registro, Ruta, Valor

SiNoResponde: TypeAlias = Literal[True, False, "No responde"]


Calidad: TypeAlias = Literal[
    "servidor", "contratista", "ciudadano", "organizacion", "organo_de_control", "medio_de_comunicacion", "otro"
]


Rol: TypeAlias = Literal[
    "preside", "secretaria", "moderacion", "maestria_de_ceremonia", "expositor", "interprete", "apoyo", "otro"
]


Presencia: TypeAlias = Literal["presencial", "virtual"]


ViaDeRegistro: TypeAlias = Literal["qr", "digitado", "papel", "importado"]


TipoFirma: TypeAlias = Literal["papel", "electronica", "sin_firma"]


Paso: TypeAlias = Literal["salida", "reingreso"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EnfoqueDiferencial(Valor):
    """Voluntary characterisation; each value admits «No responde», None is not filled."""

    genero: str | None = None
    rango_edad: str | None = None
    etnia: str | None = None
    pueblo: str | None = None
    discapacidad: str | None = None
    victima: SiNoResponde | None = None
    lgbtiq: SiNoResponde | None = None
    otros: tuple[str, ...] = ()


ENFOQUE: Final = "enfoque_diferencial_"
"""How the name of a column that holds a field of it begins, in `asistentes`."""
COLUMNAS_DE_ENFOQUE: Final = tuple(ENFOQUE + name for name in EnfoqueDiferencial.__annotations__)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Autorizacion(Valor):
    """Consent to the use of personal data (Ley 1581 de 2012)."""

    otorgada: bool | None = None
    version: str | None = None
    fecha: FechaHora | None = None
    imagen_y_voz: bool | None = None
    representante: str | None = None
    puesto: str | None = None  # the desk where they answered
    observacion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Movimiento(Registro):
    """Someone who was in went out, or came back; who is in at any minute follows from these."""

    paso: Paso
    hora: Hora


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Asistente(Registro):
    """Someone registered at the hearing."""

    nombre: str | None
    otros_nombres: tuple[str, ...] = ()
    documento: Documento | None = None
    cargo: str | None = None
    dependencia: str | None = None
    organizacion: str | None = None
    telefono: str | None = None
    correo: str | None = None
    municipio: str | None = None
    territorio: str | None = None
    barrio: str | None = None
    persona: str | None = None  # id in the directory
    calidad: Calidad | None = None
    roles: tuple[Rol, ...] = ()
    modalidad: Presencia | None = None
    hora_llegada: Hora | None = None
    movimientos: tuple[Movimiento, ...] = ()
    agregado: FechaHora | None = None  # when, if it was after the hearing had ended
    registro: ViaDeRegistro | None = None
    firma: TipoFirma | None = None
    hoja: str | None = None  # id of the sheet where they signed
    folio: Positivo | None = None
    renglon: Positivo | None = None
    enfoque_diferencial: EnfoqueDiferencial | None = None
    autorizacion: Autorizacion | None = None
    anulada: Anulada | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Conteo(Registro):
    """People counted but not named."""

    grupo: str | None = None
    modalidad: Presencia | None = None
    cantidad: int
    aproximado: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Hoja(Registro):
    """A blank sheet that was printed to be signed; its QR carries its `id`. What was signed on it is typed later."""

    folio: Positivo
    renglones: Positivo
    firmas: int | None = None  # counted on the paper
    vacios: tuple[Positivo, ...] = ()  # rows where nobody signed
    repetidos: tuple[Positivo, ...] = ()  # rows signed by someone who had signed before
    cerrada: FechaHora | None = None  # when all of it was typed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Asistencia(Registro):
    """Counts of people without a named record, and the sheets that they sign."""

    convocados: int | None = None
    folios: int | None = None
    nota: str | None = None
    conteos: tuple[Conteo, ...] = ()
    hojas: tuple[Hoja, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lectura(Registro):
    """How many were watching at a moment of the broadcast."""

    cuando: FechaHora | None = None
    espectadores: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Metrica(Registro):
    """Figures of one platform; never people, never added to the attendance."""

    canal: str | None = None
    corte: FechaHora | None = None  # when they were read
    espectadores_maximos: int | None = None
    reproducciones: int | None = None
    reproducciones_3_segundos: int | None = None
    reproducciones_1_minuto: int | None = None
    segundos_promedio: int | None = None
    minutos_reproducidos: int | None = None
    reacciones: int | None = None
    comentarios: int | None = None
    compartidos: int | None = None
    duracion_segundos: int | None = None
    evidencia: Ruta | None = None  # the capture of what the platform showed
    lecturas: tuple[Lectura, ...] = ()  # as it went; the greatest counts as the peak
