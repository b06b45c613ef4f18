"""Questions of a hearing: captured, corrected, moderated, grouped, answered, made into commitments, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import and_, select

from rcdesk.domain import orden
from rcdesk.domain.captura import es_anonimo
from rcdesk.domain.compromisos import Compromiso, siguiente_codigo
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.registro import NO_APLICA
from rcdesk.domain.registro.preguntas import ModoRespuesta
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.grupos import agrupadas_en
from rcdesk.work.orden_en_cola import al_final, volver_a_la_cola
from rcdesk.work.presentes import reconocer
from rcdesk.work.turnos import terminar_respuesta

_P = JOURNALED["preguntas"].c
_C = JOURNALED["compromisos"].c


@action("Registrar pregunta")
def registrar_pregunta(
    unit: Unit,
    *,
    audiencia_id: str,
    texto: str,
    autor: str = "",
    asistente: str = "",
    linea: str = "",
    valores: Mapping[str, object] | None = None,
    agrupar_con: str = "",
    borradores: Iterable[str] = (),
) -> str:
    """Keep a question as it was said, with its number and its moment, and return its key.

    The number is the next one of the hearing, without gaps, taken in this transaction. `autor` is a name (that of one
    person registered links them), or «anónimo»; `asistente` is the key of that person when several have the name.
    `linea` is the line as typed, when something was read out of it; `valores` are tema, dependencia, tipo, canal…;
    `agrupar_con` is the key of the question whose answer it shares; `borradores` are the drafts that this was.
    """
    pregunta = capturar(
        unit,
        audiencia_id=audiencia_id,
        numero=unit.next_number("preguntas", audiencia_id=audiencia_id, mesa=None),
        lugar=orden.despues_de(unit.last_order("preguntas", audiencia_id=audiencia_id)),
        autor=autor,
        asistente=asistente,
        valores={"texto": texto, "linea": linea, **(valores or {})},
    )
    if agrupar_con:
        pregunta.agrupar(principal_de(unit, agrupar_con))
    unit.audiencia_id = audiencia_id
    unit.used_draft(*borradores)
    return unit.add(pregunta)


def capturar(
    unit: Unit,
    *,
    audiencia_id: str,
    numero: int,
    lugar: str,
    autor: str,
    valores: Mapping[str, object],
    asistente: str = "",
) -> Pregunta:
    """Return a question as it was said, with its number and its place, received now unless `valores` says when."""
    pregunta = Pregunta(
        audiencia_id=audiencia_id,
        numero=numero,
        orden=lugar,
        estado="recibida",
        moderacion="sin_revisar",
        recibida=unit.clock(),
    )
    pregunta.corregir(valores)
    _firmar(unit, pregunta, autor, asistente)
    return pregunta


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
    unit.used_draft(borrador)


@action("Respondida verbalmente")
def responder_en_vivo(unit: Unit, *, id: str) -> None:
    """Note that it was answered aloud, now; its text is owed, and the clock of its answer is over."""
    unit.get(Pregunta, id).responder_en_vivo(cuando=unit.clock())
    terminar_respuesta(unit, id)


@action("Reabrir pregunta")
def reabrir_pregunta(unit: Unit, *, id: str) -> None:
    """Let it owe an answer again; what was written stays."""
    pregunta = unit.get(Pregunta, id)
    pregunta.reabrir()
    volver_a_la_cola(unit, pregunta)


@action("Asignar pregunta")
def asignar(unit: Unit, *, id: str, dependencia: str) -> None:
    """Say to which office it falls to answer."""
    unit.get(Pregunta, id).asignar(dependencia)


@action("Aplazar pregunta")
def aplazar(unit: Unit, *, id: str) -> None:
    """Put it off; approved, it waits behind the others."""
    pregunta = unit.get(Pregunta, id)
    pregunta.aplazar()
    volver_a_la_cola(unit, pregunta)


@action("Dejar pendiente")
def dejar_pendiente(unit: Unit, *, id: str) -> None:
    """Let it owe its answer for later."""
    unit.get(Pregunta, id).dejar_pendiente()


@action("Trasladar pregunta")
def trasladar(unit: Unit, *, id: str, entidad: str, fecha: str) -> None:
    """Send it to the entity that is competent, on a date (AAAA-MM-DD)."""
    unit.get(Pregunta, id).trasladar(entidad, fecha=fecha)


@action("No procede")
def declarar_improcedente(unit: Unit, *, id: str, razon: str) -> None:
    """Leave it out of what the hearing answers, with the reason."""
    unit.get(Pregunta, id).declarar_improcedente(razon)


@action("Aprobar pregunta")
def aprobar(unit: Unit, *, id: str) -> None:
    """Let it be asked, after those that already wait."""
    pregunta = unit.get(Pregunta, id)
    pregunta.aprobar(al_final(unit, pregunta.audiencia_id))


@action("Retener pregunta")
def retener(unit: Unit, *, id: str) -> None:
    """Keep it from being asked or shown for now."""
    unit.get(Pregunta, id).retener()


@action("Volver a revisión")
def volver_a_revision(unit: Unit, *, id: str) -> None:
    """Take back what was decided of it."""
    unit.get(Pregunta, id).volver_a_revision()


@action("Agrupar pregunta")
def agrupar(unit: Unit, *, id: str, principal: str) -> None:
    """Let it share the answer of the question `principal`; those grouped in it go along."""
    pregunta = unit.get(Pregunta, id)
    pregunta.agrupar(principal_de(unit, principal))
    for key in unit.connection.scalars(
        select(_P.id).where(agrupadas_en(pregunta.audiencia_id, pregunta.mesa, pregunta.numero))
    ).all():
        unit.get(Pregunta, key).agrupada_en = pregunta.agrupada_en


@action("Desagrupar pregunta")
def desagrupar(unit: Unit, *, id: str) -> None:
    """Let it owe an answer of its own again."""
    pregunta = unit.get(Pregunta, id)
    if pregunta.estado != "agrupada":
        raise RuleError(f"La {pregunta.codigo} no está agrupada.", field="agrupada_en")
    pregunta.desagrupar()
    volver_a_la_cola(unit, pregunta)


@action("Anular pregunta")
def anular_pregunta(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a question captured by mistake: it keeps its number, struck, and counts in no figure."""
    pregunta = unit.get(Pregunta, id)
    inside = unit.connection.scalars(
        select(_P.numero).where(agrupadas_en(pregunta.audiencia_id, pregunta.mesa, pregunta.numero))
    ).all()
    if inside:
        raise RuleError(f"La {pregunta.codigo} responde por otras ({len(inside)}): desagrúpelas primero.")
    pregunta.anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Convertir en compromiso")
