"""Commands of a self-learner: init, list, check, hint, solution, reset, and the watch."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.text import Text as RichText

from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.report.safe import PARAGRAPH, clean
from deepclinic.report.terminal import make_console, print_report
from deepclinic.selfstudy.hints import STEPS, hint_for
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text


def init(arguments: Namespace) -> int:
    """Make a workspace."""
    language = arguments.language or "en"
    workspace = Workspace.create(arguments.dir, language)
    text = Text(
        f"Made {workspace.root} with {len(catalog().exercises)} exercises. Next:\n\n"
        f"    cd {workspace.root}\n    deepclinic\n",
        f"{workspace.root}에 연습 문제 {len(catalog().exercises)}개를 만들었습니다. 이어서:\n\n"
        f"    cd {workspace.root}\n    deepclinic\n",
    )
    _say(make_console(), text.to(language))
    return 0


def list(arguments: Namespace) -> int:
    """The exercises in order; in a workspace also points and tries."""
    workspace = _workspace_or_none()
    language = arguments.language or (workspace.language if workspace else "en")
    console = make_console()
    for unit in catalog().units:
        if unit.exercises:
            console.print(RichText(unit.title.to(language), style="bold"))
        for info in unit.exercises:
            console.print(_line(info, workspace, language), no_wrap=True, overflow="ellipsis")
    return 0


def check(arguments: Namespace) -> int:
    """Check one exercise of the workspace, or one file."""
    from deepclinic.grading import PUBLISHED_SEED, Grader, submissions_in
    from deepclinic.selfstudy.watch import check_file

    console = make_console()
    target = Path(arguments.target) if arguments.target else None
    with Grader(seed=PUBLISHED_SEED, allow_weak_isolation=True, on_first_use=_patience(console)) as grader:
        if target is not None and (target.suffix in (".py", ".ipynb") or target.exists()):
            if target.is_dir():
                raise DeepclinicError(f"{target} is a folder; `deepclinic grade {target}` grades a folder.")
            reports = [report for found in submissions_in([target]) for report in grader.grade(found)]
            language = arguments.language or "en"
        else:
            workspace = Workspace.find()
            info = _exercise(workspace, arguments.target)
            reports = [check_file(grader, workspace, info, workspace.file(info))]
            language = arguments.language or workspace.language
        for report in reports:
            print_report(report, language, console)
    return exit_status(reports)


def watch(arguments: Namespace) -> int:
    """Check the next open exercise on every save, until interrupted."""
    from deepclinic.grading import PUBLISHED_SEED, Grader
    from deepclinic.selfstudy.watch import check_file, saved_files

    console = make_console()
    workspace = Workspace.find()
    language = workspace.language
    with Grader(seed=PUBLISHED_SEED, allow_weak_isolation=True, on_first_use=_patience(console)) as grader:
        info = workspace.next_open()
        if info is not None:
            print_report(check_file(grader, workspace, info, workspace.file(info)), language, console)
        _invite(console, workspace)
        try:
            for info, path in saved_files(workspace, arguments.poll):
                console.rule(path.name)
                print_report(check_file(grader, workspace, info, path), language, console)
                _invite(console, workspace)
        except KeyboardInterrupt:
            console.print()
    return 0


def hint(arguments: Namespace) -> int:
    """Show the next hint for the check that failed first."""
    workspace = _workspace_or_none()
    language = arguments.language or (workspace.language if workspace else "en")
    if workspace is None and arguments.exercise is None:
        Workspace.find()
    info = _exercise(workspace, arguments.exercise)
    failed, step = None, arguments.step or 1
    if workspace is not None:
        progress = workspace.progress(info)
        failed = progress["failed_check"]
        key = failed or ""
        step = arguments.step or min(progress["hints"].get(key, 0) + 1, STEPS)
        progress["hints"][key] = step
        workspace.save()
    shown = hint_for(info.name, failed, step)
    console = make_console()
    console.print(RichText(clean(shown.heading.to(language)), style="bold"))
    _say(console, shown.text.to(language))
    return 0


def solution(arguments: Namespace) -> int:
    """Show the reference, after a pass or an explicit `--give-up`."""
    workspace = _workspace_or_none()
    if workspace is None and arguments.exercise is None:
        Workspace.find()
    info = _exercise(workspace, arguments.exercise)
    passed = workspace is not None and workspace.progress(info)["passed"]
    if not passed and not arguments.give_up:
        raise DeepclinicError(
            Text(
                f"The solution of {info.name} opens when yours passes; or now, with --give-up.",
                f"{info.name}의 모범 답안은 통과한 뒤에 열립니다. 지금 보려면 --give-up을 붙이세요.",
            )
        )
    console = make_console()
    console.print(Syntax(solutions.reference_source(info.name), "python", background_color="default"))
    return 0


def reset(arguments: Namespace) -> int:
    """Write both files of an exercise afresh; the old ones are kept."""
    workspace = Workspace.find()
    info = catalog().exercise(arguments.exercise)
    for kept in workspace.write_stub(info):
        _say(
            make_console(),
            f"{kept.relative_to(workspace.root)} ← {'이전 파일' if workspace.language == 'ko' else 'kept'}",
        )
    return 0


def exit_status(reports) -> int:
    """0 all full marks, 1 something lost points, 3 the grader itself failed."""
    if any(report.outcome == "grader_fault" for report in reports):
        return 3
    return 0 if all(report.full_marks for report in reports) else 1


def _exercise(workspace: Workspace | None, name: str | None) -> ExerciseInfo:
    if name:
        return catalog().exercise(name)
    info = workspace.next_open() if workspace else None
    if info is None:
        raise DeepclinicError(
            Text(
                "Every exercise passes. Name the one that you mean.",
                "모든 연습 문제를 통과했습니다. 이름을 지정하세요.",
            )
        )
    return info


def _workspace_or_none() -> Workspace | None:
    try:
        return Workspace.find()
    except DeepclinicError:
        return None


def _line(info: ExerciseInfo, workspace: Workspace | None, language: str) -> RichText:
    line = RichText(f"  {info.name:<24}")
    if workspace is not None:
        progress = workspace.progress(info)
        mark = "✓" if progress["passed"] else ("…" if progress["tries"] else " ")
        line = RichText(f"{mark} {info.name:<24}", style="green" if progress["passed"] else "")
        line.append(f"{progress['best']:g}/{info.max_points:g}".rjust(9))
        line.append(f"  {progress['tries']}×" if progress["tries"] else "    ")
    line.append(f"  {info.title.to(language)}  ")
    line.append(f"{info.minutes[0]}-{info.minutes[1]} min", style="dim")
    return line


def _invite(console: Console, workspace: Workspace) -> None:
    info = workspace.next_open()
    text = (
        Text("Every exercise passes. Well done!", "모든 연습 문제를 통과했습니다. 훌륭합니다!")
        if info is None
        else Text(
            f"Next: {workspace.file(info).relative_to(workspace.root)} - save it to check. "
            "`deepclinic hint` in another terminal helps. Ctrl-C stops.",
            f"다음: {workspace.file(info).relative_to(workspace.root)} - 저장하면 검사합니다. "
            "힌트는 다른 터미널에서 `deepclinic hint`. 끝내려면 Ctrl-C.",
        )
    )
    _say(console, text.to(workspace.language))


def _patience(console: Console):
    def say(exercise: str, count: int) -> None:
        _say(console, f"First use of {exercise}: observing {count} known misconceptions, once …")

    return say


def _say(console: Console, text: str) -> None:
    console.print(clean(text, PARAGRAPH, lines=True), soft_wrap=True)
