"""Wrong idea: one noise vector is drawn for a kernel and repeated for all its filters; style: np.repeat/broadcast, nested function for one point."""
import numpy as np
from keras import ops


def filter_normalized_direction(model, seed):
    rng = np.random.default_rng(seed)
    direction = []
    for weight in model.trainable_weights:
        w = ops.convert_to_numpy(weight)
        if len(w.shape) <= 1:
            direction.append(np.zeros_like(w))
            continue
        one_filter = rng.normal(size=w.shape[:-1])
        one_filter /= np.sqrt(np.sum(one_filter**2))  # length 1
        axes = tuple(range(len(w.shape) - 1))
        lengths = np.sqrt(np.sum(np.asarray(w, dtype="float64") ** 2, axis=axes))
        # outer product: every filter in its own length
        direction.append(np.asarray(one_filter[..., np.newaxis] * lengths, dtype=w.dtype))
    return direction


def loss_surface(model, loss_fn, x, y, directions, alphas, betas):
    trainable = list(model.trainable_weights)
    saved = [np.array(ops.convert_to_numpy(t), copy=True) for t in trainable]

    def put(values):
        for t, v in zip(trainable, values):
            t.assign(v)

    def loss_at(alpha, beta):
        put([w + alpha * a + beta * b for w, a, b in zip(saved, directions[0], directions[1])])
        return float(ops.mean(loss_fn(y, model(x, training=False))))

    try:
        values = [loss_at(alpha, beta) for alpha in alphas for beta in betas]
    finally:
        put(saved)
    return np.array(values, dtype=float).reshape((len(alphas), len(betas)))
