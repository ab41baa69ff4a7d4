"""
what.en = "The list begins with the last layer, in the order in which back-propagation meets them."
what.ko = "역전파가 만나는 순서대로 마지막 층부터 리스트에 담았습니다."
try.en = "In which order does model.trainable_weights list the layers?"
try.ko = "model.trainable_weights는 층을 어떤 순서로 담고 있나요?"
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
            norms.append(float(tf.norm(gradient)))
    return norms[::-1]
