"""Wrong idea: 0.99 fixed in the update; style: class constant for the decay, moving -= (1 - decay) * (moving - batch)."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    DECAY = 0.99  # as in the paper

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum: expected 0 <= momentum <= 1, got {momentum}")
        if not 0 < epsilon:
            raise ValueError(f"epsilon: expected epsilon > 0, got {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[self.axis],)
        make = self.add_weight
        self.gamma = make(shape=shape, initializer="ones", name="gamma")
        self.beta = make(shape=shape, initializer="zeros", name="beta")
        self.moving_mean = make(shape=shape, initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = make(shape=shape, initializer="ones", name="moving_variance", trainable=False)

    @classmethod
    def _decay(cls, variable, value):
        old = tf.cast(variable, variable.dtype)
        variable.assign(old - (1 - cls.DECAY) * (old - tf.cast(value, variable.dtype)))

    def call(self, inputs, training=False):
        nd = len(inputs.shape)
        ax = (self.axis + nd) % nd
        mean, variance = self.moving_mean, self.moving_variance
        if training and self.trainable:
            mean, variance = tf.nn.moments(inputs, [i for i in range(nd) if i != ax])
            self._decay(self.moving_mean, mean)
            self._decay(self.moving_variance, variance)
        shape = [1] * nd
        shape[ax] = inputs.shape[ax]
        mean, variance, gamma, beta = (
            tf.cast(tf.reshape(v, shape), inputs.dtype) for v in (mean, variance, self.gamma, self.beta)
        )
        return gamma * ((inputs - mean) / tf.sqrt(variance + self.epsilon)) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(super().get_config(), axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
