"""Waiting in a test without stopping the threads that it waits for."""

from PySide6.QtCore import QEventLoop, QTimer


def pause(ms: int) -> None:
    """Let the window go on for so many milliseconds.

    `QTest.qWait` keeps Python's lock meanwhile, so who reads on another thread goes a hundred times slower.
    """
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
