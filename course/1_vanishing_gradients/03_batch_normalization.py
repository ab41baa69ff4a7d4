# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: batch_normalization
#     title: {en: "Batch normalization", ko: "배치 정규화"}
#     defines: [BatchNormalization]
#     minutes: [45, 90]
#     not_allowed:
#       - keras.layers.*Normalization
#       - keras.ops.*_normalization
#       - keras.ops.nn.*_normalization
#       - tf.nn.batch_norm*
#       - tf.compat.v1.nn.*batch_norm*
#       - tf.compat.v1.layers.*batch_norm*
#       - tf.raw_ops.*BatchNorm*
# ---

# %% [markdown] lang="en"
# # Batch normalization
#
# The ReLU was one cure for vanishing gradients. But the sigmoid itself is not that bad: around 0 its slope is 1/4, and ten
# such factors could be made up for by larger weights. What really hurts is *where* a unit's inputs lie. Far from 0 the sigmoid
# is flat; and if all examples give a unit nearly the same input, then the unit tells them apart no longer, whatever its slope.
#
# So today we look at the inputs of the non-linearity, $z = W^\top a + b$, the **pre-activations**.

# %% [markdown] lang="ko"
# # 배치 정규화
#
# ReLU는 기울기 소실을 고치는 한 가지 방법이었습니다. 하지만 시그모이드 자체가 그렇게 나쁜 것은 아닙니다. 0 근처에서는 도함수가
# 1/4이고, 이런 수가 열 번 곱해져도 가중치를 키워 보상할 수 있습니다. 정말 문제가 되는 것은 유닛의 입력이 *어디에* 놓이는가입니다.
# 0에서 먼 곳에서 시그모이드는 평평합니다. 게다가 모든 예제가 한 유닛에 거의 같은 입력을 준다면, 도함수가 얼마이든 그 유닛은 예제들을
# 더는 구별하지 못합니다.
#
# 그래서 오늘은 비선형 함수의 입력 $z = W^\top a + b$, 곧 **활성화 전 값**(pre-activation)을 들여다봅니다.

# %% [markdown] lang="en"
# ## Predict first
#
# The patient has five hidden layers of 32 sigmoid units, He's initialization, and is untrained. We send 1,197 digits through it
# and look at the pre-activations of single units.
#
# Write down your guess: for a unit in the first hidden layer, and for one in the fifth, do the 1,197 inputs lie on both sides of
# 0, or all on one side? How wide are they spread?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 이번 환자는 시그모이드 유닛이 32개씩인 은닉층이 다섯 개이고, He 초기화를 했으며, 아직 학습하지 않았습니다. 숫자 이미지 1,197장을
# 넣고 유닛 하나하나의 활성화 전 값을 살펴봅니다.
#
# 예상을 적어 두세요. 첫 번째 은닉층의 유닛과 다섯 번째 은닉층의 유닛에서, 입력 1,197개는 0의 양쪽에 놓일까요, 한쪽에만
# 몰릴까요? 얼마나 넓게 퍼져 있을까요?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

train, test = digits(standardize=True)  # x: (1197, 64) and (600, 64)


def network(normalization=None):
    """Five hidden layers: Dense, then a new layer from `normalization()` if given, then the sigmoid. Ten logits."""

    def dense(units, seed):
        return keras.layers.Dense(units, kernel_initializer=keras.initializers.HeNormal(seed=seed))

    model = keras.Sequential([keras.Input((64,))])
    for i in range(5):
        model.add(dense(32, i))
        if normalization is not None:
            model.add(normalization())
        model.add(keras.layers.Activation("sigmoid"))
    model.add(dense(10, 99))
    return model


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def draw(axis, values, title):
    """For each column (unit): a histogram of its inputs, and in bold the part of the sigmoid that they use."""
    bins = np.linspace(-6, 6, 121)
    axis.plot(bins, sigmoid(bins), color="gray", linestyle=":")
    for unit, column in enumerate(values.T):
        counts, _ = np.histogram(column, bins)
        axis.stairs(0.6 * counts / counts.max(), bins, fill=True, alpha=0.5, color=f"C{unit}")
        used = np.linspace(*np.quantile(column, (0.02, 0.98)), 50)
        axis.plot(used, sigmoid(used), color=f"C{unit}", linewidth=5, alpha=0.7, solid_capstyle="round")
    axis.axvline(0, color="gray", linewidth=0.5)
    axis.set(title=title, xlabel="input of the sigmoid", xlim=(-6, 6), ylim=(0, 1.05))


