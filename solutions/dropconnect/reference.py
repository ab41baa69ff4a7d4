from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    """Dense layer whose weights, not its outputs, are dropped in training (Wan et al., 2013).

    In training each example has a mask M of its own over the entries of the kernel W: an entry is 1 / (1 - rate) with
    probability 1 - rate, else 0, independently; each call draws anew. The bias is never dropped.

        z = x @ (M * W) + b              output = activation(z)

    At inference, and when `training` is not given, z has over all masks

        mean       m = x @ W + b
        variance   v = rate / (1 - rate) * (x**2 @ W**2)

    With `inference_samples=0` the output is activation(m). With `inference_samples=k` it is the average of
    activation(z_1), ..., activation(z_k), where each z_j is drawn from a Gaussian with this mean and this variance,
    independently for each call, example, unit and sample (section 3.2 of the paper).

    Weights: `kernel` (inputs, units), glorot_uniform; `bias` (units,), zeros, if `use_bias`.

    Args:
        units: number of outputs.
        rate: probability that an entry of the kernel is dropped, a number in [0, 1).
        activation: as in `keras.layers.Dense`; None for none.
        use_bias: whether there is a bias.
        inference_samples: how many samples are averaged at inference, an integer >= 0.
        seed: an integer, or None. Two new layers of the same seed draw the same sequence of masks; layers without a
            seed draw independently of each other.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`.

    Input (batch, inputs), of any batch size; output (batch, units), of the layer's compute dtype.

    Raises:
        ValueError: if `rate` is outside [0, 1), or `inference_samples` is no integer >= 0. The message names it.
    """

    def __init__(
        self,
        units: int,
        rate: float = 0.5,
        activation=None,
        use_bias: bool = True,
        inference_samples: int = 0,
        seed: int | None = None,
        **kwargs,
    ) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), received rate={rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, received {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        ### END SOLUTION

    def build(self, input_shape) -> None:
        """Make `kernel` and, if there is one, `bias`."""
        ### BEGIN SOLUTION
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape, initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        ### END SOLUTION

    def call(self, inputs, training=None):
        """Map (batch, inputs) to (batch, units): with masks in training, by mean or samples at inference."""
        ### BEGIN SOLUTION
        batch = ops.shape(inputs)[0]
        bias = 0.0 if self.bias is None else self.bias
        if training:
            # (batch, inputs, units): one mask for each example.
            keep = keras.random.uniform((batch, *self.kernel.shape), seed=self.seed_generator) >= self.rate
            masked = ops.where(keep, self.kernel / (1 - self.rate), 0.0)
            return self.activation(ops.einsum("bi,biu->bu", inputs, masked) + bias)
        mean = ops.matmul(inputs, self.kernel) + bias
        if self.inference_samples == 0:
            return self.activation(mean)
        variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)
        # (samples, batch, units)
        shape = (self.inference_samples, batch, self.units)
        noise = keras.random.normal(shape, dtype=inputs.dtype, seed=self.seed_generator)
        return ops.mean(self.activation(mean + ops.sqrt(variance) * noise), axis=0)
        ### END SOLUTION

    def compute_output_shape(self, input_shape):
        """(batch, inputs) to (batch, units)."""
        return (*input_shape[:-1], self.units)

    def get_config(self) -> dict:
        """Return every constructor argument, those of the base class included."""
        ### BEGIN SOLUTION
        return {
            **super().get_config(),
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
        ### END SOLUTION
