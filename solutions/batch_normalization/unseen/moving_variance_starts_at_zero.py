"""Wrong idea: both moving statistics start at zero; style: 'nothing seen yet' comment, add_weight with functools.partial."""
from functools import partial

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        if not 0 <= momentum <= 1:
            raise ValueError(f"argument momentum: {momentum} not in [0, 1]")
        if epsilon <= 0:
            raise ValueError(f"argument epsilon: {epsilon} not > 0")
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        learned = partial(self.add_weight, shape=(input_shape[self.axis],), trainable=True)
        # running sums of what the layer has seen: nothing yet
        running = partial(self.add_weight, shape=(input_shape[self.axis],), initializer="zeros", trainable=False)
        self.gamma = learned(name="gamma", initializer="ones")
        self.beta = learned(name="beta", initializer="zeros")
        self.moving_mean = running(name="moving_mean")
        self.moving_variance = running(name="moving_variance")

    def call(self, inputs, training=False):
        x = ops.moveaxis(inputs, self.axis, -1)
        if training and self.trainable:
            mean, variance = ops.moments(x, axes=tuple(range(len(x.shape) - 1)))
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        else:
            mean = ops.convert_to_tensor(self.moving_mean)
            variance = ops.convert_to_tensor(self.moving_variance)
        result = self.gamma * (x - mean) / ops.sqrt(variance + self.epsilon) + self.beta
        return ops.moveaxis(result, -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["epsilon"] = self.epsilon
        config["momentum"] = self.momentum
        return config
