"""The words that tell what a text asks: without accents, without endings, and without what any sentence has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rcdesk.i18n import sin_tildes

_READ: Final = 2_000  # letters of a text that are read: what is asked is said by then
_WORD: Final = re.compile(r"[a-z]{2,}|[0-9]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO: Final = _words(
    """
    a al algo algun alguna algunas algunos ante antes asi aun aunque bien cada como con cual cuales cuando cuanta
    cuantas cuanto cuantos cuya cuyo de del desde donde dos durante el ella ellas ello ellos en entonces entre era
    eran es esa esas ese eso esos esta estaba estan estar este esto estos fue fueron ha haber habia han hasta hay he
    hizo hoy la las le les lo los luego mas me mi mis misma mismo mucha muchas mucho muchos muy nada ni ningun
    ninguna no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues que quien
    quienes se sea segun ser si sido sin sobre son soy su sus tal tambien tan tanto te tenemos tener tenia ti tiene
    tienen toda todas todavia todo todos tu tus un una uno unos usted ustedes va vamos van y ya yo
    """
)
"""What any sentence has."""
_COMMON: Final = _words(
    """
    acabar alcalde alcaldesa alcaldia ano anos area arreglar barrio barrios buen buena buenas bueno buenos calle
    carrera caso ciudad ciudadana ciudadano ciudadanos comuna comunidad corregimiento cosa cosas cual decir dia dias
    digan doctor doctora entrega entregar esperar favor fecha gastar gente gobernacion gobernador gobierno gracias
    hablar hace hacen hacer haciendo hora informar ir llegado llegar llevamos llevar mes meses municipal municipio
    nueva nuevo parte pasa pasar pavimentar paso pensar persona personas piensa piensan plan poder podria pregunta
    preguntar preguntas programa proyecto proyectos puede pueden queda quedar querer queria quiero quisiera responder
    respuesta sabe sabemos saber secretaria secretario sector senor senora senores sobre solucion tarde tardes tema
    tiempo ver vereda via veredas vez zona zonas
    """
)
"""What half the questions of a hearing have: it weighs a quarter."""
_SAME: Final[Mapping[str, str]] = {
    word: words.split()[0]
    for words in (
        "arreglar arreglo arreglos arreglan reparar reparan reparacion reparaciones componer",
        "plata dinero recursos",
        "colegio colegios escuela escuelas",
        "medico medicos medica",
        "basura basuras residuos desechos",
        "policia policias",
        "via vias carretera carreteras camino caminos",
        "bus buses buseta busetas",
        "luz luces alumbrado luminarias",
        "robos robo hurto hurtos atracos atraco",
        "trabajo empleo empleos",
        "construir construccion construyen construiran",
        "acabar acaban terminar terminan terminara terminacion",
    )
    for word in words.split()
}
"""Two words for one thing, as people say them here."""
_ENDINGS: Final = sorted(
    _words(
        """
        amientos imientos amiento imiento aciones iciones acion icion iendo ando ieron aron aban arian aran eran iran
        aria eria iria ados adas idos idas ado ada ido ida aba ian ara era ira ar er ir an en io ia as es os a e o s
        """
    ),
    key=lambda ending: (-len(ending), ending),
)


def raices(texto: str) -> tuple[str, ...]:
    """Return the words that tell what a text asks, each once."""
    words = dict.fromkeys(_WORD.findall(sin_tildes(texto[:_READ])))
    return tuple(dict.fromkeys(_stem(word) for word in words if word not in _NO))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


COMUNES: Final = frozenset(map(_stem, _COMMON))
"""The stems of what half the questions of a hearing have."""
