"""What is published carries nothing that a person did not authorise."""

import json
from dataclasses import replace

from rcdesk.domain import registro as r
from rcdesk.domain.publica import version_publica
from rcdesk.exchange import decode, to_json

ROSA = r.Id("00000000-0000-7000-8000-000000000001")


def citizen(nombre: str | None = "Rosa Elvira Nieto", **parts: object) -> r.Asistente:
    """Return someone of the public with every personal value filled."""
    whole = r.Asistente(
        nombre=nombre,
        otros_nombres=("Rosita Nieto",),
        documento=r.Documento(tipo="CC", numero="66812345"),
        telefono="300 123 4567",
        correo="rosa@correo.co",
        organizacion="Junta de Villa Aurora",
        municipio="Villa Aurora",
        barrio="El Prado",
        persona="p-1",
        calidad="ciudadano",
        modalidad="presencial",
        firma="papel",
        enfoque_diferencial=r.EnfoqueDiferencial(etnia="raizal"),
        autorizacion=r.Autorizacion(otorgada=False, version="1", representante="Elvira Roa", observacion="menor"),
        extras={"eps": "Sanar"},
    )
    return replace(whole, **parts)  # type: ignore[arg-type]


def published(audiencia: r.Audiencia, **parts: object) -> r.Audiencia:
    """Return the public version of a hearing."""
    archivo = r.Archivo(audiencias=(audiencia,), **parts)  # type: ignore[arg-type]
    return version_publica(archivo).audiencias[0]


def hearing(**parts: object) -> r.Audiencia:
    return r.Audiencia(codigo="a", **parts)  # type: ignore[arg-type]


def question(texto: str = "¿Cuándo?", **parts: object) -> r.Pregunta:
    return r.Pregunta(numero=1, texto=texto, **parts)  # type: ignore[arg-type]


def test_the_public_version_says_so_and_has_no_directory() -> None:
    archivo = r.Archivo(
        personas=(r.Persona(nombre="Rosa Elvira Nieto"),), presentes=frozenset({"personas", "planes"}), fuente="x"
    )
    public = version_publica(archivo)
    assert (public.version_publica, public.personas, public.fuente) == (True, (), "x")
    assert public.presentes == {"planes"}


def test_personal_values_of_who_attends_are_taken_out_even_with_authorisation() -> None:
    granted = r.Autorizacion(otorgada=True, version="1", representante="Elvira Roa")
    person = published(hearing(asistentes=(citizen(autorizacion=granted),))).asistentes[0]
    assert person == r.Asistente(
        nombre="Rosa Elvira Nieto",
        otros_nombres=("Rosita Nieto",),
        organizacion="Junta de Villa Aurora",
        municipio="Villa Aurora",
        barrio="El Prado",
        calidad="ciudadano",
        modalidad="presencial",
        autorizacion=r.Autorizacion(otorgada=True, version="1"),
    )


def test_a_name_without_authorisation_is_a_citizen_with_a_number() -> None:
    person = published(hearing(asistentes=(citizen(),))).asistentes[0]
    assert person.nombre == "Ciudadano/a 1"
    assert (person.otros_nombres, person.barrio) == ((), None)
    assert person.autorizacion == r.Autorizacion(otorgada=False, version="1")


def test_public_servants_and_contractors_are_named() -> None:
    people = (citizen("Ana Roa", calidad="servidor"), citizen("Luis Paz", calidad="contratista"))
    assert [p.nombre for p in published(hearing(asistentes=people)).asistentes] == ["Ana Roa", "Luis Paz"]


def test_who_signs_or_presides_is_named_unless_registered_as_a_citizen() -> None:
    bare = r.Asistente(nombre="Ana Roa", cargo="Secretaria")
    signed = hearing(asistentes=(bare,), acta=r.Acta(firmas=(r.Firmante(nombre="ANA ROA"),)))
    assert published(signed).asistentes[0].nombre == "Ana Roa"
    assert published(hearing(asistentes=(bare,))).asistentes[0].nombre == "Ciudadano/a 1"
    refused = hearing(asistentes=(citizen("Ana Roa"),), preside="Ana Roa")
    assert published(refused).asistentes[0].nombre == "Ciudadano/a 1"


def test_who_has_no_name_keeps_none_and_absent_people_count_as_people() -> None:
    public = published(hearing(asistentes=(citizen(None),), ausentes=(citizen(),), invitados="N.A."))
    assert public.asistentes[0].nombre is None
    assert public.invitados == "N.A."
    assert isinstance(public.ausentes, tuple)
    assert public.ausentes[0].nombre == "Ciudadano/a 1"


