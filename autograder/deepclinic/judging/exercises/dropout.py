"""The checks of `dropout`: 10 points.

What depends on chance is compared within a bound computed from the number of draws, for two independent observations,
at `FALSE_ALARM` per number (`overfitting` apart: there the bound is measured). A check compares fewer than 20 of them,
so that a right layer fails one by chance less often than once in 5,000,000.
"""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Rule, Within, sampling_bound
from deepclinic.text import Text

FALSE_ALARM = 1e-8


def _share(draws: int, variance: float = 0.25) -> Rule:
    """A share of `draws` independent draws."""
    return Within(sampling_bound(draws, variance, FALSE_ALARM))


def _difference(draws: int) -> Rule:
    """A difference of two such shares, each of `draws` draws."""
    return _share(draws, 0.5)


def _correlation(pairs: int) -> Rule:
    """A correlation of `pairs` independent pairs, whose variance is 1 / pairs."""
    return Within(sampling_bound(pairs, 1.0, FALSE_ALARM))


CURVE = Within(0.4)
"""`python benchmarks/dropout_curves.py dropout` prints how far apart right layers lie, and this bound's false alarms."""

CHECKS: list[Check] = [
    Check(
        id="inference",
        title=Text("At inference the input comes out unchanged", "추론할 때는 입력이 그대로 나온다"),
        points=1,
        rules={"*/zeroed": _share(1000)},
        says={
            "training_false/factor": Text(
                "What each element is multiplied by when training=False", "training=False일 때 각 원소에 곱해진 값"
            ),
            "training_false/zeroed": Text("Share of zeros when training=False", "training=False일 때 0의 비율"),
            "without_argument/factor": Text(
                "What each element is multiplied by when `training` is not given",
                "`training`을 주지 않았을 때 각 원소에 곱해진 값",
            ),
            "without_argument/zeroed": Text(
                "Share of zeros when `training` is not given", "`training`을 주지 않았을 때 0의 비율"
            ),
        },
        advice={
            "training_false/*": Text(
                "What does your `call` do when `training` is False?", "`training`이 False일 때 `call`은 무엇을 하나요?"
            ),
            "without_argument/*": Text(
                "A call without `training` is inference. What is the default of your argument?",
                "`training` 없는 호출은 추론입니다. 인자의 기본값이 무엇인가요?",
            ),
        },
        hints=(
            Text(
                "Would you want two predictions for the same image to differ?",
                "같은 이미지에 대한 두 번의 예측이 서로 다르면 좋을까요?",
            ),
            Text(
                "The first lines of `call`: what happens there when `training` is False or None?",
                "`call`의 첫 줄을 보세요. `training`이 False나 None이면 무슨 일이 일어나나요?",
            ),
            Text("`if not training: return inputs`.", "`if not training: return inputs`입니다."),
        ),
    ),
    Check(
        id="scale",
        title=Text("In training what stays is multiplied by 1 / (1 - rate)", "학습할 때 남은 원소에는 1 / (1 - rate)을 곱한다"),
        points=1,
        says={
            "rate *": Text(
                "What the elements that stay are multiplied by, at rate {}", "rate {}에서 남은 원소에 곱해진 값"
            )
        },
        advice={
            "rate *": Text(
                "The expected value of each element should be the element itself: it stays with probability 1 - rate.",
                "각 원소의 기댓값은 원소 자신이어야 합니다. 원소는 확률 1 - rate로 남습니다.",
            )
        },
        hints=(
            Text(
                "If three in ten are missing, by how much must the other seven grow so that the sum is the same on average?",
                "열 중 셋이 빠졌습니다. 평균적으로 합이 같으려면 나머지 일곱은 몇 배가 되어야 하나요?",
            ),
            Text(
                "In `call`: the value that is chosen where an element stays. It depends on `rate`, not on the mask drawn.",
                "`call`에서 원소가 남을 때 고르는 값을 보세요. 뽑힌 마스크가 아니라 `rate`에 따라 정해집니다.",
            ),
            Text(
                "`inputs / (1 - self.rate)` where the mask keeps, 0 elsewhere; at inference no factor at all.",
                "마스크가 남기는 곳은 `inputs / (1 - self.rate)`, 나머지는 0입니다. 추론할 때는 아무것도 곱하지 않습니다.",
            ),
        ),
    ),
    Check(
        id="share_zeroed",
        title=Text("In training an element is zeroed with probability rate", "학습할 때 각 원소는 확률 rate로 0이 된다"),
        points=1,
        rules={"rate *": _share(2000)},
        says={"rate *": Text("Share of zeros in training at rate {}", "rate {}로 학습할 때 0의 비율")},
        advice={
            "rate *": Text(
                "Is `rate` the probability of being dropped in your comparison, and the rate of this very layer?",
                "비교식에서 `rate`가 버려질 확률로 쓰이나요? 바로 이 층의 rate인가요?",
            )
        },
        hints=(
            Text(
                "A uniform number between 0 and 1: how probable is it that it is below 0.2?",
                "0과 1 사이의 균등 난수가 0.2보다 작을 확률은 얼마인가요?",
            ),
            Text(
                "Look at the comparison that makes the mask, at its direction, and at which value stands for True.",
                "마스크를 만드는 비교식의 방향과, 참일 때 어느 값이 선택되는지를 보세요.",
            ),
            Text(
                "`keep = uniform >= self.rate`, and `ops.where(keep, ..., 0.0)`.",
                "`keep = uniform >= self.rate`로 하고 `ops.where(keep, ..., 0.0)`를 씁니다.",
            ),
        ),
    ),
    Check(
        id="fresh_mask",
        title=Text("Each call in training draws a new mask", "학습 모드로 호출할 때마다 새 마스크를 뽑는다"),
        points=1,
        rules={"calls *": _correlation(500)},
        says={
            "calls * and *": Text(
                "Correlation of the masks of calls {} and {} (near 0: independent, 1: the same)",
                "{}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            )
        },
        advice={
            "calls *": Text(
                "Is the mask drawn in `call`, from something that moves on with each draw?",
                "마스크를 `call`에서 뽑나요? 뽑을 때마다 앞으로 나아가는 것에서 뽑나요?",
            )
        },
        hints=(
            Text(
                "A network that always misses the same units is a smaller network. What must change from call to call?",
                "늘 같은 유닛이 빠진 신경망은 작은 신경망일 뿐입니다. 호출마다 무엇이 바뀌어야 하나요?",
            ),
            Text(
                "Where is the line that draws: in `__init__`, in `build`, or in `call`?",
                "난수를 뽑는 줄이 `__init__`, `build`, `call` 가운데 어디에 있나요?",
            ),
            Text(
                "In `call`: `keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)`, with a generator made in `__init__`.",
                "`call`에서 `keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)`를 쓰고, 생성기는 `__init__`에서 만듭니다.",
            ),
        ),
    ),
    Check(
        id="independent",
        title=Text("Each element, example and layer is dropped independently", "원소, 예제, 층마다 독립으로 버린다"),
        points=1,
        rules={"examples": _correlation(500), "elements": _correlation(2000), "layers": _correlation(500)},
        says={
            "examples": Text(
                "Correlation between the masks of neighbouring examples (near 0: independent, 1: the same)",
                "이웃한 두 예제의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "elements": Text(
                "Correlation between neighbouring elements of an example (near 0: independent, 1: the same)",
                "한 예제 안에서 이웃한 원소 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "layers": Text(
                "Correlation between the masks of two layers without a seed (near 0: independent, 1: the same)",
                "시드가 없는 두 층의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "same_number_in_each_example": Text(
                "The same number of elements is dropped in each of 100 examples", "예제 100개에서 버려진 원소의 개수가 모두 같은지"
            ),
            "same_number_in_each_call": Text(
                "The same number of elements is dropped in each of 12 calls", "호출 12번에서 버려진 원소의 개수가 모두 같은지"
            ),
        },
        advice={
            "examples": Text("Has your mask a row for each example of the batch?", "마스크에 배치의 예제마다 행이 있나요?"),
            "elements": Text("Has your mask a number for each element?", "마스크에 원소마다 난수가 하나씩 있나요?"),
            "layers": Text(
                "What does a layer draw from when it was given no seed?", "시드를 받지 않은 층은 무엇에서 난수를 뽑나요?"
            ),
            "same_number_*": Text(
                "Independent draws do not drop the same number each time.",
                "독립으로 뽑으면 버려지는 개수가 매번 같을 수 없습니다.",
            ),
        },
        hints=(
            Text(
                "How many independent coins are tossed in one call on a batch of shape (8, 5)?",
                "모양이 (8, 5)인 배치를 넣어 한 번 호출할 때 동전을 몇 번 독립으로 던져야 하나요?",
            ),
            Text(
                "Look at the shape that you give to the random function, and at what its seed is when `seed` is None.",
                "난수 함수에 넘기는 모양과, `seed`가 None일 때의 시드를 보세요.",
            ),
            Text(
                "The shape is that of the whole input, `ops.shape(inputs)`; `keras.random.SeedGenerator(None)` starts anywhere.",
                "모양은 입력 전체의 모양 `ops.shape(inputs)`입니다. `keras.random.SeedGenerator(None)`은 임의의 곳에서 시작합니다.",
            ),
        ),
    ),
    Check(
        id="compiled",
        title=Text("A traced or compiled function draws a new mask at each call", "추적되거나 컴파일된 함수도 호출할 때마다 새로 뽑는다"),
        points=0.75,
        rules={"*/calls *": _correlation(300), "*/zeroed_as_in_eager": _difference(300)},
        says={
            "tf_function/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of one tf.function (near 0: independent, 1: the same)",
                "tf.function 하나를 {}번째와 {}번째로 호출했을 때 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "jit_compile/calls * and *": Text(
                "Correlation of the masks of calls {} and {} with jit_compile=True (near 0: independent, 1: the same)",
                "jit_compile=True로 {}번째와 {}번째로 호출했을 때 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "tf_function/zeroed_as_in_eager": Text(
                "Share of zeros in tf.function minus that of a direct call", "tf.function의 0 비율에서 직접 호출의 0 비율을 뺀 값"
            ),
            "jit_compile/zeroed_as_in_eager": Text(
                "Share of zeros with jit_compile=True minus that of a direct call",
                "jit_compile=True의 0 비율에서 직접 호출의 0 비율을 뺀 값",
            ),
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
                "Look for NumPy, for counters that are Python numbers, and for `inputs.shape` where the batch size is needed.",
                "NumPy, 파이썬 숫자로 된 카운터, 배치 크기가 필요한 곳의 `inputs.shape`를 찾아보세요.",
            ),
            Text(
                "A `keras.random.SeedGenerator` keeps its state in a variable, and `ops.shape(inputs)` gives the size at run time.",
                "`keras.random.SeedGenerator`는 상태를 변수에 두고, `ops.shape(inputs)`는 실행할 때의 크기를 줍니다.",
            ),
        ),
    ),
    Check(
        id="fit",
        title=Text("model.fit draws a new mask at every step", "model.fit은 단계마다 새 마스크를 뽑는다"),
        points=0.5,
        rules={"steps *": _correlation(256)},
        says={
            "steps * and *": Text(
                "Correlation of the masks of steps {} and {} of model.fit (near 0: independent, 1: the same)",
                "model.fit의 {}단계와 {}단계의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "trainable_weights": Text("Number of trainable weights", "학습되는 가중치의 수"),
        },
        advice={
            "steps *": Text(
                "`fit` traces your layer once and runs the trace at every step.",
                "`fit`은 층을 한 번 추적하고 단계마다 그 결과를 실행합니다.",
            ),
            "trainable_weights": Text("There is nothing to learn in a dropout layer.", "드롭아웃 층에는 학습할 것이 없습니다."),
        },
        hints=(
            Text(
                "`fit` builds your layer for any batch size and traces it once. What does `call` need to know beforehand?",
                "`fit`은 어떤 배치 크기든 받도록 층을 만들고 한 번 추적합니다. `call`이 미리 알아야 하는 것은 무엇인가요?",
            ),
            Text(
                "The draw and its shape: neither may be fixed when `call` is traced.",
                "난수를 뽑는 줄과 그 모양을 보세요. 둘 다 추적할 때 고정되면 안 됩니다.",
            ),
            Text(
                "`keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)` does both.",
                "`keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)`이면 둘 다 해결됩니다.",
            ),
        ),
    ),
    Check(
        id="seed",
        title=Text("One seed, one sequence of masks; and the sequence moves on", "시드가 같으면 마스크 수열이 같고, 호출마다 나아간다"),
        points=1,
        rules={"*calls *": _correlation(300), "other_seed": _correlation(300)},
        says={
            "seed/in_turns": Text(
                "Two layers of one seed, called in turns: are their 1st, 2nd and 3rd masks equal?",
                "시드가 같은 두 층을 번갈아 호출할 때 첫째, 둘째, 셋째 마스크가 서로 같은지",
            ),
            "seed_zero/in_turns": Text(
                "Two layers with seed=0, called in turns: are their 1st, 2nd and 3rd masks equal?",
                "seed=0인 두 층을 번갈아 호출할 때 첫째, 둘째, 셋째 마스크가 서로 같은지",
            ),
            "seed/one_after_the_other": Text(
                "A layer of the same seed, made after the first was used: are its masks equal?",
                "첫 층을 쓴 뒤에 같은 시드로 만든 층의 마스크가 같은지",
            ),
            "seed/global_seed_reset": Text(
                "The same after tf.random.set_seed: are its masks equal?",
                "tf.random.set_seed 다음에 만들어도 마스크가 같은지",
            ),
            "seed/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of a layer with a seed (near 0: independent, 1: the same)",
                "시드가 있는 층의 {}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "seed_zero/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of a layer with seed=0 (near 0: independent, 1: the same)",
                "seed=0인 층의 {}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "other_seed": Text(
                "Correlation of the first masks of two layers with different seeds (near 0: independent, 1: the same)",
                "시드가 다른 두 층의 첫 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "tf_function/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of a layer with a seed, in tf.function "
                "(near 0: independent, 1: the same)",
                "tf.function 안에서 시드가 있는 층의 {}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "*calls *": Text(
                "A plain number as the seed of a draw gives the same draw each time. What keeps the place in the sequence?",
                "난수를 뽑을 때 시드로 숫자를 그대로 주면 매번 같은 값이 나옵니다. 수열의 어디까지 왔는지는 무엇이 기억하나요?",
            ),
            "*seed*/*": Text(
                "Does each layer draw from a generator of its own, started with its own seed?",
                "층마다 자신의 시드로 시작한 생성기를 따로 가지고 있나요?",
            ),
            "other_seed": Text("Is the seed used at all?", "시드를 쓰고 있나요?"),
        },
        hints=(
            Text(
                "Reproducible is not constant: the second mask differs from the first, and both come again in a new layer.",
                "재현된다는 것은 변하지 않는다는 뜻이 아닙니다. 둘째 마스크는 첫째와 다르지만 새 층에서 둘 다 다시 나옵니다.",
            ),
            Text(
                "Look at what is made from `seed` in `__init__`, and at what is handed to the random function in `call`.",
                "`__init__`에서 `seed`로 무엇을 만드는지, `call`에서 난수 함수에 무엇을 넘기는지 보세요.",
            ),
            Text(
                "`self.seed_generator = keras.random.SeedGenerator(seed)` in `__init__`, `seed=self.seed_generator` in `call`.",
                "`__init__`에서 `self.seed_generator = keras.random.SeedGenerator(seed)`, `call`에서 `seed=self.seed_generator`입니다.",
            ),
        ),
    ),
    Check(
        id="gradient",
        title=Text("The gradient passes through the elements that stayed only", "기울기는 남은 원소로만 흐른다"),
        points=0.5,
        says={
            "eager/zeroed": Text("Derivative at elements that were dropped", "버려진 원소에서의 미분"),
            "eager/kept_minus_factor": Text(
                "Derivative at elements that stayed, minus the factor by which they were multiplied",
                "남은 원소에서의 미분에서 그 원소에 곱해진 값을 뺀 것",
            ),
            "tf_function/zeroed": Text(
                "Derivative at elements that were dropped, in tf.function", "tf.function에서 버려진 원소의 미분"
            ),
            "tf_function/kept_minus_factor": Text(
                "Derivative at elements that stayed, minus their factor, in tf.function",
                "tf.function에서 남은 원소의 미분에서 곱해진 값을 뺀 것",
            ),
        },
        advice={
            "*/zeroed": Text(
                "Forward and backward must use one and the same mask.", "순방향과 역방향은 똑같은 마스크를 써야 합니다."
            ),
            "*": Text(
                "Where an element stays, the layer multiplies by a constant. What is the derivative of that?",
                "원소가 남는 곳에서 층은 상수를 곱합니다. 그 미분은 무엇인가요?",
            ),
        },
        hints=(
            Text(
                "An element that was dropped does not reach the loss. What is its gradient?",
                "버려진 원소는 손실에 영향을 주지 않습니다. 그 기울기는 얼마인가요?",
            ),
            Text(
                "Look for `stop_gradient`, gradients written by hand, NumPy, and masks drawn twice.",
                "`stop_gradient`, 직접 쓴 기울기, NumPy, 두 번 뽑은 마스크를 찾아보세요.",
            ),
            Text(
                "Draw once and let Keras differentiate: `ops.where(keep, inputs / (1 - self.rate), 0.0)`.",
                "한 번만 뽑고 미분은 Keras에 맡기세요. `ops.where(keep, inputs / (1 - self.rate), 0.0)`입니다.",
            ),
        ),
    ),
    Check(
        id="any_shape",
        title=Text("Sequences, images, batches of any size: a draw per element", "시퀀스, 이미지, 어떤 배치 크기에서도 원소마다 뽑는다"),
        points=0.5,
        rules={"image/*": _correlation(24 * 24 * 8 // 2), "sequence/*": _correlation(60 * 40 // 2)},
        says={
            "image/axis *": Text(
                "Images (batch, height, width, channels): correlation between neighbours along axis {} "
                "(near 0: independent, 1: the same)",
                "이미지 (batch, height, width, channels)에서 축 {} 방향으로 이웃한 원소 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "sequence/axis *": Text(
                "Sequences (batch, steps, features): correlation between neighbours along axis {} "
                "(near 0: independent, 1: the same)",
                "시퀀스 (batch, steps, features)에서 축 {} 방향으로 이웃한 원소 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "batch of *": Text("Shape of the output for {} examples of 5 elements", "원소 5개짜리 예제 {}개에 대한 출력의 모양"),
            "open_batch": Text(
                "Shape in a model for any batch size (-1) of (6, 3)", "배치 크기(-1)를 정하지 않은 (6, 3) 모델에서의 모양"
            ),
        },
        advice={
            "image/*": Text(
                "Does your mask have all axes of the input at full size?", "마스크가 입력의 모든 축을 온전한 크기로 가지나요?"
            ),
            "sequence/*": Text(
                "Does your mask have all axes of the input at full size?", "마스크가 입력의 모든 축을 온전한 크기로 가지나요?"
            ),
            "*": Text("Is any size fixed, or taken from an earlier call?", "어떤 크기를 고정했거나 앞선 호출에서 가져왔나요?"),
        },
        hints=(
            Text("Does anything in your `call` count the axes of the input?", "`call` 안에 입력의 축 수를 세는 부분이 있나요?"),
            Text(
                "Look at the shape of the mask, and at `inputs.shape` in it.",
                "마스크의 모양과 그 안의 `inputs.shape`를 보세요.",
            ),
            Text(
                "`ops.shape(inputs)` as a whole is the mask's shape, for every rank and every batch size.",
                "축이 몇 개든 배치 크기가 얼마든 `ops.shape(inputs)` 전체가 마스크의 모양입니다.",
            ),
        ),
    ),
    Check(
        id="rate_zero",
        title=Text("Rate 0 leaves everything as it is, in training too", "rate가 0이면 학습할 때도 아무것도 바뀌지 않는다"),
        points=0.25,
        rules={"*/zeroed": _share(1000)},
        says={
            "rate */factor": Text("What each element is multiplied by at rate {}", "rate {}에서 각 원소에 곱해진 값"),
            "rate */zeroed": Text("Share of zeros at rate {}", "rate {}에서 0의 비율"),
        },
        advice={
            "*": Text(
                "Put 0 into your formula, and into every `if` and `or` that looks at the rate.",
                "식에 0을 넣어 보고, rate를 보는 모든 `if`와 `or`에도 넣어 보세요.",
            )
        },
        hints=(
            Text("What do 1 / (1 - 0) and a probability of 0 mean?", "1 / (1 - 0)과 확률 0은 무엇을 뜻하나요?"),
            Text(
                "Look for places where 0 counts as False in Python, and for divisions by the rate.",
                "파이썬에서 0이 거짓으로 취급되는 곳과 rate로 나누는 곳을 찾아보세요.",
            ),
            Text(
                "`self.rate = rate` as it is; `uniform >= 0` is true for every draw, so nothing is dropped.",
                "`self.rate = rate`로 그대로 저장하세요. `uniform >= 0`은 늘 참이므로 버려지는 것이 없습니다.",
            ),
        ),
    ),
    Check(
        id="bad_rate",
        title=Text(
            "A rate outside [0, 1) raises a ValueError that names it", "[0, 1) 밖의 rate에는 그 이름을 밝히는 ValueError가 난다"
        ),
        points=0.5,
        says={"rate=*": Text("Dropout(rate={})", "Dropout(rate={})")},
        advice={
            "rate=0.*": Text("This rate is allowed: 0 <= rate < 1.", "허용되는 rate입니다: 0 <= rate < 1."),
            "rate=*": Text(
                "This rate is not in [0, 1): raise a ValueError whose text contains the word `rate`.",
                "[0, 1)에 들지 않는 rate입니다. `rate`라는 말이 든 ValueError를 내세요.",
            ),
        },
        hints=(
            Text("Which ends belong to [0, 1)?", "[0, 1)에는 양 끝 가운데 어느 것이 들어 있나요?"),
            Text("In `__init__`, before the rate is stored.", "`__init__`에서 rate를 저장하기 전입니다."),
            Text(
                '`if not 0 <= rate < 1: raise ValueError(f"rate must be in [0, 1), received rate={rate}")`.',
                '`if not 0 <= rate < 1: raise ValueError(f"rate must be in [0, 1), received rate={rate}")`입니다.',
            ),
        ),
    ),
    Check(
        id="number_formats",
        title=Text("The output has the layer's dtype, in mixed precision too", "혼합 정밀도에서도 출력의 dtype은 층의 dtype이다"),
        points=0.25,
        says={
            "*_to_default/training/dtype": Text(
                "dtype of the training output for a {} input", "{} 입력에 대한 학습 출력의 자료형"
            ),
            "*_to_default/inference/dtype": Text(
                "dtype of the inference output for a {} input", "{} 입력에 대한 추론 출력의 자료형"
            ),
            "*_to_*/training/dtype": Text(
                'dtype of the training output of Dropout(dtype="{1}") for a {0} input',
                '{0} 입력에 대한 Dropout(dtype="{1}") 학습 출력의 자료형',
            ),
            "*_to_*/inference/dtype": Text(
                'dtype of the inference output of Dropout(dtype="{1}") for a {0} input',
                '{0} 입력에 대한 Dropout(dtype="{1}") 추론 출력의 자료형',
            ),
            "*/finite": Text("All outputs are finite numbers in that dtype", "그 자료형에서 출력이 모두 유한한 수인지"),
        },
        advice={
            "*": Text(
                "Which dtype has your mask, and what comes out when it meets an input of another?",
                "마스크의 자료형은 무엇이고, 자료형이 다른 입력과 만나면 무엇이 나오나요?",
            )
        },
        hints=(
            Text(
                "When `call` starts, the input already has the compute dtype. Where does your code leave it?",
                "`call`이 시작될 때 입력은 이미 계산 자료형입니다. 코드의 어디에서 자료형이 달라지나요?",
            ),
            Text(
                'Look for `"float32"`, and for a mask of numbers that is multiplied with the input.',
                '`"float32"`와, 입력에 곱해지는 숫자 마스크를 찾아보세요.',
            ),
            Text(
                "Choose with a mask of True and False, `ops.where(keep, ..., 0.0)`, or cast: `ops.cast(mask, inputs.dtype)`.",
                "참과 거짓으로 된 마스크로 고르거나 (`ops.where(keep, ..., 0.0)`), `ops.cast(mask, inputs.dtype)`로 변환하세요.",
            ),
        ),
    ),
    Check(
        id="config_and_saving",
        title=Text("The layer comes back from its config and from a .keras file", "config와 .keras 파일에서 같은 층이 되살아난다"),
        points=0.5,
        rules={"*/zeroed_as_before": _difference(500)},
        says={
            "layer/*": Text("Dropout(rate, name, dtype, trainable): {}", "Dropout(rate, name, dtype, trainable): {}"),
            "default_seed": Text('`get_config()["seed"]` when no seed was given', '시드를 주지 않았을 때 `get_config()["seed"]`'),
            "*/same_class": Text("The {} layer has the same class", "다시 만든 층({})의 클래스가 같은지"),
            "*/keeps_name": Text("The {} layer has the same name", "다시 만든 층({})의 이름이 같은지"),
            "*/rate": Text("The rate in the config of the {} layer", "다시 만든 층({})의 config에 있는 rate"),
            "*/seed": Text("The seed in the config of the {} layer", "다시 만든 층({})의 config에 있는 seed"),
            "*/zeroed_as_before": Text(
                "Share of zeros of the {} layer minus that of the first", "다시 만든 층({})의 0의 비율에서 원래 층의 비율을 뺀 값"
            ),
        },
        advice={
            "layer/*": Text(
                "Are **kwargs handed to the base class?", "**kwargs를 기반 클래스에 넘겼나요?"
            ),
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
                "`get_config`: what the base class returns and your own two arguments; `__init__`: the base class gets **kwargs.",
                "`get_config`에는 기반 클래스가 돌려주는 것과 여러분의 두 인자가, `__init__`에는 기반 클래스에 넘기는 **kwargs가 있어야 합니다.",
            ),
            Text(
                '`return {**super().get_config(), "rate": self.rate, "seed": self.seed}` and `super().__init__(**kwargs)`.',
                '`return {**super().get_config(), "rate": self.rate, "seed": self.seed}`와 `super().__init__(**kwargs)`입니다.',
            ),
        ),
    ),
    Check(
        id="overfitting",
        title=Text("A network with your layer resists learning wrong labels", "여러분의 층을 넣은 신경망은 틀린 레이블을 덜 외운다"),
        points=0.25,
        rules={"curve/*": CURVE},
        says={
            "curve/training_loss": Text("Training loss, running mean of 8 epochs (the layer drops)", "학습 손실, 8에포크 이동 평균 (층이 값을 버림)"),
            "curve/validation_loss": Text(
                "Validation loss, running mean of 8 epochs (the layer at inference)", "검증 손실, 8에포크 이동 평균 (층은 추론 모드)"
            ),
        },
        advice={
            "curve/training_loss": Text(
                "Three labels in ten are wrong. A loss that goes to 0 has learned them by heart: is anything dropped?",
                "레이블 열 중 셋이 틀렸습니다. 손실이 0으로 가면 외운 것입니다. 값을 버리고 있나요?",
            ),
            "curve/validation_loss": Text(
                "Training looks right; is the layer the identity at inference, and the scale right in training?",
                "학습은 맞아 보입니다. 추론할 때 항등 함수이고, 학습할 때 배율이 맞나요?",
            ),
        },
        hints=(
            Text("Compare the two curves: which of the two is off?", "두 곡선을 비교해 보세요. 어느 쪽이 어긋나나요?"),
            Text(
                "Training: share and scale of the mask. Validation alone: the branch for inference, or the scale.",
                "학습이 어긋나면 마스크의 비율과 배율을, 검증만 어긋나면 추론 분기나 배율을 보세요.",
            ),
            Text(
                "The checks above each look at one line; the first of them that fails is the line that bends this curve.",
                "위의 검사는 저마다 한 줄을 봅니다. 그중 처음 실패한 검사가 이 곡선을 휘게 한 줄입니다.",
            ),
        ),
    ),
]
