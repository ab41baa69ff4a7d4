# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: dropout
#     title: {en: "Dropout: a network that cannot rely on any unit", ko: "드롭아웃: 어느 유닛에도 기댈 수 없는 신경망"}
#     defines: [Dropout]
#     minutes: [25, 45]
#     not_allowed:
#       - keras.layers.*Dropout*
#       - keras.random.dropout
#       - tf.nn.dropout
#       - tf.nn.experimental.*dropout*
# ---

# %% [markdown] lang="en"
# # Dropout: a network that cannot rely on any unit
#
# A network with more weights than examples can learn its examples by heart, the mistakes in them included. It then knows
# answers, not reasons: training loss goes to 0 while validation loss rises.
#
# **Dropout** makes that hard. At every training step a random half (or third, or seven tenths) of the units is missing,
# and each time it is another half. No unit can count on a particular other one; what is learned has to be spread over
# many. At inference all units are there. The layer that does it is a few lines long, and nearly every one of them can be
# wrong in a way that no error message tells.

# %% [markdown] lang="ko"
# # 드롭아웃: 어느 유닛에도 기댈 수 없는 신경망
#
# 예제보다 가중치가 많은 신경망은 예제를 통째로 외울 수 있습니다. 그 안에 섞인 잘못까지 외웁니다. 이유는 모른 채 답만
# 아는 셈이어서, 학습 손실은 0으로 가는데 검증 손실은 올라갑니다.
#
# **드롭아웃**(dropout)은 이를 어렵게 만듭니다. 학습 단계마다 유닛의 절반(또는 삼분의 일, 열에 일곱)이 무작위로 빠지고,
# 매번 다른 유닛이 빠집니다. 어떤 유닛도 특정한 다른 유닛에 기댈 수 없으므로 배운 것을 여러 유닛에 나누어 두어야
# 합니다. 추론할 때는 모든 유닛이 돌아옵니다. 이 일을 하는 층은 몇 줄이면 되지만, 거의 모든 줄이 오류 메시지 없이
# 틀릴 수 있습니다.

# %% [markdown] lang="en"
# ## Predict first
#
# 300 handwritten digits, and three labels in ten are wrong: replaced by another digit at random. A network with 128 hidden
# units is trained on them for 60 steps.
#
# *What share of the 90 wrong labels will the network have learned? And with seven in ten hidden units dropped at every step?*
# Write two numbers down before you go on.

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 손글씨 숫자 300개가 있는데, 레이블 열 개 중 세 개는 무작위로 다른 숫자로 바뀌어 있습니다. 은닉 유닛 128개짜리 신경망을
# 이 데이터로 60단계 동안 학습시킵니다.
#
# *틀린 레이블 90개 가운데 얼마를(0에서 1까지의 비율로) 외우게 될까요? 단계마다 은닉 유닛을 열에 일곱씩 버리면 어떨까요?* 넘어가기 전에 숫자
# 두 개를 적어 두세요.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits(standardize=True)  # (1197, 64) and (600, 64), numbers from 0 to 9
x, y = x_train[:300], y_train[:300].copy()
rng = np.random.default_rng(0)
wrong = rng.permutation(300)[:90]
y[wrong] = (y[wrong] + rng.integers(1, 10, 90)) % 10  # never the right digit
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train(layers, seed, validation=None):
    """Train a network with `layers` after its 128 hidden units; return the model and its losses per step."""
    keras.utils.set_random_seed(seed)
    hidden = keras.layers.Dense(128, activation="relu")
    model = keras.Sequential([keras.Input((64,)), hidden, *layers, keras.layers.Dense(10)])
    # Compiling takes longer than training a network this small.
    model.compile(keras.optimizers.Adam(0.01), cross_entropy, jit_compile=False)
    history = model.fit(x, y, batch_size=300, epochs=60, validation_data=validation, verbose=0)
    return model, history.history


def summary(model):
    """Training loss and validation loss, both at inference; share of wrong labels learned; validation accuracy."""
    train_logits, test_logits = (np.asarray(model(inputs, training=False)) for inputs in (x, x_test))
    return [
        float(cross_entropy(y, train_logits)),
        float(cross_entropy(y_test, test_logits)),
        float(np.mean(train_logits[wrong].argmax(axis=1) == y[wrong])),
        float(np.mean(test_logits.argmax(axis=1) == y_test)),
    ]


