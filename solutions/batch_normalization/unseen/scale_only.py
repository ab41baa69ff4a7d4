"""Wrong idea: gamma without beta; style: ops, early return for inference, one private method that normalises."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum must be in the interval [0, 1], found {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, found {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        width = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=width, initializer="ones")
        # no shift: the layer before has a bias already
        self.moving_mean = self.add_weight(name="moving_mean", shape=width, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=width, initializer="ones", trainable=False)

    def _normalise(self, inputs, mean, variance):
        shape = [1] * len(inputs.shape)
        shape[self.axis] = -1
        scale = ops.cast(self.gamma, inputs.dtype) * ops.rsqrt(ops.cast(variance, inputs.dtype) + self.epsilon)
        return (inputs - ops.reshape(ops.cast(mean, inputs.dtype), shape)) * ops.reshape(scale, shape)

    def call(self, inputs, training=False):
        if not training or not self.trainable:
            return self._normalise(inputs, self.moving_mean, self.moving_variance)
        axes = list(range(len(inputs.shape)))
        axes.remove(self.axis % len(axes))
        mean = ops.mean(inputs, axis=axes)
        variance = ops.var(inputs, axis=axes)
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
        self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        return self._normalise(inputs, mean, variance)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"], config["momentum"] = self.axis, self.momentum
        config["epsilon"] = self.epsilon
        return config
