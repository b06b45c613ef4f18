"""Hearings of every shape, invented: what an acta must also serve, one function for each."""

from __future__ import annotations

from dataclasses import replace

from rcdesk.domain import registro as r

ENTIDAD = r.Entidad(
    nombre="Alcaldía de Piedra Clara",
    correo="datos@piedra-clara.gov.co",
    dependencias=(r.Dependencia(nombre="Secretaría de Planeación"),),
)
TEXTO = r.TextoDeAutorizacion(
    version="2", texto="Autorizo el uso de mis datos para esta audiencia.", vigente_desde=r.Fecha("2024-01-01")
)
FORMATO = r.FormatoDocumental(
    tipo_documental="ACTA DE AUDIENCIA",
    proceso="PARTICIPACIÓN",
    codigo="PAR-F-07",
    version="02",
    vigente_desde=r.Fecha("2023-05-02"),
)
ANULADA = r.Anulada(motivo="se registró dos veces")


def archivo(*audiencias: r.Audiencia, entidad: r.Entidad | None = ENTIDAD) -> r.Archivo:
    """A whole file."""
    return r.Archivo(entidad=entidad, audiencias=audiencias)


def recien_creada() -> r.Audiencia:
    """Just created: a code, a name and what was scheduled; no acta."""
    return r.Audiencia(
        codigo="rdc-2026-7",
        nombre="Audiencia de rendición de cuentas 2026",
        fecha=r.Fecha("2026-11-27"),
        hora_inicio_programada=r.Hora("14:30"),
    )


def dieciseis_puntos() -> r.Audiencia:
    """Sixteen points and sections, no controlled format, speakers, votes, a table, a quote, lists inside lists."""
    puntos = tuple(r.Punto(titulo=f"Punto {n} de la agenda") for n in range(1, 15))
    apertura = r.Punto(titulo="Himnos", detalle="Nacional y del municipio")
    secciones = tuple(r.Seccion(titulo=punto.titulo) for punto in puntos[:11])
    return r.Audiencia(
        codigo="rdc-2025-2",
        nombre="Audiencia de la vigencia 2025",
        objetivo="Contar qué se hizo con los recursos de 2025.",
        fecha=r.Fecha("2025-12-03"),
        hora_inicio=r.Hora("08:00"),
        hora_fin=r.Hora("12:00"),
        lugares=(r.Lugar(nombre="Coliseo municipal", direccion="Calle 4 n.º 3-18"),),
        orden_del_dia=(apertura, *puntos, r.Punto(titulo="Cierre")),
        intervenciones=(
            r.Intervencion(nombre="Ilda Peñaranda", cargo="Secretaria", tema="Vías", minutos=12),
            r.Intervencion(bloques=(r.Parrafo(texto="Pidió la palabra y **agradeció** la invitación."),)),
        ),
        decisiones=(
            r.Decision(texto="Publicar el informe de obras cada mes.", a_favor=31, en_contra=2, en_blanco=0),
            r.Decision(texto="Crear una mesa de seguimiento."),
        ),
        acta=r.Acta(numero="012", desarrollo=(_llena(), _insertos(), *secciones, _anidada(), _vacia(), _cerrada())),
    )


def _llena() -> r.Seccion:
    dentro = r.Item(texto="Acueducto", items=("Vereda El Salto", r.Item(texto="Vereda La Mina", items=("Etapa 1",))))
    return r.Seccion(
        titulo="Himnos",
        bloques=(
            r.Lista(numerada=True, items=(dentro, "Alcantarillado")),
            r.Tabla(
                leyenda="Inversión",
                fuente="Hacienda",
                encabezados=("Obra", "Valor"),
                filas=(("Puente", "$1"), ("Vía",)),
            ),
            r.Cita(texto="La plata se ve.", autor="Una asistente"),
            r.Figura(leyenda="El puente nuevo", fuente="Prensa municipal", archivo="puente.png"),
        ),
    )


def _insertos() -> r.Seccion:
    datos: tuple[r.Dato, ...] = ("intervenciones", "decisiones", "preguntas", "dofa", "compromisos", "encuestas")
    return r.Seccion(titulo="Desarrollo de la sesión", bloques=tuple(r.Inserto(dato=dato) for dato in datos))


