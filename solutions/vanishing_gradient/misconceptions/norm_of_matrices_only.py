"""
what.en = "`ops.norm` takes vectors and matrices only; the gradient of a convolution's kernel has rank 4."
what.ko = "`ops.norm`은 벡터와 행렬만 받습니다. 합성곱 커널의 기울기는 4차원입니다."
try.en = "The L2 norm needs no rows and columns: it is the root of the sum of all squares. Write it so, or put the gradient into one row first."
try.ko = "L2 노름에는 행과 열이 필요 없습니다. 모든 원소의 제곱을 더한 것의 제곱근입니다. 그렇게 쓰거나 기울기를 먼저 한 줄로 펼쳐 보세요."
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
            norms.append(float(ops.norm(gradient)))
    return norms
