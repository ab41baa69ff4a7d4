"""
idea.en = "One weight layer in each block, behind a factor that starts small; a training loop of one's own, with momentum."
idea.ko = "블록마다 가중치 층이 하나이고, 작게 시작하는 계수를 곱합니다. 모멘텀이 있는 학습 반복문을 직접 씁니다."
"""

import keras
import numpy as np
import tensorflow as tf


class Scaled(keras.layers.Layer):
    def build(self, input_shape):
        n = input_shape[-1]
        self.kernel = self.add_weight(shape=(n, n), initializer="he_normal", name="kernel")
        self.bias = self.add_weight(shape=(n,), initializer="zeros", name="bias")
        self.scale = self.add_weight(shape=(), initializer=keras.initializers.Constant(0.1), name="scale")

    def call(self, x):
        return x + self.scale * tf.nn.relu(tf.matmul(x, self.kernel) + self.bias)


def build_network(input_shape, num_classes):
    stack = [keras.Input(input_shape), keras.layers.Flatten(), keras.layers.Dense(32)]
    stack += [Scaled() for _ in range(30)]
    return keras.Sequential([*stack, keras.layers.Dense(num_classes)])


def train(model, train_data, validation_data, seed):
    x, y = tf.constant(train_data[0]), tf.constant(train_data[1])
    weights = [w.value for w in model.trainable_variables]
    velocities = [tf.Variable(tf.zeros_like(w)) for w in weights]
    rng = np.random.default_rng(seed)

    @tf.function(autograph=False)
    def step(batch, rate):
        with tf.GradientTape() as tape:
            logits = model(tf.gather(x, batch), training=True)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.gather(y, batch), logits=logits)
            loss = tf.reduce_mean(losses)
        for w, v, gradient in zip(weights, velocities, tape.gradient(loss, weights)):
            v.assign(0.9 * v + gradient)
            w.assign_sub(rate * v)

    epochs = 12
    for epoch in range(epochs):
        rate = tf.constant(0.01 * (1 - epoch / epochs))
        for batch in np.array_split(rng.permutation(len(x)), len(x) // 30):
            if len(batch) == 30:
                step(tf.constant(batch), rate)
