"""What a person accepts about personal data when signing (Ley 1581 de 2012, art. 12): the entity's text, or ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.blocks import Block, Heading, Paragraph, literal
from rcdesk.domain.autorizaciones import MODELO, en_vigor
from rcdesk.domain.registro import Audiencia, Entidad, TextoDeAutorizacion

_TITULO: Final = "Autorización para el tratamiento de datos personales (Ley 1581 de 2012)"
_AL_FIRMAR: Final = (
    "Al firmar autorizo el uso de mis datos como dice este texto; quien no lo autoriza escribe «No» junto a su firma."
)
_AL_MARCAR: Final = (
    "Marque «Sí» si autoriza el uso de sus datos como dice este texto, o «No»: la entrada no depende de ello."
)
_SIGUE: Final = "… El texto completo está en la última hoja y a la vista en la mesa de registro."

_CABE: Final = 1300
"""Letters of a text that is printed whole on each sheet: eight lines of small print."""


def al_pie(entidad: Entidad | None, audiencia: Audiencia, *, casillas: bool = False) -> str:
    """What each sheet that is signed says at its foot: the whole text, or its beginning when it is very long.

    `casillas`: the sheet has boxes to answer; without them, to sign is to accept.
    """
    dicho = " ".join(_dicho(entidad, audiencia).split())
    if len(dicho) > _CABE:
        dicho = f"{dicho[:_CABE].rsplit(' ', 1)[0].rstrip('.,;:')}{_SIGUE}"
    version = f"(Texto de autorización, versión {literal(_version(entidad, audiencia))}.)"
    return f"**{_TITULO}.** {_AL_MARCAR if casillas else _AL_FIRMAR} {literal(dicho)} {version}"


def completa(entidad: Entidad | None, audiencia: Audiencia) -> Iterator[Block]:
    """The whole text with its title, for the last sheet; nothing when each sheet has it whole."""
    dicho = _dicho(entidad, audiencia)
    if len(" ".join(dicho.split())) > _CABE:
        yield Heading(_TITULO, 2)
        yield Paragraph(literal(dicho))
        yield Paragraph(f"Texto de autorización, versión {literal(_version(entidad, audiencia))}.", note=True)


def _version(entidad: Entidad | None, audiencia: Audiencia) -> str:
    """What is written down with each answer: the version of the entity's text, or that of ours."""
    propio = texto_vigente(entidad, audiencia)
    return propio.version if propio else MODELO


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


def _dicho(entidad: Entidad | None, audiencia: Audiencia) -> str:
    """The entity's text in force on the day of the hearing; the standard one when it has none."""
    propio = texto_vigente(entidad, audiencia)
    return propio.texto if propio else modelo(entidad)
