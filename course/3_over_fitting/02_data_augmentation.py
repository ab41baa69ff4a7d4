# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: data_augmentation
#     title: {en: "Data augmentation: one image made into many", ko: "데이터 증강: 이미지 한 장을 여러 장으로"}
#     defines: [RandomShift]
#     minutes: [25, 45]
#     not_allowed:
#       - keras.layers.Random*
#       - keras.layers.RandAugment
#       - keras.layers.AugMix
#       - keras.layers.CutMix
#       - keras.layers.MixUp
#       - keras.layers.CenterCrop
#       - keras.layers.Resizing
#       - keras.layers.Pipeline
# ---

# %% [markdown] lang="en"
# # Data augmentation: one image made into many
#
# You know that a seven stays a seven when it is written a little further to the right. The network does not. It knows the
# examples, pixel by pixel, and nothing else. More examples would teach it, but examples are expensive.
#
# **Data augmentation** makes new examples out of old ones, by changes that leave the label as it is. It is knowledge of
# yours, put into the data: "this does not matter". In this lesson you build the simplest such change, a random shift, as a
# layer; and you see what happens when what you put in is not true.

# %% [markdown] lang="ko"
# # 데이터 증강: 이미지 한 장을 여러 장으로
#
# 7은 조금 오른쪽에 써도 7이라는 것을 여러분은 압니다. 신경망은 모릅니다. 신경망은 예제를 픽셀 하나하나로 알 뿐 그 밖에는
# 아무것도 모릅니다. 예제가 더 있으면 배우겠지만 예제는 비쌉니다.
#
# **데이터 증강**(data augmentation)은 레이블을 바꾸지 않는 변화를 주어 가진 예제로 새 예제를 만드는 방법입니다. "이것은
# 중요하지 않다"는 여러분의 지식을 데이터에 담는 일입니다. 이 수업에서는 그런 변화 가운데 가장 간단한 무작위 이동을 층으로
# 만듭니다. 그리고 담은 지식이 참이 아닐 때 어떤 일이 생기는지도 봅니다.

# %% [markdown] lang="en"
# ## Predict first
#
# A network learns 100 handwritten digits of 8 × 8 pixels, ten or so of each. Then it is tested on 600 other digits, first as they
# are, then all moved by **one pixel**. *How much accuracy is lost by one pixel?*

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 신경망이 8 × 8픽셀의 손글씨 숫자 100개, 곧 숫자마다 열 개쯤을 배웁니다. 그런 다음 다른 숫자 600개로 시험을 봅니다. 처음에는
# 있는 그대로, 다음에는 모두 **한 픽셀** 옮겨서 봅니다. *한 픽셀 때문에 정확도가 얼마나 떨어질까요?*

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits()  # pixels between 0 (paper) and 1 (ink)
x_train, x_test = x_train.reshape(-1, 8, 8, 1), x_test.reshape(-1, 8, 8, 1)
x, y = x_train[:100], y_train[:100]
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def all_moved(images, dy, dx):
    """All images moved by the same offsets, down by `dy` and to the right by `dx`, each -1, 0 or 1."""
    around = np.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))  # a border of paper
    return around[:, 1 - dy : 9 - dy, 1 - dx : 9 - dx]


def train(augmentation=(), seed=0, epochs=150):
    """Train a network on the 100 digits, with the layers `augmentation` in front."""
    keras.utils.set_random_seed(seed)
    network = [keras.layers.Flatten(), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(10)]
    model = keras.Sequential([keras.Input((8, 8, 1)), *augmentation, *network])
    model.compile(keras.optimizers.Adam(0.01), cross_entropy, jit_compile=False)
    model.fit(x, y, batch_size=50, epochs=epochs, verbose=0)
    return model


def predictions(model, images):
    return np.asarray(model(images, training=False)).argmax(axis=1)


def accuracy_when_moved(model):
    """Accuracy on the test digits for each of the nine offsets: (3, 3), dy by dx."""
    return np.array([[np.mean(predictions(model, all_moved(x_test, dy, dx)) == y_test) for dx in (-1, 0, 1)] for dy in (-1, 0, 1)])


def show_accuracies(axis, values, title):
    axis.imshow(values, vmin=0, vmax=1, cmap="viridis")
    for (i, j), value in np.ndenumerate(values):
        axis.text(j, i, f"{value:.2f}", ha="center", va="center", color="white" if value < 0.6 else "black")
    axis.set(xticks=range(3), xticklabels=(-1, 0, 1), yticks=range(3), yticklabels=(-1, 0, 1), xlabel="dx", ylabel="dy", title=title)


