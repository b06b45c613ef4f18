"""Free answers that say the same, grouped by the person."""

from rcdesk.ui.screens.encuesta.grouping.grouping import Grouping

__all__ = ["Grouping"]
