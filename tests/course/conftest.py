"""A course of one small lesson, so that these tests need neither the real lessons nor Keras."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from deepclinic.course.catalog import Catalog, ExerciseInfo

FAKE = Path(__file__).parent / "fake"


@pytest.fixture
def fake_course(monkeypatch: pytest.MonkeyPatch) -> Catalog:
    checks = (SimpleNamespace(points=4.0), SimpleNamespace(points=6.0))
    monkeypatch.setattr("deepclinic.judging.check.checks_of", lambda exercise: checks)
    return Catalog.load(FAKE / "course", FAKE / "solutions")


@pytest.fixture
def doubling(fake_course: Catalog) -> ExerciseInfo:
    return fake_course.exercise("doubling")
