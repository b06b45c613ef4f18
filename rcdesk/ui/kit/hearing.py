"""The base of the screens that work on one hearing: a tab each."""

from __future__ import annotations

from rcdesk.ui.kit.screen import Screen


class HearingScreen(Screen):
    """A tab of the open hearing. The window tells it which hearing with `open`."""

    audiencia_id: str = ""

    def open(self, audiencia_id: str) -> None:
        """Work on this hearing from now on."""
        if audiencia_id != self.audiencia_id:
            self.audiencia_id = audiencia_id
            self.reset()
            self.make_stale()

    def reset(self) -> None:
        """Forget what belongs to the hearing that was open: selection, what is being edited."""
