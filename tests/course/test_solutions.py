"""Solutions as text: read by many threads at once, as a grader with several jobs does."""

from __future__ import annotations

import ast
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from deepclinic.course import solutions


def test_threads_take_turns_at_parsing(monkeypatch):
    """Two syntax trees made at the same time fail in CPython 3.11, once in a great while."""
    parse, inside, most = ast.parse, [], []

    def watched(source):
        inside.append(source)
        most.append(len(inside))
        time.sleep(0.001)
        inside.remove(source)
        return parse(source)

    monkeypatch.setattr(solutions, "ast", SimpleNamespace(parse=watched, get_docstring=ast.get_docstring))
    with ThreadPoolExecutor(4) as pool:
        first, *others = pool.map(solutions.misconceptions, ["relu"] * 4)
    assert all(other == first for other in others)
    assert len(most) >= 4 * len(first) and max(most) == 1
