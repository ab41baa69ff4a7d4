# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: weight_regularization
#     title: {en: "Weight regularization: L1 and L2", ko: "가중치 규제: L1과 L2"}
#     defines: [L1, L2, NormPenalizedLoss]
#     minutes: [25, 45]
#     not_allowed:
#       - keras.regularizers.L1
#       - keras.regularizers.L2
#       - keras.regularizers.L1L2
#       - keras.regularizers.OrthogonalRegularizer
#       - keras.regularizers.l1
#       - keras.regularizers.l2
#       - keras.regularizers.l1_l2
#       - keras.regularizers.orthogonal_regularizer
# ---

# %% [markdown] lang="en"
# # Weight regularization: L1 and L2
#
# A network that has more weights than it needs can fit anything, noise included. So far you have fought that by watching
# (validation), by more data (augmentation) and by disturbing the training (dropout). The oldest cure is the plainest: make
# large weights **cost** something. Which price you put on them decides what the network looks like afterwards, and that is
# what you will see here.

# %% [markdown] lang="ko"
# # 가중치 규제: L1과 L2
#
# 필요한 것보다 가중치가 많은 신경망은 무엇에든, 잡음에까지 맞출 수 있습니다. 지금까지는 지켜보거나(검증), 데이터를
# 늘리거나(데이터 증강), 학습을 흔들어서(드롭아웃) 이에 맞섰습니다. 가장 오래된 치료법이 가장 단순합니다. 큰 가중치가
# **대가를 치르게** 하는 것입니다. 어떤 대가를 매기느냐에 따라 학습된 신경망의 모습이 달라집니다. 이번 수업에서 그것을 봅니다.

# %% [markdown] lang="en"
# ## Predict first
#
# A small network (64 → 32 → 10) learns from only 300 digits, and somebody was careless: one label in five was drawn at
# random. The network is trained three times from the same initial weights: as it is; with $\lambda \sum w^2$ added to the
# loss; with $\lambda \sum |w|$ added.
#
# Before you run the cell, write down: in which of the three do most weights end up at 0? In which are they all small, but
# hardly any of them 0? And which of the three does best on digits that it has never seen?
#
# (This figure uses Keras's own regularizers. In the exercise you write yours.)

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 작은 신경망(64 → 32 → 10)이 숫자 300개만 가지고 학습합니다. 게다가 누군가의 부주의로 레이블 다섯 개 가운데 하나는 아무렇게나
# 붙었습니다. 같은 초기 가중치에서 시작해 세 번 학습합니다. 한 번은 그대로, 한 번은 손실에 $\lambda \sum w^2$을 더해서, 한 번은
# $\lambda \sum |w|$를 더해서 합니다.
#
# 셀을 실행하기 전에 적어 두세요. 셋 가운데 가중치 대부분이 0이 되는 것은 어느 것일까요? 모두 작지만 0은 거의 없는 것은
# 어느 것일까요? 처음 보는 숫자를 가장 잘 맞히는 것은 어느 것일까요?
#
# (이 그림에는 Keras의 규제 항을 썼습니다. 연습 문제에서는 여러분이 직접 만듭니다.)

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from deepclinic.datasets import digits

train, test = digits(standardize=True)
x, labels = train.x[:300], train.y[:300].copy()
chance = np.random.default_rng(1)
careless = chance.random(300) < 0.2
labels[careless] = chance.integers(0, 10, careless.sum())
x, y = tf.constant(x), tf.constant(labels)


def initial_weights(seed=0):
    generator = np.random.default_rng(seed)
    return [generator.normal(0, shape[0] ** -0.5, shape).astype("float32") for shape in ((64, 32), (32, 10))]


