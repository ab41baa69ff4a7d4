"""Checks of `LayerNormalization`: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close
from deepclinic.text import Text

OUTPUT = Close(rtol=1e-4, atol=1e-4)
"""Room for a one-pass variance in float32: with a mean of at most a few standard deviations it loses two digits."""

FLOAT16 = Close(rtol=0.0, atol=0.05)
BFLOAT16 = Close(rtol=0.0, atol=0.3)
"""Statistics may be computed in half precision: 11 and 8 significant bits, and outputs reach 3."""

CURVE = Close(rtol=0.0, atol=1e-3)

CHECKS: list[Check] = [
    Check(
        id="weights",
        title=Text(
            "The layer trains gamma (ones) and beta (zeros), and keeps no state",
            "층은 gamma(1)와 beta(0)를 학습하며 상태를 갖지 않는다",
        ),
        points=1.0,
        says={
            "initial/*": Text("{} of a fresh layer for inputs with 5 features", "특성이 5개인 입력에 대한 새 층의 {}"),
            "trained/*": Text(
                "`layer.{}` is among the trainable weights", "`layer.{}`가 학습되는 가중치에 들어 있는지"
            ),
            "trainable_weights": Text("number of trainable weights", "학습되는 가중치의 수"),
            "state": Text("number of weights that are not trained", "학습되지 않는 가중치의 수"),
        },
        advice={
            "initial/*": Text(
                "Which initial values leave the normalised input as it is?",
                "정규화된 입력을 그대로 두는 초깃값은 무엇인가요?",
            ),
            "state": Text(
                "Each example has its own mean and variance: there is nothing to remember for later.",
                "예제마다 자신의 평균과 분산이 있으므로 나중을 위해 기억할 것이 없습니다.",
            ),
        },
        hints=(
            Text(
                "Which numbers in the formula are learned, and how many of each are there?",
                "식에서 학습되는 수는 무엇이고, 각각 몇 개씩 있나요?",
            ),
            Text(
                "Make both in `build` with `self.add_weight`, and give each its initializer.",
                "둘 다 `build`에서 `self.add_weight`로 만들고 초기화 방법을 지정하세요.",
            ),
            Text(
                '`self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")`, and beta with zeros.',
                '`self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")`이고, beta는 zeros입니다.',
            ),
        ),
    ),
    Check(
        id="output",
        title=Text(
            "Each example is normalised by its own mean and variance over the last axis",
            "예제마다 마지막 축에 대한 자신의 평균과 분산으로 정규화한다",
        ),
        points=1.0,
        rules={"*": OUTPUT},
        says={
            "output": Text("output for a batch of shape (4, 6)", "모양이 (4, 6)인 배치에 대한 출력"),
            "more_features": Text("output for a batch of shape (2, 9)", "모양이 (2, 9)인 배치에 대한 출력"),
        },
        advice={
            "*": Text(
                "Each row of the output should have mean 0 and variance 1. Does it?",
                "출력의 각 행은 평균이 0, 분산이 1이어야 합니다. 그런가요?",
            ),
        },
        hints=(
            Text(
                "How many means do you compute for a batch of 4 examples with 6 features: 4, 6 or 1?",
                "특성이 6개인 예제 4개에 대해 평균을 몇 개 계산하나요? 4개, 6개, 아니면 1개인가요?",
            ),
            Text(
                "In `call`: mean and variance over the feature axis, not over axis 0, and in a shape that lines up with the input.",
                "`call`에서 평균과 분산은 0번 축이 아니라 특성 축에 대해 구하고, 입력과 맞춰지는 모양이어야 합니다.",
            ),
            Text(
                "`ops.mean(inputs, axis=..., keepdims=True)`, `ops.var` likewise, then divide by the root of the variance.",
                "`ops.mean(inputs, axis=..., keepdims=True)`, `ops.var`도 마찬가지이며, 그런 다음 분산의 제곱근으로 나눕니다.",
            ),
        ),
    ),
    Check(
        id="epsilon",
        title=Text(
            "epsilon is the constructor's argument and is added to the variance, under the root",
            "epsilon은 생성자에서 받은 값이며 제곱근 안에서 분산에 더한다",
        ),
        points=1.0,
        needs=("output",),
        rules={"*": OUTPUT},
        says={
            "output": Text(
                "output with epsilon=0.3, where the variance is about as large",
                "분산이 비슷한 크기일 때 epsilon=0.3인 층의 출력",
            ),
            "default_epsilon": Text(
                "output with the default epsilon, for inputs close together",
                "서로 가까운 입력에 대한, epsilon이 기본값인 층의 출력",
            ),
        },
        advice={
            "*": Text(
                "Is it sqrt(variance + epsilon), with the epsilon that this layer was given?",
                "이 층이 받은 epsilon을 써서 sqrt(variance + epsilon)을 계산하나요?",
            ),
        },
        hints=(
            Text(
                "Make epsilon large, say 0.3. Does your output shrink as the formula says?",
                "epsilon을 0.3처럼 크게 해 보세요. 출력이 식에서 말하는 만큼 작아지나요?",
            ),
            Text(
                "Look at the place where epsilon stands: before or after the square root?",
                "epsilon이 어디에 있는지 보세요. 제곱근 안인가요, 밖인가요?",
            ),
            Text("`ops.sqrt(variance + self.epsilon)`", "`ops.sqrt(variance + self.epsilon)`"),
        ),
    ),
    Check(
        id="scale_and_shift",
        title=Text(
            "The normalised values are multiplied by gamma, feature by feature, and beta is added",
            "정규화한 값에 특성마다 gamma를 곱하고 beta를 더한다",
        ),
        points=1.0,
        needs=("output",),
        rules={"*": OUTPUT},
        says={
            "gamma": Text("output with a gamma far from 1", "gamma가 1에서 먼 층의 출력"),
            "gamma_and_beta": Text(
                "output with gamma and beta far from 1 and 0", "gamma와 beta가 1과 0에서 먼 층의 출력"
            ),
        },
        advice={
            "gamma_and_beta": Text(
                "gamma first, beta last: what does the layer give where the normalised value is 0?",
                "gamma를 먼저 곱하고 beta를 마지막에 더합니다. 정규화한 값이 0인 곳에서 층은 무엇을 내보내나요?",
            ),
        },
        hints=(
            Text(
                "A normalised value is 0. What should the layer put out for it?",
                "정규화한 값이 0이면 층은 무엇을 내보내야 하나요?",
            ),
            Text("Look at the last line of `call`.", "`call`의 마지막 줄을 보세요."),
            Text("`gamma * normalized + beta`", "`gamma * normalized + beta`"),
        ),
    ),
    Check(
        id="axes",
        title=Text(
            "axis may be any axis but 0 or several of them, negative ones too, in any order",
            "axis는 0을 뺀 어떤 축이든, 여러 축이든, 음수든, 어떤 순서든 된다",
        ),
        points=1.5,
        needs=("output", "scale_and_shift"),
        rules={"*/output": OUTPUT},
        says={
            "last_of_three/shape_of_*": Text(
                "shape of {}, axis=-1 of (3, 2, 5)", "(3, 2, 5)에서 axis=-1일 때 {}의 모양"
            ),
            "last_of_three/output": Text("output, axis=-1 of (3, 2, 5)", "(3, 2, 5)에서 axis=-1일 때의 출력"),
            "middle/shape_of_*": Text("shape of {}, axis=1 of (3, 5, 4)", "(3, 5, 4)에서 axis=1일 때 {}의 모양"),
            "middle/output": Text("output, axis=1 of (3, 5, 4)", "(3, 5, 4)에서 axis=1일 때의 출력"),
            "last_two/shape_of_*": Text(
                "shape of {}, axis=(-2, -1) of (3, 4, 5, 2)", "(3, 4, 5, 2)에서 axis=(-2, -1)일 때 {}의 모양"
            ),
            "last_two/output": Text(
                "output, axis=(-2, -1) of (3, 4, 5, 2)", "(3, 4, 5, 2)에서 axis=(-2, -1)일 때의 출력"
            ),
            "all_features/shape_of_*": Text(
                "shape of {}, axis=[1, 2, 3] of (2, 3, 4, 2)", "(2, 3, 4, 2)에서 axis=[1, 2, 3]일 때 {}의 모양"
            ),
            "all_features/output": Text(
                "output, axis=[1, 2, 3] of (2, 3, 4, 2)", "(2, 3, 4, 2)에서 axis=[1, 2, 3]일 때의 출력"
            ),
            "apart/shape_of_*": Text(
                "shape of {}, axis=(1, -1) of (3, 4, 2, 5)", "(3, 4, 2, 5)에서 axis=(1, -1)일 때 {}의 모양"
            ),
            "apart/output": Text("output, axis=(1, -1) of (3, 4, 2, 5)", "(3, 4, 2, 5)에서 axis=(1, -1)일 때의 출력"),
            "descending/shape_of_*": Text(
                "shape of {}, axis=(2, 1) of (3, 4, 5, 2)", "(3, 4, 5, 2)에서 axis=(2, 1)일 때 {}의 모양"
            ),
            "descending/output": Text(
                "output, axis=(2, 1) of (3, 4, 5, 2)", "(3, 4, 5, 2)에서 axis=(2, 1)일 때의 출력"
            ),
        },
        advice={
            "*/shape_of_*": Text(
                "gamma and beta have one entry for each normalised place, the axes in ascending order.",
                "gamma와 beta는 정규화되는 자리마다 하나씩이며, 축은 오름차순입니다.",
            ),
            "*/output": Text(
                "The mean runs over exactly these axes; gamma and beta must line up with them.",
                "평균은 바로 이 축들에 대해 구하고, gamma와 beta도 이 축들과 맞춰져야 합니다.",
            ),
        },
        hints=(
            Text(
                "For inputs of shape (3, 5, 4) and axis=1: how many means are there, and which shape has gamma?",
                "입력의 모양이 (3, 5, 4)이고 axis=1이면 평균은 몇 개이고, gamma의 모양은 무엇인가요?",
            ),
            Text(
                "In `build`, turn axis into a sorted tuple of non-negative axes. In `call`, give gamma a shape that broadcasting lines up with them.",
                "`build`에서 axis를 음수가 없는 정렬된 튜플로 바꾸세요. `call`에서는 브로드캐스팅이 그 축들과 맞도록 gamma의 모양을 바꾸세요.",
            ),
            Text(
                "axes = tuple(sorted(a % rank for a in axes)); gamma gets the input's size on these axes and 1 on the others.",
                "axes = tuple(sorted(a % rank for a in axes))이고, gamma의 모양은 이 축들에서는 입력의 크기, 나머지에서는 1로 바꿉니다.",
            ),
        ),
    ),
    Check(
        id="each_example_alone",
        title=Text(
            "An example gives the same output alone and in company, in training and at inference",
            "예제는 혼자 있든 다른 예제와 함께 있든, 학습이든 추론이든 같은 출력을 낸다",
        ),
        points=1.0,
        says={
            "batch_of_one": Text(
                "one example gives the same as in a batch of 6", "예제 하나만 넣어도 예제 6개짜리 배치로 넣을 때와 같은지"
            ),
            "batch_of_two": Text(
                "two examples give the same as in a batch of 6", "예제 둘만 넣어도 예제 6개짜리 배치로 넣을 때와 같은지"
            ),
            "other_companions": Text(
                "an example gives the same beside other examples", "다른 예제들과 함께 넣어도 같은 출력이 나오는지"
            ),
            "at_inference": Text(
                "training=False gives the same as training=True", "training=False와 training=True의 출력이 같은지"
            ),
            "without_training_argument": Text(
                "a call without `training` gives the same", "`training` 없이 호출해도 같은 출력이 나오는지"
            ),
            "the_same_again": Text(
                "the same call a second time gives the same", "같은 호출을 다시 해도 같은 출력이 나오는지"
            ),
        },
        hints=(
            Text("What does the output of one example depend on?", "예제 하나의 출력은 무엇에 따라 정해지나요?"),
            Text(
                "No statistic may run over axis 0, and nothing may be remembered from call to call.",
                "0번 축에 대해 통계량을 구해서는 안 되고, 호출 사이에 무언가를 기억해서도 안 됩니다.",
            ),
            Text(
                "Nothing depends on `training`: `call(self, inputs)` is enough.",
                "`training`에 따라 달라지는 것은 없습니다. `call(self, inputs)`로 충분합니다.",
            ),
        ),
    ),
    Check(
        id="gradient",
        title=Text(
            "Gradients flow through mean and variance, and to gamma and beta",
            "기울기가 평균과 분산을 지나 흐르고, gamma와 beta에도 전해진다",
        ),
        points=0.5,
        needs=("output",),
        rules={"*": Close(rtol=1e-3, atol=1e-3)},
        says={
            "dense/*": Text("gradient for {}, axis=-1", "{}에 대한 기울기, axis=-1"),
            "image/*": Text("gradient for {}, axis=(1, 2, 3)", "{}에 대한 기울기, axis=(1, 2, 3)"),
        },
        advice={
            "*/inputs": Text(
                "If you add 1 to every feature of an example its output stays: so the gradients of an example must sum to 0.",
                "예제의 모든 특성에 1을 더해도 출력은 그대로이므로, 한 예제의 기울기를 모두 더하면 0이어야 합니다.",
            ),
        },
        hints=(
            Text(
                "When one input moves, mean and variance move too. Does your gradient know?",
                "입력 하나가 움직이면 평균과 분산도 움직입니다. 기울기가 이를 반영하나요?",
            ),
            Text(
                "Look for `stop_gradient`, NumPy, or weights that are not trainable.",
                "`stop_gradient`나 NumPy, 학습되지 않게 만든 가중치가 있는지 찾아보세요.",
            ),
            Text(
                "Compute mean and variance with `ops` and use them as they are.",
                "평균과 분산을 `ops`로 계산하고 그대로 쓰세요.",
            ),
        ),
    ),
    Check(
        id="bad_arguments",
        title=Text(
            "An epsilon that is not positive and an axis that is axis 0 raise a ValueError that names the argument",
            "양수가 아닌 epsilon과 0번 축을 뜻하는 axis는 그 인자를 언급하는 ValueError를 낸다",
        ),
        points=0.5,
        says={
            "allowed": Text("axis=-2 for inputs of rank 3, which is allowed", "3차원 입력에 대한, 허용되는 axis=-2"),
            "axis=* of rank *": Text(
                "axis={} for inputs of rank {}, when the layer is built", "층을 만들 때, {1}차원 입력에 대한 axis={0}"
            ),
            "epsilon=*": Text("epsilon={} in the constructor", "생성자의 epsilon={}"),
            "axis=*": Text("axis={} in the constructor", "생성자의 axis={}"),
        },
        hints=(
            Text(
                "What would it mean to normalise over axis 0? When can you know that a negative axis is axis 0?",
                "0번 축에 대해 정규화한다는 것은 무슨 뜻일까요? 음수인 축이 0번 축이라는 것은 언제 알 수 있나요?",
            ),
            Text(
                "Check epsilon and axis in `__init__`; check negative axes in `build`, where the rank is known.",
                "epsilon과 axis는 `__init__`에서, 음수인 축은 차원 수를 아는 `build`에서 검사하세요.",
            ),
            Text(
                'if 0 in axes: raise ValueError(f"axis ... {axis}"), once as given and once after `% rank`.',
                'if 0 in axes: raise ValueError(f"axis ... {axis}")를 받은 그대로 한 번, `% rank`를 한 뒤에 한 번 더 하세요.',
            ),
        ),
    ),
    Check(
        id="config",
        title=Text(
            "The layer takes name and dtype like any other, and can be made again from its config",
            "다른 층처럼 name과 dtype을 받으며, config로 다시 만들 수 있다",
        ),
        points=0.5,
        says={
            "base/*": Text("{} given to the constructor", "생성자에 준 {}"),
            "*/epsilon": Text("epsilon in the config", "config의 epsilon"),
            "*/axis": Text("the axes in the config (for inputs of rank 4)", "config의 축 (4차원 입력일 때)"),
            "made_again/same_name": Text(
                "the layer made again from the config has the same name", "config로 다시 만든 층의 이름이 같은지"
            ),
            "made_again/same_output": Text(
                "the layer made again gives the same output", "config로 다시 만든 층이 같은 출력을 내는지"
            ),
        },
        advice={
            "made_again/same_name": Text(
                "Name, dtype and the rest are the base class's. What does its `get_config` return?",
                "이름과 dtype 등은 기반 클래스의 것입니다. 기반 클래스의 `get_config`는 무엇을 돌려주나요?",
            ),
        },
        hints=(
            Text(
                "Print layer.get_config(). Is everything there that the constructor was given?",
                "layer.get_config()를 출력해 보세요. 생성자에 준 것이 모두 들어 있나요?",
            ),
            Text(
                "`__init__` hands **kwargs on; `get_config` adds to what the base class returns.",
                "`__init__`은 **kwargs를 기반 클래스에 넘기고, `get_config`는 기반 클래스가 돌려준 것에 더합니다.",
            ),
            Text(
                '`return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}`',
                '`return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}`',
            ),
        ),
    ),
    Check(
        id="saved_model",
        title=Text(
            "A saved model gives the same outputs after loading", "저장한 모델은 다시 불러와도 같은 출력을 낸다"
        ),
        points=0.5,
        says={
            "kept/*": Text("{} is the same after loading", "불러온 뒤에도 {}가 같은지"),
            "same_output": Text("the loaded model gives the same output", "불러온 모델이 같은 출력을 내는지"),
        },
        hints=(
            Text(
                "What does Keras need to make your layer again from a file?",
                "Keras가 파일에서 층을 다시 만들려면 무엇이 필요한가요?",
            ),
            Text(
                "All constructor arguments in `get_config`, all weights by `add_weight` in `build`.",
                "생성자의 모든 인자는 `get_config`에, 모든 가중치는 `build`의 `add_weight`에 있어야 합니다.",
            ),
            Text(
                '`get_config` returns the base class\'s entries and "axis" and "epsilon".',
                '`get_config`는 기반 클래스의 항목과 "axis", "epsilon"을 돌려줍니다.',
            ),
        ),
    ),
    Check(
        id="dtypes",
        title=Text(
            "Inputs of any float dtype give outputs of the layer's compute dtype",
            "어떤 부동소수점 자료형의 입력이든 층의 계산 자료형으로 출력한다",
        ),
        points=0.5,
        needs=("output",),
        rules={"*bfloat16/values": BFLOAT16, "*float16/values": FLOAT16, "*/values": OUTPUT},
        says={
            "dtype/*_to_*/*": Text("input {}, layer {}: {}", "입력 {}, 층 {}: {}"),
        },
        hints=(
            Text(
                "Print the dtype of the output of a layer made with dtype='mixed_float16'.",
                "dtype='mixed_float16'으로 만든 층의 출력 dtype을 출력해 보세요.",
            ),
            Text(
                "Keras has cast the inputs before `call`. Where do you cast them to something else?",
                "Keras는 `call` 전에 입력의 dtype을 이미 바꿔 두었습니다. 어디에서 다시 다른 dtype으로 바꾸나요?",
            ),
            Text(
                "Leave the dtype alone, or end with `ops.cast(output, self.compute_dtype)`.",
                "dtype을 건드리지 않거나, 마지막에 `ops.cast(output, self.compute_dtype)`을 하세요.",
            ),
        ),
    ),
    Check(
        id="every_way_of_calling",
        title=Text(
            "The layer works eagerly, in a functional model, in tf.function and with jit_compile, for any batch size",
            "층은 즉시 실행, 함수형 모델, tf.function, jit_compile에서 어떤 배치 크기로도 동작한다",
        ),
        points=0.5,
        needs=("output",),
        rules={"call/symbolic_shape": Close(rtol=0.0, atol=0.0), "*": OUTPUT},
        says={
            "call/symbolic_shape": Text(
                "output shape in a functional model (-1: any batch size)",
                "함수형 모델에서의 출력 모양 (-1: 임의의 배치 크기)",
            ),
            "call/*": Text("output, called as: {}", "출력, 호출 방식: {}"),
        },
        hints=(
            Text(
                "In a model the batch size is not known when the layer is built. Do you use it anywhere?",
                "모델에서는 층을 만들 때 배치 크기를 알 수 없습니다. 어딘가에서 배치 크기를 쓰고 있나요?",
            ),
            Text(
                "Look for `inputs.shape[0]`, NumPy, and Python loops over examples.",
                "`inputs.shape[0]`, NumPy, 예제에 대한 파이썬 반복문을 찾아보세요.",
            ),
            Text(
                "Use keepdims=True instead of a shape that holds the batch size.",
                "배치 크기로 모양을 바꾸는 대신 keepdims=True를 쓰세요.",
            ),
        ),
    ),
    Check(
        id="fit",
        title=Text(
            "A small network with the layer trains like one with a right layer, two examples at a time",
            "이 층을 넣은 작은 신경망이 예제를 두 개씩 써서 올바른 층을 넣었을 때와 똑같이 학습된다",
        ),
        points=0.5,
        needs=("output",),
        rules={"*": CURVE},
        says={
            "curve/fit": Text("training loss per epoch", "에포크별 학습 손실"),
            "fit/prediction": Text("predictions after training", "학습한 뒤의 예측"),
        },
        hints=(
            Text(
                "Everything else passes and this does not: what happens only in training?",
                "다른 것은 모두 통과하는데 이것만 통과하지 못한다면, 학습할 때만 일어나는 일은 무엇일까요?",
            ),
            Text(
                "Do gamma and beta learn? Does the gradient pass through mean and variance?",
                "gamma와 beta가 학습되나요? 기울기가 평균과 분산을 지나 흐르나요?",
            ),
            Text(
                "Compare one training step with and without what your layer does for `training`, if it does anything.",
                "층이 `training`에 따라 하는 일이 있다면, 있을 때와 없을 때의 학습 한 단계를 비교해 보세요.",
            ),
        ),
    ),
]
