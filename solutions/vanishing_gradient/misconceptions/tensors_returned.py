"""
what.en = "The list holds tensors, not Python floats."
what.ko = "리스트에 파이썬 float가 아니라 텐서가 들어 있습니다."
try.en = "Print `type(norms[0])`. How does a tensor with one number become a float?"
try.ko = "`type(norms[0])`을 출력해 보세요. 수가 하나인 텐서는 어떻게 float가 되나요?"
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
        loss = loss_fn(y, y_pred)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(tf.norm(gradient))
    return norms
