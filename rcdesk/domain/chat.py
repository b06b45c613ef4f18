"""A block copied from a chat, read as messages: who, when, what they said; the buttons round it are set apart.

The form is found by evidence in the whole block: Facebook, YouTube, WhatsApp, Zoom, «Nombre: mensaje», or loose lines.
The words of a person stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from rcdesk.domain.horas_de_chat import HORA, fecha_y_hora, hace_cuanto, hora_de_hoy

Forma = Literal["facebook", "youtube", "whatsapp", "zoom", "nombres", "parrafos", "suelto"]

_ZERO: Final = "\u200b"  # what YouTube writes between the hour, the name and the message
_MARKS: Final = str.maketrans("", "", "\u200e\u200f\u202a\u202c\ufeff")  # what WhatsApp writes round names
_BULLET: Final = re.compile(r"\s*(?:[•·▪◦‣*–—-]|\d{1,3}[.)])\s+(?=\S)")
_NAMED: Final = re.compile(r"([^:\n]{2,60}?)\s?:\s+(\S.*)", re.DOTALL)
_WHATSAPP: Final = re.compile(
    r"\[?(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}),?\s(" + HORA + r")(?:\]\s?|\s-\s)(.*)", re.IGNORECASE | re.DOTALL
)
_YOUTUBE: Final = re.compile(r"(" + HORA + r")\s*" + _ZERO + r"(.*)", re.IGNORECASE | re.DOTALL)
_ONLY_HOUR: Final = re.compile(HORA, re.IGNORECASE)
_ZOOM: Final = re.compile(
    r"(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:from|de|desde)\s+(.{1,80}?)\s*"
    r"(?:\s(?:to|a|para)\s+(?:everyone|todos(?: los participantes)?|todas las personas)\s?)?:\s?(.*)",
    re.IGNORECASE | re.DOTALL,
)
_AMOUNT: Final = re.compile(r"(?:[A-Z]{2,3}\s?[$€]?|[$€])\s?\d[\d.,]*(?:\s?[A-Z]{3})?")
_OMITTED: Final = re.compile(
    r"<?(?:multimedia|imagen|video|audio|sticker|gif|documento) omitid[oa]>?|(?:se eliminó|eliminaste) este mensaje\.?"
    r"|este mensaje fue eliminado\.?|<media omitted>",
    re.IGNORECASE,
)
_BUTTON: Final = (
    r"me gusta|me encanta|me divierte|me asombra|responder|reply|like|compartir|editado|edited|autora?|fan destacad[oa]"
    r"|seguidora? destacad[oa]|ver más|ver menos|ver traducción|seguir|ocultar|moderadora?|super ?chat|miembro nuevo"
    r"|ver (?:las )?\d+ respuestas?(?: más)?|ver \d+ respuesta|ver más comentarios|comentario fijado|verificado"
)
_BUTTONS: Final = re.compile(rf"(?:{_BUTTON})", re.IGNORECASE)
_REACTIONS: Final = re.compile(r"[\d.,]{1,7}(?:\s?mil)?")
_PIECES: Final = re.compile(rf"\s*(?:·|\||{_BUTTON})\s*|\s+", re.IGNORECASE)
_PROFILE: Final = re.compile(r"foto del perfil de .{1,80}", re.IGNORECASE)
_LONG: Final = 120  # letters: no button, name or hour has more


@dataclass(frozen=True, slots=True)
class Mensaje:
    """One message. `crudo` is how it was pasted, and `quitado` what of it is no word of the person."""

    autor: str
    texto: str
    recibida: str | None = None
    """Instant of Colombia, AAAA-MM-DDTHH:MM:SS-05:00."""
    crudo: str = ""
    quitado: tuple[str, ...] = ()
    aviso: bool = False
    """The chat itself says it («Ana salió del grupo», «imagen omitida»)."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A block, read."""

    forma: Forma
    mensajes: tuple[Mensaje, ...]

    @property
    def parece_chat(self) -> bool:
        """Whether two messages at least were recognised: what is pasted in the capture line is more than a question."""
        return self.forma != "suelto" and sum(bool(one.autor and one.texto) for one in self.mensajes) >= 2


Lines = Sequence[str]


