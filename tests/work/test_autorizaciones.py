"""Consent: which text, when, at which desk; minors, image and voice apart, revoking; texts that are used stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.documents.acta import acta
from rcdesk.domain.autorizaciones import MODELO, Consentimiento, Respuesta, en_vigor, es_menor
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Fecha, TextoDeAutorizacion
from rcdesk.render.text import to_text
from rcdesk.work.asistentes import corregir_asistente, registrar_asistente
from rcdesk.work.audiencias import crear_audiencia, editar_audiencia
from rcdesk.work.autorizaciones import (
    AutorizacionRow,
    anotar_autorizacion,
    contar_incompletas,
    corregir_texto,
    escribir_texto,
    historia_de_autorizacion,
    listar_textos,
    retirar_texto,
    revocar_autorizacion,
    texto_de_autorizacion,
    ver_autorizacion,
)
from rcdesk.work.caracterizacion import caracterizar, escribir_opciones
from rcdesk.work.documentos import cifras
from rcdesk.work.gather import reunir_audiencia
from tests.bases import SEGUNDA, open_desk
from tests.corpus import corpus


def enter(desk: Desk, hearing: str, answer: Consentimiento | Respuesta | None, **values: str) -> str:
    named = {"nombre": "Eva Lucumí", **values}
    return desk.do(registrar_asistente, audiencia_id=hearing, valores=named, hora="09:00", consentimiento=answer)


def answered(desk: Desk, key: str) -> AutorizacionRow:
    row = desk.ask(ver_autorizacion, id=key)
    assert row is not None
    return row


def test_an_answer_keeps_its_text_its_moment_and_its_desk(desk: Desk, segunda: str) -> None:
    row = answered(desk, enter(desk, segunda, Respuesta("si", imagen_y_voz=False)))
    assert (row.otorgada, row.imagen_y_voz, row.version, row.puesto) == (True, False, "1", "Equipo de prueba")
    assert row.cuando is not None
    assert row.cuando.startswith("2026-11-20T10:41")


@pytest.mark.parametrize("answer", ["no", None])
def test_refusing_or_not_answering_never_keeps_anybody_out(
    desk: Desk, segunda: str, answer: Consentimiento | None
) -> None:
    before = desk.ask(cifras, codigo=SEGUNDA)["audiencias"]
    row = answered(desk, enter(desk, segunda, answer))
    assert row.otorgada is (False if answer else None)
    assert desk.ask(cifras, codigo=SEGUNDA)["audiencias"] != before


def test_image_and_voice_are_answered_apart_from_the_data(desk: Desk, segunda: str) -> None:
    key = enter(desk, segunda, "no")
    desk.do(anotar_autorizacion, id=key, consentimiento=Respuesta(imagen_y_voz=True))
    assert (answered(desk, key).otorgada, answered(desk, key).imagen_y_voz) == (False, True)
    desk.do(anotar_autorizacion, id=key, consentimiento="si")
    assert (answered(desk, key).otorgada, answered(desk, key).imagen_y_voz) == (True, True)


def test_a_yes_about_a_minor_is_incomplete_until_somebody_represents_them(desk: Desk, segunda: str) -> None:
    key = enter(desk, segunda, "si", documento_tipo="TI", documento_numero="1107000111")
    by_age = enter(desk, segunda, "si", nombre="Luis", enfoque_diferencial_rango_edad="12 a 17")
    enter(desk, segunda, "no", nombre="Ana", documento_tipo="TI")
    assert answered(desk, key).incompleta
    assert answered(desk, by_age).incompleta
    assert desk.ask(contar_incompletas, audiencia_id=segunda) == 2
    desk.do(anotar_autorizacion, id=key, consentimiento=Respuesta("si", representante="Rosa Cuero, madre"))
    desk.do(corregir_asistente, id=by_age, valores={"autorizacion_representante": "Iván Cuero"})
    assert not answered(desk, key).incompleta
    assert desk.ask(contar_incompletas, audiencia_id=segunda) == 0


@pytest.mark.parametrize(
    ("kind", "ages", "minor"),
    [
        ("TI", None, True),
        ("RC", "60 o más", True),
        ("CC", "12 a 17", True),
        ("CC", "0-5", True),
        (None, "14 a 28", False),
        (None, "menor de 18", True),
        (None, "60 o más", False),
        (None, "No responde", False),
        (None, None, False),
    ],
)
def test_who_is_a_minor_is_known_by_the_document_or_the_range_of_ages(
    kind: str | None, ages: str | None, minor: bool
) -> None:
    assert es_menor(kind, ages) is minor


def test_what_was_authorised_can_be_revoked_and_its_history_stays(desk: Desk, segunda: str) -> None:
    key = enter(desk, segunda, Respuesta("si", imagen_y_voz=True))
    with pytest.raises(RuleError, match="cómo y por qué"):
        desk.do(revocar_autorizacion, id=key, motivo="  ")
    desk.do(revocar_autorizacion, id=key, motivo="por correo")
    row = answered(desk, key)
    assert (row.otorgada, row.imagen_y_voz, row.observacion) == (False, False, "Revocada: por correo")
    told = desk.ask(historia_de_autorizacion, id=key)
    assert [(one.accion, one.otorgada) for one in told] == [
        ("Revocar autorización", False),
        ("Registrar persona", True),
    ]
    assert {(one.quien, one.puesto, one.version) for one in told} == {("Elena Mora", "Equipo de prueba", "1")}
    with pytest.raises(RuleError, match="no tiene una autorización"):
        desk.do(revocar_autorizacion, id=key, motivo="otra vez")
    desk.undo()
    assert answered(desk, key).otorgada is True
    desk.redo()
    assert answered(desk, key).otorgada is False
    desk.do(anotar_autorizacion, id=key, consentimiento="si")
    assert answered(desk, key).observacion is None


def test_the_text_is_that_of_the_day_of_the_hearing(desk: Desk, segunda: str) -> None:
    desk.do(editar_audiencia, id=segunda, valores={"fecha": "2026-12-10"})
    desk.do(escribir_texto, version="2", texto="Nuevo.", vigente_desde="2026-12-10")
    desk.do(escribir_texto, version="3", texto="De enero.", vigente_desde="2027-01-01")
    assert desk.ask(texto_de_autorizacion, audiencia_id=segunda).version == "2"
    assert [row.version for row in desk.ask(listar_textos)] == ["3", "2", "1"]
    day = [TextoDeAutorizacion(version=v, texto="", vigente_desde=Fecha("2026-01-01")) for v in "ab"]
    assert en_vigor(day, "2026-06-01") is day[1]


def test_a_text_that_somebody_answered_is_never_changed_nor_withdrawn(desk: Desk, segunda: str) -> None:
    enter(desk, segunda, "no")
    [used] = desk.ask(listar_textos)
    refused: tuple[Callable[[], object], ...] = (
        lambda: desk.do(corregir_texto, id=used.id, valores={"texto": "Otra cosa."}),
        lambda: desk.do(retirar_texto, id=used.id),
    )
    for attempt in refused:
        with pytest.raises(RuleError, match="Escriba una versión nueva"):
            attempt()
    new = desk.do(escribir_texto, version="2", texto="Nuevo.", vigente_desde="2026-12-01")
    desk.do(corregir_texto, id=new, valores={"texto": "Más nuevo."}, seen={"texto": "Nuevo."})
    desk.undo()
    assert desk.ask(listar_textos)[0].texto == "Nuevo."
    desk.do(retirar_texto, id=new)
    assert [row.version for row in desk.ask(listar_textos)] == ["1"]
    desk.undo()
    assert len(desk.ask(listar_textos)) == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"version": ""}, "version"),
        ({"version": "1"}, "version"),
        ({"version": MODELO}, "version"),
        ({"version": "x" * 21}, "version"),
        ({"texto": "   "}, "texto"),
        ({"texto": "x" * 100_001}, "texto"),
        ({"vigente_desde": "2026-12"}, "vigente_desde"),
        ({"vigente_desde": ""}, "vigente_desde"),
    ],
)
def test_a_text_needs_its_version_its_words_and_its_day(desk: Desk, values: dict[str, str], field: str) -> None:
    whole = {"version": "2", "texto": "Nuevo.", "vigente_desde": "2026-12-01", **values}
    with pytest.raises(RuleError) as refused:
        desk.do(escribir_texto, **whole)
    assert refused.value.field == field


def test_an_entity_without_a_text_is_read_the_ready_one_and_it_is_written_so(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "Nueva.rcdesk")
    try:
        hearing = desk.do(crear_audiencia, valores={"codigo": "a-1", "nombre": "Diálogo"}, lugar="Parque")
        text = desk.ask(texto_de_autorizacion, audiencia_id=hearing)
        assert (text.version, text.propio) == (MODELO, False)
        for needed in ("Responsable", "revocar", "imagen y la voz", "Superintendencia", "sensibles", "adolescentes"):
            assert needed in text.texto
        assert answered(desk, enter(desk, hearing, "si")).version == MODELO
        desk.do(escribir_texto, version="1", texto="El nuestro.", vigente_desde="2026-11-20")
        assert desk.ask(texto_de_autorizacion, audiencia_id=hearing).texto == "El nuestro."
    finally:
        desk.close()


def test_whatever_somebody_writes_is_kept_as_text_or_refused_with_nothing_changed(desk: Desk, segunda: str) -> None:
    key = enter(desk, segunda, "si", documento_tipo="TI", documento_numero="1107000111")
    for place, bad in enumerate(corpus("campo")):
        field = {"autorizacion_representante": bad.text}
        for attempt in (
            lambda field=field: desk.do(corregir_asistente, id=key, valores=field),
            lambda bad=bad: desk.do(revocar_autorizacion, id=key, motivo=bad.text),
            lambda bad=bad, place=place: desk.do(
                escribir_texto, version=f"v{place}", texto=bad.text, vigente_desde="2026-12-01"
            ),
            lambda bad=bad: desk.do(escribir_opciones, campo="genero", opciones=(bad.text, "Otra")),
            lambda bad=bad: desk.do(caracterizar, id=key, campo="etnia", dichas=(bad.text,)),
        ):
            before = desk.undo_step
            try:
                attempt()
            except RuleError as refused:
                assert desk.undo_step == before, bad.code
                assert str(refused).endswith("."), bad.code
        desk.do(anotar_autorizacion, id=key, consentimiento="si")
    archivo = desk.ask(reunir_audiencia, codigo=SEGUNDA)
    assert archivo is not None
    assert "Caracterización de quienes asistieron" in to_text(acta(archivo, archivo.audiencias[0], datos=None))
    assert desk.ask(historia_de_autorizacion, id=key)
