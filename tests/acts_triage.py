"""A chat that is pasted and files of questions that are opened, so that they can be looked at."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.pause import pause

BUTTONS = "Me gusta · Responder · {} min"
CHAT = "\n".join(
    f"{name}\n{text}\n{BUTTONS.format(age)}" if name else f"{text}\n{BUTTONS.format(age)}"
    for name, text, age in (
        ("Nidia Esperanza Lasso", "Buenos días a todos, bendiciones desde El Mirador", 3),
        ("Edinson Caicedo", "¿Por qué el plan de alumbrado va en 48 si el año ya se está acabando?", 3),
        ("Óscar Iván Benavides", "¿Cuándo terminan las obras de la calle 70?", 2),
        ("Óscar Iván Benavides", "El comercio se está quebrando", 2),
        ("", "jajajajaja", 2),
        ("Yeimy Paola Arboleda", "¿El subsidio de transporte escolar cubre a la vereda Las Palmas?", 2),
        ("", "y para cuándo el médico del puesto de salud de La Honda?? llevamos tres meses", 2),
        ("Wilmer Hurtado Angulo", "Propongo que la rendición se haga también en el corregimiento", 2),
        ("JAC Los Almendros", "Lo de la ruta de las 5 de la mañana ya lo habíamos pedido en mayo", 1),
        ("Luz Dary Perdomo", "Excelente gestión señora alcaldesa", 1),
        ("Fabio Nelson Trujillo", "¿Quién responde por el puente de Las Lajas?", 1),
        ("Marleny Ospina", "¿Quién responde por el puente de Las Lajas?", 1),
        ("Marleny Ospina", "👏👏👏", 1),
    )
)

TABLE = """Marca temporal;Nombre y apellidos;Escriba su pregunta;Medio;Tema;Correo electrónico
18/11/2026 16:20;Ana Núñez;¿Cuándo arreglan la vía a la vereda El Mirador?;Formulario web;Vías;ana@correo.co
18/11/2026 17:02;Jesús Zapata;"¿Quién responde por el puente?
Llevamos dos años esperando.";Correo;Vías;jz@correo.co
19/11/2026 08:15;;¿Habrá subsidio de transporte escolar?;Buzón;Educación;
19/11/2026 08:15;;¿Habrá subsidio de transporte escolar?;Buzón;Educación;
ayer por la tarde;Rosa Elvira Mina;¿Por qué no llega el médico a La Honda?;WhatsApp;Salud;
19/11/2026 09:41;Luz Dary Perdomo;Buenos días;Formulario web;;
"""
BAD = TABLE.encode() + (
    b"19/11/2026 10:00;Eva\0 Paz;Se da\0aron las l\0mparas;Correo;Alumbrado;\n"
    b'19/11/2026 10:05;Sara Gil;"\xc2\xbfY el agua de la vereda?;Correo;Agua;\n'
    b"19/11/2026 10:06;Iv\xc3\xa1n Mina;\xc2\xbfY la escuela?;Correo;Educaci\xc3\xb3n;\n"
)


def triage_screen(window: MainWindow) -> EnVivoScreen:
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    return screen


def pasted(window: MainWindow) -> None:
    """Paste a chat in the capture line, and go down to the line that waits."""
    data = QMimeData()
    data.setText(CHAT)
    screen = triage_screen(window)
    screen.capture.line.insertFromMimeData(data)
    pause(120)  # likeness is found while one looks


def naming(window: MainWindow) -> None:
    """Type who wrote the line that waits."""
    pasted(window)
    triage_screen(window).fill_author()


def opened(window: MainWindow, name: str, content: bytes) -> None:
    """Open a file of questions, and wait until it is read."""
    screen = triage_screen(window)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        screen.batch.sheet.read(path)
        for _ in range(200):
            pause(10)
            if not screen.batch.sheet.reading:
                break
    QApplication.processEvents()


def imported(window: MainWindow) -> None:
    """Open a form's answers."""
    opened(window, "preguntas_previas.csv", TABLE.encode())


def imported_badly(window: MainWindow) -> None:
    """Open a file with rows that are spoilt."""
    opened(window, "preguntas_dañadas.csv", BAD)
