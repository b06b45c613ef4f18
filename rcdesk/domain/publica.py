"""The public version of the data: what may be published without an authorisation (README of rcdesk/1, rule 8).

Documents, telephones, e-mails, signatures and differential data are taken out, and so is the name of whoever did not
authorise it: each becomes «Ciudadano/a N», the same N in the whole hearing. Names held by function stay (servants and
contractors; who presides, answers or signs; who speaks or is a guest with a charge). Annulled records, who annulled,
incidents and the directory are left out: an organisation goes by the name that its catalogue gives it, and one that is
the name of a person of the list is nobody's. Free texts are cleared as `reserva` says, surveys as `encuesta_publica`.
Of the acta, what its reviewers remarked and who approved it in the program are left out.

The documents to read go further (`iniciales`): whoever authorised only the use of their data is told by initials.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from rcdesk.domain.encuesta_publica import MUESTRA, encuesta_publica
from rcdesk.domain.iniciales import con_otras_escrituras
from rcdesk.domain.iniciales import iniciales as en_iniciales
from rcdesk.domain.organizaciones import Catalogo
from rcdesk.domain.recorrido import rebuilt, records_with, same, with_texts, without, without_annulled
from rcdesk.domain.registro import (
    Acta,
    Archivo,
    Asistente,
    Audiencia,
    Firmante,
    Intervencion,
    NoAplica,
    Plan,
    Pregunta,
    Valor,
)
from rcdesk.domain.registro.caminos import caminos
from rcdesk.domain.reserva import Reserva, doblado, enmascarar, por_palabra, reserva

_ROUTES: Final = frozenset({"archivo", "logo", "logo_derecho", "evidencia"})
"""Keys that say where a picture is."""
_PERSONAL: Final = frozenset({"documento", "telefono", "correo", "correo_preguntas"})
"""Keys of what no publication may say."""

_DE_LA_PERSONA: Final = ("documento", "telefono", "correo", "firma", "enfoque_diferencial", "persona", "extras")
_DEL_PERMISO: Final = ("representante", "observacion", "puesto")
_SIN_PERMISO: Final = ("otros_nombres", "barrio", "declarado")
_DE_LA_ENTIDAD: Final = ("servidor", "contratista")
_POR_FUNCION: Final = frozenset({"responsables", "equipo", "dependencia"})
"""Fields of a plan with names that are public by the charge of who bears them."""
_NAME_AND_SURNAME: Final = 2
_NO_PARTICLE: Final = 3  # letters
_CIUDADANO: Final = "Ciudadano/a "
_ANONIMO: Final = "[nombre reservado]"


def version_publica(archivo: Archivo, *, iniciales: bool = False, abiertas: int | None = MUESTRA) -> Archivo:
    """The file as anybody may read it; applying it again changes nothing.

    With `iniciales`, only who authorised that their name be published is named in full, of those who are not there by
    their function. `abiertas` are the open answers of a survey that are published when nobody chose which; None is all.
    """
    known, catalogo = _known(archivo), Catalogo(archivo.organizaciones)
    options = _Options(known, catalogo, iniciales, abiertas)
    clean: Archivo = without_annulled(without(archivo, "personas", "organizaciones"))
    whole = [audiencia for audiencia in archivo.audiencias if audiencia.anulada is None]
    named = [_named(audiencia, options) for audiencia in clean.audiencias]
    hidden = [names.hidden(audiencia) for (_, names), audiencia in zip(named, whole, strict=True)]
    secretos = _de_ninguna(hidden, [names for _, names in named]) if clean.planes else {}
    return replace(
        clean,
        version_publica=True,
        audiencias=tuple(_hearing(one, names, known) for (one, _), names in zip(named, hidden, strict=True)),
        planes=tuple(_sin_nombrar(clean.planes, known, secretos)),
    )


def reservado(archivo: Archivo) -> Reserva:
    """What no publication of the file may say: documents, telephones, e-mails, and names that no hearing publishes."""
    known = _known(archivo)
    options = _Options(known, Catalogo(archivo.organizaciones), iniciales=False, abiertas=MUESTRA)
    hidden, named = list[dict[str, str]](), list[_Names]()
    for audiencia in archivo.audiencias:
        if audiencia.anulada is None:
            _, names = _named(without_annulled(audiencia), options)
            hidden.append(names.hidden(audiencia))
            named.append(names)
    return replace(known, nombres=por_palabra(_de_ninguna(hidden, named)))


def _de_ninguna(hidden: Iterable[Mapping[str, str]], named: Iterable[_Names]) -> dict[str, str]:
    """The names that some hearing hides and none publishes."""
    public = {name for names in named for name in names.public}
    return {name: label for one in hidden for name, label in one.items() if name not in public}


def sin_rutas(archivo: Archivo) -> Archivo:
    """The file without where its pictures are: it goes out without them, and their names may say whose they are."""
    drawn: Archivo = _without_routes(archivo)
    return drawn


def _without_routes(value: Any) -> Any:
    if isinstance(value, tuple):
        changed = tuple(map(_without_routes, value))
        return value if same(changed, value) else changed
    if not isinstance(value, Valor) or isinstance(value, Asistente | Pregunta):  # nothing of theirs is a file
        return value
    named = [name for name in value.__dataclass_fields__ if name in _ROUTES and getattr(value, name)]
    return rebuilt(without(value, *named) if named else value, _without_routes, caminos(value.__class__, _ROUTES))


def _known(archivo: Archivo) -> Reserva:
    """Every document, telephone and e-mail of a person in the file, except the entity's own addresses."""
    numbers, emails, own = [], [], {archivo.entidad.correo if archivo.entidad else None}
    for record in records_with(archivo, _PERSONAL):
        own.add(getattr(record, "correo_preguntas", None))
        if hasattr(record, "telefono"):  # people of the directory and of a hearing, and authors of questions
            numbers.append(record.telefono)
            emails.append(record.correo)
        document = getattr(record, "documento", None)
        numbers.append(document.numero if document is not None else None)
    addresses = {address.casefold() for address in own if address}
    return reserva(filter(None, numbers), (e for e in emails if e and e.casefold() not in addresses))


