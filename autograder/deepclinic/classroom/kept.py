"""Reports beside the autograded notebooks: what the class summary is made of, without grading anything again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deepclinic.report import stored
from deepclinic.report.model import Report

SUFFIX = ".report.json"
"""nbgrader is told to ignore such files, so that it neither takes one that a student handed in nor copies ours to the
feedback."""


def to_bytes(report: Report) -> bytes:
    """Encode a report; the graded source is left out, it stands in the notebook."""
    return json.dumps(stored.to_dict(replace(report, solution="")), indent=1).encode()


def reports_in(autograded: Path, assignment: str) -> Iterator[Report]:
    """The kept reports of an assignment, student by student; what cannot be read is passed over."""
    for path in sorted(autograded.glob(f"*/{assignment}/*{SUFFIX}")):
        try:
            yield stored.from_dict(json.loads(path.read_bytes()))
        except (OSError, ValueError):
            continue
