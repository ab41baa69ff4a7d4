# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: vanishing_gradient
#     title: {en: "Vanishing gradients", ko: "기울기 소실"}
#     defines: [sigmoid, sigmoid_derivative, layer_gradient_norms]
#     minutes: [15, 30]
#     not_allowed:
#       - keras.activations.sigmoid
#       - keras.activations.log_sigmoid
#       - keras.activations.silu
#       - keras.activations.swish
#       - keras.ops.sigmoid
#       - keras.ops.log_sigmoid
#       - keras.ops.silu
#       - keras.ops.swish
#       - tf.sigmoid
#       - tf.math.sigmoid
#       - tf.math.log_sigmoid
#       - tf.nn.sigmoid
#       - tf.nn.silu
#       - tf.nn.swish
#       - tf.raw_ops.Sigmoid*
#       - scipy.special.expit
#       - scipy.special.log_expit
# ---

# %% [markdown] lang="en"
# # Vanishing gradients
#
# Welcome. In this course you play the physician of networks that do not learn. A lesson always goes the same way: you see
# a patient, you **guess** what is wrong, you **measure**, and then you build the instrument or the cure yourself, and
# check it with one line of code. All you need is a little Python (functions and their arguments, also keyword arguments;
# loops, variables, types, classes and objects, exceptions, dictionaries and their keys), a little Keras, and some
# mathematics: vectors and matrices, the logarithm, how to differentiate with the chain rule, and from unit 3 on a little
# probability (mean, variance, the normal distribution, Bayes' rule).
#
# Our first patient is a plain network for handwritten digits. With one hidden layer it learns well. A deeper network can
# express more, so it should do even better. Should it not?

# %% [markdown] lang="ko"
# # 기울기 소실
#
# 환영합니다. 이 과정에서 여러분은 학습이 되지 않는 신경망을 진료하는 의사입니다. 수업은 늘 같은 순서로 진행됩니다.
# 환자를 살펴보고, 무엇이 문제인지 **예상**하고, **측정**한 다음, 진단 도구나 치료법을 직접 만들어 코드 한 줄로
# 확인합니다. 파이썬(함수와 인자, 키워드 인자, 반복문, 변수, 자료형, 클래스와 객체, 예외, 딕셔너리와 키)을 조금, Keras를
# 조금, 그리고 약간의 수학(벡터와 행렬, 로그, 연쇄 법칙으로 미분하는 법, 3단원부터는 평균, 분산, 정규 분포, 베이즈 정리
# 같은 약간의 확률)을 알면 충분합니다.
#
# 첫 번째 환자는 손글씨 숫자를 분류하는 평범한 신경망입니다. 은닉층이 하나일 때는 잘 배웁니다. 더 깊은 신경망은 더 많은
# 것을 표현할 수 있으니 더 잘 배워야 할 것 같습니다. 정말 그럴까요?

# %% [markdown] lang="en"
# ## Predict first
#
# We train four networks in the same way. They differ only in the number of hidden layers: 1, 3, 5 and 10. Each hidden layer
# has 32 units and the sigmoid as its activation. A network that knows nothing about ten classes has a loss of
# $\ln 10 \approx 2.30$.
#
# Write down your guess before you run the cell: what will the loss of each network be after 10 epochs?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 신경망 네 개를 똑같은 방법으로 학습시킵니다. 다른 점은 은닉층의 수뿐으로 1개, 3개, 5개, 10개입니다. 은닉층마다 유닛이
# 32개이고 활성화 함수는 시그모이드입니다. 열 개의 클래스에 대해 아무것도 모르는 신경망의 손실은 $\ln 10 \approx 2.30$입니다.
#
# 셀을 실행하기 전에 예상을 적어 두세요. 10에포크가 지나면 각 신경망의 손실은 얼마가 될까요?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

