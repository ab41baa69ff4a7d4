"""A lesson in a real JupyterLab, run in a browser: what a student sees of a wrong and of a right solution.

Screenshots are left in the folder that the environment variable DEEPCLINIC_SCREENSHOTS names.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import chromium
from jupyter_at_work import lab

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.selfstudy.workspace import Workspace

pytestmark = pytest.mark.slow
LESSON = "data_augmentation"
PATIENCE_MS = 240_000


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.create(tmp_path_factory.mktemp("lab") / "w")


@pytest.fixture(scope="module")
def window(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """A page of the browser that may enter JupyterLab, and the address."""
    with chromium() as browser, lab(workspace.root, tmp_path_factory.mktemp("home") / "h") as (address, headers):
        page = browser.new_page(extra_http_headers=headers, viewport={"width": 1100, "height": 1500})
        page.set_default_timeout(PATIENCE_MS)
        yield page, address


def see(window, workspace: Workspace, solution: str, wanted: str, then: str = "") -> tuple[str, int, str]:
    """Run the lesson with `solution` until `wanted` shows; return the check's text, its pictures, `then`'s output."""
    info = catalog().exercise(LESSON)
    notebook = workspace.files(info)[1]
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for place, cell in enumerate(content["cells"]):
        if cell["id"] == f"{LESSON}-solution":
            cell["source"] = solution
        if cell["id"] == f"{LESSON}-check":
            cell["source"] = f'from deepclinic import exercise\n\nq = exercise("{LESSON}")\nq.check()'
            after = {"cell_type": "code", "id": "then", "metadata": {}, "outputs": [], "execution_count": None}
            content["cells"][place + 1 :] = [{**after, "source": then}] if then else []
            break
    name = f"{LESSON}-{'then' if then else 'wrong'}.ipynb"
    (notebook.parent / name).write_text(json.dumps(content), encoding="utf-8")
    page, address = window
    page.goto(f"{address}/lab/tree/{info.unit}/{name}?reset")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").or_(page.get_by_text("| Idle")).first.wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    starting = page.get_by_text(re.compile("Starting the grader"))
    starting.first.wait_for()
    report = page.locator(".jp-OutputArea-output", has_text=wanted).first
    report.wait_for()
    report.scroll_into_view_if_needed()
    second = ""
    if then:
        shown = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output").first
        shown.wait_for()
        second = shown.inner_text()
    text, pictures = report.inner_text(), report.locator("img").count()
    if os.environ.get("DEEPCLINIC_SCREENSHOTS"):
        folder = Path(os.environ["DEEPCLINIC_SCREENSHOTS"])
        for number, closed in enumerate(report.locator("details").all()):
            if closed.locator("img").count():
                closed.evaluate("element => { element.open = true }")
                report.screenshot(path=folder / f"{name}-{number}.png")
        page.screenshot(path=folder / f"{name}.png")
    return text, pictures, second


def test_a_wrong_solution_is_explained_where_the_lesson_stops(window, workspace: Workspace):
    wrong = next(w for w in solutions.misconceptions(LESSON) if w.id == "shifts_at_inference")
    text, pictures, _ = see(window, workspace, wrong.source, "What happened")
    assert wrong.misconception.what.en[:30] in text
    assert pictures >= 1


def test_a_right_solution_gets_full_marks_curves_and_the_solution_beside_it(window, workspace: Workspace):
    own = solutions.alternatives(LESSON)[0]
    text, pictures, shown = see(window, workspace, own.source, "10 / 10 points", "q.solution()")
    assert "Every check passed" in text and pictures >= 2
    assert "Others did it differently" in shown
