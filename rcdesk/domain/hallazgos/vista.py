"""A plan as its reviewer goes through it: every row that stands, with its component and its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.redondeo import redondear
from rcdesk.domain.hallazgos.hallazgo import Gravedad, Hallazgo
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.i18n import solo_palabras

_LARGO: Final = 60  # letters of a name that a note tells
_CODIGO: Final = 16  # letters: what is longer is no code


class Renglon(NamedTuple):
    """A row that was not annulled, with its component and its pointer into the file."""

    componente: r.Componente
    fila: r.Actividad
    donde: str

    def hallazgo(
        self, codigo: str, gravedad: Gravedad, nota: str, *, en: str = "", campo: str = "", detalle: str = ""
    ) -> Hallazgo:
        """What is found in this row; `en` is the rest of the pointer, `campo` the field of the row in the base."""
        return Hallazgo(codigo, gravedad, f"{self.donde}{en}", nota, self.fila.id or "", campo, detalle)


@dataclass(frozen=True, slots=True)
class Vista:
    """`raiz` is the pointer of the plan; `otros` are the other plans of the entity."""

    plan: r.Plan
    raiz: str
    renglones: tuple[Renglon, ...]
    calendario: Calendario = LEY
    otros: tuple[r.Plan, ...] = ()

    def hallazgo(self, codigo: str, gravedad: Gravedad, nota: str, *, en: str, campo: str) -> Hallazgo:
        """What is found in the plan itself."""
        return Hallazgo(codigo, gravedad, f"{self.raiz}{en}", nota, self.plan.id or "", campo, en)


def mirar(plan: r.Plan, *, lugar: int = 0, calendario: Calendario = LEY, otros: tuple[r.Plan, ...] = ()) -> Vista:
    """Lay out a plan that is at `lugar` of its file."""
    raiz = f"/planes/{lugar}"
    renglones = tuple(
        Renglon(componente, fila, f"{raiz}/componentes/{i}/actividades/{j}")
        for i, componente in enumerate(plan.componentes)
        for j, fila in enumerate(componente.actividades)
        if fila.anulada is None
    )
    return Vista(plan, raiz, renglones, calendario, otros)


def llamar(fila: r.Actividad) -> str:
    """How a note names a row: its code alone, otherwise its name between quotes, not whole when it is long."""
    name = nombre_corto(fila)
    if name and len(name) <= _CODIGO and name != fila.nombre:
        return name
    measured = fila.indicador.nombre if fila.indicador else None
    return entre_comillas(fila.nombre or measured or name or "sin nombre")


def durante(periodo: str) -> str:
    """When: «en 2026», «en el tercer cuatrimestre de 2026»."""
    _, _, parte = periodo.partition("-")
    return f"en {'el ' if parte and not parte.isdecimal() else ''}{en_palabras(periodo)}"


def entre_comillas(texto: str) -> str:
    """A text between quotes, cut at a word when it is long."""
    whole = " ".join(texto.split())
    if len(whole) <= _LARGO:
        return f"«{whole}»"
    return f"«{whole[:_LARGO].rsplit(' ', 1)[0]}…»"


def escrito(valor: Fraction) -> str:
    """A number as it is read: no decimals when it is whole, otherwise two."""
    entero, _, resto = redondear(valor, 0 if valor.denominator == 1 else 2).partition(".")
    signo, cifras = ("-", entero[1:]) if entero.startswith("-") else ("", entero)
    grupos = [cifras[max(0, fin - 3) : fin] for fin in range(len(cifras), 0, -3)]
    return f"{signo}{'.'.join(reversed(grupos))}{f',{resto}' if resto else ''}"


def por_ciento(parte: Fraction, base: Fraction) -> str:
    """What part of the base it is, without decimals: «145 %»."""
    return f"{escrito(Fraction(int(redondear(parte * 100 / base, 0))))} %"


def dice(valor: str | None) -> str | None:
    """A code or a name that says something, to compare it; None for «N.A.» and for nothing."""
    return solo_palabras(valor) or None if valor and valor != r.NO_APLICA else None