def convertir_en_compromiso(unit: Unit, *, id: str) -> str:
    """Make a commitment of what the answer says will be done, each linked to the other; return its key.

    Another standing one of the hearing that says the same is shared instead of written twice.
    """
    pregunta = unit.get(Pregunta, id)
    que_hacer = pregunta.acciones_a_desarrollar or ""
    if not que_hacer.strip() or que_hacer == NO_APLICA:
        text = "Escriba qué se va a hacer y vuelva a oprimir F9."
        raise RuleError(text, field="acciones_a_desarrollar")
    mine = and_(_C.audiencia_id == pregunta.audiencia_id, _C.anulada_motivo.is_(None))
    standing = unit.connection.execute(select(_C.id, _C.codigo, _C.que_hacer).where(mine).order_by(_C.orden)).all()
    if pregunta.compromiso in [one.codigo for one in standing]:
        raise RuleError(f"La {pregunta.codigo} ya tiene el compromiso {pregunta.compromiso}.")
    shared = next((one for one in standing if one.codigo and _dice_lo_mismo(one.que_hacer, que_hacer)), None)
    if shared is not None:
        other = unit.get(Compromiso, shared.id)
        other.preguntas = (*other.preguntas, pregunta.referencia)
        pregunta.compromiso = other.codigo
        return other.id
    used = unit.connection.scalars(select(_C.codigo).where(_C.audiencia_id == pregunta.audiencia_id))
    compromiso = Compromiso(
        audiencia_id=pregunta.audiencia_id,
        codigo=siguiente_codigo(used),
        que_hacer=que_hacer,
        responsables=(pregunta.responsable,) if pregunta.responsable else (),
        estado="pendiente",
        origen="pregunta",
        preguntas=(pregunta.referencia,),
        orden=orden.despues_de(unit.last_order("compromisos", audiencia_id=pregunta.audiencia_id)),
    )
    compromiso.revisar()
    pregunta.compromiso = compromiso.codigo
    return unit.add(compromiso)


def _dice_lo_mismo(uno: str, otro: str) -> bool:
    """Whether two sentences are one but for accents, capitals, spaces and the final point."""
    return sin_tildes(" ".join(uno.split())).rstrip(".") == sin_tildes(" ".join(otro.split())).rstrip(".")


def _firmar(unit: Unit, pregunta: Pregunta, autor: str, asistente: str = "") -> None:
    """Say who asks: someone registered, a name, or nobody. Of several people with one name, none is guessed."""
    nombre = " ".join(autor.split())
    pregunta.anonima = True if es_anonimo(nombre) else None
    pregunta.corregir({"autor_nombre": None if pregunta.anonima else nombre})
    pregunta.autor_asistente = None
    if pregunta.autor_nombre is None:
        return
    person = reconocer(unit, pregunta.audiencia_id, nombre, asistente)
    if person is not None:
        pregunta.autor_asistente, pregunta.autor_nombre = person.id, person.nombre
        pregunta.autor_organizacion = pregunta.autor_organizacion or person.organizacion


def principal_de(unit: Unit, key: str) -> Pregunta:
    """Return the question whose answer others share; RuleError when it was withdrawn."""
    lead = unit.get(Pregunta, key)
    if lead.anulada:
        raise RuleError(f"La {lead.codigo} está anulada: agrupe con otra.", field="agrupada_en")
    return lead
