"""Lists of people, looked at row by row before any is brought."""

from rcdesk.ui.screens.registro.batch.batch import Batch

__all__ = ["Batch"]
