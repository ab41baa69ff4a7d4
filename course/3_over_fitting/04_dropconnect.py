# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: dropconnect
#     title: {en: "DropConnect: dropping weights", ko: "DropConnect: 가중치 버리기"}
#     defines: [DropConnectDense]
#     minutes: [40, 70]
#     not_allowed:
#       - keras.layers.*Dropout*
#       - keras.random.dropout
#       - tf.nn.dropout
#       - tf.nn.experimental.*dropout*
# ---

# %% [markdown] lang="en"
# # DropConnect: dropping weights
#
# Dropout removes units: if one is missing, it is missing for everybody. **DropConnect** removes single connections: an
# input may be cut off from one unit and still reach another. Dropout on the inputs or on the outputs of a dense layer is
# a special case of it, in which whole rows or whole columns of the weights go together.
#
# More randomness per step, then; but also a question that dropout answered too lightly. At inference one would like the
# *average over all masks*. There are more masks than atoms, so nobody adds them up. Wan and his colleagues found a good way
# around, and you will build it.

# %% [markdown] lang="ko"
# # DropConnect: 가중치 버리기
#
# 드롭아웃은 유닛을 뺍니다. 빠진 유닛은 다음 층의 어느 유닛에도 신호를 보내지 못합니다. **DropConnect**는 연결을 하나씩 끊습니다. 어떤 입력이 한
# 유닛과는 끊어져도 다른 유닛에는 닿을 수 있습니다. 완전 연결 층의 입력이나 출력에 대한 드롭아웃은 가중치의 행 전체나 열
# 전체가 함께 빠지는 특수한 경우입니다.
#
# 그러니까 단계마다 무작위성이 더 큽니다. 그런데 드롭아웃이 너무 쉽게 답한 질문이 하나 남습니다. 추론할 때 바라는 것은
# *모든 마스크에 대한 평균*입니다. 마스크는 원자보다도 많아서 하나씩 더할 수는 없습니다. Wan과 동료들이 좋은 우회로를
# 찾았고, 여러분이 그것을 만들어 봅니다.

# %% [markdown] lang="en"
# ## Predict first
#
# A dense layer with 64 inputs and 48 units gets a batch of 60 examples.
#
# *How many independent coins does one training step toss with dropout on the inputs? With dropout on the outputs? With
# DropConnect, if each example has its own mask?* And: a unit sums its 64 inputs, each cut off with probability 0.5. *Which
# shape has the histogram of that sum over many masks?*

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 입력 64개, 유닛 48개인 완전 연결 층에 예제 60개짜리 배치가 들어옵니다.
#
# *입력에 드롭아웃을 쓰면 학습 한 단계에 독립인 동전을 몇 번 던지나요? 출력에 쓰면? 예제마다 자기 마스크가 있는
# DropConnect라면?* 그리고 한 유닛이 입력 64개를 더하는데 각 연결이 확률 0.5로 끊어진다고 합시다. *여러 마스크에 걸친 그
# 합의 히스토그램은 어떤 모양일까요?*

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits(standardize=True)  # (1197, 64) and (600, 64), numbers from 0 to 9
rng = np.random.default_rng(0)

print("coins per step: dropout on inputs", 60 * 64, "- on outputs", 60 * 48, "- DropConnect", 60 * 64 * 48)

rate = 0.5
masks = {
    "dropout on the inputs": np.repeat(rng.random((16, 1)) >= rate, 12, axis=1),
    "dropout on the outputs": np.repeat(rng.random((1, 12)) >= rate, 16, axis=0),
    "DropConnect": rng.random((16, 12)) >= rate,
}
figure, axes = plt.subplots(1, 3, figsize=(9, 3.4), layout="constrained")
for axis, (name, mask) in zip(axes, masks.items(), strict=True):
    axis.imshow(mask, cmap="gray")
    axis.set(title=name, xlabel="unit", ylabel="input", xticks=[], yticks=[])
plt.show()

