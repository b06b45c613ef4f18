"""A value that is not what the format says is refused, with its place and what was expected."""

import pytest

from rcdesk.exchange import decode
from tests.exchange.files import UUID, hearing, of, question, refusal

DATE = "se esperaba una fecha AAAA-MM-DD (o AAAA-MM, o AAAA)"
INSTANT = "se esperaba un instante AAAA-MM-DDTHH:MM-05:00 (o solo la fecha)"
PERIOD = "se esperaba un periodo (2021, 2021-S2, 2021-C3, 2021-T4, 2021-11)"
HASH = "se esperaba una huella SHA-256 (64 cifras hexadecimales en minúsculas)"
QUESTION = "se esperaba el número de una pregunta (3, o «A-3» si tiene mesa)"
IDENTITY = "se esperaba un identificador UUID en minúsculas"

VALUES = [
    (question(recibida="2021-02-31"), "preguntas[0].recibida: la fecha «2021-02-31» no existe en el calendario."),
    (question(recibida="31/02/2021"), f"preguntas[0].recibida: {INSTANT} y llegó el texto «31/02/2021»."),
    (
        question(recibida="2021-11-17T09:00+99:00"),
        "preguntas[0].recibida: la fecha «2021-11-17T09:00+99:00» no existe en el calendario.",
    ),
    (
        question(recibida="9999-12-31T23:30"),
        "preguntas[0].recibida: la fecha «9999-12-31T23:30» no existe en el calendario.",
    ),
    (hearing(fecha="2021-02-29"), "fecha: la fecha «2021-02-29» no existe en el calendario."),
    (hearing(fecha="0000-00-00"), f"fecha: {DATE} y llegó el texto «0000-00-00»."),
    (hearing(fecha="0000"), "fecha: la fecha «0000» no existe en el calendario."),
    (hearing(fecha="2026-13-01"), f"fecha: {DATE} y llegó el texto «2026-13-01»."),
    (hearing(fecha="2021-11-17\n"), f"fecha: {DATE} y llegó el texto «2021-11-17�»."),
    (hearing(hora_inicio="00:60"), "hora_inicio: se esperaba una hora HH:MM de 24 horas y llegó el texto «00:60»."),
    (hearing(hora_inicio="9:00"), "hora_inicio: se esperaba una hora HH:MM de 24 horas y llegó el texto «9:00»."),
    (hearing(hora_inicio="٠٩:٠٠"), "hora_inicio: se esperaba una hora HH:MM de 24 horas y llegó el texto «٠٩:٠٠»."),
    (hearing(periodo="2021-S3"), f"periodo: {PERIOD} y llegó el texto «2021-S3»."),
    (
        hearing(compromisos=[{"que_hacer": "x", "fecha": "2021-04-31"}]),
        "compromisos[0].fecha: la fecha «2021-04-31» no existe en el calendario.",
    ),
    (hearing(vigencia=1989), "vigencia: se esperaba un número entero desde 1990 hasta 9999 y llegó el número 1989."),
    (hearing(vigencia="2021"), "vigencia: se esperaba un número entero y llegó el texto «2021»."),
    (hearing(vigencia=True), "vigencia: se esperaba un número entero y llegó un valor de sí o no (true, false)."),
    (
        hearing(lugares=[{"nombre": "x", "aforo": -1}]),
        "lugares[0].aforo: se esperaba un número entero desde 0 y llegó el número -1.",
    ),
    (hearing(lugares={"nombre": "x"}), "lugares: se esperaba una lista y llegó un objeto."),
    (hearing(acta=[]), "acta: se esperaba un objeto y llegó una lista."),
    (hearing(acta={"sha256": "ABC"}), f"acta.sha256: {HASH} y llegó el texto «ABC»."),
    (hearing(ausentes="Nadie"), "ausentes: se esperaba una lista o «N.A.» y llegó el texto «Nadie»."),
    (hearing(autoevaluacion=[{"texto": "x"}]), "autoevaluacion[0]: al bloque le falta «tipo», o no es un texto."),
    (
        hearing(autoevaluacion=["x"]),
        "autoevaluacion[0]: se esperaba un bloque (un objeto con «tipo») y llegó el texto «x».",
    ),
    (hearing(extras=None), "extras: se esperaba un objeto y llegó un valor vacío (null)."),
    (hearing(extras={"a": [1]}), "extras.a: se esperaba un texto, un número, true, false o null y llegó una lista."),
    (question(numero=0), "preguntas[0].numero: se esperaba un número entero desde 1 y llegó el número 0."),
    (question(numero=1.5), "preguntas[0].numero: se esperaba un número entero y llegó el número 1.5."),
    (question(texto=None), "preguntas[0].texto: se esperaba un texto y llegó un valor vacío (null)."),
    (question(anonima="sí"), "preguntas[0].anonima: se esperaba true o false y llegó el texto «sí»."),
    (question(mesa="a"), "preguntas[0].mesa: se esperaba la letra de un puesto (de «A» a «ZZZ») y llegó el texto «a»."),
    (question(agrupada_en="3"), f"preguntas[0].agrupada_en: {QUESTION} y llegó el texto «3»."),
    (
        question(momento_grabacion="5:00"),
        "preguntas[0].momento_grabacion: se esperaba un desfase HH:MM:SS y llegó el texto «5:00».",
    ),
    (question(id=UUID.upper()), f"preguntas[0].id: {IDENTITY} y llegó el texto «{UUID.upper()}»."),
    (question(autor={"nombre": 3}), "preguntas[0].autor.nombre: se esperaba un texto y llegó el número 3."),
    (hearing(preguntas=[{"numero": 1}]), "preguntas[0]: falta la clave «texto», que es obligatoria."),
    (hearing(asistentes=[{}]), "asistentes[0]: falta la clave «nombre», que es obligatoria."),
]


