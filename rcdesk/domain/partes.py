"""The parts of an acta as its author goes through them: what is written, what fills itself, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from rcdesk.domain.bloques import con_contenido
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.dofa import cruces_sin_estrategia
from rcdesk.domain.registro import Acta, Audiencia, Bloque, Dato, Dofa, Inserto, Seccion

Clave: TypeAlias = Literal[
    "encabezado",
    "asistentes",
    "desarrollo",
    "analisis",
    "autoevaluacion",
    "dofa",
    "compromisos",
    "cierre",
    "firmas",
    "anexos",
]
Estado: TypeAlias = Literal["lista", "datos", "falta"]
"""Written, filled by itself with the data of the hearing, or missing."""

TITULOS: Final[dict[Clave, str]] = {
    "encabezado": "Encabezado y formato",
    "asistentes": "Asistentes",
    "desarrollo": "Desarrollo",
    "analisis": "Análisis",
    "autoevaluacion": "Autoevaluación",
    "dofa": "DOFA",
    "compromisos": "Compromisos",
    "cierre": "Responsabilidad y notas",
    "firmas": "Firmas",
    "anexos": "Anexos",
}
"""The parts in the order of the form."""

DEL_ANALISIS: Final[frozenset[Dato]] = frozenset({"preguntas_por_tema", "encuestas"})
"""What a section that analyses prints."""


Donde: TypeAlias = Literal["acta", "preparacion", "encuesta"]
"""The parts of a hearing where the narrative that its acta prints is written."""


@dataclass(frozen=True, slots=True)
class Parte:
    """A part of the acta. A section of the development has its number and its key.

    `avisos` are the texts of it that say something else than the figures.
    """

    clave: Clave
    titulo: str
    estado: Estado
    numero: int = 0
    seccion: str = ""
    avisos: int = 0

    @property
    def lugar(self) -> str:
        """How the part is named where one goes to it: its clave, or «seccion/» and its key."""
        return f"seccion/{self.seccion}" if self.numero else self.clave


def partes(audiencia: Audiencia, avisados: Iterable[str] = ()) -> tuple[Parte, ...]:
    """The parts of the acta of a hearing, the sections of its development after «Desarrollo».

    `avisados` has, for each text that the figures contradict, the place of its part.
    """
    acta = audiencia.acta or Acta()
    found: list[Parte] = []
    for clave, titulo in TITULOS.items():
        found.append(Parte(clave, titulo, _estado(clave, audiencia, acta)))
        if clave == "desarrollo":
            found += _secciones(acta)
    cuantos = Counter(avisados)
    cuantos["desarrollo"] += sum(n for lugar, n in cuantos.items() if lugar.startswith("seccion/"))
    return tuple(replace(parte, avisos=cuantos[parte.lugar]) for parte in found)


def analiza(seccion: Seccion) -> bool:
    """Whether a section prints figures of questions or surveys."""
    return not DEL_ANALISIS.isdisjoint(datos_de(seccion.bloques))


def vacia(seccion: Seccion) -> bool:
    """Whether a section says nothing."""
    return not (con_contenido(seccion.bloques) or seccion.secciones or seccion.cifras)


def datos_de(bloques: Iterable[Bloque]) -> Iterator[Dato]:
    """What a narrative prints of the hearing."""
    return (bloque.dato for bloque in bloques if isinstance(bloque, Inserto))


def _secciones(acta: Acta) -> Iterator[Parte]:
    for numero, seccion in enumerate(acta.desarrollo, 1):
        yield Parte("desarrollo", seccion.titulo or "Sin título", _escrita(seccion), numero, seccion.id or "")


def _estado(clave: Clave, audiencia: Audiencia, acta: Acta) -> Estado:
    match clave:
        case "encabezado":
            return _si(bool(acta.formato and acta.formato.codigo and (acta.numero or acta.formato.numeracion)))
        case "asistentes":
            dicho = audiencia.ausentes is not None and audiencia.invitados is not None
            return _si(dicho and bool(vigentes(audiencia.asistentes)))
        case "desarrollo":
            return _todas(acta.desarrollo)
        case "analisis":
            return _todas(tuple(filter(analiza, acta.desarrollo)))
        case "autoevaluacion":
            return _si(bool(con_contenido(audiencia.autoevaluacion)))
        case "dofa":
            dofa = audiencia.dofa or Dofa()
            return _si(bool(dofa.estrategias) and not cruces_sin_estrategia(dofa, audiencia.hallazgos_descartados))
        case "compromisos":
            todos = vigentes(audiencia.compromisos)
            return _si(bool(todos) and all(uno.responsables and uno.fecha for uno in todos))
        case "cierre":
            return "lista" if acta.responsabilidad else "datos"
        case "firmas":
            return _si(bool(acta.firmas))
        case "anexos":
            return _si(bool(acta.anexos))


def _todas(secciones: tuple[Seccion, ...]) -> Estado:
    """Without sections, the nine standard ones are printed from the data."""
    estados = {_escrita(seccion) for seccion in secciones}
    return "falta" if "falta" in estados else "lista" if "lista" in estados else "datos"


def _escrita(seccion: Seccion) -> Estado:
    if vacia(seccion):
        return "falta"
    bloques = con_contenido(seccion.bloques)
    return "datos" if bloques and all(isinstance(bloque, Inserto) for bloque in bloques) else "lista"


def _si(lista: bool) -> Estado:
    return "lista" if lista else "falta"