train, test = digits(standardize=True)  # x: (1197, 64) and (600, 64)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def network(hidden_layers, activation, scale=1.0):
    """Dense layers of 32 units, then 10 logits, the numbers before the softmax; the same at every call.

    Kernels: He's initialization, random with the variance 2 / inputs (the next lesson says why), times `scale`.
    """

    def kernel(seed):
        return keras.initializers.VarianceScaling(2.0 * scale**2, "fan_in", "untruncated_normal", seed=seed)

    model = keras.Sequential([keras.Input((64,))])
    for i in range(hidden_layers):
        model.add(keras.layers.Dense(32, activation=activation, kernel_initializer=kernel(i)))
    model.add(keras.layers.Dense(10, kernel_initializer=kernel(99)))
    return model


keras.utils.set_random_seed(0)
plt.figure(figsize=(7, 3.5))
for hidden_layers, style in ((1, "-"), (3, "-"), (5, "-"), (10, "--")):
    model = network(hidden_layers, "sigmoid")
    model.compile(keras.optimizers.SGD(0.5), loss_fn, steps_per_execution=19)
    history = model.fit(*train, batch_size=64, epochs=10, verbose=0)
    plt.plot(range(1, 11), history.history["loss"], linestyle=style, marker=".", label=f"{hidden_layers} hidden layers")
plt.axhline(np.log(10), color="gray", linestyle=":", label="knows nothing: ln 10")
plt.xlabel("epoch")
plt.ylabel("training loss")
plt.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# Deeper is not better here. With three hidden layers the network learns more slowly than with one; with five or ten it does not
# learn **at all**: its loss stays near $\ln 10$. And this is no over-fitting: it is the *training* loss. More data would not help. Something keeps the message of the loss from reaching the weights.
#
# ## What the chain rule says
#
# Layer $l$ computes $z_l = W_l^\top a_{l-1} + b_l$ and $a_l = \sigma(z_l)$. Back-propagation carries the gradient from layer
# $l+1$ down to layer $l$:
#
# $$\frac{\partial L}{\partial z_l} = \sigma'(z_l) \odot \left( W_{l+1}\, \frac{\partial L}{\partial z_{l+1}} \right),
# \qquad \frac{\partial L}{\partial W_l} = a_{l-1} \left( \frac{\partial L}{\partial z_l} \right)^{\!\top}$$
#
# So on its way to the first layer the gradient is multiplied by one slope $\sigma'$ for each layer. The sigmoid and its slope are
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr) \le \frac14 .$$
#
# Ten factors of at most 1/4: that is at most one millionth. To see whether this really is the disease, you build the
# instrument that measures it.

