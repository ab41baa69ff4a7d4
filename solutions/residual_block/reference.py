from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DenseResidualBlock(keras.layers.Layer):
    """Two dense layers with a shortcut around them (He et al., 2016, equations 1 and 2).

        output = relu(shortcut(x) + dense2(relu(dense1(x))))

    Sub-layers, as attributes: `dense1` and `dense2`, `Dense(units)` with bias; `shortcut`, `None` where `units` equals
    the last dimension of the input (there the shortcut is x itself), else `Dense(units, use_bias=False)`.

    Args:
        units: width of the block, an integer >= 1.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`. Hand `dtype=self.dtype_policy` on to
            each sub-layer: then all of them calculate in the dtype of the block.

    Input (batch, inputs), output (batch, units).

    Raises:
        ValueError: if `units` is not an integer >= 1. The message names the argument.
    """

    def __init__(self, units: int, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        if not isinstance(units, int) or units < 1:
            raise ValueError(f"units must be an integer >= 1, received units={units!r}")
        self.units = units
        self.dense1 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)
        self.shortcut = None
        ### END SOLUTION

    def build(self, input_shape) -> None:
        """Create the shortcut, now that the width of the input is known, and build every sub-layer."""
        ### BEGIN SOLUTION
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        if input_shape[-1] != self.units:
            self.shortcut = keras.layers.Dense(self.units, use_bias=False, dtype=self.dtype_policy)
            self.shortcut.build(input_shape)
        ### END SOLUTION

    def call(self, inputs):
        """Return the block's output, (batch, units)."""
        ### BEGIN SOLUTION
        shortcut = inputs if self.shortcut is None else self.shortcut(inputs)
        branch = self.dense2(ops.relu(self.dense1(inputs)))
        return ops.relu(shortcut + branch)
        ### END SOLUTION

    def get_config(self) -> dict:
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="deepclinic")
class ConvResidualBlock(keras.layers.Layer):
    """Two 3x3 convolutions with a shortcut around them (He et al., 2016, figure 2 and section 3.3, option B).

        output = relu(shortcut(x) + bn2(conv2(relu(bn1(conv1(x))))))

    Sub-layers, as attributes: `conv1` and `conv2`, 3x3 convolutions with "same" padding and without bias, of which
    `conv1` carries `strides`; `bn1` and `bn2`, batch normalizations. The shortcut is x itself where `strides` is 1 and
    the input has `filters` channels; then `shortcut` and `shortcut_bn` are `None`. Else it is
    `shortcut_bn(shortcut(x))`: a 1x1 convolution with the same `strides`, without bias, and a batch normalization.

    Args:
        filters: channels of the output, an integer >= 1.
        strides: step of `conv1` and of the shortcut in both directions, an integer >= 1.
        **kwargs: `name`, `dtype` and the other arguments of `keras.layers.Layer`. Hand `dtype=self.dtype_policy` on to
            each sub-layer.

    Input (batch, height, width, channels), output (batch, ceil(height / strides), ceil(width / strides), filters).

    Raises:
        ValueError: if `filters` or `strides` is not an integer >= 1. The message names the argument.
    """

    def __init__(self, filters: int, strides: int = 1, **kwargs) -> None:
        ### BEGIN SOLUTION
        super().__init__(**kwargs)
        for name, value in (("filters", filters), ("strides", strides)):
            if not isinstance(value, int) or value < 1:
                raise ValueError(f"{name} must be an integer >= 1, received {name}={value!r}")
        self.filters = filters
        self.strides = strides
        dtype = self.dtype_policy
        self.conv1 = keras.layers.Conv2D(filters, 3, strides, padding="same", use_bias=False, dtype=dtype)
        self.bn1 = keras.layers.BatchNormalization(dtype=dtype)
        self.conv2 = keras.layers.Conv2D(filters, 3, padding="same", use_bias=False, dtype=dtype)
        self.bn2 = keras.layers.BatchNormalization(dtype=dtype)
        self.shortcut = None
        self.shortcut_bn = None
        ### END SOLUTION

    def build(self, input_shape) -> None:
        """Create the shortcut, now that the number of channels is known, and build every sub-layer."""
        ### BEGIN SOLUTION
        self.conv1.build(input_shape)
        output_shape = self.conv1.compute_output_shape(input_shape)
        for layer in (self.bn1, self.conv2, self.bn2):
            layer.build(output_shape)
        if self.strides != 1 or input_shape[-1] != self.filters:
            dtype = self.dtype_policy
            self.shortcut = keras.layers.Conv2D(self.filters, 1, self.strides, use_bias=False, dtype=dtype)
            self.shortcut.build(input_shape)
            self.shortcut_bn = keras.layers.BatchNormalization(dtype=dtype)
            self.shortcut_bn.build(output_shape)
        ### END SOLUTION

    def call(self, inputs, training: bool = False):
        """Return the block's output; `training` is for the batch normalizations."""
        ### BEGIN SOLUTION
        shortcut = inputs
        if self.shortcut is not None:
            shortcut = self.shortcut_bn(self.shortcut(inputs), training=training)
        branch = ops.relu(self.bn1(self.conv1(inputs), training=training))
        branch = self.bn2(self.conv2(branch), training=training)
        return ops.relu(shortcut + branch)
        ### END SOLUTION

    def get_config(self) -> dict:
        return {**super().get_config(), "filters": self.filters, "strides": self.strides}
