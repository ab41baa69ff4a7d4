"""Wrong idea: the number of examples is read from inputs.shape; style: flatten to (n, channels), sums divided by n."""
import math

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not (0.0 <= momentum <= 1.0):
            raise ValueError(f"`momentum` = {momentum} is not in [0, 1]")
        if epsilon <= 0.0:
            raise ValueError(f"`epsilon` = {epsilon} is not positive")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        self.channels = input_shape[self.axis]

        def weight(name, value, trainable):
            return self.add_weight(
                shape=(self.channels,),
                initializer=keras.initializers.Constant(value),
                trainable=trainable,
                name=name,
            )

        self.gamma = weight("gamma", 1.0, True)
        self.beta = weight("beta", 0.0, True)
        self.moving_mean = weight("moving_mean", 0.0, False)
        self.moving_variance = weight("moving_variance", 1.0, False)

    def batch_statistics(self, inputs):
        """Mean and biased variance of each channel."""
        x = ops.cast(inputs, keras.backend.result_type(inputs.dtype, "float32"))
        rows = ops.moveaxis(x, self.axis, -1)
        n = math.prod(rows.shape[:-1])  # values per channel
        rows = ops.reshape(rows, (n, self.channels))
        mean = ops.sum(rows, axis=0) / n
        return mean, ops.sum((rows - mean) ** 2, axis=0) / n

    def call(self, inputs, training=False):
        use_batch = bool(training) and self.trainable
        if use_batch:
            mean, variance = self.batch_statistics(inputs)
            for moving, batch in ((self.moving_mean, mean), (self.moving_variance, variance)):
                moving.assign(self.momentum * moving + (1.0 - self.momentum) * ops.cast(batch, moving.dtype))
        else:
            mean, variance = self.moving_mean, self.moving_variance

        shape = [1 for _ in inputs.shape]
        shape[self.axis] = self.channels
        mean, variance, gamma, beta = (
            ops.reshape(ops.cast(t, inputs.dtype), shape) for t in (mean, variance, self.gamma, self.beta)
        )
        return gamma * ((inputs - mean) / ops.sqrt(variance + self.epsilon)) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["momentum"] = self.momentum
        config["epsilon"] = self.epsilon
        return config
