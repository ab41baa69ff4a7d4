"""Commands of a self-learner: init, list, check, hint, solution, reset, and the watch."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as RichText

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.report.safe import PARAGRAPH, clean
from deepclinic.report.terminal import make_console, print_report
from deepclinic.selfstudy import beside
from deepclinic.selfstudy.hints import hint_for
from deepclinic.selfstudy.screen import course_list
from deepclinic.selfstudy.sentences import say as sentence
from deepclinic.selfstudy.trouble import need_libraries
from deepclinic.selfstudy.workspace import NoWorkspace, Workspace
from deepclinic.text import Text

if TYPE_CHECKING:
    from deepclinic.grading import Grader


def init(arguments: Namespace) -> int:
    """Make a workspace, or bring what is new into one."""
    if arguments.update:
        return _update(arguments)
    if arguments.dir is None:
        raise DeepclinicError(
            Text(
                "Name the folder to make: `deepclinic init my-work`.",
                "만들 폴더의 이름을 적으세요: `deepclinic init my-work`.",
            )
        )
    language = arguments.language or "en"
    workspace = Workspace.create(arguments.dir, language)
    where = shlex.quote(str(workspace.root))
    count, then = len(catalog().exercises), f"\n\n    cd {where}\n    deepclinic\n"
    text = Text(
        f"Made {workspace.root} with {count} exercises. Next:",
        f"{workspace.root}에 연습 문제 {count}개를 만들었습니다. 이어서:",
    )
    _say(make_console(), text.to(language) + then)
    return 0


def _update(arguments: Namespace) -> int:
    workspace = Workspace.adopt(arguments.dir or Path.cwd(), arguments.language or "en")
    with workspace.changing():
        result = workspace.update()
    console = make_console()
    said = (
        (result.new, Text("new", "새로 생김")),
        (result.renewed, Text("renewed", "새 내용으로 바꿈")),
        (result.kept, _KEPT),
    )
    for paths, what in said:
        for path in paths:
            _say(console, f"{path.relative_to(workspace.root)}: {what.to(workspace.language)}")
    if not any(paths for paths, _ in said):
        _say(console, Text("Everything is up to date.", "모두 최신입니다.").to(workspace.language))
    return 0


def list(arguments: Namespace) -> int:
    """The exercises in order; in a workspace also points, tries and the time of the first pass."""
    workspace = _workspace_or_none()
    language = arguments.language or (workspace.language if workspace else "en")
    console = make_console()
    for line in course_list(workspace, language):
        console.print(line)
    return 0


def check(arguments: Namespace) -> int:
    """Check one exercise of the workspace, or one file."""
    need_libraries()
    from deepclinic.grading import submissions_in
    from deepclinic.selfstudy.watch import check_file

    console = make_console()
    target = Path(arguments.target) if arguments.target else None
    if target is not None and (target.suffix in (".py", ".ipynb") or target.exists()):
        if target.is_dir():
            raise DeepclinicError(f"{target} is a folder; `deepclinic grade {target}` grades a folder.")
        workspace, info = _place_of(target)
    else:
        workspace = Workspace.find()
        info = _exercise(workspace, arguments.target)
        target = workspace.file(info)
    language = arguments.language or (workspace.language if workspace else "en")
    with _grader(console, language) as grader:
        if workspace and info:
            reports = [check_file(grader, info, target)]
        else:
            reports = [report for found in submissions_in([target]) for report in grader.grade(found)]
        for report in reports:
            print_report(report, language, console, arguments.full)
    if workspace and info:  # shown first: a verdict is not lost where the progress cannot be kept
        workspace.note(info, reports[0])
    return exit_status(reports)


def watch(arguments: Namespace) -> int:
    """Check the next open exercise on every save, until somebody quits."""
    workspace = Workspace.find()
    console = make_console()
    with _grader(console, workspace.language, jobs=4, say_first_use=False) as grader:
        from deepclinic.selfstudy.session import Session  # while Keras is being loaded

        if workspace.is_older():
            _say(console, _OLDER.to(workspace.language))
        Session(workspace, grader, console, arguments.poll).run()
    return 0


def hint(arguments: Namespace) -> int:
    """Show the next hint for the check that failed first."""
    workspace = _workspace_or_none()
    language = arguments.language or (workspace.language if workspace else "en")
    if workspace is None and arguments.exercise is None:
        Workspace.find()
    info = _exercise(workspace, arguments.exercise)
    console = make_console()
    if workspace is not None and workspace.has_full_marks(info) and not arguments.step:
        _say(console, sentence("nothing_failed", language))
        return 0
    failed, step, trouble = None, arguments.step or 1, None
    if workspace is not None:
        failed = workspace.progress(info)["failed_check"]
        if not arguments.step:
            step, trouble = workspace.next_step(info, failed)
    shown = hint_for(info.name, failed, step)
    console.print(RichText(clean(shown.heading.to(language)), style="bold"))
    _say(console, shown.text.to(language))
    if trouble:
        raise trouble
    return 0


def solution(arguments: Namespace) -> int:
    """Show the reference beside the student's own, after a pass or an explicit yes."""
    workspace = _workspace_or_none()
    if workspace is None and arguments.exercise is None:
        Workspace.find()
    info = _exercise(workspace, arguments.exercise, of_passed=True)
    language = arguments.language or (workspace.language if workspace else "en")
    passed = workspace is not None and workspace.progress(info)["passed"]
    if not passed and not arguments.give_up and not _agrees(info, language):
        raise DeepclinicError(
            Text(
                f"The solution of {info.name} opens when yours passes; or now, with --give-up.",
                f"{info.name}의 모범 답안은 통과한 뒤에 열립니다. 지금 보려면 --give-up을 붙이세요.",
            )
        )
    console = make_console()
    own = ""
    if workspace is not None and any(path.is_file() for path in workspace.files(info)):
        own = beside.own_source(workspace.file(info))
    for part in beside.face(info.name, own, language, console.width):
        console.print(part)
    return 0


