"""
tries = "Shell commands and magics in the cell of the solution."
must = "They do not run."
"""

import json


def cell(source, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}


def book(*cells, **metadata):
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def notebook(solution):
    shell = "!touch /tmp/deepclinic-was-here\n%system touch /tmp/deepclinic-was-here\n"
    return json.dumps(book(cell(shell + solution), cell("%%bash\ntouch /tmp/deepclinic-was-here"))).encode()
