"""En vivo: the questions of a hearing while it runs."""

from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

__all__ = ["EnVivoScreen"]