def test_one_person_has_one_number_in_the_whole_hearing() -> None:
    public = published(
        hearing(
            asistentes=(citizen("Luis Paz"), citizen(id=ROSA)),
            intervenciones=(r.Intervencion(nombre="luis  paz"), r.Intervencion(nombre="Ana Roa", cargo="Alcaldesa")),
            preguntas=(
                question(autor=r.Autor(nombre="Rosita N.", asistente=ROSA)),
                question(autor=r.Autor(nombre="ROSA ELVIRA NIÉTO")),
                question(autor=r.Autor(nombre="Otra Gente")),
            ),
        )
    )
    assert [p.nombre for p in public.asistentes] == ["Ciudadano/a 1", "Ciudadano/a 2"]
    assert [i.nombre for i in public.intervenciones] == ["Ciudadano/a 1", "Ana Roa"]
    authors = [p.autor.nombre for p in public.preguntas if p.autor]
    assert authors == ["Ciudadano/a 2", "Ciudadano/a 2", "Ciudadano/a 3"]


def test_an_author_is_named_only_with_their_authorisation() -> None:
    autor = r.Autor(nombre="Rosa Elvira Nieto", correo="rosa@correo.co", telefono="3001234567", municipio="Roca")
    granted = published(hearing(preguntas=(question(autor=replace(autor, autoriza_publicar_nombre=True)),)))
    assert granted.preguntas[0].autor == r.Autor(
        nombre="Rosa Elvira Nieto", municipio="Roca", autoriza_publicar_nombre=True
    )
    for answer in (False, None):
        kept = published(hearing(preguntas=(question(autor=replace(autor, autoriza_publicar_nombre=answer)),)))
        assert kept.preguntas[0].autor is not None
        assert kept.preguntas[0].autor.nombre == "Ciudadano/a 1"


def test_an_anonymous_question_has_no_author_and_no_number_that_links_it() -> None:
    autor = r.Autor(nombre="Rosa Elvira Nieto", autoriza_publicar_nombre=True)
    public = published(hearing(objetivo="Oír a Rosa Elvira Nieto", preguntas=(question(anonima=True, autor=autor),)))
    assert public.preguntas[0].autor is None
    assert public.objetivo == "Oír a [nombre reservado]"


def test_the_line_as_it_was_typed_and_the_note_of_who_moderates_are_left_out() -> None:
    point = r.Punto(titulo="Saludo", guion="Interrumpir a quien se pase")
    public = published(hearing(orden_del_dia=(point,), preguntas=(question(linea="Rosa: ¿Cuándo? 300 123 4567"),)))
    assert (public.orden_del_dia[0].titulo, public.orden_del_dia[0].guion) == ("Saludo", None)
    assert (public.preguntas[0].texto, public.preguntas[0].linea) == ("¿Cuándo?", None)


def test_annulled_records_incidents_and_who_dismissed_a_finding_are_left_out() -> None:
    annulled = r.Anulada(motivo="repetida", quien="Luis Paz")
    archivo = r.Archivo(
        audiencias=(
            hearing(
                incidentes=(r.Incidente(texto="Se fue la luz"),),
                asistentes=(citizen(anulada=annulled), citizen()),
                preguntas=(question(anulada=annulled),),
                compromisos=(r.Compromiso(que_hacer="x", anulada=annulled),),
                convocatoria=r.Convocatoria(piezas=(r.Pieza(titulo="x", anulada=annulled),)),
                hallazgos_descartados=(r.HallazgoDescartado(codigo="V01", motivo="m", persona="Luis Paz"),),
                presentes=frozenset({"incidentes"}),
            ),
            hearing(anulada=annulled),
        ),
        planes=(
            r.Plan(
                codigo="p",
                nombre="P",
                tipo="paac",
                componentes=(r.Componente(nombre="c", actividades=(r.Actividad(anulada=annulled),)),),
            ),
        ),
    )
    public = version_publica(archivo)
    (only,) = public.audiencias
    assert (only.incidentes, only.preguntas, only.compromisos, only.presentes) == ((), (), (), frozenset())
    assert len(only.asistentes) == 1
    assert only.convocatoria is not None
    assert only.convocatoria.piezas == ()
    assert only.hallazgos_descartados[0].persona is None
    assert public.planes[0].componentes[0].actividades == ()
    assert b"Luis" not in to_json(public)
    assert b"anulada" not in to_json(public)


