"""The window, the hour and the person's folder are those of the tests of the screens."""

from tests.ui.conftest import _dressed_at_an_hour, documents, open_window

__all__ = ["_dressed_at_an_hour", "documents", "open_window"]
