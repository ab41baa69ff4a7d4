"""Wrong idea: epsilon is added to the standard deviation; style: tf with reduce_mean, the deviation computed before a flag decides."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    """Batch norm. Dividing by std + epsilon can never be a division by zero."""

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not (momentum >= 0 and momentum <= 1):
            raise ValueError(f"Invalid momentum {momentum}")
        if not epsilon > 0:
            raise ValueError(f"Invalid epsilon {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        size = int(input_shape[self.axis])
        self.gamma = self.add_weight(name="gamma", shape=(size,), initializer=keras.initializers.Ones())
        self.beta = self.add_weight(name="beta", shape=(size,), initializer=keras.initializers.Zeros())
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=(size,), initializer=keras.initializers.Zeros(), trainable=False
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(size,), initializer=keras.initializers.Ones(), trainable=False
        )

    def call(self, inputs, training=False):
        ndim = len(inputs.shape)
        c_axis = self.axis % ndim
        axes = [d for d in range(ndim) if d != c_axis]
        bshape = [-1 if d == c_axis else 1 for d in range(ndim)]

        from_batch = training and self.trainable
        if from_batch:
            mean = tf.reduce_mean(inputs, axis=axes, keepdims=True)
            variance = tf.reduce_mean(tf.math.squared_difference(inputs, mean), axis=axes, keepdims=True)
        else:
            mean = tf.reshape(self.moving_mean, bshape)
            variance = tf.reshape(self.moving_variance, bshape)
        mean, variance = tf.cast(mean, inputs.dtype), tf.cast(variance, inputs.dtype)

        if from_batch:
            kept = tf.cast(self.momentum, self.variable_dtype)
            for variable, value in ((self.moving_mean, mean), (self.moving_variance, variance)):
                value = tf.cast(tf.reshape(value, [-1]), self.variable_dtype)
                variable.assign(kept * tf.cast(variable, self.variable_dtype) + (1 - kept) * value)

        deviation = tf.sqrt(variance)
        out = (inputs - mean) / (deviation + self.epsilon)
        return out * tf.reshape(self.gamma, bshape) + tf.reshape(self.beta, bshape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        c = super().get_config()
        c.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return c
