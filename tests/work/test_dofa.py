"""The DOFA matrix: codes by place, crosses that lack a strategy."""

from rcdesk.app.desk import Desk
from rcdesk.domain.cifras.audiencia import cifras_de_dofa
from rcdesk.work.dofa import EJES, DofaView, cambiar_de_cruce, ver_dofa
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.lineas import agregar, mover, retirar
from tests.bases import PRIMERA


def matrix(desk: Desk, audiencia: str) -> DofaView:
    return desk.ask(ver_dofa, audiencia_id=audiencia)


def factor(desk: Desk, audiencia: str, eje: str, texto: str) -> str:
    return desk.do(agregar["factores"], valores={"texto": texto}, lista=EJES[eje], audiencia_id=audiencia)


def strategy(desk: Desk, audiencia: str, cruce: str, texto: str) -> str:
    return desk.do(agregar["estrategias"], valores={"cruce": cruce, "texto": texto}, audiencia_id=audiencia)


def test_every_line_has_the_code_of_its_place(desk: Desk, primera: str) -> None:
    shown = matrix(desk, primera)
    assert [each.codigo for each in shown.factores] == ["F1", "F2", "D1", "O1", "A1"]
    assert [each.codigo for each in shown.estrategias] == ["FO1", "FO2", "DO1", "FA1", "DA1", "DA2"]
    assert [each.codigo for each in shown.del_cruce("DA")] == ["DA1", "DA2"]
    assert shown.cruces_vacios == ()


def test_codes_and_counts_are_those_of_the_figures(desk: Desk, primera: str) -> None:
    archivo = desk.ask(reunir_audiencia, PRIMERA)
    assert archivo is not None
    figures = cifras_de_dofa(archivo.audiencias[0].dofa)
    shown = matrix(desk, primera)
    assert figures["estrategias"] == [each.codigo for each in shown.estrategias]
    assert figures["estrategias_sin_compromiso"] == sum(each.compromiso is None for each in shown.estrategias)
    assert figures["dofa"] == {lista: len(shown.del_eje(eje)) for eje, lista in EJES.items()}


def test_a_cross_with_factors_on_both_sides_and_no_strategy_is_flagged(desk: Desk, segunda: str) -> None:
    assert matrix(desk, segunda).cruces_vacios == ()
    factor(desk, segunda, "F", "Equipo completo")
    factor(desk, segunda, "A", "Lluvias")
    assert matrix(desk, segunda).cruces_vacios == ("FA",)
    strategy(desk, segunda, "FA", "Carpa para la entrada")
    assert matrix(desk, segunda).cruces_vacios == ()


def test_moving_and_withdrawing_renumber_the_rest(desk: Desk, primera: str) -> None:
    first, second = matrix(desk, primera).del_eje("F")
    desk.do(mover["factores"], id=first.id, antes=second.orden, despues="")
    assert [each.id for each in matrix(desk, primera).del_eje("F")] == [second.id, first.id]
    desk.do(retirar["factores"], id=second.id, motivo="retirado de la matriz")
    assert [(each.id, each.codigo) for each in matrix(desk, primera).del_eje("F")] == [(first.id, "F1")]


def test_a_strategy_moved_to_another_cross_is_its_last(desk: Desk, primera: str) -> None:
    first = matrix(desk, primera).del_cruce("FO")[0]
    desk.do(cambiar_de_cruce, id=first.id, cruce="DA")
    shown = matrix(desk, primera)
    assert shown.del_cruce("DA")[-1].id == first.id
    assert shown.del_cruce("DA")[-1].codigo == "DA3"
    assert len(shown.del_cruce("FO")) == 1
