"""The script of who moderates, and the chronology of the acta, read as documents."""

from dataclasses import replace

from rcdesk.documents.acta import acta
from rcdesk.documents.guion import guion
from rcdesk.domain import registro as r
from rcdesk.render.text import to_text
from tests.documents import casos


def _hearing() -> r.Audiencia:
    points = (
        r.Punto(titulo="Apertura", minutos=10, responsable="Elena Mora", guion="Saludar a la **intérprete** primero"),
        r.Punto(titulo="Preguntas", detalle="Sala y redes", minutos=50),
        r.Punto(titulo="Cierre"),
        r.Punto(titulo="Encuesta"),
    )
    return replace(casos.recien_creada(), hora_inicio_programada=r.Hora("09:00"), orden_del_dia=points)


def test_the_script_says_the_hour_the_point_and_its_note() -> None:
    audiencia = _hearing()
    text = to_text(guion(casos.archivo(audiencia), audiencia))
    for said in (
        "09:00 am",
        "09:10 am",
        "10:00 am",
        "2. Preguntas",
        "Saludar a la **intérprete** primero",
        "Elena Mora",
    ):
        assert said in text
    assert "Los puntos suman 60 minutos." in text
    assert "No se publica" in text


def test_a_hearing_without_agenda_has_a_script_that_says_so() -> None:
    audiencia = replace(_hearing(), orden_del_dia=())
    assert "Todavía no hay orden del día." in to_text(guion(casos.archivo(audiencia), audiencia))


def test_the_acta_tells_what_happened_by_its_hour_and_never_the_notes() -> None:
    happened = (
        r.Incidente(hora=r.Hora("10:05"), tipo="falla_tecnica", texto="Se fue el sonido"),
        r.Incidente(hora=r.Hora("09:02"), tipo="accesibilidad", texto="No llegó la intérprete"),
        r.Incidente(texto="Sin hora"),
    )
    audiencia = replace(_hearing(), incidentes=happened)
    text = to_text(acta(casos.archivo(audiencia), audiencia, datos=b"{}"))
    assert "Cronología de la audiencia" in text
    assert text.index("No llegó la intérprete") < text.index("Se fue el sonido")
    assert "Saludar" not in text
    calm = replace(audiencia, incidentes=())
    assert "Cronología" not in to_text(acta(casos.archivo(calm), calm, datos=b"{}"))
