"""What the faces of a class show of a report. A thousand reports must fit into memory; each one's own page is on disk.

Check results that are equal are the same object afterwards: a class has few different ones.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from deepclinic.report.model import CheckResult, Report

KINDS = 4096
"""Different check results, misconceptions and sentences that are kept to be shared; more than any class has."""


def slim(report: Report) -> Report:
    """The report without what only its own page and the JSON tell: messages, differences, curves, frames, source."""
    return replace(
        report,
        checks=tuple(_check(c.id, c.title, c.outcome, c.points, c.max_points) for c in report.checks),
        misconception=_same(report.misconception),
        reason=_same(report.reason),
        notes=tuple(map(_same, report.notes)),
        solution="",
    )


_check = lru_cache(KINDS)(CheckResult)


@lru_cache(KINDS)
def _same(value: Any) -> Any:
    """The first of all equal values."""
    return value
