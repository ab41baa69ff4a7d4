# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: validation
#     title: {en: "Validation: when to stop", ko: "검증: 언제 멈출 것인가"}
#     defines: [train_validation_split, EarlyStopping]
#     minutes: [30, 60]
#     not_allowed:
#       - keras.callbacks.EarlyStopping
#       - sklearn.model_selection.*
# ---

# %% [markdown] lang="en"
# # Validation: when to stop
#
# The training loss tells how well a network knows the examples that it was shown. That is not what you want to know. A
# student who has learned the exercises by heart, misprints included, also scores 100 % on those exercises.
#
# So one keeps some examples back, never trains on them, and asks them now and then: the **validation** examples. They
# notice over-fitting, and tell when to stop. In this lesson you build both tools: the split, and the callback that stops.
# Both look harmless. Either can be wrong in such a way that everything looks *better* than it is.

# %% [markdown] lang="ko"
# # 검증: 언제 멈출 것인가
#
# 학습 손실은 신경망이 이미 본 예제를 얼마나 잘 아는지 말해 줍니다. 그런데 우리가 알고 싶은 것은 그것이 아닙니다.
# 연습 문제를 오타까지 통째로 외운 학생도 그 문제로 시험을 보면 100점입니다.
#
# 그래서 예제 일부를 따로 빼 두고, 학습에는 쓰지 않으면서 가끔 물어봅니다. 이것이 **검증**(validation) 예제입니다. 검증
# 예제는 과적합을 알아차리고 언제 멈출지 알려 줍니다. 이 수업에서는 데이터를 나누는 함수와 학습을 멈추는 콜백, 두 가지
# 도구를 만듭니다. 둘 다 간단해 보이지만, 잘못 만들면 모든 것이 실제보다 *좋아* 보이게 됩니다.

# %% [markdown] lang="en"
# ## Predict first
#
# 400 handwritten digits, of which every fifth has a wrong label. A network with 128 hidden units trains on 300 of them for
# 60 epochs; 100 are kept back. *Sketch two curves: the loss on the 300 and the loss on the 100. After which epoch is the
# network at its best?*

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 손글씨 숫자 400개가 있는데 다섯 개에 하나꼴로 레이블이 틀려 있습니다. 은닉 유닛 128개짜리 신경망이 그중 300개로
# 60에포크 동안 학습하고, 100개는 따로 빼 둡니다. *300개에 대한 손실과 100개에 대한 손실, 두 곡선을 그려 보세요. 신경망은
# 몇 번째 에포크가 끝났을 때 가장 좋을까요?*

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits(standardize=True)  # (1197, 64) and (600, 64), numbers from 0 to 9
cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
rng = np.random.default_rng(0)
x, y = x_train[:400], y_train[:400].copy()
wrong = rng.permutation(400)[:80]
y[wrong] = (y[wrong] + rng.integers(1, 10, 80)) % 10  # never the right digit


class TestLoss(keras.callbacks.Callback):
    """Writes down the loss on the 600 test digits, whose labels are right: the truth, which one usually lacks."""

    def on_train_begin(self, logs=None):
        self.losses = []

    def on_epoch_end(self, epoch, logs=None):
        self.losses.append(float(cross_entropy(y_test, self.model(x_test, training=False))))


