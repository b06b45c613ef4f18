"""The acta of a hearing: its parts, the one being written, and the pages as they print."""

from rcdesk.ui.screens.acta.screen import ActaScreen

__all__ = ["ActaScreen"]
