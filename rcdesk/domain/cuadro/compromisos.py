"""What a file may say of commitments: what the acta tells stays; how they go is added to what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.domain.avances_de_compromiso import avance_dicho, dia_dicho
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError

PRINCIPAL: Final = "que_hacer"
CONGELADO: Final = "_congelado"
SIN_AVANCES: Final = "_sin_avances"
"""Of a commitment here: whether an approved acta tells it, and whether nothing was said of it yet."""

DICHO: Final = ("avance", "estado", "fecha", "responsables", "texto", "evidencia", "enlace", "corte")
"""What is said of a commitment after it was made."""
_OF_THE_ACTA: Final = ("que_hacer", "alcance", "adquirido", "codigo")
_STAYS: Final = ("avance", "estado", "fecha", "responsables", "alcance")
_FIELD: Final = {"fecha": "nueva_fecha"}


@dataclass(frozen=True, slots=True)
class Revisor:
    """Says what may not come in. `abiertas` are the codes of the hearings whose acta is not approved; `hoy`, today."""

    abiertas: frozenset[str]
    cerradas: frozenset[str]
    planes: frozenset[str]
    hoy: date

    def __call__(self, valores: Mapping[str, Any], antes: Mapping[str, Any] | None) -> tuple[str, str] | None:
        """The field that cannot be as a file says, and why; None when the row may come in."""
        if not valores.get(PRINCIPAL):
            return PRINCIPAL, "La fila no dice el compromiso."
        wrong = self._said(valores, antes or {}) or (self._origin(valores) if antes is None else _moved(valores, antes))
        return wrong or _unread(valores)

    def _origin(self, valores: Mapping[str, Any]) -> tuple[str, str] | None:
        code = valores.get("procedencia")
        if not code:
            return "procedencia", "Diga de dónde viene: el código de la audiencia o del plan."
        if code in self.cerradas:
            return "procedencia", f"El acta de «{code}» está aprobada: un compromiso nuevo va en el plan."
        if code not in self.abiertas and code not in self.planes:
            return "procedencia", f"No hay audiencia ni plan con el código «{code}»."
        if code in self.planes and not valores.get("adquirido"):
            return "adquirido", "Escriba cuándo se hizo el compromiso."
        return None

    def _said(self, valores: Mapping[str, Any], antes: Mapping[str, Any]) -> tuple[str, str] | None:
        """What is wrong of what a file says; what was already here is not judged again."""
        cut = valores.get("corte") if valores.get("corte") != antes.get("corte") else None
        try:
            if cut:
                dia_dicho(cut, valores.get("adquirido"), self.hoy)
            if valores.get("avance") is not None:
                avance_dicho(valores["avance"])
        except RuleError as error:
            return error.field or "corte", str(error)
        return None


def _moved(valores: Mapping[str, Any], antes: Mapping[str, Any]) -> tuple[str, str] | None:
    for campo in _OF_THE_ACTA:
        if antes.get(CONGELADO) and valores.get(campo) != antes.get(campo):
            return campo, "Lo que dice el acta aprobada no cambia."
    for campo in _STAYS:
        if antes.get(campo) and not valores.get(campo):
            return campo, "Lo que se dijo no se borra: retire el avance en Compromisos."
    changed = {campo for campo in DICHO if valores.get(campo) != antes.get(campo)}
    if changed == {"corte"}:
        return "corte", "La fecha del avance va con lo que se hizo: escriba también qué cambió."
    return None


def _unread(valores: Mapping[str, Any]) -> tuple[str, str] | None:
    for campo, valor in valores.items():
        kind = r.Seguimiento if campo in ("texto", "corte", "avance") else r.Compromiso
        if campo.startswith("_") or campo in ("procedencia", "evidencia", "enlace"):
            continue
        try:
            leer(kind, _FIELD.get(campo, campo) if kind is r.Seguimiento else campo, valor)
        except RuleError as error:
            return campo, str(error)
    return None
