"""Figures of a hearing, and for each one the case in which it is not printed."""

from dataclasses import replace
from datetime import date

import pytest

from rcdesk.domain.cifras import participacion
from rcdesk.domain.cifras.audiencia import (
    cifras_de_audiencia,
    cifras_de_compromisos,
    cifras_de_convocatoria,
    cifras_de_informacion,
    contados,
    espectadores_maximos,
)
from rcdesk.domain.registro import (
    Acta,
    Asistencia,
    Asistente,
    Audiencia,
    Autorizacion,
    Cantidad,
    Cifra,
    Compromiso,
    Conteo,
    Convocatoria,
    Declarado,
    Dofa,
    Encuesta,
    Estrategia,
    Fecha,
    FechaONoAplica,
    Firmante,
    GrupoDeTemas,
    Hora,
    Intervencion,
    Metrica,
    Pieza,
    Presencia,
    Publicacion,
    Punto,
    Seccion,
)

VACIA = Audiencia(codigo="rdc-1")
EN_JUNIO = date(2026, 6, 10)


def contar(**por_modo: int) -> Asistencia:
    modos: dict[str, Presencia | None] = {"presencial": "presencial", "virtual": "virtual", "otros": None}
    return Asistencia(conteos=tuple(Conteo(modalidad=modos[modo], cantidad=n) for modo, n in por_modo.items()))


def seccion(*cifras: Cifra, declarado: tuple[Declarado, ...] = ()) -> Seccion:
    return Seccion(titulo="Ejecución", cifras=cifras, declarado=declarado)


def cifra(concepto: str, valor: str | None) -> Cifra:
    return Cifra(concepto=concepto, valor=Cantidad(valor) if valor is not None else None)


def salida(fecha: str | None, *inferidos: str) -> Publicacion:
    return Publicacion(fecha=Fecha(fecha) if fecha is not None else None, inferidos=inferidos)


def test_an_empty_hearing_has_its_counts_at_zero_and_no_figure_without_inputs() -> None:
    cifras = cifras_de_audiencia(VACIA)
    assert not any(cifras[nombre] for nombre in cifras if nombre not in ("dofa", "publicaciones_fechadas"))
    assert cifras["dofa"] == {"fortalezas": 0, "debilidades": 0, "oportunidades": 0, "amenazas": 0}
    assert cifras["publicaciones_fechadas"] == {"en_la_fuente": 0, "inferidas": 0}
    conditional = {
        "duracion_minutos",
        "retraso_minutos",
        "dia_de_la_semana",
        "inversion",
        "saldo",
        "dias_de_antelacion",
        "porcentaje_respondidas",
        "porcentaje_asistencia",
        "espectadores_maximos",
        "dias_habiles_de_compromisos",
    }
    assert not conditional & cifras.keys()


def test_the_hours_give_how_long_it_lasted_and_how_late_it_began() -> None:
    audiencia = replace(VACIA, hora_inicio=Hora("09:05"), hora_fin=Hora("10:15"))
    assert cifras_de_audiencia(audiencia)["duracion_minutos"] == 70
    assert "retraso_minutos" not in cifras_de_audiencia(audiencia)
    temprano = replace(audiencia, hora_inicio_programada=Hora("09:30"))
    assert cifras_de_audiencia(temprano)["retraso_minutos"] == -25


@pytest.mark.parametrize(("fecha", "dia"), [("2021-11-17", "miércoles"), ("2026-06-13", "sábado"), ("2026-06", None)])
def test_the_day_of_the_week_needs_a_full_date(fecha: str, dia: str | None) -> None:
    assert cifras_de_audiencia(replace(VACIA, fecha=Fecha(fecha))).get("dia_de_la_semana") == dia


def test_points_topics_minutes_and_signers_are_counted() -> None:
    audiencia = replace(
        VACIA,
        orden_del_dia=(Punto(titulo="Himno"), Punto(titulo="Informe")),
        temas=(GrupoDeTemas(items=("a", "b")), GrupoDeTemas(items=()), GrupoDeTemas(items=("c",))),
        intervenciones=(Intervencion(minutos=5), Intervencion(), Intervencion(minutos=3)),
        acta=Acta(firmas=(Firmante(nombre="Ana Ruiz"),)),
    )
    cifras = cifras_de_audiencia(audiencia)
    assert (cifras["orden_del_dia"], cifras["temas_por_grupo"], cifras["temas"]) == (2, [2, 0, 1], 3)
    assert (cifras["minutos_intervenciones"], cifras["firmas"]) == (8, 1)


