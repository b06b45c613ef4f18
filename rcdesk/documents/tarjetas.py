"""Invitation cards: who is invited, to what, and the QR with which they come in at once. They carry no document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Card, Cards, Document, Paragraph
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, terminada
from rcdesk.domain.asistentes import orden_alfabetico
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.codigos import codigo_de
from rcdesk.domain.registro import Archivo, Asistente, Audiencia

TIPO_DOCUMENTAL: Final = "TARJETAS DE INVITACIÓN"

_AVISO: Final = "Muéstrela al llegar. El código no contiene sus datos."
_SIN_PERSONAS: Final = "No hay personas inscritas ni invitadas a quienes hacer tarjeta."


def tarjetas(archivo: Archivo, audiencia: Audiencia, *, imagenes: Imagenes = SIN_IMAGENES) -> Document:
    """One card for each person registered or invited who comes in person, by surname, eight on a page."""
    cards = tuple(_cards(archivo, audiencia))
    return Document(
        title=f"Tarjetas de invitación. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "tarjeta"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(Cards(cards),) if cards else (Paragraph(_SIN_PERSONAS),),
        contents_over=None,
    )


def con_tarjeta(audiencia: Audiencia) -> list[Asistente]:
    """Who has a card: whoever is registered or invited, by name, except those who take part from afar."""
    invitados = audiencia.invitados if isinstance(audiencia.invitados, tuple) else ()
    people = (*vigentes(audiencia.asistentes), *vigentes(invitados))
    known = {uno.id: uno for uno in people if uno.id and uno.nombre and uno.modalidad != "virtual"}
    return sorted(known.values(), key=lambda uno: orden_alfabetico(uno.nombre))


def _cards(archivo: Archivo, audiencia: Audiencia) -> Iterator[Card]:
    entity = (archivo.entidad.nombre if archivo.entidad else None) or ""
    name = audiencia.nombre or audiencia.codigo
    when, where = _cuando(audiencia), i18n.lista_en_palabras([lugar.nombre for lugar in audiencia.lugares])
    for uno in con_tarjeta(audiencia):
        said = f"Código de ingreso de {uno.nombre}"
        group = uno.organizacion or uno.dependencia or ""
        lines = tuple(filter(None, (group, name, when, where)))
        yield Card(entity, uno.nombre or "", lines, _AVISO, codigo_de("asistente", str(uno.id)), said)


def _cuando(audiencia: Audiencia) -> str:
    """For whom they invite: the day in short, and the hour they are called at, whenever it began."""
    hour = audiencia.hora_inicio_programada or audiencia.hora_inicio
    day = i18n.fecha_corta(audiencia.fecha) if audiencia.fecha else ""
    return ", ".join(filter(None, (day, i18n.hora_am_pm(hour) if hour else "")))
