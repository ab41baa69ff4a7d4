"""How much of what is wrong with one observation is wrong with another in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deepclinic.judging.check import Check
from deepclinic.judging.judge import compare
from deepclinic.judging.observation import Observation, ProbeObservation

Symptoms = Mapping[str, frozenset[str]]
"""Of each check the entries that differ from the reference's; `"!" + entry` where an error ended the probe there."""


def symptoms(checks: Iterable[Check], observed: Observation, reference: Observation) -> Symptoms:
    """What is wrong, check by check, compared with the reference's observation of the same seed."""
    return {
        check.id: frozenset(_symptoms(check, observed.probes[check.id], reference.probes[check.id]))
        for check in checks
        if check.id in observed.probes and check.id in reference.probes
    }


def shared(
    checks: Sequence[Check], yours: Observation, other: Observation, your_symptoms: Symptoms, others: Symptoms
) -> tuple[float, bool]:
    """Return the share of the symptoms of both that are the same, and whether one of yours is among these.

    A check in which either shows symptoms counts 1, however many entries it has, and a symptom is the same where the
    two observations agree with each other. What an error hid on either side says nothing.
    """
    alike, counted, any_of_yours = 0.0, 0, False
    for check in checks:
        mine, theirs = your_symptoms.get(check.id), others.get(check.id)
        if mine is None or theirs is None:
            counted += 1
            continue
        left, right = yours.probes[check.id], other.probes[check.id]
        comparable = [entry for entry in mine | theirs if not (_hidden(entry, left) or _hidden(entry, right))]
        same = [entry for entry in comparable if _same(check, entry, left, right, mine & theirs)]
        if comparable:
            alike += len(same) / len(comparable)
            counted += 1
        any_of_yours = any_of_yours or any(entry in mine and entry in left.entries for entry in same)
    return (alike / counted if counted else 0.0), any_of_yours


def _symptoms(check: Check, observed: ProbeObservation, reference: ProbeObservation) -> Iterator[str]:
    for entry, _ in compare(check, observed, reference):
        if not _hidden(entry, observed):
            yield entry
    if _ended(observed):
        yield "!" + next((entry for entry in reference.entries if entry not in observed.entries), "")


def _ended(probe: ProbeObservation) -> bool:
    return probe.error is not None or probe.stopped is not None


def _hidden(entry: str, probe: ProbeObservation) -> bool:
    return _ended(probe) and not entry.startswith("!") and entry not in probe.entries


def _same(check: Check, entry: str, yours: ProbeObservation, other: ProbeObservation, both: frozenset[str]) -> bool:
    if entry.startswith("!") or entry not in yours.entries or entry not in other.entries:
        return entry in both
    return check.rule(entry).difference(check.what(entry), yours.entries[entry], other.entries[entry]) is None