def learn(penalty, steps=2000, learning_rate=0.1):
    """Gradient descent on all 300 digits at once: mean cross-entropy plus penalty(kernel) for both kernels.

    Returns the kernels, (64, 32) and (32, 10), the share of training labels that are met, and the test accuracy.
    """
    kernels = [tf.Variable(w) for w in initial_weights()]

    def logits(x):
        return tf.tanh(x @ kernels[0]) @ kernels[1]

    def accuracy(x, y):
        return np.mean(np.argmax(logits(x), axis=1) == y)

    @tf.function
    def twenty_steps():
        for _ in tf.range(20):
            with tf.GradientTape() as tape:
                losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits(x))
                loss = tf.reduce_mean(losses) + tf.add_n([penalty(w) for w in kernels])
            for w, gradient in zip(kernels, tape.gradient(loss, kernels), strict=True):
                w.assign_sub(learning_rate * gradient)

    for _ in range(steps // 20):
        twenty_steps()
    return [w.numpy() for w in kernels], accuracy(x, labels), accuracy(test.x, test.y)


def all_weights(kernels):
    return np.concatenate([w.ravel() for w in kernels])


def show(results):
    """Histograms of the weights, one for each (name, (kernels, training accuracy, test accuracy))."""
    figure, axes = plt.subplots(1, len(results), figsize=(4 * len(results), 3), sharey=True)
    for axis, (name, (kernels, trained, tested)) in zip(axes, results.items(), strict=True):
        w = all_weights(kernels)
        vanished = np.mean(np.abs(w) < 1e-3)
        axis.hist(np.clip(w, -1, 1), bins=np.linspace(-1, 1, 61), color="steelblue")
        axis.set(title=f"{name}\n|w| < 0.001: {vanished:.0%}", xlabel="w", yscale="log")
        print(
            f"{name:20} accuracy: training {trained:.3f}, test {tested:.3f}   "
            f"|w| < 0.001: {vanished:4.0%}   sum of squares {np.sum(w**2):6.1f}   largest {np.abs(w).max():.2f}"
        )
    axes[0].set_ylabel("number of weights (log)")
    plt.tight_layout()
    plt.show()


results = {
    "no penalty": learn(lambda w: 0.0),
    "sum of squares (L2)": learn(keras.regularizers.L2(0.01)),
    "absolute values (L1)": learn(keras.regularizers.L1(0.006)),
}
show(results)

# %% [markdown] lang="en"
# Without a penalty the network meets every label, the wrong ones too, and pays for it on new digits: both penalties do better there,
# the squares best, if not by much. The squares shrink **all** of its weights. The absolute values empty most of them: what survives is a small network inside the large one, with
# weights that are not small at all. (The vertical axis is logarithmic: without that only the spike at 0 would be seen.
# Weights beyond ±1 are counted in the outermost bars.)

# %% [markdown] lang="ko"
# 벌점이 없으면 신경망은 틀린 레이블까지 모두 맞추고, 처음 보는 숫자에서 그 대가를 치릅니다. 두 벌점 모두 여기서 더 낫고,
# 큰 차이는 아니지만 제곱이 가장 낫습니다. 제곱은 **모든** 가중치를
# 줄입니다. 절댓값은 대부분을 0으로 만듭니다. 남는 것은 큰 신경망 속의 작은 신경망이고, 그 가중치는 결코 작지 않습니다. (세로축은
# 로그 눈금입니다. 그렇지 않으면 0에 솟은 막대밖에 보이지 않습니다. ±1을 벗어난 가중치는 맨 바깥 막대에 넣어 세었습니다.)

# %% [markdown] lang="en"
# ## The formula
#
# $$\text{L1:}\quad \lambda \sum_i |w_i|, \qquad \text{L2:}\quad \lambda \sum_i w_i^2, \qquad
# \text{in general:}\quad \lambda \sum_i |w_i|^p,\ p \ge 1.$$
#
# No mean and no square root: a weight is pulled equally hard whether its layer is large or small. And no ½, as in Keras. The **pull** is the
# derivative:
#
# $$\frac{\partial}{\partial w} \lambda |w| = \lambda\, \mathrm{sign}(w), \qquad
# \frac{\partial}{\partial w} \lambda w^2 = 2 \lambda w.$$
#
# L2 pulls hard on a large weight and hardly at all on a small one, so that no weight gets all the way to 0. L1 pulls equally
# hard everywhere: a weight that the data do not defend with at least that force ends at 0.
#
# The same in a picture. The ellipses are the loss of two weights, with its minimum at the cross. A penalty lets the weights
# spend a **budget**: with L2 the allowed ones form a circle, with L1 a diamond. The solution is where the smallest ellipse
# touches. A diamond sticks out at its corners, and at a corner one of the weights is 0.

# %% [markdown] lang="ko"
# ## 식
#
# $$\text{L1:}\quad \lambda \sum_i |w_i|, \qquad \text{L2:}\quad \lambda \sum_i w_i^2, \qquad
# \text{일반적으로:}\quad \lambda \sum_i |w_i|^p,\ p \ge 1$$
#
# 평균도 제곱근도 없습니다. 그래서 층이 크든 작든 가중치 하나를 당기는 힘은 같습니다. Keras에서처럼 ½도 없습니다. **당기는 힘**은 도함수입니다.
#
# $$\frac{\partial}{\partial w} \lambda |w| = \lambda\, \mathrm{sign}(w), \qquad
# \frac{\partial}{\partial w} \lambda w^2 = 2 \lambda w$$
#
# L2는 큰 가중치를 세게 당기고 작은 가중치는 거의 당기지 않으므로, 0까지 다 가는 가중치가 없습니다. L1은 어디에서나 같은
# 힘으로 당깁니다. 데이터가 그만한 힘으로 지켜 주지 않는 가중치는 0이 됩니다.
#
# 같은 이야기를 그림으로 봅시다. 타원은 가중치 두 개에 대한 손실이고, 십자 표시가 최솟값입니다. 벌점은 가중치에게 쓸 수 있는
# **예산**을 줍니다. 허용되는 가중치는 L2에서는 원, L1에서는 마름모를 이룹니다. 해는 가장 작은 타원이 닿는 곳입니다.
# 마름모는 꼭짓점이 튀어나와 있고, 꼭짓점에서는 가중치 하나가 0입니다.

# %%
grid = np.linspace(-1.5, 2.5, 401)
w1, w2 = np.meshgrid(grid, grid)
a, b = w1 - 0.3, w2 - 1.8
loss = 1.2 * a**2 + 0.7 * a * b + 0.8 * b**2
figure, axes = plt.subplots(1, 2, figsize=(8, 4), sharey=True)
budgets = {"L2: a circle": w1**2 + w2**2, "L1: a diamond": np.abs(w1) + np.abs(w2)}
for axis, (name, size) in zip(axes, budgets.items(), strict=True):
    allowed = size <= 1
    best = np.unravel_index(np.argmin(np.where(allowed, loss, np.inf)), loss.shape)
    axis.contourf(w1, w2, allowed, levels=[0.5, 1.5], colors=["lightgray"])
    axis.contour(w1, w2, loss, levels=sorted([0.1, 0.3, loss[best], 2, 3.5]), colors="steelblue", linewidths=1)
    axis.plot(0.3, 1.8, "+", color="steelblue", markersize=12)
    axis.plot(w1[best], w2[best], "o", color="crimson")
    axis.axhline(0, color="black", linewidth=0.5)
    axis.axvline(0, color="black", linewidth=0.5)
    axis.set(title=f"{name}, solution ({w1[best]:.2f}, {w2[best]:.2f})", xlabel="$w_1$", aspect="equal")
axes[0].set_ylabel("$w_2$")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## Exercise
#
# Write three classes:
#
# - `L1(l1=0.01)` and `L2(l2=0.01)`, subclasses of `keras.regularizers.Regularizer`: called with a weight, they return
#   $\lambda \sum |w|$ and $\lambda \sum w^2$, **one number** for a weight of any shape. They work as a layer's
#   `kernel_regularizer`, and a model that uses them can be saved and loaded.
# - `NormPenalizedLoss(base_loss, weights, strength, p)`, a subclass of `keras.losses.Loss`: `base_loss(y_true, y_pred)` plus
#   `strength` times $\sum_i |w_i|^p$ over **all** variables in the list `weights`, as they are at the moment of the call. The
#   penalty is counted once, whatever the batch size. It works in `model.compile(loss=...)`.
#
# Gradients must reach the weights, and be finite also where a weight is exactly 0: for the loss, for every $p \ge 1$. A
# negative factor or strength and $p < 1$ are a `ValueError` that names the argument; 0 is allowed.
#
# `get_config` returns all arguments of the constructor. For the loss, `from_config(get_config())` gives a working loss again:
# the config may hold the variables themselves, and the base loss comes back with its own settings
# (`keras.losses.serialize` and `keras.losses.deserialize` help). Saving the loss to a file is not asked for.
#
# A loss of one's own has a method `call(y_true, y_pred)`. If that returns one number, this is the loss; if it returns one for each
# example, Keras takes their mean. `from_config` is a class method; write your own where the config is not simply the arguments.
#
# **Not allowed:** anything in `keras.regularizers` but the base class `Regularizer`.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 클래스 세 개를 작성하세요.
#
# - `L1(l1=0.01)`과 `L2(l2=0.01)`: `keras.regularizers.Regularizer`를 상속합니다. 가중치를 넣어 호출하면 $\lambda \sum |w|$와
#   $\lambda \sum w^2$을 돌려줍니다. 가중치의 모양이 무엇이든 **수 하나**입니다. 층의 `kernel_regularizer`로 쓸 수 있고,
#   이들을 쓰는 모델은 저장했다가 불러올 수 있습니다.
# - `NormPenalizedLoss(base_loss, weights, strength, p)`: `keras.losses.Loss`를 상속합니다. 값은 `base_loss(y_true, y_pred)`에
#   `strength` 곱하기 $\sum_i |w_i|^p$를 더한 것입니다. 합은 리스트 `weights`에 든 **모든** 변수에 대해, 호출하는 순간의 값으로
#   구합니다. 벌점은 배치 크기와 상관없이 한 번만 셉니다. `model.compile(loss=...)`에 쓸 수 있습니다.
#
# 기울기는 가중치에 닿아야 하고, 가중치가 정확히 0인 곳에서도 유한해야 합니다. 손실에서는 모든 $p \ge 1$에 대해 그렇습니다.
# 계수나 세기가 음수이거나 $p < 1$이면 그 인자의 이름을 밝히는 `ValueError`입니다. 0은 허용됩니다.
#
# `get_config`는 생성자의 모든 인자를 돌려줍니다. 손실은 `from_config(get_config())`로 다시 만들어도 작동해야 합니다. config에는
# 변수 자체를 넣어도 되고, 기본 손실은 자신의 설정까지 되살아나야 합니다(`keras.losses.serialize`와
# `keras.losses.deserialize`가 도움이 됩니다). 손실을 파일에 저장하는 것은 요구하지 않습니다.
#
# 직접 만드는 손실에는 메서드 `call(y_true, y_pred)`가 있습니다. 수 하나를 돌려주면 그것이 손실이고, 예제마다 하나씩 돌려주면 Keras가
# 평균을 냅니다. `from_config`는 클래스 메서드이며, config가 인자 그대로가 아니면 직접 작성합니다.
#
# **사용할 수 없는 것:** 기반 클래스 `Regularizer`를 뺀 `keras.regularizers`의 모든 것.

# %% deepclinic="exercise"
# Your classes go here.

# %% [markdown] lang="en"
# ## Your classes at work
#
# The same network and the same 300 digits with your regularizers, one λ after the other. What happens to the weights, and what
# to the accuracy on new digits?

# %% [markdown] lang="ko"
# ## 작성한 클래스로 살펴보기
#
# 같은 신경망, 같은 숫자 300개를 여러분이 만든 규제 항으로, λ를 바꾸어 가며 학습합니다. 가중치는 어떻게 되고, 처음 보는
# 숫자에 대한 정확도는 어떻게 될까요?

# %%
strengths = (0.001, 0.003, 0.009)
figure, axes = plt.subplots(1, 2, figsize=(9, 3))
for make, style in ((L1, "o-"), (L2, "s--")):
    runs = [learn(make(strength)) for strength in strengths]
    vanished = [np.mean(np.abs(all_weights(kernels)) < 1e-3) for kernels, _, _ in runs]
    axes[0].semilogx(strengths, vanished, style, label=make.__name__)
    axes[1].semilogx(strengths, [accuracy for _, _, accuracy in runs], style, label=make.__name__)
axes[0].set(xlabel="strength λ", ylabel="share of |w| < 0.001")
axes[1].set(xlabel="strength λ", ylabel="test accuracy")
axes[0].legend()
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# The stronger L1, the more weights vanish; L2 empties hardly any, however strong. Both get better on new digits up to here; far
# stronger penalties would keep the network from learning at all. So λ has to be chosen, on a validation part.
#
# And your loss, in a Keras model. With $p = 1$ it is the diamond; above it the corners are round, and the zeros are gone.

# %% [markdown] lang="ko"
# L1은 세질수록 더 많은 가중치를 없애고, L2는 아무리 세도 거의 없애지 않습니다. 여기까지는 둘 다 세질수록 처음 보는 숫자를 더 잘
# 맞힙니다. 벌점이 훨씬 더 세면 신경망은 아예 배우지 못할 것입니다. 그래서 λ는 검증 부분을 보고 골라야 합니다.
#
# 이번에는 여러분이 만든 손실을 Keras 모델에 써 봅니다. $p = 1$이면 마름모입니다. 그보다 크면 꼭짓점이 둥글어지고, 0은
# 사라집니다.

# %%
for p in (1, 1.5, 3):
    model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(10)])
    model.set_weights([np.zeros((64, 10)), np.zeros(10)])
    base_loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.1), NormPenalizedLoss(base_loss, model.trainable_weights, 0.005, p))
    twenty_times = np.tile(x, (20, 1)), np.tile(labels, 20)  # one epoch: 20 steps of all 300 digits
    model.fit(*twenty_times, batch_size=300, epochs=20, shuffle=False, verbose=0)
    w = model.get_weights()[0]
    predicted = np.argmax(model.predict(test.x, verbose=0), axis=1)
    print(
        f"p = {p:3}: |w| < 0.001: {np.mean(np.abs(w) < 1e-3):4.0%}   largest {np.abs(w).max():.2f}   "
        f"test accuracy {np.mean(predicted == test.y):.3f}"
    )

