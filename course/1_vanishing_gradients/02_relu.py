# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: relu
#     title: {en: "ReLU: a slope that does not fade", ko: "ReLU: 작아지지 않는 기울기"}
#     defines: [ReLU]
#     minutes: [20, 40]
#     not_allowed:
#       - keras.layers.ReLU
#       - keras.layers.LeakyReLU
#       - keras.layers.PReLU
#       - keras.layers.ELU
#       - keras.layers.Activation
#       - keras.activations.*relu*
#       - keras.activations.*elu
#       - keras.activations.silu
#       - keras.activations.threshold
#       - keras.activations.softplus
#       - keras.activations.soft_shrink
#       - keras.activations.hard_*
#       - keras.ops.*relu*
#       - keras.ops.*elu
#       - keras.ops.silu
#       - keras.ops.threshold
#       - keras.ops.softplus
#       - keras.ops.soft_shrink
#       - keras.ops.hard_*
#       - tf.nn.*relu*
#       - tf.nn.*elu
#       - tf.nn.silu
#       - tf.nn.swish
#       - tf.nn.softplus
#       - tf.raw_ops.*Relu*
#       - tf.raw_ops.*Elu
#       - tf.raw_ops.*elu
#       - tf.raw_ops.Softplus
# ---

# %% [markdown] lang="en"
# # ReLU: a slope that does not fade
#
# A network learns by gradients that travel from the loss back to the first layer. At each layer on their way they are
# multiplied by the derivative of the activation function. The derivative of the sigmoid is never above 1/4, so after
# ten layers little is left: the first layers hardly learn, and a deep network does worse than a shallow one. That is
# the **vanishing gradient**.
#
# In this lesson you look at it once more, and then build the activation function that did most to cure it: the **rectified
# linear unit**, ReLU. It is one line long. Its cure is its derivative; and so is its trap, which waits near the end.

# %% [markdown] lang="ko"
# # ReLU: 작아지지 않는 기울기
#
# 신경망은 손실에서 출발해 첫 번째 층까지 거슬러 올라가는 기울기로 학습합니다. 기울기는 층을 하나 지날 때마다 활성화
# 함수의 미분값과 곱해집니다. 시그모이드의 미분값은 1/4을 넘지 않으므로 층을 열 개쯤 지나면 남는 것이 거의 없습니다.
# 그래서 앞쪽 층은 거의 학습하지 못하고, 깊은 신경망이 얕은 신경망보다도 못하게 됩니다. 이것이 **기울기 소실**입니다.
#
# 이 수업에서는 먼저 기울기 소실을 다시 한번 재 봅니다. 그런 다음 이 문제를 고치는 데 가장 크게 기여한 활성화 함수,
# **ReLU**(rectified linear unit)를 만듭니다. 코드로는 한 줄입니다. ReLU를 좋은 약으로 만드는 것은 그 미분값이고,
# 함정이 되는 것도 바로 그 미분값입니다. 함정은 수업 끝부분에서 만납니다.

# %% [markdown] lang="en"
# ## Predict first
#
# A network for handwritten digits has 10 hidden layers of 32 units each, all with the sigmoid, freshly initialized. You
# compare the size of the loss's gradient for the weights of the **last** layer with that for the **first** layer.
#
# *How many times smaller is the gradient of the first layer? 10 times, 1,000 times, 100,000 times?* If you come from the
# last lesson, do you remember? *And the tanh: do you expect its derivative to be larger than the sigmoid's, or smaller?* Write
# your guesses down before you run the next cells.

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 손글씨 숫자를 분류하는 신경망이 있습니다. 유닛 32개짜리 은닉층이 10개이고, 활성화 함수는 모두 시그모이드이며, 막
# 초기화한 상태입니다. **마지막** 층의 가중치에 대한 손실의 기울기와 **첫 번째** 층의 가중치에 대한 기울기의 크기를
# 비교합니다.
#
# *첫 번째 층의 기울기는 몇 배나 작을까요? 10배, 1,000배, 아니면 100,000배?* 앞 수업을 들었다면 기억나나요? *tanh의
# 미분값은 시그모이드보다 클까요, 작을까요?* 다음 셀을 실행하기 전에 예상을 적어 두세요.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from keras import ops

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits(standardize=True)  # (1197, 64) and (600, 64), numbers from 0 to 9
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def network(activation, depth, width=32, variance=2.0):
    """`depth` hidden layers with a new `activation()` after each; weights have the variance `variance / inputs`."""
    model = keras.Sequential([keras.Input((64,))])
    for i in range(depth + 1):
        start = keras.initializers.VarianceScaling(variance, "fan_in", "untruncated_normal", seed=i)
        if i < depth:
            model.add(keras.layers.Dense(width, kernel_initializer=start))
            model.add(activation())
        else:
            model.add(keras.layers.Dense(10, kernel_initializer=start))  # logits
    return model


