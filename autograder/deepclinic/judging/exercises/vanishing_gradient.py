"""Checks of `sigmoid`, `sigmoid_derivative` and `layer_gradient_norms`: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close, Exactly, Within, sampling_bound
from deepclinic.text import Text

# The contract allows an absolute error of 1e-6; the reference's own is below 1e-7.
PROMISED = Close(rtol=0.0, atol=1.1e-6)
NORMS = Close(rtol=1e-4, atol=1e-5)
# Means of 10,000 draws from {0, 4} each, so of variance 4: 0.15, with a false-alarm rate of 1e-7. Without dropout the
# mean is 1 instead of 2.
DROPOUT = Within(sampling_bound(10_000, variance=4.0))

CHECKS: list[Check] = [
    Check(
        id="sigmoid_values",
        title=Text(
            "sigmoid(x) is 1 / (1 + exp(-x)), element by element", "sigmoid(x)는 원소마다 1 / (1 + exp(-x))이다"
        ),
        points=1.5,
        rules={"*": PROMISED},
        says={
            "x = *": Text("sigmoid at x = {}", "x = {}에서의 sigmoid"),
            "from -12 to 12": Text("sigmoid at 97 numbers from -12 to 12", "-12부터 12까지 97개 수에서의 sigmoid"),
            "shape *": Text("sigmoid of an array of another shape", "다른 모양의 배열에 대한 sigmoid"),
        },
        advice={
            "from -12 to 12": Text(
                "An absolute error of 1e-6 is allowed, at large |x| too.",
                "허용되는 절대 오차는 |x|가 클 때에도 1e-6입니다.",
            ),
        },
        hints=(
            Text(
                "What should sigmoid(0) be? And sigmoid(2) + sigmoid(-2)?",
                "sigmoid(0)은 얼마여야 할까요? sigmoid(2) + sigmoid(-2)는요?",
            ),
            Text(
                "Compare your function with 1 / (1 + exp(-x)) on a calculator, at x = 1 and at x = -1, then on an array.",
                "계산기로 구한 1 / (1 + exp(-x))와 x = 1, x = -1에서 비교한 다음, 배열로도 비교해 보세요.",
            ),
            Text(
                "Work on all elements at once: ops.exp takes the whole array; there is no place for a Python `if` on its elements.",
                "모든 원소를 한 번에 계산하세요. ops.exp는 배열 전체를 받으며, 원소에 대해 파이썬 `if`를 쓸 자리는 없습니다.",
            ),
        ),
    ),
    Check(
        id="derivative_values",
        title=Text(
            "sigmoid_derivative(x) is the slope of the sigmoid at x: 1/4 at 0, never more",
            "sigmoid_derivative(x)는 x에서 시그모이드의 도함수 값이며, 0에서 1/4이고 그보다 클 수 없다",
        ),
        points=1.5,
        rules={"*": PROMISED},
        says={
            "x = *": Text("the slope of the sigmoid at x = {}", "x = {}에서 시그모이드의 도함수 값"),
            "from -12 to 12": Text("the slope at 97 numbers from -12 to 12", "-12부터 12까지 97개 수에서의 도함수 값"),
            "shape *": Text("the slope, for an array of another shape", "다른 모양의 배열에 대한 도함수 값"),
        },
        advice={
            "x = 0": Text(
                "At 0 the sigmoid is steepest: 1/4.", "시그모이드는 0에서 가장 가파르며 그곳의 도함수 값은 1/4입니다."
            ),
            "from -12 to 12": Text(
                "An absolute error of 1e-6 is allowed; a slope from two nearby values in float32 does not reach that.",
                "허용되는 절대 오차는 1e-6입니다. float32로 가까운 두 값에서 구한 기울기는 여기에 미치지 못합니다.",
            ),
        },
        hints=(
            Text("Is your x the sigmoid's input or its output?", "함수가 받는 x는 시그모이드의 입력인가요, 출력인가요?"),
            Text(
                "With s = sigmoid(x), the slope can be written with s alone. Work it out on paper and check it at x = 0.",
                "s = sigmoid(x)라 하면 도함수를 s만으로 쓸 수 있습니다. 종이에 풀어 보고 x = 0에서 확인하세요.",
            ),
            Text(
                "The slope is s * (1 - s), with s = sigmoid(x) computed first.",
                "먼저 s = sigmoid(x)를 계산하면 도함수는 s * (1 - s)입니다.",
            ),
        ),
    ),
    Check(
        id="large_inputs",
        title=Text(
            "Both functions stay finite and exact for inputs up to 10,000 in size, without an overflow",
            "두 함수는 크기가 10,000에 이르는 입력에서도 오버플로 없이 유한하고 정확하다",
        ),
        points=1.0,
        rules={"*overflow warning": Exactly(), "*": PROMISED},
        says={
            "*, overflow warning": Text(
                "{} with these inputs: an overflow warning", "이 입력들에 대한 {}: 오버플로 경고가 나는지"
            ),
            "*, x = *": Text("{} at x = {}", "x = {1}에서의 {0}"),
        },
        advice={
            "*": Text(
                "exp(90) does not fit into float32: it becomes inf, and inf / inf is nan.",
                "exp(90)은 float32로 나타낼 수 없어 inf가 되고, inf / inf는 nan이 됩니다.",
            ),
        },
        hints=(
            Text(
                "Print np.exp(np.float32(100)). Where does such a number turn up in your formula?",
                "np.exp(np.float32(100))을 출력해 보세요. 이런 수가 식의 어디에서 나타나나요?",
            ),
            Text(
                "exp of a negative number is always safe. Can you write the formula so that exp never sees a positive one?",
                "음수의 exp는 언제나 안전합니다. exp가 양수를 받지 않도록 식을 고쳐 쓸 수 있을까요?",
            ),
            Text(
                "Let e = ops.exp(-ops.abs(x)). Then sigmoid is 1 / (1 + e) for x >= 0 and e / (1 + e) otherwise.",
                "e = ops.exp(-ops.abs(x))라 하면 시그모이드는 x >= 0일 때 1 / (1 + e), 아니면 e / (1 + e)입니다.",
            ),
        ),
    ),
    Check(
        id="tensors",
        title=Text(
            "Both functions work on tensors, also inside tf.function",
            "두 함수는 텐서에 대해서도, tf.function 안에서도 동작한다",
        ),
        points=1.0,
        says={
            "sigmoid, tensor": Text(
                "sigmoid gives the same for a tensor as for an array", "sigmoid가 텐서와 배열에서 같은 값을 내는지"
            ),
            "sigmoid, tf_function": Text(
                "sigmoid gives the same inside tf.function", "sigmoid가 tf.function 안에서도 같은 값을 내는지"
            ),
            "sigmoid_derivative, tensor": Text(
                "sigmoid_derivative gives the same for a tensor as for an array",
                "sigmoid_derivative가 텐서와 배열에서 같은 값을 내는지",
            ),
            "sigmoid_derivative, tf_function": Text(
                "sigmoid_derivative gives the same inside tf.function",
                "sigmoid_derivative가 tf.function 안에서도 같은 값을 내는지",
            ),
        },
        hints=(
            Text(
                "Is your exp NumPy's or that of Keras? Does it know tensors that have no values yet?",
                "NumPy의 exp를 쓰나요, Keras의 exp를 쓰나요? 아직 값이 없는 텐서를 다룰 수 있는 것인가요?",
            ),
            Text(
                "While tf.function is being built, x has a shape but no numbers: NumPy and Python's own functions cannot work with it.",
                "tf.function을 만드는 동안 x에는 모양만 있고 값이 없어서 NumPy와 파이썬 자체의 함수로는 계산할 수 없습니다.",
            ),
            Text(
                "Use keras.ops: ops.exp, ops.abs, ops.where. They take arrays and tensors.",
                "keras.ops의 ops.exp, ops.abs, ops.where를 쓰세요. 배열과 텐서를 모두 받습니다.",
            ),
        ),
    ),
    Check(
        id="gradient_norms",
        title=Text(
            "layer_gradient_norms gives for each kernel the L2 norm of the loss's gradient",
            "layer_gradient_norms는 커널마다 손실 기울기의 L2 노름을 돌려준다",
        ),
        points=1.0,
        rules={"*": NORMS},
        says={
            "two kernels": Text("the norms of a network of two dense layers", "완전 연결 층 두 개인 신경망의 노름"),
            "five kernels": Text("the norms of a network of five dense layers", "완전 연결 층 다섯 개인 신경망의 노름"),
        },
        advice={
            "two kernels": Text(
                "One number for each kernel and none for the biases; the first layer comes first.",
                "커널마다 하나씩이고 편향의 것은 없습니다. 첫 번째 층이 맨 앞에 옵니다.",
            ),
        },
        hints=(
            Text(
                "How many numbers do you expect for a network of two dense layers? How many do you return?",
                "완전 연결 층이 두 개인 신경망에서는 수가 몇 개 나와야 하나요? 함수는 몇 개를 돌려주나요?",
            ),
            Text(
                "The forward pass and the loss belong inside `with tf.GradientTape()`; then take the gradient for the kernels.",
                "순전파와 손실 계산은 `with tf.GradientTape()` 안에서 해야 합니다. 그런 다음 커널에 대한 기울기를 구하세요.",
            ),
            Text(
                "gradients = tape.gradient(loss, kernels); the norm of one is the square root of the sum of its squares, as a float.",
                "gradients = tape.gradient(loss, kernels)이고, 각각의 노름은 제곱의 합의 제곱근을 float로 바꾼 것입니다.",
            ),
        ),
    ),
    Check(
        id="plain_numbers",
        title=Text("The norms come as a list of Python floats", "노름은 파이썬 float의 리스트로 돌려준다"),
        points=0.5,
        says={"kind": Text("what comes back", "돌려준 결과의 종류")},
        hints=(
            Text("Print `type(norms)` and `type(norms[0])`.", "`type(norms)`와 `type(norms[0])`을 출력해 보세요."),
            Text(
                "A tensor or a NumPy number prints like a number, but it is none of Python's own.",
                "텐서나 NumPy 수는 출력하면 수처럼 보이지만 파이썬의 수가 아닙니다.",
            ),
            Text(
                "float(...) makes a Python number of a tensor with one element.",
                "float(...)를 쓰면 원소가 하나인 텐서가 파이썬 수가 됩니다.",
            ),
        ),
    ),
    Check(
        id="which_kernels",
        title=Text(
            "Every trainable kernel counts, of any layer, in the model's own order; frozen ones do not",
            "어느 층의 것이든 학습되는 커널은 모두 모델의 순서대로 세고, 동결된 커널은 세지 않는다",
        ),
        points=1.0,
        needs=("gradient_norms",),
        rules={"*": NORMS},
        says={
            "convolution": Text("the norms of a convolution and a dense layer", "합성곱 층과 완전 연결 층의 노름"),
            "frozen layer": Text(
                "the norms where the middle one of three layers is frozen", "세 층 가운데 둘째 층을 동결했을 때의 노름"
            ),
            "model inside a model": Text(
                "the norms of a model that contains another model", "다른 모델을 품은 모델의 노름"
            ),
            "a layer of one's own": Text(
                "the norms where a kernel is not called `kernel`", "커널의 이름이 `kernel`이 아닐 때의 노름"
            ),
        },
        advice={
            "convolution": Text("A convolution's kernel has rank 4.", "합성곱의 커널은 4차원입니다."),
            "frozen layer": Text(
                "A layer with trainable = False has no trainable weights.",
                "trainable = False인 층에는 학습되는 가중치가 없습니다.",
            ),
        },
        hints=(
            Text(
                "Which weights does your function look at, and how does it know a kernel when it sees one?",
                "함수가 어떤 가중치를 살펴보나요? 그리고 무엇을 보고 커널인 줄 아나요?",
            ),
            Text(
                "The model itself knows all its trainable weights, those of models inside it too. A kernel is one of rank 2 or more.",
                "모델은 자신 안의 다른 모델까지 포함해 학습되는 가중치를 모두 알고 있습니다. 커널은 2차원 이상인 가중치입니다.",
            ),
            Text(
                "[w for w in model.trainable_weights if len(w.shape) >= 2]",
                "[w for w in model.trainable_weights if len(w.shape) >= 2]",
            ),
        ),
    ),
    Check(
        id="training_mode",
        title=Text(
            "The gradients are those of training: batch normalization and dropout are in training mode",
            "기울기는 학습할 때의 것이다. 배치 정규화와 드롭아웃이 학습 모드로 동작한다",
        ),
        points=1.0,
        needs=("gradient_norms",),
        rules={"dropout": DROPOUT, "*": NORMS},
        says={
            "batch normalization": Text(
                "the norms of a network with batch normalization", "배치 정규화가 있는 신경망의 노름"
            ),
            "dropout": Text(
                "squared norm over the number of inputs, behind dropout (2 in training, 1 at inference)",
                "드롭아웃 뒤에서 노름의 제곱을 입력 수로 나눈 값 (학습이면 2, 추론이면 1)",
            ),
        },
        hints=(
            Text(
                "Some layers do one thing in training and another at inference. Which of the two do you measure?",
                "어떤 층은 학습할 때와 추론할 때 다르게 동작합니다. 지금 재는 것은 어느 쪽인가요?",
            ),
            Text("Look at how you call the model.", "모델을 호출하는 부분을 살펴보세요."),
            Text("Call model(x, training=True).", "model(x, training=True)로 호출하세요."),
        ),
    ),
    Check(
        id="loss_alone",
        title=Text(
            "The loss is loss_fn(y_true, y_pred) and nothing else",
            "손실은 loss_fn(y_true, y_pred)뿐이며 다른 것은 더하지 않는다",
        ),
        points=0.5,
        needs=("gradient_norms",),
        rules={"*": NORMS},
        says={
            "lopsided loss": Text(
                "the norms for a loss in which target and prediction play different parts",
                "정답과 예측의 역할이 서로 다른 손실에 대한 노름",
            ),
            "regularized model": Text("the norms of a model with regularization losses", "규제 손실이 있는 모델의 노름"),
        },
        hints=(
            Text("What exactly do you differentiate?", "정확히 무엇을 미분하고 있나요?"),
            Text(
                "Look at the order of the two arguments of loss_fn, and at what you add to its result.",
                "loss_fn에 넘기는 두 인자의 순서와, 그 결과에 더하는 것이 있는지 살펴보세요.",
            ),
            Text(
                "loss = loss_fn(y, model(x, training=True)), without model.losses.",
                "loss = loss_fn(y, model(x, training=True))이며 model.losses는 더하지 않습니다.",
            ),
        ),
    ),
    Check(
        id="unreached_kernel",
        title=Text("A kernel that the loss does not reach counts 0.0", "손실이 닿지 않는 커널은 0.0으로 센다"),
        points=0.5,
        needs=("gradient_norms",),
        rules={"*": NORMS},
        says={
            "first kernel": Text(
                "the norms where no gradient gets back to the first kernel",
                "첫 커널까지 기울기가 돌아가지 못할 때의 노름",
            ),
            "last kernel": Text(
                "the norms where the loss does not use the last kernel", "손실이 마지막 커널을 쓰지 않을 때의 노름"
            ),
        },
        hints=(
            Text(
                "What does tape.gradient return for a weight that the loss does not depend on?",
                "손실과 무관한 가중치에 대해 tape.gradient는 무엇을 돌려주나요?",
            ),
            Text(
                "It returns None in that place of the list. The list of norms keeps that place.",
                "리스트의 그 자리에 None을 돌려줍니다. 노름의 리스트에도 그 자리는 남아 있어야 합니다.",
            ),
            Text("Where a gradient is None, put 0.0.", "기울기가 None이면 0.0을 넣으세요."),
        ),
    ),
    Check(
        id="weights_stay",
        title=Text("Measuring changes no trainable weight", "재는 것만으로는 학습되는 가중치가 바뀌지 않는다"),
        points=0.5,
        needs=("gradient_norms",),
        says={
            "unchanged": Text("which trainable weights are exactly what they were", "학습되는 가중치 가운데 정확히 그대로인 것"),
            "same norms again": Text(
                "the second measurement agrees with the first", "두 번째 측정이 첫 번째와 일치하는지"
            ),
        },
        hints=(
            Text(
                "Does your function only look, or does it also train?",
                "함수가 들여다보기만 하나요, 아니면 학습도 시키나요?",
            ),
            Text(
                "Look for an optimizer, for fit, or for anything that sets a weight.",
                "옵티마이저나 fit, 가중치의 값을 바꾸는 것이 있는지 찾아보세요.",
            ),
            Text(
                "The tape alone gives the gradients; nothing needs to be applied.",
                "테이프만으로 기울기를 얻을 수 있으므로 적용할 것은 아무것도 없습니다.",
            ),
        ),
    ),
]
