"""What came back from a worker, frame by frame, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from deepclinic.text import Text


@dataclass(frozen=True)
class StudentError:
    """An exception of the student's code: its type's name, its message, the frames inside the solution."""

    type: str
    message: str
    traceback: str = ""
    full: str = ""
    """All frames, those of the libraries too."""


@dataclass(frozen=True)
class ProbeObservation:
    """What one probe wrote down. `error` is what ended it early; `stopped` says which limit was hit."""

    entries: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)
    error: StudentError | None = None
    stopped: Text | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class Observation:
    """All that was observed of one solution with one seed."""

    probes: Mapping[str, ProbeObservation]
    load_error: StudentError | None = None
    ready_made: tuple[str, ...] = ()
    """Forbidden features that were entered while probes ran."""
