"""Observations on disk, in the same pickle-free format in which they leave a worker. Written whole or not at all."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from deepclinic.errors import DeepclinicError
from deepclinic.files import CannotWrite, write_whole
from deepclinic.isolation import codec
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

FORMAT = 1


def save(path: Path, observation: Observation) -> None:
    """Write an observation; see `write_whole`."""
    write_whole(path, codec.encode(_to_dict(observation)))


def save_if_possible(path: Path, observation: Observation) -> None:
    """Save, or go on without where the folder cannot be written or the disk is full: it is only a cache."""
    try:
        save(path, observation)
    except CannotWrite:
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
        "load_error": _error(observation.load_error),
        "ready_made": list(observation.ready_made),
        "probes": {
            name: {
                "entries": dict(probe.entries),
                "notes": dict(probe.notes),
                "error": _error(probe.error),
                "stopped": asdict(probe.stopped) if probe.stopped else None,
                "seconds": probe.seconds,
            }
            for name, probe in observation.probes.items()
        },
    }


def _error(error: StudentError | None) -> dict | None:
    """An error without the frames of the libraries: those name folders of this machine, and nobody reads them."""
    return asdict(replace(error, full="")) if error else None


def _from_dict(fields: dict) -> Observation:
    if fields["format"] != FORMAT:
        raise KeyError(f"format {fields['format']}")
    probes = {
        name: ProbeObservation(
            probe["entries"],
            probe["notes"],
            StudentError(**probe["error"]) if probe["error"] else None,
            Text(**probe["stopped"]) if probe["stopped"] else None,
            probe.get("seconds", 0.0),
        )
        for name, probe in fields["probes"].items()
    }
    error = StudentError(**fields["load_error"]) if fields["load_error"] else None
    return Observation(probes, error, tuple(fields["ready_made"]))
