"""Cierre: what must be there before closing, what may wait, the hearing in figures, and its documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.app.desk import Desk
from rcdesk.domain.registro.audiencias import EstadoAudiencia
from rcdesk.i18n import numero, peso, plural
from rcdesk.ui.acta_work import acta_work
from rcdesk.ui.commands import ORDER
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge, Card, Rule, head
from rcdesk.ui.kit.checks import Checks
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.meter import Meter
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.pdf_work import PdfWork
from rcdesk.ui.saving import Saving, Work
from rcdesk.ui.screens.cierre.leaving import Leaving
from rcdesk.ui.screens.cierre.others import Others
from rcdesk.work.cierre import CierreView, Cifras, acompanar_audiencia, exportar_audiencia, ver_cierre
from rcdesk.work.documentos import documento_lista
from rcdesk.work.entidad import falta_en_el_encabezado

_LIST: Final = 460  # px at 100 % text
_NO_LIMIT: Final = 16_777_215  # px: Qt's own
_BOTH: Final = 920  # px at 100 % text that two cards need
_STEPS: Final[dict[EstadoAudiencia, tuple[str, str, str]]] = {
    "planeada": ("La audiencia no ha comenzado", "Iniciar la audiencia", "audiencia.iniciar"),
    "convocada": ("La audiencia no ha comenzado", "Iniciar la audiencia", "audiencia.iniciar"),
    "en_curso": ("", "Cerrar la audiencia", "audiencia.cerrar"),
    "cerrada": ("La audiencia está cerrada", "Reabrir la audiencia", "audiencia.reabrir"),
    "cancelada": ("La audiencia fue cancelada", "Volver a planeada", "audiencia.planeada"),
}
"""State → what is said of it, and the step that is offered: its words and its command."""


class CierreScreen(HearingScreen):
    """Nothing is forced: what is missing is said, with where it is mended, and the hearing may be closed anyway."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            *("audiencias", "lugares", "canales", "asistentes", "conteos", "hojas", "metricas", "preguntas"),
            *("encuestas", "preguntas_encuesta", "resultados", "respuestas_encuesta", "factores", "estrategias"),
            *("compromisos", "seguimientos", "actas", "secciones", "firmantes", "observaciones", "dias_no_habiles"),
        }
    )

    others: Others
    leaving: Leaving

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: CierreView | None = None
        self._saving = Saving(self)
        self.others = Others(self, self._saving, lambda: self._view.codigo if self._view else "")
        self.leaving = Leaving(self, self._saving, self._in_sight)
        self.before, self.after = named("antes_de_cerrar", Checks()), named("para_despues", Checks())
        for checks in (self.before, self.after):
            checks.wanted.connect(self.wants)
        self._meter = Meter()
        self._count = named("puntos_listos", PlainLabel("", "caption", "ink2"))
        self._told = named("puntos_que_faltan", PlainLabel("", "body", "ink2", wrap=True))
        self._step = named("paso_de_la_audiencia", Button("Cerrar la audiencia"))
        self._step.clicked.connect(self._take_step)
        self._badges = {name: Badge("", "") for name in Cifras.__slots__}
        self._outs = self._outputs()
        self._right = column((self._outs, 0), None, gap=0)
        self._beside = scrolling(self._right)
        self.fill(row((self._checklist(), 1), (self._beside, 1), margins=(8, 0, 8, 8), gap=8))

    def refresh(self) -> None:
        """Look at the hearing again."""
        self._view = view = self.desk.ask(ver_cierre, audiencia_id=self.audiencia_id)
        lista = view.lista
        ready = len(lista.antes) - lista.faltan
        self.before.show_points(lista.antes)
        self.after.show_points(lista.despues)
        self._meter.set_percent(round(100 * ready / len(lista.antes)), "ok")
        self._count.setText(f"{ready} de {len(lista.antes)} listas")
        said, words, _ = _STEPS[view.estado]
        missing = plural(lista.faltan, "punto falta", "puntos faltan") if lista.faltan else "No falta nada"
        self._told.setText(". ".join(part for part in (said, missing) if part) + ".")
        self._step.set_words(words)
        self._step.set_kind("primary" if view.estado == "en_curso" and not lista.faltan else "secondary")
        self._show_figures(view.cifras)
        left = sum(point.estado == "espera" for point in lista.despues)
        parts = [(str(lista.faltan), missing.split(" ", 1)[1], "warn")] if lista.faltan else []
        parts += [(str(left), plural(left, "puede esperar", "pueden esperar").split(" ", 1)[1], "ink")] if left else []
        self.ambient.emit(parts)

    def save_acta(self) -> None:
        """Ask where, and write the acta there."""
        self._save("acta")

    def save_word(self) -> None:
        """Ask where, and write the acta there as Word."""
        self._save("word")

    def save_public_acta(self) -> None:
        """Ask where, and write there the version of the acta that anybody may read."""
        self._save("publica")

    def save_list(self) -> None:
        """Ask where, and write the attendance list to be signed."""
        self._save("lista")

    def save_data(self) -> None:
        """Ask where, and write the whole hearing as rcdesk/1."""
        self._save("datos")

    def save_open_data(self) -> None:
        """Ask where, and write the hearing without personal data."""
        self._save("abiertos")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys go to the first thing that is missing, never to what changes the hearing."""
        super().focusInEvent(event)
        self.before.take_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.width() >= look().px(_BOTH)
        (self._right if side else self._list).insertWidget(0 if side else self._list.count() - 1, self._outs)
        self._card.setMaximumWidth(look().px(_LIST) if side else _NO_LIMIT)
        self._card.setMinimumWidth(look().px(_LIST) if side else 0)
        self._beside.setVisible(side)

    def _checklist(self) -> QWidget:
        top = column(
            row(PlainLabel("Para cerrar", "lead"), None, self._count), self._meter, margins=(20, 14, 20, 8), gap=8
        )
        must = column(self.before, margins=(20, 2, 12, 6))
        later = column(PlainLabel("Puede quedar para después", "lead"), self.after, margins=(20, 12, 12, 8), gap=6)
        self._list = column(must, Rule(), later, None, gap=0)
        foot = row((self._told, 1), self._step, margins=(20, 10, 16, 12), gap=10)
        self._card = named("lista_de_cierre", Card(), label="Lista de cierre")
        self._card.setLayout(column(top, (scrolling(self._list), 1), Rule(), foot, margins=(1, 0, 1, 2), gap=0))
        return self._card

    def _outputs(self) -> QWidget:
        figures = Card()
        badges = Flow(*((badge, 1) for badge in self._badges.values()), units=4, least=130)
        figures.setLayout(
            column(
                head("La audiencia en cifras", "las mismas que imprime el acta"),
                column(badges, margins=(20, 2, 12, 14)),
                gap=0,
            )
        )
        documents = Card()
        lines = [self._document(*each) for each in _DOCUMENTS]
        documents.setLayout(column(head("Documentos"), Rule(), *lines, margins=(1, 0, 1, 10), gap=0))
        return boxed(column(figures, documents, self.others, self.leaving, None, gap=8))

    def _document(self, name: str, title: str, note: str, words: str) -> QWidget:
        button = named(f"guardar_{name}", Button(words, "download", small=True))
        button.setAccessibleName(f"{words}: {title}")
        button.clicked.connect(lambda: self._save(name))
        said = column(PlainLabel(title, "strong", wrap=True), PlainLabel(note, "caption", "ink2", wrap=True), gap=1)
        return boxed(row((said, 1), button, margins=(20, 10, 14, 8), gap=12))

    def _show_figures(self, cifras: Cifras) -> None:
        said = {
            "registrados": (cifras.registrados, "persona registrada", "personas registradas"),
            "contados": (cifras.contados, "contada sin nombre", "contadas sin nombre"),
            "espectadores_maximos": (cifras.espectadores_maximos, "espectador máximo", "espectadores máximo"),
            "preguntas": (cifras.preguntas, "pregunta", "preguntas"),
            "respondidas": (cifras.respondidas, "respondida", "respondidas"),
            "encuestados": (cifras.encuestados, "encuesta", "encuestas"),
            "compromisos": (cifras.compromisos, "compromiso", "compromisos"),
        }
        for name, (count, one, many) in said.items():
            self._badges[name].set_count("–" if count is None else numero(count), one if count == 1 else many)

    def _save(self, name: str) -> None:
        if self._view is not None:
            self._saving.ask(_work(self.desk, self.audiencia_id, self._view, name))

    def _in_sight(self) -> tuple[str, str] | None:
        return (self.audiencia_id, self._view.codigo) if self._view is not None else None

    def _take_step(self) -> None:
        if self._view is not None:
            self.wants.emit(ORDER, _STEPS[self._view.estado][2])


_DOCUMENTS: Final = (
    ("acta", "Acta", "El acta completa, accesible y archivable, con los datos abiertos adentro.", "Guardar PDF"),
    (
        "publica",
        "Acta, versión pública",
        "Para publicar: iniciales en vez de nombres no autorizados, sin ningún dato de contacto.",
        "Guardar PDF",
    ),
    ("word", "Acta en Word", "La misma acta en DOCX, para seguir editándola o enviarla a revisión.", "Guardar Word"),
    ("lista", "Listado de asistencia", "Para firmar en papel: apaisado, con la autorización al pie.", "Guardar PDF"),
    (
        "abiertos",
        "Datos abiertos",
        "La audiencia sin documentos, teléfonos ni correos; se puede publicar.",
        "Guardar JSON",
    ),
    ("datos", "Datos completos", "Para otra base de rcdesk. Lleva datos personales: no se publica.", "Guardar JSON"),
)
"""Name, title, what it is for, and the words of its button."""


def _work(desk: Desk, audiencia_id: str, view: CierreView, name: str) -> Work:
    match name:
        case "acta" | "word" | "publica":
            work = acta_work(desk, view.codigo, view.numero_de_acta, publica=name == "publica")
            return work.to_save("docx" if name == "word" else "pdf")
        case "lista":
            lista = partial(desk.ask, documento_lista, codigo=view.codigo, evidencias=desk.folder)
            lacks = partial(desk.ask, falta_en_el_encabezado, codigo=view.codigo, palabra="asistencia")
            return PdfWork("El listado", f"Listado de asistencia {view.codigo}", lista, lacks=lacks).to_save()
        case "abiertos":
            words = f"Datos abiertos {view.codigo}"
            return Work(
                "El archivo de datos", words, "json", lambda path: _data(desk, audiencia_id, path, publica=True)
            )
        case _:
            words = f"Datos completos {view.codigo}"
            return Work(
                "El archivo de datos", words, "json", lambda path: _data(desk, audiencia_id, path, publica=False)
            )


def _data(desk: Desk, audiencia_id: str, path: Path, *, publica: bool) -> str:
    from rcdesk.store.files import write_atomic

    data = desk.ask(exportar_audiencia, audiencia_id=audiencia_id, publica=publica)
    warnings: list[str] = []
    if not publica:
        warnings = desk.ask(
            acompanar_audiencia,
            audiencia_id=audiencia_id,
            evidencias=desk.folder,
            junto_a=path,
            escribir=write_atomic,
        )
    write_atomic(path, data)
    size = peso(len(data))
    return f"{size}. {' '.join(warnings)}" if warnings else size
