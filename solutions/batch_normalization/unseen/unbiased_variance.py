"""Wrong idea: Bessel's correction, variance over n - 1; style: count by ops.size, correction factor applied to the moments."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be 0 ... 1 but is {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be > 0 but is {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")
        kwargs = {"shape": shape, "trainable": False, "autocast": False}
        self.moving_mean = self.add_weight(name="moving_mean", initializer="zeros", **kwargs)
        self.moving_variance = self.add_weight(name="moving_variance", initializer="ones", **kwargs)

    def sample_moments(self, x):
        axes = tuple(range(len(x.shape) - 1))
        x = ops.cast(x, keras.backend.result_type(x.dtype, "float32"))
        mean = ops.mean(x, axis=axes)
        squares = ops.sum(ops.square(x - mean), axis=axes)
        n = ops.cast(ops.size(x), x.dtype) / x.shape[-1]
        # a batch is a sample, so we need the sample variance (a batch of one has none)
        return mean, squares / ops.maximum(n - 1, 1)

    def call(self, inputs, training=False):
        x = ops.moveaxis(inputs, self.axis, -1)
        if training and self.trainable:
            mean, variance = self.sample_moments(x)
            w = self.momentum
            self.moving_mean.assign(w * self.moving_mean + (1 - w) * ops.cast(mean, self.variable_dtype))
            self.moving_variance.assign(w * self.moving_variance + (1 - w) * ops.cast(variance, self.variable_dtype))
        else:
            mean, variance = self.moving_mean, self.moving_variance
        mean, variance = ops.cast(mean, x.dtype), ops.cast(variance, x.dtype)
        y = self.gamma * ((x - mean) / ops.sqrt(variance + self.epsilon)) + self.beta
        return ops.moveaxis(y, -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
