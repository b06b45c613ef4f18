"""The sentences that the figures write, read as a secretary reads them: none, one, several, very many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcdesk.documents.acta import acta
from rcdesk.domain.cifras_escritas import cifras_escritas
from rcdesk.domain.cotejo import avisos, cotejo
from rcdesk.domain.frases import FRASES, frase
from rcdesk.domain.registro import (
    Acta,
    Archivo,
    Asistencia,
    Asistente,
    Audiencia,
    CanalPregunta,
    Compromiso,
    Conteo,
    Convocatoria,
    Encuesta,
    Fecha,
    Frase,
    GrupoDeTemas,
    Hora,
    Inserto,
    Metrica,
    Parrafo,
    Pieza,
    Porcentajes,
    Pregunta,
    Publicacion,
    Seccion,
)
from rcdesk.domain.textos import nota_de_redondeo
from rcdesk.render.text import to_text

VACIA = Audiencia(codigo="x")


def asked(n: int, answered: int, canal: CanalPregunta | None = None, tema: str | None = None) -> tuple[Pregunta, ...]:
    return tuple(
        Pregunta(numero=k, texto="¿?", estado="respondida" if k < answered else "pendiente", canal=canal, tema=tema)
        for k in range(n)
    )


def called(piezas: int, *fechas: str) -> Convocatoria:
    salidas = tuple(Publicacion(fecha=Fecha(fecha)) for fecha in fechas)
    return Convocatoria(piezas=(Pieza(titulo="Afiche", publicaciones=salidas), *(Pieza(titulo="x"),) * (piezas - 1)))


def test_without_data_no_sentence_says_anything() -> None:
    assert {cual: dicha for cual in FRASES if (dicha := frase(cual, VACIA))} == {}


DIA = replace(VACIA, fecha=Fecha("2026-04-10"))
UNA = (Asistente(nombre="Ana", modalidad="presencial"),)
DOS = (*UNA, Asistente(nombre="Luis", modalidad="virtual"))


@pytest.mark.parametrize(
    ("cual", "audiencia", "dicha"),
    [
        (
            "horario",
            replace(VACIA, hora_inicio=Hora("13:00"), hora_fin=Hora("14:01")),
            "La actividad comenzó a la 01:00 pm y terminó a las 02:01 pm: duró 1 hora y 1 minuto.",
        ),
        ("horario", replace(VACIA, hora_inicio=Hora("09:00")), ""),
        ("frase_de_temas", replace(VACIA, temas=(GrupoDeTemas(items=("a",)),)), "Se trató un (1) tema."),
        (
            "frase_de_temas",
            replace(VACIA, temas=(GrupoDeTemas(items=("a",) * 20), GrupoDeTemas(items=("b",)))),
            "Se trataron veintiún (21) temas, en dos (2) grupos.",
        ),
        (
            "frase_de_convocatoria",
            replace(DIA, convocatoria=called(1, "2026-04-09")),
            "La convocatoria se hizo con una (1) pieza: se publicó 1 día antes de la actividad.",
        ),
        (
            "frase_de_convocatoria",
            replace(DIA, convocatoria=called(21, "2026-03-08", "2026-04-10")),
            "La convocatoria se hizo con veintiuna (21) piezas: la primera publicación fue 33 días antes de la "
            "actividad y la última, el mismo día de la actividad.",
        ),
        ("frase_de_convocatoria", replace(DIA, convocatoria=called(2)), "La convocatoria se hizo con dos (2) piezas."),
        (
            "frase_de_asistencia",
            replace(VACIA, asistentes=UNA),
            "En el listado de asistencia se registró una (1) persona.",
        ),
        (
            "frase_de_asistencia",
            replace(VACIA, asistentes=DOS, asistencia=Asistencia(conteos=(Conteo(cantidad=231_501),))),
            "En el listado de asistencia se registraron dos (2) personas (1 en el lugar y 1 por medios virtuales). Se "
            "contaron doscientas treinta y un mil quinientas una (231.501) personas sin registrar su nombre.",
        ),
        (
            "espectadores",
            replace(VACIA, metricas_virtuales=(Metrica(espectadores_maximos=1),)),
            "El número máximo de espectadores en vivo fue de (1) persona.",
        ),
        (
            "folios",
            replace(VACIA, asistencia=Asistencia(folios=21)),
            "Se anexa listado de asistencia compuesto por veintiún (21) folios.",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(1, 1)),
            "Se recibió una (1) pregunta y se respondió (100 %).",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(1, 0)),
            "Se recibió una (1) pregunta; no se ha respondido.",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(14, 14)),
            "Se recibieron catorce (14) preguntas y se respondieron todas (100 %).",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(14, 12)),
            "Se recibieron catorce (14) preguntas y se respondieron doce (12), el 85,7 %.",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(221, 1)),
            "Se recibieron doscientas veintiuna (221) preguntas y se respondió una (1), el 0,5 %.",
        ),
        (
            "frase_de_preguntas",
            replace(VACIA, preguntas=asked(2, 0)),
            "Se recibieron dos (2) preguntas; ninguna se ha respondido.",
        ),
        (
            "frase_de_canales",
            replace(VACIA, preguntas=asked(1, 0, "correo")),
            "La pregunta llegó por correo electrónico.",
        ),
        (
            "frase_de_canales",
            replace(VACIA, preguntas=asked(3, 0, "verbal_en_sala")),
            "Las 3 preguntas llegaron de viva voz en la sala.",
        ),
        (
            "frase_de_canales",
            replace(VACIA, preguntas=asked(3, 0, "chat_en_vivo") + asked(1, 0, "whatsapp") + asked(1, 0)),
            "De las 5 preguntas, 3 llegaron por el chat en vivo, 1 por WhatsApp y 1 sin canal anotado.",
        ),
        (
            "frase_de_analisis",
            replace(VACIA, preguntas=asked(1, 0, tema="Agua")),
            "La pregunta trató de «Agua» (100 %).",
        ),
        (
            "frase_de_analisis",
            replace(VACIA, preguntas=asked(5, 0, tema="Agua") + asked(3, 0, tema="Vías") + asked(1, 0)),
            "De las 9 preguntas, el 55,6 % (5) trató de «Agua»; el 33,3 % (3), de «Vías»; y el 11,1 % (1) no tiene "
            "tema.",
        ),
        (
            "frase_de_encuestas",
            replace(VACIA, encuestas=(Encuesta(preguntas=(), encuestados=1),)),
            "Una (1) persona respondió la encuesta.",
        ),
        (
            "frase_de_compromisos",
            replace(VACIA, compromisos=(Compromiso(que_hacer="x"),)),
            "Se estableció un (1) compromiso.",
        ),
    ],
)
def test_a_sentence_agrees_with_what_it_counts(cual: Frase, audiencia: Audiencia, dicha: str) -> None:
    assert frase(cual, audiencia) == dicha


@pytest.mark.parametrize(
    ("modo", "partes", "nota"),
    [
        (None, ["35,7 %", "21,4 %", "21,4 %", "21,4 %"], "Los porcentajes suman 99,9 % por el redondeo de cada uno."),
        ("enteros", ["36 %", "21 %", "21 %", "21 %"], "Los porcentajes suman 99 % por el redondeo de cada uno."),
        (
            "suman_100",
            ["36 %", "22 %", "21 %", "21 %"],
            "Los porcentajes se redondearon por el método del resto mayor para que sumen 100 %.",
        ),
    ],
)
def test_the_questions_by_topic_are_told_as_the_acta_chose_and_it_says_how(
    modo: Porcentajes | None, partes: list[str], nota: str
) -> None:
    preguntas = asked(5, 5, tema="Gestión") + asked(3, 3, tema="Datos") + asked(3, 3, tema="Obras") + asked(3, 3)
    audiencia = replace(VACIA, preguntas=preguntas, acta=Acta(porcentajes=modo))
    assert [una.texto for una in cifras_escritas(frase("frase_de_analisis", audiencia)) if "%" in una.texto] == partes
    text = to_text(acta(Archivo(audiencias=(audiencia,)), audiencia, datos=None))
    assert [line.rsplit("(", 1)[1] for line in text.splitlines() if line.startswith(("Gestión: ", "Datos: "))] == [
        f"{parte})".replace(" ", "\u00a0") for parte in partes[:2]
    ]
    assert nota in text
    assert nota_de_redondeo([1, 1], modo).endswith("100 %.") is (modo == "suman_100")
    told = replace(audiencia, acta=Acta(porcentajes=modo, desarrollo=(_analysed(" y ".join(partes)),)))
    assert avisos(told, cotejo(told)) == ()


def _analysed(texto: str) -> Seccion:
    return Seccion(bloques=(Parrafo(texto=texto), Inserto(dato="preguntas_por_tema")))
