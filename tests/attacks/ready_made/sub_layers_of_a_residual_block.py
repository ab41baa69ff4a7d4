"""
tries = "The sub-layers answer to every attribute, so that a block of any structure seems to have the asked-for one."
must = "What is missing is what is computed: no check passes that fails for the wrong solution."
exercise = "residual_block"
name = "DenseResidualBlock"
"""


def attack(solution):
    class Attack(solution):
        def __getattr__(self, name):
            if name.startswith("_") or name in ("dense1", "dense2", "conv1", "bn1"):
                raise AttributeError(name)
            return None

    return Attack
