"""The shape in which figures are handed over: the tree that `rcdesk resumen --json` prints."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Cifra: TypeAlias = str | int | Sequence["Cifra"] | Mapping[str, "Cifra"] | None
"""An integer count; a percentage, exact number, date or text as text; or a list or map of them."""

Cifras: TypeAlias = dict[str, Cifra]
"""Name of the figure → its value; a figure whose inputs are absent has no key."""
