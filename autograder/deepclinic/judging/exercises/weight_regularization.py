"""Checks of `L1`, `L2` and `NormPenalizedLoss`: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close, Within
from deepclinic.text import Text

# Values and gradients of right solutions differ by rounding alone: Default (1e-4 relative) covers them.
# Curves of three steps an epoch amplify that rounding hardly at all; the nearest wrong one is more than 1e-3 away.
CURVE = Close(rtol=0.0, atol=1e-4)
# A weight that L1 has brought to 0 hops around it by the learning rate times the factor, 5e-4; where rounding makes one
# hop earlier, it may lie on the other side of the 1e-3 that counts as vanished: a few of the 640 weights.
SHARE = Within(0.03)
AFTER_TRAINING = Close(rtol=5e-3, atol=1e-3)


def _value(name: str, formula: str, round_en: str, round_ko: str, hint: Text, line: str) -> Check:
    """The check of a regularizer's value: the same for both but for the formula."""
    upper = name.upper()
    return Check(
        id=f"{name}_value",
        title=Text(
            f"{upper}({name}) is {name} * {formula}, over all entries of any shape",
            f"{upper}({name}){'은' if name == 'l1' else '는'} 모양과 상관없이 모든 원소에 대한 {name} * {formula}이다",
        ),
        points=1,
        says={
            "w = *": Text(f"{upper}(1.0) at w = {{}}", f"w = {{}}에서 {upper}(1.0)의 값"),
            "factor *": Text(f"{upper}({{}}) at w = (3, -1)", f"w = (3, -1)에서 {upper}({{}})의 값"),
            "by name": Text(f"{upper}({name}=0.5) at w = (3, -1)", f"w = (3, -1)에서 {upper}({name}=0.5)의 값"),
            "default factor": Text(f"{upper}() at w = (3, -1)", f"w = (3, -1)에서 {upper}()의 값"),
            "shape *": Text("Penalty of weights of shape {}", "모양이 {}인 가중치의 벌점"),
            "a variable": Text("Penalty of a keras.Variable", "keras.Variable의 벌점"),
        },
        advice={
            "w = (3, -1)": Text(round_en, round_ko),
            "w = *": Text(
                f"Work it out by hand: the factor is 1, so {formula} is left.",
                f"손으로 구해 보세요. 계수가 1이므로 {formula}만 남습니다.",
            ),
            "factor *": Text("Is the factor that of this very object?", "이 객체가 받은 계수를 쓰고 있나요?"),
            "default factor": Text(
                f"The default of {name} is 0.01.", f"{name}의 기본값은 0.01입니다."
            ),
            "shape *": Text(
                "A penalty is one number: all axes are summed.", "벌점은 수 하나입니다. 모든 축에 대해 더합니다."
            ),
        },
        hints=(
            Text(
                "What does a single weight of -2 contribute?", "-2인 가중치 하나는 벌점에 얼마를 더하나요?"
            ),
            hint,
            Text(line, line),
        ),
    )


