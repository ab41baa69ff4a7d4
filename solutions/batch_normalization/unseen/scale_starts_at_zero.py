"""Wrong idea: gamma starts at zero; style: scale is stacked weights loop, 'begin as a neutral element' belief, moments keepdims."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError("momentum not in [0, 1]: " + repr(momentum))
        if epsilon <= 0:
            raise ValueError("epsilon not positive: " + repr(epsilon))
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        # what is learned starts at 0, like a bias; what is measured starts as a standard normal
        channels = input_shape[self.axis]
        self.gamma, self.beta = [self.add_weight((channels,), "zeros", name=name) for name in ("gamma", "beta")]
        self.moving_mean = self.add_weight((channels,), "zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight((channels,), "ones", trainable=False, name="moving_variance")

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank
        others = tuple(range(axis)) + tuple(range(axis + 1, rank))
        if training and self.trainable:
            mean, variance = ops.moments(inputs, others, keepdims=True)
            flat_mean, flat_variance = ops.squeeze(mean, others), ops.squeeze(variance, others)
            self.moving_mean.assign(self.momentum * self.moving_mean + (1 - self.momentum) * flat_mean)
            self.moving_variance.assign(self.momentum * self.moving_variance + (1 - self.momentum) * flat_variance)
        else:
            mean = ops.expand_dims(ops.convert_to_tensor(self.moving_mean), others)
            variance = ops.expand_dims(ops.convert_to_tensor(self.moving_variance), others)
        gamma = ops.expand_dims(ops.convert_to_tensor(self.gamma), others)
        beta = ops.expand_dims(ops.convert_to_tensor(self.beta), others)
        y = (inputs - mean) / ops.sqrt(variance + self.epsilon) * gamma + beta
        return ops.cast(y, self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | dict(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
