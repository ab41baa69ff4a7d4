"""Wrong idea: moving statistics are plain averages over all batches; style: a tf.Variable counts batches, new = old + (batch - old)/n."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum should be a number from 0 to 1, not {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon should be a positive number, not {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        c = input_shape[self.axis]
        self.gamma = self.add_weight(shape=(c,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(c,), initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=(c,), initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = self.add_weight(shape=(c,), initializer="ones", name="moving_variance", trainable=False)
        with tf.init_scope():
            self.batches_seen = tf.Variable(0.0, trainable=False)  # bookkeeping, not a weight
        self.shape_of_statistics = [1] * len(input_shape)
        self.shape_of_statistics[self.axis] = c
        self.axes = [a for a in range(len(input_shape)) if a != self.axis % len(input_shape)]

    def call(self, inputs, training=False):
        mean, variance = self.moving_mean, self.moving_variance
        if training and self.trainable:
            mean = ops.mean(inputs, self.axes)
            variance = ops.var(inputs, self.axes)
            # the average of everything seen so far, without keeping everything
            share = 1.0 / self.batches_seen.assign_add(1.0)
            self.moving_mean.assign(self._average(self.moving_mean, mean, share))
            self.moving_variance.assign(self._average(self.moving_variance, variance, share))
        mean, variance, gamma, beta = [
            ops.cast(ops.reshape(v, self.shape_of_statistics), self.compute_dtype)
            for v in (mean, variance, self.gamma, self.beta)
        ]
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def _average(self, old, new, share):
        old = ops.cast(old, self.variable_dtype)
        return old + ops.cast(share, old.dtype) * (ops.cast(new, old.dtype) - old)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
