"""
what.en = "A weight counts only if it is called `kernel`; a layer may call it otherwise."
what.ko = "이름이 `kernel`인 가중치만 셉니다. 층에 따라서는 다른 이름을 쓰기도 합니다."
try.en = "What makes a weight a kernel in this exercise: its name or its shape?"
try.ko = "이 연습 문제에서 커널인지 아닌지는 이름으로 정해지나요, 모양으로 정해지나요?"
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
    kernels = [w for w in model.trainable_weights if w.name == "kernel"]
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
