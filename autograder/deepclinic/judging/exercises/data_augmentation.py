"""The checks of `data_augmentation`: 10 points.

What depends on chance is compared within a bound computed from the number of draws, for two independent observations,
at `FALSE_ALARM` per number (`few_examples` apart: there the bound is measured). A check compares at most 6 of them.
"""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Rule, Within, sampling_bound
from deepclinic.text import Text

FALSE_ALARM = 1e-8


def _correlation(pairs: int) -> Rule:
    """A correlation of `pairs` independent pairs, whose variance is 1 / pairs."""
    return Within(sampling_bound(pairs, 1.0, FALSE_ALARM))


# 1,200 draws of which a third has the value: 0.11. Rounding a number between -1 and 1 gives 0 in half of the draws.
SHARE = Within(sampling_bound(1200, 2 / 9, FALSE_ALARM))

CURVE = Within(0.25)
"""`python benchmarks/augmentation_curves.py` prints how far apart right layers lie, and this bound's false alarms."""

# What the names of the probes' entries stand for, so that a report says it in the reader's language.
CALLS = {
    "training_false": Text("training=False", "training=False"),
    "without_argument": Text("`training` is not given", "`training`을 주지 않음"),
}
LAYERS = {
    "default": Text("RandomShift()", "RandomShift()"),
    "max_shift 1": Text("RandomShift(1), three channels", "RandomShift(1), 채널 세 개"),
    "max_shift 2": Text("RandomShift(2), two channels", "RandomShift(2), 채널 두 개"),
    "one example": Text("RandomShift(1), a batch of one", "RandomShift(1), 예제 하나짜리 배치"),
}
FILLS = {
    "given": Text("fill_value=250", "fill_value=250"),
    "default": Text("fill_value not given", "fill_value를 주지 않음"),
}
FUNCTIONS = {"tf_function": "tf.function", "jit_compile": "tf.function, jit_compile=True"}
AGAIN = {
    "rebuilt": Text("the layer made from the config", "config로 다시 만든 층"),
    "loaded": Text("the layer loaded from the file", "파일에서 불러온 층"),
}

MOVED = Text("Every output is its input moved by whole pixels", "모든 출력이 입력을 정수 픽셀만큼 옮긴 것인지")

