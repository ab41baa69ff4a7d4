"""
tries = "A small source that grows beyond all bounds when its constants are put together."
must = "Nobody puts them together while reading."
hangs = true
"""

import json


def cell(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells, **metadata):
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def notebook(solution):
    bomb = "\n".join(f"a{i + 1} = a{i} + a{i} + a{i} + a{i}" for i in range(60))
    return json.dumps(book(cell(f"a0 = 'x' * 1000\n{bomb}\n" + solution))).encode()
