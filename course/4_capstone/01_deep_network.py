# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: deep_network
#     title: {en: "Capstone: a deep network of your own", ko: "종합 과제: 내 손으로 만드는 깊은 신경망"}
#     defines: [build_network, train]
#     minutes: [60, 120]
#     time_factor: 2
#     not_allowed:
#       - keras.applications.*
#       - keras.datasets.*
#       - sklearn.datasets.*
#       - deepclinic.datasets.*
# ---

# %% [markdown] lang="en"
# # Capstone: a deep network of your own
#
# You know the diseases: gradients that vanish, signals that fade, loss landscapes full of cliffs, networks that learn by
# heart. And you have built the cures: activations, normalizations, residual blocks, dropout, penalties, early stopping. Now
# put them together. Your patient is a network of **thirty** weight layers, and it is yours from the first line to the last.

# %% [markdown] lang="ko"
# # 종합 과제: 내 손으로 만드는 깊은 신경망
#
# 여러분은 병을 압니다. 기울기가 사라지고, 신호가 희미해지고, 손실 지형이 절벽투성이가 되고, 신경망이 답을 외워 버립니다.
# 치료법도 만들었습니다. 활성화 함수, 정규화, 잔차 블록, 드롭아웃, 벌점, 조기 종료입니다. 이제 모두 모을 차례입니다. 환자는
# 가중치 층이 **서른 개**인 신경망이고, 첫 줄부터 마지막 줄까지 여러분의 것입니다.

# %% [markdown] lang="en"
# ## Predict first
#
# Below, plain networks of 3, 10 and 30 dense layers of 32 units (ReLU, He initialization, no shortcut) are trained on the
# digits, all in the same way.
#
# Before you run the cell, write down the training loss that you expect of each. Ten classes and no idea: $\ln 10 \approx 2.30$.
# And which doctor would you send to the worst of them first?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 아래에서는 유닛 32개짜리 완전 연결 층 3개, 10개, 30개로 된 평범한 신경망(ReLU, He 초기화, 지름길 없음)을 모두 같은 방법으로 숫자
# 데이터로 학습시킵니다.
#
# 셀을 실행하기 전에 각 신경망의 학습 손실을 예상해 적어 두세요. 클래스가 열 개이고 아무것도 모르면 $\ln 10 \approx 2.30$입니다.
# 가장 아픈 신경망에는 어떤 치료법부터 쓰겠습니까?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

(x_train, y_train), (x_test, y_test) = digits()
x_train, x_test = x_train.reshape(-1, 8, 8, 1), x_test.reshape(-1, 8, 8, 1)
train_data, validation_data = (x_train[:1000], y_train[:1000]), (x_train[1000:], y_train[1000:])


def plain_network(depth):
    stack = [keras.layers.Dense(32, activation="relu", kernel_initializer="he_normal") for _ in range(depth - 1)]
    return keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), *stack, keras.layers.Dense(10)])


cross_entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
curves = {}
for depth in (3, 10, 30):
    keras.utils.set_random_seed(1)
    model = plain_network(depth)
    model.compile(keras.optimizers.SGD(0.05), cross_entropy)
    curves[depth] = model.fit(*train_data, batch_size=32, epochs=8, verbose=0).history["loss"]
figure, axis = plt.subplots(figsize=(6, 3))
for depth, curve in curves.items():
    axis.plot(range(1, 9), curve, "o-", label=f"plain, {depth} layers")
    print(f"plain, {depth:2} layers: training loss {curve[-1]:.2f}")
axis.axhline(np.log(10), color="gray", linestyle=":")
axis.set(xlabel="epoch", ylabel="training loss")
axis.legend()
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# The deeper network can do all that the shallower one can, and yet it does worse, **on the training data**. That is not
# over-fitting, so none of unit 3's doctors can help. It is the trouble of the first two units: send theirs first, a shortcut around
# the layers, and a scale that neither fades nor grows on the way.
#
# ## What a deep network needs
#
# Count factors. Through $L$ layers a gradient is multiplied $L$ times; a factor of 0.8 makes $0.8^{30} \approx 0.001$ of it, a
# factor of 1.25 makes 800. A residual block turns the product of factors into
#
# $$\prod_{l=1}^{L} (1 + f_l'),$$
#
# which stays near 1 as long as the branches $f_l$ are small: because their output is normalized or scaled, or because
# their last weights **start** small (Zhang, Dauphin & Ma 2019; De & Smith 2020).

