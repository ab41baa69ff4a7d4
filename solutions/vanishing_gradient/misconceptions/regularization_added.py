"""
what.en = "The model's regularization losses are added to the loss."
what.ko = "손실에 모델의 규제 손실을 더합니다."
try.en = "Which loss does the exercise ask about: loss_fn alone, or what fit would minimise?"
try.ko = "연습 문제가 묻는 손실은 loss_fn만인가요, 아니면 fit이 최소화하는 전체인가요?"
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
        loss = loss_fn(y, y_pred) + sum(model.losses)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