# %%
kernel = rng.normal(0, 0.15, (64, 2))
figure, axes = plt.subplots(1, 2, figsize=(9, 3), layout="constrained")
for unit, axis in enumerate(axes):
    terms = x_test[0] * kernel[:, unit]  # what each input contributes to this unit
    sums = (rng.random((5000, 64)) >= rate) @ terms / (1 - rate)  # 5,000 masks
    mean, deviation = terms.sum(), np.sqrt(rate / (1 - rate) * (terms**2).sum())
    z = np.linspace(mean - 4 * deviation, mean + 4 * deviation, 200)
    axis.hist(sums, bins=40, density=True, color="lightgrey", label="5,000 masks")
    axis.plot(z, np.exp(-(((z - mean) / deviation) ** 2) / 2) / (deviation * np.sqrt(2 * np.pi)), color="C1", label="Gaussian")
    axis.axvline(mean, color="black", linestyle=":", label="without a mask")
    axis.set(title=f"unit {unit}: its sum for one digit", xlabel="pre-activation z")
axes[0].legend()
plt.show()

# %% [markdown] lang="en"
# Above (white is kept): rows, columns, single entries. Below: the sum of many small independent terms is nearly Gaussian
# (the central limit theorem), around the value that it has without a mask. The orange curve was not fitted to the histogram;
# it comes from the formula that follows.

# %% [markdown] lang="ko"
# 위 그림(흰색이 남은 것)에서는 행, 열, 원소 하나하나가 빠집니다. 아래 그림에서 보듯 작고 독립인 항을 많이 더한 합은 거의
# 정규 분포를 따르고(중심 극한 정리), 그 중심은 마스크가 없을 때의 값입니다. 주황색 곡선은 히스토그램에 맞춘 것이 아니라
# 다음에 나오는 식에서 나온 것입니다.

# %% [markdown] lang="en"
# ## The formula
#
# For one example $x$ with a mask $M$ of its own, kernel $W$, bias $b$, rate $p$ and activation $a$, in **training**:
#
# $$ z = x\,(M \odot W) + b, \qquad M_{iu} = \begin{cases} 0 & \text{with probability } p \\ \frac{1}{1-p} & \text{with probability } 1-p \end{cases} \qquad \text{output} = a(z) $$
#
# All $M_{iu}$ are independent: between inputs, units, examples and calls. The bias is not masked, as in dropout (the paper masks it too). Each term $x_i M_{iu} W_{iu}$
# has the mean $x_i W_{iu}$ and the variance $\frac{p}{1-p}\,(x_i W_{iu})^2$, and the variances of independent terms add up:
#
# $$ \text{mean} \quad m = x W + b, \qquad \text{variance} \quad v = \frac{p}{1-p}\; x^2\, W^2 \quad \text{(squares element by element)} $$
#
# At **inference** there are two ways:
#
# - *mean*: output $a(m)$. Fast; right for a linear activation, an approximation for any other, as $E[a(z)] \neq a(E[z])$;
# - *Gaussian*: draw $k$ values $z_j$ from the Gaussian with mean $m$ and variance $v$, output $\frac1k \sum_j a(z_j)$.

