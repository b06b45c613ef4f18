"""Whether the long ones are run whole: `--largo` of pytest, or RCDESK_LARGO=1; read when the tests are collected."""

import os
import sys
from typing import Final

LARGO: Final = "--largo" in sys.argv or bool(os.environ.get("RCDESK_LARGO"))


def cases(whole: int) -> int:
    """How many random cases a costly test tries: all of them in a long run, a third otherwise."""
    return whole if LARGO else max(20, whole // 3)
