"""Questions of a hearing: captured, corrected, moderated, grouped, answered, made into commitments, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import and_, select

from rcdesk.domain import orden
from rcdesk.domain.compromisos import Compromiso, siguiente_codigo
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.registro.audiencias import TipoIncidente
from rcdesk.domain.registro.preguntas import ModoRespuesta
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import llaves
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.lineas import agregar

_P = JOURNALED["preguntas"].c
_S = JOURNALED["asistentes"].c
_C = JOURNALED["compromisos"].c
_PRESENT: Final = (
    "SELECT nombre, organizacion FROM asistentes "
    "WHERE id = ? AND audiencia_id = ? AND lista = 'asistentes' AND anulada_motivo IS NULL"
)
_ANONIMO = frozenset({"anonimo", "anonima", "anonimo/a", "anonimos"})


@action("Registrar pregunta")
def registrar_pregunta(
    unit: Unit,
    *,
    audiencia_id: str,
    texto: str,
    autor: str = "",
    valores: Mapping[str, object] | None = None,
    borrador: str = "",
) -> str:
    """Keep a question as it was said, with its number and its moment, and return its key.

    The number is the next one of the hearing, without gaps, taken in this transaction. `autor` is a name (that of
    someone registered links them), or «anónimo»; `valores` are tema, dependencia, tipo, canal… `borrador` is the draft
    that this text was.
    """
    pregunta = Pregunta(
        audiencia_id=audiencia_id,
        numero=unit.next_number("preguntas", audiencia_id=audiencia_id, mesa=None),
        orden=orden.despues_de(unit.last_order("preguntas", audiencia_id=audiencia_id)),
        estado="recibida",
        moderacion="sin_revisar",
        recibida=unit.clock(),
    )
    pregunta.corregir({"texto": texto, **(valores or {})})
    _firmar(unit, pregunta, autor)
    unit.audiencia_id = audiencia_id
    if borrador:
        unit.used_draft(borrador)
    return unit.add(pregunta)


@action("Corregir pregunta", merges=True)
def corregir_pregunta(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write what is known of a question; `seen` are the values that were on screen.

    RuleError for its text: the words of the citizen stay as captured, and another wording is `texto_editado`.
    """
    if "texto" in valores:
        raise RuleError("La pregunta queda como se dijo; escriba la otra redacción aparte.", field="texto_editado")
    pregunta = unit.get(Pregunta, id, seen=seen)
    rest = dict(valores)
    if "autor_nombre" in rest:
        _firmar(unit, pregunta, str(rest.pop("autor_nombre") or ""))
    pregunta.corregir(rest)


@action("Responder pregunta", merges=True)
def responder_pregunta(
    unit: Unit,
    *,
    id: str,
    texto: str,
    responde: str = "",
    modo: ModoRespuesta = "por_escrito",
    seen: Mapping[str, object] | None = None,
    borrador: str = "",
) -> None:
    """Write the answer. What was answered aloud keeps its mode and its moment; `borrador` is the draft it was."""
    unit.get(Pregunta, id, seen=seen).responder(texto, cuando=unit.clock(), responde=responde, modo=modo)
    if borrador:
        unit.used_draft(borrador)


@action("Respondida verbalmente")
def responder_en_vivo(unit: Unit, *, id: str) -> None:
    """Note that it was answered aloud, now; its text is owed."""
    unit.get(Pregunta, id).responder_en_vivo(cuando=unit.clock())


@action("Reabrir pregunta")
def reabrir_pregunta(unit: Unit, *, id: str) -> None:
    """Let it owe an answer again; what was written stays."""
    unit.get(Pregunta, id).reabrir()


@action("No procede")
def declarar_improcedente(unit: Unit, *, id: str, razon: str) -> None:
    """Leave it out of what the hearing answers, with the reason."""
    unit.get(Pregunta, id).declarar_improcedente(razon)


@action("Aprobar pregunta")
def aprobar(unit: Unit, *, id: str) -> None:
    """Let it be asked."""
    unit.get(Pregunta, id).aprobar()


@action("Agrupar pregunta")
def agrupar(unit: Unit, *, id: str, principal: str) -> None:
    """Let it share the answer of the question `principal`; those grouped in it go along."""
    pregunta, lead = unit.get(Pregunta, id), unit.get(Pregunta, principal)
    if lead.anulada:
        raise RuleError(f"La {lead.codigo} está anulada: agrupe con otra.", field="agrupada_en")
    pregunta.agrupar(lead)
    for key in unit.connection.scalars(select(_P.id).where(_grouped_in(pregunta))).all():
        unit.get(Pregunta, key).agrupada_en = pregunta.agrupada_en


