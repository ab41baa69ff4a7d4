"""
what.en = "An `if` asks whether x is negative, which only a single number can answer; an array has many elements."
what.ko = "`if`로 x가 음수인지 묻는데, 이는 수가 하나일 때만 답이 정해집니다. 배열에는 원소가 여럿입니다."
try.en = "Call your function with np.array([-1.0, 2.0]). What would have to happen for each element?"
try.ko = "np.array([-1.0, 2.0])으로 함수를 호출해 보세요. 원소마다 무엇이 일어나야 할까요?"
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    if x >= 0:
        return 1 / (1 + ops.exp(-x))
    return ops.exp(x) / (1 + ops.exp(x))


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
