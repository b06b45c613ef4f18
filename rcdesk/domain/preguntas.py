"""Questions asked at a hearing: state, moderation and place in the queue are separate; what may follow what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.palabras import ESTADO_PREGUNTA, MODERACION
from rcdesk.domain.plazos import LEY, Calendario, dia_en_colombia, sumar_habiles
from rcdesk.domain.registro.preguntas import (
    CanalPregunta,
    EstadoPregunta,
    Moderacion,
    ModoRespuesta,
    TipoPregunta,
)
from rcdesk.i18n import fecha_larga

ABIERTOS: Final[frozenset[EstadoPregunta]] = frozenset({"recibida", "asignada", "pendiente", "aplazada"})
"""States of a question that still owes an answer (rcdesk/1, rule 9)."""

Paso = Literal[
    "asignar",
    "aplazar",
    "dejar_pendiente",
    "trasladar",
    "responder",
    "responder_en_vivo",
    "declarar_improcedente",
    "agrupar",
    "desagrupar",
    "reabrir",
]
"""What a person does with a question that changes its state; each is an action of the same name."""


@dataclass(frozen=True, slots=True)
class Cambio:
    """From which states a step can be taken, and the one it leads to."""

    desde: frozenset[EstadoPregunta]
    hacia: EstadoPregunta


PASOS: Final[Mapping[Paso, Cambio]] = {
    "asignar": Cambio(ABIERTOS, "asignada"),
    "aplazar": Cambio(ABIERTOS - {"aplazada"}, "aplazada"),
    "dejar_pendiente": Cambio(ABIERTOS - {"pendiente"}, "pendiente"),
    "trasladar": Cambio(ABIERTOS | {"trasladada"}, "trasladada"),
    "responder": Cambio(ABIERTOS | {"respondida", "trasladada"}, "respondida"),
    "responder_en_vivo": Cambio(ABIERTOS | {"respondida", "trasladada"}, "respondida"),
    "declarar_improcedente": Cambio(ABIERTOS | {"fuera_de_alcance"}, "fuera_de_alcance"),
    "agrupar": Cambio(ABIERTOS, "agrupada"),
    "desagrupar": Cambio(frozenset({"agrupada"}), "pendiente"),
    "reabrir": Cambio(frozenset({"respondida", "trasladada", "fuera_de_alcance"}), "pendiente"),
}
"""The one table of states. An answered question can be answered again, or found still owing."""

Moderar = Literal["aprobar", "retener", "volver_a_revision"]
"""What a moderator decides of an open question; it is no state."""

MODERACIONES: Final[Mapping[Moderar, Moderacion]] = {
    "aprobar": "aprobada",
    "retener": "retenida",
    "volver_a_revision": "sin_revisar",
}
"""Decision → how the question stands after it."""

RAZONES_NO_PROCEDE: Final[tuple[str, ...]] = (
    "No es sobre el informe ni la gestión que se presenta",
    "Es competencia de otra entidad",
    "Es un caso particular: se atiende por el canal de PQRSD",
    "Ya se respondió en esta audiencia",
    "Usa un lenguaje ofensivo",
)
"""Offered until the entity configures its own list «razones_no_procede»."""

RAZONES_ANULAR: Final[tuple[str, ...]] = (
    "Se capturó dos veces por error",
    "No es una pregunta",
    "Es una prueba",
    "Es de otra audiencia",
)
"""Offered until the entity configures its own list «razones_anular»."""

SALTO: Final = 1024
"""Room between two places of the queue, so that moving a question changes only its own."""

DIAS_DE_TRASLADO: Final = 5
"""Business days to send a question to the entity that is competent (Ley 1755 de 2015, art. 21)."""


def admite(estado: EstadoPregunta | None, paso: Paso) -> bool:
    """Whether a question that stands so admits a step."""
    return (estado or "recibida") in PASOS[paso].desde


def modera(estado: EstadoPregunta | None, moderacion: Moderacion | None, decision: Moderar) -> bool:
    """Whether a moderator can still decide that of a question that stands so."""
    return (estado or "recibida") in ABIERTOS and moderacion != MODERACIONES[decision]


def en_cola(estado: EstadoPregunta | None, moderacion: Moderacion | None) -> bool:
    """Whether it waits its turn to be asked: approved, and it still owes an answer."""
    return (estado or "recibida") in ABIERTOS and moderacion == "aprobada"


def plazo_de_traslado(recibida: str, calendario: Calendario = LEY) -> date:
    """The last day to send to the competent entity what was received at that instant."""
    return sumar_habiles(dia_en_colombia(r.FechaHora(recibida)), DIAS_DE_TRASLADO, calendario)


@dataclass(eq=False, kw_only=True)
class Pregunta(Linea):
    """One question, petition, complaint, claim, suggestion or report."""

    record: ClassVar[type[r.Valor]] = r.Pregunta

    audiencia_id: str = ""
    numero: int = 0
    mesa: str | None = None
    texto: str = ""
    linea: str | None = None
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
        self._dar("responder")
        self.respuesta_texto = texto.strip()
        self.respuesta_modo = self.respuesta_modo or modo
        self.respuesta_fecha = self.respuesta_fecha or cuando
        self.respuesta_responde = responde.strip() or self.respuesta_responde

    def responder_en_vivo(self, *, cuando: str) -> None:
        """Note that it was answered aloud; its text is owed («falta redactar»)."""
        self._dar("responder_en_vivo")
        self.respuesta_modo, self.respuesta_fecha = "en_vivo", cuando

    def asignar(self, dependencia: str) -> None:
        """Say whose it is to answer it."""
        exigir(dependencia, "dependencia", "a qué dependencia le toca")
        self._dar("asignar")
        self.dependencia = " ".join(dependencia.split())

    def aplazar(self) -> None:
        """Put it off: it is not asked now."""
        self._dar("aplazar")

    def dejar_pendiente(self) -> None:
        """Owe its answer for later, in writing."""
        self._dar("dejar_pendiente")

    def trasladar(self, entidad: str, *, fecha: str) -> None:
        """Send it to the entity that is competent, on a date (AAAA-MM-DD) that stays in its note."""
        exigir(entidad, "trasladada_a", "a qué entidad se traslada")
        self._dar("trasladar")
        self.trasladada_a = " ".join(entidad.split())
        self.observacion = f"Trasladada el {fecha_larga(fecha)}."

    def aprobar(self, turno: int) -> None:
        """Let it be asked: it waits in the queue, at that place, and may be shown to the room."""
        self._moderar("aprobar")
        self.orden_en_cola = turno

    def retener(self) -> None:
        """Keep it from being asked or shown for now."""
        self._moderar("retener")

    def volver_a_revision(self) -> None:
        """Take back what was decided of it: it waits for the moderator again."""
        self._moderar("volver_a_revision")

    def declarar_improcedente(self, razon: str) -> None:
        """Leave it out of what the hearing answers, with the reason («no procede»)."""
        exigir(razon, "observacion", "por qué no procede")
        why = leer(self.record, "observacion", razon)
        self._dar("declarar_improcedente")
        self.observacion = why

    def agrupar(self, principal: Pregunta) -> None:
        """Share the answer of `principal`; who asked and how it was asked stay here."""
        if principal.numero == self.numero and principal.mesa == self.mesa:
            raise RuleError("Una pregunta no se agrupa consigo misma.", field="agrupada_en")
        if principal.estado == "agrupada":
            raise RuleError(f"La {principal.codigo} ya está agrupada en otra: agrupe con esa.", field="agrupada_en")
        self._dar("agrupar")
        self.agrupada_en = principal.referencia

    def desagrupar(self) -> None:
        """Owe an answer of its own again."""
        self._dar("desagrupar")
        self.agrupada_en = None

    def reabrir(self) -> None:
        """Owe an answer again; what was written stays."""
        self._dar("reabrir")

    def anular(self, motivo: str, *, cuando: str, quien: str) -> None:
        """Withdraw it; its turn is for those behind."""
        super().anular(motivo, cuando=cuando, quien=quien)
        self.orden_en_cola = None

    @property
    def codigo(self) -> str:
        """How people name it: P-014, or A-014 when the desk has a letter."""
        return codigo_de(self.mesa, self.numero)

    @property
    def referencia(self) -> r.RefPregunta:
        """How other records name it."""
        return referencia_de(self.mesa, self.numero)

    @property
    def en_cola(self) -> bool:
        """Whether it waits its turn to be asked."""
        return not self.anulada and en_cola(self.estado, self.moderacion)

    def _dar(self, paso: Paso) -> None:
        """Take a step of the table; one that is no longer waiting leaves its turn."""
        self._vigente()
        if not admite(self.estado, paso):
            present = self.estado or "recibida"
            same = present == PASOS[paso].hacia and present in ABIERTOS
            why = f"ya está {ESTADO_PREGUNTA[present]}" if same else _NO_ADMITE[present]
            raise RuleError(f"La {self.codigo} {why}.", field="estado")
        self.estado = PASOS[paso].hacia
        if self.estado not in ABIERTOS:
            self.orden_en_cola = None

    def _moderar(self, decision: Moderar) -> None:
        self._vigente()
        present = self.estado or "recibida"
        if present not in ABIERTOS:
            raise RuleError(f"La {self.codigo} ya no espera turno: está {ESTADO_PREGUNTA[present]}.", field="estado")
        if not modera(self.estado, self.moderacion, decision):
            raise RuleError(f"La {self.codigo} ya está {MODERACION[MODERACIONES[decision]]}.", field="moderacion")
        self.moderacion, self.orden_en_cola = MODERACIONES[decision], None

    def _vigente(self) -> None:
        if self.anulada:
            raise RuleError(f"La {self.codigo} está anulada.")


_NO_ADMITE: Final[Mapping[EstadoPregunta, str]] = {
    **dict.fromkeys(ABIERTOS, "no tiene qué deshacer: sigue abierta"),
    "respondida": "ya está respondida: vuélvala a pendiente primero",
    "trasladada": "ya se trasladó: vuélvala a pendiente primero",
    "fuera_de_alcance": "no procede: vuélvala a pendiente primero",
    "agrupada": "está agrupada: desagrúpela primero",
}
"""State → why it does not admit a step."""


def turno_entre(antes: int | None, despues: int | None) -> int | None:
    """Return a place in the queue between two (None is an end of it), or None where there is no room left."""
    if despues is None:
        return (antes or 0) + SALTO
    place = ((antes or 0) + despues) // 2
    return place if (antes or 0) < place < despues else None


def codigo_de(mesa: str | None, numero: int) -> str:
    """Return how people name a question: P-014, or A-014 when the desk has a letter."""
    return f"{mesa or 'P'}-{numero:03}"


def referencia_de(mesa: str | None, numero: int) -> r.RefPregunta:
    """Return how other records name a question: 14, or «A-14» when the desk has a letter."""
    return f"{mesa}-{numero}" if mesa else numero


def escribir_referencia(referencia: r.RefPregunta | None) -> str:
    """Return the code of the question that a reference names: 3 → P-003, «A-3» → A-003; empty for None."""
    if referencia is None:
        return ""
    mesa, _, numero = str(referencia).rpartition("-")
    return codigo_de(mesa, int(numero))


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