# %%
plain = train()
without = accuracy_when_moved(plain)
figure, (left, middle, right) = plt.subplots(1, 3, figsize=(9, 3), layout="constrained")
for axis, image, title in ((left, x[:1], "a digit"), (middle, all_moved(x[:1], 1, 1), "moved by (1, 1)")):
    axis.imshow(image[0, :, :, 0], cmap="gray_r", vmin=0, vmax=1)
    axis.set(xticks=[], yticks=[], title=title)
show_accuracies(right, without, "accuracy on moved test digits")
plt.show()
others = (without.sum() - without[1, 1]) / 8
print(f"accuracy as they are {without[1, 1]:.2f}; moved by a pixel {others:.2f} on average")

# %% [markdown] lang="en"
# One pixel is enough to throw the network off. To it, a moved digit is a different vector of 64 numbers, of which it has never
# seen the like. Nobody has told it that moving does not matter, so let us tell it.
#
# ## The formula
#
# In training each image of the batch gets two whole numbers of its own,
#
# $$ d_y, d_x \ \text{ uniform on } \{-m, \dots, m\}, \text{ all independent,} \qquad
# \text{output}[i, j] = \begin{cases} \text{input}[i - d_y,\ j - d_x] & \text{where that pixel exists} \\ \text{fill value} & \text{elsewhere} \end{cases} $$
#
# for every channel; $m$ is `max_shift`. Another way to see it: paint a border of $m$ pixels with the fill value around the
# image, and cut a window of the old size out of it, at a random place. At inference the image stays as it is: for one thing, the answer
# to a question should not depend on chance.

# %% [markdown] lang="ko"
# 한 픽셀이면 신경망을 헷갈리게 하기에 충분합니다. 신경망이 보기에 옮긴 숫자는 전에 비슷한 것도 본 적 없는, 수 64개로 된 전혀 다른 벡터입니다.
# 옮겨도 상관없다고 아무도 말해 주지 않았으니 우리가 말해 줍시다.
#
# ## 식
#
# 학습할 때 배치의 이미지마다 자기만의 정수 두 개를 줍니다.
#
# $$ d_y, d_x \ \text{: } \{-m, \dots, m\} \text{에서 균등하게, 모두 독립으로,} \qquad
# \text{output}[i, j] = \begin{cases} \text{input}[i - d_y,\ j - d_x] & \text{(그런 픽셀이 있을 때)} \\ \text{채움 값} & \text{(없을 때)} \end{cases} $$
#
# 모든 채널에 똑같이 적용하며 $m$은 `max_shift`입니다. 이렇게 볼 수도 있습니다. 이미지 둘레에 너비 $m$픽셀의 테두리를 채움
# 값으로 두르고, 무작위 위치에서 원래 크기의 창을 잘라 냅니다. 추론할 때는 이미지를 그대로 둡니다. 우선 질문에 대한 답이
# 우연에 좌우되어서는 안 됩니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write the layer `RandomShift(max_shift=1, fill_value=0.0, seed=None)` for images `(batch, height, width, channels)`.
#
# - In training (`training=True`) each example is moved by its own (dy, dx); uniform on all offsets from `-max_shift` to `max_shift`,
#   both ends included; independent between the two directions, between examples and between calls.
# - What moves in is `fill_value`. Nothing that moved out comes back on the other side. The shape stays.
# - At inference, and when `training` is not given, the output is the input.
# - It works inside `tf.function`, in `model.fit` and with `jit_compile=True`, with new offsets at every call. The batch size may
#   be unknown while the function is traced (`ops.shape(inputs)` tells it at run time).
# - Two new layers of the same `seed` draw the same sequence of offsets.
# - Integer images keep their dtype; `get_config` returns all three arguments.
# - A `max_shift` that is not an integer ≥ 0 is a `ValueError` that names the argument.
#
# Useful: `tf.pad` or `ops.pad`; `keras.random.randint`; and a gather with a different index for each example: in
# `tf.gather(t, index, axis=1, batch_dims=1)` the row `index[b]` picks from `t[b]`. Random numbers of Keras take a `seed=`: hand over a
# generator that the constructor has made once, `self.seed_generator = keras.random.SeedGenerator(seed)`. An integer there gives the
# same numbers at every call (the next lesson says why). Not allowed are the ready-made
# augmentation layers, `keras.layers.RandomTranslation` and its kin.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 모양이 `(batch, height, width, channels)`인 이미지를 받는 층 `RandomShift(max_shift=1, fill_value=0.0, seed=None)`을 작성하세요.
#
# - 학습할 때(`training=True`) 예제마다 자기만의 (dy, dx)만큼 옮깁니다. `-max_shift`부터 `max_shift`까지, 양 끝을 포함한 모든 이동이
#   똑같이 자주 나오며, 두 방향끼리, 예제끼리, 호출끼리 모두 독립입니다.
# - 새로 들어오는 자리는 `fill_value`로 채웁니다. 나간 것이 반대쪽으로 돌아오지 않습니다. 모양은 그대로입니다.
# - 추론할 때와 `training`을 주지 않았을 때는 입력이 그대로 나옵니다.
# - `tf.function`, `model.fit`, `jit_compile=True`에서도 동작하고 호출할 때마다 새로 뽑습니다. 함수를 추적할 때는 배치 크기를 모를 수
#   있습니다(`ops.shape(inputs)`는 실행할 때의 크기를 줍니다).
# - 새로 만든 두 층의 `seed`가 같으면 이동을 같은 순서로 뽑습니다.
# - 정수 이미지는 자료형을 유지하고, `get_config`는 세 인자를 모두 돌려줍니다.
# - `max_shift`가 0 이상의 정수가 아니면 인자 이름이 담긴 `ValueError`를 냅니다.
#
# 쓸모 있는 것: `tf.pad`나 `ops.pad`, `keras.random.randint`, 그리고 예제마다 다른 인덱스로 모으기(gather)입니다.
# `tf.gather(t, index, axis=1, batch_dims=1)`에서는 `index[b]` 행이 가리키는 것을 `t[b]`에서 고릅니다. Keras의 난수 함수는
# `seed=`를 받습니다. 생성자에서 한 번 만든 생성기 `self.seed_generator = keras.random.SeedGenerator(seed)`를 넘기세요. 정수를
# 넘기면 호출할 때마다 같은 수가 나옵니다(까닭은 다음 수업에서 다룹니다). 이미 만들어진 증강 층, 곧
# `keras.layers.RandomTranslation`과 그 비슷한 것들은 쓸 수 없습니다.

