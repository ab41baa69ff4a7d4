# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: map_estimation
#     title: {en: "Penalties as priors (MAP)", ko: "벌점은 사전 분포다 (MAP)"}
#     defines: [gaussian_negative_log_prior, laplace_negative_log_prior, l2_strength, l1_strength]
#     minutes: [20, 35]
#     not_allowed:
#       - scipy.stats.*
#       - tensorflow_probability.*
#       - tf.distributions.*
#       - tf.compat.v1.distributions.*
# ---

# %% [markdown] lang="en"
# # Penalties as priors
#
# You have added $\lambda \sum w^2$ or $\lambda \sum |w|$ to a loss, and it helped. But why these two, and what does a number
# such as $\lambda = 0.01$ mean? You could try ten values and keep the best. Or you could say what you believe of the
# weights **before you see any data**, and let the rules of probability choose the penalty. That is what this lesson is about.

# %% [markdown] lang="ko"
# # 벌점은 사전 분포다
#
# 손실에 $\lambda \sum w^2$이나 $\lambda \sum |w|$를 더했더니 도움이 되었습니다. 그런데 왜 하필 이 두 가지이고,
# $\lambda = 0.01$ 같은 수는 무슨 뜻일까요? 값을 열 개쯤 시험해 보고 가장 좋은 것을 고를 수도 있습니다. 아니면 **데이터를
# 보기 전에** 가중치에 대해 무엇을 믿는지 말하고, 벌점은 확률의 규칙이 고르게 할 수도 있습니다. 이 수업에서 할 일이 바로
# 그것입니다.

# %% [markdown] lang="en"
# ## Predict first
#
# Below are two beliefs about a single weight, both with standard deviation 1: a **Gaussian** and a **Laplace** density (a density,
# integrated over all w, gives 1: its integral is 1). The right panel shows what the left one becomes after $-\log$.
#
# Before you run the cell, write down: which curve on the right is a parabola, and which one has a corner? Which of the two
# pulls harder on a weight of 0.1, and which on a weight of 5?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 아래는 가중치 하나에 대한 두 가지 믿음으로, 표준편차는 모두 1입니다. 하나는 **정규 분포**이고 하나는 **라플라스
# 분포**입니다. 밀도를 모든 w에 대해 적분하면 1입니다. 오른쪽은 왼쪽 밀도에 $-\log$를 취한 것입니다.
#
# 셀을 실행하기 전에 적어 두세요. 오른쪽에서 포물선은 어느 것이고, 뾰족한 것은 어느 것일까요? 0.1인 가중치를 더 세게 당기는
# 쪽과 5인 가중치를 더 세게 당기는 쪽은 각각 어느 것일까요?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from deepclinic.datasets import digits

grid = np.linspace(-6, 6, 401)
width = np.sqrt(0.5)  # a Laplace density of this scale has standard deviation 1
densities = {
    "Gaussian": np.exp(-(grid**2) / 2) / np.sqrt(2 * np.pi),
    "Laplace": np.exp(-np.abs(grid) / width) / (2 * width),
}
figure, axes = plt.subplots(1, 2, figsize=(9, 3))
for (name, density), style in zip(densities.items(), ("-", "--"), strict=True):
    axes[0].plot(grid, density, style, label=name)
    axes[1].plot(grid, -np.log(density), style, label=name)
axes[0].set(xlabel="w", ylabel="density p(w)")
axes[1].set(xlabel="w", ylabel="-log p(w)")
axes[0].legend()
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# The Gaussian has become the parabola, the Laplace density the curve with the corner. How hard a belief pulls is the slope on the
# right. The parabola's slope is $w$ itself: 0.1 at 0.1, and 5 at 5. The other one's is $\sqrt 2 \approx 1.4$ everywhere but at 0. So on
# the small weight Laplace pulls fourteen times as hard, and on the large one the Gaussian more than three times.
#
# ## From Bayes to a penalty
#
# Let $D$ be the training data. Bayes' rule says what to believe of the weights after seeing it:
#
# $$p(w \mid D) \;\propto\; p(D \mid w)\; p(w).$$
#
# The **maximum a posteriori** (MAP) estimate takes the most probable weights. A product is awkward, so take $-\log$:
#
# $$w_{\text{MAP}} = \arg\min_w \Bigl[ \underbrace{-\log p(D \mid w)}_{\text{the loss, summed over the examples}}
# \;+\; \underbrace{-\log p(w)}_{\text{the penalty}} \Bigr].$$
#
# For independent weights $-\log p(w)$ is a sum over the entries:
#
# $$\text{Gaussian:}\quad \sum_i \Bigl[ \frac{w_i^2}{2\sigma^2} + \log\sigma + \tfrac12\log 2\pi \Bigr], \qquad
# \text{Laplace:}\quad \sum_i \Bigl[ \frac{|w_i|}{b} + \log 2b \Bigr].$$
#
# The constants do not depend on $w$, so they pull on nothing. What is left is L2 and L1.

