"""
what.en = "The average of the squares is taken instead of their sum, so large kernels look too weak."
what.ko = "제곱의 합 대신 평균을 써서 큰 커널의 값이 너무 작게 나옵니다."
try.en = "What is the L2 norm of the vector (3, 4)? What does your code give for it?"
try.ko = "벡터 (3, 4)의 L2 노름은 얼마인가요? 작성한 코드는 얼마를 내놓나요?"
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
            norms.append(float(tf.sqrt(tf.reduce_mean(gradient**2))))
    return norms
