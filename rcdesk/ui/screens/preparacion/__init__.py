"""What is prepared for a hearing."""

from rcdesk.ui.screens.preparacion.screen import PreparacionScreen

__all__ = ["PreparacionScreen"]
