"""What is published is searched for every value that nobody authorised, wherever a reader could find it."""

from __future__ import annotations

import html
import re
import zipfile
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from rcdesk.documents.blocks import Document
from rcdesk.documents.informe_de_encuesta import informe_de_encuesta
from rcdesk.documents.memoria import memoria
from rcdesk.documents.preguntas import lista_de_preguntas
from rcdesk.documents.resumen_de_asistencia import resumen_de_asistencia
from rcdesk.domain import registro as r
from rcdesk.domain.reserva import doblado
from rcdesk.domain.sello import Sello
from rcdesk.render.docx import to_bytes as to_docx
from rcdesk.render.pdf import to_bytes
from rcdesk.work.documentos import acta_aprobada
from rcdesk.work.instantaneas import Aprobada
from tests.documents import casos
from tests.render.reading import words

NAMES = ("Flor Inés Paz Gómez", "Gildardo Antonio Usme", "Ñusta Quispe Roa", "Yeimy Rocío Lozano", "Ofelia del Río")
"""Somebody who authorised the use of their data, who refused, who was not asked, who asked without being registered,
and who was withdrawn."""
NUMBERS = ("66812345", "1144034567", "3157778899", "3001234567", "6025551234")
EMAILS = ("flor@correo.example", "gil.usme+x@correo.example", "vecina@correo.example")
INSIDE = ("Se cayó el sonido", "Interrumpir a quien se pase", "Raizal de Providencia", "Cambiar la tabla cuatro")
SECRETS = (*NAMES, *EMAILS, *INSIDE)
WRITTEN = (
    "Soy Flor Inés PAZ Gómez, c.c. 66.812.345, y mi vecina (vecina@correo.example) pide con Ñusta Quispe Roa que "
    "llamen al 315-777-8899"
)
"""What the entity wrote, of people that it knows."""
SAID = f"{WRITTEN} o al 602 555 1234"
"""What a citizen said, with a telephone that nobody knows: in the entity's words it might be that of an office."""


def told_everywhere() -> r.Audiencia:
    """A hearing in which every text says what may not be published."""
    flor, gil, nusta, yeimy, ofelia = NAMES
    return r.Audiencia(
        codigo="x",
        nombre="Audiencia de Piedra Clara",
        objetivo=f"Oír a {gil} y a {ofelia}",
        asistentes=_people(),
        invitados=(r.Asistente(nombre=yeimy),),
        orden_del_dia=(r.Punto(titulo="Saludo", guion=INSIDE[1]),),
        incidentes=(r.Incidente(texto=INSIDE[0]),),
        intervenciones=(r.Intervencion(nombre=nusta, tema=WRITTEN),),
        preguntas=(
            casos.pregunta(1, texto=SAID, linea=SAID, autor=r.Autor(nombre=flor, telefono="3157778899")),
            casos.pregunta(2, texto=SAID, texto_editado=SAID, autor=r.Autor(nombre=yeimy, correo=EMAILS[2])),
            casos.pregunta(
                3, texto=SAID, estado="respondida", respuesta=r.Respuesta(texto=WRITTEN, modo="por_escrito")
            ),
        ),
        encuestas=(_survey(),),
        compromisos=(r.Compromiso(codigo="C", que_hacer=WRITTEN, responsables=(f"Ana Luz Roa, con {nusta}",)),),
        acta=r.Acta(
            numero="7",
            estado="aprobada",
            desarrollo=(r.Seccion(titulo=WRITTEN, bloques=_narrative()),),
            observaciones_de_revision=(r.Observacion(autor=gil, texto=INSIDE[3]),),
            notas=(WRITTEN,),
        ),
    )


def _people() -> tuple[r.Asistente, ...]:
    flor, gil, nusta, _, ofelia = NAMES
    return (
        r.Asistente(
            id=r.Id("00000000-0000-7000-8000-000000000001"),
            nombre=flor,
            documento=r.Documento(tipo="CC", numero="66.812.345"),
            telefono="315 777 8899",
            correo=EMAILS[0],
            autorizacion=r.Autorizacion(otorgada=True, version="1"),
            enfoque_diferencial=r.EnfoqueDiferencial(etnia=INSIDE[2]),
            calidad="ciudadano",
        ),
        r.Asistente(
            nombre=gil,
            documento=r.Documento(tipo="CC", numero="1144034567"),
            correo=EMAILS[1],
            autorizacion=r.Autorizacion(otorgada=False, version="1"),
            calidad="ciudadano",
        ),
        r.Asistente(nombre=nusta, telefono="300 123 4567", calidad="ciudadano", roles=("otro",)),
        r.Asistente(nombre=ofelia, calidad="ciudadano", anulada=r.Anulada(motivo=f"Repetida: {SAID}")),
        r.Asistente(nombre="Ana Luz Roa", cargo="Secretaria", calidad="servidor"),
    )


