"""A mail not yet sent, with its attachments, as a file that mail programs open to be read over, addressed and sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

from rcdesk.render.words import clean

_BOUNDARY: Final = "=_rcdesk_borrador"
"""The same in every file: nothing in base64 begins a line like this."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a mail; `kind` is its media type."""

    name: str
    data: bytes
    kind: str


def to_eml(subject: str, words: str, attached: Sequence[Attached], *, made: datetime) -> bytes:
    """Return the mail, addressed to nobody; the same data, the same bytes."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(clean(subject).split())
    mail["Date"] = format_datetime(made)
    mail["X-Unsent"] = "1"  # Outlook opens it to be written
    mail.set_content("\n".join(clean(line) for line in words.splitlines()), cte="base64")
    for one in attached:
        kind, _, other = one.kind.partition("/")
        mail.add_attachment(one.data, maintype=kind, subtype=other, filename=one.name)
    if mail.is_multipart():
        mail.set_boundary(_BOUNDARY)
    return mail.as_bytes()