def gradient_norms(model):
    """The size (L2 norm) of the loss's gradient for the weights of each layer, first layer first."""
    kernels = [weight.value for weight in model.trainable_weights if len(weight.shape) == 2]
    with tf.GradientTape() as tape:
        loss = cross_entropy(y_train, model(x_train))
    return [float(tf.norm(gradient)) for gradient in tape.gradient(loss, kernels)]


def sigmoid():
    return keras.layers.Activation("sigmoid")


def tanh():
    return keras.layers.Activation("tanh")


# %%
norms = {"sigmoid": gradient_norms(network(sigmoid, depth=10))}

z = np.linspace(-6, 6, 241)
s = 1 / (1 + np.exp(-z))
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained")
left.plot(z, s * (1 - s), label="sigmoid")
left.plot(z, 1 - np.tanh(z) ** 2, label="tanh")
left.axhline(0.25, color="grey", linewidth=0.8, linestyle=":")
left.set(xlabel="input z of the activation", ylabel="derivative", title="Flat ends: the derivative goes to 0")
left.legend()
right.semilogy(range(1, 12), norms["sigmoid"], "o-")
right.set(xlabel="layer (1 = nearest to the input)", ylabel="gradient norm", title="10 hidden layers of sigmoids")
plt.show()
print(f"The gradient of the first layer is {norms['sigmoid'][-1] / norms['sigmoid'][0]:,.0f} times smaller.")

# %% [markdown] lang="en"
# Were your guesses near? On the right, each layer takes off a constant factor: a straight line on a logarithmic axis. On
# the left you see why. The sigmoid's derivative is 1/4 at best. The tanh reaches 1, but only around 0; where its curve
# runs flat (it **saturates**), its derivative is near 0 as well.

# %% [markdown] lang="ko"
# 예상과 가까웠나요? 오른쪽 그림에서는 층을 지날 때마다 기울기가 일정한 비율로 줄어듭니다. 그래서 로그 축에서는 직선이
# 됩니다. 왜 줄어드는지는 왼쪽 그림이 보여 줍니다. 시그모이드의 미분값은 가장 클 때도 1/4입니다. tanh의 미분값은
# 1까지 올라가지만 0 근처에서만 그렇습니다. 곡선이 평평해지는 곳(**포화**된 곳)에서는 tanh의 미분값도 0에 가깝습니다.

# %% [markdown] lang="en"
# ## The formula
#
# Layer $l$ computes $z_l = W_l^\top a_{l-1} + b_l$ and $a_l = f(z_l)$. By the chain rule the gradient
# $\delta_l = \partial \text{loss} / \partial z_l$ comes from the layer above it:
#
# $$\delta_l = \left(W_{l+1}\, \delta_{l+1}\right) \cdot f'(z_l) \qquad \text{(element by element)}$$
#
# Ten layers mean ten factors $f'$. So take a function whose derivative is 1 wherever the unit is active:
#
# $$f(x) = \begin{cases} x & \text{if } x > 0 \\ \alpha\, x & \text{otherwise} \end{cases}
# \qquad\qquad
# f'(x) = \begin{cases} 1 & \text{if } x > 0 \\ \alpha & \text{otherwise} \end{cases}$$
#
# With $\alpha = 0$ this is the **ReLU** (Nair & Hinton, 2010); with a small $\alpha$ such as 0.01 or 0.1 it is the
# **leaky ReLU** (Maas et al., 2013). We call $\alpha$ the `negative_slope`.
#
# At exactly 0 the function has a corner and no derivative. A program has to settle for one all the same: here it is
# $\alpha$, since 0 belongs to the second case.

