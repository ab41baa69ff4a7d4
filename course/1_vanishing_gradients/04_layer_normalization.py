# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: layer_normalization
#     title: {en: "Layer normalization", ko: "층 정규화"}
#     defines: [LayerNormalization]
#     minutes: [30, 60]
#     not_allowed:
#       - keras.layers.*Normalization
#       - keras.ops.*_normalization
#       - keras.ops.nn.*_normalization
#       - tf.nn.batch_norm*
#       - tf.image.per_image_standardization
#       - tf.compat.v1.nn.*batch_norm*
#       - tf.compat.v1.layers.*batch_norm*
#       - tf.raw_ops.*BatchNorm*
# ---

# %% [markdown] lang="en"
# # Layer normalization
#
# Batch normalization cures networks whose signals fade, but it has a side effect: what it does to an example depends on the
# other examples in the batch. With 64 companions that is hardly noticed. But a batch can be small: large images fill the
# memory, a robot learns from one moment at a time. What happens then?

# %% [markdown] lang="ko"
# # 층 정규화
#
# 배치 정규화는 신호가 희미해지는 신경망을 고치지만 부작용이 있습니다. 한 예제가 어떻게 바뀌는지가 같은 배치에 든 다른
# 예제들에 달려 있다는 점입니다. 함께 있는 예제가 64개면 거의 티가 나지 않습니다. 그러나 배치가 작을 때도 있습니다. 큰
# 이미지는 메모리를 가득 채우고, 로봇은 한 순간씩 배웁니다. 그럴 때는 어떻게 될까요?

# %% [markdown] lang="en"
# ## Predict first
#
# Our patient has three hidden ReLU layers and kernels that start far too small (standard deviation 0.01). Without
# normalization it learns nothing. With batch normalization and batches of 32 examples it learns well.
#
# Now we train it with batches of **2**, and with batches of **1**. The learning rate is proportional to the batch size, so that an
# epoch moves the weights about as far as before. Write down your guess: what test accuracy does it reach each time?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 이번 환자는 ReLU 은닉층이 세 개이고 커널이 너무 작은 값(표준편차 0.01)에서 시작합니다. 정규화가 없으면 아무것도 배우지
# 못합니다. 배치 정규화를 넣고 예제를 32개씩 배치로 묶으면 잘 배웁니다.
#
# 이제 배치 크기를 **2**와 **1**로 줄여 학습시킵니다. 한 에포크 동안 가중치가 움직이는 거리가 비슷하도록 학습률은 배치 크기에
# 비례하게 정합니다. 예상을 적어 두세요. 각각 테스트 정확도가 얼마나 될까요?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

train, test = digits(standardize=True)  # x: (1197, 64) and (600, 64)
EPOCHS = 3


def network(normalization=None):
    """Three hidden layers of 32 units; a fresh `normalization()` before each ReLU. The same kernels at every call."""

    def dense(units, seed):
        return keras.layers.Dense(units, kernel_initializer=keras.initializers.RandomNormal(stddev=0.01, seed=seed))

    model = keras.Sequential([keras.Input((64,))])
    for i in range(3):
        model.add(dense(32, i))
        if normalization is not None:
            model.add(normalization())
        model.add(keras.layers.ReLU())
    model.add(dense(10, 9))  # logits
    return model


def accuracies(model, batch_size):
    """Train, and return the test accuracy before training and after each epoch."""
    keras.utils.set_random_seed(0)
    model.compile(
        keras.optimizers.SGD(0.003 * batch_size),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        steps_per_execution=10,
    )
    found = []

    def measure(*_):
        found.append(float(np.mean(np.argmax(model(test.x), axis=1) == test.y)))

    measure()
    callback = keras.callbacks.LambdaCallback(on_epoch_end=measure)
    model.fit(*train, batch_size=batch_size, epochs=EPOCHS, callbacks=[callback], verbose=0)
    return found


def batch_norm():
    return keras.layers.BatchNormalization(momentum=0.9)


def draw(axis, title, curves):
    for label, found in curves.items():
        axis.plot(range(EPOCHS + 1), found, marker=".", label=label)
    axis.set(title=title, xlabel="epoch", ylim=(0, 1), xticks=range(EPOCHS + 1))
    axis.legend(loc=(0.6, 0.18))


# %%
none = {"batch size 32": accuracies(network(), 32)}
batch = {f"batch size {size}": accuracies(network(batch_norm), size) for size in (32, 2, 1)}

