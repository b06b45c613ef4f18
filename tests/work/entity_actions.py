"""The actions of Ajustes, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work import calendario, entidad, formatos, terminos
from rcdesk.work.adjunto import Adjunto

Do = Callable[[Desk, dict[str, str]], object]
LOGO = Adjunto("figuras/escudo.png", "0" * 64, 10)


def _format(desk: Desk) -> str:
    return desk.ask(formatos.listar_formatos, hoy="2026-11-20")[0].id


def _signer(desk: Desk) -> str:
    return desk.do(entidad.agregar_habitual, lista="firmas", valores={"nombre": "Elena Mora", "cargo": "Secretaria"})


AJUSTES: list[tuple[str, Do]] = [
    ("corregir la entidad", lambda desk, _ids: desk.do(entidad.editar_entidad, valores={"nombre": "Puerto Sereno"})),
    ("logo de la entidad", lambda desk, _ids: desk.do(entidad.poner_logo_de_la_entidad, adjunto=LOGO)),
    ("firmante habitual", lambda desk, _ids: _signer(desk)),
    ("dependencia", lambda desk, _ids: desk.do(entidad.agregar_dependencia, valores={"nombre": "Hacienda"})),
    (
        "agregar formato",
        lambda desk, _ids: desk.do(formatos.agregar_formato, valores={"tipo_documental": "LISTADO DE ASISTENCIA"}),
    ),
    (
        "corregir formato",
        lambda desk, _ids: desk.do(formatos.corregir_formato, id=_format(desk), valores={"numeracion": "{n:3}"}),
    ),
    ("versión nueva", lambda desk, _ids: desk.do(formatos.hacer_version_nueva, id=_format(desk), hoy="2026-11-20")),
    ("retirar formato", lambda desk, _ids: desk.do(formatos.retirar_formato, id=_format(desk))),
    (
        "logo del formato",
        lambda desk, _ids: desk.do(
            formatos.poner_logo_del_formato, id=_format(desk), lado="logo_derecho", adjunto=LOGO
        ),
    ),
    ("agregar día no hábil", lambda desk, _ids: desk.do(calendario.agregar_dia, fecha="2026-12-24", motivo="Navidad")),
    ("agregar término", lambda desk, _ids: desk.do(terminos.agregar_termino, desde="2027-01-01")),
    (
        "corregir término de la ley",
        lambda desk, _ids: desk.do(terminos.corregir_termino, id="2022-05-18", valores={"general": 12}),
    ),
    (
        "corregir día no hábil",
        lambda desk, _ids: desk.do(
            calendario.corregir_dia, id=desk.ask(calendario.listar_dias)[0].id, valores={"habil": True}
        ),
    ),
]
