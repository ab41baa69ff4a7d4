"""Wrong idea: all four weights are trainable; style: weights made in a loop over a table of initial values, ops."""
import keras
from keras import ops

START = {"gamma": "ones", "beta": "zeros", "moving_mean": "zeros", "moving_variance": "ones"}


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError("momentum is a number in [0, 1]")
        if epsilon <= 0:
            raise ValueError("epsilon is a positive number")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        for name, initializer in START.items():
            setattr(self, name, self.add_weight(shape=(input_shape[self.axis],), initializer=initializer, name=name))

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = rank + self.axis if self.axis < 0 else self.axis

        def fit_shape(vector):
            vector = ops.cast(vector, inputs.dtype)
            return ops.reshape(vector, [1] * axis + [inputs.shape[axis]] + [1] * (rank - axis - 1))

        if training and self.trainable:
            over = tuple(i for i in range(rank) if i != axis)
            mean, variance = ops.mean(inputs, axis=over), ops.var(inputs, axis=over)
            for moving, current in zip((self.moving_mean, self.moving_variance), (mean, variance)):
                current = ops.stop_gradient(ops.cast(current, moving.dtype))
                moving.assign(self.momentum * moving + (1 - self.momentum) * current)
        else:
            mean, variance = self.moving_mean, self.moving_variance
        inverse = 1 / ops.sqrt(fit_shape(variance) + self.epsilon)
        return fit_shape(self.gamma) * (inputs - fit_shape(mean)) * inverse + fit_shape(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
