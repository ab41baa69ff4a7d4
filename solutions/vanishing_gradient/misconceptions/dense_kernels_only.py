"""
what.en = "Only weights of rank 2 are taken for kernels; a convolution's kernel has rank 4."
what.ko = "2차원인 가중치만 커널로 봅니다. 합성곱의 커널은 4차원입니다."
try.en = "Print the shape of the kernel of a `keras.layers.Conv2D`."
try.ko = "`keras.layers.Conv2D` 층의 커널 모양을 출력해 보세요."
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
