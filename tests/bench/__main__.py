"""The table of speed: `python -m tests.bench [names…]`. Everything is measured side by side in one run."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.bench import (
    acta,
    anio,
    captura,
    cola,
    compromisos,
    consultas,
    en_vivo,
    graficas,
    importar,
    informes,
    inicio,
    paginas,
    papel,
    parecidas,
    planillas,
    proyector,
    registro,
    repetidas,
    soak,
    tarjetas,
)
from tests.bench.sizes import FULL, Sizes
from tests.bench.table import Line, drawn

BENCHES: Final[Mapping[str, Callable[[Path, Sizes], Iterator[Line]]]] = {
    "inicio": inicio.run,
    "acta": acta.run,
    "paginas": paginas.run,
    "captura": captura.run,
    "en_vivo": en_vivo.run,
    "cola": cola.run,
    "media_hora": soak.run,
    "proyector": proyector.run,
    "importar": importar.run,
    "planillas": planillas.run,
    "consultas": consultas.run,
    "registro": registro.run,
    "parecidas": parecidas.run,
    "repetidas": repetidas.run,
    "papel": papel.run,
    "tarjetas": tarjetas.run,
    "informes": informes.run,
    "graficas": graficas.run,
    "compromisos": compromisos.run,
    "anio": anio.run,
}


def main() -> int:
    """Measure what was named, or everything, and print the table."""
    names = sys.argv[1:] or list(BENCHES)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"No hay medida de {', '.join(unknown)}. Las que hay: {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    lines: list[Line] = []
    for name in names:
        print(f"midiendo {name}…", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="rcdesk-bench-") as folder:
            lines += BENCHES[name](Path(folder), FULL)
    print(drawn(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
