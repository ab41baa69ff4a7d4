"""What students are given holds no answer: nbgrader's own release of the whole course, in each language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from deepclinic.classroom.init import init
from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import read_lesson
from deepclinic.course.notebook import TEXT_STUB
from deepclinic.course.solutions import reference_source
from deepclinic.course.stub import BEGIN, END, solution_parts, stub_source

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["en", "ko"])
def release(request, tmp_path_factory) -> tuple[str, Path]:
    """A language, and the folder that `nbgrader generate_assignment` has made of every unit."""
    folder = tmp_path_factory.mktemp("course")
    assignments = init(folder / "c", language=request.param)
    config = Config(PyFileConfigLoader("nbgrader_config.py", str(folder / "c")).load_config())
    config.CourseDirectory.root = str(folder / "c")
    config.CourseDirectory.db_url = "sqlite://" + f"/{folder}/gradebook.db"
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    for assignment in assignments:
        done = api.generate_assignment(assignment)
        assert done["success"], done.get("log", "") + done.get("error", "")
    return request.param, folder / "c" / "release"


IDIOMS = {
    "super().__init__(**kwargs)", "else:", "return inputs", "if not training:", "with tf.GradientTape() as tape:",
    "self.seed_generator = keras.random.SeedGenerator(seed)", "keras.utils.set_random_seed(seed)", ")", "}",
}  # fmt: skip
"""Lines that lessons show to everybody in the examples that they explain, and that references happen to have too."""


def test_the_release_holds_no_line_of_any_references_solution(release):
    _, folder = release
    shown = IDIOMS.union(*(_lines(stub_source(info)) for info in catalog().exercises))
    files = {path: _lines(_text(path)) for path in folder.rglob("*") if path.is_file()}
    assert len(files) == len(catalog().exercises)
    for info in catalog().exercises:
        secret = set().union(*map(_lines, solution_parts(reference_source(info.name)))) - shown
        assert secret, f"{info.name} has nothing to hide"
        for path, lines in files.items():
            assert not secret & lines, f"{path.name} holds lines of {info.name}'s solution"


def test_the_release_holds_no_marking_guide_and_no_marker(release):
    language, folder = release
    for info in catalog().exercises:
        text = _text(folder / info.unit / f"{info.name}.ipynb")
        guides = [cell.source for cell in read_lesson(info).select(language) if cell.role == "guide"]
        assert guides and not set().union(*map(_lines, guides)) & _lines(text)
        assert BEGIN not in text and END not in text


def test_the_source_holds_reference_and_marking_guide(release):
    language, folder = release
    for info in catalog().exercises:
        lines = _lines(_text(folder.parent / "source" / info.unit / f"{info.name}.ipynb"))
        guides = [cell.source for cell in read_lesson(info).select(language) if cell.role == "guide"]
        assert set().union(*map(_lines, [reference_source(info.name), *guides])) <= lines


def test_what_a_student_fills_in_is_the_stub_and_the_answer(release):
    _, folder = release
    for info in catalog().exercises:
        cells = json.loads((folder / info.unit / f"{info.name}.ipynb").read_text(encoding="utf-8"))["cells"]
        marked = {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in cells if "nbgrader" in cell["metadata"]}
        assert _source(marked[f"{info.name}-solution"]) == stub_source(info).strip("\n")
        assert _source(marked[f"{info.name}-question"]) == TEXT_STUB
        assert not any(cell.get("outputs") for cell in cells)


def _source(cell: dict) -> str:
    return "".join(cell["source"])


def _text(notebook: Path) -> str:
    return "\n".join(map(_source, json.loads(notebook.read_text(encoding="utf-8"))["cells"]))


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()} - {""}
