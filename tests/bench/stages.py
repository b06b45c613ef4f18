"""A process that writes an acta and prints, as JSON, the processor's seconds of each stage, and the memory it took.

Its arguments: ROOT BASE CODIGO PDF.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

STARTED = time.process_time()
SPENT: defaultdict[str, float] = defaultdict(float)
ROOT = sys.argv.pop(1)
sys.path.insert(0, ROOT)


def watch(module: ModuleType, name: str, stage: str, inside: str = "") -> None:
    """Add to `stage` what this function of a module takes; `inside` is the stage that calls it."""
    run: Callable[..., Any] = getattr(module, name)

    def watched(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        try:
            return run(*args, **kwargs)
        finally:
            took = time.process_time() - start
            SPENT[stage] += took
            if inside:
                SPENT[inside] -= took

    setattr(module, name, watched)


def main() -> None:
    """Import what an acta needs first, so that a stage has only its work."""
    from rcdesk import cli
    from rcdesk.render import pdf
    from rcdesk.work import documentos

    imported = time.process_time()
    watch(documentos, "reunir_audiencia", "base", inside="documento")
    watch(documentos, "documento_acta", "documento")
    watch(pdf, "to_pdf", "pdf")
    folder, codigo, out = sys.argv[1:]
    sys.stdout, told = sys.stderr, sys.stdout
    assert cli.main(["acta", "--base", folder, "--audiencia", codigo, "--pdf", out]) == 0
    total = time.process_time()
    stages = {"python": STARTED, "importar": imported - STARTED, **SPENT}
    json.dump(stages | {"resto": total - sum(stages.values()), "memoria": peak()}, told)


def peak() -> float:
    """The most memory of this process, in MB (2^20); where there is no /proc, that of its parent may be counted."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.is_file() else None
    return (int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


if __name__ == "__main__":
    main()
