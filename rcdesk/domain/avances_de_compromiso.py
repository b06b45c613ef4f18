"""What may be said of a commitment after it was made: how it advances, when it is due now, who answers, how it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import ESTADO_COMPROMISO
from rcdesk.domain.periodos import primer_dia, ultimo_dia
from rcdesk.domain.plazos import LEY, Calendario, dia_exacto, es_habil, sumar_habiles
from rcdesk.domain.registro.compromisos import EstadoCompromiso
from rcdesk.domain.seguimiento import ABIERTOS, EstadoAl, dicho_al, estado_al
from rcdesk.i18n import fecha_corta
from rcdesk.i18n import numero as numero_en_palabras

TRASLADO: Final = 5
"""Business days to hand over what another entity must do."""

NORMA_DEL_TRASLADO: Final = "CPACA, art. 21; Ley 1755 de 2015"

_TODO: Final = 100
_CONTABLES: Final = 14  # days that are told one by one
_SABADO: Final = 5


@dataclass(frozen=True, slots=True)
class Historia:
    """A commitment as it is known today: what an advance is measured against. `adquirido` is when it was made."""

    compromiso: r.Compromiso
    adquirido: r.Fecha | None
    hoy: date

    def al(self, corte: date) -> EstadoAl | None:
        """How it stood at the end of a day."""
        return estado_al(self.compromiso, corte, adquirido=self.adquirido)

    def hoy_mismo(self) -> EstadoCompromiso | None:
        """Its state today; None when it was made later. Where no advance says one, what they tell is its state."""
        callan = not any(uno.estado for uno in self.compromiso.seguimientos)
        contado = replace(self.compromiso, estado=None) if callan else self.compromiso
        found = estado_al(contado, self.hoy, adquirido=self.adquirido)
        return found.estado if found else None


def dia_dicho(fecha: r.Fecha | None, adquirido: r.Fecha | None, hoy: date, campo: str = "corte") -> date:
    """Return the day on which something is said. RuleError, with the field, unless it is between the two others."""
    dia = dia_exacto(fecha)
    if dia is None:
        raise RuleError("Escriba el día: día, mes y año.", field=campo)
    if dia > hoy:
        raise RuleError(f"El {fecha_corta(dia.isoformat())} todavía no llega.", field=campo)
    if adquirido and dia < primer_dia(adquirido):
        raise RuleError(f"El compromiso se hizo después, el {fecha_corta(adquirido)}.", field=campo)
    return dia


def avance_dicho(avance: r.Cantidad) -> Fraction:
    """Return how far a commitment goes, in percent. RuleError out of 0 to 100."""
    va = numero(avance)
    if not 0 <= va <= _TODO:
        raise RuleError("El avance de un compromiso va de 0 a 100 %.", field="avance")
    return va


def revisar_avance(historia: Historia, nuevo: r.Seguimiento) -> r.Seguimiento:
    """Return the advance as it is kept: it says the state from then on, going on if it was to begin.

    RuleError, with the field, for what cannot be: nothing said, a day to come or before the commitment, a percentage
    out of 0 to 100, or less than what was said, or a commitment that ends, without words that say why.
    """
    dia = _revisar_dia(historia, nuevo.corte)
    dice = nuevo.texto or nuevo.evidencias or nuevo.avance is not None or nuevo.nueva_fecha or nuevo.responsables
    if not dice and nuevo.estado is None:
        raise RuleError("Escriba qué se hizo, o cuánto va.", field="texto")
    _revisar_porcentaje(historia, nuevo, dia)
    antes = historia.al(dia)
    estado = nuevo.estado or (antes.estado if antes else "pendiente")
    avanza = nuevo.nueva_fecha is None and not nuevo.responsables
    if estado == "pendiente" and nuevo.estado is None and avanza:
        estado = "en_curso"
    return replace(nuevo, estado=estado)


def revisar_cierre(historia: Historia, nuevo: r.Seguimiento) -> r.Seguimiento:
    """Return the advance that ends a commitment or opens it again; what was not met says why.

    One that had been done whole says how far it really goes.
    """
    estado, dia = nuevo.estado, _revisar_dia(historia, nuevo.corte)
    antes = historia.al(dia)
    if antes is not None and antes.estado == estado:
        raise RuleError(f"El {fecha_corta(dia.isoformat())} ya estaba {ESTADO_COMPROMISO[antes.estado]}.")
    if estado == "cumplido":
        return revisar_avance(historia, replace(nuevo, avance=nuevo.avance or r.Cantidad(str(_TODO))))
    if not nuevo.texto:
        como = "se abre de nuevo" if estado in ABIERTOS else f"queda {ESTADO_COMPROMISO[estado]}" if estado else ""
        raise RuleError(f"Escriba por qué {como}.", field="texto")
    todo = antes is not None and antes.avance is not None and numero(antes.avance) >= _TODO
    if estado in ABIERTOS and todo and nuevo.avance is None:
        raise RuleError(f"Escriba en cuánto queda: lo último que se dijo fue {_TODO} %.", field="avance")
    return revisar_avance(historia, nuevo)


def revisar_fecha(historia: Historia, nuevo: r.Seguimiento) -> r.Seguimiento:
    """Return the advance that moves the date of a commitment, with its reason."""
    dia = _revisar_dia(historia, nuevo.corte)
    if not nuevo.nueva_fecha:
        raise RuleError("Escriba la fecha nueva.", field="nueva_fecha")
    desde = historia.adquirido
    if nuevo.nueva_fecha != r.NO_APLICA and desde and ultimo_dia(nuevo.nueva_fecha) < primer_dia(desde):
        raise RuleError(f"El compromiso se hizo el {fecha_corta(desde)}: la fecha va después.", field="nueva_fecha")
    antes = historia.al(dia)
    if antes is not None and antes.fecha == nuevo.nueva_fecha:
        raise RuleError("Es la fecha que ya tiene.", field="nueva_fecha")
    if not nuevo.texto:
        raise RuleError("Escriba por qué se corre la fecha.", field="texto")
    return revisar_avance(historia, nuevo)


def revisar_responsables(historia: Historia, nuevo: r.Seguimiento) -> r.Seguimiento:
    """Return the advance from which others answer for a commitment."""
    dia = _revisar_dia(historia, nuevo.corte)
    if not nuevo.responsables:
        raise RuleError("Escriba quién responde ahora.", field="responsables")
    antes = historia.al(dia)
    if antes is not None and antes.responsables == nuevo.responsables:
        raise RuleError("Ya responde quien dice.", field="responsables")
    return revisar_avance(historia, nuevo)


def revisar_traslado(historia: Historia, entidad: str, fecha: r.Fecha | None) -> None:
    """Refuse to hand over a commitment to nobody, or on a day that cannot be."""
    if not entidad.strip():
        raise RuleError("Escriba la entidad a la que se traslada.", field="entidad_competente")
    _revisar_dia(historia, fecha, "fecha_traslado")


def estado_callado(historia: Historia) -> r.Seguimiento | None:
    """The advance that says what a commitment has as its state and no advance tells; None when nothing would be lost.

    Without it, one more advance would change how the commitment stood before it.
    """
    uno = historia.compromiso
    dicho = dicho_al(uno.seguimientos, date.max)
    contado = estado_al(replace(uno, estado=None), date.max)
    if uno.estado is None or not dicho.calla or contado is None or contado.estado == uno.estado:
        return None
    cortes = [avance.corte for avance in uno.seguimientos if avance.corte]
    return r.Seguimiento(corte=max(cortes, key=ultimo_dia, default=historia.adquirido), estado=uno.estado)


def ultimo_dia_de_traslado(adquirido: str | None, calendario: Calendario = LEY) -> date | None:
    """The last day to hand over a commitment; None when it is not known to the day when it was made."""
    dia = dia_exacto(r.Fecha(adquirido)) if adquirido else None
    return sumar_habiles(dia, TRASLADO, calendario) if dia else None


def curva(seguimientos: Iterable[r.Seguimiento], corte: date) -> tuple[tuple[date, r.Cantidad], ...]:
    """The steps of the progress of a commitment until a day: when it was said, and how much, in percent."""
    dichos = [(dia_exacto(uno.corte), uno.avance) for uno in seguimientos if uno.corte and uno.avance is not None]
    pasos = sorted(
        ((dia, avance) for dia, avance in dichos if dia is not None and avance is not None and dia <= corte),
        key=lambda paso: paso[0],
    )
    return tuple(pasos)


def _revisar_dia(historia: Historia, fecha: r.Fecha | None, campo: str = "corte") -> date:
    return dia_dicho(fecha, historia.adquirido, historia.hoy, campo)


def _revisar_porcentaje(historia: Historia, nuevo: r.Seguimiento, dia: date) -> None:
    if nuevo.avance is None:
        return
    va = avance_dicho(nuevo.avance)
    antes = historia.al(dia)
    if antes and antes.avance is not None and va < numero(antes.avance) and not nuevo.texto:
        dijo = numero_en_palabras(Decimal(antes.avance))
        raise RuleError(f"Ya se había dicho {dijo} %: escriba por qué baja.", field="texto")


@dataclass(frozen=True, slots=True)
class Retraso:
    """The days that a commitment is late, one by one: those that count, and the weekdays that do not."""

    cuentan: tuple[date, ...]
    feriados: tuple[date, ...]


def retraso(vencia: date, corte: date, calendario: Calendario = LEY) -> Retraso | None:
    """Return the days after a date, to `corte` inclusive, while they are few enough to be told one by one."""
    dias = (corte - vencia).days
    if not 0 < dias <= _CONTABLES:
        return None
    todos = [vencia + timedelta(days=n) for n in range(1, dias + 1)]
    cuentan = tuple(dia for dia in todos if es_habil(dia, calendario))
    return Retraso(cuentan, tuple(dia for dia in todos if dia.weekday() < _SABADO and dia not in cuentan))
