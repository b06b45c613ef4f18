"""What a sheet is compared with: the columns that it may have, the rows that there are, and what may not come in."""

from __future__ import annotations

from dataclasses import dataclass

from rcdesk.domain.columnas import Tabla
from rcdesk.domain.cuadro.columnas import RETIRAR, Columna, de_periodos, periodo_de
from rcdesk.domain.cuadro.cotejo import Conocida, Renglon, Revisar, comparar
from rcdesk.domain.cuadro.filas import Lectura, como_se_lee, leer_filas


@dataclass(frozen=True, slots=True)
class Cuadro:
    """A plan, or the commitments. `principal` is what a new row must say, and `anio` that of months without a year."""

    titulo: str
    columnas: tuple[Columna, ...]
    conocidas: tuple[Conocida, ...]
    principal: str
    revisar: Revisar
    anio: int | None = None
    retira: bool = True
    """Whether a file may withdraw rows."""

    def columnas_de(self, lectura: Lectura | None = None) -> tuple[Columna, ...]:
        """The columns that a file may have: the known ones, those of other periods, and that of withdrawing."""
        fields = lectura.campos if lectura is not None else ()
        known = {one.campo for one in self.columnas}
        periods = {found[1] for field in fields if (found := periodo_de(field)) is not None and field not in known}
        more = tuple(one for one in de_periodos(periods) if one.campo not in known)
        return (*self.columnas, *more, *((RETIRAR,) if self.retira else ()))

    def como_se_lee(self, tabla: Tabla) -> Lectura:
        """Guess how a file is read."""
        return como_se_lee(tabla, self.columnas_de(), anio=self.anio)

    def cotejar(self, tabla: Tabla, lectura: Lectura) -> tuple[Renglon, ...]:
        """Return what each row of a file would do."""
        columnas = self.columnas_de(lectura)
        return comparar(
            self.conocidas,
            leer_filas(tabla, lectura, columnas),
            columnas,
            principal=self.principal,
            propia=lectura.propia,
            revisar=self.revisar,
        )
