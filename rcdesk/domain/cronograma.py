"""The schedule of a plan: its activities, their dates and what proves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal, assert_never

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cifras.plan import total_programado
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.periodos import cubre, meses, ultimo_dia
from rcdesk.domain.registro.planes import TipoActividad

Situacion = Literal["cumplida", "vencida", "vence_hoy", "en_curso", "programada", "sin_fecha"]
"""How an activity stands at a date."""

EstadoFecha = Literal["cumplida", "vencida", "hoy", "futura"]
"""How one of its dates stands."""


@dataclass(frozen=True, slots=True)
class FechaMarcada:
    """A date on which something is due, and how it stands."""

    fecha: str
    estado: EstadoFecha


@dataclass(eq=False, kw_only=True)
class Actividad(Linea):
    """A row of the plan: what is done, who, when."""

    record: ClassVar[type[r.Valor]] = r.Actividad

    componente_id: str = ""
    codigo: str | None = None
    nombre: str | None = None
    tipo: TipoActividad | None = None
    responsables: tuple[str, ...] = ()
    desde: str | None = None
    hasta: str | None = None
    fechas: tuple[r.Fecha, ...] = ()
    meta_nombre: str | None = None
    meta_valor: str | None = None
    meta_unidad: str | None = None
    indicador_nombre: str | None = None

    def revisar(self) -> None:
        """An activity has a name, and does not end before it begins; its dates are dates, in order, each once."""
        exigir(self.nombre, "nombre", "la actividad")
        if self.desde and self.hasta and self.hasta < self.desde[: len(self.hasta)]:
            raise RuleError(f"La actividad termina ({self.hasta}) antes de empezar ({self.desde}).", field="hasta")
        self.fechas = tuple(sorted({_fecha(fecha) for fecha in self.fechas}))

    def restaurar(self) -> None:
        """Take back that it was withdrawn."""
        if not self.anulada:
            raise RuleError("La actividad no está anulada.")
        self.anulada_motivo = self.anulada_cuando = self.anulada_quien = None


def situacion(*, hoy: str, desde: str | None, hasta: str | None, hecha: bool) -> Situacion:
    """Say how an activity stands on `hoy` (AAAA-MM-DD); a date known to the month lasts the whole month."""
    if hecha:
        return "cumplida"
    if not desde and not hasta:
        return "sin_fecha"
    last = hasta or desde or ""
    if hoy[: len(last)] > last:
        return "vencida"
    if hoy == last:
        return "vence_hoy"
    first = desde or last
    return "en_curso" if hoy[: len(first)] >= first else "programada"


def situacion_de(actividad: r.Actividad, hoy: str) -> Situacion:
    """Say how an activity stands on `hoy`: from its single dates if it has them, otherwise from its term.

    One that only programmes periods has the term of the first that is not done.
    """
    hecha = cumplida(actividad)
    if hecha or not actividad.fechas:
        desde, hasta = _termino(actividad)
        return situacion(hoy=hoy, desde=desde, hasta=hasta, hecha=hecha)
    estados = {marcada.estado for marcada in fechas_marcadas(actividad, hoy)}
    pasada = bool(actividad.hasta) and hoy[: len(actividad.hasta or "")] > (actividad.hasta or "")
    if "vencida" in estados or pasada:
        return "vencida"
    if "hoy" in estados:
        return "vence_hoy"
    return "en_curso" if "cumplida" in estados or _avance(actividad) > 0 else "programada"


def cumplida(actividad: r.Actividad) -> bool:
    """Whether all that was programmed, and the goal when it counts the same things, is done."""
    reportados = [periodo for periodo in actividad.programacion if periodo.ejecutado is not None]
    if not reportados:
        return False
    if actividad.agregacion == "decreciente":
        ultimo = actividad.programacion[-1]
        return _al_menos(ultimo.programado, ultimo.ejecutado)
    return _avance(actividad) >= max(_por_hacer(actividad), Fraction(1, 10**9))


def fechas_marcadas(actividad: r.Actividad, hoy: str) -> tuple[FechaMarcada, ...]:
    """The dates of an activity with the state of each: of those in one period, as many are met as its part done."""
    hechas = set(actividad.fechas) if cumplida(actividad) else set(_cumplidas(actividad))
    return tuple(FechaMarcada(fecha, _estado_de_fecha(fecha, fecha in hechas, hoy)) for fecha in actividad.fechas)


def proxima(actividad: r.Actividad, hoy: str) -> date | None:
    """The last day of what is due next, overdue or not; None when it is done or has no date."""
    if cumplida(actividad):
        return None
    abiertas = [marcada.fecha for marcada in fechas_marcadas(actividad, hoy) if marcada.estado != "cumplida"]
    desde, hasta = _termino(actividad)
    fecha = next(iter(abiertas), None) or hasta or (desde if not actividad.fechas else None)
    return ultimo_dia(fecha) if fecha else None


def proponer_numero(lugar: int, hermanas: Iterable[str | None], otras: Sequence[str | None]) -> str | None:
    """Return the number of a new activity of the stage in that place: 3.4 after 3.3.

    `hermanas` are the numbers in its stage and `otras` those of the whole plan: None when none of them has a number.
    """
    if otras and not any(otras):
        return None
    suyos = [codigo.split(".") for codigo in hermanas if codigo]
    ultimos = [(partes[0], int(partes[1])) for partes in suyos if len(partes) == 2 and partes[1].isdecimal()]
    if not ultimos:
        return f"{lugar}.1"
    return f"{ultimos[-1][0]}.{max(numero for _, numero in ultimos) + 1}"


def revisar_avance(valores: dict[str, object]) -> None:
    """Refuse an advance without period, without figures, or below zero."""
    exigir(str(valores.get("periodo") or ""), "periodo", "a qué periodo corresponde")
    for campo in ("programado", "ejecutado"):
        if str(valores.get(campo) or "").startswith("-"):
            raise RuleError("Escriba una cantidad desde 0.", field=campo)
    if valores.get("programado") is None and valores.get("ejecutado") is None:
        raise RuleError("Escriba cuánto se hizo.", field="ejecutado")


def _fecha(valor: str) -> r.Fecha:
    try:
        found: r.Fecha = leer(r.Actividad, "desde", valor)
    except RuleError as error:
        raise RuleError(str(error), field="fechas") from None
    return found


def _estado_de_fecha(fecha: str, hecha: bool, hoy: str) -> EstadoFecha:
    if hecha:
        return "cumplida"
    if hoy[: len(fecha)] > fecha:
        return "vencida"
    return "hoy" if hoy == fecha else "futura"


def _cumplidas(actividad: r.Actividad) -> list[str]:
    hechas: list[str] = []
    for periodo in actividad.programacion:
        suyas = [fecha for fecha in actividad.fechas if cubre(periodo.periodo, fecha)]
        hechas += suyas[: int(len(suyas) * _parte(actividad, periodo))]
    return hechas


def _termino(actividad: r.Actividad) -> tuple[str | None, str | None]:
    """From when and until when: as written, or the months of the first period that owes something."""
    if actividad.desde or actividad.hasta or actividad.fechas:
        return actividad.desde, actividad.hasta
    debidos = [p for p in actividad.programacion if p.programado is not None and _parte(actividad, p) < 1]
    return meses(debidos[0].periodo) if debidos else (None, None)


def _parte(actividad: r.Actividad, periodo: r.Programacion) -> Fraction:
    """How much of a period is done, from 0 to 1."""
    if periodo.ejecutado is None:
        return Fraction()
    hecho = numero(periodo.ejecutado)
    programado = numero(periodo.programado) if periodo.programado is not None else _todo(actividad)
    return min(Fraction(1), hecho / programado) if programado > 0 else Fraction(1)


def _todo(actividad: r.Actividad) -> Fraction:
    """What a row that programmes nothing by period must reach: 100 when it reports percentages, otherwise its goal."""
    if actividad.unidad == "porcentaje":
        return Fraction(100)
    meta = actividad.meta
    return numero(meta.valor) if meta is not None and meta.valor is not None else Fraction(1)


def _por_hacer(actividad: r.Actividad) -> Fraction:
    programado = total_programado(actividad)
    if programado == 0:
        return _todo(actividad)
    meta = actividad.meta
    if meta is None or meta.valor is None or "porcentaje" in (meta.unidad, actividad.unidad):
        return programado
    return max(programado, numero(meta.valor))


def _avance(actividad: r.Actividad) -> Fraction:
    """What a row has done over all its periods, added as it says."""
    hechos = [numero(periodo.ejecutado) for periodo in actividad.programacion if periodo.ejecutado is not None]
    if not hechos:
        return Fraction()
    match actividad.agregacion:
        case "suma" | None:
            return sum(hechos, Fraction())
        case "acumulado":
            return max(hechos)
        case "constante" | "decreciente":
            return hechos[-1] if actividad.programacion[-1].ejecutado is not None else Fraction()
        case _:
            assert_never(actividad.agregacion)


def _al_menos(programado: r.Cantidad | None, ejecutado: r.Cantidad | None) -> bool:
    """Whether a figure that should fall has fallen as far as was programmed."""
    return ejecutado is not None and programado is not None and numero(ejecutado) <= numero(programado)
