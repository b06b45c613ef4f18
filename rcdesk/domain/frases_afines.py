"""What else is known of the subject of a sentence: whoever rewords it may say these figures too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from rcdesk import i18n
from rcdesk.domain.cifras.audiencia import cifras_de_personas, minutos_entre
from rcdesk.domain.cifras.preguntas import agrupadas, no_proceden, pendientes, respondidas, trasladadas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.registro import Audiencia, Frase
from rcdesk.domain.textos import parte


def afines(audiencia: Audiencia, frases: Mapping[Frase, str]) -> Mapping[Frase, tuple[str, ...]]:
    """Sentence → the others of its subject, and its loose figures, as texts; `frases` are those of the hearing."""
    found: dict[Frase, tuple[str, ...]] = {}
    for tema, sueltas in _TEMAS:
        dichas = "; ".join(dict.fromkeys(sueltas(audiencia)))
        for cual in tema:
            found[cual] = (*(frases[otra] for otra in sorted(tema) if otra != cual), dichas)
    return found


def _de_personas(audiencia: Audiencia) -> Iterator[str]:
    yield from (i18n.numero(n) for n in cifras_de_personas(audiencia).values() if isinstance(n, int))
    if audiencia.asistencia and audiencia.asistencia.convocados:
        yield i18n.numero(audiencia.asistencia.convocados)


def _de_horario(audiencia: Audiencia) -> Iterator[str]:
    minutos = minutos_entre(audiencia.hora_inicio, audiencia.hora_fin)
    if minutos is not None:
        yield i18n.numero(minutos)
    horas = (audiencia.hora_inicio_programada, audiencia.hora_fin_programada)
    yield from (i18n.hora_am_pm(hora) for hora in horas if hora)
    if audiencia.fecha:
        yield i18n.fecha_larga(audiencia.fecha)


def _de_convocatoria(audiencia: Audiencia) -> Iterator[str]:
    piezas = vigentes(audiencia.convocatoria.piezas) if audiencia.convocatoria else ()
    salidas = [salida for pieza in piezas for salida in pieza.publicaciones]
    yield i18n.numero(len(salidas))
    yield from (i18n.fecha_larga(salida.fecha) for salida in salidas if salida.fecha)


def _de_temas(audiencia: Audiencia) -> Iterator[str]:
    yield from (i18n.numero(len(grupo.items)) for grupo in audiencia.temas)
    yield i18n.numero(len(audiencia.temas))


def _de_preguntas(audiencia: Audiencia) -> Iterator[str]:
    """How many by state, by how they were answered, by topic and by channel, what share, and when they were."""
    todas = vigentes(audiencia.preguntas)
    contestadas = respondidas(todas)
    respuestas = [una.respuesta for una in contestadas if una.respuesta is not None]
    por_modo = Counter(una.modo for una in respuestas)
    grupos = (contestadas, pendientes(todas), agrupadas(todas), no_proceden(todas), trasladadas(todas))
    cuentas = [len(grupo) for grupo in grupos]
    cuentas += [*por_modo.values(), *Counter(una.tema for una in todas).values()]
    cuentas += [len(todas) - len(agrupadas(todas)) - len(no_proceden(todas)), len({una.tema for una in todas} - {None})]
    for n in cuentas:
        yield i18n.numero(n)
        yield from (parte(n, len(todas)),) if todas else ()
    yield from (i18n.fecha_larga(una.fecha.split("T")[0]) for una in respuestas if una.fecha)


_TEMAS: Final[tuple[tuple[frozenset[Frase], Callable[[Audiencia], Iterator[str]]], ...]] = (
    (
        frozenset(
            {"frase_de_preguntas", "frase_de_canales", "frase_de_analisis", "responsabilidad", "frase_de_compromisos"}
        ),
        _de_preguntas,
    ),
    (frozenset({"frase_de_asistencia", "espectadores", "folios", "frase_de_encuestas"}), _de_personas),
    (frozenset({"horario"}), _de_horario),
    (frozenset({"frase_de_convocatoria"}), _de_convocatoria),
    (frozenset({"frase_de_temas"}), _de_temas),
)
"""Sentences of the same subject, and where its loose figures come from."""
