"""What `deepclinic grade` was asked to write, written as the reports become ready."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from deepclinic.errors import DeepclinicError
from deepclinic.files import cannot_write, write_whole
from deepclinic.report.csv_face import to_csv
from deepclinic.report.html import INDEX, PageNames, class_page, page
from deepclinic.report.json_face import joined, one_to_json
from deepclinic.report.model import Report
from deepclinic.report.slim import slim
from deepclinic.report.words import who


@dataclass(frozen=True)
class _Kept:
    """What stays in memory of a report: its slim form, the name of its page, and where its JSON lies."""

    report: Report
    page: str | None
    offset: int
    size: int


class Faces:
    """Takes reports one by one; a context manager.

    A report's own page is written at once, its JSON goes to a temporary file, and only that is kept of it which the
    faces of a class show: memory hardly grows with the class.

    Args:
        arguments: with `json`, `csv` and `html`, as the command line has them.
        expected: who and which exercise each place is for, where reports come in any order; their pages' names depend
            on the places alone.
    """

    def __init__(
        self, arguments: Namespace, language: str, seed: int, expected: Sequence[tuple[str, str]] | None = None
    ) -> None:
        self._json, self._csv, self._html = arguments.json, arguments.csv, arguments.html
        self._language, self._seed = language, seed
        self._choose = PageNames()
        self._names = [self._choose(*one) for one in expected] if expected is not None else None
        self._kept: dict[int, _Kept] = {}
        self._first: Report | None = None
        try:
            self._spool = tempfile.TemporaryFile() if self._json else None  # noqa: SIM115 - closed by `__exit__`
        except OSError as error:
            raise cannot_write(Path(tempfile.gettempdir()), error) from error

    def __enter__(self) -> Faces:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self._spool:
            self._spool.close()

    def take(self, report: Report, place: int | None = None) -> None:
        """Write what is only this report's; `place` is its place among all, the next one where it is not given.

        Raises:
            CannotWrite: names the file and the cure.
        """
        place = len(self._kept) if place is None else place
        self._first = None if self._kept else report
        name = None
        if self._html:
            name = self._names[place] if self._names is not None else self._choose(who(report), report.exercise)
            write_whole(self._html / name, page(report, self._language))
        self._kept[place] = _Kept(slim(report), name, *self._put_away(report))

    @property
    def reports(self) -> list[Report]:
        """The reports in their order, without details where there are several."""
        return [self._first] if self._first else [kept.report for kept in self._in_order()]

    def finish(self) -> None:
        """Write what is about all reports together.

        Raises:
            CannotWrite: names the file and the cure.
        """
        if self._json == "-":
            sys.stdout.writelines(self._object())
            print()
        elif self._json:
            write_whole(Path(self._json), self._object())
        reports = [kept.report for kept in self._in_order()]
        if self._csv:
            write_whole(self._csv, to_csv(reports))
        if self._html:
            names = [kept.page for kept in self._in_order()]
            write_whole(self._html / INDEX, class_page(reports, self._language, names))

    def _in_order(self) -> list[_Kept]:
        return [self._kept[place] for place in sorted(self._kept)]

    def _put_away(self, report: Report) -> tuple[int, int]:
        if not self._spool:
            return 0, 0
        data = one_to_json(report, self._language).encode("utf-8")
        try:
            offset = self._spool.seek(0, 2)
            self._spool.write(data)
        except OSError as error:
            raise cannot_write(Path(tempfile.gettempdir()), error) from error
        return offset, len(data)

    def _object(self) -> Iterator[str]:
        return joined(map(self._taken_out, self._in_order()), self._seed)

    def _taken_out(self, kept: _Kept) -> str:
        assert self._spool
        self._spool.seek(kept.offset)
        return self._spool.read(kept.size).decode("utf-8")


def check_targets(arguments: Namespace) -> None:
    """Say before an hour of grading, not after, that something cannot be written."""
    _can_write(arguments.html, is_folder=True)
    _can_write(arguments.csv)
    _can_write(None if arguments.json == "-" else arguments.json)


def _can_write(target: Path | str | None, is_folder: bool = False) -> None:
    if target is None:
        return
    path = Path(target)
    parent = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.exists())
    if not os.access(parent, os.W_OK) or (path.is_dir() != is_folder and path.exists()):
        raise DeepclinicError(f"Cannot write {path}: no permission, or a file stands for a folder.")
