"""Lo aprendido: conclusions, lessons and good practices of this plan, and the bank of those of all."""

from __future__ import annotations

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.bank import Bank
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart, list_field
from rcdesk.work.ficha_del_plan import FichaRow


class LearntPart(FichaPart):
    """Four lists of texts; the bank opens over them."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._form = self.form()
        self._bank = Bank(screen)
        bring = named("abrir_banco", Button("Traer de otros planes…", "book-open", kind="secondary"))
        bring.clicked.connect(lambda: self._bank.ask(self.plan_id))
        self.lay(
            "Lo aprendido",
            "Queda en el banco de todos los planes, y se recuerda al preparar la siguiente audiencia.",
            list_field(
                self._form, "conclusiones", "Conclusiones", "Las mesas en los corregimientos doblan la asistencia"
            ),
            list_field(self._form, "lecciones_aprendidas", "Lecciones aprendidas", "Citar a las nueve, no a las cinco"),
            list_field(self._form, "buenas_practicas", "Buenas prácticas", "Empezar con lo que pasó con lo prometido"),
            list_field(self._form, "notas", "Notas", "Lo que quien lee el informe debe saber"),
            right=bring,
        )

    def show_ficha(self, found: FichaRow) -> None:
        self.plan_id = found.id
        self._form.show(found.id, found)
        self._bank.refresh()

    def leave(self) -> None:
        self._form.leave()