# %% [markdown] lang="ko"
# ## 식
#
# 예제 하나 $x$와 그 예제만의 마스크 $M$, 커널 $W$, 편향 $b$, 비율 $p$, 활성화 함수 $a$에 대해 **학습**할 때는 다음과 같습니다.
#
# $$ z = x\,(M \odot W) + b, \qquad M_{iu} = \begin{cases} 0 & \text{확률 } p \\ \frac{1}{1-p} & \text{확률 } 1-p \end{cases} \qquad \text{출력} = a(z) $$
#
# $M_{iu}$는 입력, 유닛, 예제, 호출 사이에서 모두 독립입니다. 편향에는 드롭아웃에서처럼 마스크를 씌우지 않습니다(논문은 편향에도 씌웁니다). 각 항 $x_i M_{iu} W_{iu}$의
# 평균은 $x_i W_{iu}$이고 분산은 $\frac{p}{1-p}\,(x_i W_{iu})^2$이며, 독립인 항의 분산은 더해집니다.
#
# $$ \text{평균} \quad m = x W + b, \qquad \text{분산} \quad v = \frac{p}{1-p}\; x^2\, W^2 \quad \text{(원소마다 제곱)} $$
#
# **추론**할 때는 두 가지 방법이 있습니다.
#
# - *평균*: 출력은 $a(m)$입니다. 빠릅니다. 활성화 함수가 선형이면 정확하지만, $E[a(z)] \neq a(E[z])$이므로 다른 경우에는 근사입니다.
# - *정규 분포*: 평균이 $m$, 분산이 $v$인 정규 분포에서 $z_j$를 $k$개 뽑아 $\frac1k \sum_j a(z_j)$를 출력합니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write the layer `DropConnectDense(units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None)`.
#
# - Weights `kernel` (inputs, units), `glorot_uniform`, and `bias` (units,), zeros, only if `use_bias`.
# - Training: a mask for each example, fresh at each call (also in `tf.function`, `fit` and with `jit_compile=True`).
# - Inference (also when `training` is not given): `inference_samples=0` is the mean way, `inference_samples=k` the Gaussian
#   way with k samples, drawn anew for each call, example, unit and sample.
# - Two new layers with the same `seed` draw the same sequence of masks. Without a seed, layers differ.
# - A rate outside [0, 1), or `inference_samples` that is no integer ≥ 0, is a `ValueError` whose text names the argument.
# - Input (batch, inputs), any batch size; the output has the layer's dtype; `get_config` returns all six arguments.
#
# Not allowed: ready-made dropout on the kernel. All other random functions, `keras.activations.get`, `ops.matmul` and
# `ops.einsum` are allowed: `ops.einsum("bi,biu->bu", x, w)` multiplies each example by a matrix of its own.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# `DropConnectDense(units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None)` 층을 작성하세요.
#
# - 가중치: `kernel` (inputs, units)은 `glorot_uniform`, `bias` (units,)는 0으로 시작하며 `use_bias`일 때만 있습니다.
# - 학습: 예제마다 마스크가 있고 호출할 때마다 새로 뽑습니다 (`tf.function`, `fit`, `jit_compile=True`에서도).
# - 추론(`training`을 주지 않았을 때 포함): `inference_samples=0`이면 평균 방법, `inference_samples=k`이면 표본 k개를 쓰는 정규
#   분포 방법입니다. 난수는 호출, 예제, 유닛, 표본마다 새로 뽑습니다.
# - 새로 만든 두 층의 `seed`가 같으면 마스크를 같은 순서로 뽑습니다. 시드가 없으면 층마다 다릅니다.
# - [0, 1) 밖의 rate나 0 이상의 정수가 아닌 `inference_samples`에는 인자의 이름이 든 `ValueError`를 냅니다.
# - 입력은 (batch, inputs)이고 배치 크기는 무엇이든 됩니다. 출력의 dtype은 층의 dtype이고, `get_config`는 여섯 인자를 모두 돌려줍니다.
#
# 쓸 수 없는 것: 이미 만들어진 드롭아웃을 커널에 쓰는 것. 다른 난수 함수와 `keras.activations.get`, `ops.matmul`, `ops.einsum`은
# 쓸 수 있습니다. `ops.einsum("bi,biu->bu", x, w)`은 예제마다 자기 행렬을 곱합니다.

# %% deepclinic="exercise"
# Your DropConnectDense goes here.

# %% [markdown] lang="en"
# ## Your layer at work: the masks
#
# With a kernel of ones and a single 1 as the input, the output is one row of the mask. Here are three examples of one batch,
# then the first of them again in a second call. No two pictures should be alike.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기: 마스크
#
# 커널이 모두 1이고 입력에 1이 하나만 있으면 출력은 마스크의 한 행입니다. 한 배치의 예제 셋과, 두 번째 호출의 첫 예제를
# 그렸습니다. 똑같은 그림이 둘 있으면 안 됩니다.

# %%
layer = DropConnectDense(16 * 12, rate=0.5, seed=3)  # 16 x 12 connections of one input, drawn as a picture
layer.build((None, 1))
layer.kernel.assign(np.ones((1, 16 * 12)))
first, second = (np.asarray(layer(np.ones((3, 1)), training=True)).reshape(3, 16, 12) for _ in range(2))
pictures = {f"call 1, example {i + 1}": first[i] for i in range(3)} | {"call 2, example 1": second[0]}
figure, axes = plt.subplots(1, 4, figsize=(10, 3.2), layout="constrained")
for axis, (name, picture) in zip(axes, pictures.items(), strict=True):
    axis.imshow(picture, cmap="gray", vmin=0, vmax=2)
    axis.set(title=name, xticks=[], yticks=[])
