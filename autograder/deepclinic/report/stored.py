"""Keep a report and get it back whole, in both languages: for caches, not for other programs (that is `json_face`).

The dictionaries hold what JSON holds. Nothing is cleaned: what comes back equals what went in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from deepclinic.report.model import CheckResult, Curve, Difference, Misconception, Report
from deepclinic.text import Text

FORMAT = 1


def to_dict(report: Report) -> dict[str, Any]:
    """Return everything that `report` holds, as dictionaries, lists, strings and finite numbers."""
    return {
        "format": FORMAT,
        "submission": report.submission,
        "exercise": report.exercise,
        "outcome": report.outcome,
        "max_points": report.max_points,
        "checks": [_check(check) for check in report.checks],
        "student": report.student,
        "misconception": _misconception(report.misconception),
        "reason": _text(report.reason),
        "not_from_scratch": list(report.not_from_scratch),
        "notes": [_text(note) for note in report.notes],
        "seed": report.seed,
        "seconds": report.seconds,
        "solution": report.solution,
    }


def from_dict(data: Mapping[str, Any]) -> Report:
    """Return the report of which `to_dict` made `data`.

    Raises:
        ValueError: `data` has another format, or lacks a key.
    """
    if data.get("format") != FORMAT:
        raise ValueError(f"stored report of format {data.get('format')!r}, expected {FORMAT}")
    try:
        return _read_report(data)
    except (KeyError, TypeError) as error:
        raise ValueError(f"stored report is incomplete: {error}") from error


def _read_report(data: Mapping[str, Any]) -> Report:
    idea = data["misconception"]
    return Report(
        submission=data["submission"],
        exercise=data["exercise"],
        outcome=data["outcome"],
        max_points=data["max_points"],
        checks=tuple(_read_check(check) for check in data["checks"]),
        student=data["student"],
        misconception=None if idea is None else Misconception(idea["id"], Text(*idea["what"]), Text(*idea["try"])),
        reason=Text(*data["reason"]),
        not_from_scratch=tuple(data["not_from_scratch"]),
        notes=tuple(Text(*note) for note in data["notes"]),
        seed=data["seed"],
        seconds=data["seconds"],
        solution=data["solution"],
    )


def _check(check: CheckResult) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": _text(check.title),
        "outcome": check.outcome,
        "points": check.points,
        "max_points": check.max_points,
        "message": _text(check.message),
        "differences": [[_text(d.what), d.place, d.yours, d.expected] for d in check.differences],
        "curves": [[_text(c.name), _floats(c.yours), _floats(c.expected), c.band] for c in check.curves],
        "hints": [_text(hint) for hint in check.hints],
        "traceback": check.traceback,
        "advice": _text(check.advice),
    }


def _read_check(data: Mapping[str, Any]) -> CheckResult:
    return CheckResult(
        id=data["id"],
        title=Text(*data["title"]),
        outcome=data["outcome"],
        points=data["points"],
        max_points=data["max_points"],
        message=Text(*data["message"]),
        differences=tuple(Difference(Text(*what), *rest) for what, *rest in data["differences"]),
        curves=tuple(Curve(Text(*n), _read_floats(y), _read_floats(e), *band) for n, y, e, *band in data["curves"]),
        hints=tuple(Text(*hint) for hint in data["hints"]),
        traceback=data["traceback"],
        advice=Text(*data["advice"]),
    )


def _misconception(misconception: Misconception | None) -> dict[str, Any] | None:
    if misconception is None:
        return None
    return {"id": misconception.id, "what": _text(misconception.what), "try": _text(misconception.try_)}


def _text(text: Text) -> list[str]:
    return [text.en, text.ko]


def _floats(values: tuple[float, ...]) -> list[float | str]:
    """JSON has no NaN and no infinity: they are kept as words."""
    return [value if math.isfinite(value) else str(value) for value in values]


def _read_floats(values: list[float | str]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
