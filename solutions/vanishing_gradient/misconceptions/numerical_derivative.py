"""
what.en = "The slope is estimated from two nearby values; in float32 their difference has only a few correct digits."
what.ko = "도함수를 가까운 두 함숫값의 차이로 어림합니다. float32에서는 그 차이에 맞는 자릿수가 몇 개밖에 남지 않습니다."
try.en = "Compare your slope at 0 with 1/4, digit by digit. Then differentiate 1 / (1 + exp(-x)) on paper."
try.ko = "0에서의 값을 1/4과 한 자리씩 비교해 보고, 1 / (1 + exp(-x))를 종이에 미분해 보세요."
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    e = ops.exp(-ops.abs(x))
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    h = 1e-3
    return (sigmoid(x + h) - sigmoid(x - h)) / (2 * h)


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
