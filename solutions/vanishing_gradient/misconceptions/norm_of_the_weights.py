"""
what.en = "The norms are those of the kernels themselves, not of their gradients."
what.ko = "기울기가 아니라 커널 자체의 노름을 돌려줍니다."
try.en = "Do your numbers change when you pass other targets y?"
try.ko = "다른 정답 y를 넘기면 값이 달라지나요?"
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
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    tape.gradient(loss, kernels)
    return [float(tf.norm(kernel)) for kernel in kernels]
