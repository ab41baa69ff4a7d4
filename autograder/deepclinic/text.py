"""Sentences that a student reads, in every language of the course."""

from __future__ import annotations

import re
from dataclasses import dataclass

LANGUAGES = ("en", "ko")
_PLACE = re.compile(r"\b(?:[Cc]ell (\d+), )?[Ll]ine (\d+)\b")


@dataclass(frozen=True)
class Text:
    """One sentence in English and Korean.

    `str(text)` is the English one; `text.to(language)` picks, and falls back to English.
    """

    en: str
    ko: str = ""

    def to(self, language: str) -> str:
        """Return the sentence in `language` ("en" or "ko")."""
        return (self.ko or self.en) if language == "ko" else self.en

    def format(self, **values: object) -> Text:
        """Fill the same values into both languages."""
        return Text(self.en.format(**values), self.ko.format(**values))

    def __str__(self) -> str:
        return self.en


def placed(text: str, language: str) -> str:
    """Return `text` with every "cell 3, line 4" and "line 4" in it in the reader's language."""
    if language != "ko":
        return text
    return _PLACE.sub(lambda match: (f"셀 {match[1]}, " if match[1] else "") + f"{match[2]}행", text)
