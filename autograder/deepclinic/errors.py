"""Errors that are the user's to cure. Commands print their message without a traceback."""

from __future__ import annotations

from deepclinic.text import Text


class DeepclinicError(Exception):
    """Something that the person at the keyboard can put right; the message says what and how.

    `str(error)` is English; `error.text` holds every language. `exit_status` is that of a command it ends.
    """

    exit_status = 2
    language = "en"
    """In which a notebook shows it; commands ask for theirs."""

    def __init__(self, message: Text | str) -> None:
        self.text = message if isinstance(message, Text) else Text(message)
        super().__init__(self.text.en)

    def _render_traceback_(self) -> list[str]:
        """The hook that IPython calls for the lines to show: what to put right, and no frames of ours."""
        return [f"deepclinic: {self.text.to(self.language)}"]