model = network()
hidden = [layer.output for layer in model.layers[:-1] if isinstance(layer, keras.layers.Dense)]
z = keras.Model(model.inputs, hidden).predict(train.x, verbose=0)  # five arrays (1197, 32)

units = [0, 1, 2, 3]
figure, axes = plt.subplots(1, 3, figsize=(10, 3), sharey=True)
for axis, layer in zip(axes, (1, 3, 5), strict=True):
    draw(axis, z[layer - 1][:, units], f"hidden layer {layer}: four units")
axes[0].set_ylabel("sigmoid; examples (not to scale)")
plt.tight_layout()
plt.show()

for layer, values in enumerate(z, start=1):
    one_side = np.all(values > 0, axis=0) | np.all(values < 0, axis=0)
    print(f"hidden layer {layer}: {one_side.sum():2} of 32 units have all inputs on one side of 0;", end=" ")
    print(f"spread over the examples (standard deviation) {values.std(axis=0).mean():.3f}")

# %% [markdown] lang="en"
# Each colour is one unit: its histogram below, and in bold the part of the sigmoid that it uses. In the first layer the inputs
# lie on both sides of 0. In the fifth nearly every unit has **all its inputs on one side** of the non-linearity, squeezed into
# a spike, one point of the sigmoid: for such a unit all 1,197 digits are the same digit. What the layer computes is then the
# same for every example, so nothing is left to learn from. (A ReLU unit with all inputs on one side is either a plain line or
# always 0: no non-linearity either way.)
#
# Why does it happen? The outputs of a sigmoid are never negative. So the next layer's inputs are weighted sums of numbers around
# 1/2, and the sum of a unit's 32 weights decides where they all land.
#
# ## The cure
#
# Put each unit's inputs back where the sigmoid is steep and tells examples apart: subtract their mean, divide by their standard
# deviation. The mean over the whole training set would be too costly in every step, so **batch normalization** takes it over the batch. For each
# channel (a unit of a dense layer, a feature map of a convolution) with the values $x_1, \dots, x_n$ in this batch:
#
# $$\mu = \frac1n \sum_i x_i, \qquad \sigma^2 = \frac1n \sum_i (x_i - \mu)^2, \qquad
# \hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}}, \qquad y_i = \gamma\, \hat x_i + \beta .$$
#
# $\epsilon$ keeps us from dividing by 0. The scale $\gamma$ and the shift $\beta$ are learned by gradient descent, one of each
# per channel. $\mu$ and $\sigma^2$ are functions of the inputs, and the gradient has to flow through them too.
#
# **At inference** there may be no batch: one image comes, one answer is due, and it must not depend on what else is in the batch.
# So in training the layer also keeps moving statistics of what it sees,
#
# $$\bar\mu \leftarrow m\, \bar\mu + (1 - m)\, \mu, \qquad \bar\sigma^2 \leftarrow m\, \bar\sigma^2 + (1 - m)\, \sigma^2,$$
#
# with the momentum $m$, and at inference it uses those, and changes nothing:
#
# $$y_i = \gamma\, \frac{x_i - \bar\mu}{\sqrt{\bar\sigma^2 + \epsilon}} + \beta .$$

