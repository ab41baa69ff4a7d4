"""Wrong idea: divided by the deviation, the mean stays in; style: deviation from E[(x-m)^2], multiplication by a factor."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= momentum <= 1.0:
            raise ValueError("momentum must be in [0, 1]")
        if epsilon <= 0.0:
            raise ValueError("epsilon must be positive")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        channels = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(channels,), initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=(channels,), initializer="zeros", trainable=True)
        self.moving_mean = self.add_weight(name="moving_mean", shape=(channels,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(channels,), initializer="ones", trainable=False
        )
        self.reduction = list(range(len(input_shape)))
        self.reduction.pop(self.axis)

    def call(self, inputs, training=False):
        if training and self.trainable:
            centre = ops.mean(inputs, axis=self.reduction, keepdims=True)
            variance = ops.mean((inputs - centre) ** 2, axis=self.reduction)
            self.track(ops.reshape(centre, ops.shape(variance)), variance)
        else:
            variance = ops.cast(self.moving_variance, self.compute_dtype)

        # bring every channel to the same width, then let gamma and beta choose width and place
        factor = self.gamma / ops.sqrt(variance + self.epsilon)
        return ops.cast(inputs * self.along_axis(factor) + self.along_axis(self.beta), self.compute_dtype)

    def track(self, mean, variance):
        keep = self.momentum
        self.moving_mean.assign(keep * self.moving_mean + (1.0 - keep) * mean)
        self.moving_variance.assign(keep * self.moving_variance + (1.0 - keep) * variance)

    def along_axis(self, vector):
        return ops.expand_dims(vector, axis=tuple(self.reduction))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"], config["momentum"], config["epsilon"] = self.axis, self.momentum, self.epsilon
        return config
