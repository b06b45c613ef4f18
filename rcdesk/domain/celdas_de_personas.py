"""One cell of a list of people, read as the base keeps it; what cannot be is refused with its reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, get_args

from rcdesk.domain.caracterizacion import CAMPOS
from rcdesk.domain.caracterizacion import Campo as CampoDeEnfoque
from rcdesk.domain.documento_de_identidad import leer_documento
from rcdesk.domain.horas_de_chat import momento
from rcdesk.domain.palabras import CALIDAD, TIPO_DOCUMENTO
from rcdesk.domain.rangos_de_edad import leer_rango, rango_de_edad
from rcdesk.domain.registro.asistentes import ENFOQUE, Calidad
from rcdesk.domain.registro.personas import TipoDocumento
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.i18n import leer_hora, numero, sin_tildes, solo_palabras

Valores = dict[str, Any]
"""Columns of `asistentes` and what they hold."""

LARGO_NOMBRE: Final = 200
LARGO_DATO: Final = 500

_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""What has no shape, and what turns the letters after it round: a name is shown as it is read."""
_NOTHING: Final = frozenset({"", "na", "no", "notiene", "ninguno", "ninguna", "sindocumento", "noaplica", "x", "0"})
_POWER: Final = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)  # 1,14403E+09
_POINT_ZERO: Final = re.compile(r"^(\d+)\.0$")  # a number that another program wrote as a decimal
_PASSPORT: Final = re.compile(r"[A-Z]{1,3}\d{5,}")
_SPELLED: Final = re.compile(r"([^\W\d][^\d]{3,}?[\s.:#°])\s*(\S*\d.*)")  # Cédula de ciudadanía No. 31.820.207
_EMAIL: Final = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
_YES: Final = re.compile(r"(si|s|x|acepto|autorizo|1|true|verdadero|yes)\b|en papel|papel\b")
_NO: Final = re.compile(r"(no|n|0|false|falso)\b")
_NOT_ASKED: Final = re.compile(
    r"no (responde|aplica|sabe|se pregunto)|sin preguntar|falta preguntar|pendiente|n ?r$|-+$"
)
_SILENT: Final = re.compile(r"no (responde|contesta|sabe|informa)|prefier\w+ no|n[ /]?r$")
_VIRTUAL: Final = re.compile(r"virtual|zoom|meet|teams|en linea|remot|online|facebook|youtube|transmision")
_IN_PERSON: Final = re.compile(r"presencial|en (el )?sitio|fisic|en persona|en la sala")
_TYPES: Final[tuple[tuple[TipoDocumento, re.Pattern[str]], ...]] = (
    ("CE", re.compile(r"\bce\b|c e$|extranjeria")),
    ("CC", re.compile(r"\bcc\b|c c$|cedula|ciudadania")),
    ("TI", re.compile(r"\bti\b|t i$|tarjeta")),
    ("RC", re.compile(r"\brc\b|registro civil")),
    ("PPT", re.compile(r"\bppt\b|proteccion temporal")),
    ("PEP", re.compile(r"\bpep\b|permiso especial")),
    ("PA", re.compile(r"\bpa\b|pasaporte|passport")),
    ("NIT", re.compile(r"\bnit\b")),
    ("otro", re.compile(r"\botro")),
)
_WITH_LETTERS: Final = frozenset({"PA", "PEP", "PPT", "CE", "otro"})
_MOST_DIGITS: Final = 11  # the longest of a citizen: the old identity card of minors
_MOST_LETTERS: Final = 20
_SAID: Final[Mapping[CampoDeEnfoque, tuple[tuple[str, re.Pattern[str]], ...]]] = {
    "genero": (
        ("femenino", re.compile(r"^(f|femenin[oa]|mujer|female)$")),
        ("masculino", re.compile(r"^(m|masculin[oa]|hombre|male)$")),
        ("no binario", re.compile(r"^no binari[oa]$")),
    ),
    "etnia": (
        ("negro o afrocolombiano", re.compile(r"\bafro|\bnegr[oa]")),
        ("indigena", re.compile(r"\bindigena")),
        ("ninguna", re.compile(r"^(no|ningun[oa]?)\b")),
    ),
    "discapacidad": (("ninguna", re.compile(r"^(no|ningun[oa]?)\b")),),
}
"""How what is asked is answered elsewhere → the usual answer, without its accents."""