# %% [markdown] lang="ko"
# 더 깊은 신경망은 얕은 신경망이 하는 일을 모두 할 수 있는데도 결과가 더 나쁩니다. 그것도 **학습 데이터에서** 그렇습니다. 이는
# 과적합이 아니므로 3단원의 치료법은 도움이 되지 않습니다. 처음 두 단원에서 다룬 문제입니다. 그러니 그 단원의 치료법을 먼저 씁니다.
# 층을 건너뛰는 지름길, 그리고 층을 지나는 동안 작아지지도 커지지도 않는 신호의 크기입니다.
#
# ## 깊은 신경망에 필요한 것
#
# 곱해지는 수를 세어 봅시다. 층이 $L$개이면 기울기에 수가 $L$번 곱해집니다. 0.8이면 $0.8^{30} \approx 0.001$배가 되고, 1.25이면
# 800배가 됩니다. 잔차 블록은 이 곱을 다음과 같이 바꿉니다.
#
# $$\prod_{l=1}^{L} (1 + f_l')$$
#
# 가지 $f_l$이 작기만 하면 이 값은 1에 가깝게 유지됩니다. 가지의 출력을 정규화하거나 줄이거나, 마지막 가중치를 작게
# **시작**하면 됩니다(Zhang, Dauphin, Ma 2019; De, Smith 2020).

# %% [markdown] lang="en"
# ## Exercise
#
# Write a module with your own layers and two functions:
#
# - `build_network(input_shape, num_classes)` returns an untrained `keras.Model` with **at least 30 trained weight layers**
#   (count the trained weights of rank 2 or more; a weight that is shared counts once). `input_shape` is that of one image,
#   `(8, 8, 1)` for the digits; other sizes and numbers of classes must work too. The output has the shape
#   `(batch, num_classes)`: logits or probabilities, as you like.
# - `train(model, train_data, validation_data, seed)` trains that model **in place**. Each data argument is a pair `(x, y)` of
#   arrays: pixels in [0, 1], class numbers. The validation data is there to watch by; no weight may learn from it. The same
#   seed, model and data give the same trained network.
#
# **What counts.** The grader keeps 400 of the 1,797 digits to itself, shuffles the class numbers, hands your `train` 1,147 digits
# to train on and 250 to validate by, and looks at the accuracy on the 400: **70 %** shows that your deep network learns, **85 %**
# earns full marks. Right solutions reach about 95 %. A training that takes **longer than 40 seconds** is stopped; three to
# seven are enough on an ordinary processor. Narrow layers suffice. Most of the time goes into building the graph, and an optimizer
# that keeps averages for every weight (Adam) makes the graph much larger: plain SGD is enough.
#
# **Rules.** Dense layers, convolutions, optimizers and losses may be Keras's; what makes the network trainable should be yours:
# copy in whatever you have built in this course. The check wants to see a layer of your own class at work in the model.
# **Not allowed:** ready-made models (`keras.applications`), and other data than the training data that is handed over: no
# data set is opened in your module.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 여러분의 층과 함수 두 개가 든 모듈을 작성하세요.
#
# - `build_network(input_shape, num_classes)`는 **학습되는 가중치 층이 30개 이상**인, 아직 학습하지 않은 `keras.Model`을 돌려줍니다
#   (차원이 2 이상인 학습되는 가중치를 셉니다. 공유하는 가중치는 한 번만 셉니다). `input_shape`는 이미지 하나의 모양이며 숫자
#   데이터에서는 `(8, 8, 1)`입니다. 다른 크기와 클래스 수에서도 작동해야 합니다. 출력의 모양은 `(batch, num_classes)`이고, 로짓이든
#   확률이든 좋습니다.
# - `train(model, train_data, validation_data, seed)`는 그 모델을 **제자리에서** 학습시킵니다. 데이터 인자는 각각 배열의 쌍
#   `(x, y)`, 곧 [0, 1] 범위의 픽셀과 클래스 번호입니다. 검증 데이터는 지켜보는 데 쓰는 것이며, 어떤 가중치도 그것으로 배우면 안
#   됩니다. 시드, 모델, 데이터가 같으면 학습된 신경망도 같아야 합니다(`fit`이 섞는 순서까지 `keras.utils.set_random_seed`가 정합니다).
#
# **평가.** 채점기는 숫자 1,797개 가운데 400개를 따로 두고, 클래스 번호를 뒤섞은 뒤, 여러분의 `train`에 학습용 1,147개와 검증용
# 250개를 넘깁니다. 그리고 400개에 대한 정확도를 봅니다. **70%** 이상이면 깊은 신경망이 배운다는 뜻이고, **85%** 이상이면 만점입니다. 올바른
# 풀이는 95%쯤에 이릅니다. **40초가 넘게** 걸리는 학습은 중단됩니다. 보통의 프로세서에서 3초에서 7초면 충분합니다.
# 층은 좁아도 됩니다. 시간은 대부분 그래프를 만드는 데 들며, 가중치마다 평균을 간직하는 옵티마이저(Adam)를 쓰면 그래프가 훨씬
# 커집니다. 보통의 SGD로 충분합니다.
#
# **규칙.** 완전 연결 층, 합성곱, 옵티마이저, 손실은 Keras의 것을 써도 됩니다. 신경망을 학습할 수 있게 해 주는 것은 여러분의 것이어야
# 합니다. 이 과정에서 만든 것을 옮겨 오세요. 검사는 여러분이 작성한 클래스의 층이 모델에서 실제로 쓰이는지 봅니다.
# **사용할 수 없는 것:** 이미 만들어진 모델(`keras.applications`)과, 넘겨받은 학습 데이터가 아닌 다른 데이터. 모듈에서 데이터 집합을
# 직접 열지 마세요.

