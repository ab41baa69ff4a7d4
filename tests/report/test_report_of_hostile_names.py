"""Names that a student's code gives itself come through a real worker and stay text in every face."""

from __future__ import annotations

import pytest
from test_report_safe import OURS, Elements, invisible

from deepclinic.grading import PUBLISHED_SEED, Grader, Submission
from deepclinic.report.html import page
from deepclinic.report.nbgrader_cell import outputs
from deepclinic.report.notebook import ReportView
from deepclinic.report.terminal import ReportFace, to_text

MARKUP = "<script>alert(1)</script>"
CLASSES = f"""
import keras

Trouble = type("{MARKUP}", (Exception,), {{}})


class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        raise Trouble("\\x1b[2J\\x1b]0;taken over\\x07 [bold]{MARKUP}[/bold]")


ReLU.__name__ = ReLU.__qualname__ = "{MARKUP}\\x1b[31m"
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("handed_in") / "relu.py"
    path.write_text(CLASSES, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, Grader(seed=PUBLISHED_SEED) as grader:
        patch.setattr(Grader, "_diagnose", lambda *_: None)  # which idea it is does not matter here
        return grader.grade(Submission(path))[0]


def test_they_arrive_in_the_report(report):
    assert report.outcome == "graded" and not report.full_marks
    assert any(MARKUP in check.message.en for check in report.checks)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_they_stay_text_in_every_face(report, language):
    cell = "".join(output.data["text/html"] for output in outputs(report, language, 10.0) if "data" in output)
    for html in (page(report, language), ReportView(report, language)._repr_html_(), cell):
        assert Elements(html).names <= OURS and "alert(1)" in html
    assert not invisible(to_text(ReportFace(report, language)))
