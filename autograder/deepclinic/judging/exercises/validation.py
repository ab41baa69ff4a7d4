"""Checks of `train_validation_split` (4.25 points) and `EarlyStopping` (5.75 points)."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Within
from deepclinic.text import Text

# Five classes, each less than one example away, of at least 1,500 examples: two right splits differ by less than
# 2 * 5 / 1500. A share cannot fail that stratified classes would pass.
SHARE = Within(0.007)

# What the names of the probes' entries stand for, so that a report says it in the reader's language.
SHAPES = {"numbers": "(n,)", "tables": "(n, 3)", "images": "(n, 4, 3, 1)"}
SPLITS = {
    f"{fraction}/{seed}": Text(f"{asked.en}, {seed_text.en}", f"{asked.ko}, {seed_text.ko}")
    for fraction, asked in {
        "default": Text("validation_fraction not given", "validation_fraction을 주지 않음"),
        "0.35": Text("validation_fraction=0.35", "validation_fraction=0.35"),
        "0.5": Text("validation_fraction=0.5", "validation_fraction=0.5"),
        "few": Text("validation_fraction=0.2, small classes", "validation_fraction=0.2, 작은 클래스들"),
    }.items()
    for seed, seed_text in {
        "seed 0": Text("seed 0", "시드 0"),
        "another seed": Text("another seed", "다른 시드"),
    }.items()
}

SPLIT = [
    Check(
        id="complete",
        title=Text(
            "Every example is in exactly one of the two parts, as it was",
            "모든 예제가 두 부분 중 정확히 한쪽에 원래 모습 그대로 들어 있다",
        ),
        points=0.75,
        says={
            f"{name}/{fact}": Text(f"{text.en} (x of shape {shape})", f"{text.ko} (x의 모양: {shape})")
            for name, shape in SHAPES.items()
            for fact, text in {
                "none_in_both": Text("No example is in both parts", "두 부분에 모두 든 예제가 없는지"),
                "none_missing": Text("No example is missing", "빠진 예제가 없는지"),
                "none_twice": Text("No example comes twice in a part", "한 부분에 두 번 든 예제가 없는지"),
                "as_they_were": Text("The examples have their own values", "예제의 값이 원래와 같은지"),
            }.items()
        },
        advice={
            "*/none_in_both": Text(
                "What a model was trained on cannot tell how it does on new data.",
                "학습에 쓴 예제로는 새 데이터에 대한 성능을 알 수 없습니다.",
            ),
            "*": Text(
                "The function returns `(x_train, y_train), (x_val, y_val)`; x may have any number of axes.",
                "함수는 `(x_train, y_train), (x_val, y_val)`을 돌려줍니다. x의 축은 몇 개든 됩니다.",
            ),
        },
        hints=(
            Text(
                "Add up the sizes of your two parts. Is it the number of examples? Could one be in both?",
                "두 부분의 크기를 더해 보세요. 예제 수와 같나요? 양쪽에 다 든 예제가 있지는 않나요?",
            ),
            Text(
                "Cut one list of numbers of examples in two, instead of drawing twice.",
                "두 번 뽑지 말고, 예제 번호의 목록 하나를 둘로 자르세요.",
            ),
            Text(
                "With `members` in random order: `members[:count]` is for validation, `members[count:]` for training.",
                "무작위 순서로 놓인 `members`에서 `members[:count]`는 검증용, `members[count:]`는 학습용입니다.",
            ),
        ),
    ),
    Check(
        id="pairs",
        title=Text("Every example keeps its own label", "모든 예제가 자기 레이블과 짝을 이룬다"),
        points=0.5,
        says={
            f"{name}/{part}": Text(
                f"Labels belong to their examples in the {part_en} part (x of shape {shape})",
                f"{part_ko} 부분에서 레이블이 예제와 맞는지 (x의 모양: {shape})",
            )
            for name, shape in SHAPES.items()
            if name != "numbers"
            for part, part_en, part_ko in (("train", "training", "학습"), ("validation", "validation", "검증"))
        },
        advice={
            "*": Text(
                "Are `x` and `y` put in order by the same numbers?", "`x`와 `y`를 같은 번호들로 골라 늘어놓았나요?"
            )
        },
        hints=(
            Text(
                "If you shuffle the photos and then the names, whose name is on which photo?",
                "사진을 섞고 이름표도 따로 섞으면 누구의 이름이 어느 사진에 붙을까요?",
            ),
            Text(
                "Count how often you draw a random order. For one part, `x` and `y` need the same one.",
                "무작위 순서를 몇 번 뽑는지 세어 보세요. 한 부분의 `x`와 `y`에는 같은 순서가 필요합니다.",
            ),
            Text(
                "Put the numbers of the examples in order, not the data: `x[train], y[train]` with one array `train`.",
                "데이터가 아니라 예제 번호를 늘어놓고, 배열 `train` 하나로 `x[train], y[train]`을 고르세요.",
            ),
        ),
    ),
    Check(
        id="stratified",
        title=Text(
            "Every class gives its share to the validation part", "모든 클래스가 제 몫만큼 검증 부분에 들어간다"
        ),
        points=1,
        rules={"*/share": SHARE},
        says={
            f"{name}/{fact}": Text(f"{text.en} ({split.en})", f"{text.ko} ({split.ko})")
            for name, split in SPLITS.items()
            for fact, text in {
                "share": Text("Share of the validation part", "검증 부분의 비율"),
                "every_class": Text(
                    "Every class is less than one example away from its share",
                    "클래스마다 제 몫과의 차이가 예제 하나 미만인지",
                ),
            }.items()
            if not (fact == "share" and name.startswith("few/"))  # of so few nobody can give away the exact share
        },
        advice={
            "*/share": Text(
                "`validation_fraction` is the share of the second part.",
                "`validation_fraction`은 두 번째 부분의 비율입니다.",
            ),
            "*": Text(
                "A random fifth of all examples is not a fifth of each class.",
                "전체에서 무작위로 뽑은 5분의 1이 각 클래스의 5분의 1은 아닙니다.",
            ),
        },
        hints=(
            Text(
                "A class has 10 examples out of 1,000. How many of them will a random 200 contain? Always?",
                "예제 1,000개 중 10개뿐인 클래스가 있습니다. 무작위로 200개를 뽑으면 그중 몇 개가 들어갈까요? 늘 그럴까요?",
            ),
            Text("Do the cut for each class on its own.", "클래스마다 따로 자르세요."),
            Text(
                "For each label: the numbers where `y == label`, shuffled; the first `round(fraction * size)` of them.",
                "레이블마다 `y == label`인 번호를 섞고, 앞에서 `round(비율 * 크기)`개를 고릅니다.",
            ),
        ),
    ),
    Check(
        id="any_labels",
        title=Text("Labels may be any integers, with gaps", "레이블은 띄엄띄엄한 정수여도 된다"),
        points=0.5,
        says={
            "all_there": Text(
                "All examples are in one of the parts, with the labels 3, 8 and 42",
                "레이블이 3, 8, 42일 때 모든 예제가 어느 한쪽에 있는지",
            ),
            "every_class": Text(
                "Every one of the three classes gives its share", "세 클래스가 모두 제 몫만큼 들어 있는지"
            ),
            "labels": Text(
                "Labels of the training part and of the validation part", "학습 부분과 검증 부분에 있는 레이블"
            ),
        },
        advice={
            "*": Text(
                "Three classes need not be called 0, 1 and 2. Ask `y` which labels there are.",
                "클래스가 세 개라고 이름이 0, 1, 2인 것은 아닙니다. 어떤 레이블이 있는지 `y`에서 확인하세요.",
            )
        },
        hints=(
            Text(
                "Your data holds only the digits 3 and 8. Which labels does your loop go through?",
                "데이터에 숫자 3과 8만 있습니다. 반복문이 어떤 레이블을 거치나요?",
            ),
            Text("Look at what your loop over the classes counts.", "클래스에 대한 반복문이 무엇을 세는지 보세요."),
            Text("`for label in np.unique(y):`", "`for label in np.unique(y):`"),
        ),
    ),
    Check(
        id="seed",
        title=Text(
            "The seed alone decides: the same seed, the same split; another seed, another split",
            "시드만이 분할을 정한다 (같은 시드면 같은 분할, 다른 시드면 다른 분할)",
        ),
        points=0.5,
        says={
            "same_seed": Text("Two splits of one seed are the same", "시드가 같은 두 분할이 같은지"),
            "seed_zero": Text("Two splits with seed=0 are the same", "seed=0인 두 분할이 같은지"),
            "default_is_zero": Text(
                "Without a seed it is the split of seed=0", "시드를 주지 않으면 seed=0의 분할과 같은지"
            ),
            "other_seed/same_examples": Text(
                "Another seed puts the same examples into the validation part",
                "시드가 다른데도 검증 부분에 같은 예제가 들어가는지",
            ),
            "zero_or_not/same_examples": Text(
                "seed=0 and another seed put the same examples into the validation part",
                "seed=0과 다른 시드에서 검증 부분에 같은 예제가 들어가는지",
            ),
        },
        advice={
            "*/same_examples": Text("Does the seed reach what you draw with?", "시드가 난수를 뽑는 곳까지 전달되나요?"),
            "*": Text(
                "Somebody who repeats your experiment has your seed and nothing else.",
                "여러분의 실험을 다시 하는 사람이 아는 것은 시드뿐입니다.",
            ),
        },
        hints=(
            Text(
                "Call your function twice with seed 3 and once with seed 4. What should be equal?",
                "함수를 시드 3으로 두 번, 시드 4로 한 번 불러 보세요. 무엇이 같아야 하나요?",
            ),
            Text("Look at the line that makes your random generator.", "난수 생성기를 만드는 줄을 보세요."),
            Text("`rng = np.random.default_rng(seed)`", "`rng = np.random.default_rng(seed)`"),
        ),
    ),
    Check(
        id="order",
        title=Text("Both parts come in random order, classes mixed", "두 부분 모두 클래스가 섞인 무작위 순서로 나온다"),
        points=0.5,
        says={
            "train/mixed": Text("Classes are mixed in the training part", "학습 부분에 클래스가 섞여 있는지"),
            "validation/mixed": Text("Classes are mixed in the validation part", "검증 부분에 클래스가 섞여 있는지"),
            "train/order_of_the_input": Text(
                "The training part follows the order of the input", "학습 부분이 입력의 순서를 따르는지"
            ),
            "validation/order_of_the_input": Text(
                "The validation part follows the order of the input", "검증 부분이 입력의 순서를 따르는지"
            ),
        },
        advice={
            "*": Text(
                "The input came with one class after the other. A batch of such data holds a single class.",
                "입력에는 클래스가 차례로 놓여 있었습니다. 그런 데이터의 배치에는 한 클래스만 들어갑니다.",
            )
        },
        hints=(
            Text(
                "Print `y_train` for data that is sorted by class. What do the first 64 examples have in common?",
                "클래스 순서로 정렬된 데이터에 대해 `y_train`을 출력해 보세요. 처음 64개의 공통점은 무엇인가요?",
            ),
            Text(
                "Look at what you do after the loop over the classes.", "클래스에 대한 반복문 다음에 하는 일을 보세요."
            ),
            Text(
                "Shuffle the numbers of each part once more: `train = rng.permutation(np.concatenate(train))`.",
                "각 부분의 번호를 한 번 더 섞으세요: `train = rng.permutation(np.concatenate(train))`.",
            ),
        ),
    ),
    Check(
        id="left_alone",
        title=Text("The inputs and the global random state stay as they are", "입력과 전역 난수 상태를 그대로 둔다"),
        points=0.5,
        says={
            "x": Text("`x` is afterwards what it was", "`x`가 그대로인지"),
            "y": Text("`y` is afterwards what it was", "`y`가 그대로인지"),
            "numpy_random": Text("The state of np.random is what it was", "np.random의 상태가 그대로인지"),
            "python_random": Text("The state of `random` is what it was", "`random`의 상태가 그대로인지"),
            "tensorflow_random": Text("The state of tf.random is what it was", "tf.random의 상태가 그대로인지"),
        },
        advice={
            "*_random": Text(
                "After your call, what others draw is no longer what they would have drawn. Use a generator of your own.",
                "이 호출 뒤에는 다른 코드가 뽑는 난수가 달라집니다. 여러분만의 생성기를 쓰세요.",
            ),
            "*": Text("The arrays that you are given are not yours.", "받은 배열은 여러분의 것이 아닙니다."),
        },
        hints=(
            Text(
                "A program draws its initial weights after calling your function. Should they depend on your seed?",
                "어떤 프로그램이 여러분의 함수를 호출한 다음 초기 가중치를 뽑습니다. 그 값이 여러분의 시드에 좌우되어도 될까요?",
            ),
            Text(
                "Look for `np.random.seed`, `random.seed`, `keras.utils.set_random_seed`, `shuffle(x)`.",
                "`np.random.seed`, `random.seed`, `keras.utils.set_random_seed`, `shuffle(x)`를 찾아보세요.",
            ),
            Text(
                "`rng = np.random.default_rng(seed)`, and `rng.permutation(...)`, which returns a new array.",
                "`rng = np.random.default_rng(seed)`와, 새 배열을 돌려주는 `rng.permutation(...)`을 쓰세요.",
            ),
        ),
    ),
]

# The losses behind each name of a probe's entry.
STOPS = {
    "rises": "8 4 2 3 4 5 6 7",
    "falls again, but not below the best": "8 4 2 7 6 5 4 3",
    "bad epochs between good ones": "8 9 4 5 2 3 1 4 5 6 7 8",
    "stays the same": "8 4 4 4 4 4 4",
    "falls all the time": "8 7 6 5 4 3",
    "first epoch is the best": "1 2 3 4 5 6",
}
MIN_DELTA = {
    "small falls": "8 7.5 7.25 7.125 7.0625 7.03125",
    "small falls add up": "8 7.5 6.75 6.25 5.5 5 4.25",
    "exactly min_delta": "8 7 7 7 7",
    "large falls": "8 6 4 2 0.5",
}
NOT_A_NUMBER = {
    "NaN from now on": "8 4 NaN NaN NaN NaN NaN",
    "NaN once": "8 4 NaN 2 3 3 3 3",
    "above the best after NaN": "8 2 NaN 6 5 4",
}
NATURAL_END = {"worse at the end": "8 4 2 3 5", "best at the end": "8 4 3 2"}
REPORTED = {"stopped": "8 4 2 3 5 6 7", "never stopped": "8 4 2 3", "best at the start": "1 2 3 4"}


def _epochs_and_weights(scripts: dict[str, str], arguments: str) -> dict[str, Text]:
    """What the entries `<name>/epochs` and `<name>/weights` are, for trainings with these losses."""
    return {
        f"{name}/{fact}": Text(
            f"{text.en} ({arguments}; the losses: {losses})", f"{text.ko} ({arguments}. 손실: {losses})"
        )
        for name, losses in scripts.items()
        for fact, text in {
            "epochs": Text("Epochs trained", "학습한 에포크 수"),
            "weights": Text("The weights are those of epoch", "남은 가중치가 몇 번째 에포크의 것인지"),
        }.items()
    }


STOPPING = [
    Check(
        id="stops",
        title=Text(
            "Training stops after `patience` epochs in a row that do not improve",
            "개선 없는 에포크가 `patience`번 이어지면 학습이 멈춘다",
        ),
        points=1,
        says={
            f"patience *, {name}": Text(
                f"Epochs trained with patience {{}}; the losses: {losses}",
                f"patience {{}}일 때 학습한 에포크 수. 손실: {losses}",
            )
            for name, losses in STOPS.items()
        },
        advice={
            "*falls again, but not below the best": Text(
                "8 4 2 7 6 5 4 3: none of the last five is better than 2.",
                "8 4 2 7 6 5 4 3에서 마지막 다섯은 모두 2보다 나쁩니다.",
            ),
            "*bad epochs between good ones": Text(
                "In a row: an epoch that improves starts the count anew.",
                "이어져야 합니다. 개선된 에포크가 나오면 처음부터 다시 셉니다.",
            ),
            "*stays the same": Text("Equal is not lower.", "같은 것은 낮아진 것이 아닙니다."),
            "*": Text(
                "`self.model.stop_training = True` ends the training after the current epoch.",
                "`self.model.stop_training = True`로 하면 현재 에포크를 끝으로 학습이 멈춥니다.",
            ),
        },
        hints=(
            Text(
                "Go through the losses 8 4 2 3 4 5 with patience 2 by hand. After which epoch is it over?",
                "patience가 2일 때 손실 8 4 2 3 4 5를 손으로 따라가 보세요. 어느 에포크 뒤에 끝나나요?",
            ),
            Text(
                "In `on_epoch_end`: what do you compare with, when does the counter go to 0, when is it too large?",
                "`on_epoch_end`에서 무엇과 비교하고, 언제 카운터를 0으로 하고, 언제 너무 크다고 하는지 보세요.",
            ),
            Text(
                "Improved: note the best, counter 0. Otherwise: counter + 1, and stop when it is >= `patience`.",
                "개선되었으면 최솟값을 적고 카운터를 0으로, 아니면 카운터에 1을 더하고 `patience` 이상이면 멈춥니다.",
            ),
        ),
    ),
    Check(
        id="patience_zero",
        title=Text("Patience 0, the default, means the same as 1", "기본값인 patience 0은 1과 같다"),
        points=0.5,
        says={
            "*/zero": Text(
                "Epochs trained with patience=0; the losses: {}", "patience=0일 때 학습한 에포크 수. 손실: {}"
            ),
            "*/default": Text(
                "Epochs trained when patience is not given; the losses: {}",
                "patience를 주지 않았을 때 학습한 에포크 수. 손실: {}",
            ),
        },
        advice={
            "*": Text(
                "An epoch that improves never ends the training, whatever the patience.",
                "patience가 얼마든, 개선된 에포크가 학습을 끝내지는 않습니다.",
            )
        },
        hints=(
            Text(
                "With no patience at all: after which epoch of 8 4 2 3 1 5 should it stop?",
                "참을성이 전혀 없다면 8 4 2 3 1 5의 어느 에포크 뒤에 멈춰야 할까요?",
            ),
            Text(
                "Where do you compare the counter with `patience`: in which branch?",
                "카운터를 `patience`와 비교하는 곳은 어느 분기인가요?",
            ),
            Text(
                "Compare only after an epoch without improvement: `if self.wait >= max(self.patience, 1)`.",
                "개선되지 않은 에포크 뒤에만 비교하세요: `if self.wait >= max(self.patience, 1)`.",
            ),
        ),
    ),
    Check(
        id="min_delta",
        title=Text(
            "Only a fall by more than min_delta below the best counts",
            "최솟값보다 min_delta를 넘게 낮아져야 개선으로 친다",
        ),
        points=0.5,
        says=_epochs_and_weights(MIN_DELTA, "min_delta=1, patience=2"),
        advice={
            "small falls add up/*": Text(
                "The best is the value of the last epoch that improved; small falls add up until they count.",
                "최솟값이란 마지막으로 개선된 에포크의 값입니다. 조금씩 낮아져도 쌓이면 개선이 됩니다.",
            ),
            "exactly min_delta/*": Text(
                "More than min_delta, not as much.", "min_delta만큼이 아니라 min_delta를 넘어야 합니다."
            ),
            "*/weights": Text(
                "Which epoch was the last to improve? Its weights should be back.",
                "마지막으로 개선된 에포크는 어느 것인가요? 그 에포크의 가중치로 되돌아와야 합니다.",
            ),
        },
        hints=(
            Text(
                "min_delta is 1 and the losses are 8 7.5 6.75. Is the last epoch an improvement? On what?",
                "min_delta가 1이고 손실이 8 7.5 6.75입니다. 마지막 에포크는 개선인가요? 무엇에 비해서인가요?",
            ),
            Text(
                "Look at when `best` changes: in the same branch in which the counter goes to 0, or elsewhere?",
                "`best`가 언제 바뀌는지 보세요. 카운터를 0으로 하는 바로 그 분기인가요, 다른 곳인가요?",
            ),
            Text(
                "`if value < self.best - self.min_delta:` and only inside it `self.best = value`.",
                "`if value < self.best - self.min_delta:`로 하고, 그 안에서만 `self.best = value`로 하세요.",
            ),
        ),
    ),
    Check(
        id="not_a_number",
        title=Text("NaN is never an improvement", "NaN은 개선이 아니다"),
        points=0.5,
        says=_epochs_and_weights(NOT_A_NUMBER, "patience=2"),
        advice={
            "*": Text(
                "Every comparison with NaN is False, also `>=`. Which of your branches does that lead to?",
                "NaN과의 비교는 `>=`까지 모두 False입니다. 그러면 어느 분기로 가게 되나요?",
            )
        },
        hints=(
            Text(
                'Try `float("nan") < 1` and `float("nan") >= 1`. What would your condition make of it?',
                '`float("nan") < 1`과 `float("nan") >= 1`을 실행해 보세요. 여러분의 조건은 이를 어떻게 다루나요?',
            ),
            Text(
                "Look at whether your condition asks for the good case or for the bad one.",
                "조건이 좋은 경우를 묻는지 나쁜 경우를 묻는지 보세요.",
            ),
            Text(
                "Ask whether it is better (`value < ...`); NaN then falls into the other branch by itself.",
                "더 나은지(`value < ...`)를 물으세요. 그러면 NaN은 저절로 다른 분기로 갑니다.",
            ),
        ),
    ),
    Check(
        id="restored",
        title=Text(
            "When it stops, the model gets back the weights of the best epoch",
            "멈추면 모델이 가장 좋았던 에포크의 가중치를 되찾는다",
        ),
        points=0.5,
        says={
            "restore=True/trained": Text(
                "The trained weights are those of epoch", "학습되는 가중치가 몇 번째 에포크의 것인지"
            ),
            "restore=True/not_trained": Text(
                "The weights that are not trained (moving statistics) are those of epoch",
                "학습되지 않는 가중치(이동 통계량)가 몇 번째 에포크의 것인지",
            ),
            "restore=False/*": Text(
                "Without restoring: how far the weights are from the last epoch's",
                "복원하지 않을 때 가중치가 마지막 에포크에서 얼마나 떨어져 있는지",
            ),
            "default/trained": Text(
                "When restore_best_weights is not given, the weights are those of epoch",
                "restore_best_weights를 주지 않았을 때 가중치가 몇 번째 에포크의 것인지",
            ),
        },
        advice={
            "restore=True/not_trained": Text(
                "A model's state is more than what gradients change.",
                "모델의 상태에는 기울기가 바꾸지 않는 것도 있습니다.",
            ),
            "restore=False/*": Text(
                "Nobody asked for the weights to be changed.", "가중치를 바꾸라고 한 적이 없습니다."
            ),
            "*": Text(
                "What you keep must not change when the model goes on learning.",
                "보관한 것은 모델이 계속 학습해도 바뀌지 않아야 합니다.",
            ),
        },
        hints=(
            Text(
                "You note the weights after epoch 2, and the model trains on. Are your notes still those of epoch 2?",
                "에포크 2 뒤에 가중치를 적어 두고 모델은 계속 학습합니다. 적어 둔 것이 여전히 에포크 2의 것인가요?",
            ),
            Text(
                "Look at what you keep: the variables themselves, or copies of their values?",
                "무엇을 보관하는지 보세요. 변수 자체인가요, 값의 사본인가요?",
            ),
            Text(
                "`self.best_weights = self.model.get_weights()` copies; `self.model.set_weights(self.best_weights)` restores.",
                "`self.best_weights = self.model.get_weights()`는 사본을 만들고 `self.model.set_weights(self.best_weights)`는 되돌립니다.",
            ),
        ),
    ),
    Check(
        id="natural_end",
        title=Text(
            "When training ends by itself, the best weights are restored, too",
            "학습이 저절로 끝나도 가장 좋았던 가중치로 되돌린다",
        ),
        points=0.5,
        says={
            f"{name}/{fact}": Text(f"{text.en} (the losses: {losses})", f"{text.ko} (손실: {losses})")
            for name, losses in NATURAL_END.items()
            for fact, text in {
                "epochs": Text("Epochs trained", "학습한 에포크 수"),
                "trained": Text("The trained weights are those of epoch", "학습되는 가중치가 몇 번째 에포크의 것인지"),
                "not_trained": Text(
                    "The weights that are not trained are those of epoch",
                    "학습되지 않는 가중치가 몇 번째 에포크의 것인지",
                ),
            }.items()
        },
        advice={
            "*": Text(
                "With 5 epochs and patience 10 your callback never stops anything; the best epoch may still be long past.",
                "에포크가 5번이고 patience가 10이면 콜백이 멈출 일이 없지만, 가장 좋았던 에포크는 이미 지났을 수 있습니다.",
            )
        },
        hints=(
            Text(
                "Training runs through all its epochs. Which of your lines puts the best weights back?",
                "학습이 정해진 에포크를 모두 마쳤습니다. 어느 줄이 가장 좋았던 가중치를 되돌리나요?",
            ),
            Text(
                "Which method does Keras call at the end, however it came about?",
                "어떻게 끝나든 Keras가 마지막에 호출하는 메서드는 무엇인가요?",
            ),
            Text(
                "Restore in `on_train_end`, and not only where you stop the training.",
                "학습을 멈추는 곳에서만이 아니라 `on_train_end`에서 복원하세요.",
            ),
        ),
    ),
    Check(
        id="epochs_reported",
        title=Text(
            "stopped_epoch and best_epoch tell the truth, counted from 0",
            "stopped_epoch와 best_epoch가 0부터 센 값으로 맞다",
        ),
        points=0.5,
        says={
            f"{name}/restore=*/{attribute}": Text(
                f"{attribute} (patience 2, restore_best_weights={{}}; the losses: {losses})",
                f"{attribute} (patience 2, restore_best_weights={{}}. 손실: {losses})",
            )
            for name, losses in REPORTED.items()
            for attribute in ("stopped_epoch", "best_epoch")
        },
        advice={
            "never stopped/*/stopped_epoch": Text("0 says that it never stopped.", "0은 멈춘 적이 없다는 뜻입니다."),
            "*": Text(
                "Keras counts epochs from 0: `epoch` as it comes in is the number to keep.",
                "Keras는 에포크를 0부터 셉니다. 들어온 `epoch`를 그대로 보관하면 됩니다.",
            ),
        },
        hints=(
            Text(
                "After 8 4 2 3 5 with patience 2: which two numbers should the attributes hold?",
                "patience가 2이고 손실이 8 4 2 3 5였다면 두 속성에는 어떤 수가 들어 있어야 하나요?",
            ),
            Text("Look at where the two attributes get their values.", "두 속성에 값을 넣는 곳을 보세요."),
            Text(
                "`self.stopped_epoch = epoch` where you stop, `self.best_epoch = epoch` where an epoch improves.",
                "멈추는 곳에서 `self.stopped_epoch = epoch`, 개선된 곳에서 `self.best_epoch = epoch`입니다.",
            ),
        ),
    ),
    Check(
        id="fit_again",
        title=Text("Each fit starts anew with the same callback", "같은 콜백을 다시 써도 fit마다 새로 시작한다"),
        points=0.5,
        says={
            f"{name}/{fact}": Text(text.en.replace("{}", name), text.ko.replace("{}", name_ko))
            for name, name_ko in (("second", "두"), ("third", "세"))
            for fact, text in {
                "epochs": Text("Epochs trained in the {} training", "{} 번째 학습의 에포크 수"),
                "stopped_epoch": Text("stopped_epoch after the {} training", "{} 번째 학습 뒤의 stopped_epoch"),
                "best_epoch": Text("best_epoch after the {} training", "{} 번째 학습 뒤의 best_epoch"),
                "weights": Text(
                    "After the {} training the weights are those of its epoch",
                    "{} 번째 학습 뒤의 가중치가 그 학습의 몇 번째 에포크의 것인지",
                ),
            }.items()
        },
        advice={
            "*": Text(
                "The first training had reached 0.5, the next ones never get there. What is left over from it?",
                "첫 번째 학습은 0.5에 이르렀고 다음 학습들은 거기에 못 미칩니다. 첫 학습에서 남은 것이 무엇인가요?",
            )
        },
        hints=(
            Text(
                "The same callback watches a second, harder training. Should it remember the first one's best loss?",
                "같은 콜백으로 더 어려운 두 번째 학습을 지켜봅니다. 첫 학습의 최소 손실을 기억해야 할까요?",
            ),
            Text(
                "`__init__` runs once. Which method runs before every training?",
                "`__init__`은 한 번만 실행됩니다. 학습 전마다 실행되는 메서드는 무엇인가요?",
            ),
            Text(
                "In `on_train_begin`: counter, best value, best weights, best_epoch and stopped_epoch at their start.",
                "`on_train_begin`에서 카운터, 최솟값, 최적 가중치, best_epoch, stopped_epoch를 처음 값으로 하세요.",
            ),
        ),
    ),
    Check(
        id="which_value",
        title=Text(
            "`monitor` names the value; one that is missing is a warning",
            "`monitor`가 볼 값을 정하고, 그 값이 없으면 경고한다",
        ),
        points=0.5,
        says={
            "missing/epochs": Text(
                "Epochs trained when the monitored value is missing", "볼 값이 없을 때 학습한 에포크 수"
            ),
            "missing/weights": Text(
                "When the monitored value is missing, the weights are those of epoch",
                "볼 값이 없을 때 남은 가중치가 몇 번째 에포크의 것인지",
            ),
            "missing/warned": Text("A missing value gives a warning", "볼 값이 없으면 경고가 나오는지"),
            "*/epochs": Text('Epochs trained with monitor="{}"', 'monitor="{}"일 때 학습한 에포크 수'),
        },
        advice={
            "missing/*": Text(
                "Somebody forgot the validation data, or mistyped a name. They should learn it without losing the training.",
                "누군가 검증 데이터를 빠뜨렸거나 이름을 잘못 적었습니다. 학습을 잃지 않고 그 사실을 알 수 있어야 합니다.",
            ),
            "*": Text("`logs` holds several values.", "`logs`에는 여러 값이 들어 있습니다."),
        },
        hints=(
            Text(
                "`logs` is a dict. What happens when the name is not in it?",
                "`logs`는 dict입니다. 그 이름이 없으면 어떻게 되나요?",
            ),
            Text("Look at how you read the value out of `logs`.", "`logs`에서 값을 꺼내는 줄을 보세요."),
            Text(
                "`value = logs.get(self.monitor)`; when it is None, `warnings.warn(...)` and return.",
                "`value = logs.get(self.monitor)`로 꺼내고, None이면 `warnings.warn(...)`을 호출한 뒤 바로 `return`합니다.",
            ),
        ),
    ),
    Check(
        id="bad_arguments",
        title=Text(
            "Arguments that make no sense are a ValueError that names them",
            "잘못된 인자에는 그 이름을 밝히는 ValueError를 낸다",
        ),
        points=0.25,
        says={"*=*": Text("EarlyStopping({0}={1})", "EarlyStopping({0}={1})")},
        advice={
            "*": Text(
                "patience is an integer >= 0, min_delta a number >= 0; 0 is allowed for both.",
                "patience는 0 이상의 정수, min_delta는 0 이상의 수입니다. 둘 다 0이어도 됩니다.",
            )
        },
        hints=(
            Text("What would patience=-1 mean?", "patience=-1은 무슨 뜻일까요?"),
            Text("Check both arguments at the start of `__init__`.", "`__init__`을 시작할 때 두 인자를 확인하세요."),
            Text(
                '`if not isinstance(patience, int) or patience < 0: raise ValueError(f"patience must be ...")`',
                '`if not isinstance(patience, int) or patience < 0: raise ValueError(f"patience must be ...")`',
            ),
        ),
    ),
    Check(
        id="real_fit",
        title=Text("It stops a real model.fit at the right epoch", "실제 model.fit을 알맞은 에포크에서 멈춘다"),
        points=0.5,
        says={
            "is_a_callback": Text(
                "EarlyStopping is a keras.callbacks.Callback", "EarlyStopping이 keras.callbacks.Callback인지"
            ),
            "epochs": Text("Epochs trained by model.fit", "model.fit이 학습한 에포크 수"),
            "weight": Text("The model's weight after model.fit", "model.fit 다음 모델의 가중치"),
            "curve/validation_loss": Text("Validation loss per epoch", "에포크별 검증 손실"),
        },
        advice={
            "*": Text(
                "The validation loss falls up to epoch 4 and rises from there; patience is 2.",
                "검증 손실은 에포크 4까지 내려갔다가 올라갑니다. patience는 2입니다.",
            )
        },
        hints=(
            Text(
                "Which methods of your callback does `fit` call, and when?",
                "`fit`은 콜백의 어느 메서드를 언제 호출하나요?",
            ),
            Text(
                "The names of the methods, and their arguments, must be exactly those of the base class.",
                "메서드의 이름과 인자가 기반 클래스와 정확히 같아야 합니다.",
            ),
            Text(
                "`on_train_begin(self, logs=None)`, `on_epoch_end(self, epoch, logs=None)`, `on_train_end(self, logs=None)`.",
                "`on_train_begin(self, logs=None)`, `on_epoch_end(self, epoch, logs=None)`, `on_train_end(self, logs=None)`입니다.",
            ),
        ),
    ),
]

CHECKS: list[Check] = [*SPLIT, *STOPPING]
