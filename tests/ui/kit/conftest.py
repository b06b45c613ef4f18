"""The kit is tested dressed as the program is."""

import pytest
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit import theme


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "claro")
