"""How each part of an acta stands: written, filled with data, or missing."""

from rcdesk.domain.partes import TITULOS, Parte, partes
from rcdesk.domain.registro import Acta, Audiencia, Inserto, Parrafo, Seccion


def stands(audiencia: Audiencia) -> dict[str, str]:
    return {parte.titulo: parte.estado for parte in partes(audiencia)}


def test_a_hearing_just_made_has_every_part_and_fills_two_by_itself() -> None:
    found = stands(Audiencia(codigo="x"))
    assert list(found) == list(TITULOS.values())
    assert {titulo for titulo, estado in found.items() if estado == "datos"} == {
        "Desarrollo",
        "Análisis",
        "Responsabilidad y notas",
    }
    assert "lista" not in found.values()


def test_sections_stand_after_the_development_with_their_number() -> None:
    written = Seccion(titulo="Apertura", bloques=(Parrafo(texto="Buenos días."),))
    data = Seccion(titulo="Preguntas por tema", bloques=(Inserto(dato="preguntas_por_tema"),))
    empty = Seccion(titulo=None, bloques=(Parrafo(texto=" "),))
    found = partes(Audiencia(codigo="x", acta=Acta(desarrollo=(written, data, empty))))
    place = [parte.titulo for parte in found].index("Desarrollo")
    assert found[place].estado == "falta"
    assert found[place + 1 : place + 4] == (
        Parte("desarrollo", "Apertura", "lista", 1),
        Parte("desarrollo", "Preguntas por tema", "datos", 2),
        Parte("desarrollo", "Sin título", "falta", 3),
    )
    assert stands(Audiencia(codigo="x", acta=Acta(desarrollo=(written, data))))["Análisis"] == "datos"


def test_not_applicable_is_an_answer_for_those_absent_and_invited() -> None:
    from rcdesk.domain.registro import Asistente

    someone = (Asistente(nombre="Ana"),)
    assert stands(Audiencia(codigo="x", asistentes=someone))["Asistentes"] == "falta"
    told = Audiencia(codigo="x", asistentes=someone, ausentes="N.A.", invitados="N.A.")
    assert stands(told)["Asistentes"] == "lista"
