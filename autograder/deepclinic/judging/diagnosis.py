"""Name the misconception that explains an observation, where exactly one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deepclinic.judging.check import Check
from deepclinic.judging.judge import agrees
from deepclinic.judging.observation import Observation


def diagnose(checks: Sequence[Check], yours: Observation, known: Mapping[str, Observation]) -> str | None:
    """Return the id of the misconception whose observation agrees with `yours` in every probe, or None.

    Both must have been observed with the same seed. The caller makes sure that `yours` does not agree with the
    reference. Where two misconceptions agree (the observation cannot tell them apart) none is named.
    """
    if yours.load_error:
        return None
    named = [
        name
        for name, other in known.items()
        if other.load_error is None
        and all(
            check.id in yours.probes
            and check.id in other.probes
            and agrees(check, yours.probes[check.id], other.probes[check.id])
            for check in checks
        )
    ]
    return named[0] if len(named) == 1 else None
