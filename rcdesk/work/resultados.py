"""What the Encuesta screen shows: the surveys of a hearing, the results of each question, and the forms typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rcdesk.documents.blocks import Chart
from rcdesk.documents.graficas import grafica
from rcdesk.domain import encuestas, resultados
from rcdesk.domain import registro as r
from rcdesk.domain.cifras import encuesta as cifras
from rcdesk.domain.cifras.audiencia import espectadores_maximos
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.cotejo import CotejoDePregunta, cotejo_de_pregunta
from rcdesk.domain.frase_de_resultados import frase
from rcdesk.domain.grupos_de_respuestas import libres
from rcdesk.domain.notas_de_resultados import base_en_palabras, notas, preguntados
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistencia import listar_metricas
from rcdesk.work.encuestas import preguntas_de
from rcdesk.work.gather import reunir_registro

_E, _F = JOURNALED["encuestas"].c, JOURNALED["respuestas_encuesta"].c


@dataclass(frozen=True, slots=True)
class PreguntaRow:
    """A question with its results. `base` are the people who answered it; None when nobody says.

    `puntos` are what its chart draws; `abiertas` the open answers; `propuesta` the sentence that the acta may say
    and `cotejo` what another may; `cantidades` the counts as they were typed, when there are no forms.
    """

    id: str
    numero: int
    pregunta: r.PreguntaEncuesta
    enunciado: str
    condicion: str
    base: int | None
    base_dicha: str
    puntos: resultados.Puntos
    grafica: Chart | None
    porcentajes: Mapping[str, str]
    notas: tuple[str, ...]
    notas_impresas: tuple[str, ...]
    abiertas: tuple[str, ...]
    cantidades: Mapping[str, int]
    analisis: tuple[r.Bloque, ...]
    propuesta: str
    cotejo: CotejoDePregunta


@dataclass(frozen=True, slots=True)
class EncuestaView:
    """A survey. `agregada` says that it has typed counts and no forms; `del_pico` is the percentage of the peak."""

    id: str
    codigo: str | None
    titulo: str
    momento: r.MomentoEncuesta | None
    aplicacion: r.AplicacionEncuesta | None
    url: str | None
    formularios: int
    encuestados: int | None
    agregada: bool
    pico: int | None
    del_pico: str | None
    preguntas: tuple[PreguntaRow, ...]


@dataclass(frozen=True, slots=True)
class FormularioRow:
    """A form in the list of those typed. `numero` is its place among all of its survey, from 1."""

    id: str
    numero: int
    fecha: str | None
    aplicacion: r.AplicacionRespuesta | None
    respondidas: int
    en_blanco: int
    valores: Mapping[str, r.ValorDeRespuesta]


def listar_encuestas(connection: Connection, *, audiencia_id: str) -> list[tuple[str, str]]:
    """Return the surveys of a hearing, in order: (key, title)."""
    query = select(_E.id, _E.titulo, _E.codigo).where(_E.audiencia_id == audiencia_id, _E.anulada_motivo.is_(None))
    found = connection.execute(query.order_by(_E.orden, _E.id))
    return [(row.id, row.titulo or row.codigo or "Encuesta") for row in found]


def ver_encuesta(connection: Connection, *, id: str) -> EncuestaView | None:
    """Return a survey with the results of every question; None when it is gone or withdrawn."""
    encuesta: r.Encuesta | None = reunir_registro(connection, "encuestas", id)
    if encuesta is None:
        return None
    pico = _pico(connection, id)
    rows = tuple(_fila(encuesta, pregunta, numero) for numero, pregunta in enumerate(encuesta.preguntas, 1))
    counted = encuesta.encuestados is not None or any(row.cantidades or row.pregunta.respondieron for row in rows)
    return EncuestaView(
        id=id,
        codigo=encuesta.codigo,
        titulo=encuesta.titulo or encuesta.codigo or "Encuesta",
        momento=encuesta.momento,
        aplicacion=encuesta.aplicacion,
        url=encuesta.url,
        formularios=len(encuesta.respuestas),
        encuestados=cifras.encuestados(encuesta),
        agregada=counted and not encuesta.respuestas,
        pico=pico,
        del_pico=cifras.porcentaje_del_pico(encuesta, pico),
        preguntas=rows,
    )


def listar_formularios(connection: Connection, *, encuesta_id: str, cuantos: int = 50) -> list[FormularioRow]:
    """Return the last forms of a survey, the latest first."""
    questions = preguntas_de(connection, encuesta_id)
    mine = (_F.encuesta_id == encuesta_id, _F.anulada_motivo.is_(None))
    keys = list(connection.scalars(select(_F.id).where(*mine).order_by(_F.orden, _F.id)))
    numbers = {key: place for place, key in enumerate(keys, 1)}
    query = select(_F.id, _F.fecha, _F.aplicacion, _F.valores).where(_F.id.in_(keys[-cuantos:]))
    return [
        FormularioRow(
            row.id,
            numbers[row.id],
            row.fecha,
            row.aplicacion,
            *encuestas.respondidas(row.valores, questions),
            row.valores,
        )
        for row in connection.execute(query.order_by(_F.orden.desc(), _F.id.desc()))
    ]


def _pico(connection: Connection, encuesta_id: str) -> int | None:
    """The peak of live viewers of the hearing of a survey."""
    found = connection.scalar(select(_E.audiencia_id).where(_E.id == encuesta_id))
    rows = listar_metricas(connection, audiencia_id=found) if found else []
    return espectadores_maximos([r.Metrica(canal=row.canal, espectadores_maximos=row.pico) for row in rows])


def _fila(encuesta: r.Encuesta, pregunta: r.PreguntaEncuesta, numero: int) -> PreguntaRow:
    respuestas = encuesta.respuestas
    cuenta = cifras.conteos(pregunta, respuestas)
    base = cifras.base(pregunta, respuestas)
    abierta = cifras.abierta(pregunta, respuestas)
    de = preguntados(encuesta, pregunta)
    dichas = notas(pregunta, base, cuenta, de)
    return PreguntaRow(
        id=str(pregunta.id),
        numero=numero,
        pregunta=pregunta,
        enunciado=encuestas.enunciado(pregunta),
        condicion=encuestas.condicion_en_palabras(pregunta.condicion, encuesta.preguntas),
        base=base,
        base_dicha=base_en_palabras(base, de, formularios=bool(respuestas), condicional=pregunta.condicion is not None),
        puntos=() if abierta else resultados.puntos(pregunta, cuenta),
        porcentajes={opcion: porcentaje(n, base) for opcion, n in cuenta.items()} if base else {},
        grafica=grafica(encuesta, pregunta),
        notas=tuple(nota.texto for nota in dichas),
        notas_impresas=tuple(nota.texto for nota in dichas if nota.impresa),
        abiertas=resultados.abiertas(
            libres(pregunta, respuestas) if pregunta.tipo == "texto" else (), pregunta.muestra
        ),
        cantidades={} if respuestas else {one.opcion: one.cantidad for one in pregunta.resultados},
        analisis=pregunta.analisis,
        propuesta=frase(pregunta, base, cuenta),
        cotejo=cotejo_de_pregunta(pregunta, respuestas),
    )
