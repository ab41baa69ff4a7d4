"""
tries = "NaN, doubled keys, lone surrogates, numbers in the place of lists, a cell that is its own source."
must = "Unreadable, or read as far as it is a notebook."
at_most = 0
"""


def notebook(solution):
    return (
        b'{"cells": [{"cell_type": "code", "source": NaN, "metadata": 7}, {"cell_type": ["code"], "source": {"a": 1}},'
        b' {"cell_type": "code", "source": "\\ud800", "source": "x = 1", "metadata": {"id": Infinity}}, null, []],'
        b' "cells": 1e400, "nbformat": "4", "metadata": []}'
    )