# %% [markdown] lang="ko"
# 정규 분포는 포물선이 되었고 라플라스 분포는 뾰족한 곡선이 되었습니다. 믿음이 가중치를 당기는 힘은 오른쪽 그림의 기울기입니다.
# 포물선의 기울기는 $w$ 자신이어서 0.1에서는 0.1, 5에서는 5입니다. 다른 쪽의 기울기는 0을 뺀 모든 곳에서 $\sqrt 2 \approx 1.4$입니다.
# 그래서 작은 가중치는 라플라스 분포가 열네 배 세게 당기고, 큰 가중치는 정규 분포가 세 배 넘게 세게 당깁니다.
#
# ## 베이즈 정리에서 벌점까지
#
# 학습 데이터를 $D$라 합시다. 베이즈 정리는 데이터를 본 뒤에 가중치에 대해 무엇을 믿어야 하는지 알려 줍니다.
#
# $$p(w \mid D) \;\propto\; p(D \mid w)\; p(w)$$
#
# **최대 사후 확률**(MAP) 추정은 사후 확률이 가장 높은 가중치를 고릅니다. 곱은 다루기 불편하므로 $-\log$를 취합니다.
#
# $$w_{\text{MAP}} = \arg\min_w \Bigl[ \underbrace{-\log p(D \mid w)}_{\text{모든 예제에 대해 더한 손실}}
# \;+\; \underbrace{-\log p(w)}_{\text{벌점}} \Bigr]$$
#
# 가중치들이 서로 독립이면 $-\log p(w)$는 원소에 대한 합입니다.
#
# $$\text{정규 분포:}\quad \sum_i \Bigl[ \frac{w_i^2}{2\sigma^2} + \log\sigma + \tfrac12\log 2\pi \Bigr], \qquad
# \text{라플라스 분포:}\quad \sum_i \Bigl[ \frac{|w_i|}{b} + \log 2b \Bigr]$$
#
# 상수는 $w$에 따라 변하지 않으므로 아무것도 당기지 않습니다. 남는 것이 바로 L2와 L1입니다.

# %% [markdown] lang="en"
# ## Exercise
#
# Write four functions:
#
# - `gaussian_negative_log_prior(w, sigma)` and `laplace_negative_log_prior(w, scale)`: the negative log density, summed over all
#   entries of `w`, **with** the constants. `w` is an array, a tensor or a variable of any shape. Weights far from 0 and many
#   weights must not overflow or underflow.
# - `l2_strength(sigma)` and `l1_strength(scale)`: the $\lambda$ for which $\lambda\sum w^2$ and $\lambda\sum|w|$ have the same
#   gradient as the prior.
#
# A width that is not positive is a `ValueError`. **Not allowed:** ready-made distributions (`scipy.stats`, TensorFlow
# Probability).

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 함수 네 개를 작성하세요.
#
# - `gaussian_negative_log_prior(w, sigma)`와 `laplace_negative_log_prior(w, scale)`: 음의 로그 밀도를 상수까지 **포함해**
#   `w`의 모든 원소에 대해 더한 값입니다. `w`는 배열, 텐서, 변수이며 모양은 무엇이든 됩니다. 가중치가 0에서 멀거나 개수가
#   많아도 오버플로나 언더플로가 없어야 합니다.
# - `l2_strength(sigma)`와 `l1_strength(scale)`: $\lambda\sum w^2$과 $\lambda\sum|w|$의 기울기가 음의 로그 사전 밀도의 기울기와
#   같아지는 $\lambda$입니다.
#
# 폭이 양수가 아니면 `ValueError`입니다. **사용할 수 없는 것:** 이미 만들어진 분포(`scipy.stats`, TensorFlow Probability).

# %% deepclinic="exercise"
# Your functions go here.

# %% [markdown] lang="en"
# ## Your functions at work
#
# A softmax regression on 300 digits, fitted four times: with a Gaussian belief that is wide, medium and narrow, and with a
# Laplace belief. Each penalty strength **follows** from the width; nothing is tuned. The dashed line is the belief, the bars
# are the weights after seeing the data.

