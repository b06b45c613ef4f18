"""What is sent to the screens of the room. Each thing sent is a row; of each kind the last that stands is in force."""

from __future__ import annotations

from collections.abc import Iterable

from rcdesk.domain import orden
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.proyeccion import Lamina, Papel, Tipo, exigir_mostrable, leer_palabras
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.pantalla import Enviado, ver_pantalla, vigentes


@action("Mostrar pregunta")
def mostrar_pregunta(unit: Unit, *, id: str) -> None:
    """Put a question on the projector. RuleError when the room may not read it."""
    _mostrar(unit, id)


@action("Preparar como siguiente")
def preparar_siguiente(unit: Unit, *, id: str) -> None:
    """Stage the question that goes on the projector next. RuleError when the room may not read it."""
    pregunta = unit.get(Pregunta, id)
    exigir_mostrable(pregunta)
    _enviar(unit, pregunta.audiencia_id, "siguiente", "pregunta", pregunta=id)


@action("Mostrar la siguiente")
def mostrar_siguiente(unit: Unit, *, audiencia_id: str) -> None:
    """Put on the projector the staged question; when none is staged, the first approved one of the queue."""
    siguiente = ver_pantalla(unit.connection, audiencia_id=audiencia_id).siguiente
    if siguiente is None:
        raise RuleError("No hay una siguiente: apruebe una pregunta de la cola (A).")
    _mostrar(unit, siguiente.id)


@action("Mostrar mensaje")
def mostrar_mensaje(unit: Unit, *, audiencia_id: str, texto: str, borrador: str = "") -> None:
    """Put the desk's own words on the projector; `borrador` is the draft they were."""
    _enviar(unit, audiencia_id, "pantalla", "mensaje", texto=leer_palabras(texto, "mensaje", "el mensaje"))
    unit.used_draft(borrador)


@action("Mostrar lámina")
def mostrar_lamina(unit: Unit, *, audiencia_id: str, lamina: Lamina) -> None:
    """Put on the projector how many questions there are, or whose hearing it is."""
    _enviar(unit, audiencia_id, "pantalla", lamina)


@action("Apagar la pantalla")
def apagar_pantalla(unit: Unit, *, audiencia_id: str) -> None:
    """Leave the projector dark, without its lower third."""
    _enviar(unit, audiencia_id, "pantalla", "nada")
    _enviar(unit, audiencia_id, "cintillo", "nada")


@action("Poner cintillo")
def poner_cintillo(
    unit: Unit, *, audiencia_id: str, nombre: str, entidad: str = "", borradores: Iterable[str] = ()
) -> None:
    """Say on the projector who speaks; `borradores` are the drafts that both texts were."""
    name = leer_palabras(nombre, "cintillo_nombre", "el nombre de quien habla")
    place = leer_palabras(entidad, "cintillo_entidad", "la entidad") if entidad.strip() else None
    _enviar(unit, audiencia_id, "cintillo", "mensaje", texto=name, detalle=place)
    unit.used_draft(*borradores)


@action("Quitar cintillo")
def quitar_cintillo(unit: Unit, *, audiencia_id: str) -> None:
    """Nobody is named on the projector."""
    _enviar(unit, audiencia_id, "cintillo", "nada")


@action("Avisar a la tarima")
def avisar_a_la_tarima(unit: Unit, *, audiencia_id: str, texto: str, borrador: str = "") -> None:
    """Tell something to those on stage, that the room does not see; `borrador` is the draft it was."""
    _enviar(unit, audiencia_id, "tarima", "mensaje", texto=leer_palabras(texto, "aviso_tarima", "el aviso"))
    unit.used_draft(borrador)


@action("Quitar el aviso de la tarima")
def quitar_aviso(unit: Unit, *, audiencia_id: str) -> None:
    """Those on stage have read it."""
    _enviar(unit, audiencia_id, "tarima", "nada")


def _mostrar(unit: Unit, id: str) -> None:
    pregunta = unit.get(Pregunta, id)
    exigir_mostrable(pregunta)
    _enviar(unit, pregunta.audiencia_id, "pantalla", "pregunta", pregunta=id)
    if vigentes(unit.connection, pregunta.audiencia_id)["siguiente"].pregunta == id:
        _enviar(unit, pregunta.audiencia_id, "siguiente", "nada")


def _enviar(unit: Unit, audiencia_id: str, papel: Papel, tipo: Tipo, **what: str | None) -> None:
    """Send it, unless it is what is there already."""
    unit.audiencia_id = audiencia_id
    if vigentes(unit.connection, audiencia_id)[papel] == Enviado(tipo, **what):
        return
    place = orden.despues_de(unit.last_order("proyecciones", audiencia_id=audiencia_id))
    row = {"audiencia_id": audiencia_id, "orden": place, "papel": papel, "tipo": tipo, "cuando": unit.clock(), **what}
    unit.insert("proyecciones", [row])
