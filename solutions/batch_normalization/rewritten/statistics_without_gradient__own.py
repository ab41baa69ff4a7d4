"""Wrong idea: mean and variance are stopped as if they were constants of the backward pass; style: ops.moments with keepdims, helper for the update."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum {momentum} is not in [0, 1]")
        if epsilon <= 0:
            raise ValueError(f"epsilon {epsilon} is not positive")
        self.axis, self.momentum, self.epsilon = axis, momentum, epsilon

    def build(self, input_shape):
        n = input_shape[self.axis]
        self.gamma = self.add_weight(name="gamma", shape=(n,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(n,), initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=(n,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(name="moving_variance", shape=(n,), initializer="ones", trainable=False)

    def _running(self, old, new):
        old.assign(old * self.momentum + ops.reshape(new, old.shape) * (1.0 - self.momentum))

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        channel = self.axis if self.axis >= 0 else rank + self.axis
        reduce = tuple(a for a in range(rank) if a != channel)
        broadcast = tuple(inputs.shape[a] if a == channel else 1 for a in range(rank))
        if training and self.trainable:
            m, v = ops.moments(inputs, axes=reduce, keepdims=True)
            # statistics are measured, not learned: no gradients for them
            m = ops.stop_gradient(m)
            v = ops.stop_gradient(v)
            self._running(self.moving_mean, m)
            self._running(self.moving_variance, v)
        else:
            m = ops.reshape(self.moving_mean, broadcast)
            v = ops.reshape(self.moving_variance, broadcast)
        z = (inputs - m) * ops.rsqrt(v + self.epsilon)
        return z * ops.reshape(self.gamma, broadcast) + ops.reshape(self.beta, broadcast)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        c = super().get_config()
        c.update({"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon})
        return c
