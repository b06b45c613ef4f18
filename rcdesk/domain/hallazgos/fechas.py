"""Days: on a weekend, said with another weekday, fewer or more than the goal asks, and out of order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.bloques import textos
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Renglon, Vista, escrito, llamar
from rcdesk.domain.periodos import primer_dia, ultimo_dia
from rcdesk.domain.plazos import dia_exacto, es_habil, sumar_habiles
from rcdesk.domain.seguimiento import vence
from rcdesk.i18n import DIAS, MESES, dia_de_la_semana, fecha_corta, sin_tildes

_DIAS: Final = tuple(map(sin_tildes, DIAS))
_MESES: Final = tuple(map(sin_tildes, MESES))
_DICHA: Final = re.compile(
    rf"\b({'|'.join(_DIAS)})\s*,?\s+(\d{{1,2}})\s+(?:de\s+)?({'|'.join(_MESES)})(?:\s+(?:de\s+|del\s+)?(\d{{4}}))?"
)
_FECHA: Final = len("AAAA-MM-DD")


def dias_dichos(vista: Vista) -> Iterator[Hallazgo]:
    """V28: «jueves 3 de diciembre» in a text of the plan, when the 3rd was no Thursday."""
    anio = str(vista.plan.vigencia or "")
    for en, campo, texto in _textos(vista.plan):
        for nota in dias_que_no_son(texto, anio):
            yield vista.hallazgo("V28", "E", nota, en=en, campo=campo)


def dias_que_no_son(texto: str, anio: str) -> Iterator[str]:
    """Tell each date of a text whose weekday is another; `anio` is that of the dates that say none."""
    for dia, numero_, mes, suyo in _DICHA.findall(sin_tildes(texto)):
        try:
            fecha = date(int(suyo or anio or 0), _MESES.index(mes) + 1, int(numero_))
        except ValueError:  # no year is known, or there is no such day
            continue
        if _DIAS[fecha.weekday()] != dia:
            era = dia_de_la_semana(fecha.isoformat())
            corta = fecha_corta(fecha.isoformat())
            yield f"Dice {dia} {numero_} de {mes}, y el {corta} es {era}. Corrija uno de los dos."


def fechas_y_meta(vista: Vista) -> Iterator[Hallazgo]:
    """V29: a goal of three with one date. A row that has none has not said its days yet."""
    for renglon in vista.renglones:
        meta, cuantas = renglon.fila.meta, len(renglon.fila.fechas)
        if meta is None or meta.unidad != "unidades" or meta.valor is None or not cuantas:
            continue
        valor = numero(meta.valor)
        if valor > 1 and valor != cuantas:
            dichas = "una sola fecha" if cuantas == 1 else f"{cuantas} fechas"
            nota = (
                f"{llamar(renglon.fila)} tiene meta {escrito(valor)} y {dichas}. Corrija la meta, o escriba las fechas."
            )
            yield renglon.hallazgo("V29", "W", nota, campo="fechas")


def dias_no_habiles(vista: Vista) -> Iterator[Hallazgo]:
    """V31: what is due on a day when nobody works; of commitments too."""
    for renglon in vista.renglones:
        for lugar, fecha in enumerate(renglon.fila.fechas):
            if nota := _no_habil(vista, fecha):
                yield renglon.hallazgo(
                    "V31", "W", f"{llamar(renglon.fila)}: {nota}", en=f"/fechas/{lugar}", campo="fechas", detalle=fecha
                )
    for lugar, uno in enumerate(vista.plan.compromisos):
        dia = vence(uno.fecha) if uno.anulada is None and uno.fecha and len(uno.fecha) == _FECHA else None
        if dia is not None and (nota := _no_habil(vista, dia.isoformat())):
            yield Hallazgo(
                "V31",
                "W",
                f"{vista.raiz}/compromisos/{lugar}/fecha",
                f"El compromiso {uno.codigo or ''} vence en día no hábil: {nota}".replace("  ", " "),
                uno.id or "",
                "fecha",
            )


def al_reves(vista: Vista) -> Iterator[Hallazgo]:
    """V32: what ends before it begins, in the plan and in its rows."""
    if nota := _reves(vista.plan.desde, vista.plan.hasta):
        yield vista.hallazgo("V32", "E", f"El plan {nota}", en="/hasta", campo="hasta")
    for renglon in vista.renglones:
        if nota := _reves(renglon.fila.desde, renglon.fila.hasta):
            yield renglon.hallazgo("V32", "E", f"{llamar(renglon.fila)} {nota}", en="/hasta", campo="hasta")


def antes_de_empezar(vista: Vista) -> Iterator[Hallazgo]:
    """V32: an advance that says it was made before its activity began."""
    for renglon in vista.renglones:
        inicio = comienzo(renglon)
        if inicio is None:
            continue
        for i, periodo in enumerate(renglon.fila.programacion):
            for j, uno in enumerate(periodo.seguimientos):
                if uno.corte and ultimo_dia(uno.corte) < inicio and numero(uno.avance or r.Cantidad("0")) > 0:
                    nota = (
                        f"{llamar(renglon.fila)} comienza el {fecha_corta(inicio.isoformat())} y tiene un avance del "
                        f"{fecha_corta(uno.corte)}. Corrija la fecha del avance, o la de la actividad."
                    )
                    yield renglon.hallazgo(
                        "V32",
                        "W",
                        nota,
                        en=f"/programacion/{i}/seguimientos/{j}",
                        campo="programacion",
                        detalle=uno.id or "",
                    )


def comienzo(renglon: Renglon) -> date | None:
    """The first day of a row; None when it does not say."""
    fila = renglon.fila
    dichas = [fila.desde] if fila.desde else sorted(fila.fechas)
    return primer_dia(dichas[0]) if dichas and dichas[0] else None


def _no_habil(vista: Vista, fecha: str) -> str:
    dia = dia_exacto(r.Fecha(fecha))
    if dia is None or es_habil(dia, vista.calendario):
        return ""
    que = dia_de_la_semana(fecha) if dia.weekday() > 4 else "festivo o no laborable"
    despues = sumar_habiles(dia, 1, vista.calendario).isoformat()
    return f"el {fecha_corta(fecha)} es {que}. El día hábil siguiente es el {fecha_corta(despues)}."


def _reves(desde: r.Fecha | None, hasta: r.Fecha | None) -> str:
    if not desde or not hasta or ultimo_dia(hasta) >= primer_dia(desde):
        return ""
    return f"termina en {fecha_corta(hasta)}, antes de empezar en {fecha_corta(desde)}. Cambie una de las dos fechas."


def _textos(plan: r.Plan) -> Iterable[tuple[str, str, str]]:
    """Every text of a plan where a date may be said: the rest of its pointer, the field, and the text."""
    for i, pieza in enumerate(plan.convocatoria.piezas if plan.convocatoria else ()):
        if pieza.texto:
            yield f"/convocatoria/piezas/{i}/texto", "convocatoria", pieza.texto
    for i, nota in enumerate(plan.notas):
        yield f"/notas/{i}", "notas", nota
    for en, bloque in bloques_de(plan.narrativa, "/narrativa"):
        for texto in textos(bloque):
            yield en, "narrativa", texto


def bloques_de(secciones: Iterable[r.Seccion], raiz: str) -> Iterator[tuple[str, r.Bloque]]:
    """Every block of some sections and of those inside them, with its pointer."""
    for i, seccion in enumerate(secciones):
        for j, bloque in enumerate(seccion.bloques):
            yield f"{raiz}/{i}/bloques/{j}", bloque
        yield from bloques_de(seccion.secciones, f"{raiz}/{i}/secciones")
