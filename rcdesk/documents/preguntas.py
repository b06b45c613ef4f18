"""The list of questions and answers that the entity publishes: no name without leave, no contact, no draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, assert_never

from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
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
from rcdesk.documents.preguntas_dichas import agrupadas, parrafos, preguntada, soporte
from rcdesk.domain.cifras.preguntas import cifras_de_preguntas, referencia, vencimientos
from rcdesk.domain.palabras import ESTADO_PREGUNTA, MODO_RESPUESTA, con_mayuscula
from rcdesk.domain.plazos import calendario
from rcdesk.domain.preguntas import falta_redactar
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Archivo, Audiencia, Pregunta, Respuesta
from rcdesk.domain.textos import preguntas_respondidas
from rcdesk.i18n import fecha_larga

TIPO_DOCUMENTAL: Final = "PREGUNTAS Y RESPUESTAS"

_ENCABEZADOS: Final = ("No.", "Tema", "Quién y qué preguntó", "Respuesta", "Dependencia", "Cómo está")
_ANCHOS: Final = (0.55, 1.45, 3.15, 3.4, 1.45, 1.4)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 5)
_FUERA: Final = ("No.", "Tema", "Quién y qué preguntó", "Por qué no procede")
_ANCHOS_FUERA: Final = (0.55, 1.45, 4.2, 5.2)
_TOTALES: Final = (
    ("respondidas", "Respondidas"),
    ("pendientes", "Pendientes"),
    ("trasladadas", "Trasladadas"),
    ("agrupadas", "Agrupadas en otra"),
    ("no_proceden", "No proceden"),
)
_NOTA: Final = (
    "Quien no autorizó publicar su nombre aparece con sus iniciales, o como «Ciudadano/a» con un número."
    " Las agrupadas están debajo de la pregunta con la que se responden."
)


def lista_de_preguntas(
    archivo: Archivo, audiencia: Audiencia, *, corte: date | None = None, imagenes: Imagenes = SIN_IMAGENES
) -> Document:
    """Every question of the public version, lying down: what was asked, what was answered, and what is still owed.

    `corte` is the day on which it is so, of a hearing whose acta was approved before.
    """
    publico = version_publica(replace(archivo, audiencias=(audiencia,)), iniciales=True)
    publicada = publico.audiencias[0]
    return Document(
        title=f"Preguntas y respuestas. {nombre(publicada)}",
        subject=nombre(publicada),
        author=responsable(publico, publicada),
        created=terminada(audiencia),
        form=formato(publico, formato_de(archivo, "preguntas"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(publico, publicada, corte)),
        layout=Layout(landscape=True, foot=pie_de(formato_de(publico, "preguntas"))),
    )


def _blocks(archivo: Archivo, audiencia: Audiencia, corte: date | None) -> Iterator[Block]:
    todas = audiencia.preguntas
    yield from ficha("Preguntas y respuestas", audiencia)
    if corte is not None:
        dia = fecha_larga(corte.isoformat())
        yield Paragraph(f"A la fecha, {dia}: puede haber respuestas posteriores al acta aprobada.", note=True)
    if not todas:
        yield Paragraph("No se recibieron preguntas.")
        return
    yield from _totales(todas)
    grupos = agrupadas(todas)
    juntas = {id(una) for grupo in grupos.values() for una in grupo}
    sueltas = [una for una in todas if id(una) not in juntas]
    proceden = [una for una in sueltas if una.estado != "fuera_de_alcance"]
    if proceden:
        plazos = vencimientos(todas, calendario(archivo))
        filas = tuple(_fila(una, grupos.get(referencia(una), ()), plazos) for una in proceden)
        yield Heading("Lo que se preguntó y lo que se respondió", 2)
        yield Grid(_ENCABEZADOS, filas, _ANCHOS, _ALINEACION, summary="Preguntas con su respuesta y su estado")
    fuera = [una for una in sueltas if una.estado == "fuera_de_alcance"]
    if fuera:
        filas = tuple(_fila_de_fuera(una, grupos.get(referencia(una), ())) for una in fuera)
        yield Heading("No procedían en la audiencia", 2)
        yield Grid(_FUERA, filas, _ANCHOS_FUERA, _ALINEACION[:4], summary="Preguntas que no procedían, con la razón")
    yield Paragraph(_NOTA, note=True)


def _totales(todas: Sequence[Pregunta]) -> Iterator[Block]:
    """The figures that the acta and the open data have, in columns that add up to the first."""
    cifras = cifras_de_preguntas(todas)
    columnas = [("Recibidas", str(cifras["preguntas"])), *((dicho, str(cifras[clave])) for clave, dicho in _TOTALES)]
    sin_estado = sum(una.estado is None for una in todas)
    if sin_estado:
        columnas.append(("Sin estado", str(sin_estado)))
    titulos, valores = zip(*columnas, strict=True)
    unos, centro = (1.0,) * len(columnas), (Align.CENTER,) * len(columnas)
    yield Grid(titulos, (valores,), unos, centro, summary="Cuántas preguntas hay en cada estado")
    yield Paragraph(f"{preguntas_respondidas(todas)}.")


def _fila(una: Pregunta, juntas: Sequence[Pregunta], plazos: Mapping[str, str]) -> tuple[str, ...]:
    respuesta = una.respuesta or Respuesta()
    dependencia = respuesta.dependencia or una.dependencia or ""
    return (
        referencia(una),
        literal(una.tema or ""),
        preguntada(una, juntas),
        _respondido(una, respuesta),
        literal(dependencia),
        literal(_estado(una, respuesta, plazos.get(referencia(una)))),
    )


def _fila_de_fuera(una: Pregunta, juntas: Sequence[Pregunta]) -> tuple[str, ...]:
    dicho = una.respuesta.texto if una.respuesta else None
    razon = parrafos(literal(una.observacion or ""), literal(dicho or "")) or "Sin razón registrada."
    return (referencia(una), literal(una.tema or ""), preguntada(una, juntas), razon)


def _respondido(una: Pregunta, respuesta: Respuesta) -> str:
    """What was answered; what is written of one that is still open is a draft, and nobody else reads it."""
    if una.estado not in ("respondida", "trasladada", None):
        return ""
    if falta_redactar(una.estado, respuesta.modo, respuesta.texto):
        return "Respondida verbalmente; falta redactar."
    if not respuesta.texto:
        return "Falta el texto de la respuesta." if una.estado == "respondida" else ""
    return parrafos(literal(respuesta.texto), *map(soporte, respuesta.soportes))


def _estado(una: Pregunta, respuesta: Respuesta, plazo: str | None) -> str:
    """How it stands: how and when it was answered, or until when it may be."""
    match una.estado:
        case "respondida":
            modo = "en la audiencia" if respuesta.modo == "en_vivo" else MODO_RESPUESTA.get(respuesta.modo or "en_vivo")
            dicho = f"Respondida {modo}" if respuesta.modo else "Respondida"
            return f"{dicho}, {fecha_de_formulario(dia_de(respuesta.fecha))}" if respuesta.fecha else dicho
        case "recibida" | "asignada" | "pendiente" | "aplazada":
            limite = f"\nPlazo legal: {fecha_de_formulario(plazo)}" if plazo else ""
            return f"{con_mayuscula(ESTADO_PREGUNTA[una.estado])}{limite}"
        case "trasladada":
            return f"Trasladada a {una.trasladada_a or 'la entidad competente'}"
        case "agrupada":  # its lead is not here, or leads back to it
            return f"Agrupada con {una.agrupada_en or 'otra'}; falta su respuesta"
        case "fuera_de_alcance" | None:
            return "Sin estado registrado"
        case _:
            assert_never(una.estado)