def test_a_section_number_is_repeated_when_two_sections_print_it() -> None:
    numeros = [Declarado(concepto="numero", texto=texto) for texto in ("5.9", "5.10", "5.9", "5.10", "5.11")]
    cifras = cifras_de_informacion([seccion(declarado=(numero,)) for numero in numeros])
    assert cifras == {"secciones_informacion": 5, "numeros_repetidos": ["5.10", "5.9"]}


def test_investment_is_added_over_the_sections_beside_what_they_declare() -> None:
    dicha = (Declarado(concepto="inversion", valor=Cantidad("130.50")),)
    con_total = [
        seccion(cifra("inversion", "100"), cifra("otra", "7")),
        seccion(cifra("inversion", "30.5"), declarado=dicha),
    ]
    assert cifras_de_informacion(con_total)["inversion"] == {"derivado": "130.50", "declarado": "130.50"}
    assert cifras_de_informacion(con_total[:1])["inversion"] == {"derivado": "100", "declarado": None}
    assert "inversion" not in cifras_de_informacion([seccion(cifra("inversion", None), declarado=dicha)])


def test_figures_inside_inner_sections_are_theirs_alone() -> None:
    externa = Seccion(titulo="Salud", secciones=(seccion(cifra("inversion", "100")),))
    assert cifras_de_informacion([externa]) == {"secciones_informacion": 1, "numeros_repetidos": []}


def test_the_balance_needs_income_and_expense() -> None:
    ingresos, gastos = cifra("ingresos", "100.25"), cifra("gastos", "300")
    assert "saldo" not in cifras_de_informacion([seccion(ingresos)])
    dicho = (Declarado(concepto="saldo", valor=Cantidad("-200")),)
    juntos = [seccion(ingresos), seccion(gastos, declarado=dicho)]
    assert cifras_de_informacion(juntos)["saldo"] == {"derivado": "-199.75", "declarado": "-200"}


def test_publications_are_dated_by_the_source_or_by_inference() -> None:
    fechadas = (salida("2026-05-01"), salida("2026-06-01", "fecha"), salida("2026-05", "hora"), salida(None))
    convocatoria = Convocatoria(piezas=(Pieza(titulo="Afiche", publicaciones=fechadas), Pieza(titulo="Cuña")))
    assert cifras_de_convocatoria(convocatoria, EN_JUNIO) == {
        "piezas": 2,
        "publicaciones_fechadas": {"en_la_fuente": 2, "inferidas": 1},
        "dias_de_antelacion": {"primera": 40, "ultima": 9},
    }


def test_days_ahead_need_the_full_date_of_the_hearing_and_of_a_publication() -> None:
    sin_dia = Convocatoria(piezas=(Pieza(titulo="Afiche", publicaciones=(salida("2026-05"),)),))
    con_dia = Convocatoria(piezas=(Pieza(titulo="Afiche", publicaciones=(salida("2026-06-12"),)),))
    assert "dias_de_antelacion" not in cifras_de_convocatoria(sin_dia, EN_JUNIO)
    assert "dias_de_antelacion" not in cifras_de_convocatoria(con_dia, None)
    assert cifras_de_convocatoria(con_dia, EN_JUNIO)["dias_de_antelacion"] == {"primera": -2, "ultima": -2}


def test_registered_and_counted_people_are_never_added() -> None:
    asistentes = (
        Asistente(nombre="Ana", modalidad="presencial", autorizacion=Autorizacion(otorgada=False)),
        Asistente(nombre="Luz", modalidad="virtual", autorizacion=Autorizacion()),
        Asistente(nombre="Eva", autorizacion=Autorizacion(otorgada=True)),
    )
    cifras = cifras_de_audiencia(
        replace(VACIA, asistentes=asistentes, asistencia=contar(presencial=8, virtual=159, otros=4))
    )
    registrados = ("registrados", "registrados_presencial", "registrados_virtual", "sin_autorizacion")
    assert [cifras[nombre] for nombre in registrados] == [3, 1, 1, 1]
    assert [cifras[nombre] for nombre in ("presenciales", "virtuales", "participantes")] == [8, 159, 171]


