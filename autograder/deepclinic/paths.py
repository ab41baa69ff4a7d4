"""Where the content of the course lies: in a checkout beside the package, in a wheel inside it.

Content is data. It is found by path and never imported, so that no top-level package named `course` or `datasets` is
ever installed.
"""

from __future__ import annotations

from pathlib import Path

from deepclinic.errors import DeepclinicError

_PACKAGE = Path(__file__).resolve().parent


def _content_root() -> Path:
    """The folder that holds `course/` and `datasets/`."""
    bundled = _PACKAGE / "_content"
    checkout = _PACKAGE.parent.parent
    for root in (bundled, checkout):
        if (root / "course" / "course.toml").is_file():
            return root
    raise DeepclinicError(
        f"The course was not found, neither in {bundled} nor in {checkout}. "
        "The installation is incomplete: run `pip install --force-reinstall` for deepclinic again."
    )


def _optional(name: str) -> Path | None:
    folder = _content_root() / name
    return folder if folder.is_dir() else None


def course_root() -> Path:
    """The folder of `course.toml` and the unit folders."""
    return _content_root() / "course"


def datasets_root() -> Path:
    """The folder of the data files that come with the course."""
    return _content_root() / "datasets"


def solutions_root() -> Path | None:
    """The folder of references, alternatives and misconceptions; None where a student's build left it out."""
    return _optional("solutions")


def stubs_root() -> Path | None:
    """The folder of ready stubs `<exercise>.py`; None unless this is a student's build, which has no references."""
    return _optional("stubs")


def expected_root() -> Path | None:
    """The folder of expected observations on published seeds; None unless this is a student's build."""
    return _optional("expected")
