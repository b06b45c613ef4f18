"""Firmas and anexos: who signs, who prepared, reviewed and approved; and what goes with the acta."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.palabras_del_acta import MEDIO_DE_FIRMA
from rcdesk.domain.textos import firmas_dadas
from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, NumberField
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.lines import Lines, Work, text_field
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.ui.signer_tabs import SignerTabs
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.actas import (
    AnexoRow,
    FirmanteRow,
    agregar_al_acta,
    listar_anexos,
    listar_firmantes,
    traer_firmantes,
)
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.lineas import corregir
from rcdesk.work.versiones import registrar_firma

_SIGNERS: Final = (
    Column[FirmanteRow]("Nombre", lambda row_: row_.nombre, strong=True, stretch=3),
    Column[FirmanteRow]("Cargo", lambda row_: row_.cargo or "", stretch=2),
    Column[FirmanteRow]("Dependencia", lambda row_: row_.dependencia or "", stretch=2, drop=1),
    Column[FirmanteRow]("Fecha", lambda row_: fecha_corta(row_.fecha) if row_.fecha else "", width=104, drop=2),
)
_MOVED: Final = " Alt ↑ ↓ cambia el orden."
_MEDIA: Final = (("", "Sin decir"), *((medio, con_mayuscula(words)) for medio, words in MEDIO_DE_FIRMA.items()))
_ANNEXES: Final = (
    Column[AnexoRow]("No.", lambda row_: str(row_.numero), width=64),
    Column[AnexoRow]("Título", lambda row_: row_.titulo, strong=True),
    Column[AnexoRow]("Folios", lambda row_: numero(row_.folios) if row_.folios else "", width=84, align="right"),
)


class SignersPart(Part):
    """Four lists under four words; two signatures fit in a row of the page, in this order.

    Once the acta is approved, only how and when each one signed is written.
    """

    landmark = "Firmas (responsables)"
    lives = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._tabs = named("listas_de_firmantes", SignerTabs(), label="Quiénes")
        self._tabs.chosen.connect(self._choose)
        self._approved = False
        self._order = named("orden_de_firmas", PlainLabel("", "caption", "ink2", wrap=True))
        self._signed = named("cuantos_firmaron", PlainLabel("", "strong", wrap=True))
        self._lines = Lines(
            tab,
            "firmantes",
            _SIGNERS,
            self._work(),
            _bind_signer,
            label="Firmantes",
            add="Nombre de otra persona, y Enter",
            empty="Nadie todavía. Escriba un nombre arriba y oprima Enter.",
        )
        self._bring = named("traer_firmantes", Button("Traer de la entidad", "building-2", small=True))
        self._bring.clicked.connect(self.bring_signers)
        top = heading("Firmas", self._bring, note=self._order)
        self.setLayout(column(top, row(self._tabs, None), self._signed, self._lines, None, gap=10))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the list under the chosen word, and how many each has."""
        self._approved = estado.estado in APROBADA
        rows = self.tab.desk.ask(listar_firmantes, audiencia_id=self.audiencia_id)
        self._lines.show_rows(self._tabs.show_people(rows))
        self._lines.freeze(self._approved, free={"medio", "fecha"})
        signers = [row_ for row_ in rows if row_.lista == "firmas"]
        signed = sum(row_.fecha is not None for row_ in signers)
        self._signed.setText(f"{signed_words(signed, len(signers))} Anote de cada quien cómo y cuándo firmó.")
        self._signed.setVisible(self._approved)
        self._bring.setVisible(not self._approved)
        self._order.setText("Se imprimen en este orden, dos por fila." + ("" if self._approved else _MOVED))

    def leave(self) -> None:
        """Save what is unsaved."""
        self._lines.leave()

    def bring_signers(self) -> None:
        """Add to the acta those who usually sign it and are not there."""
        with self.tab.attempt() as attempt:
            brought = self.tab.desk.do(traer_firmantes, audiencia_id=self.audiencia_id)
        if attempt.ok and not brought:
            self.tab.said.emit("Ya estaban todos los firmantes de la entidad.")

    def _choose(self, _lista: str) -> None:
        self._lines.forget()
        rows = self.tab.desk.ask(listar_firmantes, audiencia_id=self.audiencia_id)
        self._lines.show_rows(self._tabs.show_people(rows))

    def _work(self) -> Work:
        desk = self.tab.desk
        rows = rows_of(
            desk,
            "firmantes",
            lambda text: desk.do(
                agregar_al_acta["firmantes"],
                audiencia_id=self.audiencia_id,
                lista=self._tabs.lista,
                valores={"nombre": text},
            ),
            "retirado del acta",
        )
        return replace(rows, correct=self._correct)

    def _correct(self, key: str, values: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        do = registrar_firma if self._approved else corregir["firmantes"]
        self.tab.desk.do(do, id=key, valores=values, seen=seen)


class AnnexesPart(Part):
    """What goes with the acta, numbered by its place."""

    landmark = "Anexos."

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._data = DataCard(tab, "folios", "Ver registro", "registro")
        self._lines = Lines(
            tab,
            "anexos",
            _ANNEXES,
            self._work(),
            _bind_annex,
            label="Anexos",
            add="Título de otro anexo, y Enter",
            empty="Ninguno todavía. El primero suele ser el listado de asistencia.",
        )
        top = heading("Anexos", note="Se numeran por su orden.")
        self.setLayout(column(top, self._data, self._lines, None, gap=10))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the annexes."""
        self._data.show_words(estado.datos.frases["folios"] or "Todavía no se han contado los folios del listado.")
        self._lines.show_rows(self.tab.desk.ask(listar_anexos, audiencia_id=self.audiencia_id))

    def leave(self) -> None:
        """Save what is unsaved."""
        self._lines.leave()

    def _work(self) -> Work:
        desk = self.tab.desk
        return rows_of(
            desk,
            "anexos",
            lambda text: desk.do(agregar_al_acta["anexos"], audiencia_id=self.audiencia_id, valores={"titulo": text}),
            "retirado del acta",
        )


def signed_words(signed: int, signers: int) -> str:
    """Say how many of those who sign did: «3 de 4 firmaron.»."""
    if not signers:
        return "Nadie figura para firmar."
    return f"{firmas_dadas(signed, signers)}."


def _bind_signer(form: Form) -> list[tuple[QWidget, int]]:
    date = form.bind("fecha", Field("Fecha", DateField()), stored=or_none)
    how = form.bind("medio", Field("Cómo firma", Choice(_MEDIA)), stored=or_none)
    return [
        (text_field(form, "nombre", "Nombre"), 3),
        (text_field(form, "cargo", "Cargo"), 2),
        (text_field(form, "dependencia", "Dependencia"), 5),
        (how, 3),
        (date, 2),
    ]


def _bind_annex(form: Form) -> list[tuple[QWidget, int]]:
    folios = form.bind("folios", Field("Folios", NumberField(least=1)), shown=lambda value: value)
    url = form.bind("url", Field("Dirección en internet", Line(placeholder="https://…")), stored=or_none)
    return [(text_field(form, "titulo", "Título"), 4), (folios, 1), (url, 5)]
