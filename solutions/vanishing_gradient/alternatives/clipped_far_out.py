"""
idea.en = "The exponent is clipped at 30, where the sigmoid is 0 or 1 to float32; gradients of all weights, then those of kernels."
idea.ko = "지수를 sigmoid가 float32에서 0 또는 1이 되는 30에서 자르고, 모든 가중치의 기울기를 구한 뒤 커널의 것만 고릅니다."
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    return 1 / (1 + ops.exp(-ops.clip(x, -30, 30)))


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    weights = model.trainable_variables
    with tf.GradientTape() as tape:
        prediction = model(x, training=True)
        loss = loss_fn(y_true=y, y_pred=prediction)
    gradients = tape.gradient(loss, weights)
    norms = []
    for weight, gradient in zip(weights, gradients):
        if ops.ndim(weight) < 2:
            continue
        if gradient is None:
            gradient = tf.zeros(weight.shape)
        norms.append(float(ops.sqrt(ops.sum(ops.square(gradient)))))
    return norms