# %% deepclinic="exercise"
# Your RandomShift goes here.

# %% [markdown] lang="en"
# ## Your layer at work
#
# One digit, twelve calls; and how often each pair of offsets occurs. All nine should be about equally frequent: 1/9 is 0.111.

# %% [markdown] lang="ko"
# ## 작성한 층으로 살펴보기
#
# 숫자 하나를 넣어 층을 열두 번 호출한 결과와, (dy, dx)의 쌍마다 얼마나 자주 나오는지를 봅니다. 아홉 가지가 거의 똑같이 자주 나와야 합니다. 1/9은
# 0.111입니다.

# %%
layer = RandomShift(1, seed=3)
figure, axes = plt.subplots(2, 6, figsize=(8, 2.9), layout="constrained")
for axis in axes.ravel():
    axis.imshow(np.asarray(layer(x[:1], training=True))[0, :, :, 0], cmap="gray_r", vmin=0, vmax=1)
    axis.set(xticks=[], yticks=[])
plt.show()

dot = np.zeros((9000, 3, 3, 1), "float32")
dot[:, 1, 1] = 1.0  # one pixel of ink in the middle: where it goes is the offset
print("share of each offset (rows: dy, columns: dx)")
print(np.round(np.asarray(RandomShift(1)(dot, training=True)).mean(axis=0)[:, :, 0], 3))

# %%
augmented = train([RandomShift(1)])
with_shift = accuracy_when_moved(augmented)
figure, (left, right) = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
show_accuracies(left, without, "without")
show_accuracies(right, with_shift, "with your layer")
plt.show()
print(f"accuracy over all nine offsets: without {without.mean():.2f}, with {with_shift.mean():.2f}")
for name, model in (("without", plain), ("with", augmented)):
    print(f"the 100 digits it learned, {name:7s}: {np.mean(predictions(model, x) == y):.2f}")

