"""
what.en = "Only weights of exactly two dimensions are taken for kernels; a convolution's kernel has four."
what.ko = "차원이 정확히 둘인 가중치만 커널로 봅니다. 합성곱의 커널은 4차원입니다."
try.en = "Print the shape of a Conv2D layer's kernel."
try.ko = "Conv2D 층의 커널 모양을 출력해 보세요."
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
    kernels = [w for w in model.trainable_weights if len(w.shape) == 2]
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