@dataclass(frozen=True, slots=True)
class _Options:
    """What is the same for every hearing of a file."""

    known: Reserva
    catalogo: Catalogo
    iniciales: bool
    abiertas: int | None


def _hearing(hearing: Audiencia, hidden: Mapping[str, str], known: Reserva) -> Audiencia:
    """Publish a hearing whose people are already called as they are: what its texts say of them is hidden."""
    cleared: Audiencia = with_texts(hearing, cache(replace(known, nombres=por_palabra(hidden)).quitar))
    return cleared


def _sin_nombrar(planes: Iterable[Plan], known: Reserva, hidden: Mapping[str, str]) -> Iterator[Plan]:
    """Publish some plans, where «Ciudadano/a 3» would mean nothing; whoever answers is named by function."""
    quitar = cache(known.quitar)  # states, topics and offices are said again and again
    sin_nombres = cache(Reserva(nombres=por_palabra(dict.fromkeys(hidden, _ANONIMO))).quitar)
    for plan in planes:
        cleared: Plan = with_texts(_plan(plan), quitar)
        yield with_texts(cleared, sin_nombres, _POR_FUNCION) if hidden else cleared


def _named(audiencia: Audiencia, options: _Options) -> tuple[Audiencia, _Names]:
    """The hearing with each person by the name that is published, and those names."""
    names = _names(audiencia, iniciales=options.iniciales)
    audiencia = replace(
        audiencia, asistentes=tuple(_organization(one, names, options.catalogo) for one in audiencia.asistentes)
    )
    hearing = replace(
        without(audiencia, "incidentes"),
        asistentes=tuple(_person(asistente, names) for asistente in audiencia.asistentes),
        ausentes=_people(audiencia.ausentes, names),
        invitados=_people(audiencia.invitados, names),
        intervenciones=tuple(_speech(intervencion, names) for intervencion in audiencia.intervenciones),
        orden_del_dia=tuple(without(punto, "guion") for punto in audiencia.orden_del_dia),
        preguntas=tuple(_question(pregunta, names) for pregunta in audiencia.preguntas),
        encuestas=tuple(encuesta_publica(encuesta, abiertas=options.abiertas) for encuesta in audiencia.encuestas),
        acta=audiencia.acta and _acta(audiencia.acta),
        hallazgos_descartados=tuple(without(h, "persona") for h in audiencia.hallazgos_descartados),
    )
    return hearing, names


def _plan(plan: Plan) -> Plan:
    if not plan.hallazgos_descartados:
        return plan
    return replace(plan, hallazgos_descartados=tuple(without(h, "persona") for h in plan.hallazgos_descartados))