def test_a_citizens_words_are_masked_and_the_officials_answer_is_not() -> None:
    mail = "Escriba a ayuda@correo.co o al 602 555 1234"
    public = published(
        hearing(
            preguntas=(
                question(
                    mail, texto_editado=mail, observacion=mail, extras={"nota": mail}, respuesta=r.Respuesta(texto=mail)
                ),
            ),
            encuestas=(
                r.Encuesta(
                    preguntas=(
                        r.PreguntaEncuesta(codigo="p1", tipo="texto", muestra=(mail,)),
                        r.PreguntaEncuesta(codigo="p2", tipo="unica", opciones=("3001234567",)),
                    ),
                    respuestas=(r.RespuestaEncuesta(valores={"p1": mail, "p2": "3001234567"}),),
                ),
            ),
        )
    )
    masked = "Escriba a [correo reservado] o al [número reservado]"
    asked, survey = public.preguntas[0], public.encuestas[0]
    assert (asked.texto, asked.texto_editado, asked.observacion, asked.extras) == (masked,) * 3 + ({"nota": masked},)
    assert asked.respuesta == r.Respuesta(texto=mail)
    assert survey.preguntas[0].muestra == (masked,)
    assert survey.respuestas == ()
    assert survey.preguntas[1].reservadas == ("[número reservado]",)


def test_nothing_known_to_be_personal_is_left_anywhere_in_the_file() -> None:
    told = "Rosa Elvira NIETO (c.c. 66.812.345, cel. 300-123-4567, ROSA@correo.co) pide la vía"
    secret = hearing(
        nombre=told,
        asistentes=(citizen(),),
        preguntas=(question(told, respuesta=r.Respuesta(texto=told, responde="Ana Roa")),),
        compromisos=(r.Compromiso(que_hacer=told, responsables=(told,)),),
        acta=r.Acta(desarrollo=(r.Seccion(bloques=(r.Tabla(filas=((told, None),)), r.Lista(items=(told,)))),)),
    )
    directory = (r.Persona(nombre="Luis Paz", documento=r.Documento(numero="1144034567"), telefono="5551234"),)
    plan = r.Plan(codigo="p", nombre="Llamar a Luis, 1.144.034.567, tel 555 1234", tipo="otro")
    public = version_publica(r.Archivo(audiencias=(secret,), personas=directory, planes=(plan,)))
    written = to_json(public).decode()
    for trace in (
        "Nieto",
        "NIETO",
        "66.812.345",
        "66812345",
        "300-123",
        "ROSA@",
        "rosa@",
        "1.144",
        "555 1234",
        "raizal",
    ):
        assert trace not in written
    hidden = "Ciudadano/a 1 (c.c. [número reservado], cel. [número reservado], [correo reservado]) pide la vía"
    assert public.audiencias[0].compromisos[0].que_hacer == hidden


def test_addresses_of_the_entity_and_names_held_in_public_stay_in_the_texts() -> None:
    text = "La alcaldesa Ana Roa atiende en oficina@roca.co"
    archivo = r.Archivo(
        entidad=r.Entidad(nombre="Alcaldía de Villa Aurora", correo="oficina@roca.co"),
        audiencias=(
            hearing(
                objetivo=text,
                preside="Ana Roa",
                asistentes=(
                    citizen("Ana Roa"),
                    citizen("Luis Paz", calidad="servidor", correo="oficina@roca.co"),
                ),
            ),
        ),
    )
    public = version_publica(archivo)
    assert public.audiencias[0].objetivo == text
    assert public.entidad == archivo.entidad


def test_nobody_is_told_by_another_way_of_writing_them_nor_by_a_registration_withdrawn() -> None:
    granted = r.Autorizacion(otorgada=True, version="1")
    withdrawn = r.Anulada(motivo="Es la misma persona que Rosa Elvira Nieto.")
    people = (
        citizen(id=ROSA),
        citizen("Rosa E. Nieto", otros_nombres=(), anulada=withdrawn),
        citizen("Juan Mal Escrito", otros_nombres=(), anulada=withdrawn),
        citizen("Ana Nova", otros_nombres=("Anita Nova",), autorizacion=granted),
    )
    said = "Rosita Nieto, Juan Mal Escrito, Rosa E. Nieto, Elvira Roa y Anita Nova"
    public = published(hearing(asistentes=people, preguntas=(question(said),)))
    reserved = "[nombre reservado]"
    assert public.preguntas[0].texto == f"Ciudadano/a 1, {reserved}, {reserved}, {reserved} y Anita Nova"
    merged = (citizen(otros_nombres=("Rosa E. Nieto",)), *people[1:])
    told = published(hearing(asistentes=merged, preguntas=(question("Soy Rosa E. Nieto"),)))
    assert told.preguntas[0].texto == "Soy Ciudadano/a 1"


