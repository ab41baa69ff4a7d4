"""Wrong idea: axis names what is kept, as in batch normalization, and the statistics run over all other axes but the batch; style: compact, comprehension-heavy."""
import keras
from keras import ops


def as_tuple(axis):
    return tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if 0 in as_tuple(axis):
            raise ValueError("axis may not contain 0")
        if not epsilon > 0:
            raise ValueError("epsilon must be above 0")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        self.kept = sorted(a % rank for a in as_tuple(self.axis))
        if self.kept[0] == 0:
            raise ValueError(f"axis {self.axis} contains the batch axis")
        self.reduced = [a for a in range(1, rank) if a not in self.kept]
        shape = tuple(input_shape[a] for a in self.kept)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.view = tuple(input_shape[a] if a in self.kept else 1 for a in range(rank))

    def call(self, inputs):
        # one mean for each channel of each example
        mean = ops.mean(inputs, axis=self.reduced, keepdims=True)
        deviation = inputs - mean
        variance = ops.mean(ops.square(deviation), axis=self.reduced, keepdims=True)
        normal = deviation * ops.rsqrt(variance + self.epsilon)
        return normal * ops.reshape(self.gamma, self.view) + ops.reshape(self.beta, self.view)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {**super().get_config(), "axis": self.axis, "epsilon": self.epsilon}
