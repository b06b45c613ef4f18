"""A row of a file of outside as it crosses between processes, and how much of a file is read."""

from __future__ import annotations

from typing import Final, TypeAlias

Raw: TypeAlias = tuple[int, tuple[str, ...], str]
"""Its number in the file, its cells as text, and what is wrong with it."""

ROWS: Final = 50_000
COLUMNS: Final = 60
KINDS: Final = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json")
