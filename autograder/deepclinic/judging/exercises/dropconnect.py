"""The checks of `dropconnect`: 10 points.

What depends on chance is compared within a bound computed from the number of draws, for two independent observations,
at `FALSE_ALARM` per number (`overfitting` apart: there the bound is measured). A check compares fewer than 20 of them,
so that a right layer fails one by chance less often than once in 5,000,000.
"""

from __future__ import annotations

import math

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close, Rule, Within, sampling_bound
from deepclinic.text import Text

FALSE_ALARM = 1e-8


def _mean(draws: int, variance: float) -> Rule:
    """A mean of `draws` independent draws of the given variance."""
    return Within(sampling_bound(draws, variance, FALSE_ALARM))


def _correlation(pairs: int) -> Rule:
    """A correlation of `pairs` independent pairs, whose variance is 1 / pairs."""
    return _mean(pairs, 1.0)


APART = 600
"""Entries of a mask that are compared between calls, see `probes/kernel_masks.py`."""
KIND, KINDS = 800, 2400
"""Draws of one kind of unit and of all, see `probes/gaussian_inference.py`: each has variance 4 at rate 0.4."""
CURVE = Within(0.4)
"""`python benchmarks/dropout_curves.py dropconnect` prints how far apart right layers lie, and this bound's false alarms."""

CALLS = Text(
    "Correlation of the masks of calls {} and {} (near 0: independent, 1: the same)",
    "{}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
)

