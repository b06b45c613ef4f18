"""What leaves the house without the window: the expediente of a hearing, and proving what comes back, or a base."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from rcdesk.cli.bases import hearing_key, to_read
from rcdesk.domain.telling import silent
from rcdesk.i18n import peso, plural


def package(arguments: argparse.Namespace, writing: Callable[[Path], AbstractContextManager[None]]) -> int:
    """Write the expediente of a hearing; `writing` says what keeps a file from its place."""
    from rcdesk.app.program import program
    from rcdesk.work.expediente import hacer_expediente

    target: Path = arguments.zip
    with to_read(arguments.base) as database, writing(target), database.reading() as connection:
        done = hacer_expediente(
            connection,
            audiencia_id=hearing_key(connection, arguments.audiencia),
            evidencias=arguments.base,
            salida=target,
            publico=arguments.publico,
            programa=program(),
            avance=silent,
        )
    kind = "público" if arguments.publico else "interno (lleva datos personales)"
    print(f"{target}: expediente {kind}, {plural(done.archivos, 'archivo', 'archivos')}, {peso(done.octetos)}")
    return 0


def check_file(arguments: argparse.Namespace) -> int:
    """Say whether a file is an acta approved in a base: 0 when it is, whatever there is to know of it besides."""
    from rcdesk.work.comprobar import comprobar

    with to_read(arguments.base) as database, database.reading() as connection:
        found = comprobar(connection, archivo=arguments.archivo, evidencias=arguments.base)
    approved = found.veredicto in ("aprobada", "reparos")
    for line in (found.dicho, *found.detalles):
        print(line, file=sys.stdout if approved else sys.stderr)
    return 0 if approved else 1


def prove(arguments: argparse.Namespace) -> int:
    """Say whether an expediente is the one that was made, whether a base is whole, or both."""
    package_code = 0 if arguments.expediente is None else _prove_package(arguments.expediente)
    return package_code if arguments.base is None else max(package_code, _prove_base(arguments.base))


def _prove_package(path: Path) -> int:
    from rcdesk.store.package_check import check_package, in_words

    found = check_package(path)
    for line in in_words(found, path.name):
        print(line, file=sys.stderr if found.problemas else sys.stdout)
    return 1 if found.problemas else 0


def _prove_base(folder: Path) -> int:
    from rcdesk.store.verify import verify

    problems = verify(folder, clock=time.time_ns)
    for problem in problems:
        print(problem.que, file=sys.stderr)
    if not problems:
        print(f"{folder}: íntegra (datos, cadena de la bitácora, historia de cada registro, evidencias y texto).")
    return 1 if problems else 0
