"""A base with a year of work of any size: activities of a plan, commitments of hearings and of the plan, advances.

Everything is drawn with a fixed seed, and spread over 2026: at any corte there are late, done, moved and open ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from rcdesk.domain import orden
from rcdesk.store.unit import Unit
from rcdesk.work import action
from tests.bases import open_desk

PLAN: Final = "accion-2026"
"""The code of the plan that holds the activities, and a tenth of the commitments."""
HEARINGS: Final = 6
"""Hearings that share the other commitments: one each two months of 2026."""
ADVANCES: Final = 10
"""Of each commitment, and of each activity (half in each of its two periods)."""

_CHUNK: Final = 2_000
_START: Final = date(2026, 1, 13)
_PERIODS: Final = ("2026-C2", "2026-C3")
_OFFICES: Final = (
    "Planeación",
    "Hacienda",
    "Salud",
    "Infraestructura",
    "Gobierno",
    "Movilidad",
    "Educación",
    "Ambiente",
)
_PEOPLE: Final = ("Elvira Toro", "Ramiro Díaz", "Célimo Ocoró", "Ligia Muñetón", "Toño Peláez", "Zoraida Güiza")
_DEEDS: Final = ("Publicar", "Entregar", "Reponer", "Responder", "Divulgar", "Revisar", "Instalar", "Contratar")
_THINGS: Final = ("el informe", "las luminarias", "la ruta escolar", "el puente peatonal", "los filtros", "la cartilla")
_PLACES: Final = ("Alto Bonito", "La Ceiba", "Puerto Niño", "Quebrada Honda", "El Guadual", "Santa Eufrasia", "Peñón")


def make_year(folder: Path, *, actividades: int, compromisos: int) -> Path:
    """Make a base with so many activities and commitments, ten advances each, closed, and return its folder."""
    desk = open_desk(folder)
    try:
        plan_id, stages, hearings = desk.do(_frame)
        for start in range(0, actividades, _CHUNK):
            desk.do(_activities, stages=stages, first=start, count=min(_CHUNK, actividades - start))
        for start in range(0, compromisos, _CHUNK):
            desk.do(_promises, plan_id=plan_id, hearings=hearings, first=start, count=min(_CHUNK, compromisos - start))
    finally:
        desk.close()
    return folder


@action("Armar el año")
def _frame(unit: Unit) -> tuple[str, list[str], list[str]]:
    unit.insert("entidades", [{"orden": "1", "nombre": "Alcaldía de Valle Sereno"}])
    [plan] = unit.insert(
        "planes", [{"orden": "1", "codigo": PLAN, "nombre": "Plan de acción 2026", "tipo": "accion", "vigencia": 2026}]
    )
    stages = unit.insert(
        "componentes",
        [
            {"plan_id": plan, "orden": key, "nombre": f"Secretaría de {name}", "clase": "dependencia"}
            for name, key in zip(_OFFICES, orden.repartidas(len(_OFFICES)), strict=True)
        ],
    )
    hearings = unit.insert(
        "audiencias",
        [
            {
                "orden": key,
                "codigo": f"rdc-2026-{number}",
                "nombre": f"Audiencia {number} de 2026",
                "fecha": _hearing_day(number - 1).isoformat(),
                "estado": "cerrada",
            }
            for number, key in enumerate(orden.repartidas(HEARINGS), 1)
        ],
    )
    return plan, stages, hearings


@action("Llenar las actividades")
def _activities(unit: Unit, *, stages: Sequence[str], first: int, count: int) -> None:
    choice = random.Random(first + 1)
    keys = orden.repartidas(first + count)[first:]
    rows = [_activity(choice, number, stages) for number in range(first, first + count)]
    activities = unit.insert("actividades", [row | {"orden": key} for row, key in zip(rows, keys, strict=True)])
    periods = unit.insert(
        "programaciones",
        [
            {"actividad_id": id, "orden": str(place), "periodo": period, "programado": str(choice.randint(5, 60))}
            for id in activities
            for place, period in enumerate(_PERIODS, 1)
        ],
    )
    said = [(id, _advances(choice, place % 2)) for place, id in enumerate(periods)]
    unit.insert("seguimientos", [row | {"programacion_id": id} for id, rows in said for row in rows])
    for id, advances in said:
        unit.update("programaciones", id, ejecutado=advances[-1]["avance"], corte=advances[-1]["corte"])


def _activity(choice: random.Random, number: int, stages: Sequence[str]) -> dict[str, Any]:
    day = _START + timedelta(days=choice.randint(0, 200))
    return {
        "componente_id": stages[number % len(stages)],
        "codigo": f"{number % len(stages) + 1}.{number // len(stages) + 1}",
        "nombre": _words(choice),
        "tipo": choice.choice(("informacion", "dialogo", "incentivo", "otra")),
        "unidad": "unidades",
        "agregacion": "suma",
        "responsables": (choice.choice(_OFFICES), choice.choice(_PEOPLE)),
        "desde": day.isoformat(),
        "hasta": (day + timedelta(days=choice.randint(1, 140))).isoformat(),
    }


def _advances(choice: random.Random, half: int) -> list[dict[str, Any]]:
    """Half of the advances of an activity: done until then, in its unit."""
    day, done = date(2026, 5 + 4 * half, 6), 0
    rows = []
    for place in range(1, ADVANCES // 2 + 1):
        day, done = day + timedelta(days=choice.randint(3, 20)), done + choice.randint(0, 14)
        rows.append({"orden": str(place), "corte": day.isoformat(), "avance": str(done), "texto": _words(choice)})
    return rows


@action("Llenar los compromisos")
def _promises(unit: Unit, *, plan_id: str, hearings: Sequence[str], first: int, count: int) -> None:
    choice = random.Random(first + 2)
    keys = orden.repartidas(first + count)[first:]
    numbers = range(first, first + count)
    made = [_day_made(number, len(hearings)) for number in numbers]
    rows = [_promise(choice, number, day, plan_id, hearings) for number, day in zip(numbers, made, strict=True)]
    ids = unit.insert("compromisos", [row | {"orden": key} for row, key in zip(rows, keys, strict=True)])
    for id, day, row in zip(ids, made, rows, strict=True):
        unit.insert("seguimientos", [one | {"compromiso_id": id} for one in _history(choice, day, str(row["estado"]))])


def _promise(choice: random.Random, number: int, day: date, plan_id: str, hearings: Sequence[str]) -> dict[str, Any]:
    of_plan = number % 10 == 9
    mine: dict[str, Any] = {"plan_id": plan_id} if of_plan else {"audiencia_id": hearings[number % len(hearings)]}
    return mine | {
        "codigo": str(number + 1),
        "que_hacer": _words(choice),
        "alcance": "no_a_cargo" if number % 17 == 0 else "a_cargo",
        "responsables": (choice.choice(_OFFICES), choice.choice(_PEOPLE)),
        "dependencia": f"Secretaría de {choice.choice(_OFFICES)}",
        "adquirido": day.isoformat() if of_plan else None,
        "fecha": (day + timedelta(days=choice.randint(15, 300))).isoformat(),
        "estado": ("cumplido", "en_curso", "en_curso", "incumplido")[number % 4],
        "origen": "mesa" if of_plan else "acta",
    }


def _history(choice: random.Random, day: date, estado: str) -> Iterator[dict[str, Any]]:
    done = 0
    for place in range(1, ADVANCES + 1):
        last = place == ADVANCES
        day, done = day + timedelta(days=choice.randint(2, 21)), min(95, done + choice.randint(0, 16))
        moved = (day + timedelta(days=60)).isoformat() if place == 5 and choice.random() < 0.3 else None
        yield {
            "orden": f"{place:02}",
            "corte": day.isoformat(),
            "avance": "100" if last and estado == "cumplido" else str(done),
            "texto": _words(choice),
            "autor": choice.choice(_PEOPLE),
            "estado": estado if last else None,
            "nueva_fecha": moved,
        }


def _day_made(number: int, hearings: int) -> date:
    return _hearing_day(number % hearings) + timedelta(days=1)


def _hearing_day(number: int) -> date:
    return _START + timedelta(days=60 * number)


def _words(choice: random.Random) -> str:
    what = f"{choice.choice(_DEEDS)} {choice.choice(_THINGS)} de {choice.choice(_PLACES)}"
    return f"{what} a {choice.randint(2, 90)} familias"
