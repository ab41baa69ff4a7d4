"""Limits are numbers that the judge sets."""

from __future__ import annotations

from deepclinic.isolation import Limits


def test_stretched_limits_allow_more_time_and_nothing_else():
    usual, longer = Limits().as_dict(), Limits().stretched(2).as_dict()
    times = {"wall_seconds", "wall_seconds_total", "cpu_seconds"}
    assert {name: longer[name] / usual[name] for name in times} == dict.fromkeys(times, 2)
    assert {name: longer[name] for name in usual.keys() - times} == {name: usual[name] for name in usual.keys() - times}
