"""
what.en = "loss_fn gets the prediction first and the target second."
what.ko = "loss_fn에 예측을 먼저, 정답을 나중에 넘깁니다."
try.en = "In which order does loss_fn take its two arguments? With squared errors you would never notice."
try.ko = "loss_fn은 두 인자를 어떤 순서로 받나요? 제곱 오차라면 순서가 바뀌어도 눈치채지 못합니다."
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
        loss = loss_fn(y_pred, y)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
