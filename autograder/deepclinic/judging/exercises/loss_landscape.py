"""Checks of `filter_normalized_direction` and `loss_surface`: 10 points."""

from __future__ import annotations

from deepclinic.judging.check import Check
from deepclinic.judging.rules import Close, Within, sampling_bound
from deepclinic.text import Text

# Random directions differ between right solutions. Each bound below has a false-alarm rate under 1e-7 per entry.
# 20,000 entries of a kernel; they are drawn one by one, and their common norm only makes the counts vary less.
FRACTION = Within(sampling_bound(20_000, variance=0.25))
# Mean products of 4,900 or more pairs of independent entries, each of variance 1; a tail heavier than the normal one
# is allowed for by half as much variance again. Wrong ones give 1.
CORRELATION = Within(sampling_bound(4_900, variance=1.5))
# Right surfaces along given directions differ by the rounding of float32 weights.
LOSS = Close(rtol=1e-4, atol=1e-4)

_FACT = Text(
    "The last axis of a kernel numbers the output units. What belongs to one of them, and which norm should it get?",
    "커널의 마지막 축이 출력 유닛의 번호입니다. 유닛 하나에 속하는 것은 무엇이고, 그 노름은 얼마여야 하나요?",
)
_KERNELS = {"dense": Text("dense", "완전 연결 층"), "convolution": Text("convolution", "합성곱")}
_CORRELATION = {
    "two kernels of one shape": Text("two kernels of one shape", "모양이 같은 두 커널"),
    "two filters of one kernel": Text("two filters of one kernel", "한 커널에 있는 두 필터"),
    "two inputs of one kernel": Text("two inputs of one kernel", "한 커널에 있는 두 입력"),
    "two seeds": Text("the directions of two seeds", "두 시드의 방향"),
}

