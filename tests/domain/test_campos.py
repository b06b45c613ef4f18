"""What a person types in a field is read as the format wants it, or refused beside that field."""

import pytest

from rcdesk.domain import registro as r
from rcdesk.domain.campos import LIMITE, leer
from rcdesk.domain.compromisos import Compromiso
from rcdesk.domain.errors import RuleError


@pytest.mark.parametrize(
    ("kind", "field", "typed", "read"),
    [
        (r.Audiencia, "nombre", "  Segunda  ", "Segunda"),
        (r.Audiencia, "nombre", "   ", None),
        (r.Audiencia, "fecha", "2026-11", "2026-11"),
        (r.Audiencia, "vigencia", "2026", 2026),
        (r.Audiencia, "hora_inicio", "09:05", "09:05"),
        (r.Audiencia, "reglamento_minutos_preguntas", "30", 30),
        (r.Audiencia, "asistencia_folios", 3, 3),
        (r.Pregunta, "acciones_a_desarrollar", "n/a", "N.A."),
        (r.Pregunta, "respuesta_texto", "<b>Sí</b>", "<b>Sí</b>"),
        (r.Pregunta, "respuesta_soportes", None, ()),
        (r.Compromiso, "fecha", "No aplica", "N.A."),
        (r.Compromiso, "responsables", ["Ana", "Luz"], ("Ana", "Luz")),
        (r.Actividad, "meta_valor", "89.35", "89.35"),
        (r.Asistente, "enfoque_diferencial_victima", "No responde", "No responde"),
    ],
)
def test_a_field_is_read(kind: type, field: str, typed: object, read: object) -> None:
    assert leer(kind, field, typed) == read


@pytest.mark.parametrize(
    ("kind", "field", "typed", "told"),
    [
        (r.Audiencia, "fecha", "2026-02-31", "«2026-02-31» no sirve"),
        (r.Audiencia, "fecha", "31/02/2026", "AAAA-MM-DD"),
        (r.Audiencia, "hora_inicio", "24:00", "HH:MM"),
        (r.Audiencia, "vigencia", "٣٤", "número entero"),
        (r.Audiencia, "vigencia", "-1", "número entero"),
        (r.Audiencia, "vigencia", "26", "desde 1990"),
        (r.Audiencia, "ordinal", "0", "desde 1"),
        (r.Audiencia, "estado", "en pausa", "no es una de las opciones"),
        (r.Actividad, "meta_valor", "1.234,5", "decimal"),
        (r.Pregunta, "texto", "x" * (LIMITE + 1), "el límite"),
    ],
)
def test_what_the_format_does_not_admit_is_refused_beside_its_field(
    kind: type, field: str, typed: object, told: str
) -> None:
    with pytest.raises(RuleError, match=told) as refusal:
        leer(kind, field, typed)
    assert refusal.value.field == field


def test_a_field_that_no_record_has_is_a_bug() -> None:
    with pytest.raises(KeyError):
        leer(r.Audiencia, "inventado", "x")


def test_a_key_of_the_record_that_the_entity_does_not_hold_is_not_lost_in_silence() -> None:
    with pytest.raises(AttributeError, match="Compromiso has no field seguimientos"):
        Compromiso(que_hacer="Publicar").corregir({"que_hacer": "Publicar el listado", "seguimientos": ()})


@pytest.mark.parametrize(
    ("kind", "campo", "valor"),
    [
        (r.Actividad, "desde", "0000"),
        (r.Actividad, "desde", "٢٠٢٦"),
        (r.Actividad, "fechas", ["2026-11-20", "2026-02-31"]),
        (r.Actividad, "ponderacion", "1٣"),
        (r.Programacion, "periodo", "0000-S2"),
        (r.Plan, "vigencia", "10000"),
    ],
)
def test_what_no_file_could_say_is_not_typed_either(kind: type, campo: str, valor: object) -> None:
    with pytest.raises(RuleError):
        leer(kind, campo, valor)
