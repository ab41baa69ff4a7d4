"""One parent of workers for all of these tests: each command would start its own."""

from __future__ import annotations

from typing import Any

import pytest

from deepclinic.isolation import Workers


class Lent:
    """Workers that outlive the grader that uses them."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def __enter__(self) -> Lent:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def launch(self) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workers, name)


@pytest.fixture
def lent_workers(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every grader made in this test uses the workers of the whole run."""
    monkeypatch.setattr("deepclinic.grading.grader.Workers", lambda **_: Lent(workers))
