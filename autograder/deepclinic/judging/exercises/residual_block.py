"""Checks of `DenseResidualBlock` and `ConvResidualBlock`: 15 points.

The dense and the convolutional block are checked apart, so that one that is right earns its points without the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close
from deepclinic.text import Text

# Right blocks differ by rounding, and by the epsilon of their batch normalizations, which they may choose: beside the
# variances in the probes (200 and more) an epsilon of up to 1e-2 changes an output by less than 5e-5 of its size.
VALUE = Close(rtol=1e-3, atol=2e-3)
# A block beside itself, in units of its largest output: rounding alone.
SAME = Close(rtol=0.0, atol=1e-3)
# Measured over the alternatives and ten seeds: a loss drifts by less than 1e-5.
CURVE = Close(rtol=1e-3, atol=1e-4)

_NAMES = Text(
    "Has the block the attributes that the exercise names, and no weights besides?",
    "블록에 연습 문제에서 정한 이름의 속성이 있나요? 그 밖의 가중치는 없나요?",
)
_BRANCH = Text(
    "Read the formula from the inside out and compare it with your `call`, line by line.",
    "식을 안쪽부터 읽으면서 `call`과 한 줄씩 비교해 보세요.",
)
_PROJECTION = Text(
    "Here the shapes differ: the shortcut has to bring its input to the shape of the branch.",
    "여기서는 모양이 다릅니다. 지름길이 입력을 가지의 모양으로 바꾸어야 합니다.",
)
_GRADIENT = Text(
    "The gradient comes back on two paths: through the branch and through the shortcut.",
    "기울기는 가지와 지름길, 두 길로 돌아옵니다.",
)
_FROM_TO = "유닛 {0}개에서 {1}개로 가는 블록의"
_CASES = {
    "* to * channels": Text("{0} to {1} channels", "채널 {0}개에서 {1}개로"),
    "* to * channels, strides *": Text("{0} to {1} channels, strides {2}", "채널 {0}개에서 {1}개로, strides {2}"),
}
_SHORTCUTS = {"identity": Text("identity", "항등"), "projection": Text("projection", "사영")}
_BLOCKS = {"dense": Text("dense", "완전 연결"), "conv": Text("convolutional", "합성곱")}


def _each(names: Mapping[str, Text], says: Mapping[str, Text]) -> dict[str, Text]:
    """The sentences for entries `<name>/<entry>`, with the name's word in the place of `[]`."""
    return {
        f"{name}/{entry}": Text(text.en.replace("[]", word.en), text.ko.replace("[]", word.ko))
        for name, word in names.items()
        for entry, text in says.items()
    }