# %%
results, curves = {}, {}
for name, rate in (("without", None), ("dropout 0.7", 0.7)):
    found = []
    for seed in range(3):
        layers = [] if rate is None else [keras.layers.Dropout(rate)]  # the ready-made one; you build it below
        model, curve = train(layers, seed, validation=(x_test, y_test) if seed == 0 else None)
        if seed == 0:
            curves[name] = curve
        found.append(summary(model))
    results[name] = np.mean(found, axis=0)

figure, axes = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained", sharey=True)
for axis, (name, curve) in zip(axes, curves.items(), strict=True):
    axis.plot(curve["loss"], label="training (as trained: with what is dropped)")
    axis.plot(curve["val_loss"], label="validation")
    axis.set(title=name, xlabel="step", ylim=(0, 3))
axes[0].set_ylabel("loss")
axes[0].legend()
plt.show()
print("means over 3 seeds, at inference      without   dropout 0.7")
rows = ("training loss", "validation loss", "share of wrong labels learned", "validation accuracy")
for row, label in enumerate(rows):
    print(f"{label:36s}{results['without'][row]:9.2f}{results['dropout 0.7'][row]:14.2f}")
gaps = {name: found[1] - found[0] for name, found in results.items()}
print(f"{'gap (validation - training loss)':36s}{gaps['without']:9.2f}{gaps['dropout 0.7']:14.2f}")

# %% [markdown] lang="en"
# Without dropout the network believes everything it is told, and the gap between validation and training loss is wide.
# With dropout it learns fewer of the wrong labels and is less sure of them (the training loss stays well above 0): a wrong
# label fits no other example, so it takes a few dedicated units to remember it, and those are mostly missing. The gap is
# much smaller, and the accuracy on new digits is higher. It is a remedy, not a cure: not all the wrong labels are gone.
#
# Mind one thing in the right figure: the training curve lies *above* the validation curve. It is measured with units
# missing, the other one with all of them. A training loss above the validation loss is no bug where a layer drops.

# %% [markdown] lang="ko"
# 드롭아웃이 없으면 신경망은 들은 것을 다 믿고, 검증 손실과 학습 손실의 차이가 크게 벌어집니다. 드롭아웃을 쓰면 틀린
# 레이블을 덜 외우고, 외운 것도 덜 확신합니다(학습 손실이 0보다 꽤 높은 곳에 머뭅니다). 틀린 레이블은 다른 어떤 예제와도
# 맞지 않아서 그것만 기억하는 유닛 몇 개가 있어야 하는데, 그런 유닛은 대개 빠져 있기 때문입니다. 차이는 훨씬 작고, 새
# 숫자에 대한 정확도는 더 높습니다. 다만 증상을 덜어 줄 뿐 완전히 낫게 하지는 못합니다. 틀린 레이블이 다 사라지지는 않습니다.
#
# 오른쪽 그림에서 한 가지를 눈여겨보세요. 학습 곡선이 검증 곡선보다 *위에* 있습니다. 학습 손실은 유닛이 빠진 채로, 검증
# 손실은 유닛이 모두 있는 채로 잰 것이기 때문입니다. 값을 버리는 층이 있을 때 학습 손실이 검증 손실보다 높은 것은 버그가
# 아닙니다.

# %% [markdown] lang="en"
# ## The formula
#
# For a layer with input $x$ of any shape and a rate $p$ in $[0, 1)$, in training every element is multiplied by its own
# random number:
#
# $$ y_i = x_i \, m_i, \qquad m_i = \begin{cases} 0 & \text{with probability } p \\ \dfrac{1}{1-p} & \text{with probability } 1-p \end{cases} $$
#
# The $m_i$ together are the **mask**. They are independent: between the elements of one example, between examples, between
# layers, and between calls. Why $1/(1-p)$? Because then $E[y_i] = (1-p) \cdot \frac{x_i}{1-p} = x_i$: the next layer sees
# sums of the usual size, in training and at inference alike. So at inference nothing needs to be done:
#
# $$ y = x $$
#
# (The first paper did it the other way round: no factor in training, times $1-p$ at inference. Today's way is called
# *inverted* dropout. Both are right on their own; mixed they are wrong.)

