"""People registered at a hearing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.autorizaciones import Respuesta, es_menor
from rcdesk.domain.documento_de_identidad import numero_de_documento
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro.asistentes import Calidad, Presencia, Rol, SiNoResponde, TipoFirma, ViaDeRegistro
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
    persona: str | None = None
    calidad: Calidad | None = None
    roles: tuple[Rol, ...] = ()
    modalidad: Presencia | None = None
    hora_llegada: str | None = None
    agregado: str | None = None
    registro: ViaDeRegistro | None = None
    firma: TipoFirma | None = None
    hoja: str | None = None
    folio: int | None = None
    renglon: int | None = None
    autorizacion_otorgada: bool | None = None
    autorizacion_version: str | None = None
    autorizacion_fecha: str | None = None
    autorizacion_imagen_y_voz: bool | None = None
    autorizacion_representante: str | None = None
    autorizacion_puesto: str | None = None
    autorizacion_observacion: str | None = None
    enfoque_diferencial_genero: str | None = None
    enfoque_diferencial_rango_edad: str | None = None
    enfoque_diferencial_etnia: str | None = None
    enfoque_diferencial_pueblo: str | None = None
    enfoque_diferencial_discapacidad: str | None = None
    enfoque_diferencial_victima: SiNoResponde | None = None
    enfoque_diferencial_lgbtiq: SiNoResponde | None = None
    enfoque_diferencial_otros: tuple[str, ...] = ()

    @property
    def menor(self) -> bool:
        """Whether they are under 18, as far as it is known."""
        return es_menor(self.documento_tipo, self.enfoque_diferencial_rango_edad)

    def revisar(self) -> None:
        """A person has a name; a document number is kept as its letters and digits, without points or spaces.

        A signature on a printed sheet that nobody could read is someone without a name, until they are known.
        """
        if not (self.firma == "papel" and self.hoja and self.renglon):
            exigir(self.nombre, "nombre", "el nombre")
        if self.documento_numero:
            self.documento_numero = numero_de_documento(self.documento_numero)

    def llegar(self, hora: str) -> None:
        """Note that the person is in, since `hora` (HH:MM); in person unless it was said that they come otherwise."""
        if self.anulada:
            raise RuleError(f"El registro de {self.nombre or 'esta persona'} está anulado.")
        if self.hora_llegada:
            raise RuleError(
                f"{self.nombre or 'Esta persona'} ya estaba: ingresó a las {self.hora_llegada}.", field="hora_llegada"
            )
        self.hora_llegada = hora
        self.modalidad = self.modalidad or "presencial"

    def autorizar(self, respuesta: Respuesta, *, version: str, cuando: str, puesto: str) -> None:
        """Keep what the person answered, to which text (its version), when and at which desk.

        What was not asked stays as it was: image and voice are apart from the data.
        """
        if respuesta.datos is not None:
            self.autorizacion_otorgada = respuesta.datos != "no"
            self.autorizacion_observacion = None
        if respuesta.datos == "papel":
            self.firma = "papel"
        if respuesta.imagen_y_voz is not None:
            self.autorizacion_imagen_y_voz = respuesta.imagen_y_voz
        self.autorizacion_representante = respuesta.representante.strip() or self.autorizacion_representante
        if respuesta.datos is not None or respuesta.imagen_y_voz is not None:
            self._fechar(version=version, cuando=cuando, puesto=puesto)

    def revocar(self, motivo: str, *, cuando: str, puesto: str) -> None:
        """Take back a yes (Ley 1581 de 2012, art. 8): what was authorised before stays in the history."""
        if not (self.autorizacion_otorgada or self.autorizacion_imagen_y_voz):
            raise RuleError(f"{self.nombre or 'Esta persona'} no tiene una autorización que revocar.")
        exigir(motivo, "motivo", "cómo y por qué la revocó")
        self.autorizacion_otorgada = False
        self.autorizacion_imagen_y_voz = False if self.autorizacion_imagen_y_voz is not None else None
        self.autorizacion_observacion = f"Revocada: {motivo.strip()}"
        self._fechar(version=self.autorizacion_version or "", cuando=cuando, puesto=puesto)

    def _fechar(self, *, version: str, cuando: str, puesto: str) -> None:
        self.autorizacion_version, self.autorizacion_fecha = version or None, cuando
        self.autorizacion_puesto = puesto or None


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