@pytest.mark.parametrize(("data", "sentence"), VALUES)
def test_a_value_of_another_kind_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    assert refusal(data) == "en audiencias[0]." + sentence


@pytest.mark.parametrize("number", ["1.000", "1,5", "+3", "01", "1e309", "", "٣٤", "NaN"])
def test_an_amount_that_is_not_a_plain_decimal_is_refused(number: str) -> None:
    plan = {"codigo": "p", "nombre": "P", "tipo": "paac", "autodiagnostico": {"puntaje": number}}
    if number == "1.000":
        assert decode(of(planes=[plan]), "x").archivo.planes[0].autodiagnostico is not None
    else:
        assert "se esperaba un decimal en texto" in refusal(of(planes=[plan]))


def test_version_publica_is_yes_or_no() -> None:
    assert refusal(of(version_publica="sí")) == "en version_publica: se esperaba true o false y llegó el texto «sí»."


PATHS = [
    ("/etc/passwd", "es una ruta absoluta"),
    ("//servidor/x", "es una ruta absoluta"),
    ("../x.png", "sale de la carpeta del archivo («..»)"),
    ("fotos/../../x.png", "sale de la carpeta del archivo («..»)"),
    ("..", "sale de la carpeta del archivo («..»)"),
    ("C:/x.png", "lleva una unidad de disco o una dirección"),
    ("C:\\x.png", "lleva «\\»: las carpetas se separan con «/»"),
    ("\\\\servidor\\x", "lleva «\\»: las carpetas se separan con «/»"),
    ("fotos\\x.png", "lleva «\\»: las carpetas se separan con «/»"),
    ("http://x.co/a.png", "lleva una unidad de disco o una dirección"),
    ("foto.jpg:x", "lleva una unidad de disco o una dirección"),
]


@pytest.mark.parametrize(("path", "reason"), PATHS)
def test_a_path_that_could_leave_the_folder_is_refused(path: str, reason: str) -> None:
    tail = f"la ruta «{path}» {reason}; debe ser relativa a la carpeta del archivo."
    assert refusal(of(entidad={"nombre": None, "logo": path})) == f"en entidad.logo: {tail}"
    figure = {"tipo": "figura", "archivo": path}
    assert refusal(hearing(autoevaluacion=[figure])) == f"en audiencias[0].autoevaluacion[0].archivo: {tail}"


@pytest.mark.parametrize("path", ["foto.png", "fotos/Acta 3: mapa.png", "a..b/.c", "…/x"])
def test_a_path_inside_the_folder_is_read(path: str) -> None:
    entidad = decode(of(entidad={"nombre": None, "logo": path}), "x").archivo.entidad
    assert entidad is not None
    assert entidad.logo == path