# %% [markdown] lang="ko"
# ## 식
#
# 모양이 어떻든 입력을 $x$, 비율을 $[0, 1)$ 안의 $p$라고 하면, 학습할 때 원소마다 자기 난수를 곱합니다.
#
# $$ y_i = x_i \, m_i, \qquad m_i = \begin{cases} 0 & \text{확률 } p \\ \dfrac{1}{1-p} & \text{확률 } 1-p \end{cases} $$
#
# $m_i$를 모두 모은 것이 **마스크**입니다. 마스크의 원소는 서로 독립입니다. 한 예제의 원소끼리, 예제끼리, 층끼리,
# 호출끼리 모두 독립입니다. 왜 $1/(1-p)$일까요? 그러면 $E[y_i] = (1-p) \cdot \frac{x_i}{1-p} = x_i$가 되어, 다음 층이 받는
# 합의 크기가 학습할 때와 추론할 때 같아지기 때문입니다. 그래서 추론할 때는 아무것도 하지 않아도 됩니다.
#
# $$ y = x $$
#
# (처음 논문은 반대로 했습니다. 학습할 때는 아무것도 곱하지 않고 추론할 때 $1-p$를 곱했습니다. 요즘 방식은 *inverted*
# 드롭아웃이라고 합니다. 둘 다 그 자체로는 맞지만 섞으면 틀립니다.)

# %% [markdown] lang="en"
# ## Exercise
#
# Write the layer `Dropout(rate, seed=None)`.
#
# - In training (`training=True`) each element is 0 with probability `rate`, else `x / (1 - rate)`; independently.
# - At inference, and when `training` is not given, the output is the input.
# - Every call in training draws a fresh mask: also inside `tf.function`, in `model.fit`, and with `jit_compile=True`.
# - Two new layers with the same `seed` draw the same sequence of masks. Without a seed, layers differ.
# - Rate 0 is the identity. A rate outside [0, 1) is a `ValueError` whose text names `rate`.
# - Any shape, any batch size; the output has the layer's dtype; `get_config` returns both arguments.
#
# Not allowed: the ready-made dropouts, `keras.layers.Dropout` and its relatives, `keras.random.dropout`, `tf.nn.dropout`.
# All other random functions are allowed: `keras.random.uniform`, `keras.random.SeedGenerator`, `tf.random.…`.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# `Dropout(rate, seed=None)` 층을 작성하세요.
#
# - 학습할 때(`training=True`) 각 원소는 확률 `rate`로 0이 되고, 아니면 `x / (1 - rate)`가 됩니다. 원소마다 독립입니다.
# - 추론할 때와 `training`을 주지 않았을 때는 입력이 그대로 나옵니다.
# - 학습 모드로 호출할 때마다 새 마스크를 뽑습니다. `tf.function`, `model.fit`, `jit_compile=True`에서도 그렇습니다.
# - 새로 만든 두 층의 `seed`가 같으면 마스크를 같은 순서로 뽑습니다. 시드가 없으면 층마다 다릅니다.
# - rate가 0이면 항등 함수입니다. [0, 1) 밖의 rate에는 `rate`라는 이름이 든 `ValueError`를 냅니다.
# - 모양과 배치 크기는 무엇이든 됩니다. 출력의 dtype은 층의 dtype이고, `get_config`는 두 인자를 모두 돌려줍니다.
#
# 쓸 수 없는 것: 이미 만들어진 드롭아웃, 곧 `keras.layers.Dropout`과 그 비슷한 것들, `keras.random.dropout`, `tf.nn.dropout`.
# 다른 난수 함수는 모두 쓸 수 있습니다: `keras.random.uniform`, `keras.random.SeedGenerator`, `tf.random.…`.

# %% deepclinic="exercise"
# Your Dropout goes here.

