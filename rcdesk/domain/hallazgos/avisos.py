"""What is told before a report is printed: what it asks to be explained, what should be looked at, and what to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.plan import cifras_de_cumplimiento
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import BAJO, razon_de
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.revisor import hallazgos_de_audiencia
from rcdesk.domain.hallazgos.vista import durante, entre_comillas, escrito, llamar, por_ciento
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras, meses, primer_dia, ultimo_dia
from rcdesk.domain.plan_en_periodo import cae_en
from rcdesk.domain.seguimiento import ABIERTOS, estado_al
from rcdesk.i18n import plural

Grado: TypeAlias = Literal["explicar", "revisar", "saber"]
"""What the report asks for, what should be looked at before, and what is only told. None forbids printing."""

_PALABRAS: Final = 10
"""So many words of a text are enough to find it on its page."""
_GRADOS: Final[Mapping[Grado, int]] = {"explicar": 0, "revisar": 1, "saber": 2}


@dataclass(frozen=True, slots=True)
class Aviso:
    """`lugar` is the place of the program where it is mended and `clave` the row there; empty when there is none.

    `busca` are words of the page where it is told. One with `codigo` is a finding of that `registro` and `campo`.
    """

    grado: Grado
    nota: str
    lugar: str = ""
    clave: str = ""
    busca: str = ""
    codigo: str = ""
    registro: str = ""
    campo: str = ""
    detalle: str = ""


def en_orden(avisos: Iterable[Aviso]) -> tuple[Aviso, ...]:
    """The gravest first; of one degree, as they stand in the plan."""
    return tuple(sorted(avisos, key=lambda uno: _GRADOS[uno.grado]))


def de_hallazgos(plan: r.Plan, hallazgos: Iterable[Hallazgo], corte: date, periodo: str | None) -> Iterator[Aviso]:
    """The findings of a plan that a report of that day and period tells; of every period without one."""
    nombres = {fila.id: _nombre(fila) for uno in plan.componentes for fila in uno.actividades} | {
        uno.id: uno.nombre for uno in plan.componentes
    }
    for uno in hallazgos:
        suyo = periodo_de(plan, uno.donde)
        if suyo is not None and not (_dentro(suyo, periodo) and primer_dia(meses(suyo)[0]) <= corte):
            continue
        grado: Grado = (
            "explicar" if uno.codigo == "V35" and uno.gravedad == "W" else "saber" if uno.gravedad == "I" else "revisar"
        )
        busca = nombres.get(r.Id(uno.registro)) or (en_palabras(suyo) if suyo else _dicho(plan, uno.donde))
        clave = uno.registro if uno.registro in nombres else plan.id or ""
        yield Aviso(grado, uno.nota, "cronograma", clave, busca, uno.codigo, uno.registro, uno.campo, uno.detalle)


def de_audiencias(audiencias: Iterable[r.Audiencia]) -> Iterator[Aviso]:
    """What is found in the hearings that a report tells of; it is mended where they are prepared."""
    for una in audiencias:
        for uno in hallazgos_de_audiencia(una):
            yield Aviso("revisar", uno.nota, "preparacion", una.id or "", una.nombre or "")


def de_cumplimiento(plan: r.Plan, corte: date) -> Iterator[Aviso]:
    """What the averages of a plan ask to be told; the plan has already only the period of the report."""
    cifras = cifras_de_cumplimiento(plan)
    for uno in plan.componentes:
        sueltos = [*_rezagos(uno, corte)]
        yield from sueltos
        parte = None if sueltos or _explicado(uno) else _parte(cifras, uno.nombre)
        if parte is not None and parte < BAJO:
            va = f"{entre_comillas(uno.nombre)} va en {por_ciento(parte, Fraction(1))}"
            nota = f"{va}. Vea si conviene explicar el rezago."
            primera = next((fila.id for fila in vigentes(uno.actividades)), None)
            yield Aviso("revisar", nota, "cronograma", primera or uno.id or "", uno.nombre)
    real, acotado = cifras.get("cumplimiento"), cifras.get("cumplimiento_acotado")
    if real is not None and real != acotado:
        dos = f"{escrito(Fraction(str(acotado)))} % con tope, {escrito(Fraction(str(real)))} % sin tope"
        yield Aviso("revisar", f"El cumplimiento cambia con el método: {dos}.", busca="Con tope de 100 %")


def _rezagos(componente: r.Componente, corte: date) -> Iterator[Aviso]:
    """Each period that is over with little done and no reason: the report prints that it has none."""
    for fila in vigentes(componente.actividades):
        for uno in fila.programacion:
            razon = None if uno.justificacion else razon_de(fila, uno)
            if razon is None or razon.ejecutado is None or razon.real >= BAJO:
                continue
            if ultimo_dia(meses(uno.periodo)[1]) <= corte:
                cuanto = f"{escrito(razon.ejecutado)} de {escrito(razon.programado)}"
                va = f"{llamar(fila)} va en {por_ciento(razon.real, Fraction(1))} {durante(uno.periodo)}: {cuanto}"
                yield Aviso("explicar", f"{va}. Falta explicar el rezago.", "cronograma", fila.id or "", _nombre(fila))


def _explicado(componente: r.Componente) -> bool:
    """Whether every row that is behind says why."""
    razones = [(uno, razon_de(fila, uno)) for fila in vigentes(componente.actividades) for uno in fila.programacion]
    atras = [uno for uno, razon in razones if razon is not None and razon.ejecutado is not None and razon.real < 1]
    return all(uno.justificacion for uno in atras)


def _parte(cifras: Cifras, componente: str) -> Fraction | None:
    tabla = cifras.get("por_componente")
    valores = tabla.get(componente) if isinstance(tabla, dict) else None
    if not isinstance(valores, list):
        return None
    programado, ejecutado = (Fraction(str(valor)) for valor in valores[:2])
    return ejecutado / programado if programado else None


def de_compromisos(plan: r.Plan, corte: date, periodo: str | None) -> Iterator[Aviso]:
    """Commitments that advance and prove nothing, and the months in which none was collected."""
    sin = [uno for uno in vigentes(plan.compromisos) if _avanza_sin_prueba(uno, corte)]
    if sin:
        palabras = plural(len(sin), "compromiso en avance no tiene", "compromisos en avance no tienen")
        yield Aviso("revisar", f"{palabras} evidencia.", "compromisos", sin[0].id or "", sin[0].que_hacer)
    for uno in plan.compromisos_por_periodo:
        if _dentro(uno.periodo, periodo) and not uno.recogidos and primer_dia(meses(uno.periodo)[0]) <= corte:
            cuando = en_palabras(uno.periodo)
            nota = f"En {cuando} no se recogieron compromisos. Se imprime en cero."
            yield Aviso("saber", nota, busca=con_mayuscula(cuando))


def _dicho(plan: r.Plan, donde: str) -> str:
    """The first words of the text that a pointer is of; nothing when it is of no text."""
    valor: Any = plan
    for paso in donde.split("/")[3:]:
        valor = valor[int(paso)] if paso.isdecimal() else getattr(valor, paso)
    texto = valor if isinstance(valor, str) else getattr(valor, "texto", None)
    return " ".join(str(texto or "").replace("**", "").split()[:_PALABRAS])


def periodo_de(plan: r.Plan, donde: str) -> str | None:
    """The period that a pointer is inside of; None when it is of no period."""
    pasos = donde.split("/")[3:]
    if pasos[:1] == ["compromisos_por_periodo"]:
        return plan.compromisos_por_periodo[int(pasos[1])].periodo
    if len(pasos) > 5 and pasos[4] == "programacion":
        return plan.componentes[int(pasos[1])].actividades[int(pasos[3])].programacion[int(pasos[5])].periodo
    return None


def _dentro(suyo: str, periodo: str | None) -> bool:
    return periodo is None or cae_en(suyo, periodo)


def _nombre(fila: r.Actividad) -> str:
    indicador = fila.indicador.nombre if fila.indicador else None
    return fila.nombre or indicador or ""


def _avanza_sin_prueba(compromiso: r.Compromiso, corte: date) -> bool:
    estado = estado_al(compromiso, corte)
    if estado is None or estado.estado not in ABIERTOS or estado.avance is None or numero(estado.avance) <= 0:
        return False
    return not any(
        uno.evidencias for uno in compromiso.seguimientos if uno.corte is None or ultimo_dia(uno.corte) <= corte
    )