# %% deepclinic="exercise"
# Your layers and functions go here.

# %% [markdown] lang="en"
# ## Your network at work
#
# Trained by your `train`, beside the plain network of the same depth. The right panel shows how large the gradient is at each
# kernel before any training: where it has fallen by orders of magnitude, or risen, no single learning rate suits all layers.

# %% [markdown] lang="ko"
# ## 작성한 신경망으로 살펴보기
#
# 여러분의 `train`으로 학습시킨 신경망을 같은 깊이의 평범한 신경망과 나란히 놓습니다. 오른쪽은 학습하기 전에 커널마다 기울기가
# 얼마나 큰지 보여 줍니다. 몇 자릿수씩 작아지거나 커지는 곳이 있으면, 어떤 학습률도 모든 층에 알맞을 수 없습니다.

# %%
import tensorflow as tf


def gradient_norms(model):
    """The norm of the loss's gradient for each kernel, in the model's order. Takes probabilities for logits: fine here."""
    model(x_train[:1])  # makes the weights of a model that has not seen an image yet
    kernels = [w for w in model.trainable_weights if len(w.shape) > 1]
    with tf.GradientTape() as tape:
        loss = cross_entropy(y_train[:256], model(x_train[:256], training=True))
    return [float(tf.norm(g)) for g in tape.gradient(loss, [w.value for w in kernels])]


keras.utils.set_random_seed(1)
mine = build_network((8, 8, 1), 10)
norms = gradient_norms(mine)
plain_norms = gradient_norms(plain_network(30))
train(mine, train_data, validation_data, seed=1)
outputs = mine.predict(x_test, batch_size=600, verbose=0)
accuracy = np.mean(np.argmax(outputs, axis=1) == y_test)
print(f"weight layers: {len(norms)}   accuracy on the test digits: {accuracy:.3f}")

figure, axes = plt.subplots(1, 2, figsize=(10, 3.2))
predicted = np.argmax(outputs, axis=1)
table = np.zeros((10, 10), int)
np.add.at(table, (y_test, predicted), 1)
axes[0].imshow(np.where(table > 0, np.log1p(table), np.nan), cmap="Blues")
for i, j in zip(*np.nonzero(table), strict=True):
    axes[0].text(j, i, table[i, j], ha="center", va="center", fontsize=7, color="white" if table[i, j] > 20 else "black")
axes[0].set(title="test digits", xlabel="your network says", ylabel="it is", xticks=range(10), yticks=range(10))
axes[1].semilogy(range(1, len(norms) + 1), norms, "o-", markersize=3, label="yours")
axes[1].semilogy(range(1, len(plain_norms) + 1), plain_norms, "s--", markersize=3, label="plain, 30 layers")
axes[1].set(title="before training", xlabel="kernel, from input to output", ylabel="norm of its gradient")
axes[1].legend()
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# ## The trap
#
# You have trained thirty layers. Did the digits need them? Here is a plain network of **three** layers, trained for 15
# epochs.

# %% [markdown] lang="ko"
# ## 함정
#
# 서른 층을 학습시켰습니다. 숫자 데이터에 서른 층이 필요했을까요? 평범한 **세 층**짜리 신경망을 15에포크 동안 학습시켜 봅시다.

