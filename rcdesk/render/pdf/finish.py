"""What ReportLab does not write: structure tree, bookmarks, identification, colour profile and attachment.

The result claims PDF/A-3a and PDF/UA-1; the checker in the tests examines the claim.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from io import RawIOBase
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from rcdesk.documents.blocks import Attachment, Document
from rcdesk.render.pdf.draw import Drawn
from rcdesk.render.pdf.metadata import identify, pdf_date
from rcdesk.render.pdf.pen import ABOVE_TITLE, Bookmark
from rcdesk.render.pdf.structure import write_structure
from rcdesk.resources import resource


@cache
def _profile() -> bytes:
    return resource("icc", "sRGB.icc").read_bytes()


def write_finished(drawn: Drawn, document: Document, out: BinaryIO) -> None:
    """Add to the drawn pages what makes them an accessible, archivable document, and write it."""
    with pikepdf.open(drawn.file) as pdf:
        if document.attachment is not None:  # first: it needs room of its own for a while
            _attach(pdf, document.attachment, document.created)
        write_structure(pdf, drawn)
        _outline(pdf, drawn.bookmarks)
        _catalog(pdf, document)
        _repair_fonts(pdf)
        identify(pdf, document)
        steady = _Steady(out)
        pdf.save(
            steady,  # type: ignore[arg-type]  # a binary file, whatever its class says
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            min_version="1.7",
            fix_metadata_version=False,  # the packet does not name one
        )
        if steady.error is not None:
            raise steady.error


class _Steady(RawIOBase):
    """A file whose errors wait until all is written: one raised inside the library would end the program."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self.error: OSError | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        """Write, unless an earlier piece could not be written."""
        if self.error is None:
            try:
                self._out.write(data)
            except OSError as error:
                self.error = error
        return len(data)


def _outline(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        parents: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for mark in bookmarks:
            while parents[-1][0] >= mark.level:
                parents.pop()
            item = OutlineItem(mark.title, mark.page, "FitH", top=mark.top + ABOVE_TITLE)
            parents[-1][1].append(item)
            parents.append((mark.level, item.children))
    pdf.Root.PageMode = Name.UseOutlines


def _catalog(pdf: Pdf, document: Document) -> None:
    root = pdf.Root
    root.Lang = String(document.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=name,
        Info=name,
        DestOutputProfile=pdf.make_stream(_profile(), N=3),
    )
    root.OutputIntents = Array([pdf.make_indirect(intent)])


def _attach(pdf: Pdf, attachment: Attachment, created: datetime) -> None:
    spec = pikepdf.AttachedFileSpec(
        pdf,
        attachment.data,
        filename=attachment.name,
        mime_type=attachment.mime,
        description=attachment.description,
        creation_date=pdf_date(created),
        mod_date=pdf_date(created),
    )
    spec.relationship = Name.Data
    spec.obj.EF.F.write(zlib.compress(attachment.data), filter=Name.FlateDecode)  # in memory it need not be whole
    pdf.attachments[attachment.name] = spec
    pdf.Root.AF = Array([spec.obj])


def _repair_fonts(pdf: Pdf) -> None:
    """Undo two habits of ReportLab, in the one dictionary of fonts that all its pages share.

    It lists Helvetica even when nothing is drawn with it, and Helvetica is not embedded. It writes the Unicode value of
    an emoji with five digits, which a reader takes for another letter: the value must be a pair of UTF-16 units.
    """
    fonts = pdf.pages[0].obj.Resources.Font
    for name, font in list(fonts.as_dict().items()):
        if font.get("/BaseFont") == Name.Helvetica:
            del fonts[name]
        elif "/ToUnicode" in font:
            table = font.ToUnicode.read_bytes()
            font.ToUnicode.write(re.sub(rb"<([0-9A-F]{5,6})>", _utf16, table))


def _utf16(match: re.Match[bytes]) -> bytes:
    return b"<" + chr(int(match[1], 16)).encode("utf-16-be").hex().upper().encode() + b">"
