"""Lines of a hearing or a plan that need no more rules than their format: agenda points, topics, measures, pieces…

One family of actions serves them all: add, correct, move, withdraw. What has rules of its own (questions, people,
commitments) has its own module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sqlalchemy import select

from rcdesk.domain import orden
from rcdesk.domain.audiencias import horas_en_orden
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.tree import RECORDS, Linea
from rcdesk.store.unit import Unit
from rcdesk.work import Action


@dataclass(frozen=True, slots=True)
class Clase:
    """A kind of line: what people call it, and the field without which it says nothing."""

    nombre: str
    principal: str


CLASES: Final[Mapping[str, Clase]] = {
    "dependencias": Clase("dependencia", "nombre"),
    "formatos": Clase("formato", "codigo"),
    "dias_no_habiles": Clase("día no hábil", "fecha"),
    "terminos": Clase("término", "norma"),
    "componentes": Clase("etapa", "nombre"),
    "compromisos_por_periodo": Clase("cuenta de compromisos", "periodo"),
    "lugares": Clase("lugar", "nombre"),
    "canales": Clase("canal", "nombre"),
    "sesiones": Clase("sesión", "fecha"),
    "medidas": Clase("medida de accesibilidad", "medida"),
    "incidentes": Clase("incidente", "texto"),
    "grupos_de_temas": Clase("grupo de temas", "titulo"),
    "temas": Clase("tema", "texto"),
    "piezas": Clase("pieza", "titulo"),
    "publicaciones": Clase("publicación", "fuente"),
    "puntos": Clase("punto del orden del día", "titulo"),
    "conteos": Clase("conteo", "cantidad"),
    "metricas": Clase("métrica", "canal"),
    "intervenciones": Clase("intervención", "nombre"),
    "decisiones": Clase("decisión", "texto"),
    "encuestas": Clase("encuesta", "titulo"),
    "preguntas_encuesta": Clase("pregunta de la encuesta", "enunciado"),
    "resultados": Clase("resultado", "opcion"),
    "respuestas_encuesta": Clase("formulario", "valores"),
    "factores": Clase("factor", "texto"),
    "estrategias": Clase("estrategia", "texto"),
    "secciones": Clase("sección", "titulo"),
    "firmantes": Clase("firmante", "nombre"),
    "anexos": Clase("anexo", "titulo"),
}
"""Table → its kind of line."""


def _agregar(tabla: str, unit: Unit, *, valores: Mapping[str, object], lista: str | None = None, **padre: str) -> str:
    row = _leidos(tabla, valores)
    if not row.get(CLASES[tabla].principal):
        raise RuleError(f"Escriba {_articulo(tabla)}.", field=CLASES[tabla].principal)
    place: dict[str, Any] = {**padre, **({"lista": lista} if lista else {})}
    row |= place | {"orden": orden.despues_de(unit.last_order(tabla, **place))}
    id = unit.insert(tabla, [row])[0]
    _revisar(tabla, unit, id)
    return id


def _corregir(
    tabla: str, unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    row = _leidos(tabla, valores)
    principal = CLASES[tabla].principal
    if principal in row and not row[principal]:
        raise RuleError(f"Escriba {_articulo(tabla)}.", field=principal)
    unit.check_seen(tabla, id, seen or {})
    unit.update(tabla, id, **row)
    _revisar(tabla, unit, id)


def _revisar(tabla: str, unit: Unit, id: str) -> None:
    """The one rule of a plain line that looks at two of its fields: a session ends after it starts."""
    if tabla == "sesiones":
        line = JOURNALED[tabla].c
        start, end = unit.connection.execute(select(line.hora_inicio, line.hora_fin).where(line.id == id)).one()
        horas_en_orden(start, end, "hora_fin")


def _mover(tabla: str, unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """`antes` and `despues` are the order keys of the new neighbours; empty at the ends of the list."""
    unit.update(tabla, id, orden=orden.entre(antes, despues))


def _retirar(tabla: str, unit: Unit, *, id: str, motivo: str = "retirado al preparar") -> None:
    unit.withdraw(tabla, id, motivo)


def _leidos(tabla: str, valores: Mapping[str, object]) -> dict[str, Any]:
    kind = RECORDS[tabla]
    if kind is Linea:
        return {"texto": str(valores["texto"]).strip()}
    return {campo: leer(kind, campo, valor) for campo, valor in valores.items()}


def _articulo(tabla: str) -> str:
    nombre = CLASES[tabla].nombre
    femenino = nombre.split()[0].endswith(("a", "ión"))
    return f"{'la' if femenino and nombre.split()[0] != 'tema' else 'el'} {nombre}"


agregar: Final = {t: Action(f"Agregar {c.nombre}", partial(_agregar, t)) for t, c in CLASES.items()}
"""Table → action(unit, *, valores, lista=None, **padre) → id. `padre` is the parent's key: audiencia_id=…"""

corregir: Final = {t: Action(f"Corregir {c.nombre}", partial(_corregir, t), merges=True) for t, c in CLASES.items()}
"""Table → action(unit, *, id, valores, seen=None)."""

_CITADAS: Final = frozenset({"factores"})
"""Lines that others cite by their place: whoever moves or withdraws one writes that anew, in its own module."""

mover: Final = {t: Action(f"Mover {c.nombre}", partial(_mover, t)) for t, c in CLASES.items() if t not in _CITADAS}
"""Table → action(unit, *, id, antes, despues): order keys of its new neighbours."""

retirar: Final = {t: Action(f"Retirar {CLASES[t].nombre}", partial(_retirar, t)) for t in mover}
"""Table → action(unit, *, id, motivo)."""
