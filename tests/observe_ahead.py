"""Observes the known wrong solutions into the cache, one after the other, on one core.

Started by the tests as a process of its own, for as long as they leave a core idle: what they will compare with is
partly there when they need all cores. One that is not there is observed by the test that needs it, so nothing depends
on how far this comes. It ends with whoever started it, or when its standard input is closed.
"""

from __future__ import annotations

import os
import select
import sys

from deepclinic.course.catalog import catalog
from deepclinic.grading.expected import ExpectedObservations
from deepclinic.isolation import Workers


def main() -> None:
    """Observe until all is there, or standard input ends."""
    os.nice(19)  # no more than a wish: Linux may weigh by session, and a parent of workers has one of its own
    with Workers(jobs=1) as workers:
        expected = ExpectedObservations(workers)
        for info in catalog().exercises:
            expected.get_ready(info, _is_wanted)


def _is_wanted() -> bool:
    return not select.select([sys.stdin], [], [], 0)[0]


if __name__ == "__main__":
    main()
