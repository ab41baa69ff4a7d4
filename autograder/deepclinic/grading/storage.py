"""Observations on disk, in the same pickle-free format in which they leave a worker. Written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from deepclinic.errors import DeepclinicError
from deepclinic.isolation import codec
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

FORMAT = 1


def save(path: Path, observation: Observation) -> None:
    """Write an observation; a crash leaves the old file or none."""
    write_whole(path, codec.encode(_to_dict(observation)))


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write under a temporary name, then rename: a crash leaves the old file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def save_if_possible(path: Path, observation: Observation) -> None:
    """Save, or go on without where the folder cannot be written or the disk is full: it is only a cache."""
    try:
        save(path, observation)
    except OSError:
        return


def load(path: Path) -> Observation:
    """Read an observation; `DeepclinicError` names a file that is missing or damaged."""
    try:
        return _from_dict(codec.decode(path.read_bytes()))
    except OSError as error:
        raise DeepclinicError(f"Cannot read the expected observation {path}: {error.strerror}.") from error
    except (codec.CodecError, KeyError, TypeError) as error:
        raise DeepclinicError(f"{path} is damaged ({error}); delete it, or install deepclinic again.") from error


def load_if_readable(path: Path) -> Observation | None:
    """Read an observation, or None where there is none or it is damaged."""
    try:
        return load(path)
    except DeepclinicError:
        return None


def _to_dict(observation: Observation) -> dict:
    return {
        "format": FORMAT,
        "load_error": asdict(observation.load_error) if observation.load_error else None,
        "ready_made": list(observation.ready_made),
        "probes": {
            name: {
                "entries": dict(probe.entries),
                "notes": dict(probe.notes),
                "error": asdict(probe.error) if probe.error else None,
                "stopped": asdict(probe.stopped) if probe.stopped else None,
            }
            for name, probe in observation.probes.items()
        },
    }


def _from_dict(fields: dict) -> Observation:
    if fields["format"] != FORMAT:
        raise KeyError(f"format {fields['format']}")
    probes = {
        name: ProbeObservation(
            probe["entries"],
            probe["notes"],
            StudentError(**probe["error"]) if probe["error"] else None,
            Text(**probe["stopped"]) if probe["stopped"] else None,
        )
        for name, probe in fields["probes"].items()
    }
    error = StudentError(**fields["load_error"]) if fields["load_error"] else None
    return Observation(probes, error, tuple(fields["ready_made"]))
