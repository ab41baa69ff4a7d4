"""Every test that docs/security.md names exists, and every line of a promise names one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


def test_every_test_that_is_named_exists():
    for path, name in NAMED:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}, name
    assert len(NAMED) > 25


def test_every_line_of_the_promise_names_a_test():
    promised, _, _ = PAGE.partition("## What is not promised")
    items = re.findall(r"^- .*(?:\n  .*)*", promised, re.MULTILINE)
    assert len(items) > 20
    assert [item for item in items if "::" not in item] == []


def test_every_file_that_is_named_exists():
    for path in re.findall(r"`((?:autograder|tests)/[\w/]+\.py)", PAGE):
        assert (ROOT / path).is_file(), path
