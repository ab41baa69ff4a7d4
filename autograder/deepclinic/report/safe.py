"""Make what a student wrote safe to show: in every face it is text, and nothing but the text that it is.

A student chooses file names, class names and the wording of errors, so any string of a report may carry escape
sequences for the terminal, controls that reverse the reading direction, or a megabyte of one letter. Every face calls
`safe_report` first and adds only its own quoting (HTML, JSON, CSV).
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from deepclinic.report.model import CheckResult, Difference, Misconception, Report
from deepclinic.text import Text

NAME, LINE, PARAGRAPH, LISTING = 160, 300, 1500, 4000
"""Limits in characters: of a name, of one line, of a message, of code or a traceback."""
MAX_ITEMS = 20
MAX_MARKS = 4
"""Combining marks stacked on one letter; more would be painted over the lines above and below."""
HIDDEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""General categories that are shown as their code: controls, format characters, surrogates, separators."""


def clean(text: object, limit: int = LINE, lines: bool = False) -> str:
    r"""Return `text` with invisible characters written out (`\x1b`, `\u202e`), cut to about `limit` characters.

    With `lines` newlines stay and tabs become four spaces; else both become one space.
    """
    text = str(text)
    cut = len(text) > limit
    text = text[:limit].replace("\r\n", "\n")
    text = text.replace("\t", "    ") if lines else text.replace("\t", " ").replace("\n", " ")
    shown: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if character == "\n":
            shown.append(character)
        elif _invisible(character):
            shown.append(_code(character))
        elif marks <= MAX_MARKS:
            shown.append(character)
    return "".join(shown) + ("…" if cut else "")


def safe_report(report: Report) -> Report:
    """Return the same report with every string cleaned. The graded source is dropped: no face shows it."""
    return replace(
        report,
        submission=clean(report.submission, NAME),
        exercise=clean(report.exercise, NAME),
        student=None if report.student is None else clean(report.student, NAME),
        checks=tuple(_check(check) for check in report.checks),
        misconception=_misconception(report.misconception),
        reason=_text(report.reason, PARAGRAPH, lines=True),
        not_from_scratch=tuple(clean(use, LINE) for use in report.not_from_scratch[:MAX_ITEMS]),
        notes=tuple(_text(note, LINE) for note in report.notes[:MAX_ITEMS]),
        solution="",
    )


def _check(check: CheckResult) -> CheckResult:
    slim = CheckResult(check.id, check.title, check.outcome, check.points, check.max_points)
    return _shared(check) if check == slim else _cleaned(check)


def _cleaned(check: CheckResult) -> CheckResult:
    return replace(
        check,
        id=clean(check.id, NAME),
        title=_text(check.title, LINE),
        message=_text(check.message, PARAGRAPH, lines=True),
        advice=_text(check.advice, PARAGRAPH, lines=True),
        differences=tuple(_difference(difference) for difference in check.differences[:MAX_ITEMS]),
        curves=tuple(replace(c, name=_text(c.name, NAME)) for c in check.curves[:MAX_ITEMS]),
        hints=tuple(_text(hint, PARAGRAPH, lines=True) for hint in check.hints[:MAX_ITEMS]),
        traceback=clean(check.traceback, LISTING, lines=True),
        full_traceback=clean(check.full_traceback, 2 * LISTING, lines=True),
    )


_shared = lru_cache(4096)(_cleaned)
"""Of a thousand reports without details few check results are different."""


def _difference(difference: Difference) -> Difference:
    return Difference(
        what=_text(difference.what, LINE),
        place=clean(difference.place, NAME),
        yours=clean(difference.yours, LINE, lines=True),
        expected=clean(difference.expected, LINE, lines=True),
    )


def _misconception(misconception: Misconception | None) -> Misconception | None:
    if misconception is None:
        return None
    what, try_ = (_text(text, PARAGRAPH, lines=True) for text in (misconception.what, misconception.try_))
    return Misconception(clean(misconception.id, NAME), what, try_)


def _text(text: Text, limit: int, lines: bool = False) -> Text:
    return Text(clean(text.en, limit, lines), clean(text.ko, limit, lines))


def _invisible(character: str) -> bool:
    point = ord(character)
    nonexistent = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return nonexistent or unicodedata.category(character) in HIDDEN


def _code(character: str) -> str:
    point = ord(character)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
