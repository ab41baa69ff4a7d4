"""Fast tests first: a mistake shows before anything slow has started."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from deepclinic.isolation import Workers


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="also the tests that are marked so (some minutes more)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--thorough"):
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Expected observations are made here and now: what the user's own cache holds must not decide a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEEPCLINIC_CACHE", os.fspath(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """The workers that all tests share: Keras is imported once."""
    with Workers(jobs=2) as started:
        yield started


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
