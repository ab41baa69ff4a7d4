"""Wrong idea: divided by the size, the mean is not subtracted; style: length of the vector, tf.einsum-free tf code."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    """Every example gets the size 1 (root mean square)."""

    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        axes = {axis} if isinstance(axis, int) else set(axis)
        if 0 in axes:
            raise ValueError(f"LayerNormalization: axis may not be 0, got {axis!r}")
        if epsilon <= 0:
            raise ValueError(f"LayerNormalization: epsilon must be > 0, got {epsilon!r}")
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        given = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        self.axes = sorted({a % rank for a in given})
        if self.axes[0] == 0:
            raise ValueError(f"LayerNormalization: axis {self.axis!r} is the batch axis")
        shape = tuple(input_shape[a] for a in self.axes)
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")
        # how many numbers are averaged
        self.count = 1
        for n in shape:
            self.count *= n
        self.ndim = rank

    def stretch(self, w):
        w = tf.convert_to_tensor(w)
        for i in range(self.ndim):  # in ascending order, so the positions stay right
            if i not in self.axes:
                w = tf.expand_dims(w, i)
        return w

    def call(self, inputs):
        inputs = tf.cast(inputs, self.compute_dtype)
        energy = tf.reduce_sum(tf.square(inputs) / self.count, axis=self.axes, keepdims=True)
        size = tf.sqrt(energy + self.epsilon)
        return self.stretch(self.gamma) * tf.divide(inputs, size) + self.stretch(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | {"axis": self.axis, "epsilon": self.epsilon}
