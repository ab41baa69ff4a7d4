"""Checks of `ReLU`: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close
from deepclinic.text import Text

# Right solutions differ from the reference by rounding alone. Where no rule is given, Default allows 1e-4 relative.
ANY_SIZE = Close(rtol=1e-5, atol=0.0)
# float16 has 11 significant bits, bfloat16 has 8: the formulas in alternatives/ round up to four times.
FLOAT16 = Close(rtol=4e-3, atol=0.0)
BFLOAT16 = Close(rtol=3e-2, atol=0.0)
# Measured over the alternatives and five seeds: right solutions drift by at most 3e-7 in a loss and 5e-7 in a
# prediction. The wrong slope nearest to the right one, 0.01 in the place of 0, moves a loss by 4e-3 or more.
CURVE = Close(rtol=0.0, atol=1e-4)

CHECKS: list[Check] = [
    Check(
        id="plain",
        title=Text("ReLU() passes positive inputs unchanged; all others become 0", "ReLU()는 양수는 그대로, 나머지는 0으로 만든다"),
        points=1.5,
        rules={"*tiny to huge*": ANY_SIZE},
        says={
            "shape": Text("Shape of ReLU() of an input of shape (2, 3)", "모양이 (2, 3)인 입력에 대한 ReLU()의 모양"),
            "x = *": Text("ReLU() at x = {}", "x = {}에서 ReLU()의 값"),
            "tiny to huge, positive": Text(
                "ReLU() of positive inputs from 1e-30 to 1e30", "1e-30부터 1e30까지의 양수에 대한 ReLU()"
            ),
            "tiny to huge, negative": Text(
                "ReLU() of negative inputs from -1e-30 to -1e30", "-1e-30부터 -1e30까지의 음수에 대한 ReLU()"
            ),
            "training=*": Text(
                "ReLU() of a batch, called with training={}", "training={}로 호출한 ReLU()의 출력"
            ),
        },
        advice={
            "shape": Text(
                "Elements that are not positive are set to another value, not taken out.",
                "양수가 아닌 원소는 다른 값으로 바꾸는 것이지 빼는 것이 아닙니다.",
            ),
            "x = -*": Text(
                "What should be left of a negative input when the slope has its default, 0?",
                "`negative_slope`가 기본값 0일 때 음수 입력은 얼마가 되어야 할까요?",
            ),
            "x = 0": Text("Does f(0) = negative_slope * 0 hold?", "f(0) = negative_slope * 0이 성립하나요?"),
            "x = 9": Text(
                "Is there an upper limit in your function? ReLU has none.",
                "함수에 상한이 있나요? ReLU에는 상한이 없습니다.",
            ),
            "x = *": Text(
                "Is a positive input handed on as it is, not scaled, not squashed?",
                "양수 입력을 크기를 바꾸거나 누르지 않고 그대로 내보내나요?",
            ),
            "tiny to huge*": Text(
                "Is the border exactly 0? A threshold such as 1e-7, or a smooth bend, shows for tiny inputs.",
                "경계가 정확히 0인가요? 1e-7 같은 문턱이나 부드러운 굽이는 아주 작은 입력에서 드러납니다.",
            ),
            "training=*": Text(
                "ReLU does the same in training and at inference.", "ReLU는 학습할 때나 추론할 때나 똑같이 계산합니다."
            ),
        },
        hints=(
            Text(
                "Which of the two cases of the formula does each element belong to, and what decides it?",
                "원소 하나하나가 식의 두 경우 중 어디에 속하나요? 그것을 정하는 것은 무엇인가요?",
            ),
            Text(
                "In `call`: look for an operation that picks between two tensors, element by element.",
                "`call` 안을 보세요. 두 텐서 가운데 하나를 원소마다 골라 주는 연산이 필요합니다.",
            ),
            Text(
                "`ops.where(condition, a, b)` takes `a` where the condition holds and `b` elsewhere: "
                "the condition is `inputs > 0`, and `a` is `inputs`.",
                "`ops.where(condition, a, b)`는 조건이 참인 곳에서는 `a`, 나머지에서는 `b`를 고릅니다. "
                "조건은 `inputs > 0`, `a`는 `inputs`입니다.",
            ),
        ),
    ),
    Check(
        id="slope",
        title=Text(
            "Only inputs not above 0 are multiplied by negative_slope, whatever its value",
            "양수가 아닌 입력에만 negative_slope를 곱한다 (값이 무엇이든)",
        ),
        points=1.5,
        needs=("plain",),
        rules={"*tiny to huge*": ANY_SIZE},
        says={
            "slope *, x = *": Text("ReLU(negative_slope={}) at x = {}", "ReLU(negative_slope={})의 x = {}에서의 값"),
            "slope *, tiny to huge, positive": Text(
                "ReLU(negative_slope={}) of positive inputs from 1e-30 to 1e30",
                "1e-30부터 1e30까지의 양수에 대한 ReLU(negative_slope={})",
            ),
            "slope *, tiny to huge, negative": Text(
                "ReLU(negative_slope={}) of negative inputs from -1e-30 to -1e30",
                "-1e-30부터 -1e30까지의 음수에 대한 ReLU(negative_slope={})",
            ),
            "slope *, training=*": Text(
                "ReLU(negative_slope={}) of a batch, called with training={}",
                "training={1}로 호출한 ReLU(negative_slope={0})의 출력",
            ),
        },
        advice={
            "slope *, x = -*": Text(
                "Is it slope times x, with the slope that this very layer was given?",
                "`negative_slope`에 x를 곱했나요? 그 값은 바로 이 층이 받은 값인가요?",
            ),
            "slope 2.5, *": Text(
                "Does your formula also hold for a slope above 1?", "`negative_slope`가 1보다 클 때도 맞는 식인가요?"
            ),
            "slope *, x = *": Text(
                "Is your slope applied to positive inputs too?", "양수 입력에도 `negative_slope`를 곱하고 있지 않나요?"
            ),
            "slope *, training=*": Text(
                "The slope holds in training and at inference alike.",
                "`negative_slope`는 학습할 때나 추론할 때나 똑같이 적용됩니다.",
            ),
        },
        hints=(
            Text(
                "Where does the number given to the constructor end up, and does `call` read it from there?",
                "생성자가 받은 숫자는 어디에 저장되나요? `call`은 그곳에서 읽나요?",
            ),
            Text(
                "`__init__` keeps the slope on `self`; `call` multiplies the input by it where the input is not positive.",
                "`__init__`은 `negative_slope`를 `self`에 저장하고, `call`은 입력이 양수가 아닌 곳에서 입력에 그 값을 곱합니다.",
            ),
            Text(
                "`self.negative_slope = negative_slope`, and in `call` the second choice is `self.negative_slope * inputs`.",
                "`self.negative_slope = negative_slope`로 저장하고, `call`의 두 번째 선택지는 "
                "`self.negative_slope * inputs`입니다.",
            ),
        ),
    ),
    Check(
        id="gradient",
        title=Text(
            "The gradient is 1 for x > 0 and negative_slope for x < 0",
            "기울기는 x > 0에서 1, x < 0에서 negative_slope이다",
        ),
        points=1.5,
        needs=("slope",),
        says={
            "derivative at x = * (slope *)": Text(
                "Derivative of ReLU(negative_slope={1}) at x = {0}", "x = {0}에서 ReLU(negative_slope={1})의 미분"
            ),
            "upstream": Text(
                "Gradient of sum(g * ReLU(x)) for x, with random g", "임의의 g에 대해, sum(g * ReLU(x))의 x에 대한 기울기"
            ),
        },
        advice={
            "derivative at x = *": Text(
                "Does every step from input to output happen in TensorFlow or Keras, so that it can be differentiated?",
                "입력에서 출력까지 모든 계산이 미분할 수 있는 TensorFlow나 Keras 연산인가요?",
            ),
            "upstream": Text(
                "By the chain rule the gradient from the layer above is multiplied by the derivative.",
                "연쇄 법칙에 따라 위층에서 온 기울기에 미분값을 곱해야 합니다.",
            ),
        },
        hints=(
            Text(
                "If you nudge one input by a little, by how much does its output move on each side of 0?",
                "입력을 아주 조금 움직이면 0의 양쪽에서 출력은 각각 얼마나 움직이나요?",
            ),
            Text(
                "Look in `call` for NumPy, `stop_gradient`, or a gradient written by hand: one of them cuts the path.",
                "`call`에 NumPy, `stop_gradient`, 직접 쓴 기울기가 있는지 보세요. 그중 하나가 경로를 끊습니다.",
            ),
            Text(
                "Let TensorFlow differentiate: `ops.where(inputs > 0, inputs, self.negative_slope * inputs)` needs no "
                "gradient of your own.",
                "미분은 TensorFlow에 맡기세요. `ops.where(inputs > 0, inputs, self.negative_slope * inputs)`에는 "
                "직접 쓴 기울기가 필요 없습니다.",
            ),
        ),
    ),
    Check(
        id="gradient_at_zero",
        title=Text("The gradient at exactly 0 is negative_slope", "정확히 0에서의 기울기는 negative_slope이다"),
        points=1.0,
        needs=("gradient",),
        says={
            "derivative at x = 0 (slope *)": Text(
                "Derivative of ReLU(negative_slope={}) at x = 0", "x = 0에서 ReLU(negative_slope={})의 미분"
            ),
            "zeros among others (slope *)": Text(
                "Derivative of ReLU(negative_slope={}) at the zeros of a longer input",
                "여러 입력 가운데 0인 곳에서 ReLU(negative_slope={})의 미분",
            ),
        },
        advice={
            "derivative at x = 0 *": Text(
                "Which case of the formula does 0 belong to? And if you use `maximum`: to which argument does it give the "
                "gradient when both are equal?",
                "0은 식의 두 경우 중 어디에 속하나요? `maximum`을 썼다면, 두 값이 같을 때 어느 인자로 기울기가 가나요?",
            ),
        },
        hints=(
            Text(
                "The value at 0 is 0 either way. Why can the gradient there still be wrong?",
                "0에서의 값은 어느 쪽이든 0입니다. 그런데 왜 기울기는 틀릴 수 있을까요?",
            ),
            Text(
                "Look at the comparison in `call`: `>` or `>=`? A `maximum(a, b)` hands the gradient to `a` at a tie, "
                "and |x| has derivative 0 at 0.",
                "`call`의 비교가 `>`인지 `>=`인지 보세요. `maximum(a, b)`는 두 값이 같으면 기울기를 `a`에 주고, "
                "|x|의 미분은 0에서 0입니다.",
            ),
            Text(
                "With `ops.where(inputs > 0, ...)` zero falls in the second case; with a maximum, write the constant "
                "first: `ops.maximum(0.0, inputs)`.",
                "`ops.where(inputs > 0, ...)`를 쓰면 0은 두 번째 경우가 됩니다. maximum을 쓴다면 상수를 먼저 쓰세요: "
                "`ops.maximum(0.0, inputs)`.",
            ),
        ),
    ),
    Check(
        id="any_shape",
        title=Text("Inputs of any shape keep their shape", "어떤 모양의 입력이든 모양이 유지된다"),
        points=0.5,
        needs=("plain",),
        says={
            "rank *": Text("Output for an input of rank {} (its number of axes)", "{}차원 입력에 대한 출력"),
            "one example": Text("Output for a batch of one example", "예제가 하나뿐인 배치에 대한 출력"),
            "no example": Text("Output for an empty batch", "빈 배치에 대한 출력"),
        },
        advice={
            "*": Text(
                "Does your code name an axis, or loop over the batch? Each element can be treated alone.",
                "코드에서 축을 지정하거나 배치를 하나씩 돌고 있지 않나요? 원소마다 따로 계산하면 됩니다.",
            )
        },
        hints=(
            Text(
                "Does an element of the output depend on anything but the same element of the input?",
                "출력의 한 원소가 같은 자리의 입력 원소 말고 다른 것에도 의존하나요?",
            ),
            Text(
                "In `call`, look for `ops.reshape`, `axis=`, `shape[...]`, or a Python loop.",
                "`call`에서 `ops.reshape`, `axis=`, `shape[...]`, 파이썬 반복문을 찾아보세요.",
            ),
            Text(
                "Comparing, multiplying and `ops.where` work on every element of a tensor of any rank; nothing else is needed.",
                "비교, 곱셈, `ops.where`는 몇 차원 텐서든 모든 원소에 한꺼번에 적용됩니다. 다른 것은 필요 없습니다.",
            ),
        ),
    ),
    Check(
        id="not_a_number",
        title=Text("NaN stays NaN instead of turning into a number", "NaN은 숫자로 바뀌지 않고 NaN으로 남는다"),
        points=0.5,
        needs=("plain",),
        says={
            "NaN (slope *)": Text(
                "Output of ReLU(negative_slope={}) for NaN", "입력이 NaN일 때 ReLU(negative_slope={})의 출력"
            ),
            "numbers and NaN": Text("Output for numbers among which are NaN", "NaN이 섞인 입력에 대한 출력"),
        },
        advice={
            "*": Text(
                "A NaN that becomes 0 hides that something broke. Which side does a comparison with NaN choose?",
                "NaN이 0이 되면 무언가 잘못되었다는 사실이 감춰집니다. NaN과 비교하면 어느 경우가 선택되나요?",
            )
        },
        hints=(
            Text("Is `nan > 0` true or false?", "`nan > 0`은 참인가요, 거짓인가요?"),
            Text(
                "In `call`, the case that NaN falls into must still contain the input.",
                "`call`에서 NaN이 속하게 되는 경우의 값에도 입력이 들어 있어야 합니다.",
            ),
            Text(
                "`negative_slope * inputs` keeps NaN even for slope 0, because `0 * nan` is `nan`; a constant 0 does not.",
                "`0 * nan`은 `nan`이므로 `negative_slope * inputs`는 `negative_slope`가 0이어도 NaN을 남깁니다. "
                "상수 0은 그렇지 않습니다.",
            ),
        ),
    ),
    Check(
        id="invalid_slope",
        title=Text("A slope below 0 is a ValueError that names the argument", "음수인 negative_slope에는 인자 이름이 담긴 ValueError를 낸다"),
        points=0.5,
        says={
            "negative_slope=*": Text("ReLU(negative_slope={})", "ReLU(negative_slope={})"),
        },
        advice={
            "negative_slope=-*": Text(
                "Is the argument looked at in the constructor, and is the error a ValueError whose text holds "
                "`negative_slope`?",
                "생성자에서 인자를 확인하나요? 오류는 메시지에 `negative_slope`가 들어 있는 ValueError인가요?",
            ),
            "negative_slope=*": Text("0 and any positive number are allowed.", "0과 모든 양수는 허용됩니다."),
        },
        hints=(
            Text(
                "When should a user learn that an argument makes no sense: at the constructor or at the first batch?",
                "인자가 잘못되었다는 것을 사용자는 언제 알아야 할까요? 층을 만들 때일까요, 첫 배치를 넣을 때일까요?",
            ),
            Text(
                "In `__init__`, before the slope is kept. An `assert` raises another error and can be switched off.",
                "`__init__`에서 `negative_slope`를 저장하기 전입니다. `assert`는 다른 오류를 내고, 꺼질 수도 있습니다.",
            ),
            Text(
                '`if negative_slope < 0: raise ValueError(f"negative_slope must be >= 0, received {negative_slope}")`',
                '`if negative_slope < 0: raise ValueError(f"negative_slope는 0 이상이어야 합니다: {negative_slope}")`',
            ),
        ),
    ),
    Check(
        id="keras_arguments",
        title=Text("name, dtype and trainable reach the base class", "name, dtype, trainable이 기반 클래스에 전달된다"),
        points=0.5,
        says={
            "layer/is_a_layer": Text("ReLU is a Keras layer", "ReLU가 Keras 층인지"),
            "layer/name": Text('Name of ReLU(name="my_layer")', 'ReLU(name="my_layer")의 이름'),
            "layer/dtype": Text('Compute dtype of ReLU(dtype="float64")', 'ReLU(dtype="float64")의 계산 자료형'),
            "layer/trainable": Text("`trainable` of ReLU(trainable=False)", "ReLU(trainable=False)의 `trainable`"),
        },
        advice={
            "*": Text(
                "Where do the keyword arguments that are not yours go?",
                "여러분의 것이 아닌 키워드 인자는 어디로 보내고 있나요?",
            )
        },
        hints=(
            Text(
                "Who knows what to do with `name` and `dtype`: your class or the base class?",
                "`name`과 `dtype`을 처리할 줄 아는 것은 여러분의 클래스인가요, 기반 클래스인가요?",
            ),
            Text("The first line of `__init__`.", "`__init__`의 첫 줄을 보세요."),
            Text("`super().__init__(**kwargs)`, not `super().__init__()`.", "`super().__init__()`이 아니라 `super().__init__(**kwargs)`입니다."),
        ),
    ),
    Check(
        id="every_way_of_calling",
        title=Text(
            "The same in a model, in tf.function and with jit_compile",
            "모델, tf.function, jit_compile에서 결과가 같다",
        ),
        points=0.5,
        needs=("slope",),
        says={
            "call/eager": Text("Output of a direct call", "직접 호출한 출력"),
            "call/symbolic_shape": Text(
                "Shape in a functional model (-1: any batch size)", "함수형 모델에서의 모양 (-1: 임의의 배치 크기)"
            ),
            "call/symbolic": Text("Output in a functional model", "함수형 모델에서의 출력"),
            "call/tf_function": Text("Output in tf.function", "tf.function에서의 출력"),
            "call/jit_compile": Text("Output with jit_compile=True", "jit_compile=True일 때의 출력"),
        },
        advice={
            "*": Text(
                "Does `call` look at the numbers in Python (an `if`, a loop, NumPy)? In a traced call there are none yet.",
                "`call`이 파이썬으로 숫자를 들여다보나요 (`if`, 반복문, NumPy)? 추적 중에는 아직 숫자가 없습니다.",
            )
        },
        hints=(
            Text(
                "What is the value of a tensor while a function is only being traced?",
                "함수를 추적(trace)하는 동안 텐서의 값은 무엇일까요?",
            ),
            Text(
                "In `call`, look for `if` on a tensor, `for` over a tensor, and functions of NumPy.",
                "`call`에서 텐서에 대한 `if`, 텐서를 도는 `for`, NumPy 함수를 찾아보세요.",
            ),
            Text(
                "Replace them by operations on whole tensors: `ops.where` in the place of `if`.",
                "텐서 전체에 대한 연산으로 바꾸세요. `if` 대신 `ops.where`입니다.",
            ),
        ),
    ),
    Check(
        id="config_and_saving",
        title=Text("A layer rebuilt from its config or a .keras file is the same", "config나 .keras 파일로 되살린 층이 원래와 같다"),
        points=0.5,
        needs=("slope", "every_way_of_calling"),
        says={
            "rebuilt/config/negative_slope": Text(
                '`get_config()["negative_slope"]` of ReLU(negative_slope=0.25)',
                'ReLU(negative_slope=0.25)의 `get_config()["negative_slope"]`',
            ),
            "rebuilt/keeps_name": Text("The config holds the layer's name", "config에 층의 이름이 들어 있는지"),
            "rebuilt/json": Text("The config can be written to a file as text", "config를 파일에 텍스트로 적을 수 있는지"),
            "rebuilt/same_class": Text("Class of the rebuilt layer is the same", "다시 만든 층의 클래스가 같은지"),
            "rebuilt/output": Text("Output of the layer rebuilt from its config", "config로 다시 만든 층의 출력"),
            "file/before": Text("Output of a model with the layer", "층을 넣은 모델의 출력"),
            "file/after": Text("Output of the model loaded from a file", "파일에서 불러온 모델의 출력"),
        },
        advice={
            "*/keeps_name": Text(
                "Name, dtype and the rest are the base class's. What does its `get_config` return?",
                "이름과 dtype 등은 기반 클래스의 것입니다. 기반 클래스의 `get_config`는 무엇을 돌려주나요?",
            ),
            "*": Text(
                "Which of the constructor's arguments would somebody need to make this layer again?",
                "이 층을 다시 만들려면 생성자의 어떤 인자가 필요할까요?",
            )
        },
        hints=(
            Text(
                "A file stores a layer as the arguments that it was made with. Are all of them there?",
                "파일에는 층이 자신을 만들 때 받은 인자로 저장됩니다. 인자가 모두 들어 있나요?",
            ),
            Text(
                "`get_config`: what the base class returns (name, dtype, ...) and your own argument, in one dict.",
                "`get_config`를 보세요. 기반 클래스가 돌려주는 것(name, dtype 등)과 여러분의 인자를 한 dict에 담습니다.",
            ),
            Text(
                '`config = super().get_config()`, then `config["negative_slope"] = self.negative_slope`, then return it.',
                '`config = super().get_config()` 다음에 `config["negative_slope"] = self.negative_slope`를 하고 돌려줍니다.',
            ),
        ),
    ),
    Check(
        id="dtypes",
        title=Text("The output has the compute dtype, also in mixed precision", "혼합 정밀도에서도 출력은 계산 자료형이다"),
        points=0.5,
        needs=("slope",),
        rules={
            "*_to_*bfloat16/values": BFLOAT16,
            "dtype/bfloat16_*/values": BFLOAT16,
            "*float16*/values": FLOAT16,
        },
        says={
            "dtype/*_to_default/dtype": Text(
                "dtype of the output of ReLU() for a {} input", "{} 입력에 대한 ReLU() 출력의 자료형"
            ),
            "dtype/*_to_*/dtype": Text(
                'dtype of the output of ReLU(dtype="{1}") for a {0} input',
                '{0} 입력에 대한 ReLU(dtype="{1}") 출력의 자료형',
            ),
            "dtype/*/values": Text("Output in that dtype", "그 자료형에서의 출력"),
        },
        advice={
            "*": Text(
                "Is a float32 tensor or a cast to float32 in your formula? Python numbers take the dtype of the input.",
                "식에 float32 텐서나 float32로의 변환이 들어 있나요? 파이썬 숫자는 입력의 자료형을 따릅니다.",
            )
        },
        hints=(
            Text(
                "When `call` starts, the input already has the compute dtype. Where does your code leave it?",
                "`call`이 시작될 때 입력은 이미 계산 자료형입니다. 코드의 어디에서 자료형이 달라지나요?",
            ),
            Text(
                "Look for `tf.constant`, `np.float32`, `ops.cast(..., \"float32\")`, and for what is not turned back afterwards.",
                "`tf.constant`, `np.float32`, `ops.cast(..., \"float32\")`, 그리고 나중에 되돌리지 않은 것을 찾아보세요.",
            ),
            Text(
                "Keep the slope a Python number: `self.negative_slope * inputs` then has the dtype of `inputs`; all else goes through `ops.cast(..., inputs.dtype)`.",
                "`negative_slope`를 파이썬 숫자로 두면 `self.negative_slope * inputs`는 `inputs`의 자료형이 됩니다. 다른 것은 `ops.cast(..., inputs.dtype)`로 변환하세요.",
            ),
        ),
    ),
    Check(
        id="training_curve",
        title=Text("A network with your layer learns exactly as it should", "여러분의 층을 넣은 신경망이 제대로 학습한다"),
        points=1.0,
        needs=("slope", "gradient"),
        rules={"curve/*": CURVE, "fit/*": CURVE},
        says={
            "trainable_weights": Text(
                "Number of trainable weights in two ReLU layers", "ReLU 층 두 개에 있는 학습되는 가중치의 수"
            ),
            "curve/training_loss": Text("Training loss per epoch", "에포크별 학습 손실"),
            "curve/validation_loss": Text(
                "Loss per epoch on examples that are not trained on",
                "학습에 쓰지 않은 예제의 에포크별 손실",
            ),
            "curve/fit": Text("Loss per epoch in model.fit", "model.fit에서 에포크별 손실"),
            "fit/prediction": Text("Predictions after model.fit", "model.fit 이후의 예측"),
        },
        advice={
            "trainable_weights": Text(
                "The slope is a constant that the user chooses; a layer that learns it is another layer.",
                "`negative_slope`는 사용자가 정하는 상수입니다. 그것을 학습하는 층은 다른 층입니다.",
            ),
            "curve/*": Text(
                "The same start and the same batches gave another curve: does something change between calls, or "
                "differ between training and inference?",
                "같은 시작점과 같은 배치인데 곡선이 다릅니다. 호출 사이에 바뀌거나 학습과 추론에서 달라지는 것이 있나요?",
            )
        },
        hints=(
            Text(
                "Forward values and gradients at single points are right by now. What could change in the course of "
                "training?",
                "한 점에서의 값과 기울기는 이제 맞습니다. 학습하는 동안 무엇이 달라질 수 있을까요?",
            ),
            Text(
                "Look for weights, for anything that is set in `call`, and for the `training` argument.",
                "가중치가 있는지, `call`에서 무언가에 값을 넣는지, `training` 인자를 쓰는지 보세요.",
            ),
            Text(
                "`call` needs `inputs` and `self.negative_slope`, nothing else; and it sets nothing.",
                "`call`에는 `inputs`와 `self.negative_slope`만 있으면 됩니다. 그리고 아무것에도 값을 넣지 않습니다.",
            ),
        ),
    ),
]
