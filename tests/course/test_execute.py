from __future__ import annotations

import pytest

from deepclinic.course.execute import run_lesson, warnings_of
from deepclinic.course.page import lesson_page
from deepclinic.course.stub import stub_source
from deepclinic.errors import DeepclinicError

pytestmark = pytest.mark.slow


def test_a_lesson_runs_with_the_solution_in_the_exercises_place(doubling):
    notebook = run_lesson(doubling, "en", doubling.reference.read_text(encoding="utf-8"))
    printed = [o.text for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    assert printed == ["42\n"]
    assert warnings_of(notebook) == []


def test_a_lesson_that_raises_says_where(doubling):
    with pytest.raises(DeepclinicError, match="(?s)Your code goes here"):
        run_lesson(doubling, "en", stub_source(doubling))


def test_what_a_lesson_writes_to_standard_error_is_found(doubling):
    solution = "import warnings\nwarnings.warn('careful')\nclass Doubling:\n    def __init__(self, x): self.value = x"
    notebook = run_lesson(doubling, "ko", solution)
    assert any("careful" in text for text in warnings_of(notebook))


def test_an_executed_page_shows_the_outputs_and_the_stub_but_no_solution(doubling):
    html = lesson_page(doubling, "ko", doubling.reference.read_text(encoding="utf-8"))
    assert "<title>두 배</title>" in html and 'lang="ko"' in html
    assert "42" in html and "NotImplementedError" in html
    assert "hidden_factor" not in html
