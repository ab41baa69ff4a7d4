"""
what.en = "exp(x) stands where exp(-x) should, so the curve falls from 1 to 0."
what.ko = "exp(-x) 자리에 exp(x)가 있어 곡선이 1에서 0으로 내려갑니다."
try.en = "Should a larger x give a larger or a smaller sigmoid? Try x = 5."
try.ko = "x가 커지면 시그모이드는 커져야 할까요, 작아져야 할까요? x = 5를 넣어 보세요."
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    return 1 / (1 + ops.exp(ops.convert_to_tensor(x)))


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
