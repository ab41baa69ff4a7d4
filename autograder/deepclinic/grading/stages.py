"""The same observation sooner, for one who waits: values in two workers side by side; after them what takes long, and
training curves.

What a probe sees depends on the solution, the seed and the probe's own name, never on the probes beside it; so the
parts together are what one worker would have observed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from deepclinic.judging.check import Check
from deepclinic.judging.observation import Observation

SHORTEST = 0.02
"""Seconds that a probe is taken for at least: where no time is known all count alike."""

LONG = 0.2
"""Seconds of the reference's probe beyond which nobody waits for it: it compiles, trains or saves."""


def takes_a_curve(check: Check, expected: Observation) -> bool:
    """True where the reference's probe of this check recorded a training curve."""
    probe = expected.probes.get(check.id)
    return probe is not None and any(entry.startswith("curve/") for entry in probe.entries)


def halves(checks: Sequence[Check], expected: Observation) -> list[list[str]]:
    """The probes of `checks` in two parts that take about equally long, each in the order of the checks."""
    seconds = {c.id: max(expected.probes[c.id].seconds, SHORTEST) for c in checks if c.id in expected.probes}
    parts: list[list[str]] = [[], []]
    taken = [0.0, 0.0]
    for name in sorted(seconds, key=lambda name: -seconds[name]):
        shorter = taken.index(min(taken))
        parts[shorter].append(name)
        taken[shorter] += seconds[name]
    return [[c.id for c in checks if c.id in part] for part in parts if part]


def stages(checks: Sequence[Check], expected: Observation) -> tuple[list[list[str]], list[list[str]]]:
    """The probes for each worker: those that are waited for, at most two parts; then what takes long, and curves.

    What needs a check that takes long cannot be judged before it. Where all take long, all are waited for.
    """
    curves = [check.id for check in checks if takes_a_curve(check, expected)]
    long: list[str] = []
    for check in checks:
        probe = expected.probes.get(check.id)
        if check.id not in curves and (probe and probe.seconds > LONG or set(check.needs) & {*long, *curves}):
            long.append(check.id)
    prompt = [check for check in checks if check.id not in (*curves, *long)]
    if not prompt:
        prompt, long = [check for check in checks if check.id in long], []
    return halves(prompt, expected), [part for part in (long, curves) if part]


def observe_in_stages(
    observe: Callable[[Sequence[str]], Observation],
    checks: Sequence[Check],
    expected: Observation,
    on_values: Callable[[Observation], None],
) -> Observation:
    """Observe all checks by calls of `observe(probes)`; tell `on_values` what was seen before the rest is there.

    Where a part was stopped by a limit nothing is begun any more: it would hit the same limit.
    """
    values, rest = stages(checks, expected)
    ended: list[Observation] = []

    def part(probes: Sequence[str]) -> Observation:
        ended.append(observe(probes))
        return ended[-1]

    def unless_hopeless(probes: Sequence[str]) -> Observation:
        return Observation({}) if any(map(_hopeless, ended)) else part(probes)

    with ThreadPoolExecutor(2) as pool:
        first = [pool.submit(part, probes) for probes in values]
        last = [pool.submit(unless_hopeless, probes) for probes in rest]
        seen = _together([future.result() for future in first])
        if not last:
            return seen
        if values and not _hopeless(seen):
            on_values(seen)
        return _together([seen, *(future.result() for future in last)])


def _hopeless(observation: Observation) -> bool:
    return observation.load_error is not None or any(probe.stopped for probe in observation.probes.values())


def _together(parts: Sequence[Observation]) -> Observation:
    probes = {name: probe for part in parts for name, probe in part.probes.items()}
    ready_made = tuple(dict.fromkeys(name for part in parts for name in part.ready_made))
    return Observation(probes, next((part.load_error for part in parts if part.load_error), None), ready_made)
