"""The survey of a hearing."""

from rcdesk.ui.screens.encuesta.screen import EncuestaScreen

__all__ = ["EncuestaScreen"]