# %% [markdown] lang="ko"
# ## 식
#
# $l$번째 층은 $z_l = W_l^\top a_{l-1} + b_l$과 $a_l = f(z_l)$을 계산합니다. 연쇄 법칙에 따라 기울기
# $\delta_l = \partial \text{loss} / \partial z_l$은 바로 위층에서 다음과 같이 내려옵니다.
#
# $$\delta_l = \left(W_{l+1}\, \delta_{l+1}\right) \cdot f'(z_l) \qquad \text{(원소별 곱)}$$
#
# 층이 열 개면 $f'$이 열 번 곱해집니다. 그러니 유닛이 활성화된 곳에서는 미분값이 1인 함수를 쓰면 됩니다.
#
# $$f(x) = \begin{cases} x & (x > 0) \\ \alpha\, x & (\text{그 밖의 경우}) \end{cases}
# \qquad\qquad
# f'(x) = \begin{cases} 1 & (x > 0) \\ \alpha & (\text{그 밖의 경우}) \end{cases}$$
#
# $\alpha = 0$이면 **ReLU**(Nair & Hinton, 2010)이고, $\alpha$가 0.01이나 0.1처럼 작은 수이면 **leaky ReLU**(Maas et
# al., 2013)입니다. 이 $\alpha$를 `negative_slope`라고 부르겠습니다.
#
# 정확히 0에서는 그래프가 꺾여 있어 미분값이 없습니다. 그래도 프로그램은 값을 하나 정해야 합니다. 여기서는 0이 두 번째
# 경우에 속하므로 $\alpha$로 정합니다.

# %% [markdown] lang="en"
# ## What a Keras layer looks like
#
# Your ReLU will be a layer, so that it can stand in a model, be saved and be loaded. A layer without weights needs three
# methods. Here is a different one, complete: it multiplies its input by a number.

# %% [markdown] lang="ko"
# ## Keras 층은 어떻게 생겼나
#
# ReLU를 층으로 만들면 모델에 넣을 수 있고 저장하고 불러올 수도 있습니다. 가중치가 없는 층에는 메서드가 세 개
# 필요합니다. 아래는 입력에 수를 하나 곱하는, ReLU와는 다른 층의 완전한 예입니다.


# %%
@keras.saving.register_keras_serializable(package="example")
class Scale(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)  # name, dtype, ...: Keras knows what to do with them
        if factor == 0:
            raise ValueError(f"factor must not be 0, received factor={factor}")
        self.factor = factor

    def call(self, inputs):  # what the layer computes; Keras and TensorFlow work out the gradient
        return self.factor * inputs

    def get_config(self):  # everything that is needed to make the same layer again
        return {**super().get_config(), "factor": self.factor}


layer = Scale(factor=3.0, name="triple")
print(layer(np.array([[1.0, -2.0]])).numpy(), layer.get_config()["factor"])

