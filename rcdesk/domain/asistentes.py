"""People registered at a hearing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro.asistentes import Calidad, Presencia, Rol, TipoFirma, ViaDeRegistro
from rcdesk.domain.registro.personas import TipoDocumento


@dataclass(eq=False, kw_only=True)
class Asistente(Linea):
    """Someone registered at the hearing (or absent, or invited: `lista` says which)."""

    record: ClassVar[type[r.Valor]] = r.Asistente

    audiencia_id: str = ""
    lista: str = "asistentes"
    nombre: str | None = None
    documento_tipo: TipoDocumento | None = None
    documento_numero: str | None = None
    cargo: str | None = None
    dependencia: str | None = None
    organizacion: str | None = None
    telefono: str | None = None
    correo: str | None = None
    municipio: str | None = None
    territorio: str | None = None
    calidad: Calidad | None = None
    roles: tuple[Rol, ...] = ()
    modalidad: Presencia | None = None
    hora_llegada: str | None = None
    registro: ViaDeRegistro | None = None
    firma: TipoFirma | None = None
    autorizacion_otorgada: bool | None = None
    autorizacion_version: str | None = None
    autorizacion_fecha: str | None = None
    autorizacion_imagen_y_voz: bool | None = None

    def revisar(self) -> None:
        """A person has a name; a document number is kept as its letters and digits, without points or spaces."""
        exigir(self.nombre, "nombre", "el nombre")
        if self.documento_numero:
            self.documento_numero = re.sub(r"[\s.,·]", "", self.documento_numero)


_PARTICULAS: Final = frozenset({"da", "de", "del", "di", "dos", "la", "las", "los", "san", "santa", "van", "von", "y"})
_SIN_TILDE: Final = {0x300, 0x301, 0x302, 0x308}
_ORDEN_DE_LA_ENIE: Final = "n\uffff"  # after every other word that begins with n


def orden_alfabetico(nombre: str | None) -> tuple[str, str]:
    """The key that sorts a printed list by surname, in Spanish order (accents ignored, ñ after n).

    A name is typed in one line, so its surnames are its last two words («Rosa Elvira Nieto de la Hoz»: Nieto de la
    Hoz), or the last one of two; «Nieto de la Hoz, Rosa Elvira» says it by itself. Who has no name goes last.
    """
    limpio = " ".join((nombre or "").split())
    if not limpio:
        return "\U0010ffff", ""
    apellidos, coma, nombres = limpio.partition(",")
    if not coma:
        partes = _unidas(limpio.split(" "))
        corte = max(1, len(partes) - 2) if len(partes) > 1 else 0
        nombres, apellidos = " ".join(partes[:corte]), " ".join(partes[corte:])
    return _clave(apellidos), _clave(nombres.strip())


def _unidas(palabras: list[str]) -> list[str]:
    """Words with the particles before each of them: «de la Hoz» is one."""
    partes: list[str] = []
    sueltas: list[str] = []
    for palabra in palabras:
        sueltas.append(palabra)
        if palabra.casefold() not in _PARTICULAS:
            partes.append(" ".join(sueltas))
            sueltas = []
    return [*partes, " ".join(sueltas)] if sueltas else partes


def _clave(texto: str) -> str:
    letras = unicodedata.normalize("NFC", texto.casefold()).replace("ñ", _ORDEN_DE_LA_ENIE)
    return "".join(c for c in unicodedata.normalize("NFD", letras) if ord(c) not in _SIN_TILDE)
