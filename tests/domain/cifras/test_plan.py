"""Figures of a plan."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.plan import (
    cifras_de_actividades,
    cifras_de_avance,
    cifras_de_compromisos_por_periodo,
    cifras_de_cumplimiento,
    cifras_de_plan,
    cifras_de_ponderacion,
    cumplimientos_declarados,
    total_programado,
)
from rcdesk.domain.registro import (
    Actividad,
    Agregacion,
    Cantidad,
    Componente,
    CompromisosPorPeriodo,
    Declarado,
    Evidencia,
    Fecha,
    Indicador,
    Meta,
    Periodo,
    Plan,
    Programacion,
    TextoONoAplica,
)


def plan(*componentes: Componente, **campos: object) -> Plan:
    return Plan(codigo="p", nombre="Plan", tipo="accion", componentes=componentes, **campos)  # type: ignore[arg-type]


def componente(*actividades: Actividad, nombre: str = "Oficina", codigo: str | None = None) -> Componente:
    return Componente(nombre=nombre, codigo=codigo, actividades=actividades)


def periodo(programado: str | None, ejecutado: str | None, *evidencias: Evidencia) -> Programacion:
    return Programacion(
        periodo=Periodo("2026"),
        programado=Cantidad(programado) if programado is not None else None,
        ejecutado=Cantidad(ejecutado) if ejecutado is not None else None,
        evidencias=evidencias,
    )


def fila(*periodos: Programacion, **campos: object) -> Actividad:
    return Actividad(programacion=periodos, **campos)  # type: ignore[arg-type]


def serie(agregacion: Agregacion | None, *valores: str | None) -> Actividad:
    return fila(*(periodo(valor, None) for valor in valores), agregacion=agregacion)


def test_an_empty_plan_has_its_counts_at_zero_and_no_figure_without_inputs() -> None:
    assert cifras_de_plan(plan()) == {
        "componentes": 0,
        "actividades": 0,
        "actividades_por_componente": [],
        "actividades_por_tipo": {},
        "con_desde_y_hasta": 0,
        "fechas_programadas": 0,
        "fechas_no_habiles": [],
        "meta_distinta_de_fechas": [],
        "unidad_distinta": [],
        "cumplimientos_declarados": {},
    }


def test_rows_are_counted_by_component_kind_and_dates() -> None:
    filas = (
        fila(tipo="dialogo", desde=Fecha("2026-01"), hasta=Fecha("2026-06")),
        fila(tipo="dialogo", desde=Fecha("2026-01")),
        fila(fechas=(Fecha("2026-03-01"), Fecha("2026-03"))),
    )
    cifras = cifras_de_actividades(plan(componente(*filas[:2]), componente(filas[2], nombre="Otra")))
    assert cifras["actividades_por_componente"] == [2, 1]
    assert cifras["actividades_por_tipo"] == {"dialogo": 2}
    assert (cifras["con_desde_y_hasta"], cifras["fechas_programadas"]) == (1, 2)


def test_a_date_on_a_closed_day_is_named_with_its_row() -> None:
    domingo = (Fecha("2020-08-30"), Fecha("2020-08-31"), Fecha("2020-08"))
    indicador = Indicador(codigo=TextoONoAplica("644"))
    filas = (fila(codigo="1.6", fechas=domingo), fila(indicador=indicador, fechas=domingo[:1]))
    assert cifras_de_actividades(plan(componente(*filas)))["fechas_no_habiles"] == [
        ["1.6", "2020-08-30"],
        ["644", "2020-08-30"],
    ]


def test_a_target_above_one_is_compared_with_the_number_of_dates() -> None:
    def con_meta(codigo: str, valor: str, unidad: str, cuantas: int) -> Actividad:
        return fila(
            codigo=codigo, meta=Meta(valor=Cantidad(valor), unidad=unidad), fechas=(Fecha("2026-03-02"),) * cuantas
        )

    filas = (
        con_meta("3.1", "3", "unidades", 1),
        con_meta("1.2", "4", "unidades", 4),
        con_meta("2.2", "1", "unidades", 0),
        con_meta("2.3", "100", "porcentaje", 1),
        fila(codigo="2.4"),
    )
    assert cifras_de_actividades(plan(componente(*filas)))["meta_distinta_de_fechas"] == ["3.1"]


def test_a_target_in_units_does_not_suit_an_indicator_in_percent() -> None:
    porcentual = Indicador(nombre=TextoONoAplica("Porcentaje de avance"))
    unidades = Meta(unidad="unidades")
    filas = (
        fila(codigo="2.2", meta=unidades, indicador=porcentual),
        fila(codigo="2.3", meta=unidades, indicador=Indicador(nombre=TextoONoAplica("Número de foros"))),
        fila(codigo="2.4", meta=unidades),
        fila(codigo="2.5", meta=Meta(unidad="porcentaje"), indicador=porcentual),
    )
    assert cifras_de_actividades(plan(componente(*filas)))["unidad_distinta"] == ["2.2"]


def test_declared_compliance_is_divided_again_by_period() -> None:
    def dicho(periodo: str | None, numerador: str, denominador: str | None) -> Declarado:
        return Declarado(
            concepto="cumplimiento",
            periodo=Periodo(periodo) if periodo is not None else None,
            numerador=Cantidad(numerador),
            denominador=Cantidad(denominador) if denominador is not None else None,
        )

    dichos = (dicho("2021", "78", "69"), dicho("2021-C3", "35", "28"), dicho(None, "1", "2"), dicho("2022", "1", "0"))
    declarado = (*dichos, dicho("2023", "1", None), Declarado(concepto="total", periodo=Periodo("2024")))
    assert cumplimientos_declarados(plan(declarado=declarado)) == {"2021": "113.04", "2021-C3": "125.00"}


def test_compliance_is_told_by_its_three_methods_and_by_component() -> None:
    gobierno = componente(fila(periodo("20", "29"), periodo("4", None)), fila(periodo("8", "8")), nombre="Gobierno")
    servicio = componente(fila(periodo("0", "1"), periodo("2.5", "0")), nombre="Servicio")
    sin_pares = componente(fila(periodo(None, "100")), nombre="Paz")
    assert cifras_de_cumplimiento(plan(gobierno, servicio, sin_pares)) == {
        "programado": "30.50",
        "ejecutado": "38",
        "cumplimiento": "124.59",
        "cumplimiento_acotado": "91.80",
        "cumplimiento_promedio_simple": "81.67",
        "por_componente": {
            "Gobierno": ["28", "37", "132"],
            "Servicio": ["2.50", "1", "40"],
            "Paz": ["0", "0", None],
        },
        "sobreejecutadas": 2,
    }


def test_what_was_done_without_anything_programmed_has_no_compliance() -> None:
    cifras = cifras_de_cumplimiento(plan(componente(fila(periodo("0", "3")))))
    assert cifras == {
        "programado": "0",
        "ejecutado": "3",
        "por_componente": {"Oficina": ["0", "3", None]},
        "sobreejecutadas": 1,
    }
    assert cifras_de_cumplimiento(plan(componente(fila(periodo("5", None))))) == {}


def test_components_of_one_name_are_added() -> None:
    cifras = cifras_de_cumplimiento(plan(componente(fila(periodo("2", "1"))), componente(fila(periodo("2", "2")))))
    assert cifras["por_componente"] == {"Oficina": ["4", "3", "75"]}


def test_progress_without_target_is_averaged_and_must_be_proved() -> None:
    prueba = Evidencia(texto="Acta")
    filas = (
        fila(periodo(None, "100", prueba), nombre="Feria"),
        fila(periodo(None, "50"), periodo("1", "1"), periodo(None, None), nombre="Mesa"),
        fila(periodo(None, "0.25"), codigo="3"),
    )
    assert cifras_de_avance(plan(componente(*filas))) == {"avance_promedio": "50.1", "sin_evidencia": ["Mesa", "3"]}
    assert cifras_de_avance(plan(componente(fila(periodo("1", "1"))))) == {}


def test_collected_commitments_are_split_by_who_answers() -> None:
    def recogidos(mes: str, total: int, a_cargo: int | None, no_a_cargo: int | None) -> CompromisosPorPeriodo:
        return CompromisosPorPeriodo(periodo=Periodo(mes), recogidos=total, a_cargo=a_cargo, no_a_cargo=no_a_cargo)

    entradas = (
        recogidos("2021-05", 70, 20, 50),
        recogidos("2021-06", 8, 1, None),
        recogidos("2021-07", 3, 3, None),
        recogidos("2021-11", 25, None, None),
    )
    assert cifras_de_compromisos_por_periodo(entradas) == {
        "compromisos": {
            "recogidos": 106,
            "a_cargo": 24,
            "no_a_cargo": 50,
            "sin_clasificar": 25,
            "descuadrados": ["2021-06"],
        }
    }
    assert cifras_de_compromisos_por_periodo(()) == {}


def test_the_total_of_a_row_is_that_of_its_aggregation() -> None:
    valores = ("5", "20", "100", None, "90")
    modos: tuple[Agregacion | None, ...] = ("suma", "acumulado", "constante", "decreciente", None)
    assert [total_programado(serie(modo, *valores)) for modo in modos] == [215, 100, 90, 90, 215]
    assert total_programado(serie("acumulado")) == 0


def test_weights_are_added_by_component_and_one_without_value_leaves_no_sum() -> None:
    uno = componente(fila(ponderacion=Cantidad("89.35")), fila(ponderacion=Cantidad("10.65")), codigo="1")
    dos = componente(fila(ponderacion=Cantidad("50")), fila(), codigo="2")
    tres = componente(fila(presentes=frozenset({"ponderacion"})), codigo="3")
    cuatro = componente(fila(periodo("1", None)), codigo="4")
    cifras = cifras_de_ponderacion(plan(uno, dos, tres, cuatro))
    assert cifras["ponderaciones"] == {"1": "100.00", "2": None, "3": None}
    assert cifras["totales"] == ["0"] * 5
    assert cifras_de_ponderacion(plan(cuatro)) == {}


def test_declared_totals_and_series_are_checked_in_weighted_components() -> None:
    def pesada(indicador: str, agregacion: Agregacion, total: str, *valores: str) -> Actividad:
        return fila(
            *(periodo(valor, None) for valor in valores),
            agregacion=agregacion,
            ponderacion=Cantidad("50"),
            indicador=Indicador(codigo=TextoONoAplica(indicador)),
            declarado=(Declarado(concepto="total_programado", valor=Cantidad(total)),),
        )

    objetivo = componente(
        pesada("555", "suma", "128.5", "25", "50", "25"),
        pesada("514", "acumulado", "100", "30", "100", "0"),
        pesada("512", "constante", "16.00", "16", "16"),
        codigo="2",
    )
    cifras = cifras_de_ponderacion(plan(objetivo))
    assert cifras["totales"] == ["100", "100", "16"]
    assert cifras["totales_distintos"] == [["2", "555", "100", "128.50"]]
    assert cifras["acumulados_que_bajan"] == [["2", "514"]]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 80)), min_size=1))
def test_capped_compliance_never_passes_one_hundred_nor_the_real_one(cantidades: list[tuple[int, int]]) -> None:
    filas = (fila(periodo(str(programado), str(ejecutado))) for programado, ejecutado in cantidades)
    cifras = cifras_de_cumplimiento(plan(componente(*filas)))
    real, acotado = cifras.get("cumplimiento"), cifras.get("cumplimiento_acotado")
    assert (real is None) == (acotado is None) == (sum(programado for programado, _ in cantidades) == 0)
    if isinstance(real, str) and isinstance(acotado, str):
        assert Fraction(acotado) <= min(Fraction(real), Fraction(100))
