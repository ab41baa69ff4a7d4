# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: residual_block
#     title: {en: "Residual blocks", ko: "잔차 블록"}
#     defines: [DenseResidualBlock, ConvResidualBlock]
#     minutes: [30, 60]
#     not_allowed: [keras.applications.*]
# ---

# %% [markdown] lang="en"
# # Residual blocks
#
# The gradients are healed: with the ReLU and a fitting initialization they reach the first layer of a deep network. Here is a
# patient who has had both. Her network became deeper and deeper, and still something is wrong.

# %% [markdown] lang="ko"
# # 잔차 블록
#
# 기울기 문제는 고쳤습니다. ReLU와 알맞은 초기화를 쓰면 깊은 신경망에서도 기울기가 첫 번째 층까지 전해집니다. 이번 환자는 두
# 가지 처방을 모두 받았습니다. 그런데 신경망을 점점 깊게 했더니 여전히 무언가 잘못되었습니다.

# %% [markdown] lang="en"
# ## Predict first
#
# Four plain networks for the digits: one dense layer, then 2, 10, 20 or 30 more, each with 32 units, ReLU and He's
# initialization. All are trained in the same way for 6 epochs.
#
# A deeper network *can* do whatever a shallower one does: its further layers would only have to hand their input on. So which
# of the four will have the lowest **training** loss, and which the highest? Write down your guess, then run the cell.

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 손글씨 숫자를 분류하는 평범한 신경망이 네 개 있습니다. 완전 연결 층 하나 뒤에 층을 2개, 10개, 20개, 30개 더 쌓았습니다.
# 층마다 유닛이 32개이고 ReLU와 He 초기화를 씁니다. 모두 똑같이 6에포크 동안 학습시킵니다.
#
# 깊은 신경망은 얕은 신경망이 하는 일을 무엇이든 *할 수 있습니다*. 더 쌓은 층이 입력을 그대로 넘겨주기만 하면 되기
# 때문입니다. 그렇다면 **학습** 손실이 가장 낮은 것과 가장 높은 것은 어느 것일까요? 예상을 적은 다음 셀을 실행하세요.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

train, test = digits(standardize=True)  # x: (1197, 64) and (600, 64)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
PAIRS = (1, 5, 10, 15)  # of dense layers, after the first one
EPOCHS = 6


def dense(units, seed, activation=None):
    """A dense layer with He's initialization."""
    return keras.layers.Dense(units, activation, kernel_initializer=keras.initializers.HeNormal(seed=seed))


def network(middle):
    """A first layer of 32 units, the layers in `middle`, and 10 logits."""
    return keras.Sequential([keras.Input((64,)), dense(32, 0, "relu"), *middle, dense(10, 1)])


def plain_network(pairs):
    return network([dense(32, 2 + i, "relu") for i in range(2 * pairs)])


def training_loss(model):
    """Train; return the loss of each epoch."""
    model.compile(keras.optimizers.SGD(0.05), loss_fn, steps_per_execution=19)
    return model.fit(*train, batch_size=64, epochs=EPOCHS, verbose=0).history["loss"]


def show(axis, losses, title):
    """Draw one curve for each depth."""
    for (pairs, values), style in zip(losses.items(), ("-", "-.", "--", ":"), strict=True):
        axis.plot(range(1, EPOCHS + 1), values, linestyle=style, marker=".", label=f"{2 * pairs} layers")
        print(f"{title:9}{2 * pairs:3} layers: loss {values[-1]:.2f} in the last epoch")
    axis.set(title=title, xlabel="epoch", ylim=(0, 2.5))


keras.utils.set_random_seed(0)
plain = {pairs: training_loss(plain_network(pairs)) for pairs in PAIRS}
figure, axis = plt.subplots(figsize=(6, 3.5))
show(axis, plain, "plain")
axis.set_ylabel("training loss")
axis.legend()
plt.show()

