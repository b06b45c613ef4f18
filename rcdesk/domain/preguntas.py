"""Questions asked at a hearing: state, moderation and place in the queue are separate; what may follow what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.palabras import ESTADO_PREGUNTA
from rcdesk.domain.registro.preguntas import (
    CanalPregunta,
    EstadoPregunta,
    Moderacion,
    ModoRespuesta,
    TipoPregunta,
)

ABIERTOS: Final[frozenset[EstadoPregunta]] = frozenset({"recibida", "asignada", "pendiente", "aplazada"})
"""States of a question that still owes an answer (rcdesk/1, rule 9)."""

SIGUIENTES: Final[Mapping[EstadoPregunta, frozenset[EstadoPregunta]]] = {
    "recibida": ABIERTOS | {"respondida", "trasladada", "fuera_de_alcance", "agrupada"},
    "asignada": ABIERTOS | {"respondida", "trasladada", "fuera_de_alcance", "agrupada"},
    "pendiente": ABIERTOS | {"respondida", "trasladada", "fuera_de_alcance", "agrupada"},
    "aplazada": ABIERTOS | {"respondida", "trasladada", "fuera_de_alcance", "agrupada"},
    "respondida": frozenset({"respondida", "pendiente"}),
    "trasladada": frozenset({"trasladada", "pendiente", "respondida"}),
    "fuera_de_alcance": frozenset({"fuera_de_alcance", "pendiente"}),
    "agrupada": frozenset({"agrupada", "pendiente"}),
}
"""State → those that may follow it. An answered question can be answered again, or found still owing."""


@dataclass(eq=False, kw_only=True)
class Pregunta(Linea):
    """One question, petition, complaint, claim, suggestion or report."""

    record: ClassVar[type[r.Valor]] = r.Pregunta

    audiencia_id: str = ""
    numero: int = 0
    mesa: str | None = None
    texto: str = ""
    texto_editado: str | None = None
    anonima: bool | None = None
    autor_nombre: str | None = None
    autor_asistente: str | None = None
    autor_organizacion: str | None = None
    autor_autoriza_publicar_nombre: bool | None = None
    tipo: TipoPregunta | None = None
    canal: CanalPregunta | None = None
    canal_detalle: str | None = None
    recibida: str | None = None
    momento_grabacion: str | None = None
    tema: str | None = None
    dependencia: str | None = None
    responsable: str | None = None
    respuesta_texto: str | None = None
    respuesta_fecha: str | None = None
    respuesta_modo: ModoRespuesta | None = None
    respuesta_responde: str | None = None
    respuesta_dependencia: str | None = None
    acciones_a_desarrollar: str | None = None
    compromiso: str | None = None
    estado: EstadoPregunta | None = None
    moderacion: Moderacion | None = None
    orden_en_cola: int | None = None
    agrupada_en: r.RefPregunta | None = None
    trasladada_a: str | None = None
    observacion: str | None = None

    def revisar(self) -> None:
        """The only required thing of a question is its text."""
        exigir(self.texto, "texto", "la pregunta")

    def responder(self, texto: str, *, cuando: str, responde: str = "", modo: ModoRespuesta = "por_escrito") -> None:
        """Write its answer. What was answered aloud keeps its mode and its moment when the text arrives later."""
        exigir(texto, "respuesta_texto", "la respuesta")
        self._pasar_a("respondida")
        self.respuesta_texto = texto.strip()
        self.respuesta_modo = self.respuesta_modo or modo
        self.respuesta_fecha = self.respuesta_fecha or cuando
        self.respuesta_responde = responde.strip() or self.respuesta_responde

    def responder_en_vivo(self, *, cuando: str) -> None:
        """Note that it was answered aloud; its text is owed («falta redactar»)."""
        self._pasar_a("respondida")
        self.respuesta_modo, self.respuesta_fecha = "en_vivo", cuando

    def aprobar(self) -> None:
        """Let it be asked: it waits in the queue and may be shown to the room."""
        present = self.estado or "recibida"
        if present not in ABIERTOS:
            raise RuleError(f"La {self.codigo} ya no espera turno: está {ESTADO_PREGUNTA[present]}.", field="estado")
        self.moderacion = "aprobada"

    def declarar_improcedente(self, razon: str) -> None:
        """Leave it out of what the hearing answers, with the reason («no procede»)."""
        exigir(razon, "observacion", "por qué no procede")
        self._pasar_a("fuera_de_alcance")
        self.observacion = razon.strip()

    def agrupar(self, principal: Pregunta) -> None:
        """Share the answer of `principal`; who asked and how it was asked stay here."""
        if principal.numero == self.numero and principal.mesa == self.mesa:
            raise RuleError("Una pregunta no se agrupa consigo misma.", field="agrupada_en")
        if principal.estado == "agrupada":
            raise RuleError(f"La {principal.codigo} ya está agrupada en otra: agrupe con esa.", field="agrupada_en")
        self._pasar_a("agrupada")
        self.agrupada_en = f"{principal.mesa}-{principal.numero}" if principal.mesa else principal.numero

    def desagrupar(self) -> None:
        """Owe an answer of its own again."""
        self._pasar_a("pendiente")
        self.agrupada_en = None

    def reabrir(self) -> None:
        """Owe an answer again; what was written stays."""
        self._pasar_a("pendiente")

    @property
    def codigo(self) -> str:
        """How people name it: P-014, or A-014 when the desk has a letter."""
        return f"{self.mesa or 'P'}-{self.numero:03}"

    def _pasar_a(self, estado: EstadoPregunta) -> None:
        present = self.estado or "recibida"
        if estado not in SIGUIENTES[present]:
            words = {"agrupada": "está agrupada: desagrúpela primero", "respondida": "ya está respondida"}
            raise RuleError(f"La {self.codigo} {words.get(present, 'no admite ese paso')}.", field="estado")
        self.estado = estado


def escribir_referencia(referencia: r.RefPregunta | None) -> str:
    """Return the code of the question that a reference names: 3 → P-003, «A-3» → A-003; empty for None."""
    if referencia is None:
        return ""
    mesa, _, numero = str(referencia).rpartition("-")
    return f"{mesa or 'P'}-{int(numero):03}"


def leer_codigo(texto: str) -> tuple[str | None, int] | None:
    """Read a code as people type it: «14», «P14», «p-014» → (None, 14); «A-3» → ("A", 3). None for anything else."""
    found = re.fullmatch(r"\s*([A-Za-z]{0,3})\s*-?\s*(\d{1,6})\s*", texto, re.ASCII)
    if found is None:
        return None
    mesa = found[1].upper()
    return (None if mesa in ("", "P") else mesa), int(found[2])


def falta_redactar(estado: str | None, modo: str | None, texto: str | None) -> bool:
    """Whether it was answered aloud and nobody has written the answer yet."""
    return estado == "respondida" and modo == "en_vivo" and not texto
