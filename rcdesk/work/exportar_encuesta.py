"""A survey as sheets to work with outside: its results, and the answers one by one, of nobody and of no hour."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection

from rcdesk.documents.planilla import Celda, Planilla
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.encuesta import abierta, base, conteos
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.encuestas import enunciado
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import TIPO_PREGUNTA_ENCUESTA, con_mayuscula
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.resultados import puntos
from rcdesk.i18n import fecha_corta
from rcdesk.work.gather import reunir_registro

_RESULTADOS: Final = ("No.", "Pregunta", "Cómo se responde", "Base", "Respuesta", "n", "%")
_PROPIAS: Final = ("Formulario", "Día", "Aplicación")


def planilla_de_resultados(connection: Connection, *, encuesta_id: str) -> Planilla:
    """Return each question with its base and, in a row each, its answers with n and %."""
    encuesta = _encuesta(connection, encuesta_id)
    filas = (
        fila for numero, pregunta in enumerate(encuesta.preguntas, 1) for fila in _filas(encuesta, pregunta, numero)
    )
    return Planilla("Resultados de la encuesta", _RESULTADOS, tuple(filas))


def planilla_de_respuestas(connection: Connection, *, encuesta_id: str) -> Planilla:
    """Return the forms, one in a row, with the day and never the hour; several answers to one question with «;»."""
    encuesta = _encuesta(connection, encuesta_id)
    preguntas = encuesta.preguntas
    columnas = (*_PROPIAS, *(f"{numero}. {enunciado(una)}" for numero, una in enumerate(preguntas, 1)))
    filas = tuple(
        (numero, _dia(una), _como(una), *(_celda(una.valores.get(pregunta.codigo)) for pregunta in preguntas))
        for numero, una in enumerate(encuesta.respuestas, 1)
    )
    return Planilla("Respuestas de la encuesta", columnas, filas)


def _filas(encuesta: r.Encuesta, pregunta: r.PreguntaEncuesta, numero: int) -> Iterator[tuple[Celda, ...]]:
    respuestas = encuesta.respuestas
    personas, cuenta = base(pregunta, respuestas), conteos(pregunta, respuestas)
    se_lee = abierta(pregunta, respuestas)
    cabeza = (numero, enunciado(pregunta), con_mayuscula(TIPO_PREGUNTA_ENCUESTA[pregunta.tipo]))
    dichos = tuple(cuenta.items()) if se_lee else puntos(pregunta, cuenta)
    for opcion, n in dichos or (("", 0),):
        ciento: Celda = Decimal(porcentaje(n, personas)) if personas and dichos and not se_lee else ""
        yield (*cabeza, "" if personas is None else personas, opcion, n if dichos else "", ciento)


def _encuesta(connection: Connection, key: str) -> r.Encuesta:
    encuesta: r.Encuesta | None = reunir_registro(connection, "encuestas", key)
    if encuesta is None:
        raise RuleError("Esa encuesta ya no está.", field="encuesta")
    return encuesta


def _dia(respuesta: r.RespuestaEncuesta) -> str:
    return fecha_corta(dia_en_colombia(respuesta.fecha).isoformat()) if respuesta.fecha else ""


def _como(respuesta: r.RespuestaEncuesta) -> str:
    match respuesta.aplicacion:
        case "papel":
            return "en papel"
        case "virtual":
            return "virtual"
        case None:
            return ""


def _celda(valor: r.ValorDeRespuesta) -> Celda:
    match valor:
        case None:
            return ""
        case bool():
            return "Sí" if valor else "No"
        case float():
            return Decimal(repr(valor))
        case tuple():
            return "; ".join(valor)
        case _:
            return valor
