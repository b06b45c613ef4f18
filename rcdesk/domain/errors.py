"""The two ways an action can fail that are not bugs, and why the system refused a file, in Spanish."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Final


class RuleError(Exception):
    """A rule was not met; the sentence is shown beside `field` (the name of the field as the screen names it)."""

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field


class StoreError(Exception):
    """The machine or the base refused (disk full, base in use, damaged file); the sentence says what to do."""


_WHY: Final[Mapping[int, str]] = {
    errno.EACCES: "no hay permiso",
    errno.EPERM: "no hay permiso",
    errno.ENOENT: "no se encuentra",
    errno.ENOTDIR: "una parte de la ruta es un archivo, no una carpeta",
    errno.EISDIR: "es una carpeta, no un archivo",
    errno.EEXIST: "ya hay algo con ese nombre",
    errno.ENOTEMPTY: "la carpeta no está vacía",
    errno.ENOSPC: "el disco está lleno",
    errno.EDQUOT: "se acabó el espacio que este usuario tiene en el disco",
    errno.EROFS: "el disco es de solo lectura",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.ELOOP: "la ruta da vueltas por enlaces",
    errno.EBUSY: "otro programa lo está usando",
    errno.ETXTBSY: "otro programa lo está usando",
    errno.EMFILE: "hay demasiados archivos abiertos",
    errno.EFBIG: "es demasiado grande para ese disco",
    errno.EINVAL: "el disco no acepta ese nombre o esa operación",
}


def reason(error: OSError) -> str:
    """Why the system refused, inside a sentence: it says so in its own language, which may not be the person's."""
    return _WHY.get(error.errno or 0, "el disco falló")
