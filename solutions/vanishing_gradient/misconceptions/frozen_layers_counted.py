"""
what.en = "Kernels of layers that are not trained are in the list too."
what.ko = "학습하지 않는 층의 커널도 리스트에 들어 있습니다."
try.en = "Set trainable = False on one layer of a model. Which of the model's lists of weights does it leave?"
try.ko = "모델의 한 층에 trainable = False를 주어 보세요. 그 층의 가중치는 모델의 어느 리스트에서 빠지나요?"
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
    kernels = [w for w in model.weights if len(w.shape) >= 2]
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
