"""
tries = "The layer is an object that has every attribute and can be called, compared, indexed and entered (a mock)."
must = "What it says is not a number, and fails."
"""

from unittest.mock import MagicMock


def attack(solution):
    return MagicMock(name="ReLU")
