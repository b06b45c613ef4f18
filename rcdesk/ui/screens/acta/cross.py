"""DOFA: the printed 3×3 made live, and the line in hand at its right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain.dofa import Propuesta
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.registro.dofa import Cruce
from rcdesk.i18n import lista_en_palabras
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.fields import Choice, Field, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.matrix import AXES, CROSSES, Line, Matrix
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.screens.acta.joins import Joins
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.ui.screens.acta.proposed import FACTOR, Proposed
from rcdesk.ui.screens.acta.writing import Blocks, Writing
from rcdesk.work.actas import ver_autoevaluacion
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.compromisos import CompromisoRow, comprometer_estrategia, listar_compromisos
from rcdesk.work.dofa import (
    EJES,
    DofaView,
    EstrategiaRow,
    FactorRow,
    cambiar_de_cruce,
    citar_factores,
    dejar_cruce,
    dejar_propuesta,
    enlazar_compromiso,
    mover_factor,
    retirar_factor,
    tomar_propuesta,
    ver_dofa,
)
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.narrativa import editar_narrativa

_NOTHING, _EDITING, _ASKING = range(3)  # what stands beside the matrix
_WITHDRAWN: Final = "retirado de la matriz"


class DofaPart(Part):
    """Two views: the matrix, and the words that close it."""

    wide = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._view = DofaView((), (), (), (), {}, (), ())
        self._options: list[tuple[str, str]] = []
        self._place = ""  # where a line is being added
        self.matrix = named("matriz_dofa", Matrix(), label="Matriz DOFA")
        self.matrix.line_selected.connect(lambda key: self._select(key))
        self.matrix.line_activated.connect(lambda _key: self._edit())
        self.matrix.add_asked.connect(self.ask_line)
        self.matrix.dismiss_asked.connect(self._dismiss)
        self._form = Form(tab, "dofa", self._save)
        self._proposed = named("propuestas_dofa", Proposed(), label="De la audiencia")
        self._proposed.taken.connect(self._take)
        self._proposed.left.connect(self._leave_out)
        self._side = self._make_side()
        self._panes = Panes(self._framed(self.matrix), self._side, back="La matriz", shares=(7, 3))
        self._closing = Writing(
            tab,
            "dofa_cierre",
            ("audiencias", "dofa_cierre"),
            self._save_closing,
            label="Cierre de la DOFA",
            placeholder="Qué se concluye de la matriz. Se imprime debajo de ella.",
        )
        self._closing.typing.connect(self.typing)
        self._tabs = named("vistas_dofa", Tabs((("matriz", "Matriz"), ("cierre", "Texto de cierre")), under=True))
        self._tabs.setAccessibleName("Vistas de la DOFA")
        self._views = QStackedWidget()
        self._tabs.chosen.connect(lambda view: self._views.setCurrentIndex(0 if view == "matriz" else 1))
        self._views.addWidget(self._panes)
        self._views.addWidget(scrolling(column(self._closing.field, None, margins=(4, 4, 4, 4))))
        self._warning = named("cruces_vacios", PlainLabel("", "caption", "warn", wrap=True))
        top = heading("DOFA", self._tabs)
        self.setLayout(column(top, self._warning, (self._views, 1), margins=(18, 10, 14, 10), gap=6))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the matrix; the line in hand stays in hand."""
        self._view = self.tab.desk.ask(ver_dofa, audiencia_id=self.audiencia_id)
        promises = self.tab.desk.ask(listar_compromisos, audiencia_id=self.audiencia_id)
        self.landmark = estado.titulos.get("dofa", "")
        warned = " ".join(_warnings(self._view))
        self._warning.setText(warned)
        self._warning.setVisible(bool(warned))
        self._offer(promises)
        self._proposed.show_proposals(self._view.propuestas)
        self.matrix.show_lines(_lines(self._view), self._view.sin_cruce)
        self._select(self.matrix.selected())
        self._closing.show(self.audiencia_id, self.tab.desk.ask(ver_autoevaluacion, audiencia_id=self.audiencia_id))

    def leave(self) -> None:
        """Save what is unsaved."""
        self._form.leave()
        self._closing.leave()

    def take_keys(self) -> None:
        """The keys go to the matrix."""
        self.matrix.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pages.currentIndex() == _ASKING and not self._new.value().strip():
            self.matrix.setFocus()
            self._select(self.matrix.selected())
        else:
            super().keyPressEvent(event)

    def ask_line(self, place: str) -> None:
        """Ask for a new factor or strategy of that place: Enter adds it, and the next may follow."""
        self._place = place
        name = FACTOR.get(place) or f"estrategia {place}"
        self._adding.setText(f"Nueva {name}")
        self._asks.setText(CROSSES.get(place, "Una por vez; Enter la agrega y deja escribir otra."))
        self._new.set_value("")
        self._pages.setCurrentIndex(_ASKING)
        self._panes.open_detail()
        self._new.setFocus()

    def promise(self) -> None:
        """F9: make the commitment that carries out the strategy in hand."""
        line = self._chosen()
        if isinstance(line, EstrategiaRow):
            self._form.commit()
            with self.tab.attempt():
                self.tab.desk.do(comprometer_estrategia, id=line.id)

    def _make_side(self) -> QWidget:
        nothing = column(
            PlainLabel("La línea elegida", "lead"),
            PlainLabel(
                "Elija un factor o una estrategia para corregirla, moverla o retirarla. "
                "Con «+» se agrega en su lugar; los códigos se ponen solos.",
                "body",
                "ink2",
                wrap=True,
            ),
            None,
            margins=(18, 14, 16, 14),
            gap=8,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolling(nothing))
        self._pages.addWidget(scrolling(self._editing()))
        self._pages.addWidget(scrolling(self._asking()))
        return boxed(column((self._framed(self._pages), 1), (self._proposed, 1), gap=8))

    def _framed(self, widget: QWidget) -> Card:
        card = Card(radius=8, raised=False)
        card.setLayout(column((widget, 1), margins=(1, 1, 1, 1)))
        return card

    def _editing(self) -> Any:
        self._code = named("codigo_dofa", PlainLabel("", "lead"))
        text = self._form.bind("texto", Field("Texto", Text(lines=3, most=12, enter_commits=True)))
        self._cross = named("dofa_cruce", Choice([(cross, cross) for cross in CROSSES]))
        self._cross.committed.connect(self._change_cross)
        self._linked = named("dofa_compromiso", Choice())
        self._linked.committed.connect(self._link)
        self._make = named("hacer_compromiso", Button("Hacer compromiso", "handshake", "F9", small=True))
        self._make.clicked.connect(self.promise)
        self._joins = named("factores_que_une", Joins(), label="Factores que une")
        self._joins.chosen.connect(self._cite)
        self._of_strategy = boxed(
            column(
                self._joins,
                row(Field("Cruce", self._cross), None),
                Field("Compromiso que la cumple", self._linked),
                row(self._make, None),
                gap=8,
            )
        )
        up, down, gone = (
            named(name, Button("", icon, kind="quiet", small=True, hint=hint))
            for name, icon, hint in (
                ("subir_dofa", "arrow-up", "Subir"),
                ("bajar_dofa", "arrow-down", "Bajar"),
                ("retirar_dofa", "trash-2", "Retirar; Ctrl+Z la devuelve"),
            )
        )
        up.clicked.connect(lambda: self._move(-1))
        down.clicked.connect(lambda: self._move(1))
        gone.clicked.connect(self._withdraw)
        head = row(self._code, None, up, down, gone, gap=2)
        return column(head, Rule(), text, self._of_strategy, None, margins=(18, 10, 14, 14), gap=9)

    def _asking(self) -> Any:
        self._adding = PlainLabel("", "lead", wrap=True)
        self._asks = PlainLabel("", "caption", "ink2", wrap=True)
        self._new = named(
            "nueva_linea_dofa", Text(lines=3, most=12, enter_commits=True), label="Texto de la línea nueva"
        )
        self._new.committed.connect(lambda: self._add() if self._new.hasFocus() else None)
        add = named("agregar_linea_dofa", Button("Agregar", "plus", "Enter", small=True))
        add.clicked.connect(self._add)
        done = named("terminar_de_agregar", Button("Terminar", kind="quiet", small=True))
        done.clicked.connect(lambda: self._select(self.matrix.selected()))
        return column(
            self._adding, self._asks, self._new, row(add, done, None, gap=6), None, margins=(18, 12, 14, 14), gap=8
        )

    def _chosen(self) -> FactorRow | EstrategiaRow | None:
        key = self.matrix.selected()
        lines: list[FactorRow | EstrategiaRow] = [*self._view.factores, *self._view.estrategias]
        return next((line for line in lines if line.id == key), None)

    def _select(self, key: str) -> None:
        """Show the line in hand beside the matrix."""
        if self._pages.currentIndex() == _ASKING and self._new.value().strip() and self._new.hasFocus():
            return  # a line is being typed
        line = self._chosen() if key else None
        if line is None:
            self._form.leave()
            self._pages.setCurrentIndex(_NOTHING)
            return
        self._form.show(line.id, line)
        strategy = line if isinstance(line, EstrategiaRow) else None
        name = f"Estrategia {line.codigo}" if strategy else f"{con_mayuscula(FACTOR[line.codigo[0]])} {line.codigo}"
        self._code.setText(name)
        self._of_strategy.setVisible(strategy is not None)
        if strategy is not None:
            self._cross.set_value(strategy.cruce)
            self._linked.set_value(strategy.compromiso or "")
            self._make.setVisible(not strategy.compromiso)
            texts = {factor.codigo: factor.texto for factor in self._view.factores}
            self._joins.show_factors(strategy.posibles, texts, strategy.factores)
        self._pages.setCurrentIndex(_EDITING)

    def _edit(self) -> None:
        self._panes.open_detail()
        text = self.findChild(Text, "dofa_texto")
        if text is not None:
            text.setFocus()
            text.caret_to_end()

    def _offer(self, promises: list[CompromisoRow]) -> None:
        """Offer the commitments of the hearing to the strategy in hand."""
        live = [each for each in promises if each.anulada is None]
        options = [("", "Ninguno"), *((each.codigo, f"n.º {each.codigo}  {each.que_hacer[:60]}") for each in live)]
        if options != self._options:
            self._options = options
            self._linked.set_options(options)

    def _cite(self, codes: list[str]) -> None:
        line = self._chosen()
        if isinstance(line, EstrategiaRow):
            with self.tab.attempt():
                self.tab.desk.do(citar_factores, id=line.id, factores=codes)

    def _take(self, proposal: Propuesta, axis: str) -> None:
        with self.tab.attempt():
            made = self.tab.desk.do(tomar_propuesta, audiencia_id=self.audiencia_id, propuesta=proposal, eje=axis)
            self.matrix.select(made)

    def _leave_out(self, proposal: Propuesta) -> None:
        with self.tab.attempt():
            self.tab.desk.do(dejar_propuesta, audiencia_id=self.audiencia_id, propuesta=proposal)

    def _dismiss(self, cross: str) -> None:
        """Ask why a cross calls for no strategy, and keep it."""
        reason = ask_reason(self, f"¿Por qué {cross} no lleva estrategia?", "Motivo", verb="No aplica")
        if reason is not None:
            with self.tab.attempt():
                self.tab.desk.do(dejar_cruce, audiencia_id=self.audiencia_id, cruce=cast(Cruce, cross), motivo=reason)

    def _add(self) -> None:
        text = self._new.value().strip()
        if not text:
            return
        desk, key = self.tab.desk, self.audiencia_id
        with self.tab.attempt():
            if self._place in AXES:
                made = desk.do(agregar["factores"], valores={"texto": text}, lista=EJES[self._place], audiencia_id=key)
            else:
                values = {"cruce": self._place, "texto": text}
                made = desk.do(agregar["estrategias"], valores=values, audiencia_id=key)
            self._new.set_value("")
            self.matrix.select(made)
            self._pages.setCurrentIndex(_ASKING)
            self._new.setFocus()

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        factor = any(each.id == key for each in self._view.factores)
        table = "factores" if factor else "estrategias"
        self.tab.desk.do(corregir[table], id=key, valores=values, seen=seen)

    def _save_closing(self, key: str, blocks: Blocks, seen: Blocks | None, adjuntos: tuple[Adjunto, ...]) -> None:
        self.tab.desk.do(
            editar_narrativa,
            tabla="audiencias",
            id=key,
            campo="dofa_cierre",
            bloques=blocks,
            seen=seen,
            adjuntos=adjuntos,
        )

    def _change_cross(self) -> None:
        line = self._chosen()
        if isinstance(line, EstrategiaRow) and line.cruce != self._cross.value():
            with self.tab.attempt():
                self.tab.desk.do(cambiar_de_cruce, id=line.id, cruce=cast(Cruce, self._cross.value()))

    def _link(self) -> None:
        line = self._chosen()
        if isinstance(line, EstrategiaRow) and (line.compromiso or "") != self._linked.value():
            with self.tab.attempt():
                self.tab.desk.do(enlazar_compromiso, id=line.id, codigo=self._linked.value())

    def _move(self, by: int) -> None:
        line = self._chosen()
        if line is None:
            return
        factor = isinstance(line, FactorRow)
        mates = self._view.del_eje(line.eje) if isinstance(line, FactorRow) else self._view.del_cruce(line.cruce)
        place = [mate.id for mate in mates].index(line.id) + by
        if 0 <= place < len(mates):
            before, after = (place - 1, place) if by < 0 else (place, place + 1)
            first = mates[before].orden if before >= 0 else ""
            last = mates[after].orden if after < len(mates) else ""
            with self.tab.attempt():
                self.tab.desk.do(
                    mover_factor if factor else mover["estrategias"], id=line.id, antes=first, despues=last
                )

    def _withdraw(self) -> None:
        line = self._chosen()
        if line is not None:
            self._form.leave()
            with self.tab.attempt():
                if isinstance(line, FactorRow):
                    self.tab.desk.do(retirar_factor, id=line.id)
                else:
                    self.tab.desk.do(retirar["estrategias"], id=line.id, motivo=_WITHDRAWN)


def _lines(view: DofaView) -> dict[str, list[Line]]:
    lines = {axis: [Line(each.id, each.texto) for each in view.del_eje(axis)] for axis in AXES}
    for cross in CROSSES:
        lines[cross] = [
            Line(each.id, each.texto, each.factores, f"n.º {each.compromiso}" if each.compromiso else "")
            for each in view.del_cruce(cross)
        ]
    return lines


def _warnings(view: DofaView) -> Iterator[str]:
    """What the matrix lacks, one sentence each."""
    empty = view.cruces_vacios
    if empty:
        words = "Cruce sin estrategia" if len(empty) == 1 else "Cruces sin estrategia"
        yield f"{words}: {lista_en_palabras(empty)}."
    if view.a_medias:
        verb = "une" if len(view.a_medias) == 1 else "unen"
        yield f"{lista_en_palabras(view.a_medias)} {verb} factores de un solo lado."
