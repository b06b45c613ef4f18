"""A list of people that is brought, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.domain.lista_de_personas import Cambio, PorTraer
from rcdesk.work.traer_personas import traer_personas
from tests.bases import SEGUNDA
from tests.people import listar_asistentes

Do = Callable[[Desk, dict[str, str]], object]


def _bring(desk: Desk, ids: dict[str, str]) -> object:
    known = desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA])[0]
    new = {"nombre": "Eva Paz", "documento_tipo": "CC", "documento_numero": "31820207", "autorizacion_otorgada": True}
    changed = Cambio(known.id, {"telefono": "310 555", "autorizacion_imagen_y_voz": False}, {"telefono": None})
    what = PorTraer((new, {"nombre": "Ana Ríos", "enfoque_diferencial_rango_edad": "18-28"}), (changed,))
    return desk.do(traer_personas, audiencia_id=ids[SEGUNDA], traer=what, archivo="lista.xlsx")


LISTAS: list[tuple[str, Do]] = [("traer personas", _bring)]
