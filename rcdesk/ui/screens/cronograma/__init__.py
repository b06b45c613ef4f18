"""The schedule of the plans."""

from rcdesk.ui.screens.cronograma.screen import CronogramaScreen

__all__ = ["CronogramaScreen"]