# %% [markdown] lang="en"
# The deeper, the worse. This is no over-fitting, for it is the *training* loss; and no vanishing gradient, for the ReLU and the
# initialization take care of that. He et al. (2016) call it **degradation**: in theory the deeper network could let its further
# layers do nothing, but "do nothing" is hard to learn for layers that have to build their output from scratch.
#
# ## The cure
#
# So let doing nothing be the starting point. Two layers, the **branch** $F$, no longer have to produce the output; they only
# have to produce what should be *added* to the input, which takes a **shortcut** around them:
#
# $$y = \mathrm{relu}\bigl(x + F(x)\bigr), \qquad F(x) = W_2\,\mathrm{relu}(W_1 x + b_1) + b_2$$
#
# With $F = 0$ the block hands $x$ on (what comes out of a ReLU is never negative, so the outer ReLU leaves it alone). And the
# gradient has a second way back: without the outer ReLU, $\partial y / \partial x = 1 + F'(x)$. The 1 does not depend on any
# weight.
#
# Where the shapes of $x$ and $F(x)$ differ they cannot be added. There, and only there, the shortcut is a learned linear map, a
# **projection** $W_s x$.

# %% [markdown] lang="ko"
# 깊을수록 나쁩니다. *학습* 손실이므로 과적합이 아니고, ReLU와 초기화가 있으므로 기울기 소실도 아닙니다. He 등(2016)은 이것을
# **성능 저하**(degradation)라고 불렀습니다. 이론적으로는 깊은 신경망에 더 쌓은 층이 아무 일도 하지 않으면 되지만, 출력을 처음부터
# 만들어 내야 하는 층에게 '아무 일도 하지 않기'는 배우기 어려운 일입니다.
#
# ## 치료법
#
# 그렇다면 아무 일도 하지 않는 것을 출발점으로 삼읍시다. 두 층으로 된 **가지**(branch) $F$는 이제 출력을 만들 필요 없이, 입력에
# *더할* 것만 만들면 됩니다. 입력은 **지름길**(shortcut)을 따라 두 층을 돌아서 갑니다.
#
# $$y = \mathrm{relu}\bigl(x + F(x)\bigr), \qquad F(x) = W_2\,\mathrm{relu}(W_1 x + b_1) + b_2$$
#
# $F = 0$이면 블록은 $x$를 그대로 넘겨줍니다(ReLU에서 나온 값은 음수가 아니므로 바깥 ReLU는 아무것도 바꾸지 않습니다). 기울기가
# 돌아오는 길도 하나 더 생깁니다. 바깥 ReLU가 없다면 $\partial y / \partial x = 1 + F'(x)$이고, 이 1은 어떤 가중치에도 달려
# 있지 않습니다.
#
# $x$와 $F(x)$의 모양이 다르면 더할 수 없습니다. 그때에만 지름길은 학습되는 선형 변환, 곧 **사영**(projection) $W_s x$가 됩니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write two Keras layers:
#
# - `DenseResidualBlock(units)`: `relu(shortcut(x) + dense2(relu(dense1(x))))`. The projection is `Dense(units, use_bias=False)`.
# - `ConvResidualBlock(filters, strides=1)`: `relu(shortcut(x) + bn2(conv2(relu(bn1(conv1(x))))))`. Both convolutions are 3×3,
#   "same", without bias; `conv1` carries the strides. The projection is a 1×1 convolution with the same strides, without bias,
#   followed by a batch normalization. It is needed where `strides` is not 1 **or** the number of channels changes.
#
# Keep the sub-layers under the names of the formula: `dense1`, `dense2`, `conv1`, `bn1`, `conv2`, `bn2`, `shortcut` and (for the
# convolutional block) `shortcut_bn`; the last two are `None` where the shortcut is the identity. Hand
# `dtype=self.dtype_policy` to every sub-layer, so that in mixed precision all of them calculate in the dtype of the block. Make them
# in `build`, where the width of the input is known, and build them there too (`self.dense1.build(input_shape)`). `units`, `filters` and `strides` are integers ≥ 1; anything else is a
# `ValueError` that names the argument. The ready-made layers of Keras (`Dense`, `Conv2D`, `BatchNormalization`, `ReLU`) are
# your material; ready-made residual models are **not allowed**.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# Keras 층 두 개를 작성하세요.
#
# - `DenseResidualBlock(units)`: `relu(shortcut(x) + dense2(relu(dense1(x))))`. 사영은 `Dense(units, use_bias=False)`입니다.
# - `ConvResidualBlock(filters, strides=1)`: `relu(shortcut(x) + bn2(conv2(relu(bn1(conv1(x))))))`. 두 합성곱은 모두 3×3,
#   "same"이고 편향이 없으며, strides는 `conv1`에 적용합니다. 사영은 strides가 같고 편향이 없는 1×1 합성곱과 그 뒤의 배치
#   정규화입니다. `strides`가 1이 아니**거나** 채널 수가 달라질 때 필요합니다.
#
# 하위 층은 식에 나온 이름, 곧 `dense1`, `dense2`, `conv1`, `bn1`, `conv2`, `bn2`, `shortcut`, 그리고 합성곱 블록의
# `shortcut_bn`이라는 속성에 두세요. 지름길이 항등 함수이면 마지막 둘은 `None`입니다. 모든 하위 층에 `dtype=self.dtype_policy`를
# 전달해 혼합 정밀도에서도 블록과 같은 자료형으로 계산하게 하세요. 하위 층은 입력의 너비를 아는 `build`에서 만들고, 그 자리에서
# 빌드까지 하세요(`self.dense1.build(input_shape)`). `units`, `filters`, `strides`는 1 이상의 정수이고, 그렇지 않으면 인자 이름이 담긴 `ValueError`가 나야 합니다.
# Keras에 있는 층(`Dense`, `Conv2D`, `BatchNormalization`, `ReLU`)은 재료로 써도 되지만, 이미 만들어진 잔차 모델은 **쓸 수
# 없습니다**.