@action("Desagrupar pregunta")
def desagrupar(unit: Unit, *, id: str) -> None:
    """Let it owe an answer of its own again."""
    pregunta = unit.get(Pregunta, id)
    if pregunta.estado != "agrupada":
        raise RuleError(f"La {pregunta.codigo} no está agrupada.", field="agrupada_en")
    pregunta.desagrupar()


@action("Anular pregunta")
def anular_pregunta(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a question captured by mistake: it keeps its number, struck, and counts in no figure."""
    pregunta = unit.get(Pregunta, id)
    inside = unit.connection.scalars(select(_P.numero).where(_grouped_in(pregunta))).all()
    if inside:
        raise RuleError(f"La {pregunta.codigo} responde por otras ({len(inside)}): desagrúpelas primero.")
    pregunta.anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Convertir en compromiso")
def convertir_en_compromiso(unit: Unit, *, id: str) -> str:
    """Make a commitment of what the answer says will be done, each linked to the other; return its key."""
    pregunta = unit.get(Pregunta, id)
    que_hacer = pregunta.acciones_a_desarrollar or ""
    if not que_hacer.strip() or que_hacer == "N.A.":
        text = "Escriba qué se va a hacer y vuelva a oprimir F9."
        raise RuleError(text, field="acciones_a_desarrollar")
    mine = and_(_C.audiencia_id == pregunta.audiencia_id, _C.anulada_motivo.is_(None))
    standing = unit.connection.scalars(select(_C.codigo).where(mine)).all()
    if pregunta.compromiso in standing:
        raise RuleError(f"La {pregunta.codigo} ya tiene el compromiso {pregunta.compromiso}.")
    used = unit.connection.scalars(select(_C.codigo).where(_C.audiencia_id == pregunta.audiencia_id))
    compromiso = Compromiso(
        audiencia_id=pregunta.audiencia_id,
        codigo=siguiente_codigo(used),
        que_hacer=que_hacer,
        responsables=(pregunta.responsable,) if pregunta.responsable else (),
        estado="pendiente",
        origen="pregunta",
        preguntas=(f"{pregunta.mesa}-{pregunta.numero}" if pregunta.mesa else pregunta.numero,),
        orden=orden.despues_de(unit.last_order("compromisos", audiencia_id=pregunta.audiencia_id)),
    )
    compromiso.revisar()
    pregunta.compromiso = compromiso.codigo
    return unit.add(compromiso)


@action("Registrar incidente")
def registrar_incidente(unit: Unit, *, audiencia_id: str, hora: str, tipo: TipoIncidente, texto: str) -> str:
    """Keep what happened during the hearing, at `hora` (HH:MM), and return its key."""
    values: dict[str, object] = {"hora": hora, "tipo": tipo, "texto": texto}
    unit.audiencia_id = audiencia_id
    return agregar["incidentes"].run(unit, valores=values, audiencia_id=audiencia_id)


def _firmar(unit: Unit, pregunta: Pregunta, autor: str) -> None:
    """Say who asks: someone registered, a name, or nobody."""
    nombre = " ".join(autor.split())
    bare = sin_tildes(nombre)
    pregunta.anonima = True if bare in _ANONIMO else None
    pregunta.autor_nombre = None if pregunta.anonima or not nombre else nombre
    pregunta.autor_asistente = None
    if pregunta.autor_nombre is None:
        return
    for key in llaves(unit.wire, "asistentes", nombre):  # comparing with everybody takes longer than capturing
        name, organizacion = unit.wire.one(_PRESENT, (key, pregunta.audiencia_id)) or ("", None)
        if sin_tildes(name or "") == bare:
            pregunta.autor_nombre, pregunta.autor_asistente = name, key
            pregunta.autor_organizacion = pregunta.autor_organizacion or organizacion


def _grouped_in(pregunta: Pregunta) -> Any:
    reference = f"{pregunta.mesa}-{pregunta.numero}" if pregunta.mesa else pregunta.numero
    return and_(
        _P.audiencia_id == pregunta.audiencia_id,
        _P.agrupada_en == reference,
        _P.estado == "agrupada",
        _P.anulada_motivo.is_(None),
    )
