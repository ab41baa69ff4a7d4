# ---
# jupyter:
#   jupytext: {text_representation: {extension: .py, format_name: percent}}
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   deepclinic:
#     exercise: loss_landscape
#     title: {en: "The loss landscape", ko: "손실 지형"}
#     defines: [filter_normalized_direction, loss_surface]
#     minutes: [30, 60]
#     not_allowed: []
# ---

# %% [markdown] lang="en"
# # The loss landscape
#
# Residual blocks train well and plain ones do not. *Why?* Training walks downhill in a landscape with thousands of dimensions:
# one for each weight, and the loss as the height. If we could look at that landscape, we might see what makes the walk hard.
#
# The simplest look: leave the trained network, walk along a straight line in some random direction $d$, and draw the loss
# $L(w + \alpha d)$. But is what we see a property of the network?

# %% [markdown] lang="ko"
# # 손실 지형
#
# 잔차 블록은 학습이 잘되는데 평범한 층은 그렇지 않습니다. *왜* 그럴까요? 학습은 수천 차원의 지형에서 내리막을 걷는 일입니다.
# 가중치 하나가 한 차원이고, 손실이 높이입니다. 이 지형을 볼 수 있다면 무엇이 그 길을 험하게 만드는지도 보일 것입니다.
#
# 가장 간단한 방법은, 학습된 신경망에서 출발해 임의의 방향 $d$로 곧게 걸어가며 손실 $L(w + \alpha d)$를 그리는 것입니다. 그런데
# 그렇게 본 모습이 정말 그 신경망의 성질일까요?

# %% [markdown] lang="en"
# ## Predict first
#
# We train a small ReLU network A. Then we make a copy B: its first layer (kernel and bias) is multiplied by 5, the kernel of its
# second layer is divided by 5. Since $\mathrm{relu}(5z) = 5\,\mathrm{relu}(z)$, B gives **exactly the same output** as A for
# every input.
#
# From both we walk along the same random directions. Will the two curves look the same? If not, which one is narrower?

# %% [markdown] lang="ko"
# ## 먼저 예상해 보기
#
# 작은 ReLU 신경망 A를 학습시킵니다. 그리고 복제본 B를 만들어 첫 번째 층(커널과 편향)에는 5를 곱하고 두 번째 층의 커널은 5로
# 나눕니다. $\mathrm{relu}(5z) = 5\,\mathrm{relu}(z)$이므로 B는 어떤 입력에도 A와 **똑같은 출력**을 냅니다.
#
# 두 신경망에서 출발해 같은 임의의 방향으로 걸어갑니다. 두 곡선이 같아 보일까요? 다르다면 어느 쪽이 더 좁을까요?

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np

from deepclinic.datasets import digits

train, test = digits(standardize=True)  # x: (1197, 64) and (600, 64)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
x, y = train.x[:256], train.y[:256]  # the examples whose loss is drawn


def dense(units, seed, activation=None, scale=1.0):
    """A dense layer with `scale` times He's initialization."""
    kernel = keras.initializers.VarianceScaling(2.0 * scale**2, "fan_in", "untruncated_normal", seed=seed)
    return keras.layers.Dense(units, activation, kernel_initializer=kernel)


def trained(model, epochs):
    """Train; return the model and the loss of the last epoch."""
    model.compile(keras.optimizers.SGD(0.05), loss_fn, steps_per_execution=19)
    history = model.fit(*train, batch_size=64, epochs=epochs, verbose=0)
    return model, history.history["loss"][-1]


def small_network():
    return keras.Sequential([keras.Input((64,)), dense(32, 1, "relu"), dense(10, 2)])


keras.utils.set_random_seed(0)
a, _ = trained(small_network(), 10)
b = small_network()
kernel1, bias1, kernel2, bias2 = a.get_weights()
b.set_weights([5 * kernel1, 5 * bias1, kernel2 / 5, bias2])
print("largest difference between the outputs of A and B:", float(np.max(np.abs(a(x) - b(x)))))

rng = np.random.default_rng(0)
noise = [rng.normal(size=w.shape) for w in a.get_weights()]  # the same for A and B
probe = small_network()
steps = np.linspace(-1, 1, 41)
plt.figure(figsize=(6, 3.5))
for name, model, style in (("A", a, "-"), ("B, the same function", b, "--")):
    losses = []
    for alpha in steps:
        probe.set_weights([w + alpha * d for w, d in zip(model.get_weights(), noise, strict=True)])
        losses.append(float(loss_fn(y, probe(x))))
    plt.plot(steps, losses, style, label=name)