# %% [markdown] lang="ko"
# 색깔 하나가 유닛 하나입니다. 아래는 히스토그램이고, 굵은 선은 그 유닛이 쓰는 시그모이드의 부분입니다. 첫 번째 층에서는 입력이 0의 양쪽에 놓입니다.
# 다섯 번째 층에서는 거의 모든 유닛의 **입력이 모두 비선형 함수의 한쪽에 몰려**, 시그모이드의 한 점에 뭉쳐 있습니다. 이런 유닛에게는 숫자 1,197장이
# 모두 같은 숫자입니다. 층이 계산하는 값이 어떤 예제에서나 같으니 배울 것이 남지 않습니다. (ReLU라면 입력이 한쪽에 몰린 유닛은 그냥 직선이거나
# 언제나 0입니다. 어느 쪽이든 비선형성이 없습니다.)
#
# 왜 이렇게 될까요? 시그모이드의 출력은 음수가 되지 않습니다. 그래서 다음 층의 입력은 1/2 근처의 수들을 가중치로 더한 값이고, 유닛의
# 가중치 32개의 합이 입력 전체가 놓일 자리를 정합니다.
#
# ## 치료법
#
# 유닛의 입력을 시그모이드가 가팔라 예제를 구별할 수 있는 곳으로 되돌려 놓습니다. 평균을 빼고 표준편차로 나누면 됩니다. 학습 단계마다 학습 데이터 전체의
# 평균을 구하려면 너무 비싸므로, **배치 정규화**는 배치의 평균을 씁니다. 채널(완전 연결 층의 유닛, 합성곱의 특징 맵)마다 이
# 배치에서의 값을 $x_1, \dots, x_n$이라고 하면
#
# $$\mu = \frac1n \sum_i x_i, \qquad \sigma^2 = \frac1n \sum_i (x_i - \mu)^2, \qquad
# \hat x_i = \frac{x_i - \mu}{\sqrt{\sigma^2 + \epsilon}}, \qquad y_i = \gamma\, \hat x_i + \beta .$$
#
# $\epsilon$은 0으로 나누지 않게 해 줍니다. 스케일(scale) $\gamma$와 이동(shift) $\beta$는 경사 하강법으로 학습하며, 채널마다 하나씩 있습니다.
# $\mu$와 $\sigma^2$은 입력의 함수이므로 기울기가 이들을 거쳐서도 흘러야 합니다.
#
# **추론할 때**는 배치가 없을 수 있습니다. 이미지 한 장이 들어오면 답 하나를 내야 하고, 그 답은 배치에 무엇이 함께 들어 있는지에 따라
# 달라지면 안 됩니다. 그래서 층은 학습하는 동안 본 것의 이동 통계량을 모멘텀 $m$으로 기록해 두었다가,
#
# $$\bar\mu \leftarrow m\, \bar\mu + (1 - m)\, \mu, \qquad \bar\sigma^2 \leftarrow m\, \bar\sigma^2 + (1 - m)\, \sigma^2,$$
#
# 추론할 때 그것을 쓰고, 아무것도 바꾸지 않습니다.
#
# $$y_i = \gamma\, \frac{x_i - \bar\mu}{\sqrt{\bar\sigma^2 + \epsilon}} + \beta .$$

# %% [markdown] lang="en"
# ## What a layer with weights looks like
#
# The layer of the last lesson had none. Weights are made in `build`, which Keras calls once, before the first `call`: only then is
# the shape of the input known. Here is a different layer, complete but for `__init__` and `get_config`: it adds a learned number
# to each feature, and counts how often it was trained.

# %% [markdown] lang="ko"
# ## 가중치가 있는 Keras 층은 어떻게 생겼나
#
# 앞 수업의 층에는 가중치가 없었습니다. 가중치는 `build`에서 만듭니다. Keras는 첫 `call` 직전에 `build`를 한 번 호출하는데, 입력의
# 모양을 그때 비로소 알 수 있기 때문입니다. 아래는 `__init__`과 `get_config`만 뺀, 다른 층의 완전한 예입니다. 특성마다 학습되는 수를
# 더하고, 몇 번 학습했는지 셉니다.


# %%
@keras.saving.register_keras_serializable(package="example")
class CountingShift(keras.layers.Layer):
    def build(self, input_shape):  # e.g. (None, 3): the batch size is not known
        self.shift = self.add_weight(shape=(input_shape[-1],), initializer="zeros", name="shift")
        self.steps = self.add_weight(shape=(), initializer="zeros", trainable=False, name="steps")

    def call(self, inputs, training=False):
        if training:  # `fit` says so, `predict` does not
            self.steps.assign(self.steps + 1)
        return inputs + self.shift


layer = CountingShift()
for training in (True, True, False):
    layer(np.ones((4, 3)), training=training)
print("trained by gradient descent:", [(w.name, tuple(w.shape)) for w in layer.trainable_weights])
print("left alone by it:           ", [(w.name, tuple(w.shape)) for w in layer.non_trainable_weights])
print("steps after the three calls:", float(layer.steps))

# %% [markdown] lang="en"
# A weight keeps its value from one call to the next, also inside `tf.function`, and is saved with the model; a number kept in a
# plain Python attribute would be changed only once, while the function is traced. What gradient descent must leave alone is made with
# `trainable=False` and changed with `assign`.

