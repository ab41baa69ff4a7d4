"""
tries = "Writes well-formed frames into every descriptor at import: every probe begun and ended, all done; then leaves."
must = "They do not carry the seal: nothing from this solution is believed."
at_most = 0
says = "in the name of the grader"
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

write(frame(event="loaded"))
for probe in PROBES:
    write(frame(event="begin", probe=probe))
    write(frame(event="end", probe=probe, entries={}, notes={}, error=None, ready_made=[], seconds=0.1))
write(frame(event="done"))
os._exit(0)


def attack(solution):
    return solution