# %% [markdown] lang="en"
# ## Your layer at work
#
# Here are your masks. Above: one digit, four calls; what is dropped is red. Below: one call on 40 examples of 60 elements,
# and the same number of zeros per call counted over many calls. Look for patterns: there should be none, no stripes (rows
# or columns that go together) and no picture that comes twice.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기
#
# 여러분의 마스크입니다. 위: 숫자 하나를 넣어 층을 네 번 호출한 것으로, 버려진 픽셀이 빨간색입니다. 아래: 원소 60개짜리 예제 40개를
# 넣어 한 번 호출한 것과, 여러 번 호출하며 센 0의 비율입니다. 규칙적인 무늬가 없어야 합니다. 함께 움직이는 행이나 열(줄무늬)도,
# 두 번 나오는 그림도 없어야 합니다.

# %%
image = digits().train.x[:1] + 0.05  # above 0, so that a 0 in the output is one that the layer made
layer = Dropout(0.5, seed=1)
figure, axes = plt.subplots(1, 4, figsize=(10, 2.6), layout="constrained")
for call, axis in enumerate(axes, start=1):
    dropped = np.asarray(layer(image, training=True)).reshape(8, 8) == 0
    axis.imshow(image.reshape(8, 8), cmap="gray_r")
    axis.imshow(np.ma.masked_where(~dropped, np.ones((8, 8))), cmap="autumn", vmin=1, vmax=2, alpha=0.7)
    axis.set(title=f"call {call}", xticks=[], yticks=[])
plt.show()

layer = Dropout(0.7)
mask = np.asarray(layer(np.ones((40, 60), "float32"), training=True))
shares = [np.mean(np.asarray(layer(np.ones((40, 60), "float32"), training=True)) == 0) for _ in range(200)]
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3), layout="constrained")
left.imshow(mask != 0, cmap="gray", interpolation="nearest")
left.set(xlabel="element", ylabel="example", title="one call at rate 0.7 (white: kept)")
right.hist(shares, bins=20)
right.axvline(0.7, color="black", linestyle=":")
right.set(xlabel="share of zeros in a call", ylabel="calls", title="200 calls: near the rate, not always the same")
plt.show()
print(f"kept elements of ones: {np.unique(np.round(mask[mask != 0], 4))}; mean of the output: {mask.mean():.3f}")

# %%
model, _ = train([Dropout(0.7)], seed=0)
yours = summary(model)
print("your layer in the network of the first figure (seed 0):")
print(f"gap {yours[1] - yours[0]:.2f}, wrong labels learned {yours[2]:.2f}, validation accuracy {yours[3]:.2f}")

# %% [markdown] lang="en"
# ## The trap: random numbers that are always the same
#
# "The same seed gives the same numbers" sounds like what you want from a seed. It is a trap twice over:

# %% [markdown] lang="ko"
# ## 함정: 늘 똑같은 난수
#
# "시드가 같으면 같은 수가 나온다"는 시드에 바라는 바로 그 성질 같습니다. 그런데 여기에는 함정이 두 개 있습니다.

# %%
generator = keras.random.SeedGenerator(7)
for name, seed in (("an integer", 7), ("a generator", generator)):
    for call in (1, 2):
        print(f"{name} as the seed, call {call}:", np.round(keras.random.uniform((4,), seed=seed), 2))

numpy_generator = np.random.default_rng(7)


@tf.function
def traced():
    return tf.constant(numpy_generator.random(4)), keras.random.uniform((4,), seed=generator)


for call in (1, 2):
    from_numpy, from_keras = traced()
    print(f"traced, call {call}: NumPy {np.round(from_numpy, 2)}, Keras {np.round(from_keras, 2)}")

# %% [markdown] lang="en"
# An integer is a place in a table: whoever asks there gets the same numbers, call after call. A layer with such a mask
# trains one fixed smaller network. What you want is a *generator*: something that starts at the seed and remembers how far
# it got, so that the sequence as a whole can be repeated while its members differ.
#
# And where it remembers matters. `tf.function` (and so `model.fit`) runs your Python once, to trace it, and from then on
# repeats only tensor operations. A NumPy generator, or a counter that is a Python number, moves on once and then stands
# still: the mask becomes a constant of the graph. A generator of Keras or TensorFlow keeps its state in a variable, which a
# traced function reads and writes at every run. Nothing crashes either way; the loss even falls.

