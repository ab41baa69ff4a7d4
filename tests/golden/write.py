"""Write the golden reports anew: `python tests/golden/write.py [EXERCISE…]`, all exercises where none is named."""

from __future__ import annotations

import sys

from golden_reports import path, reports, text

from deepclinic.course.catalog import catalog
from deepclinic.grading.expected import ExpectedObservations
from deepclinic.isolation import Workers
from deepclinic.text import LANGUAGES


def main(names: list[str]) -> None:
    """Judge every misconception of the named exercises and write what a student would read."""
    chosen = [catalog().exercise(name).name for name in names] or [info.name for info in catalog().exercises]
    with Workers(jobs=2) as workers:
        expected = ExpectedObservations(workers)
        for name in chosen:
            found = reports(name, expected)
            for language in LANGUAGES:
                path(name, language).write_text(text(found, language), encoding="utf-8")
            print(f"{name}: {len(found)} misconceptions")


if __name__ == "__main__":
    main(sys.argv[1:])
