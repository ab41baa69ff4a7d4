"""nbgrader's gradebook, opened often: about nine times for each notebook that is graded."""

from __future__ import annotations

import functools
from typing import Any

import nbgrader.api


def share_engines() -> None:
    """Let all gradebooks of this process that lie at one address share SQLAlchemy's engine; a second call does nothing.

    nbgrader makes an engine for each, and with it compiles every query anew: a quarter of what `nbgrader autograde`
    costs where the verdicts are there already. An engine that a gradebook has disposed of connects again by itself.
    """
    api: Any = nbgrader.api
    if not hasattr(api.create_engine, "cache_info"):
        api.create_engine = functools.cache(api.create_engine)
