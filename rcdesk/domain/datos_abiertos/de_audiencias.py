"""The open tables of the hearings: each of them, its announcement, its questions and the counts of its surveys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rcdesk.domain import encuestas
from rcdesk.domain import registro as r
from rcdesk.domain.cifras import encuesta as cifras
from rcdesk.domain.cifras.entre_audiencias import Comparada
from rcdesk.domain.cifras.oportunidad import Atencion
from rcdesk.domain.cifras.preguntas import referencia
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.datos_abiertos.tabla import Columna, Tabla, tabla

_AUDIENCIA: Final = Columna("audiencia", "texto", "audiencia.codigo", "audiencia.codigo")

_AUDIENCIAS: Final = (
    Columna("codigo", "texto", "audiencia.codigo", "audiencia.codigo"),
    Columna("nombre", "texto", "audiencia.nombre", "audiencia.nombre"),
    Columna("tipo", "texto", "audiencia.tipo", "audiencia.tipo"),
    Columna("estado", "texto", "audiencia.estado", "audiencia.estado"),
    Columna("plan", "texto", "audiencia.plan", "audiencia.plan"),
    Columna("vigencia", "entero", "audiencia.vigencia", "audiencia.vigencia"),
    Columna("modalidad", "texto", "audiencia.modalidad", "audiencia.modalidad"),
    Columna("fecha", "fecha", "audiencia.fecha", "audiencia.fecha"),
    Columna("hora_inicio", "hora", "audiencia.hora_inicio", "audiencia.hora_inicio"),
    Columna("hora_fin", "hora", "audiencia.hora_fin", "audiencia.hora_fin"),
    Columna("lugares", "texto", "lugares", descripcion="Lugares."),
    Columna("presenciales", "entero", "cuenta.presenciales", descripcion="Personas contadas en el lugar."),
    Columna("virtuales", "entero", "cuenta.virtuales", descripcion="Personas contadas a distancia."),
    Columna(
        "registradas",
        "entero",
        "cuenta.registradas",
        descripcion="Personas del listado de asistencia; no se suman a las contadas.",
    ),
    Columna(
        "maximo_en_vivo",
        "entero",
        "cuenta.pico",
        descripcion="Máximo de espectadores a la vez; no se suma a las personas contadas.",
    ),
    Columna("preguntas", "entero", "cuenta.preguntas", descripcion="Preguntas recibidas, sin las anuladas."),
    Columna(
        "respondidas_en_vivo",
        "entero",
        "cuenta.respuesta.en_vivo",
        descripcion="Preguntas contestadas en la audiencia.",
    ),
    Columna("acta_estado", "texto", "audiencia.acta.estado", "acta.estado"),
    Columna("acta_url", "enlace", "audiencia.acta.url", "acta.url"),
)

_PIEZAS: Final = (
    _AUDIENCIA,
    Columna("pieza", "texto", "pieza.titulo", descripcion="Pieza de la convocatoria."),
    Columna("medio", "texto", "pieza.medio", "pieza.medio"),
    Columna("fecha", "fecha", "publicacion.fecha", "publicacion.fecha"),
    Columna("hora", "hora", "publicacion.hora", "publicacion.hora"),
    Columna("fuente", "texto", "publicacion.fuente", "publicacion.fuente"),
    Columna("url", "enlace", "publicacion.url", "publicacion.url"),
)

_PREGUNTAS: Final = (
    _AUDIENCIA,
    Columna("pregunta", "texto", "referencia", "pregunta.numero"),
    Columna("tipo", "texto", "pregunta.tipo", "pregunta.tipo"),
    Columna("canal", "texto", "pregunta.canal", "pregunta.canal"),
    Columna("tema", "texto", "pregunta.tema", "pregunta.tema"),
    Columna("recibida", "fecha", "pregunta.recibida", "pregunta.recibida"),
    Columna("texto", "texto", "texto", "pregunta.texto"),
    Columna("dependencia", "texto", "pregunta.dependencia", "pregunta.dependencia"),
    Columna("estado", "texto", "pregunta.estado", "pregunta.estado"),
    Columna("respuesta", "texto", "pregunta.respuesta.texto", "respuesta.texto"),
    Columna("modo", "texto", "pregunta.respuesta.modo", "respuesta.modo"),
    Columna("respondida", "fecha", "pregunta.respuesta.fecha", "respuesta.fecha"),
    Columna(
        "vence",
        "fecha",
        "atencion.vence",
        descripcion="Último día para contestarla, según la ley vigente cuando se recibió.",
    ),
    Columna(
        "oportunidad",
        "texto",
        "atencion.oportunidad",
        descripcion="a_tiempo, tarde, vencida, corre (tiene plazo), trasladada o sin_fecha, al corte.",
    ),
    Columna("compromiso", "texto", "pregunta.compromiso", "pregunta.compromiso"),
)

_ENCUESTAS: Final = (
    _AUDIENCIA,
    Columna("encuesta", "texto", "nombre", "encuesta.codigo"),
    Columna("pregunta", "texto", "pregunta.codigo", "pregunta_encuesta.codigo"),
    Columna("enunciado", "texto", "enunciado", "pregunta_encuesta.enunciado"),
    Columna("tipo", "texto", "pregunta.tipo", "pregunta_encuesta.tipo"),
    Columna("opcion", "texto", "opcion", descripcion="Respuesta que se podía escoger."),
    Columna(
        "cantidad",
        "entero",
        "cantidad",
        descripcion="Cuántas personas la escogieron; vacía si son tan pocas que no se publica.",
    ),
    Columna("base", "entero", "base", descripcion="Personas que contestaron la pregunta."),
)


@dataclass(frozen=True, slots=True)
class _Audiencia:
    audiencia: r.Audiencia
    cuenta: Comparada | None

    @property
    def lugares(self) -> tuple[str, ...]:
        return tuple(lugar.nombre for lugar in self.audiencia.lugares)


@dataclass(frozen=True, slots=True)
class _Salida:
    audiencia: r.Audiencia
    pieza: r.Pieza
    publicacion: r.Publicacion | None


@dataclass(frozen=True, slots=True)
class _Pregunta:
    audiencia: r.Audiencia
    pregunta: r.Pregunta
    atencion: Atencion | None

    @property
    def referencia(self) -> str:
        return referencia(self.pregunta)

    @property
    def texto(self) -> str:
        return self.pregunta.texto_editado or self.pregunta.texto


@dataclass(frozen=True, slots=True)
class _Opcion:
    audiencia: r.Audiencia
    encuesta: r.Encuesta
    pregunta: r.PreguntaEncuesta
    opcion: str
    cantidad: int | None

    @property
    def nombre(self) -> str | None:
        return self.encuesta.codigo or self.encuesta.titulo

    @property
    def enunciado(self) -> str:
        return encuestas.enunciado(self.pregunta)

    @property
    def base(self) -> int | None:
        return cifras.base(self.pregunta, ())


def de_audiencias(audiencias: Sequence[r.Audiencia], comparadas: Sequence[Comparada]) -> Tabla:
    """Every hearing; what is counted of it, of those that were held."""
    contadas = {id(una.audiencia): una for una in comparadas}
    filas = (_Audiencia(una, contadas.get(id(una))) for una in audiencias)
    return tabla("audiencias", "Audiencias y espacios de diálogo", _AUDIENCIAS, filas)


def de_piezas(audiencias: Sequence[r.Audiencia]) -> Tabla:
    """Each publication of each piece; a piece that came out nowhere has one row."""
    return tabla("convocatoria", "Piezas de la convocatoria y sus publicaciones", _PIEZAS, _salidas(audiencias))


def de_preguntas(audiencias: Sequence[r.Audiencia], atenciones: Sequence[Atencion]) -> Tabla:
    """Each question without who asked it."""
    como = {id(una.pregunta): una for una in atenciones}
    filas = (
        _Pregunta(una, pregunta, como.get(id(pregunta))) for una in audiencias for pregunta in vigentes(una.preguntas)
    )
    return tabla("preguntas", "Preguntas de la ciudadanía y sus respuestas", _PREGUNTAS, filas)


def de_encuestas(audiencias: Sequence[r.Audiencia]) -> Tabla:
    """Each option of each question with its count, never single answers."""
    return tabla("encuestas", "Resultados de las encuestas", _ENCUESTAS, _opciones(audiencias))


def _salidas(audiencias: Sequence[r.Audiencia]) -> Iterator[_Salida]:
    for una in audiencias:
        for pieza in vigentes(una.convocatoria.piezas) if una.convocatoria else ():
            yield from (_Salida(una, pieza, publicacion) for publicacion in pieza.publicaciones or (None,))


def _opciones(audiencias: Sequence[r.Audiencia]) -> Iterator[_Opcion]:
    for una in audiencias:
        for encuesta in una.encuestas:
            for pregunta in encuesta.preguntas:
                dichas = cifras.conteos(pregunta, ())
                yield from (_Opcion(una, encuesta, pregunta, opcion, n) for opcion, n in dichas.items())
                yield from (_Opcion(una, encuesta, pregunta, opcion, None) for opcion in pregunta.reservadas)
