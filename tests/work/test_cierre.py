"""The checklist of the end: what must be there, what may wait, each with the place where it is mended."""

from dataclasses import replace

from rcdesk.app.desk import Desk
from rcdesk.domain.cierre import Lista, Punto, revisar
from rcdesk.domain.cifras import resumen
from rcdesk.domain.plazos import LEY
from rcdesk.domain.registro import (
    Acta,
    Asistente,
    Audiencia,
    Autorizacion,
    Canal,
    Compromiso,
    Documento,
    Dofa,
    Encuesta,
    EnfoqueDiferencial,
    FechaHora,
    Figura,
    Id,
    Inserto,
    Lugar,
    Metrica,
    Parrafo,
    Pregunta,
    Respuesta,
    Seccion,
)
from rcdesk.exchange import decode
from rcdesk.work.cierre import exportar_audiencia, ver_cierre
from rcdesk.work.gather import reunir_audiencia
from tests.bases import PRIMERA


def found(lista: Lista, clave: str) -> Punto:
    return next(punto for punto in (*lista.antes, *lista.despues) if punto.clave == clave)


def looked_at(**fields: object) -> Lista:
    return revisar(replace(Audiencia(codigo="x"), **fields), LEY, None)  # type: ignore[arg-type]


def test_the_example_that_took_place_lacks_nothing(desk: Desk, primera: str) -> None:
    shown = desk.ask(ver_cierre, audiencia_id=primera)
    assert shown.lista.faltan == 0, [punto for punto in shown.lista.antes if punto.estado == "falta"]
    assert (shown.estado, shown.numero_de_acta) == ("cerrada", "110.25.03.07")


def test_a_hearing_still_to_come_lacks_what_happens_in_it(desk: Desk, segunda: str) -> None:
    lista = desk.ask(ver_cierre, audiencia_id=segunda).lista
    assert {punto.clave for punto in lista.antes if punto.estado == "falta"} >= {"horas", "metricas", "dofa"}
    assert found(lista, "firmas").estado == "espera"
    assert found(lista, "numero").estado == "espera"


def test_the_figures_are_those_of_the_summary(desk: Desk, primera: str) -> None:
    archivo = desk.ask(reunir_audiencia, PRIMERA)
    assert archivo is not None
    figures = resumen(archivo)["audiencias"][PRIMERA]  # type: ignore[index,call-overload]
    shown = desk.ask(ver_cierre, audiencia_id=primera).cifras
    assert shown.preguntas == figures["preguntas"]  # type: ignore[index,call-overload]
    assert shown.espectadores_maximos == 70
    assert shown.encuestados == 27
    assert shown.compromisos == figures["compromisos"]  # type: ignore[index,call-overload]


def test_the_modality_decides_between_place_and_link() -> None:
    room, air, both = (looked_at(modalidad=kind) for kind in ("presencial", "virtual", "mixta"))
    assert [punto.clave for punto in room.antes][:2] == ["horas", "lugar"]
    assert "enlace" not in {punto.clave for punto in room.antes}
    assert {"enlace", "metricas"} <= {punto.clave for punto in air.antes}
    assert "lugar" not in {punto.clave for punto in air.antes}
    assert {"lugar", "enlace", "metricas"} <= {punto.clave for punto in both.antes}
    done = looked_at(
        modalidad="mixta",
        lugares=(Lugar(nombre="Casa comunal"),),
        canales=(Canal(tipo="youtube", url="https://ejemplo.gov.co/vivo"),),
        metricas_virtuales=(Metrica(canal="YouTube"),),
        hora_inicio="09:00",
        hora_fin="11:00",
    )
    for clave in ("horas", "lugar", "enlace", "metricas"):
        assert found(done, clave).estado == "listo", clave


def test_only_the_missing_hour_is_named() -> None:
    assert found(looked_at(hora_inicio="09:00"), "horas").nota == "la final"
    assert found(looked_at(), "horas").nota == "la de inicio y la final"


def test_the_hour_of_the_end_is_not_missing_while_the_hearing_runs() -> None:
    running = found(looked_at(hora_inicio="09:00", estado="en_curso"), "horas")
    assert (running.estado, running.nota) == ("listo", "comenzó a las 09:00; la final se anota al cerrar")
    assert found(looked_at(hora_inicio="09:00", estado="cerrada"), "horas").estado == "falta"