figure, axes = plt.subplots(1, 2, figsize=(9, 3.5), sharey=True, layout="constrained")
draw(axes[0], "no normalization", none)
draw(axes[1], "batch normalization", batch)
axes[0].set_ylabel("test accuracy")
plt.show()
print({label: round(found[-1], 2) for label, found in batch.items()})

# %% [markdown] lang="en"
# With two examples a batch it is far worse, and with one it learns nothing at all. To see why, look at what batch normalization
# makes of the pre-activations of a batch of two examples, and of one:

# %% [markdown] lang="ko"
# 배치에 예제가 둘이면 훨씬 나빠지고, 하나이면 전혀 배우지 못합니다. 이유를 알기 위해 예제가 둘일 때와 하나일 때 배치
# 정규화가 활성화 전 값을 어떻게 바꾸는지 살펴봅니다.

# %%
pre_activations = keras.layers.Dense(6, kernel_initializer=keras.initializers.RandomNormal(seed=1, stddev=1.0))(test.x)
print("before, two examples:\n", np.round(pre_activations[:2], 1))
print("batch of two:\n", np.round(batch_norm()(pre_activations[:2], training=True), 2))
print("batch of one:\n", np.round(batch_norm()(pre_activations[:1], training=True), 2))

# %% [markdown] lang="en"
# Two numbers always lie one standard deviation above and below their mean. So of the values themselves nothing is left: only
# which of the two was larger. And one number minus its mean is 0, whatever it was: the network does not see its input.
#
# ## The formula
#
# The cure is to ask nobody else. **Layer normalization** takes mean and variance over the features of each example $n$ by itself:
#
# $$\mu_n = \frac1D \sum_{d=1}^{D} x_{nd}, \qquad \sigma_n^2 = \frac1D \sum_{d=1}^{D} (x_{nd} - \mu_n)^2, \qquad
# y_{nd} = \gamma_d\, \frac{x_{nd} - \mu_n}{\sqrt{\sigma_n^2 + \varepsilon}} + \beta_d$$
#
# $\gamma$ and $\beta$ are learned, one of each for every feature, shared by all examples. There are no moving averages, and no
# difference between training and inference: an example is all that its normalization needs.

# %% [markdown] lang="ko"
# 두 수는 언제나 평균에서 표준편차 하나만큼 위와 아래에 있습니다. 그래서 값 자체는 하나도 남지 않고, 둘 중 어느 쪽이 더
# 컸는지만 남습니다. 그리고 한 수에서 그 자신의 평균을 빼면 값이 무엇이었든 0입니다. 신경망은 입력을 보지 못합니다.
#
# ## 식
#
# 해결책은 다른 예제를 아예 보지 않는 것입니다. **층 정규화**는 예제 $n$마다 자신의 특성에 대해서만 평균과 분산을 구합니다.
#
# $$\mu_n = \frac1D \sum_{d=1}^{D} x_{nd}, \qquad \sigma_n^2 = \frac1D \sum_{d=1}^{D} (x_{nd} - \mu_n)^2, \qquad
# y_{nd} = \gamma_d\, \frac{x_{nd} - \mu_n}{\sqrt{\sigma_n^2 + \varepsilon}} + \beta_d$$
#
# $\gamma$와 $\beta$는 학습되며, 특성마다 하나씩 있고 모든 예제가 함께 씁니다. 이동 평균은 없고, 학습과 추론도 다르지
# 않습니다. 예제를 정규화하는 데 필요한 것은 그 예제뿐입니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write the layer `LayerNormalization(axis=-1, epsilon=1e-3)`:
#
# - `axis` says over which axis, or which axes (a tuple or list, in any order, also negative), each example is normalised.
#   For images of shape (batch, height, width, channels), `axis=(1, 2, 3)` normalises each image as a whole.
# - Trained weights `gamma` (ones) and `beta` (zeros), in the shape of the normalised axes, these in ascending order.
# - The biased variance (divide by the number of values), epsilon inside the root, the same in training and at inference.
# - Axis 0 holds the examples: if `axis` is or contains 0, the constructor raises a `ValueError` that names `axis`. A negative axis
#   may also mean axis 0; then it is `build` that raises it, where the rank is known. An `epsilon` that is not positive is a
#   `ValueError` too.
# - `get_config` returns all arguments. Any batch size works, also an unknown one, eagerly and in `tf.function`.
#
# **Not allowed:** ready-made normalizations (`keras.layers.LayerNormalization`, `keras.ops.layer_normalization`, group, unit, RMS or
# batch normalization). `ops.mean`, `ops.var` and `ops.moments` are fine, also with `keepdims=True`.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# `LayerNormalization(axis=-1, epsilon=1e-3)` 층을 작성하세요.
#
# - `axis`는 예제마다 어느 축, 또는 어느 축들에 대해 정규화할지를 정합니다(튜플이나 리스트도 되고, 순서는 상관없으며, 음수도
#   됩니다). 모양이 (batch, height, width, channels)인 이미지라면 `axis=(1, 2, 3)`은 이미지 한 장을 통째로 정규화합니다.
# - 학습되는 가중치는 `gamma`(1)와 `beta`(0)이고, 모양은 정규화하는 축들을 오름차순으로 늘어놓은 것과 같습니다.
# - 분산은 값의 개수로 나눈 것이고, epsilon은 제곱근 안에 있으며, 학습과 추론에서 똑같이 계산합니다.
# - 0번 축은 예제의 축입니다. `axis`가 0이거나 0을 포함하면 생성자는 `axis`를 언급하는 `ValueError`를 냅니다. 음수 축도 0번
#   축을 뜻할 수 있는데, 그때는 차원 수를 아는 `build`에서 오류를 냅니다. `epsilon`이 양수가 아니어도 `ValueError`입니다.
# - `get_config`는 모든 인자를 돌려줍니다. 배치 크기는 얼마든 되고 정해지지 않아도 되며, 즉시 실행에서도 `tf.function`에서도
#   동작해야 합니다.
#
# **사용할 수 없는 것:** 이미 만들어진 정규화(`keras.layers.LayerNormalization`, `keras.ops.layer_normalization`, 그룹, 단위, RMS,
# 배치 정규화). `ops.mean`, `ops.var`, `ops.moments`는 (`keepdims=True`로도) 써도 됩니다.

