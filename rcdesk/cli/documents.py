"""The documents of a hearing from the command line: each order makes one and writes it in the forms asked for."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from rcdesk.cli.bases import today
from rcdesk.cli.results import write_document, writing
from rcdesk.domain.errors import RuleError

if TYPE_CHECKING:
    from rcdesk.work.documentos import DocumentQuery


def minutes(arguments: argparse.Namespace) -> int:
    """Write the acta; in PDF, that of an approved one is the very file that was sealed."""
    from rcdesk.cli.approval import write_sealed
    from rcdesk.work.documentos import documento_acta

    if arguments.pdf is not None and write_sealed(arguments, writing):
        arguments.pdf = None  # an approved acta is the very file that was sealed, not one like it
        if arguments.docx is None:
            return 0
    return _document(arguments, partial(documento_acta, publica=arguments.publica))


def attendance_list(arguments: argparse.Namespace) -> int:
    """Write the attendance list."""
    from rcdesk.work.documentos import documento_lista

    return _document(arguments, documento_lista)


def cards(arguments: argparse.Namespace) -> int:
    """Write the cards with a code to scan."""
    from rcdesk.work.documentos import documento_tarjetas

    return _document(arguments, documento_tarjetas)


def paper_kit(arguments: argparse.Namespace) -> int:
    """Write what a hearing needs to go on on paper."""
    from rcdesk.work.documentos import documento_kit

    return _document(arguments, documento_kit)


def questions(arguments: argparse.Namespace) -> int:
    """Write the questions and their answers, to be published."""
    from rcdesk.work.documentos import documento_preguntas

    return _document(arguments, partial(documento_preguntas, hoy=today()))


def answers(arguments: argparse.Namespace) -> int:
    """Write the letters to who asked."""
    from rcdesk.work.documentos import documento_respuestas

    return _document(arguments, partial(documento_respuestas, hoy=today()))


def attendance(arguments: argparse.Namespace) -> int:
    """Write the summary of attendance, without names."""
    from rcdesk.work.documentos import documento_asistencia

    return _document(arguments, documento_asistencia)


def survey(arguments: argparse.Namespace) -> int:
    """Write the report of the survey."""
    from rcdesk.work.documentos import documento_encuesta

    return _document(arguments, documento_encuesta)


def annex(arguments: argparse.Namespace) -> int:
    """Write the annex of what was answered after the acta was approved."""
    from rcdesk.work.memoria import documento_memoria

    return _document(arguments, partial(documento_memoria, hoy=today()))


def blank_form(arguments: argparse.Namespace) -> int:
    """Write the blank form of the survey, on the paper that is asked for."""
    from rcdesk.documents.blocks import Paper
    from rcdesk.work.documentos import documento_formulario

    papeles = {papel.value: papel for papel in Paper}
    papel = papeles.get((arguments.papel or Paper.LETTER.value).strip().lower())
    if papel is None:
        raise RuleError(f"No hay papel «{arguments.papel}»: escriba {' u '.join(papeles)}.", field="papel")
    return _document(arguments, partial(documento_formulario, papel=papel))


def _document(arguments: argparse.Namespace, make: DocumentQuery) -> int:
    from rcdesk.store.reading import reading

    with reading(arguments.base) as connection:
        document = make(connection, codigo=arguments.audiencia, evidencias=arguments.base)
    return write_document(arguments, document)