CHECKS: list[Check] = [
    Check(
        id="dense_parts",
        title=Text(
            "The dense block has its sub-layers: dense1, dense2, and a projection only where the widths differ",
            "완전 연결 블록에 dense1, dense2가 있고, 폭이 다를 때에만 사영이 있다",
        ),
        points=1.0,
        says={
            "* to * units/dense*": Text("dense{2} of a block from {0} to {1} units", _FROM_TO + " dense{2}"),
            "* to * units/shortcut": Text("shortcut of a block from {0} to {1} units", _FROM_TO + " shortcut"),
            "* to * units/weights": Text("Number of weights of a block from {0} to {1} units", _FROM_TO + " 가중치 수"),
            "* to * units/trained": Text(
                "Number of trained weights of a block from {0} to {1} units", _FROM_TO + " 학습되는 가중치 수"
            ),
        },
        advice={
            "4 to 4 units/shortcut": Text(
                "The widths agree: the shortcut is the input itself, and the attribute is `None`.",
                "폭이 같으므로 지름길은 입력 그 자체이고 속성은 `None`입니다.",
            ),
            "3 to 5 units/shortcut": Text(
                "The widths differ: a learned projection without bias is needed.",
                "폭이 다르므로 학습되는, 편향 없는 사영이 필요합니다.",
            ),
            "*": _NAMES,
        },
        hints=(
            Text(
                "When does the block learn how wide its input is, and which sub-layer depends on it?",
                "블록은 입력의 폭을 언제 알게 되나요? 어떤 하위 층이 그것에 달려 있나요?",
            ),
            Text(
                "`dense1` and `dense2` can be made in `__init__`; the decision about `shortcut` belongs in `build`.",
                "`dense1`과 `dense2`는 `__init__`에서 만들 수 있고, `shortcut`은 `build`에서 정합니다.",
            ),
            Text(
                "In `build`: `if input_shape[-1] != self.units:` make `keras.layers.Dense(self.units, use_bias=False)`; "
                "otherwise `self.shortcut` stays `None`.",
                "`build`에서 `if input_shape[-1] != self.units:`이면 `keras.layers.Dense(self.units, use_bias=False)`를 "
                "만들고, 아니면 `self.shortcut`을 `None`으로 둡니다.",
            ),
        ),
    ),
    Check(
        id="dense_identity",
        title=Text(
            "Dense block, equal widths: relu(x + dense2(relu(dense1(x))))",
            "완전 연결 블록, 폭이 같을 때: relu(x + dense2(relu(dense1(x))))",
        ),
        points=1.5,
        rules={"*": VALUE},
        says={
            "output/*": Text("Output for a batch of {}", "크기 {}인 배치의 출력"),
            "gradient": Text("Gradient for the input", "입력에 대한 기울기"),
        },
        advice={"output/*": _BRANCH, "gradient": _GRADIENT},
        hints=(
            Text(
                "How many ReLUs are in the formula, and what is each applied to?",
                "식에 ReLU가 몇 번 나오고, 각각 무엇에 적용되나요?",
            ),
            Text(
                "In `call`: keep the input under a name that no later line overwrites, and add it before the last ReLU.",
                "`call`에서 입력을 뒤에서 덮어쓰지 않을 이름으로 두고, 마지막 ReLU 전에 더하세요.",
            ),
            Text(
                "`branch = self.dense2(ops.relu(self.dense1(inputs)))`, then `ops.relu(inputs + branch)`.",
                "`branch = self.dense2(ops.relu(self.dense1(inputs)))`, 그다음 `ops.relu(inputs + branch)`입니다.",
            ),
        ),
    ),
    Check(
        id="dense_projection",
        title=Text(
            "Dense block, different widths: the shortcut is a learned projection",
            "완전 연결 블록, 폭이 다를 때: 지름길은 학습되는 사영이다",
        ),
        points=1.5,
        rules={"*": VALUE},
        says={
            "output/* to *": Text("Output of a block from {0} to {1} units", _FROM_TO + " 출력"),
            "gradient": Text("Gradient for the input", "입력에 대한 기울기"),
        },
        advice={"output/*": _PROJECTION, "gradient": _GRADIENT},
        hints=(
            Text("Can an input of width 3 be added to a branch of width 5?", "폭 3인 입력을 폭 5인 가지에 더할 수 있나요?"),
            Text(
                "In `call`: where `self.shortcut` is a layer, apply it to the input before the sum. Nothing else happens to it.",
                "`call`에서 `self.shortcut`이 층이면 더하기 전에 입력에 적용하세요. 그 밖에는 아무것도 하지 않습니다.",
            ),
            Text(
                "`shortcut = inputs if self.shortcut is None else self.shortcut(inputs)`",
                "`shortcut = inputs if self.shortcut is None else self.shortcut(inputs)`",
            ),
        ),
    ),
    Check(
        id="dense_skip",
        title=Text(
            "Dense block: when the branch gives 0, relu(shortcut(x)) is left, and the gradient still gets through",
            "완전 연결 블록: 가지가 0이면 relu(shortcut(x))가 남고 기울기도 그대로 지나간다",
        ),
        points=1.0,
        rules={"*": VALUE},
        says={
            "identity/output": Text("Output with a branch of 0, equal widths", "가지가 0이고 폭이 같을 때의 출력"),
            "projection/output": Text("Output with a branch of 0, different widths", "가지가 0이고 폭이 다를 때의 출력"),
            "*/gradient": Text("Gradient for the input with a branch of 0", "가지가 0일 때 입력에 대한 기울기"),
        },
        advice={
            "*/output": Text(
                "With dense2 = 0 nothing but the shortcut is left. Does it reach the output unchanged?",
                "dense2가 0이면 지름길만 남습니다. 지름길이 바뀌지 않고 출력까지 가나요?",
            ),
            "*/gradient": Text(
                "Even if nothing comes through the branch, the shortcut should carry the gradient.",
                "가지로 아무것도 오지 않아도 지름길이 기울기를 전달해야 합니다.",
            ),
        },
        hints=(
            Text(
                "Set all weights of dense2 to 0 in your head. What is left of the formula?",
                "머릿속에서 dense2의 가중치를 모두 0으로 놓아 보세요. 식에서 무엇이 남나요?",
            ),
            Text(
                "The last line of `call` should add two things, with one ReLU around the sum.",
                "`call`의 마지막 줄은 두 가지를 더하고, 그 합에 ReLU를 한 번 적용해야 합니다.",
            ),
            Text("`return ops.relu(shortcut + branch)`", "`return ops.relu(shortcut + branch)`"),
        ),
    ),
    Check(
        id="conv_parts",
        title=Text(
            "The convolutional block has its sub-layers, with the right kernels, strides and padding",
            "합성곱 블록에 하위 층이 있고 커널, strides, 패딩이 맞다",
        ),
        points=1.0,
        says=_each(
            _CASES,
            {
                **{
                    f"output of {part}": Text(f"Shape out of {part} ([])", f"{part}의 출력 모양 ([])")
                    for part in ("conv1", "conv2", "shortcut")
                },
                "weights": Text("Number of weights ([])", "가중치 수 ([])"),
                "trained": Text("Number of trained weights ([])", "학습되는 가중치 수 ([])"),
                **{
                    part: Text(f"{part} ([])", f"{part} ([])")
                    for part in ("conv1", "bn1", "conv2", "bn2", "shortcut", "shortcut_bn")
                },
            },
        ),
        advice={
            "4 to 4 channels/shortcut*": Text(
                "The shapes agree: the shortcut is the input itself, and both attributes are `None`.",
                "모양이 같으므로 지름길은 입력 그 자체이고 두 속성은 `None`입니다.",
            ),
            "4 to 4 channels, strides 2/shortcut*": Text(
                "The channels agree, but strides 2 make the branch smaller.",
                "채널 수는 같지만 strides가 2이면 가지가 작아집니다.",
            ),
            "*/output of *": Text(
                '`conv1` and the shortcut carry the strides, `conv2` does not, and padding is "same".',
                '`conv1`과 지름길에 strides를 주고 `conv2`에는 주지 않습니다. 패딩은 "same"입니다.',
            ),
            "*/conv*": Text(
                "A convolution right before a batch normalization needs no bias.",
                "바로 뒤에 배치 정규화가 오는 합성곱에는 편향이 필요 없습니다.",
            ),
            "*": _NAMES,
        },
        hints=(
            Text(
                "Which of the layers change the shape of their input, and by which argument?",
                "어떤 층이 입력의 모양을 바꾸나요? 어떤 인자 때문인가요?",
            ),
            Text(
                "`__init__` makes conv1, bn1, conv2, bn2; `build` makes `shortcut` and `shortcut_bn` where the strides are "
                "not 1 or the channels differ.",
                "`__init__`에서 conv1, bn1, conv2, bn2를 만들고, strides가 1이 아니거나 채널 수가 다르면 `build`에서 "
                "`shortcut`과 `shortcut_bn`을 만듭니다.",
            ),
            Text(
                '`keras.layers.Conv2D(filters, 3, strides, padding="same", use_bias=False)` for conv1, the same without '
                "strides for conv2, `Conv2D(filters, 1, strides, use_bias=False)` for the shortcut.",
                'conv1은 `keras.layers.Conv2D(filters, 3, strides, padding="same", use_bias=False)`, conv2는 strides 없이 '
                "같게, 지름길은 `Conv2D(filters, 1, strides, use_bias=False)`입니다.",
            ),
        ),
    ),
    Check(
        id="conv_identity",
        title=Text(
            "Convolutional block, equal shapes: relu(x + bn2(conv2(relu(bn1(conv1(x))))))",
            "합성곱 블록, 모양이 같을 때: relu(x + bn2(conv2(relu(bn1(conv1(x))))))",
        ),
        points=1.5,
        rules={"*": VALUE},
        says={
            "output/*": Text("Output at inference for a batch of {}", "추론에서 크기 {}인 배치의 출력"),
            "gradient": Text("Gradient for the input, at inference", "추론에서 입력에 대한 기울기"),
        },
        advice={"output/*": _BRANCH, "gradient": _GRADIENT},
        hints=(
            Text(
                "In which order do convolution, normalization and activation come in the branch?",
                "가지에서 합성곱, 정규화, 활성화는 어떤 순서로 오나요?",
            ),
            Text(
                "In `call`: five steps in the branch, then the sum, then the last ReLU. Nothing follows the sum but the ReLU.",
                "`call`에서 가지는 다섯 단계이고, 그다음 덧셈, 마지막 ReLU입니다. 덧셈 뒤에는 ReLU만 있습니다.",
            ),
            Text(
                "`branch = ops.relu(self.bn1(self.conv1(inputs)))`, `branch = self.bn2(self.conv2(branch))`, "
                "`ops.relu(inputs + branch)`; hand `training` to both norms.",
                "`branch = ops.relu(self.bn1(self.conv1(inputs)))`, `branch = self.bn2(self.conv2(branch))`, "
                "`ops.relu(inputs + branch)` 순서로 쓰고, 두 정규화에 `training`을 전달하세요.",
            ),
        ),
    ),
    Check(
        id="conv_projection",
        title=Text(
            "Convolutional block, different shapes: the shortcut is a normalised 1x1 convolution with the same strides",
            "합성곱 블록, 모양이 다를 때: 지름길은 strides가 같고 정규화된 1x1 합성곱이다",
        ),
        points=1.5,
        rules={"*": VALUE},
        says={
            **{
                f"output/{case}": Text(f"Output at inference ({text.en})", f"추론에서의 출력 ({text.ko})")
                for case, text in _CASES.items()
            },
            "gradient": Text("Gradient for the input, at inference", "추론에서 입력에 대한 기울기"),
        },
        advice={"output/*": _PROJECTION, "gradient": _GRADIENT},
        hints=(
            Text(
                "Two things can make the shapes differ. Which?",
                "모양이 달라지는 까닭은 두 가지일 수 있습니다. 무엇과 무엇인가요?",
            ),
            Text(
                "In `build`, test both the strides and the channels; in `call`, apply `shortcut`, then `shortcut_bn`.",
                "`build`에서 strides와 채널 수를 모두 확인하고, `call`에서 `shortcut`, `shortcut_bn` 순서로 적용하세요.",
            ),
            Text(
                "`if self.strides != 1 or input_shape[-1] != self.filters:` a projection is made, and "
                "`shortcut = self.shortcut_bn(self.shortcut(inputs), training=training)`.",
                "`if self.strides != 1 or input_shape[-1] != self.filters:`이면 사영을 만들고, "
                "`shortcut = self.shortcut_bn(self.shortcut(inputs), training=training)`으로 씁니다.",
            ),
        ),
    ),
    Check(
        id="conv_skip",
        title=Text(
            "Convolutional block: when the branch gives 0, relu(shortcut(x)) is left, and the gradient still gets through",
            "합성곱 블록: 가지가 0이면 relu(shortcut(x))가 남고 기울기도 그대로 지나간다",
        ),
        points=1.0,
        rules={"*": VALUE},
        says={
            "identity/output": Text("Output with a branch of 0, equal shapes", "가지가 0이고 모양이 같을 때의 출력"),
            "projection/output": Text("Output with a branch of 0, different shapes", "가지가 0이고 모양이 다를 때의 출력"),
            "*/gradient": Text("Gradient for the input with a branch of 0", "가지가 0일 때 입력에 대한 기울기"),
        },
        advice={
            "*/output": Text(
                "With gamma and beta of bn2 at 0 nothing but the shortcut is left. Does it reach the output unchanged?",
                "bn2의 gamma와 beta가 0이면 지름길만 남습니다. 지름길이 바뀌지 않고 출력까지 가나요?",
            ),
            "*/gradient": Text(
                "Even if nothing comes through the branch, the shortcut should carry the gradient.",
                "가지로 아무것도 오지 않아도 지름길이 기울기를 전달해야 합니다.",
            ),
        },
        hints=(
            Text(
                "Set gamma and beta of bn2 to 0 in your head. What is left of the formula?",
                "머릿속에서 bn2의 gamma와 beta를 0으로 놓아 보세요. 식에서 무엇이 남나요?",
            ),
            Text(
                "bn2 belongs to the branch: it is applied before the sum, and the sum goes through one ReLU.",
                "bn2는 가지에 속합니다. 덧셈 전에 적용하고, 더한 값은 ReLU를 한 번 지납니다.",
            ),
            Text("`return ops.relu(shortcut + branch)`", "`return ops.relu(shortcut + branch)`"),
        ),
    ),
    Check(
        id="conv_training",
        title=Text(
            "`training` reaches every batch normalization of the block, and a call without it is inference",
            "`training`이 블록의 모든 배치 정규화에 전달되고, 이 인자가 없으면 추론이다",
        ),
        points=1.5,
        rules={"*/without the argument": SAME, "*/training with other moving statistics": SAME},
        says={
            **_each(
                _SHORTCUTS,
                {
                    "without the argument": Text(
                        "Output without the argument, less the output at inference ([] shortcut)",
                        "인자 없이 호출한 출력에서 추론의 출력을 뺀 값 (지름길: [])",
                    ),
                    "after inference": Text(
                        "Moving statistics after inference ([] shortcut)", "추론한 뒤의 이동 통계량 (지름길: [])"
                    ),
                    "inference uses": Text(
                        "What inference normalises with ([] shortcut)", "추론에서 정규화에 쓰는 것 (지름길: [])"
                    ),
                    "after training": Text(
                        "Moving statistics after a call with training=True ([] shortcut)",
                        "training=True로 호출한 뒤의 이동 통계량 (지름길: [])",
                    ),
                    "training with other moving statistics": Text(
                        "Change of the output in training when the moving statistics are others ([] shortcut)",
                        "이동 통계량을 바꾸었을 때 학습 모드 출력의 변화 (지름길: [])",
                    ),
                },
            ),
            "after a model in training": Text(
                "Moving statistics after a model with the block was called with training=True",
                "블록이 든 모델을 training=True로 호출한 뒤의 이동 통계량",
            ),
        },
        advice={
            "*/without the argument": Text(
                "A call without `training` is inference.", "`training` 없이 호출하면 추론입니다."
            ),
            "*after inference": Text("Nothing may change at inference.", "추론에서는 아무것도 바뀌면 안 됩니다."),
            "*after *training": Text(
                "A batch normalization updates its moving statistics only if it is told that this is training.",
                "배치 정규화는 학습 중이라는 것을 알아야 이동 통계량을 갱신합니다.",
            ),
            "*": Text(
                "Which statistics does each batch normalization use: those of the batch, or its moving ones?",
                "각 배치 정규화가 어떤 통계량을 쓰나요? 배치의 것인가요, 이동 통계량인가요?",
            ),
        },
        hints=(
            Text(
                "Who tells a batch normalization inside your block whether this is training?",
                "블록 안의 배치 정규화는 지금이 학습인지 아닌지를 어떻게 알게 되나요?",
            ),
            Text(
                "`call` takes `training`; look at each call of a batch normalization, also that of the shortcut.",
                "`call`은 `training`을 받습니다. 지름길의 것까지, 배치 정규화를 호출하는 곳을 모두 보세요.",
            ),
            Text(
                "`def call(self, inputs, training=False)`, and `training=training` in the calls of bn1, bn2 and shortcut_bn.",
                "`def call(self, inputs, training=False)`로 쓰고, bn1, bn2, shortcut_bn을 호출할 때 "
                "`training=training`을 전달하세요.",
            ),
        ),
    ),
    Check(
        id="bad_arguments",
        title=Text(
            "A size that is no integer >= 1 is a ValueError that names the argument",
            "1 이상의 정수가 아닌 크기를 주면 인자 이름이 담긴 ValueError가 난다",
        ),
        points=0.5,
        says={"*=*": Text("A block with {0}={1}", "{0}={1}인 블록")},
        advice={
            "*=2.5": Text("Is there half a unit?", "유닛이 반 개일 수 있나요?"),
            "*=1": Text("1 is the smallest size that is allowed.", "1은 허용되는 가장 작은 크기입니다."),
            "*": Text(
                "Is the argument looked at in the constructor, and does the text of the error hold its name?",
                "생성자에서 인자를 확인하나요? 오류 메시지에 인자의 이름이 들어 있나요?",
            ),
        },
        hints=(
            Text(
                "When should a user learn that 0 units make no sense?",
                "유닛이 0개라는 것이 말이 안 된다는 사실을 사용자는 언제 알아야 할까요?",
            ),
            Text(
                "In `__init__`: two conditions, that it is an integer and that it is at least 1.",
                "`__init__`에서 정수인지, 1 이상인지 두 가지를 확인하세요.",
            ),
            Text(
                "`if not isinstance(units, int) or units < 1: raise ValueError(f\"units must be an integer >= 1, received "
                'units={units!r}")`',
                "`if not isinstance(units, int) or units < 1: raise ValueError(f\"units는 1 이상의 정수여야 합니다: "
                'units={units!r}")`',
            ),
        ),
    ),
    Check(
        id="keras_arguments",
        title=Text(
            "name, dtype and trainable reach the base class, and the output has the block's dtype",
            "name, dtype, trainable이 기반 클래스에 전달되고 출력의 자료형이 블록의 자료형과 같다",
        ),
        points=0.5,
        says={
            "dense/* to default": Text(
                "dtype of the output of a dense block made without a dtype, input {}",
                "dtype을 주지 않은 완전 연결 블록의 출력 자료형 (입력 {})",
            ),
            **_each(
                _BLOCKS,
                {
                    "is_a_layer": Text("The [] block is a Keras layer", "[] 블록이 Keras 층인지"),
                    "name": Text("Name of a [] block that was called my_layer", "my_layer라는 이름을 준 [] 블록의 이름"),
                    "dtype": Text(
                        'Compute dtype of a [] block with dtype="float64"', 'dtype="float64"인 [] 블록의 계산 자료형'
                    ),
                    "trainable": Text(
                        "`trainable` of a [] block with trainable=False", "trainable=False인 [] 블록의 `trainable`"
                    ),
                    "* to *": Text(
                        "dtype of the output of a [] block, input {0}, block dtype {1}",
                        "[] 블록의 출력 자료형 (입력 {0}, 블록 {1})",
                    ),
                },
            ),
        },
        advice={
            "*/* to *": Text(
                "Each sub-layer is a layer with a dtype of its own. Do yours get that of the block?",
                "하위 층은 저마다 자신의 dtype을 가진 층입니다. 블록의 dtype을 전달받나요?",
            ),
            "*": Text(
                "Where do the keyword arguments that are not yours go?", "여러분의 것이 아닌 키워드 인자는 어디로 가나요?"
            ),
        },
        hints=(
            Text(
                "What should a float64 block give, and what do its sub-layers know about it?",
                "float64 블록은 무엇을 내보내야 하고, 하위 층은 그것을 어떻게 아나요?",
            ),
            Text(
                "The base class's constructor comes first; after it the block knows its own dtype.",
                "기반 클래스의 생성자가 먼저입니다. 그다음부터 블록은 자신의 dtype을 압니다.",
            ),
            Text(
                "`keras.layers.Dense(units, dtype=self.dtype_policy)`, and the same for every other sub-layer.",
                "`keras.layers.Dense(units, dtype=self.dtype_policy)`, 다른 하위 층도 모두 마찬가지입니다.",
            ),
        ),
    ),
    Check(
        id="config_and_saving",
        title=Text(
            "A block survives its config and a .keras file", "블록을 config로 다시 만들고 .keras 파일로 저장할 수 있다"
        ),
        points=1.0,
        rules={"*/rebuilt": SAME, "loaded": SAME},
        says={
            "default strides": Text("strides in the config of ConvResidualBlock(5)", "ConvResidualBlock(5)의 config에서 strides"),
            **_each(
                _BLOCKS,
                {
                    "config/*": Text("{} in the config of a [] block", "[] 블록의 config에서 {}"),
                    "keeps its name": Text("The [] block keeps its name", "[] 블록의 이름이 유지되는지"),
                    "rebuilt": Text(
                        "Change of the output of a [] block rebuilt from its config", "config로 다시 만든 [] 블록의 출력 변화"
                    ),
                },
            ),
            "loaded": Text("Change of the output of a model that was saved and loaded", "저장했다가 불러온 모델의 출력 변화"),
        },
        advice={
            "*/config/*": Text(
                "The config holds every argument of the constructor.", "config에는 생성자의 모든 인자가 들어 있어야 합니다."
            ),
            "loaded": Text(
                "When a model is loaded, Keras builds each block before it puts the weights back. Are all sub-layers built then?",
                "모델을 불러올 때 Keras는 가중치를 되돌려 놓기 전에 블록을 build합니다. 그때 하위 층이 모두 만들어지나요?",
            ),
        },
        hints=(
            Text(
                "What does Keras need to make a block of the same kind again, and then to give it its weights back?",
                "Keras가 같은 블록을 다시 만들고 가중치를 돌려주려면 무엇이 필요한가요?",
            ),
            Text(
                "The constructor keeps its arguments under their own names; `build` creates what depends on the input.",
                "생성자는 인자를 그 이름 그대로 저장하고, `build`는 입력에 달린 것을 만듭니다.",
            ),
            Text(
                "`self.filters = filters`, `self.strides = strides`; and in `build` call `build` of each sub-layer with the "
                "shape that it will see.",
                "`self.filters = filters`, `self.strides = strides`로 저장하고, `build`에서 각 하위 층의 `build`를 그 층이 "
                "받을 모양으로 호출하세요.",
            ),
        ),
    ),
    Check(
        id="every_way_of_calling",
        title=Text(
            "The blocks do the same with jit_compile=True and in model.fit",
            "jit_compile=True로 컴파일하든 model.fit에서든 똑같이 동작한다",
        ),
        points=0.5,
        rules={"*/jit_compile": SAME},
        says={
            "model/shape": Text(
                "Shape of the block's output in a model (-1: open)", "모델 안에서 블록의 출력 모양 (-1: 정해지지 않음)"
            ),
            **_each(
                _BLOCKS,
                {
                    "jit_compile": Text(
                        "Change of the output of the [] block with jit_compile=True",
                        "jit_compile=True일 때 [] 블록의 출력 변화",
                    )
                },
            ),
            "fit/weights that stayed": Text(
                "Number of trained weights that model.fit did not change", "model.fit에서 바뀌지 않은 학습되는 가중치의 수"
            ),
            "fit/moving statistics": Text("Moving statistics after model.fit", "model.fit 뒤의 이동 통계량"),
        },
        advice={
            "*": Text(
                "Is everything in `call` a Keras or TensorFlow operation that works with an open batch size?",
                "`call`의 모든 계산이, 배치 크기가 정해지지 않아도 되는 Keras나 TensorFlow 연산인가요?",
            )
        },
        hints=(
            Text(
                "What is different when the batch size is not known yet?", "배치 크기를 아직 모를 때는 무엇이 달라지나요?"
            ),
            Text(
                "Look in `call` for NumPy, Python conditions on values, and layers that are made there.",
                "`call`에 NumPy, 값에 대한 파이썬 조건문, 거기서 만드는 층이 있는지 보세요.",
            ),
            Text(
                "Make layers in `__init__` and `build` only, and use `ops` for everything else.",
                "층은 `__init__`과 `build`에서만 만들고, 나머지는 `ops`를 쓰세요.",
            ),
        ),
    ),
    Check(
        id="training_curve",
        title=Text(
            "A deep network of your dense blocks learns exactly as it should",
            "여러분의 완전 연결 블록으로 만든 깊은 신경망이 제대로 학습한다",
        ),
        points=1.0,
        needs=("dense_identity",),
        rules={"curve/*": CURVE},
        says={
            "curve/training_loss": Text("Training loss per epoch", "에포크별 학습 손실"),
            "curve/validation_loss": Text("Validation loss per epoch", "에포크별 검증 손실"),
        },
        advice={
            "*": Text(
                "The same start and the same batches gave another curve: are all weights of the branch trained?",
                "같은 시작점과 같은 배치인데 곡선이 다릅니다. 가지의 모든 가중치가 학습되나요?",
            )
        },
        hints=(
            Text(
                "A single block is right by now. What could be different in the course of training?",
                "블록 하나는 이제 맞습니다. 학습하는 동안 무엇이 달라질 수 있을까요?",
            ),
            Text(
                "Look for weights that Keras does not know, and for anything that cuts the gradient.",
                "Keras가 모르는 가중치가 있는지, 기울기를 끊는 것이 있는지 보세요.",
            ),
            Text(
                "Sub-layers must be attributes of the block, and `call` must use the very layers that are kept there.",
                "하위 층은 블록의 속성이어야 하고, `call`은 바로 그 층을 써야 합니다.",
            ),
        ),
    ),
]
