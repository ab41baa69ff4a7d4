"""
what.en = "Kernel and bias of a layer are measured together, so each norm holds a part that is the bias's."
what.ko = "한 층의 커널과 편향을 함께 재어 노름마다 편향의 몫이 섞여 있습니다."
try.en = "For a layer with a bias, compare your number with the norm of the kernel's gradient alone."
try.ko = "편향이 있는 층에서, 구한 값을 커널의 기울기만의 노름과 비교해 보세요."
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
    layers = [layer for layer in model.layers if layer.trainable_weights]
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_fn(y, model(x, training=True))
    norms = []
    for layer in layers:
        gradients = [g for g in tape.gradient(loss, layer.trainable_weights) if g is not None]
        norms.append(float(tf.linalg.global_norm(gradients)) if gradients else 0.0)
    return norms