# %% deepclinic="exercise"
# Your layers go here.

# %% [markdown] lang="en"
# ## Your blocks at work
#
# The same four depths again, now with the layers in pairs inside of your `DenseResidualBlock`. Each block starts close to the
# identity: the second layer of its branch is scaled down to a tenth.

# %% [markdown] lang="ko"
# ## 작성한 블록으로 살펴보기
#
# 같은 네 가지 깊이를 다시 학습시킵니다. 이번에는 층을 두 개씩 여러분의 `DenseResidualBlock`에 넣었습니다. 블록은 거의 항등 함수인
# 상태에서 출발합니다. 가지의 두 번째 층을 10분의 1로 줄였기 때문입니다.

# %%
def residual_network(pairs, scale=0.1):
    """Blocks whose branches start `scale` times as large as Keras would make them."""
    blocks = [DenseResidualBlock(32) for _ in range(pairs)]
    model = network(blocks)
    for block in blocks:
        for weight in block.dense2.trainable_weights:
            weight.assign(scale * weight)
    return model


keras.utils.set_random_seed(0)
residual = {pairs: training_loss(residual_network(pairs)) for pairs in PAIRS}
figure, axes = plt.subplots(1, 2, figsize=(9, 3.5), sharey=True)
show(axes[0], plain, "plain")
show(axes[1], residual, "residual")
axes[0].set_ylabel("training loss")
axes[1].legend()
plt.show()

# %% [markdown] lang="en"
# The order is turned round: among plain networks the deepest is the worst, among residual ones it is no worse than the others.
# Depth has stopped hurting.
#
# Convolutional networks are built in the same way, in **stages**: where the image becomes smaller, the number of channels grows,
# and the first block of the stage has a projection.

