"""The reports of the year from the command line: what is asked for is read here as a person writes it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Final

from rcdesk.cli.bases import today
from rcdesk.cli.parser import Argument
from rcdesk.cli.results import write_document, writing
from rcdesk.domain.errors import RuleError

INFORME: Final = Argument(
    "clase",
    "estrategia, paac, cumplimiento, plan, compromisos, audiencias, convocatoria, oportunidad o cronograma",
    str,
)
PLAN: Final = Argument("--plan", "código del plan; si no se dice, el único", str, required=False)
PERIODO: Final = Argument("--periodo", "por ejemplo 2026, 2026-S2, 2026-C3, 2026-T4 o 2026-11", str, required=False)
XLSX: Final = Argument("--xlsx", "archivo de Excel que se escribe, con sus tablas", required=False)


def report(arguments: argparse.Namespace) -> int:
    """Write a report of the base, or of one of its plans."""
    from rcdesk.store.reading import reading
    from rcdesk.work.informes import documento_informe

    corte, periodo = _corte(arguments.corte), _periodo(arguments.periodo)
    with reading(arguments.base) as connection:
        document = documento_informe(
            connection,
            clase=arguments.clase,
            plan=arguments.plan,
            corte=corte,
            periodo=periodo,
            evidencias=arguments.base,
            hoy=today(),
        )
    return write_document(arguments, document)


def open_data(arguments: argparse.Namespace) -> int:
    """Write the open-data package of a base, if nothing in it is personal."""
    from rcdesk.domain.telling import silent
    from rcdesk.store.reading import reading
    from rcdesk.work.datos_abiertos import empacar_datos_abiertos

    target: Path = arguments.salida
    corte = _corte(arguments.corte) or today()
    with reading(arguments.base) as connection, writing(target):
        done = empacar_datos_abiertos(
            connection, corte=corte, salida=target, avance=silent, tapar=bool(arguments.tapar)
        )
    print(f"{target}: {done.en_palabras}")
    return 0


def _corte(words: str | None) -> date | None:
    if words is None:
        return None
    from rcdesk.domain.periodos import ultimo_dia
    from rcdesk.i18n import leer_fecha

    day = leer_fecha(words)
    if day is None:
        raise RuleError(f"El corte «{words}» no es una fecha: escriba una como 2026-11-20.", field="corte")
    return ultimo_dia(day)


def _periodo(words: str | None) -> str | None:
    if words is None:
        return None
    from rcdesk.domain.periodos_escritos import leer_periodo

    found = leer_periodo(words)
    if found is None:
        raise RuleError(
            f"«{words}» no es un periodo: un año tiene dos semestres, tres cuatrimestres y cuatro trimestres. Escriba"
            " 2026, 2026-S2, 2026-C3, 2026-T4 o 2026-11.",
            field="periodo",
        )
    return found