def test_making_it_public_again_changes_nothing_and_it_reads_without_avisos() -> None:
    whole = r.Archivo(
        audiencias=(
            hearing(
                asistentes=(citizen("Luis Paz"), citizen(id=ROSA)),
                preguntas=(question("Soy Rosa Elvira Nieto", autor=r.Autor(nombre="Rosa", asistente=ROSA)),),
            ),
        )
    )
    public = version_publica(whole)
    assert version_publica(public) == public
    leido = decode(to_json(public), "x")
    assert (leido.archivo, leido.avisos) == (public, ())
    assert json.loads(to_json(public))["version_publica"] is True


def test_in_a_document_only_who_authorised_it_is_named_in_full() -> None:
    granted = r.Autorizacion(otorgada=True, version="1")
    asked = r.Autor(nombre="Luz Dary Ríos", autoriza_publicar_nombre=True)
    whole = r.Archivo(
        audiencias=(
            hearing(
                asistentes=(
                    citizen("Flor María de la Peña", autorizacion=granted, otros_nombres=()),
                    citizen("Luz Dary Ríos", autorizacion=granted, otros_nombres=()),
                    citizen("Ana Roa", autorizacion=granted, cargo="Alcaldesa", otros_nombres=()),
                    citizen("José Restrepo", otros_nombres=()),
                    citizen("12 34", autorizacion=granted, otros_nombres=()),
                ),
                preside="Ana Roa",
                objetivo="Oír a Flor María de la Peña, a Luz Dary Ríos y a José Restrepo",
                preguntas=(question(autor=asked), question(autor=r.Autor(nombre="flor maría de la peña"))),
            ),
        )
    )
    public = version_publica(whole, iniciales=True)
    (told,) = public.audiencias
    assert [one.nombre for one in told.asistentes] == [
        "F. M. P.",
        "Luz Dary Ríos",
        "Ana Roa",
        "Ciudadano/a 1",
        "Ciudadano/a 2",
    ]
    assert [one.autor.nombre for one in told.preguntas if one.autor] == ["Luz Dary Ríos", "F. M. P."]
    assert told.objetivo == "Oír a F. M. P., a Luz Dary Ríos y a Ciudadano/a 1"
    assert version_publica(public, iniciales=True) == public


def test_what_reviewers_said_and_the_scan_of_the_signatures_are_not_published() -> None:
    version = r.VersionAprobada(
        version=1, instantanea=r.Sha256("0" * 64), quien="Luis Paz", archivo=r.Ruta("firmada.pdf"), motivo="Un error"
    )
    acta = r.Acta(observaciones_de_revision=(r.Observacion(texto="Cambiar"),), versiones=(version,))
    public = published(hearing(acta=acta)).acta
    assert public is not None
    assert public.observaciones_de_revision == ()
    assert (public.versiones[0].quien, public.versiones[0].archivo, public.versiones[0].motivo) == (
        None,
        None,
        "Un error",
    )


def test_a_guest_called_for_their_charge_is_named_unless_they_refused() -> None:
    refused = r.Autorizacion(otorgada=False)
    archivo = r.Archivo(
        audiencias=(
            r.Audiencia(
                codigo="x",
                invitados=(
                    r.Asistente(nombre="Gloria Zapata", cargo="Personera municipal"),
                    r.Asistente(nombre="Iván Solarte", cargo="Presidente", calidad="organizacion"),
                    r.Asistente(nombre="Luis Paz", cargo="Presidente", autorizacion=refused),
                    r.Asistente(nombre="Eva Mina"),
                ),
            ),
        )
    )
    [hearing] = version_publica(archivo).audiencias
    assert isinstance(hearing.invitados, tuple)
    named = ["Gloria Zapata", "Iván Solarte", "Ciudadano/a 1", "Ciudadano/a 2"]
    assert [guest.nombre for guest in hearing.invitados] == named


def test_who_signs_with_a_charge_is_named_in_the_list_too_however_it_writes_them() -> None:
    signer = r.Firmante(nombre="LUZ MARINA CUELLAR", cargo="Jefe de Prensa", dependencia="Secretaría de Gobierno")
    listed = (
        r.Asistente(nombre="Luz Marina Cuéllar Salazar", cargo="Jefe de Prensa"),
        r.Asistente(nombre="Luz Marina Paz", cargo="Estudiante"),
        r.Asistente(nombre="Eva Mina Cuéllar", cargo="Jefe de Prensa"),
        r.Asistente(nombre="Luz Mina Cuéllar", cargo="Jefe de Prensa", calidad="ciudadano"),
    )
    audiencia = r.Audiencia(codigo="x", asistentes=listed, acta=r.Acta(firmas=(signer,)))
    [hearing] = version_publica(r.Archivo(audiencias=(audiencia,))).audiencias
    named = ["Luz Marina Cuéllar Salazar", "Ciudadano/a 1", "Ciudadano/a 2", "Ciudadano/a 3"]
    assert [one.nombre for one in hearing.asistentes] == named
