"""Pictures that a person puts in a narrative: made fit to be printed before the base keeps them.

What a camera wrote beside the picture (the place of a house, the owner) never enters the base.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rcdesk.domain.errors import RuleError, StoreError, reason
from rcdesk.i18n import numero
from rcdesk.render import pictures
from rcdesk.store.evidence import require_fit
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.evidencias import tomar_octetos

_MEGAPIXEL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Imagen:
    """A picture ready to be kept: a PNG or JPEG, and the name of the file that it comes from."""

    nombre: str
    octetos: bytes


def preparar(origen: Path | bytes, nombre: str = "imagen pegada") -> Imagen:
    """Read a picture and make it fit to be printed, on any thread; `nombre` is that of one without a file.

    RuleError, naming the file, when it is no picture that can be printed; StoreError when it cannot be read.
    """
    name = nombre if isinstance(origen, bytes) else origen.name
    raw = origen if isinstance(origen, bytes) else _leer(origen)
    try:
        made = pictures.prepared(raw)
    except pictures.UnfitError as error:
        raise RuleError(_porque(name, error), field="archivo") from None
    return Imagen(f"{Path(name).stem}.{'jpg' if made.suffix == 'jpeg' else made.suffix}", made.data)


def guardar_imagen(folder: Path, imagen: Imagen, usadas: Mapping[str, str]) -> Adjunto:
    """Keep a picture in the base in `folder` and return how the records will name it, as `evidencias.tomar` does."""
    return tomar_octetos(folder, imagen.octetos, Path(imagen.nombre), usadas)


def _leer(path: Path) -> bytes:
    try:
        require_fit(path)
        return path.read_bytes()
    except OSError as error:
        raise StoreError(f"No se pudo leer «{path.name}»: {reason(error)}. Revise que siga en su lugar.") from error


def _porque(name: str, error: pictures.UnfitError) -> str:
    match error.reason:
        case "ajena":
            return f"«{name}» no es una imagen PNG o JPEG que se pueda leer. Elija otra."
        case "enorme":
            size, most = numero(round(error.pixels / _MEGAPIXEL)), pictures.MOST // _MEGAPIXEL
            return f"«{name}» tiene {size} megapíxeles y el límite es {most}. Redúzcala y vuelva a elegirla."
        case "animada":
            return f"«{name}» es una animación, que no se puede imprimir. Guarde una de sus imágenes y elíjala."
        case "danada":
            return f"«{name}» está incompleta o dañada. Ábrala en otro programa, guárdela de nuevo y elíjala."
