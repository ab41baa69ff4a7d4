"""Wrong idea: beta without gamma; style: ops.var, a nested function for shapes, list of updates."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not (0 <= momentum <= 1):
            raise ValueError(f"momentum has to lie in [0, 1] ({momentum})")
        if not (epsilon > 0):
            raise ValueError(f"epsilon has to be positive ({epsilon})")
        self._args = {"axis": axis, "momentum": momentum, "epsilon": epsilon}
        self.axis, self.momentum, self.epsilon = axis, momentum, epsilon

    def build(self, input_shape):
        channels = input_shape[self.axis]
        self.beta = self.add_weight(name="beta", shape=(channels,), initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=(channels,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(channels,), initializer="ones", trainable=False
        )

    def call(self, inputs, training=False):
        dims = inputs.shape
        k = self.axis % len(dims)

        def lift(v):
            v = ops.reshape(v, (1,) * k + (dims[k],) + (1,) * (len(dims) - k - 1))
            return ops.cast(v, self.compute_dtype)

        mean, variance = self.moving_mean, self.moving_variance
        if training and self.trainable:
            axes = [i for i in range(len(dims)) if i != k]
            updates = []
            mean, variance = ops.mean(inputs, axis=axes), ops.var(inputs, axis=axes)
            updates.append((self.moving_mean, mean))
            updates.append((self.moving_variance, variance))
            for w, v in updates:
                w.assign(w * self.momentum + (1 - self.momentum) * ops.cast(v, w.dtype))
        # variance 1 for every unit, then each unit picks its place
        return (inputs - lift(mean)) / ops.sqrt(lift(variance) + self.epsilon) + lift(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), **self._args}
