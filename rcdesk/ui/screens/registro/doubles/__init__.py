"""People and organisations that may be written twice: looked at, joined, or told apart for good."""

from rcdesk.ui.screens.registro.doubles.doubles import Doubles
from rcdesk.ui.screens.registro.doubles.organizations import Organizations

__all__ = ["Doubles", "Organizations"]
