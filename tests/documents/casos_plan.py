"""Plans with what an ordinary one has and what breaks it, invented: what the reports of the year must serve."""

from __future__ import annotations

from collections.abc import Iterable

from rcdesk.domain import registro as r
from tests.documents.casos import ENTIDAD


def periodo(cual: str, programado: str | None, ejecutado: str | None = None, **more: object) -> r.Programacion:
    """A period of a row; amounts as typed."""
    return r.Programacion(
        periodo=r.Periodo(cual),
        programado=None if programado is None else r.Cantidad(programado),
        ejecutado=None if ejecutado is None else r.Cantidad(ejecutado),
        **more,  # type: ignore[arg-type]
    )


def avance(corte: str, cuanto: str | None, *evidencias: str) -> r.Seguimiento:
    """What was said of a period or of a commitment on a day."""
    return r.Seguimiento(
        corte=r.Fecha(corte),
        avance=None if cuanto is None else r.Cantidad(cuanto),
        evidencias=tuple(r.Evidencia(texto=una) for una in evidencias),
    )


def de_participacion() -> r.Plan:
    """Two offices by cuatrimestre, with more than what was programmed, less, and nothing told; mesas by month."""
    ferias = r.Actividad(
        codigo="1.1",
        nombre="Hacer ferias de servicios en los *barrios*",
        unidad="unidades",
        programacion=(
            periodo("2026-C1", "4", "6", seguimientos=(avance("2026-03-15", "2", "Acta"), avance("2026-05-02", "6"))),
            periodo("2026-C2", "2", "1"),
            periodo("2026-C3", "2"),
        ),
    )
    boletin = r.Actividad(
        codigo="2.1",
        nombre="Publicar el boletín",
        unidad="unidades",
        meta=r.Meta(nombre=r.TextoONoAplica("Boletines"), valor=r.Cantidad("12"), unidad="unidades"),
        programacion=(periodo("2026-C1", "4", "4", justificacion="Uno por mes."), periodo("2026", "12", "7")),
    )
    return r.Plan(
        codigo="participacion-2026",
        nombre="Plan de participación 2026",
        tipo="participacion",
        vigencia=2026,
        componentes=(
            r.Componente(nombre="Gobierno", clase="dependencia", actividades=(ferias,)),
            r.Componente(nombre="Prensa", clase="dependencia", actividades=(boletin,)),
        ),
        compromisos=(
            _compromiso("Abrir la ludoteca", "2026-05-20", avance("2026-06-30", "40")),
            _compromiso("Pintar el salón", "2026-05-21"),
        ),
        compromisos_por_periodo=(
            r.CompromisosPorPeriodo(periodo=r.Periodo("2026-05"), recogidos=3, a_cargo=2, no_a_cargo=2),
            r.CompromisosPorPeriodo(periodo=r.Periodo("2026-06"), recogidos=0, nota="Llovió y no hubo mesa."),
            r.CompromisosPorPeriodo(periodo=r.Periodo("2026-10"), recogidos=5),
        ),
        lecciones_aprendidas=("Citar de noche llena el salón.",),
    )


def _compromiso(que: str, cuando: str, *avances: r.Seguimiento) -> r.Compromiso:
    return r.Compromiso(que_hacer=que, alcance="a_cargo", adquirido=r.Fecha(cuando), seguimientos=avances)


def estrategico() -> r.Plan:
    """Weights that do not reach 100, one indicator that must fall, another that nobody reported, and a cascade."""
    return r.Plan(
        codigo="estrategico-2025-2027",
        nombre="Plan estratégico 2025-2027",
        tipo="estrategico",
        desde=r.Fecha("2025-01"),
        hasta=r.Fecha("2027-12"),
        sin_tope=True,
        componentes=(
            r.Componente(
                codigo="1",
                nombre="Responder a tiempo",
                clase="objetivo",
                actividades=(
                    _indicador("I-1", "Días para responder", "60", "decreciente", ("15", "12", "10"), ("10", None)),
                    _indicador(
                        "I-2", "Respuestas publicadas", "30", "acumulado", ("200", "450", "900"), ("250", "300")
                    ),
                ),
            ),
            r.Componente(
                codigo="2",
                nombre="Escuchar más",
                clase="objetivo",
                actividades=(_indicador("I-3", "Mesas", None, "suma", ("4", "4", "4"), ("4", "2"), aporta="I-2"),),
            ),
        ),
    )


def _indicador(
    codigo: str,
    nombre: str,
    peso: str | None,
    agregacion: str,
    programados: Iterable[str],
    ejecutados: Iterable[str | None],
    *,
    aporta: str | None = None,
) -> r.Actividad:
    hechos = [*ejecutados, None]
    return r.Actividad(
        meta=r.Meta(codigo=r.TextoONoAplica("N.A."), nombre=r.TextoONoAplica(f"Meta de {nombre.lower()}")),
        indicador=r.Indicador(codigo=r.TextoONoAplica(codigo), nombre=r.TextoONoAplica(nombre)),
        ponderacion=None if peso is None else r.Cantidad(peso),
        agregacion=agregacion,  # type: ignore[arg-type]
        aporta_a=aporta,
        programacion=tuple(
            periodo(str(anio), uno, hechos[place])
            for place, (anio, uno) in enumerate(zip((2025, 2026, 2027), programados, strict=True))
        ),
    )


def todos() -> r.Archivo:
    """A file with both."""
    return r.Archivo(entidad=ENTIDAD, planes=(de_participacion(), estrategico()))