# %% [markdown] lang="en"
# (Some of the 640 weights belong to border pixels that carry no ink in any of the 300 digits. They started at 0 here and stay
# there: compare the lines with each other, not with 0 %.)
#
# ## The trap
#
# You are told that L1 makes weights **exactly** 0. Count them.

# %% [markdown] lang="ko"
# (가중치 640개 가운데 일부는 숫자 300개 어디에서도 잉크가 닿지 않는 가장자리 픽셀의 것입니다. 여기서는 0에서 시작해 그대로
# 0에 머뭅니다. 0%가 아니라 줄끼리 비교하세요.)
#
# ## 함정
#
# L1은 가중치를 **정확히** 0으로 만든다고들 합니다. 직접 세어 보세요.

# %%
for learning_rate in (0.1, 0.3, 1.0):
    kernels, _, _ = learn(L1(0.006), steps=int(200 / learning_rate), learning_rate=learning_rate)
    w = all_weights(kernels)
    print(
        f"learning rate {learning_rate}: exactly 0: {np.mean(w == 0):.1%}   "
        + "   ".join(f"|w| < {bound}: {np.mean(np.abs(w) < bound):.0%}" for bound in (1e-4, 1e-3, 1e-2))
    )

# %% [markdown] lang="en"
# The pull of L1 does not fade near 0. Gradient descent moves a weight by (learning rate) × λ, overshoots, is pulled back,
# and so hops around 0 for ever, the farther the larger the learning rate. So **"vanished" needs a threshold** above the size of
# a hop, and whoever compares two runs must use the same one. Methods that really reach 0 (proximal gradient descent) cut the
# last hop off.
#
# A second trap stands in your progress bar: the `loss` that `fit` reports **includes the penalty**. Two runs with different
# λ cannot be compared by it; compare a metric, or the base loss alone.

