"""Wrong idea: momentum weighs the new batch; style: in-place assign_add of the difference, channels moved to the end."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not (0 <= momentum <= 1):
            raise ValueError(f"momentum must be a share (0 to 1), not {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be > 0, not {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        c = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(c,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(c,), initializer="zeros")
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=(c,), initializer="zeros", trainable=False, autocast=False
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(c,), initializer="ones", trainable=False, autocast=False
        )

    def call(self, inputs, training=False):
        x = ops.swapaxes(inputs, self.axis, -1)
        if not (training and self.trainable):
            y = self.formula(x, self.moving_mean, self.moving_variance)
            return ops.swapaxes(y, self.axis, -1)

        mean = ops.mean(x, axis=tuple(range(len(x.shape) - 1)))
        var = ops.var(x, axis=tuple(range(len(x.shape) - 1)))
        # the moving statistics follow the batch; momentum says how fast they move
        self.moving_mean.assign_add(self.momentum * (ops.cast(mean, self.variable_dtype) - self.moving_mean))
        self.moving_variance.assign_add(self.momentum * (ops.cast(var, self.variable_dtype) - self.moving_variance))
        return ops.swapaxes(self.formula(x, mean, var), self.axis, -1)

    def formula(self, x, mean, var):
        mean, var = ops.cast(mean, x.dtype), ops.cast(var, x.dtype)
        return self.gamma * (x - mean) * ops.rsqrt(var + self.epsilon) + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({key: self.__dict__[key] for key in ("axis", "momentum", "epsilon")})
        return config
