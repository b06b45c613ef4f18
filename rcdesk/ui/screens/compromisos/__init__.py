"""The commitments of every hearing and plan."""

from rcdesk.ui.screens.compromisos.screen import CompromisosScreen

__all__ = ["CompromisosScreen"]
