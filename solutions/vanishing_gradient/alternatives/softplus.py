"""
idea.en = "exp of minus softplus, which cannot overflow; unreached weights give zeros by the tape's own option."
idea.ko = "오버플로가 없는 softplus의 음수에 exp를 취하고, 닿지 않는 가중치는 테이프의 옵션으로 0을 받습니다."
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    return ops.exp(-ops.softplus(-x))


def sigmoid_derivative(x):
    return ops.exp(-ops.softplus(x) - ops.softplus(-x))


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, kernels, unconnected_gradients="zero")
    return [float(tf.linalg.global_norm([g])) for g in gradients]