# %% [markdown] lang="ko"
# 가중치는 호출이 끝나도, `tf.function` 안에서도 값을 간직하며 모델과 함께 저장됩니다. 값을 평범한 파이썬 속성에 두면 함수를
# 추적할 때 한 번만 바뀝니다. 경사 하강법이 건드리면 안 되는 것은 `trainable=False`로 만들고 `assign`으로 바꿉니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write the layer `BatchNormalization(axis=-1, momentum=0.99, epsilon=1e-3)`:
#
# - Weights in this order: trainable `gamma` (ones) and `beta` (zeros), non-trainable `moving_mean` (zeros) and `moving_variance`
#   (ones), each of shape `(channels,)`; as attributes and as names of the weights.
# - `axis` is the axis of the channels, the only one over which nothing is averaged. Inputs may have any rank from 2 on: `(batch,
#   units)`, images `(batch, height, width, channels)`, or, with `axis=1`, `(batch, channels, height, width)`.
# - `training=True`: the statistics of the batch, and the update of the moving ones. Otherwise, also when nothing is said: the
#   moving statistics, and no update.
# - A layer that somebody freezes with `layer.trainable = False` works as at inference even with `training=True`.
# - `momentum` outside [0, 1] and `epsilon <= 0` are a `ValueError` that names the argument.
# - It works in `model.fit`, inside `tf.function`, in mixed precision (`mixed_float16`, `mixed_bfloat16`), and after saving and
#   loading.
#
# **Not allowed:** a ready-made normalization (`keras.layers.BatchNormalization`, `keras.ops.batch_normalization`,
# `tf.nn.batch_normalization` and the like). `ops.mean`, `ops.var`, `ops.moments` are fine. A tip: join tensors with `+`, `-`, `*`:
# they line shapes up from the right (broadcasting); `ops.add` has ideas of its own about shapes such as `(1, channels, 1, 1)`.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# `BatchNormalization(axis=-1, momentum=0.99, epsilon=1e-3)` 층을 작성하세요.
#
# - 가중치는 이 순서로 만듭니다. 학습되는 `gamma`(1)와 `beta`(0), 학습되지 않는 `moving_mean`(0)과 `moving_variance`(1)이고, 모양은
#   모두 `(channels,)`입니다. 속성의 이름과 가중치의 이름이 모두 이와 같아야 합니다.
# - `axis`는 채널의 축이며, 평균을 내지 않는 유일한 축입니다. 입력은 2차원 이상이면 몇 차원이든 됩니다. `(batch, units)`, 이미지
#   `(batch, height, width, channels)`, 또는 `axis=1`일 때 `(batch, channels, height, width)` 등입니다.
# - `training=True`이면 배치의 통계량을 쓰고 이동 통계량을 갱신합니다. 그 밖에는(`training`을 지정하지 않았을 때도) 이동 통계량을 쓰고 갱신하지
#   않습니다.
# - 누군가 `layer.trainable = False`로 동결한 층은 `training=True`라도 추론할 때처럼 동작합니다.
# - `momentum`이 [0, 1]을 벗어나거나 `epsilon <= 0`이면 인자의 이름을 적은 `ValueError`를 냅니다.
# - `model.fit`, `tf.function`, 혼합 정밀도(`mixed_float16`, `mixed_bfloat16`)에서 동작하고, 저장했다가 불러온 뒤에도 동작합니다.
#
# **사용할 수 없는 것:** 이미 만들어진 정규화(`keras.layers.BatchNormalization`, `keras.ops.batch_normalization`,
# `tf.nn.batch_normalization` 등). `ops.mean`, `ops.var`, `ops.moments`는 써도 됩니다. 한 가지 도움말: 텐서는 `+`, `-`, `*`로
# 계산하세요. 모양을 오른쪽부터 맞춥니다(브로드캐스팅). `ops.add`는 `(1, channels, 1, 1)` 같은 모양을 제 나름대로 해석합니다.

# %% deepclinic="exercise"
# Your class goes here.

# %% [markdown] lang="en"
# ## Your layer at work
#
# First the same four units of the fifth hidden layer, before and after your layer.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기
#
# 먼저 다섯 번째 은닉층의 같은 유닛 네 개를, 여러분의 층을 거치기 전과 후에 살펴봅니다.

# %%
layer = BatchNormalization(epsilon=1e-9)
normalized = keras.ops.convert_to_numpy(layer(z[4], training=True))

