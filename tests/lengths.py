"""Whether the long ones are run whole: `--largo` of pytest, or RCDESK_LARGO=1; read when the tests are collected."""

import os
import sys
from typing import Final

LARGO: Final = "--largo" in sys.argv or bool(os.environ.get("RCDESK_LARGO"))
