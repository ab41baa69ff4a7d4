"""
tries = "Finds the class of the probe's notebook among all subclasses of `object` and makes `record` write nothing."
must = "The class is put back before each probe; what it had not recorded would be missing anyway."
no_effect = true
"""

for found in object.__subclasses__():
    if found.__name__ == "Lab":
        found.record = found.record_raises = lambda *args, **kwargs: None


def attack(solution):
    return solution
