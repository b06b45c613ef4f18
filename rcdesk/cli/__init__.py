"""The headless face of rcdesk: the same actions and queries as the screens, without Qt.

Exit 0 when it was done, 1 when it was refused or a check failed (why, in Spanish, on stderr), 2 when it was called
wrongly.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rcdesk.cli.orders import ORDENES
from rcdesk.cli.parser import parse
from rcdesk.domain.errors import RuleError, StoreError


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    order, arguments = parse(argv, ORDENES)
    try:
        return order.run(arguments)
    except (RuleError, StoreError) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has gone: nothing to tell, and nobody to tell it
        sys.stderr.close()
    except OSError as error:
        print(f"El sistema no dejó usar «{error.filename}»: {error.strerror}.", file=sys.stderr)
    return 1