# %% [markdown] lang="ko"
# 깊을수록 낫기는커녕, 은닉층이 세 개이면 한 개일 때보다 더디게 배우고 다섯 개나 열 개이면 **전혀** 배우지 못합니다. 손실이
# $\ln 10$ 근처에 머뭅니다. 과적합도 아닙니다. 제자리에 머무는 것은 바로 *학습* 손실이기 때문입니다. 데이터를 늘려도 소용이 없습니다. 무언가가 손실의 신호가 가중치에 닿지 못하게 막고 있습니다.
#
# ## 연쇄 법칙으로 살펴보기
#
# 층 $l$은 $z_l = W_l^\top a_{l-1} + b_l$과 $a_l = \sigma(z_l)$을 계산합니다. 역전파는 기울기를 층 $l+1$에서 층 $l$로
# 내려보냅니다.
#
# $$\frac{\partial L}{\partial z_l} = \sigma'(z_l) \odot \left( W_{l+1}\, \frac{\partial L}{\partial z_{l+1}} \right),
# \qquad \frac{\partial L}{\partial W_l} = a_{l-1} \left( \frac{\partial L}{\partial z_l} \right)^{\!\top}$$
#
# 따라서 기울기가 첫 번째 층까지 내려가는 동안 층마다 도함수의 값 $\sigma'$이 한 번씩 곱해집니다. 시그모이드와 그 도함수는
# 다음과 같습니다.
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}}, \qquad \sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr) \le \frac14$$
#
# 아무리 커도 1/4인 수를 열 번 곱하면 기껏해야 백만분의 일입니다. 이것이 정말 병의 원인인지 알아보기 위해 측정 도구를 직접
# 만들어 봅시다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write three functions:
#
# - `sigmoid(x)` and `sigmoid_derivative(x)`, for arrays and tensors of any shape, also inside `tf.function`. They must be exact
#   to 1e-6, without an overflow, even at x = -10,000: there `np.exp(-x)` is too large for any float and
#   becomes `inf`, and `inf / inf` is `nan`, not a number.
# - `layer_gradient_norms(model, x, y, loss_fn)`: for each trainable kernel (a weight of rank 2 or more: that of a dense layer
#   has rank 2, that of a convolution 4; a frozen layer, `trainable = False`, has none), in the model's own order, the L2 norm
#   $\sqrt{\sum g^2}$ of the loss's gradient. Call the model with `training=True`, as training does: dropout and batch
#   normalization, layers of later lessons, do something else at inference, when a network only makes predictions. Add no
#   regularization losses (what `model.losses` holds); a kernel that the loss does not reach counts 0.0; the weights must stay as they are.
#
# **Not allowed:** a ready-made sigmoid (`keras.ops.sigmoid`, `tf.sigmoid` and the like). `ops.exp`, `ops.tanh`, `ops.softplus`
# and `tf.GradientTape` are fine.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 세 함수를 작성하세요.
#
# - `sigmoid(x)`와 `sigmoid_derivative(x)`: 어떤 모양의 배열과 텐서든 받을 수 있고 `tf.function` 안에서도 동작해야 합니다.
#   오차는 1e-6을 넘지 않아야 하고, x = -10,000처럼 `np.exp(-x)`가 어떤 부동소수점 수로도 나타낼 수 없을 만큼 커지는
#   곳에서도 오버플로가 없어야 합니다. 그런 값은 `inf`(무한대)가 되고, `inf / inf`는 `nan`(수가 아님)이 됩니다.
# - `layer_gradient_norms(model, x, y, loss_fn)`: 학습되는 커널(2차원 이상인 가중치. 완전 연결 층은 2차원, 합성곱은 4차원이고,
#   동결한 층(`trainable = False`)에는 없습니다)마다, 모델의 순서대로, 손실 기울기의 L2 노름 $\sqrt{\sum g^2}$을 구합니다.
#   모델은 학습할 때처럼 `training=True`로 호출합니다. 뒤에서 배울 드롭아웃과 배치 정규화는 예측만 하는 추론 때는 다르게
#   동작합니다. 규제 손실(`model.losses`)은 더하지 않습니다. 손실이 닿지 않는 커널은 0.0으로 세고, 가중치는 그대로 두어야 합니다.
#
# **사용할 수 없는 것:** 이미 만들어진 시그모이드 함수(`keras.ops.sigmoid`, `tf.sigmoid` 등). `ops.exp`, `ops.tanh`, `ops.softplus`,
# `tf.GradientTape`는 써도 됩니다.

# %% deepclinic="exercise"
# Your functions go here.

# %% [markdown] lang="en"
# ## Your functions at work
#
# First the slope. Where is it largest, and what is left of it when a unit is driven to 0 or 1?

# %% [markdown] lang="ko"
# ## 작성한 함수로 살펴보기
#
# 먼저 도함수입니다. 어디에서 가장 클까요? 유닛의 출력이 0이나 1 가까이 몰리면 얼마나 남을까요?

# %%
x = np.linspace(-8, 8, 201, dtype="float32")
plt.figure(figsize=(6, 3))
plt.plot(x, sigmoid(x), label="sigmoid")
plt.plot(x, sigmoid_derivative(x), label="its slope")
plt.axhline(0.25, color="gray", linestyle=":", label="1/4")
plt.xlabel("x")
plt.legend()
plt.show()

# %% [markdown] lang="en"
# Now the patients: the gradient norm of every kernel before training, for networks of growing depth, with the sigmoid and with the
# ReLU, whose slope is 1 wherever it is not 0. Mind the logarithmic axis.

