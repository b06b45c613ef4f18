"""Who attended, in the acta: only figures, and never one that gives somebody away; nothing of it per person."""

from dataclasses import replace

from rcdesk.documents.acta import acta
from rcdesk.documents.asistencia import lista
from rcdesk.domain.cifras import cifras_de_caracterizacion, resumen
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Archivo, Asistente, Audiencia, Autorizacion, EnfoqueDiferencial, FechaHora, Metrica
from rcdesk.exchange import to_json
from rcdesk.render.text import to_text
from tests.documents import casos

_SENSITIVE = ("Femenino", "Masculino", "Rrom", "Raizal", "enfoque", "Wounaan")


def people() -> tuple[Asistente, ...]:
    """14 people: 7 women, 5 men, one trans person and one who does not answer; one Rrom, an answer of their own."""
    genders = ["Femenino"] * 7 + ["Masculino"] * 5 + ["Trans", "No responde"]
    ethnics = ["Ninguna"] * 6 + ["Rrom", "Wounaan", *[None] * 6]
    return tuple(
        Asistente(
            nombre=f"Persona {n}",
            enfoque_diferencial=EnfoqueDiferencial(genero=gender, etnia=ethnic, otros=("Migrante",) if n < 9 else ()),
            autorizacion=Autorizacion(otorgada=True, puesto="PORTATIL-7", representante="Rosa Cuero"),
        )
        for n, (gender, ethnic) in enumerate(zip(genders, ethnics, strict=True))
    )


def hearing() -> tuple[Archivo, Audiencia]:
    audiencia = replace(casos.recien_creada(), asistentes=people())
    return casos.archivo(audiencia), audiencia


def printed() -> str:
    archivo, audiencia = hearing()
    return " ".join(to_text(acta(archivo, audiencia, datos=b"{}")).split())


def test_the_acta_tells_the_figures_that_cannot_give_anybody_away() -> None:
    text = printed()
    told = text[text.index("Caracterización de quienes asistieron") :].partition("## 5.")[0]
    assert told.strip() == (
        "Caracterización de quienes asistieron Género | Personas | % Femenino | 7 | 50,0"
        " Masculino, No binario, Trans, Otro, Otra respuesta, No responde y Sin preguntar | * |"
        " Otras condiciones | Personas | % Migrante | 9 | 64,3"
        " Campesino, Cuidador, Cabeza de familia y Otra respuesta | * |"
        " También se preguntó por pertenencia étnica: esas cifras se reservan*."
        " Porcentajes sobre 14 personas registradas. En «Otras condiciones» cada una pudo dar varias respuestas."
        " * Se reserva: son menos de 5 personas, o una cifra con la que aquellas se podrían deducir."
        " Responder era voluntario."
    )


def test_nothing_of_it_is_told_of_a_person_nor_when_nobody_was_asked() -> None:
    archivo, audiencia = hearing()
    listed = to_text(lista(archivo, audiencia))
    assert not [word for word in _SENSITIVE if word in listed]
    public = to_json(version_publica(archivo)).decode()
    assert not [word for word in (*_SENSITIVE, "PORTATIL-7", "Rosa Cuero") if word in public]
    unasked = replace(audiencia, asistentes=(Asistente(nombre="Ana"),))
    text = to_text(acta(casos.archivo(unasked), unasked, datos=b"{}"))
    assert "Caracterización" not in text


def test_the_figures_are_those_of_the_acta_with_null_where_it_reserves() -> None:
    archivo, audiencia = hearing()
    [told] = resumen(archivo)["audiencias"].values()  # type: ignore[union-attr]
    assert told["caracterizacion"] == cifras_de_caracterizacion(audiencia, {})["caracterizacion"]  # type: ignore[index,call-overload]
    gender = cifras_de_caracterizacion(audiencia, {})["caracterizacion"]["genero"]  # type: ignore[index,call-overload]
    assert gender == {
        "Femenino": 7,
        "Masculino": None,
        "No binario": None,
        "Trans": None,
        "Otro": None,
        "Otra respuesta": None,
        "No responde": None,
        "Sin preguntar": None,
    }
    assert cifras_de_caracterizacion(casos.recien_creada(), {}) == {}


def test_the_capture_of_a_platform_is_printed_with_its_day_and_its_hour() -> None:
    metric = Metrica(
        canal="YouTube",
        reproducciones=1204,
        corte=FechaHora("2026-05-08T15:35:00Z"),
        evidencia="figuras/captura.png",
    )
    audiencia = replace(casos.recien_creada(), metricas_virtuales=(metric,))
    text = " ".join(to_text(acta(casos.archivo(audiencia), audiencia, datos=b"{}")).split())
    assert "a las 10:35 am" in text
    local = replace(audiencia, metricas_virtuales=(replace(metric, corte=FechaHora("2026-05-08T10:35")),))
    assert "a las 10:35 am" in to_text(acta(casos.archivo(local), local, datos=b"{}"))
    assert "Captura de las cifras de YouTube, leídas el" in text
