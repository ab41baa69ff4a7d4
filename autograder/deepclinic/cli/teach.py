"""Commands of instructors: `nbgrader init`, `demo`."""

from __future__ import annotations

from argparse import Namespace


def nbgrader_init(arguments: Namespace) -> int:
    """Make a course folder that nbgrader's own commands run."""
    from deepclinic.classroom.init import init
    from deepclinic.report.terminal import make_console

    init(arguments.dir, units=arguments.units, points=arguments.points, language=arguments.language or "en")
    make_console().print(f"Made {arguments.dir}. Its README.md says which commands come next.")
    return 0


def demo(arguments: Namespace) -> int:
    """The main job on a sample class."""
    from deepclinic.classroom.demo import demo as run

    return run(arguments.keep, arguments.language or "en", arguments.allow_weak_isolation)
