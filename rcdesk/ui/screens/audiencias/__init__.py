"""The list of hearings."""

from rcdesk.ui.screens.audiencias.screen import AudienciasScreen

__all__ = ["AudienciasScreen"]
