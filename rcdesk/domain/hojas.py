"""The blank sheets that are signed on paper and typed afterwards: as many people typed as signatures were counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea
from rcdesk.i18n import plural

Clase = Literal["pendiente", "lista", "nueva", "ilegible", "repetida", "vacio"]
"""What a row of the paper turned out to be: someone of the list, someone added by it, a signature that nobody can read,
someone who had signed before, nobody; or nothing is known of it yet."""

Estado = Literal["sin_digitar", "en_curso", "cuadrada", "con_diferencia"]

MAXIMO: Final = 200
"""Sheets prepared at once: more than anybody prints for one hearing."""


@dataclass(eq=False, kw_only=True)
class Hoja(Linea):
    """A sheet that was printed to be signed. Its QR says its key."""

    record: ClassVar[type[r.Valor]] = r.Hoja

    audiencia_id: str = ""
    folio: int = 0
    renglones: int = 0
    firmas: int | None = None
    cerrada: str | None = None
    vacios: tuple[int, ...] = ()
    repetidos: tuple[int, ...] = ()

    def exigir(self, *renglones: int) -> None:
        """Refuse to write in rows of a sheet that is closed or withdrawn, or that it does not have."""
        if self.anulada:
            raise RuleError(f"El folio {self.folio} está anulado: use otro. Motivo: {self.anulada_motivo}")
        if self.cerrada:
            raise RuleError(f"El folio {self.folio} está cerrado. Reábralo para corregirlo.")
        for renglon in renglones:
            if not 1 <= renglon <= self.renglones:
                cuantos = plural(self.renglones, "renglón", "renglones")
                raise RuleError(f"El folio {self.folio} tiene {cuantos}: no existe el {renglon}. Corrija el número.")

    def ocupar(self, renglon: int) -> None:
        """Someone is in the row: it is neither empty nor repeated."""
        self.vacios = tuple(uno for uno in self.vacios if uno != renglon)
        self.repetidos = tuple(uno for uno in self.repetidos if uno != renglon)

    def dejar_vacio(self, renglon: int) -> None:
        """Nobody signed in the row."""
        self.ocupar(renglon)
        self.vacios = tuple(sorted({*self.vacios, renglon}))

    def repetir(self, renglon: int) -> None:
        """Who signed in the row had signed before: the signature is on the paper, the person is already counted."""
        self.ocupar(renglon)
        self.repetidos = tuple(sorted({*self.repetidos, renglon}))

    def contar(self, firmas: int | None) -> None:
        """Write how many signatures the paper has; nobody signs twice in one row."""
        self.exigir()
        if firmas is not None and firmas > self.renglones:
            cuantos = plural(self.renglones, "renglón", "renglones")
            raise RuleError(f"El folio {self.folio} tiene {cuantos}: no caben {firmas} firmas.", field="firmas")
        self.firmas = firmas

    def cerrar(self, cuando: str) -> None:
        """All of it was typed. It may be closed with a difference, which stays written; the count must be there."""
        self.exigir()
        if self.firmas is None:
            raise RuleError("Escriba cuántas firmas cuenta en el papel: con eso se sabe si cuadra.", field="firmas")
        self.cerrada = cuando

    def reabrir(self) -> None:
        """Go on typing it."""
        if not self.cerrada:
            raise RuleError(f"El folio {self.folio} no está cerrado.")
        self.cerrada = None


@dataclass(frozen=True, slots=True)
class Cuadre:
    """The signatures counted on the paper (None while nobody has), and what was typed of it.

    `digitadas` are people; `repetidas`, signatures of who had signed before: on the paper, and nobody else.
    """

    firmas: int | None
    digitadas: int
    repetidas: int = 0

    @property
    def hechas(self) -> int:
        """Signatures of the paper that are accounted for."""
        return self.digitadas + self.repetidas

    @property
    def faltan(self) -> int:
        """Signatures still to be typed; below zero, typed ones that the paper does not have. 0 while not counted."""
        return 0 if self.firmas is None else self.firmas - self.hechas

    @property
    def porcentaje(self) -> int:
        """How much of it is typed, in %."""
        return min(100, 100 * self.hechas // self.firmas) if self.firmas else 0

    def en_palabras(self) -> str:
        """Say what it lacks, in a sentence."""
        if self.firmas is None:
            return "Cuente las firmas del papel y escriba aquí cuántas son."
        if self.faltan > 0:
            verbo = "Falta" if self.faltan == 1 else "Faltan"
            return f"{verbo} {plural(self.faltan, 'firma', 'firmas')} por digitar en este folio."
        if self.faltan < 0:
            verbo = "Sobra" if self.faltan == -1 else "Sobran"
            return f"{verbo} {-self.faltan}: hay más renglones con firma que firmas contadas en el papel."
        return "Cuadra: lo digitado es lo que hay en el papel."

    def diferencia(self) -> str:
        """Say the difference alone: «faltan 2», «sobra 1»; nothing when there is none."""
        if self.faltan > 0:
            return f"{'falta' if self.faltan == 1 else 'faltan'} {self.faltan}"
        return f"{'sobra' if self.faltan == -1 else 'sobran'} {-self.faltan}" if self.faltan < 0 else ""


def estado(cuadre: Cuadre, *, cerrada: bool, vacios: int = 0) -> Estado:
    """Return how far a sheet is; `vacios` are the rows seen to be empty."""
    if cerrada:
        return "con_diferencia" if cuadre.faltan else "cuadrada"
    return "en_curso" if cuadre.hechas or vacios or cuadre.firmas is not None else "sin_digitar"


def leer_contacto(texto: str) -> tuple[str, str]:
    """Read what somebody wrote where a telephone or an e-mail is asked: the telephone, and the e-mail."""
    palabras = texto.replace(";", " ").replace(",", " ").split()
    correos = [palabra for palabra in palabras if "@" in palabra]
    telefono = " ".join(palabra for palabra in palabras if "@" not in palabra).strip(" /-")
    return telefono, correos[0] if correos else ""
