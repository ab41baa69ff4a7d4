"""
tries = "`os._exit(0)` at import, before anything is observed."
must = "Nothing was observed: 0 points."
at_most = 0
"""

import os

os._exit(0)


def attack(solution):
    return solution
