"""
what.en = "The gradients are also applied: each measurement moves the weights."
what.ko = "기울기를 적용까지 해 버려, 잴 때마다 가중치가 움직입니다."
try.en = "Call your function twice on the same batch. Why do the numbers differ?"
try.ko = "같은 배치로 함수를 두 번 호출해 보세요. 왜 값이 다를까요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    e = ops.exp(-ops.abs(x))
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, kernels)
    pairs = [(g, w) for g, w in zip(gradients, kernels) if g is not None]
    optimizer.apply_gradients(pairs)
    return [0.0 if g is None else float(tf.norm(g)) for g in gradients]
