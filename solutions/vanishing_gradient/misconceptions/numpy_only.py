"""
what.en = "The functions compute with NumPy, which cannot work on the tensors inside tf.function."
what.ko = "함수가 NumPy로 계산하므로 tf.function 안의 텐서에서는 동작하지 못합니다."
try.en = "Call your function inside a tf.function. Which exp takes arrays and tensors alike?"
try.ko = "tf.function 안에서 함수를 호출해 보세요. 배열과 텐서를 모두 받는 exp는 어느 것인가요?"
"""

import numpy as np
import tensorflow as tf


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


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
