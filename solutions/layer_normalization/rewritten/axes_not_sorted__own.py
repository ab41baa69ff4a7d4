"""Wrong idea: gamma and beta get their shape in the order in which the axes were passed; style: loops, ops.moments."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if epsilon <= 0:
            raise ValueError(f"epsilon has to be positive, got {epsilon}")
        axes = [axis] if isinstance(axis, int) else list(axis)
        for a in axes:
            if a == 0:
                raise ValueError(f"axis={axis}: the examples (axis 0) stay apart")
        self.axis = axis
        self.epsilon = epsilon
        self._wanted = axes

    def build(self, input_shape):
        rank = len(input_shape)
        self._axes = []
        for a in self._wanted:
            if a < 0:
                a += rank
            if a == 0:
                raise ValueError(f"axis={self.axis} reaches the axis of the examples")
            self._axes.append(a)
        shape = [input_shape[a] for a in self._axes]
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        # with ones where nothing is normalised
        self._full = [1] * rank
        for a in self._axes:
            self._full[a] = input_shape[a]

    def call(self, inputs):
        mean, variance = ops.moments(inputs, axes=self._axes, keepdims=True)
        z = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return ops.reshape(self.gamma, self._full) * z + ops.reshape(self.beta, self._full)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
