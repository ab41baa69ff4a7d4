"""Wrong idea: gamma * (x_hat + beta); style: numerator and denominator computed apart, moveaxis, tf."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"The momentum {momentum} is not between 0 and 1")
        if epsilon <= 0:
            raise ValueError(f"The epsilon {epsilon} is not greater than 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        c = input_shape[self.axis]
        kinds = dict(gamma=(1.0, True), beta=(0.0, True), moving_mean=(0.0, False), moving_variance=(1.0, False))
        for name, (start, trainable) in kinds.items():
            initializer = keras.initializers.Constant(start)
            weight = self.add_weight(shape=(c,), initializer=initializer, trainable=trainable, name=name)
            setattr(self, name, weight)

    def call(self, inputs, training=False):
        x = ops.moveaxis(inputs, self.axis, -1)
        if training and self.trainable:
            axes = list(range(len(x.shape) - 1))
            mean = tf.reduce_mean(x, axes)
            variance = tf.reduce_mean(tf.square(x - mean), axes)
            self.moving_mean.assign(self.exponential(self.moving_mean, mean))
            self.moving_variance.assign(self.exponential(self.moving_variance, variance))
        else:
            mean = tf.cast(self.moving_mean, x.dtype)
            variance = tf.cast(self.moving_variance, x.dtype)

        x -= mean
        x /= tf.sqrt(variance + self.epsilon)
        x += tf.cast(self.beta, x.dtype)
        x *= tf.cast(self.gamma, x.dtype)
        return ops.moveaxis(x, -1, self.axis)

    def exponential(self, old, new):
        return self.momentum * tf.cast(old, self.variable_dtype) + (1 - self.momentum) * tf.cast(new, self.variable_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"momentum": self.momentum, "axis": self.axis, "epsilon": self.epsilon})
        return config
