"""Figures of the commitments of every hearing and plan, as they stood on a day: counted from each one, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache, partial
from typing import Final, get_args

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.compromisos import dependencia_de
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.domain.registro.compromisos import EstadoCompromiso
from rcdesk.domain.seguimiento import EstadoAl, Lampara, dias_de_plazo, estado_al, lampara_con, vence

ABIERTAS: Final[frozenset[Lampara]] = frozenset({"vencido", "vence_hoy", "por_vencer", "en_avance", "por_iniciar"})
"""The entity still owes something of them."""

_MET: Final = r.Cantidad("100")
_NADA: Final = r.Cantidad("0")
_UN_ANIO: Final = 12  # months
_SIN: Final[EstadoCompromiso] = "cancelado"


@dataclass(frozen=True, slots=True)
class Adquirido:
    """A commitment as it stood: where it was made and when, its lamp, and its business days, negative if late.

    `procedencia` is the name of its hearing or its plan, which its code tells apart; `dependencia`, where it counts.
    """

    compromiso: r.Compromiso
    procedencia: str
    procedencia_codigo: str
    adquirido: r.Fecha | None
    dependencia: str | None
    estado: EstadoAl
    lampara: Lampara
    dias: int | None

    @property
    def abierto(self) -> bool:
        """Whether the entity still owes something of it."""
        return self.lampara in ABIERTAS


@dataclass(frozen=True, slots=True)
class Cuenta:
    """How many commitments, and how they stand, each in one place: only `vencidos` are among `abiertos`.

    One that another entity closed is counted by how it ended, no longer among `trasladados`.
    """

    todos: int
    abiertos: int
    vencidos: int
    cumplidos: int
    trasladados: int
    incumplidos: int
    cancelados: int


@dataclass(frozen=True, slots=True)
class Mes:
    """What was collected in a month, AAAA-MM, by who must answer; `avance` is the mean of those in charge."""

    periodo: str
    recogidos: int
    a_cargo: int
    no_a_cargo: int
    avance: Fraction | None

    @property
    def sin_clasificar(self) -> int:
        """Those of which nobody has said who must answer."""
        return self.recogidos - self.a_cargo - self.no_a_cargo


@dataclass(frozen=True, slots=True)
class Movimiento:
    """A commitment that is not as it was on an earlier day; `antes` is None when it had not been made."""

    ahora: Adquirido
    antes: Adquirido | None


def adquiridos_al(
    archivo: r.Archivo, corte: date, calendario: Calendario = LEY, plan: str | None = None
) -> list[Adquirido]:
    """Every commitment made by the end of a day, those of hearings first; with `plan`, only its own and its spaces'."""
    conocidas = frozenset(una.nombre for una in (archivo.entidad.dependencias if archivo.entidad else ()))
    dias_hasta = cache(partial(dias_de_plazo, corte, calendario=calendario))  # thousands have some hundreds of dates
    hechos = []
    for uno, (procedencia, codigo), celebrada in _todos(archivo, plan):
        estado = estado_al(uno, corte, adquirido=celebrada)
        if estado is None:
            continue
        dia = vence(estado.fecha)
        dias = dias_hasta(dia) if dia else None
        oficina = dependencia_de(uno.dependencia, estado.responsables, conocidas)
        made = uno.adquirido or celebrada
        hechos.append(Adquirido(uno, procedencia, codigo, made, oficina, estado, lampara_con(estado, dias), dias))
    return hechos


def cuenta(adquiridos: Iterable[Adquirido]) -> Cuenta:
    """How some commitments stand."""
    por = Counter(uno.lampara for uno in adquiridos)
    abiertos = sum(por[una] for una in ABIERTAS)
    cerrados = (por["trasladado"], por["incumplido"], por["cancelado"])
    return Cuenta(por.total(), abiertos, por["vencido"], por["cumplido"], *cerrados)


def avance_medio(dichos: Iterable[tuple[EstadoCompromiso, r.Cantidad | None]]) -> Fraction | None:
    """The simple average of the progress of some commitments, in percent, from their states and what was said of each.

    One that nobody reported counts as 0, and one that was met as 100, whatever was last said of its progress; those
    called off count in nothing. None of none.
    """
    veces = Counter(_MET if estado == "cumplido" else avance or _NADA for estado, avance in dichos if estado != _SIN)
    suma = sum((numero(avance) * n for avance, n in veces.items()), Fraction())
    return suma / veces.total() if veces else None


