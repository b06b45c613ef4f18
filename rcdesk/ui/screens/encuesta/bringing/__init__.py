"""The file of a form, looked at column by column before any answer is brought."""

from rcdesk.ui.screens.encuesta.bringing.bringing import Bringing

__all__ = ["Bringing"]
