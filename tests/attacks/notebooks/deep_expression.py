"""
tries = "An expression nested so deeply that the parser of Python itself gives up."
must = "A syntax error, or no solution; nothing else is touched."
"""

import json


def cell(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells, **metadata):
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def notebook(solution):
    return json.dumps(book(cell(solution + "\nx = " + "(" * 50_000 + ")" * 50_000))).encode()
