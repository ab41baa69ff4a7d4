"""
what.en = "The config holds only the slope: name, dtype and the rest of a layer's arguments are lost."
what.ko = "config에 negative_slope만 있습니다. 이름, dtype 등 층의 다른 인자를 잃어버립니다."
try.en = "The base class has a `get_config` too. Yours should add to it, not replace it."
try.ko = "기반 클래스에도 `get_config`가 있습니다. 그것을 대신하지 말고 거기에 더해 보세요."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        return {"negative_slope": self.negative_slope}