@dataclass(slots=True)
class _Names:
    """Who is called how in one hearing. Names are compared folded."""

    held: frozenset[str]
    """By function: they stand in the acta anyway."""
    by_id: Mapping[str, str]
    listed: frozenset[str]
    """Everybody of the list."""
    authors: frozenset[str] | None = None
    """Who asked and authorised that their name be published; None when the list authorised it by itself."""
    by_initials: frozenset[str] = frozenset()
    public: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    anonymous: set[str] = field(default_factory=set)
    count: int = 0

    def label(self, name: str, identity: str | None = None) -> str:
        """«Ciudadano/a N» for a name, or for the person of the list that it belongs to; or their initials."""
        whole = self.by_id.get(identity or "", name)
        key = doblado(whole)
        if key not in self.labels:
            initials = en_iniciales(whole) if key in self.by_initials and not whole.startswith(_CIUDADANO) else ""
            self.count += not initials
            self.labels[key] = initials or f"{_CIUDADANO}{self.count}"
        return self.labels.setdefault(doblado(name), self.labels[key])

    def hidden(self, whole: Audiencia) -> dict[str, str]:
        """What each name that was taken out is in the texts; one that somebody holds in public stays.

        Who is not named is not so by any of the ways in which they were written, nor is who was withdrawn, nor who
        answers for a minor.
        """
        names, other = dict.fromkeys(self.anonymous, _ANONIMO), dict[str, str]()
        for person in _listed(whole):
            written = {doblado(name) for name in person.otros_nombres}
            if person.anulada is not None:
                if person.calidad not in _DE_LA_ENTIDAD:
                    names |= dict.fromkeys(written | {doblado(person.nombre or "")}, _ANONIMO)
            elif _may_be_named(person, self):
                self.public |= written
            else:
                other |= dict.fromkeys(written, self.labels.get(doblado(person.nombre or ""), _ANONIMO))
            if person.autorizacion is not None and person.autorizacion.representante:
                names.setdefault(doblado(person.autorizacion.representante), _ANONIMO)
        names = names | other | self.labels
        hidden = {n: label for n, label in names.items() if n not in self.public and n != doblado(label)}
        return con_otras_escrituras(hidden, self.public, _ANONIMO)


def _names(audiencia: Audiencia, *, iniciales: bool) -> _Names:
    people = list(_listed(audiencia))
    held = frozenset(doblado(name) for name in _by_function(audiencia))
    by_id = {str(person.id): person.nombre for person in people if person.id and person.nombre}
    names = _Names(held, by_id, frozenset(doblado(person.nombre) for person in people if person.nombre))
    if iniciales:
        names.authors = frozenset(_by_leave(audiencia, by_id))
        names.by_initials = frozenset(
            doblado(person.nombre)
            for person in people
            if person.nombre and person.autorizacion and person.autorizacion.otorgada
        )
        names.public |= names.authors
    names.public |= held
    names.public |= {doblado(person.nombre) for person in people if person.nombre and _may_be_named(person, names)}
    return names


def _listed(audiencia: Audiencia) -> Iterator[Asistente]:
    for people in (audiencia.asistentes, audiencia.invitados, audiencia.ausentes):
        if isinstance(people, tuple):
            yield from people


def _by_function(audiencia: Audiencia) -> Iterator[str]:
    """Names that the hearing prints because of what the person does in it."""
    if audiencia.preside:
        yield audiencia.preside
    if audiencia.acta is not None:
        acta = audiencia.acta
        yield from (f.nombre for f in (*acta.firmas, *acta.elaboro, *acta.reviso, *acta.aprobo) if f.nombre)
    yield from (i.nombre for i in audiencia.intervenciones if i.nombre and i.cargo)
    yield from (p.respuesta.responde for p in audiencia.preguntas if p.respuesta and p.respuesta.responde)
    for people in (audiencia.invitados, audiencia.ausentes):
        if isinstance(people, tuple):
            yield from (one.nombre for one in people if _came_for_a_charge(one) and one.nombre)
    signers = audiencia.acta.firmas if audiencia.acta is not None else ()
    yield from (one.nombre for one in audiencia.asistentes if one.nombre and any(_is_signer(one, s) for s in signers))


