"""
what.en = "The input is cut off at -10 and 10 to avoid an overflow, but there the sigmoid is not yet 0 or 1."
what.ko = "오버플로를 피하려고 입력을 -10과 10에서 자르지만, 그 지점의 시그모이드는 아직 0이나 1이 아닙니다."
try.en = "How far from 1 is sigmoid(10)? How far may it be?"
try.ko = "sigmoid(10)은 1과 얼마나 떨어져 있나요? 허용되는 오차는 얼마인가요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    x = ops.clip(x, -10, 10)
    return 1 / (1 + ops.exp(-x))


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
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
