"""What the room may read, said in words when it may not."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.proyeccion import LARGO, MOSTRABLES, exigir_mostrable, firma, leer_palabras
from rcdesk.domain.registro.preguntas import EstadoPregunta, Moderacion


def pregunta(**values: object) -> Pregunta:
    return Pregunta(numero=9, texto="¿Cuándo?", **values)  # type: ignore[arg-type]


@given(
    st.sampled_from([None, *get_args(EstadoPregunta)]),
    st.sampled_from([None, *get_args(Moderacion)]),
    st.sampled_from([None, "Repetida"]),
)
def test_only_an_approved_and_standing_question_may_be_shown(
    estado: EstadoPregunta | None, moderacion: Moderacion | None, anulada: str | None
) -> None:
    asked = pregunta(estado=estado, moderacion=moderacion, anulada_motivo=anulada, agrupada_en=3)
    if moderacion == "aprobada" and anulada is None and (estado or "recibida") in MOSTRABLES:
        exigir_mostrable(asked)
    else:
        with pytest.raises(RuleError, match="La P-009"):
            exigir_mostrable(asked)


def test_a_refusal_says_what_would_let_it_be_shown() -> None:
    with pytest.raises(RuleError, match="oprima A"):
        exigir_mostrable(pregunta(moderacion="sin_revisar"))
    with pytest.raises(RuleError, match="muestre la P-003"):
        exigir_mostrable(pregunta(estado="agrupada", moderacion="aprobada", agrupada_en=3))
    with pytest.raises(RuleError, match="Volver a pendiente"):
        exigir_mostrable(pregunta(estado="fuera_de_alcance", moderacion="aprobada"))


def test_a_name_that_was_refused_is_that_of_any_citizen() -> None:
    assert firma("Rosalba Ocampo", anonima=False, autoriza=True, juntas=2) == "Rosalba Ocampo y 2 personas más"
    assert firma("Rosalba Ocampo", anonima=False, autoriza=True, juntas=1) == "Rosalba Ocampo y 1 persona más"
    assert firma("Rosalba Ocampo", anonima=False, autoriza=False, juntas=0) == "Ciudadano/a"
    assert firma("Rosalba Ocampo", anonima=True, autoriza=True, juntas=0) == "Anónimo"
    assert firma(None, anonima=False, autoriza=True, juntas=0) == "Ciudadano/a"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (" \n", "Escriba el mensaje"),
        ("x" * (LARGO["mensaje"] + 3), "quite 3"),
        ("Llame al 310 555 01 23", "un teléfono"),
        ("ana@correo.co", "un correo"),
        ("cédula 31445207", "documento"),
    ],
)
def test_words_of_the_desk_are_refused_beside_their_field(text: str, why: str) -> None:
    with pytest.raises(RuleError, match=why) as refused:
        leer_palabras(text, "mensaje", "el mensaje")
    assert refused.value.field == "mensaje"


def test_words_of_the_desk_are_kept_as_they_were_written() -> None:
    assert leer_palabras("  <b>Receso</b> de 10 minutos & café ", "mensaje", "") == "<b>Receso</b> de 10 minutos & café"
