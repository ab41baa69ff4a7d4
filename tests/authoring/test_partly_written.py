"""One function is written, wrongly, the others are still the stub's: what is wrong with it is called by its name.

That is how an exercise of several functions is done at home. The published seed is the one with which a diagnosis is
made; nothing here is random.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

import pytest

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.course.stub import stub_source
from deepclinic.grading import PUBLISHED_SEED, Grader, Submission

IMPORTS = "from __future__ import annotations\n\nimport keras\nimport numpy as np\n\n"
"""What the signatures of the stubs need."""


def places(source: str) -> dict[str, slice]:
    """The lines of each function and class of a module."""
    found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return {node.name: slice(node.lineno - 1, node.end_lineno) for node in found}


def with_stubs(source: str, stub: str, but: str, names: Sequence[str]) -> str:
    """The module with the stub's functions in the place of all its own of these names, one excepted."""
    source = IMPORTS + source.replace("from __future__ import annotations\n", "")
    lines, own, empty = source.splitlines(keepends=True), places(source), places(stub)
    for name in sorted((name for name in names if name != but), key=lambda name: own[name].start, reverse=True):
        lines[own[name]] = stub.splitlines(keepends=True)[empty[name]]
    return "".join(lines)


@pytest.mark.slow
@pytest.mark.all_cores
@pytest.mark.usefixtures("lent_workers")
@pytest.mark.parametrize("name", ["vanishing_gradient", "map_estimation"])
def test_what_is_wrong_with_the_one_that_is_written_is_named(tmp_path: Path, name: str):
    info = catalog().exercise(name)
    cases = [(wrong, kept) for wrong in solutions.misconceptions(name) for kept in info.defines]
    submissions = []
    for wrong, kept in cases:
        file = tmp_path / wrong.id / kept / f"{name}.py"
        file.parent.mkdir(parents=True)
        file.write_text(with_stubs(wrong.source, stub_source(info), kept, info.defines), encoding="utf-8")
        submissions.append(Submission(file, exercises=(name,)))
    with Grader(seed=PUBLISHED_SEED, jobs=2) as grader:
        reports = [report for [report] in grader.grade_all(submissions)]
    named = failed = 0
    for (wrong, kept), report in zip(cases, reports, strict=True):
        found = report.misconception.id if report.misconception else None
        assert report.outcome == "graded" and found in (None, wrong.id), f"{wrong.id}, {kept}: {found}"
        assert sum(check.outcome == "not_attempted" for check in report.checks) > 0
        failed += any(check.outcome == "fail" for check in report.checks)
        named += found is not None
    assert failed and named >= 0.8 * failed
