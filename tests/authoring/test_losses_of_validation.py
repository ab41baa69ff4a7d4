"""The losses that a report on `EarlyStopping` names are those that the probe feeds to it."""

from __future__ import annotations

import ast
from pathlib import Path

import deepclinic
from deepclinic.judging.exercises import validation

TABLES = (validation.STOPS, validation.MIN_DELTA, validation.NOT_A_NUMBER, validation.NATURAL_END, validation.REPORTED)


def _fed() -> set[tuple[str, str]]:
    """Every (name, losses) in the source of the probe: an entry of a dict, or a pair in a tuple."""
    source = Path(deepclinic.__file__).parent.joinpath("probes/validation.py").read_text(encoding="utf-8")
    found = set()
    for node in ast.walk(ast.parse(source)):
        pairs = zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            pairs = [tuple(node.elts)]
        for name, losses in pairs:
            if isinstance(name, ast.Constant) and isinstance(losses, ast.List):
                found.add((name.value, " ".join(_number(element) for element in losses.elts)))
    return found


def _number(element: ast.expr) -> str:
    return f"{element.value:g}" if isinstance(element, ast.Constant) else "NaN"


def test_the_losses_that_are_said_are_those_that_are_fed():
    said = {pair for table in TABLES for pair in table.items()}
    assert len(said) == sum(map(len, TABLES)) and said <= _fed()
