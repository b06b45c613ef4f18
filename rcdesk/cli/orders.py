"""What each command does. Their words are fixed: scripts rely on them."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from rcdesk.cli import documents
from rcdesk.cli.bases import session, to_write
from rcdesk.cli.outline import outline
from rcdesk.cli.owed import calendar, letters
from rcdesk.cli.parser import Argument, Order
from rcdesk.cli.reports import INFORME, PERIODO, PLAN, XLSX, open_data, report
from rcdesk.cli.results import writing
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.valores import FechaHora
from rcdesk.i18n import COLOMBIA, plural
from rcdesk.resources import resource


def _ejemplo(arguments: argparse.Namespace) -> int:
    return _import(resource("example", "ejemplo.json"), arguments.base)


def _importar(arguments: argparse.Namespace) -> int:
    return _import(arguments.archivo, arguments.base)


def _import(ruta: Path, carpeta: Path) -> int:
    from rcdesk.exchange import read
    from rcdesk.store import base
    from rcdesk.store.evidence import store_evidence
    from rcdesk.work.archivos import preparar
    from rcdesk.work.intercambio import importar

    leido = read(ruta)  # before the base is made: a refused file leaves nothing behind
    database = base.make_or_open(carpeta, **session())
    try:
        listo = preparar(leido, ruta, lambda origen: store_evidence(carpeta, origen))
        with database.unit(importar.name) as unit:
            hecho = importar.run(unit, archivo=listo.archivo, adjuntos=listo.adjuntos)
    except RuleError as error:
        raise RuleError(f"No se importó «{ruta.name}»; nada cambió. {error}") from error
    finally:
        database.close()
    _warn(listo.avisos)
    nuevos = plural(hecho.nuevos, "registro nuevo", "registros nuevos")
    cambiados = plural(hecho.cambiados, "cambiado", "cambiados")
    print(f"Importado en {carpeta}: {nuevos}, {cambiados}, {plural(hecho.retirados, 'retirado', 'retirados')}.")
    return 0


def _exportar(arguments: argparse.Namespace) -> int:
    from rcdesk.exchange import to_json
    from rcdesk.store.files import write_atomic
    from rcdesk.store.reading import reading
    from rcdesk.work.archivos import acompanar
    from rcdesk.work.gather import reunir

    salida: Path = arguments.salida
    with reading(arguments.base) as connection, writing(salida):
        archivo = replace(reunir(connection), generado=FechaHora(datetime.now(COLOMBIA).isoformat(timespec="seconds")))
        _warn(acompanar(connection, archivo, evidencias=arguments.base, junto_a=salida, escribir=write_atomic))
        write_atomic(salida, to_json(archivo))
    print(f"Exportado: {salida}")
    return 0


def _expediente(arguments: argparse.Namespace) -> int:
    from rcdesk.cli.outgoing import package

    return package(arguments, writing)


def _comprobar(arguments: argparse.Namespace) -> int:
    from rcdesk.cli.outgoing import check_file

    return check_file(arguments)


def _aprobar(arguments: argparse.Namespace) -> int:
    from rcdesk.cli.approval import approve

    with to_write(arguments.base) as database:
        return approve(arguments, database)


def _publicar(arguments: argparse.Namespace) -> int:
    from rcdesk.cli.approval import publish

    with to_write(arguments.base) as database:
        return publish(arguments, database)


def _resumen(arguments: argparse.Namespace) -> int:
    from rcdesk.store.reading import reading
    from rcdesk.work.documentos import cifras

    with reading(arguments.base) as connection:
        tree = cifras(connection, codigo=arguments.audiencia)
    if arguments.json:
        print(json.dumps(tree, ensure_ascii=not _unicode_out(), indent=1))
    else:
        for line in outline(tree):
            print(line)
    return 0


def _unicode_out() -> bool:
    """Whether the output takes every letter; elsewhere JSON escapes them, so that a script reads it all the same."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") in ("utf8", "utf8sig")


def _verificar(arguments: argparse.Namespace) -> int:
    from rcdesk.cli.outgoing import prove

    return prove(arguments)


def _reconstruir(arguments: argparse.Namespace) -> int:
    from rcdesk.store import base
    from rcdesk.store.rebuild import rebuild

    entries, problems = rebuild(arguments.espejo, arguments.base, clock=time.time_ns)
    base.open(arguments.base, writing=True, **session()).close()  # it writes its own text and index
    _warn(f"{told[0].upper()}{told[1:]}." for told in problems)
    words = plural(entries, "entrada", "entradas")
    print(f"{arguments.base}: base reconstruida con {words} de la bitácora.")
    return 1 if problems else 0


def _warn(avisos: Any) -> None:
    for aviso in avisos:
        print(f"Aviso: {aviso}", file=sys.stderr)


_BASE: Final = Argument("--base", "carpeta de la base")
_AUDIENCIA: Final = Argument("--audiencia", "código de la audiencia, por ejemplo rdc-2026-1", str)
_CORTE: Final = Argument("--corte", "hasta qué día se cuenta; hoy, si no se dice", str, required=False)
_FILES: Final = (
    Argument("--pdf", "archivo PDF que se escribe", required=False),
    Argument("--docx", "archivo de Word que se escribe, para seguir editándolo", required=False),
)

