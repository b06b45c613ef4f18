"""The reports that put hearings, announcements, answers and commitments beside one another, as they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rcdesk.documents.blocks import Document
from rcdesk.documents.informes import audiencias, compromisos, convocatoria, oportunidad
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.datos import Datos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al, cuenta, por_mes, por_responsable
from rcdesk.domain.cifras.convocatoria import efectividad
from rcdesk.domain.cifras.oportunidad import atenciones_al, indicadores
from rcdesk.domain.cifras.oportunidad import por as agrupadas
from rcdesk.domain.publica import version_publica
from rcdesk.domain.satisfaccion import favorables
from rcdesk.render.book import book
from rcdesk.render.docx import to_bytes as to_docx
from rcdesk.render.pdf import to_bytes as to_pdf
from rcdesk.render.text import to_text
from tests.render.word import lines

CORTE = date(2026, 11, 20)

_EN_VIVO = r.Respuesta(texto="Sí.", modo="en_vivo")


def _pregunta(numero: int, recibida: str | None, **campos: object) -> r.Pregunta:
    made = r.FechaHora(recibida) if recibida else None
    return r.Pregunta(numero=numero, texto=f"¿Pregunta {numero}?", recibida=made, **campos)  # type: ignore[arg-type]


def _escrita(dia: str) -> r.Respuesta:
    return r.Respuesta(texto="Va en camino.", modo="por_escrito", fecha=r.FechaHora(f"{dia}T09:00:00-05:00"))


PRIMERA = r.Audiencia(
    codigo="rdc-1",
    nombre="Primera audiencia",
    fecha=r.Fecha("2026-04-15"),
    estado="cerrada",
    acta=r.Acta(estado="aprobada"),
    asistencia=r.Asistencia(
        conteos=(r.Conteo(cantidad=38, modalidad="presencial"), r.Conteo(cantidad=480, modalidad="virtual"))
    ),
    convocatoria=r.Convocatoria(
        piezas=(
            r.Pieza(
                titulo="Cuña",
                medio="radio",
                publicaciones=(
                    r.Publicacion(fecha=r.Fecha("2026-04-01")),
                    r.Publicacion(fecha=r.Fecha("2026-04-10")),
                ),
            ),
            r.Pieza(titulo="Carta", medio="correo", publicaciones=(r.Publicacion(fecha=r.Fecha("2026-03-16")),)),
            r.Pieza(titulo="Banner", medio="sitio_web"),
        )
    ),
    encuestas=(
        r.Encuesta(
            encuestados=40,
            preguntas=(
                r.PreguntaEncuesta(
                    codigo="medio",
                    enunciado="¿Cómo se enteró de la audiencia?",
                    tipo="multiple",
                    opciones=("Invitación directa", "Emisora", "Facebook", "Un vecino", "WhatsApp"),
                    respondieron=40,
                    resultados=tuple(
                        r.Resultado(opcion=opcion, cantidad=n)
                        for opcion, n in (
                            ("Invitación directa", 22),
                            ("Emisora", 0),
                            ("Facebook", 9),
                            ("Un vecino", 6),
                            ("WhatsApp", 3),
                        )
                    ),
                ),
                r.PreguntaEncuesta(
                    codigo="gusto",
                    enunciado="¿Cómo califica la audiencia?",
                    tipo="ordinal",
                    opciones=("Excelente", "Buena", "Regular", "Mala"),
                    respondieron=40,
                    resultados=tuple(
                        r.Resultado(opcion=opcion, cantidad=n)
                        for opcion, n in (("Excelente", 20), ("Buena", 10), ("Regular", 10), ("Mala", 0))
                    ),
                ),
            ),
        ),
    ),
    preguntas=(
        _pregunta(1, "2026-04-15T09:30:00-05:00", estado="respondida", respuesta=_EN_VIVO, dependencia="Obras"),
        _pregunta(
            2, "2026-04-15T09:40:00-05:00", estado="respondida", respuesta=_escrita("2026-04-20"), tipo="peticion"
        ),
        _pregunta(3, "2026-04-15T09:50:00-05:00", estado="respondida", respuesta=_escrita("2026-06-01")),
        _pregunta(4, "2026-04-15T10:00:00-05:00", estado="pendiente", dependencia="Obras"),
        _pregunta(5, "2026-04-15T10:10:00-05:00", estado="agrupada"),
        _pregunta(6, None, estado="respondida", respuesta=_escrita("2026-04-20")),
        _pregunta(7, "2021-11-17T10:10:00-05:00", estado="respondida", respuesta=_escrita("2021-12-09")),
        _pregunta(8, "2026-11-19T10:10:00-05:00", estado="asignada"),
    ),
    compromisos=(
        r.Compromiso(
            codigo="1",
            que_hacer="Tapar los huecos de la calle 5",
            alcance="a_cargo",
            responsables=("Obras", "Hacienda"),
            fecha=r.FechaONoAplica("2026-11-13"),
            seguimientos=(
                r.Seguimiento(corte=r.Fecha("2026-06-30"), avance=r.Cantidad("20"), texto="Se contrató."),
                r.Seguimiento(corte=r.Fecha("2026-11-10"), avance=r.Cantidad("60"), texto="Va por la carrera 9."),
            ),
        ),
        r.Compromiso(
            codigo="2",
            que_hacer="Pavimentar la vía nacional",
            alcance="no_a_cargo",
            entidad_competente="Instituto de vías",
            fecha_traslado=r.Fecha("2026-04-20"),
        ),
        r.Compromiso(
            codigo="3", que_hacer="Publicar el acta", alcance="a_cargo", estado="cumplido", responsables=("Obras",)
        ),
    ),
)
BORRADOR = replace(
    PRIMERA,
    codigo="rdc-2",
    nombre="Segunda audiencia",
    fecha=r.Fecha("2026-09-10"),
    acta=r.Acta(estado="borrador"),
    preguntas=(),
    encuestas=(),
    compromisos=(r.Compromiso(codigo="1", que_hacer="Contar los árboles", fecha=r.FechaONoAplica("2026-12-18")),),
)
FUTURA = replace(BORRADOR, codigo="rdc-3", nombre="Tercera audiencia", fecha=r.Fecha("2026-12-10"))
ARCHIVO = version_publica(
    r.Archivo(formato="rcdesk/1", entidad=r.Entidad(nombre="Valle Sereno"), audiencias=(PRIMERA, BORRADOR, FUTURA))
)


def _datos(**campos: object) -> Datos:
    return replace(Datos(ARCHIVO, None, CORTE), **campos)  # type: ignore[arg-type]


def _dice(documento: Document) -> list[str]:
    return to_text(documento).splitlines()


def test_answers_are_timely_by_the_term_in_force_when_each_question_came() -> None:
    todas = {una.referencia: una for una in atenciones_al(ARCHIVO.audiencias, CORTE)}
    assert {n: una.oportunidad for n, una in todas.items()} == {
        "1": "a_tiempo",
        "2": "a_tiempo",
        "3": "tarde",
        "4": "vencida",
        "6": "sin_fecha",
        "7": "a_tiempo",
        "8": "corre",
    }
    assert todas["7"].norma.startswith("Decreto 491") and todas["7"].dias == 15
    assert todas["1"].dias == 0 and todas["2"].dias == 3
    cifras = indicadores(todas.values())
    assert (cifras.todas, cifras.en_vivo, cifras.a_tiempo, cifras.exigibles) == (7, 1, 3, 5)
    assert cifras.mediana == 9  # 0, 3, 15 and 31 business days
    por_oficina = agrupadas(todas.values(), lambda una: una.dependencia)
    assert [*por_oficina] == ["Obras", None] and por_oficina["Obras"].vencidas == 1


def test_what_was_answered_after_the_day_was_not_answered_on_it() -> None:
    antes = {una.referencia: una for una in atenciones_al(ARCHIVO.audiencias, date(2026, 4, 16))}
    assert antes["1"].oportunidad == "a_tiempo" and antes["2"].oportunidad == antes["3"].oportunidad == "corre"
    assert "8" not in antes


def test_the_report_of_timely_answers_prints_what_each_figure_is_and_who_is_overdue() -> None:
    dice = _dice(oportunidad.informe_de_oportunidad(_datos()))
    assert "Respondidas en término, % | 60,0 %" in dice
    assert "Mediana de días hábiles para responder | 9" in dice
    assert any(
        linea.startswith("- En término: las que se contestaron a más tardar el día en que vencían") for linea in dice
    )
    assert any(linea.startswith("4 | Primera audiencia | Obras | 15/abr/2026 | 7/may/2026 | ") for linea in dice)
    assert sum("Términos (" in linea for linea in dice) == 2
    solo = _dice(oportunidad.informe_de_oportunidad(_datos(periodo="2026-T4")))
    assert "Preguntas | 1" in solo


def test_only_hearings_whose_acta_is_approved_are_compared_unless_it_is_asked() -> None:
    dice = _dice(audiencias.informe_de_audiencias(_datos()))
    assert "Primera audiencia | 15/abr/2026 | 38 | 480 | – | –" in dice
    assert "Primera audiencia | 8 | 14,3 % | 60,0 % | 75,0 % | 40 | 3 | 1 | 50,0 %" in dice
    assert "- Segunda audiencia" in dice and not any("Tercera audiencia" in linea for linea in dice)
    todas = frozenset({"participacion", "respuesta", "definiciones"})
    con_borradores = _dice(audiencias.informe_de_audiencias(_datos(partes=todas)))
    assert "Segunda audiencia (acta sin aprobar) | 10/sep/2026 | 38 | 480 | – | –" in con_borradores
    assert "10/sep/2026 (sin aprobar): sin datos" not in con_borradores  # its commitment is counted


@pytest.mark.parametrize(
    ("opciones", "buenas"),
    [
        (("Excelente", "Buena", "Regular", "Mala"), ("Excelente", "Buena")),
        (("Muy insatisfecho", "Poco satisfecho", "Satisfecho", "Muy satisfecho"), ("Satisfecho", "Muy satisfecho")),
        (("1", "2", "3", "4", "5"), ("4", "5")),
        (("Rojo", "Verde"), ()),
    ],
)
def test_the_favourable_end_of_a_scale_is_known_by_its_words_or_its_numbers(
    opciones: tuple[str, ...], buenas: tuple[str, ...]
) -> None:
    assert favorables(r.PreguntaEncuesta(codigo="p", tipo="ordinal", opciones=opciones)) == buenas


def test_the_announcement_is_crossed_with_what_people_say_told_them() -> None:
    publica = efectividad(ARCHIVO.audiencias[0])
    medios = {uno.medio: uno for uno in publica.medios}
    assert medios["radio"].hallado == "nadie_lo_nombra" and (medios["radio"].primera, medios["radio"].ultima) == (14, 5)
    assert medios["redes_sociales"].hallado == "sin_piezas" and medios["redes_sociales"].menciones == 9
    assert medios["correo"].menciones == 22  # an invitation, and it came by e-mail
    assert medios["sitio_web"].menciones is None  # nobody was asked
    assert medios["whatsapp"].reservado and medios["whatsapp"].menciones is None
    assert publica.otras == {"Un vecino": 6}
    dice = _dice(convocatoria.informe_de_convocatoria(_datos()))
    assert "Radio | 1 | 2 | 14 a 5 | 0 | 0,0 % | Se usó y nadie lo nombró" in dice
    assert "WhatsApp | 0 | 0 | – | menos de 5 | – | Lo nombran y no se usó" in dice
    assert "- Primera audiencia: redes sociales. Lo nombran y no se usó." in dice
    assert any(linea.startswith("Base: 40 personas respondieron «¿Cómo se enteró de la audiencia?»") for linea in dice)


def test_commitments_are_counted_as_they_stood_and_what_moved_is_told() -> None:
    al_corte = adquiridos_al(ARCHIVO, CORTE)
    assert [(uno.lampara, uno.dias) for uno in al_corte] == [
        ("vencido", -4),
        ("trasladado", None),
        ("cumplido", None),
        ("por_iniciar", 19),
    ]
    assert cuenta(al_corte).abiertos == 2
    assert [*por_responsable(al_corte)] == ["Hacienda", "Obras", None]  # the same are late: by name
    recogidos = por_mes(al_corte)
    assert [(mes.periodo, mes.recogidos, mes.a_cargo, mes.no_a_cargo, mes.sin_clasificar) for mes in recogidos] == [
        ("2026-04", 3, 2, 1, 0),
        *((f"2026-0{n}", 0, 0, 0, 0) for n in range(5, 9)),
        ("2026-09", 1, 0, 0, 1),
    ]
    assert recogidos[0].avance == 80  # 60 % and one that is finished
    assert recogidos[1].avance is None


def test_the_report_of_commitments_says_who_is_late_and_what_changed_since_the_corte_before() -> None:
    documento = compromisos.informe_de_compromisos(_datos())
    dice = _dice(documento)
    assert "C-001 | Tapar los huecos de la calle 5 | Obras, Hacienda | 13/nov/2026 | 4" in dice
    assert "Abril de 2026 | 3 | 2 | 1 | 0 | 80,0 %" in dice
    assert "C-001 | Tapar los huecos de la calle 5 | Avance: 20 % → 60 % / Va por la carrera 9." in dice
    assert "C-002 | Pavimentar la vía nacional | Instituto de vías | 20/abr/2026 | Trasladado" in dice
    hojas = {hoja.titulo: hoja for hoja in book(documento).hojas}
    assert hojas["2. Vencidos"].filas == (
        ("C-001", "Tapar los huecos de la calle 5", "Obras, Hacienda", date(2026, 11, 13), 4),
    )
    desde_septiembre = _dice(compromisos.informe_de_compromisos(_datos(periodo="2026-C3")))
    assert "Comparados con el 31 de agosto de 2026, cambiaron 2 compromisos." in desde_septiembre
    assert "Septiembre de 2026 | 1 | 0 | 0 | 1 | –" in desde_septiembre
    assert not any(linea.startswith("Abril de 2026 |") for linea in desde_septiembre)


def test_a_base_without_hearings_says_so_in_every_report() -> None:
    vacio = replace(Datos(replace(ARCHIVO, audiencias=()), None, CORTE))
    for clase in (compromisos.CLASE, audiencias.CLASE, convocatoria.CLASE, oportunidad.CLASE):
        dice = to_text(clase.hacer(vacio))
        assert "No " in dice and "None" not in dice


@pytest.mark.parametrize("clase", [compromisos.CLASE, audiencias.CLASE, convocatoria.CLASE, oportunidad.CLASE])
def test_each_report_is_printed_and_says_in_word_what_it_says_on_paper(clase: Clase) -> None:
    documento = clase.hacer(_datos())
    assert to_pdf(documento).startswith(b"%PDF-")  # and whatever a test prints is checked to be PDF/A and PDF/UA
    assert lines(to_docx(documento)) == [linea.rstrip() for linea in _dice(documento) if linea.strip()]
