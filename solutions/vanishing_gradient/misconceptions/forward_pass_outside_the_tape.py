"""
what.en = "The model is called before the tape records, so the loss seems not to depend on any weight and every norm is 0."
what.ko = "테이프가 기록을 시작하기 전에 모델을 호출하므로, 손실이 어떤 가중치와도 무관해 보여 모든 노름이 0이 됩니다."
try.en = "A tape knows only what happens inside its `with`. What happens inside yours?"
try.ko = "테이프는 `with` 안에서 일어난 일만 압니다. 그 안에서 무엇이 일어나고 있나요?"
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
    y_pred = model(x, training=True)
    with tf.GradientTape() as tape:
        loss = loss_fn(y, y_pred)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
