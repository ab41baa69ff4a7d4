"""Double things."""


def twice(x):
    """Return two times `x`."""
    ### BEGIN SOLUTION
    hidden_factor = 2
    return hidden_factor * x
    ### END SOLUTION


class Doubling:
    """Holds twice what it is given."""

    def __init__(self, x):
        self.value = None
        if x is not None:
            ### BEGIN SOLUTION
            self.value = twice(x)
            ### END SOLUTION
