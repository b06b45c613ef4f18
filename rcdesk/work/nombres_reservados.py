"""What is told of one hearing outside it: without the names of its citizens, who gave them for that one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.domain.publica import version_publica
from rcdesk.domain.recorrido import with_texts
from rcdesk.domain.reserva import doblado, solo_digitos
from rcdesk.store.reading import raw
from rcdesk.work.gather import reunir_entidad, reunir_personas

_CIUDADANO: Final = re.compile(r"Ciudadano/a \d+")
_LLAMADOS: Final = """
    SELECT audiencia_id, nombre || ' ' || coalesce(otros_nombres, '') FROM asistentes WHERE nombre IS NOT NULL
    UNION SELECT audiencia_id, autor_nombre FROM preguntas WHERE autor_nombre IS NOT NULL
"""
_RESERVADO: Final = "[nombre reservado]"
_WORD: Final = re.compile(r"\w+")
_NAME_AND_SURNAME: Final = 2


def sin_nombres(connection: Any, audiencia_id: str, textos: Sequence[str]) -> list[str]:
    """The texts as the public version of a hearing would say them; its «Ciudadano/a 3» means nothing elsewhere."""
    people = reunir_personas(connection, audiencia_id)
    if people is None:
        return list(textos)
    told = replace(
        _de_quienes(people, _Dicho.de(textos)), decisiones=tuple(r.Decision(texto=texto) for texto in textos)
    )
    entidad = reunir_entidad(connection).entidad
    public = version_publica(r.Archivo(entidad=entidad, audiencias=(told,))).audiencias[0]
    return [_CIUDADANO.sub(_RESERVADO, decision.texto) for decision in public.decisiones]


def de_quienes_dicen(connection: Any, planes: Sequence[r.Plan]) -> tuple[r.Audiencia, ...]:
    """The hearings with only whom the texts of some plans may name, so that their public version hides them."""
    named = list(raw(connection).execute(_LLAMADOS))
    if not named:
        return ()
    textos: list[str] = []
    with_texts(tuple(planes), partial(_anotado, textos))
    said = _Dicho(frozenset(_WORD.findall(doblado("\n".join(dict.fromkeys(textos))))), "", "")
    hearings = dict.fromkeys(id for id, name in named if said.nombra(name))
    people = (reunir_personas(connection, id) for id in hearings)
    return tuple(_de_quienes(one, said) for one in people if one is not None and one.anulada is None)


def _anotado(textos: list[str], texto: str) -> str:
    textos.append(texto)
    return texto


def _de_quienes(audiencia: r.Audiencia, said: _Dicho) -> r.Audiencia:
    """The hearing with only whom some texts may be about: of thousands who came, publishing them all takes long."""
    return replace(
        audiencia,
        asistentes=tuple(filter(said.puede_ser, audiencia.asistentes)),
        invitados=_algunos(audiencia.invitados, said),
        ausentes=_algunos(audiencia.ausentes, said),
        preguntas=tuple(replace(una, texto="") for una in audiencia.preguntas if said.pregunta(una)),
        intervenciones=tuple(replace(una, bloques=()) for una in audiencia.intervenciones),
    )


def _algunos(
    personas: tuple[r.Asistente, ...] | r.NoAplica | None, said: _Dicho
) -> tuple[r.Asistente, ...] | r.NoAplica | None:
    return tuple(filter(said.puede_ser, personas)) if isinstance(personas, tuple) else personas


@dataclass(frozen=True, slots=True)
class _Dicho:
    """The folded words, the digits and the small letters of some texts."""

    palabras: frozenset[str]
    digitos: str
    texto: str

    @classmethod
    def de(cls, textos: Sequence[str]) -> _Dicho:
        """Those of some texts."""
        whole = "\n".join(textos)
        return cls(frozenset(_WORD.findall(doblado(whole))), "".join(map(solo_digitos, textos)), whole.casefold())

    def puede_ser(self, persona: r.Asistente) -> bool:
        """Whether they may name somebody, or say a number or an address of theirs."""
        return any(map(self.nombra, _nombres(persona))) or self._dice(
            persona.documento.numero if persona.documento else None, persona.telefono, persona.correo
        )

    def pregunta(self, una: r.Pregunta) -> bool:
        """Whether they may name who asked or who answered, or say an address of whoever asked."""
        autor = una.autor
        responde = una.respuesta.responde if una.respuesta else None
        named = any(name and self.nombra(name) for name in (autor and autor.nombre, responde))
        return named or (autor is not None and self._dice(None, autor.telefono, autor.correo))

    def nombra(self, nombre: str) -> bool:
        """Whether they may say a name: two of its words."""
        return sum(word in self.palabras for word in _WORD.findall(doblado(nombre))) >= _NAME_AND_SURNAME

    def _dice(self, documento: str | None, telefono: str | None, correo: str | None) -> bool:
        numbers = (solo_digitos(number) for number in (documento, telefono) if number)
        return any(number and number in self.digitos for number in numbers) or (
            bool(correo) and (correo or "").casefold().strip() in self.texto
        )


def _nombres(persona: r.Asistente) -> Iterator[str]:
    """Every way in which somebody was written, and who answers for them."""
    yield persona.nombre or ""
    yield from persona.otros_nombres
    if persona.autorizacion is not None:
        yield persona.autorizacion.representante or ""
