"""Header: the number of the acta, its objective, and the controlled format that heads every page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, assert_never

from PySide6.QtWidgets import QWidget

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.numeracion import EJEMPLO
from rcdesk.i18n import fecha_corta, lista_en_palabras, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import DateField, Field, Line, Text
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.logo import Logo
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.logos import keep_logo
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.work.actas import editar_acta, poner_logo, traer_formato, ver_acta
from rcdesk.work.estado_del_acta import DatosDelActa, EstadoDelActa
from rcdesk.work.formatos import FormatoDelActa, Lado, comparar_formato


class HeadingPart(Part):
    """What is written before anything else; the rest of the opening comes from Preparación."""

    landmark = "ACTA No."

    def __init__(self, screen: HearingScreen) -> None:
        super().__init__(screen)
        self._form = Form(screen, "acta", self._save)
        self._objective = Text(lines=3, most=8)
        self._data = DataCard(screen, "apertura", "Ver preparación", "preparacion", "/datos")
        self._logos: dict[Lado, Logo] = {
            "logo": Logo("logo", "Logo a la izquierda", "El de la entidad, si tiene"),
            "logo_derecho": Logo("logo_derecho", "Logo a la derecha", "Ninguno"),
        }
        for side, logo in self._logos.items():
            logo.chosen.connect(partial(self.put_logo, side=side))
        self._whose = named("formato_de_la_entidad", PlainLabel("", "body", "ink2", wrap=True))
        bring = named("traer_formato", Button("Traer de la entidad", "building-2", small=True))
        bring.clicked.connect(self.bring_format)
        self.setLayout(
            column(
                heading(
                    "Encabezado y formato",
                    note="Encabeza todas las páginas. El acta conserva el formato con que se hizo.",
                ),
                4,
                self._data,
                4,
                self._opening(),
                8,
                Rule(),
                row(PlainLabel("Formato controlado", "lead"), None, bring),
                self._whose,
                self._format(),
                *self._logos.values(),
                None,
                gap=8,
            )
        )

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the acta, open or not."""
        row_ = self.tab.desk.ask(ver_acta, audiencia_id=self.audiencia_id)
        self._form.show(self.audiencia_id, row_)
        self._data.show_words(opening_words(estado.datos))
        self._objective.setPlaceholderText(estado.datos.objetivo or "")
        for side, logo in self._logos.items():
            logo.show_logo(getattr(row_, f"formato_{side}"))
        whose = self.tab.desk.ask(comparar_formato, audiencia_id=self.audiencia_id)
        approved = estado.estado in APROBADA
        self._whose.setText(_whose(whose, approved=approved))
        self._whose.set_tone("warn" if whose.de_quien in ("otro", "corregido") and not approved else "ink2")

    def leave(self) -> None:
        """Save what is unsaved."""
        self._form.leave()

    def bring_format(self) -> None:
        """Write the entity's format in the acta."""
        with self.tab.attempt():
            self.tab.desk.do(traer_formato, audiencia_id=self.audiencia_id)

    def put_logo(self, path: Path | None, *, side: Lado = "logo") -> None:
        """Head the pages with a picture at one side; None leaves the entity's at the left, none at the right."""
        desk = self.tab.desk
        with self.tab.attempt():
            desk.do(poner_logo, audiencia_id=self.audiencia_id, adjunto=keep_logo(desk, path), lado=side)

    def _opening(self) -> QWidget:
        bind, none = self._form.bind, or_none
        number = bind("numero", Field("Acta número", Line(placeholder="110.25.03.07")), stored=none)
        book = bind("libro", Field("Libro o serie", Line()), stored=none)
        objective = bind(
            "objetivo",
            Field("Objetivo", self._objective),
            stored=none,
            hint="si está vacío, el de la audiencia",
        )
        return Flow((number, 2), (book, 3), (objective, 5), units=5)

    def _format(self) -> QWidget:
        bind, none = self._form.bind, or_none
        return Flow(
            (bind("formato_tipo_documental", Field("Tipo documental", Line()), stored=none), 5),
            (bind("formato_proceso", Field("Proceso", Line()), stored=none), 5),
            (bind("formato_subproceso", Field("Subproceso", Line()), stored=none), 5),
            (bind("formato_sistema", Field("Sistema", Line()), stored=none), 5),
            (bind("formato_codigo", Field("Código", Line()), stored=none), 2),
            (bind("formato_version", Field("Versión", Line()), stored=none), 1),
            (bind("formato_vigente_desde", Field("Vigente desde", DateField()), stored=none), 2),
            (bind("formato_numeracion", Field("Cómo se numera", Line(placeholder=EJEMPLO)), stored=none), 2),
            (bind("formato_pie", Field("Pie de página", Line()), stored=none), 3),
            units=5,
        )

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(editar_acta, audiencia_id=key, valores=values, seen=seen)


def opening_words(datos: DatosDelActa) -> str:
    """Say when and where it was, as the opening prints."""
    when = fecha_corta(datos.fecha) if datos.fecha else "Sin fecha"
    hours = f", de {datos.hora_inicio} a {datos.hora_fin or 'sin hora final'}" if datos.hora_inicio else ", sin horas"
    where = lista_en_palabras(datos.lugares) or "sin lugar"
    agenda = plural(datos.puntos, "punto", "puntos") if datos.puntos else "sin puntos"
    return f"{when}{hours}. {where[:1].upper()}{where[1:]}. Orden del día: {agenda}."


def _whose(formato: FormatoDelActa, *, approved: bool) -> str:
    """Say whose the format is, and which one the entity has when it is another."""
    if approved:
        return "El acta aprobada conserva el formato con que se hizo."
    match formato.de_quien:
        case "ninguno":
            return "La entidad no tiene formato de acta. Escríbalo en Ajustes una vez, o aquí para esta acta."
        case "propio":
            return "Es de esta acta: la entidad no tiene ninguno en Ajustes."
        case "de_la_entidad":
            return "Es el que la entidad tiene hoy."
        case "corregido":
            return "La entidad corrigió después este formato. «Traer de la entidad» lo deja igual."
        case "otro":
            since = f", vigente desde {fecha_corta(formato.vigente_desde)}" if formato.vigente_desde else ""
            version = f", versión {formato.version}" if formato.version else ""
            return f"La entidad tiene hoy otro: {formato.codigo or 'sin código'}{version}{since}."
        case _:
            assert_never(formato.de_quien)