def reset(arguments: Namespace) -> int:
    """Write both files of an exercise afresh; the old ones are kept."""
    workspace = Workspace.find()
    info = catalog().exercise(arguments.exercise)
    with workspace.changing():
        kept = workspace.write_stub(info)
    language = arguments.language or workspace.language
    for path in kept:
        _say(make_console(), f"{path.relative_to(workspace.root)} ← {Text('yours, kept', '이전 파일').to(language)}")
    return 0


def exit_status(reports) -> int:
    """0 all full marks, 1 something lost points, 3 the grader itself failed."""
    if any(report.outcome == "grader_fault" for report in reports):
        return 3
    return 0 if all(report.full_marks for report in reports) else 1


def _exercise(workspace: Workspace | None, name: str | None, of_passed: bool = False) -> ExerciseInfo:
    """The one that is named; else the next open one, or with `of_passed` the one that passed last."""
    if name:
        return catalog().exercise(name)
    info = workspace.next_open() if workspace else None
    if workspace and of_passed:
        passed = [e for e in catalog().exercises if workspace.progress(e)["passed"]]
        info = max(passed, key=lambda e: workspace.progress(e)["passed"], default=info)
    if info is None:
        raise DeepclinicError(
            Text(
                "Every exercise passes. Name the one that you mean.",
                "모든 연습 문제를 통과했습니다. 이름을 지정하세요.",
            )
        )
    return info


def _place_of(path: Path) -> tuple[Workspace | None, ExerciseInfo | None]:
    """The workspace and the exercise that a file belongs to; None where it lies elsewhere."""
    try:
        workspace = Workspace.find(path.absolute().parent)
    except NoWorkspace:
        return None, None
    return workspace, workspace.exercise_of(path)


def _agrees(info: ExerciseInfo, language: str) -> bool:
    """Ask at a terminal; elsewhere the answer is no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    question = Text(f"{info.name} has not passed yet. See the solution now? [y/N] ",
                    f"{info.name}을(를) 아직 통과하지 않았습니다. 모범 답안을 지금 볼까요? [y/N] ")  # fmt: skip
    try:
        return input(question.to(language)).strip().lower() in ("y", "yes", "예")
    except EOFError:
        return False


def _workspace_or_none() -> Workspace | None:
    try:
        return Workspace.find()
    except NoWorkspace:
        return None


def _grader(console: Console, language: str, jobs: int = 1, say_first_use: bool = True) -> Grader:
    """A grader of the published seed, after making sure that what it needs is installed."""
    need_libraries()
    from deepclinic.grading import PUBLISHED_SEED, Grader

    def patience(exercise: str, count: int) -> None:
        text = Text(f"First use of {exercise}: observing {count} known misconceptions, once …",
                    f"{exercise} 첫 사용: 알려진 오개념 {count}개를 한 번 관찰합니다 …")  # fmt: skip
        _say(console, text.to(language))

    return Grader(PUBLISHED_SEED, jobs, allow_weak_isolation=True, on_first_use=patience if say_first_use else None)


_KEPT = Text(
    "kept as you changed it; `deepclinic reset EXERCISE` brings the new one and keeps yours",
    "수정한 파일이라 그대로 둠. `deepclinic reset 이름`은 새 내용을 받고 지금 파일도 남김",
)
_OLDER = Text(
    "Another version of deepclinic made this workspace. `deepclinic init --update` brings what is new and leaves what "
    "you changed as it is.",
    "이 작업 폴더는 다른 버전의 deepclinic이 만들었습니다. `deepclinic init --update`로 새 내용을 받으며, 수정한 "
    "파일은 그대로 남습니다.",
)


def _say(console: Console, text: str) -> None:
    console.print(clean(text, PARAGRAPH, lines=True), soft_wrap=True)
