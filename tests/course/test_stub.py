from __future__ import annotations

import ast

import pytest

from deepclinic.course.catalog import Catalog, catalog
from deepclinic.course.stub import CODE_STUB, has_markers, solution_parts, stub_of, stub_source
from deepclinic.errors import DeepclinicError


def test_each_region_becomes_one_stub_at_its_own_indentation(doubling):
    stub = stub_source(doubling)
    assert [line for line in stub.splitlines() if "raise" in line] == [f"    {CODE_STUB}", f"            {CODE_STUB}"]


def test_a_stub_holds_what_is_outside_the_regions_and_nothing_of_what_is_inside(doubling):
    stub = stub_source(doubling)
    assert '"""Return two times `x`."""' in stub
    assert "hidden_factor" not in stub and "twice(x)\n" not in stub.replace("def twice(x)", "")
    assert not has_markers(stub)


def test_a_stub_can_be_run_and_raises_where_the_student_has_to_write(doubling):
    names: dict = {}
    exec(compile(stub_source(doubling), "stub", "exec"), names)
    with pytest.raises(NotImplementedError):
        names["twice"](1)


def test_the_parts_are_the_regions(doubling):
    parts = solution_parts(doubling.reference.read_text(encoding="utf-8"))
    assert [len(part.splitlines()) for part in parts] == [2, 1]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("x = 1", "nothing for the student"),
        ("### BEGIN SOLUTION\nx = 1", "does not end"),
        ("### END SOLUTION", "did not begin"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n", "inside a solution"),
    ],
)
def test_markers_that_do_not_pair_are_refused(source, says):
    with pytest.raises(DeepclinicError, match=says):
        stub_of(source)


def test_a_build_without_references_uses_the_stubs_that_came_with_it(doubling, monkeypatch, tmp_path):
    (tmp_path / "doubling.py").write_text("ready = True\n", encoding="utf-8")
    monkeypatch.setattr("deepclinic.paths.stubs_root", lambda: tmp_path)
    student = Catalog.load(doubling.lesson.parent.parent, None).exercise("doubling")
    assert stub_source(student) == "ready = True\n"
    (tmp_path / "doubling.py").unlink()
    with pytest.raises(DeepclinicError, match="neither a reference nor a stub"):
        stub_source(student)


def test_every_stub_of_the_course_defines_what_its_lesson_asks_for():
    for info in catalog().exercises:
        tree = ast.parse(stub_source(info))
        names = {node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
        assert set(info.defines) <= names, f"{info.name}: the stub lacks {set(info.defines) - names}"
