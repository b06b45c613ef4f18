"""How many came and how many watched: different populations, side by side and never added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, literal
from rcdesk.documents.formato import dia_de, fecha_de_formulario
from rcdesk.documents.narrativa import figura
from rcdesk.domain.cifras.audiencia import pico
from rcdesk.domain.organizaciones import de_quienes_asisten
from rcdesk.domain.palabras import PRESENCIA
from rcdesk.domain.registro import Asistencia, Asistente, Conteo, Figura, Metrica
from rcdesk.domain.textos import espectadores

_MAXIMO: Final = "espectadores_maximos"
_CIFRAS: Final = (
    ("Número máximo de espectadores en vivo", _MAXIMO),
    ("Reproducciones", "reproducciones"),
    ("Reproducciones de 3 segundos", "reproducciones_3_segundos"),
    ("Reproducciones de 1 minuto", "reproducciones_1_minuto"),
    ("Promedio reproducido (segundos)", "segundos_promedio"),
    ("Minutos reproducidos", "minutos_reproducidos"),
    ("Reacciones", "reacciones"),
    ("Comentarios", "comentarios"),
    ("Veces compartido", "compartidos"),
    ("Duración (segundos)", "duracion_segundos"),
)
_DE_DOS: Final = (Align.LEFT, Align.RIGHT)


def asistencia(ctx: Contexto) -> Iterator[Block]:
    """People registered by name and people only counted, each by presence."""
    filas = [*_convocados(ctx.audiencia.asistencia), *_registrados(ctx.audiencia.asistentes)]
    filas += [_conteo(conteo) for conteo in (ctx.audiencia.asistencia or Asistencia()).conteos]
    if filas:
        yield Grid(("Asistencia", "Personas"), tuple(filas), (8, 2), _DE_DOS, summary="Número de asistentes")
    yield from agregados(ctx.audiencia.asistentes)
    yield from representadas(ctx)


def metricas(ctx: Contexto) -> Iterator[Block]:
    """What each platform counted; the peak of live viewers also in the words of the form."""
    for metrica in ctx.audiencia.metricas_virtuales:
        maximo = pico(metrica)
        dichas = ((palabra, maximo if campo == _MAXIMO else getattr(metrica, campo)) for palabra, campo in _CIFRAS)
        llenas = tuple((palabra, i18n.numero(valor)) for palabra, valor in dichas if valor is not None)
        if maximo is not None:
            canal = (metrica.canal or "") if len(ctx.audiencia.metricas_virtuales) > 1 else ""
            yield Paragraph(literal(espectadores(maximo, canal)))
        if len(llenas) > (maximo is not None):
            yield Grid((_canal(metrica), "Cifra"), llenas, (8, 2), _DE_DOS, summary="Cifras de la transmisión")
        if metrica.corte:
            yield Paragraph(f"Cifras leídas el {_leidas(metrica.corte)}.", note=True)
        if metrica.evidencia:
            yield figura(_captura(metrica), ctx.imagenes)
    if ctx.audiencia.metricas_virtuales:
        yield Paragraph("Espectadores, reproducciones y asistentes son poblaciones distintas: no se suman.", note=True)


def agregados(asistentes: Sequence[Asistente]) -> Iterator[Block]:
    """Who was written in after the hearing had ended, which the list also says of each."""
    dias = sorted({dia_de(uno.agregado) for uno in asistentes if uno.agregado})
    if dias:
        cuantos = sum(uno.agregado is not None for uno in asistentes)
        dichos = i18n.lista_en_palabras([i18n.fecha_corta(dia) for dia in dias])
        quienes = "Una persona se agregó" if cuantos == 1 else f"{i18n.numero(cuantos)} personas se agregaron"
        yield Paragraph(f"{quienes} al listado después de terminada la audiencia, el {dichos}.", note=True)


def representadas(ctx: Contexto) -> Iterator[Block]:
    """The organisations for which people came; whoever came for themselves is in none."""
    halladas = de_quienes_asisten(ctx.audiencia.asistentes, ctx.archivo.organizaciones)
    if halladas:
        filas = tuple((literal(una.nombre), i18n.numero(una.personas)) for una in halladas)
        titulos = ("Organización representada", "Personas")
        yield Grid(titulos, filas, (8, 2), _DE_DOS, summary="Organizaciones representadas")


def _leidas(corte: str) -> str:
    """The day, and the hour of Colombia if it is known."""
    if "T" not in corte:
        return fecha_de_formulario(corte)
    momento = datetime.fromisoformat(corte)
    momento = momento.astimezone(i18n.COLOMBIA) if momento.tzinfo else momento
    return f"{fecha_de_formulario(momento.date().isoformat())} {i18n.a_las(f'{momento:%H:%M}')}"


def _captura(metrica: Metrica) -> Figura:
    cuando = f", leídas el {_leidas(metrica.corte)}" if metrica.corte else ""
    palabras = f"Captura de las cifras de {metrica.canal or 'la transmisión'}{cuando}"
    return Figura(archivo=metrica.evidencia, leyenda=palabras, texto_alternativo=palabras)


def _canal(metrica: Metrica) -> str:
    return literal(metrica.canal or "Transmisión")


def _convocados(asistencia: Asistencia | None) -> Iterator[tuple[str, str]]:
    if asistencia is not None and asistencia.convocados is not None:
        yield "Convocados", i18n.numero(asistencia.convocados)


def _registrados(asistentes: Sequence[Asistente]) -> Iterator[tuple[str, str]]:
    if not asistentes:
        return
    yield "Registrados en el listado de asistencia", i18n.numero(len(asistentes))
    modos = Counter(asistente.modalidad for asistente in asistentes)
    for modo, palabra in PRESENCIA.items():
        if modos[modo]:
            yield f"De ellos, {palabra}", i18n.numero(modos[modo])


def _conteo(conteo: Conteo) -> tuple[str, str]:
    partes = [
        "Contados sin nombre",
        literal(conteo.grupo or ""),
        PRESENCIA[conteo.modalidad] if conteo.modalidad else "",
    ]
    return ", ".join(parte for parte in partes if parte), contadas(conteo)


def contadas(conteo: Conteo) -> str:
    """How many were counted, and whether it is only about so many."""
    cuantas = i18n.numero(conteo.cantidad)
    return f"unos {cuantas}" if conteo.aproximado else cuantas
