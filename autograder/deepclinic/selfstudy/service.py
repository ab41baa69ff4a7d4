"""The grader behind a notebook: a process of its own, so that nothing which is patched in the kernel changes a verdict.

One request and one answer a line, as JSON: {"cells", "exercise"} in, {"report"} or {"error"} out; before the answer
{"first_use": how many} where known misconceptions are observed first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import deepclinic
from deepclinic.errors import DeepclinicError
from deepclinic.grading import PUBLISHED_SEED, Grader
from deepclinic.report import stored
from deepclinic.report.model import Report
from deepclinic.text import Text

_BOOT = """
import sys
root = sys.argv[1]
if root not in sys.path:
    sys.path.insert(0, root)
from deepclinic.selfstudy.service import serve
serve()
"""


class Service:
    """Starts the process; it ends when it is closed, or with the kernel.

    Args:
        on_first_use: called with how many known misconceptions are going to be observed, which takes a while.
    """

    def __init__(self, on_first_use: Callable[[int], None] | None = None) -> None:
        self._on_first_use = on_first_use
        root = str(Path(deepclinic.__file__).resolve().parent.parent)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT, root],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8",
            env={**environment, "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"},
            start_new_session=True,  # an interrupt of the kernel is not one of the grader
        )  # fmt: skip

    @property
    def alive(self) -> bool:
        """False once it has ended, or been closed."""
        return self._process.poll() is None

    def grade_cells(self, cells: list[dict[str, Any]], exercise: str) -> Report:
        """Grade one exercise from cells that were run.

        Raises:
            DeepclinicError: the grader could not be started or has ended; the next check starts another.
        """
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(json.dumps({"cells": cells, "exercise": exercise}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
            while line and "first_use" in (notice := json.loads(line)):
                if self._on_first_use:
                    self._on_first_use(notice["first_use"])
                line = self._process.stdout.readline()
        except OSError:
            line = ""
        except BaseException:  # interrupted: its answer would be taken for that to the next question
            self.close()
            raise
        if not line:
            self.close()
            raise DeepclinicError(
                Text(
                    "The grader has ended. Run the check again; if it ends again, `deepclinic doctor` in a terminal "
                    "says what does not work here.",
                    "채점기가 종료되었습니다. 검사를 다시 실행하세요. 또 종료되면 터미널에서 `deepclinic doctor`로 "
                    "무엇이 동작하지 않는지 확인하세요.",
                )
            )
        answer = json.loads(line)
        if "error" in answer:
            raise DeepclinicError(Text(*answer["error"]))
        return stored.from_dict(answer["report"])

    def close(self) -> None:
        """End it and its workers."""
        assert self._process.stdin and self._process.stdout
        for stream in (self._process.stdin, self._process.stdout):
            try:
                stream.close()
            except OSError:
                pass  # it has ended already
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def serve() -> None:
    """Answer requests on standard input until it is closed."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer

    def say(exercise: str, count: int) -> None:
        _send(answers, {"first_use": count})

    with Grader(seed=PUBLISHED_SEED, allow_weak_isolation=True, on_first_use=say) as grader:
        for line in sys.stdin:
            request = json.loads(line)
            try:
                report = grader.grade_cells(request["cells"], request["exercise"])
                answer: dict[str, Any] = {"report": stored.to_dict(report)}
            except DeepclinicError as error:
                answer = {"error": [error.text.en, error.text.ko]}
            if not _send(answers, answer):
                break


def _send(answers: IO[str], message: dict[str, Any]) -> bool:
    try:
        print(json.dumps(message), file=answers, flush=True)
        return True
    except BrokenPipeError:  # nobody waits for it any more
        return False
