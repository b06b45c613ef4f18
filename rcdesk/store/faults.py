"""What the database refused, said so that a person knows what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.store.driver import Driver

_MACHINE: Final = (
    (
        "disk is full",
        "No se pudo guardar: el disco está lleno. Libere espacio y vuelva a guardar; lo escrito sigue en pantalla.",
    ),
    (
        "disk i/o error",
        "No se pudo guardar: el disco falló. Revise que el disco o la memoria USB siga conectado y vuelva a guardar.",
    ),
    ("database is locked", "La base está ocupada por otro programa. Espere un momento y vuelva a intentarlo."),
    (
        "readonly database",
        "La base está protegida contra escritura. Quite la protección o copie la carpeta a otro lugar.",
    ),
    (
        "unable to open",
        "No se pudo abrir la base: no se encuentra o no hay permiso. Revise que la carpeta siga en su lugar.",
    ),
    ("could not decode", "La base está dañada: un texto no se puede leer. Revísela con «rcdesk verificar»."),
    (
        "malformed",
        "La base está dañada. Revísela con «rcdesk verificar»; en su carpeta «copias» están las copias de seguridad.",
    ),
    ("not a database", "El archivo de la base está dañado. En su carpeta «copias» están las copias de seguridad."),
)
"""What SQLite says → what the person reads."""

_RULES: Final = (
    ("foreign key", "Otro registro depende de este, o ya no existe el registro del que este depende."),
    ("unique constraint", "Ya existe un registro igual."),
)


@contextmanager
def in_words(driver: Driver) -> Iterator[None]:
    """Turn what the driver refuses into RuleError or StoreError; what is a bug stays as it was raised."""
    try:
        yield
    except driver.module.Error as error:
        raise said(error) from error


def said(error: Exception) -> Exception:
    """Return the refusal in words, or the error itself when it is a bug."""
    told = str(error).lower()
    for sign, sentence in _MACHINE:
        if sign in told:
            return StoreError(sentence)
    for sign, sentence in _RULES:
        if sign in told:
            return RuleError(sentence)
    return error
