"""What citizens ask and what is answered."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Evidencia
from rcdesk.domain.registro.valores import (
    Anulada,
    Desfase,
    FechaHora,
    Mesa,
    Positivo,
    RefPregunta,
    Registro,
    TextoONoAplica,
    Valor,
)

ModoRespuesta: TypeAlias = Literal["en_vivo", "por_escrito", "con_base_en_informe", "publicada"]


TipoPregunta: TypeAlias = Literal[
    "peticion",
    "queja",
    "reclamo",
    "sugerencia",
    "denuncia",
    "consulta",
    "solicitud_de_informacion",
    "felicitacion",
    "propuesta",
    "observacion",
]


CanalPregunta: TypeAlias = Literal[
    "chat_en_vivo",
    "verbal_en_sala",
    "formulario_en_sala",
    "formulario_web",
    "correo",
    "buzon",
    "taller_previo",
    "micrositio",
    "redes_sociales",
    "whatsapp",
    "telefono",
    "ventanilla",
    "otro",
]


EstadoPregunta: TypeAlias = Literal[
    "recibida", "asignada", "pendiente", "aplazada", "respondida", "trasladada", "fuera_de_alcance", "agrupada"
]


Moderacion: TypeAlias = Literal["sin_revisar", "aprobada", "retenida"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Autor(Valor):
    """Who asks."""

    nombre: str | None = None
    asistente: str | None = None
    organizacion: str | None = None
    correo: str | None = None
    telefono: str | None = None
    municipio: str | None = None
    autoriza_publicar_nombre: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Respuesta(Registro):
    """The answer to a question."""

    texto: str | None = None
    fecha: FechaHora | None = None
    modo: ModoRespuesta | None = None
    responde: str | None = None
    dependencia: str | None = None
    soportes: tuple[Evidencia, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pregunta(Registro):
    """A question, petition, complaint, claim, suggestion or report (PQRSD)."""

    numero: Positivo
    mesa: Mesa | None = None  # letter of the desk that numbered it, when there are several
    radicados: tuple[str, ...] = ()
    anonima: bool | None = None
    autor: Autor | None = None
    tipo: TipoPregunta | None = None
    canal: CanalPregunta | None = None
    canal_detalle: str | None = None
    recibida: FechaHora | None = None  # when it was received, to the second when known
    momento_grabacion: Desfase | None = None  # place in the recording
    turno: Positivo | None = None
    minutos: int | None = None
    tema: str | None = None
    texto: str  # the words as captured
    linea: str | None = None  # the line as typed, when something was read out of it: «Ana: ¿…? #vías»
    texto_editado: str | None = None
    dependencia: str | None = None
    responsable: str | None = None
    respuesta: Respuesta | None = None
    acciones_a_desarrollar: TextoONoAplica | None = None
    compromiso: str | None = None
    estado: EstadoPregunta | None = None
    moderacion: Moderacion | None = None
    orden_en_cola: Positivo | None = None
    agrupada_en: RefPregunta | None = None
    trasladada_a: str | None = None
    observacion: str | None = None
    anulada: Anulada | None = None
