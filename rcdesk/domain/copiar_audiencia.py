"""A hearing made from another: what is prepared comes, with its dates moved; what happened in that one does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeAlias, assert_never, get_args

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import dia_exacto

Pieza: TypeAlias = Literal["datos", "orden", "temas", "equipo", "encuesta", "accesibilidad", "convocatoria"]
"""What may come from another hearing, each by itself."""
PIEZAS: Final[tuple[Pieza, ...]] = get_args(Pieza)


def copiar(audiencia: r.Audiencia, piezas: Collection[Pieza], desde: date | None, hasta: date | None) -> r.Audiencia:
    """A planned hearing with those pieces of another; its own dates move as many days as from `desde` to `hasta`.

    Nobody who attended, no question, answer, signature nor commitment comes; of the team, whoever is of the entity.
    Without both days no date comes: it would be that of the other.
    """
    dias = (hasta - desde) if desde and hasta else None
    found = r.Audiencia(codigo=audiencia.codigo, estado="planeada")
    for pieza in PIEZAS:
        if pieza in piezas:
            found = replace(found, **_campos(pieza, audiencia, dias))
    return found


def cuantas(audiencia: r.Audiencia) -> Mapping[Pieza, int]:
    """How many lines of each piece a hearing has to give; of its data, how many of them are filled."""
    copy = copiar(audiencia, PIEZAS, None, None)
    aviso = copy.convocatoria
    return {
        "datos": sum(bool(getattr(copy, name)) for name in ("objetivo", "reglamento", "lugares", "canales", "preside")),
        "orden": len(copy.orden_del_dia),
        "temas": sum(len(grupo.items) for grupo in copy.temas),
        "equipo": len(copy.asistentes),
        "encuesta": sum(len(encuesta.preguntas) for encuesta in copy.encuestas),
        "accesibilidad": len(copy.accesibilidad),
        "convocatoria": len(aviso.piezas) + len(aviso.medios) if aviso else 0,
    }


def _campos(pieza: Pieza, audiencia: r.Audiencia, dias: timedelta | None) -> dict[str, Any]:
    match pieza:
        case "datos":
            return _datos(audiencia, dias)
        case "orden":
            return {"orden_del_dia": tuple(map(_punto, audiencia.orden_del_dia))}
        case "temas":
            grupos = (
                r.GrupoDeTemas(titulo=g.titulo, dependencia=g.dependencia, items=g.items) for g in audiencia.temas
            )
            return {"temas": tuple(grupos)}
        case "equipo":
            return {"asistentes": tuple(_equipo(audiencia))}
        case "encuesta":
            return {"encuestas": tuple(map(_encuesta, audiencia.encuestas))}
        case "accesibilidad":
            medidas = (r.Medida(medida=m.medida, respaldo=m.respaldo) for m in audiencia.accesibilidad)
            return {"accesibilidad": tuple(medidas)}
        case "convocatoria":
            return {"convocatoria": _convocatoria(audiencia.convocatoria)}
        case _:
            assert_never(pieza)


def _datos(audiencia: r.Audiencia, dias: timedelta | None) -> dict[str, Any]:
    same = ("tipo", "objetivo", "modalidad", "dependencia_responsable", "convoca", "preside")
    hours = ("hora_inicio_programada", "hora_fin_programada")
    return {
        **{name: getattr(audiencia, name) for name in (*same, *hours)},
        "reglamento": _reglamento(audiencia.reglamento, dias),
        "lugares": tuple(_lugar(lugar) for lugar in audiencia.lugares),
        "canales": tuple(r.Canal(tipo=c.tipo, nombre=c.nombre, cuenta=c.cuenta) for c in audiencia.canales),
        "sesiones": tuple(_sesion(sesion, dias) for sesion in audiencia.sesiones),
    }


def _lugar(lugar: r.Lugar) -> r.Lugar:
    return r.Lugar(
        nombre=lugar.nombre,
        direccion=lugar.direccion,
        municipio=lugar.municipio,
        aforo=lugar.aforo,
        aforo_limitado=lugar.aforo_limitado,
    )


def _sesion(sesion: r.Sesion, dias: timedelta | None) -> r.Sesion:
    return r.Sesion(
        fecha=_corrida(sesion.fecha, dias),
        hora_inicio=sesion.hora_inicio,
        hora_fin=sesion.hora_fin,
        lugar=sesion.lugar,
        objetivo=sesion.objetivo,
    )


def _reglamento(reglas: r.Reglamento | None, dias: timedelta | None) -> r.Reglamento | None:
    if reglas is None:
        return None
    return r.Reglamento(
        minutos_preguntas=reglas.minutos_preguntas,
        minutos_por_intervencion=reglas.minutos_por_intervencion,
        formulario_escrito=reglas.formulario_escrito,
        dias_habiles_respuesta=reglas.dias_habiles_respuesta,
        dias_habiles_memorias=reglas.dias_habiles_memorias,
        dias_publicacion_informe=reglas.dias_publicacion_informe,
        inscripcion_desde=_corrida(reglas.inscripcion_desde, dias),
        inscripcion_hasta=_corrida(reglas.inscripcion_hasta, dias),
        canales_preguntas=reglas.canales_preguntas,
        bloques=reglas.bloques,
    )


def _punto(punto: r.Punto) -> r.Punto:
    """What who moderates noted for themselves is of that day, and stays there."""
    return r.Punto(titulo=punto.titulo, detalle=punto.detalle, minutos=punto.minutos, responsable=punto.responsable)


def _equipo(audiencia: r.Audiencia) -> Iterator[r.Asistente]:
    """Those of the entity with something to do; nothing of when they came."""
    for uno in vigentes(audiencia.asistentes):
        if uno.roles and uno.nombre and uno.calidad in ("servidor", "contratista"):
            yield r.Asistente(
                nombre=uno.nombre,
                cargo=uno.cargo,
                dependencia=uno.dependencia,
                organizacion=uno.organizacion,
                calidad=uno.calidad,
                roles=uno.roles,
            )


def _encuesta(encuesta: r.Encuesta) -> r.Encuesta:
    return r.Encuesta(
        codigo=encuesta.codigo,
        titulo=encuesta.titulo,
        momento=encuesta.momento,
        aplicacion=encuesta.aplicacion,
        introduccion=encuesta.introduccion,
        preguntas=tuple(
            r.PreguntaEncuesta(
                codigo=una.codigo,
                enunciado=una.enunciado,
                tipo=una.tipo,
                opciones=una.opciones,
                admite_otro=una.admite_otro,
                obligatoria=una.obligatoria,
                condicion=una.condicion,
                caracteriza=una.caracteriza,
            )
            for una in encuesta.preguntas
        ),
    )


def _convocatoria(aviso: r.Convocatoria | None) -> r.Convocatoria | None:
    """How it was announced: its media and its pieces, without what they said nor when they went out."""
    if aviso is None:
        return None
    return r.Convocatoria(
        medios=aviso.medios,
        correo_preguntas=aviso.correo_preguntas,
        etiquetas=aviso.etiquetas,
        piezas=tuple(r.Pieza(titulo=una.titulo, medio=una.medio) for una in vigentes(aviso.piezas)),
    )


def _corrida(fecha: r.Fecha | None, dias: timedelta | None) -> r.Fecha | None:
    dia = dia_exacto(fecha)
    if dia is None or dias is None:
        return None
    try:
        return r.Fecha((dia + dias).isoformat())
    except OverflowError:  # a mistyped year moves it beyond those that a calendar has
        return None
