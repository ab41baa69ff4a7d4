"""Sentences that a student reads, in every language of the course."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "ko")


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