# %% [markdown] lang="ko"
# L1이 당기는 힘은 0 가까이에서도 약해지지 않습니다. 경사 하강법은 가중치를 (학습률) × λ만큼 옮기므로, 0을 지나쳤다가 다시
# 당겨지기를 반복하며 0 주위를 끝없이 뜁니다. 학습률이 클수록 더 멀리 뜁니다. 그러므로 **"사라졌다"고 하려면** 뛰는 폭보다
# 큰 **기준값이 필요**하고, 두 학습을 비교할 때는 같은 기준을 써야 합니다. 정말로 0에 이르는 방법인 근접 경사
# 하강법(proximal gradient descent)은 마지막 한 걸음을 잘라 냅니다.
#
# 진행 막대에도 함정이 하나 있습니다. `fit`이 보여 주는 `loss`에는 **벌점이 포함**되어 있습니다. λ가 다른 두 학습을 이 값으로
# 비교할 수는 없습니다. 지표나 기본 손실만을 비교하세요.

# %% [markdown] lang="en" question="weight_regularization"
# ## Question
#
# Two pixels always have the same value, so that only the sum $w_1 + w_2$ of their weights matters for the predictions. Say the
# data want $w_1 + w_2 = 2$. How does L2 split the 2 between them, and why? And L1? Which of the two would you choose if each
# pixel that is used costs money, and what would you have to beware of when you read the weights of the result?

