"""What a hearing tells of the commitments made before it: each open one, and each one closed since the last hearing.

They are told as they stood on the day of the hearing. While its acta is not approved they are derived each time; when
it is, they are kept in `compromisos_anteriores` of the hearing, which from then on is what was told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.palabras import ESTADO_COMPROMISO, con_mayuscula
from rcdesk.domain.periodos import primer_dia, ultimo_dia
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.domain.seguimiento import ABIERTOS, EstadoAl, dias_de_plazo, estado_al, vence
from rcdesk.i18n import en_dias_habiles, fecha_corta, lista_en_palabras, plural

DESCARTE: Final = "compromiso_anterior"
"""The code of a `hallazgos_descartados` that says why the acta leaves out an earlier commitment (rcdesk/1)."""

_CUENTA: Final[Mapping[str, tuple[str, str]]] = {
    "cumplido": ("cumplido", "cumplidos"),
    "en curso": ("en curso", "en curso"),
    "pendiente": ("pendiente", "pendientes"),
    "trasladado": ("trasladado a otra entidad", "trasladados a otras entidades"),
    "incumplido": ("incumplido", "incumplidos"),
    "cancelado": ("cancelado", "cancelados"),
}
"""How it stood, in words → one and many, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Procedencia:
    """Where commitments were made: a hearing with its date, or a plan without any."""

    codigo: str
    nombre: str
    fecha: r.Fecha | None = None


@dataclass(frozen=True, slots=True)
class Anterior:
    """An earlier commitment: its key, what the acta tells of it, and since when it is closed (None while open).

    `avanzo`: something was said of it since the last hearing.
    """

    id: str
    dicho: r.CompromisoAnterior
    cerrado: date | None
    avanzo: bool

    @property
    def quieto(self) -> bool:
        """Whether it is still owed and nothing was said of it since the last hearing."""
        return esta_abierto(self.dicho) and not self.avanzo


def anteriores(
    dia: date,
    previa: date | None,
    adquiridos: Iterable[tuple[Procedencia, r.Compromiso]],
    descartados: Iterable[r.HallazgoDescartado] = (),
) -> tuple[Anterior, ...]:
    """The commitments that the hearing of a day tells, the oldest first; `previa` is the day of the one before it."""
    motivos = {uno.donde: uno.motivo for uno in descartados if uno.codigo == DESCARTE}
    found = [
        anterior
        for donde, compromiso in adquiridos
        if (anterior := _anterior(dia, previa, donde, compromiso, motivos)) is not None
    ]
    return tuple(sorted(found, key=lambda uno: uno.dicho.adquirido or ""))


def lugar(procedencia: str, clave: str) -> str:
    """Where a `hallazgos_descartados` says that an earlier commitment is: its place, and its number or key."""
    return f"/compromisos_anteriores/{procedencia}/{clave}"


def contados(compromisos: Iterable[r.CompromisoAnterior]) -> tuple[r.CompromisoAnterior, ...]:
    """Those that the acta tells."""
    return tuple(uno for uno in compromisos if uno.descartado is None)


def como_va(uno: r.CompromisoAnterior) -> str:
    """How it stood, in words: «En curso, 60 %», «Trasladado»."""
    avance = f", {porciento(uno.avance)}" if uno.avance is not None and numero(uno.avance) > 0 else ""
    return f"{con_mayuscula(_palabra(uno))}{avance if esta_abierto(uno) else ''}"


def porciento(avance: r.Cantidad) -> str:
    """A percentage of advance as it is printed: «62,5 %»."""
    return f"{str(avance).replace('.', ',')} %"


def esta_abierto(uno: r.CompromisoAnterior) -> bool:
    """Whether the entity still owed it."""
    return (uno.estado is None or uno.estado in ABIERTOS) and uno.fecha_traslado is None


def frase_de_anteriores(dichos: Sequence[r.CompromisoAnterior], dia: date | None, calendario: Calendario = LEY) -> str:
    """How many the acta tells, and how they stood: «Se da cuenta de 5 compromisos…: 1 cumplido y 4 pendientes.»"""
    estados = Counter(_palabra(uno) for uno in dichos)
    partes = [plural(n, *_CUENTA[palabra]) for palabra in _CUENTA if (n := estados[palabra])]
    cuantos = plural(len(dichos), "compromiso adquirido", "compromisos adquiridos")
    tarde = sum(bool(tardanza(uno, dia, calendario)) for uno in dichos)
    vencidos = f" De ellos, {plural(tarde, 'está vencido', 'están vencidos')}." if tarde else ""
    return f"Se da cuenta de {cuantos} antes de esta audiencia: {lista_en_palabras(partes)}.{vencidos}"


