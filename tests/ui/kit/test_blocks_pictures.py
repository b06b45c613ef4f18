"""Pictures are made fit away from the screen's thread, each for its own figure."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from pytestqt.qtbot import QtBot

from rcdesk.domain.registro import Figura, Parrafo
from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks_editor import BlocksEditor, Shelf
from rcdesk.ui.kit.picture import Picture
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.figuras import Imagen
from tests.typing import type_text
from tests.ui.kit.conftest import Show

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def picture(path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(path))
    return path


def test_a_picture_is_kept_on_the_shelf_and_named_by_it(shown: Show, tmp_path: Path, qtbot: QtBot) -> None:
    kept: dict[str, Path] = {}

    def keep(imagen: Imagen) -> str:
        ruta = f"figuras/{imagen.nombre}"
        kept[ruta] = tmp_path / f"kept-{imagen.nombre}"
        kept[ruta].write_bytes(imagen.octetos)
        return ruta

    editor = BlocksEditor(shelf=Shelf(keep, kept.get))
    shown(editor, width=700)
    editor.set_value((Figura(leyenda="L", transcripcion="leído", transcripcion_automatica=True),))
    view = editor.findChild(FigureView)
    assert isinstance(view, FigureView)
    with qtbot.waitSignal(editor.committed):
        view.attach(picture(tmp_path / "barras.png"))
    assert [block.archivo for block in editor.value() if isinstance(block, Figura)] == ["figuras/barras.png"]
    assert not view.mute.isHidden()
    view.alternative.setFocus()
    type_text(view.alternative, "Barras")
    assert view.mute.isHidden()
    (tmp_path / "carta.png").write_text("no es una imagen")
    dropped = QMimeData()
    names = ("barras.png", "carta.png", "puntos.png")
    picture(tmp_path / "puntos.png")
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    view.caption.setFocus()
    with qtbot.waitSignal(editor.committed):
        editor.dropEvent(QDropEvent(QPointF(), COPY, dropped, LEFT, NO_KEYS))
    assert [block.archivo for block in editor.value() if isinstance(block, Figura)] == [
        *("figuras/barras.png", "figuras/barras.png", "figuras/puntos.png")
    ]
    assert "«carta.png» no es una imagen PNG o JPEG" in editor.notice.text()
    tasks_of(editor).close()


def test_what_is_not_a_picture_is_refused_in_place(shown: Show, tmp_path: Path, qtbot: QtBot) -> None:
    editor = BlocksEditor(shelf=Shelf(lambda _image: "figuras/x.png", lambda _ruta: None))
    shown(editor, width=700)
    editor.set_value((Figura(leyenda="L"),))
    view = editor.findChild(FigureView)
    assert isinstance(view, FigureView)
    (tmp_path / "carta.png").write_text("no es una imagen")
    view.attach(tmp_path / "carta.png")
    qtbot.waitUntil(lambda: "no es una imagen PNG o JPEG" in view.file.text())
    assert editor.value() == (Figura(leyenda="L"),)
    view.attach(picture(tmp_path / "barras.png"))
    editor.set_value((Parrafo(texto="otro texto"),))  # another section is opened meanwhile
    tasks_of(editor).close()
    qtbot.wait(20)
    assert editor.value() == (Parrafo(texto="otro texto"),)
    assert "1 imagen no se agregó" in editor.notice.text()


def test_a_large_picture_is_read_while_the_screen_goes_on(shown: Show, tmp_path: Path, qtbot: QtBot) -> None:
    image = QImage(2400, 1600, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "grande.png"))
    view = Picture()
    view.show_file(tmp_path / "grande.png")
    window = shown(view)
    middle = view.rect().center()
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(middle).name() == "#336699")
    tasks_of(window).close()