def por_lampara(adquiridos: Iterable[Adquirido]) -> dict[Lampara, int]:
    """Lamp → commitments, of those that there are, what is most urgent first."""
    por = Counter(uno.lampara for uno in adquiridos)
    return {una: por[una] for una in get_args(Lampara) if por[una]}


def por_dependencia(adquiridos: Iterable[Adquirido]) -> dict[str | None, Cuenta]:
    """Office → how its commitments stand; None, the last, if no office answers for them. Most overdue first."""
    return _por(adquiridos, lambda uno: (uno.dependencia,))


def por_responsable(adquiridos: Iterable[Adquirido]) -> dict[str | None, Cuenta]:
    """Who answers → how theirs stand; one of several people counts in each of them, so that they do not add up."""
    return _por(adquiridos, lambda uno: uno.estado.responsables or (None,))


def por_mes(adquiridos: Iterable[Adquirido]) -> tuple[Mes, ...]:
    """Month in which they were made → how many and how they advance, with the months between in which none was.

    Of more than a year without any, no month is told: one mistyped year would fill thousands of rows with nothing.
    """
    fechados: dict[str, list[Adquirido]] = {}
    for uno in adquiridos:
        if uno.adquirido and len(uno.adquirido) >= len("AAAA-MM"):
            fechados.setdefault(uno.adquirido[:7], []).append(uno)
    return tuple(_mes(periodo, fechados.get(periodo, ())) for periodo in _seguidos(sorted(fechados)))


def movidos(ahora: Iterable[Adquirido], antes: Iterable[Adquirido]) -> tuple[Movimiento, ...]:
    """Those whose state, progress, date, responsables or handing over is not what it was."""
    previos = {id(uno.compromiso): uno for uno in antes}
    pares = ((uno, previos.get(id(uno.compromiso))) for uno in ahora)
    return tuple(Movimiento(uno, previo) for uno, previo in pares if previo is None or uno.estado != previo.estado)


def _todos(archivo: r.Archivo, plan: str | None) -> Iterator[tuple[r.Compromiso, tuple[str, str], r.Fecha | None]]:
    for una in vigentes(archivo.audiencias):
        if plan is None or una.plan == plan:
            yield from ((uno, (una.nombre or una.codigo, una.codigo), una.fecha) for uno in vigentes(una.compromisos))
    for otro in archivo.planes:
        if plan is None or otro.codigo == plan:
            yield from ((uno, (otro.nombre, otro.codigo), None) for uno in vigentes(otro.compromisos))


def _por(
    adquiridos: Iterable[Adquirido], claves: Callable[[Adquirido], Sequence[str | None]]
) -> dict[str | None, Cuenta]:
    grupos: dict[str | None, list[Adquirido]] = {}
    for uno in adquiridos:
        for clave in claves(uno):
            grupos.setdefault(clave, []).append(uno)
    cuentas = {clave: cuenta(suyos) for clave, suyos in grupos.items()}
    return dict(sorted(cuentas.items(), key=lambda par: (par[0] is None, -par[1].vencidos, -par[1].abiertos, par[0])))


def _mes(periodo: str, suyos: Sequence[Adquirido]) -> Mes:
    propios = [uno for uno in suyos if uno.compromiso.alcance == "a_cargo" and not uno.estado.trasladado]
    ajenos = sum(uno.estado.trasladado for uno in suyos)
    promedio = avance_medio((uno.estado.estado, uno.estado.avance) for uno in propios)
    return Mes(periodo, len(suyos), len(propios), ajenos, promedio)


def _seguidos(meses: Sequence[str]) -> Iterator[str]:
    """Some months in order, with those between two of them that are not more than a year apart."""
    antes = None
    for mes in meses:
        este = int(mes[:4]) * 12 + int(mes[5:]) - 1
        if antes is not None and este - antes <= _UN_ANIO:
            yield from (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(antes + 1, este))
        yield mes
        antes = este
