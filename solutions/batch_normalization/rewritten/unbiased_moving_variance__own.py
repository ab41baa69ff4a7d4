"""Wrong idea: the moving variance gets the batch variance times n / (n - 1), as in PyTorch; style: channel axis is moved to the end, normalised, moved back."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis: int = -1, momentum: float = 0.99, epsilon: float = 0.001, **kwargs):
        super().__init__(**kwargs)
        if not (0.0 <= momentum <= 1.0):
            raise ValueError("momentum must lie between 0 and 1")
        if not (epsilon > 0.0):
            raise ValueError("epsilon must be larger than 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        c = (input_shape[self.axis],)
        self.gamma = self.add_weight(shape=c, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=c, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=c, initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = self.add_weight(shape=c, initializer="ones", name="moving_variance", trainable=False)

    def call(self, inputs, training=False):
        x = ops.moveaxis(inputs, self.axis, -1)  # channels last, then broadcasting is easy
        if training and self.trainable:
            dims = list(range(len(x.shape) - 1))
            mean = ops.mean(x, axis=dims)
            var = ops.mean(ops.square(x - mean), axis=dims)
            # the data's variance is estimated without bias by n - 1
            n = ops.cast(tf.size(x), "float32") / x.shape[-1]
            correction = n / ops.maximum(n - 1.0, 1.0)
            p = self.momentum
            self.moving_mean.assign(p * self.moving_mean + (1 - p) * mean)
            self.moving_variance.assign(p * self.moving_variance + (1 - p) * var * ops.cast(correction, var.dtype))
        else:
            mean = ops.convert_to_tensor(self.moving_mean)
            var = ops.convert_to_tensor(self.moving_variance)
        x = (x - mean) / ops.sqrt(var + self.epsilon)
        x = x * self.gamma + self.beta
        return ops.moveaxis(x, -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon, **super().get_config()}
