"""Which program this is, as it says it of itself in a report or in what it makes."""

from __future__ import annotations

from contextlib import suppress


def program() -> str:
    """Return the name and the version: «rcdesk 0.1.0»; the name alone in a checkout that nobody installed."""
    from importlib.metadata import PackageNotFoundError, version  # 10 ms that no start should pay

    with suppress(PackageNotFoundError):
        return f"rcdesk {version('rcdesk')}"
    return "rcdesk"