def edad(uno: r.CompromisoAnterior, dia: date | None) -> str:
    """How old it was on a day: «15/abr/2026, hace 239 días»; empty when nobody said when it was made."""
    if uno.adquirido is None:
        return ""
    cuando = fecha_corta(uno.adquirido).removeprefix("0")
    return cuando if dia is None else f"{cuando}, hace {plural((dia - primer_dia(uno.adquirido)).days, 'día', 'días')}"


def tardanza(uno: r.CompromisoAnterior, dia: date | None, calendario: Calendario = LEY) -> str:
    """How late an open one was on a day, in business days: «Vencido hace 12 días hábiles»; empty when it was not."""
    vencia = vence(uno.fecha)
    if dia is None or vencia is None or not esta_abierto(uno):
        return ""
    dias = dias_de_plazo(dia, vencia, calendario)
    return f"Vencido {en_dias_habiles(dias)}" if dias < 0 else ""


def conservados(
    guardados: Sequence[r.CompromisoAnterior], conocidos: Iterable[str]
) -> tuple[r.CompromisoAnterior, ...]:
    """Of those kept in a hearing, the ones made where this base has nothing: it cannot tell them by itself."""
    known = frozenset(conocidos)
    return tuple(uno for uno in guardados if uno.procedencia not in known)


def _palabra(uno: r.CompromisoAnterior) -> str:
    estado = uno.estado or "pendiente"
    return "trasladado" if estado in ABIERTOS and uno.fecha_traslado else ESTADO_COMPROMISO[estado]


def _anterior(
    dia: date, previa: date | None, donde: Procedencia, uno: r.Compromiso, motivos: Mapping[str | None, str]
) -> Anterior | None:
    adquirido = uno.adquirido or donde.fecha
    estado = estado_al(uno, dia, adquirido=donde.fecha)
    if estado is None or uno.anulada is not None or (adquirido is not None and primer_dia(adquirido) >= dia):
        return None
    cerrado = _cerrado_desde(uno, dia, estado, adquirido)
    if cerrado is not None and (previa is None or cerrado < previa):
        return None
    return Anterior(
        uno.id or "",
        _dicho(donde, uno, estado, dia, adquirido, motivos),
        cerrado,
        any(previa is None or corte >= previa for corte in _dias_dichos(uno, dia)),
    )


def _dicho(
    donde: Procedencia,
    uno: r.Compromiso,
    estado: EstadoAl,
    dia: date,
    adquirido: r.Fecha | None,
    motivos: Mapping[str | None, str],
) -> r.CompromisoAnterior:
    traslado = uno.fecha_traslado if uno.fecha_traslado and ultimo_dia(uno.fecha_traslado) <= dia else None
    return r.CompromisoAnterior(
        procedencia=donde.codigo,
        procedencia_nombre=donde.nombre,
        codigo=uno.codigo,
        que_hacer=uno.que_hacer,
        responsables=estado.responsables,
        entidad_competente=uno.entidad_competente if uno.alcance == "no_a_cargo" else None,
        fecha_traslado=traslado,
        adquirido=adquirido,
        fecha=estado.fecha,
        estado=estado.estado,
        avance=estado.avance,
        texto=estado.dicho,
        descartado=motivos.get(lugar(donde.codigo, uno.codigo or uno.id or "")),
    )


def _cerrado_desde(uno: r.Compromiso, dia: date, estado: EstadoAl, adquirido: r.Fecha | None) -> date | None:
    """Since when it needs nothing more of the entity; None while it does, or when nobody said when it ended."""
    if not _terminado(uno, estado, dia):
        return None
    hechos = sorted({*_dias_dichos(uno, dia), *_traslado(uno, dia)}, reverse=True)
    desde = primer_dia(adquirido) if adquirido else date.min
    for corte in hechos:
        if corte == date.min:
            return corte
        before = date.fromordinal(corte.toordinal() - 1)
        then = estado_al(uno, before)
        if then is None or not _terminado(uno, then, before):
            return corte
    return desde


def _terminado(uno: r.Compromiso, estado: EstadoAl, dia: date) -> bool:
    return estado.estado not in ABIERTOS or bool(list(_traslado(uno, dia)))


def _traslado(uno: r.Compromiso, dia: date) -> Iterator[date]:
    if uno.fecha_traslado and ultimo_dia(uno.fecha_traslado) <= dia:
        yield ultimo_dia(uno.fecha_traslado)


def _dias_dichos(uno: r.Compromiso, dia: date) -> Iterator[date]:
    cortes = (ultimo_dia(hecho.corte) for hecho in uno.seguimientos if hecho.corte)
    return (corte for corte in cortes if corte <= dia)
