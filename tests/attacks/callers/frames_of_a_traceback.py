"""
tries = "Raises, and walks from the traceback's frame up to the runner, to forget what was noticed and call `send`."
must = "The frame of a traceback is not shown to a solution."
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            try:
                raise RuntimeError
            except RuntimeError as error:
                frame = error.__traceback__.tb_frame
            while frame is not None:
                for name in ("watch", "send", "emit", "lab"):
                    found = frame.f_locals.get(name)
                    if name == "watch" and found is not None:
                        found.forget()
                    if name == "lab" and found is not None:
                        found.entries.clear()
                frame = frame.f_back
            return super().call(inputs, *args, **kwargs)

    return Attack
