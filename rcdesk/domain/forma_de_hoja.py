"""How a sheet of a workbook is drawn, apart from what its cells say: what is merged, hidden or left without value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rcdesk.domain.celdas import letra
from rcdesk.i18n import lista_en_palabras, numero, plural

Lugar = tuple[int, int]
"""The row, from 1, and the column, from 0."""


@dataclass(frozen=True, slots=True)
class Forma:
    """What a sheet does not say with its cells. A merged region is its first and its last cell."""

    combinadas: tuple[tuple[Lugar, Lugar], ...] = ()
    filas_ocultas: frozenset[int] = frozenset()
    columnas_ocultas: frozenset[int] = frozenset()
    hojas_ocultas: frozenset[str] = frozenset()
    sin_valor: tuple[Lugar, ...] = ()
    """Formulas that nobody has worked out: their cells come empty."""
    fechas_desde_1904: bool = False

    def avisos(self, hoja: str = "") -> Iterator[str]:
        """Say what whoever brings the sheet must know of it; what is hidden is asked about where it is brought."""
        if self.hojas_ocultas:
            names = lista_en_palabras([f"«{name[:40]}»" for name in sorted(self.hojas_ocultas)][:5])
            yield f"El libro tiene hojas ocultas: {names}."
        if hoja in self.hojas_ocultas:
            yield "Esta hoja está oculta en el libro."
        if self.sin_valor:
            first = ", ".join(f"{letra(column)}{row}" for row, column in self.sin_valor[:5])
            more = "…" if len(self.sin_valor) > 5 else ""
            many = plural(len(self.sin_valor), "fórmula sin calcular", "fórmulas sin calcular")
            yield f"Hay {many} ({first}{more}): llegan vacías. Abra el libro en Excel, guárdelo y vuelva a traerlo."
        if self.fechas_desde_1904:
            yield "El libro cuenta las fechas desde 1904: se leyeron así."

    def ocultas(self) -> str:
        """Say how many rows and columns are hidden; nothing when none is."""
        parts = []
        if self.filas_ocultas:
            parts.append(plural(len(self.filas_ocultas), "fila oculta", "filas ocultas"))
        if self.columnas_ocultas:
            which = ", ".join(letra(place) for place in sorted(self.columnas_ocultas)[:8])
            many = "columna oculta" if len(self.columnas_ocultas) == 1 else "columnas ocultas"
            parts.append(f"{numero(len(self.columnas_ocultas))} {many} ({which})")
        return lista_en_palabras(parts)


SIN_DIBUJO: Final = Forma()
"""Of what is no workbook."""
