"""
what.en = "tanh(x) is shifted and scaled to lie between 0 and 1, but it rises twice as fast as the sigmoid."
what.ko = "tanh(x)를 0과 1 사이로 옮기고 줄였지만, 이 함수는 시그모이드보다 두 배 빠르게 올라갑니다."
try.en = "Compare your sigmoid(1) with 1 / (1 + exp(-1)) on a calculator. At which x does tanh have to be taken?"
try.ko = "작성한 sigmoid(1)을 계산기로 구한 1 / (1 + exp(-1))과 비교해 보세요. tanh에는 어떤 x를 넣어야 할까요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    return (ops.tanh(x) + 1) / 2


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
