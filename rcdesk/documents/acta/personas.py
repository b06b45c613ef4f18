"""The lines of the form that name people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import literal
from rcdesk.documents.formato import SIN_DILIGENCIAR, fecha_de_formulario
from rcdesk.domain.registro import Acta, Asistente, Audiencia, Firmante, NoAplica

_DE_LA_ENTIDAD: Final = frozenset({"servidor", "contratista"})
_POCOS: Final = 12
"""Up to so many attendees are all named in the form; the rest of a crowd is in the attendance list."""


def linea_de_asistentes(audiencia: Audiencia, acta: Acta) -> str:
    """Who came, in one line: everybody when they are few, otherwise who had a part; the list has the rest."""
    dicho = _declarado(acta, "asistentes")
    todos = audiencia.asistentes
    if dicho and todos and all(uno.nombre and uno.nombre in dicho for uno in todos):
        return literal(dicho)
    caben = len(todos) <= _POCOS
    nombrados = tuple(uno for uno in todos if not _es_ilegible(uno) and (caben or _tuvo_parte(uno)))
    resto = len(todos) - len(nombrados)
    dichos = ", ".join(_persona(uno.nombre, uno.cargo or uno.organizacion, " - ") for uno in nombrados)
    if resto:
        mas = ("firma ilegible", "firmas ilegibles") if caben else ("asistente más", "asistentes más")
        solos = mas if caben else ("asistente", "asistentes")
        dichos = f"{dichos} y {i18n.plural(resto, *mas)}" if dichos else i18n.plural(resto, *solos)
    nota = (audiencia.asistencia and audiencia.asistencia.nota) or ("(Ver listado de asistencia)" if resto else "")
    return literal(" ".join(parte for parte in (_frase(dichos), _frase(nota)) if parte)) or SIN_DILIGENCIAR


def linea_de_personas(personas: Sequence[Asistente] | NoAplica | None) -> str:
    """Who was absent or invited; «N.A.» is an answer, and nothing is not."""
    if isinstance(personas, str):
        return personas
    return literal(", ".join(_persona(uno.nombre, uno.cargo or uno.organizacion, " - ") for uno in personas or ())) or (
        SIN_DILIGENCIAR
    )


def linea_de_firmantes(firmantes: Iterable[Firmante], acta: Acta, concepto: str) -> str:
    """Who prepared, reviewed or approved it; as the acta declares it while it still names them all."""
    todos = tuple(firmantes)
    dicho = _declarado(acta, concepto)
    if dicho and todos and all(uno.nombre and uno.nombre in dicho for uno in todos):
        return literal(dicho)
    return literal(", ".join(_firmante(uno) for uno in todos))


def _declarado(acta: Acta, concepto: str) -> str | None:
    return next((dato.texto for dato in acta.declarado if dato.concepto == concepto and dato.texto), None)


def _es_ilegible(asistente: Asistente) -> bool:
    """Somebody signed a sheet, and nobody could read who."""
    return not asistente.nombre and asistente.hoja is not None


def _tuvo_parte(asistente: Asistente) -> bool:
    return bool(asistente.roles) or asistente.calidad in _DE_LA_ENTIDAD


def _firmante(uno: Firmante) -> str:
    dicho = _persona(uno.nombre, uno.cargo, " – ")
    return f"{dicho} ({fecha_de_formulario(uno.fecha)})" if uno.fecha else dicho


def _persona(nombre: str | None, cargo: str | None, union: str) -> str:
    return union.join(parte for parte in (nombre or "Sin nombre", cargo) if parte)


def _frase(texto: str) -> str:
    return texto if not texto or texto.endswith(".") else f"{texto}."
