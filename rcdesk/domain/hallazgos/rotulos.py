"""V33, V27: periods called by another name, and notes that say another schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.bloques import textos
from rcdesk.domain.hallazgos.fechas import bloques_de
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Vista, entre_comillas
from rcdesk.domain.periodos import cubre, en_palabras, meses
from rcdesk.i18n import MESES, sin_tildes

_PARTES: Final = {"semestre": ("S", 2), "cuatrimestre": ("C", 3), "trimestre": ("T", 4)}
_ORDEN: Final = ("primer", "segundo", "tercer", "cuarto")
_NUMEROS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROTULO: Final = re.compile(
    r"\b(primer|segundo|tercer|cuarto|i{1,3}|iv|[1-4])(?:o|er|do|ro|to|º|°)? (semestre|cuatrimestre|trimestre)\b"
)
_MESES: Final = tuple(map(sin_tildes, MESES))
_MES: Final = "|".join(_MESES)
_TRAMO: Final = re.compile(rf"\b({_MES})(?:\s+de\s+\d{{4}})?\s*(?:-|–|—|a|hasta)\s*({_MES})\b")
_PROGRAMADAS: Final = re.compile(
    rf"\bprogram\w+ para (?:el mes de |los meses de |los meses |el |)"
    rf"((?:(?:{_MES})(?:, | y | e | a | - | – |-|–)?)+)(?: de (\d{{4}}))?"
)


def rotulos(vista: Vista) -> Iterator[Hallazgo]:
    """V33: «II cuatrimestre» for September to December, a «cuarto cuatrimestre», and commitments of other months."""
    for i, dato in enumerate(vista.plan.declarado):
        if dato.texto and dato.periodo and (nota := _otro_periodo(dato.texto, dato.periodo)):
            yield vista.hallazgo("V33", "E", nota, en=f"/declarado/{i}", campo="declarado")
    yield from _de_secciones(vista)
    periodos = [uno.periodo for uno in vista.plan.compromisos_por_periodo]
    for en, bloque in bloques_de(vista.plan.narrativa, "/narrativa"):
        dicho = " ".join(textos(bloque))
        if nota := _otros_meses(dicho) or _otros_compromisos(dicho, periodos, vista.plan.vigencia):
            yield vista.hallazgo("V33", "E", nota, en=en, campo="narrativa")


def notas_y_cronograma(vista: Vista) -> Iterator[Hallazgo]:
    """V27: a note says that everything was programmed for some months, and the schedule has others."""
    for lugar, nota in enumerate(vista.plan.notas):
        found = _PROGRAMADAS.search(sin_tildes(nota))
        if found is None:
            continue
        dichos = _meses_de(found.group(1))
        anio = found.group(2) or str(vista.plan.vigencia or "")
        fuera = [uno for uno in vista.renglones if (tramo := _tramo(uno.fila)) and not _dentro(tramo, dichos, anio)]
        if fuera:
            tramos = sorted({_en_meses(tramo) for uno in fuera if (tramo := _tramo(uno.fila))})
            dicho = (
                f"La nota dice {entre_comillas(found.group(0))} y el cronograma tiene {', '.join(tramos[:2])}. "
                "Corrija la nota, o las fechas."
            )
            yield vista.hallazgo("V27", "E", dicho, en=f"/notas/{lugar}", campo="notas")


def _de_secciones(vista: Vista) -> Iterator[Hallazgo]:
    def titulos(secciones: tuple[r.Seccion, ...], raiz: str) -> Iterator[tuple[str, str]]:
        for i, seccion in enumerate(secciones):
            yield f"{raiz}/{i}/titulo", seccion.titulo or ""
            yield from titulos(seccion.secciones, f"{raiz}/{i}/secciones")

    for en, titulo in titulos(vista.plan.narrativa, "/narrativa"):
        for orden, parte in rotulados(titulo):
            cuantos = _PARTES[parte][1]
            if orden > cuantos:
                nota = f"El {_ORDEN[orden - 1]} {parte} no existe: un año tiene {cuantos}. Corrija el título."
                yield vista.hallazgo("V33", "E", nota, en=en, campo="narrativa")


def rotulados(texto: str) -> list[tuple[int, str]]:
    """Every period that a text names by its order: «II cuatrimestre» is (2, cuatrimestre)."""
    return [
        (_NUMEROS.get(orden) or _ORDEN.index(orden) + 1, parte)
        for orden, parte in _ROTULO.findall(" ".join(sin_tildes(texto).split()))
    ]


def _otro_periodo(texto: str, periodo: str) -> str:
    _, _, suyo = periodo.partition("-")
    for orden, parte in rotulados(texto):
        letra = _PARTES[parte][0]
        if suyo[:1] == letra and suyo[1:] != str(orden):
            primero, ultimo = _nombres(periodo)
            return (
                f"Dice «{_ORDEN[orden - 1]} {parte}» y es el {en_palabras(periodo)}, de {primero} a {ultimo}. "
                "El informe lo imprime como es."
            )
    return ""


def _otros_meses(texto: str) -> str:
    """A sentence that names one period by its order, and the months of another."""
    dichos, tramo = rotulados(texto), _TRAMO.search(sin_tildes(texto))
    if len(dichos) != 1 or tramo is None or dichos[0][0] > _PARTES[dichos[0][1]][1]:
        return ""
    orden, parte = dichos[0]
    primero, ultimo = _nombres(f"2000-{_PARTES[parte][0]}{orden}")
    if (sin_tildes(primero), sin_tildes(ultimo)) == tramo.groups():
        return ""
    dicho = f"El {_ORDEN[orden - 1]} {parte} va de {primero} a {ultimo}, y el texto dice «{tramo.group(0)}»."
    return f"{dicho} Corrija uno de los dos."


def _otros_compromisos(texto: str, periodos: list[r.Periodo], vigencia: int | None) -> str:
    """A text that says that the commitments are of one period, when they were collected in others too."""
    dichos = rotulados(texto)
    if len(dichos) != 1 or "compromiso" not in sin_tildes(texto) or not periodos or vigencia is None:
        return ""
    orden, parte = dichos[0]
    letra, cuantos = _PARTES[parte]
    dicho = f"{vigencia:04}-{letra}{orden}"
    if orden <= cuantos and all(cubre(dicho, meses(uno)[0]) and cubre(dicho, meses(uno)[1]) for uno in periodos):
        return ""
    primero, ultimo = min(meses(uno)[0] for uno in periodos), max(meses(uno)[1] for uno in periodos)
    return (
        f"Habla de compromisos del {_ORDEN[orden - 1]} {parte}, y los recogidos van de {en_palabras(primero)} a "
        f"{en_palabras(ultimo)}. Corrija el periodo."
    )


def _nombres(periodo: str) -> tuple[str, str]:
    primero, ultimo = meses(periodo)
    return MESES[int(primero[5:]) - 1], MESES[int(ultimo[5:]) - 1]


def _meses_de(texto: str) -> set[int]:
    nombres = [_MESES.index(uno) + 1 for uno in re.findall(_MES, texto)]
    if len(nombres) == 2 and re.search(r" a |-|–", texto):
        return set(range(nombres[0], nombres[1] + 1))
    return set(nombres)


def _tramo(fila: r.Actividad) -> tuple[str, str] | None:
    """The first and the last month of a row that has both; None otherwise."""
    dichas = sorted(uno[:7] for uno in (fila.desde, fila.hasta, *fila.fechas) if uno and len(uno) >= 7)
    return (dichas[0], dichas[-1]) if dichas else None


def _dentro(tramo: tuple[str, str], dichos: set[int], anio: str) -> bool:
    return all((not anio or uno[:4] == anio) and int(uno[5:]) in dichos for uno in tramo)


def _en_meses(tramo: tuple[str, str]) -> str:
    primero, ultimo = (MESES[int(uno[5:]) - 1] for uno in tramo)
    return primero if primero == ultimo else f"{primero}-{ultimo}"
