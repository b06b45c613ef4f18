"""How anybody checks that a copy is the acta that was approved: the hash of its data, as a short code and a QR."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Heading, Paragraph, Qr, literal
from rcdesk.domain.sello import Sello


def verificacion(sello: Sello) -> Iterator[Block]:
    """The code, its QR, and the chains of the bitácora just before; it claims to be no signature (Ley 527 de 1999)."""
    momento = datetime.fromisoformat(sello.aprobada).astimezone(i18n.COLOMBIA)
    yield Heading("Verificación de este documento", 3)
    yield Qr(
        sello.qr,
        f"Código de verificación: **{sello.codigo}**\n"
        f"Versión {sello.version}, aprobada el {i18n.fecha_y_hora(momento)}.\n"
        "El código resume los datos con que se aprobó el acta. «rcdesk comprobar», en la entidad, dice si una copia "
        "es la aprobada. No es una firma electrónica ni digital.",
    )
    yield Paragraph(f"Huella SHA-256 de los datos: {sello.sha256}", note=True)
    for mesa, cabeza in sorted(sello.cabezas.items()):
        entrada, _, huella = cabeza.rpartition(" ")
        cual = f"entrada {literal(entrada)} del puesto {literal(mesa)}"
        yield Paragraph(f"Bitácora antes de aprobar: {cual}, con huella {literal(huella)}", note=True)