CHECKS: list[Check] = [
    Check(
        id="direction_form",
        title=Text(
            "A direction is a list of arrays with the shapes and dtypes of the model's trainable weights",
            "방향은 모델의 학습되는 가중치와 모양과 자료형이 같은 배열의 리스트이다",
        ),
        points=1.0,
        says={
            "is a list": Text("The direction is a list", "방향이 리스트(list)인지"),
            "arrays": Text("Everything in it is a NumPy array", "모두 NumPy 배열인지"),
            "shapes": Text("Shapes of the arrays", "배열의 모양"),
            "dtypes/*": Text("dtypes of the arrays for a {} model", "{} 모델에 대한 배열의 자료형"),
        },
        advice={
            "shapes": Text(
                "Is there one array for each of `model.trainable_weights`, in their order, and none for weights that are not trained?",
                "`model.trainable_weights`마다 그 순서대로 배열이 하나씩 있나요? 학습되지 않는 가중치의 것은 없나요?",
            ),
            "dtypes/*": Text(
                "NumPy's generators give float64. What is the dtype of the weight?",
                "NumPy의 난수 생성기는 float64를 내놓습니다. 가중치의 자료형은 무엇인가요?",
            ),
        },
        hints=(
            Text(
                "What has to be true of a direction so that it can be added to the weights?",
                "방향을 가중치에 더할 수 있으려면 어떠해야 하나요?",
            ),
            Text(
                "Walk through `model.trainable_weights` once and append one array for each, also for biases.",
                "`model.trainable_weights`를 한 번 돌면서, 편향까지 포함해 하나마다 배열을 하나씩 덧붙이세요.",
            ),
            Text(
                "`value = ops.convert_to_numpy(weight)`, and at the end `direction.append(noise.astype(value.dtype))`.",
                "`value = ops.convert_to_numpy(weight)`로 시작하고 끝에서 `direction.append(noise.astype(value.dtype))`을 "
                "하세요.",
            ),
        ),
    ),
    Check(
        id="filter_norms",
        title=Text(
            "Each filter of the direction has the norm of the model's filter",
            "방향의 각 필터는 모델의 필터와 노름이 같다",
        ),
        points=1.5,
        says={
            f"{name}/{fact}": Text(text.en.replace("{}", kernel.en), text.ko.replace("{}", kernel.ko))
            for name, kernel in _KERNELS.items()
            for fact, text in {
                "filters, seed *": Text(
                    "Every filter of the {} kernel has the norm of the model's filter",
                    "{} 커널의 모든 필터가 모델의 필터와 노름이 같은지",
                ),
                "filters have norm 1, seed *": Text(
                    "Every filter of the {} kernel has norm 1", "{} 커널의 모든 필터가 노름 1인지"
                ),
                "rows, seed *": Text(
                    "Every slice of the {} kernel along its first axis has the model's norm",
                    "{} 커널을 첫 번째 축으로 자른 조각마다 모델과 노름이 같은지",
                ),
                "whole kernel, seed *": Text(
                    "The {} kernel as a whole has the model's norm", "{} 커널 전체가 모델과 노름이 같은지"
                ),
                "parts of filters, seed *": Text(
                    "Inside each filter of the {} kernel, every part along axis 0, 1, 2 has the model's norm",
                    "{} 커널의 필터 안에서 0, 1, 2번 축을 따른 부분마다 모델과 노름이 같은지",
                ),
                "finite": Text(
                    "A {} kernel with a zero filter has a finite direction", "0인 필터가 있는 {} 커널의 방향이 유한한지"
                ),
                "zero filter stays zero": Text(
                    "Where the {} kernel has a zero filter, the direction is zero",
                    "{} 커널의 필터가 0인 곳에서 방향도 0인지",
                ),
            }.items()
            if not (name == "dense" and fact.startswith("parts"))  # its filters have one axis
        },
        advice={"*/finite": Text("Do you divide by the norm of the model?", "모델의 노름으로 나누고 있나요?"), "*": _FACT},
        hints=(
            Text(
                "How many norms does a kernel of shape (3, 3, 16, 32) have, and how many numbers go into each?",
                "모양이 (3, 3, 16, 32)인 커널에는 노름이 몇 개 있고, 노름 하나에 수가 몇 개 들어가나요?",
            ),
            Text(
                "Sum the squares over every axis but the last, for the noise and for the weight, then rescale the noise.",
                "잡음과 가중치 모두, 마지막 축을 뺀 모든 축을 따라 제곱을 더한 다음 잡음의 크기를 맞추세요.",
            ),
            Text(
                "`axes = tuple(range(value.ndim - 1))`, then "
                "`noise * np.sqrt((value**2).sum(axes)) / np.sqrt((noise**2).sum(axes))`.",
                "`axes = tuple(range(value.ndim - 1))`을 쓰고 "
                "`noise * np.sqrt((value**2).sum(axes)) / np.sqrt((noise**2).sum(axes))`로 계산하세요.",
            ),
        ),
    ),
    Check(
        id="rank_one",
        title=Text(
            "Biases and all other weights of rank 1 or 0 do not move", "편향을 비롯한 1차원 이하의 가중치는 움직이지 않는다"
        ),
        points=0.5,
        says={
            "weights": Text("Number of weights of rank 1 or 0", "1차원 이하인 가중치의 수"),
            "kernels move": Text("All kernels move", "모든 커널이 움직이는지"),
            "* (*)": Text("Direction of {0}", "{0}의 방향"),
        },
        advice={
            "*": Text(
                "A bias, a gamma or a beta has no filters: its array is zero.",
                "편향, gamma, beta에는 필터가 없습니다. 배열은 0이어야 합니다.",
            )
        },
        hints=(
            Text("What would a filter of a bias be?", "편향에서 필터란 무엇일까요?"),
            Text("Treat weights of rank 0 and 1 apart, before you draw anything.", "난수를 뽑기 전에 1차원 이하인 가중치를 따로 다루세요."),
            Text("`if value.ndim <= 1: direction.append(np.zeros_like(value))`", "`if value.ndim <= 1: direction.append(np.zeros_like(value))`"),
        ),
    ),
    Check(
        id="gaussian_entries",
        title=Text("The entries come from a Gaussian", "원소는 가우스 분포에서 나온다"),
        points=0.5,
        rules={"*": FRACTION},
        says={
            "within half a standard deviation": Text(
                "Share of entries within half a standard deviation of 0", "0에서 표준편차의 절반 안에 있는 원소의 비율"
            ),
            "within 2 standard deviations": Text(
                "Share of entries within 2 standard deviations of 0", "0에서 표준편차의 2배 안에 있는 원소의 비율"
            ),
            "positive": Text("Share of positive entries", "양수인 원소의 비율"),
        },
        advice={
            "*": Text(
                "A Gaussian has 38 % of its values within half a standard deviation of 0, and half of them are positive.",
                "가우스 분포에서는 값의 38%가 0에서 표준편차의 절반 안에 있고, 절반이 양수입니다.",
            )
        },
        hints=(
            Text("Which distribution does the paper draw from?", "논문에서는 어떤 분포에서 뽑나요?"),
            Text(
                "Look at the method of your generator: `rng.random` and `rng.uniform` are not Gaussian.",
                "생성기의 메서드를 보세요. `rng.random`과 `rng.uniform`은 가우스 분포가 아닙니다.",
            ),
            Text("`rng.normal(size=value.shape)`", "`rng.normal(size=value.shape)`"),
        ),
    ),
    Check(
        id="independent_entries",
        title=Text(
            "The entries are independent: between filters, between weights of one shape, between seeds",
            "원소들은 서로 독립이다: 필터 사이, 모양이 같은 가중치 사이, 시드 사이",
        ),
        points=1.0,
        rules={"*": CORRELATION},
        says={
            name: Text(
                f"Correlation of {pair.en} (near 0: independent, 1: the same)",
                f"{pair.ko} 사이의 상관 (0에 가까우면 독립, 1이면 같음)",
            )
            for name, pair in _CORRELATION.items()
        },
        advice={
            "two kernels of one shape": Text(
                "Where is the generator made: once, or again for every weight?",
                "생성기를 한 번 만드나요, 아니면 가중치마다 다시 만드나요?",
            ),
            "two filters of one kernel": Text(
                "Does every entry have a random number of its own?", "원소마다 난수를 따로 뽑나요?"
            ),
            "two seeds": Text("Is the seed used?", "시드를 사용하나요?"),
        },
        hints=(
            Text(
                "If two weights have one shape, which of your random numbers do they share?",
                "모양이 같은 두 가중치가 같은 난수를 쓰고 있지는 않나요?",
            ),
            Text(
                "A generator that is made anew with the same seed starts from the beginning.",
                "같은 시드로 새로 만든 생성기는 처음부터 다시 시작합니다.",
            ),
            Text(
                "`rng = np.random.default_rng(seed)` once, above the loop; `rng.normal(size=value.shape)` inside it.",
                "`rng = np.random.default_rng(seed)`는 반복문 위에서 한 번, `rng.normal(size=value.shape)`는 그 안에서 쓰세요.",
            ),
        ),
    ),
    Check(
        id="seeded",
        title=Text(
            "The same seed gives the same direction, another seed another one",
            "같은 시드는 같은 방향을, 다른 시드는 다른 방향을 준다",
        ),
        points=1.0,
        says={
            "seed * twice": Text("Two directions with seed {}", "시드 {}의 방향 두 개"),
            "seeds * and *": Text("Directions with seeds {} and {}", "시드 {}, {}의 방향"),
        },
        advice={
            "seed * twice": Text(
                "Does the direction depend on anything but the model and the seed?",
                "방향이 모델과 시드 말고 다른 것에도 달려 있나요?",
            ),
            "seeds * and *": Text("Does the direction depend on the seed at all?", "방향이 시드에 따라 달라지기는 하나요?"),
        },
        hints=(
            Text("Where do your random numbers start?", "난수는 어디에서 시작하나요?"),
            Text("The generator is made inside the function, from the argument.", "생성기는 함수 안에서, 인자로 받은 시드로 만듭니다."),
            Text("`rng = np.random.default_rng(seed)`", "`rng = np.random.default_rng(seed)`"),
        ),
    ),
    Check(
        id="surface_form",
        title=Text(
            "A surface is a float array of shape (len(alphas), len(betas))",
            "곡면은 모양이 (len(alphas), len(betas))인 실수 배열이다",
        ),
        points=0.5,
        says={
            "array, *": Text("A NumPy array of floats ({})", "실수로 된 NumPy 배열인지 ({})"),
            "shape, *": Text("Shape of the surface for {0} steps", "{0}개의 점에 대한 곡면의 모양"),
        },
        advice={
            "shape, *": Text("Rows belong to alphas, columns to betas.", "행은 alphas에, 열은 betas에 대응합니다."),
            "array, *": Text("Is it an array, or a list, or a tensor?", "배열인가요, 아니면 리스트나 텐서인가요?"),
        },
        hints=(
            Text("How many rows and columns does the surface have?", "곡면에는 행과 열이 몇 개 있나요?"),
            Text("Make the array first, then fill it entry by entry.", "배열을 먼저 만들고 원소를 하나씩 채우세요."),
            Text("`surface = np.empty((len(alphas), len(betas)))`, and `surface[i, j] = ...`", "`surface = np.empty((len(alphas), len(betas)))`를 만들고 `surface[i, j] = ...`로 채우세요."),
        ),
    ),
    Check(
        id="surface_values",
        title=Text(
            "Entry (i, j) is the mean loss at w + alphas[i] * d0 + betas[j] * d1",
            "(i, j) 원소는 w + alphas[i] * d0 + betas[j] * d1에서 구한 평균 손실이다",
        ),
        points=1.5,
        rules={"*": LOSS},
        says={
            "at the weights themselves": Text("Loss at the weights themselves", "가중치를 움직이지 않았을 때의 손실"),
            "along the first direction": Text("Losses along the first direction", "첫 번째 방향을 따라 구한 손실"),
            "along the second direction": Text("Losses along the second direction", "두 번째 방향을 따라 구한 손실"),
            "on the plane": Text("Losses on the plane", "평면 위의 손실"),
            "steps in lists": Text("Losses for steps given as lists", "alphas와 betas를 리스트로 주었을 때의 손실"),
            "one loss per example": Text(
                "Losses for a loss_fn that returns one number per example", "예제마다 수를 하나씩 돌려주는 loss_fn의 손실"
            ),
            "keras loss object": Text("Losses for a loss object of Keras", "Keras 손실 객체로 구한 손실"),
        },
        advice={
            "at the weights themselves": Text(
                "Nothing is moved here: is `loss_fn` called with the targets first, then the prediction?",
                "여기서는 아무것도 움직이지 않습니다. `loss_fn`에 정답을 먼저, 예측을 나중에 넣나요?",
            ),
            "along the second direction": Text(
                "The steps in betas go along d1, each from the original weights.",
                "betas의 걸음은 d1을 따라가며, 저마다 원래 가중치에서 출발합니다.",
            ),
            "along *": Text(
                "Each point starts from the original weights, and every weight moves by its part of the direction.",
                "모든 점은 원래 가중치에서 출발하고, 모든 가중치가 방향에서 자기 몫만큼 움직입니다.",
            ),
            "on the plane": Text("Is i the index of alphas and j that of betas?", "i가 alphas의 인덱스이고 j가 betas의 인덱스인가요?"),
            "one loss per example": Text(
                "The entry is the mean over the examples.", "원소는 예제에 대한 평균입니다."
            ),
        },
        hints=(
            Text(
                "At which weights is the second point of your surface measured?", "곡면의 두 번째 점은 어떤 가중치에서 잰 것인가요?"
            ),
            Text(
                "Keep copies of the weights before the first step, and compute every point from these copies.",
                "첫걸음을 떼기 전에 가중치의 사본을 두고, 모든 점을 그 사본에서 계산하세요.",
            ),
            Text(
                "`weight.assign(value + alpha * d0 + beta * d1)` for each weight, then "
                "`surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))`.",
                "가중치마다 `weight.assign(value + alpha * d0 + beta * d1)`을 하고 "
                "`surface[i, j] = np.mean(loss_fn(y, model(x, training=False)))`를 구하세요.",
            ),
        ),
    ),
    Check(
        id="surface_inference",
        title=Text(
            "The model predicts in inference mode, and regularization losses are not added",
            "모델은 추론 모드로 예측하고, 규제 손실은 더하지 않는다",
        ),
        points=1.0,
        rules={"*": LOSS},
        says={
            "batch normalization": Text("Losses of a model with batch normalization", "배치 정규화가 있는 모델의 손실"),
            "dropout": Text("Losses of a model with dropout", "드롭아웃이 있는 모델의 손실"),
            "regularization": Text("Losses of a model with regularization of its kernels", "커널 규제가 있는 모델의 손실"),
        },
        advice={
            "batch normalization": Text(
                "Is the model called with training=False, and does the direction meet the trained weights only?",
                "모델을 training=False로 호출하나요? 방향을 학습되는 가중치하고만 짝지었나요?",
            ),
            "dropout": Text("Dropout must not act here.", "여기서는 드롭아웃이 작동하면 안 됩니다."),
            "regularization": Text(
                "`loss_fn` alone counts, not what Keras would add to it.", "`loss_fn`만 세고, Keras가 더하는 손실은 세지 않습니다."
            ),
        },
        hints=(
            Text(
                "Would you get the same number if you computed the loss twice at the same point?",
                "같은 점에서 손실을 두 번 계산하면 같은 수가 나오나요?",
            ),
            Text("Look at the call of the model, and at what is added to the loss.", "모델을 호출하는 곳과 손실에 더하는 것을 보세요."),
            Text("`model(x, training=False)`, and no `model.losses` or `model.evaluate`.", "`model(x, training=False)`를 쓰고, `model.losses`나 `model.evaluate`는 쓰지 마세요."),
        ),
    ),
    Check(
        id="weights_restored",
        title=Text(
            "Afterwards all weights are bit for bit what they were, also after an error",
            "끝난 뒤에는, 오류가 났을 때도 모든 가중치가 비트까지 처음과 같다",
        ),
        points=1.0,
        says={
            "weights after a surface": Text("The model's weights after a surface", "곡면을 구한 뒤 모델의 가중치"),
            "roughly, weights after a surface": Text(
                "The model's weights after a surface, to three digits", "곡면을 구한 뒤 모델의 가중치 (세 자리까지)"
            ),
            "weights after an error in call * of loss_fn": Text(
                "The model's weights after an error in call {} of loss_fn", "loss_fn의 {}번째 호출에서 오류가 난 뒤 모델의 가중치"
            ),
            "weights after an error in the model": Text(
                "The model's weights after an error in the model", "모델에서 오류가 난 뒤 모델의 가중치"
            ),
            "arguments after a surface": Text(
                "x, y, directions, alphas and betas after a surface", "곡면을 구한 뒤의 x, y, 방향, alphas, betas"
            ),
        },
        advice={
            "weights after a surface": Text(
                "Are all weights put back from copies, and did nothing but the trained weights change?",
                "사본에서 모든 가중치를 되돌렸나요? 학습되는 가중치 말고 바뀐 것은 없나요?",
            ),
            "weights after an error*": Text(
                "What does Python run even when an exception passes through?",
                "예외가 지나가더라도 파이썬이 꼭 실행하는 부분은 무엇인가요?",
            ),
            "arguments*": Text("`d *= alpha` changes the array that was handed in.", "`d *= alpha`는 받은 배열을 바꿉니다."),
        },
        hints=(
            Text(
                "What does the model look like when `loss_fn` raises at the third point?",
                "세 번째 점에서 `loss_fn`이 오류를 내면 모델은 어떤 상태가 되나요?",
            ),
            Text(
                "Take copies at the start; put them back in the `finally` of a `try` around the loops.",
                "처음에 사본을 만들고, 반복문을 둘러싼 `try`의 `finally`에서 되돌리세요.",
            ),
            Text(
                "`finally:` then `for weight, value in zip(weights, center): weight.assign(value)`.",
                "`finally:` 아래에 `for weight, value in zip(weights, center): weight.assign(value)`를 쓰세요.",
            ),
        ),
    ),
    Check(
        id="not_finite",
        title=Text("NaN and infinite losses stay in the surface", "NaN과 무한대인 손실은 곡면에 그대로 남는다"),
        points=0.5,
        rules={"*": LOSS},
        says={
            "logarithm": Text(
                "Losses that are the log of a negative, a zero and a positive prediction", "음수, 0, 양수인 예측의 로그를 손실로 할 때"
            ),
            "overflow": Text("Losses that are the exp of a prediction that is too large", "너무 큰 예측의 exp를 손실로 할 때"),
        },
        advice={
            "*": Text(
                "A surface that hides such points shows a landscape that is not there.",
                "이런 점을 감춘 곡면은 실제와 다른 지형을 보여 줍니다.",
            )
        },
        hints=(
            Text("What does NaN tell the reader of a picture?", "NaN은 그림을 보는 사람에게 무엇을 알려 주나요?"),
            Text("Look for `nan_to_num`, conditions on the loss, and steps that add up.", "`nan_to_num`, 손실에 대한 조건문, 쌓여 가는 걸음이 있는지 보세요."),
            Text("Write the loss into the array as it is.", "손실을 있는 그대로 배열에 쓰세요."),
        ),
    ),
]
