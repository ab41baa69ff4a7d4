"""What a kept observation depends on."""

from __future__ import annotations

import ast
from pathlib import Path

from deepclinic import probes
from deepclinic.course.catalog import catalog

PROBES = Path(probes.__file__).parent
NAMES = {info.name for info in catalog().exercises}


def test_no_probe_uses_the_probes_of_another_exercise():
    """Kept observations are made anew when the exercise's own probes or the shared ones change, and only then."""
    for path in PROBES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("deepclinic.probes"):
                imported = {node.module.rpartition(".")[2], *(alias.name for alias in node.names)}
                assert not imported & NAMES, f"{path.name} imports {imported & NAMES}"