# %%
keras.utils.set_random_seed(1)
shallow = plain_network(3)
shallow.compile(keras.optimizers.SGD(0.05), cross_entropy)
shallow.fit(*train_data, batch_size=32, epochs=15, verbose=0)
shallow_accuracy = np.mean(np.argmax(shallow.predict(x_test, batch_size=600, verbose=0), axis=1) == y_test)
print(f"three layers: {shallow_accuracy:.3f}   yours: {accuracy:.3f}")

# %% [markdown] lang="en"
# Three layers do about as well, in a fraction of the time: depth is no virtue in itself. That thirty layers **can** be trained is what you have shown; whether a problem needs them is
# another question, and the honest way to answer it is to try the small network first. And count: the 600 test digits have a
# standard error of about one percentage point, so that a difference of one point between two networks says nothing.

# %% [markdown] lang="ko"
# 세 층도 훨씬 짧은 시간에 비슷하게 해냅니다. 깊이 자체가 미덕은 아닙니다. 여러분이 보인 것은 서른 층도 학습**할 수 있다**는 것입니다. 문제에 서른 층이 필요한지는 다른
# 질문이고, 정직하게 답하려면 작은 신경망부터 시도해야 합니다. 그리고 세어 보세요. 테스트 숫자 600개에서 정확도의 표준 오차는
# 1%포인트쯤이므로, 두 신경망의 차이가 1%포인트라면 아무 말도 해 주지 않습니다.

# %% [markdown] lang="en" question="deep_network"
# ## Question
#
# Take out of your network, one at a time, each part that you put in to make it trainable (the shortcut, the small start or
# the scaling, the normalization), and train it again. Which part can be spared, which cannot? Explain each result by what
# happens to the signal on the way forward or to the gradient on the way back. Then say how you made sure that a difference
# is not chance.

# %% [markdown] lang="ko" question="deep_network"
# ## 질문
#
# 신경망을 학습할 수 있게 하려고 넣은 부분(지름길, 작은 시작이나 크기 조절, 정규화)을 한 번에 하나씩 빼고 다시 학습시켜 보세요.
# 무엇은 없어도 되고 무엇은 없으면 안 되나요? 각 결과를, 앞으로 가는 신호나 뒤로 가는 기울기에 일어나는 일로 설명하세요.
# 그리고 그 차이가 우연이 아님을 어떻게 확인했는지 쓰세요.

# %% [markdown] lang="en" guide="deep_network"
# An ablation with one change at a time and several seeds (2 points). Without the shortcut the product of thirty factors returns:
# the gradient at the first kernels falls or explodes, and the loss stays near ln 10 or falls far more slowly (1 point).
# Without the small start, and without normalization, each block about doubles the variance of the signal, so that the output and the
# gradients are far too large for the learning rate (1 point). Says over how many seeds the difference was seen, against the
# spread between seeds (1 point).

# %% [markdown] lang="ko" guide="deep_network"
# 한 번에 하나만 바꾸고 여러 시드로 비교했습니다(2점). 지름길이 없으면 서른 번의 곱이 되돌아와 처음 커널의 기울기가 사라지거나
# 폭발하고, 손실이 ln 10 근처에 머물거나 훨씬 느리게 줄어듭니다(1점). 작은 시작도 정규화도 없으면 블록마다 신호의 분산이 두 배쯤
# 커져서, 출력과 기울기가 학습률에 비해 지나치게 커집니다(1점). 몇 개의 시드에서 차이를 보았는지, 시드 사이의 퍼짐과 견주어
# 밝혔습니다(1점).

# %% [markdown] lang="en"
# ## Sources
#
# - K. He, X. Zhang, S. Ren, J. Sun, *Deep Residual Learning for Image Recognition*, CVPR 2016, arXiv:1512.03385; *Identity Mappings in
#   Deep Residual Networks*, ECCV 2016, arXiv:1603.05027.
# - H. Zhang, Y. Dauphin, T. Ma, *Fixup Initialization: Residual Learning Without Normalization*, ICLR 2019, arXiv:1901.09321.
# - S. De, S. Smith, *Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks*, NeurIPS 2020,
#   arXiv:2002.10444.
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - K. He, X. Zhang, S. Ren, J. Sun, *Deep Residual Learning for Image Recognition*, CVPR 2016, arXiv:1512.03385; *Identity Mappings in
#   Deep Residual Networks*, ECCV 2016, arXiv:1603.05027.
# - H. Zhang, Y. Dauphin, T. Ma, *Fixup Initialization: Residual Learning Without Normalization*, ICLR 2019, arXiv:1901.09321.
# - S. De, S. Smith, *Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks*, NeurIPS 2020,
#   arXiv:2002.10444.
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