# %% [markdown] lang="ko"
# ## 작성한 함수로 살펴보기
#
# 숫자 300개로 소프트맥스 회귀를 네 번 학습시킵니다. 정규 분포의 믿음을 넓게, 중간으로, 좁게 두고, 라플라스 분포의 믿음으로도 한
# 번 해 봅니다. 벌점의 세기는 모두 폭에서 **따라 나오며**, 따로 맞춘 것은 없습니다. 점선은 믿음이고 막대는 데이터를 본 뒤의
# 가중치입니다.

# %%
train, test = digits(standardize=True)
x, y = tf.constant(train.x[:300]), tf.constant(train.y[:300])


def fit(penalty, steps=400):
    """Full-batch Adam on summed cross-entropy plus penalty(w); returns the kernel (64, 10) and the test accuracy."""
    w, b = tf.Variable(tf.zeros((64, 10))), tf.Variable(tf.zeros(10))
    optimizer = keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.05, steps))
    optimizer.build([w, b])

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=x @ w + b)
            loss = tf.reduce_sum(losses) + penalty(w)
        optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b], strict=True))

    for _ in range(steps):
        step()
    predicted = np.argmax(test.x @ w.numpy() + b.numpy(), axis=1)
    return w.numpy(), np.mean(predicted == test.y)


def gaussian(sigma):
    strength = float(l2_strength(sigma))
    return lambda w: strength * tf.reduce_sum(w**2)


def laplace(scale):
    strength = float(l1_strength(scale))
    return lambda w: strength * tf.reduce_sum(tf.abs(w))


figure, axes = plt.subplots(1, 4, figsize=(12, 2.8))
beliefs = [("Gaussian, sigma", s, gaussian(s)) for s in (1.0, 0.2, 0.05)] + [("Laplace, scale", 0.2, laplace(0.2))]
for axis, (name, number, penalty) in zip(axes, beliefs, strict=True):
    weights, accuracy = fit(penalty)
    near_zero = np.mean(np.abs(weights) < 1e-3)
    reach = max(3 * number, np.abs(weights).max())
    line = np.linspace(-reach, reach, 201)
    square = (line / number) ** 2 / 2 + np.log(number * np.sqrt(2 * np.pi))
    tent = np.abs(line) / number + np.log(2 * number)
    axis.hist(weights.ravel(), bins=41, density=True, color="lightgray")
    axis.plot(line, np.exp(-(tent if "Laplace" in name else square)), "--")
    axis.set(title=f"{name} = {number}", xlabel=f"w   (test accuracy {accuracy:.3f})")
    print(f"{name} = {number}: test accuracy {accuracy:.3f}, |w| < 1e-3: {near_zero:.0%} of the weights")
axes[0].set_ylabel("density")
plt.tight_layout()
plt.show()

# %% [markdown] lang="en"
# A narrow belief keeps the weights near 0 whatever the data say; a wide one hardly speaks. The Laplace belief leaves many
# weights at 0: its corner pulls with full force however small a weight is, while the parabola's pull fades. (The bar at 0 that
# all panels share belongs to border pixels that hardly ever carry ink: of these the data say nothing.)
#
# How unlikely are the fitted weights under each belief? That is what your first two functions answer, constants included:
# without them, beliefs of different widths could not be compared.

# %% [markdown] lang="ko"
# 좁은 믿음은 데이터가 무엇이라 하든 가중치를 0 가까이에 두고, 넓은 믿음은 거의 아무 말도 하지 않습니다. 라플라스 분포의
# 믿음은 많은 가중치를 0에 남깁니다. 뾰족한 점은 가중치가 아무리 작아도 같은 힘으로 당기지만, 포물선의 힘은 0에 가까워질수록
# 약해지기 때문입니다. (모든 그림에서 0에 솟은 막대는 잉크가 거의 닿지 않는 가장자리 픽셀의 가중치입니다. 데이터는 이들에
# 대해 아무것도 말해 주지 않습니다.)
#
# 학습된 가중치는 각 믿음에서 얼마나 드문 값일까요? 처음 두 함수가 그 답을 줍니다. 상수가 없으면 폭이 다른 믿음을 서로 비교할
# 수 없습니다.

# %%
weights, _ = fit(gaussian(0.2))
for sigma in (0.02, 0.05, 0.1, 0.2, 0.5, 1.0):
    print(f"sigma = {sigma:4}: -log p(w) = {float(gaussian_negative_log_prior(weights, sigma)):10.1f}")
