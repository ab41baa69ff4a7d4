"""
tries = "A notebook of a hundred thousand brackets, so that its reader recurses."
must = "Unreadable, with a reason."
outcome = "unreadable"
at_most = 0
"""


def notebook(solution):
    return b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