plt.show()
print("values:", np.unique(first), " share dropped:", np.mean(first == 0).round(3))

# %% [markdown] lang="en"
# ## Your layer at work: the generalization gap
#
# The task of the dropout lesson: 300 digits, three labels in ten wrong. Three networks of 64 hidden units: a plain one, one
# with dropout on the hidden units, one with your layer in the place of the hidden layer.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기: 일반화 간극
#
# 드롭아웃 수업의 과제입니다. 숫자 300개 중 열에 셋은 레이블이 틀렸습니다. 은닉 유닛 64개짜리 신경망 셋을 비교합니다. 아무것도
# 없는 것, 은닉 유닛에 드롭아웃을 쓴 것, 은닉층 자리에 여러분의 층을 넣은 것입니다.

# %%
x, y = x_train[:300], y_train[:300].copy()
wrong = rng.permutation(300)[:90]
y[wrong] = (y[wrong] + rng.integers(1, 10, 90)) % 10  # never the right digit
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train(kind, seed):
    """Train a network whose hidden layer is of this kind; return it."""
    keras.utils.set_random_seed(seed)
    hidden = {
        "plain": lambda: [keras.layers.Dense(64, activation="relu")],
        "dropout 0.7": lambda: [keras.layers.Dense(64, activation="relu"), keras.layers.Dropout(0.7)],
        "DropConnect 0.7": lambda: [DropConnectDense(64, rate=0.7, activation="relu")],
    }[kind]()
    model = keras.Sequential([keras.Input((64,)), *hidden, keras.layers.Dense(10)])
    # Compiling takes longer than training a network this small.
    model.compile(keras.optimizers.Adam(0.01), cross_entropy, jit_compile=False)
    for _ in range(60):
        model.train_on_batch(x, y)
    return model


rows = {}
for kind in ("plain", "dropout 0.7", "DropConnect 0.7"):
    found = []
    for seed in range(3):
        model = train(kind, seed)
        logits, test_logits = (np.asarray(model(inputs, training=False)) for inputs in (x, x_test))
        losses = float(cross_entropy(y, logits)), float(cross_entropy(y_test, test_logits))
        found.append([*losses, np.mean(test_logits.argmax(axis=1) == y_test)])
    rows[kind] = np.mean(found, axis=0)
network = model  # the last one, with your layer

figure, axis = plt.subplots(figsize=(7, 3), layout="constrained")
places = np.arange(3)
axis.bar(places - 0.2, [row[0] for row in rows.values()], 0.4, label="training loss")
axis.bar(places + 0.2, [row[1] for row in rows.values()], 0.4, label="validation loss")
axis.set(xticks=places, xticklabels=rows, ylabel="loss at inference", title="The gap between the bars, means over 3 seeds")
axis.legend()
plt.show()
for kind, (train_loss, test_loss, accuracy) in rows.items():
    print(f"{kind:16s} gap {test_loss - train_loss:5.2f}   validation accuracy {accuracy:.3f}")

# %% [markdown] lang="en"
# Both ways of dropping close the gap. That a gap can be negative is no mistake: three in ten of the training labels are
# wrong, and a network that does not believe them has a high loss on them; the validation labels are right.

# %% [markdown] lang="ko"
# 두 방법 모두 간극을 좁힙니다. 간극이 음수가 되는 것은 오류가 아닙니다. 학습 레이블은 열에 셋이 틀렸고, 그것을 믿지 않는
# 신경망은 거기서 손실이 큽니다. 검증 레이블은 맞습니다.

# %% [markdown] lang="en"
# ## Mean or Gaussian inference?
#
# What both want to be is the average of $a(z)$ over all masks. Here is that average for the hidden layer that you trained,
# over 1,000 masks for each of 50 test digits; and how far the two ways are from it.

# %% [markdown] lang="ko"
# ## 평균인가 정규 분포인가?
#
# 두 방법이 모두 구하려는 것은 모든 마스크에 대한 $a(z)$의 평균입니다. 여러분이 학습시킨 은닉층에 대해, 테스트 숫자 50개마다
# 마스크 1,000개의 평균을 구하고, 두 방법이 거기서 얼마나 떨어져 있는지 재 봅니다.

