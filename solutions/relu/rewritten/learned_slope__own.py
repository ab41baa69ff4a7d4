"""Wrong idea: the slope is a trainable weight that starts at the argument and is then learned; style: build + add_weight, tf.where."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        if negative_slope < 0:
            raise ValueError("negative_slope < 0 would make the function not monotonic")
        super().__init__(**kwargs)
        self.negative_slope = negative_slope

    def build(self, input_shape):
        start = keras.initializers.Constant(self.negative_slope)
        self.slope = self.add_weight(shape=(), initializer=start, name="slope")

    def call(self, inputs):
        leak = inputs * tf.cast(tf.convert_to_tensor(self.slope), inputs.dtype)
        return tf.where(inputs > 0, inputs, leak)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {"negative_slope": self.negative_slope, **super().get_config()}
