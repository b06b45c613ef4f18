"""Registro: who comes in to a hearing."""

from rcdesk.ui.screens.registro.screen import RegistroScreen

__all__ = ["RegistroScreen"]