def leer_chat(texto: str, *, ahora: datetime) -> Chat:
    """Read a block; `ahora` is the moment of Bogotá when it was copied, from which «2 min» is counted back."""
    lines = texto.replace("\r\n", "\n").replace("\r", "\n").translate(_MARKS).split("\n")
    full = [line for line in lines if line.strip()]
    forma = _form(lines, full)
    match forma:
        case "whatsapp":
            found = _stamped(lines, _WHATSAPP, lambda m: _from_whatsapp(m, ahora))
        case "zoom":
            found = _stamped(lines, _ZOOM, lambda m: _from_zoom(m, ahora))
        case "youtube":
            found = _youtube(lines, ahora)
        case "facebook":
            found = _groups(_facebook_groups(lines), ahora)
        case "parrafos":
            found = _groups(_paragraphs(lines), ahora)
        case "nombres" | "suelto":
            found = (_loose(line, forma == "nombres") for line in full)
    return Chat(forma, tuple(found))


def _form(lines: Lines, full: Lines) -> Forma:
    """Return the form with most evidence; two lines at least must show it."""
    whatsapp = sum(_WHATSAPP.match(line) is not None for line in full)
    zoom = sum(_ZOOM.match(line) is not None for line in full)
    hours = sum(_ONLY_HOUR.fullmatch(line.strip()[:_LONG]) is not None for line in full)
    youtube = sum(_YOUTUBE.match(line) is not None for line in full)
    footers = sum(_is_footer(line) for line in full)
    best: list[tuple[int, Forma]] = [(whatsapp, "whatsapp"), (zoom, "zoom"), (footers, "facebook")]
    best.append((youtube or (hours if hours * 2 >= len(full) // 2 else 0), "youtube"))
    most, forma = max(best, key=lambda one: one[0])
    if most >= 2 or (most == 1 and forma != "facebook" and len(full) <= 3 and not hours):
        return forma
    if footers and len(full) <= 12:
        return "facebook"
    named = [found[1] for line in full if (found := _NAMED.match(_unbulleted(line)[1])) and es_nombre(found[1])]
    if len(named) * 5 >= len(full) * 3 and (len(named) >= 3 or sum(" " in name for name in named) >= 2):
        return "nombres"
    blocks = [[line for line in block if line.strip()] for block in _paragraphs(lines)]
    if len(blocks) >= 2 and all(len(block) >= 2 and es_nombre(block[0]) for block in blocks):
        return "parrafos"
    return "suelto"


def es_nombre(texto: str) -> bool:
    """Say whether a line may be the name of somebody: few words, the first with a capital, and no question in it."""
    words = texto.strip()
    if not words or len(words) > 60 or len(words.split()) > 8 or words[-1] in ".,;:?!":
        return False
    return not any(letter in words for letter in "¿?¡!") and (words[0].isupper() or words[0] == "@")


def _is_footer(line: str) -> bool:
    """Say whether a line is the row of buttons that ends a comment: «Me gusta · Responder · 2 min»."""
    text = line.strip()
    if len(text) > _LONG or not _BUTTONS.search(text):
        return False
    lower = text.lower()
    return ("responder" in lower or "reply" in lower) and _is_noise(line)


def _is_noise(line: str) -> bool:
    """Say whether a line of a comment is buttons, reactions or an age, and no word of the person."""
    text = line.strip()
    if not text or len(text) > _LONG:
        return not text
    if _PROFILE.fullmatch(text) or _BUTTONS.fullmatch(text) or _REACTIONS.fullmatch(text) or hace_cuanto(text):
        return True
    if not _BUTTONS.search(text):
        return text in "·|…"
    rest = _PIECES.sub(" ", text).strip()  # «Me gusta · Responder · 2 min», also without spaces
    return not rest or bool(_REACTIONS.fullmatch(rest)) or hace_cuanto(rest) is not None


def _stamped(
    lines: Lines, pattern: re.Pattern[str], read: Callable[[re.Match[str]], tuple[str, str, str | None, str]]
) -> Iterator[Mensaje]:
    """Read lines that begin with their moment; a line that does not goes on with the message before."""
    head: tuple[str, str, str | None, str] = ("", "", None, "")
    body: list[str] = []
    raw: list[str] = []
    for line in [*lines, None]:
        found = pattern.match(line.lstrip()) if line is not None else None
        if (found or line is None) and any(one.strip() for one in raw):
            yield _message(head, body, raw)
            raw, body, head = [], [], ("", "", None, "")
        if found:
            head, raw = read(found), [line or ""]
        elif line is not None:
            raw.append(line)
            body.append(line)


def _message(head: tuple[str, str, str | None, str], body: Lines, raw: Lines) -> Mensaje:
    author, text, moment, taken = head
    text = "\n".join([text, *body]).strip()
    notice = bool(taken) and (not author or _OMITTED.fullmatch(text[:_LONG]) is not None)
    return Mensaje(author, text, moment, "\n".join(raw).strip("\n"), (taken,) if taken else (), notice)


def _from_whatsapp(found: re.Match[str], now: datetime) -> tuple[str, str, str | None, str]:
    day, hour, rest = found[1], found[2], found[found.re.groups]
    taken = found[0][: len(found[0]) - len(rest)]
    named = _NAMED.match(rest)
    moment = fecha_y_hora(day, hour, now)
    return (named[1], named[2], moment, taken) if named else ("", rest, moment, taken)


def _from_zoom(found: re.Match[str], now: datetime) -> tuple[str, str, str | None, str]:
    end = found.start(found.re.groups)
    taken = found.string[: found.start(2)] + found.string[found.end(2) : end]
    return found[2].strip(), found[found.re.groups], hora_de_hoy(found[1], now), taken


def _youtube(lines: Lines, now: datetime) -> Iterator[Mensaje]:
    """Read the live chat of YouTube: in one line, divided by what cannot be seen, or in three."""
    group: list[str] = []
    for line in [*lines, None]:
        text = (line or "").strip()
        inline = _YOUTUBE.match(text)
        starts = inline or (len(text) <= _LONG and _ONLY_HOUR.fullmatch(text))
        if (starts or line is None) and any(one.strip() for one in group):
            yield _youtube_group(group, now)
            group = []
        if line is not None:
            group.append(line)


def _youtube_group(group: Lines, now: datetime) -> Mensaje:
    raw = "\n".join(group).strip("\n")
    inline = _YOUTUBE.match(group[0].strip())
    parts = [*inline[inline.re.groups].split(_ZERO), *group[1:]] if inline else list(group)
    taken = [group[0].strip()[: inline.start(inline.re.groups)]] if inline else []
    hour = inline[1] if inline else ""
    words: list[str] = []
    for part in parts:
        text = part.strip()
        if not hour and not words and _ONLY_HOUR.fullmatch(text[:_LONG]):
            hour = text
            taken.append(part)
        elif words and len(text) <= _LONG and (_AMOUNT.fullmatch(text) or _BUTTONS.fullmatch(text)):
            taken.append(part)
        elif text:
            words.append(part)
    author = words[0].strip() if len(words) > 1 and hour else ""
    said = "\n".join(words[1:] if author else words).strip()
    return Mensaje(author, said, hora_de_hoy(hour, now) if hour else None, raw, tuple(taken))


def _facebook_groups(lines: Lines) -> Iterator[list[str]]:
    """Divide a block after each row of buttons; the age or the reactions that follow it go with it."""
    group: list[str] = []
    closed = False
    for line in lines:
        if closed and not _is_noise(line):
            yield group
            group, closed = [], False
        group.append(line)
        closed = closed or _is_footer(line)
    if any(line.strip() for line in group):
        yield group


def _paragraphs(lines: Lines) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _groups(groups: Iterator[list[str]], now: datetime) -> Iterator[Mensaje]:
    """Read comments: the name, the lines of the message, the buttons."""
    for group in groups:
        taken = tuple(line for line in group if line.strip() and _is_noise(line))
        words = [line for line in group if line.strip() and not _is_noise(line)]
        signed = len(words) > 1 and es_nombre(words[0])
        author, said = (words[0].strip(), words[1:]) if signed else ("", words)
        age = next((found for line in taken if (found := hace_cuanto(_PIECES.sub(" ", line).strip()))), None)
        moment = None if age is None else f"{(now - age):%Y-%m-%dT%H:%M:%S}-05:00"
        yield Mensaje(author, "\n".join(said).strip(), moment, "\n".join(group).strip("\n"), taken, not words)


def _loose(line: str, named: bool) -> Mensaje:
    bullet, text = _unbulleted(line)
    taken = (bullet,) if bullet.strip() else ()
    found = _NAMED.match(text) if named else None
    if found and es_nombre(found[1]):
        return Mensaje(found[1].strip(), found[2].strip(), None, line, taken)
    return Mensaje("", text.strip(), None, line, taken)


def _unbulleted(line: str) -> tuple[str, str]:
    found = _BULLET.match(line)
    return (found[0], line[found.end() :]) if found else ("", line)
