"""The judge's side: `Workers` runs a request in a fresh worker and returns what came back, as plain data."""

from __future__ import annotations

import itertools
import os
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from deepclinic.errors import DeepclinicError
from deepclinic.isolation import codec, folders, selftest
from deepclinic.isolation.exchange import Ended, Exchange, Lost
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.process import ParentDied, ParentOfWorkers
from deepclinic.isolation.waiting import Ahead, Waiting


@dataclass(frozen=True)
class Run:
    """What came back from one worker.

    `ended` is "finished" only when the task ran to its end. Everything else is the doing of the code in the worker,
    but for "fault": then the worker could not be set up, or its supervisor died twice; no untrusted code is to blame.
    """

    frames: list[dict[str, Any]] = field(repr=False)
    """All frames that came before the end, in order; the worker's own "ready" and "done" are left out."""
    ended: Ended
    detail: str = ""
    """For a reader: "signal 11", "20 s of wall time", …"""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    own_seconds: float = 0.0
    """Processor time of the process that watched the worker, the fork included."""
    max_rss: int = 0
    """The most memory that was resident, bytes, the inherited libraries included."""


class Workers:
    """Runs requests, each in a fork of one process that has imported Keras. Thread-safe; a context manager.

    Args:
        jobs: how many workers may run at a time; further calls of `run` wait. Default: one for each processor.
        allow_weak_isolation: go on where this machine cannot isolate a worker; `weak` then says what is missing.
    """

    def __init__(self, jobs: int | None = None, allow_weak_isolation: bool = False) -> None:
        self.jobs = max(1, jobs or _processors())
        self.weak: tuple[selftest.Mechanism, ...] = ()
        self._allow_weak = allow_weak_isolation
        self._slots = threading.BoundedSemaphore(self.jobs)
        self._lock = threading.Lock()
        self._tested = False
        self._closed = False
        self._serial = itertools.count()
        self._waiting = Waiting()
        self._parent: list[ParentOfWorkers] = []  # none or one; a list, for the finalizer
        self._finalizer = weakref.finalize(self, _close, self._parent)

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def launch(self) -> None:
        """Begin to import Keras, without waiting for it."""
        with self._lock:
            self._launch()

    def start(self) -> None:
        """Wait until workers can run, and make sure once that they are isolated. `run` does this by itself.

        Raises:
            WeakIsolation: where a mechanism does not work, unless that was allowed.
            DeepclinicError: when Keras cannot be imported.
        """
        self._started()

    def expect(self, coming: Sequence[Ahead]) -> None:
        """Have a worker waiting for each of these requests, and no other; does not wait for them to be ready.

        Each holds some hundred MB, most of them shared. A call of `run` in a hurry takes one.
        """
        if not self._tested:
            return
        with self._lock:
            parent = self._launch()
            self._waiting.keep(coming, parent)
            for ahead in self._waiting.missing(coming):
                try:
                    self._waiting.add(ahead, self._begun(parent, ahead, self._allow_weak, rehearse=True))
                except (Lost, ParentDied):
                    return  # whoever runs something next will find out

    def run(
        self,
        request: Mapping[str, Any],
        limits: Limits = Limits(),  # noqa: B008 (frozen)
        hurry: bool = False,
    ) -> Run:
        """Carry out one request in a fresh worker.

        Args:
            request: {"task": "observe", "exercise", "source", "probes", "seed", "not_allowed", "seal",
                "modules"} or
                {"task": "read", "data", "kind", "exercises"}.
            limits: what this worker may use.
            hurry: take a worker that waits for just this, where there is one; see `expect`.

        Raises:
            WeakIsolation, DeepclinicError: see `start`. Nothing that happens in the worker raises here.
        """
        with self._slots:
            ahead = Ahead.of(request, limits)
            waiting = self._waiting.take(ahead) if hurry else None
            if waiting:
                try:
                    run = self._finished(waiting, request)
                except (Lost, ParentDied):
                    run = None
                if run and run.ended != "fault":  # else it died while it waited: nothing has been asked yet
                    return run
            for _ in range(2):
                parent = self._started()
                try:
                    return self._attempt(parent, request, limits, self._allow_weak)
                except (Lost, ParentDied):
                    with self._lock:
                        self._bury(parent)
            return Run([], "fault", "the process that watches the worker died twice")

    def selftest(self) -> list[selftest.Mechanism]:
        """Try every forbidden thing and every limit in throw-away workers; takes some seconds."""
        with self._lock:
            parent = self._launch()
            parent.wait_until_ready()
        return selftest.full(lambda request, limits: self._attempt(parent, request, limits, weak=True))

    @property
    def ready(self) -> bool:
        """True once Keras is loaded and a first worker has run: from now on a run begins at once."""
        return self._tested

    @property
    def parent_pid(self) -> int | None:
        """The process id of the parent of workers, while there is one."""
        return self._parent[0].pid if self._parent else None

    def close(self) -> None:
        """End all workers; no process and no folder is left. Further calls of `run` raise."""
        self._closed = True
        self._waiting.keep((), None)
        self._finalizer()

    def _launch(self) -> ParentOfWorkers:
        if self._closed:
            raise RuntimeError("these workers have been closed")
        if not hasattr(os, "fork"):
            missing = selftest.Mechanism("processes", False, f"{sys.platform} cannot fork")
            raise selftest.WeakIsolation((missing,))
        if self._parent and not self._parent[0].alive:
            self._parent.pop().kill()
        if not self._parent:
            self._parent.append(ParentOfWorkers())
        return self._parent[0]

    def _started(self) -> ParentOfWorkers:
        with self._lock:
            parent = self._launch()
            parent.wait_until_ready()
            if not self._tested:
                try:
                    found = selftest.quick(lambda request, limits: self._attempt(parent, request, limits, weak=True))
                except (Lost, ParentDied):
                    self._bury(parent)
                    raise DeepclinicError(
                        "A first worker could not be run: the process that should watch it died at once. "
                        "Check that memory and process limits of this account leave room for it."
                    ) from None
                self.weak = tuple(mechanism for mechanism in found if not mechanism.works)
                if self.weak and not self._allow_weak:
                    raise selftest.WeakIsolation(self.weak)
                self._tested = True
            return parent

    def _attempt(self, parent: ParentOfWorkers, request: Mapping[str, Any], limits: Limits, weak: bool) -> Run:
        return self._finished(self._begun(parent, Ahead.of(request, limits), weak), request)

    def _begun(self, parent: ParentOfWorkers, ahead: Ahead, weak: bool, rehearse: bool = False) -> Exchange:
        folder = os.path.join(parent.base, f"run-{next(self._serial)}")
        envelope = {
            "folder": folder, "limits": ahead.limits.as_dict(), "weak": weak, "rehearse": rehearse,
            "ahead": ahead.as_dict(),
        }  # fmt: skip
        exchange = Exchange(parent, codec.encode(envelope), ahead.limits, folder)
        try:
            exchange.begin()
        except (Lost, ParentDied):
            folders.remove(folder)
            raise
        return exchange

    def _finished(self, exchange: Exchange, request: Mapping[str, Any]) -> Run:
        try:
            ended, detail, status = exchange.finish(codec.encode(request, codec.FrameLimits(frame_bytes=2**30)))
        finally:
            folders.remove(exchange.folder)  # nothing to do, unless the supervisor was lost
        cpu, own = status.get("cpu_seconds", 0.0), status.get("own_seconds", 0.0)
        return Run(exchange.frames, ended, detail, exchange.seconds, cpu, own, status.get("max_rss", 0))

    def _bury(self, parent: ParentOfWorkers) -> None:
        """After a loss: if it was the parent of workers that is gone, make room for a new one."""
        if self._parent and self._parent[0] is parent and parent.gone():
            self._parent.pop().kill()


def _close(parent: list[ParentOfWorkers]) -> None:
    while parent:
        parent.pop().close()


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
