"""Wrong idea: the gradients of a layer's kernel and bias are put into one norm; style: dictionary of layers by the path of the weight."""
import tensorflow as tf
from keras import ops


def sigmoid(x):
    t = ops.tanh(ops.convert_to_tensor(x) / 2)
    return (t + 1) / 2


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)


def layer_gradient_norms(model, x, y, loss_fn):
    weights = model.trainable_weights
    with tf.GradientTape() as tape:
        out = model(x, training=True)
        loss = loss_fn(y, out)
    grads = tape.gradient(loss, weights)

    # collect what belongs to one layer: "dense_3/kernel" and "dense_3/bias"
    layers = {}
    for w, g in zip(weights, grads):
        name = w.path.rpartition("/")[0]
        entry = layers.setdefault(name, {"squares": 0.0, "kernel": False})
        if len(w.shape) >= 2:
            entry["kernel"] = True
        if g is not None:
            entry["squares"] += float(ops.sum(ops.square(tf.convert_to_tensor(g))))

    # layers without a kernel (batch norm) do not count
    return [entry["squares"] ** 0.5 for entry in layers.values() if entry["kernel"]]