CHECKS: list[Check] = [
    _value(
        "l1",
        "Σ|w|",
        "|3| + |-1|: first the absolute values, then the sum, and nothing after it.",
        "|3| + |-1|: 먼저 절댓값을 취하고 더한 다음에는 아무것도 하지 않습니다.",
        Text("First the absolute value of each entry, then the sum.", "먼저 원소마다 절댓값을 취하고, 그다음 더합니다."),
        "return self.l1 * ops.sum(ops.abs(w))",
    ),
    _value(
        "l2",
        "Σw²",
        "3² + (-1)²: first the squares, then the sum, and nothing after it.",
        "3² + (-1)²: 먼저 제곱하고 더한 다음에는 아무것도 하지 않습니다.",
        Text(
            "No square root, no mean, no factor 1/2.", "제곱근도, 평균도, 1/2도 없습니다."
        ),
        "return self.l2 * ops.sum(ops.square(w))",
    ),
    Check(
        id="regularizer_gradients",
        title=Text(
            "The penalties of L1 and L2 pull on the weights: the gradient is right, and finite at w = 0",
            "L1과 L2의 벌점은 가중치를 당긴다: 기울기가 맞고 w = 0에서도 유한하다",
        ),
        points=1,
        says={
            "*, w = *": Text("Gradient of {}(0.25) at w = {}", "w = {1}에서 {0}(0.25)의 기울기"),
            "*, many": Text("Gradient of {}(0.25) for a (3, 4) matrix", "(3, 4) 행렬에 대한 {}(0.25)의 기울기"),
            "*, finite at 0": Text(
                "Whether the gradient of {} is a finite number where w is exactly 0",
                "w가 정확히 0인 곳에서 {}의 기울기가 유한한 수인지",
            ),
        },
        advice={
            "*, finite at 0": Text(
                "Which function in your formula has no slope at 0?", "식에서 0일 때 기울기가 없는 함수는 무엇인가요?"
            ),
            "*": Text(
                "Does every step from w to the penalty go through operations of Keras or TensorFlow?",
                "w에서 벌점까지 모든 단계가 Keras나 TensorFlow의 연산을 지나나요?",
            ),
        },
        hints=(
            Text(
                "By which rule do gradients find their way back from the penalty to w, and what can cut them off?",
                "기울기는 벌점에서 w까지 어떻게 되돌아가며, 무엇이 그 길을 끊을 수 있나요?",
            ),
            Text(
                "Leave out NumPy, conversions to numbers, and roots.", "NumPy, 숫자로의 변환, 제곱근을 쓰지 마세요."
            ),
            Text(
                "`ops.abs` and `ops.square` have gradients everywhere: sign(w) and 2w.",
                "`ops.abs`와 `ops.square`는 어디에서나 기울기가 있습니다. sign(w)와 2w입니다.",
            ),
        ),
    ),
    Check(
        id="regularizer_arguments",
        title=Text(
            "A negative factor is a ValueError that names it; 0 turns the penalty off",
            "음수 계수는 그 이름을 밝히는 ValueError이고, 0은 벌점을 끈다",
        ),
        points=0.5,
        says={
            "l1=0, value": Text("Penalty of L1(0.0)", "L1(0.0)의 벌점"),
            "l2=0, value": Text("Penalty of L2(0.0)", "L2(0.0)의 벌점"),
            "l1=*": Text("L1(l1={})", "L1(l1={})"),
            "l2=*": Text("L2(l2={})", "L2(l2={})"),
        },
        advice={
            "*value": Text("A factor of 0 is a factor, not a missing one.", "0도 계수입니다. 값이 없는 것이 아닙니다."),
            "l?=0*": Text("0 is allowed: it turns the penalty off.", "0은 허용되며, 벌점을 끄는 값입니다."),
            "*": Text(
                "A negative factor is a ValueError whose message contains the argument's name.",
                "계수가 음수이면 ValueError이고, 그 메시지에 인자의 이름이 들어 있어야 합니다.",
            ),
        },
        hints=(
            Text("What would training do with a negative penalty?", "벌점이 음수이면 학습은 무엇을 할까요?"),
            Text("Look at the first line of both constructors.", "두 생성자의 첫 줄을 보세요."),
            Text(
                'if l1 < 0: raise ValueError(f"l1 must be >= 0, received l1={l1}"), and the same for l2.',
                'if l1 < 0: raise ValueError(f"l1 must be >= 0, received l1={l1}"), l2도 마찬가지입니다.',
            ),
        ),
    ),
    Check(
        id="regularizer_config",
        title=Text(
            "L1 and L2 are Keras regularizers that can be rebuilt from their config",
            "L1과 L2는 config로 다시 만들 수 있는 Keras 규제 항이다",
        ),
        points=0.5,
        says={
            "l1/base class": Text(
                "Whether L1 is a keras.regularizers.Regularizer", "L1이 keras.regularizers.Regularizer인지"
            ),
            "l2/base class": Text(
                "Whether L2 is a keras.regularizers.Regularizer", "L2가 keras.regularizers.Regularizer인지"
            ),
            "*/config": Text("`{}` in the config", "config의 `{}`"),
            "*/rebuilt": Text(
                "Penalty of the regularizer rebuilt from the config ({}=0.3)", "config로 다시 만든 규제 항의 벌점 ({}=0.3)"
            ),
        },
        advice={
            "*": Text(
                "The keys of the config are the names of the constructor's arguments.",
                "config의 키는 생성자 인자의 이름입니다.",
            )
        },
        hints=(
            Text("What must be known to build the same object again?", "같은 객체를 다시 만들려면 무엇을 알아야 하나요?"),
            Text("`from_config` calls the constructor with the config.", "`from_config`는 config로 생성자를 호출합니다."),
            Text('return {"l1": self.l1}, and the same for l2.', 'return {"l1": self.l1}, l2도 마찬가지입니다.'),
        ),
    ),
    Check(
        id="regularizer_saving",
        title=Text(
            "A model with L1 and L2 has the same penalties after it was saved and loaded",
            "L1과 L2를 쓰는 모델은 저장했다가 불러와도 벌점이 같다",
        ),
        points=0.5,
        says={
            "before": Text("All penalties of the model, added up", "모델의 모든 벌점의 합"),
            "after": Text("The same after a trip through a .keras file", ".keras 파일로 저장했다가 불러온 뒤의 합"),
        },
        advice={
            "after": Text("Does the config carry the factor?", "config에 계수가 들어 있나요?"),
            "before": Text("Is each penalty one number?", "벌점이 각각 수 하나인가요?"),
        },
        hints=(
            Text("What does the file keep of a regularizer?", "파일은 규제 항의 무엇을 저장하나요?"),
            Text("It keeps what `get_config` returns, as text.", "`get_config`가 돌려준 것을 텍스트로 저장합니다."),
            Text(
                "Return the factor as a plain number under the argument's name.",
                "계수를 인자의 이름으로, 보통의 수로 돌려주세요.",
            ),
        ),
    ),
    Check(
        id="regularizer_in_fit",
        title=Text("As kernel_regularizer, both shape what fit learns", "kernel_regularizer로 쓰면 둘 다 fit의 학습에 작용한다"),
        points=0.5,
        rules={"curve/*": CURVE, "*": CURVE},
        says={
            "curve/fit": Text("Loss of each epoch, penalties included", "벌점을 포함한 에포크별 손실"),
            "fit/prediction": Text("Predictions after three epochs", "세 에포크 뒤의 예측"),
        },
        advice={
            "*": Text(
                "Look at the value and the gradient of the penalty first.", "먼저 벌점의 값과 기울기를 확인하세요."
            )
        },
        hints=(
            Text(
                "Keras calls the regularizer with the kernel at each step and adds the result to the loss.",
                "Keras는 매 단계 커널을 넣어 규제 항을 호출하고 그 결과를 손실에 더합니다.",
            ),
            Text("Inside `fit` there are no numbers yet, only a graph.", "`fit` 안에는 아직 수가 없고 그래프만 있습니다."),
            Text(
                "Return a scalar tensor made by `ops`, from the `w` of the call.",
                "호출할 때 받은 `w`에서 `ops`로 만든 스칼라 텐서를 돌려주세요.",
            ),
        ),
    ),
    Check(
        id="weights_vanish",
        title=Text(
            "After training with L1 many weights have vanished; with L2 they are small and even",
            "L1로 학습하면 많은 가중치가 사라지고, L2로 학습하면 작고 고르게 남는다",
        ),
        points=1,
        rules={"*share*": SHARE, "*": AFTER_TRAINING},
        says={
            "*, share of vanished weights": Text(
                "Share of weights below 1e-3 after training with {}", "{}로 학습한 뒤 1e-3보다 작은 가중치의 비율"
            ),
            "*, sum of squares": Text("Sum of squared weights after training with {}", "{}로 학습한 뒤 가중치의 제곱합"),
            "*, loss": Text("Cross-entropy after training with {}", "{}로 학습한 뒤의 교차 엔트로피"),
        },
        advice={
            "L1, share*": Text(
                "What pulls a weight of 0.01 the rest of the way to 0?", "0.01인 가중치를 마저 0까지 당기는 것은 무엇인가요?"
            ),
            "*": Text(
                "A penalty that is too weak, too strong, or without a gradient leaves other weights behind.",
                "벌점이 너무 약하거나 세거나 기울기가 없으면 다른 가중치가 남습니다.",
            ),
        },
        hints=(
            Text(
                "With which force does each penalty pull on a weight that is nearly 0?",
                "0에 가까운 가중치를 각 벌점은 어떤 힘으로 당기나요?",
            ),
            Text("Compare the derivatives: l1 * sign(w) and 2 * l2 * w.", "도함수 l1 * sign(w)와 2 * l2 * w를 비교하세요."),
            Text(
                "If the checks above pass, this one does; look at the first that fails.",
                "위의 검사를 모두 통과하면 이 검사도 통과합니다. 처음으로 실패한 검사를 보세요.",
            ),
        ),
    ),
    Check(
        id="loss_value",
        title=Text(
            "The loss is base_loss(y_true, y_pred) + strength * Σ|w|^p over all variables, counted once",
            "손실은 base_loss(y_true, y_pred)에 모든 변수에 대한 strength * Σ|w|^p를 한 번만 더한 것이다",
        ),
        points=1,
        says={
            "round numbers, p = *": Text(
                "Loss with base loss 5, w = (2, -1), strength 0.5, p = {}",
                "기본 손실 5, w = (2, -1), strength 0.5, p = {}일 때의 손실",
            ),
            "two variables": Text(
                "Loss with base loss 5, variables [[2, -1]] and [-3], strength 0.5, p = 1",
                "기본 손실 5, 변수 [[2, -1]]과 [-3], strength 0.5, p = 1일 때의 손실",
            ),
            "batch of *": Text("Loss of a batch of {}", "예제가 {}개인 배치의 손실"),
            "p = *": Text("Loss for p = {}", "p = {}일 때의 손실"),
            "strength 0": Text("Loss with strength 0: the base loss", "strength 0일 때의 손실 (기본 손실)"),
            "Huber": Text("Loss around another base loss", "다른 기본 손실을 쓴 손실"),
        },
        advice={
            "round numbers, p = 1": Text("Expected: 5 + 0.5 * (2 + 1).", "5 + 0.5 * (2 + 1)이어야 합니다."),
            "round numbers, p = 2": Text("Expected: 5 + 0.5 * (4 + 1).", "5 + 0.5 * (4 + 1)이어야 합니다."),
            "round numbers, p = 3": Text(
                "Expected: 5 + 0.5 * (8 + 1). The sign of w must not show.",
                "5 + 0.5 * (8 + 1)이어야 합니다. w의 부호가 드러나면 안 됩니다.",
            ),
            "two variables": Text(
                "Every variable of the list counts, biases too: whoever made the loss chose them.",
                "편향까지 리스트의 모든 변수를 셉니다. 어떤 변수를 넣을지는 손실을 만든 쪽이 정했습니다.",
            ),
            "batch of *": Text(
                "The weights are the same whatever the batch. Also: are targets and predictions in the right order?",
                "배치가 어떻든 가중치는 같습니다. 정답과 예측의 순서도 확인하세요.",
            ),
            "p = *": Text("p need not be a whole number.", "p는 정수가 아니어도 됩니다."),
            "strength 0": Text("The strength multiplies the penalty alone.", "세기는 벌점에만 곱합니다."),
            "Huber": Text("Is it `self.base_loss` that is called?", "`self.base_loss`를 호출하나요?"),
        },
        hints=(
            Text(
                "Which part of the loss depends on the examples, and which does not?",
                "손실에서 예제에 따라 달라지는 부분과 그렇지 않은 부분은 무엇인가요?",
            ),
            Text(
                "In `call`: a loop over the variables that adds up, then one addition to the base loss.",
                "`call`에서 변수에 대해 반복하며 값을 쌓고, 끝에 기본 손실에 한 번 더하세요.",
            ),
            Text(
                "penalty = sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights)",
                "penalty = sum(ops.sum(ops.power(ops.abs(w), self.p)) for w in self.weights)",
            ),
        ),
    ),
    Check(
        id="loss_follows_weights",
        title=Text(
            "The penalty is that of the weights as they are at the moment of the call",
            "벌점은 호출하는 순간의 가중치에 대한 것이다",
        ),
        points=0.5,
        says={
            "before": Text("Loss at the first weights", "처음 가중치에서의 손실"),
            "after": Text("The same loss object after the weights have changed", "가중치가 바뀐 뒤 같은 손실 객체의 값"),
        },
        advice={
            "after": Text(
                "Training changes the variables. What did your constructor keep?",
                "학습은 변수를 바꿉니다. 생성자는 무엇을 저장했나요?",
            )
        },
        hints=(
            Text("When is the penalty computed?", "벌점은 언제 계산되나요?"),
            Text(
                "The constructor keeps the variables; `call` reads them.", "생성자는 변수를 저장하고 `call`이 그것을 읽습니다."
            ),
            Text(
                "`self.weights = list(weights)`, without copying any of the variables.",
                "변수를 복사하지 말고 `self.weights = list(weights)`로 저장하세요.",
            ),
        ),
    ),
    Check(
        id="loss_gradients",
        title=Text(
            "Gradients reach the predictions and every variable, and are finite at w = 0 for every p >= 1",
            "기울기가 예측과 모든 변수에 닿고, 모든 p >= 1에 대해 w = 0에서 유한하다",
        ),
        points=1,
        says={
            "predictions, p = *": Text("Gradient for the predictions, p = {}", "예측에 대한 기울기, p = {}"),
            "first variable, p = *": Text("Gradient for the first variable, p = {}", "첫 번째 변수에 대한 기울기, p = {}"),
            "second variable, p = *": Text("Gradient for the second variable, p = {}", "두 번째 변수에 대한 기울기, p = {}"),
            "finite at 0, p = *": Text(
                "Whether all gradients are finite where a weight is exactly 0, p = {}",
                "가중치가 정확히 0일 때 모든 기울기가 유한한지, p = {}",
            ),
        },
        advice={
            "finite at 0, *": Text(
                "Infinity times 0 is NaN: which step of your formula has an infinite slope at 0?",
                "무한대 곱하기 0은 NaN입니다. 식의 어느 단계가 0에서 기울기가 무한대인가요?",
            ),
            "predictions, *": Text("Is the base loss still part of the sum?", "기본 손실이 합에 들어 있나요?"),
            "* variable, *": Text(
                "Is the variable itself used in `call`, not a copy and not its numbers?",
                "`call`에서 복사본이나 숫자가 아니라 변수 자체를 쓰나요?",
            ),
        },
        hints=(
            Text(
                "Gradients must reach two things, the predictions and the variables: which path leads to each?",
                "손실에는 기울기를 받아야 하는 입력이 두 가지 있습니다. 기울기는 각각 어떤 길로 닿나요?",
            ),
            Text(
                "Take the power of the absolute value directly: no root, no logarithm, no square in between.",
                "절댓값을 곧바로 거듭제곱하세요. 사이에 제곱근도, 로그도, 제곱도 두지 마세요.",
            ),
            Text(
                "ops.power(ops.abs(w), p): its slope at 0 is p * 0^(p-1) * 0, which is 0 for every p >= 1.",
                "ops.power(ops.abs(w), p): 0에서 기울기는 p * 0^(p-1) * 0, 모든 p >= 1에 대해 0입니다.",
            ),
        ),
    ),
    Check(
        id="loss_arguments",
        title=Text(
            "A negative strength and p < 1 are a ValueError; name and dtype reach the Keras base class",
            "음수 세기와 p < 1은 ValueError이고, name과 dtype은 Keras 기반 클래스에 전달된다",
        ),
        points=0.5,
        says={
            "strength=*": Text("NormPenalizedLoss(…, strength={})", "NormPenalizedLoss(…, strength={})"),
            "p=*": Text("NormPenalizedLoss(…, p={})", "NormPenalizedLoss(…, p={})"),
            "base class": Text("Whether it is a keras.losses.Loss", "keras.losses.Loss인지"),
            "name": Text("Its name, built with name='my_loss'", "name='my_loss'로 만든 손실의 이름"),
            "dtype": Text("Its dtype, built with dtype='float64'", "dtype='float64'로 만든 손실의 dtype"),
        },
        advice={
            "strength=*": Text("0 is allowed; below it nothing is.", "0은 허용되고 음수는 안 됩니다."),
            "p=*": Text("p = 1 is allowed; anything below is not.", "p = 1은 허용되고 그보다 작으면 안 됩니다."),
            "*": Text(
                "Hand the other keyword arguments to the base class.", "나머지 키워드 인자를 기반 클래스에 넘기세요."
            ),
        },
        hints=(
            Text("What is the slope of |w|^0.5 at 0?", "|w|^0.5의 기울기는 0에서 얼마인가요?"),
            Text("Look at the start of the constructor.", "생성자의 첫 부분을 보세요."),
            Text(
                "super().__init__(**kwargs), then one `if … raise ValueError` each for strength and p.",
                "super().__init__(**kwargs) 다음에 strength와 p마다 `if … raise ValueError`를 쓰세요.",
            ),
        ),
    ),
    Check(
        id="loss_config",
        title=Text(
            "from_config(get_config()) gives a working loss, its base loss restored with its own settings",
            "from_config(get_config())는 기본 손실의 설정까지 되살린, 작동하는 손실을 만든다",
        ),
        points=0.5,
        says={
            "config/base_loss": Text("Whether `base_loss` is in the config", "config에 `base_loss`가 있는지"),
            "config/weights": Text("Whether `weights` is in the config", "config에 `weights`가 있는지"),
            "config/*": Text("`{}` in the config", "config의 `{}`"),
            "rebuilt": Text("Value of the rebuilt loss", "다시 만든 손실의 값"),
            "rebuilt, other weights": Text(
                "Value of the rebuilt loss after the weights have changed", "가중치가 바뀐 뒤 다시 만든 손실의 값"
            ),
            "rebuilt, gradient": Text(
                "Gradient of the rebuilt loss for the first variable", "첫 번째 변수에 대한 다시 만든 손실의 기울기"
            ),
            "keeps_name": Text("Whether the rebuilt loss has the same name", "다시 만든 손실의 이름이 같은지"),
        },
        advice={
            "rebuilt": Text(
                "Is the base loss a loss again, with its settings? Does the copy know the weights?",
                "기본 손실이 설정을 갖춘 손실로 되돌아왔나요? 다시 만든 손실이 가중치를 아나요?",
            ),
            "rebuilt, *": Text(
                "Hand on the variables themselves, not the numbers in them.", "변수에 든 수가 아니라 변수 자체를 넘기세요."
            ),
            "config/*": Text("All four arguments belong in the config.", "네 인자가 모두 config에 있어야 합니다."),
            "keeps_name": Text(
                "What the base class puts into the config (`super().get_config()`) belongs in yours too.",
                "기반 클래스가 config에 넣는 것(`super().get_config()`)도 여러분의 config에 있어야 합니다.",
            ),
        },
        hints=(
            Text(
                "Which of the four arguments is not a plain number or a list?", "네 인자 가운데 단순한 수나 리스트가 아닌 것은 무엇인가요?"
            ),
            Text(
                "`keras.losses.serialize` describes a loss; `keras.losses.deserialize` makes one of the description.",
                "`keras.losses.serialize`는 손실을 설명으로, `keras.losses.deserialize`는 설명을 손실로 바꿉니다.",
            ),
            Text(
                'In from_config: cls(**{**config, "base_loss": keras.losses.deserialize(config["base_loss"])}).',
                'from_config에서 cls(**{**config, "base_loss": keras.losses.deserialize(config["base_loss"])})를 돌려주세요.',
            ),
        ),
    ),
    Check(
        id="loss_in_fit",
        title=Text(
            "The loss works in model.compile and fit, and shapes what is learned",
            "손실은 model.compile과 fit에서 작동하며 학습을 이끈다",
        ),
        points=0.5,
        rules={"curve/*": CURVE, "prediction": CURVE},
        says={
            "curve/fit": Text("Loss of each epoch", "에포크별 손실"),
            "prediction": Text("Predictions after three epochs", "세 에포크 뒤의 예측"),
        },
        advice={
            "*": Text(
                "Inside fit the loss becomes a graph: does it read the variables there, with the batch at hand?",
                "fit 안에서 손실은 그래프가 됩니다. 그 안에서 변수를 읽고 주어진 배치를 쓰나요?",
            )
        },
        hints=(
            Text("Does your loss work on a single batch outside fit?", "fit 밖에서 배치 하나에 대해 손실이 작동하나요?"),
            Text(
                "Conversions to NumPy or to Python numbers do not work in a graph.",
                "그래프 안에서는 NumPy나 파이썬 수로 바꿀 수 없습니다.",
            ),
            Text(
                "Everything in `call` should be operations on tensors: ops.abs, ops.power, ops.sum, +.",
                "`call`의 모든 것이 텐서 연산이어야 합니다: ops.abs, ops.power, ops.sum, +.",
            ),
        ),
    ),
]
