"""What a person accepts about personal data when signing (Ley 1581 de 2012, art. 12): the entity's text, or ours."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.blocks import Block, Paragraph, literal
from rcdesk.domain.autorizaciones import en_vigor
from rcdesk.domain.registro import Audiencia, Entidad, TextoDeAutorizacion

_TITULO = "Autorización para el tratamiento de datos personales (Ley 1581 de 2012)"


def autorizacion(entidad: Entidad | None, audiencia: Audiencia) -> Iterator[Block]:
    """The text with its title, and its version when it is the entity's."""
    propio = texto_vigente(entidad, audiencia)
    yield Paragraph(f"**{_TITULO}**")
    yield Paragraph(texto(entidad, audiencia), note=True)
    if propio:
        yield Paragraph(f"Texto de autorización, versión {literal(propio.version)}.", note=True)


def texto(entidad: Entidad | None, audiencia: Audiencia) -> str:
    """The entity's text in force on the day of the hearing; the standard one when it has none."""
    propio = texto_vigente(entidad, audiencia)
    return literal(propio.texto if propio else modelo(entidad))


def texto_vigente(entidad: Entidad | None, audiencia: Audiencia) -> TextoDeAutorizacion | None:
    """The newest text that was already in force; the first one when all came later; None when there is none."""
    return en_vigor(entidad.textos_de_autorizacion if entidad else (), audiencia.fecha)


def modelo(entidad: Entidad | None) -> str:
    """A ready text with all that the law asks for, as the entity may print it or take it as a start."""
    nombre = (entidad.nombre if entidad else None) or "la entidad que convoca"
    contacto = f", correo {entidad.correo}" if entidad and entidad.correo else ""
    return (
        f"Responsable: {nombre}{contacto}. Los datos se usan para dejar constancia de la asistencia, enviar las"
        " respuestas y memorias de la rendición de cuentas y elaborar estadísticas, y se conservan con el expediente"
        " de la audiencia. Dar el documento, el teléfono o el correo es voluntario y no condiciona la participación."
        " Responder datos sensibles (género, etnia, discapacidad, ser víctima) también lo es. Por niñas, niños y"
        " adolescentes autoriza quien los representa. La imagen y la voz se autorizan aparte."
        " El titular puede conocer, actualizar, rectificar y suprimir sus datos, pedir prueba de esta autorización,"
        " revocarla y presentar quejas ante la Superintendencia de Industria y Comercio."
    )
