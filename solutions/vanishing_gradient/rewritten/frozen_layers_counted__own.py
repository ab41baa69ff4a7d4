"""Wrong idea: the list goes over all weights of the model, so kernels of frozen layers are in it; style: softplus, NumPy for the norms."""
import keras
import numpy as np
import tensorflow as tf


def sigmoid(x):
    # log(sigmoid(x)) = -softplus(-x), and softplus is stable
    return keras.ops.exp(-keras.ops.softplus(-keras.ops.convert_to_tensor(x)))


def sigmoid_derivative(x):
    # s(x) * s(-x): no 1 - s, so nothing cancels
    x = keras.ops.convert_to_tensor(x)
    return sigmoid(x) * sigmoid(-x)


def layer_gradient_norms(model, x, y, loss_fn):
    matrices = [w for w in model.weights if len(w.shape) >= 2]  # no biases
    with tf.GradientTape() as tape:
        prediction = model(x, training=True)
        loss = loss_fn(y, prediction)
    grads = tape.gradient(loss, matrices)

    def l2(grad):
        if grad is None:
            return 0.0
        grad = keras.ops.convert_to_numpy(tf.convert_to_tensor(grad))
        return float(np.sqrt((grad.astype("float64") ** 2).sum()))

    return [l2(grad) for grad in grads]
