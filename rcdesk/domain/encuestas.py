"""The evaluation survey: what a question admits, whom it is asked to, and how a form on paper is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, assert_never

from rcdesk import i18n
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import exigir
from rcdesk.domain.registro import (
    NO_APLICA,
    NO_RESPONDE,
    Bloque,
    Condicion,
    Parrafo,
    PreguntaEncuesta,
    TipoPreguntaEncuesta,
    ValorDeRespuesta,
)

SI_NO: Final = ("Sí", "No")
"""The options of a yes-or-no question that does not write its own."""

_CIFRAS_DE_CODIGO: Final = 32
_LETRAS = re.compile(r"[^a-z0-9]+")


def enunciado(pregunta: PreguntaEncuesta) -> str:
    """The question as it is read; one without statement is called by its code."""
    return pregunta.enunciado or pregunta.codigo.replace("_", " ").capitalize()


def opciones(pregunta: PreguntaEncuesta) -> tuple[str, ...]:
    """The options that a person may mark, in their order."""
    return pregunta.opciones or (SI_NO if pregunta.tipo == "si_no" else ())


def de_opciones(pregunta: PreguntaEncuesta) -> bool:
    """Whether it is answered by marking one or more of some options."""
    return pregunta.tipo in ("unica", "multiple", "si_no", "ordinal")


def libre(pregunta: PreguntaEncuesta) -> bool:
    """Whether a question of options admits others than those it lists."""
    return bool(pregunta.admite_otro or pregunta.opciones_incompletas)


def aplica(pregunta: PreguntaEncuesta, valores: Mapping[str, ValorDeRespuesta]) -> bool:
    """Whether a question is asked to who answered so: its condition, if it has one, is met."""
    condicion = pregunta.condicion
    if condicion is None:
        return True
    dicho = valores.get(condicion.pregunta)
    dichos = dicho if isinstance(dicho, tuple) else (dicho,)
    return any(_dicho(uno) in condicion.es for uno in dichos if uno is not None)


def condicion_en_palabras(condicion: Condicion | None, preguntas: Iterable[PreguntaEncuesta]) -> str:
    """«Solo si respondió «Sí» en la 5», by its place in the form; or nothing."""
    if condicion is None:
        return ""
    lugar = next((place for place, una in enumerate(preguntas, 1) if una.codigo == condicion.pregunta), None)
    donde = f"en la {lugar}" if lugar else f"en «{condicion.pregunta}»"
    return f"Solo si respondió {alternativas(condicion.es)} {donde}"


def alternativas(opciones: Sequence[str]) -> str:
    """«Radio», «Prensa» o «Web», with «u» before the sound o."""
    *primeras, ultima = [f"«{opcion}»" for opcion in opciones] or [""]
    une = "u" if i18n.sin_tildes(ultima).lstrip("«h").startswith("o") else "o"
    return f"{', '.join(primeras)} {une} {ultima}" if primeras else ultima


def contesta(valor: ValorDeRespuesta) -> bool:
    """Whether an answer says something: blank, «N.A.» and «No responde» do not."""
    return valor not in (None, "", (), NO_RESPONDE, NO_APLICA)


def leer_respuesta(pregunta: PreguntaEncuesta, valor: ValorDeRespuesta) -> ValorDeRespuesta:
    """Return an answer as the survey keeps it; raises RuleError, with the code of the question, when it does not fit.

    None is blank; «No responde» and «N.A.» are answers that count in no figure.
    """
    if not contesta(valor):
        return valor or None
    match pregunta.tipo:
        case "unica" | "si_no" | "ordinal":
            return _opcion(pregunta, valor)
        case "multiple":
            marcadas = valor if isinstance(valor, tuple) else (valor,)
            return tuple(dict.fromkeys(_opcion(pregunta, una) for una in marcadas))
        case "numero":
            return _numero(pregunta, valor)
        case "texto":
            return str(valor).strip() or None
        case _:
            assert_never(pregunta.tipo)


def leer_formulario(
    preguntas: Sequence[PreguntaEncuesta], valores: Mapping[str, ValorDeRespuesta]
) -> dict[str, ValorDeRespuesta]:
    """Return a whole form, question by question: what did not apply says so. RuleError when it says nothing."""
    leidos: dict[str, ValorDeRespuesta] = {}
    for pregunta in preguntas:
        leido = leer_respuesta(pregunta, valores.get(pregunta.codigo))
        leidos[pregunta.codigo] = leido if aplica(pregunta, leidos) else NO_APLICA
    if not any(map(contesta, leidos.values())):
        raise RuleError("El formulario está vacío: marque al menos una respuesta.")
    return leidos


def respondidas(valores: Mapping[str, ValorDeRespuesta], preguntas: Iterable[PreguntaEncuesta]) -> tuple[int, int]:
    """How many questions of a form are answered, and how many are blank; those that did not apply are neither."""
    dichos = [valores.get(pregunta.codigo) for pregunta in preguntas]
    blancos = sum(valor in (None, NO_RESPONDE, ()) for valor in dichos)
    return len(dichos) - blancos - sum(valor == NO_APLICA for valor in dichos), blancos


def opciones_de_partida(tipo: TipoPreguntaEncuesta) -> tuple[str, ...]:
    """The options that a question begins with, to be written over."""
    match tipo:
        case "si_no":
            return SI_NO
        case "ordinal":
            return ("Excelente", "Bueno", "Regular", "Deficiente")
        case "unica" | "multiple":
            return ("Opción 1", "Opción 2")
        case "numero" | "texto":
            return ()
        case _:
            assert_never(tipo)


def opciones_al_cambiar(pregunta: PreguntaEncuesta, tipo: TipoPreguntaEncuesta) -> tuple[str, ...]:
    """The options of a question that becomes of another kind: its own if they were written for it."""
    propias = {"unica", "multiple", "ordinal"}
    return pregunta.opciones if {pregunta.tipo, tipo} <= propias else opciones_de_partida(tipo)


def proponer_codigo(texto: str, usados: Collection[str]) -> str:
    """Return a code for a question that no other of its survey has: como_se_entero, como_se_entero_2…"""
    palabras = _LETRAS.sub("_", i18n.sin_tildes(texto)).strip("_").split("_")
    raiz = ""
    for palabra in palabras:
        if raiz and len(raiz) + len(palabra) >= _CIFRAS_DE_CODIGO:
            break
        raiz = f"{raiz}_{palabra}" if raiz else palabra[:_CIFRAS_DE_CODIGO]
    codigo = raiz = raiz or "pregunta"
    numero = 1
    while codigo in usados:
        numero += 1
        codigo = f"{raiz}_{numero}"
    return codigo


def revisar_pregunta(pregunta: PreguntaEncuesta, anteriores: Sequence[PreguntaEncuesta]) -> None:
    """Refuse a question that cannot be asked: no statement, no options, a condition on what was not asked before."""
    exigir(pregunta.enunciado, "enunciado", "la pregunta como se lee en el formulario")
    repetidas = len(set(map(i18n.sin_tildes, pregunta.opciones))) < len(pregunta.opciones)
    if repetidas:
        raise RuleError("Hay una opción repetida.", field="opciones")
    if de_opciones(pregunta) and len(opciones(pregunta)) < 2 and not pregunta.opciones_incompletas:
        raise RuleError("Escriba al menos dos opciones, una en cada renglón.", field="opciones")
    condicion = pregunta.condicion
    if condicion is None:
        return
    otra = next((una for una in anteriores if una.codigo == condicion.pregunta), None)
    if otra is None:
        raise RuleError("La condición debe ser sobre una pregunta anterior.", field="condicion_pregunta")
    ajenas = [opcion for opcion in condicion.es if opcion not in opciones(otra)]
    if not condicion.es or (ajenas and not libre(otra)):
        raise RuleError(f"Elija una respuesta de «{enunciado(otra)}».", field="condicion_es")


def revisar_resultados(pregunta: PreguntaEncuesta, respondieron: int | None, cantidades: Mapping[str, int]) -> None:
    """Refuse counts that people who answered cannot have given: more than the base, or negative."""
    for opcion, cuantos in cantidades.items():
        if cuantos < 0:
            raise RuleError(f"Escriba un número desde 0 en «{opcion}».", field=opcion)
        if respondieron is not None and cuantos > respondieron:
            raise RuleError(f"En «{opcion}» hay {cuantos}, y respondieron {respondieron}.", field=opcion)
    suma = sum(cantidades.values())
    if respondieron is not None and pregunta.tipo != "multiple" and suma > respondieron:
        raise RuleError(f"Las opciones suman {suma}, y respondieron {respondieron}.", field="respondieron")


def parrafos(bloques: Iterable[Bloque]) -> str:
    """The paragraphs of a narrative as one text, with an empty line between them."""
    return "\n\n".join(bloque.texto for bloque in bloques if isinstance(bloque, Parrafo))


def con_parrafos(bloques: Sequence[Bloque], texto: str) -> tuple[Bloque, ...]:
    """The narrative with other paragraphs, each in the place of the one it replaces; any other block stays intact."""
    nuevos = [trozo.strip() for trozo in re.split(r"\n[ \t]*\n", texto) if trozo.strip()]
    lugares = [place for place, bloque in enumerate(bloques) if isinstance(bloque, Parrafo)]
    hechos: list[Bloque] = []
    for place, bloque in enumerate(bloques):
        if not isinstance(bloque, Parrafo):
            hechos.append(bloque)
        elif nuevos:
            hechos.append(replace(bloque, texto=nuevos.pop(0)))
        if lugares and place == lugares[-1]:
            hechos += [Parrafo(texto=trozo) for trozo in nuevos]
            nuevos = []
    return (*(Parrafo(texto=trozo) for trozo in nuevos), *hechos)


def _dicho(valor: ValorDeRespuesta) -> str:
    """An answer as the option that it chose: a form that says `true` says «Sí»."""
    return ("Sí" if valor else "No") if isinstance(valor, bool) else str(valor).strip()


def _opcion(pregunta: PreguntaEncuesta, valor: ValorDeRespuesta) -> str:
    dicho = _dicho(valor)
    igual = next((una for una in opciones(pregunta) if i18n.sin_tildes(una) == i18n.sin_tildes(dicho)), None)
    if igual is None and not libre(pregunta):
        raise RuleError(f"«{dicho}» no es una opción de «{enunciado(pregunta)}».", field=pregunta.codigo)
    return igual or dicho


def _numero(pregunta: PreguntaEncuesta, valor: ValorDeRespuesta) -> int | float:
    leido = i18n.leer_numero(str(valor))
    if leido is None:
        raise RuleError(f"«{valor}» no es un número, en «{enunciado(pregunta)}».", field=pregunta.codigo)
    return int(leido) if leido == leido.to_integral_value() else float(leido)
