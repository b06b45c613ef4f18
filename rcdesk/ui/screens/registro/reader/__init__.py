"""What a USB reader says at the door, to be confirmed before it counts."""

from rcdesk.ui.screens.registro.reader.reader import Reader

__all__ = ["Reader"]
