"""Cycles of objects are searched for on the GUI thread alone, and not while some work asks for peace."""

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from rcdesk.ui.collecting import Collector
from rcdesk.uncollected import uncollected


class Held(QObject):
    """A widget in a cycle, that tells on which thread it goes."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.me, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.current_thread().name)


def busy() -> None:
    """Make many objects, as a job does."""
    kept = [[place] for place in range(200_000)]
    assert kept


def test_what_a_cycle_held_goes_on_the_gui_thread_however_busy_the_others_are(qtbot: QtBot) -> None:
    gc.enable()
    owner, told = QObject(), list[str]()
    collector = Collector(owner)
    Held(told)
    job = threading.Thread(target=busy, name="job")
    job.start()
    job.join()
    kept = [[place] for place in range(2_000)]
    with uncollected():
        collector.look()
    assert told == [] and len(kept) == 2_000
    qtbot.waitUntil(lambda: told == [threading.main_thread().name])
    collector.setParent(None)
    collector.deleteLater()
