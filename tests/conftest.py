"""Fast tests first: a mistake shows before anything slow has started. Last come those that use every core."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deepclinic.isolation import Workers

OBSERVER = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="also the tests that are marked so (some minutes more)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--thorough"):
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
    items.sort(key=lambda item: [item.get_closest_marker(name) is not None for name in ("all_cores", "slow")])


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Expected observations are made here and now: what the user's own cache holds must not decide a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEEPCLINIC_CACHE", os.fspath(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def ahead(cache: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """What observes the known wrong solutions in the meantime, where tests that need them are still to come."""
    all_cores = [item.get_closest_marker("all_cores") is not None for item in request.session.items]
    if not any(all_cores) or all_cores[0]:
        yield
        return
    script = Path(__file__).with_name("observe_ahead.py")
    with subprocess.Popen([sys.executable, os.fspath(script)], stdin=subprocess.PIPE) as process:
        request.config.stash[OBSERVER] = process
        yield
        process.stdin.close()
        ended = process.wait()
    assert ended in (0, -signal.SIGINT, 130), f"{script} has failed: nothing was observed while a core was idle"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that uses every core has them to itself, and so have the fixtures of its module: nothing is set up yet."""
    observer = item.config.stash.get(OBSERVER, None)
    if observer and not observer.stdin.closed and item.get_closest_marker("all_cores"):
        observer.stdin.close()
        observer.wait()


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