# %%
trained = network.layers[0]
few = x_test[:50]
repeated = np.repeat(few, 20, axis=0)
over_masks = np.mean([np.asarray(trained(repeated, training=True)) for _ in range(50)], axis=0)
over_masks = over_masks.reshape(50, 20, 64).mean(axis=1)


def inference_layer(samples):
    """The trained layer with another number of samples."""
    layer = DropConnectDense(64, rate=0.7, activation="relu", inference_samples=samples)
    layer.build((None, 64))
    layer.kernel.assign(trained.kernel)
    layer.bias.assign(trained.bias)
    return layer


def error(hidden):
    """Root mean square distance from the average over masks."""
    return float(np.sqrt(np.mean((np.asarray(hidden) - over_masks) ** 2)))


mean_error = error(inference_layer(0)(few))
counts = [1, 4, 16, 64, 128]
sample_errors = [error(inference_layer(samples)(few)) for samples in counts]
figure, axis = plt.subplots(figsize=(7, 3.2), layout="constrained")
axis.loglog(counts, sample_errors, "o-", label="Gaussian inference")
axis.axhline(mean_error, color="black", linestyle=":", label="mean inference")
axis.set(xlabel="inference_samples", ylabel="distance from the average over masks", title="Hidden layer, 50 test digits")
axis.legend()
plt.show()
for samples, distance in zip((0, *counts), (mean_error, *sample_errors), strict=True):
    print(f"inference_samples={samples:3d}: distance {distance:.3f}")

output = network.layers[1]
for samples in (0, 1, 16, 128):
    logits = output(inference_layer(samples)(x_test))
    accuracy = np.mean(np.asarray(logits).argmax(axis=1) == y_test)
    print(f"inference_samples={samples:3d}: validation loss {float(cross_entropy(y_test, logits)):.3f}, accuracy {accuracy:.3f}")

# %% [markdown] lang="en"
# One sample is worse than the mean: it is noisy. But the error of the samples falls with $1/\sqrt{k}$, while that of the mean
# stays where it is: it comes from exchanging average and activation, and no amount of computing removes it. With enough
# samples the Gaussian is nearer to the truth. How much of that reaches the loss, and the accuracy, you see in the last lines:
# here the network has learned to live with either.

# %% [markdown] lang="ko"
# 표본이 하나면 평균 방법보다 못합니다. 잡음이 크기 때문입니다. 그러나 표본의 오차는 $1/\sqrt{k}$로 줄고, 평균 방법의 오차는 그대로
# 있습니다. 그 오차는 평균과 활성화 함수의 순서를 바꾼 데서 오므로 계산을 아무리 많이 해도 사라지지 않습니다. 표본이
# 충분하면 정규 분포 방법이 참값에 더 가깝습니다. 그것이 손실과 정확도에 얼마나 영향을 주는지는 마지막 줄에 나옵니다. 이
# 신경망은 어느 쪽이든 잘 견디도록 배웠습니다.

# %% [markdown] lang="en"
# ## The trap: one mask for the batch
#
# A mask of the kernel's shape, shared by all examples, is one line shorter and much cheaper: one example's mask instead of
# a batch of them. The mean and the variance of each example are right, the loss falls, no curve shows it. What is wrong is
# what the batch does *together*. Here the same digit is fed 60 times; the batch's mean output is what a gradient step sees.

# %% [markdown] lang="ko"
# ## 함정: 배치에 마스크 하나
#
# 커널과 모양이 같은 마스크 하나를 모든 예제가 함께 쓰면 코드가 한 줄 짧고 훨씬 쌉니다. 마스크가 배치만큼이 아니라 하나면
# 되기 때문입니다. 예제 하나하나의 평균과 분산은 맞고, 손실도 줄고, 곡선에도 나타나지 않습니다. 틀린 것은 배치가 *함께*
# 하는 일입니다. 같은 숫자를 60번 넣어 봅니다. 경사 하강의 한 걸음을 정하는 것은 배치 전체의 평균 출력입니다.