def test_questions_that_nobody_dealt_with_are_named_and_written_answers_may_wait() -> None:
    received = FechaHora("2026-03-12T09:30:00-05:00")
    asked = tuple(Pregunta(numero=n, texto="¿?", estado="recibida") for n in range(1, 6))
    aloud = Pregunta(numero=6, texto="¿?", estado="respondida", respuesta=Respuesta(modo="en_vivo"))
    later = Pregunta(numero=7, texto="¿?", estado="pendiente", recibida=received)
    lista = looked_at(preguntas=(*asked, aloud, later))
    assert found(lista, "preguntas").nota == "P-001, P-002, P-003 y 2 más"
    assert found(lista, "redactar").nota == "P-006, dichas en vivo"
    assert (found(lista, "por_escrito").nota, found(lista, "por_escrito").estado) == (
        "P-007, hasta el 07/abr/2026",
        "espera",
    )


def test_commitments_without_somebody_or_without_date_are_named() -> None:
    lista = looked_at(
        compromisos=(
            Compromiso(codigo="1", que_hacer="a", responsables=("Ana",), fecha="N.A."),  # type: ignore[arg-type]
            Compromiso(codigo="2", que_hacer="b", responsables=("Ana",)),
        )
    )
    assert found(lista, "compromisos").nota == "sin responsable o sin fecha: n.º 2"


def test_sections_that_say_nothing_and_crosses_without_strategy_are_named() -> None:
    said = Seccion(titulo="Uno", bloques=(Inserto(dato="temas"),))
    lista = looked_at(
        acta=Acta(desarrollo=(said, Seccion(titulo="Dos"), Seccion(titulo="Tres", bloques=(Parrafo(texto=" "),)))),
        dofa=Dofa(fortalezas=("f",), amenazas=("a",)),
    )
    assert found(lista, "secciones").nota == "las secciones 2 y 3 no dicen nada"
    assert found(lista, "dofa").nota == "el cruce FA"


def test_pictures_that_nobody_describes_are_counted_and_lead_to_the_first() -> None:
    mute, said = Figura(archivo="figuras/a.png", leyenda="Salón"), Figura(archivo="b.png", texto_alternativo="Barras")
    inside = Seccion(id=Id("S2"), titulo="Dentro", bloques=(mute, said, mute))
    lista = looked_at(acta=Acta(desarrollo=(Seccion(id=Id("S1"), titulo="Uno", secciones=(inside,)),)))
    assert found(lista, "figuras").nota == "2 figuras sin texto alternativo"
    assert found(lista, "figuras").lugar == "seccion/S2"
    assert found(looked_at(autoevaluacion=(said,)), "figuras").nota == "1 figura con texto alternativo"
    assert all(punto.clave != "figuras" for punto in looked_at().despues)


def test_a_survey_that_opens_afterwards_may_wait_and_one_of_the_day_may_not() -> None:
    def survey(momento: str) -> Encuesta:
        return Encuesta(titulo="Evaluación", momento=momento, preguntas=())  # type: ignore[arg-type]

    assert found(looked_at(encuestas=(survey("posterior"),)), "encuesta").estado == "espera"
    assert found(looked_at(encuestas=(survey("durante"),)), "encuesta").estado == "falta"


def test_the_data_of_the_hearing_are_a_file_of_the_format(desk: Desk, primera: str) -> None:
    data = desk.ask(exportar_audiencia, audiencia_id=primera)
    archivo = decode(data, "x").archivo
    assert [audiencia.codigo for audiencia in archivo.audiencias] == [PRIMERA]
    assert any(asistente.documento for asistente in archivo.audiencias[0].asistentes)
    public = decode(desk.ask(exportar_audiencia, audiencia_id=primera, publica=True), "x").archivo
    assert not any(asistente.documento for asistente in public.audiencias[0].asistentes)


def test_a_minor_whose_yes_has_nobody_who_represents_them_may_wait_but_is_told() -> None:
    told = Autorizacion(otorgada=True)
    child = Asistente(id=Id("1"), nombre="Eva", documento=Documento(tipo="TI", numero="1"), autorizacion=told)
    [point] = [one for one in looked_at(asistentes=(child,)).despues if one.clave == "menores"]
    assert (point.nota, point.estado, point.lugar) == ("falta quién representa a Eva", "espera", "1")
    fine = (
        replace(child, autorizacion=replace(told, representante="Rosa Cuero")),
        replace(child, autorizacion=replace(told, otorgada=False)),
        replace(child, autorizacion=None),
        replace(child, documento=None, enfoque_diferencial=EnfoqueDiferencial(rango_edad="60 o más")),
    )
    for one in fine:
        assert "menores" not in {point.clave for point in looked_at(asistentes=(one,)).despues}
