"""
what.en = "A kernel without a gradient is skipped, so the list is too short and the places of the others shift."
what.ko = "기울기가 없는 커널을 건너뛰어 리스트가 짧아지고 다른 커널의 자리가 밀립니다."
try.en = "If the loss does not depend on a weight, how large is its gradient?"
try.ko = "손실이 어떤 가중치와 무관하다면 그 기울기의 크기는 얼마일까요?"
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
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is not None:
            norms.append(float(tf.norm(gradient)))
    return norms