# %% [markdown] lang="ko"
# 순서가 뒤집혔습니다. 평범한 신경망에서는 가장 깊은 것이 가장 나쁘지만, 잔차 신경망에서는 가장 깊은 것이 다른 것보다 나쁘지
# 않습니다. 깊이가 더는 해가 되지 않습니다.
#
# 합성곱 신경망도 이렇게 **단계**(stage)로 쌓습니다. 그림이 작아지는 곳에서 채널 수가 늘어나고, 그 단계의 첫 블록에 사영이
# 들어갑니다.

# %%
images = train.x[:32].reshape(-1, 8, 8, 1)
for filters, strides in ((8, 1), (8, 1), (16, 2), (16, 1)):
    block = ConvResidualBlock(filters, strides)
    before = images.shape[1:]
    images = np.asarray(block(images))
    shortcut = "identity" if block.shortcut is None else "projection"
    print(f"{before} -> {images.shape[1:]}: {shortcut}, {block.count_params()} weights")

# %% [markdown] lang="en"
# ## The trap
#
# Why was each branch scaled down at the start? Look at the size of the signal (root mean square of the outputs) from block to
# block, with the branches as Keras makes them (scale 1), scaled down to a tenth, and starting at exactly 0. Then train all three.

# %% [markdown] lang="ko"
# ## 함정
#
# 왜 처음에 가지를 작게 줄였을까요? 가지를 Keras가 만든 그대로 둘 때(scale 1)와 줄였을 때, 블록을 지날 때마다 신호의 크기(출력의
# 제곱 평균 제곱근)가 어떻게 되는지 보세요. 그런 다음 둘 다 학습시킵니다.

# %%
keras.utils.set_random_seed(0)
figure, axes = plt.subplots(1, 2, figsize=(9, 3.5))
for scale, style in ((1.0, "--"), (0.1, "-"), (0.0, ":")):
    model = residual_network(15, scale)
    x, sizes = train.x, []
    for layer in model.layers[:-1]:
        x = layer(x)
        sizes.append(float(np.sqrt(np.mean(np.square(x)))))
    losses = training_loss(model)
    axes[0].plot(sizes, style, label=f"scale {scale:g}")
    axes[1].plot(range(1, EPOCHS + 1), losses, style, marker=".")
    print(f"scale {scale:g}: size {sizes[0]:.2f} after the first layer, {sizes[-1]:.2f} after 15 blocks; "
          f"loss {losses[0]:.2f} in the first epoch, {losses[-1]:.2f} in the last")
axes[0].set(xlabel="block", ylabel="size of the signal")
axes[1].set(xlabel="epoch", ylabel="training loss")
axes[0].legend()
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# The sum of two signals that know nothing of each other is larger than either of them: their powers (mean squares) add. So the signal
# grows by a factor at each block, and a factor to the power of the depth is large: the shortcut keeps signals from vanishing, not from exploding. Start with small branches (a last layer of zeros is
# fine as well: the gradient still reaches it), or normalise inside the branch, as the convolutional block does.
#
# And mind what you add: a name that is overwritten on the way (`x = dense1(x)`, …, `return relu(x + dense2(x))`) gives a
# shortcut around one layer only. No shape complains.

# %% [markdown] lang="ko"
# 서로 관련이 없는 두 신호를 더하면 어느 하나보다 큽니다. 세기(제곱의 평균)가 더해지기 때문입니다. 블록마다 일정한 배율로 커지면 그 배율이 깊이만큼 거듭제곱되어 아주 커집니다. 지름길은 신호가 사라지는
# 것을 막아 주지만 폭발하는 것은 막지 못합니다. 가지를 작게 시작하거나(마지막 층이 모두 0이어도 됩니다. 그래도 기울기는 그 층에
# 닿습니다), 합성곱 블록처럼 가지 안에서 정규화하세요.
#
# 그리고 무엇을 더하는지 조심하세요. 도중에 이름을 덮어쓰면(`x = dense1(x)`, …, `return relu(x + dense2(x))`) 층 하나만 건너뛰는
# 지름길이 됩니다. 모양이 맞으므로 오류도 나지 않습니다.

