"""Plans: what identifies one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import exigir, termino_en_orden
from rcdesk.domain.registro.planes import TipoPlan

_RAIZ: Mapping[TipoPlan, str] = {
    "estrategia_rdc": "estrategia-rdc",
    "paac": "paac",
    "ptep": "ptep",
    "participacion": "participacion",
    "estrategico": "plan-estrategico",
    "accion": "plan-de-accion",
    "mejoramiento": "plan-de-mejora",
    "otro": "plan",
}


def proponer_codigo(tipo: TipoPlan, vigencia: int, usados: Collection[str]) -> str:
    """Return a code that no plan has: estrategia-rdc-2026, estrategia-rdc-2026-2…"""
    codigo = raiz = f"{_RAIZ[tipo]}-{vigencia}"
    numero = 1
    while codigo in usados:
        numero += 1
        codigo = f"{raiz}-{numero}"
    return codigo


def revisar(valores: Mapping[str, object], otros_codigos: Collection[str]) -> None:
    """A plan has a name, a kind, and a code of its own that files and folders admit."""
    codigo = str(valores.get("codigo") or "")
    exigir(str(valores.get("nombre") or ""), "nombre", "el nombre del plan")
    exigir(codigo, "codigo", "un código, por ejemplo estrategia-rdc-2026")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", codigo):
        raise RuleError("El código lleva solo letras sin tilde, números, punto, guion y raya baja.", field="codigo")
    if codigo in otros_codigos:
        raise RuleError(f"El código «{codigo}» ya es de otro plan. Escriba otro.", field="codigo")
    if not valores.get("tipo"):
        raise RuleError("Elija qué clase de plan es.", field="tipo")
    desde, hasta = valores.get("desde"), valores.get("hasta")
    if isinstance(desde, str) and isinstance(hasta, str):
        termino_en_orden("El plan", desde, hasta)