# %% [markdown] lang="en"
# ## Exercise
#
# Write `ReLU(negative_slope=0.0)`.
#
# - It treats each element on its own, whatever the shape of the input, in training and at inference alike.
# - For x > 0 it gives x; otherwise `negative_slope * x`. The derivative at exactly 0 is `negative_slope`.
# - NaN ("not a number", what a calculation gives that went wrong) stays NaN, so that nobody overlooks it.
# - A negative `negative_slope` is a `ValueError` that names the argument.
# - `name`, `dtype` and the like reach the base class; `get_config` returns every argument.
# - Use operations of `keras.ops` or TensorFlow throughout (`ops.where`, `ops.maximum`, `ops.abs`, `>` , `*` and so on):
#   NumPy cannot be differentiated.
# - It works called directly, in a functional model (`keras.Model(inputs, outputs)`), and inside `tf.function`, where it is
#   traced once, before the tensors have numbers.
# - In mixed precision Keras hands `call` inputs that already have the layer's **compute dtype** (float16, say), and the output
#   must have it too. Python numbers keep it, so you need no cast; a float32 constant of your own would change it.
#
# Not allowed are ready-made functions and layers of this family: `relu`, `leaky_relu`, `elu`, `softplus`,
# `keras.layers.ReLU`, `keras.layers.Activation` and their kin.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# `ReLU(negative_slope=0.0)`을 작성하세요.
#
# - 입력의 모양이 어떻든 원소마다 따로 계산하며, 학습할 때와 추론할 때의 계산이 같습니다.
# - x > 0이면 x, 그 밖에는 `negative_slope * x`입니다. 정확히 0에서의 미분값은 `negative_slope`입니다.
# - NaN(not a number, 계산이 잘못되었을 때 나오는 값)은 NaN으로 남겨, 잘못을 놓치지 않게 합니다.
# - `negative_slope`가 음수이면 인자 이름이 담긴 `ValueError`를 냅니다.
# - `name`, `dtype` 같은 인자는 기반 클래스에 전달하고, `get_config`는 모든 인자를 돌려줍니다.
# - 모든 계산에 `keras.ops`나 TensorFlow의 연산(`ops.where`, `ops.maximum`, `ops.abs`, `>`, `*` 등)을 쓰세요.
#   NumPy로 계산하면 미분할 수 없습니다.
# - 직접 호출할 때도, 함수형 모델(`keras.Model(inputs, outputs)`)에서도, `tf.function` 안에서도 동작합니다. `tf.function`은
#   텐서에 아직 값이 없을 때 함수를 한 번 추적합니다.
# - 혼합 정밀도에서 Keras는 이미 층의 **계산 자료형**(예: float16)인 입력을 `call`에 주고, 출력도 그 자료형이어야 합니다.
#   파이썬 숫자는 자료형을 바꾸지 않으므로 형 변환이 필요 없습니다. 직접 만든 float32 상수는 자료형을 바꿉니다.
#
# 이 계열의 이미 만들어진 함수와 층은 쓸 수 없습니다. `relu`, `leaky_relu`, `elu`, `softplus`,
# `keras.layers.ReLU`, `keras.layers.Activation`과 그 비슷한 것들입니다.

# %% deepclinic="exercise"
# Your ReLU goes here.

# %% [markdown] lang="en"
# ## Your layer at work
#
# The same measurement as before, now with your layer; and then the real test, training: ten hidden layers, the same
# data, three activation functions.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기
#
# 앞에서와 똑같이 기울기를 재되 이번에는 여러분의 층을 씁니다. 그런 다음 진짜 시험인 학습을 해 봅니다. 은닉층 10개,
# 같은 데이터, 세 가지 활성화 함수입니다.


# %%
def train(model, epochs, learning_rate):
    """Train by stochastic gradient descent, 64 examples a step; return what `fit` recorded, per epoch."""
    model.compile(keras.optimizers.SGD(learning_rate), cross_entropy, metrics=["accuracy"], jit_compile=False)
    return model.fit(x_train, y_train, batch_size=64, epochs=epochs, verbose=0).history


activations = {"sigmoid": sigmoid, "tanh": tanh, "ReLU": ReLU}
losses = {}
for name, activation in activations.items():
    keras.utils.set_random_seed(0)
    model = network(activation, depth=10)
    norms[name] = gradient_norms(model)
    losses[name] = train(model, epochs=10, learning_rate=0.1)["loss"]

figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained")
for name in activations:
    left.semilogy(range(1, 12), norms[name], "o-", label=name)
    right.plot(range(1, 11), losses[name], "o-", label=name)
