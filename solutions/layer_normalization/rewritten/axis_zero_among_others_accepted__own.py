"""Wrong idea: the check compares `axis == 0`, so 0 inside a tuple gets through; style: tf.nn.moments, late alignment by expand_dims."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if axis == 0:
            raise ValueError("axis=0 is the batch, that would not be layer normalization")
        if epsilon <= 0:
            raise ValueError("epsilon=%s should be > 0" % epsilon)
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        given = [self.axis] if isinstance(self.axis, int) else self.axis
        positive = []
        for a in given:
            if a < 0 and a + rank == 0:
                raise ValueError(f"axis={a} is the batch axis when the input has rank {rank}")
            positive.append(a + rank if a < 0 else a)
        positive.sort()
        self.positive = positive
        self.rest = [a for a in range(rank) if a not in positive]
        shape = [input_shape[a] for a in positive]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def _aligned(self, weight):
        weight = tf.convert_to_tensor(weight)
        for a in self.rest:  # ascending, so every insertion is at its final place
            weight = tf.expand_dims(weight, a)
        return weight

    def call(self, inputs):
        mean, variance = tf.nn.moments(inputs, self.positive, keepdims=True)
        out = (inputs - mean) / tf.sqrt(variance + self.epsilon)
        return self._aligned(self.gamma) * out + self._aligned(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["epsilon"] = self.epsilon
        return config
