"""`python -m deepclinic` is the command `deepclinic`."""

from __future__ import annotations

import os
import sys

# `python -m` looks for modules in the current folder first: a json.py there must not take the library's place. (For a
# deepclinic.py it is too late here; `python -P -m deepclinic`, or the command `deepclinic`, looks nowhere else.)
if not sys.flags.safe_path:
    sys.path.sort(key=lambda place: place in ("", os.getcwd()))

from deepclinic.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
