"""One request's way: to a supervisor, and the frames and the news of the worker's end back."""

from __future__ import annotations

import json
import os
import select
import socket
import time
from typing import Any, Literal

from deepclinic.isolation import codec
from deepclinic.isolation.limits import Limits
from deepclinic.isolation.process import ParentOfWorkers

Ended = Literal["finished", "wall_time", "cpu_time", "memory", "output", "killed", "malformed", "fault"]

GRACE = 15.0
"""Seconds beyond a worker's whole time after which its supervisor is taken for broken."""


class Lost(Exception):
    """The supervisor, or the parent of workers, is gone: nothing is known of this run, it must be done again."""


class Gone(Lost):
    """The supervisor has closed its end."""


class Exchange:
    """A worker's whole life: `begin` has one made ready, `finish` gives it a request and waits for its end.

    One that was begun and is not needed any more has to be `abandon`ed.
    """

    def __init__(self, parent: ParentOfWorkers, envelope: bytes, limits: Limits, folder: str) -> None:
        self.frames: list[dict[str, Any]] = []
        self.parent, self.folder = parent, folder
        self._envelope, self._limits = envelope, limits
        self._pipe = -1
        self._status: socket.socket | None = None
        self._decoder = codec.Decoder(limits.output_bytes)
        self._started = 0.0
        self._ready = self._done = False
        self._fault = ""
        self._stopped: tuple[Ended, str] | None = None
        self.seconds = 0.0

    def begin(self) -> None:
        """Have a worker made ready; does not wait for it.

        Raises:
            ParentDied, Lost: when nobody was there to do it.
        """
        self._pipe, pipe_theirs = os.pipe2(os.O_CLOEXEC) if hasattr(os, "pipe2") else os.pipe()
        self._status, status_theirs = socket.socketpair()
        try:
            with status_theirs:
                try:
                    self.parent.send(status_theirs, pipe_theirs)
                finally:
                    os.close(pipe_theirs)
            self._hand_over(self._envelope)
        except BaseException:
            self.abandon()
            raise

    def finish(self, request: bytes) -> tuple[Ended, str, dict[str, Any]]:
        """Return how it ended, the detail for a reader, and the supervisor's line.

        Raises:
            Lost: when the supervisor went away without a word, or was told to by the end of the parent of workers.
        """
        assert self._status is not None
        self._started = time.monotonic()
        try:
            try:
                self._hand_over(request)
            except Gone:
                pass  # not without a word: it lies in the socket
            report = self._follow(self._pipe, self._status)
        finally:
            self.abandon()
            self.seconds = time.monotonic() - self._started
        return (*self._conclude(report), report)

    def abandon(self) -> None:
        """Let go of the worker: where it is still there, its supervisor ends it."""
        if self._status is not None:
            self._status.close()
            os.close(self._pipe)
            self._status = None

    def _hand_over(self, message: bytes) -> None:
        assert self._status is not None
        self._status.settimeout(GRACE)
        try:
            self._status.sendall(len(message).to_bytes(4, "little") + message)
        except ConnectionError:
            raise Gone from None
        except OSError:
            raise Lost from None
        self._status.settimeout(None)

    def _follow(self, pipe: int, status: socket.socket) -> dict[str, Any]:
        poll = select.poll()
        poll.register(pipe, select.POLLIN)
        poll.register(status, select.POLLIN)
        last_frame, latest = self._started, self._started + self._limits.wall_seconds_total + GRACE
        said, piped = b"", True
        while True:
            now = time.monotonic()
            if now > latest:
                self.parent.kill()
                raise Lost
            due = latest if self._stopped else min(latest, last_frame + self._limits.wall_seconds)
            ready = dict(poll.poll(1000 * max(0.0, due - now) + 1))
            if pipe in ready:
                data = os.read(pipe, 2**18)
                if not data:
                    poll.unregister(pipe)
                    piped = False
                elif not self._stopped:
                    count = len(self.frames)
                    self._take(data)
                    if self._stopped:
                        status.shutdown(socket.SHUT_WR)
                    if len(self.frames) > count:
                        last_frame = time.monotonic()
            elif status.fileno() in ready:
                try:
                    news = status.recv(4096)
                except OSError:
                    news = b""
                said += news
                if said.endswith(b"\n"):
                    if piped:
                        self._drain(pipe)
                    return json.loads(said)
                if not news:
                    raise Lost
            elif not self._stopped and time.monotonic() >= last_frame + self._limits.wall_seconds:
                self._stopped = ("wall_time", f"{self._limits.wall_seconds:g} s of wall time")
                status.shutdown(socket.SHUT_WR)

    def _drain(self, pipe: int) -> None:
        """Take what the worker wrote before it ended; nobody can write any more."""
        os.set_blocking(pipe, False)
        try:
            while data := os.read(pipe, 2**18):
                if not self._stopped:
                    self._take(data)
        except BlockingIOError:
            pass

    def _take(self, data: bytes) -> None:
        try:
            for frame in self._decoder.feed(data):
                self._accept(frame)
        except codec.TooMuchOutput:
            most = f"{self._limits.output_bytes // 2**20} MB, or {codec.TOTAL_VALUES:,} values,"
            self._stopped = ("output", f"more than {most} of output")
        except codec.Malformed as error:
            self._stopped = ("malformed", str(error))

    def _accept(self, frame: dict[str, Any]) -> None:
        event = frame.get("event")
        if event is not None and type(event) is not str:  # an array would compare item by item
            raise codec.Malformed("an event that is no name")
        if not self._ready:
            if event == "fault":
                self._fault = str(frame.get("detail"))
            elif event == "ready":
                self._ready = True
            return
        if self._done:
            raise codec.Malformed("a frame after the last one")
        if event == "done":
            self._done = True
        else:
            self.frames.append(frame)

    def _conclude(self, report: dict[str, Any]) -> tuple[Ended, str]:
        limit, number = report["limit"], report["signal"]
        if limit == "told" and not self._stopped:
            raise Lost  # not told by us: the parent of workers is ending
        if limit == "fault":
            return "fault", self._fault or report["detail"]
        if not self._ready and limit != "wall_time" and self._stopped is None:
            return "fault", self._fault or f"the worker ended before it was ready ({report})"
        if self._stopped:
            return self._stopped
        if limit == "wall_time":
            return "wall_time", f"{self._limits.wall_seconds_total:g} s of wall time"
        if limit == "cpu_time":
            return "cpu_time", f"{self._limits.cpu_seconds:g} s of processor time"
        if limit == "memory":
            return "memory", f"more than {self._limits.memory_bytes // 2**20} MB of memory"
        if limit == "disk":
            return "output", f"more than {self._limits.disk_bytes // 2**20} MB of files"
        if limit == "files":
            return "output", f"more than {self._limits.files} files"
        if limit == "threads":
            return "killed", f"more than {self._limits.threads} threads"
        if number:
            return "killed", f"signal {number}"
        if self._decoder.incomplete:
            return "malformed", "the last frame is cut off"
        if self._done and report["exit"] == 0:
            return "finished", ""
        return "killed", f"ended itself with exit status {report['exit']}"