def _is_signer(person: Asistente, signer: Firmante) -> bool:
    """Whether who is listed with a charge signs with it, by two words of their name: «Luz Marina Cuéllar Salazar»."""
    if not _came_for_a_charge(person) or person.calidad is not None:
        return False
    charge = _words(person.cargo)
    same = bool(charge) and charge <= _words(f"{signer.cargo or ''} {signer.dependencia or ''}")
    return same and len(_words(person.nombre) & _words(signer.nombre)) >= _NAME_AND_SURNAME


def _words(text: str | None) -> set[str]:
    return {word for word in doblado(text or "").split() if len(word) >= _NO_PARTICLE}


def _came_for_a_charge(person: Asistente) -> bool:
    """Whether somebody was called because of their charge and did not refuse to be named."""
    granted = person.autorizacion.otorgada if person.autorizacion else None
    return person.cargo is not None and granted is not False


def _by_leave(audiencia: Audiencia, by_id: Mapping[str, str]) -> Iterator[str]:
    """Who asked, and authorised that their name be published with the question."""
    for pregunta in audiencia.preguntas:
        autor = pregunta.autor
        if autor is not None and autor.autoriza_publicar_nombre and not pregunta.anonima:
            yield from (doblado(name) for name in (autor.nombre, by_id.get(autor.asistente or "")) if name)


def _may_be_named(person: Asistente, names: _Names) -> bool:
    granted = person.autorizacion.otorgada if person.autorizacion else None
    if person.calidad in _DE_LA_ENTIDAD:
        return True
    name = doblado(person.nombre or "")
    if granted:
        return names.authors is None or name in names.authors or name in names.held
    told = person.calidad is None or person.cargo is not None  # a citizen with the name of a signer is somebody else
    return granted is None and told and name in names.held


def _people(people: tuple[Asistente, ...] | NoAplica | None, names: _Names) -> tuple[Asistente, ...] | NoAplica | None:
    return tuple(_person(person, names) for person in people) if isinstance(people, tuple) else people


def _person(person: Asistente, names: _Names) -> Asistente:
    public = without(person, *_DE_LA_PERSONA)
    if public.autorizacion is not None:
        public = replace(public, autorizacion=without(public.autorizacion, *_DEL_PERMISO))
    if person.nombre is None or _may_be_named(person, names):
        return public
    return replace(without(public, *_SIN_PERMISO), nombre=names.label(person.nombre, person.id))


def _organization(person: Asistente, names: _Names, catalogo: Catalogo) -> Asistente:
    """Whoever wrote somebody's name where an organisation goes came for no organisation."""
    if person.organizacion is None:
        return person
    name = catalogo.canonica(person.organizacion) or person.organizacion
    if {doblado(name), doblado(person.organizacion)} & names.listed:
        return without(person, "organizacion")
    return person if name == person.organizacion else replace(person, organizacion=name)


def _speech(intervencion: Intervencion, names: _Names) -> Intervencion:
    name = intervencion.nombre
    if name is None or intervencion.cargo or doblado(name) in names.public:
        return intervencion
    return replace(intervencion, nombre=names.label(name))


def _question(pregunta: Pregunta, names: _Names) -> Pregunta:
    words: dict[str, Any] = {
        "texto": enmascarar(pregunta.texto),
        "texto_editado": pregunta.texto_editado and enmascarar(pregunta.texto_editado),
        "observacion": pregunta.observacion and enmascarar(pregunta.observacion),
        "extras": {key: enmascarar(v) if isinstance(v, str) else v for key, v in pregunta.extras.items()},
    }
    pregunta, autor = without(pregunta, "linea"), pregunta.autor
    if autor is None:
        return replace(pregunta, **words)
    if pregunta.anonima:
        names.anonymous |= {doblado(autor.nombre)} if autor.nombre else set()
        return replace(without(pregunta, "autor"), **words)
    autor = without(autor, "correo", "telefono")
    if autor.nombre is not None and autor.autoriza_publicar_nombre is not True:
        autor = replace(autor, nombre=names.label(autor.nombre, autor.asistente))
    return replace(pregunta, autor=autor, **words)


def _acta(acta: Acta) -> Acta:
    """What reviewers said of a draft, and the scan of the signatures, are not published."""
    versiones = tuple(without(version, "archivo", "quien") for version in acta.versiones)
    return replace(without(acta, "observaciones_de_revision"), versiones=versiones)
