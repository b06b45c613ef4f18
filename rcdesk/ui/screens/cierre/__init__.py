"""The end of a hearing: what it lacks, what may wait, its documents, and closing it."""

from rcdesk.ui.screens.cierre.screen import CierreScreen

__all__ = ["CierreScreen"]
