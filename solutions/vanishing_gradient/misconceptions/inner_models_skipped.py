"""
what.en = "The function goes through model.layers, where a model inside the model is one layer without a kernel of its own."
what.ko = "model.layers를 훑어보는데, 모델 안의 모델은 자기 커널이 없는 층 하나로 보일 뿐입니다."
try.en = "Build a model that contains another model, and print model.layers and model.trainable_weights side by side."
try.ko = "다른 모델을 품은 모델을 만들어 model.layers와 model.trainable_weights를 나란히 출력해 보세요."
"""

import keras
import tensorflow as tf
from keras import ops


def sigmoid(x):
    e = ops.exp(-ops.abs(x))
    return ops.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            continue
        for w in layer.trainable_weights:
            if len(w.shape) >= 2:
                kernels.append(w)
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    gradients = tape.gradient(loss, kernels)
    return [float(tf.norm(g)) if g is not None else 0.0 for g in gradients]
