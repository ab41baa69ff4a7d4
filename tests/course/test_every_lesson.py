"""Every lesson runs from top to bottom with the reference solution in the student's place, and shows its figures."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import nbformat
import pytest

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.course.execute import run_lesson, warnings_of

pytestmark = [pytest.mark.slow, pytest.mark.all_cores]

SECONDS = 120
"""For one cell, on a machine that is busy with two lessons at a time."""


@pytest.fixture(scope="module")
def executed(request) -> Iterator[dict[str, Future[nbformat.NotebookNode]]]:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        wanted = [item.callspec.params["name"] for item in request.session.items if item.path == request.path]
        yield {name: pool.submit(run_lesson, name, "en", solutions.reference_source(name), SECONDS) for name in wanted}


@pytest.mark.parametrize("name", [info.name for info in catalog().exercises])
def test_a_lesson_runs_without_a_warning_and_shows_figures(executed, name):
    notebook = executed[name].result()
    assert warnings_of(notebook) == []
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert any("image/png" in output.get("data", {}) for output in outputs)
