"""The README of a workspace, in both languages."""

from __future__ import annotations

README = {
    "en": """# Your deepclinic workspace

Each exercise is here twice: as a notebook (`.ipynb`, with the lesson) and as a plain Python file (`.py`). Work in
whichever you like; the one that you saved last is checked. Your progress is kept in `deepclinic.json`; you may move the
folder wherever you like.

    deepclinic            watch: your file is checked each time you save it
    deepclinic list       where you are
    deepclinic hint       a hint for what failed; again for the next step
    deepclinic check      check once
    deepclinic solution   the solution beside your own, once yours passes
    deepclinic doctor     what works on this computer and what does not
""",
    "ko": """# deepclinic 작업 폴더

연습 문제마다 노트북(`.ipynb`, 수업 포함)과 파이썬 파일(`.py`)이 하나씩 있습니다. 편한 쪽에서
작업하세요. 나중에 저장한 쪽을 검사합니다. 진행 상황은 `deepclinic.json`에 남으며, 폴더는 어디로든 옮겨도 됩니다.

    deepclinic            지켜보기: 저장할 때마다 검사합니다
    deepclinic list       진행 상황
    deepclinic hint       실패한 검사의 힌트 (다시 실행하면 다음 단계)
    deepclinic check      한 번 검사
    deepclinic solution   통과한 뒤 내 풀이와 모범 답안을 나란히 보기
    deepclinic doctor     이 컴퓨터에서 되는 것과 안 되는 것
""",
}
