"""The door: the one line, who is found by it, somebody new, and what is answered at two metres."""

from rcdesk.ui.screens.registro.door.door import Door

__all__ = ["Door"]
