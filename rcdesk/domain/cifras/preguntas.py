"""Figures of the citizens' questions. Every function leaves out the annulled ones by itself."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, partial

from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import LEY, Calendario, dia_en_colombia, vencimiento
from rcdesk.domain.preguntas import ABIERTOS, falta_redactar
from rcdesk.domain.registro import NO_APLICA, Pregunta


def referencia(pregunta: Pregunta) -> str:
    """How a question is named: «3», or «A-3» when its desk has a letter."""
    return f"{pregunta.mesa}-{pregunta.numero}" if pregunta.mesa else str(pregunta.numero)


def respondidas(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """The answered ones."""
    return tuple(pregunta for pregunta in vigentes(preguntas) if pregunta.estado == "respondida")


def pendientes(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """The open ones: received, assigned, pending or put off."""
    return tuple(pregunta for pregunta in vigentes(preguntas) if pregunta.estado in ABIERTOS)


def agrupadas(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """Those that share the answer of another."""
    return tuple(pregunta for pregunta in vigentes(preguntas) if pregunta.estado == "agrupada")


def no_proceden(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """Those that were not for this hearing."""
    return tuple(pregunta for pregunta in vigentes(preguntas) if pregunta.estado == "fuera_de_alcance")


def trasladadas(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """Those sent to the entity that is competent."""
    return tuple(pregunta for pregunta in vigentes(preguntas) if pregunta.estado == "trasladada")


def sin_redactar(preguntas: Iterable[Pregunta]) -> tuple[Pregunta, ...]:
    """Those answered aloud whose answer nobody has written yet."""
    found = []
    for pregunta in respondidas(preguntas):
        respuesta = pregunta.respuesta
        if respuesta is not None and falta_redactar(pregunta.estado, respuesta.modo, respuesta.texto):
            found.append(pregunta)
    return tuple(found)


def preguntas_por_tema(preguntas: Iterable[Pregunta]) -> dict[str, int]:
    """Topic → questions; a question without topic is in none."""
    return dict(Counter(pregunta.tema for pregunta in vigentes(preguntas) if pregunta.tema is not None))


def porcentaje_por_tema(preguntas: Iterable[Pregunta], decimales: int = 1) -> dict[str, str]:
    """Topic → percentage of all the questions, also of those without topic."""
    todas = vigentes(preguntas)
    return {tema: porcentaje(n, len(todas), decimales) for tema, n in preguntas_por_tema(todas).items()}


def respuestas_por_modo(preguntas: Iterable[Pregunta]) -> dict[str, int]:
    """How it was answered → answered questions; an answer without mode is in none."""
    respuestas = (pregunta.respuesta for pregunta in respondidas(preguntas))
    return dict(Counter(respuesta.modo for respuesta in respuestas if respuesta is not None and respuesta.modo))


def autores_repetidos(preguntas: Iterable[Pregunta]) -> dict[str, int]:
    """Name of the author, exactly as written → questions, of those who asked more than one."""
    autores = (pregunta.autor for pregunta in vigentes(preguntas))
    conteo = Counter(autor.nombre for autor in autores if autor is not None and autor.nombre is not None)
    return {nombre: n for nombre, n in conteo.items() if n > 1}


def vencimientos(preguntas: Iterable[Pregunta], calendario: Calendario = LEY) -> dict[str, str]:
    """Question → last day to answer it (AAAA-MM-DD), of those whose reception is dated."""
    ultimo_dia = cache(partial(vencimiento, calendario=calendario))  # many arrive on the same few days
    return {
        referencia(pregunta): ultimo_dia(dia_en_colombia(pregunta.recibida), pregunta.tipo).isoformat()
        for pregunta in vigentes(preguntas)
        if pregunta.recibida is not None
    }


def cifras_de_preguntas(preguntas: Iterable[Pregunta], calendario: Calendario = LEY) -> Cifras:
    """The group «Questions» of a hearing's figures."""
    todas = vigentes(preguntas)
    contestadas, abiertas = respondidas(todas), pendientes(todas)
    cifras: Cifras = {
        "preguntas": len(todas),
        "unicas": len(todas) - len(agrupadas(todas)) - len(no_proceden(todas)),
        "agrupadas": len(agrupadas(todas)),
        "no_proceden": len(no_proceden(todas)),
        "radicados": sum(len(pregunta.radicados) for pregunta in todas),
        "anonimas": sum(pregunta.anonima is True for pregunta in todas),
        "preguntas_por_tema": preguntas_por_tema(todas),
        "porcentaje_por_tema": porcentaje_por_tema(todas),
        "porcentaje_por_tema_entero": porcentaje_por_tema(todas, 0),
        "respondidas": len(contestadas),
        "pendientes": len(abiertas),
        "trasladadas": len(trasladadas(todas)),
        "falta_redactar": len(sin_redactar(todas)),
        "respuestas_por_modo": respuestas_por_modo(contestadas),
        "acciones_no_aplica": sum(pregunta.acciones_a_desarrollar == NO_APLICA for pregunta in todas),
        "vencimientos": vencimientos(abiertas, calendario),
        "vencimientos_de_respondidas": vencimientos(contestadas, calendario),
        "autores_repetidos": autores_repetidos(todas),
    }
    if todas:
        cifras["porcentaje_respondidas"] = porcentaje(len(contestadas), len(todas))
    return cifras
