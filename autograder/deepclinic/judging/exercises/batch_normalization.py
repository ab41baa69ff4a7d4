"""The checks of `batch_normalization`: 20 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close
from deepclinic.text import Text

CURVE = Close(rtol=0.0, atol=3e-5)
"""Thirteen right solutions differ from the reference's curve by at most 2.4e-7 over three seeds; of the wrong ones that
change it at all, the nearest (beta added before gamma multiplies) by 2.7e-4, the next by 1.6e-3."""

OUTPUT = Close(rtol=1e-4, atol=5e-5)
NO_CHANGE = Close(rtol=0.0, atol=0.0)
SAME = Close(rtol=0.0, atol=2e-3)
"""Two ways to run one layer differ by rounding, which grows with the values: a moving variance is near 400."""

FLOAT16 = Close(rtol=0.0, atol=0.04)
BFLOAT16 = Close(rtol=0.0, atol=0.3)
"""Statistics may be computed in half precision: 11 and 8 significant bits, and outputs reach 3."""

UPDATE_HINTS = (
    Text(
        "Which quantities have to survive from one training step to the next, so that inference can use them?",
        "추론에서 쓰려면 어떤 값이 한 학습 단계에서 다음 단계로 남아 있어야 할까요?",
    ),
    Text(
        "The update in the part of `call` for training: the old value and the batch's value, weighted by momentum and 1 - momentum.",
        "`call`의 학습 부분에 있는 갱신을 보세요. 옛 값과 배치의 값을 momentum과 1 - momentum으로 섞습니다.",
    ),
    Text(
        "`self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)`, and the same for the variance that normalised the batch.",
        "`self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)`이고, 배치를 정규화한 그 분산에도 똑같이 합니다.",
    ),
)

CHECKS: list[Check] = [
    Check(
        id="weights",
        title=Text(
            "The layer has gamma, beta, moving_mean and moving_variance, and trains only the first two",
            "층에 gamma, beta, moving_mean, moving_variance가 있고 앞의 둘만 학습된다",
        ),
        points=1,
        says={
            "names": Text("Names in `layer.weights`", "`layer.weights`의 이름"),
            "trained": Text("Names in `layer.trainable_weights`", "`layer.trainable_weights`의 이름"),
            "not_trained": Text("Names in `layer.non_trainable_weights`", "`layer.non_trainable_weights`의 이름"),
            "attribute/gamma": Text("`layer.gamma` is one of the weights", "`layer.gamma`가 가중치 중 하나인지"),
            "attribute/beta": Text("`layer.beta` is one of the weights", "`layer.beta`가 가중치 중 하나인지"),
            "attribute/moving_mean": Text("`layer.moving_mean` is one of the weights", "`layer.moving_mean`이 가중치 중 하나인지"),
            "attribute/moving_variance": Text("`layer.moving_variance` is one of the weights", "`layer.moving_variance`가 가중치 중 하나인지"),
            "initial/gamma": Text("gamma of a fresh layer for 5 channels", "채널이 5개인 새 층의 gamma"),
            "initial/beta": Text("beta of a fresh layer for 5 channels", "채널이 5개인 새 층의 beta"),
            "initial/moving_mean": Text("moving_mean of a fresh layer for 5 channels", "채널이 5개인 새 층의 moving_mean"),
            "initial/moving_variance": Text("moving_variance of a fresh layer for 5 channels", "채널이 5개인 새 층의 moving_variance"),
        },
        advice={
            "names": Text(
                "Does every weight come from `self.add_weight(..., name=...)`, and in the order of the exercise?",
                "모든 가중치를 `self.add_weight(..., name=...)`로, 문제에 적힌 순서대로 만들었나요?",
            ),
            "*trained": Text(
                "Which of the four does gradient descent learn, and which are only measured?",
                "넷 중 경사 하강법으로 학습하는 것과 측정만 하는 것은 각각 무엇인가요?",
            ),
            "attribute/*": Text("Is it stored on `self` under that name?", "그 이름으로 `self`에 저장했나요?"),
            "initial/*": Text(
                "Which initial values leave the normalised input as it is?",
                "정규화된 입력을 그대로 두는 초깃값은 무엇인가요?",
            ),
        },
        hints=(
            Text(
                "Which numbers does the formula need for each channel, and which of them are learned by gradient descent?",
                "수식에는 채널마다 어떤 수들이 필요하고, 그중 경사 하강법으로 학습하는 것은 무엇인가요?",
            ),
            Text(
                "`build` makes all four with `self.add_weight`; shape `(channels,)`, where channels is `input_shape[self.axis]`.",
                "`build`에서 네 개 모두 `self.add_weight`로 만듭니다. 모양은 `(channels,)`이고 channels는 `input_shape[self.axis]`입니다.",
            ),
            Text(
                '`self.moving_variance = self.add_weight(shape=(channels,), initializer="ones", trainable=False, name="moving_variance")`, and the other three likewise.',
                '`self.moving_variance = self.add_weight(shape=(channels,), initializer="ones", trainable=False, name="moving_variance")`이고, 나머지 셋도 비슷합니다.',
            ),
        ),
    ),
    Check(
        id="training_output",
        title=Text(
            "In training each channel is normalised by the mean and variance of its batch",
            "학습할 때 각 채널을 그 배치의 평균과 분산으로 정규화한다",
        ),
        points=2,
        rules={"*": OUTPUT},
        says={
            "output": Text("Output for a batch of shape (8, 3), training=True", "모양이 (8, 3)인 배치의 출력, training=True"),
            "after_inference": Text(
                "Output of a second batch in training, after a call at inference",
                "추론 호출 뒤에 학습 모드로 넣은 두 번째 배치의 출력",
            ),
        },
        advice={
            "output": Text(
                "Do your mean and variance (divided by n) run over the batch, one of each for every channel, and do you divide by the root?",
                "평균과 (n으로 나눈) 분산을 배치에 대해 채널마다 하나씩 구하고, 제곱근으로 나누었나요?",
            ),
            "after_inference": Text(
                "Does something of an earlier call stay in the layer that should not?",
                "앞선 호출에서 남아 있으면 안 되는 것이 층에 남아 있나요?",
            ),
        },
        hints=(
            Text(
                "What are the mean and the variance of one column of your output in training? What should they be?",
                "학습 모드에서 출력의 한 열의 평균과 분산은 얼마이고, 얼마여야 하나요?",
            ),
            Text(
                "The part of `call` for training: average over every axis except the one of the channels. For shape (8, 3) that leaves 3 means.",
                "`call`에서 학습할 때의 부분을 보세요. 채널 축을 뺀 모든 축에 대해 평균을 구합니다. 모양이 (8, 3)이면 평균이 3개 남습니다.",
            ),
            Text(
                "`mean = ops.mean(inputs, axis=others)`, `variance = ops.var(inputs, axis=others)`, then `(inputs - mean) / ops.sqrt(variance + self.epsilon)`.",
                "`mean = ops.mean(inputs, axis=others)`, `variance = ops.var(inputs, axis=others)` 다음에 `(inputs - mean) / ops.sqrt(variance + self.epsilon)`입니다.",
            ),
        ),
    ),
    Check(
        id="scale_and_shift",
        title=Text("gamma scales and beta shifts, in training and at inference", "학습과 추론 모두에서 gamma는 스케일을, beta는 이동을 맡는다"),
        points=1,
        needs=("training_output",),
        rules={"*": OUTPUT},
        says={
            "training": Text("Output in training with a gamma and a beta far from 1 and 0", "gamma와 beta가 1과 0에서 먼 층의 학습 출력"),
            "inference": Text("Output at inference with a gamma and a beta far from 1 and 0", "gamma와 beta가 1과 0에서 먼 층의 추론 출력"),
        },
        advice={
            "training": Text(
                "Is the normalised value multiplied by gamma first and beta added last?",
                "정규화한 값에 먼저 gamma를 곱하고 마지막에 beta를 더했나요?",
            ),
            "inference": Text("Do gamma and beta act at inference too?", "추론할 때도 gamma와 beta가 적용되나요?"),
        },
        hints=(
            Text("A normalised value is 0. What should the layer put out for it?", "정규화한 값이 0일 때 층은 무엇을 내보내야 하나요?"),
            Text("The last line of `call`, the same for both modes.", "두 모드에 공통인 `call`의 마지막 줄입니다."),
            Text("`return gamma * normalized + beta`", "`return gamma * normalized + beta`"),
        ),
    ),
    Check(
        id="images",
        title=Text(
            "Images and sequences: one mean and one variance for each channel, over batch and positions",
            "이미지와 시퀀스: 배치와 위치에 걸쳐 채널마다 평균 하나와 분산 하나를 구한다",
        ),
        points=1,
        needs=("scale_and_shift",),
        rules={"*": OUTPUT},
        says={
            "*/shape_of_*": Text("Shape of {1} for an input of rank 3 to 5, channels last", "채널이 마지막 축인 3~5차원 입력에서 {1}의 모양"),
            "image/training": Text("Output in training for images of shape (4, 3, 5, 2)", "모양이 (4, 3, 5, 2)인 이미지의 학습 출력"),
            "image/inference": Text("Output at inference for images of shape (4, 3, 5, 2)", "모양이 (4, 3, 5, 2)인 이미지의 추론 출력"),
            "sequence/training": Text("Output in training for sequences of shape (3, 6, 4)", "모양이 (3, 6, 4)인 시퀀스의 학습 출력"),
            "sequence/inference": Text("Output at inference for sequences of shape (3, 6, 4)", "모양이 (3, 6, 4)인 시퀀스의 추론 출력"),
            "volume/training": Text("Output in training for an input of rank 5", "5차원 입력의 학습 출력"),
            "volume/inference": Text("Output at inference for an input of rank 5", "5차원 입력의 추론 출력"),
        },
        advice={
            "*/shape_of_*": Text(
                "How many channels has an image of shape (height, width, channels)? All positions of a channel share its weights.",
                "모양이 (높이, 너비, 채널)인 이미지의 채널은 몇 개인가요? 한 채널의 모든 위치가 가중치를 함께 씁니다.",
            ),
            "*": Text(
                "Do you average over the batch alone, or over height and width too?",
                "배치에 대해서만 평균을 구하나요, 아니면 높이와 너비에 대해서도 구하나요?",
            ),
        },
        hints=(
            Text(
                "For 4 images of 3 × 5 pixels and 2 channels, how many numbers go into one mean?",
                "3 × 5 픽셀, 채널 2개인 이미지 4장이라면 평균 하나에 숫자 몇 개가 들어가나요?",
            ),
            Text(
                "The list of axes that you give to the mean and the variance: all but the axis of the channels, for any rank.",
                "평균과 분산에 넘기는 축의 목록을 보세요. 차원이 몇이든 채널 축을 뺀 전부입니다.",
            ),
            Text(
                "`others = [i for i in range(rank) if i != axis]`, with `axis = self.axis % rank` and `rank = len(inputs.shape)`.",
                "`rank = len(inputs.shape)`, `axis = self.axis % rank`일 때 `others = [i for i in range(rank) if i != axis]`입니다.",
            ),
        ),
    ),
    Check(
        id="any_axis",
        title=Text("The channels may lie on any axis, e.g. axis=1 for (batch, channels, height, width)", "채널이 어느 축에 있어도 된다. 예: (배치, 채널, 높이, 너비)에 axis=1"),
        points=1,
        needs=("scale_and_shift",),
        rules={"*": OUTPUT},
        says={
            "*/shape_of_*": Text("Shape of {1} with the channels on another axis", "채널이 다른 축에 있을 때 {1}의 모양"),
            "channels_first/*": Text("Output for an input of shape (4, 3, 2, 5) with axis=1", "모양이 (4, 3, 2, 5)인 입력에 axis=1인 층의 출력"),
            "channels_first_negative/*": Text("Output for an input of shape (4, 3, 2, 5) with axis=-3", "모양이 (4, 3, 2, 5)인 입력에 axis=-3인 층의 출력"),
            "middle/*": Text("Output for an input of shape (3, 6, 4) with axis=-2", "모양이 (3, 6, 4)인 입력에 axis=-2인 층의 출력"),
            "third_of_four/*": Text("Output for an input of shape (4, 2, 5, 3) with axis=2", "모양이 (4, 2, 5, 3)인 입력에 axis=2인 층의 출력"),
        },
        advice={
            "*/shape_of_*": Text("Is the number of channels `input_shape[self.axis]`?", "채널 수를 `input_shape[self.axis]`로 구했나요?"),
            "*": Text(
                "Broadcasting lines shapes up from the right: which axis of the input does a vector of shape (channels,) meet?",
                "브로드캐스팅은 모양을 오른쪽부터 맞춥니다. 모양이 (channels,)인 벡터는 입력의 어느 축과 만나나요?",
            ),
        },
        hints=(
            Text(
                "The input has shape (4, 3, 2, 5), your mean has shape (3,). What happens when you subtract them?",
                "입력의 모양은 (4, 3, 2, 5)이고 평균의 모양은 (3,)입니다. 빼면 어떻게 되나요?",
            ),
            Text(
                "Before the formula, give mean, variance, gamma and beta a shape with 1 everywhere but on the axis of the channels.",
                "수식 앞에서 mean, variance, gamma, beta를 채널 축만 빼고 모두 1인 모양으로 바꾸세요.",
            ),
            Text(
                "`shape = [1] * rank; shape[axis] = -1`, then `ops.reshape(mean, shape)` and the same for the other three; join them with `+`, `-`, `*`.",
                "`shape = [1] * rank; shape[axis] = -1` 다음에 `ops.reshape(mean, shape)`이고, 나머지 셋도 같습니다. `+`, `-`, `*`로 계산하세요.",
            ),
        ),
    ),
    Check(
        id="gradient",
        title=Text("Gradients flow through the mean and the variance, and to gamma and beta", "기울기가 평균과 분산을 거쳐 흐르고, gamma와 beta에도 닿는다"),
        points=2,
        needs=("scale_and_shift",),
        rules={"*": Close(rtol=1e-3, atol=1e-4)},
        says={
            "inputs": Text("Gradient for the inputs, shape (6, 3)", "입력에 대한 기울기, 모양 (6, 3)"),
            "gamma": Text("Gradient for gamma", "gamma에 대한 기울기"),
            "beta": Text("Gradient for beta", "beta에 대한 기울기"),
        },
        advice={
            "inputs": Text(
                "Does the gradient flow through the mean and the variance too, or are they cut off (stop_gradient, NumPy, a stored value)?",
                "기울기가 평균과 분산으로도 흐르나요, 아니면 (stop_gradient, NumPy, 저장된 값 때문에) 끊겨 있나요?",
            ),
            "*": Text("Does the output depend on this weight itself?", "출력이 이 가중치 자체에 의존하나요?"),
        },
        hints=(
            Text(
                "If every input of a channel grows by the same amount, the output does not change. What does that say about the gradient?",
                "한 채널의 모든 입력이 똑같이 커져도 출력은 변하지 않습니다. 그렇다면 기울기는 어떠해야 할까요?",
            ),
            Text(
                "The lines that compute mean and variance in training: they must use the same tensors that the output uses, with nothing in between.",
                "학습할 때 평균과 분산을 계산하는 줄을 보세요. 출력이 쓰는 바로 그 텐서여야 하고, 사이에 아무것도 없어야 합니다.",
            ),
            Text(
                "Normalise with `mean = ops.mean(inputs, axis=others)` itself: no `ops.stop_gradient`, no `numpy()`, no moving statistic.",
                "`mean = ops.mean(inputs, axis=others)` 그 자체로 정규화하세요. `ops.stop_gradient`, `numpy()`, 이동 통계량은 쓰지 않습니다.",
            ),
        ),
    ),
    Check(
        id="moving_statistics",
        title=Text("Each training step moves the moving statistics by momentum", "학습 단계마다 이동 통계량이 momentum에 따라 갱신된다"),
        points=2,
        says={
            "after_1/moving_mean": Text("moving_mean after one training step, momentum 0.6", "학습 한 단계 뒤의 moving_mean, momentum 0.6"),
            "after_1/moving_variance": Text("moving_variance after one training step, momentum 0.6", "학습 한 단계 뒤의 moving_variance, momentum 0.6"),
            "after_?/moving_mean": Text("moving_mean after several training steps", "학습 여러 단계 뒤의 moving_mean"),
            "after_?/moving_variance": Text("moving_variance after several training steps", "학습 여러 단계 뒤의 moving_variance"),
        },
        advice={
            "*/moving_mean": Text(
                "Does momentum weigh the old value, 1 - momentum the new batch, and is the result assigned to the weight?",
                "momentum은 옛 값에, 1 - momentum은 새 배치에 곱하고, 그 결과를 가중치에 assign 했나요?",
            ),
            "*/moving_variance": Text(
                "Is it updated with the very variance that normalised the batch: divided by n, no root, no epsilon?",
                "배치를 정규화한 바로 그 분산으로 갱신했나요? n으로 나누고, 제곱근도 epsilon도 없는 분산입니다.",
            ),
        },
        hints=UPDATE_HINTS,
    ),
    Check(
        id="inference_output",
        title=Text(
            "At inference the moving statistics normalise, whatever the batch",
            "추론할 때는 배치가 무엇이든 이동 통계량으로 정규화한다",
        ),
        points=2,
        rules={"*": OUTPUT},
        says={
            "output": Text("Output at inference for 5 new examples", "새 예제 5개의 추론 출력"),
            "without_training_argument": Text("Output of a call without the argument `training`", "`training` 인자 없이 호출한 출력"),
            "one_example": Text("Output at inference for a batch of one", "예제 하나짜리 배치의 추론 출력"),
        },
        advice={
            "output": Text("Are these the statistics of this batch, or the moving ones?", "이 배치의 통계량인가요, 이동 통계량인가요?"),
            "without_training_argument": Text(
                "What is the default of `training` in your `call`? A call that says nothing is inference.",
                "`call`에서 `training`의 기본값은 무엇인가요? `training`을 지정하지 않은 호출은 추론입니다.",
            ),
            "one_example": Text(
                "The mean of a single example is the example itself: which statistics do you use?",
                "예제 하나의 평균은 그 예제 자신입니다. 어떤 통계량을 썼나요?",
            ),
        },
        hints=(
            Text(
                "A doctor sends one single image to your network. Where do mean and variance come from?",
                "의사가 신경망에 이미지 한 장만 보냈습니다. 평균과 분산은 어디에서 올까요?",
            ),
            Text("The part of `call` for `training=False`.", "`call`에서 `training=False`일 때의 부분입니다."),
            Text(
                "`else: mean, variance = self.moving_mean, self.moving_variance`, then the same formula as in training.",
                "`else: mean, variance = self.moving_mean, self.moving_variance` 다음은 학습할 때와 같은 수식입니다.",
            ),
        ),
    ),
    Check(
        id="inference_changes_nothing",
        title=Text("Inference changes no weight", "추론은 어떤 가중치도 바꾸지 않는다"),
        points=1,
        rules={"*": NO_CHANGE},
        says={
            f"{mode}/{entry}": Text(f"How much {what_en} changed in two calls {en}", f"{ko} 두 번 호출하는 동안 {what_ko} 변화")
            for mode, en, ko in (
                ("training_false", "with training=False", "training=False로"),
                ("without_training_argument", "without the argument `training`", "`training` 인자 없이"),
            )
            for entry, what_en, what_ko in (
                ("moving_mean", "moving_mean", "moving_mean의"),
                ("moving_variance", "moving_variance", "moving_variance의"),
                ("all_weights", "all weights together", "모든 가중치의 합산"),
            )
        },
        advice={
            "training_false/*": Text("Does the update run outside the part for training?", "갱신이 학습 부분 밖에서도 실행되나요?"),
            "without_training_argument/*": Text(
                "What is the default of `training` in your `call`?",
                "`call`에서 `training`의 기본값은 무엇인가요?",
            ),
        },
        hints=(
            Text("May the validation data change what the layer has learned?", "검증 데이터가 층이 배운 것을 바꾸어도 될까요?"),
            Text("Look at where the calls of `assign` stand in `call`.", "`call` 안에서 `assign`이 어디에 있는지 보세요."),
            Text("Both `assign` lines belong inside `if training and self.trainable:`.", "두 `assign` 줄은 모두 `if training and self.trainable:` 안에 있어야 합니다."),
        ),
    ),
    Check(
        id="frozen",
        title=Text(
            "With trainable = False the layer works as at inference, even when training=True",
            "trainable = False이면 training=True라도 추론할 때처럼 동작한다",
        ),
        points=1,
        needs=("inference_output",),
        rules={"output": OUTPUT, "change/*": NO_CHANGE},
        says={
            "output": Text("Output of a frozen layer called with training=True", "동결한 층을 training=True로 호출한 출력"),
            "change/moving_mean": Text("How much moving_mean of the frozen layer changed", "동결한 층의 moving_mean의 변화"),
            "change/moving_variance": Text("How much moving_variance of the frozen layer changed", "동결한 층의 moving_variance의 변화"),
        },
        advice={"*": Text("Does your `call` look at `self.trainable`, on every call?", "`call`에서, 호출할 때마다 `self.trainable`을 확인하나요?")},
        hints=(
            Text(
                "Someone freezes a pre-trained network and trains a new last layer. What happens to the frozen layer's statistics?",
                "미리 학습된 신경망을 동결하고 마지막 층만 새로 학습한다면, 동결한 층의 통계량은 어떻게 되어야 할까요?",
            ),
            Text("The condition of the part for training in `call`.", "`call`에서 학습 부분의 조건입니다."),
            Text("`if training and self.trainable:`", "`if training and self.trainable:`"),
        ),
    ),
    Check(
        id="epsilon",
        title=Text("epsilon is added to the variance, under the root", "epsilon은 제곱근 안에서 분산에 더한다"),
        points=1,
        needs=("training_output",),
        rules={"*": OUTPUT},
        says={
            "training": Text("Output in training with epsilon 0.3", "epsilon이 0.3일 때 학습 출력"),
            "inference": Text("Output at inference with epsilon 0.3", "epsilon이 0.3일 때 추론 출력"),
        },
        advice={
            "*": Text("Is your epsilon inside the square root, and is it the constructor's?", "epsilon이 제곱근 안에 있고, 생성자가 받은 값인가요?"),
        },
        hints=(
            Text(
                "With variance 0 and epsilon 0.25, by what should the input minus its mean be divided?",
                "분산이 0이고 epsilon이 0.25라면 평균을 뺀 입력을 무엇으로 나누어야 하나요?",
            ),
            Text("What the formula divides by, in both modes.", "두 모드에서 수식이 무엇으로 나누는지 보세요."),
            Text("`ops.sqrt(variance + self.epsilon)`", "`ops.sqrt(variance + self.epsilon)`"),
        ),
    ),
    Check(
        id="bad_arguments",
        title=Text("A momentum outside [0, 1] or an epsilon that is not positive is a ValueError", "[0, 1]을 벗어난 momentum이나 양수가 아닌 epsilon은 ValueError이다"),
        points=0.5,
        says={
            "momentum/*": Text("What a momentum outside [0, 1] gives", "momentum이 [0, 1]을 벗어났을 때의 결과"),
            "epsilon/*": Text("What an epsilon that is not positive gives", "epsilon이 양수가 아닐 때의 결과"),
            "allowed_momentum/*": Text("What a momentum of exactly 0 or 1 gives", "momentum이 정확히 0 또는 1일 때의 결과"),
        },
        advice={
            "allowed_momentum/*": Text("Both ends of [0, 1] are allowed.", "[0, 1]의 양 끝 값은 허용됩니다."),
            "*": Text("Does the constructor check it, and does the message name the argument?", "생성자에서 확인하고, 메시지에 인자의 이름을 적었나요?"),
        },
        hints=(
            Text("Which values of momentum and epsilon make no sense?", "momentum과 epsilon에 쓸 수 없는 값은 무엇인가요?"),
            Text("The first lines of `__init__`.", "`__init__`의 첫 줄들입니다."),
            Text(
                '`if not 0 <= momentum <= 1: raise ValueError(f"momentum must be in [0, 1], received {momentum}")`, and one such line for epsilon.',
                '`if not 0 <= momentum <= 1: raise ValueError(f"momentum must be in [0, 1], received {momentum}")`이고, epsilon에도 이런 줄이 하나 필요합니다.',
            ),
        ),
    ),
    Check(
        id="config",
        title=Text("The config holds every argument and makes the same layer again", "config에 모든 인자가 들어 있고, 같은 층을 다시 만들 수 있다"),
        points=0.5,
        rules={"given/output": Close(rtol=1e-2, atol=1e-2)},
        says={
            "base/name": Text("Name of a layer made with name='my_layer'", "name='my_layer'로 만든 층의 이름"),
            "base/dtype": Text("Compute dtype of a layer made with dtype='float64'", "dtype='float64'로 만든 층의 계산 자료형"),
            "base/trainable": Text("`trainable` of a layer made with trainable=False", "trainable=False로 만든 층의 `trainable`"),
            "given/keeps_name": Text("The config holds the layer's name", "config에 층의 이름이 들어 있는지"),
            "base/is_a_layer": Text("The class is a Keras layer", "클래스가 Keras 층인지"),
            "default/axis": Text("`axis` in the config of a layer made without arguments", "인자 없이 만든 층의 config에 있는 `axis`"),
            "default/momentum": Text("`momentum` in the config of a layer made without arguments", "인자 없이 만든 층의 config에 있는 `momentum`"),
            "default/epsilon": Text("`epsilon` in the config of a layer made without arguments", "인자 없이 만든 층의 config에 있는 `epsilon`"),
            "given/config/axis": Text("`axis` in the config of a layer made with axis=1", "axis=1로 만든 층의 config에 있는 `axis`"),
            "given/config/momentum": Text("`momentum` in the config of a layer made with momentum=0.6", "momentum=0.6으로 만든 층의 config에 있는 `momentum`"),
            "given/config/epsilon": Text("`epsilon` in the config of a layer made with epsilon=0.00001", "epsilon=0.00001로 만든 층의 config에 있는 `epsilon`"),
            "given/json": Text("The config can be written to a file as text", "config를 파일에 텍스트로 적을 수 있는지"),
            "given/same_class": Text("`from_config` makes a layer of your class", "`from_config`가 여러분의 클래스로 층을 만드는지"),
            "given/output": Text("Output of the layer made again from its config", "config로 다시 만든 층의 출력"),
        },
        advice={
            "base/*": Text("Do the keyword arguments that are not yours reach the base class?", "층에 속한 나머지 키워드 인자가 기반 클래스에 전달되나요?"),
            "*": Text(
                "Does `get_config` add axis, momentum and epsilon to what `super().get_config()` returns?",
                "`get_config`가 `super().get_config()`의 결과에 axis, momentum, epsilon을 더하나요?",
            ),
        },
        hints=(
            Text("What must a file say about your layer so that Keras can make it again?", "Keras가 층을 다시 만들 수 있으려면 파일에 무엇이 적혀 있어야 할까요?"),
            Text("`get_config`, and the call of `super().__init__` in the constructor.", "`get_config`와, 생성자에서 `super().__init__`을 호출하는 곳을 보세요."),
            Text(
                '`return {**super().get_config(), "axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}` and `super().__init__(**kwargs)`.',
                '`return {**super().get_config(), "axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}` 그리고 `super().__init__(**kwargs)`입니다.',
            ),
        ),
    ),
    Check(
        id="saved_model",
        title=Text("A saved model comes back with its weights and moving statistics", "저장한 모델이 가중치와 이동 통계량을 그대로 지닌 채 돌아온다"),
        points=1,
        rules={"*": Close(rtol=0.0, atol=1e-4)},
        says={
            "change/moving_mean": Text("Change of moving_mean by saving to a `.keras` file and loading", "`.keras` 파일로 저장했다가 불러왔을 때 moving_mean의 변화"),
            "change/moving_variance": Text("Change of moving_variance by saving to a `.keras` file and loading", "`.keras` 파일로 저장했다가 불러왔을 때 moving_variance의 변화"),
            "change_of_output": Text("Change of the output by saving to a `.keras` file and loading", "`.keras` 파일로 저장했다가 불러왔을 때 출력의 변화"),
        },
        advice={
            "change/*": Text("Is it a weight (made by `add_weight`)? Only weights are saved.", "`add_weight`로 만든 가중치인가요? 저장되는 것은 가중치뿐입니다."),
            "change_of_output": Text("Does the loaded layer have the arguments of the saved one?", "불러온 층의 인자가 저장한 층과 같나요?"),
        },
        hints=(
            Text("What of your layer is lost when the program ends?", "프로그램이 끝나면 층에서 무엇이 사라지나요?"),
            Text("`build` (are all four made by `add_weight`?) and `get_config` (are all arguments there?).", "`build` (넷 모두 `add_weight`로 만들었나요?)와 `get_config` (모든 인자가 있나요?)를 보세요."),
            Text(
                "Print `layer.get_config()` and `[w.name for w in layer.weights]`: axis, momentum and epsilon in the one, four names in the other.",
                "`layer.get_config()`와 `[w.name for w in layer.weights]`를 출력해 보세요. 앞에는 axis, momentum, epsilon이, 뒤에는 이름 네 개가 있어야 합니다.",
            ),
        ),
    ),
    Check(
        id="compiled",
        title=Text("It works the same inside tf.function and with jit_compile=True", "tf.function과 jit_compile=True 안에서도 똑같이 동작한다"),
        points=0.5,
        rules={"*": SAME},
        says={
            f"{way}/{entry}": Text(f"{en}: difference of {what_en} from the plain call", f"{ko}: 보통 호출과 비교한 {what_ko} 차이")
            for way, en, ko in (
                ("tf_function", "In tf.function with an open batch size", "배치 크기를 정하지 않은 tf.function"),
                ("jit_compile", "In tf.function with jit_compile=True", "jit_compile=True인 tf.function"),
            )
            for entry, what_en, what_ko in (
                ("inference", "the output at inference", "추론 출력의"),
                ("training", "the output in training", "학습 출력의"),
                ("moving_mean", "moving_mean after the call", "호출 뒤 moving_mean의"),
                ("moving_variance", "moving_variance after the call", "호출 뒤 moving_variance의"),
            )
        },
        advice={
            "*/moving_*": Text(
                "In a compiled function only weights remember: is the update an `assign`?",
                "컴파일된 함수에서는 가중치만 값을 기억합니다. 갱신을 `assign`으로 했나요?",
            ),
            "*": Text("Is there Python or NumPy arithmetic where a tensor operation should be?", "텐서 연산이 있어야 할 자리에 파이썬이나 NumPy 계산이 있나요?"),
        },
        hints=(
            Text("A compiled function is traced once and run many times. What of your `call` runs only while it is traced?", "컴파일된 함수는 한 번 추적되고 여러 번 실행됩니다. `call`에서 추적할 때만 실행되는 것은 무엇인가요?"),
            Text("The update of the moving statistics, and any place where you read a size or a value as a Python number.", "이동 통계량의 갱신, 그리고 크기나 값을 파이썬 수로 읽는 곳을 보세요."),
            Text("Use `assign` on weights and functions of `ops` on tensors; `inputs.shape[0]` is None here, `ops.mean` needs no size.", "가중치에는 `assign`, 텐서에는 `ops`의 함수를 쓰세요. 여기서 `inputs.shape[0]`은 None이고, `ops.mean`에는 크기가 필요 없습니다."),
        ),
    ),
    Check(
        id="fit",
        title=Text("model.fit trains gamma and beta and updates the moving statistics", "model.fit이 gamma와 beta를 학습시키고 이동 통계량을 갱신한다"),
        points=0.5,
        rules={"*": Close(rtol=1e-3, atol=1e-4)},
        says={
            "gamma": Text("gamma after two epochs of model.fit", "model.fit 두 에포크 뒤의 gamma"),
            "beta": Text("beta after two epochs of model.fit", "model.fit 두 에포크 뒤의 beta"),
            "moving_mean": Text("moving_mean after two epochs of model.fit", "model.fit 두 에포크 뒤의 moving_mean"),
            "moving_variance": Text("moving_variance after two epochs of model.fit", "model.fit 두 에포크 뒤의 moving_variance"),
            "prediction": Text("The trained model's output at inference", "학습된 모델의 추론 출력"),
        },
        advice={
            "gamma": Text("Is gamma trainable, and is the output in training right?", "gamma가 학습되는 가중치이고, 학습 출력이 맞나요?"),
            "beta": Text("Is beta trainable, and is the output in training right?", "beta가 학습되는 가중치이고, 학습 출력이 맞나요?"),
            "moving_*": Text("Is each moving statistic a weight that every training step updates, and by the right amount?", "이동 통계량이 학습 단계마다 올바른 만큼 갱신되는 가중치인가요?"),
            "prediction": Text("Does inference use what training left in the weights?", "추론에서 학습이 가중치에 남긴 값을 쓰나요?"),
        },
        hints=(
            Text("`fit` builds your layer for any batch size. Which lines of `call` need to know the size?", "`fit`은 어떤 배치 크기든 받도록 층을 만듭니다. `call`의 어느 줄이 크기를 알아야 하나요?"),
            Text("`call`: no `inputs.shape[0]`, no NumPy, no attribute that changes; only weights keep a value.", "`call`에 `inputs.shape[0]`, NumPy, 값이 바뀌는 속성이 없어야 합니다. 값을 지니는 것은 가중치뿐입니다."),
            Text("`self.moving_mean.assign(...)` inside `if training and self.trainable:`, with `ops.mean` and `ops.var`.", "`ops.mean`과 `ops.var`로 구한 값을 `if training and self.trainable:` 안에서 `self.moving_mean.assign(...)` 하세요."),
        ),
    ),
    Check(
        id="number_formats",
        title=Text("The output has the layer's own dtype, in mixed precision too", "혼합 정밀도에서도 출력의 dtype이 층의 dtype이다"),
        points=1,
        rules={
            "*_to_mixed_float16/difference": FLOAT16,
            "*/float16_to_float32/difference": FLOAT16,
            "*_to_mixed_bfloat16/difference": BFLOAT16,
        },
        says={
            "*_to_mixed_float16/dtype": Text("dtype of the output of a layer with dtype='mixed_float16'", "dtype='mixed_float16'인 층의 출력 dtype"),
            "*_to_mixed_bfloat16/dtype": Text("dtype of the output of a layer with dtype='mixed_bfloat16'", "dtype='mixed_bfloat16'인 층의 출력 dtype"),
            "*_to_float64/dtype": Text("dtype of the output of a layer with dtype='float64'", "dtype='float64'인 층의 출력 dtype"),
            "*_to_float32/dtype": Text("dtype of a float32 layer's output for float16 inputs", "float16 입력에 대한 float32 층의 출력 dtype"),
            "*_to_mixed_float16/difference": Text("mixed_float16 output minus float32 output", "mixed_float16 출력에서 float32 출력을 뺀 값"),
            "*_to_mixed_bfloat16/difference": Text("mixed_bfloat16 output minus float32 output", "mixed_bfloat16 출력에서 float32 출력을 뺀 값"),
            "*_to_float64/difference": Text("float64 output minus float32 output", "float64 출력에서 float32 출력을 뺀 값"),
            "*_to_float32/difference": Text("Output for float16 inputs minus output for float32 inputs", "float16 입력의 출력에서 float32 입력의 출력을 뺀 값"),
        },
        advice={
            "*/dtype": Text("Do you cast the result back to `self.compute_dtype`?", "결과를 `self.compute_dtype`으로 되돌렸나요?"),
            "*": Text("Does a cast on the way lose digits?", "중간의 형변환에서 자릿수를 잃나요?"),
        },
        hints=(
            Text("A layer with dtype='mixed_float16' gets float16 inputs and has float32 weights. What should come out?", "dtype='mixed_float16'인 층은 float16 입력을 받고 float32 가중치를 가집니다. 무엇이 나와야 하나요?"),
            Text("Every cast in `call`, and the keyword arguments that reach `super().__init__` (dtype is one).", "`call`의 모든 형변환과, `super().__init__`에 전달되는 키워드 인자(dtype도 그중 하나)를 보세요."),
            Text("End with `ops.cast(outputs, self.compute_dtype)` if you computed in float32, and let Keras cast the weights.", "float32로 계산했다면 `ops.cast(outputs, self.compute_dtype)`로 끝내고, 가중치의 형변환은 Keras에 맡기세요."),
        ),
    ),
    Check(
        id="training_curve",
        title=Text(
            "A network of sigmoid layers learns with your layer exactly as it should",
            "시그모이드 층으로 된 신경망이 여러분의 층으로 제대로 학습된다",
        ),
        points=1,
        needs=("training_output",),
        rules={"curve/*": CURVE},
        says={
            "curve/training_loss": Text("Training loss per epoch", "에포크별 학습 손실"),
            "curve/validation_loss": Text("Validation loss per epoch (the layer at inference)", "에포크별 검증 손실 (층은 추론 모드)"),
        },
        advice={
            "curve/training_loss": Text(
                "The same network, weights and batches as with a right layer: what in training (output, gradient, gamma, beta, epsilon) is not as it should be?",
                "올바른 층과 신경망, 가중치, 배치가 같습니다. 학습에서 (출력, 기울기, gamma, beta, epsilon 중) 무엇이 다른가요?",
            ),
            "curve/validation_loss": Text(
                "Training is right, inference is not: what differs between the moving statistics here and those that you should have?",
                "학습은 맞지만 추론이 다릅니다. 이동 통계량이 있어야 할 값과 어떻게 다른가요?",
            ),
        },
        hints=(
            Text("Look at the two curves: does training go wrong, or only validation?", "두 곡선을 보세요. 학습이 잘못되나요, 아니면 검증만 잘못되나요?"),
            Text(
                "Training: the part for training and its gradients. Validation alone: the moving statistics and the other part.",
                "학습이 다르면 학습 부분과 기울기를, 검증만 다르면 이동 통계량과 다른 부분을 보세요.",
            ),
            Text("The checks above each look at one line; the first of them that fails is the line that bends this curve.", "위의 검사는 저마다 한 줄을 봅니다. 그중 처음 실패한 검사가 이 곡선을 휘게 한 줄입니다."),
        ),
    ),
]
