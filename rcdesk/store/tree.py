"""Which records of rcdesk/1 are tables, whose lines they are, and the columns that come out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.registro.asistentes import COLUMNAS_DE_ENFOQUE
from rcdesk.store.shape import cells
from rcdesk.store.values import INSTANTE, TEXTO, Stored, json_of


@dataclass(frozen=True, slots=True)
class Linea:
    """A line that the format writes as a bare text: a topic, a factor."""

    texto: str


@dataclass(frozen=True, slots=True)
class Lista:
    """A list that the entity configures: its name and its values, in order."""

    nombre: str
    valores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adjunto:
    """A file kept as evidence: where the documents say it is, and the SHA-256 that names it in `evidencias/`."""

    ruta: str
    sha256: str
    octetos: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proyeccion:
    """What was sent to the screens of the room. Of each `papel` the last one that stands is in force."""

    papel: Literal["pantalla", "siguiente", "cintillo", "tarima"]
    tipo: Literal["pregunta", "mensaje", "cifras", "logos", "nada"]
    pregunta: str | None = None
    """The key of the question."""
    texto: str | None = None
    detalle: str | None = None
    cuando: r.FechaHora


@dataclass(frozen=True, slots=True, kw_only=True)
class Turno:
    """Whose word it is: someone who asked for it, or the answer to a question; and their clock."""

    clase: Literal["orador", "mocion", "interpelacion", "respuesta"]
    nombre: str | None = None
    organizacion: str | None = None
    tema: str | None = None
    pregunta: str | None = None
    """The key of the question that is answered."""
    reloj: r.Reloj | None = None


RECORDS: Final[Mapping[str, type]] = {
    "archivos": r.Archivo,
    "entidades": r.Entidad,
    "dependencias": r.Dependencia,
    "formatos": r.FormatoDocumental,
    "textos_de_autorizacion": r.TextoDeAutorizacion,
    "terminos": r.TerminoLegal,
    "dias_no_habiles": r.DiaNoHabil,
    "listas": Lista,
    "personas": r.Persona,
    "organizaciones": r.Organizacion,
    "planes": r.Plan,
    "componentes": r.Componente,
    "actividades": r.Actividad,
    "programaciones": r.Programacion,
    "compromisos_por_periodo": r.CompromisosPorPeriodo,
    "audiencias": r.Audiencia,
    "lugares": r.Lugar,
    "canales": r.Canal,
    "sesiones": r.Sesion,
    "medidas": r.Medida,
    "incidentes": r.Incidente,
    "grupos_de_temas": r.GrupoDeTemas,
    "temas": Linea,
    "piezas": r.Pieza,
    "publicaciones": r.Publicacion,
    "puntos": r.Punto,
    "asistentes": r.Asistente,
    "movimientos": r.Movimiento,
    "conteos": r.Conteo,
    "hojas": r.Hoja,
    "metricas": r.Metrica,
    "lecturas": r.Lectura,
    "intervenciones": r.Intervencion,
    "decisiones": r.Decision,
    "preguntas": r.Pregunta,
    "encuestas": r.Encuesta,
    "preguntas_encuesta": r.PreguntaEncuesta,
    "resultados": r.Resultado,
    "respuestas_encuesta": r.RespuestaEncuesta,
    "factores": Linea,
    "estrategias": r.Estrategia,
    "compromisos": r.Compromiso,
    "seguimientos": r.Seguimiento,
    "hallazgos_descartados": r.HallazgoDescartado,
    "actas": r.Acta,
    "secciones": r.Seccion,
    "firmantes": r.Firmante,
    "anexos": r.Anexo,
    "observaciones": r.Observacion,
    "versiones": r.VersionAprobada,
    "adjuntos": Adjunto,
    "proyecciones": Proyeccion,
    "turnos": Turno,
}
"""Table → the record that its rows hold. Parents stand before their children."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A field of a record whose value lies in another table, under its parent's key."""

    parent: str
    path: tuple[str, ...]
    table: str
    single: bool = False
    """One record, not a list."""
    shared: bool = False
    """Several lists of this parent lie in the table, told apart by the column `lista`."""

    @property
    def lista(self) -> str | None:
        """What the column `lista` says."""
        return self.path[-1] if self.shared else None

    @property
    def key(self) -> str:
        """The column that holds the parent's key."""
        return parent_key(self.parent)


