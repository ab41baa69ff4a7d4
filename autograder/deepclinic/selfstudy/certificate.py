"""A page that says what was passed, and can be verified: it names the files that were graded, by their SHA-256.

Everything on it was graded again when it was written, with a fresh seed where this build knows the solutions.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from deepclinic import __version__
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.report.html import document
from deepclinic.report.markup import Markup, tag
from deepclinic.report.safe import NAME, clean
from deepclinic.selfstudy.trouble import LIBRARIES, version_of
from deepclinic.text import Text

SCHEMA = 1
MAX_BYTES = 1_000_000
_DATA = re.compile(r'<script type="application/json" id="deepclinic-certificate">(.*?)</script>', re.DOTALL)
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Passed:
    """One exercise on a certificate; `file` is its path from the certificate's folder, with forward slashes."""

    exercise: str
    file: str
    sha256: str
    points: float
    max_points: float
    first_pass: str
    tries: int


@dataclass(frozen=True)
class Certificate:
    """What a certificate states."""

    name: str
    written: str
    seed: int
    versions: Mapping[str, str]
    passed: Sequence[Passed]


def write(name: str, seed: int, passed: Sequence[Passed], language: str) -> str:
    """The page, with the same facts as JSON inside."""
    versions = {"deepclinic": __version__, "python": platform.python_version()}
    versions |= {library: version_of(library) for library in LIBRARIES}
    stated = Certificate(name, datetime.now(UTC).isoformat(timespec="seconds"), seed, versions, passed)
    return _page(stated, language)


def read(path: Path) -> Certificate:
    """The facts of a certificate, checked for their form.

    Raises:
        DeepclinicError: it is no certificate, or was damaged.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("it is too large")
        found = _DATA.search(path.read_text(encoding="utf-8"))
        if not found:
            raise ValueError("the facts are missing")
        facts = json.loads(found[1])
        if facts["schema"] != SCHEMA:
            raise ValueError("it was written by another version")
        return _checked(facts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise DeepclinicError(
            Text(
                f"{path} is no certificate that can be verified ({error}).",
                f"{path} 파일은 확인할 수 있는 확인서가 아닙니다 ({error}).",
            )
        ) from error


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _checked(facts: dict[str, Any]) -> Certificate:
    known = {info.name for info in catalog().exercises}
    passed = []
    for fields in facts["passed"]:
        one = Passed(**fields)
        place = PurePosixPath(one.file)
        inside = not place.is_absolute() and ".." not in place.parts and place.suffix in (".py", ".ipynb")
        if one.exercise not in known or not inside or not _SHA256.fullmatch(one.sha256):
            raise ValueError(f"what it says of {clean(one.exercise, NAME)} makes no sense")
        passed.append(one)
    versions = {str(key): str(value) for key, value in facts["versions"].items()}
    return Certificate(str(facts["name"]), str(facts["written"]), int(facts["seed"]), versions, passed)


def _page(stated: Certificate, language: str) -> str:
    def say(en: str, ko: str) -> str:
        return Text(en, ko).to(language)

    titles = {info.name: info.title.to(language) for info in catalog().exercises}
    head = [say("Exercise", "연습 문제"), say("Points", "점수"), say("First pass (UTC)", "첫 통과 (UTC)"),
            say("Tries", "시도"), say("File, SHA-256", "파일, SHA-256")]  # fmt: skip
    rows = [
        tag(
            "tr",
            {},
            tag("th", {"scope": "row"}, titles[one.exercise]),
            tag("td", {}, f"{one.points:g} / {one.max_points:g}"),
            tag("td", {}, one.first_pass[:16].replace("T", " ")),
            tag("td", {}, str(one.tries)),
            tag("td", {}, one.file, " ", tag("code", {}, f"{one.sha256[:12]}…")),
        )
        for one in stated.passed
    ]
    count, whole = len(stated.passed), len(catalog().exercises)
    versions = ", ".join(f"{name} {version}" for name, version in stated.versions.items())
    data = json.dumps({"schema": SCHEMA, **asdict(stated)}, ensure_ascii=True).replace("<", "\\u003c")
    verified = say(
        "To verify it, put it beside the files that it names and run: deepclinic grade ",
        "확인하려면 이 파일이 가리키는 파일들 곁에 두고 실행하세요: deepclinic grade ",
    )
    body = tag(
        "main",
        {"class": "wide"},
        tag("h1", {}, catalog().title.to(language)),
        tag(
            "section",
            {"class": "report"},
            tag("h2", {"class": "name"}, clean(stated.name, NAME) or say("A self-learner", "자기 주도 학습자")),
            tag("p", {}, say(f"passed {count} of {whole} exercises", f"연습 문제 {whole}개 중 {count}개 통과")),
            tag(
                "div",
                {"class": "scroll"},
                tag(
                    "table",
                    {"class": "matrix"},
                    tag("thead", {}, tag("tr", {}, [tag("th", {"scope": "col"}, word) for word in head])),
                    tag("tbody", {}, rows),
                ),
            ),
            tag("p", {"class": "foot"}, say("Graded", "채점"), f" {stated.written}, seed {stated.seed}. {versions}."),
            tag("p", {"class": "foot"}, verified, tag("code", {}, "certificate.html")),
        ),
        Markup(f'<script type="application/json" id="deepclinic-certificate">{data}</script>'),
    )
    return document(say("Certificate", "확인서"), language, body)
