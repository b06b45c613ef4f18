"""The columns that a plan or a list of commitments has in a spreadsheet, and how those of any file are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from rcdesk.domain.palabras import AGREGACION, ALCANCE, ESTADO_COMPROMISO, TIPO_ACTIVIDAD
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.periodos_escritos import leer_periodo
from rcdesk.i18n import sin_tildes

Clase = Literal["texto", "lista", "fecha", "fechas", "cantidad", "porcentaje", "opcion"]
"""How a cell is read: words, words by line, a date, several, a quantity as typed, a percentage, one of some words."""

LLAVE: Final = "rcdesk"
MARCAS: Final = "rcdesk: no cambiar"
"""The headings of the two hidden columns: the key of each row, and how each of its cells went out."""

_LONGEST: Final = 60  # letters of a heading; what is longer is what a row says
PROGRAMADO: Final = "programado"
EJECUTADO: Final = "ejecutado"


@dataclass(frozen=True, slots=True)
class Columna:
    """`palabras` are other headings it has in the files of entities, without accents and divided by «|»."""

    campo: str
    titulo: str
    clase: Clase = "texto"
    palabras: str = ""
    opciones: Mapping[Any, str] = field(default_factory=dict)


RETIRAR: Final = Columna("retirar", "Retirar (escriba el motivo)", palabras="retirar|anular|motivo de retiro")
"""A row is withdrawn only when its reason is written here: one that a file does not have stays."""

_ETAPA: Final = "subcomponente|componente|etapa|objetivo|proceso|fase|dimension|dependencia responsable del componente"
_QUIEN: Final = "responsable|responsables|area responsable|dependencia|lider|quien"

ACTIVIDADES: Final[tuple[Columna, ...]] = (
    Columna("codigo", "Código", palabras="no|numero|n|item|cod|codigo|num"),
    Columna("etapa", "Etapa", palabras=_ETAPA),
    Columna("nombre", "Actividad", palabras="actividad|actividades|accion|acciones|tarea|actividades programadas"),
    Columna("tipo", "Tipo", "opcion", "tipo|elemento", TIPO_ACTIVIDAD),
    Columna("frecuencia", "Frecuencia", palabras="frecuencia|periodicidad"),
    Columna("responsables", "Responsables", "lista", _QUIEN),
    Columna("desde", "Desde", "fecha", "fecha inicio|fecha de inicio|fecha inicial|inicio|desde"),
    Columna("hasta", "Hasta", "fecha", "fecha fin|fecha final|fecha de terminacion|fin|terminacion|hasta|fecha limite"),
    Columna("fechas", "Fechas", "fechas", "fecha|fechas|fecha programada|fechas programadas|cronograma|plazo"),
    Columna("meta_nombre", "Meta o producto", palabras="meta|producto|meta o producto|meta y producto|entregable"),
    Columna("meta_valor", "Cuánto", "cantidad", "valor de la meta|cantidad|cuanto|meta cuantitativa|valor meta"),
    Columna("meta_unidad", "Unidad", palabras="unidad|unidad de medida|unidad meta"),
    Columna("indicador_nombre", "Indicador", palabras="indicador|indicadores|nombre del indicador"),
)

INDICADORES: Final[tuple[Columna, ...]] = (
    Columna("codigo", "Código", palabras="no|numero|n|item|cod|codigo|num"),
    Columna("etapa", "Objetivo", palabras=f"objetivo estrategico|{_ETAPA}"),
    Columna("meta_nombre", "Meta", palabras="meta|producto|meta producto"),
    Columna("nombre", "Nombre", palabras="nombre|actividad|accion|nombre de la meta"),
    Columna("indicador_codigo", "Código del indicador", palabras="codigo indicador|cod indicador"),
    Columna("indicador_nombre", "Indicador", palabras="indicador|nombre del indicador"),
    Columna("unidad", "Unidad", palabras="unidad|unidad de medida"),
    Columna("agregacion", "Agregación", "opcion", "agregacion|tipo de anualizacion|anualizacion", AGREGACION),
    Columna("ponderacion", "Ponderación", "porcentaje", "ponderacion|peso|ponderado"),
    Columna("aporta_a", "Aporta a", palabras="aporta a|contribuye a"),
    Columna("responsables", "Responsables", "lista", _QUIEN),
)

COMPROMISOS: Final[tuple[Columna, ...]] = (
    Columna("codigo", "Código", palabras="no|numero|n|item|cod|codigo|num"),
    Columna("procedencia", "De dónde viene", palabras="procedencia|audiencia|plan|origen|de donde viene"),
    Columna("que_hacer", "Qué hacer", palabras="compromiso|compromisos|tarea|descripcion|que hacer|accion"),
    Columna("alcance", "A cargo", "opcion", "a cargo|alcance|competencia", ALCANCE),
    Columna("responsables", "Responsables", "lista", "responsable|responsables|lider|quien"),
    Columna("dependencia", "Dependencia", palabras="dependencia|area|oficina"),
    Columna("adquirido", "Se hizo el", "fecha", "fecha del compromiso|adquirido|se hizo el|fecha de adquisicion"),
    Columna("fecha", "Fecha", "fecha", "fecha|plazo|fecha limite|fecha de cumplimiento|vence|vencimiento"),
    Columna("estado", "Estado", "opcion", "estado|estado del compromiso", ESTADO_COMPROMISO),
    Columna("avance", "Avance", "porcentaje", "avance|% avance|porcentaje|porcentaje de avance|% de avance"),
    Columna("corte", "Fecha del avance", "fecha", "corte|fecha del avance|fecha de seguimiento"),
    Columna("texto", "Qué se ha hecho", palabras="seguimiento|observaciones|que se ha hecho|descripcion del avance"),
    Columna("evidencia", "Evidencia", palabras="evidencia|evidencias|soporte|soportes"),
    Columna("enlace", "Enlace", palabras="enlace|url|link|enlace de la evidencia"),
)


def de_periodos(periodos: Iterable[str]) -> tuple[Columna, ...]:
    """Two columns for each period: what was programmed, and what was done."""
    return tuple(
        Columna(f"{which}:{periodo}", f"{which.capitalize()} {en_palabras(periodo)}", "cantidad")
        for periodo in sorted(periodos)
        for which in (PROGRAMADO, EJECUTADO)
    )


def periodo_de(campo: str) -> tuple[str, str] | None:
    """Which of the two it is and of what period; None when the field is another."""
    which, mark, periodo = campo.partition(":")
    return (which, periodo) if mark else None


def adivinar(titulos: Sequence[str], columnas: Sequence[Columna]) -> tuple[str, ...]:
    """Return the field of each column by its heading, each field once; «» for what is not known."""
    bare = [llana(titulo) for titulo in titulos]
    found = ["" for _ in titulos]
    for steps in (_igual, _alguna, _dentro):
        for place, title in enumerate(bare):
            if title and not found[place]:
                free = (one.campo for one in columnas if one.campo not in found and steps(title, one))
                found[place] = next(free, "")
    for place, title in enumerate(titulos):
        if not found[place] and (campo := campo_de_periodo(title)) and campo not in found:
            found[place] = campo
    return tuple(found)


def campo_de_periodo(titulo: str) -> str | None:
    """The field of a heading that names a period: «Programado 2026», «Ejecutado segundo trimestre de 2026», «2026»."""
    words = sin_tildes(titulo)
    which = EJECUTADO if re.search(r"\b(ejecut|avance|logr|cumplid)", words) else PROGRAMADO
    rest = re.sub(
        r"\b(programad[oa]|programacion|meta|ejecutad[oa]|ejecucion|avance|logro|cumplid[oa])\b|[,:]", " ", words
    )
    periodo = leer_periodo(" ".join(rest.split()))
    return f"{which}:{periodo}" if periodo else None


def llana(titulo: str) -> str:
    """A heading without accents, signs or capitals."""
    return " ".join(re.findall(r"[a-z0-9%]+", sin_tildes(titulo[:200])))


def _igual(title: str, columna: Columna) -> bool:
    return title == llana(columna.titulo)


def _alguna(title: str, columna: Columna) -> bool:
    return title in columna.palabras.split("|")


def _dentro(title: str, columna: Columna) -> bool:
    """Whether one of its headings is among the words of a longer one, the long ones first."""
    known = [word for word in columna.palabras.split("|") if len(word) > 3]
    return len(title) <= _LONGEST and any(re.search(rf"\b{re.escape(word)}\b", title) for word in known)
