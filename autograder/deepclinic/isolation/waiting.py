"""Workers that are there before what they are asked for: forked, sandboxed, warm."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deepclinic.isolation.exchange import Exchange
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.process import ParentOfWorkers


@dataclass(frozen=True)
class Ahead:
    """What can be known of a request before it is there; a worker that waits for this serves every such request."""

    task: str
    exercise: str = ""
    not_allowed: tuple[str, ...] = ()
    limits: Limits = Limits()

    @classmethod
    def of(cls, request: Mapping[str, Any], limits: Limits) -> Ahead:
        """What could have been known of this request."""
        return cls(request["task"], request.get("exercise", ""), tuple(request.get("not_allowed", ())), limits)

    def as_dict(self) -> dict[str, Any]:
        """For the worker: "task", "exercise", "not_allowed"."""
        return {"task": self.task, "exercise": self.exercise, "not_allowed": list(self.not_allowed)}


class Waiting:
    """Those that wait. Thread-safe; each is taken once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._there: list[tuple[Ahead, Exchange]] = []

    def add(self, ahead: Ahead, exchange: Exchange) -> None:
        """One more is there."""
        with self._lock:
            self._there.append((ahead, exchange))

    def take(self, ahead: Ahead) -> Exchange | None:
        """One that waits for `ahead`, the one that has waited longest; None where there is none."""
        with self._lock:
            place = next((i for i, (what, _) in enumerate(self._there) if what == ahead), None)
            return None if place is None else self._there.pop(place)[1]

    def missing(self, coming: Sequence[Ahead]) -> list[Ahead]:
        """What of `coming` nobody waits for yet."""
        with self._lock:
            return list((Counter(coming) - Counter(what for what, _ in self._there)).elements())

    def keep(self, coming: Sequence[Ahead], parent: ParentOfWorkers | None) -> None:
        """Let all go that wait for something else, or whose parent of workers is another."""
        with self._lock:
            wanted = Counter(coming)
            kept: list[tuple[Ahead, Exchange]] = []
            for ahead, exchange in self._there:
                if exchange.parent is parent and wanted[ahead] > 0:
                    wanted[ahead] -= 1
                    kept.append((ahead, exchange))
                else:
                    exchange.abandon()
            self._there = kept
