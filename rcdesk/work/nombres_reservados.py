"""What is told of one hearing outside it: without the names of its citizens, who gave them for that one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.domain.publica import version_publica
from rcdesk.work.gather import reunir_entidad, reunir_personas

_CIUDADANO: Final = re.compile(r"Ciudadano/a \d+")
_RESERVADO: Final = "[nombre reservado]"


def sin_nombres(connection: Any, audiencia_id: str, textos: Sequence[str]) -> list[str]:
    """The texts as the public version of a hearing would say them; its «Ciudadano/a 3» means nothing elsewhere."""
    people = reunir_personas(connection, audiencia_id)
    if people is None:
        return list(textos)
    told = replace(people, decisiones=tuple(r.Decision(texto=texto) for texto in textos))
    entidad = reunir_entidad(connection).entidad
    public = version_publica(r.Archivo(entidad=entidad, audiencias=(told,))).audiencias[0]
    return [_CIUDADANO.sub(_RESERVADO, decision.texto) for decision in public.decisiones]