# %%
layer = DropConnectDense(1, rate=0.5)
layer.build((None, 64))
layer.kernel.assign(kernel[:, :1])
batch = np.repeat(x_test[:1], 60, axis=0)
own = [float(ops.mean(layer(batch, training=True))) for _ in range(300)]
terms = x_test[0] * kernel[:, 0]
shared = (rng.random((300, 64)) >= 0.5) @ terms / 0.5  # one mask: all 60 examples say the same
figure, axis = plt.subplots(figsize=(7, 2.8), layout="constrained")
axis.hist(shared, bins=30, alpha=0.6, label="one mask for the batch")
axis.hist(own, bins=30, alpha=0.6, label="a mask for each example (your layer)")
axis.set(xlabel="mean output of the batch", ylabel="calls of 300")
axis.legend()
plt.show()
print(f"standard deviation of the batch's mean: shared {np.std(shared):.3f}, own {np.std(own):.3f}, "
      f"ratio {np.std(shared) / np.std(own):.1f} (square root of 60 is {60**0.5:.1f})")

# %% [markdown] lang="en" question="dropconnect"
# ## Question
#
# 1. Derive the variance $\frac{p}{1-p}\,(x_i W_{iu})^2$ of one term, and say which property of the mask lets you add the
#    variances of the terms.
# 2. For which units is the Gaussian a poor picture of the sum over masks? Think of how many terms matter.
# 3. With a linear activation mean inference is exact. Is Gaussian inference with $k$ samples then better, worse, or the same?

# %% [markdown] lang="ko" question="dropconnect"
# ## 질문
#
# 1. 항 하나의 분산 $\frac{p}{1-p}\,(x_i W_{iu})^2$을 유도하고, 항들의 분산을 더할 수 있게 하는 마스크의 성질이 무엇인지
#    말해 보세요.
# 2. 어떤 유닛에서 정규 분포가 마스크에 걸친 합을 잘 나타내지 못할까요? 중요한 항이 몇 개인지 생각해 보세요.
# 3. 활성화 함수가 선형이면 평균 방법이 정확합니다. 그때 표본 $k$개를 쓰는 정규 분포 방법은 더 나을까요, 못할까요, 같을까요?

# %% [markdown] lang="en" guide="dropconnect"
# Full marks for: (1) $E[M^2] - E[M]^2 = \frac{1}{1-p} - 1 = \frac{p}{1-p}$, times $(x_i W_{iu})^2$; variances add because the
# entries are independent (uncorrelated is enough). (2) Units for which one or few terms dominate (sparse inputs, one large
# weight): the sum then takes a few values only; the central limit theorem needs many comparable terms. (3) Worse: it has the
# same mean and adds noise of variance v/k. Two thirds of the marks for two of the three.

# %% [markdown] lang="ko" guide="dropconnect"
# 만점 기준: (1) $E[M^2] - E[M]^2 = \frac{1}{1-p} - 1 = \frac{p}{1-p}$이고 여기에 $(x_i W_{iu})^2$을 곱한다. 원소들이
# 독립이므로 (상관이 없기만 해도) 분산이 더해진다. (2) 한두 항이 지배하는 유닛 (희소한 입력, 큰 가중치 하나): 합이 몇 가지
# 값만 가진다. 중심 극한 정리에는 크기가 비슷한 항이 많이 필요하다. (3) 못하다. 평균은 같고 분산 v/k의 잡음이 더해진다. 셋
# 가운데 둘을 맞히면 삼분의 이.

# %% [markdown] lang="en"
# ## Sources
#
# - L. Wan, M. Zeiler, S. Zhang, Y. LeCun, R. Fergus (2013), *Regularization of Neural Networks using DropConnect*,
#   Proceedings of ICML 2013, PMLR 28(3), 1058-1066.
# - N. Srivastava et al. (2014), *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*, JMLR 15, 1929-1958.
# - The digits: E. Alpaydin, C. Kaynak (1998), UCI Machine Learning Repository, doi:10.24432/C50P49.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - L. Wan, M. Zeiler, S. Zhang, Y. LeCun, R. Fergus (2013), *Regularization of Neural Networks using DropConnect*,
#   Proceedings of ICML 2013, PMLR 28(3), 1058-1066.
# - N. Srivastava et al. (2014), *Dropout: A Simple Way to Prevent Neural Networks from Overfitting*, JMLR 15, 1929-1958.
# - 숫자 데이터: E. Alpaydin, C. Kaynak (1998), UCI Machine Learning Repository, doi:10.24432/C50P49.
