"""
tries = "Points, grades and reports written into the notebook's own metadata and outputs."
must = "Nobody looks at them."
"""

import json


def cell(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells, **metadata):
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def notebook(solution):
    marks = {"schema_version": 3, "points": 1e9, "grade": True, "solution": True, "locked": False, "task": False}
    solved = cell(solution, nbgrader={**marks, "grade_id": "relu-solution"})
    tested = cell("", nbgrader={**marks, "grade_id": "relu-check", "solution": False, "points": 10})
    output = {"output_type": "execute_result", "data": {"text/plain": "10.0"}, "metadata": {}, "execution_count": 1}
    tested["outputs"] = [output]
    return json.dumps(book(solved, tested, deepclinic={"points": 10, "outcome": "graded"})).encode()
