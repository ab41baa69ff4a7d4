"""What a probe writes down of an error."""

from __future__ import annotations

from types import ModuleType

import pytest

from deepclinic.probes.lab import Lab


@pytest.mark.parametrize(
    "message", ["p must be >= 1", "`p`: 0.5", "p는 1 이상이어야 합니다", "got p=0.5", "exponent (p) too small"]
)
def test_an_error_that_names_the_argument(message):
    assert _recorded("p", message) == "ValueError"


@pytest.mark.parametrize("message", ["exponent must be positive", "", "l_p is no norm", "p1"])
def test_an_error_that_does_not_name_it(message):
    assert _recorded("p", message) == "ValueError that does not name `p`"


def _recorded(argument: str, message: str) -> str:
    def call() -> None:
        raise ValueError(message)

    lab = Lab(ModuleType("solution"), 7, "probe")
    lab.record_raises("bad", argument, call)
    return lab.entries["bad"]
