"""How well the announcement of each hearing reached people: what was published against what the survey says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Heading, Items, Paragraph, literal
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.graficas import grafica
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import SIN_DATO, Seccion, informe, partes_de
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.series import Kind
from rcdesk.domain.caracterizacion import MINIMO
from rcdesk.domain.cifras.convocatoria import Efectividad, Hallado, MedioUsado, como_se_entero, efectividad
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.encuestas import enunciado
from rcdesk.domain.palabras import MEDIO, con_mayuscula
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.registro import Audiencia
from rcdesk.domain.resultados import BASE_PEQUENA

TITULO: Final = "Informe de la convocatoria"

_HALLADO: Final[Mapping[Hallado, str]] = {
    "nadie_lo_nombra": "Se usó y nadie lo nombró",
    "sin_piezas": "Lo nombran y no se usó",
}
_POCOS: Final = f"menos de {MINIMO}"


def informe_de_convocatoria(datos: Datos) -> Document:
    """Each hearing with its media, how many days ahead they were used, and how many people they reached."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "convocatoria"), landscape=True)


def convocadas(datos: Datos) -> tuple[Efectividad, ...]:
    """The hearings of the report that were announced or asked how people learned of them."""
    plan = datos.plan.codigo if datos.plan else None
    suyas = (
        una
        for una in vigentes(datos.archivo.audiencias)
        if (plan is None or una.plan == plan) and (una.fecha is None or primer_dia(una.fecha) <= datos.corte)
    )
    hechas = (efectividad(una) for una in suyas)
    return tuple(una for una in hechas if una.medios or una.base)


def _antelacion(datos: Datos) -> Iterator[Block]:
    """One hearing in each row: how much was published and how many days ahead."""
    todas = convocadas(datos)
    if not todas:
        yield Paragraph("No hay audiencias con convocatoria registrada.")
        return
    yield Grid(
        (
            "Audiencia",
            "Fecha",
            "Piezas",
            "Publicaciones",
            "Primera (días antes)",
            "Última (días antes)",
            "Respondieron",
        ),
        tuple(map(_de_una_audiencia, todas)),
        (3, 1.2, 0.8, 1.35, 1.25, 1.25, 1.25),
        summary="Convocatoria de cada audiencia",
        kinds=(Kind.TEXT, Kind.DATE, *[Kind.NUMBER] * 5),
    )
    yield Paragraph(
        "Días calendario entre la publicación y la audiencia. Respondieron: quienes contestaron en la encuesta cómo se"
        " enteraron.",
        note=True,
    )


def _de_una_audiencia(una: Efectividad) -> tuple[str, ...]:
    antes = [dias for medio in una.medios for dias in (medio.primera, medio.ultima) if dias is not None]
    fecha = una.audiencia.fecha
    cifras = (
        sum(medio.piezas for medio in una.medios),
        sum(medio.publicaciones for medio in una.medios),
        max(antes, default=None),
        min(antes, default=None),
        una.base,
    )
    return (_nombre(una.audiencia), fecha_de_formulario(fecha) if fecha else SIN_DATO, *map(_numero, cifras))


def _medios(datos: Datos) -> Iterator[Block]:
    """What each medium did in each hearing."""
    for una in convocadas(datos):
        yield Heading(_nombre(una.audiencia), 3)
        yield Grid(
            ("Medio", "Piezas", "Publicaciones", "Días antes", "Lo nombran", "%", "Para mirar"),
            tuple(_de_un_medio(medio, una.base) for medio in una.medios),
            (2.2, 0.8, 1.35, 1.1, 1.2, 0.95, 2.4),
            summary=f"Medios de la convocatoria de {_nombre(una.audiencia)}",
            kinds=(Kind.TEXT, Kind.NUMBER, Kind.NUMBER, Kind.TEXT, Kind.NUMBER, Kind.PERCENT, Kind.TEXT),
        )
        yield from _base(una)


def _de_un_medio(medio: MedioUsado, base: int | None) -> tuple[str, ...]:
    if medio.reservado:
        menciones, parte = _POCOS, SIN_DATO
    elif medio.menciones is None or not base:
        menciones, parte = "no se preguntó", SIN_DATO
    else:
        menciones, parte = i18n.numero(medio.menciones), _por_ciento(medio.menciones, base)
    return (
        con_mayuscula(MEDIO[medio.medio]),
        i18n.numero(medio.piezas),
        i18n.numero(medio.publicaciones),
        _dias(medio),
        menciones,
        parte,
        _HALLADO[medio.hallado] if medio.hallado else "",
    )


def _base(una: Efectividad) -> Iterator[Block]:
    """Of whom the percentages are, and what else people said."""
    if una.pregunta is None or not una.base:
        yield Paragraph("La encuesta no preguntó cómo se enteraron de la audiencia.", note=True)
        return
    yield Paragraph(
        f"Base: {i18n.plural(una.base, 'persona respondió', 'personas respondieron')}"
        f" «{literal(enunciado(una.pregunta))}». Lo que nombraron menos de {MINIMO} no se publica con su número. La"
        " encuesta la contesta quien quiere: dice qué recuerdan ellos, no a cuántos llegó cada medio.",
        note=True,
    )
    if una.base < BASE_PEQUENA:
        yield Paragraph(f"Base menor de {BASE_PEQUENA}: lea cuántas personas son, no solo el %.", note=True)
    otras = [
        f"{literal(dicha)}: {_POCOS if n is None else f'{i18n.numero(n)} ({_por_ciento(n, una.base)})'}"
        for dicha, n in una.otras.items()
        if n != 0
    ]
    if otras:
        yield Paragraph(f"Nombraron otra forma: {'; '.join(otras)}.")


def _graficas(datos: Datos) -> Iterator[Block]:
    for una in convocadas(datos):
        encuesta, pregunta = como_se_entero(una.audiencia)
        dibujo = grafica(encuesta, pregunta) if encuesta and pregunta else None
        if dibujo is not None:
            yield Heading(_nombre(una.audiencia), 3)
            yield dibujo


def _hallazgos(datos: Datos) -> Iterator[Block]:
    """What is worth thinking of before the next announcement."""
    dichos = tuple(
        f"{_nombre(una.audiencia)}: {MEDIO[medio.medio]}. {_HALLADO[medio.hallado]}."
        for una in convocadas(datos)
        for medio in una.medios
        if medio.hallado
    )
    if dichos:
        yield Items(dichos)


def _nombre(una: Audiencia) -> str:
    return literal(una.nombre or una.codigo)


def _numero(valor: int | None) -> str:
    return SIN_DATO if valor is None else i18n.numero(valor)


def _dias(medio: MedioUsado) -> str:
    if medio.primera is None or medio.ultima is None:
        return SIN_DATO
    return str(medio.primera) if medio.primera == medio.ultima else f"{medio.primera} a {medio.ultima}"


def _por_ciento(n: int, base: int) -> str:
    return f"{porcentaje(n, base).replace('.', ',')} %"


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("antelacion", "Cuánto se publicó y con qué antelación"), _antelacion),
    (Parte("medios", "Medios usados y medios que la gente nombra"), _medios),
    (Parte("graficas", "Cómo se enteraron"), _graficas),
    (Parte("hallazgos", "Para la próxima convocatoria"), _hallazgos),
)

CLASE: Final = Clase(
    "convocatoria", TITULO, partes_de(_SECCIONES), informe_de_convocatoria, lee="sin_actividades", de_un_plan=False
)
