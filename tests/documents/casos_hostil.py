"""A hearing whose every typed field holds a text that looks like mark-up, or is enormous."""

from __future__ import annotations

from rcdesk.domain import registro as r
from tests.documents.casos import FORMATO, pregunta

MALO = "<b>Pérez</b> **negrita** & {x} ' OR 1=1 😀\x07\u202e"
LARGO = ("Respuesta sin fin con $1.752.560.630 y *asteriscos*. " * 600)[:30_000]


def hostil() -> r.Audiencia:
    """No field of it is narrative, so nothing in it may be obeyed."""
    persona = r.Asistente(nombre=MALO, cargo=MALO, organizacion=MALO, documento=r.Documento(tipo="CC", numero=MALO))
    return r.Audiencia(
        codigo="x",
        nombre=MALO,
        objetivo=MALO,
        dependencia_responsable=MALO,
        lugares=(r.Lugar(nombre=MALO, direccion=MALO),),
        canales=(r.Canal(nombre=MALO, cuenta=MALO, url=MALO),),
        sesiones=(r.Sesion(lugar=MALO, objetivo=MALO), r.Sesion(lugar=MALO)),
        temas=(r.GrupoDeTemas(titulo=MALO, items=(MALO,)), r.GrupoDeTemas(dependencia=MALO.lower(), items=())),
        convocatoria=_convocatoria(),
        orden_del_dia=(r.Punto(titulo=MALO, detalle=MALO),),
        asistentes=(persona,),
        ausentes=(persona,),
        invitados=(persona,),
        asistencia=r.Asistencia(nota=MALO, conteos=(r.Conteo(grupo=MALO, cantidad=1),)),
        metricas_virtuales=tuple(r.Metrica(canal=MALO, espectadores_maximos=1, reacciones=2) for _ in range(2)),
        informacion_divulgada=(r.Seccion(titulo=MALO, cifras=(r.Cifra(concepto=MALO, texto=MALO),)),),
        intervenciones=(r.Intervencion(nombre=MALO, cargo=MALO, tema=MALO),),
        decisiones=(r.Decision(texto=MALO),),
        preguntas=_preguntas(),
        encuestas=(_encuesta(),),
        dofa=r.Dofa(fortalezas=(MALO,), estrategias=(r.Estrategia(cruce="FO", texto=MALO),)),
        compromisos=(
            r.Compromiso(
                codigo="C", que_hacer=MALO, responsables=(MALO,), alcance="no_a_cargo", entidad_competente=MALO
            ),
        ),
        acta=_acta(),
    )


def _convocatoria() -> r.Convocatoria:
    return r.Convocatoria(
        medios=(MALO,),
        correo_preguntas=MALO,
        etiquetas=(MALO,),
        piezas=(r.Pieza(titulo=MALO, texto=MALO, publicaciones=(r.Publicacion(fuente=MALO, url=MALO),)),),
    )


def _preguntas() -> tuple[r.Pregunta, ...]:
    soporte = r.Evidencia(texto=MALO, url=MALO, paginas=MALO)
    autor = r.Autor(nombre=MALO)
    return (
        pregunta(
            1,
            texto=MALO,
            autor=autor,
            estado="respondida",
            respuesta=r.Respuesta(texto=MALO, soportes=(soporte,)),
            tema=MALO,
        ),
        pregunta(2, texto=MALO, autor=autor, radicados=(MALO,), estado="trasladada", trasladada_a=MALO, compromiso="C"),
        pregunta(3, texto=MALO, estado="fuera_de_alcance", observacion=MALO, acciones_a_desarrollar=MALO),
        pregunta(4, texto=LARGO, estado="respondida", respuesta=r.Respuesta(texto=LARGO)),
        pregunta(5, texto=MALO, estado="agrupada", agrupada_en=MALO),
    )


def _encuesta() -> r.Encuesta:
    return r.Encuesta(
        titulo=MALO,
        url=MALO,
        encuestados=2,
        preguntas=(
            r.PreguntaEncuesta(
                codigo="a",
                enunciado=MALO,
                tipo="unica",
                respondieron=2,
                resultados=(r.Resultado(opcion=MALO, cantidad=2),),
                condicion=r.Condicion(pregunta=MALO, es=(MALO,)),
                muestra=(MALO,),
                analisis=(r.Figura(fuente=MALO),),
            ),
            r.PreguntaEncuesta(
                codigo=MALO.lower(), tipo="numero", resultados=(r.Resultado(opcion=MALO, cantidad=1),), respondieron=1
            ),
        ),
    )


def _acta() -> r.Acta:
    firmante = r.Firmante(nombre=MALO, cargo=MALO, dependencia=MALO)
    return r.Acta(
        numero=MALO,
        motivo_correccion=MALO,
        formato=FORMATO,
        responsabilidad=MALO,
        observaciones_generales=(
            r.Figura(leyenda=MALO, fuente=MALO, texto_alternativo=MALO),
            r.Cita(texto=MALO, autor=MALO, fuente=MALO),
        ),
        notas=(MALO,),
        proxima_reunion=r.ProximaReunion(lugar=MALO, texto=MALO),
        firmas=(firmante,),
        elaboro=(firmante,),
        anexos=(r.Anexo(titulo=MALO, url=MALO),),
    )