CHECKS: list[Check] = [
    Check(
        id="weights",
        title=Text("kernel starts from glorot_uniform, bias from zeros", "kernel은 glorot_uniform, bias는 0으로 시작한다"),
        points=0.5,
        # 3 (w / limit)^2 has mean 1 and variance 4/5 for uniform w.
        rules={"initial/mean_of_squares": _mean(40 * 60, 0.8)},
        says={
            "shape/kernel": Text("Shape of `kernel` for 40 inputs and 60 units", "입력 40개, 유닛 60개일 때 `kernel`의 모양"),
            "shape/bias": Text("Shape of `bias` for 60 units", "유닛 60개일 때 `bias`의 모양"),
            "trainable": Text("Number of trainable weights", "학습되는 가중치의 수"),
            "trainable_without_bias": Text(
                "Number of trainable weights with use_bias=False", "use_bias=False일 때 학습되는 가중치의 수"
            ),
            "initial/bias": Text("Value of a new bias", "새 bias의 값"),
            "initial/within_limit": Text(
                "All of a new kernel lies within sqrt(6 / (inputs + units))",
                "새 kernel이 모두 sqrt(6 / (inputs + units)) 안에 있는지",
            ),
            "initial/mean_of_squares": Text(
                "Mean of the squares of a new kernel, in units of glorot_uniform's variance",
                "새 kernel의 제곱 평균 (glorot_uniform의 분산을 1로 함)",
            ),
        },
        advice={
            "shape/*": Text(
                "Made by `add_weight` in `build`, kept as `self.kernel` and `self.bias`?",
                "`build`에서 `add_weight`로 만들어 `self.kernel`과 `self.bias`에 두었나요?",
            ),
            "trainable*": Text("What should `use_bias` decide?", "`use_bias`는 무엇을 정해야 하나요?"),
            "initial/*": Text("Which initializers does the task name?", "과제에서 정한 초기화 방법은 무엇인가요?"),
        },
        hints=(
            Text("Which weights has a dense layer, and of which shapes?", "완전 연결 층에는 어떤 모양의 어떤 가중치가 있나요?"),
            Text("In `build`: `input_shape[-1]` is the number of inputs.", "`build`에서 `input_shape[-1]`이 입력의 수입니다."),
            Text(
                '`self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")`, and `bias` likewise.',
                '`self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")`이고 `bias`도 마찬가지입니다.',
            ),
        ),
    ),
    Check(
        id="dense",
        title=Text("At rate 0 it is a dense layer: activation(x @ kernel + bias)", "rate가 0이면 완전 연결 층이다: activation(x @ kernel + bias)"),
        points=0.5,
        says={
            "activation */training=True": Text("Output at rate 0, activation {}, in training", "rate 0, 활성화 {}, 학습 모드의 출력"),
            "activation */training=False": Text("Output at rate 0, activation {}, at inference", "rate 0, 활성화 {}, 추론 모드의 출력"),
            "without_bias": Text("Output at rate 0 with use_bias=False", "rate 0, use_bias=False일 때의 출력"),
            "one_example": Text("Output at rate 0 for a batch of one example", "rate 0일 때 예제 하나짜리 배치의 출력"),
        },
        advice={
            "activation none/*": Text("At rate 0 every weight is kept, none is scaled, and the bias is added, in both modes. What else happens in yours?", "rate가 0이면 모든 가중치가 그대로 남고 편향이 더해집니다. 두 모드에서 모두 같습니다. 여러분의 층에서는 무엇이 다른가요?"),
            "activation */*": Text(
                "Does the activation come last, after the bias, in both modes?",
                "두 모드 모두에서 활성화 함수가 편향 다음, 맨 끝에 오나요?",
            ),
            "*": Text("What remains of your formula without a bias, or for one example?", "편향이 없거나 예제가 하나일 때 식에 무엇이 남나요?"),
        },
        hints=(
            Text("With no weight dropped, which layer that you know is this?", "가중치를 하나도 버리지 않으면 어떤 층과 같나요?"),
            Text("Look at the last lines of each branch of `call`: sum, bias, activation, in this order.", "`call`의 각 분기 마지막 줄을 보세요. 합, 편향, 활성화 함수의 순서입니다."),
            Text("`self.activation(z + self.bias)`, with `self.activation = keras.activations.get(activation)`.", "`self.activation = keras.activations.get(activation)`으로 두고 `self.activation(z + self.bias)`입니다."),
        ),
    ),
    Check(
        id="mean_inference",
        title=Text("With inference_samples=0, inference uses the kernel itself", "inference_samples=0이면 추론에 kernel을 그대로 쓴다"),
        points=0.5,
        says={
            "training_false": Text("Output with training=False", "training=False일 때의 출력"),
            "without_argument": Text("Output when `training` is not given", "`training`을 주지 않았을 때의 출력"),
            "one_example": Text("Output for a batch of one example", "예제 하나짜리 배치의 출력"),
        },
        advice={
            "without_argument": Text("A call without `training` is inference.", "`training` 없는 호출은 추론입니다."),
            "*": Text("At inference nothing is dropped and nothing scaled.", "추론할 때는 아무것도 버리지 않고 아무 배율도 곱하지 않습니다."),
        },
        hints=(
            Text("The mean of the masked kernel over all masks: what is it?", "모든 마스크에 걸친, 마스크를 씌운 커널의 평균은 무엇인가요?"),
            Text("The branch of `call` for inference.", "`call`에서 추론하는 분기를 보세요."),
            Text("`return self.activation(ops.matmul(inputs, self.kernel) + self.bias)`.", "`return self.activation(ops.matmul(inputs, self.kernel) + self.bias)`입니다."),
        ),
    ),
    Check(
        id="scale",
        title=Text("In training a kept weight is multiplied by 1 / (1 - rate)", "학습할 때 남은 가중치에는 1 / (1 - rate)을 곱한다"),
        points=0.75,
        says={"rate *": Text("What kept weights are multiplied by, at rate {}", "rate {}에서 남은 가중치에 곱해진 값")},
        advice={
            "*": Text(
                "The expected value of each weight should be the weight itself.",
                "각 가중치의 기댓값은 가중치 자신이어야 합니다.",
            )
        },
        hints=(
            Text("A weight stays with probability 1 - rate. By how much must it grow to be right on average?", "가중치는 확률 1 - rate로 남습니다. 평균적으로 맞으려면 몇 배가 되어야 하나요?"),
            Text("In training, where the mask meets the kernel. The factor depends on `rate` alone.", "학습할 때 마스크와 커널이 만나는 곳을 보세요. 배율은 `rate`만으로 정해집니다."),
            Text("`ops.where(keep, self.kernel / (1 - self.rate), 0.0)`.", "`ops.where(keep, self.kernel / (1 - self.rate), 0.0)`입니다."),
        ),
    ),
    Check(
        id="share_dropped",
        title=Text("In training a weight is dropped with probability rate", "학습할 때 각 가중치는 확률 rate로 버려진다"),
        points=0.75,
        rules={"rate *": _mean(3 * APART, 0.25)},
        says={"rate *": Text("Share of dropped weights at rate {}", "rate {}에서 버려진 가중치의 비율")},
        advice={"*": Text("Is `rate` the probability of being dropped in your comparison?", "비교식에서 `rate`가 버려질 확률로 쓰이나요?")},
        hints=(
            Text("A uniform number between 0 and 1: how probable is it that it is below 0.2?", "0과 1 사이의 균등 난수가 0.2보다 작을 확률은 얼마인가요?"),
            Text("Look at the comparison that makes the mask, and at which kernel the sum uses.", "마스크를 만드는 비교식과, 합에 쓰는 커널을 보세요."),
            Text("`keep = uniform >= self.rate`, and the masked kernel in the sum.", "`keep = uniform >= self.rate`로 하고, 합에는 마스크를 씌운 커널을 씁니다."),
        ),
    ),
    Check(
        id="own_mask",
        title=Text("Each example of a batch has a mask of its own", "배치의 예제마다 자기 마스크가 있다"),
        points=0.75,
        rules={"examples": _correlation(300)},
        says={
            "examples": Text(
                "Correlation between the masks of neighbouring examples (near 0: independent, 1: the same)",
                "이웃한 두 예제의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            )
        },
        advice={"*": Text("How many axes has your mask, and is one of them the batch?", "마스크에 축이 몇 개 있나요? 그중 하나가 배치인가요?")},
        hints=(
            Text("How many coins are tossed for 5 examples, 4 inputs and 3 units?", "예제 5개, 입력 4개, 유닛 3개에는 동전을 몇 번 던져야 하나요?"),
            Text("Look at the shape that you give to the random function.", "난수 함수에 넘기는 모양을 보세요."),
            Text(
                '`(ops.shape(inputs)[0], *self.kernel.shape)`, and `ops.einsum("bi,biu->bu", inputs, masked)` for the sums.',
                '`(ops.shape(inputs)[0], *self.kernel.shape)`이고, 합은 `ops.einsum("bi,biu->bu", inputs, masked)`입니다.',
            ),
        ),
    ),
    Check(
        id="every_entry",
        title=Text("Every entry of the kernel is dropped independently", "커널의 원소마다 독립으로 버린다"),
        points=0.75,
        rules={"inputs": _correlation(300), "units": _correlation(300)},
        says={
            "inputs": Text(
                "Correlation between entries of neighbouring inputs (near 0: independent, 1: the same)",
                "이웃한 입력의 원소 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "units": Text(
                "Correlation between entries of neighbouring units (near 0: independent, 1: the same)",
                "이웃한 유닛의 원소 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "same_number": Text("The same number of entries is kept in each of 6 masks", "마스크 6개에서 남은 원소의 개수가 모두 같은지"),
        },
        advice={
            "inputs": Text(
                "If all weights of a unit go together, that is dropout on the outputs.",
                "유닛의 가중치가 모두 함께 버려지면 그것은 출력에 대한 드롭아웃입니다.",
            ),
            "units": Text(
                "If all weights of an input go together, that is dropout on the inputs.",
                "입력의 가중치가 모두 함께 버려지면 그것은 입력에 대한 드롭아웃입니다.",
            ),
            "same_number": Text("Independent draws do not keep the same number each time.", "독립으로 뽑으면 남는 개수가 매번 같을 수 없습니다."),
        },
        hints=(
            Text("What distinguishes DropConnect from dropout on the inputs, or on the outputs?", "DropConnect는 입력이나 출력에 대한 드롭아웃과 무엇이 다른가요?"),
            Text("The mask: has it both axes of the kernel at full size?", "마스크에 커널의 두 축이 모두 온전한 크기로 있나요?"),
            Text("Compare one uniform number for each entry of (batch, inputs, units) with the rate.", "(batch, inputs, units)의 원소마다 균등 난수를 하나씩 뽑아 rate와 비교하세요."),
        ),
    ),
    Check(
        id="fresh_mask",
        title=Text("Each call in training, and each layer, draws new masks", "학습 모드로 호출할 때마다, 층마다 새 마스크를 뽑는다"),
        points=0.75,
        rules={"*": _correlation(APART)},
        says={
            "calls * and *": CALLS,
            "layers": Text(
                "Correlation of the masks of two layers without a seed (near 0: independent, 1: the same)",
                "시드가 없는 두 층의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "calls *": Text("Is the mask drawn in `call`?", "마스크를 `call`에서 뽑나요?"),
            "layers": Text("What does a layer draw from when it was given no seed?", "시드를 받지 않은 층은 무엇에서 난수를 뽑나요?"),
        },
        hints=(
            Text("What must change from one training step to the next?", "한 학습 단계에서 다음 단계로 갈 때 무엇이 바뀌어야 하나요?"),
            Text("Where is the line that draws: in `__init__`, in `build`, or in `call`?", "난수를 뽑는 줄이 `__init__`, `build`, `call` 가운데 어디에 있나요?"),
            Text("In `call`: `keras.random.uniform(shape, seed=self.seed_generator)`, the generator made in `__init__` from `seed`.", "`call`에서 `keras.random.uniform(shape, seed=self.seed_generator)`를 쓰고, 생성기는 `__init__`에서 `seed`로 만듭니다."),
        ),
    ),
    Check(
        id="bias",
        title=Text("The bias is never dropped nor scaled; the activation is last", "편향은 버리지도 키우지도 않고, 활성화는 맨 끝이다"),
        points=0.5,
        says={
            "no activation/bias *": Text("Training output for inputs of 0, where the bias is {}", "입력이 0이고 편향이 {}일 때 학습 출력"),
            "*/bias *": Text("Training output for inputs of 0, activation {}, bias {}", "입력이 0, 활성화 {}, 편향이 {}일 때 학습 출력"),
        },
        advice={
            "no activation/*": Text("With inputs of 0 only the bias is left.", "입력이 0이면 편향만 남습니다."),
            "*": Text("Which comes first in your code, the bias or the activation?", "코드에서 편향과 활성화 함수 가운데 무엇이 먼저인가요?"),
        },
        hints=(
            Text("What should come out for inputs of 0, whatever the mask?", "마스크가 무엇이든 입력이 0이면 무엇이 나와야 하나요?"),
            Text("The lines after the sum, in the training branch.", "학습 분기에서 합을 구한 다음 줄을 보세요."),
            Text("`self.activation(z + self.bias)`: no mask and no factor on the bias.", "`self.activation(z + self.bias)`입니다. 편향에는 마스크도 배율도 없습니다."),
        ),
    ),
    Check(
        id="gradient",
        title=Text("Gradients pass through the kept weights only", "기울기는 남은 가중치로만 흐른다"),
        points=0.5,
        says={
            "inputs": Text("The gradient for the inputs goes through the weights kept in this call", "입력의 기울기가 이번 호출에서 남은 가중치로 흐르는지"),
            "kernel": Text("The gradient for the kernel goes to the weights kept in this call", "kernel의 기울기가 이번 호출에서 남은 가중치로 흐르는지"),
            "bias": Text("The gradient for the bias is the sum over the examples", "bias의 기울기가 예제에 걸친 합인지"),
            "masks": Text("Masks of the call", "호출의 마스크"),
        },
        advice={
            "*": Text("Forward and backward must use one and the same mask.", "순방향과 역방향은 똑같은 마스크를 써야 합니다.")
        },
        hints=(
            Text("A weight that was dropped does not reach the loss. What is its gradient?", "버려진 가중치는 손실에 영향을 주지 않습니다. 그 기울기는 얼마인가요?"),
            Text("Look for `stop_gradient`, `assign`, NumPy, and masks drawn twice.", "`stop_gradient`, `assign`, NumPy, 두 번 뽑은 마스크를 찾아보세요."),
            Text("Use `self.kernel` itself in the masked kernel and let Keras differentiate.", "마스크를 씌울 때 `self.kernel`을 그대로 쓰고 미분은 Keras에 맡기세요."),
        ),
    ),
    Check(
        id="seed",
        title=Text("One seed, one sequence of masks; and the sequence moves on", "시드가 같으면 마스크 수열이 같고, 호출마다 나아간다"),
        points=0.5,
        rules={"*calls *": _correlation(APART), "other_seed": _correlation(APART)},
        says={
            "seed/in_turns": Text("Two layers of one seed, called in turns: are their outputs equal?", "시드가 같은 두 층을 번갈아 호출할 때 출력이 서로 같은지"),
            "seed_zero/in_turns": Text("Two layers with seed=0, called in turns: are their outputs equal?", "seed=0인 두 층을 번갈아 호출할 때 출력이 서로 같은지"),
            "seed/one_after_the_other": Text("A layer of the same seed, made after the first was used: are its outputs equal?", "첫 층을 쓴 뒤에 같은 시드로 만든 층의 출력이 같은지"),
            "seed/global_seed_reset": Text("The same after tf.random.set_seed: are its outputs equal?", "tf.random.set_seed 다음에 만들어도 출력이 같은지"),
            "seed/calls * and *": CALLS,
            "seed_zero/calls * and *": CALLS,
            "other_seed": Text(
                "Correlation of the masks of two layers with different seeds (near 0: independent, 1: the same)",
                "시드가 다른 두 층의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "tf_function/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of a layer with a seed, in tf.function "
                "(near 0: independent, 1: the same)",
                "tf.function 안에서 시드가 있는 층의 {}번째와 {}번째 호출의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "tf_function/*": Text(
                "Python and NumPy run once, while the function is traced. What keeps the place in the sequence after that?",
                "파이썬과 NumPy는 함수를 추적할 때 한 번만 실행됩니다. 그 뒤에는 수열의 어디까지 왔는지를 무엇이 기억하나요?",
            ),
            "*calls *": Text(
                "A plain number as the seed of a draw gives the same draw each time. What keeps the place in the sequence?",
                "난수를 뽑을 때 시드로 숫자를 그대로 주면 매번 같은 값이 나옵니다. 수열의 어디까지 왔는지는 무엇이 기억하나요?",
            ),
            "*seed*/*": Text("Does each layer draw from a generator of its own, started with its own seed?", "층마다 자신의 시드로 시작한 생성기를 따로 가지고 있나요?"),
            "other_seed": Text("Is the seed used at all?", "시드를 쓰고 있나요?"),
        },
        hints=(
            Text("Reproducible is not constant: the second mask differs from the first, and both come again in a new layer.", "재현된다는 것은 변하지 않는다는 뜻이 아닙니다. 둘째 마스크는 첫째와 다르지만 새 층에서 둘 다 다시 나옵니다."),
            Text("What is made from `seed` in `__init__`, and what is handed to the random function in `call`?", "`__init__`에서 `seed`로 무엇을 만들고, `call`에서 난수 함수에 무엇을 넘기나요?"),
            Text("`self.seed_generator = keras.random.SeedGenerator(seed)` in `__init__`, `seed=self.seed_generator` in `call`.", "`__init__`에서 `self.seed_generator = keras.random.SeedGenerator(seed)`, `call`에서 `seed=self.seed_generator`입니다."),
        ),
    ),
    Check(
        id="compiled",
        title=Text("A traced or compiled function draws new masks at each call", "추적되거나 컴파일된 함수도 호출할 때마다 새로 뽑는다"),
        points=0.5,
        rules={"*": _correlation(APART)},
        says={
            "tf_function/calls * and *": Text(
                "Correlation of the masks of calls {} and {} of one tf.function (near 0: independent, 1: the same)",
                "tf.function 하나를 {}번째와 {}번째로 호출했을 때 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "jit_compile/calls * and *": Text(
                "Correlation of the masks of calls {} and {} with jit_compile=True (near 0: independent, 1: the same)",
                "jit_compile=True로 {}번째와 {}번째로 호출했을 때 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "*": Text(
                "Python and NumPy run once, while the function is traced, when the batch size may be unknown.",
                "파이썬과 NumPy는 함수를 추적할 때 한 번만 실행되고, 그때는 배치 크기를 모를 수 있습니다.",
            )
        },
        hints=(
            Text("A function is traced once and run many times. Which lines of `call` run only once?", "함수는 한 번 추적되고 여러 번 실행됩니다. `call`의 어느 줄이 한 번만 실행되나요?"),
            Text("Look for NumPy, for Python counters, and for `inputs.shape[0]`.", "NumPy, 파이썬 카운터, `inputs.shape[0]`을 찾아보세요."),
            Text("A `keras.random.SeedGenerator` keeps its state in a variable; `ops.shape(inputs)[0]` is the batch size at run time.", "`keras.random.SeedGenerator`는 상태를 변수에 두고, `ops.shape(inputs)[0]`은 실행할 때의 배치 크기입니다."),
        ),
    ),
    Check(
        id="fit",
        title=Text("model.fit draws new masks at every step", "model.fit은 단계마다 새 마스크를 뽑는다"),
        points=0.25,
        rules={"*": _correlation(APART)},
        says={
            "steps * and *": Text(
                "Correlation of the masks of steps {} and {} of model.fit (near 0: independent, 1: the same)",
                "model.fit의 {}단계와 {}단계의 마스크 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            )
        },
        advice={"*": Text("`fit` traces your layer once and runs the trace at every step.", "`fit`은 층을 한 번 추적하고 단계마다 그 결과를 실행합니다.")},
        hints=(
            Text("`fit` traces `call` once. What is repeated at every step?", "`fit`은 `call`을 한 번 추적합니다. 단계마다 반복되는 것은 무엇인가요?"),
            Text("The draw and its shape: neither may be fixed when `call` is traced.", "난수를 뽑는 줄과 그 모양을 보세요. 둘 다 추적할 때 고정되면 안 됩니다."),
            Text("`keras.random.uniform((ops.shape(inputs)[0], *self.kernel.shape), seed=self.seed_generator)`.", "`keras.random.uniform((ops.shape(inputs)[0], *self.kernel.shape), seed=self.seed_generator)`입니다."),
        ),
    ),
    Check(
        id="gaussian_moments",
        title=Text("Samples are Gaussian, with the mean and variance of training", "표본은 학습 때의 평균과 분산을 지닌 정규 분포에서 나온다"),
        points=0.75,
        # A squared deviation of a Gaussian of variance 4 has variance 2 * 4**2.
        rules={
            "mean": _mean(KIND, 4.0),
            "variance": _mean(KINDS, 32.0),
            "variance_by_kind": _mean(KIND, 32.0),
            "near_the_mean": _mean(KIND, 0.25),
            # The logarithm of a variance of Gaussian draws has variance 2 / draws; here is the difference of two.
            "growth": _mean(KINDS, 4.0 / math.log(3) ** 2),
        },
        says={
            "mean": Text("Mean of 800 samples, for three units", "유닛 세 개에서 표본 800개의 평균"),
            "variance": Text("Variance of the samples where x**2 @ kernel**2 is 6 and rate is 0.4", "x**2 @ kernel**2이 6이고 rate가 0.4일 때 표본의 분산"),
            "variance_by_kind": Text("Variance of the samples, for three units (x @ kernel is 4, 2.4, 0)", "유닛 세 개(x @ kernel이 4, 2.4, 0)에서 표본의 분산"),
            "near_the_mean": Text("Share of samples within half a standard deviation of their mean", "평균에서 표준편차의 절반 안에 드는 표본의 비율"),
            "growth": Text(
                "The power n for which the variance of the samples becomes 3**n times as large when the inputs are tripled",
                "입력을 3배로 했을 때 표본의 분산이 3**n배가 되는 n",
            ),
            "rate_zero": Text("Output at rate 0 with inference_samples=3", "rate 0, inference_samples=3일 때의 출력"),
        },
        advice={
            "mean": Text("The mean is that of inference_samples=0, bias included.", "평균은 inference_samples=0일 때와 같고 편향을 포함합니다."),
            "variance*": Text(
                "Each term x_i w_i is kept (and scaled) or not: its variance is rate / (1 - rate) * (x_i w_i)**2, and variances add up.",
                "각 항 x_i w_i는 (배율과 함께) 남거나 버려집니다. 분산은 rate / (1 - rate) * (x_i w_i)**2이고, 분산은 더해집니다.",
            ),
            "near_the_mean": Text("Is it a Gaussian that you draw from, or masks?", "정규 분포에서 뽑고 있나요, 마스크를 뽑고 있나요?"),
            "growth": Text(
                "The variance of 3 * x is 9 times that of x. Is each input squared, and each weight too?",
                "3 * x의 분산은 x의 분산의 9배입니다. 입력도 가중치도 각각 제곱했나요?",
            ),
            "rate_zero": Text("With nothing dropped the variance is 0.", "버려지는 것이 없으면 분산은 0입니다."),
        },
        hints=(
            Text("A number is w / (1 - rate) with probability 1 - rate, else 0. What are its mean and variance?", "어떤 수가 확률 1 - rate로 w / (1 - rate)이고 아니면 0입니다. 평균과 분산은 얼마인가요?"),
            Text("The lines that compute mean and variance, and the one that turns a standard normal draw into a sample.", "평균과 분산을 계산하는 줄과, 표준 정규 난수를 표본으로 바꾸는 줄을 보세요."),
            Text(
                "`variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)`; a sample is `mean + ops.sqrt(variance) * noise`.",
                "`variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)`이고 표본은 `mean + ops.sqrt(variance) * noise`입니다.",
            ),
        ),
    ),
    Check(
        id="gaussian_draws",
        title=Text("Every call, example, unit and sample has a draw of its own", "호출, 예제, 유닛, 표본마다 따로 뽑는다"),
        points=0.5,
        # A ratio r of two variances has variance about 4 r**2 / draws, and r is at most 1.
        rules={"variance_of_4_samples": _mean(1440, 4.0), "*": _correlation(240)},
        says={
            "calls": Text(
                "Correlation of the samples of two calls (near 0: independent, 1: the same)",
                "두 호출의 표본 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "examples": Text(
                "Correlation of the samples of neighbouring examples (near 0: independent, 1: the same)",
                "이웃한 두 예제의 표본 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "units": Text(
                "Correlation of the samples of neighbouring units (near 0: independent, 1: the same)",
                "이웃한 두 유닛의 표본 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
            "variance_of_4_samples": Text("Variance of the average of 4 samples, as a share of that of one", "표본 4개 평균의 분산을 표본 하나의 분산으로 나눈 값"),
            "tf_function/calls": Text(
                "Correlation of the samples of two calls in tf.function (near 0: independent, 1: the same)",
                "tf.function 안에서 두 호출의 표본 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            ),
        },
        advice={
            "variance_of_4_samples": Text("Averaging helps only if the samples differ.", "표본이 서로 달라야 평균을 내는 보람이 있습니다."),
            "*calls": Text("Is the noise drawn anew in each call?", "호출할 때마다 잡음을 새로 뽑나요?"),
            "*": Text("Has your noise all three axes: samples, examples, units?", "잡음에 표본, 예제, 유닛의 세 축이 모두 있나요?"),
        },
        hints=(
            Text("How many normal numbers are needed for 3 samples, 5 examples and 2 units?", "표본 3개, 예제 5개, 유닛 2개에는 정규 난수가 몇 개 필요한가요?"),
            Text("Look at the shape that you give to the normal draw, and at its seed.", "정규 난수의 모양과 시드를 보세요."),
            Text("`keras.random.normal((self.inference_samples, ops.shape(inputs)[0], self.units), seed=self.seed_generator)`.", "`keras.random.normal((self.inference_samples, ops.shape(inputs)[0], self.units), seed=self.seed_generator)`입니다."),
        ),
    ),
    Check(
        id="activation_first",
        title=Text("The activation is applied to each sample, then averaged", "표본마다 활성화 함수를 적용한 다음 평균을 낸다"),
        points=0.25,
        # Averages of 16 samples: variance 0.34 / 16 for ReLU, 2 / 16 for the square, plus that of the unit of measure.
        rules={"relu": _mean(240, 0.1), "square": _mean(240, 1.0)},
        says={
            "relu": Text("Average of ReLU over 16 samples of mean 0, in units of their standard deviation", "평균이 0인 표본 16개에 대한 ReLU의 평균 (표준편차 단위)"),
            "square": Text("Average of the square over 16 samples of mean 0, in units of their variance", "평균이 0인 표본 16개에 대한 제곱의 평균 (분산 단위)"),
        },
        advice={
            "*": Text("The activation of an average is not the average of activations.", "평균에 활성화 함수를 적용한 값은 활성화 값의 평균과 다릅니다.")
        },
        hints=(
            Text("Samples -2 and 2 and ReLU: the mean of the outputs is 1. What is the output of the mean?", "표본이 -2와 2이고 ReLU이면 출력의 평균은 1입니다. 평균의 출력은 얼마인가요?"),
            Text("The last line of the sampling branch: which of the two functions is inside?", "표본을 뽑는 분기의 마지막 줄에서 어느 함수가 안쪽에 있나요?"),
            Text("`ops.mean(self.activation(samples), axis=0)`.", "`ops.mean(self.activation(samples), axis=0)`입니다."),
        ),
    ),
    Check(
        id="bad_arguments",
        title=Text("A bad rate or inference_samples raises a ValueError naming it", "잘못된 rate나 inference_samples에는 그 이름을 밝히는 ValueError가 난다"),
        points=0.25,
        says={
            "rate=*": Text("DropConnectDense(3, rate={})", "DropConnectDense(3, rate={})"),
            "inference_samples=*": Text("DropConnectDense(3, inference_samples={})", "DropConnectDense(3, inference_samples={})"),
        },
        advice={
            "rate=*": Text("Allowed: 0 <= rate < 1. Else a ValueError whose text contains `rate`.", "허용: 0 <= rate < 1. 아니면 `rate`라는 말이 든 ValueError입니다."),
            "*": Text("Allowed: integers >= 0. Else a ValueError whose text contains `inference_samples`.", "허용: 0 이상의 정수. 아니면 `inference_samples`라는 말이 든 ValueError입니다."),
        },
        hints=(
            Text("Which values make no sense, and who should be told?", "어떤 값이 말이 안 되고, 누구에게 알려야 하나요?"),
            Text("In `__init__`, before anything is stored.", "`__init__`에서 저장하기 전입니다."),
            Text('`if not 0 <= rate < 1: raise ValueError(f"rate must be ...")`, and the same for `inference_samples` with `isinstance(..., int)`.', '`if not 0 <= rate < 1: raise ValueError(f"rate must be ...")`이고, `inference_samples`는 `isinstance(..., int)`와 함께 검사합니다.'),
        ),
    ),
    Check(
        id="config_and_saving",
        title=Text("The layer comes back from its config and from a .keras file", "config와 .keras 파일에서 같은 층이 되살아난다"),
        points=0.25,
        says={
            "layer/*": Text("DropConnectDense(units, name, dtype, trainable): {}", "DropConnectDense(units, name, dtype, trainable): {}"),
            "config/json": Text("The config can be written to a file as text", "config를 파일에 텍스트로 적을 수 있는지"),
            "config/activation": Text("The config has an entry `activation`", "config에 `activation` 항목이 있는지"),
            "config/*": Text("The config's entry `{}`", "config의 `{}` 항목"),
            "rebuilt/change_of_output": Text("Output of the rebuilt layer minus that of the first", "다시 만든 층의 출력에서 원래 출력을 뺀 값"),
            "rebuilt/keeps_name": Text("The rebuilt layer has the first one's name", "다시 만든 층의 이름이 원래 층과 같은지"),
            "rebuilt/*": Text("The entry `{}` of the rebuilt layer's config", "다시 만든 층의 config에 있는 `{}` 항목"),
            "loaded/change_of_output": Text("Output of the loaded layer minus that of the first", "불러온 층의 출력에서 원래 출력을 뺀 값"),
            "loaded/*": Text("The entry `{}` of the loaded layer's config", "불러온 층의 config에 있는 `{}` 항목"),
        },
        advice={"*/keeps_name": Text("Name, dtype and the rest are the base class's. What does its `get_config` return?", "이름과 dtype 등은 기반 클래스의 것입니다. 기반 클래스의 `get_config`는 무엇을 돌려주나요?"), "*": Text("Which of the constructor's arguments would somebody need to make this layer again?", "이 층을 다시 만들려면 생성자의 어떤 인자가 필요할까요?")},
        hints=(
            Text("A file stores a layer as the arguments that it was made with. Are all of them there?", "파일에는 층이 자신을 만들 때 받은 인자로 저장됩니다. 인자가 모두 들어 있나요?"),
            Text("`get_config`, and **kwargs in `__init__`. A function cannot be written to a file: `keras.activations.serialize`.", "`get_config`와 `__init__`의 **kwargs를 보세요. 함수는 파일에 쓸 수 없으므로 `keras.activations.serialize`를 씁니다."),
            Text("Six entries beside those of `super().get_config()`: units, rate, activation, use_bias, inference_samples, seed.", "`super().get_config()`의 것 말고 여섯 항목이 있어야 합니다: units, rate, activation, use_bias, inference_samples, seed."),
        ),
    ),
    Check(
        id="number_formats",
        title=Text("The output has the layer's dtype, in mixed precision too", "혼합 정밀도에서도 출력의 dtype은 층의 dtype이다"),
        points=0.25,
        rules={"*/change_of_values": Close(rtol=0.0, atol=1e-3)},
        says={
            "*_to_*/training": Text('dtype of the training output for a {} input and dtype="{}"', '{} 입력과 dtype="{}"일 때 학습 출력의 자료형'),
            "*_to_*/inference": Text('dtype of the inference output for a {} input and dtype="{}"', '{} 입력과 dtype="{}"일 때 추론 출력의 자료형'),
            "*_to_*/gaussian": Text('dtype of the sampled output for a {} input and dtype="{}"', '{} 입력과 dtype="{}"일 때 표본 출력의 자료형'),
            "*/change_of_values": Text("Inference output in that dtype minus that in float32", "그 자료형에서의 추론 출력에서 float32 출력을 뺀 값"),
        },
        advice={"*": Text("Which dtype have your random numbers when they meet the inputs?", "난수가 입력과 만날 때 자료형이 무엇인가요?")},
        hints=(
            Text("When `call` starts, inputs and weights already have the compute dtype. Where does your code leave it?", "`call`이 시작될 때 입력과 가중치는 이미 계산 자료형입니다. 코드의 어디에서 달라지나요?"),
            Text("Masks of numbers and normal draws are float32 unless you say otherwise.", "숫자로 된 마스크와 정규 난수는 따로 정하지 않으면 float32입니다."),
            Text(
                "`ops.where(keep, ..., 0.0)` with a mask of True and False; `keras.random.normal(..., dtype=inputs.dtype)`.",
                "참과 거짓으로 된 마스크로 `ops.where(keep, ..., 0.0)`, 정규 난수는 `keras.random.normal(..., dtype=inputs.dtype)`입니다.",
            ),
        ),
    ),
    Check(
        id="overfitting",
        title=Text("A network with your layer resists learning wrong labels", "여러분의 층을 넣은 신경망은 틀린 레이블을 덜 외운다"),
        points=0.25,
        rules={"curve/*": CURVE},
        says={
            "curve/training_loss": Text("Training loss, running mean of 5 epochs (weights are dropped)", "학습 손실, 5에포크 이동 평균 (가중치를 버림)"),
            "curve/validation_loss": Text("Validation loss, running mean of 5 epochs (inference)", "검증 손실, 5에포크 이동 평균 (추론)"),
        },
        advice={
            "curve/training_loss": Text("Three labels in ten are wrong. Are weights dropped, and is the scale right?", "레이블 열 중 셋이 틀렸습니다. 가중치를 버리고 있고 배율이 맞나요?"),
            "curve/validation_loss": Text("Training looks right; is the kernel itself used at inference?", "학습은 맞아 보입니다. 추론할 때 커널을 그대로 쓰나요?"),
        },
        hints=(
            Text("Compare the two curves: which of the two is off?", "두 곡선을 비교해 보세요. 어느 쪽이 어긋나나요?"),
            Text("Training: share and scale of the masks. Validation alone: the branch for inference.", "학습이 어긋나면 마스크의 비율과 배율을, 검증만 어긋나면 추론 분기를 보세요."),
            Text("The checks above each look at one line; the first of them that fails is the line that bends this curve.", "위의 검사는 저마다 한 줄을 봅니다. 그중 처음 실패한 검사가 이 곡선을 휘게 한 줄입니다."),
        ),
    ),
]
