"""Wrong idea: l1_strength returns the scale itself; style: logs of the density in one expression, decorator for the check."""
import functools
import inspect
import math

from keras import ops


def positive_width(name):
    """the argument of this name must be > 0"""

    def decorate(function):
        signature = inspect.signature(function)

        @functools.wraps(function)
        def checked(*args, **kwargs):
            width = signature.bind(*args, **kwargs).arguments[name]
            if width <= 0:
                raise ValueError(f"{name} must be positive, received {width}")
            return function(*args, **kwargs)

        return checked

    return decorate


def to_tensor(w):
    return ops.convert_to_tensor(w, "float32")


@positive_width("sigma")
def gaussian_negative_log_prior(w, sigma):
    w = to_tensor(w)
    log_density = -0.5 * ops.square(w / sigma) - 0.5 * math.log(2 * math.pi * sigma**2)
    return -ops.sum(log_density)


@positive_width("scale")
def laplace_negative_log_prior(w, scale):
    w = to_tensor(w)
    log_density = -ops.abs(w / scale) - math.log(2 * scale)
    return -ops.sum(log_density)


@positive_width("sigma")
def l2_strength(sigma):
    variance = sigma**2
    return 1 / (2 * variance)


@positive_width("scale")
def l1_strength(scale):
    # |w| is measured in units of the scale
    return scale