# %% [markdown] lang="ko"
# 이제 환자들을 살펴봅니다. 학습하기 전에 커널마다 기울기의 노름을 재되, 점점 깊어지는 신경망에서 시그모이드를 쓸 때와
# ReLU를 쓸 때를 비교합니다. ReLU의 도함수는 0이 아니면 언제나 1입니다. 세로축이 로그 눈금임에 유의하세요.

# %%
batch = train.x[:256], train.y[:256]
figure, axes = plt.subplots(1, 2, figsize=(9, 3.5), sharey=True)
for axis, activation in zip(axes, ("sigmoid", "relu"), strict=True):
    for hidden_layers in (5, 10, 20):
        norms = layer_gradient_norms(network(hidden_layers, activation), *batch, loss_fn)
        axis.semilogy(range(1, len(norms) + 1), norms, marker=".", label=f"{hidden_layers} hidden layers")
        print(f"{activation:8}{hidden_layers:3} hidden layers: first / last = {norms[0] / norms[-1]:.1e}")
    axis.set(title=activation, xlabel="kernel, counted from the input")
axes[0].set_ylabel("L2 norm of the gradient")
axes[1].legend()
plt.show()

# %% [markdown] lang="en"
# With the sigmoid the gradient loses about the same **factor** at every layer, a straight line on the logarithmic axis. The last
# layers can move, but the first ones stand still, and what they pass up hardly differs from one digit to the next. With the ReLU
# the first layer of a deep network hears the loss about as well as the last. Building that ReLU is your next exercise.
#
# ## The trap
#
# So is it the slope alone? Look at the formula again: at each layer the gradient is also multiplied by the **weights**. Below
# are ReLU networks of ten hidden layers whose kernels are half as large as He's initialization, as large, and twice as large.

# %% [markdown] lang="ko"
# 시그모이드에서는 층을 하나 지날 때마다 기울기가 거의 같은 **비율**로 줄어들어, 로그 눈금에서 직선이 됩니다. 마지막 층들은
# 움직일 수 있지만 앞쪽 층들은 제자리에 머물고, 이들이 위로 올려 보내는 값은 어떤 숫자든 거의 같습니다. ReLU를 쓰면 깊은 신경망의 첫 번째 층에도 손실의
# 신호가 마지막 층 못지않게 전해집니다. 바로 이 ReLU를 만드는 것이 다음 연습 문제입니다.
#
# ## 함정
#
# 그렇다면 활성화 함수의 도함수만 문제일까요? 식을 다시 보면 층마다 기울기에 **가중치**도 곱해집니다. 아래는 은닉층이 열
# 개인 ReLU 신경망에서 커널의 크기를 He 초기화의 절반, 그대로, 두 배로 했을 때입니다.

# %%
for scale in (0.5, 1.0, 2.0):
    norms = layer_gradient_norms(network(10, "relu", scale), *batch, loss_fn)
    print(f"kernels x {scale}: first kernel {norms[0]:8.2g}, last kernel {norms[-1]:8.2g}")

# %% [markdown] lang="en"
# Halving each kernel makes the gradient of *every* kernel more than 1,000 times smaller, and doubling makes it more than 1,000
# times larger: for each kernel ten others have changed, and $2^{10} = 1024$. First and last kernel still look alike, so their ratio alone would have told you that all is
# well. Measure the norms themselves, and choose activation and initialization together.

# %% [markdown] lang="ko"
# 커널을 절반으로 줄이면 *모든* 커널의 기울기가 천분의 일보다도 작아지고, 두 배로 늘리면 1,000배 넘게 커집니다. 커널 하나하나에 나머지
# 열 개의 변화가 곱해지고, $2^{10} = 1024$이기 때문입니다. 첫 커널과 마지막 커널의 노름은 여전히 비슷하므로, 둘의 비율만 보았다면 아무 문제가 없다고 여겼을
# 것입니다. 노름 자체를 재고, 활성화 함수와 초기화를 함께 고르세요.