def test_attendance_is_measured_only_against_people_who_were_called() -> None:
    asistencia = contar(presencial=38, virtual=480)
    assert "porcentaje_asistencia" not in cifras_de_audiencia(replace(VACIA, asistencia=asistencia))
    for convocados, esperado in ((0, None), (60, "63.3")):
        llamada = replace(VACIA, asistencia=replace(asistencia, convocados=convocados))
        assert cifras_de_audiencia(llamada).get("porcentaje_asistencia") == esperado


def test_the_peak_of_viewers_is_known_only_if_one_platform_gives_it() -> None:
    una, otra = Metrica(canal="YouTube", espectadores_maximos=70), Metrica(canal="Instagram", espectadores_maximos=5)
    assert espectadores_maximos((una, Metrica(canal="Instagram"))) == 70
    assert espectadores_maximos((una, otra)) is None
    assert espectadores_maximos(()) is None
    assert cifras_de_audiencia(replace(VACIA, metricas_virtuales=(una,)))["espectadores_maximos"] == 70


def test_the_matrix_gives_its_codes_and_its_strategies_without_commitment() -> None:
    estrategias = (Estrategia(cruce="FO", texto="a"), Estrategia(cruce="FO", texto="b", compromiso="1"))
    cifras = cifras_de_audiencia(replace(VACIA, dofa=Dofa(fortalezas=("f",), estrategias=estrategias)))
    assert (cifras["estrategias"], cifras["estrategias_sin_compromiso"]) == (["FO1", "FO2"], 1)


def test_commitments_have_business_days_from_the_hearing_when_dated_to_the_day() -> None:
    fechas = {"1": "2021-11-24", "2": "2021-12-01", "3": "2021-12", "4": "N.A.", "5": "2021-11-10", "6": None}
    compromisos = [
        Compromiso(codigo=codigo, que_hacer="Publicar", fecha=FechaONoAplica(fecha) if fecha else None)
        for codigo, fecha in fechas.items()
    ]
    compromisos.append(Compromiso(que_hacer="Publicar", fecha=FechaONoAplica("2021-11-24"), preguntas=(3, "A-4")))
    assert cifras_de_compromisos(compromisos, date(2021, 11, 17)) == {
        "compromisos": 7,
        "compromisos_sin_fecha": 1,
        "compromisos_de_preguntas": 1,
        "dias_habiles_de_compromisos": {"1": 5, "2": 10, "5": 0},
    }


def test_surveys_go_by_their_code_and_without_it_by_their_place() -> None:
    encuestas = (Encuesta(codigo="evaluacion", preguntas=(), encuestados=27), Encuesta(preguntas=()))
    cifras = cifras_de_audiencia(
        replace(VACIA, encuestas=encuestas, metricas_virtuales=(Metrica(espectadores_maximos=70),))
    )["encuestas"]
    assert isinstance(cifras, dict)
    assert list(cifras) == ["evaluacion", "2"]
    assert cifras["evaluacion"]["porcentaje_del_pico"] == "38.6"


def test_participation_adds_the_hearings_and_leaves_out_people_without_modality() -> None:
    presenciales_y_virtuales = ((8, 159), (10, 121), (20, 200))
    audiencias = [
        Audiencia(codigo=str(n), asistencia=contar(presencial=sala, virtual=red, otros=1))
        for n, (sala, red) in enumerate(presenciales_y_virtuales)
    ]
    assert participacion([*audiencias, VACIA]) == {
        "presenciales": 38,
        "virtuales": 480,
        "participantes": 518,
        "porcentaje_virtual": "92.7",
    }
    assert participacion([VACIA]) == {"presenciales": 0, "virtuales": 0, "participantes": 0}


def test_counted_people_are_told_by_modality_or_all_together() -> None:
    assert contados(None) == 0
    assert contados(contar(presencial=2, otros=3)) == 5
    assert contados(contar(presencial=2, otros=3), "virtual") == 0
