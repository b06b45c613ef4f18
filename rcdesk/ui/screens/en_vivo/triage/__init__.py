"""Many questions at once: a pasted chat or a file, looked at line by line before anything is kept."""

from rcdesk.ui.screens.en_vivo.triage.batch import Batch

__all__ = ["Batch"]
