"""What every captured row is: a line with its key and its place, corrected and withdrawn but never deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rcdesk.domain.campos import LIMITE, largo, leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Valor
from rcdesk.i18n import fecha_corta


@dataclass(eq=False, kw_only=True)
class Linea:
    """The base of the entities. `record` is the record of rcdesk/1 whose fields it holds."""

    record: ClassVar[type[Valor]]

    id: str = ""
    orden: str = ""
    anulada_motivo: str | None = None
    anulada_cuando: str | None = None
    anulada_quien: str | None = None

    @property
    def anulada(self) -> bool:
        """Whether it was withdrawn, and counts in no figure."""
        return self.anulada_motivo is not None

    def corregir(self, cambios: Mapping[str, object]) -> None:
        """Write the fields that a person typed; a value that the format does not admit is refused beside its field."""
        for campo, valor in cambios.items():
            if campo not in self.__dataclass_fields__:  # it would be written nowhere, and lost in silence
                raise AttributeError(f"{type(self).__name__} has no field {campo}")
            setattr(self, campo, leer(self.record, campo, valor))
        self.revisar()

    def revisar(self) -> None:
        """Refuse what is not acceptable as a whole; each kind of line says its own rules."""

    def anular(self, motivo: str, *, cuando: str, quien: str) -> None:
        """Withdraw the line. It stays in the base, with the reason."""
        if self.anulada:
            raise RuleError("Ya estaba anulado.")
        self.anulada_motivo = motivo_escrito(motivo, "se anula")
        self.anulada_cuando, self.anulada_quien = cuando, quien


def exigir(valor: str | None, campo: str, que: str) -> None:
    """Refuse an empty required text: «Escriba el título.»."""
    if not (valor or "").strip():
        raise RuleError(f"Escriba {que}.", field=campo)


def motivo_escrito(motivo: str, como: str) -> str:
    """Return the reason that a person typed. RuleError when there is none, «Escriba por qué se anula.», or too much."""
    if not motivo.strip():
        raise RuleError(f"Escriba por qué {como}.", field="motivo")
    if len(motivo) > LIMITE:
        raise RuleError(f"{largo(motivo)} Resúmalo.", field="motivo")
    return motivo.strip()


def termino_en_orden(que: str, desde: str | None, hasta: str | None) -> None:
    """Refuse what ends before it begins; a date known to its month may be any day of it."""
    if desde and hasta and hasta < desde[: len(hasta)]:
        when = f"termina ({fecha_corta(hasta)}) antes de empezar ({fecha_corta(desde)})"
        raise RuleError(f"{que} {when}.", field="hasta")