def _survey() -> r.Encuesta:
    asked = (
        r.PreguntaEncuesta(codigo="p", tipo="texto", enunciado="¿Algo más?", muestra=(SAID,)),
        r.PreguntaEncuesta(
            codigo="e", tipo="unica", opciones=("Indígena", "Raizal", "Ninguna"), admite_otro=True, caracteriza=True
        ),
    )
    others = [r.RespuestaEncuesta(valores={"e": "Ninguna"}) for _ in range(12)]
    one = r.RespuestaEncuesta(valores={"p": SAID, "e": f"Otra: {SAID}"})
    return r.Encuesta(titulo="Encuesta", preguntas=asked, respuestas=(*others, one, one, one))


def _narrative() -> tuple[r.Bloque, ...]:
    return (
        r.Parrafo(texto=WRITTEN),
        r.Lista(items=(WRITTEN, r.Item(texto=WRITTEN, items=(WRITTEN,)))),
        r.Tabla(leyenda=WRITTEN, encabezados=(WRITTEN,), filas=((WRITTEN, None),)),
        r.Cita(texto=WRITTEN, autor=NAMES[0]),
        r.Figura(leyenda=WRITTEN, texto_alternativo=WRITTEN, transcripcion=WRITTEN),
        *(r.Inserto(dato=dato) for dato in ("preguntas", "intervenciones", "encuestas", "compromisos", "asistencia")),
    )


def documents() -> dict[str, Document]:
    audiencia = told_everywhere()
    archivo = casos.archivo(audiencia)
    seal = Sello("0" * 64, 1, r.FechaHora("2026-11-20T10:00:00-05:00"), {})
    approved = Aprobada("v", archivo, {}, seal)
    return {
        "acta": acta_aprobada(approved, publica=True),
        "preguntas": lista_de_preguntas(archivo, audiencia),
        "encuesta": informe_de_encuesta(archivo, audiencia),
        "asistencia": resumen_de_asistencia(archivo, audiencia),
        "memoria": memoria(archivo, archivo, version=1, hoy=date(2026, 11, 20)),
    }


def everything(document: Document) -> dict[str, str]:
    """All that a reader of its PDF or its DOCX could find, by where."""
    data = to_bytes(document)
    found = {"texto del PDF": words(data)}
    with pikepdf.open(BytesIO(data)) as pdf:
        found["XMP"] = pdf.Root.Metadata.read_bytes().decode()
        found["objetos"] = "\n".join(_strings(pdf))
        for name in pdf.attachments:
            found[name] = pdf.attachments[name].get_file().read_bytes().decode()
    with zipfile.ZipFile(BytesIO(to_docx(document))) as packed:
        xml = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith((".xml", ".rels")))
        found["DOCX"] = html.unescape(re.sub(r"</w:p>", "\n", xml))
        found["DOCX, sin marcas"] = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", xml)))
    return found


def _strings(pdf: pikepdf.Pdf) -> list[str]:
    """The titles, alternative texts and other strings of every object, that the pages do not show."""
    return [
        str(value)
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary)
        for value in item.values()
        if isinstance(value, pikepdf.String)
    ]


def leaked(text: str) -> list[str]:
    """What of all that nobody authorised can be found in a text, however its digits are grouped."""
    plain, digits = doblado(text), re.sub(r"[ .\-]", "", text)
    found = [secret for secret in SECRETS if doblado(secret) in plain]
    return found + [number for number in NUMBERS if number in digits]


@pytest.fixture(scope="module")
def published() -> dict[str, dict[str, str]]:
    return {name: everything(document) for name, document in documents().items()}


