"""Wrong idea: gamma and beta are not trainable; style: keras.Variable with trainable=False for all four, tf formula."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= momentum <= 1.0:
            raise ValueError(f"momentum = {momentum}")
        if not epsilon > 0.0:
            raise ValueError(f"epsilon = {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def constant(self, name, initializer, n):
        return keras.Variable(initializer, shape=(n,), dtype=self.variable_dtype, trainable=False, name=name)

    def build(self, input_shape):
        n = input_shape[self.axis]
        self.gamma = self.constant("gamma", keras.initializers.Ones(), n)
        self.beta = self.constant("beta", keras.initializers.Zeros(), n)
        self.moving_mean = self.constant("moving_mean", keras.initializers.Zeros(), n)
        self.moving_variance = self.constant("moving_variance", keras.initializers.Ones(), n)
        self.built = True

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axes = [i for i in range(rank) if i != self.axis % rank]
        if training and self.trainable:
            mean, variance = tf.nn.moments(inputs, axes)
            d = self.variable_dtype
            new_mean = tf.cast(self.moving_mean, d) * self.momentum + tf.cast(mean, d) * (1 - self.momentum)
            new_variance = tf.cast(self.moving_variance, d) * self.momentum + tf.cast(variance, d) * (1 - self.momentum)
            self.moving_mean.assign(new_mean)
            self.moving_variance.assign(new_variance)
        else:
            mean, variance = tf.cast(self.moving_mean, inputs.dtype), tf.cast(self.moving_variance, inputs.dtype)
        gamma, beta = tf.cast(self.gamma, inputs.dtype), tf.cast(self.beta, inputs.dtype)
        for axis in axes:  # in ascending order, so every 1 lands in its place
            mean, variance, gamma, beta = (tf.expand_dims(t, axis) for t in (mean, variance, gamma, beta))
        return gamma * (inputs - mean) / tf.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
