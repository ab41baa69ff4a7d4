"""Wrong idea: loss_fn is called as loss_fn(prediction, target); style: one loop with index, everything from tf."""
import tensorflow as tf


def sigmoid(x):
    x = tf.convert_to_tensor(x)
    return tf.exp(-tf.math.softplus(-x))


def sigmoid_derivative(x):
    half = tf.convert_to_tensor(x) / 2
    # 1 / (e^(x/2) + e^(-x/2))^2, written with tanh so that nothing gets large
    return (1 - tf.tanh(half) ** 2) / 4


def layer_gradient_norms(model, x, y, loss_fn):
    kernels = []
    for w in model.trainable_weights:
        if len(w.shape) >= 2:
            kernels.append(w)

    with tf.GradientTape() as tape:
        prediction = model(x, training=True)
        error = loss_fn(prediction, y)
    grads = tape.gradient(error, kernels)

    answer = [0.0] * len(kernels)
    for i in range(len(kernels)):
        if grads[i] is not None:
            answer[i] = float(tf.norm(tf.reshape(tf.convert_to_tensor(grads[i]), [-1])))
    return answer
