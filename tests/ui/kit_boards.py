"""Boards of the kit that stand alone: fields, buttons, DOFA, charts, dialogs, empty places."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.documents.blocks import Chart, ChartKind
from rcdesk.ui.kit import states
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge, Card, Rule, Well, head
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.chip import Chip
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Check, Choice, DateField, Field, Line, NumberField, Segmented, Text, TimeField, Toggle
from rcdesk.ui.kit.layout import Item, column, row
from rcdesk.ui.kit.matrix import Line as DofaLine
from rcdesk.ui.kit.matrix import Matrix
from rcdesk.ui.kit.meter import Meter, Progress
from rcdesk.ui.kit.pages import PageView
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.tabs import Tabs


@dataclass(frozen=True)
class Question:
    id: int
    text: str
    author: str
    state: str


QUESTIONS = [
    Question(
        1, "¿Cuándo reparan el puente peatonal & la rampa, si ya hubo <b>dos</b> accidentes?", "Ana Ríos", "recibida"
    ),
    Question(2, "¿Por qué el alumbrado va en 48 % si el año se está acabando?", "Luis Peña y 2 más", "pendiente"),
    Question(3, "¿Qué ruta sigue una mujer que pide medida de protección un domingo?", "Anónima", "respondida"),
    Question(4, "¿Es cierto que arriendan la caseta?", "Rosa Díaz", "fuera_de_alcance"),
]


def questions() -> Table[Question]:
    model: RowsModel[Question] = RowsModel(
        [
            Column("No.", lambda q: f"P-{q.id:03}", width=76, strong=True),
            Column("Pregunta", lambda q: q.text, note=lambda q: q.author),
            Column("Avance", lambda q: f"{q.id * 30} %", width=150, meter=lambda q: q.id * 30, tone="ok", drop=1),
            Column(
                "Estado",
                lambda q: q.state,
                width=170,
                state=lambda q: states.state_of(states.PREGUNTA, q.state),
            ),
        ],
        mark=lambda q: RowMark(annulled=q.id == 4, accent=q.id == 2),
    )
    table = Table(model, empty="Todavía no hay preguntas.")
    model.show(QUESTIONS)
    table.select_key(3)
    return table


def in_card(*items: Item, title: str = "") -> Card:
    card = Card()
    inner = column(*items, margins=(20, 12, 20, 16), gap=10)
    card.setLayout(column(*([head(title)] if title else []), inner, gap=0))
    return card


def window(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setAutoFillBackground(True)
    holder.setLayout(layout)
    return holder


def fields() -> QWidget:
    name = Field("Nombre", Line(placeholder="Como aparecerá en el acta"))
    wrong = Field("Transmisión", Line())
    wrong.set_value("facebook.com/")
    wrong.show_error("Falta la página. Escriba el enlace completo, o borre el campo si no se transmite.")
    date, hour, number = DateField(), TimeField(), NumberField()
    date.set_value("2026-11-20")
    hour.set_value("09:00")
    number.set_value(1250)
    kind = Choice([("", "Sin indicar"), ("dialogo", "Diálogo"), ("foro", "Foro")])
    kind.set_value("dialogo")
    text = Field("Objetivo", Text(lines=2))
    text.set_value("Dialogar sobre la gestión de 2026,\nresponder en vivo & acordar <i>compromisos</i>.")
    first = row((Field("Tipo", kind), 1), (Field("Fecha", date, hint="viernes, es hoy"), 1), gap=12)
    second = row((Field("Hora inicial", hour), 1), (Field("Personas", number), 1), gap=12)
    left = in_card(name, first, second, wrong, text, None, title="Datos")
    made = window(row((left, 1), (choices(), 1), margins=(8, 8, 8, 8)))
    name.editor.setFocus()
    return made


def choices() -> Card:
    scope = Segmented([("a_cargo", "A cargo"), ("no", "No a cargo")])
    scope.set_value("a_cargo")
    consent = Toggle([("si", "Sí autoriza", "S"), ("no", "No autoriza", "N"), ("papel", "Firma en papel", "P")])
    consent.set_value("no")
    ticked, off = Check("Requiere intérprete de señas"), Check("Ya no aplica")
    ticked.set_value(True)
    off.setEnabled(False)
    who = Choice([("a", "Lucero Ibarra")], icon="user", prefix="Respondió")
    return in_card(Field("Alcance", scope), Field("¿Autoriza el uso de sus datos?", consent), ticked, off, who, None)


def buttons() -> QWidget:
    banner, worse = Banner(), Banner()
    tabs = Tabs([("datos", "Datos"), ("temas", "Temas"), ("equipo", "Equipo")], under=True)
    well = Well()
    words = PlainLabel("18 preguntas: 8 en la sala, 5 por internet & <b>2</b> en papel.", wrap=True)
    well.setLayout(column(words, margins=(14, 10, 14, 10)))
    badges = row(Badge("2", "vencidos", "danger"), Badge("118", "presentes"), Badge("58 %", "cumplidos"), None, gap=40)
    counts = in_card(badges, well)
    made = window(column(banner, worse, row(tabs, None), kinds(), counts, None, margins=(8, 8, 8, 8)))
    copy = Button("Hacer la copia", small=True)
    banner.tell("warn", "La copia tiene 3 días", "Conecte la memoria USB y haga una copia.", copy)
    worse.tell("danger", "No se pudo guardar", "El disco está lleno. Su texto sigue aquí: libere espacio y reintente.")
    return made


def kinds() -> Card:
    off, progress = Button("No se puede", "lock"), Progress()
    off.setEnabled(False)
    progress.advance(1250, 5000, "Importando personas de «lista.xlsx»")
    every = row(
        Button("Guardar", key="Enter", kind="primary"),
        Button("Proyectar", "monitor-play", "F5"),
        Button("Ver los 36", "arrow-right", kind="quiet"),
        Button("Anular", "ban", kind="danger"),
        Button("3 nuevas & más", "plus", "R", small=True),
        Button("", "ellipsis", kind="quiet", hint="Más acciones"),
        off,
        None,
    )
    looks = [*states.PREGUNTA.values(), *states.COMPROMISO.values(), *states.AUDIENCIA.values(), *states.ACTA.values()]
    looks += [states.EN_PANTALLA, states.VENCIDO, states.State("CAPTURA", "text-cursor-input", "accent")]
    pills = [row(*(Pill(state) for state in looks[i : i + 8]), None) for i in range(0, len(looks), 8)]
    unsaid, said = Chip("Autor", "user", "F2"), Chip("Tema", "hash", "F3")
    said.set_value("Movilidad y espacio público")
    meters = row((Meter(60, "ok"), 1), (Meter(100, "danger"), 1))
    return in_card(every, *pills, row(unsaid, said, None), Rule(), progress, meters)


def dofa() -> QWidget:
    matrix = Matrix()
    matrix.show_lines(
        {
            "F": [
                DofaLine("f1", "Cronograma con responsables y fechas"),
                DofaLine("f2", "Material en lenguaje claro, publicado diez días antes"),
            ],
            "D": [DofaLine("d1", "Intérprete de señas sin respaldo")],
            "O": [DofaLine("o1", "Casetas comunales disponibles"), DofaLine("o2", "Emisoras comunitarias con cupo")],
            "A": [DofaLine("a1", "Conexión inestable en el lugar")],
            "FO": [
                DofaLine("fo1", "Llevar el próximo diálogo a una caseta comunal.", ("F1", "O1"), "C-041"),
                DofaLine("fo2", "Leer el material en las emisoras comunitarias.", ("F2", "O2")),
            ],
            "DO": [DofaLine("do1", "Acordar con la Federación un segundo intérprete de turno.", ("D1", "O1"), "C-042")],
            "FA": [DofaLine("fa1", "Grabar en el lugar y publicar el video completo.", ("F2", "A1"))],
        }
    )
    matrix.select("fo2")
    card = Card()
    card.setLayout(column(matrix))
    return window(column(card, margins=(8, 8, 8, 8)))


def charts() -> QWidget:
    heard = (("Redes sociales", 8), ("Junta de Acción Comunal", 7), ("Radio", 6), ("Correo", 0))
    thought = (("Excelente", 17), ("Bueno", 9), ("Regular", 1))
    bars, pie = ChartView(), ChartView()
    bars.show_chart(Chart("", heard, 27), "Base 27")
    pie.show_chart(Chart("", thought, 27, kind=ChartKind.PIE), "Base 27")
    pages = PageView()
    pages.show_pages([paper(i) for i in range(3)])
    pages.mark(1, 0.2, 0.4)
    left = column(in_card(bars, title="¿Cómo se enteró?"), in_card(pie, title="¿Cómo califica?"), None)
    return window(row((left, 1), (pages, 1), margins=(8, 8, 8, 8)))


def paper(number: int) -> QImage:
    image = QImage(612, 792, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.drawText(80, 120, f"Acta, página {number + 1}")
    painter.end()
    return image


def dialog() -> QWidget:
    text = Text(lines=2)
    field = Field("Motivo", text, hint="Queda en la historia")
    field.show_error("Escriba el motivo.")
    made = Dialog(
        None,
        "¿Por qué se anula la pregunta P-007?",
        ("La pregunta sigue en la base, tachada.",),
        field,
        icon="pen-line",
    )
    made.add_button("Volver", "quiet", key="Esc")
    made.add_button("Anular", "primary", key="Enter")
    return made


def empty() -> QWidget:
    table = Table(
        RowsModel([Column[Question]("Nombre", lambda q: q.text)]),
        empty="Nadie ha ingresado todavía. Escriba un nombre o escanee un código.",
    )
    page = EmptyState(
        "handshake",
        "Aquí se siguen los compromisos",
        "Lo que se promete en la audiencia queda aquí con responsable y fecha, y se avisa antes de que venza.",
        "Nuevo compromiso",
        shaped=True,
        primary=True,
    )
    return window(column((in_card(table, title="Ingresos"), 1), (page, 2), margins=(8, 8, 8, 8)))