@pytest.mark.parametrize("name", ["acta", "preguntas", "encuesta", "asistencia", "memoria"])
def test_nothing_that_nobody_authorised_is_in_what_is_published(
    published: dict[str, dict[str, str]], name: str
) -> None:
    assert {place: leaks for place, text in published[name].items() if (leaks := leaked(text))} == {}


def test_what_looks_for_it_would_find_it_in_the_internal_acta() -> None:
    seal = Sello("0" * 64, 1, r.FechaHora("2026-11-20T10:00:00-05:00"), {})
    found = everything(acta_aprobada(Aprobada("v", casos.archivo(told_everywhere()), {}, seal)))
    named = [NAMES[0]]  # who authorised the use of their data is named in the open data (rcdesk/1, rule 8)
    assert leaked(found.pop("datos-abiertos.json")) == named
    assert {place for place, text in found.items() if not leaked(text)} == {"XMP"}


def test_the_public_acta_says_so_and_names_people_by_initials_or_by_a_number(
    published: dict[str, dict[str, str]],
) -> None:
    text = published["acta"]["texto del PDF"]
    assert "Versión pública." in text
    assert "Soy F. I. P. G., c.c. [número reservado]" in text
    assert "Ana Luz Roa" in text
    assert "Ciudadano/a" in text


def test_the_internal_acta_prints_no_telephone_that_a_citizen_said_unless_somebody_edited_it() -> None:
    asked = (
        casos.pregunta(1, texto="Llámenme al 315 777 8899"),
        casos.pregunta(2, texto="x", texto_editado="Línea 123 o 315 777 8800"),
    )
    archivo = casos.archivo(r.Audiencia(codigo="x", preguntas=asked, acta=_with_questions()))
    seal = Sello("0" * 64, 1, r.FechaHora("2026-11-20T10:00:00-05:00"), {})
    text = words(to_bytes(acta_aprobada(Aprobada("v", archivo, {}, seal))))
    assert "Llámenme al [número reservado]" in text
    assert "315 777 8800" in text


def _with_questions() -> r.Acta:
    return r.Acta(numero="1", desarrollo=(r.Seccion(titulo="Preguntas", bloques=(r.Inserto(dato="preguntas"),)),))


def test_the_memoria_tells_what_was_answered_since_what_is_owed_and_what_was_corrected() -> None:
    asked = [
        casos.pregunta(n, texto=f"¿Pregunta {n}?", estado="pendiente", recibida="2026-11-03T10:00:00-05:00")
        for n in (1, 2)
    ]
    answered = r.FechaHora("2026-11-10T09:00:00-05:00")
    answer = r.Respuesta(texto="El puente se abre en marzo.", modo="por_escrito", fecha=answered, responde="Ana Roa")
    later = (casos.pregunta(1, texto="¿Pregunta 1?", estado="respondida", respuesta=answer), asked[1])
    version = r.VersionAprobada(version=2, motivo="Faltaba un compromiso", instantanea=r.Sha256("0" * 64))
    acta = r.Acta(numero="7", versiones=(version,))
    before = r.Audiencia(codigo="x", preguntas=tuple(asked), acta=acta)
    document = memoria(
        casos.archivo(before),
        casos.archivo(r.Audiencia(codigo="x", preguntas=later, acta=acta)),
        version=2,
        hoy=date(2026, 12, 20),
    )
    text = words(to_bytes(document))
    assert "MEMORIA DE RESPUESTAS POSTERIORES AL ACTA No. 7" in text
    assert "El puente se abre en marzo." in text
    assert "Por escrito" in text
    assert "Ana Roa" in text
    assert "Preguntas que siguen pendientes" in text
    assert "Venció el" in text
    assert "Versión 2. Motivo: Faltaba un compromiso" in text


def test_an_acta_that_left_nothing_pending_has_a_memoria_that_says_so() -> None:
    for acta, called in (
        (r.Acta(numero="7"), "AL ACTA No. 7"),
        (r.Acta(formato=r.FormatoDocumental(tipo_documental="ACTA", numeracion="sin número")), "AL ACTA "),
    ):
        empty = casos.archivo(r.Audiencia(codigo="x", acta=acta))
        text = words(to_bytes(memoria(empty, empty, version=1, hoy=date(2026, 12, 1))))
        assert "no dejó preguntas pendientes" in text
        assert called in text and "Sin diligenciar" not in text
