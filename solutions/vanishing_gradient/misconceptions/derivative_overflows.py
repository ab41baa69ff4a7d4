"""
what.en = "Far to the left exp(-x) becomes inf, and inf / inf is nan."
what.ko = "x가 0보다 훨씬 작으면 exp(-x)가 inf가 되고 inf / inf는 nan이 됩니다."
try.en = "Print what your derivative divides, and by what, at x = -1000. Can the slope be written with the sigmoid itself?"
try.ko = "x = -1000에서 도함수 식이 무엇을 무엇으로 나누는지 출력해 보세요. 도함수를 시그모이드 자신으로 쓸 수는 없을까요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    e = ops.exp(-ops.abs(x))
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    return ops.exp(-x) / (1 + ops.exp(-x)) ** 2


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        y_pred = model(x, training=True)
        loss = loss_fn(y, y_pred)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
