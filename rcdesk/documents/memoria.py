"""What was answered after the acta was approved, which never changes: an annex of it, to be published beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.apertura import con_numero
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Items, Layout, Paragraph, literal
from rcdesk.documents.ficha import ficha
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import (
    SIN_IMAGENES,
    Imagenes,
    dia_de,
    fecha_de_formulario,
    formato,
    formato_de,
    pie_de,
    terminada,
)
from rcdesk.documents.formato import autor as responsable
from rcdesk.documents.preguntas_dichas import parrafos, preguntada, soporte
from rcdesk.domain.cifras.preguntas import referencia, sin_redactar, vencimientos
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import ESTADO_PREGUNTA, MODO_RESPUESTA, con_mayuscula
from rcdesk.domain.plazos import calendario
from rcdesk.domain.preguntas import ABIERTOS
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Acta, Archivo, Audiencia, Pregunta, Respuesta, VersionAprobada

TIPO_DOCUMENTAL: Final = "MEMORIA DE RESPUESTAS"

_RESPONDIDAS: Final = ("No.", "Quién y qué preguntó", "Respuesta", "Cómo, cuándo y quién respondió")
_PENDIENTES: Final = ("No.", "Quién y qué preguntó", "Cómo está", "Plazo legal")
_ANCHOS: Final = (0.6, 3.6, 4.0, 2.0)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 3)


def memoria(
    aprobado: Archivo, ahora: Archivo, *, version: int, hoy: date, imagenes: Imagenes = SIN_IMAGENES
) -> Document:
    """What changed of the questions that the approved `version` left open; from the public version of both files.

    Each file has the one hearing: `aprobado` as the acta tells it, `ahora` as the base has it on the day `hoy`.
    """
    antes = version_publica(aprobado, iniciales=True).audiencias[0]
    publico = version_publica(ahora, iniciales=True)
    audiencia = publico.audiencias[0]
    acta, documental = antes.acta or Acta(), formato_de(publico, "memoria")
    return Document(
        title=f"Memoria de respuestas posteriores al {con_numero('acta', aprobado, acta)}",
        subject=nombre(audiencia),
        author=responsable(publico, audiencia),
        created=terminada(audiencia),
        form=formato(publico, documental, tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(
            *ficha(f"MEMORIA DE RESPUESTAS POSTERIORES AL {con_numero('ACTA', aprobado, acta)}", audiencia),
            *_blocks(publico, antes, version, hoy),
        ),
        layout=Layout(landscape=True, foot=pie_de(documental)),
    )


def _blocks(publico: Archivo, antes: Audiencia, version: int, hoy: date) -> Iterator[Block]:
    audiencia = publico.audiencias[0]
    dia = i18n.fecha_larga(hoy.isoformat())
    yield Paragraph(
        f"El acta aprobada (versión {version}) no cambia. Aquí está lo que se respondió después, hasta el {dia}."
    )
    quedaron = _abiertas(antes)
    despues = [una for una in vigentes(audiencia.preguntas) if _clave(una) in quedaron]
    respondidas = [una for una in despues if _respondida(una)]
    yield Heading("Respuestas posteriores", 2)
    yield from _respondidas(respondidas, hubo=bool(quedaron))
    faltan = [una for una in despues if not _respondida(una)]
    if faltan:
        plazos = vencimientos(faltan, calendario(publico))
        filas = tuple((*_pregunta(una), _estado(una), _plazo(plazos.get(referencia(una)), hoy)) for una in faltan)
        yield Heading("Preguntas que siguen pendientes", 2)
        yield Grid(_PENDIENTES, filas, _ANCHOS, _ALINEACION, summary="Preguntas que siguen pendientes, con su plazo")
    correcciones = [una for una in (audiencia.acta.versiones if audiencia.acta else ()) if una.motivo]
    if correcciones:
        yield Heading("Correcciones del acta", 2)
        yield Items(tuple(_correccion(una) for una in correcciones))


def _respondidas(respondidas: Sequence[Pregunta], *, hubo: bool) -> Iterator[Block]:
    if respondidas:
        filas = tuple((*_pregunta(una), _dicho(una), _como(una)) for una in respondidas)
        yield Grid(_RESPONDIDAS, filas, _ANCHOS, _ALINEACION, summary="Preguntas respondidas después del acta")
    elif hubo:
        yield Paragraph("Todavía no se ha respondido ninguna de las preguntas que quedaron pendientes.")
    else:
        yield Paragraph("El acta no dejó preguntas pendientes.")


def _abiertas(audiencia: Audiencia) -> frozenset[str]:
    """What the acta left to be answered, or to be written."""
    todas = vigentes(audiencia.preguntas)
    abiertas = [una for una in todas if una.estado in ABIERTOS or (una.estado is None and not una.respuesta)]
    return frozenset(map(_clave, (*abiertas, *sin_redactar(todas))))


def _respondida(una: Pregunta) -> bool:
    return una.estado not in ABIERTOS and bool(_dicho(una))


def _clave(una: Pregunta) -> str:
    return str(una.id or referencia(una))


def _pregunta(una: Pregunta) -> tuple[str, str]:
    return referencia(una), preguntada(una, ())


def _dicho(una: Pregunta) -> str:
    """What the entity says of it now; empty while it has said nothing."""
    respuesta = una.respuesta or Respuesta()
    dicho = parrafos(literal(respuesta.texto or ""), *map(soporte, respuesta.soportes)) if respuesta.texto else ""
    match una.estado:
        case "trasladada":
            return parrafos(literal(f"Trasladada a {una.trasladada_a or 'la entidad competente'}."), dicho)
        case "fuera_de_alcance":
            return parrafos(literal(f"No procede. {una.observacion or ''}".strip()), dicho)
        case "agrupada":
            return literal(f"Se respondió con la pregunta {una.agrupada_en or 'con la que se agrupó'}.")
        case _:
            return dicho


def _como(una: Pregunta) -> str:
    respuesta = una.respuesta or Respuesta()
    modo = con_mayuscula(MODO_RESPUESTA[respuesta.modo]) if respuesta.modo else ""
    cuando = fecha_de_formulario(dia_de(respuesta.fecha)) if respuesta.fecha else ""
    quien = respuesta.responde or respuesta.dependencia or una.dependencia or ""
    return parrafos(modo, cuando, literal(quien))


def _estado(una: Pregunta) -> str:
    if una.estado == "respondida":
        return "Respondida; falta el texto de la respuesta."
    return con_mayuscula(ESTADO_PREGUNTA[una.estado]) if una.estado else "Sin respuesta registrada."


def _plazo(limite: str | None, hoy: date) -> str:
    if limite is None:
        return "Sin fecha de recibo"
    dia = fecha_de_formulario(limite)
    return f"Venció el {dia}" if limite < hoy.isoformat() else dia


def _correccion(una: VersionAprobada) -> str:
    cuando = f", aprobada el {i18n.fecha_larga(dia_de(una.aprobada))}" if una.aprobada else ""
    return literal(f"Versión {una.version}{cuando}. Motivo: {una.motivo}")
