"""The figures as a person reads them."""

from rcdesk.cli.outline import outline


def test_names_of_figures_are_spanish_and_typed_words_are_literal() -> None:
    tree = {
        "audiencias": {
            "rdc_2026": {
                "duracion_minutos": 75,
                "dias_de_antelacion": {"ultima": 3},
                "preguntas_por_tema": {"obra_civil\n<b>": 2},
                "numeros_repetidos": [],
                "encuestas": {"e_1": {"conteos": {"como_va": {"dia_bueno": 4}}}},
            }
        },
        "planes": {"p_1": {"fechas_no_habiles": [["a_1", "2026-05-01"]], "por_componente": {"x_y": ["0", "0", None]}}},
    }
    assert list(outline(tree)) == [
        "audiencias:",
        "  rdc_2026:",
        "    duración minutos: 75",
        "    días de antelación:",
        "      última: 3",
        "    preguntas por tema:",
        "      obra_civil\ufffd<b>: 2",
        "    números repetidos: ninguno",
        "    encuestas:",
        "      e_1:",
        "        conteos:",
        "          como_va:",
        "            dia_bueno: 4",
        "planes:",
        "  p_1:",
        "    fechas no hábiles: a_1 2026-05-01",
        "    por componente:",
        "      x_y: 0; 0; no se sabe",
    ]
