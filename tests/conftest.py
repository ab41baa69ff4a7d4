"""Fast tests first: a mistake shows before anything slow has started."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from deepclinic.isolation import Workers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
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