# %% [markdown] lang="en" question="vanishing_gradient"
# ## Question
#
# In the sigmoid network of 20 hidden layers, by which factor does the gradient norm shrink from one hidden layer to the layer
# below, on average? (Measure once more: `layer_gradient_norms(network(20, "sigmoid"), *batch, loss_fn)`.) It is not 1/4, and not smaller than 1/4 either. Explain with the formula why it can
# be larger, and say what you expect to happen if the kernels are made much larger to compensate.

# %% [markdown] lang="ko" question="vanishing_gradient"
# ## 질문
#
# 은닉층이 20개인 시그모이드 신경망에서, 한 은닉층에서 그 아래 층으로 내려갈 때 기울기의 노름은 평균 몇 배로 줄어드나요?
# (`layer_gradient_norms(network(20, "sigmoid"), *batch, loss_fn)`로 다시 재어 계산하세요.) 그 값은 1/4도 아니고 1/4보다 작지도 않습니다. 왜 더 클 수 있는지 식으로 설명하고, 이를 보상하려고
# 커널을 훨씬 크게 만들면 어떤 일이 일어날지 써 보세요.

# %% [markdown] lang="en" guide="vanishing_gradient"
# The factor is about 0.31, e.g. `(norms[1] / norms[-2]) ** (1 / 18)` (the first kernel sees the pixels, the last one has no
# sigmoid above it); answers from 0.28 to 0.35 are right, also those that use all kernels (1 point). Explanation (1 point): 1/4 bounds the slope only; the gradient is also
# multiplied by the kernel. He's initialization has variance 2 / fan-in, so a square kernel lengthens a vector by about √2, and
# √2 / 4 ≈ 0.35; the slopes are somewhat below 1/4 because the inputs of the sigmoids are not exactly 0. Much larger
# kernels: the inputs of the sigmoids grow, the units saturate near 0 and 1, and the slope falls far below 1/4, so that the gain
# is partly eaten up. Half a point for "the weights" without the saturation.

# %% [markdown] lang="ko" guide="vanishing_gradient"
# 그 비율은 약 0.31입니다. 예를 들어 `(norms[1] / norms[-2]) ** (1 / 18)`로 구합니다(첫 커널은 픽셀을 입력으로 받고, 마지막
# 커널 위에는 시그모이드가 없습니다). 모든 커널을 쓴 계산을 포함해 0.28에서 0.35 사이의 답은 맞습니다(1점). 설명(1점): 1/4은 활성화 함수의 도함수에 대한 상한일 뿐이고, 여기에 커널도
# 곱해집니다. He 초기화의 분산은 2 / fan-in이므로 정사각 커널은 벡터의 길이를 약 √2배로 늘리고, √2 / 4 ≈ 0.35입니다.
# 시그모이드의 입력이 정확히 0은 아니므로 도함수의 값은 1/4보다 조금 작습니다. 커널을 훨씬 크게 하면 시그모이드의 입력이 커져 유닛이
# 0이나 1 가까이에서 포화되고, 도함수의 값이 1/4보다 훨씬 작아져 얻은 것의 일부를 다시 잃습니다. 포화를 언급하지 않고 "가중치
# 때문"이라고만 하면 0.5점입니다.

# %% [markdown] lang="en"
# ## Sources
#
# - S. Hochreiter, *Untersuchungen zu dynamischen neuronalen Netzen*, diploma thesis, TU München, 1991.
# - Y. Bengio, P. Simard, P. Frasconi, *Learning long-term dependencies with gradient descent is difficult*, IEEE Transactions on
#   Neural Networks 5(2), 1994.
# - X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
# - K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015, section 2.2 (the initialization).
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - S. Hochreiter, *Untersuchungen zu dynamischen neuronalen Netzen*, 뮌헨 공과대학교 학위 논문, 1991.
# - Y. Bengio, P. Simard, P. Frasconi, *Learning long-term dependencies with gradient descent is difficult*, IEEE Transactions on
#   Neural Networks 5(2), 1994.
# - X. Glorot, Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
# - K. He, X. Zhang, S. Ren, J. Sun, *Delving deep into rectifiers*, ICCV 2015, 2.2절 (초기화).
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
