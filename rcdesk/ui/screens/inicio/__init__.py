"""Inicio: today."""

from rcdesk.ui.screens.inicio.screen import InicioScreen

__all__ = ["InicioScreen"]