def train(training, validation, callbacks=(), epochs=60):
    """Train a network with 128 hidden units; return the model and its losses per epoch."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((64,)), keras.layers.Dense(128, activation="relu"), keras.layers.Dense(10)]
    )
    model.compile(keras.optimizers.Adam(0.003), cross_entropy, jit_compile=False)
    truth = TestLoss()
    history = model.fit(
        *training, batch_size=100, epochs=epochs, validation_data=validation, callbacks=[truth, *callbacks], verbose=0
    ).history
    return model, {"training": history["loss"], "validation": history["val_loss"], "test": truth.losses}


def show(axis, losses, title):
    for name, style in (("training", "-"), ("validation", "-"), ("test", ":")):
        axis.plot(losses[name], style, label=name)
    axis.set(xlabel="epoch", ylim=(0, 2.7), title=title)


# %%
model, losses = train((x[:300], y[:300]), (x[300:], y[300:]))
best = int(np.argmin(losses["validation"]))
figure, axis = plt.subplots(figsize=(6, 3.5), layout="constrained")
show(axis, losses, "300 digits, some labels wrong")
axis.axvline(best, color="grey", linewidth=0.8)
axis.text(best + 1, 2.45, "best on the validation digits", color="grey")
axis.set_ylabel("loss")
axis.legend(loc="center right")
plt.show()
for name, epoch in (("at its best", best), ("at the end", 59)):
    print(f"epoch {epoch:2d}, {name:11s}: " + ", ".join(f"{key} {values[epoch]:.2f}" for key, values in losses.items()))

# %% [markdown] lang="en"
# The network first learns what digits look like: all curves fall. Then it learns which labels are wrong, one by one: the
# training loss goes on falling, the other two rise. From the training loss alone nothing can be seen of it. The
# validation digits, although some of *their* labels are wrong as well, notice it at about the right time.
#
# ## Whom to ask: a fair fifth
#
# Which examples should be kept back? Not the last ones of the file: files are often sorted. A random fifth, then. But of a
# rare class a random fifth can hold hardly anything. Suppose that 12 of the 400 digits are sevens:

# %% [markdown] lang="ko"
# 신경망은 먼저 숫자가 어떻게 생겼는지 배웁니다. 이때는 모든 곡선이 내려갑니다. 그다음에는 어느 레이블이 틀렸는지를
# 하나하나 외웁니다. 학습 손실은 계속 내려가는데 나머지 둘은 올라갑니다. 학습 손실만 보아서는 전혀 알 수 없는 일입니다.
# 검증 예제는 *그 안에도* 틀린 레이블이 섞여 있지만 대체로 알맞은 때에 알아차립니다.
#
# ## 누구에게 물을까: 공평한 5분의 1
#
# 어떤 예제를 빼 두어야 할까요? 파일의 마지막 부분은 안 됩니다. 파일은 정렬되어 있을 때가 많습니다. 그렇다면 무작위로
# 5분의 1을 뽑으면 될까요? 하지만 드문 클래스의 예제는 무작위 5분의 1에 거의 들어가지 않을 수 있습니다. 숫자 400개 가운데 7이 12개라고 합시다.

# %%
sevens = [int(np.sum(rng.permutation(400)[:80] < 12)) for _ in range(2000)]  # the examples 0 to 11 are the sevens
figure, axis = plt.subplots(figsize=(5, 2.8), layout="constrained")
axis.bar(range(9), np.bincount(sevens, minlength=9)[:9] / 2000)
axis.set(xlabel="sevens in a random fifth (a fair share: 2.4)", ylabel="share of the splits")
plt.show()
print(f"none at all: {np.mean(np.array(sevens) == 0):.3f} of the splits; half of them or more: {np.mean(np.array(sevens) >= 6):.3f}")

# %% [markdown] lang="en"
# A split is **stratified** when each class gives its own share: cut class by class, then mix.
#
# ## When to stop: the rule
#
# Let $v_t$ be the validation loss after epoch $t = 0, 1, 2, \dots$, and $b$ the best value so far: that of the last
# epoch that improved. Epoch $t$ **improves** when
#
# $$ v_t < b - \delta $$
#
# (the first epoch always does). $\delta$ is `min_delta`: falls no larger than this count for nothing. After $p$ epochs in
# a row without improvement, $p$ being the `patience`, training stops, and the model gets back the weights that it had
# after the best epoch. The loss goes up and down by chance; patience is what keeps you from giving up at the first bump.

# %% [markdown] lang="ko"
# 클래스마다 제 몫만큼 들어가게 나누는 것을 **층화**(stratified) 분할이라고 합니다. 클래스별로 나눈 다음 섞으면 됩니다.
#
# ## 언제 멈출까: 규칙
#
# 에포크 $t = 0, 1, 2, \dots$ 뒤의 검증 손실을 $v_t$, 지금까지의 최솟값을 $b$라고 합시다. $b$는 마지막으로 개선된 에포크의
# 값입니다. 다음과 같을 때 에포크 $t$가 **개선**되었다고 합니다.
#
# $$ v_t < b - \delta $$
#
# (첫 에포크는 언제나 개선입니다.) $\delta$는 `min_delta`이며, 이보다 크게 내려가지 않으면 개선으로 치지 않습니다. 개선 없는
# 에포크가 $p$번 이어지면 학습을 멈추고, 모델은 가장 좋았던 에포크의 가중치를 되찾습니다. $p$가 `patience`(참을성)입니다.
# 손실은 우연히 오르내리기도 하므로, 처음 튀어 오를 때 바로 포기하지 않으려면 참을성이 필요합니다.

# %% [markdown] lang="en"
# ## What a Keras callback looks like
#
# `fit` calls the methods of its callbacks: `on_train_begin(logs)` at the start, `on_epoch_end(epoch, logs)` after each
# epoch (counted from 0), `on_train_end(logs)` at the end, whatever ended it. `self.model` is the model; `logs` is a dict such
# as `{"loss": 0.7, "val_loss": 0.9}`; `self.model.stop_training = True` ends the training after the current epoch.
# `TestLoss` above is a complete example.
#
# ## Exercise
#
# 1. `train_validation_split(x, y, validation_fraction=0.2, seed=0)` returns `(x_train, y_train), (x_val, y_val)`.
#    - Every example is in exactly one part, with its own label. Of each class the validation part holds its share, rounded up
#      or down. Labels are any integers.
#    - Both parts come in random order, classes mixed. The seed decides everything: the same seed, the same split.
#    - `x`, `y` and the global random state (`np.random`, `random`, …) stay as they are.
# 2. `EarlyStopping(monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True)`, a callback.
#    - It follows the rule above with $p = $ `max(patience, 1)`. Lower is better. NaN is never an improvement.
#    - `stopped_epoch` (0 if it did not stop the training) and `best_epoch` are attributes, counted from 0.
#    - With `restore_best_weights` the best epoch's weights (all of the model's) come back at the end, also when training
#      ends by itself. Each `fit` starts anew.
#    - When `monitor` is not in `logs`, there is a warning (`warnings.warn`), no crash, and training goes on.
#    - `patience` not an integer ≥ 0, or `min_delta` negative: a `ValueError` that names the argument.
#
# Not allowed: `keras.callbacks.EarlyStopping` and scikit-learn's splitters.

# %% [markdown] lang="ko"
# ## Keras 콜백은 어떻게 생겼나
#
# `fit`은 콜백의 메서드를 호출합니다. 시작할 때 `on_train_begin(logs)`, 에포크(0부터 셉니다)가 끝날 때마다
# `on_epoch_end(epoch, logs)`, 어떻게 끝나든 마지막에 `on_train_end(logs)`를 호출합니다. `self.model`은 모델이고, `logs`는
# `{"loss": 0.7, "val_loss": 0.9}` 같은 dict입니다. `self.model.stop_training = True`로 하면 현재 에포크를 끝으로 학습이
# 멈춥니다. 위의 `TestLoss`가 완전한 예입니다.
#
# ## 연습 문제
#
# 1. `train_validation_split(x, y, validation_fraction=0.2, seed=0)`은 `(x_train, y_train), (x_val, y_val)`을 돌려줍니다.
#    - 모든 예제는 자기 레이블과 함께 정확히 한쪽에 들어갑니다. 검증 부분에는 클래스마다 제 몫(올림 또는 내림)이 들어갑니다.
#      레이블은 어떤 정수든 됩니다.
#    - 두 부분 모두 클래스가 섞인 무작위 순서로 나옵니다. 모든 것을 시드가 정합니다. 시드가 같으면 분할도 같습니다.
#    - `x`, `y`, 전역 난수 상태(`np.random`, `random` 등)는 그대로 둡니다.
# 2. `EarlyStopping(monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True)`은 콜백입니다.
#    - $p = $ `max(patience, 1)`로 위의 규칙을 따릅니다. 낮을수록 좋습니다. NaN은 결코 개선이 아닙니다.
#    - 속성 `stopped_epoch`(학습을 멈추지 않았으면 0)와 `best_epoch`는 0부터 셉니다.
#    - `restore_best_weights`이면 학습이 끝날 때, 저절로 끝났을 때도, 가장 좋았던 에포크의 가중치(모델의 모든 가중치)로
#      되돌립니다. `fit`을 호출할 때마다 새로 시작합니다.
#    - `monitor`가 `logs`에 없으면 오류 없이 경고(`warnings.warn`)를 내고 학습을 계속합니다.
#    - `patience`가 0 이상의 정수가 아니거나 `min_delta`가 음수이면 인자 이름이 담긴 `ValueError`를 냅니다.
#
# `keras.callbacks.EarlyStopping`과 scikit-learn의 분할 함수는 쓸 수 없습니다.

# %% deepclinic="exercise"
# Your train_validation_split and EarlyStopping go here.

# %% [markdown] lang="en"
# ## Your tools at work
#
# First the split, with 12 sevens among 400 digits: every class should give a fifth. Then the patient from above, this time
# with your callback watching.

# %% [markdown] lang="ko"
# ## 작성한 도구로 살펴보기
#
# 먼저 숫자 400개 가운데 7이 12개뿐인 데이터를 나누어 봅니다. 모든 클래스가 5분의 1씩 들어가야 합니다. 그런 다음 위의 신경망을 이번에는
# 여러분의 콜백이 지켜보는 가운데 학습시킵니다.

# %%
few_sevens = np.concatenate([np.flatnonzero(y_train != 7)[:388], np.flatnonzero(y_train == 7)[:12]])
(_, labels), (_, labels_val) = train_validation_split(x_train[few_sevens], y_train[few_sevens], seed=1)
whole, held_out = np.bincount(y_train[few_sevens]), np.bincount(labels_val, minlength=10)
print("digit          ", *[f"{digit:4d}" for digit in range(10)])
print("examples       ", *[f"{count:4d}" for count in whole])
print("for validation ", *[f"{count:4d}" for count in held_out])
print("first labels of the training part:", *labels[:20])

training, validation = train_validation_split(x, y, validation_fraction=0.25)
stopping = EarlyStopping(patience=10)
model, losses = train(training, validation, [stopping])
figure, axis = plt.subplots(figsize=(6, 3.5), layout="constrained")
show(axis, losses, f"stopped after epoch {stopping.stopped_epoch}")
axis.axvline(stopping.best_epoch, color="grey", linewidth=0.8)
axis.text(stopping.best_epoch + 0.2, 0.1, "these weights are kept", color="grey")
axis.set_ylabel("loss")
axis.legend(loc="upper right")
plt.show()
to_the_end, all_losses = train(training, validation)
for name, trained in (("with your callback", model), ("all 60 epochs", to_the_end)):
    logits = np.asarray(trained(x_test, training=False))
    print(f"{name:18s}: test loss {float(cross_entropy(y_test, logits)):.2f}, test accuracy {np.mean(logits.argmax(1) == y_test):.3f}")

# %% [markdown] lang="en"
# The network that was stopped does better on new digits: it has not had the time to learn the wrong labels by heart. How much
# is gained varies from split to split, and may be little. And it costs a quarter of the examples, which the network never gets
# to learn from. Stopping early is cheap and usually sensible; it is no substitute for more or better data.

# %% [markdown] lang="ko"
# 일찍 멈춘 신경망이 새 숫자를 더 잘 맞힙니다. 틀린 레이블을 외울 시간이 없었기 때문입니다. 얼마나 좋아지는지는 분할에 따라
# 다르고, 별로 달라지지 않을 때도 있습니다. 게다가 예제의 4분의 1은 학습에 쓰지 못합니다. 일찍 멈추는 것은 값싸고 대개
# 현명한 방법이지만, 더 많고 더 좋은 데이터를 대신하지는 못합니다.

# %% [markdown] lang="en"
# ## The trap: a leak
#
# The same 400 sheets of paper, but each was scanned four times: 1,600 images that differ by a little noise. Two people split
# them. One splits the 1,600 *images* at random. The other splits the 400 *sheets*, and takes all four scans of a sheet to the
# same side. Both use your function, correctly. *Predict the two validation curves.*

# %% [markdown] lang="ko"
# ## 함정: 데이터 누수
#
# 같은 종이 400장을 이번에는 네 번씩 스캔했습니다. 잡음만 조금 다른 이미지 1,600장입니다. 두 사람이 이를 나눕니다. 한 사람은
# *이미지* 1,600장을 무작위로 나눕니다. 다른 사람은 *종이* 400장을 나누고, 한 종이의 스캔 네 장을 모두 같은 쪽에 둡니다. 둘 다
# 여러분의 함수를 올바르게 썼습니다. *두 검증 곡선을 예상해 보세요.*

# %%
def scans(sheets, labels):
    """Four noisy images of each sheet."""
    images = np.repeat(sheets, 4, axis=0)
    return images + rng.normal(0, 0.3, images.shape).astype("float32"), np.repeat(labels, 4)


by_image = train_validation_split(*scans(x, y), validation_fraction=0.25)
by_sheet = [scans(*part) for part in train_validation_split(x, y, validation_fraction=0.25)]
figure, axes = plt.subplots(1, 2, figsize=(10, 3.5), layout="constrained", sharey=True)
for axis, (title, parts) in zip(axes, (("images split: a leak", by_image), ("sheets split", by_sheet)), strict=True):
    stopping = EarlyStopping(patience=10)
    model, losses = train(*parts, [stopping], epochs=40)
    show(axis, losses, title)
    stop = f"stopped after epoch {stopping.stopped_epoch}" if stopping.stopped_epoch else "never stopped"
    kept = {name: values[stopping.best_epoch] for name, values in losses.items()}
    print(f"{title:21s}: {stop}; what is kept: validation loss {kept['validation']:.2f}, test loss {kept['test']:.2f}")
axes[0].set_ylabel("loss")
axes[0].legend()
plt.show()

# %% [markdown] lang="en"
# On the left the validation curve follows the training curve: of nearly every sheet that it asks about, other scans were learned
# by heart, wrong labels included. The validation loss says "splendid", your callback sees no reason to stop, while the truth
# (dotted) turns early and slowly gets worse. On the right the validation curve turns when it should. (It lies high because a fifth
# of its labels are wrong; what counts is where it turns.) No line of code is wrong on the left, and the number reported is
# wonderful. That is a **leak**.
#
# Leaks are common: pictures of one patient, frames of one video, sentences of one author on both sides; duplicates in the data;
# a mean or a standard deviation computed from *all* examples before the split; augmented copies made before the split. The remedy is
# a question: *is what I validate on as new to the network as what it will meet later?* Split first, then do everything else.
#
# The slowest leak of all is yourself. Each time you choose something (an epoch, a learning rate, a network) because its
# validation loss is lower, a little of the validation examples flows into your choice. Therefore there is a third part, the
# **test** examples, which are asked once, at the very end.

# %% [markdown] lang="ko"
# 왼쪽에서는 검증 곡선이 학습 곡선을 따라갑니다. 검증 이미지마다 거의 언제나 같은 종이의 다른 스캔을 틀린 레이블까지 통째로
# 외웠기 때문입니다. 검증 손실은 "훌륭하다"고 말하고 콜백은 멈출 까닭을 찾지 못하는데, 진실(점선)은 일찍 방향을 바꾸어 서서히
# 나빠집니다. 오른쪽에서는 검증 곡선이 알맞은 때에 방향을 바꿉니다. (높이 있는 것은 검증 레이블의 5분의 1이 틀렸기 때문이고,
# 중요한 것은 어디에서 방향을 바꾸느냐입니다.) 왼쪽에도 틀린 코드는 한 줄도 없고, 보고되는 숫자는 멋집니다. 이것이 데이터
# **누수**(leakage)입니다.
#
# 누수는 흔합니다. 한 환자의 사진, 한 동영상의 프레임, 한 사람이 쓴 문장이 양쪽에 들어가는 경우, 데이터에 중복이 있는 경우,
# 나누기 전에 *모든* 예제로 평균이나 표준편차를 계산한 경우, 나누기 전에 증강한 사본을 만든 경우가 그렇습니다. 처방은
# 질문 하나입니다. *검증에 쓰는 것이 나중에 만날 것만큼 신경망에게 새로운가?* 먼저 나누고 나머지는 그다음에 하세요.
#
# 가장 천천히 새는 곳은 바로 여러분 자신입니다. 검증 손실이 낮다는 이유로 무언가(에포크, 학습률, 신경망)를 고를 때마다 검증
# 예제의 정보가 그 선택에 조금씩 스며듭니다. 그래서 세 번째 부분인 **테스트**(test) 예제를 두고, 맨 마지막에 딱 한 번 물어봅니다.

# %% [markdown] lang="en" question="validation"
# ## Question
#
# A team tries 50 networks. It stops each early by the validation loss, picks the one with the best validation accuracy,
# 96.1 %, and reports: "our network recognises 96.1 % of new digits."
#
# Explain why the number is probably too high although nobody trained on a validation example. What should the team have done?
# Would a larger validation part make the error larger or smaller, and why?

# %% [markdown] lang="ko" question="validation"
# ## 질문
#
# 어떤 팀이 신경망 50개를 시험해 봅니다. 각각 검증 손실을 보고 일찍 멈추고, 검증 정확도가 96.1%로 가장 좋은 것을 골라
# "우리 신경망은 새 숫자의 96.1%를 알아본다"고 보고합니다.
#
# 아무도 검증 예제로 학습하지 않았는데도 이 숫자가 실제보다 높을 가능성이 큰 까닭을 설명하세요. 이 팀은 어떻게 해야 했을까요?
# 검증 부분이 더 컸다면 이 오차는 커졌을까요, 작아졌을까요? 그 까닭은 무엇인가요?

# %% [markdown] lang="en" guide="validation"
# One point: each measured accuracy is the true one plus chance; the *largest of 50* is one in which chance was kind, so it is
# biased upwards (choosing the epoch adds to it). Half a point: an untouched test part, asked once for the network chosen (or
# nested cross-validation). Half a point: smaller, because the spread of a measured share falls as 1/sqrt(n), so there is
# less luck to choose from. "They over-fitted the validation set" without a reason: half of the first point.

# %% [markdown] lang="ko" guide="validation"
# 1점: 측정된 정확도는 참값에 우연이 더해진 것이다. *50개 중 최댓값*은 우연이 좋게 작용한 것이므로 위로 치우친다(에포크를 고르는
# 것도 여기에 더해진다). 0.5점: 손대지 않은 테스트 부분을 두고, 고른 신경망에 대해 한 번만 잰다(또는 중첩 교차 검증). 0.5점:
# 작아진다. 측정된 비율이 흩어지는 정도는 1/sqrt(n)으로 줄어들므로 고를 운이 적어진다. 까닭 없이 "검증 집합에 과적합되었다"고만
# 쓰면 첫 항목의 절반.

# %% [markdown] lang="en"
# ## Sources
#
# - L. Prechelt (1998). *Early stopping — but when?* In: Neural Networks: Tricks of the Trade, Springer, 55-69.
# - R. Kohavi (1995). *A study of cross-validation and bootstrap for accuracy estimation and model selection.* IJCAI. (Stratified.)
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman (2012). *Leakage in data mining.* ACM TKDD 6(4), 15.
# - Data: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - L. Prechelt (1998). *Early stopping — but when?* In: Neural Networks: Tricks of the Trade, Springer, 55-69.
# - R. Kohavi (1995). *A study of cross-validation and bootstrap for accuracy estimation and model selection.* IJCAI. (층화)
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman (2012). *Leakage in data mining.* ACM TKDD 6(4), 15. (누수)
# - 데이터: E. Alpaydin, C. Kaynak (1998). Optical recognition of handwritten digits. UCI Machine Learning Repository,
#   doi:10.24432/C50P49, CC BY 4.0.