ORDENES: Final[Mapping[str, Order]] = {
    "ejemplo": Order("Hace una base con la audiencia de ejemplo.", (_BASE,), _ejemplo),
    "importar": Order(
        "Trae a la base un archivo rcdesk/1; la hace si no existe.",
        (Argument("archivo", "archivo JSON en formato rcdesk/1"), _BASE),
        _importar,
    ),
    "exportar": Order(
        "Escribe todo lo de la base como rcdesk/1.",
        (_BASE, Argument("--salida", "archivo JSON que se escribe")),
        _exportar,
    ),
    "acta": Order(
        "Escribe el acta de una audiencia en PDF o en Word.",
        (_BASE, _AUDIENCIA, Argument("--publica", "la versión que se puede publicar", None)),
        documents.minutes,
        _FILES,
    ),
    "aprobar": Order(
        "Aprueba el acta de una audiencia: le da su número y sella sus PDF, o los que faltan. No se puede deshacer.",
        (_BASE, _AUDIENCIA),
        _aprobar,
    ),
    "publicar": Order(
        "Anota que el acta aprobada se publicó, y dónde.",
        (_BASE, _AUDIENCIA, Argument("--url", "dirección donde se publicó", str, required=False)),
        _publicar,
    ),
    "lista": Order(
        "Escribe el listado de asistencia de una audiencia en PDF o en Word.",
        (_BASE, _AUDIENCIA),
        documents.attendance_list,
        _FILES,
    ),
    "tarjetas": Order(
        "Escribe en PDF o en Word las tarjetas con QR de una audiencia.", (_BASE, _AUDIENCIA), documents.cards, _FILES
    ),
    "kit": Order(
        "Escribe en PDF o en Word lo que una audiencia necesita para seguir en papel.",
        (_BASE, _AUDIENCIA),
        documents.paper_kit,
        _FILES,
    ),
    "preguntas": Order(
        "Escribe en PDF o en Word las preguntas y respuestas de una audiencia, para publicar.",
        (_BASE, _AUDIENCIA),
        documents.questions,
        _FILES,
    ),
    "respuestas": Order(
        "Escribe en PDF o en Word los oficios para quienes preguntaron y tienen o esperan respuesta escrita.",
        (_BASE, _AUDIENCIA),
        documents.answers,
        _FILES,
    ),
    "asistencia": Order(
        "Escribe en PDF o en Word el resumen de asistencia de una audiencia, sin nombres.",
        (_BASE, _AUDIENCIA),
        documents.attendance,
        _FILES,
    ),
    "encuesta": Order(
        "Escribe en PDF o en Word el informe de la encuesta de una audiencia.",
        (_BASE, _AUDIENCIA),
        documents.survey,
        _FILES,
    ),
    "formulario": Order(
        "Escribe en PDF o en Word la encuesta de una audiencia para responderla en papel.",
        (_BASE, _AUDIENCIA, Argument("--papel", "carta u oficio; carta si no se dice", str, required=False)),
        documents.blank_form,
        _FILES,
    ),
    "resumen": Order(
        "Muestra las cifras derivadas de la base, o de una audiencia.",
        (
            _BASE,
            replace(_AUDIENCIA, required=False),
            Argument("--json", "las muestra en JSON, con los nombres del formato", None),
        ),
        _resumen,
    ),
    "informe": Order(
        "Escribe en PDF, Word o Excel un informe del año, como estaban las cosas en un corte.",
        (INFORME, _BASE, PLAN, _CORTE, PERIODO),
        report,
        (*_FILES, XLSX),
    ),
    "abiertos": Order(
        "Guarda en un zip los datos abiertos de la base: tablas, diccionario y licencia, sin datos personales.",
        (
            _BASE,
            Argument("--salida", "archivo zip que se escribe"),
            _CORTE,
            Argument("--tapar", "tapa lo que parezca personal en los textos, en vez de no hacer el paquete", None),
        ),
        open_data,
    ),
    "requerimientos": Order(
        "Escribe en PDF o en Word los oficios para quienes tienen compromisos vencidos o por vencer.",
        (_BASE, Argument("--responsable", "solo el de esa persona o dependencia", str, required=False)),
        letters,
        _FILES,
    ),
    "calendario": Order(
        "Guarda las audiencias y los vencimientos para un programa de correo o calendario (.ics).",
        (
            _BASE,
            replace(_AUDIENCIA, required=False),
            Argument("--ics", "archivo .ics que se escribe"),
        ),
        calendar,
    ),
    "memoria": Order(
        "Escribe en PDF o en Word lo que se respondió después de aprobar el acta de una audiencia.",
        (_BASE, _AUDIENCIA),
        documents.annex,
        _FILES,
    ),
    "expediente": Order(
        "Guarda en un zip todo lo de una audiencia, con la huella de cada archivo.",
        (
            _BASE,
            _AUDIENCIA,
            Argument("--zip", "archivo zip que se escribe"),
            Argument("--publico", "solo lo que se puede publicar", None),
        ),
        _expediente,
    ),
    "comprobar": Order(
        "Dice si un archivo es un acta aprobada en la base, o solo dice serlo.",
        (Argument("archivo", "el PDF, o el acta firmada y digitalizada"), _BASE),
        _comprobar,
    ),
    "verificar": Order(
        "Comprueba que la base, o un expediente, está íntegro y nombra lo que no.",
        (),
        _verificar,
        (
            replace(_BASE, required=False),
            Argument("--expediente", "archivo zip que hizo la orden expediente", required=False),
        ),
    ),
    "reconstruir": Order(
        "Hace una base a partir del texto de la bitácora.",
        (Argument("--espejo", "carpeta con los archivos bitacora-AAAA-MM.jsonl"), _BASE),
        _reconstruir,
    ),
}