# %% [markdown] lang="ko" question="weight_regularization"
# ## 질문
#
# 두 픽셀의 값이 늘 같아서, 예측에는 두 가중치의 합 $w_1 + w_2$만 중요합니다. 데이터가 $w_1 + w_2 = 2$를 원한다고 합시다. L2는
# 2를 두 가중치에 어떻게 나누어 주며, 그 까닭은 무엇인가요? L1은 어떤가요? 픽셀 하나를 쓸 때마다 돈이 든다면 둘 가운데 무엇을 고르겠으며,
# 그 결과로 얻은 가중치를 해석할 때 무엇을 조심해야 할까요?

# %% [markdown] lang="en" guide="weight_regularization"
# L2: 1 and 1, since 1² + 1² = 2 is the least that w1² + w2² can be; squares make sharing cheaper (1 point). L1: every split
# with w1, w2 >= 0 costs the same, |w1| + |w2| = 2, so the penalty does not decide; the start and chance do (1 point). With
# costs: L1, which leaves weights at 0 where the data do not object; but which of several equal pixels survives is arbitrary,
# so that a weight of 0 does not mean that the pixel carries no information (1 point).

# %% [markdown] lang="ko" guide="weight_regularization"
# L2: 1과 1입니다. w1² + w2²의 최솟값이 1² + 1² = 2이기 때문이며, 제곱에서는 나누어 갖는 편이 쌉니다(1점). L1: w1, w2 >= 0이면
# 어떻게 나누어도 |w1| + |w2| = 2로 같으므로 벌점은 아무것도 정하지 않고, 초깃값과 우연이 정합니다(1점). 비용이 든다면 데이터가
# 반대하지 않는 가중치를 0으로 두는 L1을 고릅니다. 다만 같은 픽셀들 가운데 무엇이 남는지는 우연이므로, 가중치가 0이라고 해서 그
# 픽셀에 정보가 없다는 뜻은 아닙니다(1점).

# %% [markdown] lang="en"
# ## Sources
#
# - R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58(1), 1996;
#   the diamond is its figure 2.
# - A. Krogh and J. A. Hertz, *A simple weight decay can improve generalization*, NIPS 4, 1991.
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, section 3.1.4.
# - T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd ed., Springer 2009, section 3.4.
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58(1), 1996.
#   마름모 그림은 그림 2입니다.
# - A. Krogh, J. A. Hertz, *A simple weight decay can improve generalization*, NIPS 4, 1991.
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, 3.1.4절.
# - T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning*, 2판, Springer 2009, 3.4절.
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
