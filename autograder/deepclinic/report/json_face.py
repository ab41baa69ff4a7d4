"""The JSON face: schema 1, in one language, for other programs. `docs/json.md` describes every key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from deepclinic.report.model import CheckResult, Misconception, Report
from deepclinic.report.safe import safe_report
from deepclinic.text import Text

SCHEMA = 1


def to_json(reports: Sequence[Report], language: str = "en", seed: int | None = None) -> str:
    """One JSON object for `reports`. `seed` is theirs if not given, null where they differ."""
    return _text(as_object(reports, language, seed))


def one_to_json(report: Report, language: str = "en") -> str:
    """One report as it stands in the object, for `joined`."""
    return _text(_report(safe_report(report), language))


def joined(reports: Iterable[str], seed: int) -> Iterator[str]:
    """The text of `to_json` in parts, from reports that are text already; all of one seed."""
    head, tail = _text({"schema": SCHEMA, "seed": seed, "reports": [0]}).split("0\n  ]")
    yield head.rstrip()
    between = "\n"
    for text in reports:
        yield between + "\n".join(f"    {line}" for line in text.split("\n"))
        between = ",\n"
    yield ("\n  ]" if between != "\n" else "]") + tail


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)


def as_object(reports: Sequence[Report], language: str = "en", seed: int | None = None) -> dict[str, Any]:
    """The same as plain dictionaries."""
    seeds = {report.seed for report in reports}
    if seed is None and len(seeds) == 1:
        seed = seeds.pop()
    return {"schema": SCHEMA, "seed": seed, "reports": [_report(safe_report(report), language) for report in reports]}


def from_json(text: str) -> tuple[Report, ...]:
    """Read reports back as far as the schema holds them: one language, no curves, no differences, no source.

    Raises:
        ValueError: the text is not JSON, or not of schema 1.
    """
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise ValueError("not a deepclinic report of schema 1")
    return tuple(_read(one, data["seed"] or 0) for one in data["reports"])


def _report(report: Report, language: str) -> dict[str, Any]:
    return {
        "submission": report.submission,
        "student": report.student,
        "exercise": report.exercise,
        "outcome": report.outcome,
        "points": _number(report.points),
        "max_points": _number(report.max_points),
        "misconception": _misconception(report.misconception, language),
        "checks": [_check(check, language) for check in report.checks],
        "seconds": round(float(report.seconds), 3),
        "reason": report.reason.to(language),
        "not_from_scratch": list(report.not_from_scratch),
        "notes": [note.to(language) for note in report.notes],
    }


def _check(check: CheckResult, language: str) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": check.title.to(language),
        "outcome": check.outcome,
        "points": _number(check.points),
        "max_points": _number(check.max_points),
        "message": check.message.to(language),
    }


def _misconception(misconception: Misconception | None, language: str) -> dict[str, str] | None:
    if misconception is None:
        return None
    what, try_ = misconception.what.to(language), misconception.try_.to(language)
    return {"id": misconception.id, "what": what, "try": try_}


def _number(points: float) -> float | int:
    rounded = round(float(points), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _read(data: Mapping[str, Any], seed: int) -> Report:
    idea = data["misconception"]
    return Report(
        submission=data["submission"],
        student=data["student"],
        exercise=data["exercise"],
        outcome=data["outcome"],
        max_points=data["max_points"],
        misconception=Misconception(idea["id"], Text(idea["what"]), Text(idea["try"])) if idea else None,
        checks=tuple(
            CheckResult(
                one["id"], Text(one["title"]), one["outcome"], one["points"], one["max_points"], Text(one["message"])
            )
            for one in data["checks"]
        ),
        seconds=data["seconds"],
        reason=Text(data.get("reason", "")),
        not_from_scratch=tuple(data.get("not_from_scratch", ())),
        notes=tuple(Text(note) for note in data.get("notes", ())),
        seed=seed,
    )
