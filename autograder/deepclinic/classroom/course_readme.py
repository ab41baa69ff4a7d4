"""The README of a course that `deepclinic nbgrader init` makes, by language."""

from __future__ import annotations

ENGLISH = """\
# {title}

A course for nbgrader, graded by deepclinic. Run the commands in this folder; where the environment is not activated,
nbgrader is `{nbgrader}`.

| assignment | notebook | points: code + written answer |
|---|---|---|
{table}

## Before the term

The notebooks in `source/` hold reference solutions and marking guides; students get them without. Change the prose,
the points, add cells of your own: cells whose id ends in `-solution`, `-check` or `-question` must keep their ids.

    nbgrader generate_assignment {first}      # source/ -> release/
    nbgrader release_assignment {first}       # release/ -> exchange/

Without an exchange, give students the folder `release/{first}` in any way you like, and put what they hand in into
`submitted/<student>/{first}/`.

## After the deadline

    nbgrader collect {first}                  # exchange/ -> submitted/
    nbgrader autograde {first}                # submitted/ -> autograded/, points into gradebook.db
    jupyter lab                               # menu Nbgrader > Formgrader: grade the written answers
    nbgrader generate_feedback {first}        # feedback/: one page for each notebook
    nbgrader release_feedback {first}         # back to the students
    nbgrader export                           # grades.csv
    nbgrader export --exporter deepclinic.classroom.export.CheckExport --to checks.csv

The second table has a row for each student and exercise and a column for each check. To grade again:
`nbgrader autograde {first} --force`, for one student with `--student ID`.

A large class is graded sooner, before `autograde`, by

    deepclinic grade --nbgrader {first}       # --student ID for one, --again for what is kept too

It may be interrupted and goes on where it was; `autograde` then picks the verdicts up. They lie in `verdicts/`, with
the seed of the checks: keep that folder to yourself.

## How it is graded

Each exercise has one test cell, `<exercise>-check`. A student's code is never run in nbgrader's process or in a
notebook kernel: it is observed in an isolated process, and judged from the observation. The cell's output is the
report that the student finds on the feedback page; its points are partial credit.

- A notebook that cannot be read, a missing one and an endless loop cost their own points only; the report says why.
- Duplicated, moved, split or renamed cells and files cost nothing where the solution can be found; of two solutions the
  last in the notebook counts, and the report says so.
- Where the grader itself failed, the cell is left for you (`needs manual grade` in Formgrader) and costs nothing.
- At its end `nbgrader autograde` lists what a person should look at.
- Written answers (`<exercise>-question`) are yours to grade; the marking guide is in the notebook in `source/`.
"""

KOREAN = """\
# {title}

deepclinic으로 채점하는 nbgrader 과정입니다. 아래 명령은 이 폴더에서 실행하세요. 가상 환경을 활성화하지 않았다면
nbgrader는 `{nbgrader}`에 있습니다.

| 과제 | 노트북 | 점수: 코드 + 서술형 |
|---|---|---|
{table}

## 학기 전에

`source/`의 노트북에는 모범 답안과 채점 기준이 들어 있으며, 학생용에는 없습니다. 설명이나 점수를 고치고 셀을 더해도
됩니다. 다만 id가 `-solution`, `-check`, `-question`으로 끝나는 셀은 id를 그대로 두세요.

    nbgrader generate_assignment {first}      # source/ -> release/
    nbgrader release_assignment {first}       # release/ -> exchange/

교환 폴더(exchange)를 쓰지 않는다면 `release/{first}` 폴더를 편한 방법으로 나누어 주고, 받은 것을
`submitted/<학생>/{first}/`에 넣으세요.

## 마감 후에

    nbgrader collect {first}                  # exchange/ -> submitted/
    nbgrader autograde {first}                # submitted/ -> autograded/, 점수는 gradebook.db로
    jupyter lab                               # 메뉴 Nbgrader > Formgrader: 서술형 채점
    nbgrader generate_feedback {first}        # feedback/: 노트북마다 한 페이지
    nbgrader release_feedback {first}         # 학생에게 돌려주기
    nbgrader export                           # grades.csv
    nbgrader export --exporter deepclinic.classroom.export.CheckExport --to checks.csv

두 번째 표는 학생과 연습 문제마다 한 줄, 검사마다 한 열입니다. 다시 채점하려면
`nbgrader autograde {first} --force`, 한 학생만이면 `--student ID`를 붙이세요.

수강생이 많으면 `autograde` 전에 다음 명령으로 더 빨리 채점할 수 있습니다.

    deepclinic grade --nbgrader {first}       # 한 학생만: --student ID, 이미 채점한 것도 다시: --again

중간에 멈춰도 이어서 채점하며, `autograde`는 그 결과를 가져다 씁니다. 결과는 검사의 시드와 함께
`verdicts/`에 있으니 이 폴더를 공개하지 마세요.

## 채점 방식

연습 문제마다 검사 셀 `<exercise>-check`가 하나 있습니다. 학생의 코드는 nbgrader의 프로세스나 노트북 커널에서 실행되지
않습니다. 격리된 프로세스에서 관찰한 뒤, 관찰 결과를 판정합니다. 셀의 출력이 곧 학생이 피드백 페이지에서 보는
결과이며, 부분 점수를 줍니다.

- 읽을 수 없는 노트북, 제출되지 않은 노트북, 끝나지 않는 반복문은 해당 문제의 점수만 잃습니다. 이유는 결과에 적힙니다.
- 셀이나 파일이 복제되거나, 옮겨지거나, 나뉘거나, 이름이 바뀌어도 풀이를 찾을 수 있으면 감점하지 않습니다. 풀이가
  둘이면 노트북에서 뒤에 나오는 것을 채점하고 결과에 그렇게 적습니다.
- 채점기에 문제가 생긴 셀은 감점하지 않고 남겨 둡니다(Formgrader의 `needs manual grade`).
- `nbgrader autograde`는 끝에서 사람이 살펴볼 것을 알려 줍니다.
- 서술형 답(`<exercise>-question`)은 직접 채점하세요. 채점 기준은 `source/`의 노트북에 있습니다.
"""

README = {"en": ENGLISH, "ko": KOREAN}
