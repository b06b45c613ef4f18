"""The hour on the wall: of Bogotá, wherever the computer thinks it is. The only clock that screens read."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QCoreApplication

Clock = Callable[[], datetime]
_PROPERTY = "reloj"  # the application carries its clock, as it carries its look


def set_clock(app: QCoreApplication, clock: Clock | None) -> None:
    """Make the whole program read `clock`, which gives aware instants; None is the clock of the machine."""
    app.setProperty(_PROPERTY, clock)


def now() -> datetime:
    """Return the present moment in Bogotá."""
    from rcdesk.i18n import COLOMBIA  # the first paint shows no hour

    app = QCoreApplication.instance()
    clock = cast("Clock | None", app.property(_PROPERTY)) if app is not None else None
    return clock().astimezone(COLOMBIA) if clock is not None else datetime.now(COLOMBIA)


def today() -> str:
    """Return the date, `2026-11-20`."""
    return now().date().isoformat()


def hour() -> str:
    """Return the hour, `10:41`."""
    return f"{now():%H:%M}"


def nanoseconds() -> Callable[[], int]:
    """Return the clock that a base opened now is given: nanoseconds since 1970, readable from any thread."""
    app = QCoreApplication.instance()
    clock = cast("Clock | None", app.property(_PROPERTY)) if app is not None else None
    return time.time_ns if clock is None else lambda: int(clock().timestamp() * 1e9)