_SINGULAR: Final[Mapping[str, str]] = {
    "entidades": "entidad",
    "planes": "plan",
    "actividades": "actividad",
    "programaciones": "programacion",
    "secciones": "seccion",
    "grupos_de_temas": "grupo",
    "preguntas_encuesta": "pregunta",
}


def parent_key(table: str) -> str:
    """Name the column that points to a row of `table`: audiencias → audiencia_id."""
    return _SINGULAR.get(table, table.removesuffix("s")) + "_id"


def _branches(parent: str, *children: str) -> tuple[Branch, ...]:
    """Read «field=table», with «!» for a single record and «+» for a table shared by several lists."""
    found = []
    for child in children:
        field, _, table = child.partition("=")
        name = table.rstrip("!+") or field
        found.append(Branch(parent, tuple(field.split(".")), name, table.endswith("!"), table.endswith("+")))
    return tuple(found)


BRANCHES: Final[tuple[Branch, ...]] = (
    *_branches("entidades", "dependencias", "formatos", "textos_de_autorizacion", "terminos"),
    *_branches("entidades", "firmas=firmantes+", "elaboro=firmantes+", "reviso=firmantes+", "aprobo=firmantes+"),
    *_branches("planes", "componentes", "compromisos", "compromisos_por_periodo", "narrativa=secciones"),
    *_branches("planes", "convocatoria.piezas=piezas", "equipo=firmantes+", "hallazgos_descartados"),
    *_branches("componentes", "actividades"),
    *_branches("actividades", "programacion=programaciones"),
    *_branches("programaciones", "seguimientos"),
    *_branches("audiencias", "lugares", "canales", "sesiones", "accesibilidad=medidas", "incidentes"),
    *_branches("audiencias", "temas=grupos_de_temas", "convocatoria.piezas=piezas", "orden_del_dia=puntos"),
    *_branches("audiencias", "asistentes=asistentes+", "ausentes=asistentes+", "invitados=asistentes+"),
    *_branches("audiencias", "asistencia.conteos=conteos", "asistencia.hojas=hojas", "metricas_virtuales=metricas"),
    *_branches("asistentes", "movimientos"),
    *_branches(
        "audiencias", "informacion_divulgada=secciones", "intervenciones", "decisiones", "preguntas", "encuestas"
    ),
    *_branches("audiencias", "dofa.fortalezas=factores+", "dofa.debilidades=factores+"),
    *_branches("audiencias", "dofa.oportunidades=factores+", "dofa.amenazas=factores+", "dofa.estrategias=estrategias"),
    *_branches("audiencias", "compromisos", "hallazgos_descartados", "acta=actas!"),
    *_branches("grupos_de_temas", "items=temas"),
    *_branches("piezas", "publicaciones"),
    *_branches("metricas", "lecturas"),
    *_branches("encuestas", "preguntas=preguntas_encuesta", "respuestas=respuestas_encuesta"),
    *_branches("preguntas_encuesta", "resultados"),
    *_branches("compromisos", "seguimientos"),
    *_branches("actas", "desarrollo=secciones", "firmas=firmantes+", "elaboro=firmantes+", "reviso=firmantes+"),
    *_branches("actas", "aprobo=firmantes+", "anexos", "observaciones_de_revision=observaciones", "versiones"),
    *_branches("secciones", "secciones"),
)
"""Every list (or single record) that lies in a table of its own."""

HELD: Final[Mapping[str, str]] = {"proyecciones": "audiencias", "turnos": "audiencias"}
"""Tables that do not travel (rcdesk/1, rule 9) → the table under whose rows they lie: what passes while it happens."""