# %% [markdown] lang="ko"
# 정수 시드는 표의 한 자리와 같습니다. 그 자리를 물으면 몇 번을 물어도 같은 수가 나옵니다. 그런 마스크를 쓰는 층은 고정된
# 작은 신경망 하나를 학습할 뿐입니다. 필요한 것은 *생성기*입니다. 시드에서 시작해 어디까지 왔는지 기억하는 것이어야
# 수열 전체는 되풀이할 수 있으면서 그 안의 수는 서로 다릅니다.
#
# 어디에 기억하는지도 중요합니다. `tf.function`은 (따라서 `model.fit`도) 여러분의 파이썬 코드를 추적하느라 한 번만 실행하고,
# 그 뒤로는 텐서 연산만 되풀이합니다. NumPy 생성기나 파이썬 숫자로 된 카운터는 한 번 나아간 뒤 멈추고, 마스크는 그래프의
# 상수가 됩니다. Keras와 TensorFlow의 생성기는 상태를 변수에 두므로 추적된 함수가 실행될 때마다 읽고 씁니다. 어느 쪽이든
# 오류는 나지 않습니다. 심지어 손실도 줄어듭니다.

# %% [markdown] lang="en" question="dropout"
# ## Question
#
# A friend has built dropout without the factor: what stays is not scaled, neither in training nor at inference. With rate
# 0.5 the training loss falls nicely, but the validation loss is bad.
#
# Explain in your own words, with the expected value, what the layer behind the dropout sees in training and at inference,
# and name two different ways to repair it. Why are the repaired layers not exactly equal to an average over all masks if a
# ReLU comes behind?

# %% [markdown] lang="ko" question="dropout"
# ## 질문
#
# 한 친구가 배율 없이 드롭아웃을 만들었습니다. 학습할 때도 추론할 때도 남은 값을 키우지 않습니다. rate가 0.5일 때 학습
# 손실은 잘 줄어드는데 검증 손실이 나쁩니다.
#
# 드롭아웃 뒤의 층이 학습할 때와 추론할 때 무엇을 받는지 기댓값을 써서 자신의 말로 설명하고, 고치는 방법을 서로 다르게 두
# 가지 들어 보세요. 뒤에 ReLU가 있으면, 고친 층의 추론 결과가 모든 마스크에 대한 평균과 정확히 같지 않은 까닭은
# 무엇인가요?

# %% [markdown] lang="en" guide="dropout"
# Full marks for: (1) in training the expected sum is (1 - p) times that at inference, so the next layer's weights are fitted
# to sums half as large as those that it meets at inference; (2) scale by 1/(1 - p) in training, or by 1 - p at inference;
# (3) the mean of a non-linear function is not the function of the mean: for linear layers the average over masks is exact,
# behind a ReLU it is an approximation. Half marks without (3).

# %% [markdown] lang="ko" guide="dropout"
# 만점 기준: (1) 학습할 때 합의 기댓값은 추론할 때의 (1 - p)배이므로, 다음 층의 가중치는 추론할 때 만나는 합의 절반 크기에
# 맞추어진다. (2) 학습할 때 1/(1 - p)을 곱하거나 추론할 때 1 - p를 곱한다. (3) 비선형 함수의 평균은 평균의 함수와 다르다.
# 선형 층에서는 마스크에 대한 평균과 정확히 같지만 ReLU 뒤에서는 근사이다. (3)이 없으면 절반.

# %% [markdown] lang="en"
# ## Sources
#
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov (2014), *Dropout: A Simple Way to Prevent Neural
#   Networks from Overfitting*, Journal of Machine Learning Research 15, 1929-1958.
# - G. Hinton et al. (2012), *Improving neural networks by preventing co-adaptation of feature detectors*, arXiv:1207.0580.
# - The digits: E. Alpaydin, C. Kaynak (1998), UCI Machine Learning Repository, doi:10.24432/C50P49.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov (2014), *Dropout: A Simple Way to Prevent Neural
#   Networks from Overfitting*, Journal of Machine Learning Research 15, 1929-1958.
# - G. Hinton et al. (2012), *Improving neural networks by preventing co-adaptation of feature detectors*, arXiv:1207.0580.
# - 숫자 데이터: E. Alpaydin, C. Kaynak (1998), UCI Machine Learning Repository, doi:10.24432/C50P49.
