"""
what.en = "The norms of the biases' gradients are in the list too."
what.ko = "리스트에 편향의 기울기 노름도 들어 있습니다."
try.en = "Print the shapes of the weights that you go through. Which of them are kernels?"
try.ko = "살펴보는 가중치들의 모양을 출력해 보세요. 그 가운데 커널은 무엇인가요?"
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
    kernels = model.trainable_weights
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
