"""V39: codes and names that are repeated, cut short or mistyped, and rows that contribute to themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cumplimiento import en_circulo
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Renglon, Vista, dice, entre_comillas, escrito, llamar
from rcdesk.i18n import lista_en_palabras, sin_tildes

_LETRAS: Final = 5
"""A word shorter than this is not taken for a slip of another: «mesa» and «meta» are two things."""


def codigos_repetidos(vista: Vista) -> Iterator[Hallazgo]:
    """Two rows with one code: what is said of one could be of the other."""
    for iguales in _grupos(vista, lambda fila: dice(fila.codigo)):
        for repetido in iguales[1:]:
            nota = f"El código {repetido.fila.codigo} ya es el de {_nombrar(iguales[0])}. Dé otro a esta actividad."
            yield repetido.hallazgo("V39", "W", nota, en="/codigo", campo="codigo")


def indicadores_repetidos(vista: Vista) -> Iterator[Hallazgo]:
    """One indicator in two objectives; and one with two codes of goal, one of them cut short."""
    for iguales in _grupos(vista, lambda fila: dice(fila.indicador.codigo) if fila.indicador else None):
        primero = iguales[0]
        for otro in iguales[1:]:
            codigo = otro.fila.indicador.codigo if otro.fila.indicador else ""
            if otro.componente is not primero.componente:
                pesos = lista_en_palabras([_objetivo(uno) for uno in (primero, otro)])
                nota = f"El indicador {codigo} cuenta en los objetivos {pesos}. Deje uno, o diga por qué va en ambos."
                yield otro.hallazgo("V39", "I", nota, en="/indicador/codigo", campo="indicador_codigo")
            suyo, aquel = _de_meta(otro), _de_meta(primero)
            if suyo and aquel and dice(suyo) != dice(aquel):
                corto, largo = (otro, aquel) if len(suyo) <= len(aquel) else (primero, suyo)
                nota = f"Meta «{_de_meta(corto)}»: «{largo}» tiene el mismo indicador {codigo}. Revise el código."
                yield corto.hallazgo("V39", "W", nota, en="/meta/codigo", campo="meta_codigo")


def metas_repetidas(vista: Vista) -> Iterator[Hallazgo]:
    """One name for two goals."""
    for iguales in _grupos(vista, lambda fila: dice(fila.meta.nombre) if fila.meta else None):
        vistos = {dice(_de_meta(iguales[0])): iguales[0]}
        for otro in iguales[1:]:
            codigo = dice(_de_meta(otro))
            primero = next((uno for suyo, uno in vistos.items() if suyo and suyo != codigo), None)
            if codigo and primero is not None and codigo not in vistos:
                nota = f"La meta «{_de_meta(otro)}» repite el nombre de la «{_de_meta(primero)}». Revise cuál es."
                yield otro.hallazgo("V39", "W", nota, en="/meta", campo="meta_nombre")
            vistos.setdefault(codigo, otro)


def metas_casi_iguales(vista: Vista) -> Iterator[Hallazgo]:
    """Two names of goals that differ in a letter of one word: one of them is a slip, the rarer word, or the later."""
    primeros: dict[str, Renglon] = {}
    for renglon in vista.renglones:
        nombre = dice(renglon.fila.meta.nombre) if renglon.fila.meta else None
        if nombre:
            primeros.setdefault(nombre, renglon)
    veces = Counter(palabra for nombre in primeros for palabra in nombre.split())
    huecos: dict[tuple[str, ...], tuple[str, str]] = {}
    for nombre in primeros:
        palabras = nombre.split()
        for lugar, palabra in enumerate(palabras):
            if len(palabra) < _LETRAS or not palabra.isalpha():
                continue
            hueco = (*palabras[:lugar], "", *palabras[lugar + 1 :])
            antes, suyo = huecos.setdefault(hueco, (palabra, nombre))
            if len(hueco) > 1 and antes != palabra and _a_una_letra(antes, palabra):
                mala, buena, donde = (
                    (antes, palabra, suyo) if veces[antes] < veces[palabra] else (palabra, antes, nombre)
                )
                nota = f"Dice «{mala}» donde otra meta igual dice «{buena}». Corrija la palabra."
                yield primeros[donde].hallazgo("V39", "W", nota, en="/meta/nombre", campo="meta_nombre")


def circulos(vista: Vista) -> Iterator[Hallazgo]:
    """Rows that, through those that they contribute to, contribute to themselves."""
    nombres = [
        (f"{vista.plan.codigo}/{nombre_corto(uno.fila)}", _aporta(vista.plan, uno.fila)) for uno in vista.renglones
    ]
    otros = [
        (f"{plan.codigo}/{nombre_corto(fila)}", _aporta(plan, fila))
        for plan in vista.otros
        for uno in plan.componentes
        for fila in uno.actividades
        if fila.anulada is None
    ]
    if not any(a_que for _, a_que in nombres):
        return
    vueltas = set(en_circulo([*otros, *nombres]))
    for (nombre, _), renglon in zip(nombres, vista.renglones, strict=True):
        if nombre in vueltas:
            nota = f"{llamar(renglon.fila)} aporta a {renglon.fila.aporta_a}, y así, a ella misma. Cámbielo."
            yield renglon.hallazgo("V39", "E", nota, en="/aporta_a", campo="aporta_a")


def _grupos(vista: Vista, clave: Callable[[r.Actividad], str | None]) -> Iterator[list[Renglon]]:
    """The rows that have one key, where there are several."""
    grupos: defaultdict[str, list[Renglon]] = defaultdict(list)
    for renglon in vista.renglones:
        valor = clave(renglon.fila)
        if valor:
            grupos[valor].append(renglon)
    return (iguales for iguales in grupos.values() if len(iguales) > 1)


def _aporta(plan: r.Plan, fila: r.Actividad) -> str | None:
    if not fila.aporta_a:
        return None
    return fila.aporta_a if "/" in fila.aporta_a else f"{plan.codigo}/{fila.aporta_a}"


def _de_meta(renglon: Renglon) -> str:
    return (renglon.fila.meta.codigo or "") if renglon.fila.meta else ""


def _objetivo(renglon: Renglon) -> str:
    nombre = renglon.componente.codigo or entre_comillas(renglon.componente.nombre)
    peso = renglon.fila.ponderacion
    return f"{nombre} ({escrito(numero(peso))} %)" if peso is not None else nombre


def _nombrar(renglon: Renglon) -> str:
    return entre_comillas(renglon.fila.nombre or renglon.componente.nombre)


def _a_una_letra(una: str, otra: str) -> bool:
    """Whether one word is the other with a letter more, less or changed."""
    corta, larga = sorted((sin_tildes(una), sin_tildes(otra)), key=len)
    if len(larga) - len(corta) > 1:
        return False
    lugar = next((i for i, letra in enumerate(corta) if letra != larga[i]), len(corta))
    return corta[lugar + (len(corta) == len(larga)) :] == larga[lugar + 1 :]
