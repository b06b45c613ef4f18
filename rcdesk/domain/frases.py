"""The sentences of an acta that its figures write. An `inserto` prints one; a `parrafo` that rewords it says which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, TypeGuard, assert_never, get_args

from rcdesk import i18n
from rcdesk.domain.cifras.audiencia import (
    cifras_de_convocatoria,
    contados,
    espectadores_maximos,
    minutos_entre,
)
from rcdesk.domain.cifras.encuesta import encuestados
from rcdesk.domain.cifras.preguntas import preguntas_por_tema, respondidas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras_del_acta import POR_CANAL
from rcdesk.domain.plazos import LEY, Calendario, dia_exacto
from rcdesk.domain.registro import Audiencia, Dato, Frase, ParteDelActa
from rcdesk.domain.textos import (
    duracion,
    en_palabras_y_cifras,
    espectadores,
    nota_de_folios,
    parte,
    partes_dichas,
    responsabilidad,
)

FRASES: Final[tuple[Frase, ...]] = get_args(Frase)
"""Every sentence, in the order of the acta."""


def es_frase(dato: Dato) -> TypeGuard[Frase]:
    """Whether an `inserto` of this prints one sentence."""
    return dato in FRASES


def es_parte(dato: Dato) -> TypeGuard[ParteDelActa]:
    """Whether an `inserto` of this prints a structured part of the hearing."""
    return dato not in FRASES


def frase(cual: Frase, audiencia: Audiencia, calendario: Calendario = LEY) -> str:
    """One sentence about a hearing, with its full stop; empty while the hearing has not its data.

    `calendario` is the entity's, for the terms of the answers. It says a citizen's word nowhere.
    """
    match cual:
        case "horario":
            return _horario(audiencia)
        case "frase_de_temas":
            return _temas(audiencia)
        case "frase_de_convocatoria":
            return _convocatoria(audiencia)
        case "frase_de_asistencia":
            return _asistencia(audiencia)
        case "espectadores":
            maximo = espectadores_maximos(audiencia.metricas_virtuales)
            return "" if maximo is None else espectadores(maximo)
        case "folios":
            folios = audiencia.asistencia.folios if audiencia.asistencia else None
            return nota_de_folios(folios) if folios else ""
        case "frase_de_preguntas":
            return _preguntas(audiencia)
        case "frase_de_canales":
            return _canales(audiencia)
        case "frase_de_analisis":
            return _analisis(audiencia)
        case "frase_de_encuestas":
            return _encuestas(audiencia)
        case "frase_de_compromisos":
            return _compromisos(audiencia)
        case "responsabilidad":
            return _responsabilidad(audiencia, calendario)
        case _:
            assert_never(cual)


def _responsabilidad(audiencia: Audiencia, calendario: Calendario) -> str:
    """Before the hearing ends, that nobody has asked says nothing."""
    celebrada = audiencia.estado == "cerrada" or audiencia.hora_fin is not None
    return responsabilidad(audiencia.preguntas, calendario) if vigentes(audiencia.preguntas) or celebrada else ""


def _horario(audiencia: Audiencia) -> str:
    if not audiencia.hora_inicio or not audiencia.hora_fin:
        return ""
    horas = f"{i18n.a_las(audiencia.hora_inicio)} y terminó {i18n.a_las(audiencia.hora_fin)}"
    minutos = minutos_entre(audiencia.hora_inicio, audiencia.hora_fin) or 0
    return f"La actividad comenzó {horas}{f': duró {duracion(minutos)}' if minutos > 0 else ''}."


def _temas(audiencia: Audiencia) -> str:
    cuantos, grupos = sum(len(grupo.items) for grupo in audiencia.temas), len(audiencia.temas)
    if not cuantos:
        return ""
    verbo = "Se trató" if cuantos == 1 else "Se trataron"
    reunidos = f", en {en_palabras_y_cifras(grupos, 'grupo', 'grupos')}" if grupos > 1 else ""
    return f"{verbo} {en_palabras_y_cifras(cuantos, 'tema', 'temas')}{reunidos}."


def _convocatoria(audiencia: Audiencia) -> str:
    piezas = len(vigentes(audiencia.convocatoria.piezas)) if audiencia.convocatoria else 0
    if not piezas:
        return ""
    dichas = en_palabras_y_cifras(piezas, "pieza", "piezas", "femenina")
    antes = cifras_de_convocatoria(audiencia.convocatoria, dia_exacto(audiencia.fecha)).get("dias_de_antelacion")
    if not isinstance(antes, Mapping):
        return f"La convocatoria se hizo con {dichas}."
    primera, ultima = int(str(antes["primera"])), int(str(antes["ultima"]))
    salieron = (
        f"se publicó {_cuando(primera)}"
        if primera == ultima
        else f"la primera publicación fue {_cuando(primera)} y la última, {_cuando(ultima)}"
    )
    return f"La convocatoria se hizo con {dichas}: {salieron}."


def _cuando(dias: int) -> str:
    if not dias:
        return "el mismo día de la actividad"
    return f"{i18n.plural(abs(dias), 'día', 'días')} {'antes' if dias > 0 else 'después'} de la actividad"


def _asistencia(audiencia: Audiencia) -> str:
    """Those registered and those only counted, which are two populations and are never added."""
    asistentes = vigentes(audiencia.asistentes)
    modos = Counter(uno.modalidad for uno in asistentes)
    dichas = []
    if asistentes:
        cuantos = en_palabras_y_cifras(len(asistentes), "persona", "personas", "femenina")
        verbo = "se registró" if len(asistentes) == 1 else "se registraron"
        dichas.append(f"En el listado de asistencia {verbo} {cuantos}")
        if modos["presencial"] and modos["virtual"]:
            en_el_lugar, virtuales = i18n.numero(modos["presencial"]), i18n.numero(modos["virtual"])
            dichas[-1] += f" ({en_el_lugar} en el lugar y {virtuales} por medios virtuales)"
    sin_nombre = contados(audiencia.asistencia)
    if sin_nombre:
        verbo = "Se contó" if sin_nombre == 1 else "Se contaron"
        cuantas = en_palabras_y_cifras(sin_nombre, "persona", "personas", "femenina")
        dichas.append(f"{verbo} {cuantas} sin registrar su nombre")
    return f"{'. '.join(dichas)}." if dichas else ""


def _preguntas(audiencia: Audiencia) -> str:
    todas = vigentes(audiencia.preguntas)
    if not todas:
        return ""
    contestadas = len(respondidas(todas))
    if len(todas) == 1:
        return f"Se recibió una (1) pregunta{' y se respondió (100 %)' if contestadas else '; no se ha respondido'}."
    recibidas = f"Se recibieron {en_palabras_y_cifras(len(todas), 'pregunta', 'preguntas', 'femenina')}"
    if contestadas == len(todas):
        return f"{recibidas} y se respondieron todas (100 %)."
    if not contestadas:
        return f"{recibidas}; ninguna se ha respondido."
    verbo = "se respondió" if contestadas == 1 else "se respondieron"
    cuantas = en_palabras_y_cifras(contestadas, "", "", "femenina").strip()
    return f"{recibidas} y {verbo} {cuantas}, el {parte(contestadas, len(todas))}."


def _canales(audiencia: Audiencia) -> str:
    todas = vigentes(audiencia.preguntas)
    canales = Counter(pregunta.canal for pregunta in todas if pregunta.canal)
    if not canales:
        return ""
    (mas_usado, n), *otros = canales.most_common()
    sin_canal = len(todas) - sum(canales.values())
    if not otros and not sin_canal:
        todas_dichas = f"Las {i18n.numero(n)} preguntas llegaron" if n > 1 else "La pregunta llegó"
        return f"{todas_dichas} {POR_CANAL[mas_usado]}."
    dichos = [f"{i18n.numero(n)} {'llegó' if n == 1 else 'llegaron'} {POR_CANAL[mas_usado]}"]
    dichos += [f"{i18n.numero(n)} {POR_CANAL[canal]}" for canal, n in otros]
    dichos += [f"{i18n.numero(sin_canal)} sin canal anotado"] if sin_canal else []
    return f"De las {i18n.numero(len(todas))} preguntas, {i18n.lista_en_palabras(dichos)}."


def _analisis(audiencia: Audiencia) -> str:
    todas = vigentes(audiencia.preguntas)
    temas = Counter(preguntas_por_tema(todas))
    if not temas:
        return ""
    (mayor, n), *otros = temas.most_common()
    sin_tema = len(todas) - sum(temas.values())
    if not otros and not sin_tema:
        return f"{'La pregunta trató' if n == 1 else f'Las {i18n.numero(n)} preguntas trataron'} de «{mayor}» (100 %)."
    cuentas = [n, *(cuantas for _, cuantas in otros), *([sin_tema] if sin_tema else [])]
    partes = partes_dichas(cuentas, audiencia.acta.porcentajes if audiencia.acta else None)
    de_cada = [f"el {parte} ({i18n.numero(n)})" for parte, n in zip(partes, cuentas, strict=True)]
    dichos = [f"{de_cada[0]} trató de «{mayor}»"]
    dichos += [f"{dicha}, de «{tema}»" for dicha, (tema, _) in zip(de_cada[1:], otros, strict=False)]
    dichos += [f"{de_cada[-1]} no tiene tema"] if sin_tema else []
    return f"De las {i18n.numero(len(todas))} preguntas, {'; '.join(dichos[:-1])}; y {dichos[-1]}."


def _encuestas(audiencia: Audiencia) -> str:
    pico = espectadores_maximos(audiencia.metricas_virtuales)
    dichas = []
    for encuesta in audiencia.encuestas:
        personas = encuestados(encuesta)
        if not personas:
            continue
        cuantas = en_palabras_y_cifras(personas, "persona", "personas", "femenina")
        titulo = f"«{encuesta.titulo}»" if len(audiencia.encuestas) > 1 and encuesta.titulo else "la encuesta"
        dicha = f"{cuantas[:1].upper()}{cuantas[1:]} {'respondió' if personas == 1 else 'respondieron'} {titulo}"
        if pico:
            dicha += f", frente a un máximo de {i18n.plural(pico, 'espectador', 'espectadores')} en vivo"
        dichas.append(dicha)
    return f"{'. '.join(dichas)}." if dichas else ""


def _compromisos(audiencia: Audiencia) -> str:
    cuantos = len(vigentes(audiencia.compromisos))
    if not cuantos:
        return ""
    verbo = "Se estableció" if cuantos == 1 else "Se establecieron"
    return f"{verbo} {en_palabras_y_cifras(cuantos, 'compromiso', 'compromisos')}."
