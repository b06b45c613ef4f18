"""What is told of one hearing outside it: without the names of its citizens, who gave them for that one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.domain.publica import version_publica
from rcdesk.domain.reserva import doblado, solo_digitos
from rcdesk.work.gather import reunir_entidad, reunir_personas

_CIUDADANO: Final = re.compile(r"Ciudadano/a \d+")
_RESERVADO: Final = "[nombre reservado]"
_WORD: Final = re.compile(r"\w+")
_NAME_AND_SURNAME: Final = 2


def sin_nombres(connection: Any, audiencia_id: str, textos: Sequence[str]) -> list[str]:
    """The texts as the public version of a hearing would say them; its «Ciudadano/a 3» means nothing elsewhere."""
    people = reunir_personas(connection, audiencia_id)
    if people is None:
        return list(textos)
    told = replace(_de_quienes_hablan(people, textos), decisiones=tuple(r.Decision(texto=texto) for texto in textos))
    entidad = reunir_entidad(connection).entidad
    public = version_publica(r.Archivo(entidad=entidad, audiencias=(told,))).audiencias[0]
    return [_CIUDADANO.sub(_RESERVADO, decision.texto) for decision in public.decisiones]


def _de_quienes_hablan(audiencia: r.Audiencia, textos: Sequence[str]) -> r.Audiencia:
    """The hearing with only whom the texts may be about: of thousands who came, publishing them all takes long."""
    said = _Dicho.de(textos)
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
        return any(map(self._nombra, _nombres(persona))) or self._dice(
            persona.documento.numero if persona.documento else None, persona.telefono, persona.correo
        )

    def pregunta(self, una: r.Pregunta) -> bool:
        """Whether they may name who asked or who answered, or say an address of whoever asked."""
        autor = una.autor
        responde = una.respuesta.responde if una.respuesta else None
        named = any(name and self._nombra(name) for name in (autor and autor.nombre, responde))
        return named or (autor is not None and self._dice(None, autor.telefono, autor.correo))

    def _nombra(self, nombre: str) -> bool:
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