# %% deepclinic="exercise"
# Your layer goes here.

# %% [markdown] lang="en"
# ## Your layer at work
#
# The same network, the same kernels at the start, the same batches; only the normalization is yours.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기
#
# 같은 신경망, 같은 초기 커널, 같은 배치입니다. 정규화만 여러분의 것입니다.

# %%
layer = {f"batch size {size}": accuracies(network(LayerNormalization), size) for size in (32, 2, 1)}

figure, axes = plt.subplots(1, 2, figsize=(9, 3.5), sharey=True, layout="constrained")
draw(axes[0], "batch normalization", batch)
draw(axes[1], "layer normalization (yours)", layer)
axes[0].set_ylabel("test accuracy")
plt.show()
print({label: round(found[-1], 2) for label, found in layer.items()})

# %% [markdown] lang="en"
# Whatever the batch size, it learns. That is why the networks that read and write text normalise by layer: there batches are
# made of sequences of different lengths, and at inference words come one by one.
#
# ## The trap
#
# `axis=-1` is the default of both layers, and it means opposite things. Look along which axis the mean becomes 0:

# %% [markdown] lang="ko"
# 배치 크기가 얼마든 잘 배웁니다. 글을 읽고 쓰는 신경망이 층 정규화를 쓰는 까닭이 여기에 있습니다. 그런 신경망의 배치는 길이가
# 서로 다른 문장으로 이루어지고, 추론할 때는 단어가 하나씩 들어옵니다.
#
# ## 함정
#
# `axis=-1`은 두 층 모두의 기본값이지만 뜻은 정반대입니다. 어느 축을 따라 평균이 0이 되는지 보세요.

# %%
x = np.array([[1.0, 2.0, 3.0], [2.0, 4.0, 9.0]], "float32")  # two examples, three features
for name, y in (
    ("BatchNormalization(axis=-1)", keras.layers.BatchNormalization(axis=-1)(x, training=True)),
    ("LayerNormalization(axis=-1)", LayerNormalization(axis=-1)(x)),
):
    y = np.array(y, "float64")
    over_examples, over_features = np.abs(y.mean(axis=0)).max(), np.abs(y.mean(axis=1)).max()
    print(f"{name}: largest mean over the examples {over_examples:.2f}, over the features {over_features:.2f}")

# %% [markdown] lang="en"
# In batch normalization `axis` is the one that is **kept**: the statistics run over all others. In layer normalization it is the one
# that is **averaged**. For images this matters even more: batch normalization with `axis=-1` has one mean for each channel;
# layer normalization with `axis=-1` has one for each *pixel* of each image; and for one mean per image you must ask for
# `axis=(1, 2, 3)`. No error will tell you: shapes fit in all three cases.