plt.xlabel(r"$\alpha$")
plt.ylabel("loss")
plt.legend()
plt.title("along raw Gaussian noise")
plt.show()

# %% [markdown] lang="en"
# One function, two pictures: B's valley is the narrower one. A step of a given length is small for B's large first layer and huge
# for its small second one. So the picture shows the *size of the weights*, and tells nothing about which network is easier to train.
#
# ## The formula
#
# Li et al. (2018) measure each step in units of the weights themselves. Draw Gaussian noise, then rescale every **filter** of it, all
# that leads to one output unit $k$, to the norm of the model's filter at the same place:
#
# $$d_{\ldots,k} \;\leftarrow\; \frac{d_{\ldots,k}}{\lVert d_{\ldots,k} \rVert}\, \lVert w_{\ldots,k} \rVert$$
#
# In Keras the output units are the **last** axis of a kernel: `kernel[:, k]` of a dense layer, `kernel[:, :, :, k]` of a
# convolution. Biases, and the gamma and beta of a batch normalization, do not move: there $d = 0$. With two such directions the
# loss becomes a surface over a plane:
#
# $$f(\alpha, \beta) = L(w + \alpha\, d_0 + \beta\, d_1)$$

# %% [markdown] lang="ko"
# 함수는 하나인데 그림은 둘이고, B의 골짜기가 더 좁습니다. 같은 길이의 걸음이 B의 큰 첫 번째 층에는 작고 작은 두 번째 층에는 아주
# 큽니다. 그러니 이 그림이 보여 주는 것은 *가중치의 크기*일 뿐, 어느 신경망이 학습하기 쉬운지는 알려 주지 않습니다.
#
# ## 식
#
# Li 등(2018)은 가중치 자신의 크기를 단위로 하여 걸음의 길이를 잽니다. 가우스 잡음을 뽑은 다음 그 **필터**, 곧 출력 유닛 $k$ 하나로
# 이어지는 모든 값을 모델의 같은 자리에 있는 필터와 노름이 같아지도록 조정합니다.
#
# $$d_{\ldots,k} \;\leftarrow\; \frac{d_{\ldots,k}}{\lVert d_{\ldots,k} \rVert}\, \lVert w_{\ldots,k} \rVert$$
#
# Keras에서는 커널의 **마지막** 축이 출력 유닛입니다. 완전 연결 층에서는 `kernel[:, k]`, 합성곱에서는 `kernel[:, :, :, k]`가 필터
# 하나입니다. 편향, 그리고 배치 정규화의 gamma와 beta는 움직이지 않습니다. 그 자리에서는 $d = 0$입니다. 이런 방향이 두 개 있으면
# 손실은 평면 위의 곡면이 됩니다.
#
# $$f(\alpha, \beta) = L(w + \alpha\, d_0 + \beta\, d_1)$$

# %% [markdown] lang="en"
# ## Exercise
#
# Write two functions:
#
# - `filter_normalized_direction(model, seed)`: a list with one NumPy array for each of `model.trainable_weights`, of its shape and
#   dtype. Gaussian entries, all independent (also between weights of one shape), each filter rescaled to the norm of the model's;
#   zeros for weights of rank 1 or 0. The same seed gives the same direction: draw from a random generator of its own,
#   `np.random.default_rng(seed)`.
#   (If they are not independent, the report shows the correlation of two arrays: 1 where they are the same, near 0 as it should be.)
# - `loss_surface(model, loss_fn, x, y, directions, alphas, betas)`: a float array of shape `(len(alphas), len(betas))`. Entry (i, j)
#   is the mean of `loss_fn(y, prediction)` at `w + alphas[i] * d0 + betas[j] * d1`, predicted in inference mode; regularization
#   losses are not added. NaN and infinite losses stay in the array.
#
# You only *look* at the patient: afterwards all its weights are bit for bit what they were, also when `loss_fn` raises an error in
# the middle. Everything that NumPy, Keras and TensorFlow offer is allowed.