for scale in (0.05, 0.1, 0.5):
    print(f"scale = {scale:4}: -log p(w) = {float(laplace_negative_log_prior(weights, scale)):10.1f}")

# %% [markdown] lang="en"
# It is smallest where the belief is about as wide as the fitted weights are spread: a narrower one finds them incredible, a wider one
# has spent its probability elsewhere.
#
# ## The trap
#
# In the formula the loss is the **sum** over the examples. Keras reports and minimises the **mean**. Divide the whole
# objective by the number $N$ of examples and the minimum stays where it is, so for a mean loss the strength is
#
# $$\lambda_{\text{mean}} = \lambda / N.$$
#
# Someone who passes `l2_strength(0.2)` to a Keras regularizer as it is believes in a prior that is $\sqrt N$ times narrower
# than they think.

# %% [markdown] lang="ko"
# 믿음의 폭이 학습된 가중치가 퍼진 정도와 비슷할 때 가장 작습니다. 더 좁은 믿음에서는 있을 수 없는 값이고, 더 넓은 믿음은 확률을 다른
# 곳에 써 버렸습니다.
#
# ## 함정
#
# 식에서 손실은 예제에 대한 **합**입니다. Keras가 보고하고 최소화하는 것은 **평균**입니다. 목적 함수 전체를 예제의 수 $N$으로
# 나누어도 최솟값의 자리는 그대로이므로, 평균 손실에서 벌점의 세기는 다음과 같습니다.
#
# $$\lambda_{\text{mean}} = \lambda / N$$
#
# `l2_strength(0.2)`를 그대로 Keras의 규제 항에 넣은 사람은 스스로 생각하는 것보다 $\sqrt N$배 좁은 사전 분포를 믿는 셈입니다.

# %%
examples = len(y)
kept, _ = fit(lambda w: examples * (float(l2_strength(0.2)) / examples) * tf.reduce_sum(w**2))
trap, _ = fit(lambda w: examples * float(l2_strength(0.2)) * tf.reduce_sum(w**2))
narrow, _ = fit(gaussian(0.2 / np.sqrt(examples)))
print(f"strength / N for the mean loss: standard deviation of the weights {kept.std():.4f}")
print(f"strength as it is:              {trap.std():.4f}")
print(f"what that belief really is:     {narrow.std():.4f}  (sigma = {0.2 / np.sqrt(examples):.4f})")

# %% [markdown] lang="en" question="map_estimation"
# ## Question
#
# A colleague doubles the number of training examples and leaves the Keras setting `kernel_regularizer=L2(0.001)` (mean loss) as
# it is. Has the belief about the weights changed? By which factor did the width of the prior change, and should it have?

# %% [markdown] lang="ko" question="map_estimation"
# ## 질문
#
# 동료가 학습 예제의 수를 두 배로 늘리고 Keras 설정 `kernel_regularizer=L2(0.001)`(평균 손실)은 그대로 두었습니다. 가중치에
# 대한 믿음이 바뀌었나요? 사전 분포의 폭은 몇 배가 되었고, 그렇게 바뀌어야 했나요?

# %% [markdown] lang="en" guide="map_estimation"
# With a mean loss, λ_mean = 1 / (2 N σ²), so σ = 1 / sqrt(2 N λ_mean): with twice the examples σ is divided by √2 (1 point). A
# belief held before seeing data must not depend on how much data comes, so λ_mean should have been halved (1 point).

# %% [markdown] lang="ko" guide="map_estimation"
# 평균 손실에서는 λ_mean = 1 / (2 N σ²)이므로 σ = 1 / sqrt(2 N λ_mean)입니다. 예제가 두 배가 되면 σ는 √2로 나뉩니다(1점).
# 데이터를 보기 전의 믿음은 데이터의 양에 따라 달라져서는 안 되므로 λ_mean을 절반으로 줄였어야 합니다(1점).

# %% [markdown] lang="en"
# ## Sources
#
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, sections 1.2.5 and 3.1.4.
# - R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58(1), 1996,
#   section 5.
# - K. P. Murphy, *Probabilistic Machine Learning: An Introduction*, MIT Press 2022, chapter 4.5.
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - C. M. Bishop, *Pattern Recognition and Machine Learning*, Springer 2006, 1.2.5절과 3.1.4절.
# - R. Tibshirani, *Regression shrinkage and selection via the lasso*, Journal of the Royal Statistical Society B 58(1), 1996,
#   5절.
# - K. P. Murphy, *Probabilistic Machine Learning: An Introduction*, MIT Press 2022, 4.5절.
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
