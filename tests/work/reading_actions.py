"""Letting in who was read, for the tests of it and of every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.lector import registrar_leido
from tests.bases import SEGUNDA
from tests.people import listar_asistentes

SAID: dict[str, object] = {
    "nombre": "Otra Forma de su Nombre",
    "documento_tipo": "CC",
    "documento_numero": "31900415",
    "enfoque_diferencial_genero": "Femenino",
    "enfoque_diferencial_rango_edad": "29 a 59",
}
"""What a cédula says of someone."""


def _read(desk: Desk, ids: dict[str, str]) -> str:
    waiting = [row for row in desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA]) if row.hora_llegada is None]
    return desk.do(
        registrar_leido, audiencia_id=ids[SEGUNDA], origen="asistente", id=waiting[0].id, hora="09:30", valores=SAID
    )


LECTURAS: list[tuple[str, Callable[[Desk, dict[str, str]], object]]] = [("registrar a quien se leyó", _read)]
