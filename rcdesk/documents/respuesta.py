"""The letters that answer whoever asked: with the answer that was written, or with the day by which it is due.

For inside: each goes to one person. Of them it has their name and where it is sent; of others, nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import sin_anuladas
from rcdesk.documents.blocks import (
    Block,
    Document,
    Grid,
    Heading,
    Layout,
    PageBreak,
    Paragraph,
    Room,
    Signatures,
    Signer,
    bold,
    literal,
)
from rcdesk.documents.ficha import ficha
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import (
    SIN_IMAGENES,
    Imagenes,
    autor,
    dia_de,
    fecha_de_formulario,
    formato,
    formato_de,
    pie_de,
    terminada,
)
from rcdesk.documents.preguntas_dichas import agrupadas, radicado, soporte
from rcdesk.domain.cifras.preguntas import referencia
from rcdesk.domain.plazo_de_pregunta import Plazo, plazo
from rcdesk.domain.plazos import Calendario, calendario
from rcdesk.domain.preguntas import ABIERTOS
from rcdesk.domain.registro import Archivo, Audiencia, Pregunta, Respuesta

TIPO_DOCUMENTAL: Final = "OFICIO DE RESPUESTA"


@dataclass(frozen=True, slots=True)
class Oficio:
    """A question and the one it is answered with, which is itself unless it was grouped; `plazo` while it is open."""

    pregunta: Pregunta
    principal: Pregunta
    plazo: Plazo | None

    @property
    def respuesta(self) -> Respuesta | None:
        """The written answer; None while it is owed."""
        return None if self.principal.estado in ABIERTOS else self.principal.respuesta

    @property
    def dependencia(self) -> str:
        """The office that answers."""
        dada = self.principal.respuesta.dependencia if self.principal.respuesta else None
        return dada or self.principal.dependencia or ""


def oficios_de_respuesta(
    archivo: Archivo, audiencia: Audiencia, *, hoy: date, imagenes: Imagenes = SIN_IMAGENES
) -> Document:
    """A letter for each question that is open or was answered in writing, after the list of all; `hoy` dates them.

    A letter with an answer has its day. There is none for who gave no name, and the list says so.
    """
    audiencia = sin_anuladas(audiencia)
    todos = tuple(_oficios(audiencia.preguntas, hoy, calendario(archivo)))
    con_nombre = [uno for uno in todos if _destinatario(uno.pregunta)]
    return Document(
        title=f"Oficios de respuesta. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "oficio"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(
            *_relacion(audiencia, todos, con_nombre),
            *(block for uno in con_nombre for block in _carta(archivo, audiencia, uno, hoy)),
        ),
        contents_over=None,
        layout=Layout(counted="", foot=pie_de(formato_de(archivo, "oficio"))),
    )


def _oficios(todas: Sequence[Pregunta], hoy: date, calendario: Calendario) -> Iterator[Oficio]:
    """The questions that need a letter, each with its answer or its term."""
    por_referencia = {referencia(una): una for una in todas}
    principales = {
        referencia(una): por_referencia[cabeza] for cabeza, grupo in agrupadas(todas).items() for una in grupo
    }
    for una in todas:
        principal = principales.get(referencia(una), una)
        if principal.estado in ABIERTOS:
            plazos = [_plazo(otra, hoy, calendario) for otra in (una, principal)]
            yield Oficio(una, principal, min(filter(None, plazos), key=lambda uno: uno.vence, default=None))
        elif principal.estado == "respondida" and _escrita(principal.respuesta):
            yield Oficio(una, principal, None)


def _plazo(una: Pregunta, hoy: date, calendario: Calendario) -> Plazo | None:
    return plazo("pendiente", una.tipo, una.recibida, None, hoy, calendario)


def _escrita(respuesta: Respuesta | None) -> bool:
    return respuesta is not None and respuesta.modo == "por_escrito" and bool(respuesta.texto)


def _destinatario(una: Pregunta) -> str:
    return "" if una.anonima or una.autor is None else una.autor.nombre or ""


def _relacion(audiencia: Audiencia, todos: Sequence[Oficio], con_nombre: Sequence[Oficio]) -> Iterator[Block]:
    """Whom there is a letter for, and whom there is none."""
    yield from ficha("Oficios de respuesta", audiencia)
    if not todos:
        yield Paragraph("No hay preguntas pendientes ni respondidas por escrito.")
        return
    yield Paragraph("Relación para uso interno: lleva nombres. Cada oficio empieza en una página.", note=True)
    filas = tuple(
        (referencia(uno.pregunta), literal(_destinatario(uno.pregunta)), _que_dice(uno)) for uno in con_nombre
    )
    if filas:
        yield Grid(("No.", "Para", "Qué dice"), filas, (0.8, 4, 5.2), summary="Oficios de este documento")
    sin_nombre = [referencia(uno.pregunta) for uno in todos if not _destinatario(uno.pregunta)]
    if sin_nombre:
        cuales = i18n.lista_en_palabras(sin_nombre)
        yield Paragraph(f"Sin oficio, porque no se sabe el nombre de quien preguntó: {literal(cuales)}.")
        yield Paragraph("Publique esas respuestas donde se publican los avisos de la entidad.", note=True)


def _que_dice(uno: Oficio) -> str:
    if uno.respuesta is not None:
        return "La respuesta"
    if uno.plazo is None:
        return "Que está en trámite"
    vence = fecha_de_formulario(uno.plazo.vence.isoformat())
    hasta = "el plazo venció el" if _vencido(uno.plazo) else "se responde a más tardar el"
    return f"Que está en trámite; {hasta} {vence}"


def _vencido(plazo: Plazo) -> bool:
    return plazo.situacion == "vencida"


def _carta(archivo: Archivo, audiencia: Audiencia, uno: Oficio, hoy: date) -> Iterator[Block]:
    """One letter."""
    pregunta = uno.pregunta
    yield PageBreak()
    yield Heading(f"Respuesta a la pregunta {referencia(pregunta)}", 1)
    yield Paragraph(literal(_lugar_y_fecha(archivo, uno, hoy)))
    yield Paragraph(f"Señor(a)\n{bold(_destinatario(pregunta))}\n{literal(_contacto(pregunta))}")
    asunto = f"**Asunto:** pregunta {referencia(pregunta)} de la audiencia «{nombre(audiencia)}»."
    escrito = radicado(pregunta)
    yield Paragraph(f"{asunto} {escrito}." if escrito else asunto)
    yield Paragraph(_recibida(pregunta))
    yield Paragraph(literal(pregunta.texto_editado or pregunta.texto), quote=True)
    if uno.respuesta is not None:
        yield from _con_respuesta(uno, uno.respuesta)
    else:
        yield from _en_tramite(uno)
    yield Signatures((_firma(archivo, audiencia, uno),), "Atentamente,")


def _lugar_y_fecha(archivo: Archivo, uno: Oficio, hoy: date) -> str:
    """The day of the answer, which is that of its letter; otherwise today."""
    dada = uno.respuesta.fecha if uno.respuesta else None
    cuando = i18n.fecha_larga(dia_de(dada) if dada else hoy.isoformat())
    municipio = archivo.entidad.municipio if archivo.entidad else None
    return f"{municipio}, {cuando}" if municipio else cuando


def _contacto(pregunta: Pregunta) -> str:
    """Where the letter is sent."""
    autor_ = pregunta.autor
    return (autor_.correo or autor_.telefono or "") if autor_ else ""


def _recibida(pregunta: Pregunta) -> str:
    if not pregunta.recibida:
        return "Recibimos esta pregunta suya:"
    return f"El {i18n.fecha_larga(dia_de(pregunta.recibida))} recibimos esta pregunta suya:"


def _con_respuesta(uno: Oficio, respuesta: Respuesta) -> Iterator[Block]:
    quien = f"{literal(uno.dependencia)} responde:" if uno.dependencia else "Le respondemos:"
    yield Paragraph(quien)
    yield Paragraph(literal(respuesta.texto or ""))
    yield from (Paragraph(dicho, note=True) for dicho in map(soporte, respuesta.soportes) if dicho)


def _en_tramite(uno: Oficio) -> Iterator[Block]:
    """What the law asks to be told while there is no answer (Ley 1755 de 2015, art. 14)."""
    donde = f" ({literal(uno.dependencia)})" if uno.dependencia else ""
    if uno.plazo is None:
        yield Paragraph(f"Su pregunta está en trámite{donde}. Se le responderá por escrito en el término de ley.")
        return
    vence, norma = i18n.fecha_larga(uno.plazo.vence.isoformat()), literal(uno.plazo.norma)
    if not _vencido(uno.plazo):
        yield Paragraph(f"Su pregunta está en trámite{donde}. Se le responderá por escrito a más tardar el {vence}.")
        yield Paragraph(f"Término: {norma}. Se cuenta desde el día hábil siguiente a su recibo.", note=True)
        return
    yield Paragraph(f"Su pregunta sigue en trámite{donde}. El término para responderla venció el {vence}.")
    yield Paragraph(f"Término: {norma}.", note=True)
    yield Room("Motivo de la demora:", 2)
    yield Room("Se le responderá a más tardar el:", 1)


def _firma(archivo: Archivo, audiencia: Audiencia, uno: Oficio) -> Signer:
    """Who answered or has to; without a name, the place for one."""
    quien = (uno.respuesta.responde if uno.respuesta else None) or uno.principal.responsable
    oficina = literal(uno.dependencia) or autor(archivo, audiencia)
    return Signer(literal(quien or "Nombre y cargo de quien firma:"), "", oficina)
