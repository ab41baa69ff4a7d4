"""The arguments of every command. Commands are imported when they run, so that `--help` is quick."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Callable
from pathlib import Path

from deepclinic import __version__
from deepclinic.text import LANGUAGES


def parser() -> argparse.ArgumentParser:
    """The whole command line. Every parsed result has `run(arguments) -> exit status`."""
    top = argparse.ArgumentParser(
        prog="deepclinic",
        description="Why deep networks fail to train or to generalize, and what cures them: a course with a grader.",
        epilog="Without a command: watch the next open exercise of the workspace here.",
    )
    top.add_argument("--version", action="version", version=f"deepclinic {__version__}")
    top.add_argument("--poll", action="store_true", help="look for saved files by polling (network file systems)")
    top.set_defaults(run=_command("study", "watch"), language=None)
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    _study(commands)
    _grade(commands)
    _teach(commands)
    _dev(commands)
    return top


def _study(commands) -> None:
    init = _add(commands, "init", "study", "make a workspace: a stub and a notebook for every exercise")
    init.add_argument("dir", type=Path, metavar="DIR", nargs="?")
    init.add_argument("--update", action="store_true", help="bring new lessons; files that you changed are not touched")
    _language(init)
    _language(_add(commands, "list", "study", "the exercises, and how far you are"))
    check = _add(commands, "check", "study", "check one exercise (default: the next open one)")
    check.add_argument("target", nargs="?", metavar="EXERCISE|FILE")
    check.add_argument("--full", action="store_true", help="every failure in full, and all frames of what was raised")
    _language(check)
    hint = _add(commands, "hint", "study", "a hint for what failed; again for the next step")
    hint.add_argument("exercise", nargs="?", metavar="EXERCISE")
    hint.add_argument("--step", type=int, choices=(1, 2, 3), help="this step instead of the next")
    _language(hint)
    solution = _add(commands, "solution", "study", "the reference beside your own, once yours passes")
    solution.add_argument("exercise", nargs="?", metavar="EXERCISE")
    solution.add_argument("--give-up", action="store_true", help="show it before yours passes")
    _language(solution)
    certificate = _add(commands, "certificate", "certificate", "a page of what you passed; `grade` can verify it")
    certificate.add_argument("--name", help="of the person, as the page shall say it")
    _language(certificate)
    _language(_add(commands, "doctor", "doctor", "what works on this computer and what does not"))
    reset = _add(commands, "reset", "study", "start an exercise afresh; your files are kept as .bak")
    reset.add_argument("exercise", metavar="EXERCISE")
    _language(reset)


def _grade(commands) -> None:
    grade = _add(commands, "grade", "grade", "grade submissions: .py, .ipynb, folders, nbgrader's submitted/ tree")
    grade.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    grade.add_argument("--exercise", metavar="NAME", help="where neither the file's name nor its cells tell it")
    grade.add_argument("--seed", type=_seed, metavar="N", help="repeat a verdict; default: a fresh one")
    grade.add_argument("--jobs", type=_positive, metavar="N", default=os.cpu_count() or 1, help="default: all cores")
    grade.add_argument("--json", metavar="FILE|-", help="write the reports as JSON; - for standard output")
    grade.add_argument("--html", type=Path, metavar="DIR", help="write a page per report and one for the class")
    grade.add_argument("--csv", type=Path, metavar="FILE", help="write points by exercise and check")
    _isolation(grade)
    _language(grade)
    course = grade.add_argument_group("a whole class", "in the folder of an nbgrader course, instead of PATH")
    course.add_argument("--nbgrader", metavar="ASSIGNMENT", help="all that was submitted; verdicts are kept, and "
                        "`nbgrader autograde` picks them up")  # fmt: skip
    course.add_argument("--student", metavar="ID", help="only this one's")
    course.add_argument("--again", action="store_true", help="grade also what is kept")
    course.add_argument("--executor", choices=("local", "dask"), default="local", help="where the work is done")
    course.add_argument("--scheduler", metavar="ADDRESS", help="of the Dask cluster, such as tcp://10.0.0.1:8786")


def _teach(commands) -> None:
    nbgrader = commands.add_parser("nbgrader", help="teach a class with nbgrader")
    inner = nbgrader.add_subparsers(metavar="COMMAND", dest="nbgrader_command", required=True)
    init = inner.add_parser("init", help="make a course folder that nbgrader's own commands run")
    init.set_defaults(run=_command("teach", "nbgrader_init"))
    init.add_argument("dir", type=Path, metavar="DIR")
    init.add_argument("--units", type=_items, action="extend", metavar="UNIT,…", help="these units; default: all")
    init.add_argument(
        "--points", type=_items, action="extend", default=[], metavar="ITEM,…",
        help="a factor for everything (2), NAME=POINTS for an exercise's code, NAME/question=POINTS for its answer",
    )  # fmt: skip
    _language(init)
    demo = _add(commands, "demo", "teach", "the main job on a sample class, start to finish")
    demo.add_argument("--keep", type=Path, metavar="DIR", help="work in this new folder instead of a temporary one")
    _isolation(demo)
    _language(demo)


def _dev(commands) -> None:
    dev = commands.add_parser("dev", help="for authors of exercises")
    inner = dev.add_subparsers(metavar="COMMAND", dest="dev_command", required=True)
    check = inner.add_parser("check", help="are the exercises, and their checks, sound?")
    check.set_defaults(run=_command("dev", "check"))
    check.add_argument("exercises", nargs="*", metavar="EXERCISE")
    check.add_argument("--seed", type=_seed, metavar="N", help="of the graded runs")
    check.add_argument("--jobs", type=_positive, metavar="N", default=os.cpu_count() or 1)
    adequacy = inner.add_parser("adequacy", help="how good are the checks? error rates, kill matrix, mutants")
    adequacy.set_defaults(run=_command("adequacy", "adequacy"))
    adequacy.add_argument("exercises", nargs="*", metavar="EXERCISE")
    adequacy.add_argument("--seeds", type=_positive, metavar="N", default=5, help="for each right solution; default: 5")
    adequacy.add_argument("--seed", type=_seed, metavar="N", help="from which the seeds follow")
    adequacy.add_argument("--no-mutants", action="store_true", help="leave out the mutants of the references")
    adequacy.add_argument("--jobs", type=_positive, metavar="N", default=os.cpu_count() or 1)
    adequacy.add_argument("--html", type=Path, metavar="DIR", help="write a page with every kill matrix")
    adequacy.add_argument("--json", metavar="FILE|-", help="write what was measured; - for standard output")
    adequacy.add_argument("--docs", type=Path, metavar="DIR", help="write adequacy.md and adequacy.json")
    build = inner.add_parser("build", help="build a wheel; --student leaves the solutions out")
    build.set_defaults(run=_command("dev", "build"))
    build.add_argument("out", type=Path, metavar="DIR")
    build.add_argument("--student", action="store_true", help="without solutions, with expected observations")


def _add(commands, name: str, module: str, help_text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help_text, description=help_text)
    command.set_defaults(run=_command(module, name))
    return command


def _command(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        return getattr(importlib.import_module(f"deepclinic.cli.{module}"), function)(arguments)

    return run


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=LANGUAGES, help="of what you read (default: the workspace's, or en)")


def _isolation(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--allow-weak-isolation",
        action="store_true",
        help="grade even where the kernel cannot isolate student code (every report says so)",
    )


def _items(text: str) -> list[str]:
    return [item for item in map(str.strip, text.split(",")) if item]


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _seed(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**31:
        raise argparse.ArgumentTypeError("must be from 0 to 2147483647")
    return number
