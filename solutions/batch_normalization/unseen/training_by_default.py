"""Wrong idea: no `training` argument means training; style: `training is False` asked, two statistics methods."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum: {momentum} is outside [0, 1]")
        if epsilon <= 0:
            raise ValueError(f"epsilon: {epsilon} is not positive")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        self.expanded = [d if i == self.axis % len(input_shape) else 1 for i, d in enumerate(input_shape)]
        self.reduced = [i for i in range(len(input_shape)) if i != self.axis % len(input_shape)]
        c = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=c, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=c, initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=c, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=c, initializer="ones", trainable=False)

    def call(self, inputs, training=None):
        # only predict and evaluate say training=False
        frozen = training is False or not self.trainable
        mean, variance = self.stored() if frozen else self.measured(inputs)
        gamma, beta, mean, variance = (
            ops.cast(ops.reshape(v, self.expanded), self.compute_dtype) for v in (self.gamma, self.beta, mean, variance)
        )
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def stored(self):
        return self.moving_mean, self.moving_variance

    def measured(self, inputs):
        mean, variance = ops.moments(inputs, self.reduced)
        self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * mean)
        self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * variance)
        return mean, variance

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return config