left.set(xlabel="layer (1 = nearest to the input)", ylabel="gradient norm", title="Before training")
right.axhline(np.log(10), color="grey", linewidth=0.8, linestyle=":")
right.set(xlabel="epoch", ylabel="training loss", title="10 hidden layers (dotted: guessing)", ylim=(0, None))
left.legend()
plt.show()

# %% [markdown] lang="en"
# With your ReLU the first layer gets as much gradient as the last, and the network learns. With the sigmoid the loss
# stays at $\ln 10 \approx 2.3$: that of guessing one digit out of ten.
#
# The tanh learns as well, here even a little faster: its units start near 0, where its derivative is near 1. But that
# depends on how the weights start, and nothing keeps the units there later on. A ReLU has no flat end on the positive
# side at all.
#
# ### How to start: He initialization
#
# A factor 1 for active units is half of the story. About half of the units are *not* active, and lose half of the
# signal's power at every layer, forwards and backwards. He et al. (2015) make up for it by weights of the variance
# $2 / n$ in the place of $1 / n$, where $n$ is the number of inputs of the unit. That is what `variance=2.0` above stands
# for. What happens without it?

# %% [markdown] lang="ko"
# 여러분의 ReLU를 쓰면 첫 번째 층에도 마지막 층만큼 기울기가 전달되고, 신경망이 학습합니다. 시그모이드를 쓰면 손실이
# $\ln 10 \approx 2.3$에 머뭅니다. 숫자 열 개 가운데 하나를 찍는 것과 같은 수준입니다.
#
# tanh도 학습하고, 여기서는 오히려 조금 더 빠릅니다. 유닛의 입력이 0 근처, 곧 미분값이 1에 가까운 곳에서 출발하기
# 때문입니다. 다만 이는 가중치를 어떻게 초기화하느냐에 달려 있고, 학습하는 동안 유닛을 그곳에 붙들어 두는 장치도
# 없습니다. ReLU는 양수 쪽에 평평한 끝이 아예 없습니다.
#
# ### 어떻게 시작할까: He 초기화
#
# 활성화된 유닛의 미분값이 1이라는 것은 이야기의 절반입니다. 유닛의 절반가량은 활성화되지 *않으므로* 층을 지날 때마다,
# 앞으로 갈 때도 뒤로 갈 때도 신호의 세기(제곱의 평균)가 절반으로 줄어듭니다. He 등(2015)은 가중치의 분산을 $1 / n$
# 대신 $2 / n$으로 하여 이를 보충합니다. $n$은 유닛의 입력 개수입니다. 위의 `variance=2.0`이 바로 이것입니다. 이렇게
# 하지 않으면 어떻게 될까요?

# %%
figure, axes = plt.subplots(figsize=(5, 3.2), layout="constrained")
for variance in (2.0, 1.0):
    signal, sizes = x_train, []
    for layer in network(ReLU, depth=20, variance=variance).layers:
        signal = layer(signal)
        if isinstance(layer, ReLU):
            sizes.append(float(ops.sqrt(ops.mean(ops.square(signal)))))
    axes.semilogy(range(1, 21), sizes, "o-", label=f"weight variance {variance:.0f}/n")
axes.set(xticks=range(0, 21, 5), xlabel="layer", ylabel="root mean square of the output", title="20 layers of ReLU before training")
axes.legend()
plt.show()

# %% [markdown] lang="en"
# With the variance $2 / n$ the signal keeps about its size through all 20 layers. With $1 / n$ each layer halves its power, so its size
# shrinks by $\sqrt{1/2}$: after 20 layers about $(1/2)^{10}$ is left, a thousandth.
#
# ## The trap: dead units
#
# A ReLU whose input is negative for *every* example gives 0 for every example, and its derivative is 0 for every example. No
# gradient reaches its weights, so they do not change, and as long as the layers below do not move its input either, it stays
# negative: it is **dead**. One step that was too large is enough.
#
# *Predict:* a network with two hidden layers takes a single step with learning rate 30, somebody's slip of the decimal
# point. Then it trains on as usual. What becomes of it, with slope 0 and with slope 0.1?