# %% [markdown] lang="ko"
# ## 연습 문제
#
# 함수 두 개를 작성하세요.
#
# - `filter_normalized_direction(model, seed)`: `model.trainable_weights` 하나마다 모양과 자료형이 같은 NumPy 배열이 하나씩 든 리스트.
#   원소는 모두(모양이 같은 가중치 사이에서도) 독립인 가우스 난수이고, 필터마다 모델의 필터와 노름이 같습니다. 1차원 이하인
#   가중치에는 0을 넣습니다. 같은 시드는 같은 방향을 줍니다. 난수는 `np.random.default_rng(seed)`로 만든 난수 생성기에서
#   뽑습니다. 채점 결과에는 두 배열의 상관계수가 나옵니다. 같으면 1이고, 독립이면 0에 가깝습니다.
# - `loss_surface(model, loss_fn, x, y, directions, alphas, betas)`: 모양이 `(len(alphas), len(betas))`인 실수 배열. (i, j) 원소는
#   `w + alphas[i] * d0 + betas[j] * d1`에서 추론 모드로 예측한 `loss_fn(y, prediction)`의 평균입니다. 규제 손실은 더하지 않습니다.
#   NaN과 무한대인 손실은 배열에 그대로 남깁니다.
#
# 환자를 *들여다보기만* 하는 것입니다. 끝난 뒤에는, 도중에 `loss_fn`에서 오류가 났더라도 모든 가중치가 비트까지 처음과 같아야
# 합니다. NumPy, Keras, TensorFlow의 기능은 무엇이든 써도 됩니다.

# %% deepclinic="exercise"
# Your functions go here.

# %% [markdown] lang="en"
# ## Your functions at work
#
# First A and B again, now along a filter-normalised direction. The same seed gives both of them the same noise.

# %% [markdown] lang="ko"
# ## 작성한 함수로 살펴보기
#
# 먼저 A와 B를 이번에는 필터를 정규화한 방향으로 다시 봅니다. 시드가 같으므로 둘은 같은 잡음을 씁니다.

# %%
def slice_of(model, seed, steps):
    """The loss along one filter-normalised direction."""
    direction = filter_normalized_direction(model, seed)
    return loss_surface(model, loss_fn, x, y, (direction, direction), steps, [0.0])[:, 0]


plt.figure(figsize=(6, 3.5))
plt.plot(steps, slice_of(a, 1, steps), "-", label="A")
plt.plot(steps, slice_of(b, 1, steps), "--", label="B, the same function")
plt.xlabel(r"$\alpha$")
plt.ylabel("loss")
plt.legend()
plt.title("along a filter-normalised direction")
plt.show()

# %% [markdown] lang="en"
# One function, one picture. Now the two patients of the last lesson, 22 weight layers each: a plain network, and the same with a
# shortcut around every two layers (whose branches start small). Each is drawn around the point where its training ended. Mind the
# colours: they are logarithmic, and the same for both.

# %% [markdown] lang="ko"
# 함수가 하나이니 그림도 하나입니다. 이제 지난 수업의 두 환자를 봅니다. 가중치 층이 22개인 평범한 신경망, 그리고 층 두 개마다
# 지름길을 두고 가지를 작게 시작한 신경망입니다. 저마다 학습이 끝난 곳을 중심으로 그립니다. 색은 로그 눈금이고 두 그림에서 같은
# 색은 같은 손실입니다.

# %%
def deep_network(residual):
    """64 -> 32 -> ten pairs of dense layers -> 10, with or without a shortcut around each pair."""
    inputs = keras.Input((64,))
    outputs = dense(32, 1, "relu")(inputs)
    for i in range(10):
        branch = dense(32, 10 + i, "relu")(outputs)
        branch = dense(32, 30 + i, scale=0.1 if residual else 1.0)(branch)
        outputs = keras.layers.ReLU()(keras.layers.add([outputs, branch]) if residual else branch)
    return keras.Model(inputs, dense(10, 2)(outputs))


keras.utils.set_random_seed(0)
networks = {}
for name, residual in (("plain", False), ("residual", True)):
    networks[name], loss = trained(deep_network(residual), 15)
    print(f"{name:9} training loss {loss:.2f}")