# %% [markdown] lang="en"
# The same 100 digits, the same network. Where the digits stand no longer decides. It had nine times as many images to learn
# from, and nobody had to collect them.
#
# Note where the shift happens: in training only, on the training digits only. To *validate* on moved copies of training digits
# would be a leak: split first, augment afterwards.

# %% [markdown] lang="ko"
# 똑같은 숫자 100개에 똑같은 신경망입니다. 이제 숫자가 어디에 있는지는 크게 상관이 없습니다. 배울 이미지가 아홉 배로 늘었지만 새로
# 모은 것은 한 장도 없습니다.
#
# 어디에서 옮기는지 눈여겨보세요. 학습할 때만, 학습용 숫자만 옮깁니다. 학습용 숫자를 옮긴 사본으로 *검증*하면 누수입니다. 먼저
# 나누고 그다음에 증강하세요.

# %% [markdown] lang="en"
# ## The trap: an augmentation that changes the label
#
# If shifts help, why not turn the images upside down as well? Still more images for nothing. *Predict what it does to the
# accuracy on digits that stand upright.*

# %% [markdown] lang="ko"
# ## 함정: 레이블을 바꾸는 증강
#
# 옮기는 것이 도움이 된다면, 180도 돌려 거꾸로 세우는 것은 어떨까요? 공짜 이미지가 더 늘어납니다. *바로 선 숫자에
# 대한 정확도가 어떻게 될지 예상해 보세요.*


