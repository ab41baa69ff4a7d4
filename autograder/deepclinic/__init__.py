"""A Keras 3 course on why deep networks fail to train or to generalize, and a grader that explains.

Importing this package imports neither Keras nor NumPy: `deepclinic --help` and `deepclinic list` answer at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deepclinic.selfstudy.notebook import Exercise

__version__ = "0.1.0"
__all__ = ["__version__", "exercise"]


def exercise(name: str, language: str = "en") -> Exercise:
    """Return the exercise `name` for use in a notebook: `exercise("relu").check()`, `.hint(1)`, `.solution()`.

    Args:
        name: of the exercise; `deepclinic list` shows them all.
        language: in which it answers, "en" or "ko".

    Raises:
        DeepclinicError: there is no such exercise.
    """
    from deepclinic.selfstudy.notebook import exercise as open_exercise

    return open_exercise(name, language)