ROOTS: Final[Mapping[str, str]] = {
    "entidad": "entidades",
    "personas": "personas",
    "organizaciones": "organizaciones",
    "audiencias": "audiencias",
    "planes": "planes",
    "dias_no_habiles": "dias_no_habiles",
    "listas": "listas",
}
"""Field of the file → its table. The row of `archivos` holds what the file says of itself."""

_PERSON = ("nombre", "otros_nombres", "documento_tipo", "documento_numero", "telefono", "correo", "barrio")
PERSONAL_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "personas": _PERSON,
    "asistentes": (
        *_PERSON,
        *COLUMNAS_DE_ENFOQUE,
        *("autorizacion_representante", "anulada_motivo"),  # why a person was withdrawn may name another
    ),
    "preguntas": ("autor_nombre", "autor_correo", "autor_telefono", "texto", "linea", "texto_editado"),
    "proyecciones": ("texto", "detalle"),
    "turnos": ("nombre", "organizacion"),
}
"""Values that a citizen may ask to have erased: the bitácora keeps them apart (Ley 1581 de 2012)."""


@dataclass(frozen=True, slots=True)
class Busca:
    """How a row is found: the column that sorts it and the columns whose words are searched."""

    orden: str
    palabras: tuple[str, ...]


BUSCABLES: Final[Mapping[str, Busca]] = {
    "audiencias": Busca("nombre", ("nombre", "codigo", "objetivo")),
    "planes": Busca("nombre", ("nombre", "codigo")),
    "actividades": Busca("nombre", ("nombre", "codigo", "responsables")),
    "personas": Busca("nombre", ("nombre", "documento_numero", "organizacion")),
    "asistentes": Busca("nombre", ("nombre", "documento_numero", "organizacion")),
    "preguntas": Busca("texto", ("texto", "autor_nombre", "tema", "respuesta_texto")),
    "compromisos": Busca("que_hacer", ("que_hacer", "codigo", "responsables")),
}


def apart(table: str) -> frozenset[tuple[str, ...]]:
    """The paths of a record that lie in other tables. `ausentes` and `invitados` are also a column, for «N.A.»."""
    return lines(table) - ALSO_COLUMNS


@cache
def lines(table: str) -> frozenset[tuple[str, ...]]:
    """The paths of a record whose values are rows of other tables."""
    if table == "archivos":
        return frozenset((name,) for name in ROOTS)
    return frozenset(branch.path for branch in BRANCHES if branch.parent == table)


ALSO_COLUMNS: Final = frozenset({("ausentes",), ("invitados",)})
"""Lists that may say «N.A.» instead: they are a column too."""

ANULACION: Final = ("anulada_motivo", "anulada_cuando", "anulada_quien")
"""Every line can be withdrawn, and stays; the format carries it where its kind has the key `anulada`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. `parent` is the table whose key it holds."""

    name: str
    stored: Stored = TEXTO
    options: tuple[Any, ...] = ()
    parent: str = ""
    required: bool = False


@cache
def columns(table: str) -> tuple[Column, ...]:
    """Every column of a table, in order: key, parents, place, what its record says, withdrawal."""
    mine = [branch for branch in BRANCHES if branch.table == table]
    found = [Column("id")]
    parents = dict.fromkeys(branch.parent for branch in mine) or filter(None, (HELD.get(table),))
    found += [Column(parent_key(parent), parent=parent) for parent in parents]
    if any(branch.shared for branch in mine):
        found.append(Column("lista", required=True))
    found.append(Column("orden", required=True))
    own = cells(RECORDS[table], apart(table))
    found += [Column(cell.column, cell.stored, cell.options) for cell in own if cell.column != "id"]
    known = {column.name for column in found}
    found += [Column(c, INSTANTE if c == "anulada_cuando" else TEXTO) for c in ANULACION if c not in known]
    return (*found, Column("presentes", json_of(tuple[str, ...])))