figure, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
draw(axes[0], z[4][:, units], "hidden layer 5: as it is")
draw(axes[1], normalized[:, units], "hidden layer 5: normalised")
axes[0].set_ylabel("sigmoid; examples (not to scale)")
plt.tight_layout()
plt.show()
print("means:    ", normalized[:, units].mean(axis=0).round(3))
print("variances:", normalized[:, units].var(axis=0).round(3))

# %% [markdown] lang="en"
# Mean 0, variance 1: now the digits can be told apart again. But should every unit be like this, always? Between -1 and 1 the
# sigmoid is nearly a straight line, and a network of lines is one line. This is where the scale and the shift come in.

# %% [markdown] lang="ko"
# 평균 0, 분산 1입니다. 이제 숫자들을 다시 구별할 수 있습니다. 그런데 모든 유닛이 언제나 이래야 할까요? -1과 1 사이에서 시그모이드는
# 거의 직선이고, 직선을 아무리 쌓아도 직선입니다. 스케일과 이동이 필요한 까닭이 여기에 있습니다.

# %%
figure, axes = plt.subplots(1, 4, figsize=(12, 3), sharey=True)
cases = (
    (0.25, 0.0, "nearly a line"),
    (1.0, 0.0, "as normalised"),
    (4.0, 0.0, "nearly a switch"),
    (1.0, 3.0, "one side again"),
)
for axis, (gamma, beta, what) in zip(axes, cases, strict=True):
    layer.gamma.assign(np.full(32, gamma))
    layer.beta.assign(np.full(32, beta))
    values = keras.ops.convert_to_numpy(layer(z[4], training=True))
    draw(axis, values[:, :1], f"gamma {gamma}, beta {beta}:\n{what}")
axes[0].set_ylabel("sigmoid; examples (not to scale)")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# Learning the scale and the shift gives back what normalising took away: **the network itself decides how much non-linearity it
# keeps**. A small $\gamma$ keeps a unit in the nearly linear part, a large one makes it a switch, and $\beta$ moves it to one side
# where that helps. What an accident of 32 random weights decided before is now one number that gradient descent can see.
#
# Now the patient itself, trained without your layer, with it at the momentum 0.9, and with it at the default momentum, 0.99. Solid
# lines are the training loss, dashed lines the validation loss (of the 600 test digits, which serve for it here).

# %% [markdown] lang="ko"
# 스케일과 이동을 학습하면 정규화가 앗아간 것을 되찾습니다. **비선형성을 얼마나 쓸지 신경망이 스스로 정합니다**. $\gamma$가 작으면
# 유닛이 거의 직선인 부분에 머물고, 크면 스위치처럼 되며, $\beta$는 도움이 될 때 유닛을 한쪽으로 옮깁니다. 전에는 우연히 뽑힌 가중치
# 32개가 정하던 것이 이제는 경사 하강법이 볼 수 있는 수 하나가 되었습니다.
#
# 이제 환자를 학습시킵니다. 여러분의 층이 없을 때, 모멘텀 0.9로 있을 때, 그리고 기본값 0.99로 있을 때입니다. 실선은 학습 손실, 점선은
# 검증 손실입니다(여기서는 테스트 숫자 600개로 잽니다).

# %%
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
treatments = {
    "without": None,
    "with, momentum 0.9": lambda: BatchNormalization(momentum=0.9),
    "with, momentum 0.99": lambda: BatchNormalization(momentum=0.99),
}
trained = {}
plt.figure(figsize=(7, 3.5))
for color, (name, normalization) in zip(("C3", "C0", "C1"), treatments.items(), strict=True):
    keras.utils.set_random_seed(0)
    model = trained[name] = network(normalization)
    model.compile(keras.optimizers.SGD(0.5), loss_fn, metrics=["accuracy"])
    history = model.fit(
        *train, batch_size=64, epochs=10, validation_data=test, validation_batch_size=600, verbose=0
    ).history
    epochs = range(1, 11)
    plt.plot(epochs, history["loss"], color=color, marker=".", label=name)
    plt.plot(epochs, history["val_loss"], color=color, marker=".", linestyle="--")
    print(f"{name:20} training loss {history['loss'][-1]:.2f}, validation loss {history['val_loss'][-1]:.2f},", end=" ")
    print(f"validation accuracy {history['val_accuracy'][-1]:.2f}")
plt.xlabel("epoch")
plt.ylabel("loss (dashed: validation)")
plt.legend()
plt.tight_layout()
plt.show()

