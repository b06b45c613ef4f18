"""Informes: how the year goes, and its reports."""

from rcdesk.ui.screens.informes.screen import InformesScreen

__all__ = ["InformesScreen"]