grid = np.linspace(-1, 1, 9)
levels = np.geomspace(0.01, 10_000, 25)
figure, axes = plt.subplots(1, 2, figsize=(9, 3.8), sharey=True)
for axis, (name, model) in zip(axes, networks.items(), strict=True):
    directions = filter_normalized_direction(model, 1), filter_normalized_direction(model, 2)
    surface = loss_surface(model, loss_fn, x, y, directions, grid, grid)
    filled = axis.contourf(grid, grid, surface.T, levels, norm="log", extend="both")
    axis.contour(grid, grid, surface.T, levels, colors="white", linewidths=0.5)
    axis.plot(0, 0, "r.")
    axis.set(title=f"{name}: {surface.min():.2g} to {surface.max():.2g}", xlabel=r"$\alpha$", aspect="equal")
axes[0].set_ylabel(r"$\beta$")
figure.colorbar(filled, ax=axes, label="loss", ticks=[0.01, 0.1, 1, 10, 100, 1000, 10_000])
plt.show()

# %% [markdown] lang="en"
# The residual network lies in a bowl: from everywhere in the picture it goes down to the middle, where the loss is small. The plain
# one stopped on a high, almost level ground, which shows no way further down; and outside of it the loss rises much further within
# the same relative step, since its layers multiply each other's changes and no shortcut carries the signal past them.
#
# ## The trap
#
# A picture convinces quickly, and this was **one** plane of infinitely many, of **one** network each. So put a number on it and
# repeat. As roughness we take the share of a slice that bends *downwards* (negative second difference): 0 in a bowl, where every
# step downhill leads to the same place. Here it is for six directions each.

# %% [markdown] lang="ko"
# 잔차 신경망은 그릇 모양의 바닥에 놓여 있습니다. 그림의 어디에서든 손실이 작은 가운데로 내려갑니다. 평범한 신경망은 손실이 큰,
# 거의 평평한 곳에서 멈추었고 더 내려갈 길이 보이지 않습니다. 그 바깥에서는 가중치에 견주어 같은 크기의 걸음에도 손실이 훨씬 높이 올라갑니다.
# 층마다 변화가 곱해지는데 그 층들을 비켜서 신호를 전해 줄 지름길이 없기 때문입니다.
#
# ## 함정
#
# 그림을 보면 쉽게 설득되지만, 방금 본 것은 무한히 많은 평면 가운데 **하나**이고 신경망도 **하나**씩이었습니다. 그러니 수로 나타내고
# 되풀이해 봅시다. 거칠기는 단면에서 *아래로* 휘는 부분(이차 차분이 음수인 곳)의 비율로 정합니다. 어디서 내려가도 같은 곳에 닿는
# 그릇 모양이라면 0입니다. 신경망마다 방향 여섯 개로 구합니다.

# %%
steps = np.linspace(-1, 1, 21)
figure, axes = plt.subplots(1, 2, figsize=(9, 3.5), sharey=True)
for axis, (name, model) in zip(axes, networks.items(), strict=True):
    slices = np.array([slice_of(model, seed, steps) for seed in range(6)])  # (directions, steps)
    roughness = np.mean(np.diff(slices, 2, axis=1) < 0, axis=1)  # (directions,)
    axis.semilogy(steps, slices.T)
    axis.set(title=f"{name}: roughness {roughness.mean():.2f} ± {roughness.std():.2f}", xlabel=r"$\alpha$")
    print(f"{name:9} roughness of the single slices:", np.round(np.sort(roughness), 2))
axes[0].set_ylabel("loss")
plt.show()

# %% [markdown] lang="en"
# The slices of the residual network are bowls; most of those of the plain one are rougher, some are not. (Roughness is counted on
# the loss itself: on the logarithmic axis of the figure the sides of a bowl seem to bend downwards too.)
#
# The number behind the ± is the standard deviation between directions; look at the single values before you believe the mean.
# Other directions, other ranges of $\alpha$, other networks give other numbers, and those of plain and residual networks can
# overlap. A slice shows what *can* be seen in a few of thousands of dimensions: evidence, not proof.
#
# A second trap is easy to miss: measured in training mode, dropout and batch normalization would make each point of the surface
# another function, and looking would change the patient.