def _anidada() -> r.Seccion:
    nieta = r.Seccion(titulo="Puentes", bloques=(r.Parrafo(texto="Uno terminado."),))
    hija = r.Seccion(titulo="Obras", secciones=(nieta,))
    return r.Seccion(titulo="Infraestructura", secciones=(hija, r.Seccion(titulo="Vías terciarias")))


def _vacia() -> r.Seccion:
    return r.Seccion()


def _cerrada() -> r.Seccion:
    return r.Seccion(titulo="Cierre", bloques=(r.Parrafo(texto="Se dio por terminada."), r.Inserto(dato="temas")))


def pregunta(numero: int, **campos: object) -> r.Pregunta:
    """A question with a text of its own."""
    base: dict[str, object] = {"texto": f"¿Qué pasó con la obra {numero}?", "recibida": "2026-03-12T10:00:00-05:00"}
    return r.Pregunta(numero=numero, **{**base, **campos})  # type: ignore[arg-type]  # fields of the record, by name


def agrupadas() -> r.Audiencia:
    """Eight questions in two groups, half of them pending; and every other way a question can end."""
    return r.Audiencia(
        codigo="rdc-2026-3",
        nombre="Audiencia con preguntas agrupadas",
        fecha=r.Fecha("2026-03-12"),
        preguntas=(*_en_grupos(), *_sueltas()),
        compromisos=_compromisos(),
    )


def con_nombre() -> r.Audiencia:
    """The same questions, asked by people who gave their names; one of a pending group has a shorter term."""
    quienes = ("Ana Roa", "Berta Ñáñez", "Ciro Paz")
    preguntas = tuple(
        replace(
            una,
            anonima=una.numero == 8,
            autor=r.Autor(
                nombre=quienes[una.numero % 3], correo=f"persona{una.numero}@example.org", telefono="3001112233"
            ),
            dependencia="Secretaría de Salud",
            tipo="solicitud_de_informacion" if una.numero == 7 else una.tipo,
        )
        for una in agrupadas().preguntas
    )
    return replace(agrupadas(), preguntas=preguntas)


def _en_grupos() -> tuple[r.Pregunta, ...]:
    en_vivo = r.Respuesta(texto="Se entregó en junio.\nFalta la señalización.", modo="en_vivo")
    grupo = tuple(pregunta(n, estado="agrupada", agrupada_en=1, autor=r.Autor(nombre=f"Vecina {n}")) for n in (2, 3, 4))
    pendiente = tuple(pregunta(n, estado="agrupada", agrupada_en=5, anonima=True) for n in (6, 7, 8))
    return (
        pregunta(1, estado="respondida", respuesta=en_vivo, autor=r.Autor(nombre="Vecina 1"), tema="Obras"),
        *grupo,
        pregunta(5, estado="pendiente", tipo="consulta", anonima=True, tema="Salud"),
        *pendiente,
    )


def _sueltas() -> tuple[r.Pregunta, ...]:
    escrita = r.Respuesta(
        texto="Se adjunta el contrato.",
        modo="por_escrito",
        fecha=r.FechaHora("2026-03-20"),
        soportes=(r.Evidencia(texto="Contrato 14", url="https://piedra-clara.gov.co/contrato-14"),),
    )
    return (
        pregunta(9, estado="respondida", respuesta=r.Respuesta(modo="en_vivo")),
        pregunta(10, estado="respondida", respuesta=escrita, radicados=("2026-118",), acciones_a_desarrollar="N.A."),
        pregunta(11, estado="trasladada", trasladada_a="la Gobernación", compromiso="C1"),
        pregunta(12, estado="fuera_de_alcance", observacion="No es tema de la vigencia."),
        pregunta(13, estado="agrupada", agrupada_en=99),
        pregunta(14, mesa="A", estado="aplazada", tipo="solicitud_de_informacion", texto_editado="¿Y los estudios?"),
        pregunta(15, anulada=ANULADA, texto="No debe salir"),
        pregunta(16),
    )


