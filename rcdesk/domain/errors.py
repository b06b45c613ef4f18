"""The two ways an action can fail that are not bugs."""


class RuleError(Exception):
    """A rule was not met; the sentence is shown beside `field` (the name of the field as the screen names it)."""

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field


class StoreError(Exception):
    """The machine or the base refused (disk full, base in use, damaged file); the sentence says what to do."""
