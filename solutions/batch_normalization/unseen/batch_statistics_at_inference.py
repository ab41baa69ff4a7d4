"""Wrong idea: the batch's statistics are used at inference too; style: statistics first, update under a flag, einsum-free."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def get_config(self):
        base = super().get_config()
        return dict(base, axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        for ok, message in (
            (0 <= momentum <= 1, "momentum must be in [0, 1]"),
            (epsilon > 0, "epsilon must be positive"),
        ):
            if not ok:
                raise ValueError(message)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def compute_output_shape(self, input_shape):
        return input_shape

    def build(self, input_shape):
        dim = input_shape[self.axis]
        self.gamma = self.add_weight((dim,), "ones", name="gamma")
        self.beta = self.add_weight((dim,), "zeros", name="beta")
        self.moving_mean = self.add_weight((dim,), "zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight((dim,), "ones", trainable=False, name="moving_variance")
        # where the channels sit
        self.where = self.axis if self.axis >= 0 else len(input_shape) + self.axis
        self.others = [a for a in range(len(input_shape)) if a != self.where]

    def call(self, inputs, training=False):
        mu = ops.mean(inputs, axis=self.others, keepdims=True)
        sigma2 = ops.mean(ops.square(inputs - mu), axis=self.others, keepdims=True)
        if training and self.trainable:
            # remember what was seen
            self.remember(self.moving_mean, mu)
            self.remember(self.moving_variance, sigma2)
        x_hat = (inputs - mu) / ops.sqrt(sigma2 + self.epsilon)
        target = ops.shape(mu)
        return x_hat * ops.reshape(self.gamma, target) + ops.reshape(self.beta, target)

    def remember(self, variable, value):
        value = ops.squeeze(value, axis=tuple(self.others))
        variable.assign(variable * self.momentum + ops.cast(value, variable.dtype) * (1 - self.momentum))