# %% [markdown] lang="ko"
# 배치 정규화에서 `axis`는 **남겨 두는** 축이고, 통계량은 나머지 모든 축에 대해 구합니다. 층 정규화에서는 **평균을 구하는**
# 축입니다. 이미지에서는 이 차이가 더 중요합니다. `axis=-1`인 배치 정규화에는 채널마다 평균이 하나씩 있고, `axis=-1`인 층
# 정규화에는 이미지마다 *픽셀* 하나에 평균이 하나씩 있습니다. 이미지마다 평균을 하나만 구하려면 `axis=(1, 2, 3)`으로 해야
# 합니다. 세 경우 모두 모양이 맞으므로 오류가 알려 주지도 않습니다.

# %% [markdown] lang="en" question="layer_normalization"
# ## Question
#
# 1. A network with batch normalization was trained with batches of 32. On a phone it now classifies one image at a time. Does it
#    fail as in the figure above? Why, or why not?
# 2. Someone puts your layer, with its initial `gamma` and `beta`, in front of a network as its very first layer, normalising each image as a whole, to tell bright from dark
#    images. What will the accuracy be, and why?

# %% [markdown] lang="ko" question="layer_normalization"
# ## 질문
#
# 1. 배치 정규화가 있는 신경망을 예제 32개짜리 배치로 학습시켰습니다. 이제 휴대전화에서 이미지를 한 장씩 분류합니다. 위
#    그림에서처럼 실패할까요? 왜 그런가요, 또는 왜 그렇지 않은가요?
# 2. 어떤 사람이 밝은 이미지와 어두운 이미지를 구별하려고, `gamma`와 `beta`가 초깃값인 여러분의 층을, 이미지 전체를 정규화하도록
#    신경망의 맨 첫 층으로 넣었습니다. 정확도는 얼마나 될까요? 이유는 무엇인가요?

# %% [markdown] lang="en" guide="layer_normalization"
# 1. (1 point) No. At inference batch normalization uses its moving averages, collected in training from batches of 32, so that the
#    output of an image does not depend on the batch. The figure shows *training* with small batches, where the statistics of the
#    batch itself are used. Full marks also for adding that training mode left on by mistake would indeed fail.
# 2. (1 point) No better than guessing, or hardly: adding a constant to all pixels of an image, or multiplying them by a positive number,
#    leaves the output as it is (up to epsilon), so that the brightness is gone before the network sees the image. Half a
#    point for "the mean is taken off" without the conclusion.

# %% [markdown] lang="ko" guide="layer_normalization"
# 1. (1점) 아닙니다. 추론할 때 배치 정규화는 예제 32개짜리 배치로 학습하며 모은 이동 평균을 쓰므로, 이미지 한 장의 출력은 배치에
#    달려 있지 않습니다. 그림은 작은 배치로 *학습*할 때의 것이며, 그때는 배치 자신의 통계량을 씁니다. 학습 모드를 실수로 켜 두면
#    정말 실패한다고 덧붙인 답도 만점입니다.
# 2. (1점) 찍는 것보다 낫지 않거나 거의 비슷합니다. 이미지의 모든 픽셀에 상수를 더하거나 양수를 곱해도 출력은 (epsilon을 빼면)
#    그대로이므로, 밝기는 신경망이 이미지를 보기 전에 사라집니다. 결론 없이 "평균을 뺀다"라고만 하면 0.5점입니다.

# %% [markdown] lang="en"
# ## Sources
#
# - J. L. Ba, J. R. Kiros, G. E. Hinton, *Layer normalization*, arXiv:1607.06450, 2016, section 3.
# - S. Ioffe, C. Szegedy, *Batch normalization*, ICML 2015; on small batches: S. Ioffe, *Batch renormalization*, NeurIPS 2017.
# - Y. Wu, K. He, *Group normalization*, ECCV 2018 (figure 2 draws which axes each normalization averages).
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - J. L. Ba, J. R. Kiros, G. E. Hinton, *Layer normalization*, arXiv:1607.06450, 2016, 3절.
# - S. Ioffe, C. Szegedy, *Batch normalization*, ICML 2015. 작은 배치에 대해서는 S. Ioffe, *Batch renormalization*, NeurIPS 2017.
# - Y. Wu, K. He, *Group normalization*, ECCV 2018 (그림 2가 정규화마다 어느 축을 평균하는지 보여 줍니다).
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
