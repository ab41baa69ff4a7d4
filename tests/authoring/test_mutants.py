"""Mutants are small, all different, in the student's part only, and found again after the file has been edited."""

from __future__ import annotations

import pytest

from deepclinic.authoring.mutants import BEGIN, END, equivalents, mutants_of
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError

EXERCISES = [info.name for info in catalog().exercises]

MODULE = '''
def given(x):
    return x + 1


def scale(x, factor=2.0):
    """Not a statement."""
    ### BEGIN SOLUTION
    {body}
    ### END SOLUTION
'''


def changes(body: str) -> set[str]:
    """What is changed in the body of a function, its defaults apart."""
    mutants = mutants_of(MODULE.format(body=body))
    return {mutant.change for mutant in mutants if not mutant.change.startswith("2.0 ->")}


@pytest.mark.parametrize("name", EXERCISES)
def test_every_mutant_is_another_module_that_differs_from_the_reference_in_the_students_part_only(name):
    reference = solutions.reference_source(name)
    mutants = mutants_of(reference)
    assert len({mutant.source for mutant in mutants} | {reference}) == len(mutants) + 1
    assert len({mutant.id for mutant in mutants}) == len(mutants)
    outside = _outside(reference)
    for mutant in mutants:
        compile(mutant.source, name, "exec")
        if not _is_default(reference, mutant):
            assert _outside(mutant.source) == outside, mutant.id


def test_a_mutant_keeps_its_id_when_lines_are_written_above_and_beside_it():
    source = MODULE.format(body="return factor * x")
    edited = source.replace("def given(x):", "import math\n\n\ndef given(x):").replace("x + 1", "x + math.pi")
    edited = edited.replace("    return factor", "    # a remark\n    return factor")
    assert [mutant.id for mutant in mutants_of(edited)] == [mutant.id for mutant in mutants_of(source)]


def test_equal_slips_in_one_statement_are_told_apart():
    found = [mutant for mutant in mutants_of(MODULE.format(body="return x + x + x")) if "arithmetic" in mutant.id]
    assert len(found) == 2 and len({mutant.id for mutant in found}) == 2


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return x < 1", {"x < 1 -> x <= 1", "x < 1 -> x >= 1", "1 -> 2", "1 -> 0", "return x < 1 -> return None"}),
        ("if x and factor: return x", {"x and factor -> True", "x and factor -> x or factor", "x and factor -> x"}),
        ("x = x.mean(axis=0)", {"axis=0 in x.mean(…) -> (left out)", "0 -> -1", "x = x.mean(axis=0) -> (left out)"}),
        ("return where(x, factor)", {"where(x, factor) -> where(factor, x)", "factor in where(…) -> (left out)"}),
        ("return bn(x, training=x)", {"training=x -> training=True", "training=x -> training=False"}),
        ("return -x", {"-x -> x"}),
        ("return {'a': x}", {"'a': x -> (left out)", "'a' -> 'a_'"}),
        ("return x - 1", {"x - 1 -> x + 1", "x - 1 -> 1 - x", "1 in x - 1 -> (left out)"}),
        ("return True", {"True -> False"}),
        ("raise ValueError('factor')", {"raise ValueError(…) -> raise TypeError(…)"}),
        ("for x in factor: pass", {"for x in factor: -> no turn of the loop"}),
        ("x *= 2", {"x *= 2 -> x /= 2", "x *= 2 -> x = 2"}),
    ],
)
def test_slips(body, expected):
    assert expected <= changes(body)


def test_defaults_and_decorators_are_changed_where_the_student_writes_the_function():
    found = mutants_of(MODULE.format(body="pass") + f"\n\n{BEGIN}\n@register\nclass A:\n    pass\n{END}\n")
    assert {mutant.change for mutant in found} == {"2.0 -> 3.0", "2.0 -> 1.0", "@register -> (left out)"}


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_listed_as_equivalent_is_a_mutant_and_has_a_reason(name):
    mutants = {mutant.id: mutant.change for mutant in mutants_of(solutions.reference_source(name))}
    for entry in equivalents(name).values():
        assert mutants.get(entry.id) == entry.change
        assert len(entry.reason.split()) > 5


def test_a_list_that_cannot_be_used_is_named(tmp_path, monkeypatch):
    (tmp_path / "equivalent.toml").write_text('["a"]\nchange = "x -> y"\n', encoding="utf-8")
    monkeypatch.setattr(solutions, "reference_path", lambda exercise: tmp_path / "reference.py")
    with pytest.raises(DeepclinicError, match="equivalent.toml"):
        equivalents("relu")


def _outside(source: str) -> list[str]:
    lines, inside = [], False
    for line in source.splitlines():
        inside = (inside or line.strip() == BEGIN) and line.strip() != END
        if not inside:
            lines.append(line)
    return lines


def _is_default(reference: str, mutant) -> bool:
    line = reference.splitlines()[mutant.line - 1].strip()
    return line not in mutant.source and mutant.line in _signatures(reference)


def _signatures(source: str) -> set[int]:
    import ast

    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return {line for node in nodes for line in range(node.lineno, node.body[0].lineno)}
