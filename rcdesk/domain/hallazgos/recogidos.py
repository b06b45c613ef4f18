"""V34: commitments collected by period: not said whose they are, or said with a sum that does not add up."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Vista
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.i18n import numero


def recogidos(vista: Vista) -> Iterator[Hallazgo]:
    """Those of each period."""
    for lugar, uno in enumerate(vista.plan.compromisos_por_periodo):
        donde, registro, cuando = (
            f"{vista.raiz}/compromisos_por_periodo/{lugar}",
            uno.id or "",
            en_palabras(uno.periodo),
        )
        if uno.recogidos and uno.a_cargo is None:
            nota = (
                f"{con_mayuscula(cuando)}: {numero(uno.recogidos)} sin clasificar. "
                "Diga cuántos están a cargo de la entidad y cuántos de otra."
            )
            yield Hallazgo("V34", "W", donde, nota, registro, "a_cargo")
        elif uno.a_cargo is not None and uno.a_cargo + (uno.no_a_cargo or 0) != uno.recogidos:
            partes = f"{numero(uno.a_cargo)} a cargo y {numero(uno.no_a_cargo or 0)} de otra entidad"
            suma = f"no suman los {numero(uno.recogidos)} recogidos"
            nota = f"{con_mayuscula(cuando)}: {partes} {suma}. Corrija uno de los tres."
            yield Hallazgo("V34", "E", donde, nota, registro, "recogidos")
