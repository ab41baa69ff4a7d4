"""Notebooks in many states of disorder, all of which hold the same right solution of `relu`."""

from __future__ import annotations

import json
from typing import Any

from small_notebooks import RELU, STUB, cell, marked, notebook

OTHER = "class ReLU:\n    def __call__(self, x):\n        return 'other'\n"
USES_HELPER = "class ReLU:\n    def __call__(self, x):\n        return helper(x)\n"
HELPER = "def helper(x):\n    return max(x, 0)\n"
FAILS = "raise SystemExit('an experiment ran')"


def old(*cells: dict[str, Any]) -> bytes:
    """A notebook of nbformat 3."""
    v3 = [{**c, "input": c["source"], "language": "python", "prompt_number": 1} for c in cells]
    for c in v3:
        del c["source"]
    return json.dumps({"worksheets": [{"cells": v3, "metadata": {}}], "nbformat": 3, "nbformat_minor": 0}).encode()


SPLIT = RELU.split("\n", 1)
RUNS = {
    "as released": notebook("import math", marked(RELU), cell("assert ReLU()(1)", "relu-check", grade=True)),
    "no metadata at all": json.dumps({"cells": [{"cell_type": "code", "source": RELU}]}).encode(),
    "metadata of the wrong kind": json.dumps({"cells": [{"metadata": ["a"], "source": RELU}]}).encode(),
    "cells of the wrong kind": notebook(marked(RELU)).replace(b'"cells": [', b'"cells": [null, 3, "a", {}, '),
    "byte order mark": b"\xef\xbb\xbf" + notebook(marked(RELU)),
    "UTF-16": notebook(marked(RELU)).decode().encode("utf-16"),
    "CRLF in the file": json.dumps(json.loads(notebook(marked(RELU))), indent=1).replace("\n", "\r\n").encode(),
    "CRLF in the source": notebook(marked(RELU.replace("\n", "\r\n"))),
    "CR in the source": notebook(marked(RELU.replace("\n", "\r"))),
    "source as lines": notebook(marked(RELU) | {"source": RELU.splitlines(keepends=True)}),
    "source as lines, one of them null": notebook(marked(RELU) | {"source": [*RELU.splitlines(keepends=True), None]}),
    "nbformat 3": old(marked(RELU)),
    "nbformat 3 without ids": old(cell("a = 1"), cell(RELU)),
    "unknown nbformat": notebook(marked(RELU), nbformat=9),
    "unknown kernel": notebook(marked(RELU), metadata={"kernelspec": {"name": "julia-1.9", "language": "julia"}}),
    "id lost": notebook("x = 1", RELU),
    "id renamed": notebook(marked(RELU, "cell-0f3a")),
    "id of another exercise": notebook(marked(RELU, "vanishing_gradient-solution")),
    "solution flag lost": notebook(cell(RELU, "relu-solution", solution=False)),
    "cell moved to the end": notebook("layer = ReLU()", "print(layer(1))", marked(RELU)),
    "cell moved before its import": notebook(
        marked("@wraps(len)\ndef f(): pass\n" + RELU), "from functools import wraps"
    ),
    "import after the solution, id lost": notebook("class ReLU(Base):\n" + SPLIT[1], "from abc import ABC as Base"),
    "test cell deleted": notebook(marked(RELU)),
    "test cell edited": notebook(marked(RELU), cell(OTHER + FAILS, "relu-check", grade=True, solution=False)),
    "split inside the class": notebook(marked(SPLIT[0]), marked(SPLIT[1])),
    "split inside the class, id numbered": notebook(marked(SPLIT[0]), marked(SPLIT[1], "relu-solution-1")),
    "split between helper and class": notebook(marked(HELPER), marked(USES_HELPER, "relu-solution-2")),
    "empty marked cell after it": notebook(marked(RELU), marked("\n# nothing\n")),
    "duplicate with a syntax error": notebook(marked(RELU), marked("class ReLU:\n    def (self:")),
    "stub left, solved in a new cell": notebook(marked(STUB), RELU),
    "marked cell emptied, solved elsewhere": notebook(marked(""), FAILS, RELU),
    "syntax error in another cell": notebook("for x in", marked(RELU)),
    "syntax errors in several cells": notebook("a = = 1", "def f(:", "class", "'", marked(RELU), "(((("),
    "failing experiment": notebook(FAILS, marked(RELU), "1 / 0"),
    "experiment that reads input": notebook("name = input('?')", marked(RELU)),
    "endless experiment": notebook(marked(RELU), "while True: pass"),
    "line magic": notebook(marked("%matplotlib inline\n" + RELU)),
    "shell line": notebook(marked("!pip install keras \\\n   tensorflow\n" + RELU)),
    "magic in a block": notebook(marked(RELU + "if True:\n    %timeit ReLU()\n    !ls\n")),
    "assigned shell line": notebook(marked("files = !ls\nx = %who_ls\n" + RELU)),
    "timed statement": notebook(marked(RELU + "%time layer = ReLU()\nassert layer(-1) == 0\n")),
    "cell magic": notebook(marked("%%time\n" + RELU)),
    "question": notebook(marked(RELU + "ReLU?\n??ReLU\n?max\n")),
    "bash cell": notebook("%%bash\nexit 1", marked(RELU)),
    "magics in other cells": notebook("%load_ext a\n!rm x", "%%writefile a.py\nx =", marked(RELU)),
    "percent and question signs that are no magic": notebook(marked(
        '%pip list\nA = """\n%magic\n!shell\n"""\nB = ("%d"\n     % 3)\n'
        'assert A == "\\n%magic\\n!shell\\n" and B == "3"\n' + RELU
    )),
    "whole cell indented": notebook(marked("    x = 1\n    " + RELU.replace("\n", "\n    "))),
    "own check in the cell": notebook("from deepclinic import exercise", marked(RELU + "exercise('relu').check()")),
    "own check under another name": notebook(
        "from deepclinic import exercise as ex\nq = ex('relu')", marked(RELU + "q.check()\nq.hint(\n  2\n)")
    ),
    "own check imported in the cell": notebook(
        marked("from deepclinic import exercise\nimport deepclinic\n" + RELU + "deepclinic.exercise('relu').check()")
    ),
    "get_ipython in the cell": notebook(marked("get_ipython().run_line_magic('a', 'b')\n" + RELU)),
    "display in the cell": notebook(marked(RELU + "display(ReLU())")),
    "huge output": notebook(marked(RELU) | {"outputs": [{"text": "x" * 5_000_000}]}),
    "null byte in the source": notebook(marked(RELU + "\x00")),
    "markdown, raw and empty cells": notebook(cell("# T", kind="markdown"), cell("x", kind="raw"), "", marked(RELU)),
    "markdown that shows a class": notebook(marked(RELU), cell(OTHER, kind="markdown")),
    "future import in the middle": notebook("import math", marked("from __future__ import annotations\n" + RELU)),
    "helper in another cell": notebook(HELPER, marked(USES_HELPER)),
    "helper in a later cell": notebook(marked(USES_HELPER), HELPER),
    "helper among experiments": notebook("import os\n" + HELPER + "raise SystemExit", marked(USES_HELPER)),
    "helper of a helper": notebook("ZERO = 0", "def helper(x):\n    return inner(x)", marked(USES_HELPER),
                                   "def inner(x):\n    return max(x, ZERO)"),
    "constant put together": notebook("C = [3]\nC[0] = 5\nC += [0]\nprint(C)", "D = C[1]", marked(
        "class ReLU:\n    def __call__(self, x):\n        return max(x, D)")),
    "constant used at once": notebook(marked("class ReLU:\n    zero = ZERO\n    def __call__(self, x):\n"
                                             "        return max(x, self.zero)"), "ZERO = 0"),
    "constant in a loop": notebook("for ZERO in range(1): pass", marked(USES_HELPER), HELPER.replace("0", "ZERO")),
    "constant by tuple": notebook("ZERO, ONE = 0, 1", marked(USES_HELPER), HELPER.replace("0", "ZERO")),
    "constant by walrus": notebook("if (ZERO := 0) == 0: pass", marked(USES_HELPER), HELPER.replace("0", "ZERO")),
    "import that may fail": notebook("try:\n    import nothing as m\nexcept ImportError:\n    import math as m",
                                     marked(USES_HELPER.replace("helper(x)", "max(x, m.sin(0))"))),
    "import of a submodule": notebook("import os.path as p, no_such_module\nfrom math import *", marked(
        "class ReLU:\n    def __call__(self, x):\n        return max(x, floor(0.5))")),
    "other cells never override": notebook("zero = 5", marked("zero = 0\n" + HELPER.replace("0", "zero") + USES_HELPER),
                                           "zero = 7\ndef helper(x): return 9"),
    "import that would override": notebook(
        marked(USES_HELPER), "from types import SimpleNamespace as helper_type, MappingProxyType as ReLU",
        "def helper(x):\n    assert helper_type\n    return max(x, 0)"),
    "comprehension names are no needs": notebook("i = 1 / 0", marked(
        "class ReLU:\n    def __call__(self, x):\n        return max([i for i in (x, 0)])")),
}  # fmt: skip
