"""The seed of an assignment: drawn once, secret, and kept in the instructor's course folder.

One class is asked the same, an interrupted run goes on as it began, and every verdict can be repeated years later.
Students cannot prepare for it: it is drawn when the assignment is graded for the first time, and the folder is not one
that nbgrader releases.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from deepclinic.errors import DeepclinicError
from deepclinic.grading.verdicts import private_folder

FILE = "seed.txt"


def seed_of(folder: Path, group: bool = False) -> int:
    """Return the seed that is kept in an assignment's folder of verdicts; draw it where there is none yet.

    Two processes that ask at the same time get the same.

    Raises:
        DeepclinicError: the file is damaged, or cannot be written.
    """
    path = folder / FILE
    try:
        if not path.exists():
            private_folder(folder, group)
            _draw(path, 0o660 if group else 0o600)
        seed = int(path.read_text(encoding="ascii"))
    except OSError as error:
        raise DeepclinicError(f"The seed of this assignment cannot be kept in {path}: {error.strerror}.") from error
    except ValueError:
        seed = -1
    if not 0 <= seed < 2**31:
        raise DeepclinicError(
            f"{path} is damaged: it must hold one number from 0 to {2**31 - 1}. Write the seed of the reports that you "
            "have into it, or delete it: then a new one is drawn and everything is graded anew."
        )
    return seed


def _draw(path: Path, mode: int) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{secrets.randbelow(2**31)}\n")
        os.chmod(temporary, mode)
        os.link(temporary, path)
    except FileExistsError:
        pass  # somebody else has just drawn it
    finally:
        os.unlink(temporary)