model = trained["with, momentum 0.9"]
for i, layer in enumerate((layer for layer in model.layers if isinstance(layer, BatchNormalization)), start=1):
    gamma = keras.ops.convert_to_numpy(layer.gamma)
    print(f"hidden layer {i}: the learned gamma are between {gamma.min():.2f} and {gamma.max():.2f}")

# %% [markdown] lang="en"
# Without your layer the network learns nothing; with it, the very same network learns in a few epochs. (The dashed line of
# momentum 0.99 is odd: the question below is about it.) Look at the learned scales too: the first layers stay close to 1, while the last one has chosen to be more of a switch.
#
# Why does it help? Ioffe and Szegedy argued that a layer learns better when the distribution of its inputs does not drift while the layers
# below change. Santurkar and others later found that batch normalization helps even when such a drift is added on purpose, and that
# it makes the loss smoother, so that larger steps are safe. The question is not closed.
#
# ## The trap
#
# The same layer computes two different functions, one in training and one at inference. Many mistakes with it come from that. What happens if the trained network is used with the statistics of the batch, as in training?

# %% [markdown] lang="ko"
# 여러분의 층이 없으면 신경망은 아무것도 배우지 못하고, 있으면 똑같은 신경망이 몇 에포크 만에 배웁니다. (모멘텀 0.99의 점선은
# 이상합니다. 아래 질문에서 다룹니다.) 학습된 스케일도 보세요. 앞쪽
# 층들은 1 가까이에 머물지만, 마지막 층은 스위치에 더 가까워지는 쪽을 택했습니다.
#
# 왜 도움이 될까요? Ioffe와 Szegedy는 아래층이 변하는 동안에도 층의 입력 분포가 흔들리지 않으면 더 잘 학습된다고 설명했습니다. 그 뒤
# Santurkar 등은 일부러 입력 분포를 흔들어도 배치 정규화가 도움이 되며, 배치 정규화가 손실을 더 매끄럽게 만들어 큰 걸음도 안전하게
# 해 준다는 것을 보였습니다. 아직 완전히 풀린 문제는 아닙니다.
#
# ## 함정
#
# 같은 층이 학습할 때와 추론할 때 서로 다른 함수를 계산합니다. 이 층을 쓰다가 저지르는 실수의 상당수가 여기서 비롯됩니다. 학습된 신경망을
# 학습할 때처럼 배치의 통계량으로 사용하면 어떻게 될까요?

# %%
weights = model.get_weights()


def accuracy(x, y, size, training):
    """Share of right answers when the examples come in batches of `size`."""
    right = 0
    for start in range(0, len(x), size):
        logits = keras.ops.convert_to_numpy(model(x[start : start + size], training=training))
        right += np.sum(np.argmax(logits, axis=1) == y[start : start + size])
    model.set_weights(weights)  # calls with training=True have changed the moving statistics
    return right / len(x)


sizes = (1, 2, 4, 8, 16, 32, 64)
found = [accuracy(test.x[: 20 * size], test.y[: 20 * size], size, True) for size in sizes]  # up to 20 batches of each size
plt.figure(figsize=(6, 3))
plt.semilogx(sizes, found, marker=".", base=2, label="statistics of the batch")
plt.axhline(accuracy(*test, 600, False), color="gray", linestyle=":", label="moving statistics (any batch size)")
plt.xlabel("batch size")
plt.ylabel("accuracy")
plt.ylim(0, 1.05)
plt.legend(loc="lower right")
plt.tight_layout()
plt.show()

by_class = np.argsort(test.y, kind="stable")
sorted_digits = test.x[by_class], test.y[by_class]
print(f"batches of 60, sorted by class, statistics of the batch: {accuracy(*sorted_digits, 60, True):.2f}")
print(f"batches of 60, sorted by class, moving statistics:       {accuracy(*sorted_digits, 60, False):.2f}")

# %% [markdown] lang="en"
# A batch of one minus its own mean is 0: every image gets the same answer. Batches of two or four are not enough either, and even a
# large batch fails if it is not like those in training: when all its digits are of one class, normalising removes just what they have in
# common. So never validate or predict with `training=True`, do not train with tiny batches (layer normalization, next, does
# without the batch), and remember that a call with `training=True` changes the moving statistics, even if you only wanted to look.