# %% [markdown] lang="en" question="residual_block"
# ## Question
#
# In the last figure, scale 0 means that every branch gives exactly 0 at the start. Show with the formula that then (a) the
# gradient for $W_2$ is in general not 0, but that for $W_1$ is, and (b) why training gets going all the same. What would happen
# in a *plain* network whose layers all start at 0?

# %% [markdown] lang="ko" question="residual_block"
# ## 질문
#
# 마지막 그림에서 scale 0은 처음에 모든 가지의 출력이 정확히 0이라는 뜻입니다. 이때 (a) $W_2$의 기울기는 일반적으로 0이 아니지만
# $W_1$의 기울기는 0이라는 것과 (b) 그런데도 학습이 시작되는 까닭을 식으로 설명하세요. *평범한* 신경망에서 모든 층이 0에서
# 시작하면 어떻게 될까요?

# %% [markdown] lang="en" guide="residual_block"
# With $g = \partial L / \partial y$ (after the outer ReLU) and $h = \mathrm{relu}(W_1 x + b_1)$: the gradient for $W_2$ is
# $g\,h^\top$, not 0 since $W_1$ is random and so $h \neq 0$, and $g \neq 0$ since the shortcuts carry it; that for $W_1$
# contains the factor $W_2^\top g = 0$ (1 point). After the first step $W_2 \neq 0$, and from the second step on $W_1$ moves too
# (half a point). In a plain network with all layers at 0 all activations are 0 and all gradients for the kernels are 0, except
# for the last bias: it never starts (half a point).

# %% [markdown] lang="ko" guide="residual_block"
# $g = \partial L / \partial y$(바깥 ReLU를 지난 것), $h = \mathrm{relu}(W_1 x + b_1)$이라 하면 $W_2$의 기울기는 $g\,h^\top$입니다.
# $W_1$은 임의의 값이므로 $h \neq 0$이고, 지름길이 기울기를 전해 주므로 $g \neq 0$이어서 0이 아닙니다. $W_1$의 기울기에는
# $W_2^\top g = 0$이 곱해집니다(1점). 첫걸음 뒤에는 $W_2 \neq 0$이므로 두 번째 걸음부터 $W_1$도 움직입니다(0.5점). 모든 층이 0인
# 평범한 신경망에서는 활성값이 모두 0이고, 마지막 편향을 빼면 커널의 기울기도 모두 0이어서 학습이 시작되지 않습니다(0.5점).

# %% [markdown] lang="en"
# ## Sources
#
# - K. He, X. Zhang, S. Ren, J. Sun, *Deep residual learning for image recognition*, CVPR 2016, arXiv:1512.03385: degradation
#   (figure 1), equations 1 and 2, projections (section 3.3, option B).
# - P. Goyal et al., *Accurate, large minibatch SGD: training ImageNet in 1 hour*, 2017, arXiv:1706.02677, section 5.1: the last
#   gamma of each block starts at 0.
# - H. Zhang, Y. Dauphin, T. Ma, *Fixup initialization: residual learning without normalization*, ICLR 2019, arXiv:1901.09321.
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - K. He, X. Zhang, S. Ren, J. Sun, *Deep residual learning for image recognition*, CVPR 2016, arXiv:1512.03385. 성능 저하(그림 1),
#   식 1과 2, 사영(3.3절, B 방법).
# - P. Goyal 외, *Accurate, large minibatch SGD: training ImageNet in 1 hour*, 2017, arXiv:1706.02677, 5.1절. 블록의 마지막 gamma를
#   0에서 시작한다.
# - H. Zhang, Y. Dauphin, T. Ma, *Fixup initialization: residual learning without normalization*, ICLR 2019, arXiv:1901.09321.
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
