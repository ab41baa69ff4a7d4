"""
what.en = "The model is called without training=True, so dropout drops nothing and batch normalization uses its moving averages."
what.ko = "모델을 training=True 없이 호출하므로 드롭아웃은 아무것도 버리지 않고 배치 정규화는 이동 평균을 씁니다."
try.en = "Which gradient does an optimizer get to see: that of training or that of inference?"
try.ko = "옵티마이저가 보게 되는 기울기는 학습 때의 것인가요, 추론 때의 것인가요?"
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
        y_pred = model(x)
        loss = loss_fn(y, y_pred)
    norms = []
    for gradient in tape.gradient(loss, kernels):
        if gradient is None:
            norms.append(0.0)
        else:
            norms.append(float(tf.norm(gradient)))
    return norms
