"""
tries = "Numbers of a million digits in the metadata, which take minutes to convert."
must = "Unreadable, or read without them."
"""

import json


def cell(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells, **metadata):
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def notebook(solution):
    text = json.dumps(book(cell(solution), number=12345)).replace("12345", "9" * 1_000_000)
    return text.encode()