class CeldaMala(ValueError):
    """A cell that keeps its row from coming in: which it is, and why, in a sentence."""

    def __init__(self, campo: str, motivo: str) -> None:
        super().__init__(motivo)
        self.campo, self.motivo = campo, motivo


class CeldaSinEntender(ValueError):
    """A cell that is left out, and told: its row comes in without it."""


def una_linea(texto: str) -> str:
    """Return a text without what a cell adds: blanks around and between its words, and signs that cannot be seen."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", texto)).split())


def leer_nombre(texto: str) -> Valores:
    """Read the name of a person or, of who only left that, of their account."""
    name = una_linea(texto)
    if not name:
        raise CeldaMala("nombre", "La fila no trae nombre")
    if len(name) > LARGO_NOMBRE:
        raise CeldaMala("nombre", f"El nombre tiene {numero(len(name))} letras y caben {LARGO_NOMBRE}")
    if not any(map(str.isalpha, name)):
        raise CeldaMala("nombre", "El nombre no tiene letras")
    return {"nombre": name}


def leer_numero_de_documento(texto: str, tipo: str = "") -> Valores:
    """Read a document with its type, said in another cell or before the number: nothing when the cell says it has none.

    Without a type, a number alone is taken for a CC; whether it was said is kept under `tipo_dicho`.
    """
    written = _POINT_ZERO.sub(r"\1", unicodedata.normalize("NFKC", texto).strip())
    if _says_nothing(written):
        return {}
    if _POWER.fullmatch(written):
        raise CeldaMala("documento", "Excel recortó el número del documento: dele formato de texto a la columna")
    spelled = _SPELLED.match(written)
    said = leer_tipo(tipo) or (leer_tipo(spelled[1]) if spelled else None)
    guessed, bare = leer_documento(re.sub("[:#°ºª]", "", spelled[2] if spelled and said else written))
    kind = said or guessed
    told = said is not None or kind not in ("CC", "otro")
    _judge_document(bare, kind, told=told)
    made: Valores = {"documento_tipo": kind, "documento_numero": bare}
    return {**made, "tipo_dicho": True} if told else made


def _judge_document(bare: str, kind: str | None, *, told: bool) -> None:
    letters = [letter for letter in bare if letter.isalpha()]
    if letters and not (told and kind in _WITH_LETTERS) and not _PASSPORT.fullmatch(bare):
        raise CeldaMala("documento", f"Hay una letra {letters[0]} en el documento")
    digits = sum(map(str.isdigit, bare))
    if re.search(r"[/;|+&]", bare):
        raise CeldaMala("documento", "El documento trae dos números")
    if not digits:
        raise CeldaMala("documento", "El documento no tiene números")
    if len(bare) > _MOST_LETTERS or (digits > _MOST_DIGITS and kind in ("CC", "TI", "RC")):
        raise CeldaMala("documento", f"El documento tiene {len(bare)} cifras: ¿trae dos números?")


def leer_tipo(texto: str) -> TipoDocumento | None:
    """Read a type of document: «C.C.», «Cédula de ciudadanía», «PPT»."""
    bare = _plain(texto)
    if not bare:
        return None
    for kind, words in TIPO_DOCUMENTO.items():
        if bare in (kind.lower(), sin_tildes(words)):
            return kind
    return next((kind for kind, pattern in _TYPES if pattern.search(bare)), None)


def leer_correo(texto: str) -> Valores:
    """Read an e-mail."""
    written = texto.strip().removeprefix("mailto:").strip("<> ")
    if _says_nothing(written):
        return {}
    if len(written) > LARGO_DATO or not _EMAIL.fullmatch(written):
        raise CeldaMala("correo", "El correo no está completo")
    return {"correo": written}


def leer_telefono(texto: str) -> Valores:
    """Read one or several telephones, as they are written."""
    written = _POINT_ZERO.sub(r"\1", una_linea(texto))
    if _says_nothing(written):
        return {}
    if _POWER.fullmatch(written):
        raise CeldaMala("telefono", "Excel recortó el número del teléfono: dele formato de texto a la columna")
    return _datum("telefono", written, "Teléfono")


def leer_hora_de_ingreso(texto: str, ahora: datetime) -> Valores:
    """Read the hour at which somebody came in, with or without its day."""
    hour = leer_hora(texto)
    if hour is None:
        moment = momento(texto, ahora)
        hour = moment[11:16] if moment is not None and ":" in texto else None
    if hour is None:
        raise CeldaMala("hora", "Esa hora no existe")
    return {"hora_llegada": hour}


def leer_cuando(texto: str, ahora: datetime) -> Valores:
    """Read the moment at which a form was sent: that of what was answered about the data."""
    moment = momento(texto, ahora)
    if moment is None:
        raise CeldaMala("cuando", "Esa fecha no existe")
    return {"autorizacion_fecha": moment}


def leer_autorizacion(texto: str) -> Valores:
    """Read what was answered about the use of the data; what is not clearly a yes never is one."""
    answer = _answer(texto)
    if answer is None:
        return {}
    given: Valores = {"autorizacion_otorgada": answer}
    return {**given, "firma": "papel"} if answer and "papel" in texto.lower() else given


def leer_imagen(texto: str) -> Valores:
    """Read what was answered about image and voice."""
    answer = _answer(texto)
    return {} if answer is None else {"autorizacion_imagen_y_voz": answer}


def leer_modalidad(texto: str) -> Valores:
    """Read whether somebody comes in person."""
    bare = _plain(texto)
    virtual, here = bool(_VIRTUAL.search(bare)), bool(_IN_PERSON.search(bare))
    if virtual == here:
        raise CeldaSinEntender(f"No se entendió la modalidad «{texto[:30]}»")
    return {"modalidad": "virtual" if virtual else "presencial"}


def leer_calidad(texto: str) -> Valores:
    """Read in which quality somebody comes."""
    bare = _plain(texto)
    for value in get_args(Calidad):
        if bare in (value.replace("_", " "), sin_tildes(CALIDAD[value])):
            return {"calidad": value}
    close: Mapping[str, Calidad] = {"servidor": "servidor", "funcionari": "servidor", "contratista": "contratista"}
    close = {**close, "ciudadan": "ciudadano", "organizacion": "organizacion", "control": "organo_de_control"}
    close = {**close, "medio": "medio_de_comunicacion", "periodista": "medio_de_comunicacion"}
    found = next((value for word, value in close.items() if word in bare), None)
    if found is None:
        raise CeldaSinEntender(f"No se entendió la calidad «{texto[:30]}»")
    return {"calidad": found}


def leer_enfoque(campo: CampoDeEnfoque, texto: str, opciones: Sequence[str]) -> Valores:
    """Read a characteristic that somebody told of themselves, in the words of the entity when it is one of them.

    Not wanting to answer is an answer. `opciones` are those that the entity offers.
    """
    bare, column = _plain(texto), ENFOQUE + campo
    if _SILENT.search(bare):
        return {column: NO_RESPONDE}
    if CAMPOS[campo].cerrado:
        answer = _answer(texto)
        return {} if answer is None else {column: answer}
    if campo == "rango_edad":
        return {column: _ages(texto, opciones)}
    said = next((words for words, pattern in _SAID.get(campo, ()) if pattern.search(bare)), bare)
    words = next((one for one in opciones if _plain(one) == said), una_linea(texto))
    return _datum(column, words, CAMPOS[campo].titulo)


def _ages(texto: str, opciones: Sequence[str]) -> str:
    written = _POINT_ZERO.sub(r"\1", texto.strip())
    said, age = leer_rango(written), re.search(r"[0-9]{1,3}", written)
    if said is not None:
        known = next((one for one in opciones if leer_rango(one) == said), None)
    else:
        known = rango_de_edad(int(age[0]), opciones) if age else None
    if known is None:
        raise CeldaSinEntender(f"No se entendió la edad «{texto[:30]}»")
    return known


def leer_dato(columna: str, titulo: str) -> Callable[[str], Valores]:
    """Return how a field of free words is read; `titulo` is how it is told to the person."""
    return lambda text: _datum(columna, una_linea(text), titulo)


def _datum(column: str, words: str, title: str) -> Valores:
    if len(words) > LARGO_DATO:
        raise CeldaMala(column, f"{title}: tiene {numero(len(words))} letras y caben {LARGO_DATO}")
    return {column: words} if words else {}


def _answer(texto: str) -> bool | None:
    bare = _plain(texto)
    if not bare or _NOT_ASKED.match(bare):
        return None
    if _NO.match(bare):
        return False
    if not _YES.match(bare):
        raise CeldaSinEntender(f"No se entendió la respuesta «{texto[:30]}»: queda sin preguntar")
    return True


def _says_nothing(texto: str) -> bool:
    return _plain(texto).replace(" ", "") in _NOTHING


def _plain(texto: str) -> str:
    """Small letters without accents, signs taken for blanks."""
    return solo_palabras(texto[:LARGO_DATO])
