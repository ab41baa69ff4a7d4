"""Wrong idea: the slope is estimated by a difference quotient; style: two-branch where with safe arguments, tf only."""
import tensorflow as tf

STEP = 1e-3


def sigmoid(x):
    """stable version: use exp(-x) on the right and exp(x) on the left"""
    x = tf.convert_to_tensor(x)
    zero = tf.zeros_like(x)
    right = tf.where(x >= 0, x, zero)
    left = tf.where(x < 0, x, zero)
    on_the_right = 1 / (1 + tf.exp(-right))
    on_the_left = tf.exp(left) / (1 + tf.exp(left))
    return tf.where(x >= 0, on_the_right, on_the_left)


def sigmoid_derivative(x):
    # (f(x + h) - f(x - h)) / 2h, central differences are more exact than one-sided ones
    x = tf.convert_to_tensor(x)
    slope = (sigmoid(x + STEP) - sigmoid(x - STEP)) / (2 * STEP)
    return tf.clip_by_value(slope, 0.0, 0.25)


def layer_gradient_norms(model, x, y, loss_fn):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_fn(y, model(x, training=True))
    result = []
    for weight in model.trainable_weights:
        if len(weight.shape) < 2:
            continue  # bias, gamma, beta
        gradient = tape.gradient(loss, weight.value)
        if gradient is None:
            result.append(0.0)
        else:
            gradient = tf.convert_to_tensor(gradient)
            result.append(float(tf.sqrt(tf.reduce_sum(gradient * gradient))))
    del tape
    return result
