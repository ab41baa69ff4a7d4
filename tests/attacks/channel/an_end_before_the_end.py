"""
tries = "Ends the probe that is running by a frame of its own, so that the real end comes too late."
must = "It does not carry the seal: nothing from this solution is believed."
at_most = 0
"""

import json
import os
import struct


def frame(**fields):
    header = json.dumps({"d": {key: {"d": {}} if value == {} else value for key, value in fields.items()}}).encode()
    return struct.pack("<II", 4 + len(header), len(header)) + header


def write(data):
    for descriptor in range(64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass


PROBES = (
    "plain",
    "slope",
    "gradient",
    "gradient_at_zero",
    "any_shape",
    "not_a_number",
    "invalid_slope",
    "keras_arguments",
    "every_way_of_calling",
    "config_and_saving",
    "dtypes",
    "training_curve",
)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for probe in PROBES:
                write(frame(event="end", probe=probe, entries={}, notes={}, error=None, seconds=0.1))
            return super().call(inputs, *args, **kwargs)

    return Attack
