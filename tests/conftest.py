"""Fast tests first: a mistake shows before anything slow has started."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deepclinic.isolation import Workers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """The workers that all tests share: Keras is imported once."""
    with Workers(jobs=2) as started:
        yield started