# %% [markdown] lang="ko"
# 분산이 $2 / n$이면 신호의 크기가 20층을 지나도 거의 그대로입니다. $1 / n$이면 층마다 세기가 절반이 되므로 크기는 $\sqrt{1/2}$배씩
# 줄고, 20층 뒤에는 약 $(1/2)^{10}$, 곧 천분의 일이 남습니다.
#
# ## 함정: 죽은 유닛
#
# *모든* 예제에서 입력이 음수인 ReLU는 모든 예제에서 0을 내고, 미분값도 모든 예제에서 0입니다. 가중치에 기울기가 전달되지
# 않으니 가중치가 바뀌지 않고, 아래층이 입력을 바꾸어 주지 않는 한 계속 음수입니다. 유닛이 **죽은** 것입니다. 너무 큰 걸음 한 번이면 충분합니다.
#
# *예상해 보기:* 은닉층이 두 개인 신경망이 누군가 소수점을 잘못 찍는 바람에 학습률 30으로 딱 한 걸음 움직였습니다. 그
# 뒤로는 평소처럼 학습합니다. 음수 쪽 기울기(`negative_slope`)가 0일 때와 0.1일 때 각각 어떻게 될까요?


# %%
def dead_units(model):
    """How many units of the second hidden layer give nothing positive for any training example."""
    first, f1, second, f2, _ = model.layers
    return int(ops.sum(ops.all(second(f1(first(x_train))) <= 0, axis=0)))


def after_a_slip(slope, epochs=8):
    """One step that is far too large, then training as usual; return dead units and accuracy by epoch."""
    keras.utils.set_random_seed(0)
    model = network(lambda: ReLU(negative_slope=slope), depth=2)
    model.compile(keras.optimizers.SGD(30.0), cross_entropy, jit_compile=False)
    model.train_on_batch(x_train[:64], y_train[:64])  # the slip
    dead, accuracy = [dead_units(model)], []
    model.compile(keras.optimizers.SGD(0.05), cross_entropy, metrics=["accuracy"], jit_compile=False)
    for _ in range(epochs):
        history = model.fit(x_train, y_train, batch_size=64, verbose=0).history
        dead.append(dead_units(model))
        accuracy.append(history["accuracy"][0])
    return dead, accuracy


figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained")
for slope in (0.0, 0.1):
    dead, accuracy = after_a_slip(slope)
    left.plot(range(9), dead, "o-", label=f"negative_slope={slope}")
    right.plot(range(1, 9), accuracy, "o-", label=f"negative_slope={slope}")
left.set(xlabel="epoch after the slip", ylabel="units (of 32)", title="Negative for every example", ylim=(0, 32))
right.set(xlabel="epoch after the slip", ylabel="training accuracy", title="What the network makes of it", ylim=(0, 1))
right.legend()
plt.show()

# %% [markdown] lang="en"
# With slope 0 most of the units are lost for good, and the network has to do with the rest. With slope 0.1 a unit
# can be negative for every example too, but it still passes a signal on and still gets a gradient: it takes part, and it
# can find its way back. The price is a function that is no longer 0 on its negative side; with learning rates in order,
# the two differ little.

# %% [markdown] lang="ko"
# `negative_slope`가 0이면 대부분의 유닛을 영영 잃고, 신경망은 남은 유닛만으로 버텨야 합니다. 0.1이어도 모든 예제에서 음수인
# 유닛은 생깁니다. 하지만 그런 유닛도 신호를 전달하고 기울기를 받으므로 계속 제 몫을 하고, 되돌아올 수도 있습니다. 대신
# 음수 쪽에서 더는 0이 아닌 함수가 됩니다. 학습률이 알맞을 때는 둘의 차이가 크지 않습니다.

