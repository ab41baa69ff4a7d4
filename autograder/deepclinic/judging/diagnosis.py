"""Name the misconception that explains an observation, where exactly one does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from deepclinic.judging.check import Check
from deepclinic.judging.judge import agrees, compare, judge
from deepclinic.judging.observation import Observation, ProbeObservation
from deepclinic.judging.symptoms import shared, symptoms

Alike = Callable[[Check, ProbeObservation, ProbeObservation], bool]

SHARE, LEAD = 0.65, 0.3
"""Where nothing explains all: so much of what is wrong must be shared, and so much more than with any other."""


def diagnose(
    checks: Sequence[Check], yours: Observation, known: Mapping[str, Observation], expected: Observation | None = None
) -> str | None:
    """Return the id of the misconception that explains `yours`, or None where none or several do.

    A misconception explains what it agrees with in every probe. Where none does and `expected`, the reference's
    observation, is given, less is asked for, one step after the other, and some evidence: a value that was judged and
    differs from the reference's.

    1. It agrees in every check that was judged. What waits for a failed check follows from the failure in ways that
       differ between two spellings of one idea (the gradient at 0 of `abs(x)` and of `where(x > 0, x, -x)`), and so
       does the type of an error that ends a probe at the same entry. What is not written yet says nothing: who tries
       the first of three functions hears what is wrong with that one.
    2. It agrees in every check that failed, in numbers: the idea is in one of two classes, the other is right.
    3. It shares most of what is wrong (`SHARE`), and clearly more than any other (`LEAD`): a spelling of the idea that
       has a consequence of its own, such as a division by zero.
    4. It explains a part, the first failed check among it, and no other explains more: the rest is unfinished, or
       another slip. A student's first draft has several, and the report shows that check in full.

    All must have been observed with the same seed. The caller makes sure that `yours` does not agree with `expected`.
    """
    if yours.load_error:
        return None
    candidates = {name: other for name, other in known.items() if other.load_error is None}
    named = _explaining(checks, yours, candidates, agrees)
    if named or expected is None:
        return named[0] if len(named) == 1 else None
    outcomes = {result.id: result.outcome for result in judge(checks, yours, expected)}
    judged = [check for check in checks if outcomes[check.id] not in ("waiting", "not_attempted")]
    failed = [check for check in judged if outcomes[check.id] != "pass"]
    if any(_has_evidence(check, yours, expected) for check in failed):
        named = _explaining(judged, yours, candidates, _alike)
    if not named and any(_has_evidence(check, yours, expected, numbers=True) for check in failed):
        named = _explaining(failed, yours, candidates, _alike)
    if named:
        return named[0] if len(named) == 1 else None
    return _nearest(judged, yours, candidates, expected) or _part(judged, failed, yours, candidates, expected)


def _part(
    judged: Sequence[Check],
    failed: Sequence[Check],
    yours: Observation,
    candidates: Mapping[str, Observation],
    expected: Observation,
) -> str | None:
    if not failed or not _has_evidence(failed[0], yours, expected, numbers=True):
        return None
    explained: dict[str, set[str]] = {}
    for name, other in candidates.items():
        theirs = symptoms(judged, other, expected)
        wrong = [check for check in judged if theirs.get(check.id)]
        if failed[0] in wrong and _explaining(wrong, yours, {name: other}, _alike):
            explained[name] = {check.id for check in wrong}
    most = [name for name, ids in explained.items() if all(ids >= others for others in explained.values())]
    return most[0] if len(most) == 1 else None


def _nearest(
    judged: Sequence[Check], yours: Observation, candidates: Mapping[str, Observation], expected: Observation
) -> str | None:
    mine = symptoms(judged, yours, expected)
    found = {
        name: shared(judged, yours, other, mine, symptoms(judged, other, expected))
        for name, other in candidates.items()
    }
    if not found:
        return None
    best, *others = sorted(found, key=lambda name: found[name][0], reverse=True)
    share, evidence = found[best]
    next_share = found[others[0]][0] if others else 0.0
    return best if evidence and share >= SHARE and share - next_share >= LEAD else None


def _explaining(
    checks: Sequence[Check], yours: Observation, candidates: Mapping[str, Observation], alike: Alike
) -> list[str]:
    return [
        name
        for name, other in candidates.items()
        if all(
            check.id in yours.probes
            and check.id in other.probes
            and alike(check, yours.probes[check.id], other.probes[check.id])
            for check in checks
        )
    ]


def _alike(check: Check, yours: ProbeObservation, other: ProbeObservation) -> bool:
    """True when both recorded the same and ended in the same way, whatever the type of the error."""
    return (
        (yours.stopped is None) == (other.stopped is None)
        and (yours.error is None) == (other.error is None)
        and yours.entries.keys() == other.entries.keys()
        and not compare(check, yours, other)
    )


def _has_evidence(check: Check, yours: Observation, expected: Observation, numbers: bool = False) -> bool:
    observed, reference = yours.probes.get(check.id), expected.probes.get(check.id)
    if observed is None or reference is None:
        return False
    return any(
        entry in observed.entries
        and entry in reference.entries
        and (not numbers or type(observed.entries[entry]) in (int, float, np.ndarray))
        for entry, _ in compare(check, observed, reference)
    )
