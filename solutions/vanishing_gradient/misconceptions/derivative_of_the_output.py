"""
what.en = "The derivative is computed as x * (1 - x), as if x were already the sigmoid's output."
what.ko = "x가 이미 시그모이드의 출력인 것처럼 도함수를 x * (1 - x)로 계산합니다."
try.en = "At x = 0 the sigmoid is steepest. What does your function give there?"
try.ko = "시그모이드는 x = 0에서 가장 가파릅니다. 작성한 함수는 거기서 얼마를 내놓나요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    e = ops.exp(-ops.abs(x))
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    return x * (1 - x)


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