def _compromisos() -> tuple[r.Compromiso, ...]:
    return (
        r.Compromiso(
            codigo="C1",
            que_hacer="Trasladar la pregunta 11",
            alcance="no_a_cargo",
            entidad_competente="Gobernación",
            fecha_traslado=r.Fecha("2026-03-16"),
        ),
        r.Compromiso(
            que_hacer="Poner la señalización",
            responsables=("Obras", "Tránsito"),
            fecha=r.FechaONoAplica("2026-04-01"),
        ),
        r.Compromiso(que_hacer="Seguir atendiendo", fecha=r.FechaONoAplica("N.A.")),
        r.Compromiso(que_hacer="No debe salir", anulada=ANULADA),
    )


def dos_sedes() -> r.Audiencia:
    """Two venues and sessions, twenty-one signers, no survey, a crowd that is counted and not named; a correction."""
    asistentes = tuple(
        r.Asistente(nombre=f"Asistente {n:02}", calidad="servidor" if n < 3 else "ciudadano", modalidad="presencial")
        for n in range(1, 31)
    )
    return r.Audiencia(
        codigo="rdc-2026-4",
        nombre="Audiencia en dos sedes",
        modalidad="mixta",
        fecha=r.Fecha("2026-05-06"),
        hora_inicio=r.Hora("08:00"),
        hora_fin=r.Hora("11:00"),
        lugares=(r.Lugar(nombre="Casa de la Cultura"), r.Lugar(nombre="Colegio del Norte", municipio="Piedra Clara")),
        canales=(r.Canal(tipo="youtube", cuenta="@PiedraClara", url="https://example.org/vivo"), r.Canal(tipo="radio")),
        sesiones=(
            r.Sesion(fecha=r.Fecha("2026-05-06"), hora_inicio=r.Hora("08:00"), lugar="Casa de la Cultura"),
            r.Sesion(
                fecha=r.Fecha("2026-05-07"), hora_fin=r.Hora("16:30"), lugar="Colegio del Norte", objetivo="Cierre"
            ),
        ),
        convocatoria=_anunciada(),
        asistentes=(*asistentes, r.Asistente(nombre="No debe salir", anulada=ANULADA)),
        ausentes=(r.Asistente(nombre="Darío Quiñones", cargo="Personero"),),
        invitados="N.A.",
        asistencia=r.Asistencia(
            convocados=200,
            folios=2,
            conteos=(
                r.Conteo(grupo="estudiantes", modalidad="presencial", cantidad=120, aproximado=True),
                r.Conteo(cantidad=4),
            ),
        ),
        metricas_virtuales=(
            r.Metrica(canal="YouTube", espectadores_maximos=41, reacciones=1300, corte=r.FechaHora("2026-05-08")),
            r.Metrica(canal="Facebook", espectadores_maximos=12),
        ),
        acta=_corregida(),
    )


def _anunciada() -> r.Convocatoria:
    return r.Convocatoria(
        medios=("radio", "perifoneo", "iglesia"),
        piezas=(
            r.Pieza(
                titulo="Aviso radial",
                publicaciones=(
                    r.Publicacion(fuente="Emisora", fecha=r.Fecha("2026-04-20"), hora=r.Hora("07:00")),
                    r.Publicacion(fuente="Emisora", fecha=r.Fecha("2026-04-27"), inferidos=("fecha",)),
                ),
            ),
            r.Pieza(
                titulo="Afiche", figuras=(r.Figura(leyenda="Afiche en la plaza"),), publicaciones=(r.Publicacion(),)
            ),
            r.Pieza(titulo="No debe salir", anulada=ANULADA),
        ),
    )


def _corregida() -> r.Acta:
    return r.Acta(
        numero="4",
        version=2,
        estado="en_revision",
        motivo_correccion="faltaba la segunda sede",
        formato=FORMATO,
        observaciones_generales=(r.Parrafo(texto="Se propuso una tercera sede."),),
        firmas=tuple(r.Firmante(nombre=f"FIRMANTE {n}", cargo="Integrante del comité") for n in range(1, 22)),
        aprobo=(r.Firmante(nombre="Nidia Roa", cargo="Secretaria", fecha=r.Fecha("2026-05-20")),),
        proxima_reunion=r.ProximaReunion(fecha=r.Fecha("2026-11-04"), hora=r.Hora("08:00"), lugar="Casa de la Cultura"),
        anexos=(r.Anexo(titulo="Listado", folios=2), r.Anexo(titulo="Video", url="https://example.org/video")),
    )