CHECKS: list[Check] = [
    Check(
        id="inference",
        title=Text("At inference the images come out unchanged", "추론할 때는 이미지가 그대로 나온다"),
        points=1,
        says={
            f"{name}/{when}": Text(
                f"The output is the input ({call.en}; {when} a call in training)",
                f"출력이 입력과 같은지 ({call.ko}, 학습 모드 호출 {when_ko})",
            )
            for name, call in CALLS.items()
            for when, when_ko in (("before", "전"), ("after", "후"))
        },
        advice={
            "without_argument/*": Text(
                "A call without `training` is inference. What is the default of your argument?",
                "`training` 없는 호출은 추론입니다. 인자의 기본값이 무엇인가요?",
            ),
            "*": Text(
                "What does your `call` do when `training` is False?", "`training`이 False일 때 `call`은 무엇을 하나요?"
            ),
        },
        hints=(
            Text(
                "Should the prediction for one image differ from call to call?",
                "같은 이미지에 대한 예측이 호출할 때마다 달라야 할까요?",
            ),
            Text("The first lines of `call`.", "`call`의 첫 줄을 보세요."),
            Text(
                "`def call(self, inputs, training=None)`, and `if not training: return inputs`.",
                "`def call(self, inputs, training=None)`과 `if not training: return inputs`입니다.",
            ),
        ),
    ),
    Check(
        id="moved",
        title=Text(
            "In training every image is moved by whole pixels, at most max_shift",
            "학습할 때 모든 이미지가 최대 max_shift만큼 정수 픽셀로 옮겨진다",
        ),
        points=1.5,
        says={
            f"{name}/{fact}": Text(f"{text.en} ({layer.en})", f"{text.ko} ({layer.ko})")
            for name, layer in LAYERS.items()
            for fact, text in {
                "shape": Text("Shape of the output", "출력의 모양"),
                "moved": MOVED,
                "within": Text("No offset is larger than max_shift", "max_shift보다 큰 이동이 없는지"),
            }.items()
        }
        | {"default/moves": Text("RandomShift() moves images", "RandomShift()가 이미지를 옮기는지")},
        advice={
            "default/moves": Text("The default of max_shift is 1.", "max_shift의 기본값은 1입니다."),
            "*/shape": Text(
                "Images may be higher than wide; the window cut out has the size of the image.",
                "이미지는 정사각형이 아닐 수 있습니다. 잘라 내는 창의 크기는 이미지의 크기와 같습니다.",
            ),
            "*/within": Text(
                "How far is each pixel from its old place? What moved out must not come back on the other side.",
                "픽셀마다 원래 자리에서 얼마나 멀어졌나요? 밖으로 나간 것이 반대쪽으로 돌아오면 안 됩니다.",
            ),
            "*": Text(
                "All channels of an image move together, and nothing is mirrored or blurred.",
                "한 이미지의 모든 채널이 함께 움직이며, 뒤집히거나 흐려지지 않습니다.",
            ),
        },
        hints=(
            Text(
                "Put the numbers 1, 2, 3, ... into an image and look at what comes out.",
                "이미지에 1, 2, 3, ...을 넣고 무엇이 나오는지 보세요.",
            ),
            Text(
                "A window of the old size, cut out of the image with a border of `max_shift` on each side.",
                "네 변에 `max_shift`만큼 테두리를 두른 이미지에서 원래 크기의 창을 잘라 낸다고 생각하세요.",
            ),
            Text(
                "The window's rows are `start + arange(height)`, its columns `start + arange(width)`, "
                "with starts from 0 to `2 * max_shift`.",
                "창의 행은 `시작 + arange(height)`, 열은 `시작 + arange(width)`이고 시작은 0부터 `2 * max_shift`까지입니다.",
            ),
        ),
    ),
    Check(
        id="moved_in",
        title=Text(
            "What moves in is fill_value; nothing comes back in",
            "새로 들어오는 자리는 fill_value로 채우고, 나간 것은 돌아오지 않는다",
        ),
        points=1,
        says={
            f"{name}/{fact}": Text(f"{text.en} ({fill.en})", f"{text.ko} ({fill.ko})")
            for name, fill in FILLS.items()
            for fact, text in {
                "fill_seen": Text("The fill value is seen in the outputs", "출력에 채움 값이 보이는지"),
                "other_values": Text(
                    "There are values that are neither the input's nor the fill value",
                    "입력의 값도 채움 값도 아닌 것이 있는지",
                ),
                "pixels_twice": Text("A pixel of the input occurs twice", "입력의 한 픽셀이 두 번 나오는지"),
                "pixels_lost": Text("Pixels of the input move out", "입력의 픽셀이 밖으로 나가는지"),
            }.items()
        },
        advice={
            "*/pixels_twice": Text(
                "The border is filled, not continued.", "테두리는 이어 그리는 것이 아니라 채우는 것입니다."
            ),
            "*/pixels_lost": Text(
                "Pixels that move out on one side are gone.", "한쪽으로 나간 픽셀은 사라져야 합니다."
            ),
            "*": Text("What is in the pixels that the image has left?", "이미지가 비운 자리에 무엇이 들어 있나요?"),
        },
        hints=(
            Text(
                "Move an image of ones by one pixel to the right, with fill value 5. What is in its first column?",
                "1로 채운 이미지를 채움 값 5로 오른쪽으로 한 픽셀 옮기면 첫 열에는 무엇이 있나요?",
            ),
            Text(
                "`ops.roll` brings back what has left; a border of other values does not.",
                "`ops.roll`은 나간 것을 되돌려 놓습니다. 다른 값으로 된 테두리를 두르면 그렇지 않습니다.",
            ),
            Text(
                "`tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=tf.cast(self.fill_value, inputs.dtype))`",
                "`tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=tf.cast(self.fill_value, inputs.dtype))`",
            ),
        ),
    ),
    Check(
        id="uniform",
        title=Text(
            "All offsets from -max_shift to max_shift are equally likely",
            "-max_shift부터 max_shift까지의 이동이 똑같이 자주 나온다",
        ),
        points=1,
        rules={"d* = *": SHARE},
        says={
            "d* = *": Text(
                "Share of the examples with d{} = {} (right: a third, give or take chance)",
                "d{} = {}인 예제의 비율 (3분의 1에서 우연히 조금 벗어난 값이면 맞음)",
            ),
        },
        advice={
            "*": Text(
                "With max_shift=1 each example draws one of three offsets. Is there a draw for every example, is the upper end "
                "included, and, if you round, is each offset rounded from a range of the same width?",
                "max_shift=1이면 예제마다 세 가지 이동 가운데 하나를 뽑습니다. 예제마다 따로 뽑나요? 난수 범위의 위쪽 끝이 포함되나요? "
                "반올림한다면 각 이동으로 반올림되는 구간의 너비가 같은가요?",
            )
        },
        hints=(
            Text(
                "Count the offsets that you draw, 10,000 times. Is any of them missing or twice as frequent?",
                "이동을 10,000번 뽑아 값마다 몇 번 나오는지 세어 보세요. 빠진 값이나 두 배로 자주 나오는 값이 있나요?",
            ),
            Text(
                "Look up whether the upper end belongs to the range of the random function that you use.",
                "쓰고 있는 난수 함수의 범위에 위쪽 끝이 들어가는지 문서에서 확인하세요.",
            ),
            Text(
                "`keras.random.randint(shape, -m, m + 1, seed=...)`: the upper end is never drawn.",
                "`keras.random.randint(shape, -m, m + 1, seed=...)`: 위쪽 끝은 뽑히지 않습니다.",
            ),
        ),
    ),
    Check(
        id="independent",
        title=Text(
            "Each example, each direction and each call has its own draw",
            "예제마다, 방향마다, 호출마다 따로 뽑는다",
        ),
        points=1.25,
        rules={"examples/*": _correlation(300), "calls/*": _correlation(600), "directions/*": _correlation(600)},
        says={
            "examples/*": Text(
                "Correlation of {} between neighbouring examples (near 0: independent, 1: the same)",
                "이웃한 두 예제의 {} 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "calls/*": Text(
                "Correlation of {} between two calls (near 0: independent, 1: the same)",
                "두 번의 호출에서 {} 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "directions/dy and dx": Text(
                "Correlation of dy and dx (near 0: independent, 1: the same)",
                "dy와 dx의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "directions/whether": Text(
                "Correlation of whether it moves down or up with whether it moves left or right",
                "위아래로 움직였는지와 좌우로 움직였는지 사이의 상관",
            ),
        },
        advice={
            "examples/*": Text(
                "How many offsets do you draw for a batch of 600?", "예제 600개짜리 배치에서 이동을 몇 개 뽑나요?"
            ),
            "calls/*": Text(
                "Is the draw made in `call`, from something that moves on?",
                "`call`에서, 뽑을 때마다 나아가는 것에서 뽑나요?",
            ),
            "directions/*": Text(
                "An image may move to the right and stay at its height.",
                "이미지는 높이를 유지한 채 오른쪽으로만 움직일 수도 있습니다.",
            ),
        },
        hints=(
            Text(
                "How many numbers does a batch of 8 images need?",
                "이미지 8장짜리 배치에는 난수가 몇 개 필요한가요?",
            ),
            Text("Look at the shape that you give to the random function.", "난수 함수에 넘기는 모양을 보세요."),
            Text(
                "Two numbers for each example: a shape such as `(2, batch)` or `(batch, 2)`.",
                "예제마다 두 개이므로 `(2, batch)`나 `(batch, 2)` 같은 모양입니다.",
            ),
        ),
    ),
    Check(
        id="compiled",
        title=Text(
            "A traced or compiled function moves the images anew at every call, too",
            "추적되거나 컴파일된 함수도 호출할 때마다 새로 옮긴다",
        ),
        points=0.75,
        rules={"*/calls *": _correlation(400)},
        says={
            f"{name}/moved": Text(
                f"Every output of the function ({function}) is its input moved",
                f"함수({function})의 모든 출력이 입력을 옮긴 것인지",
            )
            for name, function in FUNCTIONS.items()
        }
        | {
            f"{name}/calls * and *": Text(
                f"Correlation of dy in calls {{}} and {{}} of one function ({function}; near 0: independent, 1: the same)",
                f"함수 하나({function})의 {{}}번째와 {{}}번째 호출에서 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            )
            for name, function in FUNCTIONS.items()
        },
        advice={
            "*/calls *": Text(
                "Python and NumPy run once, while the function is traced; only tensor operations and weights are repeated.",
                "파이썬과 NumPy는 함수를 추적할 때 한 번만 실행됩니다. 반복되는 것은 텐서 연산과 가중치뿐입니다.",
            ),
            "*": Text(
                "In a traced function the batch size may be unknown, and no tensor has a value yet.",
                "추적된 함수에서는 배치 크기를 모를 수 있고 텐서에는 아직 값이 없습니다.",
            ),
        },
        hints=(
            Text(
                "A function is traced once and run many times. Which lines of `call` run only once?",
                "함수는 한 번 추적되고 여러 번 실행됩니다. `call`의 어느 줄이 한 번만 실행되나요?",
            ),
            Text(
                "Look for NumPy, for `range(...)` over the batch, and for `inputs.shape[0]`.",
                "NumPy, 배치에 대한 `range(...)`, `inputs.shape[0]`을 찾아보세요.",
            ),
            Text(
                "`ops.shape(inputs)[0]` gives the batch size at run time; a `keras.random.SeedGenerator` remembers its draws.",
                "`ops.shape(inputs)[0]`은 실행할 때의 배치 크기를 주고, `keras.random.SeedGenerator`는 뽑은 것을 기억합니다.",
            ),
        ),
    ),
    Check(
        id="fit",
        title=Text("model.fit moves the images anew at every step", "model.fit은 단계마다 이미지를 새로 옮긴다"),
        points=0.5,
        rules={"steps": _correlation(300)},
        says={
            "moved": MOVED,
            "steps": Text(
                "Correlation of dy in two steps of model.fit (near 0: independent, 1: the same)",
                "model.fit의 두 단계에서 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "trainable_weights": Text("Number of trainable weights", "학습되는 가중치의 수"),
        },
        advice={
            "trainable_weights": Text("There is nothing to learn in this layer.", "이 층에는 학습할 것이 없습니다."),
            "*": Text(
                "`fit` traces your layer once, for any batch size, and runs the trace at every step.",
                "`fit`은 어떤 배치 크기든 받도록 층을 한 번 추적하고 단계마다 그 결과를 실행합니다.",
            ),
        },
        hints=(
            Text(
                "The network sees each image once an epoch. Should it see the same window each time?",
                "신경망은 에포크마다 이미지를 한 번씩 봅니다. 매번 같은 창을 보아야 할까요?",
            ),
            Text("Look at what is fixed when `call` is traced.", "`call`을 추적할 때 고정되는 것이 무엇인지 보세요."),
            Text(
                "Draw with `keras.random.randint` and a `SeedGenerator` made in `__init__`.",
                "`__init__`에서 만든 `SeedGenerator`와 `keras.random.randint`로 뽑으세요.",
            ),
        ),
    ),
    Check(
        id="seed",
        title=Text(
            "The same seed gives a new layer the same sequence of shifts, and the sequence moves on",
            "시드가 같으면 새 층도 같은 이동의 수열을 내고, 그 수열은 호출마다 나아간다",
        ),
        points=1,
        rules={
            "*/calls": _correlation(200),
            "other_seed": _correlation(200),
            "zero_or_not": _correlation(200),
        },
        says={
            "seed/same": Text(
                "Two layers of one seed, called in turns: are their 1st and 2nd outputs equal?",
                "시드가 같은 두 층을 번갈아 호출할 때 첫째와 둘째 출력이 서로 같은지",
            ),
            "seed_zero/same": Text(
                "Two layers with seed=0, called in turns: are their 1st and 2nd outputs equal?",
                "seed=0인 두 층을 번갈아 호출할 때 첫째와 둘째 출력이 서로 같은지",
            ),
            "seed/calls": Text(
                "Correlation of dy in two calls of a layer with a seed (near 0: independent, 1: the same)",
                "시드가 있는 층을 두 번 호출했을 때 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "seed_zero/calls": Text(
                "Correlation of dy in two calls of a layer with seed=0 (near 0: independent, 1: the same)",
                "seed=0인 층을 두 번 호출했을 때 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "other_seed": Text(
                "Correlation of dy in layers of different seeds (near 0: independent, 1: the same)",
                "시드가 다른 층 사이의 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "zero_or_not": Text(
                "Correlation of dy in a layer with seed=0 and one with another seed (near 0: independent, 1: the same)",
                "seed=0인 층과 다른 시드의 층 사이의 dy의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "*/same": Text(
                "Does the seed reach what you draw with? Do two layers share a generator?",
                "시드가 난수를 뽑는 곳까지 전달되나요? 두 층이 생성기를 함께 쓰지는 않나요?",
            ),
            "*": Text(
                "An integer as the seed of a draw gives the same numbers at every call.",
                "난수 함수에 정수 시드를 주면 호출할 때마다 같은 수가 나옵니다.",
            ),
        },
        hints=(
            Text(
                "What has to be repeatable: one draw, or the whole sequence of draws?",
                "되풀이할 수 있어야 하는 것은 한 번의 뽑기인가요, 뽑기의 수열 전체인가요?",
            ),
            Text(
                "Something must start at the seed and remember how far it got. Where is it made?",
                "시드에서 출발해 어디까지 왔는지 기억하는 것이 있어야 합니다. 그것을 어디에서 만드나요?",
            ),
            Text(
                "`self.seed_generator = keras.random.SeedGenerator(seed)` in `__init__`, `seed=self.seed_generator` in `call`.",
                "`__init__`에서 `self.seed_generator = keras.random.SeedGenerator(seed)`, `call`에서 `seed=self.seed_generator`입니다.",
            ),
        ),
    ),
    Check(
        id="number_formats",
        title=Text(
            "Integer images stay integers; floating ones get the layer's dtype",
            "정수 이미지는 정수로 남고, 실수 이미지는 층의 자료형이 된다",
        ),
        points=0.5,
        says={
            f"*_to_{policy}/{mode}/{fact}": Text(
                f"{text.en} ({{}} images, RandomShift({arguments}), {mode_en})",
                f"{text.ko} ({{}} 이미지, RandomShift({arguments}), {mode_ko})",
            )
            for policy, arguments in {
                "default": "fill_value=100",
                "*": "fill_value=100, dtype='{}'",
            }.items()
            for mode, mode_en, mode_ko in (
                ("training", "in training", "학습할 때"),
                ("inference", "at inference", "추론할 때"),
            )
            for fact, text in {
                "dtype": Text("dtype of the output", "출력의 자료형"),
                "moved": Text("Every output is its input moved", "모든 출력이 입력을 옮긴 것인지"),
                "fill": Text("The fill value is seen", "채움 값이 보이는지"),
            }.items()
        },
        advice={
            "*": Text(
                "Moving pixels needs no arithmetic with their values; only the fill value has to be given their dtype.",
                "픽셀을 옮기는 데 값의 계산은 필요 없습니다. 채움 값의 자료형만 픽셀에 맞추면 됩니다.",
            )
        },
        hints=(
            Text(
                "Feed an image of dtype `np.uint8`. Which of your lines turns it into floating numbers, or fails?",
                "`np.uint8` 이미지를 넣어 보세요. 어느 줄에서 실수로 바뀌거나 오류가 나나요?",
            ),
            Text(
                "Look for casts, for multiplying with zeros and ones, and for the fill value.",
                "형 변환, 0과 1로 된 배열과의 곱셈, 채움 값을 찾아보세요.",
            ),
            Text("`tf.cast(self.fill_value, inputs.dtype)`", "`tf.cast(self.fill_value, inputs.dtype)`"),
        ),
    ),
    Check(
        id="bad_max_shift",
        title=Text(
            "max_shift is an integer >= 0, and 0 moves nothing", "max_shift는 0 이상의 정수이고, 0이면 옮기지 않는다"
        ),
        points=0.5,
        says={
            "max_shift=*": Text("RandomShift(max_shift={})", "RandomShift(max_shift={})"),
            "unchanged": Text(
                "The output is the input with max_shift=0, in training",
                "max_shift=0이면 학습할 때도 출력이 입력과 같은지",
            ),
        },
        advice={
            "max_shift=*": Text(
                "Integers >= 0 are allowed; anything else is a ValueError that names the argument.",
                "0 이상의 정수는 허용되고, 나머지는 인자의 이름이 담긴 ValueError입니다.",
            ),
            "unchanged": Text("What does a slice such as [0:-0] give?", "[0:-0] 같은 슬라이스는 무엇을 주나요?"),
        },
        hints=(
            Text("What would half a pixel, or -1 pixels, mean?", "반 픽셀이나 -1픽셀은 무슨 뜻일까요?"),
            Text("Check the argument at the start of `__init__`.", "`__init__`을 시작할 때 인자를 확인하세요."),
            Text(
                '`if not isinstance(max_shift, int) or max_shift < 0: raise ValueError(f"max_shift must be ...")`',
                '`if not isinstance(max_shift, int) or max_shift < 0: raise ValueError(f"max_shift must be ...")`',
            ),
        ),
    ),
    Check(
        id="config_and_saving",
        title=Text(
            "The layer comes back from its config and from a .keras file",
            "config와 .keras 파일에서 같은 층이 되살아난다",
        ),
        points=0.5,
        says={
            "layer/*": Text("RandomShift(1, name, dtype, trainable): {}", "RandomShift(1, name, dtype, trainable): {}"),
            "default_seed": Text(
                '`get_config()["seed"]` when no seed was given', '시드를 주지 않았을 때 `get_config()["seed"]`'
            ),
        }
        | {
            f"{name}/{fact}": Text(text.en.replace("{}", layer.en), text.ko.replace("{}", layer.ko))
            for name, layer in AGAIN.items()
            for fact, text in {
                "same_class": Text("Whether {} has the same class", "{}의 클래스가 같은지"),
                "keeps_name": Text("Whether {} has the same name", "{}의 이름이 같은지"),
                "largest": Text("The largest shift of {}", "{}의 가장 큰 이동"),
                "fill": Text("Whether {} fills with its fill value", "{}에서 채움 값이 보이는지"),
                "max_shift": Text("max_shift in the config of {}", "{}의 config에 있는 max_shift"),
                "fill_value": Text("fill_value in the config of {}", "{}의 config에 있는 fill_value"),
                "seed": Text("seed in the config of {}", "{}의 config에 있는 seed"),
            }.items()
        },
        advice={
            "layer/*": Text("Are **kwargs handed to the base class?", "**kwargs를 기반 클래스에 넘겼나요?"),
            "*/keeps_name": Text(
                "Name, dtype and the rest are the base class's. What does its `get_config` return?",
                "이름과 dtype 등은 기반 클래스의 것입니다. 기반 클래스의 `get_config`는 무엇을 돌려주나요?",
            ),
            "*": Text(
                "Which of the constructor's arguments would somebody need to make this layer again?",
                "이 층을 다시 만들려면 생성자의 어떤 인자가 필요할까요?",
            ),
        },
        hints=(
            Text(
                "A file stores a layer as the arguments that it was made with. Are all of them there?",
                "파일에는 층이 자신을 만들 때 받은 인자로 저장됩니다. 인자가 모두 들어 있나요?",
            ),
            Text(
                "`get_config`: what the base class returns and your own three arguments.",
                "`get_config`에는 기반 클래스가 돌려주는 것과 여러분의 세 인자가 있어야 합니다.",
            ),
            Text(
                '`{**super().get_config(), "max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}`',
                '`{**super().get_config(), "max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}`',
            ),
        ),
    ),
    Check(
        id="few_examples",
        title=Text(
            "With your layer a network learns from 100 digits to recognise moved ones",
            "여러분의 층이 있으면 숫자 100개만 배워도 옮겨진 숫자를 알아본다",
        ),
        points=0.5,
        rules={"curve/*": CURVE},
        says={
            "curve/training_loss": Text("Training loss per epoch (smoothed)", "에포크별 학습 손실 (평활)"),
            "curve/validation_loss": Text(
                "Loss on moved digits per epoch (smoothed)", "옮겨진 숫자에 대한 에포크별 손실 (평활)"
            ),
        },
        advice={
            "*": Text(
                "The network should meet each digit in all nine places, and be asked about digits as they are.",
                "신경망은 학습할 때 숫자를 아홉 자리 모두에서 만나고, 추론할 때는 숫자를 있는 그대로 받아야 합니다.",
            )
        },
        hints=(
            Text(
                "Training loss low and validation loss high: what does the network see in training?",
                "학습 손실은 낮은데 검증 손실이 높다면, 신경망이 학습할 때 무엇을 보고 있나요?",
            ),
            Text("Draw 20 outputs for one digit, in training.", "숫자 하나의 학습 모드 출력을 20개 그려 보세요."),
            Text(
                "A fresh pair of offsets for each example at each call, filled with 0; nothing at inference.",
                "호출마다 예제마다 새로운 이동 한 쌍을 쓰고 0으로 채우며, 추론할 때는 아무것도 하지 않습니다.",
            ),
        ),
    ),
]