# %% [markdown] lang="ko"
# 예제가 하나뿐인 배치에서 자신의 평균을 빼면 0입니다. 그래서 어떤 이미지든 같은 답을 얻습니다. 배치 크기가 2나 4여도 모자라고, 큰
# 배치라도 학습할 때와 다르면 실패합니다. 모두 같은 클래스의 숫자라면, 정규화가 바로 그 공통점을 지워 버리기 때문입니다. 그러니
# `training=True`로 검증하거나 예측하지 말고, 아주 작은 배치로 학습하지 마세요 (다음에 배울 층 정규화는 배치가 필요 없습니다). 또
# `training=True`로 호출하면, 그저 살펴보려고 했더라도 이동 통계량이 바뀐다는 것을 잊지 마세요.

# %% [markdown] lang="en" question="batch_normalization"
# ## Question
#
# With momentum 0.99 the training loss above is as good as with 0.9, but the validation loss is far worse. Is that over-fitting? Each epoch
# has 19 steps: after 10 epochs, how much do the initial values of the moving statistics (0 and 1) still count? Explain the gap,
# and name two ways to close it. How could you find out, with one call of the network, whether you are right?

# %% [markdown] lang="ko" question="batch_normalization"
# ## 질문
#
# 위에서 모멘텀이 0.99일 때 학습 손실은 0.9일 때만큼 좋지만 검증 손실은 훨씬 나쁩니다. 과적합일까요? 한 에포크는 19단계입니다.
# 10에포크가 지난 뒤에 이동 통계량의 초깃값(0과 1)은 아직 얼마나 반영되어 있나요? 차이가 나는 까닭을 설명하고, 차이를 없앨 방법을 두
# 가지 쓰세요. 신경망을 한 번 호출해서 여러분의 설명이 맞는지 확인하려면 어떻게 해야 할까요?

# %% [markdown] lang="en" guide="batch_normalization"
# It is not over-fitting (the training loss is measured with the statistics of the batch, the validation loss with the moving
# ones): the moving statistics lag behind. After 190 steps the initial values still weigh 0.99^190 ≈ 0.15, against 0.9^190 ≈ 2e-9, and the rest
# averages about 100 past steps, while the network was changing; five layers multiply the error (1 point: half for the number, half for the explanation). Remedies,
# two of: a smaller momentum; more steps; after training, a pass over the training data that only updates the moving statistics (0.5
# points). The test: the validation loss with `training=True` in one batch of all 600 digits is as good as with momentum 0.9; or compare moving_mean with the mean of the layer's inputs (0.5 points).

# %% [markdown] lang="ko" guide="batch_normalization"
# 과적합이 아닙니다. 학습 손실은 배치의 통계량으로, 검증 손실은 이동 통계량으로 잰 것인데, 이동 통계량이 뒤처져 있습니다. 190단계 뒤에도
# 초깃값의 비중은 0.99^190 ≈ 0.15이고(0.9라면 0.9^190 ≈ 2e-9), 나머지는 신경망이 변하는 동안의 지난 100단계쯤을 평균한 값이며, 다섯 층을
# 거치며 오차가 커집니다 (1점: 숫자 0.5점, 설명 0.5점). 방법은 다음 중 둘입니다. 모멘텀을 줄인다, 더 많은 단계를 학습한다, 학습이 끝난 뒤
# 이동 통계량만 갱신하도록 학습 데이터를 한 번 더 통과시킨다 (0.5점). 확인: 600장 전체를 한 배치로 하여 `training=True`로 잰 검증 손실이
# 모멘텀 0.9일 때만큼 좋다, 또는 moving_mean을 층 입력의 평균과 비교한다 (0.5점).

# %% [markdown] lang="en"
# ## Sources
#
# - S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training by reducing internal covariate shift*, ICML
#   2015, algorithms 1 and 2. Section 3 says why the scale and the shift are there.
# - S. Santurkar, D. Tsipras, A. Ilyas, A. Mądry, *How does batch normalization help optimization?*, NeurIPS 2018.
# - K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015, section 2.2 (the initialization).
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - S. Ioffe, C. Szegedy, *Batch normalization: accelerating deep network training by reducing internal covariate shift*, ICML
#   2015, 알고리즘 1과 2. 스케일과 이동이 왜 있는지는 3절에 나옵니다.
# - S. Santurkar, D. Tsipras, A. Ilyas, A. Mądry, *How does batch normalization help optimization?*, NeurIPS 2018.
# - K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015, 2.2절 (초기화).
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