# %% [markdown] lang="en" question="relu"
# ## Question
#
# A unit with plain ReLU gives 0 for every training example. Explain, from the formula for the gradient, why gradient
# descent on its weights cannot bring it back. Then name two different things that would have made this less likely or
# less harmful, and say why each of them helps.

# %% [markdown] lang="ko" question="relu"
# ## 질문
#
# 기본 ReLU를 쓰는 어떤 유닛이 모든 학습 예제에서 0을 냅니다. 그 유닛의 가중치에 경사 하강법을 적용해도 되살릴 수 없는
# 까닭을 기울기의 식으로 설명하세요. 그리고 이런 일이 덜 일어나게 하거나 피해를 줄일 방법을 서로 다른 것으로 두 가지
# 들고, 각각 왜 도움이 되는지 쓰세요.

# %% [markdown] lang="en" guide="relu"
# One point for the reason: the gradient for the unit's weights and bias contains the factor $f'(z)$, which is 0 for each
# example, hence the sum over the examples is exactly 0 and no step changes them. (A good answer adds that the unit can
# come back only when the layers below it change its inputs; in a first hidden layer not even that.)
#
# One point for two remedies with reasons, half a point each: a negative slope (a factor $\alpha$ in the place of 0); a
# smaller learning rate, or one that is raised slowly (no step so large that it carries a unit over); a good start such
# as He initialization or biases not below 0; normalization before the ReLU (inputs on both sides of 0); clipped
# gradients. "More units" alone hides the harm and does not prevent it: a quarter of a point.

# %% [markdown] lang="ko" guide="relu"
# 까닭 1점: 유닛의 가중치와 편향에 대한 기울기에는 $f'(z)$가 곱해져 있는데 이것이 모든 예제에서 0이므로, 예제에 대한 합도
# 정확히 0이 되어 어떤 걸음도 이들을 바꾸지 못한다. (아래층이 바뀌어 입력이 달라질 때만 되살아날 수 있고 첫 번째 은닉층에서는
# 그것조차 불가능하다고 덧붙이면 더 좋은 답이다.)
#
# 까닭을 갖춘 방법 두 가지에 각각 0.5점: 음수 쪽 기울기(0 대신 $\alpha$를 곱한다), 더 작거나 서서히 올리는 학습률(유닛을
# 음수 쪽으로 넘겨 버릴 만큼 큰 걸음이 없다), He 초기화나 음수가 아닌 편향 같은 좋은 시작, ReLU 앞의 정규화(입력이 0의 양쪽에
# 놓인다), 기울기 자르기(gradient clipping). "유닛을 늘린다"만 쓴 답은 피해를 가릴 뿐 막지는 못하므로 0.25점.

# %% [markdown] lang="en"
# ## Sources
#
# - V. Nair, G. E. Hinton (2010). Rectified linear units improve restricted Boltzmann machines. ICML.
# - X. Glorot, A. Bordes, Y. Bengio (2011). Deep sparse rectifier neural networks. AISTATS.
# - A. L. Maas, A. Y. Hannun, A. Y. Ng (2013). Rectifier nonlinearities improve neural network acoustic models. ICML
#   workshop on deep learning for audio, speech and language processing. (The leaky ReLU.)
# - K. He, X. Zhang, S. Ren, J. Sun (2015). Delving deep into rectifiers. ICCV, arXiv:1502.01852. (The initialization,
#   section 2.2.)
# - Data: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - V. Nair, G. E. Hinton (2010). Rectified linear units improve restricted Boltzmann machines. ICML.
# - X. Glorot, A. Bordes, Y. Bengio (2011). Deep sparse rectifier neural networks. AISTATS.
# - A. L. Maas, A. Y. Hannun, A. Y. Ng (2013). Rectifier nonlinearities improve neural network acoustic models. ICML
#   workshop on deep learning for audio, speech and language processing. (leaky ReLU)
# - K. He, X. Zhang, S. Ren, J. Sun (2015). Delving deep into rectifiers. ICCV, arXiv:1502.01852. (초기화는 2.2절)
# - 데이터: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.
