"""What a pasted block becomes: its lines with what is proposed for each, and what is said of where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from rcdesk.domain.chat import Chat, Mensaje
from rcdesk.domain.renglones import Existente, Renglon, proponer
from rcdesk.domain.tanda import Tanda

_NAMES: Final = {"facebook": "Facebook", "youtube": "YouTube", "whatsapp": "WhatsApp", "zoom": "Zoom"}
_CHANNELS: Final = {"facebook": "redes_sociales", "whatsapp": "whatsapp"}
_NOT_TEXT: Final = "\ufffd"
_SPOILT: Final = "Traía signos que no son texto. F2 y Enter la acepta"
_UNKNOWN: Final = "Sin forma de chat: cada línea es un mensaje"


def from_chat(chat: Chat, existentes: Iterable[Existente]) -> Tanda:
    """Return the lines of a chat."""
    lines = proponer(map(_line, range(1, len(chat.mensajes) + 1), chat.mensajes), existentes, con_autor=True)
    return Tanda(lines, origen="del chat", con_autor=True, canal=_CHANNELS.get(chat.forma, "chat_en_vivo"))


def told_of(chat: Chat, when: datetime) -> str:
    """Return where it seems to come from and when it was copied."""
    where = _NAMES.get(chat.forma, _UNKNOWN if chat.forma == "suelto" else "")
    return ", ".join(filter(None, (where, f"copiado a las {when:%H:%M:%S}")))


def _line(n: int, one: Mensaje) -> Renglon:
    spoilt = _NOT_TEXT in one.texto or _NOT_TEXT in one.autor
    line = Renglon(
        n=str(n),
        texto=one.texto,
        autor=one.autor,
        recibida=one.recibida,
        crudo=one.crudo,
        destino="salta" if one.aviso else "entra",
        nota="Lo dice el chat, no una persona" if one.aviso else "",
    )
    return replace(line, destino="revisar", nota=_SPOILT, decidida=True) if spoilt and not one.aviso else line
