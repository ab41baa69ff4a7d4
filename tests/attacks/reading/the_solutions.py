"""
tries = "Reads the solutions and the expected observations, wherever they may lie."
must = "Refused: nothing of it appears in the report."
never_says = "LEAK"
no_effect = true
"""

import os

import deepclinic


def leak():
    root = os.path.dirname(os.path.dirname(os.path.dirname(deepclinic.__file__)))
    cache = os.path.expanduser("~/.cache/deepclinic")
    for place in (root, os.path.join(root, "solutions"), cache):
        try:
            return os.listdir(place)
        except OSError:
            pass
    for path in (os.path.join(root, "solutions", "relu", "reference.py"), os.path.join(root, "README.md")):
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
