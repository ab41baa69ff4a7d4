"""What one worker may use, at most."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

MB = 2**20


@dataclass(frozen=True)
class Limits:
    """Limits of one worker. The defaults leave most honest solutions ten times what they need; see `stretched`.

    A limit that is hit ends this worker and no other; `Run.ended` and `Run.detail` say which it was.
    """

    wall_seconds: float = 20.0
    """Longest wait from one frame to the next, seconds: in effect the time limit of one probe."""
    wall_seconds_total: float = 90.0
    """Longest life of the worker, seconds."""
    cpu_seconds: int = 60
    """Processor time of all its threads together, seconds (RLIMIT_CPU)."""
    memory_bytes: int = 1536 * MB
    """Private memory (RLIMIT_DATA), and resident memory as the supervisor sees it. A `fit` needs about 600 MB of it."""
    output_bytes: int = 16 * MB
    """All frames together. The observation of a right solution has less than 1 MB."""
    file_bytes: int = 64 * MB
    """One file in the temporary folder (RLIMIT_FSIZE)."""
    disk_bytes: int = 256 * MB
    """All files in the temporary folder together, looked at several times a second."""
    files: int = 1000
    """Number of files and folders in the temporary folder, looked at several times a second."""
    open_files: int = 128
    """Open descriptors (RLIMIT_NOFILE)."""
    threads: int = 512
    """Threads at one time, looked at many times a second. TensorFlow's own pools grow with the machine's cores."""

    def stretched(self, factor: float) -> Limits:
        """Return limits with every limit of time multiplied by `factor`."""
        return replace(
            self,
            wall_seconds=factor * self.wall_seconds,
            wall_seconds_total=factor * self.wall_seconds_total,
            cpu_seconds=round(factor * self.cpu_seconds),
        )

    def as_dict(self) -> dict[str, float]:
        """Return the limits as plain numbers by name."""
        return asdict(self)
