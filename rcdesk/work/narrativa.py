"""The narrative of a record: one action for every place where a person writes blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rcdesk.domain.bloques import con_contenido, textos
from rcdesk.domain.campos import LIMITE, leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Bloque
from rcdesk.i18n import numero
from rcdesk.store.tree import RECORDS
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.evidencias import anotar


@action("Escribir texto", merges=True)
def editar_narrativa(
    unit: Unit,
    *,
    tabla: str,
    id: str,
    campo: str,
    bloques: Sequence[Bloque],
    seen: Sequence[Bloque] | None = None,
    adjuntos: Iterable[Adjunto] = (),
) -> None:
    """Write the blocks of a narrative column; those that say nothing are left out.

    `seen` are the blocks that the person had on screen; `adjuntos` the files that they name and that the base keeps.
    """
    if seen is not None:
        unit.check_seen(tabla, id, {campo: tuple(seen)})
    longest = max((len(texto) for bloque in bloques for texto in textos(bloque)), default=0)
    if longest > LIMITE:
        raise RuleError(
            f"Un texto tiene {numero(longest)} caracteres y el límite es {numero(LIMITE)}. Divídalo en párrafos.",
            field=campo,
        )
    anotar(unit, adjuntos)
    unit.update(tabla, id, **{campo: leer(RECORDS[tabla], campo, con_contenido(bloques))})
