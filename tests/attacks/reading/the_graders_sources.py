"""
tries = "Reads the grader's own sources: what is judged, and by which rules."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os

import deepclinic


def leak():
    import numpy

    found = []
    for start in (os.path.dirname(deepclinic.__file__), os.path.dirname(numpy.__file__)):
        for folder, _, files in os.walk(start):
            found += [os.path.join(folder, file) for file in files if "deepclinic" in folder]
    judge = os.path.join(os.path.dirname(deepclinic.__file__), "judging", "judge.py")
    for path in (*found, deepclinic.__file__, judge):
        try:
            return open(path).read(100)
        except OSError:
            pass
    return None


FOUND = leak()
if FOUND:
    raise ValueError(f"LEAK {FOUND!r:.200}")


def attack(solution):
    return solution
