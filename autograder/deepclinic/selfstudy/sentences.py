"""What the watch says, in both languages."""

from __future__ import annotations

from deepclinic.text import Text

SENTENCES = {
    "starting": Text(
        "Starting the grader: it loads Keras, once …", "채점기를 시작합니다. Keras를 한 번 불러옵니다 …"
    ),
    "checking": Text("Checking {file} …", "{file} 검사 중 …"),
    "checking_for": Text("Checking {file} … {seconds:.0f} s", "{file} 검사 중 … {seconds:.0f}초"),
    "values": Text(
        "Values checked in {seconds:.2f} s; what takes longer follows …",
        "값 검사 {seconds:.2f}초. 더 오래 걸리는 검사가 이어집니다 …",
    ),
    "checked": Text("Checked at {time}, {seconds:.1f} s.", "{time} 검사, {seconds:.1f}초."),
    "nameless": Text(
        "Checked at {time}, {seconds:.1f} s. Comparing with known mistakes (slow once) …",
        "{time} 검사, {seconds:.1f}초. 알려진 오개념과 비교하는 중(처음 한 번만 느림) …",
    ),
    "all_passed": Text(
        "Every exercise passes. `deepclinic certificate` writes a page that says so. Files that you save are checked.",
        "모든 연습 문제를 통과했습니다. `deepclinic certificate`로 확인서를 만드세요. 저장한 파일은 계속 검사합니다.",
    ),
    "begin": Text(
        "{title}\n\nRead the lesson in {notebook}. Write your code there or in {source}, in the place of "
        "`raise NotImplementedError`. About {shortest} to {longest} minutes.",
        "{title}\n\n{notebook}의 수업을 읽고, 그 노트북이나 {source}에서 `raise NotImplementedError` 자리에 코드를 "
        "쓰세요. 약 {shortest}~{longest}분.",
    ),
    "save": Text("Save {source} or {notebook}: it is checked.", "{source}나 {notebook}를 저장하면 검사합니다."),
    "next_key": Text("Passed. Next: {name} (key n).", "통과! 다음: {name} (n 키)."),
    "next": Text("Passed. Next: {source}.", "통과! 다음: {source}."),
    "without_keys": Text("Ctrl-C stops; `deepclinic hint` helps.", "끝내기 Ctrl-C, 힌트 `deepclinic hint`."),
    "misnamed": Text(
        "{file} looks like {name}, but only {name}.py and {name}.ipynb are checked. Rename it, or check it once with "
        "`deepclinic check {path}`.",
        "{file} 파일은 {name}의 풀이로 보이지만 {name}.py와 {name}.ipynb만 검사합니다. 이름을 바꾸거나 "
        "`deepclinic check {path}`로 한 번 검사하세요.",
    ),
    "both_changed": Text(
        "{name}.py and {name}.ipynb have both been changed. {file} was saved last, so it was checked.",
        "{name}.py와 {name}.ipynb가 모두 바뀌었습니다. 나중에 저장한 {file} 파일을 검사했습니다.",
    ),
    "give_up": Text(
        "The solution of {name} opens when yours passes. See it now? y: yes, any other key: no",
        "{name}의 모범 답안은 통과하면 열립니다. 지금 볼까요? y: 예, 다른 키: 아니요",
    ),
    "reset": Text(
        "Start {name} afresh? Both files are written anew; yours stay beside them as .bak, and your points and tries "
        "stay as they are. y: yes, any other key: no",
        "{name}을(를) 처음부터 다시 할까요? 두 파일을 새로 쓰고, 지금 파일은 .bak으로 남습니다. 점수와 시도 횟수는 "
        "그대로입니다. y: 예, 다른 키: 아니요",
    ),
    "kept": Text("Yours are kept as {files}.", "지금까지의 파일: {files}."),
    "nothing_failed": Text("Nothing failed: there is no hint to give.", "실패한 검사가 없어 힌트도 없습니다."),
    "back": Text("Any key: back.", "아무 키나 누르면 돌아갑니다."),
}


def say(key: str, language: str, **values: object) -> str:
    """The sentence for `key` in `language`."""
    return SENTENCES[key].to(language).format(**values)
