"""What an nbgrader course needs in its configuration to be graded by deepclinic."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute, SaveAutoGrades
from traitlets import HasTraits

from deepclinic.classroom.kept import SUFFIX
from deepclinic.course.notebook import nbgrader_options

# By name, so that commands which grade nothing do not load the grader.
EXPORTER = "deepclinic.classroom.exporter.TidyExporter"
IN_PLACE_OF = {
    Execute: "deepclinic.classroom.preprocessor.GradeExercises",
    SaveAutoGrades: "deepclinic.classroom.grades.SaveGrades",
}


def configure(config: Any) -> None:
    """Set in an nbgrader configuration (`get_config()`) everything that grading by deepclinic needs.

    Settings that the instructor makes after this call win. nbgrader reads its configuration more than once in one
    command: calling this again changes nothing.
    """
    _find_programs()
    steps = _default(Autograde, "autograde_preprocessors")
    config.Autograde.autograde_preprocessors = [IN_PLACE_OF.get(step, step) for step in steps]
    config.Autograde.exporter_class = EXPORTER
    for step, options in nbgrader_options().items():
        config[step].update(options)
    config.CourseDirectory.ignore = [*_default(CourseDirectory, "ignore"), f"*{SUFFIX}"]


def _default(configurable: type[HasTraits], trait: str) -> Any:
    return configurable.class_traits()[trait].default()


def _find_programs() -> None:
    """nbgrader calls `alembic` by its name: where the environment is not activated it would not be found."""
    scripts = str(Path(sys.executable).parent)
    search = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in search:
        os.environ["PATH"] = os.pathsep.join([scripts, *search])
    # A notebook that is run for a person to grade should not be full of TensorFlow's start-up notices.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
