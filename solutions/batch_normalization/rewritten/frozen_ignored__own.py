"""Wrong idea: only `training` is asked, trainable = False has no effect; style: tf.nn.moments, two methods for the two modes."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        self._validate(momentum, epsilon)
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    @staticmethod
    def _validate(momentum, epsilon):
        if momentum > 1 or momentum < 0:
            raise ValueError("momentum out of range: %r" % momentum)
        if epsilon <= 0:
            raise ValueError("epsilon out of range: %r" % epsilon)

    def build(self, input_shape):
        channels = input_shape[self.axis]
        for name, start, learned in [
            ("gamma", "ones", True),
            ("beta", "zeros", True),
            ("moving_mean", "zeros", False),
            ("moving_variance", "ones", False),
        ]:
            setattr(self, name, self.add_weight(shape=(channels,), initializer=start, trainable=learned, name=name))
        rank = len(input_shape)
        self.keep = range(rank)[self.axis]  # also understands negative numbers
        self.reduce = [k for k in range(rank) if k != self.keep]
        self.lined_up = [1] * rank
        self.lined_up[self.keep] = channels

    def _from_batch(self, x):
        mean, variance = tf.nn.moments(x, self.reduce)
        for moving, now in ((self.moving_mean, mean), (self.moving_variance, variance)):
            moving.assign(self.momentum * moving + (1 - self.momentum) * now)
        return mean, variance

    def _from_memory(self):
        return self.moving_mean, self.moving_variance

    def call(self, inputs, training=False):
        mean, variance = self._from_batch(inputs) if training else self._from_memory()
        mean, variance, gamma, beta = (
            ops.reshape(t, self.lined_up) for t in (mean, variance, self.gamma, self.beta)
        )
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        for key in ("axis", "momentum", "epsilon"):
            config[key] = getattr(self, key)
        return config
