"""
idea.en = "The plain formula on tensors (exp may become inf, 1 / inf is 0), the slope from it; the forward pass inside tf.function."
idea.ko = "텐서에서 식을 그대로 쓰고(exp가 inf가 되어도 1 / inf는 0) 그로부터 도함수를 구하며, 순전파를 tf.function 안에서 합니다."
"""

import tensorflow as tf
from keras import ops


def sigmoid(x):
    return 1 / (1 + ops.exp(-ops.convert_to_tensor(x)))


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = [w for w in model.trainable_weights if len(w.shape) >= 2]

    @tf.function
    def gradients():
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        found = tape.gradient(loss, kernels)
        return [tf.zeros(k.shape) if g is None else g for k, g in zip(kernels, found)]

    return [float(tf.norm(g, ord="euclidean")) for g in gradients()]
