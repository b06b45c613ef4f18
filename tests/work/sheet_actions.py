"""What is done with the sheets signed on paper, for the tests of them and of every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work import digitar, hojas
from rcdesk.work.asistentes import AsistenteRow
from tests.bases import SEGUNDA

Step = Callable[[Desk, str], object]
"""Does one action on the sheet with this key, which has someone of the list, someone new and an empty row."""


def prepared(desk: Desk, audiencia_id: str, *, rows: int = 12) -> str:
    """Prepare one sheet and return its key."""
    return desk.do(hojas.preparar_hojas, audiencia_id=audiencia_id, cuantas=1, renglones=rows)[0]


def typed(desk: Desk, hoja: str, row: int, name: str, **values: object) -> str:
    """Type someone who signed."""
    firma = digitar.Firma(autoriza=True, hora="09:00")
    return desk.do(digitar.digitar_renglon, hoja_id=hoja, renglon=row, valores={"nombre": name, **values}, firma=firma)


def chosen(desk: Desk, hoja: str, row: int, person: AsistenteRow) -> str:
    """Choose someone of the list as the one that signed."""
    return desk.do(
        digitar.digitar_renglon,
        hoja_id=hoja,
        renglon=row,
        valores={},
        elegida=digitar.Elegida("asistente", person.id),
        firma=digitar.Firma(autoriza=True, hora="09:00"),
    )


HOJAS: list[tuple[str, Callable[[Desk, dict[str, str]], object]]] = [
    ("preparar hojas", lambda desk, ids: prepared(desk, ids[SEGUNDA])),
]

EN_LA_HOJA: list[Step] = [
    lambda desk, hoja: desk.do(hojas.contar_firmas, id=hoja, firmas=3),
    lambda desk, hoja: desk.do(hojas.cerrar_hoja, id=hoja),
    lambda desk, hoja: desk.do(hojas.reabrir_hoja, id=hoja),
    lambda desk, hoja: typed(desk, hoja, 4, "Nelly Viveros", documento_numero="31.555.755"),
    lambda desk, hoja: typed(desk, hoja, 2, "Fidelina Mosquera Díaz"),
    lambda desk, hoja: typed(desk, hoja, 1, "Otra Persona"),
    lambda desk, hoja: desk.do(digitar.digitar_ilegible, hoja_id=hoja, renglon=5, hora="09:00"),
    lambda desk, hoja: desk.do(digitar.dejar_vacio, hoja_id=hoja, renglon=2),
    lambda desk, hoja: desk.do(digitar.repetir_firma, hoja_id=hoja, renglon=3),
    lambda desk, hoja: desk.do(digitar.borrar_renglon, hoja_id=hoja, renglon=4),
    lambda desk, hoja: desk.do(digitar.dejar_vacios, hoja_id=hoja, desde=6),
    lambda desk, hoja: desk.do(digitar.borrar_renglon, hoja_id=hoja, renglon=1),
    lambda desk, hoja: desk.do(digitar.borrar_renglon, hoja_id=hoja, renglon=5),
    lambda desk, hoja: desk.do(hojas.anular_hoja, id=hoja),
]
"""Every action on a sheet, one after another."""
