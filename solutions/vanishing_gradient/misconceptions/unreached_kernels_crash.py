"""
what.en = "For a kernel that the loss does not reach the tape returns None, and a norm of None cannot be taken."
what.ko = "손실이 닿지 않는 커널에 대해 테이프는 None을 돌려주는데, None의 노름은 구할 수 없습니다."
try.en = "Print the list that tape.gradient returns for a model with two outputs when the loss uses only one of them."
try.ko = "출력이 둘인 모델에서 손실이 하나만 쓸 때 tape.gradient가 돌려주는 리스트를 출력해 보세요."
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
        norms.append(float(tf.norm(gradient)))
    return norms
