"""Small notebooks for the tests, and a way to run what the reader makes of them."""

from __future__ import annotations

import json
from typing import Any

EXERCISES = {
    "relu": {"defines": ["ReLU"], "not_allowed": ["keras.layers.ReLU"]},
    "vanishing_gradient": {"defines": ["sigmoid", "sigmoid_derivative"], "not_allowed": []},
}
RELU = "class ReLU:\n    def __call__(self, x):\n        return max(x, 0)\n"
STUB = 'class ReLU:\n    def __call__(self, x):\n        raise NotImplementedError("write this")\n'
SIGMOID = "def sigmoid(x):\n    return 1\n"
DERIVATIVE = "def sigmoid_derivative(x):\n    return sigmoid(x) / 4\n"


def cell(source: Any, grade_id: str | None = None, kind: str = "code", **nbgrader: Any) -> dict[str, Any]:
    """One cell of nbformat 4."""
    metadata: dict[str, Any] = {}
    if grade_id:
        metadata["nbgrader"] = {"grade_id": grade_id, "solution": True, "grade": False, "locked": False, **nbgrader}
    return {"cell_type": kind, "metadata": metadata, "source": source, "outputs": [], "execution_count": None}


def marked(source: str, grade_id: str = "relu-solution") -> dict[str, Any]:
    """A solution cell."""
    return cell(source, grade_id)


def notebook(*cells: Any, **fields: Any) -> bytes:
    """A notebook of nbformat 4; a string is an unmarked code cell."""
    full = [c if isinstance(c, dict) else cell(c) for c in cells]
    return json.dumps({"cells": full, "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | fields).encode()


def run(source: str) -> dict[str, Any]:
    """The names of a module made by the reader (test data only: nothing of a student's runs here)."""
    names: dict[str, Any] = {"__name__": "relu"}
    exec(compile(source, "relu.py", "exec"), names)
    return names
