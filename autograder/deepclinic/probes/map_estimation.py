"""What is observed of the negative log priors and of the strengths that follow. Single points go by their w."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes.lab import Lab

WIDTHS = (0.5, 1.0, 3.0)
POINTS = (0.0, 1.5, -2.0)


def gaussian_points(lab: Lab) -> None:
    """One weight at a time."""
    _record_points(lab, lab.student.gaussian_negative_log_prior)


def laplace_points(lab: Lab) -> None:
    """One weight at a time."""
    _record_points(lab, lab.student.laplace_negative_log_prior)


def gaussian_many(lab: Lab) -> None:
    """Weights of several shapes, many weights, weights far from 0."""
    _record_many(lab, lab.student.gaussian_negative_log_prior)


def laplace_many(lab: Lab) -> None:
    """Weights of several shapes, many weights, weights far from 0."""
    _record_many(lab, lab.student.laplace_negative_log_prior)


def strength_l2(lab: Lab) -> None:
    """The strength of the penalty on squares, for given and for drawn widths."""
    _record_strength(lab, lab.student.l2_strength)


def strength_l1(lab: Lab) -> None:
    """The strength of the penalty on absolute values, for given and for drawn widths."""
    _record_strength(lab, lab.student.l1_strength)


def bad_widths(lab: Lab) -> None:
    """What happens for a width that no density has."""
    w = np.ones((2, 3), "float32")
    for width in (0.0, -1.0):
        calls = {
            "gaussian_negative_log_prior": lambda width=width: lab.student.gaussian_negative_log_prior(w, width),
            "laplace_negative_log_prior": lambda width=width: lab.student.laplace_negative_log_prior(w, width),
            "l2_strength": lambda width=width: lab.student.l2_strength(width),
            "l1_strength": lambda width=width: lab.student.l1_strength(width),
        }
        for name, call in calls.items():
            lab.record(f"{name}, width {width:g}", _raised(call))


def _record_points(lab: Lab, function: Callable[..., Any]) -> None:
    for width in WIDTHS:
        for w in POINTS:
            value = function(np.array([w], "float32"), width)
            lab.record(f"w = {w:g}, width {width:g}", _number(value))


def _record_many(lab: Lab, function: Callable[..., Any]) -> None:
    for shape in ((), (4,), (2, 3), (2, 3, 2)):
        w = lab.normal(shape, std=2.0)
        lab.record(f"shape {shape}", _number(function(w, 1.3)))
    w = lab.normal((3, 4), std=2.0)
    lab.record("a tensor", _number(function(tf.constant(w), 0.7)))
    lab.record("a variable", _number(function(keras.Variable(w), 0.7)))
    lab.record("3,000 weights", _number(function(lab.normal((60, 50)), 0.9)))
    lab.record("far out", _number(function(np.array([500.0, -900.0], "float32"), 1.0)))


def _record_strength(lab: Lab, function: Callable[..., Any]) -> None:
    for width in (0.25, 1.0, 4.0):
        lab.record(f"width {width:g}", _number(function(width)))
    lab.record("drawn widths", [_number(function(float(width))) for width in lab.rng.uniform(0.05, 20.0, 5)])


def _number(value: Any) -> Any:
    """A scalar of whichever kind as a float; anything else as its shape, since one density is one number."""
    array = np.asarray(keras.ops.convert_to_numpy(value))
    return float(array) if array.ndim == 0 else f"an array of shape {array.shape}"


def _raised(call: Callable[[], Any]) -> str:
    try:
        call()
    except NotImplementedError:
        raise
    except Exception as error:
        return "ValueError" if isinstance(error, ValueError) else type(error).__name__
    return "no error"
