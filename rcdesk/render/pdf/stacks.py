"""Measured text: a paragraph broken into lines, and stacks of them, which know their height and where to be cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rcdesk.documents.blocks import Align, Item
from rcdesk.render.pdf import tags
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import INDENT, Style
from rcdesk.render.typeface import faces
from rcdesk.render.words import paragraphs
from rcdesk.render.wrap import Line, Measure, bare_lines, lines

BULLETS = ("•", "–")
BOX = "☐"


class Text:
    """One paragraph of one element, broken for one width. `above` is the space over it inside a stack."""

    __slots__ = ("above", "align", "height", "indent", "label", "lines", "node", "style", "width")

    def __init__(
        self,
        node: Node | None,
        broken: list[Line],
        style: Style,
        width: float,
        *,
        align: Align = Align.LEFT,
        indent: float = 0.0,
        label: Text | None = None,
        above: float = 0.0,
    ) -> None:
        self.node, self.lines, self.style, self.width = node, broken, style, width
        self.align, self.indent, self.label, self.above = align, indent, label, above
        self.height = len(broken) * style.leading

    def cut(self, count: int) -> tuple[Text, Text]:
        """The first `count` lines, and the rest, of the same element."""
        head, tail = self._with(self.lines[:count]), self._with(self.lines[count:])
        head.label, head.above = self.label, self.above
        return head, tail

    def _with(self, broken: list[Line]) -> Text:
        return Text(self.node, broken, self.style, self.width, align=self.align, indent=self.indent)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw from the upper left corner."""
        if self.label is not None:
            pen.text(self.label, x + self.label.indent, top)
        pen.text(self, x + self.indent, top)


Stack: TypeAlias = Sequence[Text]
"""Texts one under another: what a table cell holds."""


def height(stack: Stack) -> float:
    """The height of a stack."""
    return sum(text.above + text.height for text in stack)


def cut(stack: Stack, room: float) -> tuple[Stack, Stack]:
    """What fits in `room`, and the rest; either may be empty."""
    for index, text in enumerate(stack):
        room -= text.above
        if text.height > room + 0.01:
            count = max(0, int((room + 0.01) / text.style.leading))
            if not count:
                return stack[:index], stack[index:]
            head, tail = text.cut(count)
            return [*stack[:index], head], [tail, *stack[index + 1 :]]
        room -= text.height
    return stack, ()


def draw(stack: Stack, pen: Pen, x: float, top: float) -> None:
    """Draw a stack downwards from its upper left corner."""
    for text in stack:
        top -= text.above
        text.draw(pen, x, top)
        top -= text.height


@dataclass(frozen=True, slots=True)
class Cast:
    """How text is set: a style, in a width, on a side."""

    style: Style
    width: float
    align: Align = Align.LEFT

    def one(self, node: Node | None, words: str, *, above: float = 0.0, indent: float = 0.0) -> Text:
        """One clean paragraph, as the content of `node`."""
        width = self.width - indent
        return Text(node, self._broken(words, width), self.style, width, align=self.align, above=above, indent=indent)

    def bare(self, node: Node | None, words: str, *, most: int = 0, above: float = 0.0) -> Text:
        """One clean paragraph whose words are printed as they are, in at most so many lines."""
        broken: list[Line] = [*bare_lines(words, Measure(self.width, self.style.size, self.style.bold), most)]
        return Text(node, broken, self.style, self.width, align=self.align, above=above)

    def cell(self, node: Node, words: str) -> Stack:
        """The content of a cell: the cell's own text, or a P for each paragraph where there are several."""
        if not words:
            return ()
        first, *others = paragraphs(words)
        if not others:
            return (self.one(node, first),) if first else ()
        gap = self.style.leading * 0.35
        return [
            self.one(Node("P", node), part, above=gap if index else 0) for index, part in enumerate((first, *others))
        ]

    def items(
        self,
        parent: Node,
        items: Sequence[str | Item],
        *,
        ordered: bool = False,
        above: float = 0.0,
        base: float = 0.0,
        bullet: str = BULLETS[0],
    ) -> list[Text]:
        """A list: one text with its label for each item, then one for each further paragraph, then its own list."""
        made: list[Text] = []
        if not items:
            return made
        kind = tags.NUMBERS if ordered else tags.BOXES if bullet == BOX else tags.BULLETS
        root = Node("L", parent, attributes=kind)
        step = self._step(len(items), ordered) * (1.4 if bullet == BOX else 1.0)
        for number, item in enumerate(items, 1):
            words, inner = (item, None) if isinstance(item, str) else (item.text, item)
            node = Node("LI", root)
            sign = f"{number}." if ordered else bullet
            label: Text | None = Text(Node("Lbl", node), [sign], self.style, step, indent=base)
            body = Node("LBody", node)
            parts = paragraphs(words)
            simple = len(parts) == 1 and (inner is None or not inner.items)
            for part in parts:
                text = self.one(body if simple else Node("P", body), part, above=above, indent=base + step)
                text.label, label = label, None
                made.append(text)
            if inner is not None:
                made += self.items(
                    body,
                    inner.items,
                    ordered=inner.ordered,
                    above=above,
                    base=min(base + step, self.width / 3),
                    bullet=bullet if ordered else BULLETS[bullet == BULLETS[0]],
                )
        return made

    def _step(self, count: int, ordered: bool) -> float:
        """From the label of an item to its text; numbers of three digits need more."""
        scale = self.style.size / 10
        if not ordered:
            return 0.85 * INDENT * scale
        widest = faces()[self.style.bold].width(f"{count}.", self.style.size)
        return max(1.25 * INDENT * scale, widest + 4 * scale)

    def _broken(self, words: str, width: float) -> list[Line]:
        return lines(words, Measure(width, self.style.size, self.style.bold))