# %% [markdown] lang="ko"
# 잔차 신경망의 단면은 그릇 모양이고, 평범한 신경망의 단면은 대부분 더 거칠지만 그렇지 않은 것도 있습니다. (거칠기는 손실 자체로
# 셉니다. 그림의 로그 눈금에서는 그릇의 양옆도 아래로 휘는 것처럼 보입니다.)
#
# ± 뒤의 수는 방향 사이의 표준편차입니다. 평균을 믿기 전에 하나하나의 값을 보세요. 방향, $\alpha$의 범위, 신경망이 달라지면 수도
# 달라지고, 평범한 신경망과 잔차 신경망의 값이 겹칠 수도 있습니다. 단면은 수천 차원 가운데 몇 차원에서 *볼 수 있는* 것을 보여 줄
# 뿐입니다. 증거이지 증명은 아닙니다.
#
# 놓치기 쉬운 함정이 하나 더 있습니다. 학습 모드에서 재면 드롭아웃과 배치 정규화 때문에 곡면의 점마다 다른 함수가 되고, 들여다보는
# 것만으로 환자가 달라집니다.

# %% [markdown] lang="en" question="loss_landscape"
# ## Question
#
# (a) Show that networks A and B give exactly the same curve along a filter-normalised direction (same seed). Why is it important for
# this that biases do not move? (b) A colleague shows you one smooth slice of her network and concludes that it has no bad local
# minima. What do you answer?

# %% [markdown] lang="ko" question="loss_landscape"
# ## 질문
#
# (a) 신경망 A와 B가 필터를 정규화한 방향(시드는 같음)에서는 정확히 같은 곡선을 준다는 것을 보이세요. 이때 편향이 움직이지 않는 것이
# 왜 중요한가요? (b) 동료가 자신의 신경망에서 얻은 매끄러운 단면 하나를 보여 주며 나쁜 국소 최솟값이 없다고 결론짓습니다. 뭐라고
# 대답하겠습니까?

# %% [markdown] lang="en" guide="loss_landscape"
# (a) The filters of B's first layer are 5 times those of A, so their directions are 5 times as large; in the second layer both are a
# fifth. At each $\alpha$ the first layer of B is therefore $5(W_1 + \alpha d_1)$ with bias $5 b_1$, its output 5 times A's, and the second
# layer $(W_2 + \alpha d_2)/5$ takes the factor back: same output, same loss (1 point). If biases moved by raw noise, $b_1$ would move by
# the same amount in A and B although B's is 5 times as large, and the curves would differ (half a point; also right: one could
# rescale a bias by its own norm, but a bias of 0 could not move). (b) One direction of thousands; a minimum off the line is not seen, and a
# slice through a saddle can look like a bowl (half a point for any of these; "average over several directions" belongs to it).

# %% [markdown] lang="ko" guide="loss_landscape"
# (a) B의 첫 번째 층 필터는 A의 5배이므로 방향도 5배이고, 두 번째 층에서는 둘 다 5분의 1입니다. 따라서 모든 $\alpha$에서 B의 첫 번째 층은
# $5(W_1 + \alpha d_1)$, 편향은 $5 b_1$이므로 출력이 A의 5배이고, 두 번째 층 $(W_2 + \alpha d_2)/5$가 이를 되돌려 출력과 손실이
# 같습니다(1점). 편향이 가공하지 않은 잡음만큼 움직인다면 B의 $b_1$은 5배나 큰데도 A와 같은 만큼 움직여 곡선이 달라집니다(0.5점. 편향을
# 자신의 노름에 맞출 수도 있지만 0인 편향은 움직이지 못한다는 답도 맞습니다). (b) 수천 가운데 한 방향일 뿐이며, 직선에서 벗어난
# 최솟값은 보이지 않고, 안장점을 지나는 단면도 그릇처럼 보일 수 있습니다(이 가운데 하나면 0.5점. 여러 방향에서 평균해야 한다는 답도
# 포함합니다).

# %% [markdown] lang="en"
# ## Sources
#
# - H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss landscape of neural nets*, NeurIPS 2018, arXiv:1712.09913:
#   equation 1, filter normalization (section 4).
# - L. Dinh, R. Pascanu, S. Bengio, Y. Bengio, *Sharp minima can generalize for deep nets*, ICML 2017, arXiv:1703.04933: networks that
#   differ in their weights and not in their function.
# - Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.

# %% [markdown] lang="ko"
# ## 참고 문헌
#
# - H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, *Visualizing the loss landscape of neural nets*, NeurIPS 2018, arXiv:1712.09913.
#   식 1, 필터 정규화(4절).
# - L. Dinh, R. Pascanu, S. Bengio, Y. Bengio, *Sharp minima can generalize for deep nets*, ICML 2017, arXiv:1703.04933. 가중치는 다르지만
#   함수는 같은 신경망.
# - 숫자 데이터: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
