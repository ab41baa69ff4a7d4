"""What keeps a machine from checking at all, said before anything else is tried, with the cure."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import sys

from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

OLDEST, NEWEST = (3, 11), (3, 13)
LIBRARIES = ("keras", "tensorflow", "numpy")


def is_right_python() -> bool:
    """True where this Python is one that the course runs on."""
    return OLDEST <= sys.version_info[:2] <= NEWEST


def need_python() -> None:
    """Raise `DeepclinicError` under a Python that is too old for this package. Under one that is too new, go on."""
    if sys.version_info[:2] < OLDEST:
        version = ".".join(map(str, sys.version_info[:3]))
        raise DeepclinicError(
            Text(
                f"This is Python {version} ({sys.executable}); deepclinic needs Python 3.11, 3.12 or 3.13. Make an "
                "environment with one of them (`python3.12 -m venv .venv`) and install deepclinic into it.",
                f"파이썬 {version}입니다 ({sys.executable}). deepclinic에는 3.11, 3.12, 3.13 중 하나가 필요합니다. "
                "그 파이썬으로 환경을 만들고(`python3.12 -m venv .venv`) deepclinic을 설치하세요.",
            )
        )


def missing_libraries() -> list[str]:
    """Which of the libraries that every check needs are not installed for this Python. Imports none of them."""
    return [name for name in LIBRARIES if not _is_installed(name)]


def need_libraries() -> None:
    """Raise `DeepclinicError` where a library is missing, with the command that installs it for this very Python."""
    missing = missing_libraries()
    if missing:
        if not is_right_python():
            raise DeepclinicError(
                Text(
                    f"{' and '.join(missing)} cannot be installed for this Python, "
                    f"{'.'.join(map(str, sys.version_info[:2]))} ({sys.executable}). Use Python 3.11, 3.12 or 3.13.",
                    f"이 파이썬({sys.executable})에는 {', '.join(missing)}을(를) 설치할 수 없습니다. "
                    "파이썬 3.11, 3.12, 3.13 중 하나를 쓰세요.",
                )
            )
        command = f"    {sys.executable} -m pip install {' '.join(missing)}"
        raise DeepclinicError(
            Text(
                f"{sys.executable} has no {' and no '.join(missing)}. Either another Python was meant: activate the "
                f"environment into which you installed deepclinic. Or install it:\n\n{command}\n",
                f"{sys.executable}에 {', '.join(missing)}이(가) 없습니다. 다른 파이썬을 쓰려던 것이라면 deepclinic을 "
                f"설치한 환경을 활성화하고, 아니면 설치하세요:\n\n{command}\n",
            )
        )


def version_of(name: str) -> str:
    """The installed version of a library; "" where there is none."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _is_installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
