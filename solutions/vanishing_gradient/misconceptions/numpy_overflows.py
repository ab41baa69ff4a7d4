"""
what.en = "The formula is written as it stands, with NumPy: exp overflows for inputs far below 0, and tensors inside tf.function cannot be used."
what.ko = "식을 NumPy로 그대로 옮겼습니다. 0보다 훨씬 작은 입력에서 exp가 오버플로를 일으키고, tf.function 안의 텐서에는 쓸 수 없습니다."
try.en = "Call sigmoid(np.array([-1000.0])) and read the warning. Then look for an exp that knows tensors."
try.ko = "sigmoid(np.array([-1000.0]))을 호출해 경고를 읽어 보세요. 그런 다음 텐서를 다룰 줄 아는 exp를 찾아보세요."
"""

import numpy as np
import tensorflow as tf


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


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