# %%
class UpsideDown(keras.layers.Layer):
    """In training every example is turned by 180 degrees with probability 1/2."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        turn = keras.random.uniform((ops.shape(inputs)[0], 1, 1, 1), seed=self.seed_generator) < 0.5
        return ops.where(turn, ops.flip(inputs, axis=(1, 2)), inputs)


def read_as(model):
    """What the test digits are taken for: share of each answer (columns) for each digit (rows)."""
    answers = predictions(model, x_test)
    return np.array([np.bincount(answers[y_test == digit], minlength=10) / np.sum(y_test == digit) for digit in range(10)])


upright, turned = read_as(plain), read_as(train([UpsideDown()]))
figure, axes = plt.subplots(1, 4, figsize=(10, 2.8), layout="constrained", width_ratios=(1, 1, 1, 3))
six, nine = x_train[y_train == 6][0, :, :, 0], x_train[y_train == 9][0, :, :, 0]
for axis, image, title in zip(axes, (six, six[::-1, ::-1], nine), ("a 6", 'turned: "6"', "a 9"), strict=False):
    axis.imshow(image, cmap="gray_r", vmin=0, vmax=1)
    axis.set(xticks=[], yticks=[], title=title)
axes[3].bar(np.arange(10) - 0.2, np.diag(upright), 0.4, label="without")
axes[3].bar(np.arange(10) + 0.2, np.diag(turned), 0.4, label="with every second one turned")
axes[3].set(xticks=range(10), xlabel="digit", ylabel="accuracy", ylim=(0, 1.25))
axes[3].legend(ncols=2)
plt.show()
for name, shares in (("without", upright), ("with every second one turned", turned)):
    print(f"{name:29s}: accuracy {np.diag(shares).mean():.2f}, sixes taken for nines {shares[6, 9]:.2f}, nines for sixes {shares[9, 6]:.2f}")

# %% [markdown] lang="en"
# A six upside down is a nine, and the network is told that it is a six; with a turned nine it is the other way round. So now it
# takes some nines for sixes and some sixes for nines. Other digits suffer as well: upside down they look a little like one another, and they take up room in the network without ever being asked for.
#
# An augmentation is a claim: *this does not change the label*.
# Where the claim is false, it produces wrong labels, in any quantity, and the training loss will not tell you. For photos of cats
# a mirror is harmless (and upside down is merely rare); for letters it turns a b into a d; for a chest X-ray it moves the heart to
# the other side. Whether the claim is true is not in the data. You have to know it.

# %% [markdown] lang="ko"
# 6을 거꾸로 돌리면 9인데 신경망은 그것을 6이라고 배우고, 거꾸로 돌린 9는 9라고 배웁니다. 그래서 이제 9를 6으로, 6을 9로
# 읽기도 합니다. 다른 숫자도 피해를 봅니다. 거꾸로 돌린 숫자들은
# 서로 조금씩 닮아 보이고, 시험에는 나오지도 않으면서 신경망의 용량을 차지하기 때문입니다.
#
# 증강은 하나의 주장입니다. *이렇게 해도 레이블은 바뀌지 않는다*는 주장입니다.
# 주장이 거짓이면 틀린 레이블을 얼마든지 만들어 내며, 학습 손실은 그 사실을 알려 주지 않습니다. 고양이 사진은 좌우로 뒤집어도
# 괜찮습니다(거꾸로 선 고양이는 드물 뿐입니다). 글자를 좌우로 뒤집으면 b가 d가 됩니다. 흉부 엑스선 사진을 뒤집으면 심장이 반대쪽으로
# 갑니다. 주장이 참인지는 데이터에 들어 있지 않습니다. 여러분이 알고 있어야 합니다.

# %% [markdown] lang="en" question="data_augmentation"
# ## Question
#
# 1. Moving by one pixel helped. Would `max_shift=4` on these 8 × 8 images help more? Say what such images look like, and what the network
#    would learn from them.
# 2. Somebody computes nine moved copies of each of the 100 digits beforehand, stores the 900 images, and only then splits them into
#    a training and a validation part. Name two differences from your layer, one that does harm and one that does not (or less).

# %% [markdown] lang="ko" question="data_augmentation"
# ## 질문
#
# 1. 한 픽셀 옮기기는 도움이 되었습니다. 이 8 × 8 이미지에서 `max_shift=4`는 더 도움이 될까요? 그런 이미지가 어떻게 보이는지, 신경망이
#    거기서 무엇을 배울지 쓰세요.
# 2. 어떤 사람이 숫자 100개마다 옮긴 사본 아홉 장을 미리 만들어 900장을 저장한 다음, 그제야 학습 부분과 검증 부분으로 나눕니다. 여러분의
#    층과 다른 점을 두 가지 들되, 하나는 해가 되는 것, 하나는 해가 되지 않는(또는 덜한) 것으로 드세요.

# %% [markdown] lang="en" guide="data_augmentation"
# 1. One point: no. At (4, 4) half of the rows and half of the columns are gone; parts of different digits look alike (a stroke), so the label is
#    no longer certain: an augmentation that changes the label. Besides, test digits do not stand there: capacity is spent on what never comes.
# 2. Half a point for the harm: copies of one digit on both sides are a leak, and the validation loss is too good. Half a point for the
#    harmless one: stored copies cost memory and are the same in each epoch, while the layer draws anew; with nine possible offsets this
#    hardly matters, as each is met sooner or later anyway.

# %% [markdown] lang="ko" guide="data_augmentation"
# 1. 1점: 아니다. (4, 4)만큼 옮기면 행의 절반과 열의 절반이 사라진다. 서로 다른 숫자의 일부가 비슷해 보여(획 하나) 레이블이 더는 확실하지
#    않다. 곧 레이블을 바꾸는 증강이 된다. 또 테스트용 숫자는 그런 곳에 있지 않으므로 나오지 않을 것을 배우는 데 용량을 쓴다.
# 2. 해가 되는 것 0.5점: 한 숫자의 사본이 양쪽에 들어가 누수가 되고 검증 손실이 실제보다 좋아진다. 해가 되지 않는 것 0.5점: 저장한 사본은
#    메모리를 차지하고 에포크마다 똑같지만 층은 매번 새로 뽑는다. 가능한 이동이 아홉 가지뿐이어서 어차피 다 만나게 되므로 큰 차이는 없다.

# %% [markdown] lang="en"
# ## Sources
#
# - P. Y. Simard, D. Steinkraus, J. C. Platt (2003). *Best practices for convolutional neural networks applied to visual document
#   analysis.* ICDAR.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton (2012). *ImageNet classification with deep convolutional neural networks.* NeurIPS. (Section 4.1.)
# - C. Shorten, T. M. Khoshgoftaar (2019). *A survey on image data augmentation for deep learning.* Journal of Big Data 6, 60.
#   (On changes that do not preserve the label.)
# - Data: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - P. Y. Simard, D. Steinkraus, J. C. Platt (2003). *Best practices for convolutional neural networks applied to visual document
#   analysis.* ICDAR.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton (2012). *ImageNet classification with deep convolutional neural networks.* NeurIPS. (4.1절)
# - C. Shorten, T. M. Khoshgoftaar (2019). *A survey on image data augmentation for deep learning.* Journal of Big Data 6, 60.
#   (레이블을 보존하지 않는 변화)
# - 데이터: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.
