"""What is owed, from the command line: the letters that ask for it, and the calendar of when it falls due."""

from __future__ import annotations

import argparse

from rcdesk.cli.bases import to_read, today
from rcdesk.cli.results import write_document, writing
from rcdesk.i18n import peso


def letters(arguments: argparse.Namespace) -> int:
    """Write the letters to who has commitments that are late or near, or to one of them."""
    from rcdesk.work.requerimientos import documento_requerimientos

    with to_read(arguments.base) as database, database.reading() as connection:
        document = documento_requerimientos(
            connection, evidencias=arguments.base, hoy=today(), responsable=arguments.responsable
        )
    return write_document(arguments, document)


def calendar(arguments: argparse.Namespace) -> int:
    """Write the hearings and the days on which commitments fall due, or one hearing, for a mail program."""
    from rcdesk.store.files import write_atomic
    from rcdesk.work.agenda import audiencia_ics, calendario_ics

    with to_read(arguments.base) as database, database.reading() as connection:
        if arguments.audiencia is None:
            data = calendario_ics(connection, hoy=today())
        else:
            data = audiencia_ics(connection, codigo=arguments.audiencia, hoy=today())
    with writing(arguments.ics):
        write_atomic(arguments.ics, data)
    print(f"{arguments.ics}: {peso(len(data))}")
    return 0
