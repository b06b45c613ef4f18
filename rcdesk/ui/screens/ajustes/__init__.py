"""Ajustes: what the entity writes once."""

from rcdesk.ui.screens.ajustes.screen import AjustesScreen

__all__ = ["AjustesScreen"]
