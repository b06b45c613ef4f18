"""The guards of conftest.py notice what they are there for."""

import socket
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import sockets
from tests.leaks import settle, standing

SOON = 0.05  # seconds


def test_a_socket_is_refused_and_remembered() -> None:
    with pytest.raises(sockets.SocketOpenedError):
        socket.socket()
    with pytest.raises(sockets.SocketOpenedError):
        socket.getaddrinfo("example.org", 443)
    remembered = list(sockets.attempts)
    sockets.attempts.clear()  # or this test would fail like any other
    assert [attempt.split()[0] for attempt in remembered] == ["socket.__new__", "socket.getaddrinfo"]


def test_a_thread_left_running_is_named() -> None:
    before, stop = standing(uses_qt=False), threading.Event()
    thread = threading.Thread(target=stop.wait, name="olvidado")
    thread.start()
    assert settle(before, uses_qt=False, seconds=SOON) == ["thread 'olvidado'"]
    stop.set()
    thread.join()
    assert settle(before, uses_qt=False) == []


def test_a_thread_that_is_just_ending_is_waited_for() -> None:
    before = standing(uses_qt=False)
    threading.Timer(SOON, lambda: None).start()
    assert settle(before, uses_qt=False) == []


def test_a_window_left_open_is_named(qapp: QApplication) -> None:
    before, window = standing(uses_qt=True), QWidget()
    window.setObjectName("olvidada")
    assert settle(before, uses_qt=True, seconds=SOON) == ["window QWidget 'olvidada'"]
    window.deleteLater()
    assert settle(before, uses_qt=True) == []


def test_a_timer_left_ticking_is_named(qapp: QApplication) -> None:
    before, timer = standing(uses_qt=True), QTimer()
    timer.setObjectName("olvidado")
    timer.start(1000)
    assert settle(before, uses_qt=True, seconds=SOON) == ["timer 'olvidado' every 1000 ms"]
    timer.stop()
    assert settle(before, uses_qt=True) == []


def test_a_qt_thread_left_running_is_named(qapp: QApplication) -> None:
    before, thread = standing(uses_qt=True), QThread()
    thread.setObjectName("olvidado")
    thread.start()
    assert settle(before, uses_qt=True, seconds=SOON) == ["QThread 'olvidado'"]
    thread.quit()
    thread.wait()
    assert settle(before, uses_qt=True) == []


def test_a_widget_given_to_qtbot_is_not_a_leak(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer(window).start(1000)
