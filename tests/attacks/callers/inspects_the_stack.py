"""
tries = "The same through the `inspect` module: makes the probe that is running return at once, its notebook empty."
must = "Refused there too; an empty notebook would fail anyway."
"""

import inspect


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for entry in inspect.stack():
                if "lab" in entry.frame.f_locals:
                    entry.frame.f_locals["lab"].entries.clear()
            return super().call(inputs, *args, **kwargs)

    return Attack
