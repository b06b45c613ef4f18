"""People who may be written twice: looked at side by side, joined, or told apart for good."""

from rcdesk.ui.screens.registro.doubles.doubles import Doubles

__all__ = ["Doubles"]
